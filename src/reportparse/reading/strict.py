"""Give a strict Office Open XML file, whose names are those of the ISO standard, the names that Word usually writes."""

import io
import zipfile

import regex

_DOCUMENT = "word/document.xml"
_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMES = (
    (
        regex.compile(rb"http://purl\.oclc\.org/ooxml/(officeDocument)/"),
        rb"http://schemas.openxmlformats.org/\1/2006/",
    ),
    (
        regex.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|drawingml|spreadsheetml)/"),
        rb"http://schemas.openxmlformats.org/\1/2006/",
    ),
)


def transitional(data: bytes) -> bytes:
    """Give the same file with the usual names; a file that has them is given back as it is."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        if _DOCUMENT not in old.namelist() or _STRICT not in old.open(_DOCUMENT).read(4096):
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
            for name in old.namelist():
                content = old.read(name)
                if name.endswith((".xml", ".rels")):
                    for strict, usual in _NAMES:
                        content = strict.sub(usual, content)
                new.writestr(name, content)
        return out.getvalue()

"""Tell what an input is by its content; its name decides only between kinds of text."""

import io
import shlex
import zipfile
from pathlib import PurePath
from typing import Literal

import regex

from reportparse.errors import DamagedInputError, EncryptedInputError, NoTextError
from reportparse.model.json import is_json
from reportparse.reading.headers import heads_reports
from reportparse.reading.plain import decoded

Kind = Literal["pdf", "docx", "html", "markdown", "text", "json", "odt", "doc", "rtf", "png", "jpeg", "tiff"]

MEDIA_TYPES: dict[Kind, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "markdown": "text/markdown",
    "text": "text/plain",
    "json": "application/json",
    "odt": "application/vnd.oasis.opendocument.text",
    "doc": "application/msword",
    "rtf": "application/rtf",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "tiff": "image/tiff",
}
_HTML = regex.compile(
    r"(?i)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|span|center)\b",
    regex.DOTALL,
)
_MARKDOWN = regex.compile(r"(?m)^#{1,6} \S|\*\*\S.{0,80}?\*\*|<su[bp]>|^\|.*\|\s*$|^!\[")
_PICTURES: dict[bytes, Kind] = {
    b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"II*\0": "tiff", b"MM\0*": "tiff"
}  # fmt: skip
_OTHER_PICTURES = (b"GIF8", b"BM", b"RIFF")
_TABLES = (b"PAR1", b"ARROW1", b"SQLite format 3", b"<stata_dta>")
_TABLE_NAMES = (".csv", ".tsv")
_HEADER = regex.compile(r"(?:[A-Za-z_][A-Za-z0-9_]*[,;\t]){2,}[A-Za-z_][A-Za-z0-9_]*")
_OF_FACTS = regex.compile(r"(?:^|[,;\t])(?:quote|indicator_id)(?:[,;\t]|$)")
_GENERATED = regex.compile(r"""<!-- reportparse |<meta name="generator" content="reportparse""")
_NOT_A_REPORT = "Give the report that it was made of, or the JSON that extract printed of it."
_ODT = b"application/vnd.oasis.opendocument.text"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")


def kind_of(data: bytes, name: str) -> Kind:
    """Name the kind of an input.

    Raise EncryptedInputError, NoTextError for a picture of another kind, and DamagedInputError for a format that is
    not read here or a page that was saved under the name of a PDF or DOCX.
    """
    head = data[:1024]
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_archive(data, name)
    if picture := next((kind for sign, kind in _PICTURES.items() if head.startswith(sign)), None):
        return picture
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(_OLE):
        return _kind_of_ole(data, name)
    _refuse_foreign_formats(head, name)
    suffix = PurePath(name).suffix.lower()
    if suffix == ".dta":
        raise _no_report(name, "a table of data")
    text = decoded(data[:65536] if data[:2] not in (b"\xff\xfe", b"\xfe\xff") else data)
    _refuse_tables(text, name)
    if _HTML.match(text):
        kind: Kind = "html"
    elif is_json(data):
        kind = "json"
    elif suffix in (".md", ".markdown") or (suffix != ".txt" and _looks_like_markdown(text)):
        kind = "markdown"
    elif suffix in (".html", ".htm") and "<" in text:
        kind = "html"
    else:
        kind = "text"
    if suffix in (".pdf", ".docx"):
        what = {"html": "an HTML page", "json": "JSON"}.get(kind, "plain text")
        hint = "Download the report itself, or rename the file if the page is what you want."
        raise DamagedInputError(f"{name} is {what}, not a {suffix[1:].upper()}.", hint)
    return kind


def _looks_like_markdown(text: str) -> bool:
    return len(_MARKDOWN.findall(text)) >= 3 or bool(regex.match(r"#{1,3} \p{Han}", text.lstrip()))


def _refuse_tables(text: str, name: str) -> None:
    """Refuse what reportparse itself prints of reports, and other tables: they hold a report's facts, not its text."""
    first = text.lstrip("\ufeff \r\n").partition("\n")[0].strip().replace('"', "")
    named = PurePath(name).suffix.lower() in _TABLE_NAMES and not _HTML.match(text)
    if _OF_FACTS.search(first) and _HEADER.fullmatch(first):
        raise DamagedInputError(f"{name} is a table (CSV), not a report.", _NOT_A_REPORT)
    if named or heads_reports(first) or _HEADER.fullmatch(first):
        raise _no_report(name, "a table (CSV)")
    if _GENERATED.search(text[:2000]):
        raise DamagedInputError(
            f"{name} is a comparison that reportparse printed, not a report.", _NOT_A_REPORT
        )


def _kind_of_archive(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist())
            if any(entry.flag_bits & 1 for entry in archive.infolist()):
                raise EncryptedInputError(f"{name} is an archive that asks for a password.")
    except zipfile.BadZipFile as error:
        raise DamagedInputError(f"{name} is cut short or damaged.") from error
    if "word/document.xml" in members or any(regex.match(r"word/document\d*\.xml", each) for each in members):
        return "docx"
    if "content.xml" in members and _ODT in data[:256]:
        return "odt"
    if any(each.startswith("xl/") for each in members):
        raise _no_report(name, "a spreadsheet")
    raise DamagedInputError(
        f"{name} is an archive, not a report.", "Give the PDF, DOCX, HTML or text inside it."
    )


def _no_report(name: str, what: str) -> DamagedInputError:
    """Give the error for a table, which may well hold reports: those that are read a row each."""
    told = shlex.quote(name) if PurePath(name).suffix else "TABLE"
    return DamagedInputError(
        f"{name} is {what}, not a report.",
        f"If it has a report a row: reportparse batch {told} -o corpus.duckdb",
    )


def _kind_of_ole(data: bytes, name: str) -> Kind:
    """Tell an old Word file, as WPS writes them too, from an old spreadsheet, and from a new file with a password."""
    if _ENCRYPTED_PACKAGE in data:
        raise EncryptedInputError(f"{name} asks for a password.")
    if _WORD_STREAM in data or PurePath(name).suffix.lower() in (".doc", ".wps"):
        return "doc"
    raise DamagedInputError(f"{name} is an old Office file, not a report.", "Save it as DOCX or PDF.")


def _refuse_foreign_formats(head: bytes, name: str) -> None:
    if head.startswith(_TABLES):
        raise _no_report(name, "a table of data")
    if head[8:12] == b"DUCK":
        raise DamagedInputError(f"{name} is a table of data, not a report.", _NOT_A_REPORT)
    if head.startswith(_OTHER_PICTURES):
        raise NoTextError(f"{name} is a picture of a kind that is not read.", "Save it as PNG, JPG or TIFF.")

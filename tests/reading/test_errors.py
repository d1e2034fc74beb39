"""Every input that can't be read gets its own error, with a hint."""

import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from reportparse import errors
from reportparse.reading import read
from tests.reading.conftest import PARAGRAPHS
from tests.reading.setting import Look, as_pdf


def zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x")
    return out.getvalue()


def pictures() -> bytes:
    """A PDF of two pages without text."""
    document = pypdfium2.PdfDocument.new()
    for _ in range(2):
        document.new_page(595, 842)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


CASES: dict[str, tuple[bytes, str, type[errors.ReportparseError]]] = {
    "empty": (b"", "a.txt", errors.EmptyInputError),
    "blank": (" \n　\n".encode(), "a.txt", errors.EmptyInputError),
    "page named pdf": ("<!DOCTYPE html><html><p>找不到页面</p>".encode(), "a.pdf", errors.DamagedInputError),
    "page named docx": (b"<html><body>404</body></html>", "a.docx", errors.DamagedInputError),
    "cut pdf": (b"%PDF-1.7\n1 0 obj\n<<", "a.pdf", errors.DamagedInputError),
    "cut docx": (zipped("word/document.xml")[:60], "a.docx", errors.DamagedInputError),
    "broken docx": (zipped("word/document.xml"), "a.docx", errors.DamagedInputError),
    "spreadsheet": (zipped("xl/workbook.xml"), "a.xlsx", errors.DamagedInputError),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc", errors.UnreadableInputError),
    "locked word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "a.docx",
        errors.EncryptedInputError,
    ),
    "rtf": (b"{\\rtf1 x}", "a.rtf", errors.UnreadableInputError),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "a.png", errors.UnreadableInputError),
    "pages of pictures": (pictures(), "a.pdf", errors.NoTextError),
    "json": (b'{"schema_version": "1.0"}', "a.json", errors.DamagedInputError),
    "english": (
        b"Growth targets of local governments are announced each year. " * 30,
        "a.txt",
        errors.ForeignInputError,
    ),
    "japanese": ("これは政府の報告ではありません。".encode() * 30, "a.txt", errors.ForeignInputError),
    "bytes": (bytes(range(256)) * 8, "a.bin", errors.UnreadableInputError),
}


@pytest.mark.parametrize("case", CASES)
def test_unreadable_inputs(case: str) -> None:
    """One sentence that names the input, and what to try."""
    data, name, expected = CASES[case]
    with pytest.raises(expected) as caught:
        read(data, name=name)
    assert name in str(caught.value)
    assert caught.value.hint
    assert "\n" not in str(caught.value)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    """A path that leads to no file says so."""
    for path in (tmp_path / "none.pdf", tmp_path):
        with pytest.raises(errors.MissingInputError):
            read(path)


def test_what_pdfminer_refuses_is_read_through_pdfium(paragraphs: tuple[str, ...]) -> None:
    """A file whose cross-references are lost is repaired by the second engine."""
    data = as_pdf(PARAGRAPHS, Look())
    broken = data.replace(b"/Root", b"/Ro0t").replace(b"startxref", b"startxxxx")
    try:
        document = read(broken)
    except errors.DamagedInputError:
        return  # said in one sentence, at least
    assert tuple(one.text for one in document.paragraphs) == paragraphs

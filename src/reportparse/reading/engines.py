"""Choose the engine for a PDF's pages: PDFium where they are plain, pdfplumber where it sees more."""

from typing import Literal

from reportparse.errors import DamagedInputError
from reportparse.model.document import Reader
from reportparse.reading.layout import has_columns
from reportparse.reading.pages import has_text, undecoded_share
from reportparse.reading.printed import Sheet

PdfEngine = Literal["auto", "pdfplumber"]

_MOST_UNDECODED = 0.2


def sheets(data: bytes, engine: PdfEngine = "auto") -> tuple[Reader, list[Sheet]]:
    """Read all pages by PDFium, those that are not plain by pdfplumber; or all by pdfplumber, where it is wanted.

    Both give the same glyphs for a plain page, PDFium five times as fast. What one of them can't read the other may.
    Raise EncryptedInputError, InputTooLargeError or DamagedInputError.
    """
    from reportparse.reading import pdfium

    if engine == "pdfplumber":
        return _by_pdfplumber(data)
    try:
        quick = pdfium.sheets(data)
    except DamagedInputError:
        return _by_pdfplumber(data)
    if any(sheet.plain and has_columns(sheet) for sheet in quick):
        return _by_pdfplumber(data)  # columns are told from all pages
    doubtful = {sheet.number for sheet in quick if not _is_plain(sheet)}
    if not doubtful:
        return "pdf", quick
    if len(doubtful) == len(quick):
        return _by_pdfplumber(data)
    from reportparse.reading import pdf

    try:
        slow = {sheet.number: sheet for sheet in pdf.sheets(data, doubtful)}
    except DamagedInputError:
        return "pdfium", quick
    return "pdf", [slow.get(sheet.number, sheet) for sheet in quick]


def _is_plain(sheet: Sheet) -> bool:
    """Tell a page of upright text without rules, every character of which the engine knows."""
    return sheet.plain and not sheet.undecoded


def _by_pdfplumber(data: bytes) -> tuple[Reader, list[Sheet]]:
    """Read all pages by pdfplumber; by PDFium where that fails, or sees much less."""
    from reportparse.reading import pdf, pdfium

    try:
        found = pdf.sheets(data)
    except DamagedInputError:
        return "pdfium", pdfium.sheets(data)
    if undecoded_share(found) > _MOST_UNDECODED or not any(has_text(sheet) for sheet in found):
        try:
            others = pdfium.sheets(data)
        except DamagedInputError:
            return "pdf", found
        if undecoded_share(others) < undecoded_share(found) or any(has_text(sheet) for sheet in others):
            return "pdfium", others
    return "pdf", found

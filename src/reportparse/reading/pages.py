"""Make a document's paragraphs of the pages that a PDF engine gives, whichever engine it was."""

from collections.abc import Sequence

from reportparse.model import DocumentParagraph, Warning
from reportparse.reading.furniture import body_lines
from reportparse.reading.joining import paragraphs_of
from reportparse.reading.layout import printed_lines
from reportparse.reading.margins import with_margins
from reportparse.reading.printed import Sheet

UNDECODED = "�"
MAX_PAGES = 2000


def paragraphs_of_pages(sheets: Sequence[Sheet]) -> list[DocumentParagraph]:
    """Read pages in order: columns, furniture away, margins, then paragraphs across page ends."""
    heights = {sheet.number: sheet.height for sheet in sheets}
    return paragraphs_of(with_margins(body_lines(printed_lines(sheets), heights)))


def page_warnings(sheets: Sequence[Sheet]) -> list[Warning]:
    """Say which pages have no text and which have characters without a Unicode value."""
    out = []
    for sheet in sheets:
        if not has_text(sheet):
            message = f"Page {sheet.number} has no text; it may be a picture that needs OCR."
            out.append(Warning(code="page-without-text", message=message, page=sheet.number))
        elif sheet.undecoded:
            message = f"Page {sheet.number} has {sheet.undecoded} characters that the file gives no text for."
            out.append(Warning(code="undecoded-characters", message=message, page=sheet.number))
    return out


def ocr_warning(sheet: Sheet) -> Warning:
    """Say that a page's text comes from OCR."""
    message = f"Page {sheet.number} was read by OCR; check its numbers."
    return Warning(code="page-read-by-ocr", message=message, page=sheet.number)


def has_text(sheet: Sheet) -> bool:
    """Tell whether a page holds more text than a number or a stamp."""
    return sum(not glyph.char.isspace() for glyph in sheet.glyphs) >= 8 or bool(sheet.tables)


def undecoded_share(sheets: Sequence[Sheet]) -> float:
    """Give the share of characters without a Unicode value."""
    total = sum(len(sheet.glyphs) for sheet in sheets)
    return sum(sheet.undecoded for sheet in sheets) / total if total else 0.0

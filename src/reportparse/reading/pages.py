"""Make a document's paragraphs of the pages that a PDF engine gives, whichever engine it was."""

import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from reportparse.errors import InputTooLargeError
from reportparse.limits import limits
from reportparse.model import DocumentParagraph, Warning
from reportparse.reading.furniture import body_lines
from reportparse.reading.joining import paragraphs_of
from reportparse.reading.layout import printed_lines
from reportparse.reading.margins import with_margins
from reportparse.reading.printed import Sheet
from reportparse.reading.unruled import with_unruled_table

UNDECODED = "�"
_NEAR = 4.0
_MOST_MADE_UP = 0.3


def paragraphs_of_pages(sheets: Sequence[Sheet]) -> list[DocumentParagraph]:
    """Read pages in order: columns, furniture away, margins, then paragraphs across page ends."""
    sheets = [with_unruled_table(sheet) for sheet in sheets]
    heights = {sheet.number: sheet.height for sheet in sheets}
    return over_page_ends(paragraphs_of(with_margins(body_lines(printed_lines(sheets), heights))))


def over_page_ends(paragraphs: Sequence[DocumentParagraph]) -> list[DocumentParagraph]:
    """Number tables from 1, one that goes on at the top of the next page as the same."""
    out: list[DocumentParagraph] = []
    tables: dict[int, int] = {}
    last = 0
    for above, one in pairwise((None, *paragraphs)):
        if one is None or one.row is None:
            out += [one] if one else []
            continue
        if one.row.table not in tables:
            last += not (above is not None and _goes_on(above, one))
            tables[one.row.table] = last
        row = one.row.model_copy(update={"table": tables[one.row.table]})
        out.append(one.model_copy(update={"row": row}))
    return out


def _goes_on(above: DocumentParagraph, below: DocumentParagraph) -> bool:
    """Tell rows of one table on two pages: as many columns, as wide."""
    if above.row is None or below.row is None or above.page is None or below.page != above.page + 1:
        return False
    widths = [one.lines[0].box.right - one.lines[0].box.left for one in (above, below) if one.lines[0].box]
    columns = [max(cell.column + cell.columns for cell in one.row.cells) for one in (above, below) if one.row]
    return len(set(columns)) == 1 and abs(widths[0] - widths[1]) < _NEAR


def refuse_more_pages(pages: int) -> None:
    """Raise InputTooLargeError where a PDF, or a picture, has more pages than the limits allow."""
    if pages > limits().pages:
        raise InputTooLargeError(
            f"The file has {pages} pages; the limit is {limits().pages}.",
            "Split the file, or allow more with --max-pages.",
        )


def page_warnings(sheets: Sequence[Sheet]) -> list[Warning]:
    """Say which pages have no text and which have characters without a Unicode value."""
    out = []
    for sheet in sheets:
        if not has_text(sheet):
            message = f"Page {sheet.number} has no text; it may be a picture that needs OCR."
            out.append(Warning(code="page-without-text", message=message, page=sheet.number))
        elif sheet.undecoded:
            message = f"Characters on page {sheet.number} that the file gives no text for: {sheet.undecoded}."
            out.append(Warning(code="undecoded-characters", message=message, page=sheet.number))
    return out


def cut_warning(pages: int) -> Warning:
    """Say that of a file whose end is missing only some pages were there to read."""
    message = f"The PDF is cut short; whole pages of it that were read: {pages}."
    return Warning(code="file-cut-short", message=message)


def ocr_warning(sheet: Sheet) -> Warning:
    """Say that a page's text comes from OCR."""
    sure = Decimal(f"{sheet.confidence or 0:.3f}")
    message = f"Page {sheet.number} was read by OCR, with confidence {sure}; check its numbers."
    return Warning(code="page-read-by-ocr", message=message, page=sheet.number, confidence=sure)


def has_text(sheet: Sheet) -> bool:
    """Tell whether a page holds more text than a number or a stamp."""
    return sum(not glyph.char.isspace() for glyph in sheet.glyphs) >= 8 or bool(sheet.tables)


def is_legible(sheet: Sheet) -> bool:
    """Tell a page that has text from one that has none, or characters that a font made up ((cid:12), 鎴戜滑 as Ã¦)."""
    if not has_text(sheet):
        return False
    solid = [glyph.char for glyph in sheet.glyphs if not glyph.char.isspace()]
    return sum(map(_is_made_up, solid)) <= _MOST_MADE_UP * len(solid)


def _is_made_up(char: str) -> bool:
    """Tell what no Chinese report prints: no character, one of private use or control, an accented Latin letter."""
    strange = unicodedata.category(char[:1]) in ("Co", "Cc", "Cn", "Cs")
    return char == UNDECODED or strange or ("\x80" <= char <= "\u024f" and char not in "·×°±÷§")


def undecoded_share(sheets: Sequence[Sheet]) -> float:
    """Give the share of characters without a Unicode value."""
    total = sum(len(sheet.glyphs) for sheet in sheets)
    return sum(sheet.undecoded for sheet in sheets) / total if total else 0.0

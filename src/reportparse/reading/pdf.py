"""See the glyphs and ruled tables of a PDF through pdfplumber."""

import io
import logging
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from reportparse.errors import DamagedInputError, EncryptedInputError, InputTooLargeError
from reportparse.reading.grids import LEAST_RULES, table_of
from reportparse.reading.pages import UNDECODED, refuse_more_pages
from reportparse.reading.printed import Glyph, Sheet, Table, is_bold
from reportparse.reading.turning import Turn, quarters_of, upright


def sheets(data: bytes, numbers: Collection[int] | None = None) -> list[Sheet]:
    """Read all pages, or those with these numbers, from 1.

    Raise EncryptedInputError, InputTooLargeError, or DamagedInputError for what pdfminer refuses.
    """
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    logging.getLogger("pdfplumber").setLevel(logging.CRITICAL)
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            refuse_more_pages(len(pdf.pages))
            return list(_sheets(pdf, numbers))
    except (InputTooLargeError, EncryptedInputError, MemoryError):
        raise
    except Exception as error:  # pdfminer raises whatever a broken file makes it stumble over
        cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
        if isinstance(cause, PDFPasswordIncorrect):
            raise EncryptedInputError("The PDF asks for a password.") from error
        raise DamagedInputError("The PDF can't be read: it breaks its own format.") from error


def _sheets(pdf: Any, numbers: Collection[int] | None) -> Iterator[Sheet]:
    for number, page in enumerate(pdf.pages, 1):
        if numbers is not None and number not in numbers:
            continue
        chars = [char for char in page.chars if char["text"]]
        quarters = [quarters_of(*char["matrix"][:2]) for char in chars]
        turn, glyphs = upright(
            [_glyph(char) for char in chars], quarters, float(page.width), float(page.height)
        )
        width, height = turn.size
        yield Sheet(
            number=number,
            width=width,
            height=height,
            glyphs=tuple(glyphs),
            undecoded=sum(glyph.char == UNDECODED for glyph in glyphs),
            tables=tuple(_tables(page, turn, glyphs)),
        )
        page.close()


def _glyph(char: dict[str, Any]) -> Glyph:
    text = UNDECODED if char["text"].startswith("(cid:") else char["text"]
    return Glyph(
        char=text,
        left=char["x0"],
        top=char["top"],
        right=char["x1"],
        bottom=char["bottom"],
        size=max(1.0, char["size"]),
        bold=is_bold(char["fontname"]),
    )


def _tables(page: Any, turn: Turn, glyphs: Sequence[Glyph]) -> Iterator[Table]:
    """Yield tables with drawn rules, of at least two rows and two columns."""
    if len(page.lines) + len(page.rects) < LEAST_RULES:
        return
    for found in page.find_tables():
        if (table := table_of([turn.edges(*cell) for cell in found.cells], glyphs)) is not None:
            yield table

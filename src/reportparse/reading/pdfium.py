"""See the glyphs of a PDF through PDFium: fast, and it opens files that pdfminer refuses."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from reportparse.errors import DamagedInputError, EncryptedInputError
from reportparse.reading.pages import UNDECODED, refuse_more_pages
from reportparse.reading.printed import Glyph, Sheet

_BOLD = 600
_UNKNOWN = {0, 0xFFFE, 0xFFFF, 0xFFFD}


def sheets(data: bytes) -> list[Sheet]:
    """Read all pages. Raise EncryptedInputError, InputTooLargeError or DamagedInputError."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise EncryptedInputError("The PDF asks for a password.") from error
        raise DamagedInputError("The PDF can't be read: it breaks its own format.") from error
    try:
        refuse_more_pages(len(document))
        return [_sheet(document[at], at + 1) for at in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise DamagedInputError("The PDF can't be read: it breaks its own format.") from error
    finally:
        document.close()


def _sheet(page: pypdfium2.PdfPage, number: int) -> Sheet:
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        glyphs = tuple(_glyphs(textpage, height))
    finally:
        textpage.close()
        page.close()
    undecoded = sum(glyph.char == UNDECODED for glyph in glyphs)
    return Sheet(number=number, width=width, height=height, glyphs=glyphs, undecoded=undecoded)


def _glyphs(textpage: pypdfium2.PdfTextPage, height: float) -> Iterator[Glyph]:
    box = pdfium.FS_RECTF()
    for at in range(textpage.count_chars()):
        if pdfium.FPDFText_IsGenerated(textpage.raw, at) == 1:
            continue  # white space and line ends of PDFium's own
        code = pdfium.FPDFText_GetUnicode(textpage.raw, at)
        char = UNDECODED if code in _UNKNOWN else chr(code)
        if not pdfium.FPDFText_GetLooseCharBox(textpage.raw, at, ctypes.byref(box)):
            continue
        yield Glyph(
            char=char,
            left=box.left,
            top=height - box.top,
            right=box.right,
            bottom=height - box.bottom,
            size=max(1.0, round(box.top - box.bottom, 1)),
            bold=pdfium.FPDFText_GetFontWeight(textpage.raw, at) >= _BOLD,
        )

"""See the glyphs of a PDF through PDFium: fast, and it opens files that pdfminer refuses."""

import ctypes
from math import cos, sin

import pypdfium2
import pypdfium2.raw as pdfium

from reportparse.errors import DamagedInputError, EncryptedInputError
from reportparse.reading.grids import LEAST_RULES
from reportparse.reading.pages import UNDECODED, refuse_more_pages
from reportparse.reading.printed import Glyph, Sheet, is_bold
from reportparse.reading.turning import quarters_of, upright

_ANGLE = 0.01
_NAME = 256
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
    left, bottom, _, _ = page.get_mediabox()
    textpage = page.get_textpage()
    try:
        rules = sum(1 for _ in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=3))
        rotation = page.get_rotation()
        plain = rules < LEAST_RULES and rotation == 0 and left == bottom == 0
        if rotation % 180:
            width, height = height, width  # glyphs stand on the page as it is before it is turned
        glyphs, angles = _glyphs(textpage, height)
    finally:
        textpage.close()
        page.close()
    quarters = [quarters_of(cos(angle), -sin(angle)) for angle in angles]
    turn, kept = upright(glyphs, quarters, width, height)
    width, height = turn.size
    return Sheet(
        number=number,
        width=width,
        height=height,
        glyphs=tuple(kept),
        undecoded=sum(glyph.char == UNDECODED for glyph in kept),
        plain=plain and turn.quarters == 0 and all(abs(angle) < _ANGLE for angle in angles),
    )


def _glyphs(textpage: pypdfium2.PdfTextPage, height: float) -> tuple[list[Glyph], list[float]]:
    """Give the glyphs of a page, and the angle with the clock at which each stands."""
    raw, box = textpage.raw, pdfium.FS_RECTF()
    where, flags, name = ctypes.byref(box), ctypes.byref(ctypes.c_int()), ctypes.create_string_buffer(_NAME)
    glyphs, angles = list[Glyph](), list[float]()
    for at in range(textpage.count_chars()):
        if pdfium.FPDFText_IsGenerated(raw, at) == 1:
            continue  # white space and line ends of PDFium's own
        code = pdfium.FPDFText_GetUnicode(raw, at)
        char = UNDECODED if code in _UNKNOWN else chr(code)
        if not pdfium.FPDFText_GetLooseCharBox(raw, at, where):
            continue
        angles.append(pdfium.FPDFText_GetCharAngle(raw, at))
        length = pdfium.FPDFText_GetFontInfo(raw, at, name, _NAME, flags)
        font = name.raw[: length - 1].decode("utf-8", errors="replace") if 0 < length <= _NAME else ""
        glyphs.append(
            Glyph(
                char=char,
                left=box.left,
                top=height - box.top,
                right=box.right,
                bottom=height - box.bottom,
                size=max(1.0, round(box.top - box.bottom, 1)),
                bold=is_bold(font),
            )
        )
    return glyphs, angles

"""Read pages that are pictures through RapidOCR, an extra: pip install "reportparse[ocr]"."""

import importlib.util
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import pypdfium2

from reportparse.errors import NoTextError
from reportparse.reading.plain import typed_width
from reportparse.reading.printed import Glyph, Sheet

_SCALE = 150 / 72  # pixels a point: enough for 三号 type, and half the time of 200 dpi
_LEAST_SCORE = 0.5
_HINT = "Install OCR with: pip install '.[ocr]' where reportparse lies; or first: ocrmypdf -l chi_sim IN.pdf OUT.pdf"


@dataclass(frozen=True)
class Strip:
    """Be one line as OCR saw it: its corners from the upper left clockwise, in pixels, and its text."""

    corners: tuple[tuple[float, float], ...]
    text: str


Recognizer = Callable[[Any], Sequence[Strip]]


def is_available() -> bool:
    """Tell whether an OCR engine is installed."""
    return all(importlib.util.find_spec(name) for name in ("rapidocr", "onnxruntime"))


def refusal(pages: int) -> NoTextError:
    """Make the error for a document whose pages are all pictures, where no engine is installed."""
    what = "page is a picture" if pages == 1 else "pages are pictures"
    return NoTextError(f"its {pages} {what}, and no OCR engine is installed.", _HINT)


def recognizer() -> Recognizer:
    """Load the OCR engine: a function from an image (an array of rows of pixels) to the lines on it."""
    from rapidocr import RapidOCR

    engine = RapidOCR(params={"Global.log_level": "critical"})

    def recognize(image: Any) -> list[Strip]:
        seen = engine(image)
        if seen.boxes is None:
            return []
        rows = zip(seen.boxes.tolist(), seen.txts, seen.scores, strict=True)
        return [Strip(tuple(map(tuple, box)), text) for box, text, score in rows if score >= _LEAST_SCORE]

    return recognize


def sheets(data: bytes, numbers: Collection[int], recognize: Recognizer) -> list[Sheet]:
    """Read the pages of a PDF with these numbers, from 1, by OCR."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_sheet(document[number - 1], number, recognize) for number in sorted(numbers)]
    finally:
        document.close()


def _sheet(page: pypdfium2.PdfPage, number: int, recognize: Recognizer) -> Sheet:
    width, height = page.get_size()
    strips = recognize(page.render(scale=_SCALE).to_numpy())
    page.close()
    return Sheet(number=number, width=width, height=height, glyphs=tuple(_glyphs(strips)))


def _glyphs(strips: Sequence[Strip]) -> Iterator[Glyph]:
    """Spread each line's text over its box, the page's skew taken out, in points."""
    if not strips:
        return
    skew = median(_slope(strip) for strip in strips)
    usual = median(_height(strip) for strip in strips)
    for strip in strips:
        left, top = _upright(strip.corners[0], skew)
        right, _ = _upright(strip.corners[1], skew)
        # Boxes of one type size differ by some pixels; only a title is another size.
        size = usual if _height(strip) < 1.4 * usual else _height(strip)
        step = (right - left) / max(1.0, typed_width(strip.text))
        at = left
        for char in strip.text:
            after = at + step * typed_width(char)
            yield Glyph(char, at, top, after, top + size, 0.8 * size, bold=False)
            at = after


def _upright(point: tuple[float, float], skew: float) -> tuple[float, float]:
    """Turn a point of a skewed picture to where it belongs, in points."""
    across, down = point
    return (across + skew * down) / _SCALE, (down - skew * across) / _SCALE


def _slope(strip: Strip) -> float:
    (left, left_top), (right, right_top) = strip.corners[:2]
    return (right_top - left_top) / max(1.0, right - left)


def _height(strip: Strip) -> float:
    return (strip.corners[3][1] - strip.corners[0][1]) / _SCALE

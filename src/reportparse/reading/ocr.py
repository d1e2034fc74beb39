"""Read pages that are pictures through RapidOCR, an extra: pip install "reportparse[ocr]"."""

import importlib.util
import os
import threading
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain, repeat
from statistics import median
from typing import Any

import pypdfium2

from reportparse.errors import NoTextError, install
from reportparse.limits import limits
from reportparse.reading.plain import typed_width
from reportparse.reading.printed import Glyph, Sheet
from reportparse.reading.telling import tell

_SCALE = 150 / 72  # pixels a point: enough for 三号 type, and half the time of 200 dpi
_MOST_PIXELS = 4000
_BESIDE, _EACH = 500, 250
"""The MB that the program takes, and those of an engine at work."""

_LEAST_SCORE = 0.5
_DOUBTFUL = 0.75
_SETTINGS = {
    "Global.log_level": "critical",
    "Det.limit_type": "max",  # lines are found on a page of 960 pixels as well as on the full one, ten times as fast
    "Det.limit_side_len": 960,
    "Rec.rec_batch_num": 1,  # lines of one length each: less memory, and no slower
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
}
_ENGINE = ("rapidocr", "onnxruntime")
_HINT = f"{install(*_ENGINE)}; or first: ocrmypdf -l chi_sim IN.pdf OUT.pdf"


@dataclass(frozen=True)
class Strip:
    """Be one line as OCR saw it: its corners from the upper left clockwise, in pixels, its text, and how sure it is."""

    corners: tuple[tuple[float, float], ...]
    text: str
    score: float = 1.0


@dataclass(frozen=True)
class Picture:
    """Be a page as pixels (rows of them, blue, green and red), of which `scale` make a point."""

    number: int
    pixels: Any
    scale: float


Recognizer = Callable[[Any], Sequence[Strip]]


def is_available() -> bool:
    """Tell whether an OCR engine is installed."""
    return all(importlib.util.find_spec(name) for name in _ENGINE)


def refusal(pages: int) -> NoTextError:
    """Make the error for a document whose pages are all pictures, where no engine is installed or none is wanted."""
    what = "page is a picture" if pages == 1 else "pages are pictures"
    if is_available():
        return NoTextError(f"its {pages} {what}, and OCR was not asked for.", "Leave --ocr never out.")
    return NoTextError(f"its {pages} {what}, and no OCR engine is installed.", _HINT)


def recognizer() -> Recognizer:
    """Load the OCR engine: a function from an image (an array of rows of pixels) to the lines on it.

    Its models come inside its wheel. onnxruntime would write an id of the device into the home folder and queue a
    report of its use for Microsoft; it does not where this variable is set before it is loaded.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    from rapidocr import RapidOCR

    engine = RapidOCR(params=_SETTINGS)

    def recognize(image: Any) -> list[Strip]:
        strips = _strips(_seen(engine, image, use_cls=False))
        if strips and median(strip.score for strip in strips) < _DOUBTFUL:
            turned = _strips(_seen(engine, image, use_cls=True))  # lines that stand on their heads
            strips = max((strips, turned), key=lambda found: sum(strip.score for strip in found))
        return strips

    return recognize


def _seen(engine: Any, image: Any, *, use_cls: bool) -> Any:
    """Run the engine. Raise MemoryError where it has too little, which onnxruntime tells by an error of its own."""
    try:
        return engine(image, use_cls=use_cls)
    except Exception as error:
        if "bad_alloc" in str(error):
            raise MemoryError from error
        raise


def _strips(seen: Any) -> list[Strip]:
    if seen.boxes is None:
        return []
    rows = zip(seen.boxes.tolist(), seen.txts, seen.scores, strict=True)
    return [
        Strip(tuple(map(tuple, box)), text, float(score))
        for box, text, score in rows
        if score >= _LEAST_SCORE
    ]


def sheets(
    data: bytes, numbers: Collection[int], make: Callable[[], Recognizer] = recognizer
) -> Iterator[Sheet]:
    """Read the pages of a PDF with these numbers, from 1, by OCR; they come in order, each when it is read."""
    yield from read_pictures(pages(data, numbers), len(numbers), make)


def pages(data: bytes, numbers: Collection[int]) -> Iterator[Picture]:
    """Draw the pages of a PDF with these numbers, one after the other."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number in sorted(numbers):
            page = document[number - 1]
            scale = min(_SCALE, _MOST_PIXELS / max(page.get_size()))
            yield Picture(number, page.render(scale=scale).to_numpy(), scale)
            page.close()
    finally:
        document.close()


def read_pictures(
    pictures: Iterable[Picture], count: int, make: Callable[[], Recognizer] = recognizer
) -> Iterator[Sheet]:
    """Read pictures by as many engines as there are processors, and say so page by page.

    The engines are threads: onnxruntime works outside of Python's lock, so that they are as quick as processes,
    and need neither a copy of the pictures nor a second Python. PDFium is not for threads: pages are drawn here.
    """
    room = (limits().megabytes - _BESIDE) // _EACH
    workers = max(1, min(os.cpu_count() or 1, count, room))
    own = threading.local()

    def read(picture: Picture) -> Sheet:
        if not hasattr(own, "recognize"):
            own.recognize = make()
        return _sheet(picture, own.recognize(picture.pixels))

    pending: deque[Future[Sheet]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        for done, picture in enumerate(chain(pictures, repeat(None, workers)), 1 - workers):
            if picture is not None:
                pending.append(pool.submit(read, picture))
            if done > 0 and pending:
                sheet = pending.popleft().result()
                tell(f"Page {sheet.number} is read by OCR, {min(done, count)} of {count}.")
                yield sheet


def _sheet(picture: Picture, strips: Sequence[Strip]) -> Sheet:
    height, width = picture.pixels.shape[:2]
    letters = sum(len(strip.text) for strip in strips)
    score = sum(strip.score * len(strip.text) for strip in strips) / letters if letters else None
    return Sheet(
        number=picture.number,
        width=width / picture.scale,
        height=height / picture.scale,
        glyphs=tuple(_glyphs(strips, picture.scale)),
        confidence=score,
    )


def _glyphs(strips: Sequence[Strip], scale: float) -> Iterator[Glyph]:
    """Spread each line's text over its box, the page's skew taken out, in points."""
    if not strips:
        return
    skew = median(_slope(strip) for strip in strips)
    usual = median(_height(strip, scale) for strip in strips)
    for strip in strips:
        left, top = _upright(strip.corners[0], skew, scale)
        right, _ = _upright(strip.corners[1], skew, scale)
        # Boxes of one type size differ by some pixels; only a title is another size.
        size = usual if _height(strip, scale) < 1.4 * usual else _height(strip, scale)
        step = (right - left) / max(1.0, typed_width(strip.text))
        at = left
        for char in strip.text:
            after = at + step * typed_width(char)
            yield Glyph(char, at, top, after, top + size, 0.8 * size, bold=False)
            at = after


def _upright(point: tuple[float, float], skew: float, scale: float) -> tuple[float, float]:
    """Turn a point of a skewed picture to where it belongs, in points."""
    across, down = point
    return (across + skew * down) / scale, (down - skew * across) / scale


def _slope(strip: Strip) -> float:
    (left, left_top), (right, right_top) = strip.corners[:2]
    return (right_top - left_top) / max(1.0, right - left)


def _height(strip: Strip, scale: float) -> float:
    return (strip.corners[3][1] - strip.corners[0][1]) / scale

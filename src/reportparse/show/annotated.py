"""Mark the facts of a report in the PDF that it was read from, where the reader saw their words."""

import io
import logging
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportparse.errors import DamagedInputError, ReportparseError, UsageError
from reportparse.model import Box, Commitment, Document, Figure, Line, Project, Report
from reportparse.show.highlights import Fact, facts_of
from reportparse.show.summary import amount

if TYPE_CHECKING:
    from reportparse.reading.printed import Sheet

COLOURS = {"target": "9cc4f5", "result": "9fdcb4", "project": "dcb3ea", "commitment": "c98a2b"}
"""A highlight for each kind; commitments, which hold the others, are underlined."""

_LEAST = 0.8
"""So much of a line has to be found among its page's glyphs; else its letters are taken to be evenly wide."""


@dataclass(frozen=True)
class Place:
    """Be a line of the document with its offset in the text of all paragraphs together."""

    start: int
    end: int
    line: Line


def annotated(data: bytes, document: Document, report: Report) -> bytes:
    """Give the PDF `data`, which `document` was read from, with an annotation for each fact.

    The same PDF and report give the same bytes. Raises UsageError where nothing has a place on a page,
    DamagedInputError where the file can't be written anew.
    """
    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import PyPdfError

    from reportparse.reading import pdfium

    text, places = _text(document)
    if not places:
        raise UsageError(
            f"{document.name} has no pages to mark facts on.", "--pdf needs a report that is a PDF."
        )
    try:
        sheets = {sheet.number: sheet for sheet in pdfium.sheets(data)}
    except ReportparseError:
        sheets = {}
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
        for kind, words, spans in _spans(report, text):
            for number, boxes in _boxes(spans, places, text, sheets).items():
                writer.add_annotation(number - 1, _annotation(kind, words, boxes, writer.pages[number - 1]))
        written = io.BytesIO()
        writer.write(written)
    except (PyPdfError, KeyError, ValueError, NotImplementedError) as error:
        raise DamagedInputError(f"{document.name} can't be written with annotations: {error}.") from error
    return written.getvalue()


def _text(document: Document) -> tuple[str, list[Place]]:
    """Give the text of all paragraphs together, and the lines that have a box, sorted."""
    text, places = "", list[Place]()
    for paragraph in document.paragraphs:
        before = len(text)
        places += [
            Place(before + line.start, before + line.end, line)
            for line in paragraph.lines
            if line.box and line.page
        ]
        text += paragraph.text
    return text, places


def _spans(report: Report, text: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield each fact's kind, its words in short, and its place in the document's text.

    The report's paragraphs are those of the document, now and then parted or joined anew.
    """
    starts, cursor = dict[str, int](), 0
    for paragraph in report.paragraphs:
        found = text.find(paragraph.text, cursor)
        if found >= 0:
            starts[paragraph.id] = found
            cursor = found + len(paragraph.text)
    for kind, fact in facts_of(report):
        start = starts.get(fact.at.paragraph)
        at = text.find(fact.quote) if start is None else start + fact.at.start
        if at >= 0:
            yield kind, f"{fact.id} {kind}: {_short(fact)}", (at, at + len(fact.quote))


def _short(fact: Fact) -> str:
    parts: tuple[str | None, ...]
    match fact:
        case Figure():
            parts = (fact.indicator, amount(fact), fact.measure, fact.tone, fact.period)
        case Project():
            parts = (fact.name, fact.stage, fact.outlook, fact.period)
        case Commitment():
            parts = (fact.verb, fact.object, fact.strength, fact.deadline)
    return " · ".join(filter(None, (*parts, fact.rule)))


def _boxes(
    span: tuple[int, int], places: Sequence[Place], text: str, sheets: dict[int, "Sheet"]
) -> dict[int, list[Box]]:
    """Give the boxes of a span by page, one a line."""
    found: dict[int, list[Box]] = {}
    first = max(0, bisect_right(places, span[0], key=lambda place: place.start) - 1)
    for place in places[first:]:
        if place.start >= span[1]:
            break
        start, end = max(span[0], place.start), min(span[1], place.end)
        if start < end and place.line.page and place.line.box:
            edges = _edges(text[place.start : place.end], place.line.box, sheets.get(place.line.page))
            left, right = edges[start - place.start][0], edges[end - place.start - 1][1]
            box = place.line.box.model_copy(update={"left": left, "right": right})
            found.setdefault(place.line.page, []).append(box)
    return found


def _edges(text: str, box: Box, sheet: "Sheet | None") -> list[tuple[float, float]]:
    """Give the left and the right edge of each character of a line: its glyph's, else by the width of its kind."""
    widths = [1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.55 for char in text]
    unit = (box.right - box.left) / sum(widths)
    edges, left = [], box.left
    for width in widths:
        edges.append((left, left + width * unit))
        left += width * unit
    glyphs = sorted(
        (g for g in (sheet.glyphs if sheet else ()) if box.top <= (g.top + g.bottom) / 2 <= box.bottom
         and box.left - 1 <= g.left and g.right <= box.right + 1 and not g.char.isspace()),
        key=lambda glyph: glyph.left,
    )  # fmt: skip
    seen, at = dict[int, tuple[float, float]](), 0
    for number, char in enumerate(text):
        ahead = next((n for n in range(at, min(at + 3, len(glyphs))) if glyphs[n].char == char), None)
        if ahead is not None:
            seen[number] = glyphs[ahead].left, glyphs[ahead].right
            at = ahead + 1
    if len(seen) < _LEAST * len(text.replace(" ", "")):
        return edges
    return [seen.get(number, edge) for number, edge in enumerate(edges)]


def _annotation(kind: str, words: str, boxes: Sequence[Box], page: Any) -> Any:
    from pypdf.annotations import Highlight
    from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

    quads = [_corners(box, page) for box in boxes]
    xs = [x for quad in quads for x, _ in quad]
    ys = [y for quad in quads for _, y in quad]
    made = Highlight(
        rect=(min(xs), min(ys), max(xs), max(ys)),
        quad_points=ArrayObject(
            FloatObject(round(value, 2)) for quad in quads for point in quad for value in point
        ),
        highlight_color=COLOURS[kind],
        printing=True,
    )
    if kind == "commitment":
        made[NameObject("/Subtype")] = NameObject("/Underline")
    made[NameObject("/Contents")] = TextStringObject(words)
    made[NameObject("/T")] = TextStringObject("reportparse")
    return made


def _corners(box: Box, page: Any) -> list[tuple[float, float]]:
    """Give the corners of a box in the page's own space: upper left, upper right, lower left, lower right."""
    area = page.mediabox
    x0, y0, width, height = (float(v) for v in (area.left, area.bottom, area.width, area.height))
    turns: dict[int, Callable[[float, float], tuple[float, float]]] = {
        0: lambda x, y: (x0 + x, y0 + height - y),
        90: lambda x, y: (x0 + y, y0 + x),
        180: lambda x, y: (x0 + width - x, y0 + y),
        270: lambda x, y: (x0 + width - y, y0 + height - x),
    }
    turned = turns.get(int(page.rotation) % 360, turns[0])
    return [turned(x, y) for y in (box.top, box.bottom) for x in (box.left, box.right)]

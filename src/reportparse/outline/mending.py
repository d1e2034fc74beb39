"""Put titles that a converter broke over two lines together again."""

from collections.abc import Sequence

import regex

from reportparse.model import DocumentParagraph, Markup
from reportparse.outline.heading import mark_of
from reportparse.outline.numbering import Kind, Mark
from reportparse.reading.joining import concatenated
from reportparse.text import NUMERALS, fold

_BARE = regex.compile(rf"\s*第[{NUMERALS}]{{1,3}}(?:部分|篇|章)\s*")
_MARKED = regex.compile(r"[，。！？；：、]\s*$")
_INSIDE = regex.compile(r"[。！？；：]")
_PROSE = 40
"""A paragraph of so many letters is no line of a title."""


def mended(paragraphs: Sequence[DocumentParagraph]) -> tuple[DocumentParagraph, ...]:
    """Join 第一部分 with the title below it, and the one numbered title of its kind that goes on in the next line.

    A line below several numbered titles is a heading of its own; below one alone, whose sisters stand over prose,
    it is the rest of that title.
    """
    texts = [fold(paragraph.text).strip() for paragraph in paragraphs]
    marks = [mark_of(text) for text in texts]
    bare = {
        at for at in range(len(texts) - 1) if _BARE.fullmatch(texts[at]) and _is_line(at + 1, texts, marks)
    }
    broken: set[int] = set()
    for kind in (Kind.part, Kind.bracket):
        titles = [at for at in range(len(texts) - 2) if _is_title(at, kind, texts, marks)]
        over = [at for at in titles if _is_line(at + 1, texts, marks)]
        if len(over) == 1 and len(titles) > 2 and _goes_on(over[0], paragraphs, texts):
            broken.add(over[0])
    joined: list[DocumentParagraph] = []
    for at, paragraph in enumerate(paragraphs):
        if joined and at - 1 in bare | broken:
            joined[-1] = concatenated(joined[-1], paragraph)
        else:
            joined.append(paragraph)
    return tuple(joined)


def _is_title(at: int, kind: Kind, texts: Sequence[str], marks: Sequence[Mark | None]) -> bool:
    mark = marks[at]
    short = mark is not None and mark.kind is kind and mark.end < len(texts[at]) <= _PROSE
    return short and not _INSIDE.search(texts[at])


def _is_line(at: int, texts: Sequence[str], marks: Sequence[Mark | None]) -> bool:
    return marks[at] is None and 1 < len(texts[at]) <= _PROSE and not _MARKED.search(texts[at])


def _goes_on(at: int, paragraphs: Sequence[DocumentParagraph], texts: Sequence[str]) -> bool:
    """Tell a line that stands between its title and prose, is shorter than a title, and is set as no heading."""
    below = paragraphs[at + 1]
    plain = below.markup is not Markup.table and below.level is None
    return plain and len(texts[at + 1]) <= len(texts[at]) and len(texts[at + 2]) >= _PROSE

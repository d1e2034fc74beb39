"""Cut running text into sentences and clauses: half-open spans of the text that was given."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex


class Span(NamedTuple):
    """Be `text[start:end]`, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the text of the span."""
        return text[self.start : self.end]

    def meets(self, start: int, end: int) -> bool:
        """Tell whether it shares a character with `start`–`end`."""
        return self.start < end and start < self.end


_ENCLOSED = regex.compile(
    r"""（[^（）()]{0,120}[）)] | \([^（）()]{0,120}[）)] | 《[^《》。]{0,80}》 | 〈[^〈〉。]{0,80}〉
      | “[^“”]{0,160}” | ‘[^‘’]{0,120}’ | 「[^「」]{0,120}」 | 『[^『』]{0,120}』
      | "[^"“”，,。！？!?\n]{0,80}" | "[^"“”。！？!?\n]{0,20}" """,
    regex.VERBOSE,
)
_SENTENCE_END = regex.compile(r"(?:[。！？!?]+[”’」』\"]?|\n+)")
_CLAUSE_END = regex.compile(
    r"""[，；;] | (?<![0-9]), | ,(?![0-9]{3}(?![0-9]))
      | (?<![0-9])[：:] | [：:](?![0-9]) | (?<=[。！？!?])""",
    regex.VERBOSE,
)
_MARKS = " \t\r\n\u3000，。；：！？、,;:!?"


def enclosed(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Give the runs in brackets and quotation marks, their marks included, sorted, the outermost only.

    A mark without its mate within a reach that real text keeps to encloses nothing. Curly quotes are paired
    by their shape, straight ones by turns within a sentence, so printed text is read better than folded text.
    """
    return tuple(Span(*found.span()) for found in _ENCLOSED.finditer(text, start, _end(text, end)))


def around(spans: Sequence[Span], offset: int) -> Span | None:
    """Give the one of sorted spans without overlap that an offset lies in, None where it lies in none."""
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[at] if at >= 0 and offset < spans[at].end else None


def meeting(spans: Sequence[Span], start: int, end: int) -> range:
    """Give the places of those of sorted spans without overlap that share a character with `start`–`end`."""
    first = bisect_right(spans, start, key=lambda span: span.end)
    return range(first, bisect_left(spans, end, lo=first, key=lambda span: span.start))


def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Give the sentences of `text[start:end]` in order, with their closing marks, without white space around.

    Full stops in brackets and in quotations do not end a sentence.
    """
    return tuple(_trimmed(text, *pair, " \t\r\n\u3000") for pair in _pieces(text, start, end, _SENTENCE_END))


def clauses(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Give what commas, semicolons, colons and full stops part, in order, without the marks.

    Marks in brackets and quotations, in numbers (15,326) and clock times do not part; 、 never does: whether
    it joins words or predicates is read from the verbs (`coordination.coordinated`).
    """
    spans = (
        _trimmed(text, *pair, _MARKS)
        for sentence in sentences(text, start, end)
        for pair in _pieces(text, *sentence, _CLAUSE_END)
    )
    return tuple(span for span in spans if span.start < span.end)


def _end(text: str, end: int | None) -> int:
    return len(text) if end is None else end


def _pieces(text: str, start: int, end: int | None, mark: regex.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the pieces between marks that stand outside brackets and quotes, each with its closing mark."""
    stop = _end(text, end)
    shelters = enclosed(text, start, stop)
    begin = start
    for found in mark.finditer(text, start, stop):
        shelter = around(shelters, found.start())
        if shelter is not None and shelter.start < found.start() and found.end() < shelter.end:
            continue
        if found.end() > begin:
            yield begin, found.end()
            begin = found.end()
    if begin < stop:
        yield begin, stop


def _trimmed(text: str, start: int, end: int, marks: str) -> Span:
    while end > start and text[end - 1] in marks:
        end -= 1
    while start < end and text[start] in marks:
        start += 1
    return Span(start, end)

"""Join printed lines into paragraphs: by layout first, by words where a page or a converter broke one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

import regex

from reportparse.model import Box, DocumentParagraph, Line, Markup
from reportparse.reading.openings import has_sentence, is_ended, leans_forward, opening
from reportparse.reading.printed import PrintedLine
from reportparse.reading.spacing import kept, merged, moved

_BULLET = regex.compile(r"(?<=[。！；]\s*)-\s*(?=[(（][一二三四五六七八九十]{1,3}[)）]|——|一一)")
_INDENT = 1.2
_FULL = 2.2
_FULL_RAGGED = 4.5
_STRONG = ("part", "item", "dash")
_LONGER_THAN_HEADINGS = 60
_LONGER_THAN_PARAGRAPHS = 10_000


def paragraphs_of(lines: Sequence[PrintedLine]) -> list[DocumentParagraph]:
    """Join the lines of a document, in reading order and without furniture, into its paragraphs."""
    lines = [part for line in lines for part in _parted_at_bullets(line)]
    if not lines:
        return []
    page = _Page(lines)
    groups = [[lines[0]]]
    for below in lines[1:]:
        if page.parts(groups[-1], below):
            groups.append([below])
        else:
            groups[-1].append(below)
    return rejoined([paragraph for group in groups if (paragraph := joined(group)).text], broken=True)


def _parted_at_bullets(line: PrintedLine) -> list[PrintedLine]:
    """Part a line where a converter ran list items together: …圆满完成。 - (五)着力…."""
    bullet = _BULLET.search(line.text)
    if line.row or not bullet:
        return [line]
    at, indented = bullet.start(), line.margin_left + 2 * line.size
    first, second = (
        tuple((a, b) for a, b in line.bold if b <= at),
        tuple((a - at, b - at) for a, b in line.bold if a >= at),
    )
    return [
        replace(line, text=line.text[:at], right=line.margin_right, bold=first),
        *_parted_at_bullets(replace(line, text=line.text[at:], left=indented, bold=second)),
    ]


class _Page:
    """Know how a document is set: whether paragraphs are indented, lines end evenly, how far they stand."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        body = [line for line in lines if line.row is None]
        indented = sum(1 for line in body if 1.5 <= line.indent <= 3.2)
        flush = sum(1 for line in body if line.indent < _INDENT)
        even = sum(1 for line in body if line.shortfall < 1.0)
        self.indents = indented >= 0.02 * len(body) and flush > 0
        self.full = _FULL if even >= 0.6 * len(body) else _FULL_RAGGED
        gaps = [
            (below.top - above.top) / below.size
            for above, below in pairwise(body)
            if above.page == below.page and 0 < below.top - above.top < 6 * below.size
        ]
        self.gap = median(gaps) if gaps else 0.0

    def parts(self, group: Sequence[PrintedLine], below: PrintedLine) -> bool:
        """Tell whether the paragraph of the lines in `group` ends before `below`."""
        above = group[-1]
        if above.row or below.row:
            return True
        if abs(above.size - below.size) > 0.15 * max(above.size, below.size):
            return True
        if self._has_wide_gap(above, below):
            return True
        if _is_title_run_on(group, below):
            return False
        if below.indent >= _INDENT or above.shortfall > _FULL_RAGGED:
            return True
        begins = opening(below.text)
        if not is_ended(above.text):
            return begins in _STRONG and above.shortfall > self.full
        return above.shortfall > self.full or begins in _STRONG or not (self.indents or begins is None)

    def _has_wide_gap(self, above: PrintedLine, below: PrintedLine) -> bool:
        if above.page != below.page or not self.gap:
            return False
        return (below.top - above.top) / below.size > (1.45 if self.indents else 1.2) * self.gap


def _is_title_run_on(group: Sequence[PrintedLine], below: PrintedLine) -> bool:
    """Tell whether centred lines that fill their column go on in a shorter centred line."""
    above = group[-1]
    narrows = above.indent < 1.5 and below.indent > above.indent + 0.8 and below.shortfall > 0.3
    if not narrows or is_ended(above.text) or opening(below.text):
        return False
    return all(abs(line.indent - line.shortfall) < 1.1 for line in (*group, below))


def is_centered(line: PrintedLine) -> bool:
    """Tell whether a line stands in the middle of its column, with room on both sides."""
    return line.indent > 2.5 and line.shortfall > 1.5 and abs(line.indent - line.shortfall) < 1.6


def joined(lines: Sequence[PrintedLine]) -> DocumentParagraph:
    """Make one paragraph of its lines, without converter spaces."""
    text, ends, bold = "", [], []
    for line in lines:
        text += _glue(text, line.text)
        bold += [(start + len(text), end + len(text)) for start, end in line.bold]
        text += line.text
        ends.append(len(text))
    first = lines[0]
    kept_at = list(range(len(text))) if first.row else kept(text)
    return DocumentParagraph(
        text="".join(" " if text[at].isspace() else text[at] for at in kept_at),
        page=first.page,
        lines=_placed(lines, ends, kept_at),
        markup=Markup.table if first.row else Markup.body,
        bold=moved(merged(tuple(sorted(bold))), kept_at),
        centered=first.page is not None and len(lines) <= 2 and is_centered(lines[-1]),
        row=first.row,
    )


def _glue(before: str, after: str) -> str:
    """Give what stands between two lines: a space between Latin words, else nothing."""
    return " " if before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() else ""


def _placed(lines: Sequence[PrintedLine], ends: Sequence[int], kept_at: list[int]) -> tuple[Line, ...]:
    """Say where each line stands in the joined text, and on which page."""
    if lines[0].page is None:
        return ()
    placed, start = [], 0
    for line, end in zip(lines, ends, strict=True):
        for begin, stop in moved(((start, end),), kept_at):
            box = Box(
                left=round(line.left, 1),
                top=round(line.top, 1),
                right=round(line.right, 1),
                bottom=round(line.bottom, 1),
            )
            placed.append(Line(start=begin, end=stop, page=line.page, box=box))
        start = end
    return tuple(placed)


def rejoined(paragraphs: Sequence[DocumentParagraph], broken: bool = False) -> list[DocumentParagraph]:
    """Join paragraphs that were broken in mid-sentence.

    `broken` says that the format breaks them often (pages, converters), so that weaker signs count.
    """
    full = Counter(opening(one.text) for one in paragraphs if has_sentence(one.text))
    bare = Counter(opening(one.text) for one in paragraphs if not has_sentence(one.text))
    runs_on = full["dash"] > 2 * bare["dash"]  # —— opens whole paragraphs here, not headings
    out: list[DocumentParagraph] = []
    for paragraph in paragraphs:
        dashed = runs_on and is_ended(paragraph.text)
        if out and _may_continue(out[-1], paragraph) and _is_open(out[-1], broken, dashed):
            out[-1] = concatenated(out[-1], paragraph)
        else:
            out.append(paragraph)
    return out


def _may_continue(before: DocumentParagraph, after: DocumentParagraph) -> bool:
    """Tell whether nothing about `after` says that it begins something."""
    if Markup.table in (before.markup, after.markup) or after.markup is Markup.heading:
        return False
    return opening(after.text) is None and (not after.centered or leans_forward(before.text))


def _is_open(before: DocumentParagraph, broken: bool, dashed: bool) -> bool:
    """Tell whether a paragraph stops before its sentence does."""
    if len(before.text) > _LONGER_THAN_PARAGRAPHS or is_ended(before.text):
        return False
    if leans_forward(before.text):
        return True
    if not broken or before.markup is Markup.heading or before.centered:
        return False
    is_run_in = dashed and opening(before.text) == "dash"
    return is_run_in or has_sentence(before.text) or len(before.text) > _LONGER_THAN_HEADINGS


def concatenated(before: DocumentParagraph, after: DocumentParagraph) -> DocumentParagraph:
    """Put two paragraphs into one."""
    glue = _glue(before.text, after.text)
    offset = len(before.text) + len(glue)
    return before.model_copy(
        update={
            "text": before.text + glue + after.text,
            "lines": before.lines
            + tuple(
                line.model_copy(update={"start": line.start + offset, "end": line.end + offset})
                for line in after.lines
            ),
            "bold": merged(before.bold + tuple((start + offset, end + offset) for start, end in after.bold)),
            "centered": False,
        }
    )

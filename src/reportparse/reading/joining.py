"""Join printed lines into paragraphs: by layout first, by words where a page or a converter broke one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from reportparse.model import Box, DocumentParagraph, Line, Markup
from reportparse.reading.openings import has_sentence, is_ended, leans_forward, opening
from reportparse.reading.printed import PrintedLine
from reportparse.reading.spacing import kept, merged, moved

_INDENT = 1.2
_FULL = 2.2
_FULL_RAGGED = 4.5


def paragraphs_of(lines: Sequence[PrintedLine]) -> list[DocumentParagraph]:
    """Join the lines of a document, in reading order and without furniture, into its paragraphs."""
    if not lines:
        return []
    page = _Page(lines)
    groups = [[lines[0]]]
    for above, below in zip(lines, lines[1:], strict=False):
        if page.parts(above, below):
            groups.append([below])
        else:
            groups[-1].append(below)
    return rejoined([paragraph for group in groups if (paragraph := joined(group)).text])


class _Page:
    """Know how a document is set: whether paragraphs are indented, whether lines end evenly, their distance."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        body = [line for line in lines if not line.table]
        indented = sum(1 for line in body if 1.5 <= line.indent <= 3.2)
        flush = sum(1 for line in body if line.indent < _INDENT)
        even = sum(1 for line in body if line.shortfall < 1.0)
        self.indents = indented >= 0.02 * len(body) and flush > 0
        self.full = _FULL if even >= 0.6 * len(body) else _FULL_RAGGED
        gaps = [
            (below.top - above.top) / below.size
            for above, below in zip(body, body[1:], strict=False)
            if above.page == below.page and 0 < below.top - above.top < 6 * below.size
        ]
        self.gap = median(gaps) if gaps else 0.0

    def parts(self, above: PrintedLine, below: PrintedLine) -> bool:
        """Tell whether a paragraph ends between two lines."""
        if above.table or below.table:
            return True
        if abs(above.size - below.size) > 0.15 * max(above.size, below.size):
            return True
        if self._has_wide_gap(above, below):
            return True
        if is_centered(below) and above.shortfall < 1.5 and below.indent > 3.5:
            return is_ended(above.text)  # a title that runs into a second line
        if below.indent >= _INDENT:
            return True
        if above.shortfall > self.full:
            return True
        return not self.indents and opening(below.text) is not None and is_ended(above.text)

    def _has_wide_gap(self, above: PrintedLine, below: PrintedLine) -> bool:
        if above.page != below.page or not self.gap:
            return False
        return (below.top - above.top) / below.size > 1.45 * self.gap


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
    table = lines[0].table
    kept_at = list(range(len(text))) if table else kept(text)
    first = lines[0]
    return DocumentParagraph(
        text="".join(" " if text[at].isspace() else text[at] for at in kept_at),
        page=first.page,
        lines=_placed(lines, ends, kept_at),
        markup=Markup.table if table else Markup.body,
        bold=moved(merged(tuple(sorted(bold))), kept_at),
        centered=first.page is not None and len(lines) <= 2 and is_centered(lines[-1]),
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


def rejoined(paragraphs: Sequence[DocumentParagraph]) -> list[DocumentParagraph]:
    """Join paragraphs that a page end or a converter broke in mid-sentence."""
    sisters = Counter(
        (opening(paragraph.text), is_ended(paragraph.text)) for paragraph in paragraphs if paragraph.text
    )
    out: list[DocumentParagraph] = []
    for paragraph in paragraphs:
        if out and _continues(out[-1], paragraph, sisters):
            out[-1] = concatenated(out[-1], paragraph)
        else:
            out.append(paragraph)
    return out


def _continues(
    before: DocumentParagraph, after: DocumentParagraph, sisters: Counter[tuple[str | None, bool]]
) -> bool:
    """Tell whether `after` goes on with the sentence that `before` leaves open."""
    if Markup.table in (before.markup, after.markup) or after.markup is Markup.heading:
        return False
    if opening(after.text) or is_ended(before.text) or after.centered:
        return False
    if before.markup is Markup.heading and not leans_forward(before.text):
        return False
    if leans_forward(before.text) or has_sentence(before.text):
        return True
    kind = opening(before.text)
    return kind is not None and sisters[kind, True] > 2 * sisters[kind, False] and is_ended(after.text)


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


def without_page_marks(paragraphs: Iterable[DocumentParagraph]) -> list[DocumentParagraph]:
    """Drop paragraphs that are only a page's number or a drawn rule, for formats without pages."""
    from reportparse.reading.furniture import is_page_mark, is_rule

    return [one for one in paragraphs if not (is_page_mark(one.text) or is_rule(one.text))]

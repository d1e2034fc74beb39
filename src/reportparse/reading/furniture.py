"""Take away what belongs to the page or the site and not to the report."""

from collections import Counter
from collections.abc import Iterable, Sequence

import regex

from reportparse.reading.printed import PrintedLine

_DASH = r"[-—–―－─~·•.\s]"
_COUNT = "[0-9０-９一二三四五六七八九十百]{1,5}"
PAGE_NUMBER = regex.compile(
    rf"""{_DASH}*(?:
      [0-9０-９]{{1,4}}
    | 第\s*{_COUNT}\s*页(?:\s*[,，/]?\s*[(（]?共\s*{_COUNT}\s*页[)）]?)?
    | [0-9]{{1,4}}\s*/\s*[0-9]{{1,4}}
    | (?i:page)\s*[0-9]{{1,4}}(?:\s*(?:of|/)\s*[0-9]{{1,4}})?
    ){_DASH}*""",
    regex.VERBOSE,
)
_DASHED_NUMBER = regex.compile(
    r"[-—–―－─·•]+\s*[0-9０-９]{1,3}\s*[-—–―－─·•]*|[0-9０-９]{1,3}\s*[-—–―－─·•]+|第\s*[0-9]{1,4}\s*页(?:.{0,3}共\s*[0-9]{1,4}\s*页.?)?"
)
_RULE = regex.compile(r"[-—–―－─_＿=＝*＊·.…\s]{3,}")
_SENTENCE_END = regex.compile(r"[，。；：！？、,;:!?]$|^$")
_EDGE = 0.13


def is_page_number(text: str) -> bool:
    """Tell whether a line at a page's edge is its number: — 12 —, -12-, 12, 第12页 共30页, 12/30."""
    return bool(PAGE_NUMBER.fullmatch(text.strip()))


def is_page_mark(text: str) -> bool:
    """Tell whether a line that may stand anywhere can only be a page's number: — 12 —, 第12页."""
    return bool(_DASHED_NUMBER.fullmatch(text.strip()))


def is_rule(text: str) -> bool:
    """Tell whether a line is only drawn: ————, ____, ***."""
    return bool(_RULE.fullmatch(text.strip()))


def body_lines(lines: Sequence[PrintedLine], heights: dict[int, float]) -> list[PrintedLine]:
    """Drop page numbers, running heads and feet, and drawn rules; `heights` gives each page's height."""
    edges = _edge_lines(lines, heights)
    repeated = _repeated(edges.values(), pages=len(heights))
    body = []
    for at, line in enumerate(lines):
        at_edge = at in edges and (is_page_number(line.text) or _place(*edges[at]) in repeated)
        if not (at_edge or is_rule(line.text) or is_page_mark(line.text)):
            body.append(line)
    return body


def _edge_lines(
    lines: Sequence[PrintedLine], heights: dict[int, float]
) -> dict[int, tuple[PrintedLine, str]]:
    """Map the index of each line near a page's upper or lower edge to the line and "top" or "bottom"."""
    edges = {}
    for at, line in enumerate(lines):
        if line.page is None:
            continue
        height = heights[line.page]
        if line.bottom < height * _EDGE:
            edges[at] = (line, "top")
        elif line.top > height * (1 - _EDGE):
            edges[at] = (line, "bottom")
    return edges


def _repeated(edges: Iterable[tuple[PrintedLine, str]], pages: int) -> set[tuple[str, str, int]]:
    """Give the places and shapes of lines that stand on so many pages that they are no part of the text.

    A head may change with the part or stand on every other page only, so a fifth of the pages is enough.
    """
    seen = Counter(place for place, _page in {(_place(line, edge), line.page) for line, edge in edges})
    least = max(2, pages // 5)
    return {place for place, count in seen.items() if count >= least and not _SENTENCE_END.search(place[0])}


def _place(line: PrintedLine, edge: str) -> tuple[str, str, int]:
    return _shape(line.text), edge, round(line.top / 4)


def _shape(text: str) -> str:
    """Give a line without white space, its numbers as #, so that heads of different pages are equal."""
    return regex.sub(r"[0-9０-９]+", "#", regex.sub(r"\s+", "", text))

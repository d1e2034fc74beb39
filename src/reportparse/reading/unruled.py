"""Find tables set without rules, or with those of head and end only, by the gaps between their columns."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final

import regex

from reportparse.reading.grids import Edges, table_of
from reportparse.reading.layout import lines_of
from reportparse.reading.printed import Glyph, PrintedLine, Sheet, Table

_NAMES: Final = regex.compile(r"序号|(?:主要)?指标(?:名称)?|项目(?:名称)?|(?:主要|建设|工作)?内容")
_OTHERS: Final = regex.compile(
    r"(?:计量)?单位|属性|.*(?:目标|完成|实绩|增速|增长|(?:19|20)[0-9]{2}年|单位|部门|内容|时限).*"
)
_LONG_LINE = 25
_FAR = 3.5
"""So many heights of type below the last line a table has ended."""

_GAP = 0.8
_LEAST_ROWS = 3


def with_unruled_table(sheet: Sheet) -> Sheet:
    """Give the sheet with the table that its lines set out, the sheet itself where there is none."""
    if sheet.tables or not _may_hold_one("".join(glyph.char for glyph in sheet.glyphs)):
        return sheet
    lines = lines_of(sheet.glyphs, sheet.number)
    start = next((at for at, line in enumerate(lines) if _is_head(line)), None)
    if start is None:
        return sheet
    end = _end(lines, start)
    while start and lines[start - 1].bottom > lines[start].top + 0.05 * lines[start].size:
        start -= 1  # a cell of the head in several lines
    top, bottom = lines[start].top, max(line.bottom for line in lines[start:end])
    inside = [
        glyph
        for glyph in sheet.glyphs
        if not glyph.char.isspace() and top - 1 <= (glyph.top + glyph.bottom) / 2 <= bottom + 1
    ]
    table = _table(inside)
    return sheet if table is None else replace(sheet, tables=(table,))


def _may_hold_one(text: str) -> bool:
    """Tell a page with the words of a table's head, before its lines are looked at."""
    return any(word in text for word in ("序号", "指标", "项目", "内容")) and any(
        word in text for word in ("单位", "属性", "年均", "部门", "时限")
    )


def _is_head(line: PrintedLine) -> bool:
    """Tell the head of a table: at least three words apart, that name what is listed and what is said of it."""
    words = line.text.split()
    named = any(_NAMES.fullmatch(word) for word in words)
    return len(words) >= 3 and named and sum(_OTHERS.fullmatch(word) is not None for word in words) >= 2


def _end(lines: Sequence[PrintedLine], start: int) -> int:
    """Give where the lines of a table end: at running text, or where a wide space follows."""
    for at in range(start + 1, len(lines)):
        line, above = lines[at], lines[at - 1]
        runs = len(line.text.split()) == 1 and len(line.text.strip()) > _LONG_LINE
        if runs or line.top - above.bottom > _FAR * line.size:
            return at
    return len(lines)


def _table(glyphs: Sequence[Glyph]) -> Table | None:
    if not glyphs:
        return None
    size = median(glyph.size for glyph in glyphs)
    edges = _columns(glyphs, size)
    if len(edges) < 4:
        return None
    rows = _rows([_within(glyphs, left, right) for left, right in pairwise(edges)], size)
    if len(rows) < _LEAST_ROWS + 1:
        return None
    cells: list[Edges] = [
        (left, top, right, bottom) for top, bottom in pairwise(rows) for left, right in pairwise(edges)
    ]
    return table_of(cells, glyphs)


def _within(glyphs: Sequence[Glyph], left: float, right: float) -> list[Glyph]:
    return [glyph for glyph in glyphs if left <= (glyph.left + glyph.right) / 2 < right]


def _columns(glyphs: Sequence[Glyph], size: float) -> list[float]:
    """Give the edges of columns: the middles of the bands that no glyph stands in, and both ends."""
    edges = [min(glyph.left for glyph in glyphs) - 1]
    reached = edges[0]
    for glyph in sorted(glyphs, key=lambda glyph: glyph.left):
        if glyph.left - reached > _GAP * size and reached > edges[0]:
            edges.append((reached + glyph.left) / 2)
        reached = max(reached, glyph.right)
    return [*edges, reached + 1]


def _rows(columns: Sequence[Sequence[Glyph]], size: float) -> list[float]:
    """Give the edges of rows: lines that stand beside each other are one, and those closer than rows mostly are.

    Columns with few lines, whose words stand in the middle of several rows, have no say.
    """
    held = [_bands(column) for column in columns]
    most = max(len(bands) for bands in held)
    telling = [bands for bands in held if len(bands) >= 0.6 * most]
    rows: list[tuple[float, float]] = []
    for top, bottom in sorted(band for bands in telling for band in bands):
        if rows and top < rows[-1][1] - 0.05 * size:
            rows[-1] = (rows[-1][0], max(rows[-1][1], bottom))
        else:
            rows.append((top, bottom))
    gaps = sorted(below[0] - above[1] for above, below in pairwise(rows))
    wide = gaps[3 * len(gaps) // 4] if gaps else 0.0
    joined: list[tuple[float, float]] = []
    for top, bottom in rows:
        if joined and top - joined[-1][1] < 0.6 * wide:
            joined[-1] = (joined[-1][0], bottom)
        else:
            joined.append((top, bottom))
    if not joined:
        return []
    middles = [(above[1] + below[0]) / 2 for above, below in pairwise(joined)]
    return [joined[0][0] - size, *middles, joined[-1][1] + size]


def _bands(glyphs: Sequence[Glyph]) -> list[tuple[float, float]]:
    """Give the upper and lower edges of a column's lines."""
    bands: list[tuple[float, float]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.top):
        if bands and (glyph.top + glyph.bottom) / 2 < bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bands[-1][1], glyph.bottom))
        else:
            bands.append((glyph.top, glyph.bottom))
    return bands

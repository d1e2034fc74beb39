"""Find the edges of the columns that lines stand in."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import quantiles

from reportparse.reading.printed import PrintedLine

Block = tuple[int | None, int]


def with_margins(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Set each line's column edges, from the lines of its page and the width of such columns in the document.

    Pages may be shifted against each other (bound books), so the left edge is the page's own; a column is as
    wide as three quarters of its lines reach, so that a mark hanging in the margin widens nothing.
    """
    blocks: dict[Block, list[PrintedLine]] = defaultdict(list)
    for line in lines:
        if line.row is None:
            blocks[line.page, line.column].append(line)
    lefts = {block: _left(members) for block, members in blocks.items()}
    fallback = _fallback_lefts(lefts)
    widths: dict[int, list[float]] = defaultdict(list)
    for (page, column), members in blocks.items():
        left = lefts[page, column] or fallback[column]
        widths[column] += [line.right - left for line in members]
    width = {column: _upper_quartile(values) for column, values in widths.items()}
    out = []
    for line in lines:
        left = lefts.get((line.page, line.column)) or fallback.get(line.column, line.left)
        out.append(line.within(left, left + width.get(line.column, line.right - left)))
    return out


def _left(lines: Sequence[PrintedLine]) -> float | None:
    """Give the leftmost edge that several lines of a block share, None for a block too small to tell."""
    near = Counter(round(line.left / 3) for line in lines)
    shared = [
        line.left
        for line in lines
        if sum(near[round(line.left / 3) + step] for step in (-1, 0, 1)) >= max(2, len(lines) // 20)
    ]
    return min(shared) if shared and len(lines) >= 4 else None


def _fallback_lefts(lefts: dict[Block, float | None]) -> dict[int, float]:
    """Give each column's usual left edge over the document."""
    by_column: dict[int, list[float]] = defaultdict(list)
    for (_page, column), left in lefts.items():
        by_column[column] += [left] if left is not None else []
    return {
        column: Counter(round(left, 1) for left in by_column.get(column, [])).most_common(1)[0][0]
        if by_column.get(column)
        else 0.0
        for _page, column in lefts
    }


def _upper_quartile(values: Sequence[float]) -> float:
    return quantiles(values, n=4)[2] if len(values) > 3 else max(values)

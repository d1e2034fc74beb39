"""Put the glyphs of a page into the cells of its tables."""

from collections.abc import Iterable, Sequence

from reportparse.reading.layout import lines_of
from reportparse.reading.printed import Glyph, Table
from reportparse.reading.spacing import without_gaps
from reportparse.reading.tables import RawCell, is_frame

Edges = tuple[float, float, float, float]
"""The edges of a cell: left, top, right, bottom."""

LEAST_RULES = 6
"""A page with fewer drawn lines has no ruled table."""
_NEAR = 2.0


def table_of(cells: Sequence[Edges], glyphs: Sequence[Glyph]) -> Table | None:
    """Make a table of the cells that rules enclose; None for a frame around running text, and for a row alone."""
    lefts, tops = _distinct(cell[0] for cell in cells), _distinct(cell[1] for cell in cells)
    if len(lefts) < 2 or len(tops) < 2:
        return None
    held: list[list[Glyph]] = [[] for _ in cells]
    for glyph in glyphs:
        across, down = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
        for at, (left, top, right, bottom) in enumerate(cells):
            if left <= across < right and top <= down < bottom:
                held[at].append(glyph)
                break
    rows: list[list[tuple[int, RawCell]]] = [[] for _ in tops]
    for at, (left, top, right, bottom) in sorted(enumerate(cells), key=lambda pair: pair[1][0]):
        columns = sum(left - _NEAR < edge < right - _NEAR for edge in lefts)
        down = sum(top - _NEAR < edge < bottom - _NEAR for edge in tops)
        text = without_gaps(" ".join(line.text for line in lines_of(held[at], page=0)))[0]
        cell = RawCell((text,) if text else (), max(1, columns), max(1, down))
        rows[_index(tops, top)].append((_index(lefts, left), cell))
    if is_frame([[cell for _, cell in row] for row in rows]):
        return None
    return Table(
        top=min(cell[1] for cell in cells),
        bottom=max(cell[3] for cell in cells),
        left=min(cell[0] for cell in cells),
        right=max(cell[2] for cell in cells),
        tops=tuple(tops),
        rows=tuple(map(tuple, rows)),
    )


def _distinct(edges: Iterable[float]) -> list[float]:
    """Give edges in order, those that lie together once."""
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > _NEAR:
            found.append(edge)
    return found


def _index(edges: Sequence[float], edge: float) -> int:
    return max(at for at, one in enumerate(edges) if one <= edge)

"""Lay the rows of a table side by side again: every place of the grid knows the cell that covers it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportparse.model import Cell, Passage
from reportparse.text import fold

_CAPTIONS = 3


@dataclass(frozen=True)
class Held:
    """Be a cell with the passage that its text stands in."""

    passage: Passage
    cell: Cell

    @property
    def text(self) -> str:
        """Give what is printed in the cell."""
        return self.passage.paragraph.text[self.cell.start : self.cell.end]

    @property
    def folded(self) -> str:
        """Give the cell's text folded, without white space."""
        return "".join(fold(self.text).split())


Line = dict[int, Held]
"""A row of a grid: the cell that covers each column, the one of a row above included."""


@dataclass(frozen=True)
class Grid:
    """Be a table: the words at the head of each column, and its rows below, those that repeat the head left out.

    `every` has all its rows. `merges` tells whether cells take more than one place; where none does, as in Markdown,
    an empty place may stand for one that goes on.
    """

    heads: dict[int, tuple[str, ...]]
    lines: tuple[Line, ...]
    every: tuple[Line, ...]
    merges: bool

    def head(self, column: int) -> str:
        """Give a column's head from top to bottom, folded, without white space."""
        return "".join(self.heads.get(column, ()))

    def column(self, column: int) -> list[str]:
        """Give the folded texts of a column below its head, without the empty ones; a merged cell stands once."""
        held = {id(line[column].cell): line[column].folded for line in self.lines if column in line}
        return [text for text in held.values() if text]

    def said(self, line: int, column: int) -> str:
        """Give what a row says in a column, where nothing is merged the last that was said above; "" for nothing."""
        for at in range(line, -1, -1):
            text = self.lines[at][column].text.strip() if column in self.lines[at] else ""
            if text or self.merges:
                return text
        return ""


def grids(passages: Sequence[Passage]) -> Iterator[Grid]:
    """Yield the tables of a report in reading order."""
    for table, rows in groupby(passages, key=lambda passage: passage.row.table if passage.row else None):
        if table is not None and (lines := _lines(list(rows))):
            yield _grid(lines)


def _lines(rows: Sequence[Passage]) -> list[Line]:
    lines: list[Line] = [{} for _ in rows]
    for at, passage in enumerate(rows):
        for cell in passage.row.cells if passage.row else ():
            for line in lines[at : at + cell.rows]:
                line.update({column: Held(passage, cell) for column in _columns(cell)})
    return lines


def _columns(cell: Cell) -> range:
    return range(cell.column, cell.column + cell.columns)


def _grid(lines: Sequence[Line]) -> Grid:
    first = 0
    while first < min(_CAPTIONS, len(lines) - 1) and len(_printed(lines[first])) < 2:
        first += 1  # a title, or 单位：亿元
    merges = any(held.cell.rows * held.cell.columns > 1 for line in lines for held in line.values())
    height = max((held.cell.rows for held in lines[first].values()), default=1)
    if height == 1 and first + 1 < len(lines) and _is_parted(lines[first], lines[first + 1], merges):
        height = 2
    head = lines[first : first + height]
    body = [line for line in lines[first + height :] if _texts(line) not in set(map(_texts, head))]
    return Grid(_heads(head, merges), tuple(body), tuple(lines), merges)


def _heads(head: Sequence[Line], merges: bool) -> dict[int, tuple[str, ...]]:
    """Give the words at the head of each column; where nothing is merged, an upper word reaches over empty places."""
    heads: dict[int, tuple[str, ...]] = {}
    for column in sorted({column for line in head for column in line}):
        said = [line[column].folded for line in head if column in line]
        if not merges and len(said) > 1 and not said[0] and said[1] and column - 1 in heads:
            said[0] = heads[column - 1][0]
        heads[column] = tuple(dict.fromkeys(text for text in said if text))
    return heads


def _is_parted(upper: Line, lower: Line, merges: bool) -> bool:
    """Tell a head of two rows: what the upper one says of several columns the lower one parts, and says no value."""
    first = min(upper)
    if first not in lower or lower[first].folded not in ("", upper[first].folded):
        return False
    values = any(held.folded[:1].isdigit() and not held.folded.endswith("年") for held in lower.values())
    wide = [at for at in upper if upper[at].cell.columns > 1 or not (merges or upper[at].folded)]
    return not values and any(at in lower and lower[at].folded for at in wide)


def _printed(line: Line) -> list[Held]:
    """Give the cells of a row that print something, each once."""
    return [held for held in {id(held.cell): held for held in line.values()}.values() if held.folded]


def _texts(line: Line) -> tuple[str, ...]:
    return tuple(line[column].folded for column in sorted(line))

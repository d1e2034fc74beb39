"""Lay rows out as blocks that fit a terminal: what `extract` and `diff` show there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.table import Table
from rich.text import Text

from reportparse.language import ENGLISH, Words

WIDTH = 100
"""How many columns a view takes where nothing says how wide the terminal is."""

_GAP = 2
_NARROW = 12
_WIDEST_YEAR = 24


@dataclass(frozen=True)
class Row:
    """Be one row: its cells, the word of its change or verdict, and the quotes behind the cells."""

    cells: tuple[str, ...]
    word: str = ""
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """Be one list. `wide` columns take the room that the others leave, `years` are the columns of reports."""

    name: str
    title: str
    lead: str
    columns: tuple[str, ...]
    wide: frozenset[int]
    rows: tuple[Row, ...]
    years: tuple[int, ...] = ()


@dataclass(frozen=True)
class Look:
    """Say how blocks are shown: how wide, how many rows, in which colours, where the rest is, in which words."""

    width: int
    rows: int
    styles: Mapping[str, str]
    rest: str
    words: Words = ENGLISH


def view(block: Block, rows: Sequence[Row], look: Look) -> RenderableType:
    """Lay out a block: a title, its rows, how many more there are.

    Where its years do not fit side by side they stand below each other, some at a time. A row that has nothing
    for these years is left out there, and years that no row has anything for; what stands behind the years is
    said of every row once, below the last of them.
    """
    head = Text(block.title, style="bold")
    if block.lead:
        head.append(f"  {block.lead}", style="dim")
    parts: list[RenderableType] = [Text(), Constrain(head, look.width)]
    if not rows:
        return Group(*parts, Text("  " + look.words.label("nothing_differs"), style="dim"))
    parts += [
        _table(block, shown, columns, look)
        for columns in _lines_of_years(block, look.width)
        if (shown := [row for row in rows[: look.rows] if _belongs(block, row, columns)])
    ]
    if left := len(block.rows) - min(len(rows), look.rows):
        rest = look.words.label("more_in", count=left, rest=look.rest.format(name=block.name))
        parts.append(Text(f"  {rest}", style="dim"))
    return Group(*parts)


def _lines_of_years(block: Block, width: int) -> list[list[int]]:
    """Split the columns so that each line's years have their room; what stands behind the years comes last."""
    others = [at for at in range(len(block.columns)) if at not in block.years]
    behind = [at for at in others if block.years and at > block.years[-1]]
    before = [at for at in others if at not in behind]
    lines: list[list[int]] = [before[:]]
    for at in block.years:
        line = [*lines[-1], at, *(behind if at == block.years[-1] else ())]
        if sum(_least(block, column) + _GAP for column in line) - _GAP > width and lines[-1] != before:
            lines.append([*before, at])
        else:
            lines[-1].append(at)
    return [*lines[:-1], lines[-1] + behind]


def _belongs(block: Block, row: Row, columns: Sequence[int]) -> bool:
    """Tell whether a row stands in this line of years: it has something for one of them, or is summed up behind."""
    closes = not block.years or columns[-1] > block.years[-1]
    return closes or any(row.cells[at] for at in columns if at in block.years)


def _least(block: Block, at: int) -> int:
    """Give the room that a column should have: a year what its numbers need, a text not more than a bit."""
    if at in block.wide:
        return min(_needed(block, at), _WIDEST_YEAR)
    return _needed(block, at)


def _needed(block: Block, at: int) -> int:
    return max(Text(text).cell_len for text in (block.columns[at], *(row.cells[at] for row in block.rows)))


def _table(block: Block, rows: Sequence[Row], columns: Sequence[int], look: Look) -> RenderableType:
    shown = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", show_edge=False
    )
    for at, width in zip(columns, _widths(block, columns, look.width), strict=True):
        shown.add_column(block.columns[at], max_width=width, overflow="ellipsis", no_wrap=True)
    for row in rows:
        *cells, last = (row.cells[at] for at in columns)
        shown.add_row(*map(Text, cells), Text(last, style=look.styles.get(row.word, "")))
    return shown


def _widths(block: Block, columns: Sequence[int], width: int) -> list[int]:
    """Give each column a width: what its cells need, the wide ones and the years an even share of the rest."""
    widths = [_needed(block, at) for at in columns]
    room = width - _GAP * (len(columns) - 1)
    while sum(widths) > room:
        widest = max(
            range(len(columns)),
            key=lambda at: (
                (columns[at] in block.wide, widths[at]) if widths[at] > _NARROW else (False, widths[at])
            ),
        )
        widths[widest] -= 1
    return widths

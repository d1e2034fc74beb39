"""Show a comparison on a terminal, 100 columns wide."""

from rich import box
from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.table import Table
from rich.text import Text

from reportparse.model.comparison import Comparison
from reportparse.show.diff_blocks import Block, blocks, heading

WIDTH = 100
ROWS = 24
"""More rows than these of one block are counted, not shown; the other formats have all."""

_STYLES = {
    "raised": "green", "hardened": "green", "exceeded": "green", "met": "green", "advanced": "green",
    "completed": "green", "done": "green", "lowered": "yellow", "softened": "yellow", "set_back": "yellow",
    "missed": "red", "dropped": "red", "vanished": "red", "new": "cyan", "not_reported": "dim",
    "not_comparable": "dim", "held": "dim", "unchanged": "dim", "repeated": "dim", "same": "dim",
}  # fmt: skip

_QUIET = frozenset({"not_reported", "same"})
"""Rows that say nothing happened are left to the other formats."""


def table(comparison: Comparison) -> RenderableType:
    """Lay the comparison out: a heading, the warnings, a table a block."""
    parts: list[RenderableType] = [Constrain(Text(heading(comparison.reports), style="bold"), WIDTH)]
    parts += [
        Constrain(Text(f"! {warning.message}", style="yellow"), WIDTH) for warning in comparison.warnings
    ]
    for block in blocks(comparison):
        head = Text(block.title, style="bold").append(f"  {block.lead}", style="dim")
        parts += [Text(), Constrain(head, WIDTH), _table(block)]
    if len(parts) == 1:
        parts.append(Text("Nothing to compare."))
    return Group(*parts)


def _table(block: Block) -> RenderableType:
    rows = [row for row in block.rows if row.word not in _QUIET]
    shown = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", show_edge=False
    )
    for column, width in zip(block.columns, _widths(block), strict=True):
        shown.add_column(column, max_width=width, overflow="ellipsis", no_wrap=True)
    for row in rows[:ROWS]:
        last = Text(row.cells[-1], style=_STYLES.get(row.word, ""))
        shown.add_row(*(Text(cell) for cell in row.cells[:-1]), last)
    if not rows:
        return Text("  nothing that differs", style="dim")
    left = len(block.rows) - min(len(rows), ROWS)
    more = Text(f"  … {left} more: --only {block.name} --format markdown", style="dim")
    return Group(shown, more) if left else shown


def _widths(block: Block) -> list[int]:
    """Give each column a width: what its cells need, the wide ones and the years an even share of the rest."""
    needed = [
        max(Text(text).cell_len for text in (column, *(row.cells[at] for row in block.rows)))
        for at, column in enumerate(block.columns)
    ]
    room = WIDTH - 2 * (len(needed) - 1)
    widths = needed[:]
    while sum(widths) > room:
        widest = max(
            range(len(widths)),
            key=lambda at: (at in block.wide, widths[at]) if widths[at] > 12 else (False, widths[at]),
        )
        widths[widest] -= 1
    return widths

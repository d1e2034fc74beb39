"""Show a comparison on a terminal, the headline indicators over the years first."""

from dataclasses import replace

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.text import Text

from reportparse.language import ENGLISH, Words
from reportparse.model.comparison import Comparison
from reportparse.show.blocks import WIDTH, Look, view
from reportparse.show.diff_blocks import blocks
from reportparse.show.diff_head import heading, made_by, summary

ROWS = 24
"""More rows than these of one block are counted, not shown; the other formats have all."""

_AT_A_GLANCE = 8
"""So many stand in each block behind the panel where all lists are shown."""

_STYLES = {
    "raised": "green", "hardened": "green", "exceeded": "green", "met": "green", "advanced": "green",
    "completed": "green", "done": "green", "lowered": "yellow", "softened": "yellow", "set_back": "yellow",
    "missed": "red", "dropped": "red", "vanished": "red", "new": "cyan", "not_reported": "dim",
    "not_comparable": "dim", "held": "dim", "unchanged": "dim", "repeated": "dim", "same": "dim",
}  # fmt: skip

_QUIET = frozenset({"not_reported", "same"})
"""Rows that say nothing happened are left to the other formats."""


def table(comparison: Comparison, width: int = WIDTH, words: Words = ENGLISH) -> RenderableType:
    """Lay the comparison out: a heading, the warnings, the panel, then a table a block."""
    whole = Look(width, ROWS, _STYLES, "--only {name} --format markdown", words)
    parts: list[RenderableType] = [Constrain(Text(heading(comparison.reports), style="bold"), width)]
    parts += [Constrain(Text(line), width) for line in summary(comparison, words)]
    parts += [
        Constrain(Text(f"! {words.retold(warning.message)}", style="yellow"), width)
        for warning in comparison.warnings
    ]
    found = sorted(blocks(comparison, words), key=lambda block: block.name != "panel")
    brief = replace(whole, rows=_AT_A_GLANCE) if len({block.name for block in found}) > 1 else whole
    parts += [
        view(
            block,
            [row for row in block.rows if row.word not in _QUIET],
            whole if block.name == "panel" else brief,
        )
        for block in found
    ]
    if not found:
        parts.append(Text(words.label("nothing_to_compare")))
    parts += [Text(), Text(f"reportparse {made_by(comparison, words)}", style="dim")]
    return Group(*parts)

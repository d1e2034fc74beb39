"""Show on a terminal a fact, and which rule read what in it."""

from collections.abc import Iterable, Mapping

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.table import Table
from rich.text import Text

from reportparse.model import Commitment, Figure, Project
from reportparse.model.trace import Step, Verdict
from reportparse.show.blocks import WIDTH

_SIGNS = {Verdict.read: "", Verdict.declined: "declined", Verdict.outdone: "outdone by an earlier rule"}


def fact_view(fact: Figure | Project | Commitment, source: str, width: int = WIDTH) -> RenderableType:
    """Lay out what a fact holds, a field a line; fields without a value are left out."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for field, value in fact.to_dict().items():
        if value not in (None, []):
            table.add_row(field, _told(value))
    return Group(Text(source, style="bold"), Constrain(table, width), Text())


def _told(value: object) -> str:
    match value:
        case Mapping():
            return "  ".join(f"{key} {one}" for key, one in value.items() if one is not None)
        case list():
            return ", ".join(map(str, value))
    return str(value)


def trace_view(steps: Iterable[Step], width: int = WIDTH) -> RenderableType:
    """Lay out a row a step: what was matched, by which rule of which stage, and what came of it."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("stage", "rule"):
        table.add_column(column, no_wrap=True)
    for column in ("words", "reading"):
        table.add_column(column, overflow="fold")
    for step in steps:
        reading = " ".join(filter(None, (step.reading, _SIGNS[step.verdict] and f"({_SIGNS[step.verdict]})")))
        table.add_row(step.stage, step.rule, step.words, reading, style="dim" if _SIGNS[step.verdict] else "")
    return Constrain(table, width)

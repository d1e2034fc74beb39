"""Show on a terminal which rule read what."""

from collections.abc import Iterable

from rich.table import Table

from reportparse.model.trace import Step, Verdict

_SIGNS = {Verdict.read: "", Verdict.declined: "declined", Verdict.outdone: "outdone by an earlier rule"}


def trace_view(steps: Iterable[Step]) -> Table:
    """Lay out a row a step: what was matched, by which rule of which stage, and what came of it."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("stage", "rule", "words", "reading"):
        table.add_column(column, overflow="fold")
    for step in steps:
        reading = " ".join(filter(None, (step.reading, _SIGNS[step.verdict] and f"({_SIGNS[step.verdict]})")))
        table.add_row(step.stage, step.rule, step.words, reading, style="dim" if _SIGNS[step.verdict] else "")
    return table

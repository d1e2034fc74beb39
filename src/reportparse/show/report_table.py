"""Show a report on a terminal: its sections and facts, a table a list."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.text import Text

from reportparse.model import Figure, Report
from reportparse.show.blocks import WIDTH, Block, Look, Row, view
from reportparse.show.summary import amount

ROWS = 13
"""With its title, its heading and its last line a list then takes less than twenty lines."""


def report_table(report: Report, width: int = WIDTH) -> RenderableType:
    """Lay out whose report it is, its warnings, and each list that is not empty."""
    meta = report.meta
    known = (meta.place, str(meta.year or ""), meta.title, report.source.name)
    parts: list[RenderableType] = [Constrain(Text(" · ".join(filter(None, known)), style="bold"), width)]
    parts += [Constrain(Text(f"! {warning.message}", style="yellow"), width) for warning in report.warnings]
    look = Look(width, ROWS, {}, "--only {name} --format csv")
    parts += [view(block, block.rows, look) for block in report_blocks(report) if block.rows]
    return Group(*parts)


def report_blocks(report: Report) -> tuple[Block, ...]:
    """Give the lists of a report as blocks of rows."""
    year = str(report.meta.year)
    targets = sorted(report.targets, key=lambda figure: (figure.period != year, figure.indicator_id is None))
    return (
        _block("sections", "Sections", ("title", "role", "page"), {0}, (
            ("  " * max(s.level - 1, 0) + f"{s.number or ''}{s.title}", s.role, str(s.page or ""))
            for s in report.sections
        )),
        _block("targets", "Targets", ("indicator", "value", "bound", "tone", "period", "quote"), {0, 5},
               _figures(targets, toned=True)),
        _block("results", "Results", ("indicator", "value", "bound", "period", "quote"), {0, 4},
               _figures(report.results, toned=False)),
        _block("projects", "Projects", ("project", "stage", "outlook", "sector", "quote"), {0, 4}, (
            (p.name, p.stage, p.outlook, p.sector or "", p.quote)
            for p in report.projects if p.same_as is None
        )),
        _block("commitments", "Commitments", ("verb", "object", "strength", "deadline"), {1}, (
            (c.verb, c.object, c.strength, c.deadline or "") for c in report.commitments
        )),
    )  # fmt: skip


def _block(
    name: str, title: str, columns: tuple[str, ...], wide: set[int], rows: Iterable[tuple[str, ...]]
) -> Block:
    listed = tuple(Row(cells) for cells in rows)
    return Block(name, title, str(len(listed)), columns, frozenset(wide), listed)


def _figures(figures: Sequence[Figure], *, toned: bool) -> Iterable[tuple[str, ...]]:
    for figure in figures:
        tone = (figure.tone or "",) if toned else ()
        yield (figure.indicator, amount(figure), figure.bound, *tone, figure.period or "", figure.quote)

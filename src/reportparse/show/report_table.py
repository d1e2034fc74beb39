"""Show a report on a terminal: its sections and facts, a table a list."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.text import Text

from reportparse.language import ENGLISH, Words
from reportparse.model import Figure, Report
from reportparse.show.blocks import WIDTH, Block, Look, Row, view
from reportparse.show.summary import amount

ROWS = 13
"""With its title, its heading and its last line a list then takes less than twenty lines."""


def report_table(report: Report, width: int = WIDTH, words: Words = ENGLISH) -> RenderableType:
    """Lay out whose report it is, its warnings, and each list that is not empty."""
    meta = report.meta
    known = (meta.place, str(meta.year or ""), meta.title, report.source.name)
    parts: list[RenderableType] = [Constrain(Text(" · ".join(filter(None, known)), style="bold"), width)]
    parts += [
        Constrain(Text(f"! {words.retold(warning.message)}", style="yellow"), width)
        for warning in report.warnings
    ]
    look = Look(width, ROWS, {}, "--only {name} --format csv", words)
    parts += [view(block, block.rows, look) for block in report_blocks(report, words) if block.rows]
    return Group(*parts)


def report_blocks(report: Report, words: Words = ENGLISH) -> tuple[Block, ...]:
    """Give the lists of a report as blocks of rows."""
    year = str(report.meta.year)
    targets = sorted(report.targets, key=lambda figure: (figure.period != year, figure.indicator_id is None))
    return (
        _block(words, "sections", ("title", "role", "page"), {0}, (
            ("  " * max(s.level - 1, 0) + f"{s.number or ''}{s.title}", words.code(s.role), str(s.page or ""))
            for s in report.sections
        )),
        _block(words, "targets", ("indicator", "value", "bound", "tone", "period", "quote"), {0, 5},
               _figures(targets, words, toned=True)),
        _block(words, "results", ("indicator", "value", "bound", "period", "quote"), {0, 4},
               _figures(report.results, words, toned=False)),
        _block(words, "projects", ("project", "stage", "outlook", "sector", "quote"), {0, 4}, (
            (p.name, words.code(p.stage), words.code(p.outlook), words.named("Sector", p.sector), p.quote)
            for p in report.projects if p.same_as is None
        )),
        _block(words, "commitments", ("verb", "object", "strength", "deadline"), {1}, (
            (c.verb, c.object, words.code(c.strength), c.deadline or "") for c in report.commitments
        )),
    )  # fmt: skip


def _block(
    words: Words, name: str, columns: tuple[str, ...], wide: set[int], rows: Iterable[tuple[str, ...]]
) -> Block:
    listed = tuple(Row(cells) for cells in rows)
    title = words.label(name)
    return Block(name, title, str(len(listed)), words.headings(*columns), frozenset(wide), listed)


def _figures(figures: Sequence[Figure], words: Words, *, toned: bool) -> Iterable[tuple[str, ...]]:
    for figure in figures:
        tone = (words.code(figure.tone),) if toned else ()
        bound = words.code(figure.bound)
        yield (figure.indicator, amount(figure), bound, *tone, figure.period or "", figure.quote)

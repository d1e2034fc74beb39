"""Lay a comparison out as blocks of rows: what the table, the Markdown and the page all show."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from itertools import groupby
from typing import TypeVar

from reportparse.lexicon import IndicatorEntry, load
from reportparse.model import Figure, Outlook, Stage
from reportparse.model.comparison import (
    Compared,
    ComparedCommitment,
    ComparedProject,
    ComparedSection,
    ComparedTarget,
    Comparison,
    Fulfilment,
    PanelRow,
    ProjectState,
    Reported,
    SectionWeight,
    Verdict,
    Years,
)
from reportparse.show.blocks import Block, Row
from reportparse.show.summary import amount

Pairwise = TypeVar("Pairwise", ComparedCommitment, ComparedSection)

STAGES = {Stage.under_construction: "building"}
"""Shorter words for stages, where theirs is long."""

SURE = Decimal("0.85")
"""Names less alike than this are marked as doubtful."""

DOUBT = "?"

_CLOSE = Decimal("0.75")
"""Clauses less alike than this are marked as doubtful."""

_UNSURE = ("owner", "firm", "letters", "text")
"""Grounds on which names are paired that a reader should look at."""

AHEAD = "→"
"""Marks a stage that a report looks ahead to."""


def blocks(comparison: Comparison) -> tuple[Block, ...]:
    """Give the blocks that have rows, in the order of the JSON."""
    keys = [report.key for report in comparison.reports]
    found = [
        _targets(comparison.targets, keys),
        _fulfilment(comparison.fulfilment),
        _panel(comparison.panel),
        _projects(comparison.projects, keys),
        *(_commitments(rows, years) for years, rows in _by_pair(comparison.commitments)),
        *(_sections(rows, years) for years, rows in _by_pair(comparison.sections)),
    ]
    return tuple(block for block in found if block.rows)


def heading(reports: Iterable[Compared]) -> str:
    """Name what is compared: 砚川市 2021 → 2022, or 砚川市 2021 → 墨池区 2021."""
    named: list[str] = []
    before = None
    for report in reports:
        place, year = report.place or report.name, str(report.year or "?")
        named.append(year if place == before else f"{place} {year}")
        before = place
    return " → ".join(named)


def made_by(comparison: Comparison) -> str:
    """Name the versions that made a comparison: 0.1.0, schema 1.0, lexicon 1.0, codebook 1.0."""
    made = comparison.versions
    return f"{made.program}, schema {comparison.schema_version}, lexicon {made.lexicon}, codebook {made.codebook}"


def said(figure: Figure | None) -> str:
    """Write a figure short, with the period where that is not one year."""
    if figure is None:
        return ""
    return f"{amount(figure)} ({figure.period})" if figure.period and "-" in figure.period else amount(figure)


def _counted(words: Iterable[str]) -> str:
    return " · ".join(f"{count} {word.replace('_', ' ')}" for word, count in Counter(words).most_common())


def _worded(word: str, likeness: Decimal | None, because: str | None = None) -> str:
    """Write what became of a row, with the likeness of its names where they are not the same, and a mark of doubt."""
    plain = word.replace("_", " ")
    if because == "not_told":
        return f"{plain}, not told of"
    unsure = because in _UNSURE or (likeness is not None and likeness < SURE)
    mark = f" {DOUBT}" if unsure else ""
    return plain + mark if likeness in (None, 1) else f"{plain} ({likeness}){mark}"


def summary(comparison: Comparison) -> tuple[str, ...]:
    """Say first what matters: what became of the headline targets and of the projects that both ends name.

    The long tail stands behind, counted.
    """
    known = [row for row in comparison.fulfilment if _rank(row.indicator_id) == 0]
    other = [row for row in comparison.fulfilment if _rank(row.indicator_id) > 0]
    told = [row for row in other if row.verdict is not Verdict.not_reported]
    ends = {comparison.reports[0].key, comparison.reports[-1].key}
    named = [row for row in comparison.projects if ends <= row.by_year.keys()]
    lines = []
    if known or other:
        tail = [_counted(row.verdict for row in told), f"{len(other) - len(told)} not told of"]
        lines.append(f"Headline targets: {_counted(row.verdict for row in known) or 'none'}")
        lines.append(f"Further targets: {' · '.join(part for part in tail if part)}")
    if comparison.projects:
        came, went = (
            _alone(comparison.projects, comparison.reports[-1].key),
            _alone(comparison.projects, comparison.reports[0].key),
        )
        lines.append(
            f"Projects named first and last: {_counted(row.course for row in named) or 'none'}"
            f" · only last {came} · only first {went}"
        )
    return tuple(lines)


def _alone(rows: Iterable[ComparedProject], key: str) -> int:
    return sum([*row.by_year] == [key] for row in rows)


@cache
def _headline() -> frozenset[str]:
    return frozenset(entry.id for entry in load().of(IndicatorEntry) if entry.headline)


def _rank(indicator_id: str | None) -> int:
    """Put the headline indicators first, what no table knows last."""
    return 2 if indicator_id is None else int(indicator_id not in _headline())


def _years(years: Years) -> str:
    return " → ".join(str(year or "?") for year in years)


def _targets(rows: Sequence[ComparedTarget], keys: Sequence[str]) -> Block:
    ordered = sorted(rows, key=lambda row: (_rank(row.indicator_id), len(row.by_year) < 2))
    return Block(
        "targets",
        "Targets",
        _counted(row.change for row in rows),
        ("indicator", "measure", *keys, "change"),
        frozenset({0}),
        tuple(
            Row(
                (
                    row.indicator,
                    row.measure,
                    *(_target(row, key) for key in keys),
                    _worded(row.change, row.likeness),
                ),
                row.change,
                _quotes(row),
            )
            for row in ordered
        ),
        tuple(range(2, 2 + len(keys))),
    )


def _target(row: ComparedTarget, key: str) -> str:
    if figure := row.by_year.get(key):
        more = len(row.repeats.get(key, ()))
        return said(figure) + (f" ×{more + 1}" if more else "")
    return "not stated" if key in row.not_stated else ""


def _quotes(row: ComparedTarget) -> tuple[str, ...]:
    return tuple(figure.quote for figure in row.by_year.values())


def _fulfilment(rows: Sequence[Fulfilment]) -> Block:
    ordered = sorted(rows, key=lambda row: (row.verdict is Verdict.not_reported, _rank(row.indicator_id)))
    return Block(
        "fulfilment",
        "Promised and done",
        _counted(row.verdict for row in rows),
        ("indicator", "measure", "period", "target", "result", "verdict"),
        frozenset({0}),
        tuple(
            Row(
                (
                    row.indicator,
                    row.measure,
                    row.period or "",
                    said(row.target),
                    said(row.result),
                    _worded(row.verdict, row.likeness),
                ),
                row.verdict,
                tuple(figure.quote for figure in (row.target, row.result) if figure),
            )
            for row in ordered
        ),
    )


def _panel(rows: Sequence[PanelRow]) -> Block:
    keys = sorted({key for row in rows for key in row.by_year})
    return Block(
        "panel",
        "Panel: target / result",
        "each column is the year that both hold for",
        ("indicator", "measure", *keys),
        frozenset({0}),
        tuple(Row((row.indicator, row.measure, *(_cell(row, key) for key in keys)), "panel") for row in rows),
        tuple(range(2, 2 + len(keys))),
    )


def _cell(row: PanelRow, key: str) -> str:
    cell = row.by_year.get(key)
    if cell is None:
        return ""
    return f"{said(cell.target) or '–'} / {said(cell.result) or '–'}"


def _projects(rows: Sequence[ComparedProject], keys: Sequence[str]) -> Block:
    ordered = sorted(rows, key=lambda row: len(row.by_year) < 2)
    return Block(
        "projects",
        "Projects",
        _counted(row.course for row in rows)
        + f" · {AHEAD} is what a report looks ahead to, {DOUBT} names to look at",
        ("project", *keys, "course"),
        frozenset(range(len(keys) + 1)),
        tuple(
            Row(
                (
                    row.name,
                    *(_state(row.by_year.get(key)) for key in keys),
                    _worded(row.course, row.likeness, row.because),
                ),
                row.course,
                tuple(state.quote for state in row.by_year.values()),
            )
            for row in ordered
        ),
        tuple(range(1, 1 + len(keys))),
    )


def _state(state: ProjectState | None) -> str:
    if state is None:
        return ""
    stage = STAGES.get(state.stage, state.stage.value)
    if state.outlook is Outlook.planned:
        return f"{AHEAD} {stage}: {state.quote}"
    ahead = (
        "" if state.ahead in (None, state.stage) else f" {AHEAD} {STAGES.get(state.ahead, state.ahead.value)}"
    )
    return f"{stage}{ahead}: {state.quote}"


def _by_pair(rows: Iterable[Pairwise]) -> list[tuple[Years, list[Pairwise]]]:
    """Group rows by their pair of reports; those of one pair stand together."""
    return [(years, list(group)) for years, group in groupby(rows, key=lambda row: row.years)]


def _commitments(rows: Sequence[ComparedCommitment], years: Years) -> Block:
    ordered = sorted(rows, key=lambda row: row.old is None or row.new is None)
    return Block(
        "commitments",
        f"Commitments {_years(years)}",
        _counted(row.fate for row in rows),
        ("old", "new", "likeness", "fate"),
        frozenset({0, 1}),
        tuple(
            Row(
                (
                    row.old.quote if row.old else "",
                    _told(row.new) if row.new else _told(row.reported),
                    "" if row.likeness is None else str(row.likeness),
                    _fate(row),
                ),
                row.fate,
            )
            for row in ordered
        ),
    )


def _fate(row: ComparedCommitment) -> str:
    """Write what became of a promise: by what it is done where that is a fact, a mark where the words are not close."""
    facts = f" ({row.because})" if row.because in ("result", "project") else ""
    doubt = f" {DOUBT}" if not facts and row.likeness is not None and row.likeness < _CLOSE else ""
    return f"{row.fate}{', short' if row.short else ''}{facts}{doubt}"


def _told(clause: object) -> str:
    if isinstance(clause, Reported):
        return f"[review] {clause.quote}"
    return getattr(clause, "quote", "")


def _sections(rows: Sequence[ComparedSection], years: Years) -> Block:
    return Block(
        "sections",
        f"Sections {_years(years)}",
        _counted(row.change for row in rows) + " · share of the report's characters",
        ("old", "share", "new", "share", "change"),
        frozenset({0, 2}),
        tuple(Row((*_weight(row.old), *_weight(row.new), row.change), row.change) for row in rows),
    )


def _weight(section: SectionWeight | None) -> tuple[str, str]:
    if section is None:
        return "", ""
    return "  " * (section.level - 1) + section.title, f"{section.share * 100:.1f} %"

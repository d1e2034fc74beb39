"""Lay a comparison out as blocks of rows: what the table, the Markdown and the page all show."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby
from typing import TypeVar

from reportparse.language import ENGLISH, Words
from reportparse.model import Commitment, Outlook, Stage
from reportparse.model.comparison import (
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
from reportparse.show.diff_words import DOUBT, counted, rank, said, worded

Pairwise = TypeVar("Pairwise", ComparedCommitment, ComparedSection)

_CLOSE = Decimal("0.75")
"""Clauses less alike than this are marked as doubtful."""

_AHEAD = "→"
"""Marks a stage that a report looks ahead to."""


def blocks(comparison: Comparison, words: Words = ENGLISH) -> tuple[Block, ...]:
    """Give the blocks that have rows, in the order of the JSON."""
    keys = [report.key for report in comparison.reports]
    found = [
        _targets(comparison.targets, keys, words),
        _fulfilment(comparison.fulfilment, words),
        _panel(comparison.panel, words),
        _projects(comparison.projects, keys, words),
        *(_commitments(rows, years, words) for years, rows in _by_pair(comparison.commitments)),
        *(_sections(rows, years, words) for years, rows in _by_pair(comparison.sections)),
    ]
    return tuple(block for block in found if block.rows)


def _years(years: Years) -> str:
    return " → ".join(str(year or "?") for year in years)


def _targets(rows: Sequence[ComparedTarget], keys: Sequence[str], words: Words) -> Block:
    ordered = sorted(
        rows, key=lambda row: (rank(row.indicator_id, *row.by_year.values()), len(row.by_year) < 2)
    )
    return Block(
        "targets",
        words.label("targets"),
        counted((row.change for row in rows), words),
        (*words.headings("indicator", "measure"), *keys, words.heading("change")),
        frozenset({0}),
        tuple(
            Row(
                (
                    row.indicator,
                    words.code(row.measure),
                    *(_target(row, key, words) for key in keys),
                    worded(row.change, row.likeness, words),
                ),
                row.change,
                _quotes(row),
            )
            for row in ordered
        ),
        tuple(range(2, 2 + len(keys))),
    )


def _target(row: ComparedTarget, key: str, words: Words) -> str:
    if figure := row.by_year.get(key):
        more = len(row.repeats.get(key, ()))
        return said(figure, words) + (f" ×{more + 1}" if more else "")
    return words.label("not_stated") if key in row.not_stated else ""


def _quotes(row: ComparedTarget) -> tuple[str, ...]:
    return tuple(figure.quote for figure in row.by_year.values())


def _fulfilment(rows: Sequence[Fulfilment], words: Words) -> Block:
    ordered = sorted(
        rows, key=lambda row: (row.verdict is Verdict.not_reported, rank(row.indicator_id, row.target))
    )
    return Block(
        "fulfilment",
        words.label("promised_and_done"),
        counted((row.verdict for row in rows), words),
        words.headings("indicator", "measure", "period", "target", "result", "verdict"),
        frozenset({0}),
        tuple(
            Row(
                (
                    row.indicator,
                    words.code(row.measure),
                    row.period or "",
                    said(row.target, words),
                    said(row.result, words),
                    worded(row.verdict, row.likeness, words),
                ),
                row.verdict,
                tuple(figure.quote for figure in (row.target, row.result) if figure),
            )
            for row in ordered
        ),
    )


def _panel(rows: Sequence[PanelRow], words: Words) -> Block:
    keys = sorted({key for row in rows for key in row.by_year})
    return Block(
        "panel",
        words.label("panel"),
        words.label("panel_lead"),
        (*words.headings("indicator", "measure"), *keys),
        frozenset({0}),
        tuple(
            Row((row.indicator, words.code(row.measure), *(_cell(row, key, words) for key in keys)), "panel")
            for row in rows
        ),
        tuple(range(2, 2 + len(keys))),
    )


def _cell(row: PanelRow, key: str, words: Words) -> str:
    cell = row.by_year.get(key)
    if cell is None:
        return ""
    return f"{said(cell.target, words) or '–'} / {said(cell.result, words) or '–'}"


def _projects(rows: Sequence[ComparedProject], keys: Sequence[str], words: Words) -> Block:
    ordered = sorted(rows, key=lambda row: len(row.by_year) < 2)
    return Block(
        "projects",
        words.label("projects"),
        counted((row.course for row in rows), words) + " · " + words.label("ahead", mark=_AHEAD, doubt=DOUBT),
        (words.heading("project"), *keys, words.heading("course")),
        frozenset(range(len(keys) + 1)),
        tuple(
            Row(
                (
                    row.name,
                    *(_state(row.by_year.get(key), words) for key in keys),
                    worded(row.course, row.likeness, words, row.because),
                ),
                row.course,
                tuple(state.quote for state in row.by_year.values()),
            )
            for row in ordered
        ),
        tuple(range(1, 1 + len(keys))),
    )


def _state(state: ProjectState | None, words: Words) -> str:
    if state is None:
        return ""
    told = words.label("with_quote", stage=_stage(state.stage, words), quote=state.quote)
    if state.outlook is Outlook.planned:
        return f"{_AHEAD} {told}"
    if state.ahead in (None, state.stage):
        return told
    both = f"{_stage(state.stage, words)} {_AHEAD} {_stage(state.ahead, words)}"
    return words.label("with_quote", stage=both, quote=state.quote)


def _stage(stage: Stage | None, words: Words) -> str:
    """Name a stage, by a shorter word where its own is long."""
    return words.label("building") if stage is Stage.under_construction else words.code(stage)


def _by_pair(rows: Iterable[Pairwise]) -> list[tuple[Years, list[Pairwise]]]:
    """Group rows by their pair of reports; those of one pair stand together."""
    return [(years, list(group)) for years, group in groupby(rows, key=lambda row: row.years)]


def _commitments(rows: Sequence[ComparedCommitment], years: Years, words: Words) -> Block:
    ordered = sorted(rows, key=lambda row: row.old is None or row.new is None)
    return Block(
        "commitments",
        words.label("commitments_of", years=_years(years)),
        counted((row.fate for row in rows), words),
        words.headings("old", "new", "likeness", "fate"),
        frozenset({0, 1}),
        tuple(
            Row(
                (
                    row.old.quote if row.old else "",
                    _told(row.new or row.reported, words),
                    "" if row.likeness is None else str(row.likeness),
                    _fate(row, words),
                ),
                row.fate,
            )
            for row in ordered
        ),
    )


def _fate(row: ComparedCommitment, words: Words) -> str:
    """Write what became of a promise: by what it is done where that is a fact, a mark where the words are not close."""
    fate = words.code(row.fate)
    if row.short:
        fate = words.label("short", fate=fate)
    if row.because in ("result", "project"):
        return words.label("with_likeness", word=fate, likeness=words.heading(row.because))
    return f"{fate} {DOUBT}" if row.likeness is not None and row.likeness < _CLOSE else fate


def _told(clause: Commitment | Reported | None, words: Words) -> str:
    if isinstance(clause, Reported):
        return words.label("in_review", quote=clause.quote)
    return clause.quote if clause else ""


def _sections(rows: Sequence[ComparedSection], years: Years, words: Words) -> Block:
    return Block(
        "sections",
        words.label("sections_of", years=_years(years)),
        counted((row.change for row in rows), words) + " · " + words.label("sections_lead"),
        words.headings("old", "share", "new", "share", "change"),
        frozenset({0, 2}),
        tuple(
            Row((*_weight(row.old), *_weight(row.new), words.code(row.change)), row.change) for row in rows
        ),
    )


def _weight(section: SectionWeight | None) -> tuple[str, str]:
    if section is None:
        return "", ""
    return "  " * (section.level - 1) + section.title, f"{section.share * 100:.1f} %"

"""Lay a comparison out as tables, long and tidy: an observation a row."""

from collections.abc import Iterator, Mapping

from reportparse.model import Commitment
from reportparse.model.comparison import Compared, ComparedCommitment, Comparison, Years
from reportparse.show.diff_panel import panel_columns, panel_table
from reportparse.show.tables import Table, plain

Row = dict[str, object]

_MADE_BY = ("program", "schema", "lexicon")

COLUMNS: dict[str, tuple[str, ...]] = {
    "fulfilment": (
        "place", "year", "indicator", "indicator_id", "measure", "target_id", "target", "target_max", "target_unit",
        "bound", "tone", "period", "result_year", "result_id", "result", "result_unit", "verdict", "gap",
        "likeness", "target_quote", "result_quote", *_MADE_BY,
    ),
    "targets": (
        "place", "year", "indicator", "indicator_id", "measure", "id", "value", "value_max", "unit", "bound",
        "hedge", "tone", "period", "relation", "change", "quote", *_MADE_BY,
    ),
    "projects": ("place", "year", "name", "id", "stage", "outlook", "period", "course", "quote", *_MADE_BY),
    "commitments": (
        "place", "old_year", "new_year", "fate", "likeness", "short", "old_id", "new_id", "old_quote",
        "new_quote", "reported", *_MADE_BY,
    ),
    "sections": (
        "place", "old_year", "new_year", "change", "likeness", "old_id", "new_id", "old_title", "new_title",
        "old_share", "new_share", *_MADE_BY,
    ),
    "panel": panel_columns("{year}", last=_MADE_BY),
}  # fmt: skip
"""The tables of a comparison with their columns; those of the panel have a name for each of its years."""


def diff_table(comparison: Comparison, name: str) -> Table:
    """Lay one list of a comparison out. `change` and `course` compare a report with the one before."""
    versions: Row = dict(
        zip(
            _MADE_BY,
            (comparison.versions.program, comparison.schema_version, comparison.versions.lexicon),
            strict=True,
        )
    )
    if name == "panel":
        return panel_table(comparison, versions)
    made = _MAKERS[name](comparison)
    columns = COLUMNS[name]
    return Table(
        name, columns, [tuple(plain((row | versions).get(column)) for column in columns) for row in made]
    )


def _fulfilment(comparison: Comparison) -> Iterator[Row]:
    place = _places(comparison)
    for row in comparison.fulfilment:
        target, result = row.target, row.result
        yield {
            "place": place.get(row.years[0]), "year": row.years[0], "indicator": row.indicator,
            "indicator_id": row.indicator_id, "measure": row.measure, "target_id": target.id,
            "target": target.value, "target_max": target.value_max, "target_unit": target.unit,
            "bound": target.bound, "tone": target.tone, "period": row.period, "result_year": row.years[1],
            "result_id": result and result.id, "result": result and result.value,
            "result_unit": result and result.unit, "verdict": row.verdict, "gap": row.gap,
            "likeness": row.likeness, "target_quote": target.quote, "result_quote": result and result.quote,
        }  # fmt: skip


def _targets(comparison: Comparison) -> Iterator[Row]:
    of = {report.key: report for report in comparison.reports}
    for row in comparison.targets:
        changes = {step.years[1]: step.change for step in row.steps}
        for key, figure in row.by_year.items():
            told = figure.model_dump(exclude={"at", "section", "rule", "inferred", "baseline"})
            change = changes.get(of[key].year)
            yield told | _report(of[key]) | {"change": change, "measure": row.measure}


def _projects(comparison: Comparison) -> Iterator[Row]:
    of = {report.key: report for report in comparison.reports}
    for row in comparison.projects:
        courses = {step.years[1]: step.course for step in row.steps}
        for key, state in row.by_year.items():
            told = state.model_dump(exclude={"at", "mentions", "name"})
            yield told | _report(of[key]) | {"name": row.name, "course": courses.get(of[key].year)}


def _commitments(comparison: Comparison) -> Iterator[Row]:
    place = _places(comparison)
    for row in comparison.commitments:
        yield _pair(row.years, place) | {
            "fate": row.fate, "likeness": row.likeness, "short": row.short,
            "old_id": row.old and row.old.id, "new_id": _id(row),
            "old_quote": row.old and row.old.quote, "new_quote": row.new and row.new.quote,
            "reported": row.reported and row.reported.quote,
        }  # fmt: skip


def _id(row: ComparedCommitment) -> str | None:
    return row.new.id if isinstance(row.new, Commitment) else None


def _sections(comparison: Comparison) -> Iterator[Row]:
    place = _places(comparison)
    for row in comparison.sections:
        old, new = row.old, row.new
        yield _pair(row.years, place) | {
            "change": row.change, "likeness": row.likeness,
            "old_id": old and old.id, "old_title": old and old.title, "old_share": old and old.share,
            "new_id": new and new.id, "new_title": new and new.title, "new_share": new and new.share,
        }  # fmt: skip


def _report(report: Compared) -> Row:
    return {"place": report.place, "year": report.year}


def _places(comparison: Comparison) -> Mapping[int | None, str | None]:
    return {report.year: report.place for report in reversed(comparison.reports)}


def _pair(years: Years, place: Mapping[int | None, str | None]) -> Row:
    return {"place": place.get(years[0]), "old_year": years[0], "new_year": years[1]}


_MAKERS = {
    "fulfilment": _fulfilment,
    "targets": _targets,
    "projects": _projects,
    "commitments": _commitments,
    "sections": _sections,
}

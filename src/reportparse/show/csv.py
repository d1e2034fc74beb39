"""Lay facts out as a table: one row a fact, for Excel, R, Stata and hands."""

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportparse.model import Commitment, Figure, Project, Report

BYTE_ORDER_MARK = "\ufeff"  # Without it Excel takes UTF-8 for the local encoding.

COLUMNS = (
    "source", "place", "year", "kind", "id", "indicator", "indicator_id", "measure", "value", "value_max", "unit",
    "amount", "amount_max", "base_unit", "bound", "basis", "hedge", "tone", "period", "baseline_value",
    "baseline_unit", "baseline_period", "relation", "name", "stage", "outlook", "sector", "same_as", "verb",
    "object", "strength", "deadline", "lead", "section", "page", "paragraph", "start", "end", "quote", "rule",
    "inferred",
)  # fmt: skip
"""Every column, whatever kinds a table holds; a cell that its kind does not have is empty."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class CsvPrinter:
    """Print reports as one table: the header before the first report's rows, the others' rows alone."""

    def __init__(self) -> None:
        self._header = BYTE_ORDER_MARK + lines([COLUMNS])

    def __call__(self, report: Report) -> str:
        """Print a report's targets, results, projects and commitments."""
        header, self._header = self._header, ""
        return header + lines([cell(row.get(column)) for column in COLUMNS] for row in rows(report))


def rows(report: Report) -> Iterator[dict[str, object]]:
    """Yield each fact as a flat row, in the order of the report's lists."""
    of_report = {"source": report.source.name, "place": report.meta.place, "year": report.meta.year}
    sections = {section.id: section.title for section in report.sections}
    kinds: tuple[tuple[str, tuple[Figure | Project | Commitment, ...]], ...] = (
        ("target", report.targets),
        ("result", report.results),
        ("project", report.projects),
        ("commitment", report.commitments),
    )
    for kind, facts in kinds:
        for fact in facts:
            flat = fact.model_dump(exclude={"at", "baseline", "section"})
            at = fact.at.model_dump()
            baseline = fact.baseline if isinstance(fact, Figure) else None
            yield (
                of_report
                | {"kind": kind}
                | flat
                | at
                | {
                    "section": sections.get(fact.section or ""),
                    "baseline_value": baseline and baseline.value,
                    "baseline_unit": baseline and baseline.unit,
                    "baseline_period": baseline and baseline.period,
                }
            )


def cell(value: object) -> str:
    """Write one cell; text that a spreadsheet would run as a formula gets an apostrophe before it."""
    match value:
        case None:
            return ""
        case Decimal():
            return format(value, "f")
        case int():
            return str(value)
        case tuple():
            return " ".join(map(str, value))
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def lines(table: Iterable[Iterable[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(table)
    return buffer.getvalue()

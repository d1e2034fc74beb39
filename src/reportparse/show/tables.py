"""Lay reports out as tables: one a list, or one for all facts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportparse.model import Figure, Report
from reportparse.show.columns import FACTS, KINDS, columns_of, columns_of_facts, meanings


@dataclass(frozen=True)
class Table:
    """Be a table: cells are text, whole numbers, decimals, or None.

    `described` gives `type` and meaning, `en`, of its columns where they are none of those in columns.toml.
    """

    name: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[object, ...]]
    described: Mapping[str, Mapping[str, object]] | None = None

    def about(self, column: str) -> Mapping[str, object] | None:
        """Give type and meaning of a column, None for one that is called by the input (a year)."""
        return (self.described or meanings()).get(column)


@dataclass(frozen=True)
class Layout:
    """Be a table to be filled with the entries of some lists."""

    name: str
    kinds: tuple[str, ...]
    columns: tuple[str, ...]

    def rows(self, report: Report) -> list[tuple[object, ...]]:
        """Give the rows of one report, in the order of its lists."""
        return [
            tuple(row.get(column) for column in self.columns)
            for kind in self.kinds
            for row in rows(report, kind)
        ]

    def table(self, reports: Sequence[Report]) -> Table:
        """Fill the table with several reports."""
        return Table(self.name, self.columns, [row for report in reports for row in self.rows(report)])


def layouts(kinds: Sequence[str], *, apart: bool) -> tuple[Layout, ...]:
    """Give a table for each list, or where they are not `apart` the one of all facts among them.

    Sections and paragraphs have no place among facts: of several lists only the facts are in the one table.
    """
    wanted = tuple(kind for kind in KINDS if kind in kinds)
    if apart or len(wanted) == 1:
        return tuple(Layout(kind, (kind,), columns_of(kind)) for kind in wanted)
    return (Layout("facts", tuple(kind for kind in wanted if kind in FACTS), columns_of_facts()),)


def rows(report: Report, kind: str) -> Iterator[dict[str, object]]:
    """Yield each entry of a list as a flat row."""
    called = KINDS[kind][0]
    titles = {section.id: section.title for section in report.sections}
    of_report: dict[str, object] = {
        "source": report.source.name, "place": report.meta.place, "year": report.meta.year, "kind": called,
        "program": report.versions.program, "schema": report.schema_version,
        "lexicon": report.versions.lexicon, "sha256": report.source.sha256,
    }  # fmt: skip
    for entry in getattr(report, kind):
        baseline = entry.baseline if isinstance(entry, Figure) else None
        section = getattr(entry, "section", None)
        at = getattr(entry, "at", None)
        yield (
            {name: plain(value) for name, value in entry.model_dump(exclude={"at", "baseline"}).items()}
            | (at.model_dump() if at else {})
            | {
                f"baseline_{name}": value
                for name, value in (baseline.model_dump() if baseline else {}).items()
            }
            | {"section": titles.get(section or "", section), "section_id": section}
            | of_report
        )


def plain(value: object) -> object:
    """Give a value as a cell: words of a list with blanks between them, truth as true and false."""
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str) else value

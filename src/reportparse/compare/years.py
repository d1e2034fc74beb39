"""Put reports in the order of their years, and name each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reportparse.compare.names import Names
from reportparse.errors import UsageError
from reportparse.lexicon import Lexicon
from reportparse.model import Figure, Report, Role, Warning
from reportparse.model.comparison import Compared, Years

UNDATED = "undated"


@dataclass(frozen=True)
class Side:
    """Be one report of a comparison under its key."""

    key: str
    report: Report

    @property
    def year(self) -> int | None:
        """Give the report's year."""
        return self.report.meta.year

    @property
    def place(self) -> str | None:
        """Give the report's place."""
        return self.report.meta.place

    @cached_property
    def _main(self) -> frozenset[str]:
        return frozenset(p.id for p in self.report.paragraphs if p.role is Role.annual_targets)

    def announces(self, figure: Figure) -> bool:
        """Tell whether a figure stands in the passage of the report's main targets."""
        return figure.at.paragraph in self._main

    def described(self) -> Compared:
        """Describe it for the output."""
        source = self.report.source
        return Compared(
            key=self.key, place=self.place, year=self.year, name=source.name, sha256=source.sha256
        )


@dataclass(frozen=True)
class Sides:
    """Be all reports of a comparison, by year; the order in which they came decides between the same years."""

    all: tuple[Side, ...]
    names: Names
    lexicon: Lexicon

    def neighbours(self) -> tuple[tuple[Side, Side], ...]:
        """Give each report with the next."""
        return tuple(zip(self.all, self.all[1:], strict=False))


def sides(reports: Sequence[Report], lexicon: Lexicon) -> Sides:
    """Sort reports by year, those without one last. Raises UsageError for fewer than two."""
    if len(reports) < 2:
        raise UsageError("A comparison needs two reports or more.")
    ordered = sorted(reports, key=lambda report: report.meta.year or 9999)
    keys = _keys(ordered)
    places = {own for report in reports for own in (report.meta.place, report.meta.province) if own}
    return Sides(
        tuple(Side(key, report) for key, report in zip(keys, ordered, strict=True)),
        Names(lexicon, sorted(places)),
        lexicon,
    )


def _keys(reports: Sequence[Report]) -> list[str]:
    """Name each report by its year; where that stands twice, by year and place; else by a running number too."""
    keys = [str(report.meta.year or UNDATED) for report in reports]
    keys = _told_apart(keys, [report.meta.place or report.source.name for report in reports])
    return _told_apart(keys, [f"({number})" for number in range(1, len(reports) + 1)])


def _told_apart(keys: Sequence[str], more: Sequence[str]) -> list[str]:
    times = Counter(keys)
    return [f"{key} {own}" if times[key] > 1 else key for key, own in zip(keys, more, strict=True)]


def years(older: Side, newer: Side) -> Years:
    """Give the years of a pair."""
    return older.year, newer.year


def doubts(compared: Sides) -> tuple[Warning, ...]:
    """Warn of what makes a comparison odd: places that differ, a year that stands twice or is missing."""
    found: list[Warning] = []
    known = list(dict.fromkeys(side.place for side in compared.all if side.place))
    if len(known) > 1:
        found.append(
            Warning(
                code="places-differ", message=f"These are reports of different places: {'、'.join(known)}."
            )
        )
    for side in compared.all:
        if side.year is None:
            message = f"{side.report.source.name} does not say its year; it stands last."
            found.append(Warning(code="year-unknown", message=message))
    for older, newer in compared.neighbours():
        if older.year is not None and years(older, newer)[0] == newer.year and older.place == newer.place:
            names = f"{older.report.source.name} and {newer.report.source.name}"
            found.append(
                Warning(code="same-year", message=f"{names} are both of {newer.year}; they stand as given.")
            )
    return tuple(found)

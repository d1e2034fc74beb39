"""Hold a report that comes back as JSON to what the program promises of its own, so that no slip of a hand stays."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

import regex

from reportparse.errors import DamagedInputError
from reportparse.grammar.number import SCALES, scale
from reportparse.model import Commitment, Figure, Paragraph, Project, Report, Section
from reportparse.model.json import from_json

Fact = Figure | Project | Commitment

_TIME = regex.compile(r"[0-9]{4}(?:-[0-9]{4}|-[0-9]{2}(?:-[0-9]{2})?)?")
"""A year, a span of years, a month or a day, as all periods and deadlines are written."""


def taken_back(data: bytes, name: str) -> Report:
    """Read a report that was printed, and may have been corrected by a hand since. Raises DamagedInputError."""
    report = from_json(data, name)
    refuse_slips(report, name)
    return report


def refuse_slips(report: Report, name: str) -> None:
    """Refuse a report in which an entry contradicts itself or the text.

    What was left out with --only is not asked for. Raises DamagedInputError, which names the entry's id.
    """
    slips = [*_twice(report), *_places(report), *_amounts(report), *_times(report), *_sections(report)]
    if slips:
        hint = "Correct the fields that belong together, or extract it again."
        if len(slips) > 1:
            hint = f"More entries that are at odds: {len(slips) - 1}. {hint}"
        raise DamagedInputError(f"{name}: {slips[0]}.", hint)


def _facts(report: Report) -> list[Fact]:
    return [*report.targets, *report.results, *report.projects, *report.commitments]


def _twice(report: Report) -> Iterator[str]:
    entries: list[Sequence[Fact | Section | Paragraph]] = [_facts(report), report.sections, report.paragraphs]
    for ids in (Counter(entry.id for entry in of) for of in entries):
        yield from (f"the id {found} stands twice" for found, number in ids.items() if number > 1)


def _places(report: Report) -> Iterator[str]:
    """Find quotes that are no slice of their paragraph."""
    texts = {paragraph.id: paragraph.text for paragraph in report.paragraphs}
    for fact in _facts(report) if texts else ():
        text = texts.get(fact.at.paragraph)
        if text is None:
            yield f"{fact.id} points to {fact.at.paragraph}, which is no paragraph of the report"
        elif text[fact.at.start : fact.at.end] != fact.quote or not 0 <= fact.at.start < fact.at.end:
            there = text[max(fact.at.start, 0) : max(fact.at.end, 0)]
            yield f"{fact.id} quotes {fact.quote!r}, but at its place stands {there!r}"


def _amounts(report: Report) -> Iterator[str]:
    """Find values that are not their amounts: value and unit are the printed ones, amount and base_unit without 万."""
    for figure in (*report.targets, *report.results):
        factor = _factor(figure)
        if factor is None:
            yield f"{figure.id} has the unit {figure.unit!r}, whose base_unit is not {figure.base_unit!r}"
            continue
        pairs = ((figure.value, figure.amount), (figure.value_max, figure.amount_max))
        for value, amount in pairs if figure.value_max is None else pairs[1:]:
            if amount != (None if value is None else value * factor):
                printed, whole = f"{value} {figure.unit}", f"{amount} {figure.base_unit}"
                yield f"{figure.id} has the value {printed}, which is not its amount, {whole}"


def _times(report: Report) -> Iterator[str]:
    """Find times that are told in other words than all others: what compares years could not place them."""
    for fact in _facts(report):
        baseline = getattr(fact, "baseline", None)
        told = (
            ("period", fact.period),
            ("deadline", getattr(fact, "deadline", None)),
            ("baseline.period", baseline.period if baseline else None),
        )
        for field, time in told:
            if time is not None and not _TIME.fullmatch(time):
                yield f"{fact.id} has the {field} {time!r}, which is not written as 2031, 2031-2035 or 2031-06"


def _factor(figure: Figure) -> Decimal | None:
    """Give what 万 and 亿 in the unit stand for; None where the unit is not the base unit with one of these."""
    scales = figure.unit.removesuffix(figure.base_unit)
    if f"{scales}{figure.base_unit}" != figure.unit or not set(scales) <= set(SCALES):
        return None
    return scale(scales)


def _sections(report: Report) -> Iterator[str]:
    """Find facts of a section that is none. The ids of a fact that a hand took out may stay in others."""
    known = {section.id for section in report.sections}
    for fact in _facts(report) if known else ():
        if fact.section is not None and fact.section not in known:
            yield f"{fact.id} stands in {fact.section}, which is no section of the report"

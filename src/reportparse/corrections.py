"""Hold a report that comes back as JSON to what the program promises of its own, so that no slip of a hand stays."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from typing import NamedTuple

import regex

from reportparse.errors import DamagedInputError
from reportparse.grammar.number import SCALES, product, scale
from reportparse.grammar.tone import tone
from reportparse.lexicon import IndicatorEntry, Lexicon
from reportparse.model import Bound, Commitment, Figure, Paragraph, Project, Report, Section, Warning
from reportparse.model.json import from_json
from reportparse.suggesting import like

Fact = Figure | Project | Commitment

LINKS_LEFT_OUT = "links-left-out"
"""The code of the warning that ids of facts which a hand took out were taken out of the others."""

_TIME = regex.compile(r"[0-9]{4}(?:-[0-9]{4}|-[0-9]{2}(?:-[0-9]{2})?)?")
"""A year, a span of years, a month or a day, as all periods and deadlines are written."""

_LINKS = {
    "repeats": "t", "same_as": "j", "figures": "tr", "targets": "t", "projects": "j",
}  # fmt: skip
"""The fields that name other facts, and how the ids of those begin."""

_SHOWN = 5


class Slip(NamedTuple):
    """Be what is at odds, by the entry's id, and what to do about it."""

    said: str
    hint: str = "Correct the fields that belong together, or extract it again."


def taken_back(data: bytes, name: str, lexicon: Lexicon | None = None) -> Report:
    """Read a report that was printed, and may have been corrected by a hand since. Raises DamagedInputError.

    Without a lexicon what its words decide is not asked for. Ids of facts that were taken out go from the others
    with a warning.
    """
    report = from_json(data, name)
    refuse_slips(report, name, lexicon)
    return _without_lost_links(report)


def taken_back_again(data: bytes, name: str) -> Report:
    """Read a report that was taken back before: it is as it was found to be then."""
    return _without_lost_links(from_json(data, name))


def refuse_slips(report: Report, name: str, lexicon: Lexicon | None = None) -> None:
    """Refuse a report in which an entry contradicts itself, the codebook or the text.

    What was left out with --only is not asked for. Raises DamagedInputError, which names the entry's id.
    """
    slips = [*_twice(report), *_places(report)]
    for figures, aimed in ((report.targets, True), (report.results, False)):
        slips += [slip for figure in figures for slip in slips_of(figure, lexicon, aimed=aimed)]
    slips += [*_times(report), *_sections(report), *_links(report)]
    if slips:
        hint = slips[0].hint
        if len(slips) > 1:
            hint = f"More entries that are at odds: {len(slips) - 1}. {hint}"
        raise DamagedInputError(f"{name}: {slips[0].said}.", hint)


def slips_of(figure: Figure, lexicon: Lexicon | None = None, *, aimed: bool) -> list[Slip]:
    """Give what is at odds in one figure, a target if it is `aimed`."""
    slips = [*_amounts(figure), *_range(figure)]
    if lexicon is not None:
        slips += [*_tone(figure, lexicon, aimed=aimed), *_indicator(figure, lexicon)]
    return slips


def facts_of(report: Report) -> list[Fact]:
    """Give all facts of a report."""
    return [*report.targets, *report.results, *report.projects, *report.commitments]


def _twice(report: Report) -> Iterator[Slip]:
    entries: list[Sequence[Fact | Section | Paragraph]] = [
        facts_of(report), report.sections, report.paragraphs
    ]  # fmt: skip
    for ids in (Counter(entry.id for entry in of) for of in entries):
        yield from (Slip(f"the id {found} stands twice") for found, number in ids.items() if number > 1)


def _places(report: Report) -> Iterator[Slip]:
    """Find quotes that are no slice of their paragraph."""
    texts = {paragraph.id: paragraph.text for paragraph in report.paragraphs}
    for fact in facts_of(report) if texts else ():
        text = texts.get(fact.at.paragraph)
        if text is None:
            yield Slip(f"{fact.id} points to {fact.at.paragraph}, which is no paragraph of the report")
        elif text[fact.at.start : fact.at.end] != fact.quote or not 0 <= fact.at.start < fact.at.end:
            there = text[max(fact.at.start, 0) : max(fact.at.end, 0)]
            yield Slip(f"{fact.id} quotes {fact.quote!r}, but at its place stands {there!r}")


def _amounts(figure: Figure) -> Iterator[Slip]:
    """Find values that are not their amounts: value and unit are the printed ones, amount and base_unit without 万."""
    factor = _factor(figure)
    if factor is None:
        yield Slip(f"{figure.id} has the unit {figure.unit!r}, whose base_unit is not {figure.base_unit!r}")
        return
    pairs = ((figure.value, figure.amount), (figure.value_max, figure.amount_max))
    for value, amount in pairs:
        if amount != (None if value is None else product(value, factor)):
            printed, whole = f"{value} {figure.unit}", f"{amount} {figure.base_unit}"
            yield Slip(f"{figure.id} has the value {printed}, which is not its amount, {whole}")


def _range(figure: Figure) -> Iterator[Slip]:
    """Find ranges without two ends, in their order, and figures without a number that follow nothing (codebook 2.7)."""
    if figure.value is None and not figure.relation:
        yield Slip(f"{figure.id} has neither a value nor a relation that says what it follows")
    if figure.value_max is None:
        if figure.bound is Bound.range:
            yield Slip(f"{figure.id} has the bound range, but no value_max")
    elif figure.bound is not Bound.range:
        yield Slip(f"{figure.id} has a value_max, but the bound {figure.bound} in place of range")
    elif figure.value is None or figure.value_max <= figure.value:
        yield Slip(
            f"{figure.id} has the value_max {figure.value_max}, which is not over its value, {figure.value}"
        )


def _tone(figure: Figure, lexicon: Lexicon, *, aimed: bool) -> Iterator[Slip]:
    """Find tones that do not follow from bound and hedge as the codebook has it (5.2); results have none."""
    follows = tone(figure.bound, figure.hedge, lexicon) if aimed else None
    hint = "The tone follows from bound and hedge (codebook 5.2); hedges of your own need --lexicon."
    if figure.tone and not aimed:
        yield Slip(f"{figure.id} is a result and has the tone {figure.tone}, but results have none", hint)
    elif figure.tone is not follows:
        has, wants = (one or "null" for one in (figure.tone, follows))
        of = f"bound {figure.bound} and hedge {figure.hedge or 'null'}"
        yield Slip(f"{figure.id} has the tone {has}, but its {of} make it {wants}", hint)


def _indicator(figure: Figure, lexicon: Lexicon) -> Iterator[Slip]:
    known = {entry.id for entry in lexicon.of(IndicatorEntry)}
    if figure.indicator_id is not None and figure.indicator_id not in known:
        near = like(figure.indicator_id, known) or "docs/indicators.md has them all."
        hint = f"{near} Those of your own need --lexicon."
        yield Slip(
            f"{figure.id} has the indicator_id {figure.indicator_id}, which the lexicon does not know", hint
        )


def _times(report: Report) -> Iterator[Slip]:
    """Find times that are told in other words than all others: what compares years could not place them."""
    for fact in facts_of(report):
        baseline = getattr(fact, "baseline", None)
        told = (
            ("period", fact.period),
            ("deadline", getattr(fact, "deadline", None)),
            ("baseline.period", baseline.period if baseline else None),
        )
        for field, time in told:
            if time is not None and not _TIME.fullmatch(time):
                yield Slip(
                    f"{fact.id} has the {field} {time!r}, which is not written as 2031, 2031-2035 or 2031-06"
                )


def _factor(figure: Figure) -> Decimal | None:
    """Give what 万 and 亿 in the unit stand for; None where the unit is not the base unit with one of these."""
    scales = figure.unit.removesuffix(figure.base_unit)
    if f"{scales}{figure.base_unit}" != figure.unit or not set(scales) <= set(SCALES):
        return None
    return scale(scales)


def _sections(report: Report) -> Iterator[Slip]:
    """Find entries in a section that is none, and passages of the year's targets that are no paragraphs."""
    known = {section.id for section in report.sections}
    if known:
        homes = [(entry.id, entry.section) for entry in (*facts_of(report), *report.paragraphs)]
        for own, home in (*homes, *((section.id, section.parent) for section in report.sections)):
            if home is not None and home not in known:
                yield Slip(f"{own} stands in {home}, which is no section of the report")
    paragraphs = {paragraph.id for paragraph in report.paragraphs}
    for one in report.annual_targets if paragraphs else ():
        if one not in paragraphs:
            yield Slip(f"annual_targets names {one}, which is no paragraph of the report")


def _links(report: Report) -> Iterator[Slip]:
    """Find links that can't be: to another kind of fact, or to the fact itself. One to a fact that is gone can."""
    for fact in facts_of(report):
        for field, ids in _linked(fact):
            for id_ in ids:
                if id_ == fact.id or not (id_[:1] in _LINKS[field] and id_[1:].isdecimal()):
                    yield Slip(f"{fact.id} names {id_} in {field}, which can't be one of these")


def _linked(fact: Fact) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give a fact's links by field."""
    for field in _LINKS:
        ids = getattr(fact, field, None)
        yield field, ids if isinstance(ids, tuple) else (ids,) if ids is not None else ()


def _without_lost_links(report: Report) -> Report:
    """Take the ids of facts that are gone out of the others, and say so; lists that --only left out stay named.

    A report that holds its paragraphs and their sections is whole: an empty list of facts has none then.
    """
    facts = facts_of(report)
    here = {fact.id for fact in facts}
    asked = set("".join(_LINKS.values())) if _is_whole(report) else {id_[:1] for id_ in here}
    lost = {
        (fact.id, id_)
        for fact in facts
        for _, ids in _linked(fact)
        for id_ in ids
        if id_[:1] in asked and id_ not in here
    }
    if not lost:
        return report
    gone = {id_ for _, id_ in lost}
    told = [f"{own} {id_}" for own, id_ in sorted(lost)]
    more = ", …" if len(told) > _SHOWN else ""
    message = f"Ids of facts that are not there were taken out of others: {', '.join(told[:_SHOWN])}{more}."
    return relinked(report, gone).model_copy(
        update={"warnings": (*report.warnings, Warning(code=LINKS_LEFT_OUT, message=message))}
    )


def _is_whole(report: Report) -> bool:
    """Tell whether a report holds its text and outline, which --only leaves out where it is not asked for them."""
    homes = {paragraph.section for paragraph in report.paragraphs}
    return bool(homes) and homes - {None} <= {section.id for section in report.sections}


def relinked(report: Report, gone: Set[str]) -> Report:
    """Take ids out of all facts; where the first entry of a project or target is gone the next becomes the first."""

    def left(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(id_ for id_ in ids if id_ not in gone)

    repeats = _heirs([(target.id, target.repeats) for target in report.targets], gone)
    same_as = _heirs([(project.id, project.same_as) for project in report.projects], gone)
    targets = [target.model_copy(update={"repeats": repeats[target.id]}) for target in report.targets]
    works = [
        project.model_copy(update={"same_as": same_as[project.id], "figures": left(project.figures)})
        for project in report.projects
    ]
    promises = [
        promise.model_copy(update={"targets": left(promise.targets), "projects": left(promise.projects)})
        for promise in report.commitments
    ]
    return report.model_copy(
        update={"targets": tuple(targets), "projects": tuple(works), "commitments": tuple(promises)}
    )


def _heirs(firsts: Sequence[tuple[str, str | None]], gone: Set[str]) -> dict[str, str | None]:
    """Give for each id the first entry of the same thing, from that which it names now; None for the first itself."""
    heirs: dict[str, str] = {}
    found: dict[str, str | None] = {}
    for own, first in firsts:
        heir = heirs.setdefault(first, own) if first is not None and first in gone else first
        found[own] = None if heir == own else heir
    return found

"""Apply a reader's corrections to a report, each at its own words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile
from typing import Any

import regex
from pydantic import ValidationError

from reportparse.corrections import Fact, refuse_slips
from reportparse.errors import DamagedInputError, UsageError
from reportparse.extractors.indicators import identify
from reportparse.grammar.number import SCALES, product, scale
from reportparse.lexicon import Lexicon
from reportparse.model import At, Commitment, Figure, Paragraph, Project, Report
from reportparse.model.corrections import Correction, Corrections, FactKind, Value

BY_HAND = "by-hand"
"""The rule of a fact that a reader edited or added."""

LISTS: Mapping[FactKind, tuple[str, type[Fact], str]] = {
    FactKind.target: ("targets", Figure, "t"),
    FactKind.result: ("results", Figure, "r"),
    FactKind.project: ("projects", Project, "j"),
    FactKind.commitment: ("commitments", Commitment, "c"),
}
"""The list of each kind, its model, and how its ids begin."""

_TELLING = {Figure: ("indicator", "measure", "value"), Project: ("name",), Commitment: ("verb", "object")}
"""The fields that tell facts on the same words apart."""

_SCALED = regex.compile(r"^(?:[十百千]?[万亿])+")
"""Matches what of a unit is scale: 千万 of 千万元, nothing of 千瓦."""

_ENOUGH = 8
"""So many characters around a quote that agree make its place sure; where it stands once only, its own count too."""


@dataclass(frozen=True)
class Corrected:
    """Be a corrected report, and the corrections whose words it does not hold, or that no place is sure for."""

    report: Report
    unplaced: tuple[Correction, ...]


def correct(report: Report, corrections: Corrections, lexicon: Lexicon) -> Corrected:
    """Apply corrections: facts that were found wrong go, edited and missing ones come, right ones stay or come back.

    Applying them twice is as once. Ids of other facts stay as they are; an added fact takes the next free one.
    Raises DamagedInputError for a correction whose fields are none.
    """
    if not report.paragraphs:
        raise UsageError(
            f"{report.source.name} does not hold its text.", "Extract it without --only, then correct it."
        )
    facts = {kind: list(getattr(report, name)) for kind, (name, _, _) in LISTS.items()}
    unplaced = []
    for correction in corrections.corrections:
        at = place(correction, report.paragraphs)
        if at is None:
            unplaced.append(correction)
            continue
        _apply(correction, at, facts[correction.kind], report, lexicon)
    order = {paragraph.id: number for number, paragraph in enumerate(report.paragraphs)}

    def in_text(fact: Fact) -> tuple[int, int, int]:
        return order[fact.at.paragraph], fact.at.start, fact.at.end

    changed: dict[str, Any] = {}
    for kind, (name, _, _) in LISTS.items():
        before = list(getattr(report, name))
        if facts[kind] != before:
            changed[name] = tuple(sorted(facts[kind], key=in_text))
    corrected = _relinked(report.model_copy(update=changed)) if changed else report
    refuse_slips(corrected, report.source.name)
    return Corrected(corrected, tuple(unplaced))


def place(correction: Correction, paragraphs: Sequence[Paragraph]) -> At | None:
    """Find the words of a correction: of several places the one that agrees best, None where none is sure."""
    quote = correction.quote
    found = [
        At(paragraph=paragraph.id, start=start, end=start + len(quote), page=paragraph.page)
        for paragraph in paragraphs
        for start in _starts(paragraph.text, quote)
    ]
    texts = {paragraph.id: paragraph.text for paragraph in paragraphs}

    def agreement(at: At) -> int:
        text = texts[at.paragraph]
        before, behind = text[: at.start][::-1], text[at.end :]
        return _common(before, correction.before[::-1]) + _common(behind, correction.behind)

    best = max(map(agreement, found), default=0)
    near = [at for at in found if agreement(at) == best]
    whole = min(_ENOUGH, len(correction.before) + len(correction.behind))
    if not (best >= whole or (len(found) == 1 and len(quote) + best >= _ENOUGH)):
        return None
    if len(near) > 1:
        near = [at for at in near if (at.paragraph, at.start) == (correction.paragraph, correction.start)]
    return near[0] if near else None


def _starts(text: str, quote: str) -> Iterable[int]:
    start = text.find(quote) if quote else -1
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def _common(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _apply(correction: Correction, at: At, facts: list[Any], report: Report, lexicon: Lexicon) -> None:
    """Bring a list to what a correction says of the fact at a place."""
    wanted = correction.wanted
    here = [fact for fact in facts if _span(fact.at) == _span(at)]
    if wanted is None:
        for fact in [fact for fact in here if _same(fact, correction.found or {})]:
            facts.remove(fact)
        return
    old = next((fact for fact in here if _same(fact, wanted)), None) or next(
        (fact for fact in here if correction.found and _same(fact, correction.found)), None
    )
    if old is None:
        facts.append(_made(correction, at, wanted, facts, report, lexicon))
    elif correction.right:
        new = {
            name: value for name, value in wanted.items() if _plain(getattr(old, name, None)) != _plain(value)
        }
        if new:
            facts[facts.index(old)] = _edited(old, new, report, lexicon, correction)


def _span(at: At) -> tuple[str, int, int]:
    return at.paragraph, at.start, at.end


def _same(fact: Fact, fields: Mapping[str, Value]) -> bool:
    return all(_plain(getattr(fact, name)) == _plain(fields.get(name)) for name in _TELLING[type(fact)])


def _plain(value: object) -> object:
    """Bring a field to what compares: numbers as decimals, no text as None."""
    if isinstance(value, int | float | Decimal):
        return Decimal(str(value))
    return str(value) if value else None


def _edited(old: Fact, new: Mapping[str, Value], report: Report, lexicon: Lexicon, of: Correction) -> Fact:
    fields = old.model_dump() | dict(new) | {"rule": BY_HAND}
    if isinstance(old, Figure):
        fields["inferred"] = tuple(name for name in old.inferred if name not in new)
    made = _valid(type(old), fields, of)
    return _counted(made, report, lexicon, named="indicator" in new) if isinstance(made, Figure) else made


def _made(
    of: Correction,
    at: At,
    wanted: Mapping[str, Value],
    facts: Sequence[Fact],
    report: Report,
    lexicon: Lexicon,
) -> Fact:
    """Make a fact that was missing, with the next free id of its kind."""
    _, model, letter = LISTS[of.kind]
    numbers = [int(fact.id[len(letter) :]) for fact in facts if fact.id[len(letter) :].isdecimal()]
    section = next(p.section for p in report.paragraphs if p.id == at.paragraph)
    fields: dict[str, Any] = dict.fromkeys(model.model_fields)
    fields |= {name: () for name in ("inferred", "figures", "targets", "projects") if name in fields}
    fields |= {name: "" for name in ("unit", "verb", "object") if name in fields}
    fields |= {name: word for name, word in (("measure", "level"), ("bound", "exact")) if name in fields}
    fields |= {name: value for name, value in wanted.items() if value is not None or name not in fields}
    fields |= {
        "id": f"{letter}{max(numbers, default=0) + 1}",
        "at": at, "quote": of.quote, "section": section, "rule": BY_HAND,
    }  # fmt: skip
    fields |= {"base_unit": ""} if model is Figure else {}
    made = _valid(model, fields, of)
    return _counted(made, report, lexicon, named=True) if isinstance(made, Figure) else made


def _valid(model: type[Fact], fields: dict[str, Any], of: Correction) -> Fact:
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise DamagedInputError(
            f"The correction of {of.quote!r} does not fit at {where}: {first['msg']}.",
            "Fields and their values are described by: reportparse schema corrections.",
        ) from error


def _counted(figure: Figure, report: Report, lexicon: Lexicon, *, named: bool) -> Figure:
    """Give a figure what follows from its fields: the amount without 万, and for a new name the indicator's id."""
    base = figure.base_unit
    if not base or not figure.unit.endswith(base) or not set(figure.unit.removesuffix(base)) <= set(SCALES):
        base = _SCALED.sub("", figure.unit)
    factor = scale(figure.unit.removesuffix(base))
    amount, most = (None if v is None else product(v, factor) for v in (figure.value, figure.value_max))
    follows: dict[str, object] = {"base_unit": base, "amount": amount, "amount_max": most}
    if named:
        follows["indicator_id"] = identify(figure.indicator, lexicon, report.meta.place)
    return figure.model_copy(update=follows)


def _relinked(report: Report) -> Report:
    """Take the ids of facts that are gone out of the others; the commitments around new ones get theirs."""
    here = {fact.id for name, _, _ in LISTS.values() for fact in getattr(report, name)}
    inside = _inside(report.targets), _inside(report.projects)
    heirs: dict[str, str] = {}
    works = []
    for project in report.projects:
        first = project.same_as
        if first is not None and first not in here:
            heir = heirs.setdefault(first, project.id)
            first = None if heir == project.id else heir
        figures = tuple(name for name in project.figures if name in here)
        works.append(project.model_copy(update={"same_as": first, "figures": figures}))
    promises = [
        promise.model_copy(update={"targets": inside[0](promise.at, promise.targets),
                                   "projects": inside[1](promise.at, promise.projects)})
        for promise in report.commitments
    ]  # fmt: skip
    targets = [
        t.model_copy(update={"repeats": t.repeats if t.repeats in here else None}) for t in report.targets
    ]
    stated = {t.indicator_id for t in targets if t.period == str(report.meta.year)}
    return report.model_copy(
        update={
            "targets": tuple(targets),
            "projects": tuple(works),
            "commitments": tuple(promises),
            "not_stated": tuple(name for name in report.not_stated if name not in stated),
        }
    )


def _inside(facts: Sequence[Fact]) -> Callable[[At, tuple[str, ...]], tuple[str, ...]]:
    """Give a function from a place and the ids known for it to those that are there now, in the text's order."""

    def names(at: At, known: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(
            fact.id
            for fact in facts
            if fact.at.paragraph == at.paragraph
            and (
                fact.id in known
                or (fact.rule == BY_HAND and fact.at.start < at.end and at.start < fact.at.end)
            )
        )

    return names


def is_of(corrections: Corrections, report: Report) -> bool:
    """Tell whether corrections were made of this report: of its bytes, or of that place and year."""
    own = report.meta.place, report.meta.year
    same = corrections.source.sha256 == report.source.sha256
    return same or (None not in own and own == (corrections.place, corrections.year))

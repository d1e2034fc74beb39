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
from reportparse.grammar.tone import tone
from reportparse.lexicon import Lexicon
from reportparse.model import At, Commitment, Figure, Paragraph, Project, Report
from reportparse.model.corrections import Correction, Corrections, FactKind, Judgement, Value

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
    """Be a corrected report, and the corrections that were left out.

    `unplaced` are those whose words the report does not hold, or that no place is sure for; `unmet` those on whose
    words no fact is as they say that it was found, or several are.
    """

    report: Report
    unplaced: tuple[Correction, ...]
    unmet: tuple[Correction, ...] = ()


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
    unplaced, unmet = [], []
    as_read = _as_read(corrections, report)
    for correction in corrections.corrections:
        at = place(correction, report.paragraphs)
        if at is None:
            unplaced.append(correction)
        elif not _apply(correction, at, facts[correction.kind], report, lexicon, as_read=as_read):
            unmet.append(correction)
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
    return Corrected(corrected, tuple(unplaced), tuple(unmet))


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


def _as_read(corrections: Corrections, report: Report) -> bool:
    """Tell whether what was found must be here too: the same bytes and program, or a file that a hand wrote."""
    if corrections.versions is None:
        return True
    return corrections.versions == report.versions and corrections.source.sha256 == report.source.sha256


def _apply(
    correction: Correction, at: At, facts: list[Any], report: Report, lexicon: Lexicon, *, as_read: bool
) -> bool:
    """Bring a list to what a correction says of the fact at a place. False where no fact there is the one it means."""
    wanted = correction.wanted
    if correction.verdict is Judgement.added:
        if not any(_same(fact, wanted or {}) for fact in facts if _span(fact.at) == _span(at)):
            facts.append(_made(correction, at, wanted or {}, facts, report, lexicon))
        return True
    old = _meant(correction, at, facts)
    if old is None and not _tells_all(correction):
        return False
    if wanted is None:
        if old is not None:
            facts.remove(old)
        others = [fact for fact in _touching(at, facts) if fact.rule != BY_HAND]
        return old is not None or not (
            as_read and others
        )  # Else it is out already, or this version finds none.
    if old is None:
        if as_read:
            return False
        facts.append(_made(correction, at, wanted, facts, report, lexicon))
    elif correction.right:
        new = {
            name: value
            for name, value in wanted.items()
            if _plain(getattr(old, name, None)) != _plain(value)
            and (name != "tone" or name in correction.right)  # it follows from bound and hedge
        }
        if new:
            facts[facts.index(old)] = _edited(old, new, report, lexicon, correction)
    return True


def _meant(correction: Correction, at: At, facts: Sequence[Fact]) -> Fact | None:
    """Find the fact that a correction is of: on its words, else the one that shares some of them.

    What `found` does not tell may be anything, so long as one fact only fits. A fact that is right already is found
    by what it has to be.
    """
    touching = _touching(at, facts)
    here = [fact for fact in touching if _span(fact.at) == _span(at)]
    wanted, found = correction.wanted or {}, correction.found or {}
    if _tells_all(correction):
        fitting = [fact for fact in here if wanted and _same(fact, wanted)]
        fitting = fitting or [fact for fact in here if _same(fact, found)]
        fitting = fitting or [
            fact for fact in touching if _same(fact, found) or (wanted and _same(fact, wanted))
        ]
        return fitting[0] if fitting else None
    for fields in filter(None, (found or {"quote": correction.quote}, wanted)):
        for near in (here, touching):
            if fitting := [fact for fact in near if _fits(fact, fields)]:
                return fitting[0] if len(fitting) == 1 else None
    return None


def _touching(at: At, facts: Sequence[Fact]) -> list[Fact]:
    """Give the facts that share words with a place."""
    return [fact for fact in facts if _overlap(fact.at, at)]


def _overlap(one: At, other: At) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _tells_all(correction: Correction) -> bool:
    """Tell whether what was found is told by all the fields that tell facts on the same words apart."""
    return set(_TELLING[LISTS[correction.kind][1]]) <= set(correction.found or {})


def _span(at: At) -> tuple[str, int, int]:
    return at.paragraph, at.start, at.end


def _same(fact: Fact, fields: Mapping[str, Value]) -> bool:
    return all(_plain(getattr(fact, name)) == _plain(fields.get(name)) for name in _TELLING[type(fact)])


def _fits(fact: Fact, fields: Mapping[str, Value]) -> bool:
    return all(_plain(getattr(fact, name, None)) == _plain(value) for name, value in fields.items())


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
    if not isinstance(made, Figure):
        return made
    again = "tone" not in new and bool({"bound", "hedge"} & set(new))
    return _counted(made, report, lexicon, named="indicator" in new, again=again)


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


def _counted(figure: Figure, report: Report, lexicon: Lexicon, *, named: bool, again: bool = False) -> Figure:
    """Give a figure what follows from its fields: the amount without 万, and for a new name the indicator's id.

    `again` says that its tone follows too, from a new bound or hedge.
    """
    base = figure.base_unit
    if not base or not figure.unit.endswith(base) or not set(figure.unit.removesuffix(base)) <= set(SCALES):
        base = _SCALED.sub("", figure.unit)
    factor = scale(figure.unit.removesuffix(base))
    amount, most = (None if v is None else product(v, factor) for v in (figure.value, figure.value_max))
    follows: dict[str, object] = {"base_unit": base, "amount": amount, "amount_max": most}
    if again:
        follows["tone"] = tone(figure.bound, figure.hedge, lexicon)
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
            if (fact.id in known and fact.at.paragraph == at.paragraph)
            or (fact.rule == BY_HAND and _overlap(fact.at, at))
        )

    return names


def is_corrected(report: Report) -> bool:
    """Tell whether a report has facts that a hand edited or added."""
    return any(fact.rule == BY_HAND for name, _, _ in LISTS.values() for fact in getattr(report, name))


def is_of(corrections: Corrections, report: Report) -> bool:
    """Tell whether corrections were made of this report: of its bytes, or of that place and year."""
    own = report.meta.place, report.meta.year
    same = corrections.source.sha256 == report.source.sha256
    return same or (None not in own and own == (corrections.place, corrections.year))

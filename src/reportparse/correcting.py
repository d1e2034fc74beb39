"""Apply a reader's corrections to a report, each at its own words."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from itertools import takewhile
from typing import Any, NamedTuple

import regex
from pydantic import ValidationError

from reportparse.corrections import Fact, facts_of, refuse_slips, relinked, slips_of
from reportparse.errors import DamagedInputError, UsageError
from reportparse.extractors.indicators import identify
from reportparse.grammar.number import SCALES, product, scale
from reportparse.grammar.tone import tone
from reportparse.lexicon import Lexicon
from reportparse.model import At, Commitment, Figure, Paragraph, Project, Report, Warning
from reportparse.model.corrections import MODELS, Correction, Corrections, FactKind, Judgement, Value
from reportparse.model.json import reason

BY_HAND = "by-hand"
"""The rule of a fact that a reader edited or added."""

CORRECTED = "corrected"
"""The code of the warning that a reader changed facts: of one that was struck out nothing else is left."""

LISTS: Mapping[FactKind, tuple[str, str]] = {
    FactKind.target: ("targets", "t"),
    FactKind.result: ("results", "r"),
    FactKind.project: ("projects", "j"),
    FactKind.commitment: ("commitments", "c"),
}
"""The list of each kind, and how its ids begin."""

_TELLING = {Figure: ("indicator", "measure", "value"), Project: ("name",), Commitment: ("verb", "object")}
"""The fields that tell facts on the same words apart."""

_CALLED = {Figure: "indicator", Project: "name", Commitment: "object"}
"""The field that says what a fact is of."""

_FOLLOWING = ("base_unit", "amount", "amount_max", "tone")
"""The fields of a figure that follow from its others."""

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


class _Turn(IntEnum):
    """Say when a correction is applied, so that neither the order of files counts nor that in one of them."""

    read = 1
    """What is of a fact that was read: one may be struck out to be added anew."""

    added = 2
    after = 3
    """What is of no fact that was read: one that was added may be meant."""


class _Placed(NamedTuple):
    """Be a correction, the how many-th it is of its file, where its words stand, and the id of the fact that was read.

    That is told before any is applied: an edited fact may come to be as another was (6 to 7, and 7 to 8).
    """

    number: int
    correction: Correction
    at: At | None
    of: str | None

    @property
    def turn(self) -> _Turn:
        """Tell when it is applied."""
        if self.of:
            return _Turn.read
        return _Turn.added if self.correction.verdict is Judgement.added else _Turn.after

    def fact(self, facts: Sequence[Fact]) -> Fact | None:
        """Give the fact that it is of, as it is now; None where it is gone, or where none is meant."""
        if self.of:
            return next((fact for fact in facts if fact.id == self.of), None)
        return meant(self.correction, self.at, facts) if self.at else None


def correct(report: Report, corrections: Corrections, lexicon: Lexicon) -> Corrected:
    """Apply corrections: facts that were found wrong go, edited and missing ones come, right ones stay or come back.

    Applying them twice is as once. Ids of other facts stay as they are; an added fact takes one that none had.
    Raises DamagedInputError for a correction whose fields do not fit, and for two that differ about one fact.
    """
    (done,) = correct_all(report, [("", corrections)], lexicon)
    return done


def correct_all(
    report: Report, files: Sequence[tuple[str, Corrections]], lexicon: Lexicon
) -> tuple[Corrected, ...]:
    """Apply the corrections of several files, by their names: each tells what of it was left out of the one report.

    Raises as `correct` does, also for two of different files that differ about one fact. What one file added
    others may correct, whatever their order.
    """
    if not report.paragraphs:
        raise UsageError(
            f"{report.source.name} does not hold its text.", "Extract it without --only, then correct it."
        )
    facts = {kind: list(getattr(report, name)) for kind, (name, _) in LISTS.items()}
    placed = [
        [
            _placed(number, correction, report, facts)
            for number, correction in enumerate(corrections.corrections, start=1)
        ]
        for _, corrections in files
    ]
    _refuse_quarrels(files, placed)
    in_turn = sorted(
        ((file, one) for file, those in enumerate(placed) for one in those), key=lambda pair: pair[1].turn
    )
    unmet = {
        (file, one.number)
        for file, one in in_turn
        if one.at and not _applied(one, one.at, facts, report, lexicon, files[file][1])
    }
    corrected = _with(facts, report)
    refuse_slips(corrected, report.source.name)
    return tuple(
        Corrected(
            corrected,
            tuple(one.correction for one in those if one.at is None),
            tuple(one.correction for one in those if (file, one.number) in unmet),
        )
        for file, those in enumerate(placed)
    )


def _placed(
    number: int, correction: Correction, report: Report, facts: Mapping[FactKind, Sequence[Fact]]
) -> _Placed:
    at = place(correction, report.paragraphs)
    of_read = at and correction.verdict is not Judgement.added
    old = meant(correction, at, facts[correction.kind]) if at and of_read else None
    return _Placed(number, correction, at, old.id if old else None)


def _applied(
    one: _Placed,
    at: At,
    facts: Mapping[FactKind, list[Any]],
    report: Report,
    lexicon: Lexicon,
    of: Corrections,
) -> bool:
    """Bring the lists to what a correction of a file says. False where no fact there is the one it means."""
    of_kind = facts[one.correction.kind]
    as_read = _as_read(of, report)
    same_bytes = of.source.sha256 == report.source.sha256
    if as_read and same_bytes and _is_of_another(one, report):
        return False
    try:
        return _apply(one, at, of_kind, report, lexicon, as_read=as_read)
    except _MisfitError as misfit:
        raise DamagedInputError(
            f"Correction {one.number}, of {one.correction.quote!r}, does not fit: {misfit}.", misfit.hint
        ) from misfit


def _with(facts: Mapping[FactKind, Sequence[Fact]], report: Report) -> Report:
    """Give a report these facts, in the order of its text, with links to no others."""
    order = {paragraph.id: number for number, paragraph in enumerate(report.paragraphs)}

    def in_text(fact: Fact) -> tuple[int, int, int]:
        return order[fact.at.paragraph], fact.at.start, fact.at.end

    changed: dict[str, Any] = {}
    for kind, (name, _) in LISTS.items():
        before = list(getattr(report, name))
        if facts[kind] != before:
            changed[name] = tuple(sorted(facts[kind], key=in_text))
    if not changed:
        return report
    gone = {fact.id for fact in facts_of(report)} - {fact.id for of in facts.values() for fact in of}
    return _marked(_filled(relinked(report.model_copy(update=changed), gone)))


class _MisfitError(Exception):
    """Say why the fields of a correction make no fact."""

    hint = "Fields and their values are described by: reportparse schema corrections."

    def __init__(self, message: str, hint: str = hint) -> None:
        super().__init__(message)
        self.hint = hint


def _refuse_quarrels(
    files: Sequence[tuple[str, Corrections]],
    placed: Sequence[Sequence[_Placed]],
) -> None:
    """Refuse two corrections that say different things of one fact. Raises DamagedInputError.

    An id that a file gives is of what was read then: it is the same fact's in what the same program read.
    """
    said: dict[Hashable, tuple[str, Correction]] = {}
    for (name, of), those in zip(files, placed, strict=True):
        for number, correction, _, here in those:
            if correction.verdict is Judgement.added:
                continue
            told = f"{number} of {name}" if len(files) > 1 else str(number)
            for id_, where in ((correction.id, (of.source.sha256, of.versions)), (here, "here")):
                first, other = said.setdefault((id_, where), (told, correction))
                if id_ and (other.verdict, other.right) != (correction.verdict, correction.right):
                    raise DamagedInputError(
                        f"Corrections {first} and {told} are both of {id_}, and differ: "
                        f"{other.verdict}, {correction.verdict}.",
                        "Keep the one that is right.",
                    )


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
    return corrections.versions is None or (
        corrections.versions == report.versions and corrections.source.sha256 == report.source.sha256
    )


def _apply(
    one: _Placed, at: At, facts: list[Any], report: Report, lexicon: Lexicon, *, as_read: bool
) -> bool:
    """Bring a list to what a correction says of the fact at a place. False where no fact there is the one it means."""
    correction, wanted = one.correction, one.correction.wanted
    if correction.verdict is Judgement.added:
        _add(_made(correction, at, wanted or {}, facts, report, lexicon), facts, report)
        return True
    old = one.fact(facts)
    if wanted is None:
        if old is not None:
            facts.remove(old)
        others = [fact for fact in _touching(at, facts) if fact.rule != BY_HAND]
        return bool(one.of or old) or not any(_may_be(correction, fact, as_read=as_read) for fact in others)
    if old is None and not _tells_all(correction):
        return False
    if old is None:
        if as_read:
            return False
        _add(_made(correction, at, wanted, facts, report, lexicon), facts, report)
    elif correction.right:
        new = {
            name: value
            for name, value in wanted.items()
            if _plain(getattr(old, name, None)) != _plain(value)
            and (name not in _FOLLOWING or name in correction.right)
        }
        if new:
            facts[facts.index(old)] = _edited(old, new, report, lexicon, correction)
    return True


def _add(made: Fact, facts: list[Any], report: Report) -> None:
    """Add a fact that was made, unless it is there: what a correction leaves out may have a value of its own.

    One that the report came with, and that was struck out to be added anew, keeps its id.
    """
    telling = {name: getattr(made, name) for name in _TELLING[type(made)]}
    if not any(_same(fact, telling) for fact in facts if _span(fact.at) == _span(made.at)):
        kind = (fact for fact in facts_of(report) if fact.id[:1] == made.id[:1])
        facts.append(next((fact for fact in kind if fact.model_copy(update={"id": made.id}) == made), made))


def _is_of_another(one: _Placed, report: Report) -> bool:
    """Tell of a correction whose id is that of another fact than its words and fields are of."""
    told = one.correction.id
    return bool(one.of and told) and one.of != told and any(fact.id == told for fact in facts_of(report))


def _may_be(correction: Correction, fact: Fact, *, as_read: bool) -> bool:
    """Tell whether a fact may be the one that a correction strikes out, though it is not quite as that says.

    Where none may be it is out already, or this version does not find it.
    """
    if not _tells_all(correction):
        return True
    name, found = _CALLED[type(fact)], correction.found or {}
    return as_read and _plain(getattr(fact, name)) == _plain(found[name])


def meant(correction: Correction, at: At, facts: Sequence[Fact]) -> Fact | None:
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
    return set(_TELLING[MODELS[correction.kind]]) <= set(correction.found or {})


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
    again = {"indicator_id"} if "indicator" in new and "indicator_id" not in new else set[str]()
    again |= {"tone"} if {"bound", "hedge", "tone"} & set(new) else set()
    return _completed(_valid(type(old), fields), of, report, lexicon, again)


def _made(
    of: Correction,
    at: At,
    wanted: Mapping[str, Value],
    facts: Sequence[Fact],
    report: Report,
    lexicon: Lexicon,
) -> Fact:
    """Make a fact that was missing, with the id behind all of its kind, those that were struck out among them."""
    _, letter = LISTS[of.kind]
    model = MODELS[of.kind]
    ids = [fact.id for fact in (*facts, *facts_of(report)) if fact.id.startswith(letter)]
    numbers = [int(id_[len(letter) :]) for id_ in ids if id_[len(letter) :].isdecimal()]
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
    again = {"tone"} if wanted.get("indicator_id") else {"tone", "indicator_id"}
    return _completed(_valid(model, fields), of, report, lexicon, again)


def _valid(model: type[Fact], fields: dict[str, Any]) -> Fact:
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        told = f"{where} is missing" if first["input"] is None else f"{where}: {reason(first)}"
        raise _MisfitError(told) from error


def _completed(made: Fact, of: Correction, report: Report, lexicon: Lexicon, again: Set[str]) -> Fact:
    """Give a figure what follows from its fields. Raises _MisfitError where a correction says otherwise.

    That is the amount without 万, and of `again` the tone of a bound and hedge, the indicator's id of its name.
    """
    if not isinstance(made, Figure):
        return made
    base = made.base_unit
    if not base or not made.unit.endswith(base) or not set(made.unit.removesuffix(base)) <= set(SCALES):
        base = _SCALED.sub("", made.unit)
    factor = scale(made.unit.removesuffix(base))
    amount, most = (None if v is None else product(v, factor) for v in (made.value, made.value_max))
    follows: dict[str, object] = {"base_unit": base, "amount": amount, "amount_max": most}
    aimed = of.kind is FactKind.target
    if "tone" in again:
        follows["tone"] = tone(made.bound, made.hedge, lexicon) if aimed else None
    if "indicator_id" in again:
        follows["indicator_id"] = identify(made.indicator, lexicon, report.meta.place)
    figure = made.model_copy(update=follows)
    told = of.right or {}
    for name in _FOLLOWING:
        has = getattr(figure, name)
        if name in told and _plain(told[name]) != _plain(has):
            given, own = ("null" if one is None else one for one in (told[name], has))
            raise _MisfitError(
                f"it gives the {name} {given}, but from its other fields follows {own}", f"Leave {name} out."
            )
    for slip in slips_of(figure, lexicon, aimed=aimed):
        raise _MisfitError(slip.said, slip.hint)
    return figure


def _filled(report: Report) -> Report:
    """Give the commitments around new facts their ids; what has a target now is not `not_stated`."""
    inside = _inside(report.targets), _inside(report.projects)
    promises = [
        promise.model_copy(update={"targets": inside[0](promise.at, promise.targets),
                                   "projects": inside[1](promise.at, promise.projects)})
        for promise in report.commitments
    ]  # fmt: skip
    stated = {t.indicator_id for t in report.targets if t.period == str(report.meta.year)}
    return report.model_copy(
        update={
            "commitments": tuple(promises),
            "not_stated": tuple(name for name in report.not_stated if name not in stated),
        }
    )


def _marked(report: Report) -> Report:
    """Say in the report that a reader changed it."""
    if _is_marked(report):
        return report
    told = Warning(code=CORRECTED, message="A reader corrected facts of this report.")
    return report.model_copy(update={"warnings": (*report.warnings, told)})


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


def _is_marked(report: Report) -> bool:
    return any(warning.code == CORRECTED for warning in report.warnings)


def is_corrected(report: Report) -> bool:
    """Tell whether a reader struck out, edited or added facts of a report."""
    return _is_marked(report) or any(fact.rule == BY_HAND for fact in facts_of(report))


def is_of(corrections: Corrections, report: Report) -> bool:
    """Tell whether corrections were made of this report: of its bytes, or of that place and year."""
    own = report.meta.place, report.meta.year
    same = corrections.source.sha256 == report.source.sha256
    return same or (None not in own and own == (corrections.place, corrections.year))

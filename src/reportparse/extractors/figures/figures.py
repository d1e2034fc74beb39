"""Read the figures of an outline: every passage, sentence by sentence, numbered in reading order."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

import regex

from reportparse.extractors.figures.claim import Claim
from reportparse.extractors.figures.noise import declined
from reportparse.extractors.figures.phrase import within
from reportparse.extractors.figures.qualitative import aims, each_named, is_measured, measured_by
from reportparse.extractors.figures.reader import read_sentence
from reportparse.extractors.figures.scope import scope_of
from reportparse.extractors.figures.spelling import stands
from reportparse.extractors.figures.time import (
    dated,
    is_averaged,
    names_average,
    opening_date,
    opening_span,
    setting,
)
from reportparse.extractors.indicators import identify
from reportparse.grammar.calendar import Calendar
from reportparse.grammar.clause import Span, around, clauses, enclosed, meeting, sentences
from reportparse.grammar.quantity import Quantity, quantities
from reportparse.grammar.reading import Reading
from reportparse.grammar.reading import read as reading_of
from reportparse.grammar.token import Token
from reportparse.grammar.tone import tone
from reportparse.lexicon import Lexicon
from reportparse.model import At, Baseline, Basis, Figure, Outline, Outlook, Passage, Role
from reportparse.text import fold


def figures(
    outline: Outline, lexicon: Lexicon, told: Mapping[str, Sequence[tuple[Outlook, Figure]]] | None = None
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """Give the targets and the results of a report, each in reading order, ids t1… and r1….

    `told` has what was read of the rows of tables, by the ids of their paragraphs.
    """
    rows = dict(told or {})
    meta = outline.meta
    calendar = Calendar.of(meta.year, meta.review_year)
    found = [
        (outlook, figure)
        for passage in outline.passages
        for outlook, figure in (
            *rows.pop(passage.paragraph.id, ()),
            *of_passage(passage, calendar, lexicon, meta.place),
        )
    ]
    targets = [figure for outlook, figure in found if outlook is Outlook.planned]
    results = [figure for outlook, figure in found if outlook is Outlook.done]
    return (
        _threaded(figure.model_copy(update={"id": f"t{n}"}) for n, figure in enumerate(targets, 1)),
        tuple(figure.model_copy(update={"id": f"r{n}", "tone": None}) for n, figure in enumerate(results, 1)),
    )


def _threaded(targets: Iterable[Figure]) -> tuple[Figure, ...]:
    """Give the targets, each that sets again what an earlier one sets with that one's id."""
    first: dict[tuple[object, ...], str] = {}
    found = []
    for figure in targets:
        named = figure.indicator_id or figure.indicator
        what = (named, figure.scope, figure.measure, figure.amount, figure.amount_max, figure.base_unit)
        key = (*what, figure.bound, figure.basis, figure.period, figure.relation)
        found.append(figure.model_copy(update={"repeats": first[key]}) if key in first else figure)
        first.setdefault(key, figure.id)
    return tuple(found)


def of_passage(
    passage: Passage, calendar: Calendar, lexicon: Lexicon, place: str | None = None
) -> list[tuple[Outlook, Figure]]:
    """Give the figures of one passage with the way that the report looks at each."""
    if passage.outlook is None:
        return []
    printed = passage.paragraph.text
    text = fold(printed)
    standing = None
    found = []
    shelters = enclosed(printed)
    measuring = tuple(
        q
        for q in quantities(text, lexicon)
        if not _sheltered(printed, q, shelters) and not declined(text, q, lexicon)
    )
    claims: tuple[Claim, ...] = ()
    for sentence in sentences(printed):
        standing = opening_date(text, sentence, calendar, standing)
        told: list[Span] = []
        claims = read_sentence(printed, text, sentence, measuring, lexicon, claims)
        if not claims:
            standing = opening_span(text, sentence, calendar, standing)
        for claim in claims:
            facing = passage.facing(claim.item.quantity.start)
            here = setting(facing.period, facing.outlook or passage.outlook, calendar)
            period, outlook, carried = dated(text, sentence, claim, here, standing, lexicon)
            scope = scope_of(text, sentence, claim, lexicon, place)
            found.append((outlook, _figure(passage, claim, period, carried, scope, place, lexicon)))
            told.append(Span(claim.item.quantity.start, claim.item.quantity.end))
        if passage.outlook is Outlook.planned:
            found += [
                (Outlook.planned, figure) for figure in _in_words(passage, text, sentence, told, lexicon)
            ]
    return sorted(found, key=lambda pair: pair[1].at.end)


def _in_words(
    passage: Passage, text: str, sentence: Span, told: Sequence[Span], lexicon: Lexicon
) -> Iterator[Figure]:
    """Yield the targets that clauses set without a number.

    They are all of a targets paragraph, and elsewhere those that hold a known indicator to a measure
    (进出口增速高于全省, 空气质量优良率达到省定目标).
    """
    annual = passage.paragraph.role is Role.annual_targets
    whole = (clause for clause in clauses(passage.paragraph.text, *sentence) if not meeting(told, *clause))
    for clause, (rule, value) in chain.from_iterable(aims(each, text, lexicon, annual) for each in whole):
        for name in each_named(value.indicator, lexicon):
            if not annual and not is_measured(name, lexicon):
                continue
            yield Figure(
                id="",
                indicator=name,
                indicator_id=identify(name, lexicon),
                measure=measured_by(name),
                value=None,
                value_max=None,
                unit="",
                amount=None,
                amount_max=None,
                base_unit="",
                bound=value.bound,
                basis=None,
                hedge=None,
                tone=tone(value.bound, None, lexicon),
                period=passage.period,
                baseline=None,
                relation=value.relation,
                section=passage.paragraph.section,
                quote=clause.of(passage.paragraph.text),
                rule=rule,
                inferred=("period",),
                at=At(
                    paragraph=passage.paragraph.id,
                    start=clause.start,
                    end=clause.end,
                    page=passage.paragraph.page,
                ),
            )


def _sheltered(printed: str, quantity: Quantity, shelters: tuple[Span, ...]) -> bool:
    """Tell whether a quantity stands in a quoted name, where numbers are names."""
    shelter = around(shelters, quantity.number)
    return (
        shelter is not None
        and shelter.start < quantity.number
        and quantity.tail < shelter.end
        and printed[shelter.start] not in "（("
        and shelter.end - shelter.start < 24
    )


def _figure(
    passage: Passage,
    claim: Claim,
    period: str,
    carried: bool,
    scope: str | None,
    place: str | None,
    lexicon: Lexicon,
) -> Figure:
    printed = passage.paragraph.text
    quantity = claim.item.quantity
    start, end = min(claim.start, quantity.start), max(quantity.end, claim.end)
    quote = printed[start:end]
    hedge = _hedge(fold(printed), claim, lexicon)
    inferred = [
        name
        for name, is_so in (
            ("indicator", claim.carried or not stands(claim.indicator, fold(quote))),
            ("period", carried),
            ("hedge", hedge is not None and hedge not in quote),
        )
        if is_so
    ]
    baseline = claim.baseline
    said = claim.adverbs, printed[claim.item.left.start : quantity.start]
    basis = (
        Basis.annual_average
        if any(map(is_averaged, said)) and not names_average(claim.indicator, lexicon)
        else Basis.cumulative
        if any(regex.search("累计|累积", words) for words in said)
        else None
    )
    return Figure(
        id="",
        indicator=claim.indicator,
        indicator_id=None if scope else identify(claim.indicator, lexicon, place, quantity.counts),
        measure=claim.measure,
        value=quantity.value * claim.sign,
        value_max=quantity.value_max,
        unit=quantity.unit,
        amount=quantity.amount * claim.sign,
        amount_max=quantity.amount_max,
        base_unit=quantity.base_unit,
        bound=claim.bound,
        basis=basis,
        hedge=hedge,
        tone=tone(claim.bound, hedge, lexicon),
        period=period,
        baseline=Baseline(value=baseline.value, unit=baseline.unit) if baseline else None,
        scope=scope,
        relation=None,
        section=passage.paragraph.section,
        quote=quote,
        rule=claim.rule,
        inferred=tuple(inferred),
        at=At(paragraph=passage.paragraph.id, start=start, end=end, page=passage.paragraph.page),
    )


def _hedge(text: str, claim: Claim, lexicon: Lexicon) -> str | None:
    """Give the longest word of the clause that says how firmly the number is meant; 模拟实训 says nothing."""
    reading, number = reading_of(text, lexicon), claim.item.quantity.start
    places, last = _hedges(reading), reading.at(number)
    near = places[bisect_left(places, reading.at(claim.item.clause.start)) : bisect_left(places, last)]
    found = [reading.tokens[place] for place in near]
    if (opened := reading.tokens[last].start) < number:  # a number in brackets
        found += filter(_is_hedge, within(text, Span(opened, number), lexicon))
    return max((token.text for token in found), key=len, default=None)


@lru_cache(maxsize=8)
def _hedges(reading: Reading) -> list[int]:
    return [place for place, token in enumerate(reading.tokens) if _is_hedge(token)]


def _is_hedge(token: Token) -> bool:
    return bool(token.features.hedge) and token.letter != "W"

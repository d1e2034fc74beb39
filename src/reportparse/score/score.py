"""Pair extracted facts with gold, and count what is right."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import regex

from reportparse.model import Commitment, Figure, Project, Report
from reportparse.model.score import Difference, Kind, KindScore, MetaScore, Rate, Scores, What
from reportparse.score.claim import (
    FIELDS,
    Claim,
    Span,
    bare,
    claim,
    exact_name,
    own_places,
    places,
    same_amount,
    same_clause,
    same_field,
    same_name,
    same_place,
    shared,
)
from reportparse.score.gold import Gold

_NUMBERING = regex.compile(
    r"^([一二三四五六七八九十]+[、是]|第[一二三四五六七八九十]+[,、]|\([一二三四五六七八九十]+\)"
    r"|[0-9]+[.、]|附件[0-9]*[::]?|-)+"
)

Agreement = Callable[[Claim, Claim], bool]

AGREEMENTS: dict[Kind, Agreement] = {
    Kind.targets: lambda gold, found: same_place(gold, found) and same_amount(gold, found),
    Kind.results: lambda gold, found: same_place(gold, found) and same_amount(gold, found),
    Kind.projects: lambda gold, found: same_place(gold, found) and same_name(gold, found),
    Kind.commitments: same_clause,
}
"""When a fact counts as found, before its other fields are asked for."""


def score(gold: Gold, report: Report) -> Scores:
    """Score a report: each kind that the gold judges, in the stretches that it judges."""
    kinds, differences = [], []
    for kind in AGREEMENTS:
        if kind in gold.kinds:
            found, lost = _extracted(kind, gold, report)
            asked = [fact for fact in gold.facts if fact.kind is kind]
            if gold.partial:
                lost = []
            kind_score, unlike = _pair(kind, asked, found, _denied(kind, gold) if gold.partial else None)
            kinds.append(kind_score)
            differences += [
                *(Difference(kind=kind, what=What.lost, found=fact.row) for fact in lost),
                *unlike,
            ]
    if gold.outline is not None:
        kind_score, unlike = _pair_headings(gold.outline, report)
        kinds.append(kind_score)
        differences += unlike
    shown = () if gold.blind else tuple(differences)
    return Scores(kinds=tuple(kinds), meta=_meta(gold, report), differences=shown)


def rate(gold: int, found: int, hit: int) -> Rate:
    """Work out precision, recall and F1, to four places."""
    precision = hit / found if found else 0.0
    recall = hit / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hit else 0.0
    return Rate(gold=gold, found=found, hit=hit,
                precision=round(precision, 4), recall=round(recall, 4), f1=round(f1, 4))  # fmt: skip


def pooled(scores: Iterable[Scores]) -> tuple[KindScore, ...]:
    """Add up the counts of several reports, kind by kind, and rate the sums."""
    by_kind: dict[Kind, list[KindScore]] = {}
    for one in scores:
        for kind_score in one.kinds:
            by_kind.setdefault(kind_score.kind, []).append(kind_score)
    return tuple(
        KindScore(
            kind=kind,
            detection=_sum(part.detection for part in parts),
            strict=_sum(part.strict for part in parts),
            exact=_sum(part.exact for part in parts if part.exact) if parts[0].exact else None,
            fields={name: _sum(part.fields[name] for part in parts) for name in parts[0].fields},
        )
        for kind in Kind
        if (parts := by_kind.get(kind))
    )


def _sum(rates: Iterable[Rate]) -> Rate:
    parts = list(rates)
    return rate(sum(r.gold for r in parts), sum(r.found for r in parts), sum(r.hit for r in parts))


def _extracted(kind: Kind, gold: Gold, report: Report) -> tuple[list[Claim], list[Claim]]:
    """Give the report's facts inside the judged stretches, and those whose quote stands nowhere.

    Targets in words have no value and are not scored. Where the whole text is judged, lost facts count too.
    """
    judged = gold.judged_commitments if kind is Kind.commitments else gold.judged
    everywhere = judged == ((0, len(gold.text)),)
    printed = {paragraph.id: paragraph.text for paragraph in report.paragraphs}
    claims = [
        claim(kind, fact.model_dump(), _stands(fact, printed, gold.text))
        for fact in getattr(report, kind)
        if getattr(fact, "value", 0) is not None
    ]
    inside = [c for c in claims if (_touches(c.spans, judged) if c.spans else everywhere)]
    return inside, [c for c in claims if not c.spans]


_AROUND = 60
"""How many characters before and behind a quote tell which of several places is its own."""


def _stands(fact: Figure | Project | Commitment, printed: Mapping[str, str], text: str) -> tuple[Span, ...]:
    """Find a fact's quote in the gold's text; of several places those that its own paragraph agrees with."""
    spans, home = places(text, fact.quote), printed.get(fact.at.paragraph)
    if home is None or len(spans) < 2:
        return spans
    before, behind = home[max(0, fact.at.start - _AROUND) : fact.at.start], home[fact.at.end :][:_AROUND]
    return own_places(spans, text, bare(before), bare(behind))


def _denied(kind: Kind, gold: Gold) -> Callable[[Claim], bool]:
    """Give the test for a fact that a reader found wrong: by its name, since others may stand on the same words."""
    wrong = [fact for fact in gold.wrong if fact.kind is kind]
    return lambda found: any(AGREEMENTS[kind](one, found) and exact_name(one, found) for one in wrong)


def _touches(spans: Sequence[Span], stretches: Sequence[Span]) -> bool:
    return any(shared(span, stretch) for span in spans for stretch in stretches)


def _pair(
    kind: Kind,
    asked: Sequence[Claim],
    found: Sequence[Claim],
    denied: Callable[[Claim], bool] | None = None,
) -> tuple[KindScore, list[Difference]]:
    """Pair one to one in reading order: gold that is asked for first, then optional gold.

    Of several that agree the one with most right fields is taken, then the one with the very name, the first of
    equals; what a reader edited is found by what was read in its stead, too, and wrong in what was edited. What is
    paired with optional gold counts neither for nor against, nor does what has no partner and is not `denied`, where
    only some facts were judged.
    """
    agrees, free = AGREEMENTS[kind], list(found)
    hits = strict = exact = 0
    right = dict.fromkeys(FIELDS[kind], 0)
    unlike = []
    for gold in sorted(asked, key=lambda fact: fact.optional):
        agreeing = [fact for fact in free if agrees(gold, fact)] or [
            fact for fact in free if gold.read and agrees(gold.read, fact) and exact_name(gold.read, fact)
        ]
        if not agreeing:
            if not gold.optional:
                unlike.append(Difference(kind=kind, what=What.missed, gold=gold.row))
            continue
        best = max(agreeing, key=lambda fact: (_right(kind, gold, fact), exact_name(gold, fact)))
        free = [fact for fact in free if fact is not best]
        if gold.optional:
            continue
        wrong = tuple(name for name in right if not same_field(name, gold, best))
        wrong += _other(kind, gold, best)
        hits += 1
        strict += not wrong
        exact += not wrong and exact_name(gold, best)
        for name in right:
            right[name] += name not in wrong
        if wrong:
            unlike.append(Difference(kind=kind, what=What.wrong, fields=wrong, gold=gold.row, found=best.row))
    free = [fact for fact in free if denied is None or denied(fact)]
    unlike += [Difference(kind=kind, what=What.spurious, found=fact.row) for fact in free]
    required, counted = sum(not gold.optional for gold in asked), hits + len(free)
    return KindScore(
        kind=kind,
        detection=rate(required, counted, hits),
        strict=rate(required, counted, strict),
        exact=None if kind is Kind.commitments else rate(required, counted, exact),
        fields={name: rate(required, counted, count) for name, count in right.items()},
    ), unlike


def _other(kind: Kind, gold: Claim, found: Claim) -> tuple[str, ...]:
    """Name what detection asks for, and is other in a fact that was found by what was read in its stead."""
    if kind in (Kind.targets, Kind.results):
        return () if same_amount(gold, found) else ("value",)
    return ("name",) if kind is Kind.projects and not same_name(gold, found) else ()


def _right(kind: Kind, gold: Claim, found: Claim) -> int:
    """Count the fields that are right."""
    return sum(same_field(name, gold, found) for name in FIELDS[kind])


def _pair_headings(outline: Sequence[tuple[int, str]], report: Report) -> tuple[KindScore, list[Difference]]:
    """Pair headings by title, the number left out where need be; strict asks for the level."""
    have = [(section, bare(f"{section.number or ''}{section.title}"), bare(section.title))
            for section in report.sections]  # fmt: skip
    free, unlike = list(range(len(have))), []
    hits = leveled = 0
    for level, title in outline:
        same = (title, _NUMBERING.sub("", title))
        best = next((i for i in free if have[i][1] == title or have[i][2] in same), None)
        if best is None:
            unlike.append(
                Difference(kind=Kind.sections, what=What.missed, gold={"level": level, "title": title})
            )
            continue
        free.remove(best)
        hits += 1
        found = {"level": have[best][0].level, "title": have[best][0].title}
        if have[best][0].level == level:
            leveled += 1
        else:
            unlike.append(Difference(kind=Kind.sections, what=What.wrong, fields=("level",),
                                     gold={"level": level, "title": title}, found=found))  # fmt: skip
    for i in free:
        found = {"level": have[i][0].level, "title": have[i][0].title}
        unlike.append(Difference(kind=Kind.sections, what=What.spurious, found=found))
    detection = rate(len(outline), len(have), hits)
    strict = rate(len(outline), len(have), leveled)
    return KindScore(kind=Kind.sections, detection=detection, strict=strict, fields={"level": strict}), unlike


def _meta(gold: Gold, report: Report) -> MetaScore | None:
    if gold.meta is None:
        return None
    have = report.meta.model_dump()
    wrong = {key: have.get(key) for key, value in gold.meta.items() if bare(value) != bare(have.get(key))}
    return MetaScore(right=len(gold.meta) - len(wrong), of=len(gold.meta), wrong=wrong)

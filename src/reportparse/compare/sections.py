"""Pair the sections of neighbouring reports, and weigh each topic by its characters."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import regex
from rapidfuzz.distance import Indel

from reportparse.compare.pairing import Pair, pairs, rounded
from reportparse.compare.wording import Weights, Wording, union, wording
from reportparse.compare.years import Side, Sides, years
from reportparse.lexicon import Lexicon
from reportparse.model import Role, Section
from reportparse.model.comparison import ComparedSection, SectionChange, SectionWeight, Years
from reportparse.text import fold

ALIKE = 0.3
"""The least likeness at which two sections are one renamed. Titles of one topic share little from year to year."""

_OF_TEXT = 0.6
"""The share of the texts' likeness in that of two sections; the rest is their titles'."""

_SAME_PART = 0.2
"""What two main parts are the more alike for doing the same: both the year's tasks."""

_PARTS = frozenset({Role.review, Role.outlook, Role.tasks, Role.self_government})

_YEAR = regex.compile("[12][0-9]{3}(?=年|$)")
_SPACE = regex.compile(r"\s+")


@dataclass(frozen=True)
class _Topic:
    """Be a section with its title made independent of the year, its words, its parents' ids and its weight."""

    section: Section
    title: str
    words: Wording
    parent: str | None
    weight: SectionWeight


def compare_sections(compared: Sides) -> tuple[ComparedSection, ...]:
    """Say what became of each section, pair of reports by pair: the newer's as printed, then what was dropped."""
    return tuple(
        row for older, newer in compared.neighbours() for row in _pair(older, newer, compared.lexicon)
    )


def _pair(older: Side, newer: Side, lexicon: Lexicon) -> list[ComparedSection]:
    old, new = _topics(older, lexicon), _topics(newer, lexicon)
    weights = Weights([topic.words for topic in (*old, *new)])
    likenesses = {
        (i, j): likeness
        for i, a in enumerate(old)
        for j, b in enumerate(new)
        if (likeness := _likeness(a, b, weights)) >= ALIKE
    }
    chosen = {pair.new: pair for pair in pairs(likenesses, len(old), len(new))}
    moved = _moved(old, new, tuple(chosen.values()))
    rows = []
    for j, topic in enumerate(new):
        pair = chosen.get(j)
        if pair is None:
            rows.append(_row(years(older, newer), None, topic, None, SectionChange.new))
            continue
        before = old[pair.old]
        stays = SectionChange.moved if pair in moved else SectionChange.same
        kind = stays if before.title == topic.title else SectionChange.renamed
        rows.append(_row(years(older, newer), before, topic, pair.likeness, kind))
    kept = {pair.old for pair in chosen.values()}
    rows += [
        _row(years(older, newer), t, None, None, SectionChange.dropped)
        for i, t in enumerate(old)
        if i not in kept
    ]
    return rows


def _row(
    of: Years, old: _Topic | None, new: _Topic | None, likeness: float | None, kind: SectionChange
) -> ComparedSection:
    return ComparedSection(
        years=of,
        old=old.weight if old else None,
        new=new.weight if new else None,
        likeness=rounded(likeness),
        change=kind,
    )


def _topics(side: Side, lexicon: Lexicon) -> list[_Topic]:
    """Give the sections below the title, in order, each with all that stands under it."""
    sections = {section.id: section for section in side.report.sections}
    texts: dict[str, list[str]] = {key: [] for key in sections}
    total = 0
    for paragraph in side.report.paragraphs:
        total += len(_SPACE.sub("", paragraph.text))
        at = paragraph.section
        while at in sections:
            texts[at].append(paragraph.text)
            at = sections[at].parent
    return [
        _Topic(
            section=section,
            title=_timeless(section.title, side.year),
            words=union(wording(text, lexicon) for text in (section.title, *texts[key])),
            parent=section.parent,
            weight=_weight(section, sum(len(_SPACE.sub("", text)) for text in texts[key]), total),
        )
        for key, section in sections.items()
        if section.level > 0
    ]


def _weight(section: Section, characters: int, total: int) -> SectionWeight:
    return SectionWeight(
        id=section.id,
        title=section.title,
        level=section.level,
        role=section.role,
        characters=characters,
        share=Decimal(f"{characters / total if total else 0:.4f}"),
    )


def _timeless(title: str, year: int | None) -> str:
    """Write a title's years as seen from the report: in one of 2021 both 2020年 and 2021年 become relative."""
    text = _SPACE.sub("", fold(title))
    return text if year is None else _YEAR.sub(lambda found: f"{int(found.group()) - year:+d}", text)


def _likeness(a: _Topic, b: _Topic, weights: Weights) -> float:
    """Give 0 to 1, 0 for sections of different levels or of parts that do different things."""
    one, other = a.section, b.section
    if one.level != other.level or one.role is not other.role:
        return 0.0
    if a.title == b.title:
        return 1.0
    alike = (1 - _OF_TEXT) * Indel.normalized_similarity(a.title, b.title) + _OF_TEXT * weights.likeness(
        a.words, b.words
    )
    return min(1.0, alike + (_SAME_PART if one.level == 1 and one.role in _PARTS else 0.0))


def _moved(old: Sequence[_Topic], new: Sequence[_Topic], chosen: Sequence[Pair]) -> set[Pair]:
    """Give the pairs that stand elsewhere: under another parent, or out of the order of their sisters."""
    partner = {old[pair.old].section.id: new[pair.new].section.id for pair in chosen}
    away: set[Pair] = set()
    sisters: dict[str | None, list[Pair]] = {}
    for pair in sorted(chosen):
        before, now = old[pair.old].parent, new[pair.new].parent
        if (before in partner and partner[before] != now) or (before is None) is not (now is None):
            away.add(pair)
        else:
            sisters.setdefault(now, []).append(pair)
    return away.union(*(set(group) - _in_order(group) for group in sisters.values()))


def _in_order(group: Sequence[Pair]) -> set[Pair]:
    """Give the longest run of pairs, sorted by the older place, that rises in the newer too."""
    ends: list[int] = []
    behind: dict[int, Pair | None] = {}
    last: list[Pair] = []
    for pair in group:
        at = bisect_left(ends, pair.new)
        ends[at : at + 1] = [pair.new]
        behind[pair.new] = last[at - 1] if at else None
        last[at : at + 1] = [pair]
    kept: set[Pair] = set()
    at_end = last[-1] if last else None
    while at_end:
        kept.add(at_end)
        at_end = behind[at_end.new]
    return kept

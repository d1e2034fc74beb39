"""Say for which headline indicators a report sets no target."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

import regex

from reportparse.extractors.indicators import identify
from reportparse.lexicon import IndicatorEntry, Lexicon, alternation
from reportparse.lexicon.headline import headline
from reportparse.lexicon.nameset import NameSet
from reportparse.model import Figure, Meta, Passage
from reportparse.text import fold

_CLAUSE: Final = regex.compile(r"[^，。；：]+")
_REFUSED: Final = regex.compile("没有|未(?:设|提)|不(?:再)?设")
_AGAINST: Final = "与同和跟"
_TOLD_BY: Final = (
    ("rural_income", {"rural_net_income"}),
    ("urban_jobs", {"new_jobs"}),
    ("resident_income", {"urban_income", "rural_income"}),
)
"""Indicators that are stated where all of some others are: their parts, or what they were called before."""

_OF_BOTH: Final = "城乡"
"""Incomes of these are of townspeople and of villagers, each."""

_OWN_LEVEL: Final = "本级"
"""What the government of the place itself has, without those below it: 区本级固定资产投资."""


def not_stated(
    targets: Sequence[Figure], aimed: Sequence[Passage], meta: Meta, lexicon: Lexicon
) -> tuple[str, ...]:
    """Give the ids of the headline indicators without a target for the report's year, in the lexicon's order.

    `aimed` are the passages that set the year's targets; without one nothing can be said, and none is given.
    A target in words counts as one (进出口总额增速高于全省), one for another year (the plan's last) does not.
    """
    if not aimed:
        return ()
    of_year = [figure for figure in targets if figure.period == str(meta.year)]
    stated = {figure.indicator_id for figure in of_year}
    stated |= {name for passage in aimed for name in _in_words(fold(passage.paragraph.text), lexicon)}
    stated |= {id_ for figure in of_year for id_ in _told_with(figure, lexicon)}
    for id_, others in _TOLD_BY:
        if others <= stated:
            stated.add(id_)
    return tuple(id_ for id_ in headline(lexicon) if id_ not in stated)


def _told_with(figure: Figure, lexicon: Lexicon) -> set[str]:
    """Give what else a target states: both incomes of 城乡居民, the whole of what its own level is to invest."""
    if figure.scope and figure.scope.endswith(_OWN_LEVEL):
        whole = identify(figure.indicator.removeprefix(figure.scope), lexicon)
        return {whole} if whole else set()
    both = figure.indicator_id == "resident_income" and _OF_BOTH in figure.indicator
    return {"urban_income", "rural_income"} if both else set()


def _in_words(text: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the indicators that clauses of a folded passage measure against something: another pace, its course.

    What they are measured against is no target: 居民收入增长与经济增长同步 sets none for growth.
    """
    names, relation, ids = _patterns(lexicon)
    for clause in _CLAUSE.findall(text):
        found = relation.search(clause)
        if found is None or _REFUSED.search(clause):
            continue
        against = max((clause.rfind(word, 0, found.start()) for word in _AGAINST), default=-1)
        paced = found["pace"] is not None and against > 0
        behind = found["done"] is not None
        measured = clause if behind else clause[: against if paced else found.start()]
        yield from (ids[name] for name in names.within(measured))


@cache
def _patterns(lexicon: Lexicon) -> tuple[NameSet, regex.Pattern[str], dict[str, str]]:
    ids = {fold(form): entry.id for entry in lexicon.of(IndicatorEntry) for form in entry.forms}

    def words(*relations: str) -> str:
        return alternation(lexicon.forms("relations", *relations))

    other = words("above", "not_below", "below", "not_above", "course")
    relation = rf"(?P<pace>{words('pace')})|(?P<done>{words('done')})|{other}"
    return NameSet(ids), regex.compile(relation), ids

"""Say for which headline indicators a report sets no target."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

import regex

from reportparse.lexicon import IndicatorEntry, Lexicon, alternation
from reportparse.model import Figure, Meta, Passage
from reportparse.text import fold

_CLAUSE: Final = regex.compile(r"[^，。；：]+")
_REFUSED: Final = regex.compile("没有|未(?:设|提)|不(?:再)?设")
_PARTS: Final = {"resident_income": frozenset({"urban_income", "rural_income"})}
"""Indicators that are stated where all their parts are."""


def not_stated(
    targets: Sequence[Figure], aimed: Sequence[Passage], meta: Meta, lexicon: Lexicon
) -> tuple[str, ...]:
    """Give the ids of the headline indicators without a target for the report's year, in the lexicon's order.

    `aimed` are the passages that set the year's targets; without one nothing can be said, and none is given.
    A target in words counts as one (进出口总额增速高于全省), one for another year (the plan's last) does not.
    """
    if not aimed:
        return ()
    stated = {figure.indicator_id for figure in targets if figure.period == str(meta.year)}
    stated |= {name for passage in aimed for name in _in_words(fold(passage.paragraph.text), lexicon)}
    stated |= {whole for whole, parts in _PARTS.items() if parts <= stated}
    return tuple(
        entry.id for entry in lexicon.of(IndicatorEntry) if entry.headline and entry.id not in stated
    )


def _in_words(text: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the indicators that clauses of a folded passage measure against something: another pace, its course."""
    names, relation, ids = _patterns(lexicon)
    for clause in _CLAUSE.findall(text):
        if relation.search(clause) and not _REFUSED.search(clause):
            yield from (ids[name] for name in names.findall(clause))


@cache
def _patterns(lexicon: Lexicon) -> tuple[regex.Pattern[str], regex.Pattern[str], dict[str, str]]:
    ids = {fold(form): entry.id for entry in lexicon.of(IndicatorEntry) for form in entry.forms}
    relations = lexicon.forms("relations", "pace", "above", "not_below", "done", "course")
    return regex.compile(alternation(ids)), regex.compile(alternation(relations)), ids

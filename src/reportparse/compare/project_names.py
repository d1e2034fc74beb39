"""Measure how alike the names of two projects are: by what is proper to them, not by what they are."""

from functools import lru_cache

import regex
from rapidfuzz.distance import Indel

from reportparse.compare.names import Names, same_route
from reportparse.lexicon import Lexicon, alternation

_AMOUNT = regex.compile(
    "[0-9.]+(?:×[0-9.]+)?[十百千万亿]*(?:平方米|立方米|公里|千瓦|千伏|[吨亩米头座个条栋户只])?"
)
_SIDES = regex.compile("[东南西北]")
_LEAST = 0.6
"""Both the whole names and their proper parts must be this much alike."""

_OTHER_KIND = 0.85
"""What the likeness is cut to where one is a street and the other a square."""


class ProjectNames:
    """Compare names of projects. The lexicon knows what many are called: kinds of works, what is done to them."""

    def __init__(self, names: Names, lexicon: Lexicon) -> None:
        self._names = names
        heads = lexicon.forms("project_heads")
        common = {form for form in (*heads, *lexicon.forms("project_words")) if len(form) > 1}
        self._common = regex.compile(alternation(common))
        self._kinds = {form: entry.id for entry in lexicon.entries("project_heads") for form in entry.forms}
        self._head = regex.compile(alternation(self._kinds) + "$")
        self._short_head = regex.compile(alternation(form for form in heads if len(form) == 1) + "$")
        self.proper = lru_cache(maxsize=None)(self._proper)

    def _proper(self, core: str) -> str:
        """Give what is left of a name without amounts and common words: 学府 of 学府路中学."""
        return self._common.sub("", _AMOUNT.sub("", self._short_head.sub("", core)))

    def _kind(self, core: str) -> str | None:
        head = self._head.search(core)
        return self._kinds[head.group()] if head else None

    def likeness(self, older: str, newer: str) -> float:
        """Give 0 to 1: 1 for the same name, 0 where a phase, a number, a side or the proper part tells them apart."""
        whole = self._names.likeness(older, newer)
        a, b = self._names.read(older).core, self._names.read(newer).core
        if a == b or same_route(a, b) or not whole:
            return whole
        if set(_SIDES.findall(a)) != set(_SIDES.findall(b)):
            return 0.0
        own, other = sorted((self.proper(a), self.proper(b)), key=len)
        if len(own) < 2:
            return 0.0
        proper = max(Indel.normalized_similarity(own, other), 0.95 if own in other else 0.0)
        if min(whole, proper) < _LEAST:
            return 0.0
        kinds = {kind for kind in (self._kind(a), self._kind(b)) if kind}
        return (whole + proper) / 2 * (_OTHER_KIND if len(kinds) > 1 else 1)

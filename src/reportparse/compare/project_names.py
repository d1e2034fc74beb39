"""Measure how alike the names of two projects are: by what is proper to them, not by what they are."""

from functools import lru_cache
from typing import NamedTuple

import regex
from rapidfuzz.distance import Indel, LCSseq

from reportparse.compare.kinships import kinships
from reportparse.compare.names import Names, same_route, told_apart
from reportparse.compare.parts import Parts, PartsReader
from reportparse.lexicon import Lexicon, NounEntry, alternation

_AMOUNT = regex.compile(
    "[0-9.]+(?:×[0-9.]+)?[十百千万亿]*(?:平方米|立方米|公里|千瓦|千伏|[吨亩米头座个条栋户只])?"
)
_SIDES = regex.compile("[东南西北]")
_LEAST = 0.6
"""Both the whole names and their proper parts must be this much alike."""

_OTHER_KIND = 0.85
"""What the likeness is cut to where one is a street and the other a square."""

_NO_KIND = 0.9
"""The same where one of them does not say what it is."""

_PART = 4
"""A name that goes on for so many characters behind another's head is of a part: 物流园 and 物流园配套路网."""


class Likeness(NamedTuple):
    """Be how alike two names are, and the name of the kinship that says so ("" for none)."""

    likeness: float
    because: str


_NOT_ALIKE = Likeness(0.0, "")


class ProjectNames:
    """Compare names of projects. The lexicon knows what many are called: kinds of works, what is done to them."""

    def __init__(self, names: Names, lexicon: Lexicon) -> None:
        self._names = names
        works = [noun for noun in lexicon.of(NounEntry) if noun.head]
        heads = [form for noun in works for form in noun.forms]
        common = {form for form in (*heads, *lexicon.forms("project_words")) if len(form) > 1}
        self._common = regex.compile(alternation(common))
        self._words = regex.compile(alternation(lexicon.forms("project_words")))
        self._kinds = {form: entry.id for entry in works for form in entry.forms}
        self._head = regex.compile(alternation(self._kinds) + "$")
        self.proper = lru_cache(maxsize=None)(self._proper)
        self._reader = PartsReader(names, lexicon, self.proper)
        self.parts = lru_cache(maxsize=None)(self._reader.parts)
        self._judged = lru_cache(maxsize=None)(self._judge)

    def _proper(self, core: str) -> str:
        """Give what is left of a name without amounts and common words: 学府 of 学府路中学."""
        return self._common.sub("", _AMOUNT.sub("", self._head.sub("", core)))

    def _kind(self, core: str) -> str | None:
        head = self._head.search(core)
        return self._kinds[head.group()] if head else None

    def likeness(self, older: str, newer: str) -> float:
        """Give 0 to 1: 1 for the same name, 0 where a phase, a number, a side or the proper part tells them apart."""
        return self.kinship(older, newer).likeness

    def kinship(self, older: str, newer: str) -> Likeness:
        """Say how alike two names are and why: the first kinship that holds, else the likeness of the letters."""
        one, other = sorted((older, newer))
        return self._judged(one, other)

    def _judge(self, one: str, other: str) -> Likeness:
        a, b = self.parts(one), self.parts(other)
        if a.branches != b.branches or (a.section and b.section and a.section != b.section):
            return _NOT_ALIKE
        sides = set(_SIDES.findall(a.bare)) == set(_SIDES.findall(b.bare)) or a.branches
        if not sides or told_apart(a.name, b.name):
            return _NOT_ALIKE
        for kinship in kinships():
            if likeness := kinship.judge(a, b):
                return Likeness(likeness, kinship.name)
        return _NOT_ALIKE if _both_have_own(a, b) else Likeness(self._letters(one, other), "letters")

    def _letters(self, older: str, newer: str) -> float:
        older, newer = (
            _AMOUNT.sub("", name, count=1) if _AMOUNT.match(name) else name for name in (older, newer)
        )
        whole = self._names.likeness(older, newer)
        a, b = self._names.read(older).core, self._names.read(newer).core
        if a == b or same_route(a, b) or not whole:
            return whole
        own, other = sorted((self.proper(a), self.proper(b)), key=len)
        if len(own) < 2:
            return 0.0
        proper = max(Indel.normalized_similarity(own, other), 0.95 if own in other else 0.0)
        if min(whole, proper) < _LEAST or self._is_part(a, b) or self._is_part(b, a):
            return 0.0
        return (whole + proper) / 2 * self._alike_in_kind(a, b)

    def _is_part(self, whole: str, part: str) -> bool:
        """Tell whether a name goes on where another has its head: 物流园 and 物流园配套路网."""
        if not part.startswith(whole) or self._kind(whole) is None:
            return False
        return len(self._words.sub("", part.removeprefix(whole))) >= _PART

    def _alike_in_kind(self, a: str, b: str) -> float:
        kinds = {self._kind(a), self._kind(b)}
        if len(kinds) == 1:
            return 1.0
        short, long = sorted((a, b), key=len)
        inside = LCSseq.similarity(short, long) == len(short)
        return _OTHER_KIND if None not in kinds else 1.0 if inside else _NO_KIND


def _both_have_own(a: Parts, b: Parts) -> bool:
    """Tell whether each name has a word that the other lacks, letter for letter: 国际物流园, 国际汽车园."""
    return bool(_lacking(a, b)) and bool(_lacking(b, a))


def _lacking(a: Parts, b: Parts) -> list[str]:
    letters = set(b.bare)
    return [word for word in a.words if len(word) > 1 and not letters & set(word)]

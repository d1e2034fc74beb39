"""Measure how alike the names of two projects are: by what is proper to them, not by what they are."""

from functools import lru_cache
from typing import NamedTuple

import regex
from rapidfuzz.distance import Indel, LCSseq

from reportparse.compare.differences import differences, stands_in
from reportparse.compare.kinships import kinships, told_by_parts
from reportparse.compare.names import Names, same_route
from reportparse.compare.parts import Parts, PartsReader
from reportparse.lexicon import Lexicon, NounEntry, alternation

_AMOUNT = regex.compile(
    "[0-9.]+(?:×[0-9.]+)?[十百千万亿]*(?:平方米|立方米|公里|千瓦|千伏|[吨亩米头座个条栋户只])?"
)
_LEAST = 0.6
"""Both the whole names and their proper parts must be this much alike."""

_NO_KIND = 0.9
"""What the likeness is cut to where one of the two does not say what it is."""

_TOLD_OTHERWISE = 0.98
"""What is left of a likeness of two names without what is done to the things, or with their brackets in front."""

_WHOLE_NAMES = ("letters", "firm")
"""Grounds that only whole names give: what is left of 云河景观改造 is no firm that has a part of it in its name."""

_IN_BRACKETS = regex.compile(r"^([^（()）]+)[（(]([^（()）]+)[)）]")

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
        if self._told_apart(a, b):
            return _NOT_ALIKE
        for kinship in kinships():
            if likeness := kinship.judge(a, b):
                return Likeness(likeness, kinship.name)
        for told in (_sites(a, b), _bracketed(one, other)):
            if told and (like := self.kinship(*told)).likeness and like.because not in _WHOLE_NAMES:
                return Likeness(like.likeness * _TOLD_OTHERWISE, like.because)
        return _NOT_ALIKE if _both_have_own(a, b) else Likeness(self._letters(one, other), "letters")

    def _told_apart(self, a: Parts, b: Parts) -> bool:
        """Tell whether a difference holds; of a list it is asked of the members that the other name tells too."""
        told = [(self.parts(a.members[one]), self.parts(b.members[one])) for one in told_by_parts(a, b)]
        return any(difference.holds(*pair) for pair in told or [(a, b)] for difference in differences())

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
        short, long = sorted((a, b), key=len)
        inside = LCSseq.similarity(short, long) == len(short)
        return 1.0 if inside or (self._kind(a) is None) == (self._kind(b) is None) else _NO_KIND


def _sites(a: Parts, b: Parts) -> tuple[str, str] | None:
    """Give the things that work is done to, None where no work is: 砚川至松河公路改造, 砚松公路改造."""
    if not a.works | b.works or a.done or b.done:
        return None
    return f"{a.level}{a.front}{a.site}", f"{b.level}{b.front}{b.site}"


def _bracketed(one: str, other: str) -> tuple[str, str] | None:
    """Put what stands in brackets behind a thing before it, where one has some: 人才公寓（云河里）, 云河里人才公寓."""
    fronted = tuple(_IN_BRACKETS.sub(r"\2\1", name) for name in (one, other))
    return None if fronted == (one, other) else (fronted[0], fronted[1])


def _both_have_own(a: Parts, b: Parts) -> bool:
    """Tell whether each name has a word that the other does not tell: 国际物流园, 国际汽车园; 供水工程, 排水工程."""
    return bool(_lacking(a, b)) and bool(_lacking(b, a))


def _lacking(a: Parts, b: Parts) -> list[str]:
    """Give the words of the other's thing, but for its kind, that are not told, in full or in short.

    Of what no dictionary has a letter is enough: proper names are written in more ways than one (伊士丹, 伊仕丹).
    """
    words = [word for word in a.full if len(word) > 1 and (word in a.thing or word in a.done)]
    if a.kind and b.kind and words[-1:] == [a.full[-1]]:
        head = words.pop()
        said_more = head.removesuffix(b.kind if head.endswith(b.kind) else a.kind)
        words += [said_more] if head.endswith(a.kind) and len(said_more) > 1 else []
    return [word for word in words if not (_spelt(word, b) if word in a.unknown else _told(word, b))]


def _spelt(word: str, other: Parts) -> bool:
    """Tell whether a name has a letter of an unknown word, behind an unknown one of its own: 石岭智造, 石岭."""
    begun = max((known for known in other.unknown if word.startswith(known)), key=len, default="")
    behind = word.removeprefix(begun)
    return bool(set(behind if len(behind) > 1 else word) & set(other.bare))


def _told(word: str, other: Parts) -> bool:
    """Tell whether a name has a word, or one that is short for it: 科创 for 科技创新."""
    shortened = (short for short in other.words if len(short) > 1 and short[0] == word[0])
    return stands_in(word, other.bare) or any(stands_in(short, word) for short in shortened)

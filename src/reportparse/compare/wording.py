"""Measure how alike two pieces of prose are, by the words that bear their meaning."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log

from rapidfuzz.fuzz import ratio

from reportparse.lexicon import Lexicon, VerbEntry
from reportparse.text import fold
from reportparse.words import words

_BEARING = ("n", "v", "a", "j", "l", "i", "s", "t", "b", "eng", "x")
"""Beginnings of jieba's tags of words that bear meaning: no numerals, adverbs, particles, pronouns."""


@dataclass(frozen=True)
class Wording:
    """Be the words of a text: `proper` those that say what it is about, `string` all that bear meaning, sorted."""

    proper: frozenset[str]
    string: str


def wording(text: str, lexicon: Lexicon) -> Wording:
    """Read the words of a text.

    Words of one character, numbers and marks are left out; proper words are those that the lexicon does not
    call plain (完成, 项目, 力度).
    """
    found = _bearing(fold(text), lexicon)
    return _wording(found - _plain(lexicon), found, ())


def predicated(text: str, lexicon: Lexicon, more: Iterable[str] = ()) -> Wording:
    """Read the words of a clause as `wording` does, verbs of one sense as one word (惩处, 查处).

    Such a word says nothing without what it is done to. `more` are words for what the clause names elsewhere.
    """
    senses, found = _senses(lexicon), _bearing(fold(text), lexicon)
    own = found - _plain(lexicon)
    proper = set() if own <= senses.keys() else {senses.get(word, word) for word in own}
    return _wording(proper, {senses.get(word, word) for word in found}, more)


def _wording(proper: Set[str], found: Set[str], more: Iterable[str]) -> Wording:
    return Wording(frozenset({*proper, *more}), " ".join(sorted({*found, *more})))


def union(texts: Iterable[Wording]) -> Wording:
    """Give the proper words of several texts as one."""
    proper = frozenset(word for text in texts for word in text.proper)
    return Wording(proper, " ".join(sorted(proper)))


@lru_cache(maxsize=2**14)  # A report in the middle is compared on both sides.
def _bearing(text: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(
        word.text
        for word in words(text, lexicon)
        if len(word.text) > 1 and word.tag.startswith(_BEARING) and not word.text[0].isdigit()
    )


@cache
def _senses(lexicon: Lexicon) -> Mapping[str, str]:
    return {form: verb.sense for verb in lexicon.of(VerbEntry) if verb.sense for form in verb.forms}


@cache
def _plain(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.forms("plain_words"))


_SAYS_ENOUGH = 0.6
"""A thing weighs this much of a word that stands nowhere else, or its letters may be told of anything."""

_WEIGHTY = 1.3
"""Some of its words weigh more than this many of them."""


class Weights:
    """Weigh words by how rare they are among the texts that are compared: 环境 says little, 水库 much."""

    def __init__(self, texts: Sequence[Wording], parts: Iterable[Wording] = ()) -> None:
        """Count the words of `texts`; `parts` are pieces of them that are compared too."""
        times = Counter(word for text in texts for word in text.proper)
        self._of = {word: log(1 + len(texts) / count) ** 2 for word, count in times.items()}
        self.rarest = log(1 + len(texts)) ** 2
        self._sums = {text: self._sum(text.proper) for text in (*texts, *parts)}

    def _sum(self, some: Collection[str]) -> float:
        return sum(
            self._of.get(word, self.rarest) for word in sorted(some)
        )  # in a fixed order: the same float

    def shared(self, older: Wording, newer: Wording) -> float:
        """Weigh the proper words that two texts have in common; what stands once weighs `rarest`."""
        return self._sum(older.proper & newer.proper)

    def says(self, thing: Wording) -> bool:
        """Tell whether the words of a thing are rare enough to know it by."""
        return self._sum(thing.proper) >= _SAYS_ENOUGH * self.rarest

    def told(self, thing: Wording, tale: Wording, letters: str, quote: str) -> float:
        """Give how much of a thing a clause tells, 0 to 1, by the weight of its words.

        A word is told in full, or in a longer word of the clause. 0 where there is one alone, where all are common, or
        where they stand in another order (海外云商, 云商…海外).
        """
        words = [word for word in thing.proper if word in tale.proper or word in quote]
        placed = [quote.find(word) for word in sorted(words, key=letters.find) if word in quote]
        weight = self._sum(words)
        if len(words) < 2 or placed != sorted(placed) or weight < _WEIGHTY * self.rarest:
            return 0.0
        return weight / self._sum(thing.proper)

    def likeness(self, older: Wording, newer: Wording, least: float = 0.0) -> float:
        """Give 0 to 1, the same either way round; 0 also where it is known to be below `least`.

        It is the mean of two measures: the weight of the proper words that both have as a share of all (Dice),
        which knows what is rare, and the likeness of all words as sorted strings (rapidfuzz), which knows the
        verbs and forgives a word that is cut or written another way. Without a common proper word it is 0.
        """
        both = self._sums[older] + self._sums[newer]
        shared = 2 * self._sum(older.proper & newer.proper) / both if both else 0.0
        if not shared or shared < 2 * least - 1:
            return 0.0
        return (shared + ratio(older.string, newer.string) / 100) / 2


def candidates(
    older: Sequence[Wording], newer: Sequence[Wording], weights: Weights, least: float
) -> Mapping[tuple[int, int], float]:
    """Give the likeness of every pair of texts that is at least `least`, by their places in the lists."""
    holding: dict[str, list[int]] = {}
    for j, text in enumerate(newer):
        for word in text.proper:
            holding.setdefault(word, []).append(j)
    return dict(_alike(older, newer, holding, weights, least))


def _alike(
    older: Sequence[Wording],
    newer: Sequence[Wording],
    holding: Mapping[str, list[int]],
    weights: Weights,
    least: float,
) -> Iterator[tuple[tuple[int, int], float]]:
    for i, text in enumerate(older):
        for j in sorted({j for word in text.proper for j in holding.get(word, ())}):
            if (likeness := weights.likeness(text, newer[j], least)) >= least:
                yield (i, j), likeness

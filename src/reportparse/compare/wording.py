"""Measure how alike two pieces of prose are, by the words that bear their meaning."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log

from rapidfuzz.fuzz import ratio

from reportparse.lexicon import Lexicon
from reportparse.text import fold
from reportparse.words import words

_BEARING = ("n", "v", "a", "j", "l", "i", "s", "b", "eng", "x")
"""Tags of jieba, or their beginnings, of words that bear meaning: no numerals, adverbs, particles, pronouns."""

Wording = frozenset[str]
"""The meaning-bearing words of a text, each once."""


def wording(text: str, lexicon: Lexicon) -> Wording:
    """Give the meaning-bearing words of a text: 2 characters or more, no numbers, no marks."""
    return frozenset(
        word.text
        for word in words(fold(text), lexicon)
        if len(word.text) > 1 and word.tag.startswith(_BEARING) and not word.text[0].isdigit()
    )


class Weights:
    """Weigh words by how rare they are among the texts that are compared: 推进 says little, 水库 much."""

    def __init__(self, texts: Sequence[Wording]) -> None:
        self._times = Counter(word for text in texts for word in text)
        self._texts = len(texts)

    def of(self, word: str) -> float:
        """Give a word's weight, above 0."""
        return log(1 + self._texts / (self._times[word] or 1)) ** 2

    def sum(self, text: Wording) -> float:
        """Give the weight of all words of a text, added in a fixed order."""
        return sum(self.of(word) for word in sorted(text))

    def likeness(self, older: Wording, newer: Wording) -> float:
        """Give 0 to 1, the same either way round.

        It is the mean of two measures: the weight of the words that both have as a share of all (Dice), which
        knows what is rare, and the likeness of the sorted words as strings (rapidfuzz), which forgives a word
        that is cut or written another way.
        """
        both = self.sum(older) + self.sum(newer)
        shared = 2 * self.sum(older & newer) / both if both else 0.0
        return (shared + ratio(" ".join(sorted(older)), " ".join(sorted(newer))) / 100) / 2


def candidates(
    older: Sequence[Wording], newer: Sequence[Wording], weights: Weights, least: float
) -> Mapping[tuple[int, int], float]:
    """Give the likeness of every pair of texts that is at least `least`."""
    holding: dict[str, list[int]] = {}
    for j, text in enumerate(newer):
        for word in text:
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
        for j in sorted({j for word in text for j in holding.get(word, ())}):
            if (likeness := weights.likeness(text, newer[j])) >= least:
                yield (i, j), likeness

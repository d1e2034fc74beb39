"""Find what tells of a promise by what it is about, whatever is done to it: 推广节水灌溉, 节水灌溉面积扩大."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from reportparse.compare.clauses import Text, opposed
from reportparse.compare.names import Names
from reportparse.compare.wording import Weights
from reportparse.model import Commitment
from reportparse.text import fold

ALIKE = 0.65
"""The least likeness at which a clause is a commitment's again, or tells of it; docs/diff.md says how it was found.

The likeness of two clauses on the same project, law or number goes up by half of what it lacks."""

_TOLD = 0.6
"""A clause of the review tells of a promise where it tells this much of what the promise is about, with any verb."""

_PROMISED = 1.0
"""So much of it a newer promise has to be about, to be the same one again with another verb."""

_SAME_VERB = 0.1
"""What the very verb of the promise adds to what is told of its object."""

_MEMBERS = 0.9
"""What is told of a thing by its members or by some of its words is less than all."""

_FEW = 3
"""A name that stands in more clauses than these says nothing of the one in which it is found."""

_NAMED = 3
"""A thing of so many letters is known by them wherever they stand."""

Likenesses = Mapping[tuple[int, int], float]
"""How alike the texts of two lists are, by their places in the lists."""


def more_alike(*found: Likenesses) -> Likenesses:
    """Give each pair the greatest likeness that it was found with."""
    return {at: max(one.get(at, 0.0) for one in found) for at in sorted({at for one in found for at in one})}


def told_of(
    older: Sequence[Text], newer: Sequence[Text], weights: Weights, names: Names, *, least: float = _TOLD
) -> Likenesses:
    """Give the pairs of a promise and a clause that tells of its object, whatever is done to it.

    推广节水灌溉 is answered by 节水灌溉面积扩大. The more of the object is told, the more alike. A named project
    is told of by its course alone: 市医院急诊楼启用 is not of 市医院城南院区.
    """
    quotes = [fold(text.clause.quote) for text in newer]
    alike = {}
    for i, promise in enumerate(older):
        if promise.projects or not promise.things:
            continue
        known = [name for name in promise.titles if _is_rare(name, quotes)]
        things = [thing.letters for thing in promise.things if weights.says(thing.words)]
        letters = {name for name in things if len(name) >= _NAMED and _is_rare(name, quotes)}
        words = {word for thing in promise.things for word in thing.words.proper}
        for j, (tale, quote) in enumerate(zip(newer, quotes, strict=True)):
            if words.isdisjoint(tale.words.proper) and not any(word in quote for word in words):
                continue
            named = any(name in quote for name in known)
            told = 1.0 if named else _told(promise, letters, tale, quote, weights)
            apart = opposed(promise, tale) or names.contradict(promise.clause.quote, tale.clause.quote)
            if told >= least and not apart:
                alike[i, j] = ALIKE + (told - _TOLD) / 20
    return alike


def promised_again(old: Sequence[Text], new: Sequence[Text], weights: Weights, names: Names) -> Likenesses:
    """Give the pairs of promises of which one has all that the other is about: 筹办省运会, 做好省运会筹备工作."""
    a, b = ([_unnumbered(text) for text in texts] for texts in (old, new))
    forth = told_of(a, new, weights, names, least=_PROMISED)
    back = told_of(b, old, weights, names, least=_PROMISED)
    return more_alike(forth, {(i, j): likeness for (j, i), likeness in back.items()})


def _unnumbered(promise: Text) -> Text:
    """Leave out what a promise of a number is about: another number of it may be another's (县属固定资产投资)."""
    return replace(promise, things=()) if promise.figures else promise


def _is_rare(name: str, quotes: Sequence[str]) -> bool:
    """Tell whether a name stands in few clauses: what is told everywhere (改善民生) is no news of a promise."""
    return sum(name in quote for quote in quotes) <= _FEW


def _told(promise: Text, letters: Set[str], tale: Text, quote: str, weights: Weights) -> float:
    """Say how much of what a promise is about a clause tells: all where its folded `quote` has the very letters.

    Of a list the last member is enough, which has the head, or more than half of all. Else it is the weight of two
    words or more, and the very verb of the promise adds to it.
    """
    whole, *listed = (thing.letters in letters and thing.letters in quote for thing in promise.things)
    if whole:
        return 1.0
    if listed and (listed[-1] or sum(listed) * 2 > len(listed)):
        return _MEMBERS
    thing = promise.things[0]
    told = weights.told(thing.words, tale.words, thing.letters, quote)
    verb = isinstance(promise.clause, Commitment) and promise.clause.verb in quote
    return min(told + _SAME_VERB * bool(told and verb), _MEMBERS)

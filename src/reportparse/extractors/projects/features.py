"""Say of a candidate what tells a name from a class: what it is made of, and what stands around it."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from reportparse.extractors.projects.candidates import Candidate, Listing
from reportparse.extractors.projects.joining import OWNERS
from reportparse.extractors.projects.stages import is_phase, is_work, staged
from reportparse.extractors.projects.usage import SEVERAL, Usage, phrases, usage
from reportparse.grammar.token import PROPER_TAGS, Token
from reportparse.lexicon.divisions import divisions
from reportparse.lexicon.nameset import NameSet
from reportparse.model import Stage


def features(
    candidate: Candidate,
    left: Iterable[Token],
    right: Iterable[Token],
    stage: Stage | None,
    used: Usage | None = None,
) -> frozenset[str]:
    """Give the names of the features that a candidate has, each as the weights file lists it.

    `used` counts the places that use a phrase, where the shipped counts are not to be asked.
    """
    words = _words(candidate, tuple(left), tuple(right))
    return structure(candidate, left, right, stage, used).union(words)


def structure(
    candidate: Candidate,
    left: Iterable[Token],
    right: Iterable[Token],
    stage: Stage | None,
    used: Usage | None = None,
) -> frozenset[str]:
    """Give the features that ask what the words of a name are and how common, and not which but for its head's."""
    own = _features(candidate, tuple(left), tuple(right), stage)
    return frozenset((*own, *_used(candidate, used or usage())))


def grade(candidate: Candidate) -> str:
    """Give the grade of the candidate's head, "work" or "none" without one."""
    if candidate.head is None:
        return "work" if is_work(candidate.tokens[-1]) else "none"
    noun = candidate.tokens[candidate.head].features.noun
    return noun.head if noun and noun.head else "none"


def specificity(tokens: Iterable[Token], own: str = "", named: bool = False) -> str:
    """Say how much the words before a head specify: "proper", "owner", "common" (by number), "class" or "nothing".

    `own` is what the word of the head itself holds before the head (中山 in 中山路), `named` that it is a proper name.
    """
    words = list(tokens)
    if named or any(_is_proper(token) for token in words):
        return "proper"
    if (words[0].text if words else own) in OWNERS:
        return "owner"
    if not words and not own:
        return "nothing"
    begin = max((at for at, token in enumerate(words, 1) if token.letter == "C"), default=0)
    common = sum(not _is_class(token) for token in words[begin:]) + bool(
        own
    )  # two kinds are no more than one
    return f"common{min(common, 3)}" if common else "class"


def is_sister(candidate: Candidate, other: Candidate) -> bool:
    """Tell whether two members of one list are proper names alike, and one takes the end of the other behind it.

    None is where the list has the other's own part once more: 云河、松溪及云河|新区.
    """
    own = candidate.tokens[: candidate.last - candidate.first]
    shared = candidate.tokens[len(own) :]
    before = other.tokens[: len(other.tokens) - len(shared)]
    return (
        not (candidate.own or candidate.closed or candidate.second)
        and other.own
        and candidate.place < other.place
        and bool(shared and before)
        and other.tokens[len(before) :] == shared
        and all(map(_is_plain_name, (*own, *before)))
        and not any(_texts(member) == _texts(before) for member in candidate.listing.members)
    )


def _is_plain_name(token: Token) -> bool:
    """Tell whether a word is the name of a division, or Chinese letters that no dictionary has."""
    unknown = token.letter == "X" and len(token.text) > 1 and not token.text.isascii()
    return (unknown and token.features.noun is None) or token.is_division


def _texts(tokens: Iterable[Token]) -> list[str]:
    return [token.text for token in tokens]


def _modifier(token: Token) -> str:
    """Give what stands before the head inside its own word: 玫瑰 in 玫瑰湖."""
    noun = token.features.noun
    forms = noun.forms if noun else ()
    ends = [form for form in forms if _plain(token).endswith(form)]
    return _plain(token).removesuffix(max(ends, key=len)) if ends else ""


def _plain(token: Token) -> str:
    return token.text.strip(_QUOTES)


def _is_proper(token: Token) -> bool:
    if token.letter == "Y":
        return token.features.noun is None or _is_named(_modifier(token))
    if token.letter in "GX":
        return token.features.noun is None and token.features.verb is None
    return token.tag in PROPER_TAGS and token.features.noun is None


def _is_named(modifier: str) -> bool:
    return any(_places().at(modifier, 0))


_QUOTES = "\"“”‘’'"


@cache
def _places() -> NameSet:
    return NameSet((*(division.short for division in divisions()), "中国"))


def _is_class(token: Token) -> bool:
    return token.letter in "AHDQR" or token.marks_class


def _is_abstract(token: Token) -> bool:
    noun = token.features.noun
    return noun is not None and (noun.abstract or noun.kind)


def _counts_in_quotes(token: Token) -> bool:
    """Tell whether a slogan counts: “五个中心”, “七大工程”."""
    inner = _plain(token)
    return len(inner) > 1 and inner[0] in "一二两三四五六七八九十百千万" and inner[1] in "个大条项路"


def _sort(token: Token) -> str:
    """Say what a word is that stands behind a name: a side of it, a work, a stage, a class, a verb or another noun."""
    noun = token.features.noun
    if noun is not None:
        for sort in ("aspect", "abstract", "measure", "work", "kind"):
            if getattr(noun, sort):
                return sort
        return "head" if noun.head else "noun"
    if is_work(token):
        return "work"
    if staged(token) is not None:
        return "stage"
    return "verb" if token.features.verb is not None else token.letter


def _features(
    candidate: Candidate, left: tuple[Token, ...], right: tuple[Token, ...], stage: Stage | None
) -> Iterator[str]:
    tokens, head = candidate.tokens, candidate.head
    own = grade(candidate)
    yield f"list of {min(len(candidate.listing.members), _MANY)}"
    before = tokens[: len(tokens) - (own == "work") if head is None else head]
    modifier = "" if head is None else _modifier(tokens[head])
    named = bool(modifier) and head is not None and (tokens[head].tag in PROPER_TAGS or _is_named(modifier))
    made = specificity(before, modifier, named)
    yield f"{own} {made}"
    yield f"head {own}"
    yield f"made {made}"
    yield f"stage {stage}"
    if head is not None:
        yield f"head word {_plain(tokens[head])[len(modifier) :]}"
    elif tokens[-1].letter == "O" and not is_phase(tokens[-1]):
        yield "number last"
    yield f"first is {tokens[0].letter}{tokens[0].tag}"
    if any(token.text == "之" for token in tokens):
        yield "of"
    if head is not None and len(tokens[head].text) == 1:
        yield "head of one letter"
        yield f"head of one letter, {made}"
    for kind, letter in (
        ("place", "G"),
        ("unknown", "X"),
        ("quoted", "Y"),
        ("number", "O"),
        ("bracket", "B"),
    ):
        if any(token.letter == letter for token in before):
            yield kind
    if any(is_phase(token) for token in tokens):
        yield "phase"
    if (modifier if head == 0 else tokens[0].text) in OWNERS:
        yield "owner first"
    if is_work(tokens[-1]):
        yield "work last"
        yield f"work last, {own}"
    if _is_class(tokens[0]):
        yield "class mark first"
        yield f"class mark first, {made}"
    if sum(map(_is_class, before)) > 1:
        yield "several class marks"
    if tokens[0].letter in "QH":
        yield "counted"
    if any(map(_is_abstract, before)):
        yield "abstract inside"
    if _is_abstract(tokens[-1]) or (candidate.rest and _is_abstract(candidate.rest[-1])):
        yield "abstract last"
    if any(token.letter in "VD" for token in tokens):
        yield "verb inside"
    if candidate.rest:
        yield "rest"
        yield f"rest, {own}"
        yield f"rest ends {_sort(candidate.rest[-1])}"
    if all(token.letter == "Y" for token in tokens):
        yield "all quoted"
        inner = _plain(tokens[0])
        yield f"all quoted, {'place' if _is_named(inner) else 'other'}"
    if candidate.joint:
        yield "joint"
        yield f"joint, {own}"
    if candidate.attribute:
        yield "attribute"
        yield f"attribute, {made}"
    if any(token.letter == "Y" and _counts_in_quotes(token) for token in tokens):
        yield "number in quotes"
    yield from _amounts(candidate, left)
    yield from _siblings(candidate, made)
    yield from _around(candidate, left, right, made)


_MANY = 6
"""From so many members on, a number says no more."""


def _words(candidate: Candidate, left: tuple[Token, ...], right: tuple[Token, ...]) -> Iterator[str]:
    """Give the words that tell most, as they stand: at the name's ends, next to it, and what closes its list."""
    yield f"first word {_plain(candidate.tokens[0])}"
    yield f"last word {_plain(candidate.tokens[-1])}"
    if left:
        yield f"left word {left[-1].text}"
    if right:
        yield f"right word {right[0].text}"
        yield f"right last word {right[-1].text}"
    if candidate.kind:
        yield f"kind word {candidate.kind[-1].text}"


def _used(candidate: Candidate, used: Usage) -> Iterator[str]:
    """Say how common the words are, of the name and of its head with the word before it."""
    for what, phrase in zip(("name", "head"), phrases(candidate), strict=False):
        count = used(phrase)
        size = next((size for size in _SIZES if count >= size), 0)
        yield f"{what} in {size} places or more" if size else f"{what} in few places"


_SIZES = (10, 5, SEVERAL)


def _amounts(candidate: Candidate, left: tuple[Token, ...]) -> Iterator[str]:
    """Say where amounts stand: behind a class (幼儿园14所), before a list of it (一批…), or inside a name (5万吨…)."""
    behind, ending = (
        ((), ()) if candidate.closed else (candidate.behind, candidate.ending)
    )  # 等4个片区 counts names
    if amount := next((token for token in (*candidate.rest[:2], *behind) if token.letter == "Q"), None):
        yield f"amount behind, {_measured(amount)}, {'object' if left else 'subject'}"
    elif amount := next((token for token in ending if token.letter == "Q"), None):
        yield f"amount at the list's end, {_measured(amount)}"
    opening = candidate.opening
    if opening is not None and opening is not candidate.tokens[0] and opening.letter in "QH":
        yield "counted before"
    yield from (f"amount inside, {_measured(token)}" for token in candidate.tokens if token.letter == "Q")


def _measured(token: Token) -> str:
    quantity = token.quantity
    return "counts" if quantity is not None and quantity.enumerates else "measures"


def _siblings(candidate: Candidate, made: str) -> Iterator[str]:
    """Say what the other members of a list are: names stand with names, classes with classes."""
    members = candidate.listing.members
    if len(members) > 1:
        proper = _named(candidate.listing) - _is_named_member(members[candidate.place])
        share = "all" if proper == len(members) - 1 else "some" if proper else "none"
        yield f"siblings {share} proper"
        yield f"siblings {share} proper, {made}"


@lru_cache(maxsize=1)
def _named(listing: Listing) -> int:
    """Say how many members of a list are names; its candidates ask one after the other."""
    return sum(map(_is_named_member, listing.members))


def _is_named_member(member: Iterable[Token]) -> bool:
    return any(_is_proper(token) or token.letter == "O" for token in member)


def _around(
    candidate: Candidate, left: tuple[Token, ...], right: tuple[Token, ...], made: str
) -> Iterator[str]:
    if candidate.listed:
        yield "listed"
    if candidate.closed:
        kind = candidate.kind
        noun = kind[-1].features.noun if kind else None
        closing = "nothing" if not kind else noun.head or "other" if noun else "other"
        yield f"closed by {closing}"
        yield f"closed by {closing}, {made}"
        if kind and _is_abstract(kind[-1]):
            yield "closed by abstract"
    tokens = candidate.tokens
    if not candidate.own:
        own = min(candidate.last - candidate.first, len(tokens))
        yield "borrowed"
        yield f"borrowed, {min(own, 3)} words"
        yield f"borrowed, {grade(candidate)}"
        yield f"borrowed, {'closed' if candidate.closed else 'open'}"
        yield f"borrowed, {'one' if len(tokens) - own == 1 else 'several'}"
    if candidate.head is None:
        state = "closed" if candidate.closed else "open"
        yield f"headless, {state}"
        yield f"headless, {state}, {made}"
        yield f"headless, {state}, {min(len(tokens), 4)} words"
    for side, words in (("left", left), ("right", right)):
        weights = {entry.weight for token in words if (entry := staged(token)) is not None}
        for weight in weights:
            yield f"{side} {weight}"
        if words and not weights:
            yield f"{side} without stage"
        if not words:
            yield f"no {side}"
    if left and staged(left[-1]) is None:
        yield "left ends without stage"
    if any(token.features.verb and token.features.verb.title for token in (*left, *right)):
        yield "title to be won"
        yield f"title to be won, {made}"
    if any(token.features.verb and token.features.verb.controls for token in left):
        yield "left controls"
        yield f"left controls, {'verb behind' if any(token.letter == 'V' for token in right) else 'no verb behind'}"

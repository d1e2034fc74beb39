"""Name the indicator of the lexicon that a printed indicator is."""

from collections.abc import Iterator, Mapping
from functools import cache

import regex

from reportparse.lexicon import IndicatorEntry, IndicatorWordEntry, Lexicon, alternation
from reportparse.text import fold

_UNSEEN = regex.compile(r'[\s"“”‘’]+')
_BRACKET = regex.compile(r"（[^（）]*）$")


def identify(indicator: str, lexicon: Lexicon, place: str | None = None, counts: bool = False) -> str | None:
    """Give the id of the lexicon's indicator that is printed as `indicator`, None where it is none of them.

    Words of scope at the head (全市, 全年; `place` itself) and of change or amount at the tail (增速, 总量) are read
    off until a form is left. What is left must be the form itself: 食品工业增加值 is no 工业增加值. A number that
    `counts` things is none of an indicator of money: 地区生产总值超百亿县增至35个.
    """
    known = _forms(lexicon)
    for bare in _beheaded(_key(indicator), _ends(lexicon, "head"), place):
        for name in _curtailed(bare, _ends(lexicon, "tail")):
            if (found := known.get(name)) is not None:
                return None if counts and found.unit.endswith("元") else found.id
    return None


def _key(printed: str) -> str:
    """Fold, and leave out what printing adds: white space and quotation marks."""
    return _UNSEEN.sub("", fold(printed))


def _beheaded(name: str, head: regex.Pattern[str], place: str | None) -> Iterator[str]:
    """Yield `name`, then what is left of it as words go from its head, one by one."""
    yield name
    if place and name.startswith(short := place.rstrip("省市县区州盟旗")):
        yield (name := name.removeprefix(place if name.startswith(place) else short))
    while match := head.match(name):
        yield (name := name[match.end() :])


def _curtailed(name: str, tail: regex.Pattern[str]) -> Iterator[str]:
    """Yield `name`, then what is left of it as brackets and words go from its tail, one by one."""
    yield name
    while match := _BRACKET.search(name) or tail.search(name):
        yield (name := name[: match.start()])


@cache
def _forms(lexicon: Lexicon) -> Mapping[str, IndicatorEntry]:
    return {_key(form): entry for entry in lexicon.of(IndicatorEntry) for form in entry.forms}


@cache
def _ends(lexicon: Lexicon, side: str) -> regex.Pattern[str]:
    """Compile the words of one end: longest first at the head, leftmost (so longest) at the tail."""
    words = alternation(f for e in lexicon.of(IndicatorWordEntry) if e.side == side for f in e.forms)
    return regex.compile(words if side == "head" else f"{words}$")

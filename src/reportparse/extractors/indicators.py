"""Name the indicator of the lexicon that a printed indicator is."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate

import regex

from reportparse.lexicon import IndicatorEntry, IndicatorWordEntry, Lexicon, alternation
from reportparse.lexicon.divisions import short_name
from reportparse.text import fold

_UNSEEN = regex.compile(r'[\s"“”‘’]+')
_BRACKET = regex.compile(r"(?r)（[^（）]*）")


def identify(indicator: str, lexicon: Lexicon, place: str | None = None, counts: bool = False) -> str | None:
    """Give the id of the lexicon's indicator that is printed as `indicator`, None where it is none of them.

    Words of scope at the head (全市, 全年; `place` itself) and of change or amount at the tail (增速, 总量) are read
    off until a form is left. What is left must be the form itself: 食品工业增加值 is no 工业增加值. A number that
    `counts` things is none of an indicator of money: 地区生产总值超百亿县增至35个.
    """
    name = _key(indicator)
    ends = _curtailed(name, lexicon)
    for start in _beheaded(name, lexicon, place):
        if (found := _form(name, start, ends, lexicon)) is not None:
            return None if counts and found.unit.endswith("元") else found.id
    return None


def named_by_last(words: Sequence[str], lexicon: Lexicon) -> int | None:
    """Give the place of the first of several words, but not of them all, from which on they name an indicator."""
    parts = [_key(word) for word in words]
    name, head = "".join(parts), _ends(lexicon, "head")
    ends, named = _curtailed(name, lexicon), set[int]()
    for start in range(len(name) - 1, -1, -1):
        word = head.match(name, start)
        if _form(name, start, ends, lexicon) or (word and word.end() in named):
            named.add(start)
    starts = accumulate(map(len, parts[:-1]))
    return next((place for place, start in enumerate(starts, 1) if start in named), None)


def _key(printed: str) -> str:
    """Fold, and leave out what printing adds: white space and quotation marks."""
    return _UNSEEN.sub("", fold(printed))


def _form(name: str, start: int, ends: Sequence[int], lexicon: Lexicon) -> IndicatorEntry | None:
    """Give the indicator whose form a name is from `start` to one of its sorted ends, the last that fits."""
    known, longest = _forms(lexicon)
    near = range(bisect_right(ends, start), bisect_right(ends, start + longest))
    forms = (known.get(name[start : ends[place]]) for place in reversed(near))
    return next((found for found in forms if found is not None), None)


def _beheaded(name: str, lexicon: Lexicon, place: str | None) -> Iterator[int]:
    """Yield where a name begins, and then what is left of it as words go from its head, one by one."""
    start, head = 0, _ends(lexicon, "head")
    yield start
    if place and name.startswith(short := short_name(place)):
        start = len(place if name.startswith(place) else short)
        yield start
    while match := head.match(name, start):
        yield (start := match.end())


def _curtailed(name: str, lexicon: Lexicon) -> list[int]:
    """Give where a name ends, and where what is left of it ends as brackets and words go from its tail; sorted."""
    tail = _ends(lexicon, "tail")
    ends = [len(name)]
    while match := _BRACKET.match(name, 0, ends[-1]) or tail.match(name, 0, ends[-1]):
        ends.append(match.start())
    return ends[::-1]


@cache
def _forms(lexicon: Lexicon) -> tuple[Mapping[str, IndicatorEntry], int]:
    """Give the indicators by their forms, and how long the longest form is."""
    known = {_key(form): entry for entry in lexicon.of(IndicatorEntry) for form in entry.forms}
    return known, max(map(len, known), default=0)


@cache
def _ends(lexicon: Lexicon, side: str) -> regex.Pattern[str]:
    """Compile the words of one end, longest first; those of the tail are matched from where a name ends."""
    words = alternation(f for e in lexicon.of(IndicatorWordEntry) if e.side == side for f in e.forms)
    return regex.compile(words if side == "head" else f"(?r){words}")

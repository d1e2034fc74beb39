"""Take a noun phrase apart into what may be names: each member of a list, spelled out, from its owner to its end."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import regex

from reportparse.extractors.projects.ending import ends, ends_name
from reportparse.extractors.projects.joining import are_two, is_one_name, is_owner, is_several, is_told
from reportparse.extractors.projects.parts import Part
from reportparse.extractors.projects.phrase import bare_phrase, leads_in, led, reach
from reportparse.extractors.projects.stages import is_phase, is_work
from reportparse.grammar.members import Member, is_size, is_spelt, members
from reportparse.grammar.reading import Reading
from reportparse.grammar.token import Token


@dataclass(frozen=True, eq=False)
class Listing:
    """Be the members of a list as they stand, one value for all that are candidates; it equals itself alone."""

    members: tuple[tuple[Token, ...], ...] = ()


@dataclass(frozen=True)
class Candidate:
    """Be what may be a name: its `tokens`, borrowed ones included, standing at `first` to `last` of the reading.

    `head` is the place of the head among the tokens, None without one. `rest` are the tokens of the phrase that
    were cut off behind the name. `kind` is the class that closes its list (等4个水库), `listed` tells that there is
    a list, `listing` is that, and `place` its place in it. `opening` is the first token of the phrase, `behind` are
    the tokens next to the member in its clause, `ending` is the last member with those next to it. `second` says
    that it counts only where nothing else at its place is a name: 云河储能项目 for 云河储能 in 云河储能等项目.
    """

    tokens: tuple[Token, ...]
    first: int
    last: int
    head: int | None = None
    rest: tuple[Token, ...] = ()
    kind: tuple[Token, ...] = ()
    listed: bool = False
    closed: bool = False
    own: bool = True
    attribute: bool = False
    joint: bool = False
    second: bool = False
    opening: Token | None = None
    listing: Listing = Listing()
    place: int = 0
    behind: tuple[Token, ...] = ()
    ending: tuple[Token, ...] = ()

    @property
    def counted(self) -> bool:
        """Tell whether it begins with a count of things, or has a bound, which makes a class of it: 3座变电站."""
        first, quantity = self.tokens[0], self.tokens[0].quantity
        if any(token.quantity is not None and token.quantity.bound_behind for token in self.tokens):
            return True  # 产能90万吨以上煤矿
        if not self.closed and self.opening is not None and self.opening.text in _SEVERAL:
            return True  # 一批联运基地和铁路专用线, but 一批甲桥、乙桥等项目
        if first.letter == "O":  # 5、6号线, but 第二批重点实验室
            return first.text.endswith("批")
        return first.letter == "H" or (quantity is not None and quantity.kind in ("count", ""))

    @property
    def slogan(self) -> bool:
        """Tell whether it is an emblem (“平安砚川”), or nothing but counts of things to be: “一城两区三基地”."""
        if self.head is None and any("emblem" in token.features.roles for token in self.tokens):
            return True
        return len(self.tokens) == 1 and not self.closed and _COUNTS.fullmatch(self.name) is not None

    @property
    def nameless(self) -> bool:
        """Tell whether it is nothing but a kind of way, which says of none which one it is: 铁路, 高铁."""
        return len(self.tokens) == 1 and self.tokens[0].is_kind_of_way

    @property
    def graded(self) -> bool:
        """Tell whether it says of what grade or size works are, and of none which one it is: 4A级景区, 省级实验室."""
        if self.head is None or any(map(is_phase, self.tokens)):  # 省级实验室二期
            return False
        before = self.tokens[: self.head]
        return any(token.is_graded for token in before) and all(
            token.letter == "O" or token.is_graded for token in before
        )

    @property
    def name(self) -> str:
        """Give the name as folded text."""
        return "".join(token.text for token in self.tokens)


_COUNTS = regex.compile(r'"(?:[一二两三四五六七八九十多]\p{Han}{1,3}){2,}"')


def _is_road(token: Token) -> bool:
    """Tell whether a word is the number of a road, which names it: S317."""
    return token.letter == "X" and _ROAD.fullmatch(token.text) is not None


_ROAD = regex.compile("[GSXYC][0-9]{2,4}")


def candidates(reading: Reading, part: Part) -> Iterator[Candidate]:
    """Yield the candidates of a part, left to right; a member without an end with one that it borrows, and without."""
    first, last, attribute = bare_phrase(reading, part)
    if first >= last:
        return
    for begin, end in _lists(reading, first, reach(reading, part, last)):
        yield from _listed(reading, begin, end, attribute)


def _lists(reading: Reading, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Part a phrase behind what closes a list: 云河、砚山等3条高速、|云岭地铁, and 2座电站和|云松输变电工程."""
    while (close := _closes(reading, first, last)) < last:
        mark = next((at for at in range(close, last) if _parts_lists(reading, at)), last)
        if mark == last:
            break
        yield first, mark
        first = mark + 1
    if first < last:
        yield first, last


def _parts_lists(reading: Reading, place: int) -> bool:
    """Tell whether a mark behind a class begins another list: a 、, or 和 before what has an owner."""
    letter = reading.letters[place]
    joins = letter == "C" and reading.tokens[place - 1].is_head and place + 1 < len(reading.tokens)
    return letter == "I" or (joins and is_owner(reading.tokens[place + 1]))


def _listed(reading: Reading, first: int, last: int, attribute: bool) -> Iterator[Candidate]:
    """Yield the candidates of one list."""
    found = members(reading, first, last, ends_name)
    kind = _kind(reading, first, last)
    bare = [reading.tokens[member.first : member.last] for member in found]
    known = partial(Candidate, opening=reading.tokens[first])
    ending = (*bare[-1], *_behind(reading, found[-1].last)) if found else ()
    listing = Listing(tuple(bare))
    joined = {place for place, pair in enumerate(pairwise(found)) if is_one_name(reading, *pair)}
    firms, told = _are_firms(kind), _is_general(kind)
    for place, member in enumerate(found):
        if place in joined or place - 1 in joined or (firms and member.closed):
            continue
        own = partial(
            known,
            first=member.first,
            last=member.last,
            attribute=attribute or reading.letters[member.first - 1 : member.first] == "U",
            kind=kind if member.closed else (),
            listed=len(found) > 1,
            closed=member.closed,
            listing=listing,
            place=place,
            behind=_behind(reading, member.last),
            ending=ending,
        )
        if not member.own and member.closed and told and (is_told(bare[place]) or is_several(bare[place])):
            if kept := led(tuple(bare[place])):
                yield own(kept)
            shared = kind[-1:] if is_told(bare[place]) else _unmarked(kind)
            yield from _cut((*bare[place], *shared), own, own=False, second=True, told=told)
            continue
        for tokens, whole in _ways(reading, member, kind):
            yield from _cut(tokens, own, own=whole, told=told and member.closed)
        for tokens in _worked(reading, member, kind):
            yield from _cut(tokens, own, own=False, second=True)
    for place, (one, other) in enumerate(pairwise(found)):
        if (
            reading.letters[one.last] == "C"
            and other.first == one.last + 1
            and not are_two(bare[place], other)
        ):
            behind = _behind(reading, other.last)
            joint = partial(
                known,
                first=one.first,
                last=other.last,
                attribute=attribute or reading.letters[one.first - 1 : one.first] == "U",
                joint=place not in joined,
                behind=behind,
            )
            yield from _cut(reading.tokens[one.first : other.last], joint)


def _unmarked(kind: Sequence[Token]) -> Sequence[Token]:
    """Give the class that closes a list without what says which of it are meant: 现代|物流项目."""
    marks = (at for at, token in enumerate(kind) if not token.marks_class)
    return kind[next(marks, 0) :]


def _topical(kind: Sequence[Token]) -> Sequence[Token]:
    """Give the class that closes a list without who has such and what says their size or grade: 大中型|水库."""
    return [token for token in kind if token.letter != "R" and not token.is_graded]


def _behind(reading: Reading, place: int) -> tuple[Token, ...]:
    """Give the two tokens behind a place that stand in its clause."""
    return reading.tokens[place : reading.ahead("KS", place, min(place + 2, len(reading.tokens)))]


def _ways(reading: Reading, member: Member, kind: Sequence[Token]) -> Iterator[tuple[Sequence[Token], bool]]:
    """Yield the ways to spell a member out (with the next end, bare, with the class) and whether it borrows nothing."""
    bare = reading.tokens[member.first : member.last]
    if _is_road(bare[0]) and bare[-1].letter == "B":  # S317（松山段）、云河公路
        yield bare, True
        return
    way = _unmarked(kind[: next((at for at in range(len(kind), 0, -1) if not kind[at - 1].is_scheme), 0)])
    if member.closed and way and way[-1].is_way and _is_way_between(bare):  # 甲县至乙镇等高速公路|项目
        yield (*bare, *way), False
        return
    borrowed = member.parts[len(bare) :] if member.parts[: len(bare)] == tuple(bare) else ()
    behind = tuple(kind[-len(borrowed) :]) == tuple(borrowed) != tuple(_unmarked(kind))
    if borrowed and member.closed and behind and bare[-1].is_head and not borrowed[-1].is_scheme:
        yield member.parts, False  # 甲大学等名校|云河研究院
        return
    classed = member.closed and bool(kind) and kind[-1].is_head and not kind[-1].is_scheme
    named = classed and is_several(bare)  # 云凤新天地、松鹤家居中心等商业综合体
    landform = bare[-1].features.noun is not None and bare[-1].features.noun.landform
    placed = classed and bool(member.lent) and landform and not kind[-1].is_site  # 云河岛等|公园
    if not placed and (not borrowed or not (named or _is_phased(borrowed))):
        yield member.parts, member.own
    if borrowed and reading.letters[member.last - 1 : member.last + 1] == "YY":  # “甲”“乙”廊道
        return
    if not member.own and member.parts[-1].is_way and _is_way_between(bare):
        yield member.parts, False
        return
    if member.lent:
        yield (*bare, *_topical(kind)) if classed and member.lent == (*bare, *way) else member.lent, False
    if member.own or (bare[-1].letter == "O" and not is_phase(bare[-1])):  # 核电1、2号机组
        return
    spelt = is_spelt(bare) and bare[-1].is_head  # 砚|桥等|学校
    if not placed and not (classed and (spelt or (len(bare) == 1 and bare[0].letter in "GXN"))):
        yield bare, True
    if classed:
        yield (*bare, *kind), False


def _is_phased(borrowed: Sequence[Token]) -> bool:
    """Tell whether what a member would borrow ends with the phase of another, which is nobody else's: 云河光伏|一期."""
    return is_phase(borrowed[-1]) and not any(token.is_head or is_work(token) for token in borrowed)


def _is_way_between(bare: Sequence[Token]) -> bool:
    """Tell whether a member says from where to where a way leads, and nothing of what it is: 甲县至乙镇等公路."""
    ways = any(
        token.is_way and token.features.noun and token.text in token.features.noun.forms and not behind.is_to
        for token, behind in zip(bare, (*bare[1:], bare[0]), strict=True)
    )  # but 甲桥|至乙镇
    told = ways or bare[-1].text.endswith("段") or any(map(_is_road, bare))
    return not told and any(token.is_to for token in bare)


def _are_firms(kind: Sequence[Token]) -> bool:
    """Tell whether what closes a list says that its members are firms: 云河机械等企业, but not 等企业项目."""
    named = next((at for at, token in enumerate(kind) if token.letter not in "NWAGXRQH"), len(kind))
    return named > 0 and "subject" in kind[named - 1].features.roles


def _worked(reading: Reading, member: Member, kind: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield a site with the work that closes its list: 云河、松溪等小流域|综合治理."""
    bare = reading.tokens[member.first : member.last]
    if member.closed and bare[-1].is_site and kind and is_work(kind[-1]):
        yield (*bare, kind[-1])


def _is_general(kind: Sequence[Token]) -> bool:
    """Tell whether what closes a list, if anything, says nothing of its members but that they are works: 等项目.

    A slogan says that they are classes: 等“三大工程”.
    """
    return not any(token.letter == "Y" for token in kind) and all(
        token.is_scheme or token.features.noun is None or token.marks_class for token in kind
    )


def _cut(
    tokens: Sequence[Token],
    known: Callable[..., Candidate],
    own: bool = True,
    second: bool = False,
    told: bool = False,
) -> Iterator[Candidate]:
    """Yield the candidates that a run of tokens holds: cut behind its head, and to its end; `known` makes them.

    `told` says that what closes the list tells nothing of its members but that they are works.
    """
    kept = led(tuple(tokens))
    if kept and leads_in(kept[0]):
        return
    for cut, head in ends(kept, told):
        yield known(kept[:cut], head=head, rest=kept[cut:], own=own, second=second)


def _kind(reading: Reading, first: int, last: int) -> tuple[Token, ...]:
    """Give the class behind 等 or a count, () where there is none."""
    begin = _closes(reading, first, last) + 1
    while begin < last and reading.letters[begin] in "QHO" and not is_size(reading.tokens[begin]):
        begin += 1
    end = begin
    while end < last and reading.letters[end] not in "ICUE":
        end += 1
    return reading.tokens[begin:end]


def _closes(reading: Reading, first: int, last: int) -> int:
    """Give the place of the 等 that closes a list, or of its count; `last` where there is none."""
    for place in range(first + 1, last):
        counts = reading.letters[place] == "Q" and not is_size(reading.tokens[place])
        if reading.letters[place] == "E" or (counts and "I" in reading.letters[first:place]):
            return place
    return last


_SEVERAL = ("一批", "一系列", "多个", "若干")
"""Numbers that are none: what a list behind them has are classes. A closed class."""

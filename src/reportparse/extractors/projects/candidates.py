"""Take a noun phrase apart into what may be names: each member of a list, spelled out, from its owner to its end."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import regex

from reportparse.extractors.projects.closing import occurs, opens_name
from reportparse.extractors.projects.parts import Part
from reportparse.extractors.projects.stages import is_phase, is_work, staged
from reportparse.grammar.members import Member, is_size, members
from reportparse.grammar.reading import Reading
from reportparse.grammar.token import PROPER_TAGS, Token


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
    def name(self) -> str:
        """Give the name as folded text."""
        return "".join(token.text for token in self.tokens)


_COUNTS = regex.compile(r'"(?:[一二两三四五六七八九十多]\p{Han}{1,3}){2,}"')


def ends_name(token: Token) -> bool:
    """Tell whether a word may end a name: a head, a phase, a work done to a site."""
    return token.is_head or is_phase(token) or is_work(token)


def _is_road(token: Token) -> bool:
    """Tell whether a word is the number of a road, which names it: S317."""
    return token.letter == "X" and _ROAD.fullmatch(token.text) is not None


_ROAD = regex.compile("[GSXYC][0-9]{2,4}")


def candidates(reading: Reading, part: Part) -> Iterator[Candidate]:
    """Yield the candidates of a part, left to right; a member without an end with one that it borrows, and without."""
    first, last, attribute = _bare(reading, part)
    if first >= last:
        return
    for begin, end in _lists(reading, first, _reach(reading, part, last)):
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
    return letter == "I" or (joins and _is_owner(reading.tokens[place + 1]))


def _listed(reading: Reading, first: int, last: int, attribute: bool) -> Iterator[Candidate]:
    """Yield the candidates of one list."""
    found = members(reading, first, last, ends_name)
    kind = _kind(reading, first, last)
    bare = [reading.tokens[member.first : member.last] for member in found]
    known = partial(Candidate, opening=reading.tokens[first])
    ending = (*bare[-1], *_behind(reading, found[-1].last)) if found else ()
    listing = Listing(tuple(bare))
    joined = {place for place, pair in enumerate(pairwise(found)) if _is_one_name(reading, *pair)}
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
        if not member.own and member.closed and told and (_is_told(bare[place]) or _is_several(bare[place])):
            if led := _led(tuple(bare[place])):
                yield own(led)
            shared = kind[-1:] if _is_told(bare[place]) else _unmarked(kind)
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
            and not _are_two(bare[place], other)
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
    marks = (
        at for at, token in enumerate(kind) if not (token.features.noun and token.features.noun.class_mark)
    )
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
    named = classed and _is_several(bare)  # 云凤新天地、松鹤家居中心等商业综合体
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
    if not placed and not (classed and len(bare) == 1 and bare[0].letter in "GXN"):
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


def _is_told(bare: Sequence[Token]) -> bool:
    """Tell whether a member says whose it is and, by a noun of its own, what: 云河抽水蓄能, but not 云浦 or 大桥镇."""
    last = bare[-1]
    if last.letter == "Y" and not last.features.roles:
        return _is_owned(bare[:-1])
    if last.letter not in "NWX" or last.is_site or last.tag in PROPER_TAGS:
        return False
    if (last.letter == "X" or len(last.text) == 1) and not any(
        token.letter in "NWV" and len(token.text) > 1 for token in bare[:-1]
    ):
        return False
    return _is_owned(bare[:-1])


def _is_several(bare: Sequence[Token]) -> bool:
    """Tell whether a member is more than whose it is, as far as words tell: 砚高清洁煤电, but not 东云岭."""
    return len(bare) > 1 and any(
        token.letter in "NW" and len(token.text) > 1 and token.tag not in _NAMES and not token.is_site
        for token in bare
    )


_NAMES = ("nr", "nrt", "ns")
"""The dictionary's tags of names of people and places; those of things and bodies are common words as often."""


def _is_one_name(reading: Reading, one: Member, other: Member) -> bool:
    """Tell whether a conjunction stands inside a name: 云河绿色石化和新材料|产业基地, 云河算力监测与调度|平台.

    It does between verbs, between works on one thing (云河整治和生态修复|工程), and outside lists between what has
    an owner and what has none.
    """
    before, behind = reading.tokens[one.first : one.last], reading.tokens[other.first : other.last]
    if reading.letters[one.last] != "C" or other.first != one.last + 1:
        return False
    if all(token.letter in "VW" for token in (before[-1], *behind)):  # 云河机床制造及维修
        return _is_told(before)
    if not other.own:
        return False
    opens = next((token for token in behind if token.letter != "A"), behind[0])
    if _is_owner(opens):
        return False
    if _are_common(before):
        return reading.letters[other.last : other.last + 1] != "I"
    if not _is_owned(before[:1]):
        return False
    if is_work(before[-1]):
        return all(token.is_scheme for token in behind if token.is_head)
    told = _is_told(before) and before[-1].letter != "X" and not ends_name(before[-1])
    if before[-1].letter == "W":
        worked = any(map(is_work, behind)) and all(token.is_scheme for token in behind if token.is_head)
        return told and (worked or behind[0].letter in "VW")
    amid = reading.letters[other.last : other.last + 1] == "I"
    return told and not any(token.is_site for token in behind) and not amid


def _are_common(tokens: Sequence[Token]) -> bool:
    """Tell whether words only say of what kind a work is, the last of them by a noun: 食品加工, 国家网络."""
    last = tokens[-1]
    return (
        last.letter in "NWA"
        and len(last.text) > 1
        and not (last.is_graded or (last.features.noun and last.features.noun.class_mark))
        and not any(map(_is_owner, tokens))
        and not any(map(ends_name, tokens))
    )


def _are_two(before: Sequence[Token], other: Member) -> bool:
    """Tell whether each of two joined members ends as a work does, and is one: 老镇二期和|商务区."""
    ended = before[-1].is_head or is_phase(before[-1])
    return other.own and ended and not before[-1].is_site


def _is_owner(token: Token) -> bool:
    """Tell whether a word may say whose a work is or where it stands: a place, a name, letters that no word holds."""
    return token.letter in "GXYO" or token.tag in PROPER_TAGS


def _is_owned(tokens: Sequence[Token]) -> bool:
    """Tell whether words say whose a work is, 市 and the like by standing first."""
    return any(map(_is_owner, tokens)) or (len(tokens) > 0 and tokens[0].text in OWNERS)


def _is_general(kind: Sequence[Token]) -> bool:
    """Tell whether what closes a list, if anything, says nothing of its members but that they are works: 等项目.

    A slogan says that they are classes: 等“三大工程”.
    """
    return not any(token.letter == "Y" for token in kind) and all(
        token.is_scheme or token.features.noun is None or token.features.noun.class_mark for token in kind
    )


OWNERS = tuple("市省县区州盟旗")
"""What a report calls its own place by: 市图书馆."""


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
    led = _led(tuple(tokens))
    if led and _leads_in(led[0]):
        return
    for cut, head in _ends(led, told):
        yield known(led[:cut], head=head, rest=led[cut:], own=own, second=second)


def _bare(reading: Reading, part: Part) -> tuple[int, int, bool]:
    """Cut off what stands before 的, and marks at the edges.

    With 的 before mere works, what stands before it stays, and so it does where 的 closes how large one member of a
    list is: 云河大桥、投资9亿元的松山隧道.
    """
    first, last = part.first, part.last
    letters = reading.letters
    attribute = False
    for place in range(last - 1, first - 1, -1):
        if reading.tokens[place].text == "的":
            if all(_is_aspect(token) for token in reading.tokens[place + 1 : last]):  # 云河高速的作用
                last = place
                continue
            if (close := _closed_before(reading, first, place, last)) > 0:
                last = close + 1
                continue
            if reading.behind("I", first, place) < first or not _is_size_of_one(reading, first, place):
                first, attribute = place + 1, True
                break
    owned = bool(part.right) and letters[part.right[0]] == "U"
    while first < last and not opens_name(reading, first):
        toward = owned and reading.tokens[first].is_toward  # 完成对|云河路的改造
        if letters[first] not in "ICEULZDJMTF" and not toward:
            break
        first += 1
    while last > first and letters[last - 1] in "ICULZJP":
        last -= 1
    return first, last if part.left else _without_share(reading, first, last), attribute


def _closed_before(reading: Reading, first: int, place: int, last: int) -> int:
    """Give the place of the 等 behind which 的 says what its class is like: 云河大桥等总投资9亿元的工程; 0 for none."""
    close = reading.letters.find("E", first + 1, place)
    amid = reading.letters[close:place]
    heads = any(token.is_head for token in reading.tokens[close:place])
    told = close > 0 and any(letter in "QVW" for letter in amid) and not heads
    return close if told and reading.tokens[last - 1].is_head else 0


def _is_size_of_one(reading: Reading, first: int, place: int) -> bool:
    """Tell whether what stands between a list's last mark and 的 is how large one member is: 投资9亿元的, 9亿元的."""
    opening = reading.letters[reading.behind("I", first, place) + 1]
    return opening in "VWQ" and reading.letters[place - 1] == "Q"


def _without_share(reading: Reading, first: int, last: int) -> int:
    """Cut off how much of a subject is meant: 云河小区首批560户|交付, 云河码头3个泊位|投产."""
    end = last
    while end > first and reading.letters[end - 1] in "NA":
        if reading.tokens[end - 1].is_site or _says_how_many(reading.tokens[end - 1]):
            break
        end -= 1
    parts = end < last
    if reading.letters[end - 1] == "Q" and is_size(reading.tokens[end - 1]):  # 云河港|5万吨级航道
        return last
    while end > first and (reading.letters[end - 1] == "Q" or _says_how_many(reading.tokens[end - 1])):
        end -= 1
        parts = parts or _says_how_many(reading.tokens[end])
    counts = end < last and (reading.letters[end] in "QO" or "wholly" in reading.tokens[end].features.roles)
    all_of = "I" in reading.letters[first:end] and reading.tokens[last - 1].is_head  # 云路、松路2条|高速
    told = parts and counts and not is_phase(reading.tokens[end]) and not all_of
    return end if told and end > first and ends_name(reading.tokens[end - 1]) else last


def _says_how_many(token: Token) -> bool:
    """Tell whether a word says how many parts of a subject are meant: 首批, 全部."""
    return token.text in _LEADS or "wholly" in token.features.roles


def _reach(reading: Reading, part: Part, last: int) -> int:
    """Give where the phrase ends together with the works behind it: 云河路改造 + 完工."""
    if last != part.last:
        return last
    reach = last
    right = set(part.right)
    while reach in right and _is_done_to(reading.tokens[reach]):
        reach += 1
    more = any(staged(reading.tokens[place]) for place in part.right if place >= reach)
    return reach if more or any(staged(reading.tokens[place]) for place in part.left) else last


def _is_done_to(token: Token) -> bool:
    """Tell whether a word is a work, or which part of it: 改造, 一期."""
    return is_phase(token) or (is_work(token) and not occurs(token))


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


def _leads_in(token: Token) -> bool:
    """Tell a preposition that no name begins with (围绕, 从) from the first letter of one (沿江高铁, 随县小学)."""
    framed = len(token.text) > 1 and not token.features.roles.isdisjoint(("frame", "means"))
    return token.letter == "P" and (framed or token.text in _LEAD_IN)


_LEAD_IN = frozenset("从由以为把将被在")
_SEVERAL = ("一批", "一系列", "多个", "若干")
"""Numbers that are none: what a list behind them has are classes. A closed class."""
_WHOLE = "全我本各"
"""What the names of the whole place and of all bodies begin with."""
_LEADS = ("首个", "首座", "首家", "首条", "首批", "一批", "首")


def _led(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Drop what only introduces: 首个, 全国首个, 我市."""
    place = 0
    for at, token in enumerate(tokens):
        counts = at > 0 and tokens[at - 1].text == "首" and len(token.text) == 1  # 首+列
        doer = "subject" in token.features.roles and token.text[0] not in _WHOLE  # 企业|成长中心
        if token.text in _LEADS or (token.letter in "RT" and not doer) or counts or _is_sum(token):
            place = at + 1
        elif token.letter not in "ANHO" or at > 3:
            break
    return tokens[place:]


def _is_sum(token: Token) -> bool:
    """Tell whether an amount is one of money, which is no part of a name: 投资9亿元+云河大桥."""
    return token.quantity is not None and token.quantity.unit.endswith("元") and not token.quantity.grade


def _ends(tokens: Sequence[Token], told: bool) -> Iterator[tuple[int, int | None]]:
    """Yield where a name may end, with the place of its head: behind the last head and what belongs to it, or later.

    A side of the work (枢纽功能) and verbs without a stage are no part of it; a verb is where its list is closed by
    what only says that they are works (云河医药生产等项目).
    """
    if not tokens:
        return
    end = len(tokens)
    while end > 1 and _is_aspect(tokens[end - 1]) and not (told and _is_made(tokens[end - 1])):
        if tokens[end - 2].letter == "C":  # 制造及维修
            break
        end -= 1
    heads = [place for place in range(end) if tokens[place].is_head]
    for head, other in pairwise(heads):  # 云河机场|升级为国际机场
        if any(token.letter == "V" and not is_work(token) for token in tokens[head + 1 : other]):
            yield head + 1, head
    close = heads[-1] + 1 if heads else 0
    while heads and close < end and (step := _steps_on(tokens[close:end])):
        close += step
    goes_on = told and close < end and bool(heads) and _is_area(tokens[heads[-1]])
    if heads and not goes_on:  # 江南片区|污水处理提质等项目
        yield close, heads[-1]
    if close < end:
        yield end, None


def _is_area(token: Token) -> bool:
    """Tell whether a word is a place or a zone, on which a work may be done: 片区."""
    noun = token.features.noun
    return noun is not None and noun.head in ("site", "zone")


def _is_made(token: Token) -> bool:
    """Tell whether a verbal noun may be what a project is about: 医药生产, 燃气发电, but not 医院建设."""
    return token.letter == "W" and (staged(token) is None or token.kinds == ("occur",))


def _steps_on(tokens: Sequence[Token]) -> int:
    """Say how many tokens behind a head belong to the name: a phase, a work, a section, with its place or its ends."""
    if len(tokens) > 1 and tokens[0].letter in "GX" and _is_section(tokens[1]):
        return 2
    if tokens[0].letter == "C" and tokens[0].is_to:  # 松岭大桥至河口|路段
        return len(tokens)
    if tokens[0].text.isdigit() and len(tokens) > 1 and tokens[1].text[0] == "A":  # 云河景区|5+A级创建
        return 0
    return int(_goes_on(tokens[0]))


def _goes_on(token: Token) -> bool:
    return is_phase(token) or token.letter in "BO" or is_work(token) or _is_section(token)


def _is_aspect(token: Token) -> bool:
    noun = token.features.noun
    verb = token.features.verb
    if verb is not None:
        return not verb.work
    return (noun is not None and (noun.aspect or noun.measure)) or token.text in ("工作", "任务")


def is_side(token: Token) -> bool:
    """Tell whether a word is nothing but which part of a way is meant: 南段."""
    return token.text.endswith("段") and token.text[:-1] in _SIDES


def _is_section(token: Token) -> bool:
    """Tell whether a word names a part of the work before it: 北区, 云河段."""
    return (
        token.text in _SIDES
        or token.text.removesuffix("区") in _SIDES
        or (token.letter in "XN" and token.text.endswith(("段", "线", "延", "环", "路", "标", "部")))
    )


_SIDES = frozenset("东西南北中大小")

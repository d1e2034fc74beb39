"""Spell out coordinations of works: each member of a list with what it shares with the others.

What ends a name is the caller's to say; who shares what follows from the words. Lists of what is measured are
spelled out by extractors/figures/spelling.py, which says why.

- a member without an end takes that of the next one that has it: 济郑、济莱高铁;
- or the class behind 等 or behind a count: 云河、砚山等4个水库;
- a number takes what stands before and behind the number beside it: 轨道交通5、6号线.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from reportparse.grammar.number import CHINESE
from reportparse.grammar.reading import Reading
from reportparse.grammar.token import DIVISIONS, PROPER_TAGS, Token
from reportparse.text import NUMERALS

Ends = Callable[[Token], bool]


@dataclass(frozen=True)
class Member:
    """Be one member: its tokens `first` to `last` (half-open) in the reading, and its name spelled out.

    `parts` are the tokens that the name is made of, borrowed ones included. `closed` says that it stands before
    等 or a count, `own` that its end is its own. `lent` is the name with the end of a later member, where its own
    end is but a site, or the end of a place's name (长城、长征国家文化公园; 松山、石桥等景区).
    """

    first: int
    last: int
    parts: tuple[Token, ...]
    own: bool
    closed: bool = False
    lent: tuple[Token, ...] = ()

    @property
    def name(self) -> str:
        """Give the name; borrowed words are joined to the own ones without a gap."""
        return "".join(token.text for token in self.parts)


def members(reading: Reading, first: int, last: int, ends: Ends) -> tuple[Member, ...]:
    """Take the tokens `first` to `last` apart at 、 and conjunctions. Without any, the whole is the one member."""
    stop, tail = _closing(reading, first, last, ends)
    if tail:
        ends = _own_ends(ends, tail[-1])
    pieces = _pieces(reading, first, stop, ends)
    if tail and (place := _only_place([reading.tokens[start:end] for start, end in pieces], ends, tail[-1])):
        ends = _but_for(ends, place)
    bare = stop < last or any(not _is_ended(reading.tokens[start:end], ends) for start, end in pieces)
    found: list[Member] = []
    count = reading.tokens[stop].quantity if stop < last else None
    exact = count is not None and count.value == len(pieces)
    no_ways = exact and bool(tail) and not tail[-1].is_way  # 哈山和云河路两个|广场
    leaned = _leaned_on([reading.tokens[start:end] for start, end in pieces], ends, classed=bool(tail))
    theirs = _behind_class(tail, [reading.tokens[end - 1] for _, end in pieces])
    for (start, end), later in zip(pieces, leaned, strict=True):
        own = reading.tokens[start:end]
        if no_ways:
            later = [piece for piece in later if not piece[-1].is_way]
        parts, is_own = ((*own, *theirs), False) if theirs else _spelled(own, later, tail, found, ends)
        alike = bool(tail) and _sounds_like(own[-1], tail[-1])
        weak = own[-1].is_site or (
            bare and len(own) == 1 and ((_only_ends_so(own[0]) and not alike) or _reads_as_work(own[0]))
        )
        weak = weak or _is_landform(own[-1]) or (bool(tail) and _is_other_kind(own[-1], tail[-1]))
        weak = weak or (no_ways and own[-1].is_way)
        lent = _lent(own, later, tail, ends) if weak else ()
        found.append(Member(start, end, tuple(parts), is_own, closed=stop < last, lent=lent))
    return tuple(found)


def _behind_class(tail: Sequence[Token], lasts: Sequence[Token]) -> Sequence[Token]:
    """Give what stands behind the class that closes a list, where it is of each member: 甲大学等名校|云河研究院."""
    for at, token in enumerate(tail[:-1]):
        if token.is_head and all(last.is_head and last.text.endswith(token.text) for last in lasts):
            rest = tail[at + 1 :]
            return rest if rest[-1].is_head and not rest[-1].is_scheme else ()
    return ()


def _lent(
    own: Sequence[Token], later: Sequence[Sequence[Token]], tail: Sequence[Token], ends: Ends
) -> tuple[Token, ...]:
    """Give a member that ends in a site with the end of the list; () where the list has no better one."""
    headed = _headed(later, ends) if len(own) == 1 else ()
    shared = headed[_shared_from(own, headed, ends) :] if headed else tail
    kind = own[-1].features.noun
    more = any(token.is_head and not token.is_site and token.features.noun is not kind for token in shared)
    again = bool(shared) and own[-1].text.endswith(shared[0].text)  # 云湖、松山|湖|湿地
    return (*own, *shared) if more and not again else ()


def _only_ends_so(token: Token) -> bool:
    """Tell whether a word that may be a place's name ends as a work's does: 石桥, 桃园."""
    noun = token.features.noun
    plain = noun is not None and token.text not in noun.forms and token.text[0] not in NUMERALS  # 三桥
    named = token.tag == "ns" and plain
    return noun is not None and bool(noun.head) and (named or _is_landform(token))


def _is_other_kind(token: Token, kind: Token) -> bool:
    """Tell whether a bare end is of another kind than the works that close the list: 高|桥 in 高桥等|水库."""
    own, theirs = token.features.noun, kind.features.noun
    bare = own is not None and bool(own.head) and token.text in own.forms and len(token.text) == 1
    return bare and theirs is not None and theirs.head == "proper" and own is not theirs and not kind.is_way


def _is_landform(token: Token) -> bool:
    """Tell whether a word ends as what may be a place as well: 青龙湾."""
    return token.features.noun is not None and token.features.noun.landform


def _reads_as_work(token: Token) -> bool:
    """Tell whether a word that may name two ends reads as a work done to a thing: 西延."""
    return token.features.noun is not None and token.features.noun.work


def _own_ends(ends: Ends, kind: Token) -> Ends:
    """Leave out what only ends as a work does, where a list has a class: 石湾 in 云屿、石湾3座水库.

    What ends as the class does is one of it: 学府路、贝尔大街2条道路.
    """
    return lambda token: ends(token) and (not _only_ends_so(token) or _sounds_like(token, kind))


def _only_place(pieces: Sequence[Sequence[Token]], ends: Ends, kind: Token) -> Token | None:
    """Give the end of the one member of a class that ends as a work does, by two letters of a name: 砚|桥.

    云浦、砚桥等6所学校, but not 云桥、砚桥等6座大桥, nor 云浦、砚山大桥等6处工地.
    """
    ended = [piece for piece in pieces if any(map(ends, piece))]
    if len(pieces) < 2 or len(ended) != 1:
        return None
    piece = ended[0]
    return piece[-1] if is_spelt(piece) and not _sounds_like(piece[-1], kind) else None


def is_spelt(piece: Sequence[Token]) -> bool:
    """Tell whether a member is two letters that no dictionary has as a word: 砚|桥."""
    return [len(token.text) for token in piece] == [1, 1]


def _but_for(ends: Ends, place: Token) -> Ends:
    """Leave out one word of those that end a name."""
    return lambda token: token is not place and ends(token)


def _sounds_like(token: Token, other: Token) -> bool:
    """Tell whether two words end with one letter: 学府路, 道路."""
    return token.text[-1] == other.text[-1]


def _leaned_on(pieces: Sequence[Sequence[Token]], ends: Ends, classed: bool) -> list[list[Sequence[Token]]]:
    """Give for each piece those behind it that it may take from, in their order.

    They are the next one, the first with an end, and the first with an end that is more than a site. Where a list
    has a class, an end behind which a piece has none is of its own piece alone: 松官、七孔桥、白岩等|小镇.
    """
    found: list[list[Sequence[Token]]] = []
    following: list[Sequence[Token]] = []
    ended: list[Sequence[Token]] = []
    whole: list[Sequence[Token]] = []
    parted = False
    for piece in reversed(pieces):
        shares = not parted or _is_number(piece[-1])
        found.append([*(following if shares else ()), *ended, *whole])
        following = [piece]
        headed = any(map(ends, piece))
        parted = parted or (classed and not headed)
        if headed:
            ended = [] if parted else [piece]
        if any(ends(token) and not token.is_site for token in piece):
            whole = [] if parted else [piece]
    return found[::-1]


def _pieces(reading: Reading, first: int, last: int, ends: Ends) -> list[tuple[int, int]]:
    """Cut at 、 and at conjunctions that part members, behind the 的 of one, and between two quotations.

    The quotations end as works do: “甲桥”“乙桥”.
    """
    pieces, start = [], first
    for place in range(first, last + 1):
        if (
            reading.letters[place - 1 : place + 1] == "YY"
            and start < place < last
            and _end_alike(reading, place, last, ends)
        ):
            pieces.append((start, place))
            start = place
        if place == last or (
            reading.letters[place] in "IC" and not _joined(reading, first, place, last, ends)
        ):
            start = _behind_attribute(reading, start, place)
            if start < place:
                pieces.append((start, place))
            start = place + 1
    return pieces


def _behind_attribute(reading: Reading, first: int, last: int) -> int:
    """Give where a member begins behind what it is like: 投资9亿元的|云河大桥."""
    return next((at + 1 for at in range(last - 2, first - 1, -1) if reading.tokens[at].text == "的"), first)


def _end_alike(reading: Reading, place: int, last: int, ends: Ends) -> bool:
    """Tell whether a run of quotations goes on to an end that they share, or each has one of its own."""
    end = place
    while end < last and reading.letters[end] == "Y":
        end += 1
    shared = reading.ahead("ICE", end, last)
    return any(map(ends, reading.tokens[end:shared])) or (
        ends(reading.tokens[place - 1]) and ends(reading.tokens[place])
    )


def _joined(reading: Reading, first: int, place: int, last: int, ends: Ends) -> bool:
    """Tell whether a conjunction stands inside one member.

    至 joins the two ends of a thing, 与 what a connecting thing joins (甲路与乙路连接线; 和 does so outside lists),
    any two works done to one site (保护和修复工程) and, amid a list, two pieces without an end (甲原料及辅料、乙电池).
    """
    letters, tokens = reading.letters, reading.tokens
    if letters[place] == "I" or place + 1 >= last:
        return _is_of_levels(reading, place, last)
    start = reading.behind("IC", first, place) + 1
    if place - start == 1 and _is_scrap(tokens[start]):  # 众|和|云街
        return True
    if tokens[place].is_to or tokens[place].text == "暨":
        return True
    if _is_amid(reading, first, place, last, ends) or _is_inside(reading, first, place, last, ends):
        return True
    if _goes_on(reading, first, place, last, ends):
        return True
    if tokens[place + 1].does_work:
        return True
    end = reading.ahead("IE", place + 1, last)
    joint = next((at for at in range(max(place, end - 2), end) if _joins_two(tokens[at])), place)
    if any(map(ends, tokens[start:place])) and [len(token.text) for token in tokens[place + 1 : joint]] == [
        1
    ]:
        return False  # 云河隧道与|西连接线
    return joint > place and (
        tokens[place].text == "与"
        or (tokens[place].text == "和" and reading.ahead("I", first, place) == place)
    )


def _is_of_levels(reading: Reading, place: int, last: int) -> bool:
    """Tell whether a mark stands between levels of government that are counted behind it: 市、|县两级."""
    end = place
    while end < last and (reading.letters[end] == "I" or reading.tokens[end].text in DIVISIONS):
        end += 1
    levels = reading.tokens[place - 1].text in DIVISIONS and end > place + 1
    return levels and end < last and _LEVELS.fullmatch(reading.tokens[end].text) is not None


_LEVELS = regex.compile(f"{CHINESE}级")


def _joins_two(token: Token) -> bool:
    """Tell whether a word names what connects two things: 连接线."""
    return token.features.noun is not None and token.features.noun.joins


def _is_scrap(token: Token) -> bool:
    """Tell whether a letter is what the dictionary left of a name that it does not have."""
    return len(token.text) == 1 and token.letter == "X" and token.text not in DIVISIONS


def _counts(token: Token) -> bool:
    """Tell whether an amount counts things (4个), and is no size (500千伏) and no number (二期) of one."""
    quantity = token.quantity
    whole = quantity is not None and quantity.counts and quantity.unit == quantity.base_unit  # no 5万头
    return whole and token.letter == "Q"


def _counts_all(reading: Reading, first: int, place: int, last: int) -> bool:
    """Tell whether a count is one of all members, and not of the last: of a class behind it (甲、乙2座|大桥)."""
    quantity = reading.tokens[place].quantity
    marks = sum(letter in "IC" for letter in reading.letters[first:place])
    goes_on = reading.letters[place - 1] == "C" and reading.ahead("I", place, last) < last
    if reading.letters[place - 1] == "I" or goes_on:  # 甲堤和|40处水闸、20处泵站
        return False
    return marks > 0 and (place + 1 < last or (quantity is not None and quantity.value == marks + 1))


def _is_amid(reading: Reading, first: int, place: int, last: int, ends: Ends) -> bool:
    """Tell whether a conjunction stands in a list before its last mark, between two pieces without an end."""
    mark = reading.ahead("I", place, last)
    if mark == last:
        return False
    start = reading.behind("IC", first, place) + 1
    return not any(map(ends, (*reading.tokens[start:place], *reading.tokens[place + 1 : mark])))


def _is_inside(reading: Reading, first: int, place: int, last: int, ends: Ends) -> bool:
    """Tell whether a conjunction joins two common words of a list's last member, where all others have an end.

    云河新城、松溪能源基地、医药及食品基地.
    """
    start = reading.behind("I", first, place) + 1
    if start in (first, place) or reading.ahead("IC", place + 1, last) < last:
        return False
    before = reading.tokens[start:place]
    common = all(
        token.letter in "NWAV" and token.tag not in PROPER_TAGS
        for token in (*before, reading.tokens[place + 1])
    )
    if any(map(ends, before)) or not common:
        return False
    pieces = [-1]
    pieces += [at - first for at in range(first, start) if reading.letters[at] == "I"]
    return all(
        any(map(ends, reading.tokens[first + one + 1 : first + other])) for one, other in pairwise(pieces)
    )


def _goes_on(reading: Reading, first: int, place: int, last: int, ends: Ends) -> bool:
    """Tell whether common words behind a conjunction are of the work before it: 云河钻采|及器械等项目.

    Neither has an end, and nothing proper stands behind it that would make a name of its own.
    """
    start = reading.behind("IC", first, place) + 1
    before, behind = reading.tokens[start:place], reading.tokens[place + 1 : last]
    closes = reading.letters[last : last + 1] == "E" and reading.ahead("IC", place + 1, last) == last
    if not (closes and before) or not _only_works(reading, last + 1):
        return False
    common = all(token.letter in "NWV" and token.tag not in PROPER_TAGS for token in behind)
    proper = before[0].letter in "GX" or before[0].tag in PROPER_TAGS
    return common and proper and not any(map(ends, (*before, *behind)))


def _only_works(reading: Reading, first: int) -> bool:
    """Tell whether the nouns behind 等, if any, say no more than that works are meant: 等重大项目."""
    end = first
    while reading.letters[end : end + 1] in tuple("NA"):
        end += 1
    return end == first or reading.tokens[end - 1].is_scheme


def is_size(token: Token) -> bool:
    """Tell whether an amount says how large each thing is: 两个220千伏变电站."""
    return token.quantity is not None and not token.quantity.enumerates


def _closing(reading: Reading, first: int, last: int, ends: Ends) -> tuple[int, Sequence[Token]]:
    """Give where the list ends, at its 等 or its count, and the class behind that, () where there is none."""
    letters = reading.letters
    for place in range(first, last):
        counts = _counts(reading.tokens[place]) and _counts_all(reading, first, place, last)
        if place > first and (letters[place] == "E" or counts):
            begin = place + 1
            while begin < last and (
                (letters[begin] in "QAHRO" and not is_size(reading.tokens[begin]))
                or _is_class_mark(reading.tokens[begin])
            ):
                begin += 1
            end = begin
            while end < last and (letters[end] in "NWAGXYOQ" or reading.tokens[end].does_work):
                end += 1
            whole = reading.tokens[begin:end]
            cut = next((at for at in range(len(whole) - 1, -1, -1) if ends(whole[at])), -1)
            return place, whole[: cut + 1]
    return last, ()


def _is_class_mark(token: Token) -> bool:
    """Tell whether a word says which things of a class are meant, and names none: 市级项目, 重点项目."""
    return token.marks_class or "dual" in token.features.roles


def _spelled(
    own: Sequence[Token],
    later: Sequence[Sequence[Token]],
    tail: Sequence[Token],
    before: Sequence[Member],
    ends: Ends,
) -> tuple[Sequence[Token], bool]:
    """Give the parts of a member's name, and whether its end is its own."""
    if _is_number(own[-1]) and not ends(own[-1]) and later and _is_number(later[0][0]):  # 轨道交通5、6号线
        line = next((piece for piece in later if any(map(ends, piece))), ())
        number = next((at for at in range(len(own), 0, -1) if not _is_number(own[at - 1])), 0)
        behind = len(own) - number  # 5、6|号线, but 4号、5号|泊位
        return (*_prefix(own, before), own[-1], *line[behind : _first_end(line, ends) + 1]), False
    if _is_ended(own, ends):
        if _is_number(own[0]) and len(own) > 1:
            like = [member for member in before if _numbers_same(member, own[1])]
            return (*_prefix(own[:1], like), *own), True
        return (*_way_before(own, before), *own), True
    if headed := _headed(later, ends):
        if len(own[-1].text) > 2 and _sounds_like(own[-1], headed[-1]):  # 学府路、滨江西路
            return own, True
        shared = headed[_shared_from(own, headed, ends) :]
        if any(map(ends, shared)):  # but 科学城+天然气发电 lends none
            return (*own, *shared), False
    return (*own, *tail), False


def _is_ended(piece: Sequence[Token], ends: Ends) -> bool:
    """Tell whether a member has an end of its own, and not only the place that it leads from: 甲桥|至乙."""
    return any(
        ends(token) and not (at + 1 < len(piece) and piece[at + 1].is_to) for at, token in enumerate(piece)
    )


def _way_before(own: Sequence[Token], before: Sequence[Member]) -> Sequence[Token]:
    """Give the way that a section shares with the one before it: 云松高速砚山段、|柳川段; () for any other member."""
    parts = before[-1].parts if before else ()
    section, its = _section(own), _section(parts)
    way = next((at for at in range(its - 1, -1, -1) if parts[at].is_head), -1)
    if section < 0 or way < 0 or any(token.is_head for token in own[:section]):
        return ()
    while way + 1 < its and parts[way + 1].letter == "O":  # 国道|228
        way += 1
    return parts[: way + 1]


def _section(parts: Sequence[Token]) -> int:
    """Give the place of the word by which a name is that of a section, -1 for none: 绕城段."""
    return next((at for at, token in enumerate(parts) if token.text.endswith("段")), -1)


def _headed(later: Sequence[Sequence[Token]], ends: Ends) -> Sequence[Token]:
    """Give the first later member with an end, one that is more than a site where there is one."""
    found = [
        piece
        for piece in later
        if any(map(ends, piece)) and not (_is_class_of_ways(piece) or _is_landform(piece[-1]))
    ]
    whole = (piece for piece in found if any(ends(token) and not token.is_site for token in piece))
    return next(whole, found[0] if found else ())


def _is_class_of_ways(piece: Sequence[Token]) -> bool:
    """Tell whether a member is nothing but a kind of way, so that no sister can share it: 航运、铁路."""
    return len(piece) == 1 and piece[0].is_kind_of_way


def _shared_from(own: Sequence[Token], headed: Sequence[Token], ends: Ends) -> int:
    """Give where what a member shares begins in one with an end: behind as many words and what is left of a name.

    Letters that no word holds are left of one: 枫渡、下+渚|小学, 双鹿、金鸡+岭|消防站.
    """
    if len(headed) == 1:
        return 0
    stop = _first_end(headed, ends)
    if (
        own[-1].is_site and stop + 1 < len(headed) and ends(headed[-1])
    ):  # 北沙漠、南原沙地|治理; 长江、大运河|文化带
        return stop + 1
    if like := _like(own[-1], headed[: max(stop, len(headed) - 1)]):
        return like
    led = any(token.is_to for token in own)
    if not led and headed[-1].is_scheme and _is_told(own):
        return len(headed) - 1  # 云河电池材料、松溪氢能示范园|项目
    reach = len(headed) if led else stop  # 甲至乙、松河至丙|高速
    joint = next((place for place in range(reach) if headed[place].is_to), -2)
    place = next((at for at in range(stop - 1, 0, -1) if headed[at].letter == "G"), 0)
    sized = own[0].letter == headed[0].letter == "Q"  # 9万吨锌、3万吨铜|项目
    if place and joint < 0 and not sized and not any(token.letter in "GX" for token in own):
        return place  # 能源、旱区农业|云岭实验室
    told = stop if any(map(_is_common, own)) else _told_from(headed, stop)
    at = max(1, min(len(own), told))
    at = max(at, joint + 2)  # 日新至五岭|高铁
    while at < len(headed) - 1 and _is_left(headed[at], headed[at - 1]):
        at += 1
    return at


def _is_common(token: Token) -> bool:
    """Tell whether a word says what a thing is, and is no part of whose it is: 电池, but not 云县."""
    common = token.letter in "NWV" and token.tag not in PROPER_TAGS
    return common and len(token.text) > 1 and not token.is_site


def _is_told(own: Sequence[Token]) -> bool:
    """Tell whether a member says by itself what it is: 云河电池材料, 松溪9万吨乙烯, but not 云河干流."""
    common = sum(map(_is_common, own))
    return not own[-1].is_site and (common > 1 or (common > 0 and any(token.letter in "QO" for token in own)))


def _told_from(headed: Sequence[Token], stop: int) -> int:
    """Give where a member begins to say what it is, by words that surely are no name: 松县|抽水蓄能项目."""
    sure = (
        at
        for at, token in enumerate(headed[:stop])
        if at
        and len(token.text) > 1
        and (token.letter in "AWV" or token.features.noun or token.features.roles)
    )
    return next(sure, stop)


def _like(last: Token, headed: Sequence[Token]) -> int:
    """Give where what is shared begins: behind a word that ends as a member does (服务型、港口型|枢纽); 0 for none."""
    for at, token in enumerate(headed):
        if (
            len(token.text) > 1
            and len(last.text) > 1
            and token.text != last.text
            and token.text[-1] == last.text[-1]
        ):
            return at + 1
    return 0


def _is_left(token: Token, before: Token) -> bool:
    """Tell whether a letter is left of the name that a word before it begins."""
    if len(token.text) > 1 or token.letter not in "NXGHOL":
        return False
    if token.text in DIVISIONS and len(before.text) > 1:  # 砚川|县医院, but 汤+村|水库
        return False
    return not before.is_head


def _prefix(own: Sequence[Token], before: Sequence[Member]) -> Sequence[Token]:
    """Give what stands before a number: its own words, or those of the number before it in the list."""
    if len(own) > 1:
        return own[:-1]
    for member in reversed(before):
        at = next((at for at, token in enumerate(member.parts) if _is_number(token)), 0)
        if at:
            return member.parts[:at]
    return ()


def _is_number(token: Token) -> bool:
    """Tell whether a word numbers a thing of several, with or without a letter: 5 (号线), S1 (线)."""
    return token.letter == "O" or (
        token.letter == "X" and token.text[0].isascii() and token.text[-1].isdigit()
    )


def _numbers_same(member: Member, word: Token) -> bool:
    """Tell whether a member numbers the same kind of thing: 6号线 beside 8号线, but not 三期 beside 六横电厂."""
    return any(
        _is_number(one) and other.text == word.text
        for one, other in zip(member.parts, member.parts[1:], strict=False)
    )


def _first_end(piece: Sequence[Token], ends: Ends) -> int:
    return next((at for at, token in enumerate(piece) if ends(token)), len(piece))

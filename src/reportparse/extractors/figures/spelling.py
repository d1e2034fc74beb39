"""Spell out names that stand together: each part of a coordination, with the head or the owner that others have."""

from collections.abc import Sequence
from dataclasses import replace

from reportparse.extractors.figures.counted import counted
from reportparse.extractors.figures.names import OFFICES, is_grade, is_unit, is_whole
from reportparse.extractors.figures.phrase import within
from reportparse.grammar.clause import Span
from reportparse.grammar.reading import read
from reportparse.grammar.token import DIVISIONS, Token
from reportparse.lexicon import Lexicon
from reportparse.lexicon.vocabulary import vocabulary
from reportparse.words import words

_DIVISIONS = DIVISIONS | {"国家", "城市"}
_PACES = ("速", "幅")
"""What the name of a pace ends with: 增速, 涨幅."""
_SHARE = "占"
"""What the name of a share begins with, where its owner stands before it: 占全市比重."""
RESIDENTS = {
    "城乡居民": ("城镇居民", "农村居民"),
    "城乡常住居民": ("城镇常住居民", "农村常住居民"),
    "城镇和农村": ("城镇", "农村"),
    "城镇、农村": ("城镇", "农村"),
}
"""Who has incomes of both kinds."""
_BOTH: dict[str, tuple[str, ...]] = RESIDENTS | {
    "城乡": ("城市", "农村"),
    "存贷款": ("存款", "贷款"),
    "进出口": ("进口", "出口"),
    "进出港": ("进港", "出港"),
    "产销": ("产", "销"),
    "三次产业": ("第一产业", "第二产业", "第三产业"),
    "第一、二、三产业": ("第一产业", "第二产业", "第三产业"),
    "一、二、三产业": ("第一产业", "第二产业", "第三产业"),
    "一、二、三产": ("第一产业", "第二产业", "第三产业"),
    "一二三产业": ("第一产业", "第二产业", "第三产业"),
    "农牧民": ("农民", "牧民"),
}
"""What words that name several things in one name apart; longer ones first. Closed: what joins two stems in one word
(城乡, 产销) can't be told from what does not (城建, 产研) by the stems, and reports measure but these apart."""


def spelled_out(text: str, span: Span, count: int, lexicon: Lexicon) -> list[str] | None:
    """Give the names that a coordination stands for, `count` of them, or None where it does not divide so.

    受污染耕地、建设用地利用率 gives 受污染耕地利用率 and 建设用地利用率; an end that only a later part has is given to
    those before it, an owner that only the first has to parts that are nothing without one (总产量).

    What lists of works share (grammar/members.py) is not what these share. There a member ends in one head, and one
    without takes all from there on. Here the number of names is known and says which marks part them (制造业和服务业、
    高技术产业外资占比 are two), a measure stands behind heads of its own (产业增加值), a pace goes to measures that are
    whole (工业增加值、税收增速), and deeds may stand for measures (散居和集中养育, 节能减排).
    """
    name = span.of(text)
    for whole, each in _BOTH.items():
        if "、" in whole and whole in name and len(each) == count:
            return [name.replace(whole, one) for one in each]
    found = _each_grade(_each_office(within(text, span, lexicon)))
    for marks in ("I", "IC"):
        pieces = _pieces(found, marks)
        if len(pieces) == count and all(pieces):
            return [_named(pieces, place, lexicon) for place in range(count)]
    for both, each in _BOTH.items():
        if both in name and len(each) == count:
            return [name.replace(both, one) for one in each]
    return None


def stands(name: str, quote: str) -> bool:
    """Tell whether a name stands in a folded quote, spelled out or not: 农村居民收入 in 城乡居民收入, 占比重 in 占四成.

    Letters are asked for, not their order: a name goes together of what its clause says before and behind the number.
    """
    written = set(quote).union("比重" if "占" in quote else "")
    written = written.union(*(one for both, each in _BOTH.items() if both in quote for one in each))
    return written.issuperset(name)


_OF_OFFICES = frozenset("控考属管道直定辖级")
"""What stands behind the name of a division in words that say whose a thing is: 省控, 市属. A closed class."""


def _is_of_office(word: str) -> bool:
    return word[0] in OFFICES and word[1:] in _OF_OFFICES


def _each_office(found: Sequence[Token]) -> Sequence[Token]:
    """Give a division what the next one of a list has behind it: 国、省控|断面 are 国控 and 省控."""
    spelled = list(found)
    for at in range(len(found) - 3, -1, -1):
        name, behind = found[at].text, spelled[at + 2].text
        if name in OFFICES and found[at + 1].letter in "IC" and _is_of_office(behind):
            spelled[at] = replace(spelled[at + 2], text=name + behind[1:])
    return spelled


def _each_grade(found: Sequence[Token]) -> Sequence[Token]:
    """Give each division of a list the word that counts their grades: 市、县|两级|财政 are 市级 and 县级."""
    place = next(
        (at for at, token in enumerate(found) if token.letter == "O" and token.text.endswith("级")), 0
    )
    if not place or not all(token.text in _DIVISIONS or token.letter in "IC" for token in found[:place]):
        return found
    graded = [
        replace(token, text=f"{token.text}级", letter="A") if token.text in _DIVISIONS else token
        for token in found[:place]
    ]
    return (*graded, *found[place + 1 :])


def shared_head(text: str, noun: Span, following: Span, lexicon: Lexicon) -> str:
    """Give the head that what only says which takes from the next one counted: 3家国家级、12家省级|研究中心."""
    last = within(text, noun, lexicon)[-1]
    if not (is_grade(last) or _is_size(last)) and "dual" not in last.features.roles:
        return ""
    found = within(text, counted(text, following, lexicon, True), lexicon)
    alike = next((kind for kind in (is_grade, _is_size) if kind(last)), None)
    same = alike or (lambda token: token.text == last.text)  # 省重点、市重点|项目
    which = [at for at, token in enumerate(found) if same(token)]
    return "".join(token.text for token in found[which[0] + 1 :]) if which else ""


def _is_size(token: Token) -> bool:
    """Tell whether a word says of which size a thing is (千亩, 百亿)."""
    return token.letter in "OQ"


def class_of(text: str, name: Span, lexicon: Lexicon) -> Span:
    """Leave of a list closed by 等 the class of what is counted: 云河大桥等|重点项目, 40个."""
    found = within(text, name, lexicon)
    closed = next((at for at in range(len(found) - 1, 0, -1) if found[at].letter == "E"), len(found))
    behind = found[closed + 1 :]
    if not any(map(is_unit, behind)):
        return name
    parts = (
        "localizer" in behind[0].features.roles and behind[0].features.noun is None
    )  # 文旅、养老等领域|项目
    return name if parts else Span(behind[0].start, name.end)


def listed_with_head(found: Sequence[Token]) -> list[str]:
    """Spell out a list closed by 等 with a common head: 家电、汽车等产业增加值 gives two names."""
    closed = next(at for at, token in enumerate(found) if token.letter == "E")
    head = "".join(token.text for token in found[closed + 1 :])
    return ["".join(token.text for token in piece) + head for piece in _pieces(found[:closed], "IC") if piece]


def _pieces(found: Sequence[Token], marks: str) -> list[Sequence[Token]]:
    pieces, start = [], 0
    for at, token in enumerate(found):
        if token.letter in marks:
            pieces.append(found[start:at])
            start = at + 1
    return [*pieces, found[start:]]


def _named(pieces: list[Sequence[Token]], place: int, lexicon: Lexicon) -> str:
    """Spell out one part of a list with what it takes from the others."""
    own, last = pieces[place], pieces[-1][-1]
    written = "".join(token.text for token in own)
    if place + 1 < len(pieces) and (spelled := _with_end_of_word(written, pieces[place + 1], lexicon)):
        return spelled
    ended = _is_end(own[-1]) or bool(vocabulary(lexicon)[written].indicator)  # 民间投资
    shared = next((one for one in _OF_EACH if last.text.endswith(one)), "") if ended else ""
    measures = len(pieces[-1]) > 1 and pieces[-1][-2].is_measure and not ended  # 化工、建材|产值增速
    paced = shared or (last.text.endswith(_PACES) and not measures)
    if place + 1 < len(pieces) and paced and not own[-1].is_rate:
        return _overlaid(written, shared or last.text)
    plain = len(own) == 1 and own[0].is_measure and not vocabulary(lexicon)[written].indicator
    bare = is_whole(written, lexicon) or plain  # 旅游人数和收入
    of, base = _base(pieces[0]), "".join(token.text for token in _base(pieces[0]))
    bare_too = own[0].is_measure and len(of) < len(pieces[0])  # 本外币存款、贷款|余额
    known = (
        bool(of) and (of[-1].is_measure or bare_too) and bool(vocabulary(lexicon)[base + written].indicator)
    )
    if place and ((bare and all(map(_is_end, own))) or known or _is_sum_of_deeds(own)):
        return base + written
    later = [piece for piece in pieces[place + 1 :] if len(piece) > 1 and _is_end(piece[-1])]
    told = (piece for piece in later if piece[-1].is_measure)  # 高速公路、普通国道、农村公路|通车里程
    headed = next(told, later[0] if later else pieces[-1])
    if len(own) == 1 and len(written) == 2 and headed[0].text[:1] == written[:1] == "第":  # 第一、第三产业
        return written + "".join(token.text for token in headed)[len(written) :]
    if len(headed) < 2 or place + 1 == len(pieces):
        return written
    if is_grade(headed[0]) and own[-1].letter == "X" and not is_grade(own[-1]):  # 3A、4A级|景区
        return written + headed[0].text[-1] + "".join(token.text for token in headed[1:])
    alike = next((at for at, token in enumerate(headed[:-1]) if _ends_as(token, own[-1])), -1)
    if alike >= 0 and all(token.letter in "NW" for token in headed[alike + 1 :]):  # 中等教育和高等教育|在校生
        return _overlaid(written, "".join(token.text for token in headed[alike + 1 :]))
    part = _first_measure(headed)
    sort = _sort(headed[part - 1], lexicon) if part and not headed[part].is_rate else ""
    if (part > 1 or sort != headed[0].text) and _is_bare(own, sort):
        return _overlaid(written, sort + "".join(token.text for token in headed[part:]))
    measured = last.is_measure and not any(token.is_measure for token in own)  # 小学、初中入学率
    site = _says_where(own[-1], headed[0])
    parallel = not any(token.is_measure for token in own) and _is_parallel(own, headed)
    size = sum(token.letter != "P" for token in own)  # 对日本、韩国|出口
    if _is_end(own[-1]) and not (measured or site or parallel):
        return written
    if site or _is_attribute(own[-1]) or parallel:
        start = min(size, len(headed) - 1)
    elif _is_end(headed[-1]):
        start = _deeds_before(headed, part or _first_end(headed), size)
    elif all(token.letter in "NXA" for token in headed) and _is_bare(own, sort := _sort(headed[-1], lexicon)):
        return written + sort  # 建材、光伏|产业
    elif headed[-1].letter == "W" and size < len(headed):  # 猪、羊|存栏, 工伤、失业|保险参保
        start = size if _are_words(own[-1], headed[size - 1]) else len(headed) - 1
    elif size < len(headed) and _is_bare(own, sort := _sort(headed[size], lexicon)):
        return written + sort + "".join(token.text for token in headed[size + 1 :])  # 珠宝、信息|产业规上企业
    else:
        return written
    return _overlaid(written, "".join(token.text for token in headed[start:]))


def _with_end_of_word(letter: str, following: Sequence[Token], lexicon: Lexicon) -> str:
    """Spell out a letter that shares the end of the next word: 存、贷款|余额 gives 存款余额; "" for any other part."""
    word = letter + following[0].text[1:]
    if len(letter) > 1 or len(word) == 1 or len(words(word, lexicon)) > 1:
        return ""
    return word + "".join(token.text for token in following[1:])


def _ends_as(token: Token, other: Token) -> bool:
    """Tell whether two words are one or end in the same word: 技工教育, 高等教育."""
    return len(other.text) > 1 and token.text.endswith(other.text[-2:])


_OF_EACH = ("占比", "余额")
"""What each of several measures has: 存款、贷款|余额."""


def _base(first: Sequence[Token]) -> Sequence[Token]:
    """Give what stands before the measure of a list's first member: 单位产值|能耗, 企业|资产总额."""
    cut = max((at for at, token in enumerate(first) if token.is_measure), default=len(first))
    summed = 1 < cut < len(first) and first[cut].totals("thing") and not _is_end(first[cut - 1])
    return first[: cut - (summed and "subject" not in first[cut - 1].features.roles)]


def _is_sum_of_deeds(own: Sequence[Token]) -> bool:
    """Tell whether a part says of how many something is true, and not whose they are: 受伤|人数."""
    return len(own) > 1 and own[-1].totals("deed") and all(token.letter in "VW" for token in own[:-1])


def _is_of_all(token: Token) -> bool:
    """Tell whether a word before a measure says what sort of thing all members are: 产业, 企业, 行业."""
    return token.marks_class or not token.features.roles.isdisjoint(_SORTS)


_SORTS = ("subject", "localizer")
"""The roles of words that say who or what field all members are."""


def _sort(token: Token, lexicon: Lexicon) -> str:
    """Give the sort of thing that all members are, by itself or as a word's end: 产业 of 信息产业; "" for none."""
    if _is_of_all(token):
        return token.text
    end = vocabulary(lexicon)[token.text[-2:]]
    sort = (end.noun is not None and end.noun.class_mark) or "localizer" in end.roles
    return token.text[-2:] if sort and len(token.text) > 2 and token.letter == "N" else ""


def _is_bare(own: Sequence[Token], sort: str) -> bool:
    """Tell whether a part is nothing without the sort that a later one has: 新能源、新材料|产业产值, but 制造业."""
    last = next((token for token in reversed(own) if token.letter != "B"), own[-1])
    whole = any(map(_is_end, own)) or _is_attribute(last) or _is_of_all(last)
    return bool(sort) and not whole and last.text[-1] != sort[-1]


def _says_where(token: Token, other: Token) -> bool:
    """Tell whether a site says where, as the first word of another part does: 城区、乡镇|供水管网."""
    return token.is_site and _is_attribute(other)


def _is_parallel(own: Sequence[Token], headed: Sequence[Token]) -> bool:
    """Tell whether a part stands for as many words of the headed one.

    It does in 城市、农村|自来水普及率, and not in 汽车、船用配件|产值.
    """
    if len(own) == 1 and own[0].letter in "VWN" and headed[0].letter == "W" and not _is_end(own[0]):
        return True  # 种粮、养殖大户
    one, other = own[-1].features.noun, headed[0].features.noun
    if len(own) == 1 and one is not None and other is not None and one.head and one.id == other.id:
        return True  # 小学、初中|专任教师
    measure = _first_measure(headed)
    between = headed[len(own) : measure]
    if not between:
        return False
    letters = own[-1].letter, headed[len(own) - 1].letter
    if letters[0] != letters[1] and not {*letters} <= {*"NGXR"}:
        return False
    if between[0].letter in "VW" and own[-1].letter != "A":  # 机关、企业|退休人员养老金
        return True
    rated = headed[measure].is_rate and not any(map(_is_end, between))  # 水质|优良率
    return rated or all("average" in token.features.roles for token in between)


def _overlaid(written: str, head: str) -> str:
    """Put the shared head to a part that has the beginning of it already: 城市低保 and 低保标准."""
    shared = next((size for size in range(len(head), 0, -1) if written.endswith(head[:size])), 0)
    return written + head[shared:]


def _is_end(token: Token) -> bool:
    return token.is_measure or token.is_countable or token.is_event


def _is_attribute(token: Token) -> bool:
    """Tell a word that only says which (省级, 城镇, 非洲, 第二) from one that names a thing (货物)."""
    divided = is_grade(token) or token.text in _DIVISIONS or _is_of_office(token.text)
    return token.letter in "AGOJYQR" or token.marks_class or divided


def _first_measure(piece: Sequence[Token]) -> int:
    """Give the place of the first word of measure, 0 for none."""
    return next((at for at, token in enumerate(piece) if token.is_measure), 0)


def _are_words(token: Token, other: Token) -> bool:
    """Tell whether two words of one class are whole, and none is but a letter of one: 工伤, 失业, but not 锂|电池."""
    return token.letter == other.letter and len(token.text) > 1 and len(other.text) > 1


def _deeds_before(headed: Sequence[Token], end: int, size: int) -> int:
    """Give where a shared end begins with what is done to each member, behind as many words: 铁矿、煤炭|装卸能力."""
    deeds = end
    while deeds and headed[deeds - 1].letter in "VWX":
        deeds -= 1
    return deeds if deeds == size else end


def _first_end(piece: Sequence[Token]) -> int:
    return next((at for at, token in enumerate(piece) if _is_end(token)), max(0, len(piece) - 1))


def of_dwellers(last: str, name: str, lexicon: Lexicon) -> str:
    """Give what was measured of all residents for those of towns or villages: 其中农村|2万元; "" for another name.

    What was measured of towns alone is told of villages by their name alone: 城镇人均住房40平方米，农村|50平方米.
    """
    who = [token.text for token in read(name, lexicon).tokens]
    found = [token.text for token in read(last, lexicon).tokens]
    if len(who) == 1 and found and {who[0], found[0]} <= _DWELLERS and who[0] != found[0]:
        return name + "".join(found[1:])
    if not who or who[0] not in _DWELLERS or not {*who[1:]} <= {"常住", _ALL} or _ALL not in found:
        return ""
    return name.removesuffix(_ALL) + "".join(found[found.index(_ALL) :])


_DWELLERS = frozenset(("城镇", "城市", "农村", "农牧区"))
_ALL = "居民"


def leans(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is a part, a share or a bare rate, and needs its owner's (投资, 占全市比重, 入驻率)."""
    found = read(name, lexicon).tokens
    bare = len(found) == 1 and found[0].is_rate and not vocabulary(lexicon)[name].indicator
    return name.startswith(_SHARE) or is_whole(name, lexicon) or bare


def things_of(name: str, lexicon: Lexicon) -> str:
    """Give the things that an amount is of: 市属企业 for 市属企业利润总额; the whole name where it names no measure."""
    found = read(name, lexicon).tokens
    last = len(found)
    while last and found[last - 1].is_measure and not found[last - 1].is_rate:
        last -= 1
    return "".join(token.text for token in found[:last])


def joined(owner: str, part: str, lexicon: Lexicon) -> str:
    """Put a part to its owner's name in place of the part that stands there (园区产值 and 利润 give 园区利润)."""
    if not owner:
        return part
    if owner.endswith(part) and (owner == part or read(owner, lexicon).tokens[-1].text != f"总{part}"):
        return owner  # but 项目总投资9亿元、完成|投资3亿元
    if part.endswith(_PACES) or read(part, lexicon).tokens[-1].totals("thing"):
        return owner + part
    owner = owner.removesuffix("增速").removesuffix("增幅")
    if part.startswith(_SHARE):
        return owner + part
    if read(part, lexicon).tokens[-1].is_rate:  # 出口额增长8%、占比|30%
        return _of_rate(owner, part, lexicon)
    for length in range(min(len(owner) - 2, 6), 1, -1):
        if is_whole(owner[-length:], lexicon):
            return owner[:-length] + part
    measures = read(owner, lexicon).tokens[-1].is_measure  # 公共预算收入增长8%，税收增长9%
    return part if measures else owner + part


def _of_rate(owner: str, rate: str, lexicon: Lexicon) -> str:
    """Put a rate to the things that it is of, in place of another rate of theirs: 问题办结率, 办成率.

    Of what is done it is the rate by its own word (信息|采集, 采集率); an amount that has a rate has no second one.
    """
    found = read(owner, lexicon).tokens
    if not found[-1].is_rate:
        return owner.removesuffix(rate[:-1]) + rate
    things = found[:-1]
    if not things or things[-1].is_measure:
        return rate
    return "".join(token.text for token in things) + rate

"""Settle words whose class their neighbours give: 为 before a name or an amount, 将 as preposition or modal."""

from collections.abc import Sequence
from itertools import islice, takewhile

import regex

from reportparse.grammar.token import DIVISIONS, Token

OPENS = "SKIJMDRTZ"
"""What stands before a word that opens a clause."""

NOMINAL = "NAGXYOH"
"""The classes of the words of a noun phrase."""


def settled_little(found: Sequence[Token]) -> list[str]:
    """Settle words whose class their neighbours give: 为 before a name or an amount, 企业 as subject or noun."""
    letters = [token.letter for token in found]
    for place, token in enumerate(found):
        before = letters[place - 1] if place else "S"
        behind = found[place + 1].letter if place + 1 < len(found) else "S"
        hoped = place > 0 and found[place - 1].features.hedge  # 力争|为企业减负
        if token.text == "为" and (before not in "VW" or hoped):
            states = behind == "Q" or (behind not in "NGXRW" and not _acts_for(found, place))
            letters[place] = "V" if before in "NGXYQBD" and states else "P"
        elif token.text == "为" and behind in "NR" and place and _holds_doing(found[place - 1]):
            letters[place] = "P"  # 健全|为基层减负机制
        elif token.text == "与" and behind in "VW" and place and _holds_doing(found[place - 1]):
            letters[place] = "P"  # 加强|与共建国家合作
        elif token.text == "出" and before == "V" and behind in "NAGXYQOHR":
            letters[place] = "F"  # 筛选|出9个项目
        elif token.quantity and token.quantity.kind == "time" and token.text.endswith("内"):  # 三年内建成
            letters[place] = "T"
        elif token.text == "强" and before == "O":  # 世界500强
            letters[place] = "N"
        elif token.letter == "V" and token.tag == "a" and behind in "SKI" and before not in "SKVW":
            letters[place] = "A"  # 带动能力更强
        elif token.letter == "V" and len(token.text) == 1 and place and found[place - 1].text == "更":
            letters[place] = "A" if behind in "NW" else "V"  # 更优机制
        elif token.text == "与" and before == "D":  # 积极|与科研院所合作
            letters[place] = "P"
        elif token.text == "成为" and before in OPENS:
            letters[place] = "V"
        elif token.text == "将" and (behind in "NAGXYOHQ" or _is_put_to_use(found, place)):
            letters[place] = "P"
        elif token.text == "到" and before in "NX" and _reaches_amount(found, place):
            letters[place] = "F"  # 补助标准|到每人每年900元
        elif token.is_to and before in "NGXO":
            joins = before != "N" or token.text == "至" or found[place - 1].is_head  # 专家|到县级医院帮扶
            letters[place] = "V" if behind not in "NGXA" else "C" if joins else "P"
        elif token.letter == "J" and token.text.startswith("第") and behind in "HNXA":  # 第六批, 第一中学
            letters[place] = "O"
        elif (
            token.letter == "W"
            and token.features.hedge
            and before in "NX"
            and _counts_behind(found, place + 1)
        ):
            letters[place] = "M"  # 安置房计划|开工430套
        elif token.letter == "P" and "frame" in token.features.roles and behind == "F":
            letters[place] = "V"  # 把甲与乙紧密结合|起来
        elif token.text == "通过" and _is_passed(found, place):
            letters[place] = "V"
        elif token.letter == "F" and (stop := _joins_places(found, place)):
            letters[place:stop] = "X" * (stop - place)  # 加快|成达万高铁
        elif token.letter == "V" and len(token.text) == 1 and place and found[place - 1].text == "之":
            letters[place] = "N"  # 以一域之稳|服务全局
        elif token.letter == "P" and before in "IV" and _spells_name(found, place):
            letters[place : place + 2] = "XX"  # 推进|随|信|高铁
        elif token.text == "变" and before in OPENS and _turns_into(found, place):
            letters[place] = "V"
        elif token.text == "和" and _begins_place(found, place):
            letters[place] = "X"  # 加快建设|和襄高速
        elif token.tag == "h" and token.letter == "Z" and behind in "NAXW":
            letters[place] = "A"  # 非化石能源
        elif token.letter == "M" and token.features.verb is None and _is_asked(found, place):
            letters[place] = "V"  # 向改革|要动力
        elif token.text == "未来" and behind in "NA" and before in "VIJN":
            letters[place] = "A"  # 建设|未来学校
        elif token.text == "新" and behind in "VW":
            letters[place] = "D"
        elif token.text == "好" and before in "VW" and behind in "NAGXYQOTRVW":
            letters[place] = "Z"  # 保护好|湿地公园, 服务好|企业
        elif (token.text == "地" and behind in "QSKI") or (
            token.text == "会" and before in "VW" and behind in "QSKIE"  # 产销对接|会9场
        ):
            letters[place] = "N"
        elif token.text == "上" and behind in "NA" and (before == "D" or _is_listed_deed(found, place)):
            letters[place] = "V"  # 产值再|上新台阶, 抓投资、|上项目、增后劲
        elif token.text == "各" and behind in "QVW":
            letters[place] = "D"  # 新建泵站、闸门|各5座
        elif token.quantity and not token.quantity.unit and behind in "IC" and _numbers_line(found, place):
            letters[place] = "O"
        elif _is_noun_here(token, before, behind) and not _bounds_amount(found, place):
            letters[place] = "N"
        elif (
            token.letter == "J" and "adverb" in token.features.roles and before in _WITHIN and behind in "NAX"
        ):
            letters[place] = "A"  # 抗疫特别国债
        elif token.letter == "T" and _is_kind_of_time(token, before, behind):
            letters[place] = "A"
        elif token.letter == "M" and place + 1 < len(found) and found[place + 1].is_rate and before in "DNAW":
            letters[place] = "A"  # 网上可办率
        elif token.letter == "N" and place + 1 < len(found) and found[place + 1].text == "了":
            letters[place] = "V"  # 圆了安居梦
    return letters


def _holds_doing(token: Token) -> bool:
    """Tell whether a verb has what is named after doings as its object, or doings: 健全, 统筹, but 转化."""
    return (
        token.urges
        or bool(token.features.verb and token.features.verb.formal)
        or ("balance" in token.features.roles)
    )


def _acts_for(found: Sequence[Token], place: int) -> bool:
    """Tell whether 为 opens a purpose that a second verb serves with an object of its own: 继续为解决难题|发挥作用."""
    sentence = takewhile(lambda token: token.letter != "S", islice(found, place + 1, None))
    ahead = "".join(token.letter for token in sentence)
    return regex.match("V[NAGXWLDCI]*[NGX]V?[VW][NAGXD]*[NGXW](?:$|[KSI])", ahead) is not None


def _is_asked(found: Sequence[Token], place: int) -> bool:
    """Tell whether 要 stands between who is asked and what for, and closes its clause: 向改革要动力."""
    behind = "".join(token.letter for token in found[place + 1 : place + 4])
    asked = [token.text for token in found[max(place - 4, 0) : place]]
    return "向" in asked and regex.match("[NAX]{1,2}(?:$|[KSI])", behind) is not None


def _is_put_to_use(found: Sequence[Token], place: int) -> bool:
    """Tell whether what a verb behind 将 begins is made something of, or brought somewhere, in the same clause.

    将|建设泵站作为头等大事, 将|创业补贴范围扩大到全市, but 我市将|建设泵站.
    """
    opens = place == 0 or found[place - 1].letter in "SK"
    governs = found[place + 1 : place + 2] and {"urge"}.isdisjoint(found[place + 1].kinds)
    for at in range(place + 1, len(found)):
        parts = found[at].letter == "I" and found[at + 1 : at + 2] and found[at + 1].letter in "VPDM"
        if found[at].letter in "SK" or parts:  # 将新建泵站、把灌渠延伸到邻县
            return False
        if found[at].text == "作为":
            return at > place + 1
        led = found[at].letter in "VW" and found[at + 1 : at + 2] and found[at + 1].letter == "F"
        if led and at > place + 2 and found[at - 1].letter in NOMINAL:
            return opens and bool(governs)
    return False


def _is_passed(found: Sequence[Token], place: int) -> bool:
    """Tell whether what 通过 leads up to, and closes its clause, is a test: 通过省级验收, but 通过验收发现问题."""
    end = place + 1
    while end < len(found) and found[end].letter not in "SKIP":
        end += 1
    tested = end > place + 1 and "test" in found[end - 1].features.roles
    opens, goes_on = (
        place == 0 or found[place - 1].letter in "SK",
        end < len(found) and found[end].letter == "K",
    )
    if opens and goes_on:  # 通过第三方评估，找准短板
        return False
    return tested and all(token.letter in NOMINAL + "WUR" for token in found[place + 1 : end - 1])


def _turns_into(found: Sequence[Token], place: int) -> bool:
    """Tell whether 变 has 为 behind it in the same clause: 变荒坡为果园."""
    clause = takewhile(lambda token: token.letter not in "SKI", islice(found, place + 1, None))
    return any(token.text == "为" for token in clause)


def _begins_place(found: Sequence[Token], place: int) -> bool:
    """Tell whether 和 joins nothing and begins a name: a mark or the verbs that open a clause stand before it."""
    behind = found[place + 1].letter if place + 1 < len(found) else "S"
    before = place
    while before and found[before - 1].letter in "VWD":
        before -= 1
    if before and found[before - 1].letter not in "SKI":
        return False
    if before == place:
        return behind in "GX"
    verb = found[place - 1].features.verb
    named = behind == "G" or (behind == "X" and found[place + 2 : place + 3] and found[place + 2].is_head)
    return verb is not None and bool(verb.stage and named)


def _joins_places(found: Sequence[Token], place: int) -> int:
    """Give where a name ends that is made of the first letters of places, and begins like a complement; 0 for none."""
    stop = place
    while stop < len(found) and len(found[stop].text) == 1 and found[stop].letter in "FGXVOL":
        stop += 1
    way = stop < len(found) and found[stop].is_way
    return stop if way and stop > place + 1 else 0


def _spells_name(found: Sequence[Token], place: int) -> bool:
    """Tell whether a preposition and a letter that no word holds stand right before a head, and so are its name.

    随|信|高铁, but 对|砚|南路 and 沿|县|公路.
    """
    own, *behind = found[place : place + 3]
    if len(own.text) > 1 or own.disposes or own.is_toward:
        return False
    if len(behind) < 2 or len(behind[0].text) > 1 or behind[0].text in DIVISIONS:
        return False
    return behind[0].letter in "NXVG" and behind[1].is_head and not behind[0].is_head


def _is_listed_deed(found: Sequence[Token], place: int) -> bool:
    """Tell whether a letter and the word behind it are a member of a list of deeds: 抓投资、|上项目、增后劲."""
    before, behind = found[max(place - 3, 0) : place], found[place + 1 : place + 3]
    if [token.letter for token in before][1:] not in (["N", "I"], ["W", "I"], ["V", "I"]):
        return False
    deed = before[0].letter == "V" and len(before[0].text) == 1
    return deed and (len(behind) == 1 or behind[-1].letter in "SKI")


def _counts_behind(found: Sequence[Token], place: int) -> bool:
    """Tell whether a verb stands at a place, and an amount behind it."""
    return "".join(token.letter for token in found[place : place + 2]) in ("VQ", "WQ")


def _reaches_amount(found: Sequence[Token], place: int) -> bool:
    """Tell whether a measure stands before 到 and behind it an amount, with nothing between but of what each one is."""
    behind = next((token for token in found[place + 1 :] if "average" not in token.features.roles), None)
    return found[place - 1].is_measure and behind is not None and behind.letter == "Q"


_WITHIN = "QNWAGXU"
"""What stands before a word in the midst of a noun phrase."""


def _bounds_amount(found: Sequence[Token], place: int) -> bool:
    """Tell whether a modal stands before an amount that a verb limits: 增速要|高于40%."""
    amount = found[place + 1].quantity if place + 1 < len(found) else None
    return found[place].letter == "M" and amount is not None and amount.start < amount.number


def _is_noun_here(token: Token, before: str, behind: str) -> bool:
    """Tell whether 企业 is no subject but part of a name, 会 no modal (招商会), 行业 no localizer."""
    if token.letter == "R" and behind == "O":  # 指标|全省第1
        return False
    if token.letter == "R":
        return before in "NWAGXYU" or (token.tag.startswith("n") and behind in "NWAGXO")
    if token.letter == "M":
        ends = before in "VNWA" and behind in "SKI"  # 稳预期、强信心
        acts = behind in "VWDF" or (behind == "P" and "will" in token.features.roles)  # 大桥将|于6月开工
        return ends if len(token.text) > 1 else before in "NWAGX" and not acts
    within = token.letter == "L" and before in "SKIVCDPQU" and behind in "NWAGX"
    return within and "past" not in token.features.roles  # 开园以来|游客


def _is_kind_of_time(token: Token, before: str, behind: str) -> bool:
    """Tell whether a word of time says of which kind a thing is: 引进|青年人才, 夜间消费额."""
    return (
        token.tag.startswith("t")
        and not token.features.roles
        and before in "VQNWAXSKI"
        and (behind in "NWAX" or before + behind == "QV")  # 320个年度共建项目
    )


def _numbers_line(found: Sequence[Token], place: int) -> bool:
    """Tell whether a bare number is the first of several before their head: 5、6号线."""
    after = place + 1
    while (
        after < len(found)
        and found[after].letter in "ICOQ"
        and (
            found[after].letter != "Q" or not found[after].quantity.unit  # type: ignore[union-attr]
        )
    ):
        after += 1
    return after < len(found) and found[after].start == found[after - 1].end and found[after].letter in "NX"

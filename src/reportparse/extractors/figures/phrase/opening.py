"""Take the beginning of the words before a quantity: circumstances and verbs before the name."""

from collections.abc import Sequence

from reportparse.extractors.figures.phrase.words import act, finishes, is_named, is_span, leads
from reportparse.grammar.token import Token


def opening_of(found: Sequence[Token], tailed: bool, tail_act: str = "") -> tuple[int, Token | None, str]:
    """Give where the name begins, the verb before it, and what else was said."""
    at, head, said = 0, None, ""
    last = len(found)
    while at < last:
        token = found[at]
        if _is_season(found, at) and (head is not None or not _acts(found[at:])):
            break
        if token.letter == "V":
            subject = tailed and head is None and _begins_subject(found, at, tail_act)
            moves = (
                bool(tail_act) and head is None and 0 < at == last - 1 and _is_deed(token)
            )  # 大力|审批+提速56%
            if (
                moves
                or subject
                or _names_kind(found, at, last)
                or is_of_rate(found, at)
                or _is_of_object(found, at)
            ):
                at -= subject and at > 0 and found[at - 1].text == "新"  # 新开工项目投资
                break
            head = token
            at += 1
        elif (_is_nominal(found, at) and (head is not None or tailed)) or (
            token.letter == "J" and at + 1 < last and found[at + 1].letter == "I"
        ):
            break
        elif "mean" in token.features.roles and at + 1 < last and found[at + 1].letter in "NA":
            break  # 平均|工资
        elif token.letter in "DMJKICUZFEL" or (token.letter in "RT" and not is_named(token)):
            said += token.text
            at += 1
        elif (token.letter == "B" or "landmark" in token.features.roles) and at + 1 < last:  # 大关|、预算收入
            at += 1
        elif token.letter == "O" and at + 2 < last and found[at + 1].text == "是":  # 十二是|培训…
            at += 2
        elif token.letter == "P" and (end := _aside(found, at)) > at:
            at = end
        elif token.disposes or (token.letter == "P" and "frame" in token.features.roles):
            at += 1  # 紧盯|投资计划80亿元
        elif "agent" in token.features.roles:
            at += 1  # 由|市财政出资2亿元
        elif is_span(token) and not _says_of_span(found, at):
            said += token.text
            at += 1
        else:
            break
    return at, head, said


def _is_season(found: Sequence[Token], at: int) -> bool:
    """Tell whether a time that is no year's says of which kind the noun behind it is: 整修|夜间照明设施."""
    behind = found[at + 1 :]
    plain = found[at].letter == "T" and bool(found[at].tag) and not found[at].features.roles
    return plain and bool(behind) and behind[-1].letter in "NX" and all(t.letter != "U" for t in behind)


def _acts(found: Sequence[Token]) -> bool:
    """Tell whether a verb that is no noun as well stands among words: 次年|提高限额, but 夜间|照明工程."""
    verbs = (token.features.verb for token in found if token.letter == "V")
    return any(verb is not None and not verb.noun for verb in verbs)


def _is_deed(token: Token) -> bool:
    """Tell whether a verb is a noun as well and does nothing to an amount."""
    verb = token.features.verb
    return verb is not None and verb.noun and not verb.act


def _says_of_span(found: Sequence[Token], at: int) -> bool:
    """Tell whether a name begins with the span that its amounts are of: 年|储存能力, but 年计划."""
    behind = found[at + 1] if at + 1 < len(found) and len(found[at].text) == 1 else None
    if behind is None or behind.letter not in "NVW" or behind.features.hedge:
        return False
    noun = behind.features.noun
    return not (noun is not None and noun.part) and "average" not in behind.features.roles


def _aside(found: Sequence[Token], at: int) -> int:
    """Give where a circumstance that begins with a preposition ends: at its localizer, or before a verb.

    What is told of 对 is no circumstance: 对非洲出口.
    """
    if found[at].text in "在从":
        closed = next((place for place in range(at + 1, len(found)) if found[place].letter == "L"), 0)
        if closed:
            return closed + 1
        if at + 1 < len(found) and found[at + 1].letter == "T":  # 在五年内|产量达到
            return at + 2
    if found[at].text == "对" and found[-1].is_measure:
        return at
    if found[at].text == "以" and (end := _attribute_end(found, at)):
        return end
    for place in range(at + 1, len(found)):
        if found[place].letter == "L":
            return place + 1
        if found[place].letter in "VDM" and place > at + 1:
            return place
    return at


def _attribute_end(found: Sequence[Token], at: int) -> int:
    """Give where 以…为主的 ends, which says of which kind the noun behind it is; 0 where that does not stand here."""
    for place in range(at + 1, len(found) - 3):
        if found[place].text == "为" and found[place + 2].letter == "U":
            return place + 3
    return 0


def _is_of_object(found: Sequence[Token], at: int) -> bool:
    """Tell whether a verb of one letter is part of what the verb before it is done to: 举办|促消费活动."""
    before, verb = found[at - 1] if at else None, found[at].features.verb
    if (
        before is None
        or before.letter != "V"
        or verb is None
        or len(found[at].text) > 1
        or len(before.text) == 1
    ):
        return False
    plain = before.kinds == ("act",) and not before.controls and not act(before)
    return plain and at + 1 < len(found) and found[at + 1].letter in "NW" and found[-1].is_countable


def is_of_rate(found: Sequence[Token], at: int) -> bool:
    """Tell whether a verb is part of the name of a rate, which nothing is done or added to: 整治销号率, 新增利用率."""
    does = act(found[at])
    brings = does != "add" and (does or "reach" in found[at].kinds or leads(found[at]))
    return not brings and found[-1].is_rate and at + 1 < len(found)


def _begins_subject(found: Sequence[Token], at: int, tail_act: str = "") -> bool:
    """Tell whether a verb begins the name that a verb behind it moves: 生产安全事故下降, 受益学生超过, 受理案件增长.

    It does not where it brings that verb in (推动…增长), changes an amount itself, or has an adverb of its own.
    """
    before = found[at - 1] if at else None
    new = before is not None and before.text == "新"
    relates = found[at].kinds == ("reach",) and not act(found[at])  # 逐年|占生产总值比重
    if (
        before is not None
        and before.letter == "D"
        and not (new or relates or before.features.roles & {"sum", "dual"})
    ):
        return False
    end = next((place for place in range(at, len(found)) if found[place].letter == "I"), len(found))
    if at + 1 < end and found[at].says_which(found[at + 1]):
        return True
    named = tail_act in ("grow", "fall") and found[end - 1].letter in "NWXR"
    averaged = act(found[at]) == "add" and any(map(_is_average, found[at:end]))
    acts = act(found[at]) and not averaged  # 新增劳动力|平均受教育年限
    verb = found[at].features.verb
    if verb is not None and verb.carries and found[end - 1].letter == "W":  # 实施|管网改造提升300处
        return False
    plain = verb is not None and verb.noun and not verb.work and verb.weight != "noun"
    counted = found[end - 1].is_countable or "subject" in found[end - 1].features.roles
    kind = plain and counted and tail_act in ("", "reach")  # 试点单位|突破300家
    moves = named or kind or found[end - 1].is_measure
    deed = plain and tail_act in ("grow", "fall")  # 审批|提速56%, but 建设提升驿站300个
    if deed and end == at + 1 < len(found):  # 发电、供热分别增长5%、6%
        return True
    return not (leads(found[at]) or found[at].controls or acts) and (moves if at + 1 < len(found) else deed)


def _is_average(token: Token) -> bool:
    """Tell whether a word names an average or a proportion, of which nothing is added: 平均年限, 比例."""
    return token.is_rate or "average" in token.features.roles or token.text.startswith("平均")


def _is_nominal(found: Sequence[Token], at: int) -> bool:
    """Tell whether an adverb is the attribute of the noun behind it: 重点建设用地利用率."""
    return (
        found[at].letter == "D"
        and "dual" in found[at].features.roles
        and at + 1 < len(found)
        and (
            found[at + 1].letter in "NA"
            or _begins_subject(found, at + 1)
            or (at + 2 == len(found) and finishes(found[at - 1]))  # 完成|适老化改造900户
        )
    )


def _is_named_deed(found: Sequence[Token], at: int) -> bool:
    """Tell whether a verb that is a noun as well, with nothing but adverbs before it, is what is counted: 救助120人.

    It is not where it says how far a thing is, or what happens to it (入库21个): then that thing is counted.
    """
    verb = found[at].features.verb
    if verb is None or not verb.noun or verb.act or verb.stage or "occur" in verb.kinds:
        return False
    return all(token.letter in "DICJT" or leads(token) or act(token) == "add" for token in found[:at])


def _names_kind(found: Sequence[Token], at: int, last: int) -> bool:
    """Tell whether a verb that is a noun as well only says of which kind the noun behind it is: 培训项目, 安置房."""
    verb, noun = found[at].features.verb, found[at].features.noun
    if at + 1 == last:
        return _is_named_deed(found, at) or (noun is not None and (noun.event or noun.measure))
    if "reach" in found[at].kinds:  # 覆盖|岗位
        return False
    kind = found[at + 1].features.noun
    if found[last - 1].totals("deed") and not (
        act(found[at]) or leads(found[at])
    ):  # 接待|人次, 参加保险|人数
        return True
    if verb is None:  # 成交|金额
        return at + 2 == last and kind is not None and kind.measure
    rest = found[at + 2 : last]
    averaged = any(map(_is_average, rest)) and rest[-1].is_measure  # 生产|煤矿|平均单井规模
    measured = averaged or all(token.is_measure for token in rest)  # 合作|项目|投资
    if not (verb.noun or noun) or not measured:
        return False
    if kind is None:  # 新增规上企业9家、上市|企业5家
        return is_named(found[at + 1]) or found[at].says_which(found[at + 1])
    works = verb.stage and ("act" in verb.kinds or (at > 0 and found[at - 1].comes_about))  # 建成投产煤矿
    return kind.kind or kind.measure or kind.head == "scheme" or bool(kind.head and not works)


def event_act(token: Token) -> str:
    """Give what an event by its own name says of an amount: 减税 cuts, 扩招 adds."""
    return act(token) if token.is_event and act(token) in ("add", "cut") else ""


def head_act(found: Sequence[Token], head: Token | None) -> str:
    """Give what the verbs before a name say of a number: 新增发放 adds, as 新增 does."""
    if head is None:
        return ""
    for token in found:
        if token.letter == "V" and (does := {"add": "add", "cut": "cut", "fall": "cut"}.get(act(token))):
            return does
        if token is head:
            raises = act(token) == "grow" and found[-1].is_measure and found[-1] is not token
            return "raise" if raises else "count"  # 提高补助标准|30元
    return "count"

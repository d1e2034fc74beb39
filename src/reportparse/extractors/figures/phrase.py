"""Take the words before a quantity apart: circumstances, head verb, name, and the verb that brings the number."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportparse.grammar.clause import Span
from reportparse.grammar.reading import Reading, read
from reportparse.grammar.token import Token
from reportparse.lexicon import Lexicon


@dataclass(frozen=True)
class Phrase:
    """Be the words before a quantity, taken apart; spans are offsets in the text.

    `name` is the name without verbs and adverbs, maybe empty. `head` is the verb before it and `head_act` what
    that does to a number (add, cut, raise or count), `tail` the verb behind it, that brings the number, and `tail_act`
    its act: grow, fall, rise_to, fall_to or reach. `owner` is a subject before an inner verb (园区完成投资: owner
    园区, name 投资). `adverbs` is what else was said. `governs` tells that the verb right before the number has
    what is counted as its object (实施12个项目), and no further verb is its predicate; `urges` that the object is
    what is done to that (推进12个项目建设); `adds` that the verb that brings the number counts what is more than
    before (新增, 添).
    """

    name: Span
    owner: Span | None
    head: str
    head_act: str
    tail: str
    tail_act: str
    adverbs: str
    governs: bool = False
    adds: bool = False
    urges: bool = False


def within(text: str, span: Span, lexicon: Lexicon) -> tuple[Token, ...]:
    """Give the tokens of `text[start:end]` as the reading of the whole text has them.

    Where the span begins or ends inside one of them (a name in brackets), the piece is read by itself.
    """
    reading = read(text, lexicon)
    first, last = _places(reading, span)
    found = reading.tokens[first:last]
    if not found or (found[0].start >= span.start and found[-1].end <= span.end):
        return found
    inner = read(span.of(text), lexicon)
    return tuple(
        Token(t.text, t.start + span.start, t.end + span.start, t.letter, t.tag, t.features, t.quantity)
        for t in inner.tokens
    )


def letters(text: str, span: Span, lexicon: Lexicon) -> str:
    """Give the classes of the tokens of `text[start:end]`."""
    return "".join(token.letter for token in within(text, span, lexicon))


def _places(reading: Reading, span: Span) -> tuple[int, int]:
    first = bisect_right(reading.ends, span.start)
    return first, max(first, bisect_left(reading.starts, span.end))


@lru_cache(maxsize=4096)
def phrase(text: str, span: Span, lexicon: Lexicon, moved: bool = False, reached: bool = False) -> Phrase:
    """Take the words before a quantity apart; `text` is folded. `moved` says that a verb follows behind the span.

    `reached` says that the bound of the quantity is one.
    """
    found = within(text, span, lexicon)
    if found and _is_first(found[-1]) and all(token.letter in "VDM" for token in found[:-1]):
        found = found[:-1]  # 建成首批|9个驿站
    last, tail, tail_act, behind = _closing(found)
    last = _subject_end(found, last) if tail and last else last
    ended = not tail and _is_ended(found[:last])
    first, head, ahead = _opening(found[: last - ended], moved or reached or ended or bool(tail), tail_act)
    if ended:
        first = 0 if head is not None and head.features.verb and head.features.verb.noun else first
        last, head = last - 1, found[last - 1]
    first, last, head, owner = _inner(found, first, last, head, moved or bool(tail))
    first, last = bare(found, first, last)
    governing = (_does(found) if not tail or (last == first and _finishes(found[-1])) else None) or head
    last_moved = next((t for t in reversed(found) if t.letter == "V"), None) if tail else None
    return Phrase(
        _span(found, first, last, span.end),
        _span(found, *bare(found, *owner), span.end) if owner else None,
        head.text if head else "",
        _head_act(found, head)
        if tail or first == last
        else _event_act(found[last - 1]) or _head_act(found, head),
        tail,
        tail_act,
        ahead + behind,
        _rules(found, governing)
        and not _only_says_which(found)
        and (first == last or governing is found[-1] or _opens_list(found, first, governing)),
        last_moved is not None and act(last_moved) == "add",
        head is not None and _urges(head),
    )


def _is_first(token: Token) -> bool:
    """Tell whether a word says that the things counted behind it are the first of their kind: 首批."""
    return token.letter == "O" and token.quantity is None and token.text.startswith("首")


def _does(found: Sequence[Token]) -> Token | None:
    """Give the verb of deeds right before a number, whatever stands before it: 企业融入|6条产业链."""
    return found[-1] if found and found[-1].letter == "V" and "act" in found[-1].kinds else None


def _finishes(token: Token) -> bool:
    """Tell whether a verb of amounts is one of works as well, whose object is done: 完成|9项任务."""
    verb = token.features.verb
    return verb is not None and verb.act == "reach" and bool(verb.stage)


def _rules(found: Sequence[Token], head: Token | None) -> bool:
    """Tell whether the verb before a number has what is counted for its object, which no preposition takes: 对7条路."""
    return head is not None and not _controls(head) and all(token.letter != "P" for token in found)


def _only_says_which(found: Sequence[Token]) -> bool:
    """Tell whether all that is done before a number closes with 的 and says which things are meant: 确定的|90项工作."""
    return bool(found) and found[-1].letter == "U" and sum(token.letter == "V" for token in found) == 1


def _span(found: Sequence[Token], first: int, last: int, end: int) -> Span:
    if first < last:
        return Span(found[first].start, found[last - 1].end)
    at = found[first].start if first < len(found) else end
    return Span(at, at)


# -- the end: the verb that brings the number, and what stands around it ----------------------------


def act(token: Token) -> str:
    """Give what a verb says of a number, "" where it is none or says nothing."""
    verb = token.features.verb
    return verb.act if verb is not None else ""


_COPULAS = frozenset("为是有需")
_MOVES = {"grow": "grow", "add": "grow", "fall": "fall", "cut": "fall", "reach": "reach"}


def _closing(found: Sequence[Token]) -> tuple[int, str, str, str]:
    """Give where the verb that brings the number begins, the verb, its act, and the adverbs around it."""
    last, tail, tail_act, said = len(found), "", "", ""
    onward = False
    if last > 1 and found[-1].letter == "Q" and act(found[-2]) == "reach":  # 连跨三个|千亿元台阶
        last -= 1
    while last:
        token = found[last - 1]
        if token.letter in "FU" or token.text == "了":
            onward = onward or token.letter == "F"
            last -= 1
        elif tail and token.letter == "V" and _leads(token):
            last -= 1
        elif said and token.letter == "I" and last > 1 and "comparison" in found[last - 2].features.roles:
            said = found[last - 2].text + said  # 面积|同比、环比分别增长
            last -= 2
        elif not tail and token.letter == "V" and (does := _moves(token)):
            tail = token.text
            tail_act = (
                {"grow": "rise_to", "fall": "fall_to"}.get(does, does)
                if onward or _is_onward(token)
                else does
            )
            last -= 1
        elif not tail and onward and token.letter == "V":
            tail, tail_act = token.text, "reach"
            last -= 1
        elif not tail and last > 1 and _only_hedges(token) and found[last - 2].letter in "NWXLD":
            last -= 1  # 客流|力争突破60万人次
        elif (start := _circumstance(found, last)) < last:
            said = "".join(t.text for t in found[start:last]) + said
            last = start
        else:
            break
    if not tail and (onward or (last < len(found) and found[last].text == "按")):
        tail, tail_act = "到", "reach"
    return last, tail, tail_act, said


def _only_hedges(token: Token) -> bool:
    """Tell whether a word says how firmly an amount is meant and is no noun as well: 力争, but 招生计划."""
    verb = token.features.verb
    return token.features.hedge and not (verb is not None and verb.noun)


def _subject_end(found: Sequence[Token], last: int) -> int:
    """Give where the subject ends that did something else before the verb of the number: 财政收入|克服困难实现…."""
    if found[last - 1].is_measure:  # 投资占生产总值比重
        return last
    for at in range(1, last):
        verb = found[at].features.verb
        if (
            found[at].letter == "V"
            and verb is not None
            and verb.act in ("", "reach")
            and found[at - 1].is_measure
        ):
            return at
    return last


def _moves(token: Token) -> str:
    """Give what a verb right before a number says of it, "" for the name of an event (扩招)."""
    noun = token.features.noun
    if noun is not None and noun.event:
        return ""
    return "reach" if token.text in _COPULAS else _MOVES.get(act(token), "")


def _is_onward(token: Token) -> bool:
    return len(token.text) > 1 and token.text[-1] in "到至为"


def _urges(token: Token) -> bool:
    verb = token.features.verb
    return verb is not None and ("urge" in verb.kinds or verb.controls)


def _controls(token: Token) -> bool:
    verb = token.features.verb
    return verb is not None and verb.controls


def _opens_list(found: Sequence[Token], first: int, governing: Token | None) -> bool:
    """Tell whether a verb without a subject acts on the list before a number: 推进白塘片区等|11个."""
    listed = any(token.letter in "EIC" for token in found[first:])
    ahead = found[: found.index(governing)] if governing in found else ()
    return listed and all(token.letter not in "NAGX" for token in ahead)


def _leads(token: Token) -> bool:
    verb = token.features.verb
    return verb is not None and ("urge" in verb.kinds or verb.act == "reach")


def _circumstance(found: Sequence[Token], last: int) -> int:
    """Give where the adverb, time, comparison or circumstance that ends at `last` begins; `last` where none does."""
    token = found[last - 1]
    if (
        token.letter in "DMJ"
        or _is_span(token)
        or "average" in token.features.roles
        or (token.letter in "RT" and (not _is_named(token) or found[max(last - 2, 0)].text == "在"))
    ):
        start = last - 1
    elif token.letter in "LY" or "scene" in token.features.roles:
        stops = "PTVKI" if token.letter == "Y" else "PTKI"  # 在云州布局|“飞地”, but 在投资下降时
        start = next((at for at in range(last - 2, max(-1, last - 9), -1) if found[at].letter in stops), last)
        if start < last and found[start].letter not in "PT":
            return last
    elif token.letter == "P":
        return last - 1
    else:
        return last
    return start - 1 if start and found[start - 1].letter == "P" and found[start].letter in "RTYO" else start


def _is_span(token: Token) -> bool:
    """Tell a span of time that a number is taken over: 两年平均增长."""
    bound = token.quantity is not None and token.quantity.bound_behind
    return token.letter in "OQ" and token.text[-1] in "年月天日" and not bound


def _is_named(token: Token) -> bool:
    """Tell a subject that can own a figure (企业, 全社会) from the place as a whole (全市, 我们)."""
    return token.letter == "R" and "own" not in token.features.roles


# -- the beginning: circumstances and verbs before the name -----------------------------------------


def _opening(found: Sequence[Token], tailed: bool, tail_act: str = "") -> tuple[int, Token | None, str]:
    """Give where the name begins, the verb before it, and what else was said."""
    at, head, said = 0, None, ""
    last = len(found)
    while at < last:
        token = found[at]
        if head is not None and _is_season(found, at):
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
                or _is_of_rate(found, at)
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
        elif token.letter in "DMJKICUZFEL" or (token.letter in "RT" and not _is_named(token)):
            said += token.text
            at += 1
        elif token.letter == "B" and at + 1 < last:
            at += 1
        elif token.letter == "O" and at + 2 < last and found[at + 1].text == "是":  # 十二是|培训…
            at += 2
        elif token.letter == "P" and (end := _aside(found, at)) > at:
            at = end
        elif token.disposes or (token.letter == "P" and "frame" in token.features.roles):
            at += 1  # 紧盯|投资计划80亿元
        elif "agent" in token.features.roles:
            at += 1  # 由|市财政出资2亿元
        elif _is_span(token) and not _says_of_span(found, at):
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
    plain = before.kinds == ("act",) and not _controls(before) and not act(before)
    return plain and at + 1 < len(found) and found[at + 1].letter in "NW" and found[-1].is_countable


def _is_of_rate(found: Sequence[Token], at: int) -> bool:
    """Tell whether a verb is part of the name of a rate, which nothing is done or added to: 整治销号率, 新增利用率."""
    does = act(found[at])
    brings = does != "add" and (does or "reach" in found[at].kinds or _leads(found[at]))
    return not brings and found[-1].is_rate and at + 1 < len(found)


def _begins_subject(found: Sequence[Token], at: int, tail_act: str = "") -> bool:
    """Tell whether a verb begins the name that a verb behind it moves: 生产安全事故下降, 受益学生超过, 受理案件增长.

    It does not where it brings that verb in (推动…增长), changes an amount itself, or has an adverb of its own.
    """
    before = found[at - 1] if at else None
    new = before is not None and before.text == "新"
    if before is not None and before.letter == "D" and not (new or before.features.roles & {"sum", "dual"}):
        return False
    end = next((place for place in range(at, len(found)) if found[place].letter == "I"), len(found))
    named = tail_act in ("grow", "fall") and found[end - 1].letter in "NWX"
    averaged = act(found[at]) == "add" and any(map(_is_average, found[at:end]))
    acts = act(found[at]) and not averaged  # 新增劳动力|平均受教育年限
    verb = found[at].features.verb
    plain = verb is not None and verb.noun and not verb.work and verb.weight != "noun"
    counted = found[end - 1].is_countable or "subject" in found[end - 1].features.roles
    kind = plain and counted and tail_act in ("", "reach")  # 试点单位|突破300家
    moves = named or kind or found[end - 1].is_measure
    deed = plain and tail_act in ("grow", "fall")  # 审批|提速56%, but 建设提升驿站300个
    if deed and end == at + 1 < len(found):  # 发电、供热分别增长5%、6%
        return True
    return not (_leads(found[at]) or _controls(found[at]) or acts) and (
        moves if at + 1 < len(found) else deed
    )


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
            or (at + 2 == len(found) and _finishes(found[at - 1]))  # 完成|适老化改造900户
        )
    )


def _is_named_deed(found: Sequence[Token], at: int) -> bool:
    """Tell whether a verb that is a noun as well, with nothing but adverbs before it, is what is counted: 救助120人.

    It is not where it says how far a thing is, or what happens to it (入库21个): then that thing is counted.
    """
    verb = found[at].features.verb
    if verb is None or not verb.noun or verb.act or verb.stage or "occur" in verb.kinds:
        return False
    return all(token.letter in "DICJT" or _leads(token) or act(token) == "add" for token in found[:at])


_TOTALS = ("人次", "人数", "总额", "总数")
"""What names how much there is of a deed, behind the verb that says which."""


def _names_kind(found: Sequence[Token], at: int, last: int) -> bool:
    """Tell whether a verb that is a noun as well only says of which kind the noun behind it is: 培训项目, 安置房."""
    verb, noun = found[at].features.verb, found[at].features.noun
    if at + 1 == last:
        return _is_named_deed(found, at) or (noun is not None and (noun.event or noun.measure))
    if "reach" in found[at].kinds:  # 覆盖|岗位
        return False
    kind = found[at + 1].features.noun
    if found[last - 1].text in _TOTALS and not (
        act(found[at]) or _leads(found[at])
    ):  # 接待|人次, 参加保险|人数
        return True
    if verb is None:  # 成交|金额
        return at + 2 == last and kind is not None and kind.measure
    measured = all(token.is_measure for token in found[at + 2 : last])  # 合作|项目|投资
    if not (verb.noun or noun) or not measured:
        return False
    if kind is None:
        return _is_named(found[at + 1])
    works = verb.stage and ("act" in verb.kinds or (at > 0 and found[at - 1].comes_about))  # 建成投产煤矿
    return kind.kind or kind.measure or kind.head == "scheme" or bool(kind.head and not works)


def _event_act(token: Token) -> str:
    """Give what an event by its own name says of an amount: 减税 cuts, 扩招 adds."""
    noun = token.features.noun
    return act(token) if noun is not None and noun.event and act(token) in ("add", "cut") else ""


def _head_act(found: Sequence[Token], head: Token | None) -> str:
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


# -- the middle: a subject with a verb of its own ---------------------------------------------------


def _inner(
    found: Sequence[Token], first: int, last: int, head: Token | None, tailed: bool
) -> tuple[int, int, Token | None, tuple[int, int] | None]:
    """Give the name's place, its verb and its owner, where a verb stands inside or behind the name."""
    each = any(token.features.roles & {"sum", "wholly"} or token.text == "各" for token in found[last:])
    for place in range(first, last):  # a predicate that a 、 ends is no part of the name
        if (
            not each  # 主营收入、上缴税费|均实现
            and found[place].letter == "I"
            and place > first
            and (
                _is_over(found[place - 1])
                or _begins_anew(found, place)
                or _is_told(found[first:], place - first)
                or _comes_about(found[first:], place - first)
                or _is_brought(found[first:], place - first)
            )
        ):
            begin, anew, _ = _opening(found[place + 1 : last], tailed)
            return _inner(found, place + 1 + begin, last, anew or head, tailed)
    if (
        not tailed
        and last - first > 1
        and found[last - 1].letter == "V"
        and _ends_name(found, first, last, head)
    ):
        verb, last = found[last - 1], last - 1
        while last - first > 1 and (found[last - 1].letter == "V" or found[last - 1].comes_about):
            last -= 1  # 项目|竣工投产35个
        return first, last, verb, None
    marks = [at for at in range(first, last) if found[at].letter in "IE"]
    listed = range(marks[0], marks[-1]) if marks and found[marks[-1]].letter == "E" else range(0)
    verbs = [
        at
        for at in range(first + 1, last - 1)
        if at not in listed and _splits(found[:last], at, tailed or (each and bool(marks)))
    ]
    won = bool(verbs) and act(found[verbs[-1]]) == "honour"  # 参加大赛|夺得金牌
    if (
        not verbs
        or not (head is None or won or _leads(head) or _controls(head))
        or any(t.letter == "U" for t in found[verbs[-1] : last])
    ):
        return first, last, head, None
    at = verbs[-1]
    begin = at + 1
    while begin < last - 1 and found[begin].letter in "FZDM":
        begin += 1
    return begin, last, found[at], (first, at)


def _is_ended(found: Sequence[Token]) -> bool:
    """Tell whether a verb with an adverb that only a predicate has is right before the number: 机构分别新认定6家."""
    noun = found[-1].features.noun if found else None
    if len(found) < 3 or found[-1].letter != "V" or act(found[-1]) or (noun is not None and noun.event):
        return False
    return found[-2].text == "新" or "sum" in found[-2].features.roles


def _ends_name(found: Sequence[Token], first: int, last: int, head: Token | None) -> bool:
    """Tell whether a verb right before the number is the predicate of the name: 安置房新开工, 推进绿道建设.

    What else is done belongs to the name (水土流失治理).
    """
    if head is not None and not _leads(head):
        return False
    verb, noun = found[last - 1].features.verb, found[last - 1].features.noun
    if noun is not None and (noun.event or noun.measure):
        return False
    anew = found[last - 2].text == "新" or found[last - 1].text.startswith("新")  # 安置房|新开工, 充电桩|新建
    if verb is None or anew or "sum" in found[last - 2].features.roles:
        return verb is not None
    if found[last - 1].comes_about or verb.kinds == ("occur",) or act(found[last - 1]) in ("add", "cut"):
        return True
    if act(found[last - 2]) == "add":  # 企业|新增备案12家
        return True
    return verb.weight == "noun" and head is not None and _urges(head)


def _splits(found: Sequence[Token], at: int, tailed: bool) -> bool:
    """Tell whether a verb inside a name parts its owner from what is told of it: 园区累计完成投资."""
    token, noun = found[at], found[at + 1].features.noun
    if _is_of_rate(found, at):
        return False
    if (
        token.letter != "V"
        or (len(token.text) == 1 and not _is_place(found[at - 1]))
        or "act" not in token.kinds
        or found[at + 1].letter in "ICU"
    ):
        return False
    if noun is not None and noun.event:  # 城镇新增就业 is one name
        return False
    if "dual" in token.features.roles and found[at + 1].letter in "VW":  # 重大项目集中|开工活动
        return False
    verb, rest = token.features.verb, found[at + 1 :]
    if verb is not None and not (verb.act or _leads(token)):
        sums = noun is not None and (noun.part or rest[0].text.endswith(_SUMS))
        if sums and len(rest) == 1 and verb.stage in ("", "other"):
            return False  # 闲置资产盘活|收益, 旅游接待|人数
        if all(each.letter == "V" for each in rest) and (verb.work or not verb.stage):  # 管网提质|改造
            return False
    return not tailed or _leads(token) or bool(act(token))


_SUMS = ("数", "量", "额", "人次")
"""What the names of sums end with, which nothing is done to."""


def _is_place(token: Token) -> bool:
    """Tell whether a word says where a deed of one letter is done (主城区|建公园), or that it is new (新|通公交)."""
    return token.letter == "G" or token.is_site or token.text == "新"


def _begins_anew(found: Sequence[Token], mark: int) -> bool:
    """Tell whether a 、 parts two predicates: 推出舞剧、|打造旅游路线."""
    token = found[mark + 1] if mark + 1 < len(found) and found[mark - 1].letter != "V" else None
    verb = token.features.verb if token else None
    if token is None or verb is None or token.letter != "V" or len(token.text) == 1:
        return False
    return not verb.noun and "act" in verb.kinds


def _is_told(found: Sequence[Token], mark: int) -> bool:
    """Tell whether what stands before a 、 ends with a rank that a verb tells: 排放量居全省第二、|能耗下降8%."""
    told = mark
    while told and found[told - 1].letter in "OHJ":
        told -= 1
    while 0 < told < mark and found[told - 1].letter == "R":
        told -= 1
    return 0 < told < mark and found[told - 1].letter == "V"


def _comes_about(found: Sequence[Token], mark: int) -> bool:
    """Tell whether a deed with an adverb of its own ends before a 、 that no other deed follows: 项目陆续投产、|…."""
    done = mark > 2 and found[mark - 1].comes_about and found[mark - 2].letter == "D"
    return done and mark + 1 < len(found) and found[mark + 1].letter not in "VWD"


def _is_brought(found: Sequence[Token], mark: int) -> bool:
    """Tell whether what a subject brings about, and no measure is, ends before a 、: 学校实现全覆盖、|学生净增5万人."""
    verb = next((at for at in range(mark - 1, 0, -1) if found[at].letter == "V"), 0)
    brought = found[verb + 1 : mark]
    return (
        verb > 0
        and act(found[verb]) == "reach"
        and bool(brought)
        and all(token.letter in "DNXAY" and not token.is_measure for token in brought)
        and all(token.letter in "NXGAWR" for token in found[:verb])
    )


def _is_over(token: Token) -> bool:
    """Tell a predicate that has no object and so ends its clause before a 、: …开始起步、营收增长."""
    verb = token.features.verb
    return token.letter == "V" and verb is not None and "occur" in verb.kinds and not verb.noun


def bare(found: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Leave out the little words at both ends of a name."""
    while first < last and (found[first].letter in "UICEZKS" or _is_locating(found[first])):
        first += 1
    while first < last and (found[last - 1].letter in "UICEDMZJKSPQ" or _is_locating(found[last - 1])):
        last -= 1
    return first, last


def _is_locating(token: Token) -> bool:
    """Tell a little word that says where (中, 上) from a noun that may do so (领域, 行业)."""
    return token.letter == "L" and "localizer" not in token.features.roles

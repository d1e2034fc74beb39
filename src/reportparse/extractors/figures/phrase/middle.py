"""Take the middle of the words before a quantity: a subject with a verb of its own."""

from collections.abc import Sequence

from reportparse.extractors.figures.phrase.ending import circumstance
from reportparse.extractors.figures.phrase.opening import is_of_rate, opening_of
from reportparse.extractors.figures.phrase.words import act, leads, sets_going
from reportparse.grammar.token import Token


def middle_of(
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
            begin, anew, _ = opening_of(found[place + 1 : last], tailed)
            first_, last_, verb, owner = middle_of(found, place + 1 + begin, last, anew or head, tailed)
            told = _is_over(found[place - 1]) and not (owner or anew or head)
            return first_, last_, verb, _subject(found, first, place) if told else owner
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
        or not (head is None or won or leads(head) or head.controls or act(found[verbs[-1]]) == "add")
        or any(t.letter == "U" for t in found[verbs[-1] : last])
    ):
        return first, last, head, None
    at = verbs[-1]
    begin = at + 1
    while begin < last - 1 and found[begin].letter in "FZDM":
        begin += 1
    end = at
    while first < (start := circumstance(found, end)) < end:  # 企业|在扣除物价因素后实现利润
        end = start
    return begin, last, found[at], (first, end)


def is_ended(found: Sequence[Token]) -> bool:
    """Tell whether a verb with an adverb that only a predicate has is right before the number: 机构分别新认定6家."""
    if len(found) < 3 or found[-1].letter != "V" or act(found[-1]) or found[-1].is_event:
        return False
    firm = found[-2].letter == "D" and "firm" in found[-2].features.roles  # 蔬菜分别|稳定|播种
    said = found[-3] if firm else found[-2]
    return said.text == "新" or (said.letter == "D" and not said.features.roles.isdisjoint(("sum", "past")))


def _ends_name(found: Sequence[Token], first: int, last: int, head: Token | None) -> bool:
    """Tell whether a verb right before the number is the predicate of the name: 安置房新开工, 推进绿道建设.

    What else is done belongs to the name (水土流失治理).
    """
    if head is not None and not leads(head):
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
    return verb.weight == "noun" and head is not None and sets_going(head)


def _splits(found: Sequence[Token], at: int, tailed: bool) -> bool:
    """Tell whether a verb inside a name parts its owner from what is told of it: 园区累计完成投资."""
    token, noun = found[at], found[at + 1].features.noun
    if is_of_rate(found, at):
        return False
    if (
        token.letter != "V"
        or (len(token.text) == 1 and act(token) != "honour" and not _is_place(found[at - 1]))
        or "act" not in token.kinds
        or found[at + 1].letter in "ICU"
    ):
        return False
    if found[at + 1].is_event:  # 城镇新增就业 is one name
        return False
    if "dual" in token.features.roles and found[at + 1].letter in "VW":  # 重大项目集中|开工活动
        return False
    verb, rest = token.features.verb, found[at + 1 :]
    if verb is not None and not (verb.act or leads(token)):
        sums = noun is not None and (noun.part or bool(noun.totals))  # to which nothing is done
        if sums and len(rest) == 1 and verb.stage in ("", "other"):
            return False  # 闲置资产盘活|收益, 旅游接待|人数
        if all(each.letter == "V" for each in rest) and (verb.work or not verb.stage):  # 管网提质|改造
            return False
    return not tailed or leads(token) or bool(act(token))


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


def _subject(found: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Give where the subject stands of which one predicate is told, and another behind 、: 国企|转型起步、营收增长."""
    end = next((at for at in range(first, last) if found[at].letter not in "NAGXYR"), last)
    return (first, end) if end > first else None


def _is_over(token: Token) -> bool:
    """Tell a predicate that has no object and so ends its clause before a 、: …开始起步、营收增长."""
    verb = token.features.verb
    return token.letter == "V" and verb is not None and "occur" in verb.kinds and not verb.noun


def bare(found: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Leave out the little words at both ends of a name."""
    while first < last and (found[first].letter in "UICEZKS" or _is_locating(found[first])):
        first += 1
    while first < last and (
        found[last - 1].letter in "UICEDMZJKSPQ"
        or _is_locating(found[last - 1])
        or (found[last - 1].letter == "A" and last - first > 1 and found[last - 2].is_measure)
    ):
        last -= 1  # 日客流量|最高
    return first, last


def _is_locating(token: Token) -> bool:
    """Tell a little word that says where (中, 上) from a noun that may do so (领域, 行业)."""
    return token.letter == "L" and "localizer" not in token.features.roles

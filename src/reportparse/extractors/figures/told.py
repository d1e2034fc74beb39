"""Leave out of the name of counted things what is told of them or done to them: 1万名毕业生|基层就业, 62个项目|建设."""

from collections.abc import Sequence

from reportparse.extractors.figures.names import (
    are_firms,
    is_aim,
    is_counted,
    is_done,
    is_grade,
    is_unit,
    only_says_whose,
    only_tells_how,
)
from reportparse.extractors.figures.phrase import bare, letters, within
from reportparse.grammar.clause import Span
from reportparse.grammar.quantity import units_with
from reportparse.grammar.token import Token
from reportparse.lexicon import Lexicon


def without_deed(text: str, noun: Span, lexicon: Lexicon) -> Span:
    """Leave out the nouns of verbs at the end of what is all of a clause: 1万名毕业生基层|就业."""
    found = within(text, noun, lexicon)
    last = len(found)
    while last > 2 and is_aim(found[last - 1]) and found[last - 2].letter == "W":
        last -= 1  # 农田建设|任务
    while last > 1 and found[last - 1].letter in "WC":  # 装置|建设和预研
        last -= 1
    told = found[last - 2] if 1 < last < len(found) and found[last - 1].letter == "Y" else None
    if told is not None and (is_counted(told) or told.letter == "L"):
        last -= 1  # 行业领域|“一件事”改革
    if not found or found[0].letter == "W" or _says_how(found[:last]):
        return noun
    return Span(noun.start, found[last - 1].end)


def without_event(text: str, noun: Span, clause: Span, lexicon: Lexicon, people: bool) -> Span:
    """Leave out the deed that begins the predicate of the things counted: 27个山村脱贫|摘帽, 品牌发展|壮大.

    Where one deed follows the other, all that `people` are called is counted, and what a suffix makes:
    9处滑坡点|治理销号, but 9处污水治理|完工.
    """
    found = within(text, noun, lexicon)
    last = len(found)
    while last > 1 and (found[last - 1].is_event or found[last - 1].letter == "W"):
        last -= 1
    if last == len(found):
        return noun
    events = all(token.is_event for token in found[last:]) and any(map(is_counted, found[:last]))
    body = found[last - 1]
    named = body.letter == "N" and (people or (body.features.noun is not None and body.features.noun.suffix))
    follows = named and letters(text, Span(noun.end, clause.end), lexicon).startswith("V")
    known = is_counted(body) or follows
    return Span(noun.start, body.end) if events or known else noun


def without_registration(text: str, name: Span, unit: str, lexicon: Lexicon) -> Span:
    """Leave out what firms or works do that are counted behind it: 科技型企业评价|入库60家, 项目|签约30个."""
    found = within(text, name, lexicon)
    last = len(found)
    while last > 1 and found[last - 1].letter in "VW" and _is_deed(found[last - 1]):
        last -= 1
    while 1 < last < len(found) and (found[last - 1].letter == "P" or only_tells_how(found[last - 1])):
        last -= 1  # 企业新近|通过复核
    if not found:
        return name
    body = found[last - 1]
    counted = (are_firms(body, lexicon) and unit in _OF_BODIES) or (
        body.is_scheme and unit in units_with(lexicon, "ideas")
    )
    return Span(name.start, body.end) if last < len(found) and counted else name


_OF_BODIES = ("家", "户")
"""The units that firms are counted in."""


def _is_deed(token: Token) -> bool:
    """Tell whether a word is something done that is no work on a thing, and that no amount measures."""
    noun, verb = token.features.noun, token.features.verb
    return (verb is None or not verb.work) and (noun is None or not (noun.event or noun.measure))


def _says_how(found: Sequence[Token]) -> bool:
    """Tell whether words before a deed say in what way it is done to the things counted: 企业数字化|改造."""
    last = found[-1]
    other = last.letter == "N" and not is_counted(last) and any(map(is_counted, found[:-1]))  # 企业污水|治理
    manner = last.letter == "A" and not is_grade(last)  # 家庭无障碍|改造
    return other or manner or "own" in last.features.roles or last.text.endswith("化")


def without_work(text: str, noun: Span, unit: str, lexicon: Lexicon, urged: bool) -> Span:
    """Leave out what is done to the things counted where that is `urged`: 推进62个项目|建设; and how far: 项目|进度.

    A side of what is counted, or what is done to it and in which way, goes with all that parts it from the thing.
    A unit of things alone counts no deed: 抓好9处泵站|溯源整治.
    """
    found = within(text, noun, lexicon)
    if found and unit in units_with(lexicon, "things") and (last := _thing_end(found)) < len(found):
        return Span(noun.start, found[last - 1].end)
    begun = urged and found[-1:] and found[-1].letter == "W" and found[-1].tells_stage  # 推进9个示范村|创建
    if len(found) < 2 or not (begun or _is_work_on_things(found[-1])):
        return noun
    last = len(found) - 1
    while last > 1 and (is_done(found[last - 1]) or _is_deed_of_work(found[last - 1])):
        last -= 1  # 项目|竣工投产, 企业|扩能升级
    side = found[last].features.noun
    if side is not None and side.aspect and not side.kind:  # 农村公路|通行条件
        last = next((at + 1 for at in range(last - 1, -1, -1) if found[at].is_countable), last)
    while last > 1 and found[last - 1].letter == "A":  # 残疾人家庭|无障碍改造
        last -= 1
    known = urged or is_unit(found[last - 1])
    return Span(noun.start, found[last - 1].end) if known else noun


def _is_work_on_things(token: Token) -> bool:
    """Tell whether a word says what is done to things (建设, 扩能), or is a side of them (进度)."""
    verb, noun = token.features.verb, token.features.noun
    happens = verb is not None and (verb.weight == "noun" or "occur" in verb.kinds)
    side = noun is not None and noun.aspect and not noun.kind
    return (happens and token.letter == "W") or side or _is_deed_of_work(token)


def _is_deed_of_work(token: Token) -> bool:
    """Tell whether a noun says what is done to things: 扩能."""
    return token.features.noun is not None and token.features.noun.work


def _thing_end(found: Sequence[Token]) -> int:
    """Give where the last thing ends before what it does or comes to, and before the words that say in what way.

    A work done to it is a name together with it: 老人家庭适老化改造.
    """
    last = len(found)
    last -= last > 2 and "topic" in found[-1].features.roles and found[-2].letter in "VW"  # 监测|工作
    while (
        last > 1
        and found[last - 1].letter in "VW"
        and not (found[last - 1].is_event or found[last - 1].does_work)
    ):
        last -= 1
    deeds = last
    while deeds < len(found) and last > 1 and found[last - 1].letter in "NA" and not is_unit(found[last - 1]):
        last -= 1
    return last if is_unit(found[last - 1]) else len(found)


def without_class(text: str, noun: Span, lexicon: Lexicon) -> Span:
    """Leave out what only says that the one kind of things before 等 are works: 20公里管网|等项目."""
    found = within(text, noun, lexicon)
    close = next((at for at, token in enumerate(found) if token.letter == "E"), 0)
    works = [token.features.noun for token in found[close + 1 :] if token.letter in "NX"]
    alone = close and all(token.letter not in "ICY" for token in found[:close])
    told = alone and works and works[-1] is not None and works[-1].head == "scheme"
    return Span(noun.start, found[close - 1].end) if told else noun


def without_next_owner(text: str, noun: Span, lexicon: Lexicon) -> Span:
    """Leave out whose or where the next things counted are: 9条措施|和自治区20条措施."""
    found = within(text, noun, lexicon)
    mark = next((at for at in range(len(found) - 1, 0, -1) if found[at].letter in "CI"), 0)
    told = (
        mark
        and mark + 1 < len(found)
        and only_says_whose(text, Span(found[mark + 1].start, noun.end), lexicon)
    )
    return Span(noun.start, found[mark - 1].end) if told else noun


def without_quoted(text: str, noun: Span, lexicon: Lexicon) -> Span:
    """Leave out the predicate in quotation marks of the things counted: 90项高频事项|“一次办”."""
    found = within(text, noun, lexicon)
    told = len(found) > 1 and found[-1].letter == "Y" and found[-2].is_countable
    return Span(noun.start, found[-2].end) if told else noun


def without_measure(text: str, noun: Span, clause: Span, lexicon: Lexicon, share: bool = False) -> Span:
    """Leave out what is measured of the things counted: 147个断面|水质优良率|达到…."""
    found = within(text, noun, lexicon)
    at = len(found)
    while at > 1 and found[at - 1].is_measure:
        at -= 1
    if at == len(found):
        return noun
    behind = within(text, Span(noun.end, clause.end), lexicon)
    following = next((token for token in behind if token.letter not in "DM"), None)
    verb = following.features.verb if following else None
    told = following is not None and following.letter == "Q"
    if not (found[at].is_rate or told or (verb is not None and (verb.act or "reach" in verb.kinds))):
        return noun
    if all(token.letter in "AD" for token in found[:at]) or (share and not any(map(is_unit, found[:at]))):
        return noun  # 八成|财政支出
    known = next((place + 1 for place in range(at - 1, -1, -1) if found[place].is_countable), at)
    return Span(noun.start, found[bare(found, 0, known)[1] - 1].end)

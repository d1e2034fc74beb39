"""Tell where the noun phrase ends that a number before it counts, before its predicate: 3家企业|入选名单."""

from collections.abc import Sequence

from reportparse.extractors.figures.names import is_aim, is_counted, is_done, is_grade, is_unit, trimmed
from reportparse.extractors.figures.phrase import bare, within
from reportparse.grammar.clause import Span
from reportparse.grammar.token import DIVISIONS, Token
from reportparse.lexicon import Lexicon


def counted(
    text: str,
    span: Span,
    lexicon: Lexicon,
    governed: bool = False,
    people: bool = False,
    owned: bool = False,
) -> Span:
    """Cut the noun phrase behind a quantity from the predicate that follows it (3家企业|入选…).

    One that is `governed` by a verb before the number has no predicate; a verb inside it is a part of the name,
    unless what is counted can act on its own, as `people` do. What is `owned` by it is none of its name.
    """
    found = within(text, span, lexicon)
    end = _noun_end(found, governed, people, owned)
    told = found[end : end + 1]
    while told and end > 1 and is_done(found[end - 1]):
        end -= 1  # 6个项目竣工|投产
    while end > 1 and (_is_everywhere(found[end - 1]) or _is_way(found[end - 1], told)):
        end -= 1  # 6项成果|全国推广, 4个行业|绿色化改造
    first, last = bare(found, 0, end)
    if all(token.letter == "A" for token in found[first:last]):
        return Span(span.start, span.start)
    return trimmed(text, Span(found[first].start, found[last - 1].end))


def relative(text: str, span: Span, lexicon: Lexicon) -> int:
    """Give how many letters a clause takes that says which of the things behind it are counted: 3个具有优势的|产业."""
    found = within(text, span, lexicon)
    closed = next((at for at, token in enumerate(found) if token.letter == "U"), 0)
    ends = found[closed - 1].letter if closed else ""
    opens = closed and (
        found[0].letter in "QP"  # 3个以山货为主的|产业
        or (found[0].letter == "V" != ends)
        or (found[0].letter == "N" and closed > 1 and ends == "A")  # 6个实力雄厚的|基地
    )
    goes_on = closed + 1 < len(found) and found[closed + 1].letter in "NWAGXYOHR"
    return found[closed].end - span.start if opens and goes_on else 0


def _noun_end(found: Sequence[Token], governed: bool, people: bool, owned: bool) -> int:
    """Give the place behind the noun phrase that begins a run of tokens, 0 where none does."""
    for at, token in enumerate(found):
        acts = at > 0 and token.letter == "V" and _acts_on_its_own(found[at - 1], token, people)
        if acts and found[at - 1].letter == "I":  # 夺得3枚奖牌、|创出佳绩
            return at - 1
        if (
            governed
            and token.letter in "VDM"
            and not acts
            and not _tells(token)
            and _goes_on(found[at + 1 :])
        ):
            continue
        if token.letter == "V" and not acts and _lacks_subject(found, at, people):
            continue
        behind = found[at + 1].letter if at + 1 < len(found) else "S"
        if at and token.letter == "W" and behind == "Y" and "subject" in found[at - 1].features.roles:
            return at  # 9家企业|入驻“云河”平台
        if token.letter == "Y" and at + 1 == len(found) and at and "subject" in found[at - 1].features.roles:
            return at  # 50户企业|“上云”
        if not at and "landmark" in token.features.roles:
            return 0
        if at and token.letter == "N" and "scene" in token.features.roles:  # 在改造9个街区|基础上
            return at
        if not at and "localizer" in token.features.roles:  # 9个行业|全面达标
            continue
        if not at and token.letter == "V" and behind == "H":  # 60个续建|类项目
            continue
        if token.letter == "B" and not at:  # （按可比价计算） says how it was counted
            return 0
        if not at and token.letter == "V" and behind in "NAXR" and _is_nominal(token, found[1]):
            continue  # 4万名脱贫劳动力, 9家停产企业
        if not at and token.letter == "V" and not (governed or people) and _begins_subject(found):
            continue  # 9个征收安置项目|整改交付
        if token.letter == "Q" and not at and behind in "NAVWGXHR":  # 11个|超亿元项目, 4个|三年倍增行动
            continue
        counts = at and (is_counted(found[at - 1]) or "list_noun" in found[at - 1].features.roles)
        if at and (
            (token.letter == "R" and behind == "O") or (counts and _is_everywhere(token))
        ):  # 7项指标|全省最多
            return at
        if people and at and token.features.roles == {"adverb"} and found[at - 1].letter in "NX":
            return at  # 9名失业人员|重新上岗
        if at and found[at - 1].letter == "N" and _is_told(found[at:]):
            return at
        if token.letter in "NWAGXYHOBER" or (token.letter in "DLT" and behind in "NA" and not at):
            continue
        if token.letter == "T" and not at and behind == "V" and _lacks_subject(found, 1, people):
            continue  # 90个年度共建项目
        if (
            token.text == "与"
            and at
            and is_counted(found[at - 1])
            and not governed
            and _acts_with(found[at + 1 :])
        ):
            return at  # 9家企业|与高校签约
        if token.letter in "IC" and not _begins_name(found[at + 1 :], at > 0 and is_counted(found[at - 1])):
            continue
        if (
            token.letter == "U"
            and governed
            and (
                (at and is_unit(found[at - 1]) and found[-1].letter in "VW") or _only_is_done(found[at + 1 :])
            )
        ):
            return at  # 20条道路|的改造任务, 9个小区|的管网改造
        if token.letter == "U" and (
            (governed and not owned)
            or not at
            or found[at - 1].letter not in "NWR"
            or _is_relative(found[:at])
        ):
            continue
        goes_on = behind in "LNWAGXUY" or (at and "localizer" in token.features.roles)  # 4个行业|全面达标
        if token.letter == "L" and goes_on and "among" not in token.features.roles:
            continue
        if (
            token.letter == "V"
            and any(t.letter == "U" for t in _clause(found[at:]))
            and not _is_noun(found[:at])
        ):
            continue
        relative = token.letter == "U" and found[at - 1].letter == "W"  # 9家企业参与的展会
        measured = at > 1 and found[at - 1].is_measure and token.text in "都均"  # 9个县地区生产总值都增长
        return at - 1 if relative or measured else at
    return len(found)


def _is_told(found: Sequence[Token]) -> bool:
    """Tell whether words that no lexicon has are told of things: 通|上天然气, 捧回大奖, and an idiom at the end."""
    token, behind = found[0], found[1] if len(found) > 1 else None
    if behind is None:
        return token.tag == "i" and len(token.text) == 4
    stray = token.letter == "X" and len(token.text) == 1
    if stray and (behind.text in _WHITHER or behind.letter in "FZ"):
        return True
    becomes = token.letter == "W" and behind.tag == "a" and len(found) == 2
    return becomes or (token.letter == "X" and token.gets_somewhere)


_WHITHER = ("上", "到", "进", "回", "在", "出")
"""What a letter that no lexicon has as a verb takes to say where its object gets: 通|上天然气."""


def _is_way(token: Token, told: Sequence[Token]) -> bool:
    """Tell whether a word says in what way the deed told behind it is done: 绿色化|改造, 显著|提升, “四化”|改造."""
    manner = token.text.endswith(("化", "性")) or (token.letter in "AY" and not is_grade(token))
    return manner and any(deed.letter in "VW" for deed in told)


def _lacks_subject(found: Sequence[Token], at: int, people: bool) -> bool:
    """Tell whether a verb has no subject, since none of what stands before it can be counted: 9项环保|督查任务.

    One that acts on things does so wherever no noun is before it (6个川渝|共建园区); people, though, may be told of.
    """
    verb = found[at].features.verb
    kind = found[at + 1 : at + 2] and found[at + 1].letter == "H"  # 21个发展|提升类项目
    bare = all(token.letter in "GWAT" or "dual" in token.features.roles for token in found[:at])
    plain = verb is not None and (verb.noun or (bare and verb.kinds == ("act",) and not (verb.act or people)))
    plain = plain or (verb is None and all(map(is_grade, found[:at])))  # 6个省级育种平台
    nominal = plain or found[at].tag == "vn" or kind
    end = next((to for to in range(at, len(found)) if found[to].letter not in "NWAVHRX"), len(found))
    if not (nominal and at and end - at > 1 and any(map(is_unit, found[at + 1 : end]))):
        return False
    return all(token.letter in "NWAGTV" and not is_counted(token) for token in found[:at])


def _is_everywhere(token: Token) -> bool:
    """Tell whether a word says that what follows holds for a whole place: 全国, 全市."""
    roles = token.features.roles
    return "own" in roles or ("subject" in roles and token.text.startswith("全"))


def _only_is_done(found: Sequence[Token]) -> bool:
    """Tell whether nothing but what is done, and that it is a task, follows."""
    done = [token for token in found if not is_aim(token)]
    return bool(done) and all(token.letter in "VWA" or "noun" in token.features.roles for token in done)


def _acts_on_its_own(subject: Token, token: Token, people: bool) -> bool:
    """Tell whether what a verb governs has a predicate of its own: 引进2所高校|来砚川办学, but 农田|提升工程."""
    noun, verb = subject.features.noun, token.features.verb
    if token.text in ("到", "赴"):  # 60名专家|到县级医院帮扶
        return True
    if people and verb is None:  # 40名医师|担任顾问
        return subject.letter in "NX"
    if verb is None or verb.noun or token.controls or token.urges or token.features.noun:
        return False
    if subject.letter == "I":
        return "act" in verb.kinds
    if verb.carries and subject.letter == "N":  # 遴选9个村庄|开展试点
        return True
    acts = (people and subject.letter in "NX") or not subject.features.roles.isdisjoint(("subject", "own"))
    return acts or (noun is not None and (noun.kind or noun.head == "proper"))


def _is_nominal(token: Token, behind: Token) -> bool:
    """Tell whether a verb behind a number only says which things are counted; one no lexicon has does of a kind."""
    verb, noun = token.features.verb, token.features.noun
    kind = behind.features.noun is not None and behind.features.noun.kind  # 十条|促进措施
    return noun is not None or (verb.noun or kind if verb else is_counted(behind))


def _begins_subject(found: Sequence[Token]) -> bool:
    """Tell whether a verb opens the name of things that something is told of behind it."""
    verb = found[0].features.verb
    if verb is not None and (verb.act or verb.stage or "reach" in verb.kinds):
        return False
    end = next((at for at, token in enumerate(found) if at and token.letter not in "NWAX"), len(found))
    told = end
    while told > 1 and found[told - 1].letter == "W":
        told -= 1
    follows = told < end or (end < len(found) and found[end].letter in "DMV")
    return told > 1 and follows and found[told - 1].is_countable


def _tells(token: Token) -> bool:
    """Tell whether a verb is the predicate of what stands before it, whatever governs that: 29项经验入选…."""
    verb = token.features.verb
    return verb is not None and (verb.act == "honour" or "act" not in verb.kinds)


def _goes_on(found: Sequence[Token]) -> bool:
    """Tell whether a noun follows before anything that closes a name; two works on it are one (保护和修复项目)."""
    for at, token in enumerate(found):
        if token.letter in "NXR":
            return True
        opens = found[at + 1].letter if at + 1 < len(found) else ""
        one = not at and opens == "N" and all(token.letter not in "IE" for token in found)
        headed = one and found[-1].is_countable  # 民生保障|和社会事业项目
        joined = token.letter == "C" and (opens == "W" or headed)
        if token.letter not in "VWADH" and not joined:
            return False
    return False


def _clause(found: Sequence[Token]) -> Sequence[Token]:
    """Give the tokens up to the first that opens another predicate."""
    stop = next((at for at, token in enumerate(found) if at and token.letter in "DMPJKQ"), len(found))
    return found[:stop]


def _acts_with(found: Sequence[Token]) -> bool:
    """Tell whether a noun and a predicate follow, by which the things counted do something with another."""
    end = next((at for at, token in enumerate(found) if token.letter not in "NAGXR"), len(found))
    told = next((token for token in found[end:] if token.letter not in "DM"), None)
    verb = told.features.verb if told is not None and told.letter == "V" else None
    return end > 0 and verb is not None and "act" in verb.kinds and verb.weight != "noun"


def _is_noun(found: Sequence[Token]) -> bool:
    return any(token.letter in "NWX" for token in found)


def _is_relative(found: Sequence[Token]) -> bool:
    """Tell whether a 的 closes a clause with a verb or an amount (具有优势|的产业链) and no owner (家庭|的质量)."""
    told = any(token.letter in "VQOL" for token in found) or all(token.letter == "W" for token in found)
    return told or found[-1].is_graded


def _begins_name(found: Sequence[Token], over: bool) -> bool:
    """Tell whether the next member of a list is so many other things, or one: 10所幼儿园和|云河市第五中学.

    A division's own is one only where the name of what is counted is over: 3个实验室和|省研究院, but 9个省、市项目.
    """
    if not found:
        return False
    owned = found[0].letter in "GX" or (over and found[0].text in DIVISIONS)
    return found[0].letter == "O" or (owned and any(token.is_head for token in found))

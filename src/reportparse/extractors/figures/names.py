"""Tell where the name of what is counted or measured begins and ends, and clean it."""

from collections.abc import Sequence

import regex

from reportparse.extractors.figures.phrase import WordsBefore, act, bare, within
from reportparse.extractors.figures.phrase.words import is_named
from reportparse.grammar.clause import Span
from reportparse.grammar.cutting import FOOTNOTE
from reportparse.grammar.quantity import units_of_ideas, units_of_things
from reportparse.grammar.reading import read
from reportparse.grammar.token import DIVISIONS, Token
from reportparse.lexicon import Lexicon
from reportparse.lexicon.vocabulary import vocabulary

_EDGES = " ，、；：:·"


def is_whole(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is a part that takes its owner's name (投资, 总量)."""
    noun = vocabulary(lexicon)[name].noun
    return noun is not None and noun.part


def takes_owner(text: str, read: WordsBefore, lexicon: Lexicon) -> bool:
    """Tell whether what is measured is named with whose it is: a part, and what firms or a trade reach.

    建材企业|实现工业产值; whether it is a place's or a zone's is told by the figure's scope.
    """
    if read.owner is None or is_whole(cleaned(trimmed(text, read.name).of(text), lexicon), lexicon):
        return read.owner is not None
    owner, measured = within(text, read.owner, lexicon), within(text, read.name, lexicon)
    verb = vocabulary(lexicon)[read.head].verb
    one = bool(owner and measured) and all(token.letter not in "IC" for token in measured)
    if not one or not measured[-1].is_measure or verb is None or verb.act != "reach":
        return False
    last, noun = owner[-1], owner[-1].features.noun
    kind = noun is not None and (noun.kind or noun.class_mark or noun.head not in ("", "zone"))
    return (kind and not last.is_site) or is_named(last) or _are_firms(last, lexicon)


def _are_firms(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word names bodies that act, by itself or by its end: 企业, 中小企业."""
    return "subject" in vocabulary(lexicon)[token.text[-2:]].roles


def ends_in_landmark(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is what a number that is reached may be called, or ends so: 千亿台阶."""
    found = read(name, lexicon).tokens
    return bool(found) and "landmark" in found[-1].features.roles


def trimmed(text: str, span: Span) -> Span:
    """Cut particles, marks and brackets without a mate from both ends of a name."""
    start, end = span
    while start < end and (text[start] in _EDGES or text[start] == "）"):
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    inner = text[start:end]
    if inner.count("（") > inner.count("）"):
        cut = inner.rfind("（")
        end = start + cut if cut > 1 else end
    elif inner.count("）") > inner.count("（"):
        start += inner.find("）") + 1
    if text[start:end].count('"') % 2 and start < end:
        inner = text[start:end]
        if inner.endswith('"') and not inner.startswith('"'):
            start, end = start, end - 1
        elif (at := inner.rfind('"')) >= 0 and at < len(inner) / 2:
            start += at + 1
    return Span(start, max(start, end))


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
    while told and end > 1 and _is_done(found[end - 1]):
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


def without_manner(name: str, lexicon: Lexicon) -> str:
    """Leave out the adverbs before the verb of an amount, or at the end, in a name: 城镇持续新增就业, 生猪有序出栏."""
    found = read(name, lexicon).tokens
    kept = [token for at, token in enumerate(found) if not (at and _is_manner(found, at))]
    return name if len(kept) == len(found) else "".join(token.text for token in kept)


def _is_manner(found: Sequence[Token], at: int) -> bool:
    """Tell whether an adverb stands at a place, of the verb behind it or with nothing but adverbs behind it.

    A modal is one wherever it stands: 产业预计产值.
    """
    roles = found[at].features.roles
    if found[at].letter == "M" and len(found[at].text) > 1:
        return True
    if found[at].letter != "D" or "mean" in roles or not roles & {"adverb", "sum", "past"}:
        return False
    own = next((place for place in range(at, len(found)) if found[place].letter != "D"), len(found))
    deed = found[own] if own < len(found) else None
    return deed is None or bool(act(deed)) or (own + 1 == len(found) and deed.letter in "VW")


def without_deed(text: str, noun: Span, lexicon: Lexicon) -> Span:
    """Leave out the nouns of verbs at the end of what is all of a clause: 1万名毕业生基层|就业."""
    found = within(text, noun, lexicon)
    last = len(found)
    while last > 2 and is_aim(found[last - 1]) and found[last - 2].letter == "W":
        last -= 1  # 农田建设|任务
    while last > 1 and found[last - 1].letter in "WC":  # 装置|建设和预研
        last -= 1
    told = found[last - 2] if 1 < last < len(found) and found[last - 1].letter == "Y" else None
    if told is not None and (_is_counted(told) or told.letter == "L"):
        last -= 1  # 行业领域|“一件事”改革
    if not found or found[0].letter == "W" or _says_how(found[:last]):
        return noun
    return Span(noun.start, found[last - 1].end)


def without_event(text: str, noun: Span, lexicon: Lexicon) -> Span:
    """Leave out the deed that begins the predicate of the things counted: 27个山村脱贫|摘帽, 品牌发展|壮大."""
    found = within(text, noun, lexicon)
    last = len(found)
    while last > 1 and (is_event(found[last - 1]) or found[last - 1].letter == "W"):
        last -= 1
    events = all(map(is_event, found[last:])) and any(map(_is_counted, found[:last]))
    told = last < len(found) and (events or _is_counted(found[last - 1]))
    return Span(noun.start, found[last - 1].end) if told else noun


def without_registration(text: str, name: Span, unit: str, lexicon: Lexicon) -> Span:
    """Leave out what firms or works do that are counted behind it: 科技型企业评价|入库60家, 项目|签约30个."""
    found = within(text, name, lexicon)
    last = len(found)
    while last > 1 and found[last - 1].letter in "VW" and _is_deed(found[last - 1]):
        last -= 1
    while 1 < last < len(found) and (found[last - 1].letter == "P" or _only_tells_how(found[last - 1])):
        last -= 1  # 企业新近|通过复核
    if not found:
        return name
    body = found[last - 1]
    counted = (_are_firms(body, lexicon) and unit in _OF_BODIES) or (
        body.is_scheme and unit in units_of_ideas(lexicon)
    )
    return Span(name.start, body.end) if last < len(found) and counted else name


_OF_BODIES = ("家", "户")
"""The units that firms are counted in."""


def _is_deed(token: Token) -> bool:
    """Tell whether a word is something done that is no work on a thing, and that no amount measures."""
    noun, verb = token.features.noun, token.features.verb
    return (verb is None or not verb.work) and (noun is None or not (noun.event or noun.measure))


def is_event(token: Token) -> bool:
    """Tell whether a word is the name of a deed that amounts are told of (脱贫, 引才)."""
    return token.features.noun is not None and token.features.noun.event


def _says_how(found: Sequence[Token]) -> bool:
    """Tell whether words before a deed say in what way it is done to the things counted: 企业数字化|改造."""
    last = found[-1]
    other = (
        last.letter == "N" and not _is_counted(last) and any(map(_is_counted, found[:-1]))
    )  # 企业污水|治理
    manner = last.letter == "A" and not is_grade(last)  # 家庭无障碍|改造
    return other or manner or "own" in last.features.roles or last.text.endswith("化")


def without_work(text: str, noun: Span, unit: str, lexicon: Lexicon, urged: bool) -> Span:
    """Leave out what is done to the things counted where that is `urged`: 推进62个项目|建设; and how far: 项目|进度.

    A side of what is counted, or what is done to it and in which way, goes with all that parts it from the thing.
    A unit of things alone counts no deed: 抓好9处泵站|溯源整治.
    """
    found = within(text, noun, lexicon)
    if found and unit in units_of_things(lexicon) and (last := _thing_end(found)) < len(found):
        return Span(noun.start, found[last - 1].end)
    if len(found) < 2 or not _is_work_on_things(found[-1]):
        return noun
    last = len(found) - 1
    while last > 1 and (_is_done(found[last - 1]) or _is_deed_of_work(found[last - 1])):
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
        and not (is_event(found[last - 1]) or _is_work(found[last - 1]))
    ):
        last -= 1
    deeds = last
    while deeds < len(found) and last > 1 and found[last - 1].letter in "NA" and not is_unit(found[last - 1]):
        last -= 1
    return last if is_unit(found[last - 1]) else len(found)


def _is_work(token: Token) -> bool:
    """Tell whether a verb is a work done to a thing: 改造, 治理."""
    return token.features.verb is not None and token.features.verb.work


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


def is_ordinal(text: str, name: Span, lexicon: Lexicon) -> bool:
    """Tell whether the words before a number only say that things are the first of their kind: 首批, but 一期."""
    found = within(text, name, lexicon)
    return bool(found) and all(token.letter == "O" and token.quantity is None for token in found)


def only_says_whose(text: str, name: Span, lexicon: Lexicon) -> bool:
    """Tell whether the words before a number only say whose the things behind it are, or where: 市级|61项事项."""
    found = within(text, name, lexicon)
    return bool(found) and all(
        token.letter in "RG" or is_grade(token) or token.is_site or "own" in token.features.roles
        for token in found
    )


_AIMS = frozenset(("aim", "striving", "comment_end"))


def only_says_aim(text: str, name: Span, lexicon: Lexicon) -> bool:
    """Tell whether words beside a number say nothing but that it is an aim: 奋斗目标|8%, 扩招3万人|任务."""
    found = within(text, name, lexicon)
    return bool(found) and all(map(is_aim, found))


def is_aim(token: Token) -> bool:
    """Tell whether a word says that something is to be done (任务, 目标)."""
    return bool(token.features.roles & _AIMS)


def without_aim(name: str, lexicon: Lexicon) -> str:
    """Leave out that a number is aimed at, behind what it is a number of: 工业投资增长|的预期目标, 物价涨幅|目标."""
    found = read(name, lexicon).tokens
    last = len(found)
    while last > 1 and (
        "aim" in found[last - 1].features.roles or (last < len(found) and found[last - 1].letter == "U")
    ):
        last -= 1
    grows = last > 1 and found[last - 1].letter in "VW" and act(found[last - 1]) == "grow"
    if grows and last > 2 and found[last - 2].features.hedge:  # 贷款余额|预期增长
        last -= 2
    if last == len(found):
        return name
    if grows and found[last - 2].is_measure and found[last - 1].letter == "W":
        last -= 1
    measures = grows or found[last - 1].is_measure or found[last - 1].features.indicator
    return "".join(token.text for token in found[:last]) if measures else name


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
        if not at and token.letter == "V" and behind in "NAX" and _is_nominal(token, found[1]):
            continue  # 4万名脱贫劳动力
        if not at and token.letter == "V" and not (governed or people) and _begins_subject(found):
            continue  # 9个征收安置项目|整改交付
        if token.letter == "Q" and not at and behind in "NAVWGXHR":  # 11个|超亿元项目, 4个|三年倍增行动
            continue
        counts = at and (_is_counted(found[at - 1]) or "list_noun" in found[at - 1].features.roles)
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
            and _is_counted(found[at - 1])
            and not governed
            and _acts_with(found[at + 1 :])
        ):
            return at  # 9家企业|与高校签约
        if token.letter in "IC" and not _begins_name(found[at + 1 :], at > 0 and _is_counted(found[at - 1])):
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


def _is_done(token: Token) -> bool:
    """Tell whether a word says that a work is done, whatever comes of it: 竣工|投产."""
    verb = token.features.verb
    return verb is not None and verb.stage == "completed" and verb.weight != "noun" and "occur" in verb.kinds


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
    return all(token.letter in "NWAGTV" and not _is_counted(token) for token in found[:at])


def _is_everywhere(token: Token) -> bool:
    """Tell whether a word says that what follows holds for a whole place: 全国, 全市."""
    roles = token.features.roles
    return "own" in roles or ("subject" in roles and token.text.startswith("全"))


def is_grade(token: Token) -> bool:
    """Tell whether a word says of which grade a thing is (省级, 4A级)."""
    return token.letter in "NAHX" and token.text.endswith("级")


def _is_counted(token: Token) -> bool:
    """Tell whether a word names what can be counted or acts, as far as the lexicon knows."""
    return token.is_countable or "subject" in token.features.roles


def is_unit(token: Token) -> bool:
    """Tell whether a word is one of what is counted, a division by its one letter (帮扶|县) as well."""
    return _is_counted(token) or token.text in DIVISIONS


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
    return noun is not None or (verb.noun or kind if verb else _is_counted(behind))


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


def _only_tells_how(token: Token) -> bool:
    """Tell whether an adverb is none that may be a work as well: 普遍, but 适老化."""
    return token.letter == "D" and not token.text.endswith("化")


_FOOTNOTE = regex.compile(FOOTNOTE)


_LONG = 16
"""A name of so many letters is cut to its class noun, if it lists things of that class: nobody reads it whole."""


def cleaned(name: str, lexicon: Lexicon) -> str:
    """Drop footnote marks, little words at the ends, and all but the class noun of a long list closed by 等.

    甲、乙、丙等重大赛事 gives 重大赛事; a class noun of one word (等资金) would say too little.
    """
    bare_name = _FOOTNOTE.sub("", name).strip(" 、，")
    found = read(bare_name, lexicon).tokens
    last = len(found)
    while last and (found[last - 1].letter in "UEICJT" or _only_tells_how(found[last - 1])):
        last -= 1
    close = max((at for at in range(last - 1) if found[at].letter == "E"), default=-1)
    says = last - close > 2 or (last > 0 and found[last - 1].is_measure)
    listed = says and any(token.letter == "I" for token in found[: max(close, 0)])
    first = close + 1 if listed and len(bare_name) > _LONG else 0
    return bare_name[found[first].start : found[last - 1].end] if last else ""

"""Settle what class a word has by its place: a preposition or a verb, an adverb or an attribute, a predicate or a noun.

A word's own class is a letter that the lexicon and the dictionary give it (cutting.py). Four steps look at what stands
around it and give the letters anew, each those that the one before left.
"""

from collections.abc import Sequence

import regex

from reportparse.grammar.little_words import NOMINAL, OPENS, settled_little
from reportparse.grammar.token import Token


def _settled_duals(found: Sequence[Token]) -> list[str]:
    """Make an adverb of what is one before a verb with its object: 统筹推进, 集中建设渔港, but 统筹城乡用地."""
    letters = [token.letter for token in found] + ["S", "S", "S"]
    at = len(found)
    for place in range(len(found) - 1, -1, -1):
        at = at if letters[place + 1] == "D" else place + 1
        roles = found[place].features.roles
        before = letters[place - 1] if place else "S"
        zoned = "dual" in roles and _has_zone(found, letters, place)  # 东部片区重点|发展渔业
        deeds = (
            found[place].features.verb
            and letters[place] in "DV"
            and letters[place + 1] == "V"
            and letters[place + 2] not in "VW"
        )
        if deeds and _is_like(found, place, place + 1):
            letters[place] = "V"  # 抓紧|抓实春耕
            continue
        if not roles & {"dual", "firm", "adverb"} or (before not in OPENS + "L" and not zoned):
            deed = letters[place + 1] == "W" and letters[place + 2] in NOMINAL
            if letters[place] == "V" and "adverb" in roles and (letters[place + 1] == "V" or deed):
                letters[place] = "D"  # 以县为单位深入开展
            continue
        if "balance" in roles and (
            _joins_deeds(found, letters, place + 1) or _serves(found, letters, place + 1)
        ):
            continue
        behind = letters[at + 1]
        shared = letters[at] == "W" and behind in "VW" and letters[at + 2] in "SKIC"  # 严格监督管理
        if letters[at] == "F" or shared:  # 联合起来
            continue
        said = letters[at] == "V" and behind == "U" and roles & {"dual", "firm"}  # 坚定|追赶的底气
        governs = NOMINAL + "VWQRP" + ("" if "balance" in roles else "D")  # 严格|执行公开竞价制度
        leads = (letters[at] == "V" and "fact" not in found[at].features.roles and not said) or (
            letters[at] == "P" and "theme" not in found[at].features.roles
        )
        if leads or (roles & {"dual", "adverb"} and letters[at] == "W" and behind in governs):
            letters[place] = "D"
    return letters[:-3]


def _serves(found: Sequence[Token], letters: Sequence[str], place: int) -> bool:
    """Tell whether two deeds for somebody follow, joined, as what is kept in balance: 统筹|为基层减负和赋能."""
    if place >= len(found) or found[place].text != "为":
        return False
    return (
        regex.match("[PF][NR]W?VC[VW](?:$|[SK])", "".join(letters[place : place + 7]).replace("W", "V"))
        is not None
    )


def _is_like(found: Sequence[Token], place: int, other: int) -> bool:
    """Tell whether two words of two letters begin with the same verb: 抓紧|抓实, 落细|落实."""
    first, second = found[place].text, found[other].text
    return (
        len(first) == len(second) == 2
        and first[0] == second[0]
        and first != second
        and found[other].letter in "VW"
    )


def _has_zone(found: Sequence[Token], letters: Sequence[str], place: int) -> bool:
    """Tell whether all that stands before a word in its clause is a place, and a verb and its object behind."""
    opener = _opener(letters, place, NOMINAL)
    opens = opener < place - 1 and (opener < 0 or letters[opener] in "SK")
    acts = letters[place + 1] == "W" and letters[place + 2] in NOMINAL
    return opens and acts and found[place - 1].is_site


def _opener(letters: Sequence[str], place: int, over: str) -> int:
    """Give the last place before a word whose letter is none of `over`, -1 where there is none."""
    return next((at for at in range(place - 1, -1, -1) if letters[at] not in over), -1)


def _passing(letters: Sequence[str], place: int, over: str) -> int:
    """Give the first place from one on whose letter is none of `over`, their number where there is none."""
    return next((at for at in range(place, len(letters)) if letters[at] not in over), len(letters))


def _joins_deeds(found: Sequence[Token], letters: Sequence[str], place: int) -> bool:
    """Tell whether two deeds follow, joined by a conjunction, as what is kept in balance: 统筹|扩大内需和深化改革."""
    if letters[place] not in "VW" or letters[place + 1] == "C" or found[place].urges:
        return False
    for at in range(place + 1, len(found)):
        if letters[at] in "SK":
            return False
        if letters[at] == "C":
            return _joins_deed(found, letters, at + 1)
        if letters[at] == "I" and len(found[place].text) == 1:  # 突出|强工业、稳农业
            return letters[at + 1] == "V" and len(found[at + 1].text) == 1
    return False


def _settled_adverbs(found: Sequence[Token]) -> list[str]:
    """Make an adverb without a verb behind it an attribute: 重点实验室, 高水平训练中心."""
    letters = [token.letter for token in found]
    for place in range(len(found) - 1, -1, -1):
        behind = letters[place + 1] if place + 1 < len(letters) else "S"
        if letters[place] != "D" or "sum" in found[place].features.roles:
            continue
        quoted = "".join(letters[place + 1 : place + 3]) in ("Y", "YS", "YK")  # 全部“硬联通”
        if len(found[place].text) > 1 and behind not in "VWDMQPZRJ" and not quoted:
            letters[place] = "A" if behind in "NWAGXYOHUB" else "N" if behind in "EICL" else "D"
        elif behind == "W" and _says_how(found, letters, place):
            letters[place] = "A"
    return letters


def _says_how(found: Sequence[Token], letters: Sequence[str], place: int) -> bool:
    """Tell whether what may be an adverb says of which kind the object of a verb is: 新增规模化供水村庄."""
    after = letters[place + 2] if place + 2 < len(letters) else "S"
    verb = found[place - 1].features.verb if place else None
    carried = after in "SKI" and verb is not None and verb.carries
    return (
        place > 0
        and "dual" in found[place].features.roles
        and letters[place - 1] in "VW"
        and (after in NOMINAL or carried)
        and not _governs(found[place - 1], found[place + 1])
    )


def _settled_verbs(found: Sequence[Token]) -> list[str]:
    """Settle which words of verbs are predicates (V) and which are nouns (W), by what stands around them."""
    letters = [token.letter for token in found]
    for place, token in enumerate(found):
        if token.letter in "VW":
            letters[place] = "V" if _is_predicate(found, letters, place) else "W"
    return letters


def _is_predicate(found: Sequence[Token], letters: Sequence[str], place: int) -> bool:
    """Tell whether a verb is the predicate of a clause and no part of a name.

    It is one behind the clause's beginning, adverbs and modals; behind a verb where it has an object of its own
    (加快建设大桥, but 推进建设); and, where it is no noun as well, behind its subject.
    """
    token = found[place]
    before = letters[place - 1] if place else "S"
    behind = letters[place + 1] if place + 1 < len(letters) else "S"
    noun = token.letter == "W"
    if noun and "noun" in token.features.roles and behind in NOMINAL:  # 惠企|奖补资金, but 惠企利民
        return "".join(letters[place + 2 : place + 3]) in ("", *"SKI")
    if behind == "U":
        return not noun and before not in "NWAGX"
    if behind in "NXA" and _is_between_counts(found, letters, place):
        return True
    if behind in NOMINAL and _is_placed(found, letters, place):
        return True
    goes_on = token.urges and _goes_on_behind(found, place + 1)  # 风电产业加快|风电叶片生产线建设
    if before == "V" and behind in NOMINAL and _is_like(found, place - 1, place):  # 落细|落实举措
        return True
    if token.is_head or (
        not _stands_alone(found, place)
        and not token.gets_somewhere  # 山路|变成致富路
        and not goes_on
        and behind in "NA"
        and found[place + 1].is_head
        and before in NOMINAL + "W"
    ):
        return False
    if noun and before == "D" and letters[place - 2 : place - 1] == ["P"] and _acts_behind(letters, place):
        return False  # 以数字化改革引领
    if noun and before in "SKDM" and behind == "C" and _joins_deed(found, letters, place + 2):  # 服务和融入
        return True
    opened = before == "D" and "".join(letters[max(place - 2, 0) : place - 1]) in ("", *"SKIJMR")
    if noun and opened and regex.match("CW[NAXGY]", "".join(letters[place + 1 : place + 4])):
        return True  # 善于|利用和转化优势
    if before in "MD" or (before == "Z" and not noun):
        named = "".join(letters[place + 1 : place + 3]).lstrip("W").startswith(tuple(NOMINAL))
        attribute = (named or behind == "V") and _has_attribute(found, letters, place)
        return (behind not in "UCE" and not attribute) or not noun
    if (
        noun
        and before in OPENS
        and (_opens_subject(found, letters, place) or _is_told(found, letters, place))
    ):
        return False
    if behind == "Q" and noun and token.is_measure and before in NOMINAL:  # 银行贷款1500亿元
        return False
    if behind in "QFZ" or (behind == "D" and (not noun or before in "SKIJ")):
        return True
    if behind == "P" and found[place + 1].text == "在":  # 控制在3%左右
        return True
    if before == "Q" and behind in "NA" and _is_told_subject(letters, place):
        return False
    if before == "Q" and noun and behind in "SK" and _is_had(found, place - 2):
        return False
    if token.text.endswith("为") and _is_disposed(found, letters, place, "SK"):  # 把改善民生作为重点
        return True
    if behind in NOMINAL + "W" and _is_framed(found, place):
        return True
    if behind in "SK" and _is_turned_to(found, letters, place):
        return True
    ahead = place - 1
    if ahead > 0 and "frame" in found[ahead - 1].features.roles:  # 立足“千里茶谷”|发展茶旅
        ahead -= 1
    opening = before in OPENS or (before == "Y" and (ahead <= 0 or letters[ahead - 1] in "SKD"))
    if noun:
        if behind in "SK" and _is_disposed(found, letters, place, "SKV"):
            return True
        if behind in NOMINAL + "VW" and _is_for_whom(found, letters, place):
            return True
        if opening:
            if before == "I" and letters[place - 2] == "W" and letters[place - 3 : place - 2] == ["V"]:
                return False  # 培育种植、养殖大户
            if behind in "SKI" and ("occur" in token.kinds or token.is_set_phrase):  # 年内投产
                return True
            more = behind + "".join(letters[place + 2 : place + 3]) == "JA" and found[place + 1].text == "更"
            # 发展|更高层次的经济
            return more or (behind in NOMINAL + "VWQPRTB" and not _names_measure(found, place))
        if before == "L" and behind in "SK" and token.is_set_phrase:  # 从两方面采取措施
            return True
        if before == "V":
            if behind in "SKI" and "occur" in found[place - 1].kinds:  # 开工建设, 开通运营
                return True
            return behind in NOMINAL + "QR" and (
                (
                    "reach" not in token.kinds
                    and _governs(found[place - 1], token)
                    and not (_adds(found[place - 1]) and _is_kind(found[place + 1]))  # 新增建设用地指标
                )
                or _joins(found, place)
            )
        return False
    if before == "U" and behind in NOMINAL + "SK":  # 分类指导的帮扶机制, 上述目标的提出
        return False
    if before in "IV" and behind == "N" and _only_attributes(found, place, before):
        return False
    if opening or before in "VCEPLQBYU":
        return True
    return not _closes_name(found, place) and not _is_governed(found, letters, place)


def _is_between_counts(found: Sequence[Token], letters: Sequence[str], place: int) -> bool:
    """Tell whether things are counted that a work is done in, and its objects too: 在6个乡镇|新建水库3座."""
    verb = found[place].features.verb
    if verb is None or not verb.stage:
        return False
    opener = _opener(letters, place, "NXA")
    end = next((at for at in range(place + 1, len(letters)) if letters[at] not in "NXA"), len(letters))
    counts = [found[at].quantity for at in (opener, end) if 0 <= at < len(found)]
    return all(count is not None and count.counts for count in counts) and (
        len(counts) == 2 and opener < place - 1 and not found[end - 1].is_measure
    )


def _goes_on_behind(found: Sequence[Token], place: int) -> bool:
    """Tell whether a name goes on behind a word."""
    return place + 1 < len(found) and found[place + 1].letter in NOMINAL


def _is_had(found: Sequence[Token], place: int) -> bool:
    """Tell whether a verb before an amount has what stands behind that as its object: 获得2亿元|奖励."""
    verb = found[place].features.verb if place >= 0 else None
    return verb is not None and verb.kinds == ("act",) and not verb.controls


def _joins_deed(found: Sequence[Token], letters: Sequence[str], place: int) -> bool:
    """Tell whether a verb that is no noun, with an object, stands at a place, behind a conjunction."""
    ahead = "".join(letters[place : place + 2])
    if len(ahead) < 2 or ahead[0] != "V" or ahead[1] in "SKICUE":
        return False
    verb = found[place].features.verb
    return verb is not None and not verb.noun


def _is_disposed(found: Sequence[Token], letters: Sequence[str], place: int, until: str) -> bool:
    """Tell whether 把 or 将 stands before a verb that is a noun as well, without a letter of `until` between them.

    It closes the clause and there is no other verb (将执法与服务融合), or has its complement in itself (作为).
    """
    for before in range(place - 1, -1, -1):
        if letters[before] == "P":
            return found[before].disposes
        if letters[before] in until:
            return False
    return False


def _is_framed(found: Sequence[Token], place: int) -> bool:
    """Tell whether 以…为… ends right before a word: 以新桥为契机|推动发展."""
    return place > 1 and found[place - 2].text == "为" and "frame_end" in found[place - 1].features.roles


def _is_placed(found: Sequence[Token], letters: Sequence[str], place: int) -> bool:
    """Tell whether a verb stands behind 在 and where that is, and nothing else closes it: 在乡镇|建立驿站9个.

    What is measured of those who are somewhere has no verb: 在云高校专利转化率.
    """
    opener = _opener(letters, place, NOMINAL + "W")
    if letters[place - 1] == "W" or letters[opener] != "P" or found[opener].text != "在":
        return False
    end = next((at for at in range(place + 1, len(letters)) if letters[at] in "SK"), len(letters))
    noun = next((at for at in range(place + 1, end) if letters[at] not in NOMINAL), end) - 1
    closes = found[noun].is_measure or any(
        letters[at] in "LVWU" or "scene" in found[at].features.roles for at in range(place + 1, end)
    )
    return 0 <= opener < place - 1 and not closes and (not opener or letters[opener - 1] in OPENS)


def _is_turned_to(found: Sequence[Token], letters: Sequence[str], place: int) -> bool:
    """Tell whether a verb closes a clause behind what it is done to or with: 向智能化转型, 持续为村组减负."""
    begin = _opener(letters, place, NOMINAL + "IC")
    if begin < 0 or begin == place - 1 or letters[begin] != "P":
        return False
    before = letters[begin - 1] if begin else "S"
    if found[begin].text == "向" and before in NOMINAL + "W":  # 新增财力向基层倾斜, but 推动财力向基层倾斜
        start = _opener(letters, begin, NOMINAL + "WVICRTDU") + 1
        return all(_adds(found[at]) for at in range(start, begin) if letters[at] == "V")
    return (found[begin].text == "向" and before in "SKDM") or (
        found[begin].text in ("为", "与") and before in "DM"
    )


def _is_for_whom(found: Sequence[Token], letters: Sequence[str], place: int) -> bool:
    """Tell whether a verb stands behind 为 and who that is, and is what is done for them.

    One of amounts does before an amount (为群众|节约成本9亿元), any where so many are told of and no other verb
    follows (为600户居民|办理产权证).
    """
    verb = found[place].features.verb
    opener = _opener(letters, place, NOMINAL + "WQ")
    if (
        verb is None
        or opener < 0
        or opener == place - 1
        or found[opener].text != "为"
        or letters[opener] != "P"
    ):
        return False
    end = next((at for at in range(place + 1, len(letters)) if letters[at] in "SKI"), len(letters))
    if letters[opener + 1] != "Q":
        return bool(verb.act) and "Q" in letters[place + 1 : end] and "Q" not in letters[opener:place]
    alone = letters[opener + 2 : place].count("Q") == 0 < place - opener - 2 and not {*"VW"} & {
        *letters[opener:place]
    }
    return (
        alone
        and "act" in verb.kinds
        and letters[place + 1] in NOMINAL
        and not {*"VDP"} & {*letters[place:end]}
    )


def _only_attributes(found: Sequence[Token], place: int, before: str) -> bool:
    """Tell whether a verb only says which things are meant: 压缩+开办+时间, 见习岗位.

    No lexicon has it, or the verb before it takes no other one; behind it stands what can be counted or measured.
    """
    token, noun = found[place], found[place + 1].features.noun
    if token.features.verb is None and _is_counted_in_list(found, place, before):
        return True
    if before == "V" and token.features.verb is None:  # 培育|发酵|制品企业, but 实现入住新房
        return "reach" not in found[place - 1].kinds and not _governs(found[place - 1], token)
    if before == "V" and noun is not None and (noun.abstract or noun.aspect or noun.head == "scheme"):
        ends = place + 2 == len(found) or found[place + 2].letter in "SKQUELI"  # 完善|议事|机制
        return ends and not _governs(found[place - 1], token)
    if noun is None or not (noun.kind or noun.measure):
        return False
    if before != "V":
        return token.features.verb is None
    return not _governs(found[place - 1], token)


def _is_counted_in_list(found: Sequence[Token], place: int, before: str) -> bool:
    """Tell whether a word and the noun behind it are counted as what stands before a 、 is: 门诊9处、|发热诊室8间."""
    after = found[place + 2].letter if place + 2 < len(found) else "S"
    return before == "I" and after == "Q" and place > 1 and found[place - 2].letter == "Q"


def _opens_subject(found: Sequence[Token], letters: Sequence[str], place: int) -> bool:
    """Tell whether a verb that is a noun as well begins a subject that a sum is told of: 检验检疫机构分别认定6家."""
    adverbs = _passing(letters, place + 1, "NXAWG")
    end = _passing(letters, adverbs, "D")
    told = any("sum" in token.features.roles for token in found[adverbs:end])
    return told and adverbs > place + 1 and end < len(found) and letters[end] in "VW"


def _is_told(found: Sequence[Token], letters: Sequence[str], place: int) -> bool:
    """Tell whether a verb that is a measure as well is the subject of what happens to it: 出口|由负转正."""
    told = next((at for at in range(place + 1, len(letters)) if letters[at] != "D"), len(letters) - 1)
    measured = found[place].is_measure or bool(found[place].features.indicator)
    return measured and letters[told] == "V" and found[told].only_occurs


def _acts_behind(letters: Sequence[str], place: int) -> bool:
    """Tell whether a verb, with or without adverbs, follows."""
    behind = _passing(letters, place + 1, "D")
    return behind < len(letters) and letters[behind] == "V"


def _is_told_subject(letters: Sequence[str], place: int) -> bool:
    """Tell whether a verb behind an amount opens the name of a subject that has a predicate: 14项|支持事项下放."""
    after = place + 1
    while after < len(letters) and letters[after] in "NA":
        after += 1
    while after < len(letters) and letters[after] in "DM":
        after += 1
    return after < len(letters) and letters[after] == "V"


def _has_attribute(found: Sequence[Token], letters: Sequence[str], place: int) -> bool:
    """Tell whether the adverb before a verb that is a noun as well is its attribute: 新增规模化供水村."""
    before = letters[place - 2] if place > 1 else "S"
    if before in NOMINAL + "W":
        acts = _is_framed(found, place - 1) or _has_zone(found, letters, place - 1)
        return "dual" in found[place - 1].features.roles and not acts  # 以电网为重点优先|修复管线
    return before == "V" and not _governs(found[place - 2], found[place])


def _governs(verb: Token, other: Token) -> bool:
    """Tell whether a verb takes another one with its object: 加快建设大桥, 开工建设大桥, but not 引进创新团队."""
    one, two = verb.features.verb, other.features.verb
    if one is None or verb.controls or verb.urges or one.kinds == ("occur",):
        return True  # 达标|建设学校: what only occurs has no object
    if _adds(verb) and two is not None and other.tells_stage and "act" in two.kinds:  # 新增建设泵站
        return True
    works = two is not None and ((one.stage and two.stage) or (one.work and two.work))  # 搬迁安置群众
    used = one.stage == "completed" and other.comes_about  # 建成投产煤矿9处
    return two is not None and bool(works) and ("act" in two.kinds or used)


def _joins(found: Sequence[Token], place: int) -> bool:
    """Tell whether a verb does something to the object of the verb before it as well: 引进|转化科技成果.

    It only says of which kind its noun is before a work, a measure, a thought, and a kind alone: 转化平台, 登记费用.
    """
    verb, noun = found[place].features.verb, found[place + 1].features.noun
    alone = place + 2 == len(found) or found[place + 2].letter not in NOMINAL
    told = noun is not None and bool(noun.head or noun.measure or noun.abstract or noun.aspect)
    told = told or (alone and noun is not None and noun.kind) or len(found[place + 1].text) == 1  # 执行|力
    return verb is not None and verb.joins and not told and "act" in found[place - 1].kinds


def _adds(verb: Token) -> bool:
    return verb.features.verb is not None and verb.features.verb.act == "add"


def _is_kind(token: Token) -> bool:
    """Tell whether a verb before a noun only says of which kind it is: 建设用地, 建设项目."""
    noun = token.features.noun
    return noun is not None and (noun.kind or noun.head == "scheme")


def _is_governed(found: Sequence[Token], letters: Sequence[str], place: int) -> bool:
    """Tell whether a verb behind a noun belongs to the object of the clause's verb: 完善教师补充机制.

    The object of a verb that controls acts on its own (支持企业开展培训); behind an amount, an adverb or a mark
    a predicate begins anew.
    """
    if found[place].puts:  # 把恢复和扩大消费|摆在首位
        return False
    closes = "occur" not in found[place].kinds and "".join(letters[place + 1 : place + 2]) in "SK"
    for before in range(place - 1, -1, -1):
        counted = (
            closes
            and letters[before] == "Q"
            and letters[before - 1] == "V"
            and letters[before + 1] not in "UV"
        )
        if (
            letters[before] in "KSDMI"
            or (letters[before] == "Q" and not counted)
            or (letters[before] == "P" and found[before].disposes)
        ):
            return False
        if letters[before] == "V" and letters[before + 1] == "O" and found[before + 1].text.endswith("期"):
            continue  # 水资源配置|一期纳入规划
        if letters[before] == "V" and _is_of_phrase(found, letters, before):
            return False
        if letters[before] == "V":
            verb = found[before].features.verb
            if "reach" in found[place].kinds or (found[place].only_occurs and verb and verb.noun):
                return False  # 检测样品|应检尽检
            if _acts_next(found, letters, place):
                return False
            return verb is not None and not verb.controls and "act" in verb.kinds
    return False


def _is_of_phrase(found: Sequence[Token], letters: Sequence[str], place: int) -> bool:
    """Tell whether a verb is inside the phrase of a preposition: 对已|建成小区开展检查, 为砚川|加快转型营造环境."""
    ahead = _opener(letters, place, "D")
    opener = _opener(letters, ahead + 1, "NGXA")
    done = _opener(letters, place, "V")
    if done >= 0 and letters[done] == "D" and "past" in found[done].features.roles:
        begin = _opener(letters, _opener(letters, done, "D") + 1, "NGXA")
        return begin >= 0 and letters[begin] == "P"  # 对历年已|完成整改问题开展检查
    urged = opener >= 0 and letters[opener] == "P" and found[opener].text == "为" and found[place].urges
    return (ahead >= 0 and letters[ahead] == "P") or urged


def _acts_next(found: Sequence[Token], letters: Sequence[str], place: int) -> bool:
    """Tell whether what follows a verb and its object is a second verb with an amount of its own: 参赛夺得金牌9枚."""
    verb = found[place].features.verb
    if verb is None or verb.noun or verb.stage or verb.work or "act" not in verb.kinds:
        return False
    end = _passing(letters, place + 1, "NAXY")
    return place + 1 < end < len(letters) and letters[end] == "Q" and not found[end - 1].is_head


def _closes_name(found: Sequence[Token], place: int) -> bool:
    """Tell whether a verb and the noun behind it end a name together: 养护+院, 控制+中心, 扩建+工程."""
    behind = found[place + 1] if place + 1 < len(found) else None
    if behind is None or behind.letter not in "NX" or "reach" in found[place].kinds:
        return False
    if _stands_alone(found, place) or found[place].gets_somewhere:
        return False
    after = found[place + 2].letter if place + 2 < len(found) else "S"
    verb = found[place].features.verb
    measures = behind.is_measure and (after not in "QW" or (verb is not None and verb.work))  # 湿地保护面积
    return (behind.is_head or measures) and after not in "NAGX"


def _stands_alone(found: Sequence[Token], place: int) -> bool:
    """Tell whether a verb of one syllable stands behind a whole word, in no name: 紧扣主线|抓项目, but 市管园区."""
    pure = found[place].letter == "V" and len(found[place].text) == 1
    return pure and place > 0 and len(found[place - 1].text) > 1


def _names_measure(found: Sequence[Token], place: int) -> bool:
    """Tell whether a verb that is a noun as well begins the name of what is measured: 投资增速, 消费总额."""
    behind = found[place + 1] if place + 1 < len(found) else None
    after = found[place + 2].letter if place + 2 < len(found) else "S"
    listed = place > 0 and found[place - 1].letter == "I"
    further = found[place + 3].letter if place + 3 < len(found) else "S"
    verb = found[place].features.verb
    if after == "Q" and further in NOMINAL + "R" and verb is not None and verb.stage:
        return False  # 建设|年产值2亿元以上园区
    if behind is None or (behind.letter == "W" and after in NOMINAL and not listed):  # 发展|消费新模式
        return False
    return behind.is_measure and after not in "SKIX"


SETTLED = (settled_little, _settled_duals, _settled_adverbs, _settled_verbs)
"""The steps that settle the letters of tokens, in order; each gives the letters anew."""

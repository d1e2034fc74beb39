"""Read one quantity that has no name beside it, by what was told before: 收入88亿元、|可比增长6%."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reportparse.extractors.figures.against import purpose
from reportparse.extractors.figures.claim import Claim, Construction, Context, Taken
from reportparse.extractors.figures.clause_before import object_before, owner_before, subject_before
from reportparse.extractors.figures.items import Item
from reportparse.extractors.figures.measure import measured
from reportparse.extractors.figures.names import cleaned, is_whole, trimmed
from reportparse.extractors.figures.phrase import WordsBefore, holds_for_each, phrase, within
from reportparse.extractors.figures.single import reaches, read_before
from reportparse.grammar.clause import Span
from reportparse.grammar.reading import read as reading_of
from reportparse.grammar.token import Token
from reportparse.lexicon import Lexicon
from reportparse.model import Measure


@cache
def _economy(lexicon: Lexicon) -> str:
    """Name what grows where a report only says 全年增长5%."""
    return lexicon.forms("indicators", "gdp")[0]


@cache
def _fund(lexicon: Lexicon) -> str:
    """Name what an amount of money is of where a report only says 统筹2亿元用于稳岗."""
    return lexicon.forms("nouns", "money")[0]


def _carried(context: Context, items: Sequence[Item]) -> Taken | None:
    item = items[0]
    read = read_before(context, item)
    indicator = (
        _set_phrase_before(context, item)
        or _fund_raised(context, item)
        or _deed_behind(context, item)
        or _part_before(context, item)
        or _own_deed(context, item)
        or _subject_before(context, item)
        or _of_other_size(context, item)
        or _last(context, item)
    )
    if indicator and read.tail_act in ("", "reach") and item.quantity.kind != "percent":
        indicator = _average_of(context, indicator, item)
    if not indicator and item.quantity.kind == "percent" and read.tail_act == "grow" and not read.head:
        indicator = _economy(context.lexicon)
    indicator = indicator or _deed_before(context, item) or _object_of_clause_before(context, item)
    if not indicator:
        return None
    measure, sign = measured(item.quantity, read, indicator, context.lexicon)
    if again := _told_again(context, item, read):
        measure, sign = again.measure, again.sign
    start = trimmed(context.text, Span(item.left.start, item.quantity.start)).start
    claims = tuple(
        Claim(
            item,
            one,
            measure,
            sign,
            start,
            "carried",
            item.quantity.bound,
            read.head or read.tail,
            read.adverbs,
            read.head_act,
            carried=one not in context.words(item.left),
            owner=context.claims[-1].owner if context.claims and context.claims[-1].indicator == one else "",
        )
        for one in _each_told(context, indicator, read)
    )
    return Taken(1, claims)


def _each_told(context: Context, indicator: str, read: WordsBefore) -> Sequence[str]:
    """Give what a number holds for: with 均 all whose amounts were told, 游客9万人次、收入8亿元，|均增长9%."""
    told: list[str] = []
    for claim in reversed(context.claims):
        if claim.measure is not Measure.level or claim.indicator in told:
            break
        told.insert(0, claim.indicator)
    parts = holds_for_each(read.adverbs, context.lexicon) or "分别" in read.adverbs
    each = parts and read.tail_act in ("grow", "fall")
    return told if each and len(told) > 1 and indicator == told[-1] else (indicator,)


def _last(context: Context, item: Item) -> str:
    """Give what an item without a name leans on; nothing but points lean on a share: 产值3亿元，占四成，增长9%."""
    claims = context.claims
    head = phrase(context.text, item.left, context.lexicon).head
    if not item.listed and head not in ("", "占"):  # 其中税收7亿元，占|七成
        claims = _before_part(context, item)
    while len(claims) > 1 and claims[-1].rule == "share-of" and claims[-1].carried:
        if item.quantity.kind == "points":
            break
        claims = claims[:-1]
    return replace(context, claims=claims).last()


def _before_part(context: Context, item: Item) -> tuple[Claim, ...]:
    """Leave out what was told of a part in a clause before: 新签项目60个，其中省级项目9个，|开工42个."""
    claims = context.claims
    whole = (
        claim
        for claim in claims
        if claim.item.clause == item.clause or not context.text.startswith("其中", claim.item.clause.start)
    )
    return tuple(whole) or claims


def _of_other_size(context: Context, item: Item) -> str:
    """Give what was counted before by another size: 产值过9亿元的企业16家，其中过50亿元的|4家; "" for no size."""
    said = within(context.text, item.left, context.lexicon)
    sized = (at for at, token in enumerate(said) if token.letter == "Q")
    last = next((at for at in sized if at + 1 == len(said) or said[at + 1].letter == "U"), None)
    size = said[last].text if last is not None else ""
    theirs = reading_of(context.last(), context.lexicon).tokens
    if not size or all(token.letter != "Q" for token in theirs):
        return ""
    return "".join(size if token.letter == "Q" else token.text for token in theirs)


def _average_of(context: Context, indicator: str, item: Item) -> str:
    """Give the average of what was told before, where only that is said: 人均, 户均; money is of GDP where that was."""
    said = within(context.text, item.left, context.lexicon)
    average = next((token.text for token in said if "average" in token.features.roles), "")
    economy = _economy(context.lexicon)
    paid = item.quantity.kind == "money" and any(claim.indicator == economy for claim in context.claims)
    whole = economy if paid else indicator
    return average + whole if average and not whole.startswith(average) else indicator


def _deed_behind(context: Context, item: Item) -> str:
    """Give what people or households without a name do, where their number opens a clause: 9.6万人|参加培训.

    Or what is done for them: 为9万人次|提取公积金.
    """
    last = context.claims[-1] if context.claims and context.claims[-1].item.listed is item.listed else None
    before = within(context.text, item.left, context.lexicon)
    opens = all(token.letter in "DMJT" or token.text in ("有", "为") for token in before)  # 又有90万人|落户
    counts = item.quantity.kind == "people" or item.quantity.base_unit == "户"
    if not counts or not opens or (last and last.item.clause == item.clause and item.chained):
        return ""
    behind = Span(item.quantity.end, item.clause.end)
    row = [t for t in within(context.text, behind, context.lexicon) if t.letter not in "IQ"]
    start = next((at for at, token in enumerate(row) if token.letter not in "DMZ"), len(row))
    ranked = "".join(token.letter for token in row[start + 1 : start + 3]) == "RO"  # 居全国第三
    if start == len(row) or row[start].letter != "V" or ranked:
        return ""
    stop = next((at for at, token in enumerate(row) if at > start and token.letter in "IJ"), len(row))
    return cleaned("".join(token.text for token in row[start:stop]), context.lexicon)


def _set_phrase_before(context: Context, item: Item) -> str:
    """Give the verb with its object in one word that things are counted of: 为企业|解决问题90个."""
    before = within(context.text, item.left, context.lexicon)
    return before[-1].text if before and before[-1].is_idiom and item.quantity.counts else ""


def _fund_raised(context: Context, item: Item) -> str:
    """Give money its ordinary name where only what it is raised and spent for is told: 筹措|3亿元用于排水改造."""
    if item.quantity.kind != "money":
        return ""
    before = within(context.text, item.left, context.lexicon)
    verb = before[-1].features.verb if before and before[-1].letter == "V" else None
    raised = verb is not None and "act" in verb.kinds and not verb.act
    following = within(context.text, item.right, context.lexicon)
    spent = following and following[0].letter == "V" and purpose(following) is not None
    return _fund(context.lexicon) if raised and spent else ""


def _part_before(context: Context, item: Item) -> str:
    """Give the verb that is the name of a part, behind what else is measured: 道路面积20平方米，累计|投资5亿元."""
    before = within(context.text, item.left, context.lexicon)
    token = before[-1] if before and before[-1].letter == "V" else None
    theirs = reading_of(context.last(), context.lexicon).tokens
    return (
        token.text
        if token and is_whole(token.text, context.lexicon) and theirs and theirs[-1].is_measure
        else ""
    )


def _deed_before(context: Context, item: Item) -> str:
    """Give the verbs that name what is counted where nothing else does: 全年|招工3000人, 实现|进城落户3000人."""
    before = within(context.text, item.left, context.lexicon)
    first = len(before)
    while first and before[first - 1].letter == "V" and not _brings(before[first - 1]):
        first -= 1
    deed, verb = before[first:], before[-1].features.verb if before else None
    plain = verb is None or not (verb.act or verb.stage or "act" in verb.kinds)
    named = plain or (len(deed) > 1 and verb is not None and verb.kinds == ("occur",))
    return "".join(token.text for token in deed) if deed and named and item.quantity.unit else ""


def _own_deed(context: Context, item: Item) -> str:
    """Give the noun of a verb that stands alone before an amount of another unit: 用水3亿吨，|发电9亿度."""
    before = context.claims[-1].item.quantity if context.claims else None
    counts = item.quantity.counts or item.quantity.kind in ("percent", "points", "people", "money")
    if before is None or counts or before.base_unit == item.quantity.base_unit:
        return ""
    said = [t for t in within(context.text, item.left, context.lexicon) if t.letter not in "DMTJ"]
    verb = said[0].features.verb if len(said) == 1 else None
    return said[0].text if verb is not None and verb.noun and verb.kinds == ("occur",) else ""


def _brings(token: Token) -> bool:
    """Tell whether a verb brings a deed or an amount about and is none itself: 完成, 新增, 办理."""
    verb = token.features.verb
    states = "fact" in token.features.roles  # 有|9万名
    return states or (verb is not None and bool(verb.act or {"act", "urge"} & set(verb.kinds)))


def _told_again(context: Context, item: Item, read: WordsBefore) -> Claim | None:
    """Give the claim that a second number for the same thing is beside: 增长6%以上、力争7%."""
    if not (context.claims and item.listed) or (read.tail_act and not _is_hedged(context, item)):
        return None
    before = context.claims[-1]
    if before.measure is Measure.change and reaches(context, item.quantity):  # 新增9亿元、累计突破60亿元
        return None
    same = before.item.quantity.base_unit == item.quantity.base_unit and before.item.clause == item.clause
    return before if same else None


def _is_hedged(context: Context, item: Item) -> bool:
    return any(token.features.hedge for token in within(context.text, item.left, context.lexicon))


def _subject_before(context: Context, item: Item) -> str:
    """Give the subject of the clause before; of stages that are counted only the works: 大项目建设见效，|开工90个."""
    works = owner_before(context, item) if item.quantity.counts else ""
    staged = works and _only_does(within(context.text, item.left, context.lexicon))
    counted = staged and reading_of(works, context.lexicon).tokens[-1].is_countable
    return works if counted else subject_before(context, item)


def _object_of_clause_before(context: Context, item: Item) -> str:
    """Give the things that the clause before is about, where that tells no number: 抓好危房改造，年内|开工300套.

    So many of them are built or done, as the verb right before the number says; nothing else stands with it.
    """
    before = within(context.text, item.left, context.lexicon)
    behind = context.words(item.right)
    bare = _only_does(before)
    kinds = ("length", "area", "people")
    if not bare or behind or not (item.quantity.counts or item.quantity.kind in kinds):
        return ""
    return object_before(context, item)


def _only_does(found: Sequence[Token]) -> bool:
    """Tell whether nothing but what is done stands before a number: 年内|新建和改造300套, 惠及|9万人."""
    done = bool(found) and found[-1].letter == "V" and (found[-1].tells_stage or "act" in found[-1].kinds)
    known = all(token.letter != "V" or token.features.verb for token in found)  # but 清理病死树9万株
    return done and known and all(token.letter in "VDMTJC" for token in found)


CARRIED = Construction(
    "carried",
    _carried,
    examples=(
        (
            "营业收入增长7%左右、奋斗目标9%",
            "营业收入 growth 7 % around; 营业收入 growth 9 % exact",
        ),
        (
            "一般公共预算收入88.4亿元、可比增长6%",
            "一般公共预算收入 level 88.4 亿元 exact; 一般公共预算收入 growth 6 % exact",
        ),
        ("护林员补贴标准逐年提高，达到1800元", "护林员补贴标准 level 1800 元 exact"),
        (
            "签约亿元项目60个，其中工业项目9个，开工42个",
            "亿元项目 level 60 个 exact; 工业项目 level 9 个 exact; 亿元项目 level 42 个 exact",
        ),
        (
            "6亿元以上项目9个、2亿元以上20个",
            "6亿元以上项目 level 9 个 exact; 2亿元以上项目 level 20 个 exact",
        ),
        (
            "产值过9亿元的企业16家，其中过50亿元的4家",
            "产值过9亿元的企业 level 16 家 exact; 产值过50亿元的企业 level 4 家 exact",
        ),
        ("重大项目建设见形见效，开工90个", "重大项目 level 90 个 exact"),
        ("用水量3亿吨，发电9亿度", "用水量 level 3 亿吨 exact; 发电 level 9 亿度 exact"),
        ("全年增长5.2%", "地区生产总值 growth 5.2 % exact"),
        ("为商户解决问题90个", "解决问题 level 90 个 exact"),
        (
            "民生支出6亿元，统筹2亿元用于稳岗扩岗",
            "民生支出 level 6 亿元 exact; 资金 level 2 亿元 exact",
        ),
        ("抓好危房改造，新建和改建300套", "危房 level 300 套 exact"),
        ("建立高龄补贴制度，惠及9万人", "高龄补贴制度 level 9 万人 exact"),
        ("经济增速是综合指标，预期目标定为6%", "经济增速 growth 6 % exact"),
        (
            "民生支出88亿元，占总支出的81%，增长9%",
            "民生支出 level 88 亿元 exact; 民生支出占总支出比重 share 81 % exact; 民生支出 growth 9 % exact",
        ),
    ),
)

"""Read one quantity by the words beside it: a noun behind it or a name before it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from reportparse.extractors.figures.claim import Claim, Construction, Context, Taken
from reportparse.extractors.figures.clause_before import object_before, owner_before
from reportparse.extractors.figures.counted import counted, relative
from reportparse.extractors.figures.items import Item
from reportparse.extractors.figures.measure import RATIOS, measured
from reportparse.extractors.figures.names import (
    OFFICES,
    cleaned,
    ends_in_landmark,
    is_aim,
    is_grade,
    is_ordinal,
    is_unit,
    is_whole,
    only_says_aim,
    only_says_whose,
    takes_owner,
    trimmed,
    without_aim,
    without_manner,
)
from reportparse.extractors.figures.phrase import WordsBefore, holds_for_each, letters, phrase, within
from reportparse.extractors.figures.spelling import (
    class_of,
    joined,
    leans,
    listed_with_head,
    of_dwellers,
    shared_head,
    spelled_out,
    things_of,
)
from reportparse.extractors.figures.told import (
    without_class,
    without_deed,
    without_event,
    without_measure,
    without_next_owner,
    without_quoted,
    without_registration,
    without_work,
)
from reportparse.grammar.clause import Span
from reportparse.grammar.members import is_size
from reportparse.grammar.quantity import Quantity, units_with
from reportparse.grammar.reading import read as reading_of
from reportparse.grammar.token import Token
from reportparse.lexicon.vocabulary import vocabulary
from reportparse.model import Bound, Measure

_NOUN_GROWTH = regex.compile(r"(?:的)?(?:正|快速|高速|较快|稳定)?(?P<noun>增长|增速|增幅|提升|下降|降幅)")


def read_before(context: Context, item: Item) -> WordsBefore:
    """Take the words before the number apart; a listed item without a verb has that of the item before it."""
    reached = reaches(context, item.quantity)
    read = phrase(context.text, item.left, context.lexicon, reached=reached)
    own = (
        read.head
        or read.tail
        or read.head_act in ("add", "cut")  # 用地减量6平方公里
        or reached
    )
    if not own and (before := _lends_verb(context, item)):
        kept = "累计" if regex.search("累[计积]", before.adverbs) else ""
        verb = vocabulary(context.lexicon)[before.verb].verb
        read = replace(
            read,
            head=before.verb,
            head_act=before.act,
            adverbs=read.adverbs + kept,
            governs=read.governs or (before.rule == "counted-behind" and _lacks_head(context, item)),
            sets_going=verb is not None and "urge" in verb.kinds,
        )
    noun = _NOUN_GROWTH.match(context.words(item.right)) if item.quantity.kind in RATIOS else None
    if noun:
        read = replace(
            read, tail=read.tail or "增长", tail_act="fall" if noun["noun"] in ("下降", "降幅") else "grow"
        )
    return read


def _lacks_head(context: Context, item: Item) -> bool:
    """Tell whether a verb behind a number can be no predicate, since nothing before it is counted: 9家市级|放心单位."""
    noun = counted(context.text, item.right, context.lexicon)
    return item.quantity.counts and not any(map(is_unit, within(context.text, noun, context.lexicon)))


def reaches(context: Context, quantity: Quantity) -> bool:
    """Tell whether the bound of a quantity is a verb of its own: 突破5000家, but 新增泊位超90个."""
    word = context.text[quantity.start : quantity.number]
    return len(word) > 1 and vocabulary(context.lexicon)[word].verb is not None


def _lends_verb(context: Context, item: Item) -> Claim | None:
    """Give the claim whose verb holds for an item without one: in its list, or in the clause before a comma."""
    if not context.claims:
        return None
    before = context.claims[-1]
    if not before.verb or before.rule not in ("named", "counted-behind"):
        return None
    name = phrase(context.text, item.left, context.lexicon).name
    if is_whole(context.words(name), context.lexicon):
        return None  # 新增工厂86家、总数1073家
    named = within(context.text, name, context.lexicon)
    if named and all(token.is_event for token in named):
        return None  # 新增就业3万人、再就业5000人
    if before.item.clause == item.clause:
        return before if item.listed else None
    if "V" in letters(context.text, item.right, context.lexicon):
        return None  # 新增认证20项，5家企业入选名单
    kinds = {before.item.quantity.kind, item.quantity.kind}
    counts = len(kinds) == 1 and kinds.isdisjoint(("money", *RATIOS))
    gap = context.text[before.item.clause.end : item.clause.start].strip()
    return (
        before
        if counts
        and before.act
        and gap == "，"
        and max(before.item.right.start, before.end) == before.item.right.end
        else None
    )


def _bound(context: Context, item: Item) -> Bound:
    least = item.quantity.bound is Bound.exact and "至少" in context.words(item.left)
    return Bound.at_least if least else item.quantity.bound


# -- a counted noun behind the number ---------------------------------------------------------------


def _counted_behind(context: Context, items: Sequence[Item]) -> Taken | None:
    item, text = items[0], context.text
    read = read_before(context, item)
    alike = _alike_but_for_size(context, items)
    noun = item.right if alike else _noun_behind(context, _with_last(context, items, read), read)
    if noun is None:
        return None
    indicator = alike or cleaned(context.words(noun), context.lexicon)
    if ends_in_landmark(indicator, context.lexicon):  # 总量连跨4个千亿台阶
        return Taken(1, lean=cleaned(context.words(read.name), context.lexicon))
    if not alike and len(items) > 1 and items[1].listed and noun.end == item.right.end:
        indicator += shared_head(text, noun, items[1].right, context.lexicon)
    measure, sign = measured(item.quantity, read, indicator, context.lexicon)
    broke = text[item.quantity.start : item.quantity.number] == "突破"  # 突破20项技术 sets no limit
    start = trimmed(text, item.left).start if read.head else item.quantity.start
    return Taken.of(
        Claim(
            item,
            indicator,
            measure,
            sign,
            start,
            "counted-behind",
            Bound.exact if broke else _bound(context, item),
            read.head or read.tail,
            read.adverbs,
            "add" if read.adds else read.head_act,
            end=noun.end,
        )
    )


def _with_last(context: Context, items: Sequence[Item], read: WordsBefore) -> Item:
    """Give the first item with what stands behind the last of its row, which all count: 改造3800户、58万平方米|住房.

    Each may have a verb of its own: 新建30公里、改造50公里|绿道.
    """
    item = items[0]
    named = read.name.start < read.name.end and not only_says_whose(context.text, read.name, context.lexicon)
    if named or not (read.governs or read.head):
        return item
    if item.quantity.enumerates and item.along > 1:
        return replace(item, right=items[item.along - 1].right)
    last = next((each for each in items if each.right.start < each.right.end), item)
    between = items[1 : items.index(last) + 1]
    alike = all(each.listed and each.quantity.base_unit == item.quantity.base_unit for each in between)
    return replace(item, right=last.right) if alike and _share_object(context, between) else item


def _share_object(context: Context, between: Sequence[Item]) -> bool:
    """Tell whether nothing but verbs stands before each number of a row: 新建30公里、|改造50公里绿道."""
    said = [letters(context.text, item.left, context.lexicon).strip("DMIC") for item in between]
    return all(row and set(row) <= {*"VW"} for row in said)


def _alike_but_for_size(context: Context, items: Sequence[Item]) -> str:
    """Give the things of which only the size is told, as those of another size: 3个6亿元以上、|8个2亿元以上项目."""
    own = within(context.text, items[0].right, context.lexicon)
    if len(items) < 2 or not items[1].listed or [token.letter for token in own] != ["Q"]:
        return ""
    theirs = within(
        context.text, counted(context.text, items[1].right, context.lexicon, True), context.lexicon
    )
    return "".join(token.text for token in (*own, *theirs[1:])) if theirs and theirs[0].letter == "Q" else ""


def _noun_behind(context: Context, item: Item, read: WordsBefore) -> Span | None:
    """Give the noun that a quantity before it counts, None where what follows is no such noun."""
    quantity, right = item.quantity, context.words(item.right)
    written = context.words(trimmed(context.text, read.name))
    before = within(context.text, item.left, context.lexicon)
    other = bool(before) and before[-1].letter in "CI"  # 所有乡镇和|90%以上行政村
    ordinal = is_ordinal(context.text, read.name, context.lexicon)  # 首批|9个行业
    if other or ordinal or only_says_whose(context.text, read.name, context.lexicon):  # 市级61项事项
        written = ""
    if (
        not right
        or right[0] in "），。；、："
        or quantity.doubling
        or (_NOUN_GROWTH.match(right) and quantity.kind in RATIOS)
    ):
        return None
    if sized := _sized(context, item):
        return sized
    if quantity.base_unit in units_with(context.lexicon, "deeds") and _is_deed(context, item.right):
        return trimmed(context.text, item.right)  # 举办9场|集中签约
    opened = int(right.startswith("的"))
    if not opened and quantity.counts:
        opened = relative(context.text, item.right, context.lexicon)
    span = Span(item.right.start + opened, item.right.end)
    if context.words(item.left).endswith("等"):
        row = within(context.text, span, context.lexicon)
        marks = (mark.start for one, mark in pairwise(row) if mark.letter == "I" and one.text not in OFFICES)
        span = Span(span.start, next(marks, span.end))  # 等9个国家、省重点项目
    elif before and before[-1].letter == "I" and not item.listed:  # 河东片区、2平方公里起步区|等项目
        ends = (token for token in within(context.text, span, context.lexicon) if token.letter in "IE")
        span = Span(span.start, next((token.start for token in ends), span.end))
    owned = read.governs and bool(read.tail)  # 完成9个村|的土地确权
    noun = counted(context.text, span, context.lexicon, read.governs, quantity.kind == "people", owned)
    if (
        not (
            (read.governs and (read.head or not read.tail))
            or item.listed
            or item.chained
            or (written and read.head)
        )
        and noun.end == item.clause.end
    ):
        noun = without_deed(context.text, noun, context.lexicon)
    elif not read.governs and quantity.enumerates and noun.end < item.clause.end:
        noun = without_event(context.text, noun, item.clause, context.lexicon, quantity.kind == "people")
    things = quantity.base_unit in units_with(context.lexicon, "things")
    if quantity.kind != "money" and (not quantity.counts or things):
        noun = without_class(context.text, noun, context.lexicon)
    if noun.end == item.right.end < item.clause.end:
        noun = without_next_owner(context.text, noun, context.lexicon)
    noun = without_work(context.text, noun, quantity.base_unit, context.lexicon, read.sets_going)
    word = context.words(noun)
    if not word or set(letters(context.text, noun, context.lexicon)) == {"H"}:  # 跨过千亿|级
        return None
    if not read.governs and (not read.head or read.sets_going):
        noun = without_quoted(context.text, noun, context.lexicon)
    if not (read.governs or read.tail) and (quantity.counts or quantity.kind == "percent"):
        noun = without_measure(context.text, noun, item.clause, context.lexicon, not quantity.counts)
    aims = quantity.kind != "count" or opened  # 完成减少事项80项|的目标
    if written and aims and only_says_aim(context.text, noun, context.lexicon):
        return None
    if written and not _is_spent(context, item) and _belongs_before(quantity, read, bool(opened)):
        return None
    if (not opened and _starts_predicate(context, item, noun)) or (
        written and not opened and is_whole(word, context.lexicon)
    ):
        return None
    return noun


def _is_deed(context: Context, span: Span) -> bool:
    """Tell whether words are a doing and how it is done, and nothing more: 集中签约."""
    row = letters(context.text, span, context.lexicon)
    return row.strip("VWDA") == "" and row[-1:] in ("V", "W")


def _sized(context: Context, item: Item) -> Span | None:
    """Give what is counted where its size is told before it: 9个人口20万以上的|县, 12座日处理500吨|污水厂."""
    found = within(context.text, Span(item.right.start, item.clause.end), context.lexicon)
    row = "".join(token.letter for token in found)
    told = _SIZE.match(row) if item.quantity.enumerates else None
    if told is None or any(token.is_countable for token in found[: told.start("size")]):
        return None
    at, (whose, end) = told.start("size"), told.span("whose")
    counts = item.quantity.kind == "people" or any(map(is_unit, found[whose:end]))
    if not (found[at - 1].is_measure if told["of"] else counts and is_size(found[at])):
        return None
    return counted(context.text, Span(found[whose].start, item.clause.end), context.lexicon)


_SIZE = regex.compile("(?:[NVWA]|OV?)+(?P<size>Q)(?P<of>U?)(?P<whose>[NWAGXR]+)")
"""Matches the letters of what is measured of things, of the measure, and of the things: 日处理|500吨|污水厂."""


def _belongs_before(quantity: Quantity, read: WordsBefore, opened: bool) -> bool:
    """Tell whether a quantity with a name before it measures that name and not what is behind."""
    if read.adds:
        return False
    if opened:
        return quantity.kind in ("percent", "points", "money") or bool(read.tail)
    return not quantity.enumerates or read.tail_act in (
        "grow",
        "fall",
        "rise_to",
        "fall_to",
    )


def _is_spent(context: Context, item: Item) -> bool:
    """Tell whether a verb right before an amount of money governs what is behind it: 财政安排2亿元资金."""
    before = within(context.text, item.left, context.lexicon)
    verb = before[-1].features.verb if before and before[-1].letter == "V" else None
    return item.quantity.kind == "money" and verb is not None and "act" in verb.kinds


def _starts_predicate(context: Context, item: Item, noun: Span) -> bool:
    """Tell whether the words behind an amount begin with what it was spent on: 2亿元建设水厂."""
    first, *rest = within(context.text, noun, context.lexicon)
    verb = first.features.verb
    if verb is None or first.is_event or first.marks_class:  # 9件惠企|实事
        return False
    counts = item.quantity.enumerates
    if counts and rest and rest[-1].is_countable and not is_aim(rest[-1]):  # 市级61项授权事项
        return False
    whole = not rest and noun.end == item.right.end  # 获得2亿元奖励
    return first.letter == "V" or ("act" in verb.kinds and not (counts or whole))


COUNTED_BEHIND = Construction(
    "counted-behind",
    _counted_behind,
    examples=(
        ("建成6个市级农业园区", "市级农业园区 level 6 个 exact"),
        ("180个重点项目完成投资420亿元", "重点项目 level 180 个 exact; 重点项目投资 level 420 亿元 exact"),
        ("3家企业入选国家名单", "企业 level 3 家 exact"),
        ("新创建2家以上省级实验室", "省级实验室 level 2 家 at_least"),
        ("打造4个具有全省影响力的农产品品牌", "农产品品牌 level 4 个 exact"),
        ("资助400名困难人员参加技能培训", "困难人员 level 400 名 exact"),
        ("选派60名专家到县级医院帮扶", "专家 level 60 名 exact"),
        ("在5个人口30万以上的县开展试点", "县 level 5 个 exact"),
        (
            "7个年度计划总投资30亿元的新材料项目开工",
            "新材料项目 level 7 个 exact; 年度计划总投资 level 30 亿元 exact",
        ),
        ("县医院聘任12名退休医师担任顾问", "退休医师 level 12 名 exact"),
        ("40家企业融入8条跨县共建产业链", "企业 level 40 家 exact; 跨县共建产业链 level 8 条 exact"),
        ("120户居民家庭的饮水质量得到改善", "居民家庭 level 120 户 exact"),
        ("改造900户、8万平方米老旧住房", "老旧住房 level 900 户 exact; 老旧住房 level 8 万平方米 exact"),
        ("新建30公里、改造50公里绿道", "绿道 level 30 公里 exact; 绿道 level 50 公里 exact"),
        ("建成6座日处理800吨污水处理厂", "污水处理厂 level 6 座 exact"),
        (
            "引进3个6亿元以上、8个2亿元以上优质项目",
            "6亿元以上优质项目 level 3 个 exact; 2亿元以上优质项目 level 8 个 exact",
        ),
        ("实施20公里排水管网等项目", "排水管网 level 20 公里 exact"),
        ("建成首批60个标准化就业驿站", "标准化就业驿站 level 60 个 exact"),
        ("在改造9个街区基础上扩面", "街区 level 9 个 exact"),
        ("60个续建类重点项目完工", "续建类重点项目 level 60 个 exact"),
        ("抓好9件惠企实事", "惠企实事 level 9 件 exact"),
        ("12个行业实现联办", "行业 level 12 个 exact"),
        ("开展8个以县城为载体的商业试点", "商业试点 level 8 个 exact"),
        ("完成70项年度改革任务", "年度改革任务 level 70 项 exact"),
        ("遴选30个村庄开展污水处理试点", "村庄 level 30 个 exact"),
    ),
)


# -- a name before the number -----------------------------------------------------------------------


def _named(context: Context, items: Sequence[Item]) -> Taken | None:
    item = items[0]
    own_head = phrase(context.text, item.left, context.lexicon).head
    read = read_before(context, item)
    name = trimmed(context.text, read.name)
    if item.quantity.counts:
        name = class_of(context.text, name, context.lexicon)
        name = without_registration(context.text, name, item.quantity.base_unit, context.lexicon)
    if ends_in_landmark(context.words(name), context.lexicon):  # 站上3000亿元台阶、|达3014亿元
        return None
    said = within(context.text, name, context.lexicon)
    if context.claims and all(token.letter == "A" and not is_grade(token) for token in said):  # 高的|达到9%
        return None
    leans_back = context.text.endswith("，", 0, item.clause.start) and not read.head
    leaning = context.claims or leans_back
    if is_ordinal(context.text, name, context.lexicon):  # 首|破4000亿元
        return None
    if name.start == name.end or (leaning and only_says_aim(context.text, name, context.lexicon)):
        return None
    indicator = without_manner(cleaned(context.words(name), context.lexicon), context.lexicon)
    if not indicator:
        return None
    if (item.listed or item.chained) and (headed := _with_head(context, indicator)):
        indicator = headed
    elif context.is_near(item) and (theirs := of_dwellers(context.last(), indicator, context.lexicon)):
        indicator = theirs
    elif event := _event_of(context, item, name):
        indicator = event
    right = context.words(item.right)
    if read.owner and takes_owner(context.text, read, context.lexicon):
        indicator = cleaned(context.words(read.owner), context.lexicon) + indicator
    elif (
        leans(indicator, context.lexicon)
        and (not read.head or _brings(context, read.head))
        and not context.is_near(item)
        and (theirs := owner_before(context, item, bool(read.head)) or _things_before(context, item, said))
    ):
        indicator = joined(theirs, indicator, context.lexicon)  # 养殖业升级，|产值增长6%
    elif (
        leans(indicator, context.lexicon)
        and (own_head in ("", "完成") or _brings(context, own_head))  # 办展9场、实现|销售额3亿元
        and context.is_near(item)
        and not (own_head == "" and _is_another(context, item, indicator))
    ):
        indicator = joined(_things_told(context, said), indicator, context.lexicon)
    elif _is_part_of_added(context, item, read, indicator) and not said[-1].is_rate:
        indicator = read.head + indicator  # 新增财力|80%用于民生
    elif (
        item.quantity.kind == "percent"
        and not read.tail
        and right
        and all(token.letter in "NWA" for token in within(context.text, item.right, context.lexicon))
    ):
        indicator += right
    measure, sign = measured(item.quantity, read, indicator, context.lexicon)
    start = read.owner.start if read.owner else name.start
    apart = read.owner is not None and not indicator.startswith(
        cleaned(context.words(read.owner), context.lexicon)
    )
    owner = cleaned(context.words(read.owner), context.lexicon) if read.owner and apart else ""
    return Taken(
        1,
        tuple(
            Claim(
                item,
                without_aim(cleaned(one, context.lexicon), context.lexicon),
                measure,
                sign,
                start,
                "moved" if read.tail else "named",
                _bound(context, item),
                read.head or read.tail,
                read.adverbs,
                read.head_act,
                owner=owner,
            )
            for one in _each(context, item, name, indicator, read)
        ),
    )


def _things_told(context: Context, rate: Sequence[Token]) -> str:
    """Give what was told of before; for a rate the things alone that an amount was of: 国企|利润总额9亿元、负债率60%.

    What is money itself has no rate of things: 发放补助9亿元、|安置率98%.
    """
    last = context.last()
    if not context.claims or not rate[-1].is_rate or rate[0].text.startswith("占"):
        return last
    things = things_of(last, context.lexicon)
    money = context.claims[-1].item.quantity.kind == "money"
    return "" if money and things == last else things


def _things_before(context: Context, item: Item, said: Sequence[Token]) -> str:
    """Give what a rate or a part is of, where the clause before does something to it: 发展托育机构，|覆盖率90%."""
    bare = said[-1].is_rate or len(said) == 1
    things = object_before(context, item) if bare else ""
    return things if things and reading_of(things, context.lexicon).tokens[-1].is_countable else ""


def _is_part_of_added(context: Context, item: Item, read: WordsBefore, added: str) -> bool:
    """Tell whether a percentage is one of what is more than before: 新增财力|80%用于民生, but not 增加投入|9%."""
    told = item.quantity.kind == "percent" and read.head_act == "add" and bool(read.head) and not read.tail
    return told and measured(item.quantity, read, added, context.lexicon)[0] is Measure.share


def _brings(context: Context, verb: str) -> bool:
    """Tell whether a verb brings an amount about, and is none of works: 实现|产值, but not 完成|投资."""
    entry = vocabulary(context.lexicon)[verb].verb
    return entry is not None and entry.act == "reach" and not entry.stage


def _is_another(context: Context, item: Item, part: str) -> bool:
    """Tell whether a clause behind a semicolon begins with a verb of its own for a part: …40公里；投资3亿元建成水厂."""
    return (
        context.text.endswith("；", 0, item.clause.start)
        and vocabulary(context.lexicon)[part].verb is not None
    )


def _with_head(context: Context, grade: str) -> str:
    """Give what was counted before in another grade, where only the grade is told: 国家级园区3个、省级|12个."""
    found = reading_of(context.last(), context.lexicon).tokens
    own = reading_of(grade, context.lexicon).tokens
    if not found or not all(map(is_grade, own)) or not is_grade(found[0]):
        return ""
    return grade + "".join(token.text for token in found[1:])


def _event_of(context: Context, item: Item, name: Span) -> str:
    """Give the event that what was counted before has a number of: 为80家企业|引才900人; "" for another name."""
    if not item.chained or not context.claims or context.claims[-1].rule != "counted-behind":
        return ""
    start = context.claims[-1].end
    if not name.start < start < name.end:
        return ""
    found = within(context.text, Span(start, name.end), context.lexicon)
    return (
        cleaned(context.words(Span(start, name.end)), context.lexicon)
        if found and all(token.is_event for token in found)
        else ""
    )


def _each(context: Context, item: Item, name: Span, indicator: str, read: WordsBefore) -> list[str]:
    """Give the names that the number holds for: each part of a list for a ratio or with 均 or 各, else the whole."""
    each = holds_for_each(read.adverbs, context.lexicon)
    if not (each or item.quantity.kind in ("percent", "points") or item.quantity.grade):
        return [indicator]
    found = within(context.text, name, context.lexicon)
    if any(token.letter == "E" for token in found):
        return listed_with_head(found) if each else [indicator]
    marks = "IC" if each else "I"
    count = 1 + sum(token.letter in marks for token in found)
    return (spelled_out(context.text, name, count, context.lexicon) if count > 1 else None) or [indicator]


NAMED = Construction(
    "named",
    _named,
    examples=(
        ("新建口袋公园35处", "口袋公园 level 35 处 exact"),
        ("地区生产总值增长6.5%以上", "地区生产总值 growth 6.5 % at_least"),
        ("城镇新增就业4.6万人", "城镇新增就业 change 4.6 万人 exact"),
        ("工业投资、技改投资均增长14%以上", "工业投资 growth 14 % at_least; 技改投资 growth 14 % at_least"),
        ("安置房新开工3200套、基本建成4100套", "安置房 level 3200 套 exact; 安置房 level 4100 套 exact"),
        (
            "新增省级工程中心12家、市级工程中心30家以上",
            "省级工程中心 change 12 家 at_least; 市级工程中心 change 30 家 at_least",
        ),
        (
            "实施重点项目260个、完成投资310亿元",
            "重点项目 level 260 个 exact; 重点项目投资 level 310 亿元 exact",
        ),
        ("细颗粒物平均浓度改善9%", "细颗粒物平均浓度 growth -9 % exact"),
        ("森林覆盖率提高1.5个百分点", "森林覆盖率 change 1.5 个百分点 exact"),
        ("交付率98%", "交付率 share 98 % exact"),
        ("将补助标准提高30元", "补助标准 change 30 元 exact"),
        ("实现中职学校扩招2万人目标", "中职学校扩招 change 2 万人 exact"),
        ("提高低保标准20元", "低保标准 change 20 元 exact"),
        ("参加养老保险人数48万人", "参加养老保险人数 level 48 万人 exact"),
        ("养殖业转型步伐加快，产值增长6%", "养殖业产值 growth 6 % exact"),
        ("三个养殖项目陆续投产、水产品产量9万吨", "水产品产量 level 9 万吨 exact"),
        (
            "住房销售面积环比、同比分别增长6%、9%",
            "住房销售面积 growth 6 % exact; 住房销售面积 growth 9 % exact",
        ),
        ("新增服务企业9家、坐席300个", "服务企业 change 9 家 exact; 坐席 change 300 个 exact"),
        ("举办产销对接会9场", "产销对接会 level 9 场 exact"),
        ("完成适老化改造900户", "适老化改造 level 900 户 exact"),
        ("整修夜间照明设施40处", "夜间照明设施 level 40 处 exact"),
        ("能耗强度居全省第二、办理时限压缩至9天", "办理时限 level 9 天 exact"),
        ("完成减少审批事项80项的目标", "审批事项 change -80 项 exact"),
        ("职工平均工资达到9.6万元", "职工平均工资 level 9.6 万元 exact"),
        (
            "城镇人均住房面积达到40平方米，农村达到52平方米",
            "城镇人均住房面积 level 40 平方米 exact; 农村人均住房面积 level 52 平方米 exact",
        ),
        (
            "工业产值达到90亿元，按可比价格计算，增长8%",
            "工业产值 level 90 亿元 exact; 工业产值 growth 8 % exact",
        ),
    ),
)

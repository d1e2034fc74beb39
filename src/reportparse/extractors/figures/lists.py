"""Read lists: several numbers for the parts of one name, and one number for each part of it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from reportparse.extractors.figures.against import is_gap
from reportparse.extractors.figures.claim import Claim, Construction, Context, Taken
from reportparse.extractors.figures.clause_before import numberless_before
from reportparse.extractors.figures.counted import counted
from reportparse.extractors.figures.items import Item, is_alike
from reportparse.extractors.figures.measure import PLANNED, measured, pace_of
from reportparse.extractors.figures.names import cleaned, is_whole, takes_owner, trimmed
from reportparse.extractors.figures.phrase import WordsBefore, phrase, within
from reportparse.extractors.figures.spelling import joined, leans, of_dwellers, spelled_out
from reportparse.grammar.clause import Span
from reportparse.grammar.quantity import Quantity
from reportparse.grammar.reading import read as read_text
from reportparse.grammar.token import Token
from reportparse.lexicon import Lexicon
from reportparse.lexicon.vocabulary import vocabulary
from reportparse.model import Bound

_SHARE = regex.compile(r"占(?P<of>[^，。；、占]{1,16}?)(?:的)?(?:比重|比例)?$")
_REACH_AT_END = regex.compile(r"(?:分别)?(?:达到|达|为|提高到|提升至)?$")
_FRONT = frozenset((Bound.over, Bound.at_least, Bound.at_most, Bound.under, Bound.around))


def _is_parallel(context: Context, run: Sequence[Item]) -> bool:
    """Tell whether there are as many names as numbers, whatever these measure: 覆盖率、蓄积量提高2%、3万立方米.

    What stands for several in one word (进出口总额) does so for numbers of one kind only.
    """
    name = trimmed(context.text, phrase(context.text, run[0].left, context.lexicon).name)
    if name.start == name.end:
        return False
    listed = any(token.letter in "IC" for token in within(context.text, name, context.lexicon))
    if not listed and len({item.quantity.kind for item in run}) > 1:
        return False
    return spelled_out(context.text, name, len(run), context.lexicon) is not None


def _run(context: Context, items: Sequence[Item], *, mixed: bool) -> Sequence[Item]:
    """Give the first items, as long as nothing but marks stands between their numbers, of all kinds where `mixed`."""
    if "分别" not in phrase(context.text, items[0].left, context.lexicon).adverbs:
        return items[: items[0].along if mixed else items[0].alike]
    run = [items[0]]
    for before, item in pairwise(items):
        if not _goes_on(context, before, item) or not (mixed or is_alike(before, item)):
            break
        run.append(item)
    return run


def _goes_on(context: Context, before: Item, item: Item) -> bool:
    """Tell whether a number goes on a list of which each has a name: by marks alone, or with a verb of its own."""
    return before.along > 1 or (
        item.listed and before.right.start == before.right.end and _moves_too(context, item)
    )


def _moves_too(context: Context, item: Item) -> bool:
    """Tell whether a later number of a list has a verb of its own and nothing else: 分别增长9%和下降2%."""
    read = phrase(context.text, item.left, context.lexicon)
    return bool(read.tail) and read.name.start == read.name.end


def _distributed(context: Context, items: Sequence[Item]) -> Taken | None:
    run = _run(context, items, mixed=True)
    if len(run) < 2:
        return None
    if not _is_parallel(context, run):
        run = _run(context, items, mixed=False)
    first = run[0]
    if is_gap(context, first) and first.quantity.kind in ("points", "percent"):
        return Taken(len(run)) if len(run) > 1 else None  # 增速分别快于全省2个和3个百分点
    planned = PLANNED.search(context.words(first.left))
    left = Span(first.left.start, first.left.start + planned.start()) if planned else first.left
    read = phrase(context.text, left, context.lexicon)
    name = trimmed(context.text, read.name)
    named = context.words(name)
    names, carried = None, False
    if (
        named
        and not takes_owner(context.text, read, context.lexicon)
        and not (is_whole(named, context.lexicon) and context.is_near(first))
    ):
        names = spelled_out(context.text, name, len(run), context.lexicon)
    if names is None and read.owner and takes_owner(context.text, read, context.lexicon):
        # 甲、乙产业分别实现产值3亿元、2亿元
        owners = spelled_out(context.text, read.owner, len(run), context.lexicon)
        names = [joined(owner, named, context.lexicon) for owner in owners] if owners else None
    if names is None and "分别" in read.adverbs and (not named or leans(named, context.lexicon)):
        told = _named_before(context, first, len(run), named)
        names, carried = [joined(one, named, context.lexicon) for one in told] if told else None, True
    if names is None and (earlier := _earlier(context, len(run), named)):
        names, carried = earlier, True
    if names is None:
        behind = counted(context.text, run[-1].right, context.lexicon)
        if behind.start < behind.end:  # 改造小区9个、20公里|管网
            return None
        names = [named] * len(run) if named and len({item.quantity.base_unit for item in run}) > 1 else None
    if names is None:
        return None
    if context.is_near(first):
        names = [of_dwellers(context.last(), one, context.lexicon) or one for one in names]
    share = _share(context, read, first)
    claims = []
    for item, indicator in zip(run, names, strict=True):
        moved = phrase(context.text, item.left, context.lexicon) if item is not first else read
        measure, sign = measured(
            item.quantity, moved if moved.tail else read, indicator + share, context.lexicon
        )
        bound = item.quantity.bound
        if bound is Bound.exact and item is not first:
            bound = _front_bound(first.quantity)
        start = (
            name.start
            if named and not carried
            else (first.left.start if item is first else item.quantity.start)
        )
        claims.append(
            Claim(
                item,
                cleaned(indicator + share, context.lexicon),
                measure,
                sign,
                start,
                "distributed",
                bound,
                read.tail or read.head,
                read.adverbs,
                read.head_act,
                carried,
            )
        )
    return Taken(len(run), tuple(claims))


def _named_before(context: Context, item: Item, count: int, part: str) -> list[str] | None:
    """Give the `count` names of the clause before, which has no number: 合格率、成活率，分别达到98%、90%.

    Where it tells what is measured of them, what they do is left out: 油料、糖料|生产稳定，产量分别增长5%、6%.
    """
    reading = read_text(context.text, context.lexicon)
    start, end = numberless_before(reading, item)
    if end <= start:
        return None
    told = _TOLD.search(reading.letters, start, end)
    stop = told.start() if told and told.start() > start else end
    while part and stop - 1 > start and _tells_how(reading.tokens[stop - 1]):
        stop -= 1
    whole = Span(reading.tokens[start].start, reading.tokens[stop - 1].end)
    name = trimmed(context.text, phrase(context.text, whole, context.lexicon).name)
    return spelled_out(context.text, name, count, context.lexicon)


def _tells_how(token: Token) -> bool:
    """Tell whether a word at the end of names says what they do, how, or which side of them is meant: 处理|能力."""
    return token.letter in "WAD" or token.is_aspect


_TOLD = regex.compile("(?<=[NXWY])[DTJ]*V|(?<=[NXWY])[DTJ]+W|P")
"""Matches the letters of the first words that are told of names before any number: 总量|首次双下降, 集群|做大规模."""


def _front_bound(quantity: Quantity) -> Bound:
    """Give the bound that a word before the first number of a list sets for all (突破3亿元和2亿元)."""
    return quantity.bound if quantity.bound in _FRONT and not quantity.bound_behind else Bound.exact


def _share(context: Context, read: WordsBefore, item: Item) -> str:
    found = _SHARE.search(_REACH_AT_END.sub("", context.words(item.left)))
    return f"占{found['of']}比重" if found and read.name.start == read.name.end else ""


def _earlier(context: Context, count: int, part: str) -> list[str] | None:
    """Give the indicators of the last `count` claims, with the part of them that is told now (总数分别达到)."""
    noun = vocabulary(context.lexicon)[part].noun
    rate = noun is not None and noun.rate  # 建议60件、提案90件，满意率分别达到97%、98%
    paced = pace_of(part) != 0  # 药品、耗材分别达到9种、6类，价格降幅分别达50%、60%
    if len(context.claims) < count or (part and not (rate or paced or leans(part, context.lexicon))):
        return None
    base = [claim.indicator for claim in context.claims[-count:]]
    return base if part.startswith("占") else [indicator + part for indicator in base]


DISTRIBUTED = Construction(
    "distributed",
    _distributed,
    examples=(
        (
            "城乡居民人均可支配收入分别增长6%左右和7%左右",
            "城镇居民人均可支配收入 growth 6 % around; 农村居民人均可支配收入 growth 7 % around",
        ),
        (
            "货物、集装箱吞吐量分别突破2亿吨、90万标箱",
            "货物吞吐量 level 2 亿吨 over; 集装箱吞吐量 level 90 万标箱 over",
        ),
        (
            "粮食播种面积、总产量稳定在310万亩、120万吨以上",
            "粮食播种面积 level 310 万亩 at_least; 粮食总产量 level 120 万吨 at_least",
        ),
        (
            "新增绿色工厂9家、绿色园区2家，总数分别达到31家、7家",
            "绿色工厂 change 9 家 exact; 绿色园区 change 2 家 exact; "
            "绿色工厂总数 level 31 家 exact; 绿色园区总数 level 7 家 exact",
        ),
        (
            "接待游客820万人次、实现旅游收入61亿元，分别增长12%、15%",
            "游客 level 820 万人次 exact; 旅游收入 level 61 亿元 exact; "
            "游客 growth 12 % exact; 旅游收入 growth 15 % exact",
        ),
        (
            "办理建议60件、提案90件，满意率分别达到97%、98%",
            "建议 level 60 件 exact; 提案 level 90 件 exact; 建议满意率 share 97 % exact; 提案满意率 share 98 % exact",
        ),
        (
            "企业开工率、设备利用率，分别达到96%、82%",
            "企业开工率 share 96 % exact; 设备利用率 share 82 % exact",
        ),
        (
            "市、县两级教育投入占比分别达到9%、4%",
            "市级教育投入占比 share 9 % exact; 县级教育投入占比 share 4 % exact",
        ),
    ),
)


def share_bounds(claims: Sequence[Claim], text: str, lexicon: Lexicon) -> tuple[Claim, ...]:
    """Give a bound behind the last item of a list to the items before it that share its verb.

    新建A25处、B40处以上 sets both at least; an item with a verb or a bound of its own keeps to that.
    """
    result = list(claims)
    for place in range(len(result) - 1, 0, -1):
        claim, before = result[place], result[place - 1]
        same = (
            claim.item.listed
            and claim.item.clause == before.item.clause
            and text[claim.item.left.start - 1] in ("、和与及" if claim.rule == "distributed" else "、")
        )
        behind = claim.item.quantity.bound_behind or claim.bound is not claim.item.quantity.bound
        if not (same and behind and before.bound is Bound.exact and claim.bound is not Bound.exact):
            continue
        own = next(
            (token for token in within(text, claim.item.left, lexicon) if token.letter not in "DMJT"), None
        )
        if claim.rule != "moved" and (own is None or own.letter != "V"):
            result[place - 1] = replace(before, bound=claim.bound)
    return tuple(result)

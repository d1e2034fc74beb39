"""Read numbers told against something: a baseline, another time, a whole, what follows."""

from collections.abc import Sequence
from functools import cache

import regex

from reportparse.extractors.figures.claim import Claim, Construction, Context, Taken
from reportparse.extractors.figures.clause_before import owner_before
from reportparse.extractors.figures.counted import counted
from reportparse.extractors.figures.items import JOINT, Item
from reportparse.extractors.figures.measure import PLANNED, RATIOS
from reportparse.extractors.figures.names import cleaned, is_whole, only_says_aim, takes_owner, trimmed
from reportparse.extractors.figures.phrase import phrase, within
from reportparse.extractors.figures.spelling import joined, leans, spelled_out
from reportparse.extractors.figures.told import without_work
from reportparse.grammar.clause import Span
from reportparse.grammar.quantity import bounds
from reportparse.grammar.reading import read
from reportparse.grammar.token import Token
from reportparse.lexicon import Lexicon, alternation
from reportparse.model import Measure

_SINCE = regex.compile(
    r"(?:分别)?(?:由|从|自|现行)(?P<since>[^，。；、]{0,14}?)$|(?P<taking>将)(?P<whose>[^由从]{2,20}?)(?:现行)?$"
)
_BECOMES = frozenset(("到", "至", "变为", "为"))
_STATES = ("是", "为", "相当于", "达", "达到", "约为", "控制在", "降到", "降至", "压降到", "压减到")
_COMPARED = regex.compile(
    r"(?:(?<![占对同环可产贷配])比(?![例重较率值对])|(?<![比相])较(?![大好快多高低])|高于|低于|快于|优于|好于|高出|超出|领先)(?P<whom>[^，。；、]{1,14}?)$"
)
_HOW_MUCH = regex.compile(
    r"(?:高|低|多|少|快|增加|减少|提高|下降|增长|上升|降低|提升|扩大|超出?|高出|领先)+(?:了)?$"
)
_OWN_PAST = regex.compile(r"(?:年|上期|同期|预算|改革前|之前|原来|去)")
_DOWN = regex.compile(r"(?:低|少|减少|下降|降低)(?:了)?$")
_OF_WHOLE = regex.compile(r"占(?P<of>[^，。；占]{1,24})$")
_STATED = regex.compile(
    r"(?:的)?(?:比重|比例)?(?:分别|均|已|将|约)*"
    r"(?:达到|达|为|(?:提高|提升|上升|增加|下降|降低)[到至]|[升增降]至|超过|由|从|保持在|接近)?(?:分别|均)*$"
)
_MEASURES_A_PART = frozenset(("money", "length", "area", "energy", "volume", "mass", "count", "people"))


def subject(context: Context, span: Span) -> str:
    """Give the name in a stretch of words, with its owner where it is only a part (园区完成投资)."""
    read = phrase(context.text, span, context.lexicon, moved=True)
    name = cleaned(context.words(trimmed(context.text, read.name)), context.lexicon)
    if read.owner and takes_owner(context.text, read, context.lexicon):
        return cleaned(context.words(read.owner), context.lexicon) + name
    return name


def _borders(context: Context, item: Item) -> frozenset[int]:
    """Give where the words before a number begin and end: no 比 stands in 无比."""
    found = within(context.text, item.left, context.lexicon)
    return frozenset(at for token in found for at in (token.start, token.end))


def _begin(context: Context, item: Item) -> int:
    return trimmed(context.text, Span(item.left.start, item.quantity.start)).start


_OF_WHEN = regex.compile(r"(?<to>[^，；]*[到至])[^0-9，；]+的$")
"""What is reached, with words that say of when or of what: 增加到|疫情前的."""


def _from_to(context: Context, items: Sequence[Item]) -> Taken | None:
    if len(items) < 2 or items[1].clause != items[0].clause or not items[1].chained:
        return None
    first, second = items[:2]
    left = context.words(first.left)
    opened = _SINCE.search(left)
    gap = Span(first.quantity.end, second.quantity.start)
    told = _OF_WHEN.match(context.words(gap))
    until = gap.start + told.end("to") if told else gap.end
    between = phrase(context.text, Span(gap.start, until), context.lexicon)
    if not opened or not (
        between.tail_act in ("rise_to", "fall_to", "reach") or context.words(gap) in _BECOMES
    ):
        return None
    if between.tail_act == "reach" and regex.search(r"从(?!每)[^，。；]{3,}$", left):
        return None
    if opened["taking"]:
        name = cleaned(opened["whose"], context.lexicon)
    else:
        name = subject(context, Span(first.left.start, first.left.start + opened.start()))
    inner = context.words(trimmed(context.text, between.name))
    if len(inner) >= 2 and not regex.search(r"[0-9]", inner):
        name += inner
    indicator = name or context.last()
    if name and leans(name, context.lexicon) and context.is_near(first):
        indicator = joined(context.last(), name, context.lexicon)  # 经费达到3亿元，占生产总值比重从1%提高到2%
    if not indicator:
        return None
    measure = Measure.share if second.quantity.kind == "percent" else Measure.level
    start = trimmed(
        context.text, Span(first.left.start if name else first.quantity.start, second.quantity.start)
    ).start
    return Taken.of(
        Claim(
            second,
            indicator,
            measure,
            1,
            start,
            "from-to",
            second.quantity.bound,
            between.tail,
            carried=not name,
            baseline=first.quantity,
        ),
        2,
    )


def _from_to_lists(context: Context, items: Sequence[Item]) -> Taken | None:
    """Read two lists of as many numbers, the first of what was: 分别从120元、150元提高到135元、170元."""
    opened = _SINCE.search(context.words(items[0].left))
    if not opened:
        return None
    old = _row(context, items)
    new = _row(context, items[len(old) :])
    if len(old) < 2 or len(old) != len(new):
        return None
    gap = Span(old[-1].quantity.end, new[0].quantity.start)
    between = phrase(context.text, gap, context.lexicon)
    if between.tail_act not in ("rise_to", "fall_to", "reach") or new[0].clause != items[0].clause:
        return None
    left = Span(items[0].left.start, items[0].left.start + opened.start())
    name = trimmed(context.text, phrase(context.text, left, context.lexicon, moved=True).name)
    names = spelled_out(context.text, name, len(new), context.lexicon)
    if names is None:
        return None
    claims = tuple(
        Claim(
            item,
            cleaned(indicator, context.lexicon),
            Measure.share if item.quantity.kind == "percent" else Measure.level,
            1,
            name.start,
            "from-to-lists",
            item.quantity.bound,
            between.tail,
            baseline=before.quantity,
        )
        for before, item, indicator in zip(old, new, names, strict=True)
    )
    return Taken(len(old) + len(new), claims)


def _row(context: Context, items: Sequence[Item]) -> Sequence[Item]:
    """Give the first items, as long as nothing but a mark of lists parts them."""
    end = 1
    while end < len(items) and items[end].listed and not trimmed_words(context, items[end]):
        end += 1
    return items[:end]


def trimmed_words(context: Context, item: Item) -> str:
    """Give what stands before a number, without marks."""
    return context.words(item.left).strip("、和与及以 ")


FROM_TO_LISTS = Construction(
    "from-to-lists",
    _from_to_lists,
    examples=(
        (
            "护林员、养路工补贴标准分别从90元、80元提高到110元、100元",
            "护林员补贴标准 level 110 元 exact, from 90 元; 养路工补贴标准 level 100 元 exact, from 80 元",
        ),
    ),
)


FROM_TO = Construction(
    "from-to",
    _from_to,
    examples=(
        ("城镇化率由2015年的51.2%提高到60%左右", "城镇化率 share 60 % around, from 51.2 %"),
        ("审批事项由180项减少至92项", "审批事项 level 92 项 exact, from 180 项"),
        ("将小规模企业现行5%的税率降至3%", "小规模企业税率 share 3 % exact, from 5 %"),
    ),
)


def _part_of_what_follows(context: Context, items: Sequence[Item]) -> Taken | None:
    item = items[0]
    if item.quantity.kind not in _MEASURES_A_PART:
        return None
    read = phrase(context.text, item.left, context.lexicon)
    name = cleaned(context.words(read.name), context.lexicon)
    part = name or read.head
    if not is_whole(part, context.lexicon):
        return None
    owner = _owner_behind(context, items)
    if owner is None or owner.start >= owner.end:
        return None
    indicator = cleaned(context.words(owner), context.lexicon) + part
    start = trimmed(context.text, item.left).start
    return Taken.of(
        Claim(
            item,
            indicator,
            Measure.level,
            1,
            start,
            "part-of-what-follows",
            item.quantity.bound,
            read.head,
            read.adverbs,
            end=owner.end,
        )
    )


def _owner_behind(context: Context, items: Sequence[Item]) -> Span | None:
    """Give the thing behind a number that the part before it belongs to: of 的 + noun, or of a verb's object."""
    item = items[0]
    right = context.words(item.right)
    following = items[1] if len(items) > 1 else None
    if right == "的" and following:
        return counted(context.text, following.right, context.lexicon)
    if right.startswith("的"):
        behind = Span(item.right.start + 1, item.right.end)
        aims = only_says_aim(context.text, behind, context.lexicon)  # 完成投资8亿元的|目标
        return None if aims else _thing(context, behind)
    begin = purpose(within(context.text, item.right, context.lexicon))
    if begin is None:
        return None
    owner = counted(context.text, Span(begin, item.right.end), context.lexicon, True)
    if owner.start == owner.end and following:
        return counted(context.text, following.right, context.lexicon)
    return owner


def _thing(context: Context, span: Span) -> Span:
    """Give the things that a 的 parts from their amount: the whole clause where that is a name, or its subject."""
    whole = counted(context.text, span, context.lexicon, True)
    found = within(context.text, whole, context.lexicon)
    if found and whole.end == span.end and found[-1].is_head:
        return whole
    first = last = counted(context.text, span, context.lexicon)
    while last.start < last.end and (joint := JOINT.match(context.text, last.end, span.end)):
        last = counted(context.text, Span(joint.end(), span.end), context.lexicon)
    things = Span(first.start, max(first.end, last.end))
    return (
        without_work(context.text, things, "", context.lexicon, False)
        if things.start < things.end
        else things
    )


def purpose(found: Sequence[Token]) -> int | None:
    """Give where the object of the verbs behind an amount begins, None where no verb is there: 2亿元用于实施…."""
    end = 0
    for at, token in enumerate(found):
        verb = token.features.verb
        spends = (
            verb is not None
            and ("act" in verb.kinds or token.text == "用于")
            and not verb.act.startswith("add")
        )
        if spends and (token.letter == "V" or end == 0):
            end = at + 1
        elif token.letter not in "DZ" or token.text == "的":
            break
    return found[end - 1].end if end else None


PART_OF_WHAT_FOLLOWS = Construction(
    "part-of-what-follows",
    _part_of_what_follows,
    examples=(
        ("总投资46亿元的12个产业项目", "产业项目总投资 level 46 亿元 exact; 产业项目 level 12 个 exact"),
        ("投资2.4亿元实施北岸河道整治", "北岸河道整治投资 level 2.4 亿元 exact"),
    ),
)


def _times_of(context: Context, items: Sequence[Item]) -> Taken | None:
    item = items[0]
    if item.quantity.kind not in ("times", "percent"):
        return None
    whole, start = _borders(context, item), item.left.start
    told = _times_pattern(context.lexicon).finditer(context.words(item.left), overlapped=True)
    of = next((each for each in told if whole.issuperset(start + at for at in each.span("verb"))), None)
    if of is None:
        return None
    name = subject(context, Span(item.left.start, item.left.start + of.start()))
    indicator = name or context.last()
    if not indicator:
        return None
    return Taken.of(
        Claim(
            item,
            indicator,
            Measure.level if item.quantity.kind == "times" else Measure.share,
            1,
            _begin(context, item),
            "times-of",
            bounds(context.lexicon, "before").get(of["verb"], item.quantity.bound),
            carried=not name,
        )
    )


@cache
def _times_pattern(lexicon: Lexicon) -> regex.Pattern[str]:
    verbs = alternation((*_STATES, *(form for form in bounds(lexicon, "before") if len(form) > 1)))
    return regex.compile(rf"(?P<verb>{verbs})(?P<what>[^，。；、]{{1,20}}?)的$|{PLANNED.pattern}")


TIMES_OF = Construction(
    "times-of",
    _times_of,
    examples=(
        ("旅游收入达到58亿元，是2016年的2.3倍", "旅游收入 level 58 亿元 exact; 旅游收入 level 2.3 倍 exact"),
        ("护理费不低于最低工资标准的1.2倍", "护理费 level 1.2 倍 at_least"),
        ("会议费不超过上年的90%", "会议费 share 90 % at_most"),
        ("会议费控制在预算的95%以内", "会议费 share 95 % at_most"),
        ("技改投资完成全年计划的108%", "技改投资 share 108 % exact"),
    ),
)


def _share_of(context: Context, items: Sequence[Item]) -> Taken | None:
    item = items[0]
    if item.quantity.kind != "percent" and item.quantity.base_unit != "成":
        return None
    left = context.words(item.left)
    read = phrase(context.text, item.left, context.lexicon)
    named = context.words(Span(item.left.start, read.name.end)) if read.name.start < read.name.end else left
    if named.endswith("占"):  # 占|全省, which names nothing else
        named = left
    found = _OF_WHOLE.search(_STATED.sub("", named))
    if found and not _borders(context, item).issuperset(
        item.left.start + found.start() + at for at in (0, 1)
    ):
        found = None  # 占地面积, but 占|地区生产总值
    if found is None and not named.endswith("占"):
        return None
    place = found.start() if found else len(left) - 1
    own = subject(context, Span(item.left.start, item.left.start + place))
    share = "占比"
    if found:
        ratio = regex.search(r"比重|比例", left[place + 1 :])
        share = f"占{found['of'].removesuffix('的')}{ratio[0] if ratio else '比重'}"
    elif not own:  # 其中税收6亿元，占|七成
        return None
    whose = own or ("" if context.is_near(item) else owner_before(context, item)) or _whole_of(context)
    indicator = f"{whose}{share}"
    start = read.name.start if own and read.name.start < read.name.end else _begin(context, item)
    return Taken.of(
        Claim(
            item,
            indicator,
            Measure.share,
            1,
            start,
            "share-of",
            item.quantity.bound,
            adverbs=left,
            carried=not own,
        )
    )


def _whole_of(context: Context) -> str:
    """Give what was told of before; where that is a share, what has it: 民生支出|占总支出比重80%，占生产总值9%."""
    found = read(context.last(), context.lexicon).tokens
    share = next((token.start for token in found[1:] if token.text == "占"), None)
    return context.last()[:share]


SHARE_OF = Construction(
    "share-of",
    _share_of,
    examples=(
        ("先进制造业占规上工业比重达到38%", "先进制造业占规上工业比重 share 38 % exact"),
        (
            "民生支出286亿元，占一般公共预算支出的79.5%",
            "民生支出 level 286 亿元 exact; 民生支出占一般公共预算支出比重 share 79.5 % exact",
        ),
    ),
)


def is_gap(context: Context, item: Item) -> bool:
    """Tell whether words before a number compare with others, which is no figure of the place's own: 快于全省|2个点."""
    found = _comparison(context, item)
    return found is not None and not _is_own_past(context, item, found)


def _comparison(context: Context, item: Item) -> regex.Match[str] | None:
    borders = _borders(context, item)
    found = _COMPARED.finditer(_HOW_MUCH.sub("", context.words(item.left)), overlapped=True)
    return next((one for one in found if item.left.start + one.start() in borders), None)


def _is_own_past(context: Context, item: Item, compared: regex.Match[str]) -> bool:
    whom = Span(item.left.start + compared.start("whom"), item.left.start + compared.end("whom"))
    past = any(token.letter == "T" for token in within(context.text, whom, context.lexicon))
    return past or _OWN_PAST.search(compared["whom"]) is not None


def _compared(context: Context, items: Sequence[Item]) -> Taken | None:
    item = items[0]
    left = context.words(item.left)
    compared = _comparison(context, item)
    if compared is None:
        return None
    own = subject(context, Span(item.left.start, item.left.start + compared.start()))
    if not _is_own_past(context, item, compared):
        return Taken(1, lean=own) if item.quantity.kind in ("points", "percent", "rank") else None
    indicator = own or context.last()
    if not indicator:
        return None
    if own and leans(own, context.lexicon) and context.is_near(item):
        indicator = joined(context.last(), own, context.lexicon)
    measure = Measure.growth if item.quantity.kind in RATIOS - {"points"} else Measure.change
    falls = phrase(context.text, item.left, context.lexicon).tail_act == "fall"
    sign = -1 if falls or _DOWN.search(left) else 1
    return Taken.of(
        Claim(
            item,
            indicator,
            measure,
            sign,
            _begin(context, item),
            "compared",
            item.quantity.bound,
            adverbs=left,
            carried=not own,
        )
    )


COMPARED = Construction(
    "compared",
    _compared,
    examples=(
        ("安排专项债券36亿元，比去年增加5亿元", "专项债券 level 36 亿元 exact; 专项债券 change 5 亿元 exact"),
        ("工业投资增速高于全省4个百分点", ""),
        (
            "工业投资增长9%，增速比上年提高2个百分点",
            "工业投资 growth 9 % exact; 工业投资增速 change 2 个百分点 exact",
        ),
    ),
)

"""Read quantities: numeral, unit, and the bound words that belong to them."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

import regex

from reportparse.grammar.number import (
    ARABIC,
    CHINESE,
    LONGEST,
    NUMERAL_BEGINS,
    decimal,
    product,
    quotient,
    scale,
)
from reportparse.kept import patterns
from reportparse.lexicon import BoundEntry, ClauseWordEntry, Lexicon, UnitEntry, VerbEntry, alternation
from reportparse.lexicon.vocabulary import NOTHING, vocabulary
from reportparse.model import Bound, Exact, Frozen
from reportparse.rule import Match, Rule, apart
from reportparse.text import is_chinese
from reportparse.words import words

COUNTS = ("count", "people")
"""The kinds of units that count."""

REACH = 10
"""So many letters beside a number are cut into words to see where its unit ends and its bound begins."""


class Quantity(Frozen):
    """Be a number with its unit and bound: `text[start:end]`, the bound words included, or the verb of a scale alone.

    `number` is where the numeral itself starts, `tail` where the unit ends. `value` and `unit` are as printed,
    `amount` and `base_unit` without scale words. `kind` is the unit's, empty for a bare number. `small` marks
    a digit written in Chinese, `grade` a class mark (千亿级), `scale_alone` a scale without digits
    (突破千亿元), `doubling` 翻番, `chinese` a Chinese numeral.
    """

    start: int
    end: int
    number: int
    tail: int
    value: Exact
    value_max: Exact | None = None
    unit: str
    amount: Exact
    amount_max: Exact | None = None
    base_unit: str
    kind: str
    bound: Bound
    bound_behind: bool = False
    small: bool = False
    grade: bool = False
    scale_alone: bool = False
    doubling: bool = False
    chinese: bool = False

    @property
    def counts(self) -> bool:
        """Tell whether it counts things or people."""
        return self.kind in COUNTS

    @property
    def enumerates(self) -> bool:
        """Tell whether it says how many, without a unit as well, and not how much."""
        return self.counts or not self.kind

    def __str__(self) -> str:
        most = "" if self.value_max is None else f"-{self.value_max}"
        return f"{self.value}{most} {self.unit} {self.bound}".replace("  ", " ")


_NOT_BEFORE = r"(?<![0-9A-Za-z.×*:+/第前\-])(?<![0-9]：)"
_CHINESE_BEFORE = r"(?<![零一二两三四五六七八九十百千万亿几数第前每])(?<!成(?=百)|上(?=千)|成千上(?=万))"
_NOT_BEHIND = r"(?![0-9A-Za-z×*+])"
_MORE = "(?:余|多|来)"
_PER = "(?:每(?:人|年|月|天|日|户|亩|吨|股|平方米|人每年|人每月|人每天)){0,2}"


def _unit_pattern(lexicon: Lexicon) -> str:
    return alternation(lexicon.forms("units"))


@cache
def bounds(lexicon: Lexicon, side: str) -> dict[str, Bound]:
    """Map the words that limit a number, "before" it or "after" it, to the limit that they set."""
    return {
        form: Bound(entry.bound)
        for entry in lexicon.of(BoundEntry)
        if entry.side == side
        for form in entry.forms
    }


@cache
def units_with(lexicon: Lexicon, flag: Literal["ordinal", "things", "deeds", "ideas"]) -> frozenset[str]:
    """Give the units that number a part of a thing (期), count what is there (座), is done (场), or is thought (项)."""
    return frozenset(form for unit in lexicon.of(UnitEntry) if getattr(unit, flag) for form in unit.forms)


@cache
def counters(lexicon: Lexicon) -> frozenset[str]:
    """Give the units that count things or people: 个, 座, 人, and do not name them as well (大)."""
    found = (unit for unit in lexicon.of(UnitEntry) if unit.kind in COUNTS)
    return frozenset(form for unit in found for form in unit.forms if form not in unit.names)


@cache
def units_that_name(lexicon: Lexicon) -> frozenset[str]:
    """Give the units that date, number or name what stands with them: 年, 大, 英寸."""
    return frozenset(form for unit in lexicon.of(UnitEntry) for form in unit.names)


@cache
def _kinds(lexicon: Lexicon) -> dict[str, str]:
    return {form: entry.kind for entry in lexicon.of(UnitEntry) for form in entry.forms}


@cache
def rules(lexicon: Lexicon) -> tuple[Rule[Quantity], ...]:
    """Give the rules of quantities, specific first; the patterns are searched in folded text."""
    with patterns("quantities") as compiler:
        return _rules(lexicon, compiler)


def _rules(lexicon: Lexicon, compiler: Callable[[str], regex.Pattern[str]]) -> tuple[Rule[Quantity], ...]:
    unit, before, after = (
        _unit_pattern(lexicon),
        alternation(bounds(lexicon, "before")),
        alternation(bounds(lexicon, "after")),
    )
    begins = alternation({form[0] for form in bounds(lexicon, "before")}) + f"|{NUMERAL_BEGINS}"
    head = rf"(?={begins})(?:(?P<before>{before})(?:了|到|至)?{_PER})?"  # most letters begin nothing, and quickly
    tail = rf"(?P<after>{after})?"
    landmark = alternation(
        form for e in lexicon.of(ClauseWordEntry) if e.role == "landmark" for form in e.forms
    )

    attained = alternation(form for verb in lexicon.of(VerbEntry) if verb.attains for form in verb.forms)

    product_of = compiler(rf"{unit}[A-Za-z]")

    def build(match: Match) -> Quantity | None:
        return _build(match, lexicon)

    def beside(match: Match) -> Quantity | None:
        """Take a number that another one follows at once only where that is a quantity too: 1280处3600项."""
        at = match.end()
        follows = match.string[at : at + 1].isdigit()
        alone = follows and not any(each.match(match.string, at) for each in (match.re, graded))
        return None if alone else _build(match, lexicon)

    def alone(match: Match) -> Quantity | None:
        """Take a number without a unit only where a whole bound word or a mark is what follows it: no 3内 of 3内科."""
        cut = match["after"] and _whole_bounds(match, lexicon)[1] is None
        return None if cut else _build(match, lexicon)

    def compiled(body: str) -> regex.Pattern[str]:
        return compiler(head + body + tail)

    graded = compiled(rf"{_NOT_BEFORE}(?P<value>{ARABIC})(?P<scale>[万亿]+)(?P<grade>级)(?P<unit>元)?")

    return (
        Rule(
            name="range",
            pattern=compiled(
                rf"{_NOT_BEFORE}(?P<value>{ARABIC}|{_CHINESE_BEFORE}{CHINESE})(?P<scale1>[万亿]*)(?P<unit1>{unit})?(?:-|~|至|(?P<to>到))"
                rf"(?P<most>{ARABIC}|{CHINESE})(?P<scale>[十百千万亿]*?)(?P<unit>{unit}){_NOT_BEHIND}"
            ),
            build=lambda match: None if match["to"] and _is_course(match, lexicon) else build(match),
            examples=[
                ("增长4.5-5%", "4.5-5 % range"),
                ("增长5%—5.5%", "5-5.5 % range"),
                ("培育10至12家", "10-12 家 range"),
                ("上涨3%到4%", "3-4 % range"),
            ],
            rejects=["2016-2020年", "建设1-6号线", "由3个到5个"],
        ),
        Rule(
            name="chained",
            pattern=compiled(
                rf"{_NOT_BEFORE}(?P<value>{ARABIC})(?P<scale>[万亿])(?P<less>[0-9])(?P<less_scale>[千百万])(?P<more>{_MORE})?(?P<rest>万?)(?P<unit>{unit})?"
            ),
            build=lambda match: _chained(match, lexicon),
            examples=[
                ("增加到2万5千公里", "25000 公里 exact"),
                ("超过1亿3千多万人", "13000 万人 over"),
                ("附近1万2千公里", "12000 公里 exact"),
                ("通过1亿3千万元贷款", "13000 万元 exact"),
                ("惠及1万2千人以上", "12000 人 at_least"),
                ("增加3万2千项内容", "32000 项 exact"),
            ],
        ),
        Rule(
            name="mixed",
            pattern=compiled(
                rf"{_NOT_BEFORE}{_CHINESE_BEFORE}(?P<value>(?:{ARABIC}|{CHINESE})[万亿](?:(?:{ARABIC}|{CHINESE})[万亿])*"
                rf"(?:{ARABIC}|(?![十百千]){CHINESE}))(?P<more>{_MORE})?(?P<scale>[万亿]?)(?P<more2>{_MORE})?(?P<unit>{unit}){_NOT_BEHIND}"
            ),
            build=build,
            examples=[
                ("新增就业三万五千人", "35000 人 exact"),
                ("产值突破十亿3000万元", "103000 万元 over"),
                ("约一亿两千万人", "12000 万人 around"),
            ],
            rejects=["装机106万千瓦"],
        ),
        Rule(
            name="percent-in-words",
            pattern=compiled(
                rf"百分之(?P<value>{CHINESE}|{ARABIC})(?:[到至](?P<most>{CHINESE})(?!分))?(?P<scale>)(?P<unit>)"
            ),
            build=lambda match: _build(match, lexicon, unit="%"),
            examples=[
                ("增长百分之八以上", "8 % at_least"),
                ("降低百分之一点五", "1.5 % exact"),
                ("增长百分之四到五", "4-5 % range"),
            ],
        ),
        Rule(
            name="arabic",
            pattern=compiled(
                rf"{_NOT_BEFORE}(?P<value>{ARABIC})(?P<more>{_MORE})?(?P<scale>[十百千万亿]*?)"
                rf"(?:(?P<more2>{_MORE})(?P<rest>[万亿]?))?(?P<unit>{unit})(?![A-Za-z×*+])"
            ),
            build=beside,
            examples=[
                ("新注册企业1.8万余家", "1.8 万家 over"),
                ("不低于3%", "3 % at_least"),
                ("接待20万人次以上", "20 万人次 at_least"),
                ("提高1.2个百分点左右", "1.2 个百分点 around"),
                ("公路30多万公里", "30 万公里 over"),
                ("减轻负担3万多亿元", "3 万亿元 over"),
                ("装机突破600万千瓦", "600 万千瓦 over"),
                ("发放15,326元", "15326 元 exact"),
                ("产值12345678901234567亿元", "12345678901234567 亿元 exact"),
                ("附近300米", "300 米 exact"),
                ("增加33项内容", "33 项 exact"),
            ],
            rejects=[
                "轨道交通2号线",
                "建设5G基站",
                "G59高速",
                "第3批",
                "2021年",
                "PM2.5",
                "世界500强",
                "46项目",
                "1{}元".format("0" * 40),
                "5亿亿亿元",
            ],
        ),
        Rule(
            name="arabic-grade",
            pattern=graded,
            build=build,
            examples=[("产业规模达到1200亿级", "1200 亿元 exact")],
        ),
        Rule(
            name="arabic-without-unit",
            pattern=compiled(
                rf"{_NOT_BEFORE}(?P<value>{ARABIC})(?P<more>{_MORE})?(?P<scale>[百千]?[万亿]+)(?P<more2>{_MORE})?(?P<unit>){_NOT_BEHIND}"
            ),
            build=lambda match: None if product_of.match(match.string, match.end()) else build(match),
            rejects=["年产20万吨PTA项目"],
            examples=[("贫困人口减少30万以上", "30 万 at_least"), ("惠及70多万群众", "70 万 over")],
        ),
        Rule(
            name="bare",
            pattern=compiled(
                rf"{_NOT_BEFORE}(?P<value>{ARABIC})(?P<scale>)(?P<unit>)(?=[，。；、）和与及]|{after}|$){_NOT_BEHIND}"
            ),
            build=alone,
            examples=[
                ("指数降至3.2", "3.2 exact"),
                ("指数保持在3.2上下", "3.2 around"),
                ("指数控制在3.2之内", "3.2 at_most"),
            ],
            rejects=["病区3内科"],
        ),
        Rule(
            name="scale-alone",
            pattern=compiler(
                rf"(?P<before>{before}|{attained})(?:了|至)?(?P<value>[百千十]?)(?P<scale>[万亿]*?)"
                rf"(?:(?P<unit>{unit})|(?=元?新?(?:{landmark}|级|规模|{after})|[，。；、]|$)){tail}"
            ),
            build=lambda match: _scale_alone(match, lexicon),
            examples=[
                ("产值突破千亿元", "1000 亿元 over"),
                ("用电量破亿度", "1 亿度 over"),
                ("规模超万亿元", "1 万亿元 over"),
                ("总收入迈上千亿新台阶", "1000 亿元 exact"),
                ("总量迈上万亿台阶", "1 万亿元 exact"),
                ("产值跨越千亿台阶", "1000 亿元 exact"),
                ("产值跃升至百亿级", "100 亿元 exact"),
                ("产值达到千亿上下", "1000 亿元 around"),
            ],
        ),
        Rule(
            name="doubling",
            pattern=compiler(rf"翻了?(?P<times>[一两二三四五六七八九十])?番{tail}"),
            build=lambda match: _doubling(match, lexicon),
            examples=[
                ("营收实现翻番", "1 倍 exact"),
                ("产值翻两番", "2 番 exact"),
                ("总量翻了三番", "3 番 exact"),
                ("产值翻一番以上", "1 倍 at_least"),
            ],
        ),
        Rule(
            name="chinese-without-unit",
            pattern=compiled(
                rf"{_CHINESE_BEFORE}(?<![0-9])(?P<value>(?![十百千零]){CHINESE})(?P<more>{_MORE})?(?P<scale>[万亿]+)(?P<more2>{_MORE})?"
                rf"(?P<unit>)(?=[，。；]|{after}|$)"
            ),
            build=alone,
            examples=[
                ("减少员额五十万。", "50 万 exact"),
                ("消费者超过三千多万，", "3000 万 over"),
                ("服务居民五十万上下", "50 万 around"),
            ],
            rejects=["打造百亿、千亿产业", "上万，", "五十万大山"],
        ),
        Rule(
            name="chinese",
            pattern=compiled(
                rf"{_CHINESE_BEFORE}(?<![0-9])(?P<value>{CHINESE})(?P<more>几|余|多)?(?P<scale>[万亿]*?)"
                rf"(?P<more2>{_MORE})?(?P<unit>{unit})"
            ),
            build=build,
            examples=[
                ("引进两千余人", "2000 人 over"),
                ("实施十项课题", "10 项 exact"),
                ("培育三十万人", "30 万人 exact"),
                ("占全国九成以上", "9 成 at_least"),
            ],
            rejects=["上千家企业", "成百家企业", "成千上万家企业"],
        ),
    )


def _bound_of(before: str | None, after: str | None, more: bool, lexicon: Lexicon) -> Bound:
    if before:
        return bounds(lexicon, "before")[before]
    if after:
        return bounds(lexicon, "after")[after]
    return Bound.over if more else Bound.exact


def _build(match: Match, lexicon: Lexicon, unit: str | None = None) -> Quantity | None:
    groups = match.groupdict()
    before, after = _whole_bounds(match, lexicon)
    behind = after is not None
    end = match.start("after") if groups.get("after") else match.end()
    if unit is None:
        unit = groups["unit"] or ""
        if unit and not behind:
            unit, end = _whole_unit(match, lexicon)
            if not unit:
                return None
    scales = (groups["scale"] or "") + (groups.get("rest") or "")
    if not unit and groups.get("grade"):
        unit = "元"
    numeral = groups["value"]
    if _is_year(numeral, unit) or len(numeral) > LONGEST or _is_listing(numeral):
        return None
    if any(scales.count(word) > 2 for word in "万亿"):  # 30亿亿次 is the most that is counted
        return None
    factor = scale(scales)
    value, most = decimal(numeral), groups.get("most")
    if any(word in numeral for word in "万亿"):
        value = quotient(decimal(numeral + scales), factor)
    first = scale(groups.get("scale1") or scales)
    value_max = decimal(most) if most else None
    if value_max is not None and value_max * factor <= value * first:
        return None
    more = bool(groups.get("more") or groups.get("more2"))
    bound = Bound.range if most else _bound_of(before, after, more, lexicon)
    return Quantity(
        start=match.start() if before or not groups.get("before") else match.start("value"),
        end=match.end() if behind else end,
        number=match.start("value"),
        tail=end,
        value=value,
        value_max=value_max,
        unit=scales + unit,
        amount=product(value, first),
        amount_max=None if value_max is None else product(value_max, factor),
        base_unit=unit,
        kind=_kinds(lexicon).get(unit, ""),
        bound=bound,
        bound_behind=behind,
        small=not numeral[0].isascii() and len(numeral) == 1 and numeral not in "十百千" and not scales,
        grade=bool(groups.get("grade")),
        chinese=not numeral[0].isascii(),
    )


_SINCE = regex.compile("(?r)[由从][^，。；、]*$")
"""Matches what may open the course of an amount, in the clause of its number."""


def _is_course(match: Match, lexicon: Lexicon) -> bool:
    """Tell whether two numbers are where an amount came from and where it got: 从海拔90米到200米, but 从速涨1%到2%."""
    since = _SINCE.search(match.string, 0, match.start())
    word = match.string[since.start() : since.start() + 2] if since else ""
    return since is not None and vocabulary(lexicon)[word] is NOTHING


def _chained(match: Match, lexicon: Lexicon) -> Quantity | None:
    """Read 2万5千人 as 25000 人, 1亿3千万人 as 13000 万人: a digit with a smaller scale behind the first scale."""
    first, less = scale(match["scale"]), match["less_scale"] + match["rest"]
    if scale(less) >= first:
        return None
    amount = product(decimal(match["value"]), first) + decimal(match["less"]) * scale(less)
    kept = "万" if "万" in less else ""
    unit, more = match["unit"] or "", bool(match["more"])
    before, after = _whole_bounds(match, lexicon)
    tail = match.start("after") if match["after"] else match.end()
    if unit and not after:
        unit, tail = _whole_unit(match, lexicon)
        if not unit:
            return None
    return Quantity(
        start=match.start() if before or not match["before"] else match.start("value"),
        end=match.end() if after else tail,
        number=match.start("value"),
        tail=tail,
        value=quotient(amount, scale(kept)),
        unit=kept + unit,
        amount=amount,
        base_unit=unit,
        kind=_kinds(lexicon).get(unit, ""),
        bound=_bound_of(before, after, more, lexicon),
        bound_behind=after is not None,
    )


def _scale_alone(match: Match, lexicon: Lexicon) -> Quantity | None:
    word, scales, unit = match["value"], match["scale"], match["unit"]
    before, after = _whole_bounds(match, lexicon)
    if unit and not after:
        unit, _ = _whole_unit(match, lexicon)
    elif match["after"] and not after:
        return None
    if (not word and not scales) or (not unit and "亿" not in scales):
        return None
    if before is None:
        return None
    base, printed = (unit, scales + unit) if unit else ("元", scales + "元")
    value = decimal(word) if word else Decimal(1)
    tail = match.end("unit") if unit else match.end("scale")
    return Quantity(
        start=match.start(),
        end=match.end() if after else tail,
        number=match.start("value"),
        tail=tail,
        value=value,
        unit=printed,
        amount=product(value, scale(scales)),
        base_unit=base,
        kind=_kinds(lexicon).get(base, ""),
        bound=_bound_of(before if before in bounds(lexicon, "before") else None, after, False, lexicon),
        bound_behind=after is not None,
        scale_alone=True,
    )


def _doubling(match: Match, lexicon: Lexicon) -> Quantity:
    """Read 翻番 as growth by 1 倍; 翻两番 keeps its own unit."""
    once = match["times"] in (None, "一")
    value, unit = (Decimal(1), "倍") if once else (decimal(match["times"]), "番")
    _, after = _whole_bounds(match, lexicon)
    tail = match.start("after") if match["after"] else match.end()
    return Quantity(
        start=match.start(),
        end=match.end() if after else tail,
        number=match.start(),
        tail=tail,
        value=value,
        unit=unit,
        amount=value,
        base_unit=unit,
        kind="times",
        bound=_bound_of(None, after, False, lexicon),
        bound_behind=after is not None,
        doubling=True,
    )


def _is_year(numeral: str, unit: str) -> bool:
    """Tell whether a numeral is a year and not an amount: four digits before 年."""
    return unit == "年" and len(numeral) == 4 and numeral.isdigit()


def _is_listing(numeral: str) -> bool:
    """Tell digits told one by one from a number: 一二 of 一二标段, 七一一 of 七一一所."""
    whole = numeral.partition("点")[0]
    return len(whole) > 1 and not numeral[0].isascii() and not any(char in whole for char in "十百千万亿")


def _whole_unit(match: Match, lexicon: Lexicon) -> tuple[str, int]:
    """Give the longest unit that ends where a word does, and its end: of 70多万群众 there is none, of 5个点位 个."""
    start, end = match.span("unit")
    if not is_chinese(match.string[end - 1]):
        return match["unit"], end
    numeral = match.start("value")
    if is_chinese(match.string[numeral]):  # 百家争鸣 is one word, 长三角 is one
        idiom = words(match.string, lexicon, numeral, _run_end(match.string, end))[0]
        around = words(match.string, lexicon, _run_start(match.string, numeral), _run_end(match.string, end))
        if idiom.end > end or any(w.start < numeral and match.end("value") < w.end for w in around):
            return "", end
    run = words(match.string, lexicon, start, _run_end(match.string, end))
    ends = {word.end for word in run}
    if run[0].end > end:  # 40台|风机, though 台风 is a word as well
        behind = words(match.string, lexicon, end, _run_end(match.string, end))[0]
        if len(behind.text) > 1 and behind.tag and behind.end > run[0].end:
            return match["unit"], end
    named = vocabulary(lexicon)[run[0].text[end - start :]].noun
    if named is not None and named.kind:  # 3000套|房
        return match["unit"], end
    while end > start and not (end in ends and match.string[start:end] in _kinds(lexicon)):
        end -= 1
    return match.string[start:end], end


def _whole_bounds(match: Match, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """Give the bound words before and behind a number that begin and end where words do, None for each other.

    No 近 of 附近300米, no 过 of 通过300人; no 内 of 33项内容.
    """
    before, after = match.groupdict().get("before"), match["after"]
    text = match.string
    if before is not None:
        at = match.start("before")
        starts = {word.start for word in words(text, lexicon, _run_start(text, at), match.start("value"))}
        before = before if at in starts else None
    if after is not None:
        start, end = match.span("after")
        whole = any(word.end == end for word in words(text, lexicon, start, _run_end(text, end)))
        after = after if whole else None
    return before, after


def _run_start(text: str, at: int) -> int:
    low = max(0, at - REACH)
    return next((place + 1 for place in range(at - 1, low - 1, -1) if not is_chinese(text[place])), low)


def _run_end(text: str, at: int) -> int:
    high = min(len(text), at + REACH)
    return next((place for place in range(at, high) if not is_chinese(text[place])), high)


@lru_cache(maxsize=1024)
def quantities(text: str, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Read all quantities in folded text, sorted and without overlap; offsets are those of `text`.

    The same text is read once: tokens, figures and doubts all ask for it.
    """
    return _sharing_unit(text, apart(rules(lexicon), text), lexicon)


_LISTED = frozenset(("、", "和", "与", "及"))


def _sharing_unit(text: str, found: list[Quantity], lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Give numbers of a list the unit of its last one, all of it or the rest: 82、140和36万吨, 2个、3个百分点."""
    for place in range(len(found) - 2, -1, -1):
        one, other = found[place], found[place + 1]
        listed = text[one.end : other.start] in _LISTED and other.number == other.start
        short = other.unit.startswith(one.unit) and one.unit != other.unit and other.kind != "time"
        if not (short and listed) or other.base_unit in units_with(lexicon, "ordinal"):
            continue
        factor = scale(other.unit.removesuffix(other.base_unit))
        found[place] = one.model_copy(
            update={
                "unit": other.unit,
                "base_unit": other.base_unit,
                "kind": other.kind,
                "amount": product(one.value, factor),
            }
        )
    return tuple(found)

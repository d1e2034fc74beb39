"""Read quantities: numeral, unit, and the bound words that belong to them."""

from decimal import Decimal
from functools import cache

import regex

from reportparse.grammar.number import ARABIC, CHINESE, decimal, scale
from reportparse.lexicon import BoundEntry, Lexicon, UnitEntry, alternation
from reportparse.model import Bound, Exact, Frozen
from reportparse.rule import Match, Rule


class Quantity(Frozen):
    """Be a number with its unit and bound: `text[start:end]`, the bound words included.

    `number` is where the numeral itself starts, `tail` where the unit ends. `value` and `unit` are as printed,
    `amount` and `base_unit` without scale words. `kind` is the unit's, empty for a bare number. `small` marks
    two to nine written in Chinese, `grade` a class mark (千亿级), `scale_alone` a scale without digits
    (突破千亿元), `doubling` 翻番, `chinese` a Chinese numeral, `placed` one with 十, 百 or 千.
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
    placed: bool = False

    def __str__(self) -> str:
        most = "" if self.value_max is None else f"-{self.value_max}"
        return f"{self.value}{most} {self.unit} {self.bound}".replace("  ", " ")


_NOT_BEFORE = r"(?<![0-9A-Za-z.×*:+/第前\-])(?<![0-9]：)"
_REACHED = r"(?:迈上|跨上|站上|跃上|登上|迈过|跨过|跃过|迈入|跨入|跃升至|达到?|冲刺|冲击)"
_NOT_BEHIND = r"(?![0-9A-Za-z×*+])"
_MORE = "(?:余|多|来)"
_PER = "(?:每(?:人|年|月|天|日|户|亩|吨|股|平方米|人每年|人每月|人每天)){0,2}"
# One-letter bounds are also the end of common words: 附近, 节约, 通过, 打破, 高超.
_ONE_LETTER = {
    "近": "附最就邻临远亲新",
    "约": "预节大合制公违契条签履集简",
    "过": "通经超不渡越错太胜度跨迈跃",
    "破": "突打攻侦爆",
    "超": "高赶反",
    "内": "",
    "逾": "",
}


def _unit_pattern(lexicon: Lexicon) -> str:
    """Alternate all units, longest first, each barred where it goes on as another word (12家庭)."""
    forms = {form: entry.not_before for entry in lexicon.of(UnitEntry) for form in entry.forms}
    return (
        "(?:"
        + "|".join(
            regex.escape(form)
            + ("(?!" + alternation(forms[form]) + ")" if forms[form] and len(form) == 1 else "")
            for form in sorted(forms, key=lambda form: (-len(form), form))
        )
        + ")"
    )


def _bound_pattern(lexicon: Lexicon, side: str) -> str:
    forms = [form for entry in lexicon.of(BoundEntry) if entry.side == side for form in entry.forms]
    parts = []
    for form in sorted(set(forms), key=lambda form: (-len(form), form)):
        guard = _ONE_LETTER.get(form, "")
        parts.append((f"(?<![{guard}])" if guard else "") + regex.escape(form))
    return "(?:" + "|".join(parts) + ")"


@cache
def _bounds(lexicon: Lexicon, side: str) -> dict[str, Bound]:
    return {
        form: Bound(entry.bound)
        for entry in lexicon.of(BoundEntry)
        if entry.side == side
        for form in entry.forms
    }


@cache
def _kinds(lexicon: Lexicon) -> dict[str, str]:
    return {form: entry.kind for entry in lexicon.of(UnitEntry) for form in entry.forms}


@cache
def rules(lexicon: Lexicon) -> tuple[Rule[Quantity], ...]:
    """Give the rules of quantities, specific first; the patterns are searched in folded text."""
    unit, before, after = (
        _unit_pattern(lexicon),
        _bound_pattern(lexicon, "before"),
        _bound_pattern(lexicon, "after"),
    )
    head = rf"(?:(?P<before>{before})(?:了|到|至)?{_PER})?"
    tail = rf"(?P<after>{after})?"

    def build(match: Match) -> Quantity | None:
        return _build(match, lexicon)

    def compiled(body: str) -> regex.Pattern[str]:
        return regex.compile(head + body + tail)

    return (
        Rule(
            name="range",
            pattern=compiled(
                rf"{_NOT_BEFORE}(?P<value>{ARABIC}|{CHINESE})(?P<scale1>[万亿]*)(?P<unit1>{unit})?(?:-|~|～|至)"
                rf"(?P<most>{ARABIC}|{CHINESE})(?P<scale>[十百千万亿]*?)(?P<unit>{unit}){_NOT_BEHIND}"
            ),
            build=build,
            examples=[
                ("增长4.5-5%", "4.5-5 % range"),
                ("增长5%—5.5%", "5-5.5 % range"),
                ("培育10至12家", "10-12 家 range"),
            ],
            rejects=["2016-2020年", "建设1-6号线"],
        ),
        Rule(
            name="chained",
            pattern=compiled(
                rf"{_NOT_BEFORE}(?P<value>{ARABIC})(?P<scale>[万亿])(?P<less>[0-9])(?P<less_scale>[千百万])(?P<more>{_MORE})?(?P<rest>万?)(?P<unit>{unit})?"
            ),
            build=lambda match: _chained(match, lexicon),
            examples=[("增加到2万5千公里", "2.5 万公里 exact"), ("超过1亿3千多万人", "1.3 亿人 over")],
        ),
        Rule(
            name="percent-in-words",
            pattern=compiled(rf"百分之(?P<value>{CHINESE}|{ARABIC})(?P<scale>)(?P<unit>)"),
            build=lambda match: _build(match, lexicon, unit="%"),
            examples=[("增长百分之八以上", "8 % at_least"), ("降低百分之一点五", "1.5 % exact")],
        ),
        Rule(
            name="arabic",
            pattern=compiled(
                rf"{_NOT_BEFORE}(?P<value>{ARABIC})(?P<more>{_MORE})?(?P<scale>[十百千万亿]*?)(?P<more2>{_MORE})?"
                rf"(?P<unit>{unit}){_NOT_BEHIND}"
            ),
            build=build,
            examples=[
                ("新注册企业1.8万余家", "1.8 万家 over"),
                ("不低于3%", "3 % at_least"),
                ("接待20万人次以上", "20 万人次 at_least"),
                ("提高1.2个百分点左右", "1.2 个百分点 around"),
                ("公路30多万公里", "30 万公里 over"),
                ("装机突破600万千瓦", "600 万千瓦 over"),
                ("发放15,326元", "15326 元 exact"),
            ],
            rejects=["轨道交通2号线", "建设5G基站", "G59高速", "第3批", "2021年", "PM2.5", "世界500强"],
        ),
        Rule(
            name="arabic-grade",
            pattern=compiled(
                rf"{_NOT_BEFORE}(?P<value>{ARABIC})(?P<scale>[万亿]+)(?P<grade>级)(?P<unit>元)?"
            ),
            build=build,
            examples=[("产业规模达到1200亿级", "1200 亿元 exact")],
        ),
        Rule(
            name="arabic-without-unit",
            pattern=compiled(
                rf"{_NOT_BEFORE}(?P<value>{ARABIC})(?P<more>{_MORE})?(?P<scale>[百千]?[万亿]+)(?P<more2>{_MORE})?(?P<unit>){_NOT_BEHIND}"
            ),
            build=build,
            examples=[("贫困人口减少30万以上", "30 万 at_least")],
        ),
        Rule(
            name="bare",
            pattern=compiled(
                rf"{_NOT_BEFORE}(?P<value>{ARABIC})(?P<scale>)(?P<unit>)(?=[，。；、）以左]|$){_NOT_BEHIND}"
            ),
            build=build,
            examples=[("指数降至3.2", "3.2 exact")],
        ),
        Rule(
            name="scale-alone",
            pattern=regex.compile(
                rf"(?P<before>{before}|{_REACHED})(?:了)?(?P<value>[百千十]?)(?P<scale>[万亿]*?)"
                rf"(?:(?P<unit>{unit})|(?P<mark>(?=元?新?(?:大关|台阶|关口|门槛|级|规模|以上|左右)|[，。；、]|$))){tail}"
            ),
            build=lambda match: _scale_alone(match, lexicon),
            examples=[
                ("产值突破千亿元", "1000 亿元 over"),
                ("用电量破亿度", "1 亿度 over"),
                ("规模超万亿元", "1 万亿元 over"),
                ("总收入迈上千亿新台阶", "1000 亿元 exact"),
            ],
        ),
        Rule(
            name="doubling",
            pattern=regex.compile(r"翻(?P<times>[一两二三四])?番"),
            build=_doubling,
            examples=[("营收实现翻番", "1 倍 exact"), ("产值翻两番", "2 番 exact")],
        ),
        Rule(
            name="chinese",
            pattern=compiled(
                rf"(?<![零一二两三四五六七八九十百千万亿几数第前每0-9])(?<!成(?=百)|上(?=千)|成千上(?=万))(?P<value>{CHINESE})(?P<more>几|余|多)?(?P<scale>[万亿]*?)"
                rf"(?P<more2>{_MORE})?(?P<unit>{unit})"
            ),
            build=build,
            examples=[
                ("引进两千余人", "2000 人 over"),
                ("实施十项课题", "10 项 exact"),
                ("培育三十万人", "30 万人 exact"),
                ("占全国九成以上", "9 成 at_least"),
            ],
        ),
    )


def _bound_of(before: str | None, after: str | None, more: bool, lexicon: Lexicon) -> Bound:
    if before:
        return _bounds(lexicon, "before")[before]
    if after:
        return _bounds(lexicon, "after")[after]
    return Bound.over if more else Bound.exact


def _build(match: Match, lexicon: Lexicon, unit: str | None = None) -> Quantity | None:
    groups = match.groupdict()
    unit = groups["unit"] or "" if unit is None else unit
    scales = groups["scale"] or ""
    if not unit and groups.get("grade"):
        unit = "元"
    numeral = groups["value"]
    if _is_year(numeral, unit):
        return None
    value, most = decimal(numeral), groups.get("most")
    factor = scale(scales)
    first = scale(groups.get("scale1") or scales)
    value_max = decimal(most) if most else None
    if value_max is not None and value_max * factor <= value * first:
        return None
    more = bool(groups.get("more") or groups.get("more2"))
    bound = Bound.range if most else _bound_of(groups.get("before"), groups.get("after"), more, lexicon)
    return Quantity(
        start=match.start(),
        end=match.end(),
        number=match.start("value"),
        tail=match.start("after") if groups.get("after") else match.end(),
        value=value,
        value_max=value_max,
        unit=scales + unit,
        amount=plain(value * first),
        amount_max=None if value_max is None else plain(value_max * factor),
        base_unit=unit,
        kind=_kinds(lexicon).get(unit, ""),
        bound=bound,
        bound_behind=bool(groups.get("after")),
        small=not numeral[0].isascii() and len(numeral) == 1 and numeral not in "十百千" and not scales,
        grade=bool(groups.get("grade")),
        chinese=not numeral[0].isascii(),
        placed=any(char in numeral for char in "十百千"),
    )


def _chained(match: Match, lexicon: Lexicon) -> Quantity | None:
    """Read 2万5千 as 2.5 万: a digit with a smaller scale behind the first scale."""
    first, rest = scale(match["scale"]), scale(match["less_scale"] + match["rest"])
    if rest >= first:
        return None
    value = decimal(match["value"]) + decimal(match["less"]) * rest / first
    unit, more = match["unit"] or "", bool(match["more"])
    return Quantity(
        start=match.start(),
        end=match.end(),
        number=match.start("value"),
        tail=match.start("after") if match["after"] else match.end(),
        value=value,
        unit=match["scale"] + unit,
        amount=plain(value * first),
        base_unit=unit,
        kind=_kinds(lexicon).get(unit, ""),
        bound=_bound_of(match["before"], match["after"], more, lexicon),
        bound_behind=bool(match["after"]),
    )


def _scale_alone(match: Match, lexicon: Lexicon) -> Quantity | None:
    word, scales, unit = match["value"], match["scale"], match["unit"]
    if (not word and not scales) or (unit is None and "亿" not in scales):
        return None
    base, printed = (unit, scales + unit) if unit is not None else ("元", scales + "元")
    value = decimal(word) if word else Decimal(1)
    return Quantity(
        start=match.start(),
        end=match.end(),
        number=match.start("value"),
        tail=match.end("scale") if unit is None else match.end("unit"),
        value=value,
        unit=printed,
        amount=plain(value * scale(scales)),
        base_unit=base,
        kind=_kinds(lexicon).get(base, ""),
        bound=_bounds(lexicon, "before").get(
            match["before"], _bounds(lexicon, "after").get(match["after"] or "", Bound.exact)
        ),
        bound_behind=bool(match["after"]),
        scale_alone=True,
    )


def _doubling(match: Match) -> Quantity:
    """Read 翻番 as growth by 1 倍; 翻两番 keeps its own unit."""
    once = match["times"] in (None, "一")
    value, unit = (Decimal(1), "倍") if once else (decimal(match["times"]), "番")
    return Quantity(
        start=match.start(),
        end=match.end(),
        number=match.start(),
        tail=match.end(),
        value=value,
        unit=unit,
        amount=value,
        base_unit=unit,
        kind="times",
        bound=Bound.exact,
        doubling=True,
    )


def _is_year(numeral: str, unit: str) -> bool:
    """Tell whether a numeral is a year and not an amount: four digits before 年."""
    return unit == "年" and len(numeral) == 4


def plain(value: Decimal) -> Decimal:
    """Write an amount without exponent or trailing zeros: 1.63E+5 becomes 163000."""
    value = value.normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def quantities(text: str, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Read all quantities in folded text, sorted and without overlap; offsets are those of `text`."""
    taken: list[Quantity] = []
    for rule in rules(lexicon):
        for match, quantity in rule.readings(text):
            if all(match.end() <= other.start or other.end <= match.start() for other in taken):
                taken.append(quantity)
    return tuple(sorted(taken, key=lambda quantity: quantity.start))

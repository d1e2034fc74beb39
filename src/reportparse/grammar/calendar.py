"""Read times: years, spans of years, plan periods, months, and words like 今年 that need the report's year.

The extractors and the outlook of a clause ask `mentions`, the tokens of a sentence `dates`. The outline and deadlines
have patterns of their own over YEAR and PLAN: they look for a passage's year, not for what a sentence tells.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from reportparse.grammar.number import whole
from reportparse.lexicon import alternation
from reportparse.rule import Match, Rule, apart

NO_YEAR = 0
"""Stands for the year of a report that does not tell it."""

_REAL = regex.compile("[12][0-9]{3}(?:-[12][0-9]{3})?")


@dataclass(frozen=True)
class Calendar:
    """Say what 今年 and 五年来 mean in a report: its own `year`, and the `review` year that it looks back on."""

    year: int
    review: int

    @classmethod
    def of(cls, year: int | None, review: int | None) -> "Calendar":
        """Make a report's calendar of the years that it tells, either of which gives the other.

        Where it tells neither its times are counted from NO_YEAR: how they stand to each other holds, but a year so
        counted is none (`is_real`).
        """
        if year is None:
            year = NO_YEAR if review is None else review + 1
        return cls(year, year - 1 if review is None else review)


@dataclass(frozen=True)
class Mention:
    """Be one time in the text: `text[start:end]` names the years `first` to `last`.

    `point` tells a state's date (到2025年), `base` a year that a number is only compared with (比2010年),
    `this_year` the word 今年.
    """

    start: int
    end: int
    first: int
    last: int
    point: bool = False
    base: bool = False
    this_year: bool = False

    @property
    def period(self) -> str:
        """Give the period as the JSON has it: "2021" or "2021-2025"."""
        return years(self.first, self.last)

    def __str__(self) -> str:
        return self.period + (" point" if self.point else "") + (" base" if self.base else "")


def is_real(period: str) -> bool:
    """Tell a period of real years from one that was counted from NO_YEAR."""
    return _REAL.fullmatch(period) is not None


def years(first: int, last: int) -> str:
    """Write a year or a span of years."""
    return str(first) if first == last else f"{first}-{last}"


_BASE = r"(?P<base>(?:比|较|由|从|自|是|为|面向|相比|相当于|与|以|超过|高于|低于|相较于|对比)(?:原来|于)?)"
YEAR = r"(?:(?:19|20)[0-9]{2}|(?:一九|二零)[零一二三四五六七八九]{2})"
"""A year's number in folded text, in digits or as the older reports write it: 一九八零."""
_YEAR = rf"(?P<year>{YEAR})年"
_COUNT = "(?P<count>[两三四五六七八九十])"
_RELATIVE = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "去年": -1,
    "上年": -1,
    "上年度": -1,
    "前年": -2,
    "明年": 1,
}


def year_of(numeral: str) -> int:
    """Give the year that a match of YEAR writes."""
    return whole(numeral)


PLAN: regex.Pattern[str] = regex.compile(
    r"\"?(?P<late>十[一二三四五六七]?)五\"?(?!年)|\"(?P<early>[六七八九])五\"|第(?P<nth>[一二三四五六七八九]|十[一二三四五六七]?)个五年"
)
"""The name of a five-year plan, in folded text: "十四五", "八五", 第六个五年."""


def plan_years(match: Match) -> tuple[int, int]:
    """Give the first and last year of the plan that a match of PLAN names; the third began three years late."""
    numeral = match["late"] or match["early"] or match["nth"]
    nth = whole(numeral)
    first = 1953 + 5 * (nth - 1) + (3 if nth > 2 else 0)
    return first, first + 4


_MONTH = "[0-9]{1,2}月"
_DAY = "(?:[0-9]{1,2}日|[上中下]旬)?"
_DATE = regex.compile(
    r'(?=[0-9一二十截第"])'  # Most letters begin no date, and are passed over by one look.
    rf"(?:(?:(?:截至|截止)?(?:{YEAR}年?(?:-|至|到))?{YEAR}年(?:{_MONTH}{_DAY})?|(?<![0-9])(?:[0-9]{{1,2}}-)?{_MONTH}{_DAY})"
    r"(?:度(?![^，。；、]?假)|份|年?[底末初])?(?:以前|之前|前|以内|以来)?"
    rf"|{YEAR}(?:-{YEAR})?[学财]年"
    rf"|(?:{PLAN.pattern})(?:规划|计划)?(?:时期|期间|以来|期末|期初|末|初|前[两三四]年))"
)


def dates(text: str) -> Iterator[tuple[int, int]]:
    """Yield where folded text names a date, a month or a plan's time, sorted: 2025年底, 6月30日前, 十四五末."""
    return (found.span() for found in _DATE.finditer(text))


@lru_cache
def rules(calendar: Calendar) -> tuple[Rule[Mention], ...]:
    """Give the rules of periods for one report, specific first; they read folded text."""

    def mention(match: Match, first: int, last: int, point: bool = False) -> Mention:
        base = match.groupdict().get("base") is not None
        start = match.start("base") if base else match.start()
        return Mention(start, match.end(), first, last, point, base)

    def plan(match: Match) -> Mention:
        first, last = plan_years(match)
        return mention(match, last if match["end"] else first, last, point=match["end"] is not None)

    def absolute(match: Match) -> Mention:
        year = year_of(match["year"])
        return mention(match, year, year, bool(match["point"] or match["by"]))

    def relative(match: Match) -> Mention:
        year = calendar.year + _RELATIVE[match["word"]]
        return replace(mention(match, year, year), this_year=year == calendar.year)

    def back(match: Match) -> Mention:
        count = whole(match["count"])
        return mention(match, calendar.review - count + 1, calendar.review)

    def ahead(match: Match) -> Mention:
        count = whole(match["count"])
        return mention(match, calendar.year, calendar.year + count - 1)

    def span(match: Match) -> Mention:
        return mention(match, year_of(match["year"]), year_of(match["last"]))

    return (
        Rule(
            "span",
            regex.compile(rf"(?P<base>是|相当于|面向)?(?P<year>{YEAR})年?(?:-|至|到)(?P<last>{YEAR})年"),
            span,
            examples=[
                ("2016—2020年", "2016-2020"),
                ("2018至2022年", "2018-2022"),
                ("一九七八年到一九八五年", "1978-1985"),
                ("是1990年到2010年的总和", "1990-2010 base"),
            ],
        ),
        Rule(
            "plan",
            regex.compile(
                rf"{_BASE}?(?:{PLAN.pattern})(?:规划|计划)?(?:时期|期间|以来|五年|(?P<end>期?末|收官))"
            ),
            plan,
            examples=[
                ('"十四五"期间', "2021-2025"),
                ('到"十四五"末', "2025 point"),
                ('是"十二五"时期的', "2011-2015 base"),
                ('"八五"期间', "1991-1995"),
                ("第六个五年计划期间", "1981-1985"),
            ],
        ),
        Rule(
            "year",
            regex.compile(
                rf"{_BASE}?(?P<point>到|至|截至|截止)?{_YEAR}(?:度|底|末|年底)?(?P<by>前|以前|之前)?"
            ),
            absolute,
            examples=[
                ("到2025年", "2025 point"),
                ("2019年", "2019"),
                ("比2015年", "2015 base"),
                ("由2010年的", "2010 base"),
                ("面向2030年的项目", "2030 base"),
                ("一九八○年", "1980"),
            ],
        ),
        Rule(
            "relative",
            regex.compile(rf"{_BASE}?(?P<word>{alternation(_RELATIVE)})"),
            relative,
            examples=[
                ("今年力争通车", "2021"),
                ("比去年增加30家", "2020 base"),
                ("前年开工的砚山隧道", "2019"),
                ("明年启动二期", "2022"),
            ],
        ),
        Rule(
            "average",
            regex.compile(rf"{_COUNT}年(?:平均|年均)|(?<![^，。；：]){_COUNT}年(?=[^，。；]*年均)"),
            back,
            examples=[("两年平均", "2019-2020"), ("五年粮食产量年均增长2%", "2016-2020")],
            rejects=["平均两年"],
        ),
        Rule(
            "years-ahead",
            regex.compile(rf"(?:今后|未来|接下来|下一个|下)(?:的)?{_COUNT}(?:个)?年"),
            ahead,
            examples=[("今后五年，财政收入年均增长6%", "2021-2025"), ("未来三年建成环线", "2021-2023")],
        ),
        Rule(
            "years-back",
            regex.compile(
                rf"(?:过去|近|这|最近|前)(?:的)?{_COUNT}(?:个)?年(?:来|间|里)?|(?<![十百]){_COUNT}年(?:来|间|共|累计|新增|完成|建成)"
            ),
            back,
            examples=[("过去五年", "2016-2020"), ("三年来，全市新增泵站9座", "2018-2020")],
            rejects=["十三年来"],
        ),
    )


@lru_cache
def mentions(text: str, start: int, end: int, calendar: Calendar) -> tuple[Mention, ...]:
    """Give the times named in folded `text[start:end]`, sorted, without overlap."""
    return tuple(apart(rules(calendar), text, start, end))

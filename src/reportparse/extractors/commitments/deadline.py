"""Read by when a clause is due, where its words say so."""

from functools import cache

import regex

from reportparse.grammar.clause import enclosed, meeting
from reportparse.grammar.number import whole
from reportparse.rule import Match, Rule

_LAST_MONTH = {"一": 3, "二": 6, "三": 9, "四": 12, "上": 6, "下": 12, "前三": 9}

_OF_MONTH = "(?:[0-9]{1,2}日)?(?:底|末|份|初|上旬|中旬|下旬)?(?:以?前|之前)?"
"""Matches what may stand behind a month: its day or part, and that this is the last one."""


@cache
def rules(year: int) -> tuple[Rule[str], ...]:
    """Give the rules of deadlines in a passage that plans for `year`, specific first; they read folded text."""

    def dated(match: Match) -> str:
        return f"{match['year']}-{int(match['month']):02}"

    def month(match: Match) -> str:
        return f"{year + bool(match['next'])}-{int(match['month']):02}"

    def quarter(match: Match) -> str:
        return f"{year}-{_LAST_MONTH[match['part']]:02}"

    def ahead(match: Match) -> str:
        return str(year + whole(match["count"]) - 1)

    return (
        Rule(
            "month of a year",
            regex.compile(f"(?P<year>20[0-9]{{2}})年(?P<month>1[0-2]|[1-9])月{_OF_MONTH}"),
            dated,
            examples=[("2032年6月底前通车", "2032-06")],
        ),
        Rule(
            "year",
            regex.compile(
                r"(?:(?<![^，。；：、\s])|到|至|在|于|力争|确保|争取|计划|预计)(?P<year>20[0-9]{2})年(?!行动|计划|版|度|会|第)"
                "(?:年?底|末)?(?:以?前|之前|以?内)?"
                "|(?P<year>20[0-9]{2})年(?:(?:年?底|末)(?:以?前|之前)?|(?:以?前|之前|以?内))"
            ),
            lambda match: str(match["year"]),
            examples=[("到2035年建成环湖铁路", "2035"), ("2032年底前投用", "2032")],
            rejects=["实施水网2031年行动计划", "办好2031年水博会"],
        ),
        Rule(
            "month",
            regex.compile(f"(?<![0-9个])(?P<next>明年)?(?P<month>1[0-2]|[1-9])月{_OF_MONTH}"),
            month,
            examples=[
                ("6月底前完成勘察", "2031-06"),
                ("力争9月开工", "2031-09"),
                ("延至明年3月底", "2032-03"),
            ],
            rejects=["每人补助3个月"],
        ),
        Rule(
            "part of the year",
            regex.compile("(?P<part>前三|[一二三四])季度|(?P<part>[上下])半年"),
            quarter,
            examples=[("上半年完成勘察", "2031-06"), ("三季度开工", "2031-09")],
        ),
        Rule(
            "years ahead",
            regex.compile(
                "(?=[用未今力两二三四五六七八九十2-9])(?:"  # Most letters begin none, and are passed over by one look.
                "(?:用|未来|今后|力争)?(?P<count>[两二三四五六七八九十]|[2-9])年(?:之|以|时间)?内|用(?P<count>[两二三四五六七八九十]|[2-9])年(?:左右)?(?:的)?时间)"
            ),
            ahead,
            examples=[("三年内建成环湖铁路", "2033"), ("用2年时间整治河道", "2032")],
        ),
        Rule(
            "this year",
            regex.compile("年内|年(?:底|末)前?|汛期?前|入冬前|采暖期前|国庆前|春节前"),
            lambda match: str(year),
            examples=[("年内建成三号泵站", "2031"), ("年底前开放公园", "2031")],
            rejects=["三年行动"],
        ),
    )


def deadline(text: str, start: int, end: int, period: str | None) -> str | None:
    """Give by when the clause `text[start:end]` (folded) is due, as 2031 or 2031-06; None where it does not say.

    `period` is the passage's; without one only full dates are read.
    """
    year = int(period[-4:]) if period else 0
    names = enclosed(text, start, end)
    for rule in rules(year):
        if year or rule.name in ("month of a year", "year"):
            for match, due in rule.readings(text, start, end):
                if not meeting(names, *match.span()):  # 《水网规划（2031—2035年）》
                    return due
    return None

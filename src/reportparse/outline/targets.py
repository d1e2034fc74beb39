"""Find the passage that sets the year's targets: by the words that announce it, else by the figures it aims at."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import regex

from reportparse.grammar.calendar import YEAR, year_of
from reportparse.lexicon import IndicatorEntry, Lexicon, alternation
from reportparse.outline.numbering import MARKS
from reportparse.rule import Match, Rule, first_reading
from reportparse.text import NUMERALS

_NUMBER: Final = f"(?:[0-9]|百分之[{NUMERALS}])"
REFERS: Final = "上述|以上|这些|完成|实现|围绕"
"""What stands before targets that were set elsewhere, as the alternatives of a pattern."""

_SPAN: Final = regex.compile(r"年均|平均每年|每年|[三四五十]年|时期|期间|翻[一两]番|本世纪|远景")
_FIGURE: Final = regex.compile(rf"{_NUMBER}|同步|持平|平衡|稳定|完成|高于|低于|控制在")
_LISTED: Final = regex.compile(r"[；：]\s*$")


@dataclass(frozen=True)
class Announced:
    """Be the words with which a passage sets the year's targets, and the year where they name it."""

    words: str
    year: int | None

    def __str__(self) -> str:
        return f"{self.words} {self.year or ''}".strip()


def _announced(match: Match) -> Announced | None:
    year = year_of(match["year"]) if match["year"] else None
    return Announced(match["words"], year)


def rules(lexicon: Lexicon) -> tuple[Rule[Announced], ...]:
    """Give the rules, by name, by aggregate and by headlines; they read one sentence of folded text."""
    return _rules(lexicon)


@cache
def _rules(lexicon: Lexicon) -> tuple[Rule[Announced], ...]:
    names = alternation(lexicon.forms("roles", "annual_targets"))
    headlines = alternation(
        form for entry in lexicon.of(IndicatorEntry) if entry.headline for form in entry.forms
    )
    whole = alternation(lexicon.forms("roles", "whole_economy"))
    told = rf"(?:(?P<year>{YEAR})年)?"
    return (
        Rule(
            "annual-targets-by-name",
            regex.compile(
                rf"\A(?!.{{0,8}}(?:{REFERS}|按照|没有)){told}[^。]*?(?P<words>{names})"
                rf"[^，。；]{{0,20}}?(?:[是为：]|{_NUMBER}|建议|如下|，[^，。；]{{0,8}}{whole})"
            ),
            _announced,
            examples=(
                ("2031年全市经济社会发展的主要预期目标是：地区生产总值增长6%左右", "主要预期目标 2031"),
                ("综合各方面因素，今年主要预期目标建议为：地区生产总值增长6%", "主要预期目标"),
                ("经济增长预期目标6%左右", "预期目标"),
            ),
            rejects=("上述预期目标，是统筹考虑后提出的", "实现预期目标，是一场硬仗", "预期目标全面完成"),
        ),
        Rule(
            "annual-targets-by-aggregate",
            regex.compile(
                rf"\A{told}[^。]*?(?P<words>{whole})[^，。；]{{0,14}}?"
                rf"(?:(?:增长|增加|提高|速度|为|在)[^，。；0-9]{{0,14}}?{_NUMBER}|[0-9]+%左右)"
            ),
            _announced,
            examples=(
                ("今年，工农业总产值计划比去年增长百分之五", "工农业总产值"),
                ("1994年，国民生产总值增长9%", "生产总值 1994"),
                ("经济增长速度定为8%左右", "经济增长"),
            ),
            rejects=("加快工业发展", "人均收入增长5%"),
        ),
        Rule(
            "annual-targets-by-headlines",
            regex.compile(
                rf"\A{told}[^。]*?(?P<words>{headlines})[^，。；]{{0,8}}?{_NUMBER}"
                rf"[^。]*?[，；](?:{headlines})[^，。；]{{0,8}}?{_NUMBER}"
            ),
            _announced,
            examples=(("今年要稳住就业，城镇新增就业3万人，居民消费价格涨幅3%左右", "城镇新增就业"),),
            rejects=("城镇新增就业3万人",),
        ),
    )


@dataclass(frozen=True)
class Aim:
    """Be a passage that looks ahead: its position, its folded prose behind headings, and the time it speaks of."""

    at: int
    prose: str
    headings: Sequence[str]
    period: str | None


def annual_targets(aims: Sequence[Aim], year: int, lexicon: Lexicon) -> frozenset[int]:
    """Give the positions of the passages that set the targets of `year`, with the lists that they lead in.

    Those whose words announce them come first; where a report has none (many before 2004), those that aim at
    a growth of the whole economy, else at figures of several headline indicators.
    """
    named, *by_figures = _rules(lexicon)
    this_year = [aim for aim in aims if aim.period == str(year)]
    announced = {
        aim.at for aim in this_year if _sets(aim.prose, named, year) or _is_headed(aim, named, year, lexicon)
    }
    if announced:
        return frozenset(announced | _listed(this_year, announced, named, year))
    for rule in by_figures:
        if found := {aim.at for aim in this_year if _sets(aim.prose, rule, year, single=True)}:
            return frozenset(found)
    return frozenset()


def announces(prose: str, year: int, lexicon: Lexicon) -> bool:
    """Tell whether a folded passage names itself the one that sets the targets of `year`."""
    return _sets(prose, _rules(lexicon)[0], year)


def sets_headlines(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a folded sentence aims at figures of several headline indicators in its year."""
    return first_reading(_rules(lexicon)[2:], sentence) is not None and _SPAN.search(sentence) is None


def _sets(prose: str, rule: Rule[Announced], year: int, single: bool = False) -> bool:
    """Tell whether a sentence announces targets, of no other year; `single` asks that it name no span of years."""
    for sentence in regex.split(r"[。！？]", prose):
        found = first_reading((rule,), sentence)
        if found is None or (found[2].year or year) != year:
            continue
        if not (single and _SPAN.search(sentence)):
            return True
    return False


def _is_headed(aim: Aim, rule: Rule[Announced], year: int, lexicon: Lexicon) -> bool:
    """Tell a passage with figures under a heading of its own that names the targets: （二）主要预期目标."""
    names = regex.compile(alternation(lexicon.forms("roles", "annual_targets")) + r"\Z")
    inner = aim.headings[0] if len(aim.headings) > 1 else ""
    return names.search(inner) is not None and _FIGURE.search(aim.prose) is not None


def _listed(aims: Sequence[Aim], announced: set[int], rule: Rule[Announced], year: int) -> set[int]:
    """Give the items behind a passage whose last sentence announces targets and leads in by a colon."""
    listed: set[int] = set()
    leads, kind, before = False, None, -1
    for aim in aims:
        sentences = [one for one in regex.split(r"[。！？]", aim.prose.rstrip()) if one]
        if aim.at in announced:
            leads = bool(sentences) and sentences[-1].endswith("：") and _sets(sentences[-1], rule, year)
            kind, before = None, aim.at
            continue
        mark = first_reading(MARKS, aim.prose)
        own = mark[2].kind if mark else None
        runs_on = kind is None or own is kind
        leads = leads and aim.at == before + 1 and runs_on and _FIGURE.search(aim.prose) is not None
        if leads:
            listed.add(aim.at)
            kind, before = own, aim.at
            leads = own is not None or _LISTED.search(aim.prose) is not None
    return listed

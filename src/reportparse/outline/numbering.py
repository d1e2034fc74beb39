"""Read the number that a heading opens with: 一、, (一), 1., 第一, 一是, ——."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import regex

from reportparse.rule import Match, Rule
from reportparse.text import NUMERALS

_HAN = f"[{NUMERALS}]"


class Kind(StrEnum):
    """Name the ways in which headings are numbered; `plain` is a heading without any mark."""

    part = "part"
    bracket = "bracket"
    arabic = "arabic"
    small = "small"
    ordinal = "ordinal"
    item = "item"
    dash = "dash"
    annex = "annex"
    plain = "plain"


@dataclass(frozen=True)
class Mark:
    """Be a number at the head of a paragraph: the title begins at `end`."""

    kind: Kind
    number: str
    end: int

    def __str__(self) -> str:
        return f"{self.kind.value} {self.number}"


def _mark(kind: Kind) -> Callable[[Match], Mark]:
    def build(match: Match) -> Mark:
        return Mark(kind, match["number"].rstrip(), match.end())

    return build


def _rule(
    kind: Kind, pattern: str, examples: tuple[tuple[str, str], ...], rejects: tuple[str, ...] = ()
) -> Rule[Mark]:
    # Converters put list dashes and spaces before a number; they are no part of it.
    head = r"\A[ -]*" if kind is not Kind.dash else r"\A *"
    return Rule(
        f"heading-{kind.value}",
        regex.compile(rf"{head}(?P<number>{pattern}) *"),
        _mark(kind),
        examples,
        rejects,
    )


MARKS: Final = (
    _rule(
        Kind.annex,
        rf"附(?:件|表|录) *(?:[0-9]{{1,2}}|{_HAN}{{1,2}})? *[：、]?(?!有|于)",
        (("附件1：云州市民生实事", "annex 附件1："), ("附件", "annex 附件")),
        ("附近道路完成改造",),
    ),
    _rule(
        Kind.part,
        rf"第{_HAN}{{1,3}}(?:部分|篇|章)[：、]?|{_HAN}{{1,3}}、(?!{_HAN}{{1,2}}[、产次级线])",
        (("一、2030年工作回顾", "part 一、"), ("第二部分 今年工作", "part 第二部分")),
        ("一、二、三产业增加值分别增长3%、5%和7%",),
    ),
    _rule(
        Kind.bracket,
        rf"（{_HAN}{{1,3}}）[、.]?",
        (("（一）做强实体经济。", "bracket （一）"), ("-（十二）守牢安全底线", "bracket （十二）")),
    ),
    _rule(Kind.small, r"（[0-9]{1,2}）[、.]?", (("（3）提升园区能级。", "small （3）"),)),
    _rule(
        Kind.arabic,
        r"[0-9]{1,2}(?:\.(?![0-9])|、(?!\s*[0-9]))",
        (("1.建设云岭科创园", "arabic 1."), ("2、稳住外贸", "arabic 2、")),
        ("1.5万人实现就业", "2024年工作"),
    ),
    _rule(
        Kind.ordinal,
        rf"第{_HAN}{{1,2}}[，、]|其{_HAN}，",
        (("第一，坚持项目为王。", "ordinal 第一，"),),
        ("第一产业增加值增长4%",),
    ),
    _rule(
        Kind.item,
        rf"{_HAN}{{1,2}}(?:是(?![个项])|要)(?!{_HAN})，?",
        (("一是招商引资取得突破。", "item 一是"), ("二要稳预期。", "item 二要")),
        ("一般公共预算收入增长5%",),
    ),
    _rule(
        Kind.dash,
        r"-{1,3}(?!\s*[（0-9])|-?一一(?![、是要0-9])",
        (("——五年来，我们做强产业。", "dash --"), ("一一过去一年，我们稳住了农业。", "dash 一一")),
        ("- （四）扩大开放",),
    ),
)
"""All numbers, tried in this order on folded text; the first that stands at the head wins."""

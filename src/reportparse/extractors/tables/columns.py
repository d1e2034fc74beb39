"""Say what each column of a table holds, by the words at its head and what stands below."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

import regex

from reportparse.extractors.tables.grid import Grid
from reportparse.grammar.calendar import Calendar, mentions, years
from reportparse.model import Attribute, Basis, Outlook

Kind = Literal[
    "number", "label", "indicator", "unit", "value", "attribute", "task", "lead", "deadline", "note"
]

_HEADS: Final[tuple[tuple[Kind, regex.Pattern[str]], ...]] = (
    ("number", regex.compile(r"序号?|编号|No\.?")),
    (
        "lead",
        regex.compile(
            r".*(?:牵头|责任|主管|主办|承办|实施|负责|配合|主责).*(?:单位|部门|人|领导)|部门|单位名称"
        ),
    ),
    ("unit", regex.compile(r"(?:计量)?单位")),
    ("attribute", regex.compile(r"(?:指标)?(?:属性|性质)")),
    ("deadline", regex.compile(r".*(?:时限|时间节点|完成时间|起止年限|建设年限|完成期限)")),
    ("note", regex.compile(r".*(?:备注|说明|进展|依据|来源|投资.*|资金.*|地点|地址|区域)")),
    ("label", regex.compile(r"类别|类型|领域|分类|维度|方面|板块|一级指标")),
    ("indicator", regex.compile(r".*指标(?:名称)?|指标名称.*|项目|名称|主要项目")),
    ("task", regex.compile(r".*(?:内容|任务|事项|实事|举措|措施|工作|项目名称|工程名称|项目).*")),
)
_FIRM: Final = frozenset({"number", "lead", "unit", "attribute", "deadline"})
UNIT: Final = regex.compile(r"[（(\[](?P<unit>[^（()）\]年]{1,12})[）)\]]$")
ATTRIBUTES: Final = {"约束": Attribute.binding, "预期": Attribute.anticipatory}
_DATED: Final = regex.compile(r"(?:19|20)[0-9]{2}|上年|去年|今年|本年|十[一二三四五六七]?五")
_AHEAD: Final = regex.compile(r"目标|计划|规划|预期|安排|力争")
_BACK: Final = regex.compile(r"完成|实绩|实际|实现|执行|现状|基期|基数|基准|达到|预计|情况")
_TOLD: Final = regex.compile(r"完成情况|完成值|目标完成|计划完成情况|执行情况")
_RATE: Final = regex.compile(r"增速|增长|增幅|涨幅|±|同比|比上年|升降")
_MOST_LETTERS: Final = 30
_BARE_YEAR: Final = regex.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@dataclass(frozen=True)
class Column:
    """Be what a column holds; of values also of when, which way they look, and what they measure.

    `rate` tells growth; `unit` is one that the head prints, `hedge` 预计.
    """

    kind: Kind
    outlook: Outlook | None = None
    period: str | None = None
    unit: str = ""
    rate: bool = False
    basis: Basis | None = None
    hedge: str | None = None


def columns_of(grid: Grid, calendar: Calendar) -> dict[int, Column]:
    """Say what the columns of a table hold, none of those whose head does not tell."""
    found: dict[int, Column] = {}
    for at in sorted(grid.heads):
        column = _column(grid, at, calendar, found)
        if column is not None:
            found[at] = column
    if not any(column.kind == "value" for column in found.values()):
        return {at: Column("task") if one.kind == "indicator" else one for at, one in found.items()}
    return _timed({at: one for at, one in found.items() if one.kind != "task"}, calendar)


def _column(grid: Grid, at: int, calendar: Calendar, before: Mapping[int, Column]) -> Column | None:
    head = grid.head(at)
    below = grid.column(at)
    if below and all(text[:2] in ATTRIBUTES for text in below):
        return Column("attribute")
    kind = next((kind for kind, words in _HEADS if words.fullmatch(head)), None)
    if not head and at - 1 in before and before[at - 1].kind == "indicator":
        return Column("indicator") if _are_names(below) else None
    if kind is not None and (kind in _FIRM or not (_DATED.search(head) or _are_values(below))):
        return Column(kind)
    if _DATED.search(head) or _RATE.search(head) or (_AHEAD.search(head) or _BACK.search(head)):
        return (
            _value(head, calendar)
            if _are_values(below)
            else (Column("task") if _AHEAD.search(head) else None)
        )
    return Column(kind) if kind else None


def _value(head: str, calendar: Calendar) -> Column:
    unit = UNIT.search(head)
    bare = head[: unit.start()] if unit else head
    named = mentions(bare, 0, len(bare), calendar)
    year = _BARE_YEAR.search(bare)
    period = named[-1].period if named else year[0] if year else None
    rate = _RATE.search(bare) is not None
    if _AHEAD.search(bare) and not _TOLD.search(bare):
        outlook: Outlook | None = Outlook.planned
    elif _BACK.search(bare):
        outlook = Outlook.done
    elif period is not None:
        outlook = Outlook.planned if int(period[-4:]) >= calendar.year else Outlook.done
    else:
        outlook = None
    average = Basis.annual_average if "年均" in bare or "年平均" in bare else None
    basis = Basis.cumulative if "累计" in bare and average is None else average
    hedge = "预计" if "预计" in bare and outlook is Outlook.done else None
    return Column("value", outlook, period, unit["unit"] if unit else "", rate, basis, hedge)


def _are_values(texts: list[str]) -> bool:
    """Tell numbers, and short words in their place (完成省下达任务), from tasks and names."""
    numbers = sum(any(char.isdigit() for char in text) for text in texts)
    short = sum(len(text) <= _MOST_LETTERS for text in texts)
    signs = sum(text[:1] in "0123456789.-[〔【≥≤><增下提降完" or text in "—-/" for text in texts)
    return bool(texts) and short >= 0.8 * len(texts) and numbers > 0 and signs >= 0.5 * len(texts)


def _are_names(texts: list[str]) -> bool:
    return bool(texts) and not any(text[0].isdigit() for text in texts)


def _timed(columns: dict[int, Column], calendar: Calendar) -> dict[int, Column]:
    """Give rates the time that other columns tell: those of a year the column on their left, averages the span."""
    points = {at: one for at, one in columns.items() if one.kind == "value" and one.period and not one.basis}
    timed: dict[int, Column] = {}
    for at, one in columns.items():
        if one.kind == "value" and (one.rate or one.period is None or one.outlook is None):
            one = _after(at, one, points, calendar)
        timed[at] = one
    return timed


def _after(at: int, one: Column, points: Mapping[int, Column], calendar: Calendar) -> Column:
    left = [point for place, point in points.items() if place < at]
    ends = [int(point.period[-4:]) for point in left if point.period]
    outlook, period, hedge = one.outlook, one.period, one.hedge
    if one.rate and left and one.basis is None and period in (None, left[-1].period):
        outlook, hedge = left[-1].outlook, hedge or left[-1].hedge
    if one.basis is not None and len(ends) > 1 and ends[-2] < ends[-1]:
        outlook = outlook or left[-1].outlook
        period = period or years(ends[-2] + 1, ends[-1])
    elif left:
        outlook, period = outlook or left[-1].outlook, period or left[-1].period
    outlook = outlook or Outlook.planned
    if period is None:
        period = str(calendar.year if outlook is Outlook.planned else calendar.review)
    return Column("value", outlook, period, one.unit, one.rate, one.basis, hedge)


def before(columns: Mapping[int, Column], period: str) -> str:
    """Give the years over which what a column sums up grew: those behind the last earlier column, up to its own."""
    last = int(period[-4:])
    known = [int(one.period[-4:]) for one in columns.values() if one.period and one.basis is None]
    earlier = [year for year in known if year < last]
    return years(max(earlier) + 1, last) if earlier and len(period) == 4 else period

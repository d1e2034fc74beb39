"""Say what kind of number a figure is, and which way it moves."""

import regex

from reportparse.extractors.figures.phrase import WordsBefore
from reportparse.grammar.quantity import Quantity
from reportparse.grammar.reading import read as reading_of
from reportparse.lexicon import Lexicon
from reportparse.model import Measure

RATIOS = frozenset(("percent", "points", "times"))
"""Kinds of units that tell a relation and hold for each part of a list, where amounts are its sum."""

PLANNED = regex.compile("(?P<verb>完成)(?P<what>[^，。；、占]{0,12}(?:计划|目标|任务|预算))的$")
"""Matches what stands before the share of a plan that is done: 完成年度计划的|105%."""

_PRICES = regex.compile(r"(?:居民消费价格|消费价格|物价|CPI)(?:指数|总水平|水平|涨幅)?$")
_SPEED = regex.compile(
    r"(?:增速|增幅|涨幅|增长率|上涨率|增长速度|增长幅度|上涨幅度|增长)(?:的?预期)?(?:目标)?$"
)
_FALL = regex.compile(r"(?:降幅|跌幅|减幅|下降率|降低率|下降幅度)$")
_LESS_IS_BETTER = regex.compile(r"(?:浓度|PM|指数|排放|能耗|事故|死亡)")
_NEW = regex.compile(r"(?:^|城镇|农村|就业)(?:新增(?!长)|净增)|减税降费|退税|减负$")
_OF_QUALITY = frozenset(("提升", "改善", "扩大", "节约", "精简", "提速", "加快", "压缩", "优化"))
"""Verbs that mend a thing where an amount of it follows (提升街区12条), and move a number elsewhere."""


def measured(quantity: Quantity, read: WordsBefore, indicator: str, lexicon: Lexicon) -> tuple[Measure, int]:
    """Give a figure's measure and its sign, -1 for a fall, from the verbs around it, its unit and its name."""
    act = read.tail_act or ("fall" if read.head_act == "cut" else "")
    sign = -1 if act == "fall" else 1
    if read.tail == "改善" and _LESS_IS_BETTER.search(indicator):
        sign = -1
    if quantity.doubling:
        return Measure.growth, 1
    if quantity.kind == "points":
        return Measure.change, sign
    if quantity.kind == "times":
        return (
            (Measure.growth, sign)
            if read.tail_act in ("grow", "fall") or quantity.unit == "番"
            else (Measure.level, 1)
        )
    if quantity.kind == "percent" or quantity.base_unit == "成":
        return _of_percent(read, indicator, sign, lexicon)
    return _of_amount(quantity, read, indicator, sign)


def _of_percent(read: WordsBefore, indicator: str, sign: int, lexicon: Lexicon) -> tuple[Measure, int]:
    if pace := pace_of(indicator):
        return Measure.growth, pace
    if _PRICES.search(indicator) and read.tail_act != "fall":
        return Measure.growth, 1
    moves = read.tail_act in ("grow", "fall") or read.head_act == "cut"
    new = read.head == "新增"  # 新增用地70%以上 is a part of the new ones
    if moves or (read.head_act == "add" and not new and not _names_rate(indicator, lexicon)):
        return Measure.growth, sign
    return Measure.share, 1


def pace_of(name: str) -> int:
    """Give the sign of the growth that a name asks for by its end: 1 (增速), -1 (降幅), 0 where it asks for none."""
    return 1 if _SPEED.search(name) else -1 if _FALL.search(name) else 0


def _names_rate(indicator: str, lexicon: Lexicon) -> bool:
    found = reading_of(indicator, lexicon).tokens
    return bool(found) and found[-1].is_rate


def _of_amount(quantity: Quantity, read: WordsBefore, indicator: str, sign: int) -> tuple[Measure, int]:
    added = {"add": 1, "cut": -1}.get(read.head_act)
    if read.head_act == "raise" and quantity.kind == "money" and read.head not in _OF_QUALITY:
        added = 1
    if read.tail_act in ("rise_to", "fall_to", "reach"):
        if quantity.kind == "time":
            return Measure.level, 1
        return (Measure.change, added) if added else (Measure.level, 1)
    if read.tail_act in ("grow", "fall"):
        mends = read.tail in _OF_QUALITY and quantity.kind not in ("money", "time")
        return (Measure.level, 1) if mends else (Measure.change, sign)
    if added:
        return Measure.change, added
    return (Measure.change, 1) if _NEW.search(indicator) else (Measure.level, 1)

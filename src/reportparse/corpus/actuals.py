"""Read official figures, a yearbook's table, to set beside what reports promise and tell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Final

import regex

from reportparse.amounts import per_unit
from reportparse.corpus.columns import column_called, year_in
from reportparse.corpus.grids import opened
from reportparse.corpus.head import Head
from reportparse.errors import DamagedInputError, UsageError
from reportparse.extractors.figures.measure import pace_of
from reportparse.extractors.indicators import identify
from reportparse.grammar.quantity import Quantity, quantities
from reportparse.lexicon import IndicatorEntry, Lexicon
from reportparse.lexicon.divisions import divisions
from reportparse.model import Figure, Measure
from reportparse.reading.headers import USUAL
from reportparse.text import fold

_USUAL: Final = {
    "code": ("division_code", "code", "adcode", "行政区划代码", "区划代码", "代码"),
    "place": USUAL["place"],
    "province": USUAL["province"],
    "year": USUAL["year"],
    "indicator": ("indicator_id", "indicator", "指标", "指标名称"),
    "measure": ("measure",),
    "unit": ("unit", "单位", "计量单位"),
    "value": ("value", "数值", "值", "取值"),
}

LIKELY: Final = (Measure.growth, Measure.share, Measure.level, Measure.change)
"""What a number without a measure is taken for: the first of these that a report has of the indicator."""

_MISSING: Final = frozenset(("", "-", "–", "—", "——", "…", "……", ".", "..", "/", "na", "n/a", "nan", "null"))
"""What yearbooks and programs write where they have no number."""

_BRACKET: Final = regex.compile(r"[(（]([^()（）]*)[)）]$")
_NEW: Final = regex.compile(r"(?:全[国省市区县州])?(?:新增|净增)")
_MOVES: Final = (
    (regex.compile(r"(?:增长|上涨)$"), (Measure.growth, 1)),
    (regex.compile(r"(?:下降|降低)$"), (Measure.growth, -1)),
    (regex.compile(r"(?:增量|增加)$"), (Measure.change, 1)),
    (regex.compile(r"减少$"), (Measure.change, -1)),
)
"""How the name of an indicator ends that says what kind of number stands under it, and which way it goes.

Besides these it may end with the word of a pace, as in reports. In a yearbook these verbs tell growth and amounts
apart; in a report the unit behind them does.
"""

_Key = tuple[str, int, str]


@dataclass(frozen=True)
class Official:
    """Be one official figure: its number, and where the table has a unit what that is in base units of which.

    `province` is how the codes of its place's province begin, "" where the table has no province that is known.
    """

    measure: str
    value: Decimal
    amount: Decimal | None = None
    base_unit: str = ""
    province: str = ""

    def beside(self, figure: Figure) -> Decimal | None:
        """Give the number in the unit that a figure is printed in; none where the units are not of one kind."""
        if self.amount is None:
            return self.value
        return self.amount / per_unit(figure) if self.base_unit == figure.base_unit else None


class Actuals:
    """Hold official figures by place, year and indicator. `unknown` are the names that are no indicator's."""

    def __init__(self, path: Path, lexicon: Lexicon) -> None:
        """Read a table with a figure a row: place or division_code, year, indicator_id, value, and more.

        More is a province, a measure and a unit; without a unit, numbers are in the one that the target is printed
        in. An indicator may be named by any of its forms, with words around it that say what is counted and how:
        GDP增速（%）. Raises UsageError for a column that is missing, DamagedInputError for a value that is no number or
        a unit that is none.
        """
        grid = opened(path)
        at = {what: column_called(usual, grid.names) for what, usual in _USUAL.items()}
        nowhere = at["code"] is None and at["place"] is None and at["province"] is None
        if nowhere or None in (at["year"], at["indicator"], at["value"]):
            raise UsageError(
                f"{path.name} lacks a column: place or division_code, year, indicator_id, value.",
                f"Columns: {', '.join(grid.names)}.",
            )
        self.unknown: dict[str, None] = {}
        self._lexicon = lexicon
        self._ids = {form: e.id for e in lexicon.of(IndicatorEntry) for form in (e.id, *e.forms)}
        self._values: dict[_Key, list[Official]] = {}
        for number, row in enumerate(grid.rows, start=1):
            self._add({what: _word(row, column) for what, column in at.items()}, f"{path.name}#{number}")

    def _add(self, row: dict[str, str], where: str) -> None:
        year, id_ = year_in(row["year"]), self._id(row["indicator"])
        if row["value"].casefold() in _MISSING or year is None or id_ is None:
            return
        try:
            value = Decimal(row["value"].rstrip("%").replace(",", ""))
        except InvalidOperation as error:
            raise DamagedInputError(f"{where}: {row['value']!r} is no number.") from error
        official = replace(self._official(row, value, where), province=_provinces().get(row["province"], ""))
        for place in {row["code"].removesuffix(".0"), row["place"] or row["province"]} - {""}:
            self._values.setdefault((place, year, id_), []).append(official)

    def _id(self, name: str) -> str | None:
        """Give the indicator of a name; what is new or added is none of what there is, whatever the name ends with."""
        bare = _BRACKET.sub("", name)
        id_ = self._ids.get(bare) or (None if _NEW.match(bare) else identify(bare, self._lexicon))
        if name and id_ is None:
            self.unknown[name] = None
        return id_

    def _official(self, row: dict[str, str], value: Decimal, where: str) -> Official:
        name, unit, measure = _BRACKET.sub("", row["indicator"]), fold(row["unit"]), row["measure"]
        bracket = _BRACKET.search(row["indicator"])
        if not unit and bracket and self._one(fold(bracket[1])):
            unit = fold(bracket[1])
        unit = unit or ("%" if row["value"].endswith("%") else "")
        moves = None if measure else _moves(name)
        if moves and (name not in self._ids or moves == (Measure.growth, -1)):  # 人口自然增长率 is a share
            measure, value = moves[0].value, value if moves[1] > 0 else -abs(value)
        if not unit:
            return Official(measure, value)
        one = self._one(unit)
        if one is None:
            raise DamagedInputError(
                f"{where}: {row['unit']!r} is no unit that is known.",
                "Units are as reports print them: 万人, 亿元, %.",
            )
        return Official(measure, value, value * one.amount, one.base_unit)

    def _one(self, unit: str) -> Quantity | None:
        """Read one of a unit, None where it is none."""
        one = next(iter(quantities(f"1{unit}", self._lexicon)), None)
        return one if one and one.end == len(unit) + 1 else None

    def value(self, place: Head, year: int, id_: str, like: Figure, *, likely: bool) -> Decimal | None:
        """Give the official figure of a place, by its code or its name, with or without its 市.

        Of places with one name (鼓楼区) it is that of the province, where the table has one.
        It is in the unit of `like`, and of its measure; a number without a measure is where it is `likely` to be, or
        has a unit that says so: 亿元 is no growth.
        """
        code = place.division_code
        for called in filter(None, (code, place.place, _short(code))):
            for found in self._values.get((called, year, id_), ()):
                if code and not code.startswith(found.province):
                    continue
                told = found.base_unit not in ("", "%")
                if found.measure == like.measure or (not found.measure and (likely or told)):
                    value = found.beside(like)
                    if value is not None:
                        return value
        return None


@cache
def _provinces() -> dict[str, str]:
    """Give the first two digits of each province's codes by its names."""
    return {name: d.code[:2] for d in divisions() if d.level == "province" for name in (d.name, d.short)}


def _moves(name: str) -> tuple[Measure, int] | None:
    """Say what kind of number a name asks for and its sign: 增速 is growth, 降幅 growth below nothing."""
    if pace := pace_of(name):
        return Measure.growth, pace
    return next((moves for pattern, moves in _MOVES if pattern.search(name)), None)


def _short(code: str | None) -> str | None:
    return next((division.short for division in divisions() if division.code == code), None) if code else None


def _word(row: Sequence[object], column: int | None) -> str:
    value = row[column] if column is not None and column < len(row) else None
    return "" if value is None or value != value else str(value).strip()

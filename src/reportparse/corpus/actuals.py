"""Read official figures, a yearbook's table, to set beside what reports promise and tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final

from reportparse.compare.amounts import per_unit
from reportparse.corpus.columns import year_in
from reportparse.corpus.grids import opened
from reportparse.errors import DamagedInputError, UsageError
from reportparse.grammar.quantity import quantities
from reportparse.lexicon import IndicatorEntry, Lexicon
from reportparse.lexicon.divisions import divisions
from reportparse.model import Figure, Measure
from reportparse.text import fold

_USUAL: Final = {
    "code": ("division_code", "code", "adcode", "行政区划代码", "区划代码", "代码"),
    "place": ("place", "city", "地区", "城市", "地级市", "地名", "省份", "province"),
    "year": ("year", "年份", "年度", "年"),
    "indicator": ("indicator_id", "indicator", "指标", "指标名称"),
    "measure": ("measure",),
    "unit": ("unit", "单位", "计量单位"),
    "value": ("value", "数值", "值", "取值"),
}

LIKELY: Final = (Measure.growth, Measure.share, Measure.level, Measure.change)
"""What a number without a measure is taken for: the first of these that a report has of the indicator."""

_Key = tuple[str, int, str]


@dataclass(frozen=True)
class Official:
    """Be one official figure: its number, and where the table has a unit what that is in base units of which."""

    measure: str
    value: Decimal
    amount: Decimal | None = None
    base_unit: str = ""

    def beside(self, figure: Figure) -> Decimal | None:
        """Give the number in the unit that a figure is printed in; none where the units are not of one kind."""
        if self.amount is None:
            return self.value
        return self.amount / per_unit(figure) if self.base_unit == figure.base_unit else None


class Actuals:
    """Hold official figures by place, year and indicator."""

    def __init__(self, path: Path, lexicon: Lexicon) -> None:
        """Read a table with a figure a row: place or division_code, year, indicator_id, value, and more.

        More is a measure and a unit; without a unit, numbers are in the one that the target is printed in. An
        indicator may be named by any of its forms. Raises UsageError for a column that is missing,
        DamagedInputError for a value that is no number or a unit that is none.
        """
        grid = opened(path)
        at = {what: _place_of(grid.names, usual) for what, usual in _USUAL.items()}
        if (at["code"] is None and at["place"] is None) or None in (at["year"], at["indicator"], at["value"]):
            raise UsageError(
                f"{path.name} lacks a column: place or division_code, year, indicator_id, value.",
                f"Columns: {', '.join(grid.names)}.",
            )
        self._lexicon = lexicon
        self._ids = {form: e.id for e in lexicon.of(IndicatorEntry) for form in (e.id, *e.forms)}
        self._values: dict[_Key, list[Official]] = {}
        for number, row in enumerate(grid.rows, start=1):
            self._add({what: _word(row, column) for what, column in at.items()}, f"{path.name}#{number}")

    def _add(self, row: dict[str, str], where: str) -> None:
        year, id_ = year_in(row["year"]), self._ids.get(row["indicator"])
        if not row["value"] or year is None or id_ is None:
            return
        try:
            value = Decimal(row["value"].rstrip("%").replace(",", ""))
        except InvalidOperation as error:
            raise DamagedInputError(f"{where}: {row['value']!r} is no number.") from error
        for place in {row["code"].removesuffix(".0"), row["place"]} - {""}:
            self._values.setdefault((place, year, id_), []).append(self._official(row, value, where))

    def _official(self, row: dict[str, str], value: Decimal, where: str) -> Official:
        unit = fold(row["unit"])
        if not unit:
            return Official(row["measure"], value)
        one = next(iter(quantities(f"1{unit}", self._lexicon)), None)
        if one is None or one.end < len(unit) + 1:
            raise DamagedInputError(
                f"{where}: {row['unit']!r} is no unit that is known.",
                "Units are as reports print them: 万人, 亿元, %.",
            )
        return Official(row["measure"], value, value * one.amount, one.base_unit)

    def value(
        self, place: tuple[str | None, str | None], year: int, id_: str, like: Figure, *, likely: bool
    ) -> Decimal | None:
        """Give the official figure of a place's code and name, by the code or the name, with or without its 市.

        It is in the unit of `like`, and of its measure; a number without a measure is where it is `likely` to be, or
        has a unit that says so: 亿元 is no growth.
        """
        code, name = place
        for called in filter(None, (code, name, _short(code))):
            for found in self._values.get((called, year, id_), ()):
                told = found.base_unit not in ("", "%")
                if found.measure == like.measure or (not found.measure and (likely or told)):
                    value = found.beside(like)
                    if value is not None:
                        return value
        return None


def _short(code: str | None) -> str | None:
    return next((division.short for division in divisions() if division.code == code), None) if code else None


def _place_of(names: Sequence[str], usual: Sequence[str]) -> int | None:
    folded = [name.casefold() for name in names]
    return next((folded.index(name) for name in usual if name in folded), None)


def _word(row: Sequence[object], column: int | None) -> str:
    value = row[column] if column is not None and column < len(row) else None
    return "" if value is None or value != value else str(value).strip()

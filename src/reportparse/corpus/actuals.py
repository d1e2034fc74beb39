"""Read official figures, a yearbook's table, to set beside what reports promise and tell."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final

from reportparse.corpus.columns import year_in
from reportparse.corpus.grids import opened
from reportparse.errors import DamagedInputError, UsageError
from reportparse.lexicon import IndicatorEntry, Lexicon
from reportparse.lexicon.divisions import divisions
from reportparse.model import Measure

_USUAL: Final = {
    "code": ("division_code", "code", "adcode", "行政区划代码", "区划代码", "代码"),
    "place": ("place", "city", "地区", "城市", "地级市", "地名", "省份", "province"),
    "year": ("year", "年份", "年度", "年"),
    "indicator": ("indicator_id", "indicator", "指标", "指标名称"),
    "measure": ("measure",),
    "value": ("value", "数值", "值", "取值"),
}

LIKELY: Final = (Measure.growth, Measure.share, Measure.level, Measure.change)
"""What a number without a measure is taken for: the first of these that a report has of the indicator."""

_Key = tuple[str, int, str]


class Actuals:
    """Hold official figures by place, year and indicator; numbers are in the unit that the target is printed in."""

    def __init__(self, path: Path, lexicon: Lexicon) -> None:
        """Read a table with a figure a row: place or division_code, year, indicator_id, value, perhaps measure.

        An indicator may be named by any of its forms. Raises UsageError for a column that is missing,
        DamagedInputError for a value that is no number.
        """
        grid = opened(path)
        at = {what: _place_of(grid.names, usual) for what, usual in _USUAL.items()}
        if (at["code"] is None and at["place"] is None) or None in (at["year"], at["indicator"], at["value"]):
            raise UsageError(
                f"{path.name} lacks a column: place or division_code, year, indicator_id, value.",
                f"Columns: {', '.join(grid.names)}.",
            )
        self._ids = {form: e.id for e in lexicon.of(IndicatorEntry) for form in (e.id, *e.forms)}
        self._values: dict[_Key, dict[str, Decimal]] = {}
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
            self._values.setdefault((place, year, id_), {})[row["measure"]] = value

    def value(
        self,
        place: tuple[str | None, str | None],
        year: int,
        wanted: tuple[str, Measure | None],
        *,
        likely: bool,
    ) -> Decimal | None:
        """Give the official figure of a place's code and name, by the code or the name, with or without its 市.

        `likely` tells whether a number without a measure would be of this one.
        """
        code, name = place
        for called in filter(None, (code, name, _short(code))):
            if found := self._values.get((called, year, wanted[0])):
                return found.get(wanted[1] or "") or (found.get("") if likely else None)
        return None


def _short(code: str | None) -> str | None:
    return next((division.short for division in divisions() if division.code == code), None) if code else None


def _place_of(names: Sequence[str], usual: Sequence[str]) -> int | None:
    folded = [name.casefold() for name in names]
    return next((folded.index(name) for name in usual if name in folded), None)


def _word(row: Sequence[object], column: int | None) -> str:
    value = row[column] if column is not None and column < len(row) else None
    return "" if value is None or value != value else str(value).strip()

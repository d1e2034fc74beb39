"""Lay the panel of a comparison out as a table: one row an indicator, two columns a year."""

from collections.abc import Iterator

from reportparse.model import Figure
from reportparse.model.comparison import Comparison, PanelRow
from reportparse.show.tables import Table

_FIRST = ("indicator", "indicator_id", "measure", "base_unit")
_OF_A_YEAR = ("{year}_target", "{year}_result")


def panel_columns(*years: str, last: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Give the columns: what is measured, what was aimed at and told for each year, and those that stand `last`."""
    return (*_FIRST, *(column.format(year=year) for year in years for column in _OF_A_YEAR), *last)


def panel_table(comparison: Comparison, last: dict[str, object]) -> Table:
    """Lay the panel out. Numbers are in base units: 16300000 人, not 1630 万人; `last` is the same in each row."""
    years = sorted({key for row in comparison.panel for key in row.by_year})
    return Table(
        "panel",
        panel_columns(*years, last=tuple(last)),
        [(*_row(row, years), *last.values()) for row in comparison.panel],
    )


def _row(row: PanelRow, years: list[str]) -> Iterator[object]:
    figures = [figure for year in years for figure in _both(row, year)]
    yield from (row.indicator, row.indicator_id, row.measure.value)
    yield next((figure.base_unit for figure in figures if figure), None)
    for figure in figures:
        yield None if figure is None else _number(figure)


def _both(row: PanelRow, year: str) -> tuple[Figure | None, Figure | None]:
    found = row.by_year.get(year)
    return (found.target, found.result) if found else (None, None)


def _number(figure: Figure) -> object:
    """Give the amount, of a range both ends with a dash, of a target in words its words."""
    if figure.amount is None:
        return figure.relation
    if figure.amount_max is None:
        return figure.amount
    return f"{figure.amount:f}–{figure.amount_max:f}"

"""Write the panel of a comparison as CSV: one row an indicator, two columns a year."""

from collections.abc import Iterator

from reportparse.model import Figure
from reportparse.model.comparison import Comparison, PanelRow
from reportparse.show.csv import BYTE_ORDER_MARK, cell, lines


def panel_csv(comparison: Comparison) -> Iterator[str]:
    """Yield the header and the rows. Numbers are in base units: 16300000 人, not 1630 万人."""
    years = sorted({key for row in comparison.panel for key in row.by_year})
    names = [f"{year}_{kind}" for year in years for kind in ("target", "result")]
    yield BYTE_ORDER_MARK + lines([["indicator", "indicator_id", "measure", "base_unit", *names]])
    yield lines([cell(value) for value in _row(row, years)] for row in comparison.panel)


def _row(row: PanelRow, years: list[str]) -> Iterator[object]:
    figures = [figure for year in years for figure in _both(row, year)]
    yield from (row.indicator, row.indicator_id, row.measure.value)
    yield next((figure.base_unit for figure in figures if figure), "")
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

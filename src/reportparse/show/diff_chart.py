"""Draw targets against results over the years as SVG, a chart an indicator."""

from decimal import Decimal
from typing import Any

import pygal

from reportparse.amounts import middle
from reportparse.language import ENGLISH, Words
from reportparse.model import Figure
from reportparse.model.comparison import PanelCell, PanelRow
from reportparse.show.svg import drawn, set_years, style

CHARTS = 12
"""No page draws more charts than these."""

_LINE = 14
"""The height of a printed number in the chart's units."""

_STYLE = style(("c1", "c0"))


def charted(rows: tuple[PanelRow, ...]) -> tuple[PanelRow, ...]:
    """Choose the rows to draw: canonical indicators with targets or results of two years or more."""
    return tuple(row for row in rows if row.indicator_id and len(_years(row)) > 1)[:CHARTS]


def chart(row: PanelRow, number: int, words: Words = ENGLISH) -> str:
    """Draw one indicator: its targets and its results, in the row's unit. The same row gives the same bytes.

    `number` makes the chart's id. The SVG stands by itself: no script, no font and no style from elsewhere.
    """
    years = _axis(_years(row))
    scale = _scale(row)
    cells = [row.by_year.get(year, PanelCell(target=None, result=None)) for year in years]
    heights = [
        [_height(figure, scale) for figure in line]
        for line in zip(*((c.target, c.result) for c in cells), strict=True)
    ]
    drawing = pygal.Line(
        js=(), disable_xml_declaration=True, style=_STYLE, width=520, height=300, print_values=True,
        print_values_position="top", legend_at_bottom=True, legend_at_bottom_columns=2, stroke=True, dots_size=4,
        show_y_guides=True, range=_room(heights), show_minor_y_labels=False, allow_interruptions=True,
        margin=12, margin_right=56,
        title=_title(row, words), value_formatter=_printed,
    )  # fmt: skip
    drawing.add_xml_filter(_apart)
    set_years(drawing, years)
    drawing.add(words.heading("target"), heights[0], stroke_style={"dasharray": "5, 4"})
    drawing.add(words.heading("result"), heights[1])
    return drawn(drawing, str(number))


def _title(row: PanelRow, words: Words) -> str:
    measure = words.code(row.measure)
    return words.label("chart_title", indicator=row.indicator, measure=measure, unit=row.unit)


def _axis(years: list[str]) -> list[str]:
    """Give every year from the first to the last; keys that are no plain years stand as they are."""
    if not all(year.isdigit() for year in years):
        return years
    return [str(year) for year in range(int(years[0]), int(years[-1]) + 1)]


def _room(heights: list[list[float | None]]) -> tuple[float, float]:
    """Give the ends of the upright axis, with room for the numbers at the points."""
    known = [height for line in heights for height in line if height is not None]
    room = (max(known) - min(known)) * 0.15 or abs(known[0]) * 0.1 or 1.0
    return min(known) - room, max(known) + room


def _years(row: PanelRow) -> list[str]:
    return [
        year for year, cell in row.by_year.items()
        if any(figure and figure.amount is not None for figure in (cell.target, cell.result))
    ]  # fmt: skip


def _scale(row: PanelRow) -> Decimal:
    """Give what one of the row's printed units is in base units."""
    for cell in row.by_year.values():
        for figure in (cell.target, cell.result):
            if figure and figure.unit == row.unit and figure.value and figure.amount:
                return figure.amount / figure.value
    return Decimal(1)


def _height(figure: Figure | None, scale: Decimal) -> float | None:
    """Give where a figure stands, a range by its middle."""
    if figure is None or figure.amount is None:
        return None
    return float(middle(figure) / scale)


def _printed(value: float) -> str:
    return f"{value:.6g}"


def _apart(root: Any) -> Any:
    """Move the upper of two numbers that stand at one year up, so that both can be read."""
    above: dict[str, Any] = {}
    for text in root.iterfind(".//{*}text[@class='value']"):
        other = above.setdefault(text.get("x"), text)
        near = _LINE - abs(float(text.get("y")) - float(other.get("y")))
        if other is not text and near > 0:
            upper = min(text, other, key=lambda found: float(found.get("y")))
            upper.set("y", f"{float(upper.get('y')) - near:.1f}")
    return root

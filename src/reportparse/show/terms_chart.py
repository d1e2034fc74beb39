"""Draw shares of terms as SVG: lines over the years, or bars where each place has but one report."""

from collections.abc import Mapping
from decimal import Decimal

import pygal
from pygal.style import Style

from reportparse.show.svg import FONT, drawn

MOST = 20
"""So many lines or bars are drawn at most, those with the largest shares."""

_STYLE = Style(
    background="#fff",
    plot_background="#fff",
    font_family=FONT,
    colors=("#b3541e", "#1f6f8b", "#5b8c3a", "#8c5383", "#c79a2b", "#4a4e69", "#9a3b3b", "#2a7f62"),
)


def shares_chart(title: str, shares: Mapping[str, Mapping[str, Decimal]]) -> str:
    """Draw the shares, in per cent, of each place by year. The same shares give the same bytes, without scripts."""
    ordered = sorted(shares, key=lambda place: (-max(shares[place].values()), place))[:MOST]
    years = sorted({year for place in ordered for year in shares[place]})
    lines = max(len(shares[place]) for place in ordered) > 1
    drawing = (pygal.Line if lines else pygal.HorizontalBar)(
        js=(), disable_xml_declaration=True, style=_STYLE, title=title, allow_interruptions=True,
        legend_at_bottom=True, show_legend=lines, print_values=not lines, value_formatter=lambda v: f"{v:.2f}%",
    )  # fmt: skip
    if lines:
        drawing.x_labels = years
        for place in ordered:
            drawing.add(place, [_percent(shares[place].get(year)) for year in years])
    else:
        drawing.x_labels = ordered[::-1]
        drawing.add("", [_percent(next(iter(shares[place].values()))) for place in ordered[::-1]])
    return drawn(drawing, "terms")


def _percent(share: Decimal | None) -> float | None:
    return None if share is None else float(100 * share)

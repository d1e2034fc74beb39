"""Give drawings the look of the pages: their colours, which follow light and dark, and no byte by chance."""

from collections.abc import Iterable, Sequence
from itertools import cycle, islice
from typing import Any

from pygal.style import Style

FONT = "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Zen Hei', sans-serif"

_SIZE = 13
"""The size of labels, of years and names beside a drawing."""

_LONG = 14
"""Names of more letters do not fit three in a row."""

_MOST_YEARS = 8
"""So many years stand below a drawing without running into each other."""


class _Look(Style):  # type: ignore[misc]  # pygal has no types
    """Give the same colours again where a drawing has more series than colours: a variable can't be darkened."""

    colors: tuple[str, ...]
    value_colors: tuple[str, ...]

    def get_colors(self, prefix: str, len_: int) -> Any:
        known = max(len_, len(self.colors))
        self.colors, self.value_colors = (
            tuple(islice(cycle(colors), known)) for colors in (self.colors, self.value_colors)
        )
        return super().get_colors(prefix, len_)


def style(colors: Sequence[str], *, on_bars: bool = False) -> Style:
    """Make a style; colours are names of the variables of look.css, so that a page may turn dark under its drawings.

    Values that stand `on_bars` have a colour for that of their bar, which look.css gives, too.
    """
    return _Look(
        background="transparent",
        plot_background="transparent",
        foreground="var(--ink)",
        foreground_strong="var(--ink)",
        foreground_subtle="var(--quiet)",
        colors=tuple(f"var(--{color})" for color in colors),
        value_colors=tuple(f"var(--on-{color})" if on_bars else "var(--ink)" for color in colors),
        font_family=FONT,
        title_font_size=16,
        label_font_size=_SIZE,
        major_label_font_size=_SIZE,
        legend_font_size=_SIZE,
        value_font_size=12,
        opacity="0.9",
    )


def room(labels: Iterable[str]) -> int:
    """Give what labels need beside a drawing that takes every letter for a Latin one, in its units."""
    return round(max((0.45 * _SIZE * sum(ord(c) > 0x2E80 for c in label) for label in labels), default=0))


def legend(names: Sequence[str]) -> dict[str, object]:
    """Set the legend below a drawing, in rows of three or of two long names, with room for a row that is not full."""
    long = max(map(len, names), default=0) > _LONG
    columns = min(2 if long else 3, max(len(names), 1))
    return {
        "legend_at_bottom": True, "legend_at_bottom_columns": columns, "legend_box_size": 10,
        "truncate_legend": -1, "margin_bottom": 8 if len(names) % columns == 0 else 28,
    }  # fmt: skip


def set_years(drawing: Any, years: Sequence[str]) -> None:
    """Write years below a drawing: all of them, or where they would run into each other some, back from the last."""
    step = -(-len(years) // _MOST_YEARS)
    drawing.x_labels = list(years)
    drawing.x_labels_major = list(years[::-step])
    drawing.show_minor_x_labels = False
    drawing.truncate_label = -1


def drawn(drawing: Any, name: str) -> str:
    """Render a drawing as SVG that stands by itself: no script, no comment with the day's date, no random id."""
    drawing.uuid = name
    drawing.add_xml_filter(_plain)
    return str(drawing.render(is_unicode=True))


def _plain(root: Any) -> Any:
    for parent in list(root.iter()):
        for node in [n for n in parent if not isinstance(n.tag, str) or n.tag.endswith("script")]:
            parent.remove(node)
    return root

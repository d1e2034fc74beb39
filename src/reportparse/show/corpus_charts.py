"""Draw the targets of many places: over the years, by province and level, place by place, in ranks."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median, quantiles
from typing import Any

from reportparse.language import Words
from reportparse.show.report_charts import Chart

LINES = 8
"""So many places have a line each; of more of them the middle of each level is drawn."""

SMALL = 24
"""So many places have a small chart of their own."""

RANKED = 40
"""So many bars are drawn of a rank; its table has all places up to MOST."""

MOST = 1000

_COLOURS = tuple(f"c{number}" for number in range(8))


@dataclass(frozen=True)
class Seen:
    """Be a target of a place for a year, with the result that was told of it; numbers are in the target's unit."""

    place: str
    level: str
    province: str
    year: int
    target: Decimal
    unit: str
    told: str
    tone: str
    result: Decimal | None
    verdict: str


def over_time(seen: Sequence[Seen], words: Words, name: str) -> Chart:
    """Draw a line a place, or the middle of each level where there are many places."""
    places = list(dict.fromkeys(one.place for one in seen))
    by: Callable[[Seen], str] = (
        (lambda one: one.place) if len(places) <= LINES else (lambda one: _level(one, words))
    )
    years = _years(seen)
    groups = _grouped(seen, by)
    lines = {
        group: [_middle(one.target for one in ones if one.year == year) for year in years]
        for group, ones in groups.items()
    }
    lead = words.page("lines_lead") if len(places) <= LINES else words.page("medians_lead")
    rows = tuple((group, *(_digits(value) for value in line)) for group, line in lines.items())
    return Chart(
        words.page("over_time"),
        lead,
        _lines(lines, years, f"{name}-time"),
        (words.heading("place"), *map(str, years)),
        rows,
    )


def spread(seen: Sequence[Seen], words: Words, name: str) -> Chart:
    """Draw the spread of the last year's targets in each province, or in each level where provinces have one place."""
    last = [one for one in seen if one.year == max(_years(seen))]
    provinces = _grouped(last, lambda one: one.province or words.page("no_province"))
    several = sum(len({one.place for one in ones}) > 1 for ones in provinces.values()) > 1
    grouped = provinces if several else _grouped(last, lambda one: _level(one, words))
    groups = {group: sorted(float(one.target) for one in ones) for group, ones in grouped.items()}
    groups = dict(sorted(groups.items(), key=lambda item: -median(item[1])))
    rows = tuple(
        (group, str(len(values)), *(f"{value:g}" for value in (values[0], median(values), values[-1])))
        for group, values in groups.items()
    )
    of = words.page("of_province") if several else words.page("tier")
    columns = (of, words.heading("count"), words.page("least"), words.page("middle"), words.page("most"))
    title = f"{words.page('spread')} {max(_years(seen))}"
    svg = _ranges(groups, words, f"{name}-spread")
    return Chart(title, words.page("spread_lead"), svg, columns, rows)


def ranks(seen: Sequence[Seen], words: Words, name: str) -> Chart:
    """Rank the places by the last year's target."""
    year = max(_years(seen))
    last = sorted((one for one in seen if one.year == year), key=lambda one: (-one.target, one.place))
    rows = tuple(
        (
            str(number),
            one.place,
            _level(one, words),
            one.told,
            words.named("Tone", one.tone),
            _digits(one.result),
            words.named("Verdict", one.verdict),
        )
        for number, one in enumerate(last[:MOST], start=1)
    )
    rest = words.headings("target", "tone", "result", "verdict")
    columns = (*words.headings("rank", "place"), words.page("tier"), *rest)
    drawn = last[:RANKED]
    cut = len(drawn) < len(last)
    lead = words.page("ranks_lead", drawn=len(drawn), all=len(last)) if cut else words.page("ranks_whole")
    bars = _bars([(one.place, float(one.target), one.told) for one in drawn], f"{name}-ranks")
    return Chart(f"{words.page('ranks')} {year}", lead, bars, columns, rows)


def small(seen: Sequence[Seen], name: str) -> list[tuple[str, str]]:
    """Give a small chart, targets and results over the years on one scale, for each of the first places."""
    years = _years(seen)
    values = [float(v) for one in seen for v in (one.target, one.result) if v is not None]
    charts = []
    for number, (place, ones) in enumerate(list(_grouped(seen, lambda one: one.place).items())[:SMALL]):
        of_year = {one.year: one for one in ones}
        lines = [
            [None if (one := of_year.get(year)) is None else _number(getattr(one, side)) for year in years]
            for side in ("target", "result")
        ]
        charts.append((place, _small(lines, years, values, f"{name}-{number}")))
    return charts


def _level(one: Seen, words: Words) -> str:
    return words.named("Level", one.level) or words.page("no_level")


def _ends(values: Sequence[float]) -> tuple[float, float]:
    """Give the ends of an axis, with some room beyond the values."""
    spare = (max(values) - min(values)) * 0.1 or 1.0
    return min(values) - spare, max(values) + spare


def _years(seen: Iterable[Seen]) -> list[int]:
    years = {one.year for one in seen}
    return list(range(min(years), max(years) + 1))


def _grouped(seen: Iterable[Seen], by: Callable[[Seen], str]) -> dict[str, list[Seen]]:
    groups: defaultdict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        groups[by(one)].append(one)
    return dict(groups)


def _middle(values: Iterable[Decimal]) -> float | None:
    known = [float(value) for value in values]
    return median(known) if known else None


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _digits(value: Decimal | float | None) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else format(value, "f")


def _lines(lines: dict[str, list[float | None]], years: Sequence[int], name: str) -> str:
    import pygal

    from reportparse.show.svg import drawn, legend, set_years, style

    drawing = pygal.Line(
        style=style(_COLOURS), width=460, height=300, dots_size=3, max_scale=8, allow_interruptions=True, **_ALL,
        **legend(list(lines)),
    )  # fmt: skip
    set_years(drawing, list(map(str, years)))
    for group, line in lines.items():
        drawing.add(group, line)
    return drawn(drawing, name)


def _ranges(groups: dict[str, list[float]], words: Words, name: str) -> str:
    """Draw a line a group, from the lowest value to the highest, thick where the middle half lies."""
    import pygal

    from reportparse.show.svg import drawn, legend, room, style

    if sum(map(len, groups.values())) < 2:
        return ""
    every = [value for values in groups.values() for value in values]
    # What pygal is told of a series' stroke does not reach its lines.
    of = f"#chart-{name} .serie"
    thick = f"inline:{of}-0 path.line {{stroke-width: 2}} {of}-1 path.line {{stroke-width: 8}}"
    names = [words.page(name) for name in ("whole", "middle_half", "middle")]
    labels = [f"{group} ({len(values)})" for group, values in groups.items()]
    drawing = pygal.XY(
        style=style(("plain", "c0", "c1")), width=460, height=110 + 20 * len(groups), xrange=_ends(every),
        range=(-0.6, len(groups) - 0.4), max_scale=8, allow_interruptions=True, show_y_guides=False,
        show_x_guides=True, margin_left=6 + room(labels), truncate_label=-1, css=[*_CSS, thick], **_ALL,
        **legend(names),
    )  # fmt: skip
    drawing.y_labels = [{"value": at, "label": label} for at, label in enumerate(reversed(labels))]
    lines: list[list[tuple[float | None, float | None]]] = [[], [], []]
    for at, values in enumerate(reversed(groups.values())):
        low, middle, high = quantiles(values, n=4, method="inclusive") if len(values) > 1 else values * 3
        for line, ends in zip(lines, ((values[0], values[-1]), (low, high), (middle,)), strict=True):
            line.extend([*((end, at) for end in ends), (None, None)])
    drawing.add(names[0], lines[0], show_dots=False)
    drawing.add(names[1], lines[1], show_dots=False)
    drawing.add(names[2], lines[2], stroke=False, dots_size=4)
    return drawn(drawing, name)


def _bars(rows: Sequence[tuple[str, float, str]], name: str) -> str:
    """Draw a bar a row, of a name and a value, with what is told of the value on it: ≥ 5 %."""
    import pygal

    from reportparse.show.svg import drawn, room, style

    names = [name for name, _, _ in rows]
    drawing = pygal.HorizontalBar(
        style=style(_COLOURS[:1], on_bars=True), width=460, height=60 + 20 * len(rows), show_legend=False,
        print_values=True, margin_left=6 + room(names), margin_right=30, spacing=3, truncate_label=-1, **_ALL,
    )  # fmt: skip
    drawing.x_labels = names[::-1]
    drawing.add("", [{"value": value, "formatter": _saying(told)} for _, value, told in reversed(rows)])
    return drawn(drawing, name)


def _saying(told: str) -> Callable[[float], str]:
    return lambda _: told


def _small(
    lines: Sequence[Sequence[float | None]], years: Sequence[int], scale: Sequence[float], name: str
) -> str:
    """Draw a place's targets and results; the axis of all places names the least and the most of `scale`."""
    import pygal

    from reportparse.show.svg import drawn, style

    drawing = pygal.Line(
        style=style(("c1", "c0")), width=240, height=120, margin_right=24, show_legend=False, dots_size=3,
        range=_ends(scale), truncate_label=-1, allow_interruptions=True, show_minor_x_labels=False, **_ALL,
    )  # fmt: skip
    drawing.y_labels = sorted({min(scale), max(scale)})
    drawing.x_labels = list(map(str, years))
    drawing.x_labels_major = [str(years[0]), str(years[-1])]
    drawing.add("", lines[0], stroke_style={"dasharray": "5, 4"})
    drawing.add("", lines[1])
    return drawn(drawing, name)


_CSS = ("file://style.css", "file://graph.css")

_ALL: dict[str, Any] = {
    "js": (), "disable_xml_declaration": True, "margin": 8, "value_formatter": lambda value: f"{value:g}",
}  # fmt: skip

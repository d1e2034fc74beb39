"""Draw what is in a report: its headline targets, its projects, its commitments; the table behind each chart."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportparse.amounts import is_own
from reportparse.language import Words
from reportparse.lexicon import load
from reportparse.lexicon.headline import headline
from reportparse.model import Figure, Report, Stage, Strength, Tone
from reportparse.show.summary import amount

_ROW = 26
_FRAME = 95
_BAR = 260
_DIGIT = 8
"""How long the longest bar and how wide a digit is, in units of the drawing."""

_NAME = 14
"""Longer names are cut in a chart; the table behind it has them whole."""

_TONES = {Tone.hard.value: "hard", Tone.soft.value: "soft", "none": "plain"}
_STAGES = {stage.value: f"stage-{number}" for number, stage in enumerate(Stage)}


@dataclass(frozen=True)
class Chart:
    """Be a chart with its table; `svg` is empty where there is nothing to draw."""

    title: str
    lead: str
    svg: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def charts(report: Report, words: Words) -> list[Chart]:
    """Give the charts that have anything to show."""
    made = (_headline(report, words), _projects(report, words), _commitments(report, words))
    return [chart for chart in made if chart.rows]


def headline_targets(report: Report) -> list[Figure]:
    """Give the place's own headline targets for the year, the first of each and measure, in the lexicon's order."""
    rank = headline(load())
    chosen: dict[tuple[str, str], Figure] = {}
    passage = set(report.annual_targets)
    ordered = sorted(report.targets, key=lambda target: target.at.paragraph not in passage)
    for target in ordered:
        if (
            target.indicator_id in rank
            and target.period in (None, str(report.meta.year))
            and is_own(target, report, rank)
        ):
            chosen.setdefault((target.indicator_id or "", target.measure), target)
    return sorted(chosen.values(), key=lambda target: rank[target.indicator_id or ""])


def _headline(report: Report, words: Words) -> Chart:
    """Draw those in per cent, which share an axis; the table has all of them."""
    targets = headline_targets(report)
    shares = [target for target in targets if target.unit == "%" and target.value is not None]
    series = {
        tone: [_bar(target) if (target.tone or "none") == tone else None for target in shares]
        for tone in _TONES
    }
    columns = ("indicator", "measure", "target", "bound", "tone", "hedge")
    called = {tone: words.codes("Tone").get(tone) or words.page("none") for tone in _TONES}
    return Chart(
        words.page("headline_chart"),
        words.page("headline_lead"),
        _bars([target.indicator for target in shares], series, _TONES, called, "headline"),
        words.headings(*columns),
        tuple(
            (
                t.indicator,
                words.code(t.measure),
                amount(t),
                words.code(t.bound),
                words.code(t.tone),
                t.hedge or "",
            )
            for t in targets
        ),
    )


def _bar(target: Figure) -> dict[str, Any]:
    """Give a bar that says its bound: "≥ 8 %"; a range stands by its middle."""
    assert target.value is not None
    value = target.value if target.value_max is None else (target.value + target.value_max) / 2
    return {"value": float(value), "formatter": lambda _: amount(target)}


def _projects(report: Report, words: Words) -> Chart:
    works = [project for project in report.projects if project.same_as is None]
    counts = Counter(
        (words.named("Sector", project.sector) or words.page("unsorted"), project.stage.value)
        for project in works
    )
    titles = words.page("projects_chart"), words.page("projects_lead"), words.heading("sector")
    return _counted("projects", titles, counts, _STAGES, words.codes("Stage"), words.page("sum"))


def _commitments(report: Report, words: Words) -> Chart:
    """Count by the parts of level 1, in the report's order."""
    parents = {section.id: section for section in report.sections}
    parts: Counter[tuple[str, str]] = Counter()
    for promise in report.commitments:
        section = parents.get(promise.section or "")
        while section and section.level > 1 and section.parent in parents:
            section = parents[section.parent]
        name = f"{section.number or ''}{section.title}" if section else words.page("no_part")
        parts[name, promise.strength.value] += 1
    strengths = {Strength.hard.value: "hard", Strength.soft.value: "soft"}
    titles = words.page("commitments_chart"), words.page("commitments_lead"), words.page("part")
    called, total = words.codes("Strength"), words.page("sum")
    return _counted("commitments", titles, parts, strengths, called, total, ordered=False)


def _counted(
    name: str,
    titles: tuple[str, str, str],
    counts: Counter[tuple[str, str]],
    colors: dict[str, str],
    called: Mapping[str, str],
    total: str,
    *,
    ordered: bool = True,
) -> Chart:
    """Draw and list counts of rows by keys, `called` by their words; where `ordered` the longest bar comes first."""
    sums: Counter[str] = Counter()
    for (row, _), count in counts.items():
        sums[row] += count
    rows = [row for row, _ in sums.most_common()] if ordered else list(sums)
    kept = {key: color for key, color in colors.items() if any(counts[row, key] for row in rows)}
    longest = max(sums.values(), default=1)
    series = {key: [_piece(counts[row, key], longest) for row in rows] for key in kept}
    title, lead, of = titles
    return Chart(
        title,
        lead,
        _bars(rows, series, kept, called, name),
        (of, *(called[key] for key in kept), total),
        tuple((row, *(str(counts[row, key]) for key in kept), str(sums[row])) for row in rows),
    )


def _piece(count: int, longest: int) -> dict[str, Any] | None:
    """Give a piece of a bar; its number is printed where there is room, the table behind the chart has all."""
    if not count:
        return None
    room = _BAR * count / longest >= _DIGIT * len(str(count))
    return {"value": count} if room else {"value": count, "formatter": lambda _: ""}


def _bars(
    names: Sequence[str],
    series: dict[str, list[Any]],
    colors: dict[str, str],
    called: Mapping[str, str],
    name: str,
) -> str:
    """Draw bars that lie, the first on top. Empty where there is none."""
    import pygal

    from reportparse.show.svg import drawn, legend, room, style

    if not names:
        return ""
    labels = [_cut(each) for each in reversed(names)]
    drawing = pygal.HorizontalStackedBar(
        js=(), disable_xml_declaration=True, style=style(tuple(colors.values()), on_bars=True), width=460,
        height=_FRAME + _ROW * len(names), print_values=True, print_values_position="center",
        margin=6, margin_left=6 + room(labels), margin_right=26, spacing=4, max_scale=6, truncate_label=-1,
        show_x_guides=False, show_y_guides=True, value_formatter=lambda value: f"{value:g}" if value else "",
        **legend([called[key] for key in colors]),
    )  # fmt: skip
    drawing.x_labels = labels
    for key in colors:
        drawing.add(called[key], series[key][::-1])
    return drawn(drawing, name)


def _cut(name: str) -> str:
    return name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"

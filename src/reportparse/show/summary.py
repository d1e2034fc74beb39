"""Summarise a report for a terminal: whose it is, how much is in it, its headline targets."""

from collections.abc import Mapping
from decimal import Decimal

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from reportparse.language import ENGLISH, Words
from reportparse.model import Bound, Figure, Report

SHOWN = 12

SIGNS: Mapping[str, str] = {
    Bound.at_least: "≥ ",
    Bound.over: "> ",
    Bound.at_most: "≤ ",
    Bound.under: "< ",
    Bound.around: "≈ ",
}
"""How a bound is shown before a number; a range and an exact number have none."""


def summary(report: Report, words: Words = ENGLISH) -> RenderableType:
    """Lay out the summary; it fits 100 columns and says nothing that the JSON does not."""
    parts: list[RenderableType] = [_head(report, words), _counts(report, words)]
    if report.targets:
        parts.append(_targets(report, words))
    parts += [Text(f"! {words.retold(warning.message)}", style="yellow") for warning in report.warnings]
    return Group(*parts)


def _head(report: Report, words: Words) -> Text:
    meta = report.meta
    pages = words.label("pages", count=report.source.pages) if report.source.pages else None
    facts = (meta.place, str(meta.year) if meta.year else None, meta.meeting, meta.speaker, pages)
    line = Text(meta.title or report.source.name, style="bold")
    return line.append("  " + " · ".join(filter(None, facts)), style="default")


def _counts(report: Report, words: Words) -> Text:
    lists = ("sections", "paragraphs", "targets", "results", "projects", "commitments")
    return Text(
        " · ".join(words.label(f"counted_{name}", count=len(getattr(report, name))) for name in lists)
    )


def _targets(report: Report, words: Words) -> Table:
    """Show the headline indicators' targets first, the report's own order inside each group."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(words.heading("target"), max_width=28, overflow="ellipsis", no_wrap=True)
    table.add_column(words.heading("value"), justify="right", no_wrap=True)
    table.add_column(words.heading("period"), no_wrap=True)
    table.add_column(words.heading("quote"), max_width=44, overflow="ellipsis", no_wrap=True)
    first = sorted(report.targets, key=lambda figure: figure.indicator_id is None)[:SHOWN]
    for figure in first:
        table.add_row(figure.indicator, amount(figure), figure.period or "", figure.quote)
    if len(report.targets) > len(first):
        table.add_row(words.label("more", count=len(report.targets) - len(first)), "", "", "")
    return table


def amount(figure: Figure) -> str:
    """Write a figure's value with its bound as a sign, in the unit it was printed in: "≥ 8 %"."""
    if figure.value is None:
        return figure.relation or ""
    value = _digits(figure.value)
    if figure.value_max is not None:
        value = f"{value}–{_digits(figure.value_max)}"
    return f"{SIGNS.get(figure.bound, '')}{value} {figure.unit}".rstrip()


def _digits(value: Decimal) -> str:
    return format(value, "f")

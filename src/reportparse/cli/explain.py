"""Explain a fact or a text: the command `explain`."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from reportparse.cli.inputs import (
    LexiconOption,
    MemoryOption,
    PagesOption,
    Reports,
    SecondsOption,
    YearOption,
)
from reportparse.cli.output import write
from reportparse.cli.streams import rendered, say, spoken, width
from reportparse.errors import UsageError
from reportparse.explain import Fact, around, explain_fact, explain_text, fact_of, ids_of
from reportparse.filenames import legible
from reportparse.lexicon import load
from reportparse.limits import DEFAULT, Limits
from reportparse.model import Outlook, Report
from reportparse.model.json import to_json
from reportparse.model.trace import Step
from reportparse.pipeline import versions
from reportparse.show.trace import fact_view, trace_view

ANY_YEAR = 2025


class Format(StrEnum):
    """Name the ways to print an explanation."""

    table = "table"
    json = "json"


def explain(
    report: Annotated[
        str | None, typer.Argument(metavar="REPORT", help="A report, or JSON that extract printed.")
    ] = None,
    facts: Annotated[
        list[str] | None, typer.Argument(metavar="ID", help="Ids of facts in it, for example t7 r3 c12.")
    ] = None,
    text: Annotated[
        str | None, typer.Option(parser=legible, metavar="TEXT", help="A text to explain instead.")
    ] = None,
    of: Annotated[
        str | None,
        typer.Option(
            parser=legible,
            metavar="NAME",
            help="Of several reports that one: its source, place or year, "
            "or more of them, as in '云州市 2031'. Else each that has the fact.",
        ),
    ] = None,
    outlook: Annotated[Outlook, typer.Option(help="Which way the report looks at --text.")] = Outlook.planned,
    year: YearOption = None,
    form: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.table,
    lexicon: LexiconOption = None,
    seconds: SecondsOption = DEFAULT.seconds,
    memory: MemoryOption = DEFAULT.megabytes,
    pages: PagesOption = DEFAULT.pages,
) -> int:
    """Say which rule read a fact, or what is read in a text, and which rules declined.

    A fact is shown in its sentence, with the words that it stands on in 【】.
    """
    words = load(lexicon)
    if text is not None and report is None:
        steps = explain_text(text, words, outlook=outlook, year=year or ANY_YEAR)
        if not steps:
            say(
                "No rule reads anything in this text.",
                "What is read are aims, results, works and promises, as in 今年地区生产总值增长5.5%左右。",
            )
        write([_printed(None, None, steps, form, several=False)])
        return 0
    if report is None or not facts or text is not None:
        raise UsageError("explain takes a REPORT and an ID, or --text.", "reportparse explain report.pdf t1")
    given = Reports([report], year=year, lexicon=lexicon, limits=Limits(seconds, memory, pages))
    read = given.all()
    if read:
        having = [(one, fact) for fact in facts for one in _having(read, fact, of)]
        several = len(having) > 1
        write(_printed(one, *explain_fact(one, fact, words), form, several=several) for one, fact in having)
    return given.exit_code


def _having(reports: Sequence[Report], fact: str, of: str | None) -> list[Report]:
    """Give the reports of a name that have a fact. Raises UsageError where there is none."""
    wanted = set(of.split()) if of else set()
    named = [report for report in reports if wanted <= _names(report)]
    if not named:
        known = "; ".join(" ".join(sorted(_names(report))) for report in reports[:5])
        raise UsageError(f"No report is called {of}.", f"There are: {known}.")
    having = [report for report in named if fact in ids_of(report)]
    return having or [report for report in named[:1] if fact_of(report, fact)]


def _names(report: Report) -> set[str]:
    meta = report.meta
    return {str(name) for name in (report.source.name, meta.place, meta.year) if name is not None}


def _printed(
    report: Report | None, fact: Fact | None, steps: Sequence[Step], form: Format, *, several: bool
) -> str:
    before, behind = around(report, fact) if report and fact else ("", "")
    if form is Format.json:
        of = report and {"name": report.source.name, "place": report.meta.place, "year": report.meta.year}
        told = {
            "versions": versions().model_dump(),
            "report": of,
            "fact": fact and fact.model_dump(),
            "before": before,
            "behind": behind,
            "steps": [step.model_dump() for step in steps],
        }
        return to_json(told, indent=None if several else 2) + "\n"
    shown = rendered(trace_view(steps, width(), spoken()))
    if report is None or fact is None:
        return shown
    view = fact_view(fact, report.source.name, width(), spoken(), around=(before, behind))
    return rendered(view) + shown + "\n" * several

"""Explain a fact or a text: the command `explain`."""

from enum import StrEnum
from typing import Annotated

import typer

from reportparse.cli.inputs import LexiconOption, YearOption, report_of
from reportparse.cli.output import write
from reportparse.cli.streams import rendered
from reportparse.errors import UsageError
from reportparse.explain import explain_fact, explain_text
from reportparse.lexicon import load
from reportparse.model import Outlook
from reportparse.model.json import to_json
from reportparse.reading import legible
from reportparse.show.trace import trace_view

ANY_YEAR = 2025


class Format(StrEnum):
    """Name the ways to print an explanation."""

    table = "table"
    json = "json"


def explain(
    report: Annotated[str | None, typer.Argument(help="A report, or the JSON that extract printed.")] = None,
    fact: Annotated[
        str | None, typer.Argument(metavar="ID", help="The id of a fact in it, for example t7.")
    ] = None,
    text: Annotated[
        str | None, typer.Option(parser=legible, metavar="TEXT", help="A text to explain instead.")
    ] = None,
    outlook: Annotated[Outlook, typer.Option(help="Which way the report looks at --text.")] = Outlook.planned,
    year: YearOption = None,
    form: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.table,
    lexicon: LexiconOption = None,
) -> None:
    """Say which rule read a fact, or what is read in a text, and which rules declined."""
    words = load(lexicon)
    if text is not None and report is None:
        shown, steps = None, explain_text(text, words, outlook=outlook, year=year or ANY_YEAR)
    elif report is not None and fact is not None and text is None:
        shown, steps = explain_fact(report_of(report, year=year, lexicon=lexicon), fact, words)
    else:
        raise UsageError("explain takes a REPORT and an ID, or --text.", "reportparse explain report.pdf t1")
    if form is Format.json:
        printed = {"fact": shown and shown.model_dump(), "steps": [step.model_dump() for step in steps]}
        write([to_json(printed) + "\n"])
        return
    write([to_json(shown) + "\n\n"] if shown else [])
    write([rendered(trace_view(steps))])

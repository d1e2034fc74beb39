"""Extract reports: the command `extract`."""

from enum import StrEnum
from typing import Annotated

import typer

from reportparse.cli.inputs import LexiconOption, Ocr, OcrOption, PlaceOption, Reports, YearOption
from reportparse.cli.output import OutputOption, write
from reportparse.cli.streams import rendered, show, width
from reportparse.errors import UsageError
from reportparse.model import Report
from reportparse.model.json import to_json
from reportparse.show.csv import CsvPrinter
from reportparse.show.report_table import report_table
from reportparse.show.summary import summary

LISTS = ("sections", "paragraphs", "targets", "results", "projects", "commitments")
"""What --only can name. `not_stated` goes with the targets; warnings always stay."""


class Format(StrEnum):
    """Name the ways to print reports."""

    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    table = "table"


ReportsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="REPORT...",
        help="PDF, DOCX, HTML, Markdown, text, or JSON that extract printed; a folder of them; - is standard input.",
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="json for one report and jsonl for several, unless said; csv is a row a fact; "
        "table is for reading.",
    ),
]
OnlyOption = Annotated[
    str | None, typer.Option(metavar="LIST,...", help=f"Leave all other lists empty: {', '.join(LISTS)}.")
]
SummaryOption = Annotated[
    bool, typer.Option("--summary", help="Show a short summary of each report on standard error.")
]


def extract(
    reports: ReportsArgument,
    output: OutputOption = None,
    form: FormatOption = None,
    only: OnlyOption = None,
    brief: SummaryOption = False,
    year: YearOption = None,
    place: PlaceOption = None,
    ocr: OcrOption = Ocr.auto,
    lexicon: LexiconOption = None,
) -> int:
    """Extract sections, targets, results, projects and commitments.

    One REPORT gives one JSON object, several give JSON Lines, a report a line.
    """
    kept = _lists(only)
    printed = CsvPrinter() if form is Format.csv else None

    def chunk(report: Report, several: bool) -> str:
        if brief:
            show(summary(report))
        if printed:
            return printed(_trimmed(report, kept))
        if form is Format.table:
            return rendered(report_table(_trimmed(report, kept), width())) + "\n" * several
        indent = None if form is Format.jsonl or several else 2
        return to_json(_trimmed(report, kept), indent=indent) + "\n"

    read = Reports(reports, output=output, year=year, place=place, ocr=ocr, lexicon=lexicon)
    write(read.each(chunk), output)
    return read.exit_code


def _lists(only: str | None) -> frozenset[str]:
    if only is None:
        return frozenset(LISTS)
    names = frozenset(name.strip() for name in only.split(","))
    if unknown := sorted(names - set(LISTS)):
        raise UsageError(f"--only knows no {unknown[0]!r}.", f"Lists: {', '.join(LISTS)}.")
    return names


def _trimmed(report: Report, kept: frozenset[str]) -> Report:
    emptied: dict[str, tuple[()]] = {name: () for name in LISTS if name not in kept}
    if "targets" in emptied:
        emptied["not_stated"] = ()
    return report.model_copy(update=emptied)

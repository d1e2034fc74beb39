"""Extract reports: the command `extract`."""

import itertools
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated

import typer

from reportparse.cli.inputs import LexiconOption, Ocr, OcrOption, PlaceOption, YearOption, report_of
from reportparse.cli.streams import OutputOption, say, show, watched, write
from reportparse.errors import InputTooLargeError, ReportparseError, UnreadableInputError, UsageError
from reportparse.model import Report
from reportparse.model.json import to_json
from reportparse.show.csv import csv_chunks
from reportparse.show.summary import summary

SOME_FAILED = 5

LISTS = ("sections", "paragraphs", "targets", "results", "projects", "commitments")
"""What --only can name. `annual_targets` and `not_stated` go with the targets; warnings always stay."""


class Format(StrEnum):
    """Name the ways to print reports."""

    json = "json"
    jsonl = "jsonl"
    csv = "csv"


ReportsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="REPORT...",
        help="PDF, DOCX, HTML, Markdown, text, or JSON that extract printed; - is standard input.",
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format", help="json for one report and jsonl for several, unless said; csv is a row a fact."
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
    failures: list[ReportparseError] = []

    def readable() -> Iterator[Report]:
        for path in watched(reports):
            try:
                report = report_of(path, year=year, place=place, ocr=ocr, lexicon=lexicon)
            except (UnreadableInputError, InputTooLargeError) as error:
                say(str(error), error.hint)
                failures.append(error)
                continue
            if brief:
                show(summary(report))
            yield _trimmed(report, kept)

    found = readable()
    first = next(found, None)
    if first is None:  # Not one could be read: an old output stays.
        return failures[0].exit_code
    write(_printed(itertools.chain([first], found), form, several=len(reports) > 1), output)
    return SOME_FAILED if failures else 0


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
        emptied |= {"annual_targets": (), "not_stated": ()}
    return report.model_copy(update=emptied)


def _printed(reports: Iterable[Report], form: Format | None, *, several: bool) -> Iterable[str]:
    if form is Format.csv:
        return csv_chunks(reports)
    if form is Format.jsonl or several:
        return (to_json(report, indent=None) + "\n" for report in reports)
    return (to_json(report) + "\n" for report in reports)

"""Extract reports: the command `extract`."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from reportparse.cli.corrected import CorrectionsOption
from reportparse.cli.filters import lists
from reportparse.cli.forms import form_of
from reportparse.cli.inputs import (
    NOT_COUNTED,
    LexiconOption,
    MemoryOption,
    Ocr,
    OcrOption,
    PagesOption,
    PdfEngine,
    PdfEngineOption,
    PlaceOption,
    Reports,
    SecondsOption,
    YearOption,
)
from reportparse.cli.output import FolderOption, write
from reportparse.cli.streams import rendered, say, show, spoken, width
from reportparse.cli.tables import is_folder, write_tables
from reportparse.errors import UsageError
from reportparse.language.counting import some
from reportparse.limits import DEFAULT, Limits
from reportparse.model import Report
from reportparse.model.json import to_json
from reportparse.show.columns import FACTS, KINDS
from reportparse.show.csv import CsvPrinter
from reportparse.show.report_table import report_table
from reportparse.show.summary import summary
from reportparse.show.tables import layouts

LISTS = ("sections", "paragraphs", "targets", "results", "projects", "commitments")
"""What --only can name. `annual_targets` and `not_stated` go with the targets; warnings always stay."""


class Format(StrEnum):
    """Name the ways to print reports."""

    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    xlsx = "xlsx"
    dta = "dta"
    table = "table"


_TABLES = (Format.csv, Format.parquet, Format.xlsx, Format.dta)

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
        help="What -o ends with, else json for one report and jsonl for several; csv, parquet, xlsx and dta (Stata) "
        "have a row a fact; table is for reading.",
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
    output: FolderOption = None,
    form: FormatOption = None,
    only: OnlyOption = None,
    brief: SummaryOption = False,
    year: YearOption = None,
    place: PlaceOption = None,
    ocr: OcrOption = Ocr.auto,
    pdf_engine: PdfEngineOption = PdfEngine.auto,
    corrections: CorrectionsOption = None,
    lexicon: LexiconOption = None,
    seconds: SecondsOption = DEFAULT.seconds,
    memory: MemoryOption = DEFAULT.megabytes,
    pages: PagesOption = DEFAULT.pages,
) -> int:
    """Extract sections, targets, results, projects and commitments.

    One REPORT gives one JSON object, several give JSON Lines, a report a line. As a table --only LIST has that
    list's columns, several lists share one, or have one each in a FOLDER/ or a workbook.
    """
    kept = lists(only, LISTS)
    file = None if output is None else Path(output)
    read = Reports(
        reports,
        output=file,
        year=year,
        place=place,
        ocr=ocr,
        pdf_engine=pdf_engine,
        lexicon=lexicon,
        limits=Limits(seconds, memory, pages),
        corrections=corrections or (),
        prints_reports=True,
    )
    form = form_of(form, output, Format)

    warned: Counter[str] = Counter()
    doubtful: dict[str, None] = {}

    def looked_at(report: Report) -> Report:
        codes = [warning.code for warning in report.warnings if warning.code not in NOT_COUNTED]
        warned.update(codes)
        doubtful.update({report.source.name: None} if codes else {})
        if brief:
            show(summary(report, spoken()))
        return report

    if form in _TABLES:
        _tables(read.each(lambda report, _: looked_at(report)), kept, form, output)
    else:
        chunk = partial(_printed, kept=kept, form=form)
        write(read.each(lambda report, several: chunk(looked_at(report), several=several)), file)
    if warned:
        codes = ", ".join(f"{code} {number}" for code, number in warned.most_common())
        say(f"Warnings in {some([*doubtful])}: {warned.total()} ({codes}); "
            "the JSON has them, codebook 6.4 says where to look.")  # fmt: skip
    return read.exit_code


def _tables(reports: Iterator[Report], kept: frozenset[str], form: Format, output: str | None) -> None:
    """Write reports as tables: as CSV they come one after the other, where they are one table."""
    kinds = [kind for kind in KINDS if kind in (kept if kept != frozenset(LISTS) else FACTS)]
    apart = is_folder(output) or form is Format.xlsx
    if not apart and len(kinds) > 1 and not set(kinds) <= set(FACTS):
        raise UsageError(
            "Sections and paragraphs have tables of their own.", "Ask for one list, or name a FOLDER/."
        )
    laid = layouts(kinds if kept != frozenset(LISTS) or not apart else tuple(KINDS), apart=apart)
    if form is Format.csv and not apart:
        write(map(CsvPrinter(laid[0]), reports), None if output is None else Path(output))
    else:
        write_tables(reports, lambda done: [layout.table(done) for layout in laid], form.value, output)


def _printed(report: Report, *, kept: frozenset[str], form: Format | None, several: bool) -> str:
    trimmed = _trimmed(report, kept)
    if form is Format.table:
        return rendered(report_table(trimmed, width(), spoken())) + "\n" * several
    indent = None if form is Format.jsonl or several else 2
    return to_json(trimmed, indent=indent) + "\n"


def _trimmed(report: Report, kept: frozenset[str]) -> Report:
    emptied: dict[str, tuple[()]] = {name: () for name in LISTS if name not in kept}
    if "targets" in emptied:
        emptied |= {"annual_targets": (), "not_stated": ()}
    return report.model_copy(update=emptied)

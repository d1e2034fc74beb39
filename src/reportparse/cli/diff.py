"""Compare reports: the command `diff`."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from reportparse.cli.corpora import PlaceOption, is_corpus, of_place, reports_in
from reportparse.cli.filters import lists
from reportparse.cli.forms import form_of
from reportparse.cli.inputs import (
    LexiconOption,
    MemoryOption,
    Ocr,
    OcrOption,
    PagesOption,
    Reports,
    SecondsOption,
)
from reportparse.cli.output import FolderOption, keep_from_inputs, write
from reportparse.cli.streams import rendered, say, spoken, width
from reportparse.cli.tables import is_folder, write_tables
from reportparse.compare import LISTS, Tolerances, compare, differs
from reportparse.errors import UsageError
from reportparse.lexicon import load
from reportparse.limits import DEFAULT, Limits
from reportparse.model.comparison import Comparison
from reportparse.model.json import to_json
from reportparse.show.csv import csv_table
from reportparse.show.diff_markdown import markdown
from reportparse.show.diff_table import table
from reportparse.show.diff_tables import diff_table

SOMETHING_DIFFERS = 1


class Format(StrEnum):
    """Name the ways to print a comparison."""

    table = "table"
    json = "json"
    markdown = "markdown"
    html = "html"
    csv = "csv"
    parquet = "parquet"
    xlsx = "xlsx"
    dta = "dta"


ReportsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="OLD NEW [NEWER...]",
        help="Reports, a folder of them, or JSON that extract printed, in any order.",
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="What -o ends with, else table; html is one page with charts; csv is the panel, or the one list of "
        "--only, or each list in a FOLDER/.",
    ),
]
OnlyOption = Annotated[
    str | None, typer.Option(metavar="LIST,...", help=f"Leave all other lists empty: {', '.join(LISTS)}.")
]
ExitCodeOption = Annotated[bool, typer.Option("--exit-code", help="End with 1 if something differs, else 0.")]


def _amount(text: str) -> Decimal:
    try:
        amount = Decimal(text)
    except InvalidOperation as error:
        raise typer.BadParameter(f"{text!r} is no number.") from error
    if not amount.is_finite() or amount < 0:
        raise typer.BadParameter("It must be 0 or more.")
    return amount


def diff(
    reports: ReportsArgument,
    form: FormatOption = None,
    output: FolderOption = None,
    only: OnlyOption = None,
    exit_code: ExitCodeOption = False,
    place: PlaceOption = None,
    exceeded_by: Annotated[
        Decimal,
        typer.Option(parser=_amount, metavar="N", help="A target is exceeded by more than N of its unit."),
    ] = Tolerances.exceeded_by,
    around_below: Annotated[
        Decimal,
        typer.Option(parser=_amount, metavar="N", help="N percentage points below 左右 still meet it."),
    ] = Tolerances.around_below,
    ocr: OcrOption = Ocr.auto,
    lexicon: LexiconOption = None,
    seconds: SecondsOption = DEFAULT.seconds,
    memory: MemoryOption = DEFAULT.megabytes,
    pages: PagesOption = DEFAULT.pages,
) -> int:
    """Set the reports of two years or more side by side.

    Targets, what became of them, projects, commitments and sections; reports are put in the order of their
    years.
    """
    kept = lists(only, LISTS)
    words = load(lexicon)
    file = None if output is None else Path(output)
    corpora = [path for path in reports if is_corpus(path, place)]
    given = Reports(
        [path for path in reports if path not in corpora],
        output=file,
        ocr=ocr,
        lexicon=lexicon,
        limits=Limits(seconds, memory, pages),
    )
    keep_from_inputs(file, corpora)
    form = form_of(form, output, Format) or Format.table
    read = [*of_place(given.each_once(), place, reports), *reports_in(corpora, place, words)]
    if len(read) < 2:
        if given.failures.first_code:
            return given.failures.first_code
        raise UsageError("diff needs two reports or more.", "reportparse diff 2020.pdf 2021.pdf")
    comparison = compare(read, lexicon=words, tolerances=Tolerances(exceeded_by, around_below))
    shown = comparison.model_copy(update={name: () for name in LISTS if name not in kept})
    if form is not Format.table:
        for warning in comparison.warnings:
            say(warning.message)
    if form in (Format.csv, Format.parquet, Format.xlsx, Format.dta):
        names = [name for name in LISTS if name in kept]
        _tables(shown, names, form, output, asked=only is not None)
    else:
        write(_printed(shown, form), file)
    return given.exit_code or (SOMETHING_DIFFERS if exit_code and differs(shown) else 0)


def _tables(
    comparison: Comparison, names: list[str], form: Format, output: str | None, *, asked: bool
) -> None:
    """Write lists as tables. Of a CSV that is no folder, and was not asked for a list, the panel is the one."""
    if form is Format.csv and not is_folder(output):
        names = names if asked else ["panel"]
        if len(names) > 1:
            raise UsageError("A CSV is of one list.", "Name one with --only, or a FOLDER/ with -o.")
        printed = [csv_table(diff_table(comparison, name)) for name in names]
        write(printed, None if output is None else Path(output))
        return
    if len(names) > 1 and not is_folder(output):
        hint = "Name one with --only, or a FOLDER/ with -o."
        if form is Format.parquet:
            raise UsageError("A Parquet file is of one list.", hint)
        if form is Format.dta:
            raise UsageError("A Stata file is of one list.", hint)
    write_tables([comparison], lambda _: [diff_table(comparison, name) for name in names], form.value, output)


def _printed(comparison: Comparison, form: Format) -> Iterable[str]:
    match form:
        case Format.json:
            return [to_json(comparison) + "\n"]
        case Format.markdown:
            return markdown(comparison, spoken())
        case Format.html:
            from reportparse.show.diff_page import page  # it draws charts, which takes time to load

            return [page(comparison, spoken())]
    return [rendered(table(comparison, width(), spoken()))]

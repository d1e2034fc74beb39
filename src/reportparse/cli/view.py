"""Show what was read as a page: the command `view`."""

from typing import Annotated

import typer

from reportparse.cli.corrected import CorrectionsOption
from reportparse.cli.inputs import LexiconOption, Ocr, OcrOption, PlaceOption, Reports, YearOption
from reportparse.cli.output import OutputOption, write
from reportparse.errors import UsageError

ReportArgument = Annotated[
    str, typer.Argument(metavar="REPORT", help="A report, or JSON that extract printed of one.")
]


def view(
    report: ReportArgument,
    output: OutputOption = None,
    year: YearOption = None,
    place: PlaceOption = None,
    ocr: OcrOption = Ocr.auto,
    corrections: CorrectionsOption = None,
    lexicon: LexiconOption = None,
) -> int:
    """Show a report as one HTML page: its text with the facts in it, charts, a list to check and correct it by.

    The page needs no network and no file beside it.
    """
    from reportparse.show.report_page import report_page

    given = Reports(
        [report],
        output=output,
        year=year,
        place=place,
        ocr=ocr,
        lexicon=lexicon,
        corrections=corrections or (),
    )
    read = given.all()
    if len(read) > 1:
        raise UsageError(
            f"{report} holds {len(read)} reports, and a page shows one.",
            "Give one of them, as extract prints it.",
        )
    if read:
        write([report_page(read[0])], output)
    return given.exit_code

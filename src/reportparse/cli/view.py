"""Show what was read as a page: the command `view`."""

from pathlib import Path
from typing import Annotated

import typer

from reportparse.cli.corpora import held
from reportparse.cli.corrected import CorrectionsOption
from reportparse.cli.forms import promised, unwritten
from reportparse.cli.inputs import (
    LexiconOption,
    MemoryOption,
    Ocr,
    OcrOption,
    PagesOption,
    PlaceOption,
    Reports,
    SecondsOption,
    YearOption,
    is_folder,
)
from reportparse.cli.output import OutputOption, keep_from_inputs, whole_file, write
from reportparse.cli.streams import say, spoken
from reportparse.corpus.opening import Corpus, is_store, opened
from reportparse.errors import UsageError
from reportparse.filenames import STANDARD_INPUT, legible
from reportparse.lexicon import load
from reportparse.limits import DEFAULT, Limits, within
from reportparse.model import Report

ReportArgument = Annotated[
    str,
    typer.Argument(
        metavar="REPORT|CORPUS",
        help="A report, or JSON that extract printed; what batch wrote, JSON Lines or a folder of reports.",
    ),
]
PdfOption = Annotated[
    Path | None,
    typer.Option("--pdf", metavar="FILE", help="Write the report's PDF to FILE with the facts marked in it."),
]


def view(
    report: ReportArgument,
    output: OutputOption = None,
    pdf: PdfOption = None,
    year: YearOption = None,
    place: PlaceOption = None,
    ocr: OcrOption = Ocr.auto,
    corrections: CorrectionsOption = None,
    lexicon: LexiconOption = None,
    seconds: SecondsOption = DEFAULT.seconds,
    memory: MemoryOption = DEFAULT.megabytes,
    pages: PagesOption = DEFAULT.pages,
) -> int:
    """Show a report as one HTML page: its text with the facts in it, charts, a list to check and correct it by.

    Of a corpus the page shows the headline targets of its places over the years. It needs no network and no file
    beside it.
    """
    keep_from_inputs(pdf, [report, *map(str, corrections or ())])
    _refuse_other_forms(output)
    if pdf and is_folder(report):
        raise _no_pdf(report)
    if report != STANDARD_INPUT and is_store(Path(report)):
        if pdf:
            raise _no_pdf(report)
        return _corpus(report, output, lexicon)
    allowed = Limits(seconds, memory, pages)
    given = Reports(
        [report], output=output, year=year, place=place, ocr=ocr, lexicon=lexicon, limits=allowed,
        corrections=corrections or (),
    )  # fmt: skip
    read = given.all()
    if len(read) == 1:
        if pdf:
            with within(allowed):
                _mark(report, read[0], pdf, ocr)
        if output or not pdf:
            from reportparse.show.report_page import report_page

            write([report_page(read[0], spoken())], output)
    elif read:
        if pdf:
            raise _no_pdf(report)
        _write_corpus(held(read), report, output, lexicon)
    return given.exit_code


def _refuse_other_forms(output: Path | None) -> None:
    """Refuse an output whose name promises what is no page."""
    promise = promised(output)
    if promise not in (None, "html"):
        raise unwritten(
            output,
            promise,
            "Its page is HTML: -o page.html; --pdf FILE marks the facts in the report's own PDF.",
        )


def _no_pdf(path: str) -> UsageError:
    return UsageError(f"{legible(path)} is no PDF.", "--pdf takes the PDF of one report.")


def _mark(path: str, report: Report, pdf: Path, ocr: Ocr) -> None:
    """Write the PDF with the facts marked in it."""
    from reportparse.reading import bytes_of, read
    from reportparse.show.annotated import annotated

    if path == STANDARD_INPUT or report.source.media_type != "application/pdf" or path.endswith(".json"):
        raise UsageError(f"{path} is no PDF.", "--pdf takes the PDF of one report, by its name.")
    data = bytes_of(Path(path))
    document = read(data, name=report.source.name, ocr=ocr.value)
    marked = annotated(data, document, report)
    with whole_file(pdf) as file:
        file.add(marked)


def _corpus(path: str, output: Path | None, lexicon: Path | None) -> int:
    keep_from_inputs(output, [path])
    with opened(Path(path), load(lexicon)) as corpus:
        _write_corpus(corpus, path, output, lexicon)
    return 0


def _write_corpus(corpus: Corpus, path: str, output: Path | None, lexicon: Path | None) -> None:
    from reportparse import __version__
    from reportparse.corpus.panel import Panel
    from reportparse.show.corpus_page import corpus_page

    rows = Panel(corpus, load(lexicon), say=say).rows()
    write([corpus_page(Path(path).name, rows, __version__, spoken())], output)

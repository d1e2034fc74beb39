"""Say what an input is on the command line, and the options that every command with inputs has."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from reportparse import pipeline
from reportparse.cli.corrected import CorrectionFiles
from reportparse.cli.exit_codes import SOME_FAILED
from reportparse.cli.failures import Failures
from reportparse.cli.output import keep_from_inputs, overwriting, same_file
from reportparse.cli.own import is_own
from reportparse.cli.streams import say, watched
from reportparse.confined import Confined
from reportparse.corpus.inputs import ENDINGS as REPORTS
from reportparse.corpus.inputs import has_an_end
from reportparse.corpus.opening import is_store, parts_in_store
from reportparse.correcting import CORRECTED, is_corrected
from reportparse.doubts import NO_WORK_REPORT
from reportparse.errors import LexiconError, MissingInputError, UsageError, unopened
from reportparse.filenames import JSON_LINES, STANDARD_INPUT, legible
from reportparse.language.counting import NAMED, some
from reportparse.lexicon import load
from reportparse.limits import DEFAULT, Limits
from reportparse.model import Report
from reportparse.model.json import is_json
from reportparse.reading import STANDARD_INPUT as STANDARD_INPUT_NAME
from reportparse.reading import Part, parts_from, telling
from reportparse.reading.garbled import TRADITIONAL

Done = TypeVar("Done")

TOLD = (NO_WORK_REPORT, TRADITIONAL)
"""Codes of warnings that are told in words of their own: of such a text little is read."""

NOT_COUNTED = (*TOLD, CORRECTED, "no-annual-targets")
"""Codes of warnings that are told so, that were asked for, or only say why a list is empty."""

ENDINGS = (*REPORTS, *JSON_LINES)
"""How the names of files end that are taken from a folder."""


class Ocr(StrEnum):
    """Say when pages are read as pictures."""

    auto = "auto"
    never = "never"
    always = "always"


class PdfEngine(StrEnum):
    """Say what reads the pages of a PDF."""

    auto = "auto"
    pdfplumber = "pdfplumber"


PdfEngineOption = Annotated[
    PdfEngine, typer.Option(help="Read a PDF's pages by PDFium where they are plain, or all by pdfplumber.")
]
YearOption = Annotated[
    int | None,
    typer.Option(
        min=1949, max=2100, metavar="Y", help="The report's year, where it does not say or is wrong."
    ),
]
PlaceOption = Annotated[
    str | None,
    typer.Option(parser=legible, metavar="NAME", help="The report's place, for example 云州市."),
]
OcrOption = Annotated[
    Ocr, typer.Option(help="Read pages as pictures: where they hold no text, never, or all.")
]


def _with_words(folder: Path | None) -> Path | None:
    """Refuse a folder of words that has none: the words would be missed without a sign."""
    if folder and folder.is_dir() and not any(folder.glob("*.toml")):
        raise LexiconError(
            f"{legible(folder)} holds no TOML file.", "--lexicon takes a folder of TOML files."
        )
    return folder


LexiconOption = Annotated[
    Path | None,
    typer.Option(
        callback=_with_words, metavar="DIR", help="A folder of TOML files to merge over the shipped words."
    ),
]


SecondsOption = Annotated[
    int, typer.Option("--max-seconds", min=1, metavar="N", help="How long one report may take.")
]
MemoryOption = Annotated[
    int, typer.Option("--max-memory", min=200, metavar="MB", help="How much memory one report may take.")
]
PagesOption = Annotated[
    int, typer.Option("--max-pages", min=1, metavar="N", help="How many pages a PDF may have.")
]


class Reports:
    """Be the reports of a command's arguments, read one after the other; one that fails is noted and left out.

    A folder and a corpus stand for the reports in them, as JSON Lines do. Raises UsageError for an output
    that is an input, or a report in a folder that is one, and for standard input that is named twice.
    `prints_reports` tells of a command whose own output is reports.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        output: Path | None = None,
        year: int | None = None,
        place: str | None = None,
        ocr: Ocr = Ocr.auto,
        pdf_engine: PdfEngine = PdfEngine.auto,
        lexicon: Path | None = None,
        limits: Limits = DEFAULT,
        corrections: Sequence[Path] = (),
        prints_reports: bool = False,
    ) -> None:
        if arguments.count(STANDARD_INPUT) > 1:
            raise UsageError("Standard input can be read once only.", "Name files instead.")
        words_of_user = sorted(lexicon.glob("*.toml")) if lexicon else ()
        keep_from_inputs(output, [*arguments, *map(str, (*corrections, *words_of_user))])
        self.several = len(arguments) > 1 or any(map(is_folder, arguments))
        self.failures = Failures()
        self._files = list[str]()
        for argument in arguments:
            with self.failures.noted(argument, alone=not self.several):
                self._files += files_of(argument)
        if output:
            self._leave_out(output, prints_reports=prints_reports)
        self._twins = Twins()
        read = partial(
            pipeline.extract_part,
            year=year,
            place=place,
            ocr=ocr.value,
            pdf_engine=pdf_engine.value,
            words=load(lexicon),
        )
        self._read: Confined[Part, Report] = Confined(read, limits)
        self._corrections = CorrectionFiles(corrections, load(lexicon)) if corrections else None

    def _leave_out(self, output: Path, *, prints_reports: bool) -> None:
        """Leave the output of the run before out, should it stand in a folder; refuse one that is a report there."""
        inputs = [Path(file) for file in self._files if file != STANDARD_INPUT]
        for file in [path for path in inputs if same_file(path, output)]:
            if not is_own(file, inputs, prints_reports=prints_reports):
                raise overwriting(output, legible(file))
            self._files.remove(str(file))
            say(f"Skipped in {legible(str(file.parent))}: {legible(file.name)}.")

    def each(self, work: Callable[[Report, bool], Done]) -> Iterator[Done]:
        """Yield what `work` makes of each report; it is told whether the report is one of several."""
        with telling(say), self._read as read:
            for file in watched(self._files):
                with self.failures.noted(file, alone=not self.several):
                    for part in parts_in(file):
                        several = self.several or part.several
                        with self.failures.noted(part.name, alone=not several):
                            report = read(part, part.name)
                            if self._corrections:
                                report = self._corrections.apply(report)
                            self._twins.note(report, part, file)
                            for warning in report.warnings:
                                if warning.code in TOLD:
                                    say(f"{part.name}: {warning.message}")
                            done = work(report, several)
                            self.failures.done += 1
                            yield done
        self._twins.tell()
        if self._corrections:
            self._corrections.tell_of_unused()
            if self._corrections.left:
                self.failures.note(SOME_FAILED)

    def all(self) -> list[Report]:
        """Read all of them. Raises the failure of the first where not one can be read."""
        return list(self.each(lambda report, _: report))

    def each_once(self) -> list[Report]:
        """Read all of them; of those that stand twice the one that was corrected, or printed, is kept."""
        return self._twins.each_once(self.all())

    @property
    def exit_code(self) -> int:
        """Give 0 where all were read, 5 where some were, and the first failure's own code where none was."""
        return self.failures.exit_code


class Twins:
    """Tell which inputs are one report: of the same bytes, place and year.

    Inputs go by their number, in the order in which they are noted: files of two folders may have one name.
    """

    def __init__(self) -> None:
        self._first: dict[tuple[str, str | None, int | None], int] = {}
        self._twice: list[tuple[int, int]] = []
        self._surest: list[int] = []
        self._files: list[tuple[str, Path]] = []

    def note(self, report: Report, part: Part, file: str) -> None:
        """Note the next report, the input that it was read from, and the file that holds that."""
        number = len(self._files)
        own = report.source.sha256, report.meta.place, report.meta.year
        first = self._first.setdefault(own, number)
        self._files.append((part.name, Path(file)))
        if self._files[first] != self._files[number]:  # A file that is named twice is meant twice.
            self._twice.append((number, first))
        self._surest.append(is_json(part.data) + is_corrected(report))

    def tell(self) -> None:
        """Say what stood twice."""
        shown = self._shown()
        for number, first in self._twice[:NAMED]:
            say(f"{shown[number]} is the same report as {shown[first]}.")
        if len(self._twice) > NAMED:
            say(f"{len(self._twice) - NAMED} more stand twice.")

    def each_once(self, reports: Sequence[Report]) -> list[Report]:
        """Keep of each report one print: what a reader corrected, else what was printed and may have been; say so.

        The reports are all that were noted, in that order.
        """
        prints: dict[int, list[int]] = {}
        for number, first in self._twice:
            prints.setdefault(first, [first]).append(number)
        left = set[int]()
        shown = self._shown()
        for group in prints.values():
            counts = max(group, key=lambda number: self._surest[number])
            others = [number for number in group if number != counts]
            left.update(others)
            say(f"{shown[counts]} counts, not {some([shown[number] for number in others])}.")
        return [report for number, report in enumerate(reports) if number not in left]

    def _shown(self) -> list[str]:
        """Give what each input is called: with its folder where two have one name."""
        times = Counter(name for name, _ in self._files)
        return [legible(file.parent / name) if times[name] > 1 else name for name, file in self._files]


def is_folder(argument: str) -> bool:
    """Tell of a folder; what can't be looked at is none."""
    try:
        return Path(argument).is_dir()
    except OSError:
        return False


def files_of(argument: str) -> list[str]:
    """Give the reports of a folder, by their names and in their order; what is skipped is told. A file gives itself."""
    if argument == STANDARD_INPUT or not is_folder(argument) or is_store(Path(argument)):
        return [argument]
    try:
        inside = sorted(Path(argument).iterdir(), key=lambda path: path.name)
    except OSError as error:
        raise unopened(legible(argument), error) from error
    taken = [path for path in inside if _is_report(path)]
    if not taken:
        raise MissingInputError(
            f"{legible(argument)} holds no reports.", f"Their names end in {' '.join(ENDINGS)}."
        )
    kept = set(taken)
    folders = [path for path in inside if is_folder(str(path)) and not path.name.startswith(".")]
    if skipped := [legible(path.name) for path in inside if path not in kept.union(folders)]:
        say(f"Skipped in {legible(argument)}: {some(skipped)}.")
    if folders:
        names = some([legible(path.name) for path in folders])
        say(f"Folders in {legible(argument)} are not looked into: {names}.",
            "Name them as well; reportparse batch reads all that is below a folder.")  # fmt: skip
    return [str(path) for path in taken]


def _is_report(path: Path) -> bool:
    named = path.suffix.lower() in ENDINGS and not path.name.startswith((".", "~$"))
    return named and not is_folder(str(path)) and has_an_end(path)


def parts_in(argument: str) -> Iterator[Part]:
    """Give the reports of a file, a corpus, or of standard input for `-`, as bytes. Raises UnreadableInputError."""
    if argument != STANDARD_INPUT:
        path = Path(argument)
        return parts_in_store(path) if is_store(path) else pipeline.parts(path)
    if sys.stdin is None:
        raise MissingInputError("Standard input is closed.", "Name a file, or send a report through a pipe.")
    return parts_from(sys.stdin.buffer, STANDARD_INPUT_NAME)

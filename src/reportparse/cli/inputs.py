"""Say what an input is on the command line, and the options that every command with inputs has."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from reportparse import pipeline
from reportparse.cli.output import STANDARD_INPUT
from reportparse.errors import MissingInputError, UnreadableInputError
from reportparse.model import Report
from reportparse.reading import STANDARD_INPUT as STANDARD_INPUT_NAME
from reportparse.reading import bytes_from, legible


class Ocr(StrEnum):
    """Say when pages are read as pictures."""

    auto = "auto"
    never = "never"
    always = "always"


YearOption = Annotated[
    int | None, typer.Option(min=1949, max=2100, help="The report's year, where it does not say or is wrong.")
]
PlaceOption = Annotated[
    str | None,
    typer.Option(parser=legible, metavar="NAME", help="The report's place, for example 云州市."),
]
OcrOption = Annotated[
    Ocr, typer.Option(help="Read pages as pictures: where they hold no text, never, or all.")
]
LexiconOption = Annotated[
    Path | None, typer.Option(metavar="DIR", help="A folder of TOML files to merge over the shipped words.")
]


def report_of(
    path: str,
    *,
    year: int | None = None,
    place: str | None = None,
    ocr: Ocr = Ocr.auto,
    lexicon: Path | None = None,
) -> Report:
    """Give the report of a path, or of standard input for `-`."""
    source = _standard_input() if path == STANDARD_INPUT else Path(path)
    return pipeline.extract(source, year=year, place=place, ocr=ocr.value, lexicon=lexicon)


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise MissingInputError("Standard input is closed.", "Name a file, or send a report through a pipe.")
    try:
        return bytes_from(sys.stdin.buffer, STANDARD_INPUT_NAME)
    except OSError as error:
        raise UnreadableInputError(
            f"Standard input can't be read: {error.strerror}.", "Name a file."
        ) from error

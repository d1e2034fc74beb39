"""Write tables: one to a file or to standard output, several to a folder or a workbook."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from reportparse.cli.output import refuse_place, whole_file
from reportparse.cli.signals import INTERRUPTS, held_back
from reportparse.cli.streams import say
from reportparse.errors import UsageError
from reportparse.filenames import legible
from reportparse.language.counting import counted
from reportparse.show.binary import parquet, workbook
from reportparse.show.csv import csv_table
from reportparse.show.stata import stata
from reportparse.show.tables import Table

Piece = TypeVar("Piece")


def is_folder(output: str | None) -> bool:
    """Tell whether an output names a folder: one that is there, or a name with a slash behind it."""
    return output is not None and (output.endswith("/") or Path(output).is_dir())


def write_tables(
    pieces: Iterable[Piece],
    make: Callable[[Sequence[Piece]], Sequence[Table]],
    form: str,
    output: str | None,
) -> None:
    """Make tables of all pieces and write them; where a signal ends the work, of those that are done.

    Raises UsageError for a form that needs a file and has none.
    """
    if output is None:
        raise UsageError(f"--format {form} needs a file.", "Name it with -o.")
    folder = Path(output) if is_folder(output) and form != "xlsx" else None
    if folder:
        _make_folder(folder)
    else:
        refuse_place(Path(output))
    done: list[Piece] = []
    try:
        done.extend(pieces)
    except INTERRUPTS:
        if done:
            with held_back():
                place = _aside(Path(output))
                _write(make(done), form, place, place if folder else None)
            say(f"What was done is in {legible(place)}: {counted(len(done), 'report')}.")
        raise
    if done:
        _write(make(done), form, Path(output), folder)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"{legible(folder)} can't be made: {error.strerror}.", "Name another folder with -o."
        ) from error


def _aside(place: Path) -> Path:
    return place.with_name(f"{place.stem}.interrupted{place.suffix}") if place.exists() else place


def _write(tables: Sequence[Table], form: str, place: Path, folder: Path | None) -> None:
    if form == "xlsx":
        files = {place: workbook(tables)}
    else:
        made = {"csv": lambda table: csv_table(table).encode("utf-8"), "parquet": parquet, "dta": stata}[form]
        if folder:
            folder.mkdir(exist_ok=True)
        files = {folder / f"{table.name}.{form}" if folder else place: made(table) for table in tables}
    for path, data in files.items():
        with whole_file(path) as file:
            file.add(data)

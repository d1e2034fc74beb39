"""Find the sources of a batch: the files below folders, files, and the rows of tables."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from reportparse.corpus.columns import CELL_LIMITS, Columns, Wanted, cells, find_columns
from reportparse.corpus.grids import Values, is_table, opened
from reportparse.corpus.layout import Origin
from reportparse.corpus.naming import NamePattern, Told
from reportparse.corpus.roots import Roots, absolute
from reportparse.corpus.source import Source, Stamp
from reportparse.errors import MissingInputError, ReportparseError
from reportparse.filenames import STANDARD_INPUT, how_to_get, legible

ENDINGS = (
    ".pdf", ".docx", ".odt", ".doc", ".wps", ".rtf", ".html", ".htm", ".md", ".markdown", ".txt", ".json",
)  # fmt: skip
"""How the names of reports end that are taken from a folder. Tables are taken where they are named."""


@dataclass(frozen=True)
class Given:
    """Say what the user gave: paths, the names of columns, the pattern of file names.

    `home` is the folder of the corpus: files below it are named as seen from there. `ours` are files that are no
    inputs.
    """

    paths: tuple[Path, ...]
    home: Path
    wanted: Wanted = field(default_factory=Wanted)
    pattern: NamePattern | None = None
    ours: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Input:
    """Be one file with a report or, as a table, with many. `told` is what decides how its rows are read."""

    file: Path
    path: str
    stamp: Stamp
    told: str
    sources: Callable[[], Iterator[Source]]


class Scan:
    """Go through what a user gave, in an order that is always the same, and note what was there."""

    def __init__(self, given: Given, say: Callable[[str], None]) -> None:
        """Look at the paths and the tables' columns. Raises MissingInputError, UsageError.

        `say` is told what was guessed and what is left out.
        """
        self.given = given
        self.say = say
        self.roots = Roots(given.home, given.paths)
        self.skipped: list[str] = []
        self.links: list[str] = []
        self.empty: list[Path] = []
        self.paths: set[str] = set()
        self._columns: dict[Path, Columns] = {}
        for path in given.paths:
            if str(path) == STANDARD_INPUT and not path.exists():
                raise MissingInputError(
                    "batch reads files, not standard input.",
                    "Of what comes through a pipe: reportparse extract -",
                )
            if not path.exists():
                raise MissingInputError(f"There is no file or folder {legible(path)}.", how_to_get(path))
            if path.is_file() and is_table(path):
                self._columns[path] = self._look_at(path)

    def _look_at(self, path: Path) -> Columns:
        grid = opened(path)
        columns = find_columns(grid.names, self.given.wanted, path)
        self.say(f"{path.name}: {columns.described(grid.names)}.")
        return columns

    def inputs(self) -> Iterator[Input]:
        """Yield each file once, however often it is given."""
        for path in dict.fromkeys(self.given.paths):
            is_empty = True
            for file in self._files(path):
                is_empty = False
                seen = self.roots.name(file)
                if seen not in self.paths:
                    self.paths.add(seen)
                    yield self._input(file, seen)
            if is_empty:
                self.empty.append(path)

    def count(self) -> int:
        """Count the sources, rows of tables included: a look at all of them before the work begins."""
        number = 0
        for path in self.given.paths:
            if path in self._columns:
                with suppress(ReportparseError):
                    number += sum(1 for _ in opened(path).rows)
            else:
                number += sum(1 for _ in self._files(path))
        self.skipped.clear()
        self.links.clear()
        return number

    def holds(self, path: str) -> bool:
        """Tell whether a file of the corpus lies at or below one of the paths, there or gone."""
        file = self.roots.place(path)
        return any(file.is_relative_to(absolute(root)) for root in self.given.paths)

    def remember(self, known: str | None) -> None:
        """Take the names of folders that a corpus knows."""
        self.roots = Roots(self.given.home, self.given.paths, known)

    def _files(self, path: Path) -> Iterator[Path]:
        if not path.is_dir():
            yield path
            return
        closed: list[Path] = []
        for folder, folders, names in os.walk(
            path, onerror=lambda error: closed.append(Path(error.filename))
        ):
            here = Path(folder)
            folders[:] = sorted(
                name for name in folders if not name.startswith(".") and not self._is_ours(here / name)
            )
            self.links += [name for name in folders if (here / name).is_symlink()]
            for name in sorted(names):
                if name.startswith((".", "~$")) or self._is_ours(here / name):
                    continue
                if Path(name).suffix.lower() in ENDINGS and has_an_end(here / name):
                    yield here / name
                else:
                    self.skipped.append(name)
        yield from closed  # A folder that can't be opened fails like a file.

    def _is_ours(self, file: Path) -> bool:
        return any(absolute(file) == absolute(own) for own in self.given.ours)

    def _input(self, file: Path, seen: str) -> Input:
        stamp = _stamp(file)
        if columns := self._columns.get(file):
            return Input(file, seen, stamp, str(columns), lambda: self._rows(file, seen, columns))
        told = self.given.pattern.read(file.stem) if self.given.pattern else Told()
        if told is None:
            self.say(f"{file.name} does not fit --name: its place and year are read from its text.")
            told = Told()
        source = Source(Origin(seen, seen, None), file, file.name, None, *told)
        return Input(file, seen, stamp, source.told(), lambda: iter((source,)))

    def _rows(self, file: Path, seen: str, columns: Columns) -> Iterator[Source]:
        """Yield the rows of a table; where it breaks off, the rest is one source, which fails."""
        number = 0
        try:
            for number, row in enumerate(opened(file).rows, start=1):
                yield _of_row(file, seen, number, row, columns)
        except ReportparseError as error:
            origin = Origin(f"{seen}#{number + 1}", seen, number + 1)
            yield Source(origin, file, f"{file.name}#{number + 1}", b"", broken=str(error))


def has_an_end(path: Path) -> bool:
    """Tell of a file, or of what fails when it is read: of a pipe or a device in a folder nobody knows the end."""
    try:
        return path.is_file() or not path.exists()
    except OSError:
        return True


def _stamp(file: Path) -> Stamp:
    """Look at a file; one that can't be looked at has a stamp that no other has, and fails when it is read."""
    try:
        status = file.stat()
    except OSError:
        return Stamp(-1, time.time_ns())
    return Stamp(status.st_size, status.st_mtime_ns)


def _of_row(file: Path, seen: str, number: int, row: Values, columns: Columns) -> Source:
    read = cells(row, columns)
    return Source(
        Origin(f"{seen}#{number}", seen, number),
        file,
        f"{file.name}#{number}",
        read.text.encode("utf-8", "replace"),
        read.place,
        read.province,
        read.year,
        cut=len(read.text) in CELL_LIMITS,
    )

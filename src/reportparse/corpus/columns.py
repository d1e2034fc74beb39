"""Find the columns of a table that hold text, place and year, and read a row's cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import regex

from reportparse.errors import UsageError
from reportparse.reading.headers import USUAL

CELL_LIMITS: Final = frozenset({32767, 32759})
"""How long Excel lets a cell be, and as long as some programs that write its files cut it."""

_YEAR = regex.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@dataclass(frozen=True)
class Wanted:
    """Be the columns that a user names, None where the program is to guess."""

    text: str | None = None
    place: str | None = None
    year: str | None = None


@dataclass(frozen=True)
class Columns:
    """Say at which place of a row each cell stands, None where the table has no such column."""

    text: int
    place: int | None
    province: int | None
    year: int | None

    def described(self, names: Sequence[str]) -> str:
        """Say in words what was found."""
        found = [("text", self.text), ("place", self.place), ("province", self.province), ("year", self.year)]
        return ", ".join(f"{what} in {names[at]!r}" for what, at in found if at is not None)


@dataclass(frozen=True)
class Cells:
    """Be what a row says: the text of its report, its place, province and year."""

    text: str
    place: str | None
    province: str | None
    year: int | None


def find_columns(names: Sequence[str], wanted: Wanted, file: Path) -> Columns:
    """Find the columns. Raises UsageError where a named one is not there, or no text column can be guessed."""
    text = _named(names, wanted.text, "text", file)
    if text is None:
        raise UsageError(
            f"{file.name} has no column that is known to hold the reports' text.",
            f"Name it with --text. Columns: {', '.join(filter(None, names))}.",
        )
    return Columns(
        text,
        _named(names, wanted.place, "place", file),
        None if wanted.place else _named(names, None, "province", file),
        _named(names, wanted.year, "year", file),
    )


def _named(names: Sequence[str], wanted: str | None, what: str, file: Path) -> int | None:
    if wanted is None:
        return column_called(USUAL[what], names)
    found = column_called([wanted.strip().casefold()], names)
    if found is None:
        raise UsageError(
            f"{file.name} has no column {wanted!r}.", f"Columns: {', '.join(filter(None, names))}."
        )
    return found


def column_called(usual: Sequence[str], names: Sequence[str]) -> int | None:
    """Give the place of the column that bears the first of some names that any bears; they are in small letters."""
    folded = [name.strip().casefold() for name in names]
    return next((folded.index(name) for name in usual if name in folded), None)


def cells(row: Sequence[object], columns: Columns) -> Cells:
    """Read a row; where it names no place below its province the province is the place."""

    def cell(at: int | None) -> object:
        return row[at] if at is not None and at < len(row) else None

    province = _word(cell(columns.province))
    return Cells(
        _text(cell(columns.text)),
        _word(cell(columns.place)) or province,
        province,
        year_in(cell(columns.year)),
    )


def _text(value: object) -> str:
    return "" if value is None or value != value else str(value)  # NaN, a missing value, is not itself.


def _word(value: object) -> str | None:
    text = "".join(_text(value).split())
    return text if text and not regex.fullmatch(r"(?i)nan|none|null|na|[0-9.]+", text) else None


def year_in(value: object) -> int | None:
    """Read the year of a cell: 2019, 2019.0, 2019年."""
    found = _YEAR.search(_text(value))
    return int(found[0]) if found else None

"""Open tables that hold a report a row: CSV, TSV, Excel, Stata, Parquet, JSON Lines, a corpus; read as they stream."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from zipfile import BadZipFile

import simplejson

from reportparse.errors import (
    DamagedInputError,
    EmptyInputError,
    MissingInputError,
    UsageError,
    install,
    unopened,
)
from reportparse.filenames import JSON_LINES, how_to_get, legible
from reportparse.text import chinese_share

Values = tuple[object, ...]

_SNIFFED = 1 << 16
_LONGEST_CELL = 1 << 30
_AT_ONCE = 100


@dataclass(frozen=True)
class Grid:
    """Be an open table: the names of its columns, and its rows, which can be gone through once."""

    names: tuple[str, ...]
    rows: Iterator[Values]


def opened(path: Path) -> Grid:
    """Open a table. Raises UnreadableInputError and its kinds, UsageError where an extra is not installed.

    A row that can't be read raises DamagedInputError when it is its turn.
    """
    if not path.exists():
        raise MissingInputError(f"There is no file {legible(path)}.", how_to_get(path))
    if path.is_dir() or not is_table(path):
        what = "a folder" if path.is_dir() else "no table"
        raise DamagedInputError(
            f"{legible(path)} is {what}.", f"The names of tables end in {' '.join(READERS)}."
        )
    try:
        grid = READERS[path.suffix.lower()](path)
    except OSError as error:
        raise unopened(legible(path), error) from error
    if not any(grid.names):
        raise EmptyInputError(f"{path.name} holds no table.")
    return grid


def is_table(path: Path) -> bool:
    """Tell by its ending whether a file is a table."""
    return path.suffix.lower() in READERS


def _csv(path: Path) -> Grid:
    encoding = _encoding(path)
    csv.field_size_limit(_LONGEST_CELL)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        head = file.readline()
    delimiter = max("\t,;|", key=head.count) if head.strip() else ","

    def lines() -> Iterator[Values]:
        with path.open(encoding=encoding, errors="replace", newline="") as file:
            try:
                for row in csv.reader(file, delimiter=delimiter):
                    if row:
                        yield tuple(row)
            except csv.Error as error:
                raise DamagedInputError(f"{path.name} breaks off: {error}.") from error

    return _headed(lines())


def _encoding(path: Path) -> str:
    """Name the encoding of a text: by its mark, else UTF-8, else what Excel writes in China, else UTF-16."""
    with path.open("rb") as file:
        head = file.read(_SNIFFED)
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        wide = head.decode("utf-16-le", "replace")
        return "utf-16-le" if head.count(0) and chinese_share(wide) > 0.2 else "gb18030"
    return "utf-8"


def _headed(lines: Iterator[Values]) -> Grid:
    """Take the first row that holds a word as the header."""
    for row in lines:
        if any(value not in (None, "") for value in row):
            return Grid(tuple(_name(value) for value in row), lines)
    return Grid((), iter(()))


def _name(value: object) -> str:
    return "" if value is None else str(value).strip().lstrip("\ufeff")


def _excel(path: Path) -> Grid:
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise _extra_missing("openpyxl", "Excel files") from error

    def rows() -> Iterator[Values]:
        try:
            with closing(load_workbook(path, read_only=True, data_only=True)) as book:
                for sheet in book.worksheets[:1]:
                    yield from sheet.iter_rows(values_only=True)
        except (OSError, KeyError, ValueError, TypeError, BadZipFile) as error:
            raise DamagedInputError(f"{path.name} is no Excel file that opens: {error}.") from error

    return _headed(rows())


def _stata(path: Path) -> Grid:
    try:
        from pandas import read_stata
    except ImportError as error:
        raise _extra_missing("pandas", "Stata files") from error
    try:
        with read_stata(path, iterator=True) as reader:
            names = tuple(reader.variable_labels())
    except (OSError, ValueError) as error:
        raise DamagedInputError(f"{path.name} is no Stata file that opens: {error}.") from error

    def rows() -> Iterator[Values]:
        try:
            with read_stata(path, chunksize=_AT_ONCE, convert_dates=False) as frames:
                for frame in frames:
                    for row in frame.itertuples(index=False, name=None):
                        yield tuple(map(_unmangled, row))
        except (OSError, ValueError) as error:
            raise DamagedInputError(f"{path.name} breaks off: {error}.") from error

    return Grid(tuple(map(str, map(_unmangled, names))), rows())


def _unmangled(value: object) -> object:
    """Decode a text of Stata 13 or older, which names no encoding: its bytes came as the first 256 characters."""
    if not isinstance(value, str) or value.isascii() or max(value) > "\xff":
        return value
    data = value.encode("latin-1")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return value


def _parquet(path: Path) -> Grid:
    import duckdb

    try:
        cursor = duckdb.connect(config={"memory_limit": "256MB", "threads": 1}).execute(
            "SELECT * FROM read_parquet(?)", [str(path)]
        )
    except duckdb.Error as error:
        raise DamagedInputError(f"{path.name} is no Parquet file that opens.") from error

    def rows() -> Iterator[Values]:
        while found := cursor.fetchmany(_AT_ONCE):
            yield from found

    return Grid(tuple(name for name, *_ in cursor.description or ()), rows())


def _json_lines(path: Path) -> Grid:
    """Read JSON Lines: objects with the fields of the first, or reports that extract printed, whole in one column."""

    def lines() -> Iterator[str]:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            yield from filter(str.strip, file)

    found = lines()
    first = next(found, None)
    if first is None:
        return Grid((), iter(()))
    fields = _object(first, path)
    if "schema_version" in fields:
        return Grid(("text",), ((line.strip(),) for line in chain([first], found)))
    names = tuple(fields)
    return Grid(names, (_values(_object(line, path), names) for line in chain([first], found)))


def _object(line: str, path: Path) -> dict[str, object]:
    try:
        fields = simplejson.loads(line)
    except simplejson.JSONDecodeError as error:
        raise DamagedInputError(f"{path.name} breaks off: {error}.") from error
    if not isinstance(fields, dict):
        raise DamagedInputError(f"{path.name} holds lines that are no JSON objects.")
    return fields


def _values(fields: dict[str, object], names: Sequence[str]) -> Values:
    return tuple(fields.get(name) for name in names)


def _extra_missing(package: str, what: str) -> UsageError:
    return UsageError(f"{what} need an extra.", install(package))


def _corpus(path: Path) -> Grid:
    """Read a corpus that batch wrote: its reports as they were printed, whole in one column."""
    from reportparse.corpus.opening import parts_in_store

    return Grid(("text",), ((part.data.decode("utf-8"),) for part in parts_in_store(path)))


READERS: dict[str, Callable[[Path], Grid]] = {
    ".csv": _csv,
    ".tsv": _csv,
    ".xlsx": _excel,
    ".xlsm": _excel,
    ".dta": _stata,
    ".parquet": _parquet,
    **dict.fromkeys(JSON_LINES, _json_lines),
    ".duckdb": _corpus,
}
"""The readers by the endings of the files' names: a new kind of table is a function and a line here."""

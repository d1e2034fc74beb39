"""Write a corpus in other forms: CSV, Parquet, JSON Lines, Excel. Each has the same rows in the same order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Literal

from reportparse.corpus.inputs import ENDINGS as REPORTS
from reportparse.corpus.layout import Table, tables
from reportparse.corpus.store import Store
from reportparse.errors import InputTooLargeError, UsageError, install
from reportparse.filenames import JSON_LINES
from reportparse.model.json import to_json
from reportparse.show.binary import sheet_cell
from reportparse.show.csv import BYTE_ORDER_MARK, cell, lines

Form = Literal["duckdb", "jsonl", "xlsx", "folder"]
Files = Literal["csv", "parquet", "jsonl"]

FOLDER_STORE = ".corpus.duckdb"
"""What the corpus is called in a folder of tables."""

ENDINGS: dict[str, Form] = {
    ".duckdb": "duckdb",
    **dict.fromkeys(JSON_LINES, "jsonl"),
    ".xlsx": "xlsx",
}

_NO_CORPUS = (*REPORTS, ".xls", ".db", ".sqlite")
"""Endings of files that somebody wants, who would get a folder of that name."""

_SHEET_ROWS = 1_048_576


def form_of(output: Path) -> Form:
    """Tell by its name which form an output has. Raises UsageError for an ending that means none."""
    suffix = output.suffix.lower()
    if suffix in (".csv", ".tsv", ".parquet", ".dta", ".json"):
        kind = suffix[1:] if suffix in (".csv", ".parquet") else "csv"
        raise UsageError(
            f"A corpus has several tables, and {output.name} would hold one.",
            f"Name a folder: -o {output.stem}/ --format {kind}.",
        )
    if suffix in _NO_CORPUS and not output.is_dir():
        raise UsageError(
            f"{output.name} is no name of a corpus.",
            "Name it corpus.duckdb, corpus.jsonl, corpus.xlsx, or a folder.",
        )
    return ENDINGS.get(suffix, "folder")


def store_path(output: Path) -> Path:
    """Say where the corpus itself is kept: in the output, or in a hidden file at it, from which a run goes on."""
    form = form_of(output)
    if form == "duckdb":
        return output
    return output / FOLDER_STORE if form == "folder" else output.with_name(f".{output.name}.duckdb")


def outputs(output: Path, files: Files) -> list[Path]:
    """List the files that an output is made of."""
    if form_of(output) != "folder":
        return [output]
    return [output / f"{each.name}.{files}" for each in tables()]


def export(store: Store, output: Path, files: Files) -> None:
    """Write the corpus to its output, each file whole or not at all. Raises InputTooLargeError for too many rows."""
    match form_of(output):
        case "jsonl":
            _write_text(output, (f"{text}\n" for _, text in store.printed()))
        case "xlsx":
            with _whole(output) as path:
                _excel(store, path)
        case "folder":
            for each in tables():
                _FILES[files](store, each, output / f"{each.name}.{files}")


def csv_chunks(store: Store, of: Table) -> Iterator[str]:
    """Yield a table as CSV that Excel and Stata open and that can't run as a formula."""
    yield BYTE_ORDER_MARK + lines([of.names])
    for row in store.rows(of):
        yield lines([[cell(plain(value)) for value in row]])


def plain(value: object) -> object:
    """Give a number the digits that it was printed with: 8 and 906.1, neither 8.0 nor 9.061e2."""
    if isinstance(value, float):
        return Decimal(int(value)) if value.is_integer() else Decimal(repr(value))
    return value


def _csv(store: Store, of: Table, path: Path) -> None:
    _write_text(path, csv_chunks(store, of))


def _json_rows(store: Store, of: Table, path: Path) -> None:
    rows = (dict(zip(of.names, map(plain, row), strict=True)) for row in store.rows(of))
    _write_text(path, (to_json(row, indent=None) + "\n" for row in rows))


def _parquet(store: Store, of: Table, path: Path) -> None:
    with _whole(path) as partial:
        store.copy_parquet(of, partial)


_FILES: dict[Files, Callable[[Store, Table, Path], None]] = {
    "csv": _csv,
    "parquet": _parquet,
    "jsonl": _json_rows,
}


def _excel(store: Store, path: Path) -> None:
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise UsageError("Excel files need an extra.", install("openpyxl")) from error
    book = Workbook(write_only=True)
    for each in tables():
        if store.count(each.name) >= _SHEET_ROWS:
            raise InputTooLargeError(
                f"The table {each.name} has more rows than a sheet of Excel can.",
                "Write Parquet or DuckDB instead.",
            )
        sheet = book.create_sheet(each.name)
        sheet.append(each.names)
        for row in store.rows(each):
            sheet.append([sheet_cell(sheet, value) for value in row])
    book.save(path)


def _write_text(path: Path, chunks: Iterable[str]) -> None:
    with _whole(path) as partial, partial.open("w", encoding="utf-8", newline="") as file:
        file.writelines(chunks)


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Give another name beside the file's place to write to; it takes the place when the block ends well."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield partial
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)

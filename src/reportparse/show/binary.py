"""Write tables as Parquet and as a workbook of Excel. The same tables give the same bytes."""

import csv
import io
import re
import tempfile
import zipfile
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from reportparse.errors import InputTooLargeError, UsageError, install
from reportparse.show.tables import Table

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_TYPES = {"text": "VARCHAR", "number": "DOUBLE", "integer": "BIGINT"}
_SHEET_ROWS = 1_048_576
_CELL_CHARACTERS = 32_767
_NO_TEXT = {code: None for code in range(32) if chr(code) not in "\t\n\r"}


def parquet(table: Table) -> bytes:
    """Write a table as Parquet. Numbers are doubles, which hold every printed decimal of up to 15 digits."""
    try:
        import duckdb
    except ImportError as error:
        raise UsageError("Parquet needs DuckDB.", install("duckdb")) from error
    types = {column: _TYPES[column_type(table, at)] for at, column in enumerate(table.columns)}
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as database:
        rows, made = Path(folder) / "rows.csv", Path(folder) / "made.parquet"
        with rows.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([_plain(value) for value in row] for row in table.rows)
        database.execute("SET threads = 1")
        database.execute(
            f"COPY (SELECT * FROM read_csv('{rows}', header = false, auto_detect = false, delim = ',', quote = '\"', "
            f"escape = '\"', columns = {types})) TO '{made}' (FORMAT parquet, COMPRESSION zstd)"
        )
        return made.read_bytes()


def column_type(table: Table, at: int) -> str:
    """Give the type of a column; that of a year, which has no fixed name, is text where words stand in it."""
    if known := table.about(table.columns[at]):
        return str(known["type"])
    return "text" if any(isinstance(row[at], str) for row in table.rows) else "number"


def _plain(value: object) -> str:
    return "" if value is None else format(value, "f") if isinstance(value, Decimal) else str(value)


def workbook(tables: Sequence[Table]) -> bytes:
    """Write tables as a workbook, a sheet each. Raises UsageError where the extra is not there."""
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise UsageError("Workbooks of Excel need an extra.", install("openpyxl")) from error
    book = Workbook(write_only=True)
    for table in tables:
        if len(table.rows) >= _SHEET_ROWS:
            raise InputTooLargeError(
                f"{table.name} has more rows than a sheet can.", "Write Parquet instead."
            )
        sheet = book.create_sheet(table.name)
        sheet.append(table.columns)
        for row in table.rows:
            sheet.append([sheet_cell(sheet, value) for value in row])
    written = io.BytesIO()
    book.save(written)
    return _timeless(written.getvalue())


def sheet_cell(sheet: "WriteOnlyWorksheet", value: object) -> object:
    """Give a value as a cell: text is text, whatever it begins with, and ends where Excel's cells do.

    Only what would be taken for a formula or an error is a cell of its own making, which takes half as long again.
    """
    if not isinstance(value, str):
        return value
    text = value.translate(_NO_TEXT)[:_CELL_CHARACTERS]
    if text[:1] not in ("=", "#"):
        return text
    from openpyxl.cell import WriteOnlyCell

    made = WriteOnlyCell(sheet, text)
    made.data_type = "s"
    return made


def _timeless(data: bytes) -> bytes:
    """Take the clock out of a workbook."""
    timeless = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(timeless, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "docProps/core.xml":
                content = re.sub(rb"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]+Z", b"1980-01-01T00:00:00Z", content)
            new.writestr(zipfile.ZipInfo(entry.filename), content, zipfile.ZIP_DEFLATED)
    return timeless.getvalue()

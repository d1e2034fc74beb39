"""Write tables as CSV, for Excel, R, Stata and hands."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

from reportparse.model import Report
from reportparse.show.tables import Layout, Table

BYTE_ORDER_MARK = "\ufeff"  # Without it Excel takes UTF-8 for the local encoding.

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class CsvPrinter:
    """Print reports as one table: the header before the first report's rows, the others' rows alone."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._header = BYTE_ORDER_MARK + lines([layout.columns])

    def __call__(self, report: Report) -> str:
        """Print a report's rows."""
        header, self._header = self._header, ""
        return header + lines(map(cell, row) for row in self._layout.rows(report))


def csv_table(table: Table) -> str:
    """Print a whole table."""
    return BYTE_ORDER_MARK + lines([table.columns]) + lines(map(cell, row) for row in table.rows)


def cell(value: object) -> str:
    """Write one cell; text that a spreadsheet would run as a formula gets an apostrophe before it."""
    match value:
        case None:
            return ""
        case Decimal():
            return format(value, "f")
        case int():
            return str(value)
        case tuple():
            return " ".join(map(str, value))
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def lines(table: Iterable[Iterable[str]]) -> str:
    """Write rows of cells."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(table)
    return buffer.getvalue()

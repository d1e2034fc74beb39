"""Write a table as a data set of Stata 14 or newer, each variable labelled with what it means."""

import io
from datetime import datetime

from reportparse.errors import UsageError, install
from reportparse.show.binary import column_type
from reportparse.show.tables import Table

_RESERVED = ("end",)
_NO_CLOCK = datetime(1980, 1, 1)
_LABEL = 80
_SHORT = 2045
"""How many bytes of text a variable holds; a longer one is a strL. Labels have 80 characters."""


def stata(table: Table) -> bytes:
    """Write a table as .dta. Numbers are doubles, years long, missing ones `.`; missing text is empty.

    A column that begins with a digit, or is called as a word of Stata's own, gets a low line before it. Raises
    UsageError where the extra is not there.
    """
    try:
        from pandas import DataFrame, Series
    except ImportError as error:
        raise UsageError("Stata files need an extra.", install("pandas")) from error
    columns, labels, long = {}, {}, []
    for at, column in enumerate(table.columns):
        name = f"_{column}" if column[0].isdigit() or column in _RESERVED else column
        values, kind = [row[at] for row in table.rows], column_type(table, at)
        if kind == "text":
            texts = ["" if value is None else str(value) for value in values]
            columns[name] = Series(texts, dtype="object")
            if max((len(text.encode()) for text in texts), default=0) > _SHORT:
                long.append(name)
        else:
            numbers = [None if value is None else float(str(value)) for value in values]
            whole = kind == "integer" and None not in numbers
            columns[name] = Series(numbers, dtype="int32" if whole else "float64")
        if known := table.about(column):
            labels[name] = str(known["en"])[:_LABEL]
    written = io.BytesIO()
    DataFrame(columns).to_stata(
        written, write_index=False, version=118, time_stamp=_NO_CLOCK,
        data_label="reportparse", variable_labels=labels, convert_strl=long,
    )  # fmt: skip
    return written.getvalue()

"""Choose the form of an output: the one that is asked for, else the one that its name ends with."""

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from reportparse.errors import UsageError
from reportparse.filenames import JSON_LINES, legible

Form = TypeVar("Form", bound=StrEnum)

_ENDINGS = {
    **{f".{name}": name for name in ("json", "csv", "parquet", "xlsx", "dta", "html", "svg")},
    **dict.fromkeys(JSON_LINES, "jsonl"),
    ".htm": "html", ".md": "markdown",
    **{f".{name}": name for name in ("tsv", "xls", "duckdb", "pdf", "docx")},
}  # fmt: skip
"""The form that an ending promises, of a command or of none."""


def form_of(asked: Form | None, output: Path | str | None, forms: type[Form]) -> Form | None:
    """Give the form that is asked for, else the one that the output ends with; None where its ending says nothing.

    Raises UsageError for an ending that promises a form which is none of the command's.
    """
    promise = promised(output)
    if asked is not None or promise is None:
        return asked
    if promise not in set(forms):
        raise unwritten(output, promise, f"Say with --format what it is to be: {', '.join(forms)}.")
    return forms(promise)


def unwritten(output: Path | str | None, promise: str, hint: str) -> UsageError:
    """Say that the ending of an output promises what a command does not write."""
    return UsageError(
        f"-o {legible(Path(str(output)))} asks for {promise}, which this command does not write.", hint
    )


def promised(output: Path | str | None) -> str | None:
    """Give the form that the ending of an output promises; None where it promises none, as that of a folder."""
    if output is None or str(output).endswith("/"):
        return None
    return _ENDINGS.get(Path(output).suffix.lower())

"""Take the bytes of an input: once, from their start, and not without end.

An input that holds several reports, JSON Lines or JSON behind JSON, comes in parts, a report each.
"""

import stat
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import BinaryIO, NamedTuple

from reportparse.errors import InputTooLargeError, MissingInputError, unopened
from reportparse.filenames import how_to_get, legible
from reportparse.model.json import is_json, values_in

MAX_BYTES = 200 * 1024 * 1024

PIPE = "pipe"
"""What an input is called that has no name of its own: <(…), a named pipe."""

STANDARD_INPUT = "standard input"


class Part(NamedTuple):
    """Be one report's bytes: a whole file, or one of the `several` reports that a file of JSON holds."""

    name: str
    data: bytes
    several: bool = False


def bytes_of(path: Path) -> bytes:
    """Read a file or a pipe to its end. Raises MissingInputError, UnreadableInputError or InputTooLargeError."""
    return b"\n".join(part.data for part in parts_of(path))


def parts_of(path: Path, name: str | None = None) -> Iterator[Part]:
    """Read a file or a pipe part by part.

    The path is opened once only: what was read of a pipe can't be read again. Raises MissingInputError,
    UnreadableInputError or InputTooLargeError.
    """
    try:
        with path.open("rb") as file:
            yield from parts_from(file, name or name_of(path))
    except FileNotFoundError as error:
        raise MissingInputError(f"There is no file {legible(path)}.", how_to_get(path)) from error
    except IsADirectoryError as error:
        raise MissingInputError(f"{legible(path)} is a folder.", "Give the files in it.") from error
    except OSError as error:
        raise unopened(legible(path), error) from error


def parts_from(file: BinaryIO, name: str) -> Iterator[Part]:
    """Read a stream part by part: JSON Lines as they come, so that a file of many reports is never held whole."""
    first = file.readline(MAX_BYTES + 1)
    line = first.removeprefix(b"\xef\xbb\xbf").strip()
    if line.startswith(b"{") and line.endswith(b"}") and is_json(line):
        lines = _lines(file, name)
        if second := next(lines, None):
            yield Part(f"{name} line 1", line, several=True)
            yield second
            yield from lines
        else:
            yield from _behind_each_other(line, name, several=True)
        return
    data = first + file.read(max(MAX_BYTES + 1 - len(first), 0))
    _refuse_more(data, name)
    yield from _behind_each_other(data, name)


def _behind_each_other(data: bytes, name: str, *, several: bool = False) -> Iterator[Part]:
    """Yield each value of JSON, or what is no JSON as it is; `several` says that one alone counts as a line of many."""
    values = values_in(data) if is_json(data) else []
    if len(values) < 2:
        yield Part(name, values[0] if values else data, several)
    for number, value in enumerate(values if len(values) > 1 else (), 1):
        yield Part(f"{name} report {number}", value, several=True)


def _lines(file: BinaryIO, name: str) -> Iterator[Part]:
    for number in count(2):
        line = file.readline(MAX_BYTES + 1)
        if not line:
            return
        _refuse_more(line, f"{name} line {number}")
        if line.strip():
            yield Part(f"{name} line {number}", line, several=True)


def _refuse_more(data: bytes, name: str) -> None:
    if len(data) > MAX_BYTES:
        raise InputTooLargeError(f"{name} is larger than {MAX_BYTES // 1024 // 1024} MB.")


def name_of(path: Path) -> str:
    """Name an input after its file, without the folder; a pipe has no name of its own."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return legible(path.name)
    return PIPE if stat.S_ISFIFO(mode) else legible(path.name)

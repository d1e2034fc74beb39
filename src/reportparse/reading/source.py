"""Take the bytes of an input: once, from their start, and not without end."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from reportparse.errors import InputTooLargeError, MissingInputError, UnreadableInputError

MAX_BYTES = 200 * 1024 * 1024

PIPE = "pipe"
"""What an input is called that has no name of its own: <(…), a named pipe."""

STANDARD_INPUT = "standard input"


def bytes_of(path: Path) -> bytes:
    """Read a file or a pipe to its end.

    The path is opened once only: what was read of a pipe can't be read again. Raises MissingInputError,
    UnreadableInputError or InputTooLargeError.
    """
    try:
        with path.open("rb") as file:
            return bytes_from(file, name_of(path))
    except FileNotFoundError as error:
        raise MissingInputError(f"There is no file {legible(path)}.", _hint(path)) from error
    except IsADirectoryError as error:
        raise MissingInputError(f"{legible(path)} is a folder.", "Give the files in it.") from error
    except OSError as error:
        raise UnreadableInputError(f"{legible(path)} can't be opened: {error.strerror}.") from error


def bytes_from(file: BinaryIO, name: str) -> bytes:
    """Read a stream to its end. Raises InputTooLargeError beyond MAX_BYTES."""
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputTooLargeError(f"{name} is larger than {MAX_BYTES // 1024 // 1024} MB.")
    return data


def name_of(path: Path) -> str:
    """Name an input after its file, without the folder; a pipe has no name of its own."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return legible(path.name)
    return PIPE if stat.S_ISFIFO(mode) else legible(path.name)


def legible(name: str | Path) -> str:
    """Give a file's name as text that can be printed.

    A name is bytes: those that are no UTF-8 are taken for GB18030, in which older archives from China have
    theirs, and else shown as �.
    """
    raw = os.fsencode(name)
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", errors="replace")


def _hint(path: Path) -> str | None:
    """Say how to get a page of the web, where the path is the address of one."""
    address = str(path).replace(":/", "://", 1)
    return f"Download it first: curl -LO '{address}'" if address.startswith(("http://", "https://")) else None

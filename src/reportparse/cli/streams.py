"""Write data to standard output and short words to standard error."""

import os
import select
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from reportparse.errors import ReportparseError
from reportparse.filenames import legible
from reportparse.language import ENGLISH, Words
from reportparse.show.blocks import WIDTH

LEAST_WIDTH = 40


class FailedOutputError(ReportparseError):
    """Say that what was done could not be written: a full disk, a device that fails (exit code 1)."""

    exit_code = 1
    hint = "Make room there, or write to another place with -o."


class ClosedOutputError(Exception):
    """Say that whoever read standard output has seen enough: `reportparse extract … | head`."""


_spoken = [ENGLISH]
"""The language of this run, like the streams the process's own."""


def speak(words: Words) -> None:
    """Set the language that people are spoken to in."""
    _spoken[0] = words


def spoken() -> Words:
    """Give the words of that language."""
    return _spoken[0]


def say(sentence: str, hint: str = "") -> None:
    """Print an English sentence and its hint to standard error, a line each, without control characters.

    They are told in the language of this run.
    """
    with suppress(OSError):
        for line in map(spoken().retold, filter(None, (sentence, hint))):
            print("".join(c if c.isprintable() else " " for c in line), file=sys.stderr, flush=True)


def print_text(text: str) -> None:
    """Write text to standard output as UTF-8, to its last byte.

    Nothing stays in a buffer, so that no fault comes to light after the program has said that all is well.
    Raises ClosedOutputError where nobody reads on, FailedOutputError where it can't be written.
    """
    if sys.stdout is None:
        raise FailedOutputError("Standard output is closed.", "Leave it open, or write to a file with -o.")
    try:
        sys.stdout.flush()
        _write_all(text.encode("utf-8"))
    except BrokenPipeError as error:
        raise ClosedOutputError from error
    except OSError as error:
        raise FailedOutputError(f"Standard output can't be written: {error.strerror}.") from error


def _write_all(data: bytes) -> None:
    """Write without a buffer: a write to a disk that fills up takes a part, and the next one fails."""
    stream = getattr(sys.stdout.buffer, "raw", sys.stdout.buffer)
    left = memoryview(data)
    while left:
        taken = stream.write(left)
        if taken is None:  # Another program set the stream not to wait, and it is not ready.
            select.select([], [stream], [])
        left = left[taken or 0 :]


def close_quietly() -> None:
    """Point standard output at nothing, so that Python does not complain of a closed pipe on its way out."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_consoles = [Console(stderr=True)]
"""Who prints to standard error: the last is the progress bar's own while there is one, which makes room for words."""


def watched(names: Sequence[str]) -> Iterator[str]:
    """Yield each name, with a progress bar on standard error while that is a terminal."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        _consoles.append(progress.console)
        try:
            task = progress.add_task("", total=len(names))
            for name in names:
                progress.update(task, description=legible(Path(name).name))
                yield name
                progress.advance(task)
        finally:
            _consoles.pop()


def width() -> int:
    """Give the columns that a view may take: what COLUMNS says, else the terminal's, else 100."""
    return max(shutil.get_terminal_size((WIDTH, 24)).columns, LEAST_WIDTH)


def rendered(view: RenderableType) -> str:
    """Render a view for standard output: coloured and as wide as a terminal if it is one, else plain and whole."""
    console = Console()
    if console.is_terminal:
        with console.capture() as capture:
            console.print(view)
        return capture.get()
    plain = Console(no_color=True, width=1000, force_terminal=False)
    with plain.capture() as capture:
        plain.print(view)
    return "".join(line.rstrip() + "\n" for line in capture.get().splitlines())


def show(view: RenderableType) -> None:
    """Print a view to standard error, above a progress bar, and plain where that is no terminal."""
    _consoles[-1].print(view)

"""Write to standard output or to whole files, and short words to standard error."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated, BinaryIO

import typer
from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from reportparse.errors import ReportparseError

OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")
]


class UnwritableOutputError(ReportparseError):
    """Say that the output can't be written where it was asked for (exit code 2)."""

    exit_code = 2
    hint = "Check the folder that -o names, its permissions and its free space."


class ClosedOutputError(Exception):
    """Say that whoever read standard output has seen enough: `reportparse extract … | head`."""


def say(sentence: str, hint: str = "") -> None:
    """Print a sentence and its hint to standard error, a line each, without control characters."""
    with suppress(OSError):
        for line in filter(None, (sentence, hint)):
            print("".join(c if c.isprintable() else " " for c in line), file=sys.stderr, flush=True)


def write(chunks: Iterable[str], output: Path | None = None) -> None:
    """Write UTF-8 chunks to standard output as they come, or all of them to a file.

    The file is written under another name beside its place and renamed when it is whole: until then what
    stood there stays. Raises UnwritableOutputError for the file, ClosedOutputError for standard output.
    """
    if output is None:
        for chunk in chunks:
            _print_bytes(chunk.encode("utf-8"))
        return
    with _whole_file(output) as file:
        for chunk in chunks:
            file.write(chunk.encode("utf-8"))


def _print_bytes(data: bytes) -> None:
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise ClosedOutputError from error


@contextmanager
def _whole_file(output: Path) -> Iterator[BinaryIO]:
    if output.exists() and not output.is_file() and not output.is_dir():  # /dev/null, a named pipe
        with output.open("wb") as device:
            yield device
        return
    place = output.resolve()
    partial = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with partial.open("xb") as file:
            yield file
        partial.replace(place)
    except OSError as error:
        raise UnwritableOutputError(f"Can't write {output}: {error.strerror or error}.") from error
    finally:
        partial.unlink(missing_ok=True)


def close_quietly() -> None:
    """Point standard output at nothing, so that Python does not complain of a closed pipe on its way out."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def watched(names: Sequence[str]) -> Iterator[str]:
    """Yield each name, with a progress bar on standard error while that is a terminal."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=len(names))
        for name in names:
            progress.update(task, description=Path(name).name)
            yield name
            progress.advance(task)


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
    """Print a view to standard error, plain where that is no terminal."""
    Console(stderr=True).print(view)

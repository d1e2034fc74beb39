"""Write a command's output: to standard output as it comes, or to a file, whole or not at all."""

import errno
import glob
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from reportparse.cli.signals import INTERRUPTS, held_back
from reportparse.cli.streams import ClosedOutputError, FailedOutputError, print_text, say
from reportparse.errors import ReportparseError, UsageError
from reportparse.filenames import STANDARD_INPUT, legible
from reportparse.language.counting import counted

OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")
]

FolderOption = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write to FILE, whole or not at all; tables to a FOLDER/, one each.",
    ),
]

_KNOWN = 40
"""How many characters of its name a file keeps while it is not whole; a longer one might be too long."""


class UnwritableOutputError(ReportparseError):
    """Say that the output can't be written where it was asked for (exit code 2)."""

    exit_code = 2
    hint = "Name another file with -o."


_WRONG_PLACE = {
    errno.ENOENT: "there is no folder {folder}",
    errno.ENOTDIR: "{folder} is no folder",
    errno.EISDIR: "it is a folder",
    errno.EACCES: "there is no permission to",
    errno.EPERM: "there is no permission to",
    errno.EROFS: "nothing can be written there",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "its links go round in a circle",
}
"""What makes an output wrong usage; all else is a fault at writing."""


def write(chunks: Iterable[str], output: Path | None = None) -> None:
    """Write UTF-8 chunks to standard output as they come, or all of them to a file.

    A file is written under another name beside its place and renamed when it is whole: until then, and where
    there is no chunk, what stood there stays. A signal keeps the chunks that are done. Raises
    UnwritableOutputError, FailedOutputError, and ClosedOutputError for standard output.
    """
    if output is None:
        for chunk in chunks:
            print_text(chunk)
        return
    with whole_file(output) as file:
        for chunk in chunks:
            file.add(chunk.encode("utf-8"))


def keep_from_inputs(output: Path | None, inputs: Iterable[str]) -> None:
    """Refuse an output that is one of the inputs, by whatever name. Raises UsageError."""
    for path in inputs:
        if output and same_file(path, output):
            called = "standard input" if path == STANDARD_INPUT else legible(path)
            raise overwriting(output, called)


def overwriting(output: Path, called: str) -> UsageError:
    """Say that an output would overwrite an input."""
    return UsageError(
        f"-o {legible(output)} would overwrite an input, {called}.", "Name another file with -o."
    )


def same_file(path: str | Path, output: Path) -> bool:
    """Tell whether an input is the very file that an output would replace: by links and other spellings, too."""
    try:
        one = os.fstat(0) if path == STANDARD_INPUT else Path(path).stat()
        return output.is_file() and os.path.samestat(one, output.stat())
    except OSError:
        return False


def refuse_place(output: Path) -> None:
    """Refuse an output that can't be, before the work that it is for. Raises UnwritableOutputError."""
    with _told(output):
        if not _is_device(output):
            _refuse(output.resolve())


class Whole:
    """Be a file that is being written, chunk by chunk; `chunks` counts those that are in it, `end` is behind them."""

    def __init__(self, file: BinaryIO) -> None:
        self.file, self.chunks, self.end = file, 0, 0

    def add(self, data: bytes) -> None:
        """Write one chunk."""
        self.file.write(data)
        self.file.flush()
        self.end += len(data)
        self.chunks += 1


@contextmanager
def whole_file(output: Path) -> Iterator[Whole]:
    """Open a file that takes its place when the block ends, if anything was added to it.

    Where a signal ends the block, the chunks that are done are kept: in the file's own place, or beside it
    where something stood there.
    """
    with _told(output):
        if _is_device(output):
            with output.open("wb") as device:
                yield Whole(device)
            return
        place = output.resolve()
        _refuse(place)
        _tell_of_remains(place)
        partial = place.with_name(f".{place.name[:_KNOWN]}.{os.getpid()}.part")
        try:
            with partial.open("xb") as file:
                whole = Whole(file)
                try:
                    yield whole
                except INTERRUPTS:
                    with held_back():
                        _keep(whole, partial, place)
                    raise
                with held_back():
                    _settle(whole, partial, place)
        finally:
            with held_back():
                partial.unlink(missing_ok=True)


@contextmanager
def _told(output: Path) -> Iterator[None]:
    """Turn what the system says of an output into our words."""
    try:
        yield
    except OSError as error:
        called = legible(output)
        if isinstance(error, BrokenPipeError):
            raise ClosedOutputError from error
        if words := _WRONG_PLACE.get(error.errno or 0):
            reason = words.format(folder=legible(output.parent))
            raise UnwritableOutputError(f"Can't write {called}: {reason}.") from error
        kept = "What stood there is as it was." if output.exists() else "Nothing was left there."
        raise FailedOutputError(f"Can't write {called}: {error.strerror or error}. {kept}") from error


def _is_device(output: Path) -> bool:
    """Tell of /dev/null and named pipes, which are written as they are. Raises OSError for a bad name."""
    try:
        mode = output.stat().st_mode
    except FileNotFoundError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _refuse(place: Path) -> None:
    place.parent.stat()
    if place.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if place.exists() and not os.access(place, os.W_OK):  # A rename would pass over a file that is locked.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _tell_of_remains(place: Path) -> None:
    """Tell of what a run left that was killed at once; the chunks in it are whole but for the last."""
    for found in sorted(place.parent.glob(f".{glob.escape(place.name[:_KNOWN])}.*.part")):
        say(f"{legible(found)} is of a run that was killed, or of one that is still at work; it stays.")


def _settle(whole: Whole, partial: Path, place: Path) -> None:
    """Bring a file to the disk and into its place, with the mode and the owner of the one that stood there."""
    if not whole.chunks:
        return
    whole.file.flush()
    os.fsync(whole.file.fileno())
    whole.file.close()
    if place.exists():
        old = place.stat()
        with suppress(PermissionError, AttributeError):  # Windows has no chown.
            os.chown(partial, old.st_uid, old.st_gid)
        shutil.copymode(place, partial)
    partial.replace(place)


def _keep(whole: Whole, partial: Path, place: Path) -> None:
    """Put the finished chunks of a run that was interrupted where they are found, and say where."""
    if not whole.chunks:
        return
    whole.file.truncate(whole.end)
    kept = place
    if place.exists():
        kept = place.with_name(f"{place.stem[:_KNOWN]}.interrupted{place.suffix}")
        say(f"{legible(place)} is as it was.")
    _settle(whole, partial, kept)
    say(f"What was done is in {legible(kept)}: {counted(whole.chunks, 'report')}.")

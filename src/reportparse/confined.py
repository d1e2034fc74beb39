"""Do work in a child process with limits of time and memory, which ends alone where the work goes beyond one."""

import multiprocessing
import os
import pickle
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Generic, Literal, NamedTuple, Self, TypeVar

from reportparse.errors import InputTooLargeError, ReportparseError
from reportparse.limits import Limits, within

Task = TypeVar("Task")
Result = TypeVar("Result")

_PR_SET_PDEATHSIG = 1
_FORKS = sys.platform == "linux"  # quick; it is unsafe on macOS, and Windows has none
_LAST_SECONDS = 10  # in which a process that used up its time may say so, before the system ends it


class _Said(NamedTuple):
    """Be what the child says: what it made, what was raised, or the seconds that it asks for."""

    what: Literal["made", "raised", "memory", "more"]
    value: object


class Confined(Generic[Task, Result]):
    """Be a function whose calls run in a child process one by one, each within the limits.

    The child starts with the block and stays for all calls; when a call went beyond a limit, or killed it, the next
    one has a new child. Not for several threads.
    """

    def __init__(self, work: Callable[[Task], Result], limits: Limits) -> None:
        self._work, self._limits = work, limits
        self._child: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def __call__(self, task: Task, name: str) -> Result:
        """Do the work on one task, which messages call by its name.

        Raises what the work raises, and InputTooLargeError where it takes too long, wants too much memory, or
        kills the process.
        """
        pipe = self._pipe or self._start()
        try:
            with suppress(BrokenPipeError, ConnectionResetError):
                pipe.send(task)
            said = self._answer(pipe, name)
        except BaseException:
            self._end()
            raise
        if said.what == "memory":
            self._end()
            raise InputTooLargeError(
                f"{name} takes more than {self._limits.megabytes} MB of memory.",
                "Split the file, or allow more with --max-memory.",
            )
        if said.what == "raised":
            assert isinstance(said.value, BaseException)
            raise said.value
        return said.value  # type: ignore[return-value]

    def _answer(self, pipe: Connection, name: str) -> _Said:
        end = time.monotonic() + self._limits.seconds
        while pipe.poll(max(0.0, end - time.monotonic())):
            try:
                said: _Said = pipe.recv()
            except (EOFError, ConnectionResetError, pickle.UnpicklingError):
                raise self._died(name) from None
            if said.what != "more":
                return said
            assert isinstance(said.value, int)
            end += said.value
        raise InputTooLargeError(
            f"{name} takes longer than {self._limits.seconds} s.",
            "Split the file, or allow more with --max-seconds.",
        )

    def _died(self, name: str) -> InputTooLargeError:
        """Say of a child that is gone what may have ended it."""
        assert self._child is not None
        self._child.join(_LAST_SECONDS)
        code = self._child.exitcode or 0
        how = f" ({signal.Signals(-code).name})" if -code in set(signal.Signals) else ""
        return InputTooLargeError(
            f"The process that read {name} died of it{how}, for want of memory perhaps.",
            "Split the file, save it anew from a viewer, or allow more with --max-memory.",
        )

    def _start(self) -> Connection:
        context = multiprocessing.get_context("fork") if _FORKS else multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._child = context.Process(target=_serve, args=(theirs, ours, self._work, self._limits))
        with warnings.catch_warnings():
            # Another thread may draw a progress bar. The child takes none of the locks that it holds.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._child.start()
        theirs.close()
        self._pipe = ours
        return ours

    def _end(self) -> None:
        """End the child at once, whatever it does, and the processes that it started."""
        child, pipe = self._child, self._pipe
        self._child = self._pipe = None
        if pipe is not None:
            pipe.close()
        if child is None or child.pid is None:
            return
        with suppress(OSError):
            os.killpg(child.pid, signal.SIGKILL) if hasattr(os, "killpg") else child.kill()
        child.kill()
        child.join()
        child.close()


def _serve(pipe: Connection, other: Connection, work: Callable[[Task], object], limits: Limits) -> None:
    """Be the child: work on what comes until the pipe is closed."""
    other.close()  # so that the end of the parent is the end of the pipe
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # The parent ends it.
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    with suppress(OSError, AttributeError):
        os.setpgid(0, 0)
    _end_with_parent()
    limit_memory(limits.megabytes)
    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            return
        except MemoryError:
            pipe.send(_Said("memory", None))
            return
        limit_processor(limits.seconds)

        def more(seconds: int) -> None:
            limit_processor(limits.seconds + seconds)
            pipe.send(_Said("more", seconds))

        with within(limits, more), suppress(BrokenPipeError):
            _send(pipe, _done(work, task))


def _end_with_parent() -> None:
    """Have Linux end this process when its parent is gone, even by a signal that let it say nothing."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _done(work: Callable[[Task], object], task: Task) -> _Said:
    try:
        return _Said("made", work(task))
    except MemoryError:
        return _Said("memory", None)
    except BaseException as error:
        return _Said("raised", _portable(error))


def _send(pipe: Connection, said: _Said) -> None:
    try:
        pipe.send(said)
    except MemoryError:
        pipe.send(_Said("memory", None))


def _portable(error: BaseException) -> BaseException:
    """Make an error that can be sent, with the place where it was raised, which does not come along."""
    if isinstance(error, ReportparseError):
        return error
    error.add_note("".join(traceback.format_exception(error)))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        told = RuntimeError(f"{type(error).__name__}: {error}")
        told.add_note(error.__notes__[-1])
        return told
    return error


def limit_memory(megabytes: int) -> None:
    """Let this process have so much memory beside what it began with, where the system can.

    MemoryError is raised beyond. What a fork has from its parent, a notebook of days perhaps, is not the file's.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (_held() + (megabytes << 20), hard))


def _held() -> int:
    """Give the bytes of data that this process has, as Linux counts them; 0 elsewhere."""
    with suppress(OSError):
        pages = int(Path("/proc/self/statm").read_text().split()[5])
        return pages * os.sysconf("SC_PAGE_SIZE")
    return 0


def limit_processor(seconds: int | None) -> None:
    """Have the system end this process, should it work on so long after its time and nobody end it; None: no more."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        if seconds is None:
            resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))
            return
        used = resource.getrusage(resource.RUSAGE_SELF)
        whole = int(used.ru_utime + used.ru_stime) + (seconds + _LAST_SECONDS) * (os.cpu_count() or 1)
        resource.setrlimit(resource.RLIMIT_CPU, (whole, hard))

"""Turn the signals that end a program into an exit code, never into a traceback.

Light, so that it is there from the first moment: what it imports is the standard library and one module like itself.
"""

import atexit
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

from reportparse.corpus.interrupts import ENDING


class Interrupted(BaseException):
    """Say that a signal of ENDING came."""

    def __init__(self, number: int = signal.SIGINT) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


INTERRUPTS = (Interrupted, KeyboardInterrupt)


def end_at_once() -> None:
    """Let a signal end the program where it stands: while nothing is open yet, and when all is done."""
    _handle(_leave)


def raise_interrupts() -> None:
    """Let a signal raise Interrupted, so that what is open is closed."""
    sys.unraisablehook = _again
    _handle(_interrupt)


def ignored_at_the_end() -> None:
    """Ignore signals once Python takes itself down: it would die of one then, and its work is done, its code known."""
    atexit.register(_handle, signal.SIG_IGN)  # What is registered first is called last.


@contextmanager
def held_back() -> Iterator[None]:
    """Ignore signals for the moment in which what is done is put away."""
    before = {number: signal.getsignal(number) for number in ENDING}
    with suppress(ValueError):  # Only the main thread has a say in signals.
        for number in ENDING:
            signal.signal(number, signal.SIG_IGN)
    try:
        yield
    finally:
        with suppress(ValueError):
            for number, handler in before.items():
                signal.signal(number, handler)


def _handle(handler: object) -> None:
    for number in ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:  # nohup, or a shell's job in the background
            signal.signal(number, handler)  # type: ignore[arg-type]


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    with suppress(OSError):
        os.write(2, b"Interrupted.\n")
    os._exit(128 + number)


def _interrupt(number: int, _frame: FrameType | None) -> NoReturn:
    raise Interrupted(number)


def _again(lost: "sys.UnraisableHookArgs") -> None:
    """Send the signal anew that came while Python called a __del__, whose errors it prints and drops.

    By a timer, for here it would be lost as well; to the thread that has a say in signals, which may be waiting.
    """
    if not isinstance(lost.exc_value, INTERRUPTS):
        sys.__unraisablehook__(lost)
        return
    number = lost.exc_value.exit_code - 128 if isinstance(lost.exc_value, Interrupted) else signal.SIGINT
    timer = threading.Timer(0.01, _send, (number,))
    timer.daemon = True
    timer.start()


def _send(number: int) -> None:
    if hasattr(signal, "pthread_kill"):
        main = threading.main_thread().ident
        assert main is not None
        signal.pthread_kill(main, number)
    else:
        signal.raise_signal(number)

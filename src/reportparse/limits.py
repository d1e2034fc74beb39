"""Say how much one input may take, and let the stages ask for it.

The limits belong to the process and the moment, as those of the system do, so that no reader has to hand them on.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Be what one input may take: seconds and MB of memory where it is read in a process of its own.

    `pages` are those of a PDF, `characters` those of the text that was read (the longest report known has 60,000),
    `unpacked` the bytes that an archive may hold.
    """

    seconds: int = 120
    megabytes: int = 1000
    pages: int = 2000
    characters: int = 2_000_000
    unpacked: int = 100_000_000


DEFAULT = Limits()
_LIMITS: ContextVar[Limits] = ContextVar("limits", default=DEFAULT)
_MORE_TIME: ContextVar[Callable[[int], None]] = ContextVar("more_time", default=lambda seconds: None)


def limits() -> Limits:
    """Give the limits that hold now."""
    return _LIMITS.get()


def allow_more(seconds: int) -> None:
    """Ask for more time, for work that takes long by its nature: a page that is read by OCR."""
    _MORE_TIME.get()(seconds)


@contextmanager
def within(given: Limits, more_time: Callable[[int], None] = lambda seconds: None) -> Iterator[None]:
    """Let limits hold in the block; `more_time` is told of the seconds that work in it asks for."""
    limited, told = _LIMITS.set(given), _MORE_TIME.set(more_time)
    try:
        yield
    finally:
        _LIMITS.reset(limited)
        _MORE_TIME.reset(told)

"""Tell how far a long reading is, to whoever listens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_listener: ContextVar[Callable[[str], object] | None] = ContextVar("listener", default=None)


def tell(sentence: str) -> None:
    """Say a sentence on the progress of the reading."""
    listener = _listener.get()
    if listener is not None:
        listener(sentence)


@contextmanager
def telling(listener: Callable[[str], object]) -> Iterator[None]:
    """Have what is read in the block told to the listener, a sentence a call; without one nothing is told."""
    before = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(before)

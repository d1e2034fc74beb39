"""Keep what each start would make anew beside Python's own compiled modules: word tables, long patterns.

It is kept where Python keeps its bytecode, by Python's own rules: PYTHONPYCACHEPREFIX moves it, and with
PYTHONDONTWRITEBYTECODE, or in a folder that is not ours to write, nothing is kept and each start does the work.
Only these files are unpickled, never a file of the user's.
"""

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import TypeVar

import regex

Value = TypeVar("Value")


def kept(name: str, made_of: str, make: Callable[[], Value]) -> Value:
    """Give what `make` makes, from its file where that was made of the same.

    `made_of` is all that the value depends on: texts, versions, the state of the code that makes it.
    """
    found: Value | None = _get(name, made_of)
    if found is None:
        found = make()
        _put(name, made_of, found)
    return found


def code_state(file: str) -> str:
    """Say which state of a module this is, as Python's bytecode does: by time and size."""
    state = Path(file).stat()
    return f"{state.st_mtime_ns} {state.st_size}"


@contextmanager
def patterns(name: str) -> Iterator[Callable[[str], regex.Pattern[str]]]:
    """Lend a `regex.compile` that keeps its patterns: those with every unit in them take a fifth of a second."""
    found: dict[str, regex.Pattern[str]] = _get(name, regex.__version__) or {}
    used: dict[str, regex.Pattern[str]] = {}

    def compiled(pattern: str) -> regex.Pattern[str]:
        used[pattern] = found.get(pattern) or regex.compile(pattern)
        return used[pattern]

    yield compiled
    if used.keys() != found.keys():
        _put(name, regex.__version__, used)


def _path(name: str) -> Path:
    return Path(cache_from_source(__file__)).with_name(f"{name}.{sys.implementation.cache_tag}.kept")


def _get(name: str, made_of: str) -> Value | None:
    # No file, one that was cut short, one of another version: it is made anew.
    with suppress(Exception), _path(name).open("rb") as file:
        if file.read(32) == sha256(made_of.encode()).digest():
            value: Value = pickle.load(file)
            return value
    return None


def _put(name: str, made_of: str, value: object) -> None:
    """Write a file whole or not at all: another process may be reading it."""
    if sys.dont_write_bytecode:
        return
    path = _path(name)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("xb") as file:
                file.write(sha256(made_of.encode()).digest())
                pickle.dump(value, file, pickle.HIGHEST_PROTOCOL)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)

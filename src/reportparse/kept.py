"""Keep what each start would make anew: word tables, long patterns.

It is kept beside Python's bytecode, by Python's own rules (PYTHONPYCACHEPREFIX moves it); with
PYTHONDONTWRITEBYTECODE, or where that folder is not ours to write, in the user's folder for such things, laid out as
Python lays out a folder of bytecode. Where neither can be written nothing is kept and each start does the work.
Only these files are unpickled, in the user's folder only those that are the user's own.
"""

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import BinaryIO, TypeVar

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
def patterns(name: str, made_of: str) -> Iterator[Callable[[str], regex.Pattern[str]]]:
    """Lend a `regex.compile` that keeps its patterns: those with every unit in them take a fifth of a second."""
    made_of = f"{regex.__version__}\n{made_of}"
    found: dict[str, regex.Pattern[str]] = _get(name, made_of) or {}
    used: dict[str, regex.Pattern[str]] = {}

    def compiled(pattern: str) -> regex.Pattern[str]:
        used[pattern] = found.get(pattern) or regex.compile(pattern)
        return used[pattern]

    yield compiled
    if used.keys() != found.keys():
        _put(name, made_of, used)


def _beside_bytecode(name: str) -> Path:
    return Path(cache_from_source(__file__)).with_name(f"{name}.{sys.implementation.cache_tag}.kept")


def _of_user(name: str) -> Path:
    """Give the user's own place. Raises RuntimeError where the user has no home."""
    folder = os.environ.get("XDG_CACHE_HOME", "")
    home = Path(folder) if Path(folder).is_absolute() else Path.home() / ".cache"
    module = Path(__file__).resolve()
    return home.joinpath("reportparse", *module.parts[1:-1], _beside_bytecode(name).name)


def _get(name: str, made_of: str) -> Value | None:
    # No file, one that was cut short, one of another version: it is made anew.
    digest = sha256(made_of.encode()).digest()
    for place in (_beside_bytecode, _of_user):
        with suppress(Exception), place(name).open("rb") as file:
            if (place is _beside_bytecode or _is_own(file)) and file.read(len(digest)) == digest:
                value: Value = pickle.load(file)
                return value
    return None


def _is_own(file: BinaryIO) -> bool:
    return not hasattr(os, "geteuid") or os.fstat(file.fileno()).st_uid == os.geteuid()


def _put(name: str, made_of: str, value: object) -> None:
    for place in (_of_user,) if sys.dont_write_bytecode else (_beside_bytecode, _of_user):
        with suppress(OSError, RuntimeError):
            _write(place(name), sha256(made_of.encode()).digest(), value)
            return


def _write(path: Path, digest: bytes, value: object) -> None:
    """Write a file whole or not at all: another process may be reading it."""
    part = path.with_name(f"{path.name}.{os.getpid()}")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with part.open("xb") as file:
            file.write(digest)
            pickle.dump(value, file, pickle.HIGHEST_PROTOCOL)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)

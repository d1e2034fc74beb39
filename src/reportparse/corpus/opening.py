"""Open what a batch wrote, and give its reports place by place."""

import zlib
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Protocol

from reportparse.corpus.export import store_path
from reportparse.corpus.head import Head
from reportparse.corpus.store import Store, is_corpus
from reportparse.errors import DamagedInputError, MissingInputError
from reportparse.filenames import how_to_get, legible
from reportparse.model import Report
from reportparse.model.json import from_json, is_json

_HEAD = 200


class Corpus(Protocol):
    """Be many reports that can be had one by one."""

    def heads(self) -> list[Head]:
        """Give the heads of all reports in the order of their keys."""

    def reports(self, keys: Sequence[str]) -> list[Report]:
        """Give the reports of some keys, in their order."""


class Lines:
    """Be the reports of JSON Lines: all in memory, but small, each as it was printed."""

    def __init__(self, lines: Iterable[bytes], name: str) -> None:
        """Read them. Raises DamagedInputError for a line that is no report."""
        self._printed: dict[str, bytes] = {}
        self._heads: list[Head] = []
        seen: dict[tuple[str, str | None, int | None], str] = {}
        for number, line in enumerate(filter(bytes.strip, lines), start=1):
            key = f"{name}#{number}"
            report = from_json(line, key)
            meta = report.meta
            first = seen.setdefault((report.source.sha256, meta.place, meta.year), key)
            twin_of = None if first == key else first
            self._printed[key] = zlib.compress(line)
            self._heads.append(
                Head(key, meta.place, meta.division_code, meta.province, meta.level, meta.year, twin_of)
            )

    def heads(self) -> list[Head]:
        """Give the heads in the order of the lines."""
        return self._heads

    def reports(self, keys: Sequence[str]) -> list[Report]:
        """Give the reports of some keys."""
        return [from_json(zlib.decompress(self._printed[key]), key) for key in keys]


def is_any_corpus(path: Path) -> bool:
    """Tell whether a path is what a batch wrote, or JSON Lines of several reports."""
    if path.is_file() and path.suffix.lower() in (".jsonl", ".ndjson"):
        with path.open("rb") as file:
            return is_json(file.read(_HEAD))
    kept = store_path(path) if path.is_dir() or path.suffix.lower() == ".xlsx" else path
    return is_corpus(kept)


def opened(path: Path) -> AbstractContextManager[Corpus]:
    """Open a corpus in any of its forms. Raises MissingInputError, DamagedInputError, UsageError where it is in use."""
    if not path.exists():
        raise MissingInputError(f"There is no corpus {legible(path)}.", how_to_get(path))
    if path.is_file() and is_corpus(path):
        return Store(path, read_only=True)
    if path.is_file():
        with path.open("rb") as file:
            if is_json(file.read(_HEAD)):
                file.seek(0)
                return nullcontext(Lines(file, path.name))
    kept = store_path(path) if path.is_dir() or path.suffix.lower() == ".xlsx" else path
    if kept != path and kept.exists():
        return Store(kept, read_only=True)
    raise DamagedInputError(f"{legible(path)} is no corpus.", "A corpus is what `reportparse batch` wrote.")

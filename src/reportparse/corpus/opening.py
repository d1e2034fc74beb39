"""Open what a batch wrote, and reports that are as good as a corpus; give their reports place by place."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Protocol

from reportparse.corpus.database import is_corpus
from reportparse.corpus.export import FOLDER_STORE, store_path
from reportparse.corpus.head import Head
from reportparse.corpus.store import Store
from reportparse.correcting import is_corrected
from reportparse.corrections import taken_back, taken_back_again
from reportparse.errors import DamagedInputError, EmptyInputError
from reportparse.filenames import JSON_LINES, legible
from reportparse.lexicon import Lexicon
from reportparse.model import Report
from reportparse.model.json import is_json
from reportparse.reading import Part, parts_of

_HEAD = 200


class Corpus(Protocol):
    """Be many reports that can be had one by one."""

    def heads(self) -> list[Head]:
        """Give the heads of all reports in the order of their keys."""

    def reports(self, keys: Sequence[str]) -> list[Report]:
        """Give the reports of some keys, in their order."""


class Lines:
    """Be reports by their keys: all in memory, but small, each as it was printed."""

    def __init__(self, lines: Iterable[tuple[str, bytes]], lexicon: Lexicon | None = None) -> None:
        """Read them, each with its key; of keys that are alike the later ones get a number.

        Of prints of one report the first that was corrected counts, else the first. Raises DamagedInputError for
        what is no report, and by the lexicon for one that contradicts itself.
        """
        self._printed: dict[str, bytes] = {}
        self._heads: list[Head] = []
        digests: dict[str, str] = {}
        for name, line in lines:
            key = next(key for key in _numbered(name) if key not in self._printed)
            report = taken_back(line, key, lexicon)
            meta = report.meta
            self._printed[key] = zlib.compress(line)
            digests[key] = report.source.sha256
            whose = meta.place, meta.division_code, meta.province, meta.level, meta.year
            self._heads.append(Head(key, *whose, duplicate_of=None, corrected=is_corrected(report)))
        counts: dict[tuple[str, str | None, int | None], str] = {}
        for head in sorted(self._heads, key=lambda head: not head.corrected):
            counts.setdefault((digests[head.report], head.place, head.year), head.report)
        for at, head in enumerate(self._heads):
            counting = counts[digests[head.report], head.place, head.year]
            if counting != head.report:
                self._heads[at] = replace(head, duplicate_of=counting)

    def heads(self) -> list[Head]:
        """Give the heads in the order of the lines."""
        return self._heads

    def reports(self, keys: Sequence[str]) -> list[Report]:
        """Give the reports of some keys."""
        return [taken_back_again(zlib.decompress(self._printed[key]), key) for key in keys]


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}#{number}" for number in count(2))


def is_any_corpus(path: Path) -> bool:
    """Tell whether a path is what a batch wrote, or JSON Lines of several reports."""
    try:
        if path.is_file() and path.suffix.lower() in JSON_LINES:
            with path.open("rb") as file:
                return is_json(file.read(_HEAD))
    except OSError:
        return False  # What can't be looked at is told of where it is read.
    return is_store(path)


def is_store(path: Path) -> bool:
    """Tell whether a path is what a batch wrote into a database, or into files beside one."""
    try:
        return is_corpus(_store_of(path))
    except OSError:
        return False


def parts_in_store(path: Path) -> Iterator[Part]:
    """Yield the reports of a corpus as they were printed, in the order of their keys. Raises EmptyInputError."""
    with _filled(path) as store:
        for key, text in store.printed():
            yield Part(key, text.encode("utf-8"), several=True)


def _filled(path: Path) -> Store:
    """Open the store of a corpus. Raises EmptyInputError where all of its reports failed, or there was none."""
    store = Store(_store_of(path), read_only=True)
    if not store.count("reports"):
        store.db.close()
        raise EmptyInputError(
            f"{legible(path)} has no reports.", "Its table failures says why, if any failed."
        )
    return store


def _store_of(path: Path) -> Path:
    if path.is_dir():
        return path / FOLDER_STORE
    return store_path(path) if path.suffix.lower() == ".xlsx" else path


def opened(path: Path, lexicon: Lexicon | None = None) -> AbstractContextManager[Corpus]:
    """Open a corpus in any of its forms. Raises EmptyInputError, DamagedInputError, UsageError where it is in use."""
    if is_store(path):
        return _filled(path)
    if is_any_corpus(path):
        lines = (part.data for part in parts_of(path))
        return nullcontext(
            Lines(((f"{path.name}#{number}", line) for number, line in enumerate(lines, start=1)), lexicon)
        )
    raise DamagedInputError(f"{legible(path)} is no corpus.", "A corpus is what `reportparse batch` wrote.")

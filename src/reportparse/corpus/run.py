"""Run a batch: what is new or changed is worked on and saved, what is done is left, what is gone is dropped."""

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from reportparse.corpus.crew import Crew
from reportparse.corpus.inputs import Input, Scan
from reportparse.corpus.interrupts import postponed
from reportparse.corpus.source import Source, Stamp, digest
from reportparse.corpus.store import Store
from reportparse.corpus.work import Options, Outcome
from reportparse.errors import LexiconError
from reportparse.lexicon import LEXICON_VERSION
from reportparse.model import SCHEMA_VERSION
from reportparse.model.json import to_json
from reportparse.pipeline import CODEBOOK_VERSION
from reportparse.reading import Ocr, ocr, office

_AT_ONCE = 1_500_000
"""How many characters of rows are saved together: those of a few long reports, or of many short ones."""
_SECONDS = 2.0
_FOR_WANT = ("no-text", "unreadable-input")
"""The codes of failures that may be for want of a helper; with a new one they are tried again."""


@dataclass(frozen=True)
class Made:
    """Name everything that decides what a report's text gives; `key` is a name for all of it."""

    key: str
    row: dict[str, str | None]


def made_with(ocr: Ocr, lexicon: Path | None) -> Made:
    """Name the versions of the program, its words and codebook, and the digest of the user's own words."""
    row: dict[str, str | None] = {
        "program": version("reportparse"),
        "schema": SCHEMA_VERSION,
        "lexicon": LEXICON_VERSION,
        "codebook": CODEBOOK_VERSION,
        "words": _words(lexicon) if lexicon else None,
        "ocr": ocr,
    }
    told = hashlib.sha256(to_json(row, indent=None).encode()).hexdigest()
    key = f"{row['program']}+{told[:8]}"
    return Made(key, {"version": key, **row})


def _words(lexicon: Path) -> str:
    if not lexicon.is_dir():
        raise LexiconError(f"{lexicon} is no folder.", "--lexicon takes a folder of TOML files.")
    whole = hashlib.sha256()
    for file in sorted(lexicon.glob("*.toml")):
        whole.update(file.name.encode("utf-8", "replace") + b"\0" + file.read_bytes() + b"\0")
    return whole.hexdigest()


def helpers() -> frozenset[str]:
    """Name the programs beside this one that are there to read what it can't read alone."""
    there = {"ocr": ocr.is_available(), "libreoffice": office.program() is not None}
    return frozenset(name for name, known in there.items() if known)


@dataclass
class Tally:
    """Count what a run did: reports read, sources that failed, those left as they were, those dropped."""

    read: int = 0
    failed: int = 0
    kept: int = 0
    dropped: int = 0


@dataclass
class _Open:
    """Be an input that is being gone through: how many of its sources are out, and whether all were seen."""

    input: Input
    out: int = 0
    rows: int = 0
    whole: bool = False


class Run:
    """Be one run of a batch into a store. `watch` is told of each source that is read, failed or kept."""

    def __init__(
        self,
        scan: Scan,
        store: Store,
        options: Options,
        *,
        retry_failed: bool = False,
        send_bytes: bool = False,
        watch: Callable[[Tally], None] = lambda tally: None,
    ) -> None:
        self.tally = Tally()
        self._scan, self._store, self._options, self._watch = scan, store, options, watch
        self._send_bytes = send_bytes
        self._helpers = helpers()
        more = bool(self._helpers - set((store.value("helpers") or "").split()))
        self._known = store.known()
        self._files = store.files()
        sources = store.sources()
        self._in_file = Counter(path for _, path, _, _ in sources)
        unopened = store.unopened()  # A permission is no part of a file's stamp.
        again = [
            s for s in sources if s[3] and (retry_failed or s[0] in unopened or (more and s[3] in _FOR_WANT))
        ]
        self._again, self._failing = {key for key, *_ in again}, {path for _, path, *_ in again}
        self._open: dict[str, _Open] = {}
        self._seen: dict[str, tuple[str, Stamp]] = {}
        self._unsaved: list[Outcome] = []
        self._waiting = 0
        self._saved_at = time.monotonic()

    def go(self, crew: Crew) -> Tally:
        """Work on all that is to do. What is done is saved even where this is interrupted."""
        outcomes = crew.outcomes(self._to_do())
        try:
            for outcome in outcomes:
                self._take(outcome)
        finally:
            outcomes.close()
            self._save()
        self._drop_gone()
        self._store.set_value("helpers", " ".join(sorted(self._helpers)))
        return self.tally

    def _to_do(self) -> Iterator[Source]:
        for each in self._scan.inputs():
            told = f"{each.told}\n{self._options.version}"
            if self._files.get(each.path) == (told, each.stamp) and each.path not in self._failing:
                self._keep(self._in_file[each.path])
                continue
            opened = self._open[each.path] = _Open(each)
            for source in each.sources():
                opened.rows += 1
                content = _content(source)
                if self._is_done(source, content):
                    self._keep()
                    continue
                opened.out += 1
                yield replace(source, data=content) if self._send_bytes and not source.broken else source
            opened.whole = True
            self._close(opened)

    def _is_done(self, source: Source, content: bytes) -> bool:
        done, _ = self._known.get(source.key, ("", False))
        return done == digest(source, content, self._options.version) and source.key not in self._again

    def _keep(self, sources: int = 1) -> None:
        self.tally.kept += sources
        self._watch(self.tally)

    def _take(self, outcome: Outcome) -> None:
        self._unsaved.append(outcome)
        self._waiting += outcome.characters
        path = outcome.key if outcome.key in self._open else outcome.key.rpartition("#")[0]
        self._open[path].out -= 1
        self._close(self._open[path])
        self.tally.read += not outcome.failed
        self.tally.failed += outcome.failed
        self._watch(self.tally)
        if self._waiting >= _AT_ONCE or time.monotonic() - self._saved_at > _SECONDS:
            self._save()

    def _close(self, opened: _Open) -> None:
        """Note a file as done as a whole when all that is in it is."""
        if opened.whole and not opened.out:
            self._seen[opened.input.path] = (
                f"{opened.input.told}\n{self._options.version}",
                opened.input.stamp,
            )

    def _save(self) -> None:
        with postponed():
            if self._unsaved or self._seen:
                self._store.save(self._unsaved, self._seen)
            self._unsaved, self._waiting, self._seen = [], 0, {}
        self._saved_at = time.monotonic()

    def _drop_gone(self) -> None:
        """Drop what the corpus has of the given paths and is there no more: files, and rows behind a table's end."""
        keys, paths = [], set()
        for key, path, row, _ in self._store.sources():
            if path in self._scan.paths:
                opened = self._open.get(path)
                if opened and row is not None and row > opened.rows:
                    keys.append(key)
            elif self._scan.holds(path):
                keys.append(key)
                paths.add(path)
        if keys:
            self._store.drop(keys, sorted(paths))
            self.tally.dropped = len(keys)


def _content(source: Source) -> bytes:
    """Give the bytes of a source; none where it can't be opened, which the work on it will tell."""
    if source.data is not None:
        return source.data
    try:
        return source.file.read_bytes()
    except OSError:
        return b""

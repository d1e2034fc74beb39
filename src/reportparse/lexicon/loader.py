"""Load the lexicon: every TOML file, checked, with a user's own folder merged in."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TypeVar

import regex
from pydantic import VERSION, ValidationError

from reportparse.errors import LexiconError
from reportparse.filenames import legible
from reportparse.kept import code_state, kept
from reportparse.lexicon import entry as shapes
from reportparse.lexicon.entry import (
    BoundEntry,
    ClauseWordEntry,
    ContrastEntry,
    Entry,
    HedgeEntry,
    IndicatorEntry,
    IndicatorWordEntry,
    KinshipEntry,
    NounEntry,
    PlainWordEntry,
    ProjectWordEntry,
    RoleEntry,
    SectorEntry,
    SynonymEntry,
    UnitEntry,
    VerbEntry,
    WordResultEntry,
)

LEXICON_VERSION = "1.0"

Kind = TypeVar("Kind", bound=Entry)

FILES: dict[str, type[Entry]] = {
    "bounds": BoundEntry,
    "hedges": HedgeEntry,
    "units": UnitEntry,
    "indicators": IndicatorEntry,
    "indicator_words": IndicatorWordEntry,
    "roles": RoleEntry,
    "relations": Entry,
    "contrasts": ContrastEntry,
    "synonyms": SynonymEntry,
    "plain_words": PlainWordEntry,
    "verbs": VerbEntry,
    "nouns": NounEntry,
    "clause_words": ClauseWordEntry,
    "project_words": ProjectWordEntry,
    "sectors": SectorEntry,
    "kinships": KinshipEntry,
    "word_results": WordResultEntry,
}
"""Each file's name without .toml, and the shape of its entries. A new file is a new line here."""


class Lexicon:
    """Hold all entries by file, in the files' order; equal only to itself, so that caches may key on it."""

    def __init__(self, entries: dict[str, tuple[Entry, ...]], made_of: str = "") -> None:
        self._entries = entries
        self.made_of = made_of
        """What the entries were read from, as text: what derives from them may be kept beside it."""

    def entries(self, file: str) -> tuple[Entry, ...]:
        """Give the entries of one file, for example `entries("units")`."""
        return self._entries[file]

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Give the entries of one shape, typed."""
        files = [entries for name, entries in self._entries.items() if issubclass(FILES[name], kind)]
        return tuple(entry for entries in files for entry in entries if isinstance(entry, kind))

    def forms(self, file: str, *ids: str) -> tuple[str, ...]:
        """Give the forms of all entries of a file, or of those with these ids."""
        return tuple(form for e in self._entries[file] if not ids or e.id in ids for form in e.forms)


def alternation(forms: Iterable[str]) -> str:
    """Join literal forms to a regex group, longest first, so that the longest wins."""
    unique = sorted(set(forms), key=lambda form: (-len(form), form))
    return "(?:" + "|".join(map(regex.escape, unique)) + ")"


def load(folder: Path | None = None) -> Lexicon:
    """Load the shipped lexicon, with the TOML files of `folder` merged over it.

    An entry of the folder with a known id adds its forms and replaces the other fields; a new id is added.
    Raises LexiconError for a file that no shipped one is named like, bad TOML, or an entry that does not fit.
    """
    return _shipped() if folder is None else _merged(folder)


@cache
def _shipped() -> Lexicon:
    files = resources.files("reportparse.lexicon")
    texts = {name: (files / f"{name}.toml").read_text("utf-8") for name in FILES}
    made_of = "\n".join((VERSION, code_state(__file__), code_state(shapes.__file__), *texts.values()))
    return Lexicon(
        kept("lexicon", made_of, lambda: {n: _read(t, f"{n}.toml", FILES[n]) for n, t in texts.items()}),
        made_of,
    )


@cache
def _merged(folder: Path) -> Lexicon:
    if not folder.is_dir():
        raise LexiconError(f"{legible(folder)} is no folder.", "--lexicon takes a folder of TOML files.")
    shipped = _shipped()
    entries, texts = {name: shipped.entries(name) for name in FILES}, [shipped.made_of]
    for path in sorted(folder.glob("*.toml")):
        if path.stem not in FILES:
            raise LexiconError(f"No lexicon file is called {path.name}.", f"Known: {', '.join(FILES)}.")
        texts.append(_text(path))
        own = _read(texts[-1], path.name, FILES[path.stem])
        entries[path.stem] = _merge(entries[path.stem], own)
    return Lexicon(entries, "\n".join(texts))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path.name} is not UTF-8.", "Save it as UTF-8.") from error
    except OSError as error:
        raise LexiconError(f"{path.name} can't be read: {error.strerror}.") from error


def _read(text: str, name: str, shape: type[Entry]) -> tuple[Entry, ...]:
    try:
        table = tomllib.loads(text)
        if unknown := sorted(set(table) - {"entry"}):
            raise LexiconError(f"{name}: {unknown[0]} is unknown.", "Each entry is a table [[entry]].")
        entries = table.get("entry", [])
        if not isinstance(entries, list):
            raise LexiconError(f"{name}: entry is no list of tables.", "Each entry is a table [[entry]].")
        found = tuple(shape.model_validate(one) for one in entries)
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        first = error.errors()[0] if isinstance(error, ValidationError) else None
        where = f"{first['loc']}: {first['msg']}" if first else str(error)
        raise LexiconError(f"{name}: {where}") from error
    ids = [entry.id for entry in found]
    if twice := {i for i in ids if ids.count(i) > 1}:
        raise LexiconError(f"{name}: the id {min(twice)} stands twice.")
    return found


def _merge(shipped: tuple[Entry, ...], own: tuple[Entry, ...]) -> tuple[Entry, ...]:
    merged = {entry.id: entry for entry in shipped}
    for entry in own:
        known = merged.get(entry.id)
        forms = (*(known.forms if known else ()), *entry.forms)
        merged[entry.id] = entry.model_copy(update={"forms": tuple(dict.fromkeys(forms))})
    return tuple(merged.values())

"""Hold dictionaries of terms: those that are shipped, each with its source, and a user's own."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Final

from reportparse.corpus.columns import column_called
from reportparse.corpus.grids import is_table, opened
from reportparse.errors import MissingInputError, UsageError
from reportparse.filenames import how_to_get
from reportparse.text import fold

_TERM: Final = ("term", "word", "词", "词语", "关键词", "术语")
_CATEGORY: Final = ("category", "group", "类别", "分类", "维度")


@dataclass(frozen=True)
class TermDictionary:
    """Be a list of terms, each with its category or "", in the order given; `source` says where they are from."""

    name: str
    source: str
    terms: Mapping[str, str]


def shipped() -> tuple[str, ...]:
    """Name the dictionaries that come with the program."""
    folder = resources.files("reportparse.corpus") / "dictionaries"
    return tuple(
        sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml"))
    )


def dictionary(name: str) -> TermDictionary:
    """Give a shipped dictionary by its name, or a user's by its path.

    A path is a TOML file like the shipped ones, a table with a column `term` and perhaps `category`, or a text with a
    term a line, where # begins a remark. Raises MissingInputError, UsageError for one without terms.
    """
    if name in shipped():
        text = (resources.files("reportparse.corpus") / "dictionaries" / f"{name}.toml").read_text("utf-8")
        return _of_toml(name, text)
    path = Path(name)
    if not path.is_file():
        raise MissingInputError(
            f"There is no dictionary {name}.",
            how_to_get(name) or f"Shipped: {', '.join(shipped())}; or give a file.",
        )
    if path.suffix.lower() == ".toml":
        return _of_toml(path.name, path.read_text("utf-8-sig"))
    if is_table(path):
        return _of_table(path)
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8-sig").splitlines())
    return _made(path.name, "", ((line, "") for line in lines))


def _of_toml(name: str, text: str) -> TermDictionary:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name} is no TOML: {error}.") from error
    groups = data.get("terms", {})
    if isinstance(groups, list):
        groups = {"": groups}
    terms = ((str(term), str(group)) for group, members in groups.items() for term in members)
    return _made(name, " ".join(str(data.get("source", "")).split()), terms)


def _of_table(path: Path) -> TermDictionary:
    grid = opened(path)
    at, group = column_called(_TERM, grid.names), column_called(_CATEGORY, grid.names)
    if at is None:
        raise UsageError(f"{path.name} has no column term.", f"Columns: {', '.join(grid.names)}.")
    return _made(
        path.name,
        "",
        ((str(row[at] or ""), str(row[group] or "") if group is not None else "") for row in grid.rows),
    )


def _made(name: str, source: str, terms: Iterable[tuple[str, str]]) -> TermDictionary:
    """Fold the terms as texts are folded; of a term that stands twice the first category counts."""
    found: dict[str, str] = {}
    for term, group in terms:
        if folded := fold(term.strip()):
            found.setdefault(folded, group.strip())
    if not found:
        raise UsageError(f"{name} holds no terms.", "A term a line, or a table with a column term.")
    return TermDictionary(name, source, found)

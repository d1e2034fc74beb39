"""Read gold: a folder of annotations by paragraph, or a table that somebody coded by hand."""

import csv
import io
import lzma
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import regex
import simplejson

from reportparse.errors import DamagedInputError, EmptyInputError, MissingInputError
from reportparse.model import Report
from reportparse.model.score import Kind
from reportparse.score.claim import Claim, Span, bare, claim, places

_PARAGRAPH = regex.compile(r"\[(P[0-9]+)\] ?(.*)")
_KINDS = {"target": Kind.targets, "result": Kind.results, "project": Kind.projects,
          "commitment": Kind.commitments, "section": Kind.sections}  # fmt: skip


@dataclass(frozen=True)
class Gold:
    """Be what is right for one report.

    `text` is the report's text, bare, and all spans point into it. `judged` are the stretches in which the
    gold has every fact, `judged_commitments` those for commitments; `whole` says that it is the whole text.
    `outline` is level and title of every heading, None where sections are not judged; so is `meta`. `blind` gold
    gives numbers and never its rows.
    """

    text: str
    facts: tuple[Claim, ...]
    kinds: frozenset[Kind]
    judged: tuple[Span, ...]
    judged_commitments: tuple[Span, ...]
    outline: tuple[tuple[int, str], ...] | None
    meta: Mapping[str, object] | None
    blind: bool = False

    @property
    def whole(self) -> bool:
        """Say whether every paragraph was judged."""
        return self.judged == ((0, len(self.text)),)


def read_gold(path: Path, report: Report) -> Gold:
    """Read a gold folder, or a .csv or .jsonl table of facts about the text of `report`.

    A folder holds paras.txt ("[P006] text", a paragraph a line) and facts.jsonl, and may hold judged.txt (the
    paragraphs that were coded), outline.tsv (level, title) and meta.json; each may be packed (name.xz). A file
    named `blind` keeps its rows from being shown. A table has a column `kind` and the
    columns of `extract --format csv` that were coded. Raises UnreadableInputError.
    """
    try:
        if path.is_dir():
            return _folder(path)
        return _table(_rows(path), report)
    except FileNotFoundError as error:
        raise MissingInputError(f"There is no {error.filename}.") from error
    except (ValueError, ArithmeticError, KeyError, csv.Error, lzma.LZMAError) as error:
        raise DamagedInputError(
            f"{path} is no gold that can be read: {type(error).__name__} {error}.",
            "A table needs the columns kind and quote; README.md shows one.",
        ) from error


def _folder(folder: Path) -> Gold:
    text, where = "", dict[str, Span]()
    for line in _lines(folder / "paras.txt"):
        if found := _PARAGRAPH.match(line):
            start = len(text)
            text += bare(found[2])
            where[found[1]] = (start, len(text))
    rows = [
        simplejson.loads(line, use_decimal=True) for line in _lines(folder / "facts.jsonl") if line.strip()
    ]
    facts = tuple(_fact(row, text, where.get(row.get("p"))) for row in rows)
    promising = sorted({row["p"] for row in rows if _kind(row) is Kind.commitments})
    judged, outline, meta = (_optional(folder / name) for name in ("judged.txt", "outline.tsv", "meta.json"))
    return Gold(
        text=text,
        facts=facts,
        kinds=frozenset(FIGURES_AND_PROJECTS | ({Kind.commitments} if promising else set())),
        judged=((0, len(text)),) if judged is None else tuple(where[p] for p in judged if p),
        judged_commitments=tuple(where[p] for p in promising),
        outline=None if outline is None else tuple(map(_heading, filter(str.strip, outline))),
        meta=None if meta is None else simplejson.loads("".join(meta)),
        blind=(folder / "blind").exists(),
    )


FIGURES_AND_PROJECTS = {Kind.targets, Kind.results, Kind.projects}


def _table(rows: list[dict[str, object]], report: Report) -> Gold:
    """Take a table as complete for the kinds that it has, in the paragraphs that it names or in all of them."""
    text, where = "", dict[str, Span]()
    for paragraph in report.paragraphs:
        start = len(text)
        text += bare(paragraph.text)
        where[paragraph.id] = (start, len(text))
    headings = [row for row in rows if _kind(row) is Kind.sections]
    coded = [row for row in rows if _kind(row) is not Kind.sections]
    if not rows:
        raise EmptyInputError("The table of gold has no rows.")
    facts = tuple(_fact(row, text, where.get(str(row.get("paragraph") or ""))) for row in coded)
    everything = ((0, len(text)),)
    return Gold(
        text=text,
        facts=facts,
        kinds=frozenset(fact.kind for fact in facts),
        judged=everything,
        judged_commitments=everything,
        outline=tuple((int(str(row["level"])), bare(row.get("title"))) for row in headings)
        if headings
        else None,
        meta=None,
    )


def _rows(path: Path) -> list[dict[str, object]]:
    text = path.read_text("utf-8-sig")
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return [simplejson.loads(line, use_decimal=True) for line in text.splitlines() if line.strip()]
    rows = csv.DictReader(io.StringIO(text))
    return [{key: _alternatives(key, cell) for key, cell in row.items() if key} for row in rows]


def _alternatives(column: str, cell: str | None) -> object:
    return (cell or "").split("|") if column == "alt" else cell


def _kind(row: Mapping[str, object]) -> Kind:
    """Read a row's kind; figures of a gold folder have it in `kind`, all else in `type`."""
    name = row.get("kind") or row.get("type")
    if name not in _KINDS:
        raise ValueError(f"no kind is called {name!r}; known: {', '.join(_KINDS)}")
    return _KINDS[str(name)]


def _fact(row: Mapping[str, object], text: str, within: Span | None) -> Claim:
    return claim(_kind(row), row, places(text, row.get("quote"), within))


def _heading(line: str) -> tuple[int, str]:
    level, title, *_ = line.split("\t")
    return int(level), bare(title)


def _lines(path: Path) -> list[str]:
    """Give the lines of a file of a gold folder, plain or packed."""
    packed = path.with_name(f"{path.name}.xz")
    if packed.exists() and not path.exists():
        return lzma.decompress(packed.read_bytes()).decode("utf-8").splitlines()
    return path.read_text("utf-8").splitlines()


def _optional(path: Path) -> list[str] | None:
    try:
        return _lines(path)
    except FileNotFoundError:
        return None

"""Read gold: a folder of annotations by paragraph, or a table that somebody coded by hand."""

import csv
import io
import lzma
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import regex
import simplejson

from reportparse.correcting import LISTS, is_of, meant, place
from reportparse.errors import (
    DamagedInputError,
    EmptyInputError,
    MissingInputError,
    UsageError,
    unopened,
)
from reportparse.filenames import how_to_get, legible
from reportparse.model import At, Report
from reportparse.model.corrections import MODELS, Correction, Corrections, Judgement, Value, fields_found
from reportparse.model.json import corrections_from_json, is_json, values_in
from reportparse.model.score import Kind
from reportparse.score.claim import FIELDS, Claim, Span, bare, claim, places
from reportparse.suggesting import like

_PARAGRAPH = regex.compile(r"\[(P[0-9]+)\] ?(.*)")
_KINDS = {"target": Kind.targets, "result": Kind.results, "project": Kind.projects,
          "commitment": Kind.commitments, "section": Kind.sections}  # fmt: skip


@dataclass(frozen=True)
class Gold:
    """Be what is right for one report.

    `text` is the report's text, bare, and all spans point into it. `judged` are the stretches in which the
    gold has every fact, `judged_commitments` those for commitments; `whole` says that it is the whole text.
    `outline` is level and title of every heading, None where sections are not judged; so is `meta`. `blind` gold
    gives numbers and never its rows. `partial` gold judges only the facts that agree with one of its own or of
    those that it holds for `wrong`.
    """

    text: str
    facts: tuple[Claim, ...]
    kinds: frozenset[Kind]
    judged: tuple[Span, ...]
    judged_commitments: tuple[Span, ...]
    outline: tuple[tuple[int, str], ...] | None
    meta: Mapping[str, object] | None
    blind: bool = False
    wrong: tuple[Claim, ...] = ()
    partial: bool = False

    @property
    def whole(self) -> bool:
        """Say whether every paragraph was judged."""
        return self.judged == ((0, len(self.text)),)


def read_gold(path: Path, report: Report) -> Gold:
    """Read a gold folder, or a .csv or .jsonl table of facts about the text of `report`.

    A folder holds paras.txt ("[P006] text", a paragraph a line) and facts.jsonl, and may hold judged.txt (the
    paragraphs that were coded), outline.tsv (level, title) and meta.json; each may be packed (name.xz). A file
    named `blind` keeps its rows from being shown. A table has a column `kind` and the columns of
    `extract --format csv` that were coded; of one that names several reports in its column `source`, the rows
    of this report are taken. Raises UnreadableInputError.
    """
    with _told(path):
        if path.is_dir():
            return _folder(path)
        if made := _corrections(path):
            own = next((one for one in made if is_of(one, report)), None)
            if own is None:
                raise UsageError(
                    f"{legible(path.name)} holds corrections of {made[0].of}, which is none of the reports.",
                    "The sha256 of its source, or place and year, have to be those of the report.",
                )
            return _corrected(own, report)
        rows = _rows(path)
        if len(_named(rows)) > 1:
            rows = [row for row in rows if row.get("source") == report.source.name]
        return _table(rows, report)


def sources(path: Path) -> tuple[str, ...]:
    """Give the reports that a table of gold names, in its order; none for a folder. Raises UnreadableInputError."""
    with _told(path):
        if path.is_dir():
            return ()
        made = _corrections(path)
        return tuple(one.source.name for one in made) if made else _named(_rows(path))


def asked_in_vain(path: Path) -> tuple[tuple[str, ...], dict[str, str]]:
    """Give the columns that a CSV lacks though they are asked for, and which may be meant by those it has instead.

    What is no CSV has none of either. Raises UnreadableInputError.
    """
    with _told(path):
        if path.is_dir() or is_json(path.read_bytes()) or not (rows := _rows(path)):
            return (), {}
        kinds = {_kind(row) for row in rows}
    asked = dict.fromkeys(name for kind, names in _ASKED.items() if kind in kinds for name in names)
    lacking = tuple(name for name in asked if name not in rows[0])
    known = {*_KNOWN, *(name for model in MODELS.values() for name in model.model_fields)}
    meant = {name: like(name, lacking) for name in rows[0] if name not in known}
    return lacking, {name: hint for name, hint in meant.items() if hint}


_FIGURE = ("indicator", "measure", "value", "unit", "bound", "period")
_ASKED: Mapping[Kind, Sequence[str]] = {
    Kind.targets: _FIGURE,
    Kind.results: _FIGURE,
    Kind.projects: ("name", *FIELDS[Kind.projects]),
    Kind.commitments: FIELDS[Kind.commitments],
}
"""The columns without which facts count as missed or wrong; nearly every fact has no basis."""

_KNOWN = ("kind", "source", "paragraph", "alt", "optional", "level", "title")


def _corrections(path: Path) -> tuple[Corrections, ...]:
    """Give the corrections of a file, none where it holds other gold."""
    data = path.read_bytes()
    if not (is_json(data) and b'"corrections"' in data):
        return ()
    first = simplejson.loads(next(iter(values_in(data)), b"{}"))
    if not (isinstance(first, dict) and "corrections" in first):
        return ()
    return corrections_from_json(data, legible(path.name))


def _corrected(corrections: Corrections, report: Report) -> Gold:
    """Take what a reader judged as gold: all facts of a report that was looked at as a whole, else the judged ones."""
    text, starts = "", dict[str, int]()
    for paragraph in report.paragraphs:
        starts[paragraph.id] = len(text)
        text += bare(paragraph.text)
    texts = {paragraph.id: paragraph.text for paragraph in report.paragraphs}
    facts: list[Claim] = []
    wrong: list[Claim] = []
    for one in corrections.corrections:
        at = place(one, report.paragraphs)
        start = starts[at.paragraph] + len(bare(texts[at.paragraph][: at.start])) if at else 0
        spans = ((start, start + len(bare(one.quote).rstrip("。;,"))),) if at else ()
        here = _here(one, at, report)
        right, read = (
            None if fields is None or _is_in_words(fields) else _claimed(one, here | dict(fields), spans)
            for fields in (one.wanted, one.found or here or None if one.verdict in _UNDONE else None)
        )
        if right is not None:
            facts.append(replace(right, read=read))
        if read is not None:
            wrong.append(read)
    everything = ((0, len(text)),)
    return Gold(
        text=text,
        facts=tuple(facts),
        kinds=frozenset(_KINDS[one.kind] for one in corrections.corrections),
        judged=everything,
        judged_commitments=everything,
        outline=None,
        meta=None,
        wrong=tuple(wrong),
        partial=not corrections.complete,
    )


_UNDONE = (Judgement.wrong, Judgement.edited)


def _here(one: Correction, at: At | None, report: Report) -> dict[str, Value]:
    """Give the fields of the fact that a correction is of, as the report has it: what it does not tell is as read."""
    fact = None
    if at is not None and one.verdict is not Judgement.added:
        fact = meant(one, at, getattr(report, LISTS[one.kind][0]))
    return {name: getattr(fact, name) for name in fields_found(one.kind)} if fact is not None else {}


def _is_in_words(fields: Mapping[str, Value]) -> bool:
    """Tell of the fields of a figure that has no value, and is not scored."""
    return fields.get("value", 0) is None


def _claimed(one: Correction, fields: Mapping[str, Value], spans: tuple[Span, ...]) -> Claim:
    return claim(_KINDS[one.kind], {"kind": one.kind.value, "quote": one.quote} | dict(fields), spans)


def _named(rows: Iterable[Mapping[str, object]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(row["source"]) for row in rows if row.get("source")))


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise MissingInputError(f"There is no {legible(error.filename)}.", how_to_get(path)) from error
    except OSError as error:
        raise unopened(legible(path), error) from error
    except (ValueError, ArithmeticError, KeyError, csv.Error, lzma.LZMAError) as error:
        raise DamagedInputError(
            f"{legible(path)} is no gold that can be read: {error}.",
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
    coded = [row for row in rows if _kind(row) is not Kind.sections and not _in_words(row)]
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
        outline=tuple((_level(row.get("level")), bare(row.get("title"))) for row in headings)
        if headings
        else None,
        meta=None,
    )


def _rows(path: Path) -> list[dict[str, object]]:
    data = path.read_bytes()
    if is_json(data):
        rows = [simplejson.loads(value, use_decimal=True) for value in values_in(data)]
        if not all(isinstance(row, dict) for row in rows):
            raise ValueError("a row is no JSON object")
        if any("schema_version" in row for row in rows):
            raise ValueError("it holds reports, not rows: extract --format csv gives those")
        return rows
    table = csv.DictReader(io.StringIO(_text(data)))
    table.fieldnames = [name.strip() for name in table.fieldnames or ()]
    names = list(filter(None, table.fieldnames))
    needed = {"kind": {"kind", "type"}, "quote": {"quote", "title"}}  # a heading has a title
    for name, one_of in needed.items():
        if names and not one_of.intersection(names):
            raise ValueError(f"it has no column {name}, but {', '.join(names)}")
    coded = ({key: cell for key, cell in row.items() if key} for row in table)
    return [  # Excel saves rows that were emptied, too
        {key: _alternatives(key, cell) for key, cell in row.items()} for row in coded if any(row.values())
    ]


def _text(data: bytes) -> str:
    """Decode a table: Excel in China writes CSV as GBK."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _alternatives(column: str, cell: str | None) -> object:
    return (cell or "").split("|") if column == "alt" else cell


def _kind(row: Mapping[str, object]) -> Kind:
    """Read a row's kind; figures of a gold folder have it in `kind`, all else in `type`."""
    name = row.get("kind") or row.get("type")
    if not name:
        raise ValueError(f"a row has no kind; known: {', '.join(_KINDS)}")
    if name not in _KINDS:
        raise ValueError(f"no kind is called {name!r}; known: {', '.join(_KINDS)}")
    return _KINDS[str(name)]


def _in_words(row: Mapping[str, object]) -> bool:
    """Tell of a target in words, which is not scored: it has a relation and no value."""
    return bool(row.get("relation")) and row.get("value") in (None, "")


def _fact(row: Mapping[str, object], text: str, within: Span | None) -> Claim:
    return claim(_kind(row), row, places(text, row.get("quote"), within))


def _heading(line: str) -> tuple[int, str]:
    level, title, *_ = line.split("\t")
    return _level(level), bare(title)


def _level(told: object) -> int:
    if not regex.fullmatch(r"\s*[0-9]{1,3}\s*", str(told)):
        raise ValueError(f"the level {told!r} is no whole number")
    return int(str(told))


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

"""Say which tables a corpus has, and lay a report out as their rows.

The columns of facts are made from the models, so a field that is added there is a column here; what each column
means stands in `columns.toml`, the data dictionary.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, Literal, NamedTuple, get_args

from reportparse.model import Commitment, Figure, Frozen, Meta, Paragraph, Project, Report, Section, Warning
from reportparse.show.columns import meanings

Type = Literal["text", "integer", "number"]
Cell = str | int | Decimal | None
Row = dict[str, Cell]


class Words(NamedTuple):
    """Be what is said of a table or column, in English and Chinese."""

    en: str
    zh: str


@dataclass(frozen=True)
class Column:
    """Be one column: its name, the type of its cells, any of which may be missing, and what it means."""

    name: str
    type: Type
    meaning: Words


@dataclass(frozen=True)
class Table:
    """Be one table: what a row is, the columns that tell its rows apart and set their order, all columns."""

    name: str
    row: Words
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names of its columns."""
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True)
class Origin:
    """Say where a report came from: its key, the file as seen from the corpus, the row of a table."""

    report: str
    path: str
    row: int | None


_ORIGIN: dict[str, Type] = {"report": "text", "path": "text", "row": "integer", "name": "text"}
_SOURCE: dict[str, Type] = {
    "annual_targets": "text", "not_stated": "text",
    "characters": "integer", "media_type": "text", "reader": "text", "pages": "integer",
    "sha256": "text", "version": "text", "duplicate_of": "text",
}  # fmt: skip
_FAILURE: dict[str, Type] = _ORIGIN | {
    "place": "text", "year": "integer", "code": "text", "message": "text", "hint": "text",
    "exit_code": "integer", "sha256": "text", "version": "text",
}  # fmt: skip
_VERSION: dict[str, Type] = dict.fromkeys(
    ("version", "program", "schema", "lexicon", "codebook", "words", "ocr"), "text"
)
_PART: dict[str, Type] = {"report": "text", "n": "integer"}
_FACT: dict[str, Type] = _PART | {"place": "text", "division_code": "text", "year": "integer"}


@cache
def tables() -> tuple[Table, ...]:
    """Give all tables of a corpus, in the order in which they are written and documented."""
    key = ("report", "n")
    return (
        described("reports", ("report",), _ORIGIN | _columns(Meta) | _SOURCE),
        described("sections", key, _PART | _columns(Section)),
        described("paragraphs", key, _PART | _columns(Paragraph)),
        described("targets", key, _FACT | _columns(Figure)),
        described("results", key, _FACT | _columns(Figure)),
        described("projects", key, _FACT | _columns(Project)),
        described("commitments", key, _FACT | _columns(Commitment)),
        described("warnings", key, _PART | _columns(Warning)),
        described("failures", ("report",), _FAILURE),
        described("versions", ("version",), _VERSION),
    )


def table(name: str) -> Table:
    """Give the table of a name."""
    return next(each for each in tables() if each.name == name)


def described(name: str, key: tuple[str, ...], columns: dict[str, Type]) -> Table:
    """Make a table of columns with the meanings that the data dictionary has for them."""
    own = meanings() | _dictionary()["all"] | _dictionary()[name]
    described_columns = (
        Column(column, type_, _words(own.get(column, {}))) for column, type_ in columns.items()
    )
    return Table(name, _words(own["a_row"]), key, tuple(described_columns))


def _words(entry: dict[str, Any]) -> Words:
    return Words(entry.get("en", ""), entry.get("zh", ""))


@cache
def _dictionary() -> dict[str, dict[str, dict[str, Any]]]:
    return tomllib.loads((resources.files("reportparse.corpus") / "columns.toml").read_text("utf-8"))


def _columns(model: type[Frozen]) -> dict[str, Type]:
    """Name the columns of a model's fields with their types; where a fact stands in the text comes last."""
    found: dict[str, Type] = {}
    for name, field in model.model_fields.items():
        if name == "baseline":
            found |= {"baseline_value": "number", "baseline_unit": "text", "baseline_period": "text"}
        elif name != "at":
            found[name] = _type(field.annotation)
    if "at" in model.model_fields:
        found |= {"paragraph": "text", "start": "integer", "end": "integer", "page": "integer"}
    return found


def _type(annotation: object) -> Type:
    """Give the type of a field's cells; a tuple is text, its members with blanks between them."""
    kinds = {annotation, *get_args(annotation)} if not isinstance(annotation, type) else {annotation}
    kinds |= {kind for each in kinds for kind in get_args(each)}
    if Decimal in kinds:
        return "number"
    return "integer" if int in kinds else "text"


def rows(report: Report, origin: Origin, version: str) -> dict[str, list[Row]]:
    """Lay a report out as rows by table; those of a table stand in the report's order, numbered by `n` from 1."""
    meta = report.meta
    of_part: Row = {}
    of_fact: Row = {"place": meta.place, "division_code": meta.division_code, "year": meta.year}
    parts: dict[str, tuple[Row, Sequence[Frozen]]] = {
        "sections": (of_part, report.sections),
        "paragraphs": (of_part, report.paragraphs),
        "targets": (of_fact, report.targets),
        "results": (of_fact, report.results),
        "projects": (of_fact, report.projects),
        "commitments": (of_fact, report.commitments),
        "warnings": (of_part, report.warnings),
    }
    return {"reports": [_head(report, origin, version)]} | {
        name: [
            {"report": origin.report, "n": n, **more, **dict(_cells(value))}
            for n, value in enumerate(values, start=1)
        ]
        for name, (more, values) in parts.items()
    }


def _head(report: Report, origin: Origin, version: str) -> Row:
    source = report.source
    return {
        "report": origin.report,
        "path": origin.path,
        "row": origin.row,
        "name": source.name,
        **dict(_cells(report.meta)),
        "annual_targets": " ".join(report.annual_targets),
        "not_stated": " ".join(report.not_stated),
        "characters": sum(len(paragraph.text) for paragraph in report.paragraphs),
        "media_type": source.media_type,
        "reader": source.reader,
        "pages": source.pages,
        "sha256": source.sha256,
        "version": version,
        "duplicate_of": None,
    }


def _cells(value: Frozen) -> Iterator[tuple[str, Cell]]:
    """Flatten a value to cells named like its table's columns."""
    for name in type(value).model_fields:
        field = getattr(value, name)
        if name == "at":
            for part in ("paragraph", "start", "end", "page"):
                if part != "page" or "page" not in type(value).model_fields:
                    yield part, getattr(field, part)
        elif name == "baseline":
            for part in ("value", "unit", "period"):
                yield f"baseline_{part}", getattr(field, part) if field else None
        elif isinstance(field, tuple):
            yield name, " ".join(map(str, field))
        else:
            yield name, field if field is None or isinstance(field, int | Decimal) else str(field)

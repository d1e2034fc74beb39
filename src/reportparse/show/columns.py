"""Say which columns a table of facts has: they follow from the models, their meaning stands in columns.toml."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from reportparse.model import Commitment, Figure, Frozen, Paragraph, Project, Section

KINDS: dict[str, tuple[str, type[Frozen]]] = {
    "sections": ("section", Section),
    "paragraphs": ("paragraph", Paragraph),
    "targets": ("target", Figure),
    "results": ("result", Figure),
    "projects": ("project", Project),
    "commitments": ("commitment", Commitment),
}
"""The lists of a report, what one entry is called, and its model."""

FACTS = ("targets", "results", "projects", "commitments")
"""The lists that share one table where several are asked for."""

FIRST = ("source", "place", "year", "kind")
LAST = ("program", "schema", "lexicon", "sha256")
_PLACE = ("section", "section_id", "page", "paragraph", "start", "end", "quote", "rule", "inferred")
_BASELINE = ("baseline_value", "baseline_unit", "baseline_period")
_NOT_FOR_RESULTS = frozenset({"tone", "relation"})


def columns_of(kind: str) -> tuple[str, ...]:
    """Give the columns of one list's table."""
    return (*FIRST, *_own(kind), *_places(kind), *LAST)


def columns_of_facts() -> tuple[str, ...]:
    """Give the columns of the table that holds all facts; a cell that its kind does not have is empty."""
    own = dict.fromkeys(column for kind in FACTS for column in _own(kind))
    return (*FIRST, *own, *_PLACE, *LAST)


def _own(kind: str) -> tuple[str, ...]:
    """Give the columns that tell of the entry itself, in the order of its model."""
    found: list[str] = []
    for field in KINDS[kind][1].model_fields:
        if kind == "results" and field in _NOT_FOR_RESULTS:
            continue
        if field == "baseline":
            found += _BASELINE
        elif field not in (*_PLACE, "at"):
            found.append(field)
    return tuple(found)


def _places(kind: str) -> tuple[str, ...]:
    """Give the columns that tell where the entry stands."""
    fields = KINDS[kind][1].model_fields
    has = {"section_id": "section" in fields} | dict.fromkeys(("paragraph", "start", "end"), "at" in fields)
    return tuple(
        name for name in _PLACE if has.get(name, name in fields or (name == "page" and "at" in fields))
    )


@cache
def meanings() -> dict[str, dict[str, Any]]:
    """Give what each column means: its type, and its words in English (`en`) and Chinese (`zh`)."""
    text = (resources.files("reportparse.show") / "columns.toml").read_text("utf-8")
    return tomllib.loads(text)

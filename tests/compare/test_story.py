"""The samples year by year against samples/story.toml, which says what their author meant."""

import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from reportparse import Report
from reportparse.compare import compare
from reportparse.model.comparison import Comparison
from tests.conftest import ROOT

STORY: dict[str, Any] = tomllib.loads((ROOT / "samples" / "story.toml").read_text("utf-8"))
FLOORS = {"targets": 0.78, "fulfilment": 0.82, "projects": 0.75, "commitments": 0.9}
"""Shares of the story that come out; they may only rise. What is missing is mostly missed when reading a report."""

Compared = Callable[[int, int], Comparison]


@pytest.fixture(scope="module")
def compared(extracted: Callable[[Path], Report]) -> Compared:
    """Give the comparison of the samples from one year to another."""
    made: dict[tuple[int, int], Comparison] = {}

    def of(first: int, last: int) -> Comparison:
        if (first, last) not in made:
            paths = [ROOT / "samples" / f"yanchuan-{year}.md" for year in range(first, last + 1)]
            made[first, last] = compare([extracted(path) for path in paths])
        return made[first, last]

    return of


def _allows(truth: str | list[str], word: str) -> bool:
    return word in (truth if isinstance(truth, list) else [truth])


def _meets(one: str, other: str) -> bool:
    return one in other or other in one


def _share(hits: Iterable[bool]) -> float:
    found = list(hits)
    return sum(found) / len(found)


def test_targets(compared: Compared) -> None:
    """What became of each target between two years."""
    hits = []
    for truth in STORY["targets"]:
        for pair, change in truth["change"].items():
            years = [int(year) for year in pair.split("-")]
            quotes = {str(year): truth["quotes"].get(str(year)) for year in years}
            hits.append(
                any(
                    _allows(change, row.change)
                    and any(quotes[key] and _meets(f.quote, quotes[key]) for key, f in row.by_year.items())
                    for row in compared(years[0], years[1]).targets
                )
            )
    assert _share(hits) >= FLOORS["targets"]


def test_fulfilment(compared: Compared) -> None:
    """Whether each was reached."""
    share = _share(
        any(
            _meets(row.target.quote, truth["target"]) and _allows(truth["verdict"], row.verdict)
            for row in compared(int(truth["period"]), int(truth["period"]) + 1).fulfilment
        )
        for truth in STORY["fulfilment"]
    )
    assert share >= FLOORS["fulfilment"]


def test_projects(compared: Compared) -> None:
    """Where each project went in three years; exactly one row has its name."""
    hits = []
    for truth in STORY["projects"]:
        names = {truth["name"], *truth.get("aliases", ())}
        rows = [
            row for row in compared(2021, 2023).projects if names & {s.name for s in row.by_year.values()}
        ]
        hits.append(len(rows) == 1 and _allows(truth["course"], rows[0].course))
    assert _share(hits) >= FLOORS["projects"]


def test_commitments(compared: Compared) -> None:
    """What became of each promise."""
    hits = []
    for truth in STORY["commitments"]:
        side, quote = ("old", truth["old"]) if "old" in truth else ("new", truth["new"])
        rows = compared(*truth["years"]).commitments
        found = [row for row in rows if getattr(row, side) and _meets(getattr(row, side).quote, quote)]
        hits.append(any(_allows(truth["fate"], row.fate) for row in found))
    assert _share(hits) >= FLOORS["commitments"]

"""Hold the scores on the hand-made gold, where it is there, to floors that only rise."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import simplejson

from reportparse.model.json import to_json
from reportparse.model.score import Scores
from reportparse.score import pooled
from tests.conftest import SHARED
from tools.gold import FLOORS, GROUPS, Scored, broken_floors, digest, measures, score_group

pytestmark = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="the hand-made gold is not there: ../shared/gold"
)


@pytest.fixture(scope="module", params=GROUPS)
def group(request: pytest.FixtureRequest) -> str:
    """Name one group of sets."""
    return str(request.param)


@pytest.fixture(scope="module")
def scored(group: str) -> list[Scored]:
    """Score every set of a group once."""
    return score_group(SHARED, group)


def test_no_floor_is_broken(group: str, scored: list[Scored]) -> None:
    """Pooled F1 of every kind, and the least of any set, are not below what they once were."""
    floors = tomllib.loads(FLOORS.read_text("utf-8"))[group]
    assert floors["digest"] == digest(SHARED / group)
    assert broken_floors(measures(scored), floors) == []


def test_our_scores_are_those_of_the_scorer_beside_the_gold(
    group: str, scored: list[Scored], tmp_path: Path
) -> None:
    """Two programs, written apart, count the same to the last fact."""
    for one in scored:
        printed = tmp_path / f"{one.name}.json"
        printed.write_text(to_json(one.report), encoding="utf-8")
        arguments = (SHARED / "score.py", SHARED / group / one.name, printed)
        command = [sys.executable, *map(str, arguments), "--json"]
        theirs = simplejson.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        assert _plain(one.scores) == {key: value for key, value in theirs.items() if key != "lost"}


def test_blind_sets_show_no_rows(group: str, scored: list[Scored]) -> None:
    """A blind set gives its numbers and nothing of its gold."""
    assert all((group == "check") == (not one.scores.differences) for one in scored)


def _plain(scores: Scores) -> dict[str, object]:
    """Put our scores into the shape of the other scorer."""
    plain: dict[str, object] = {}
    for kind in scores.kinds:
        rates: dict[str, object] = {
            "detection": kind.detection.model_dump(),
            "strict": kind.strict.model_dump(),
        }
        if kind.kind != "sections":
            hits = kind.detection.hit
            rates["fields"] = {n: round(r.hit / hits, 4) for n, r in kind.fields.items()} if hits else {}
        plain[kind.kind.value] = rates
    if scores.meta:
        plain["meta"] = {"right": scores.meta.right, "of": scores.meta.of, "wrong": dict(scores.meta.wrong)}
    return plain


def test_pooled_counts_are_sums(scored: list[Scored]) -> None:
    """Pooling adds counts; it does not average rates."""
    for kind in pooled(one.scores for one in scored):
        parts = [k for one in scored for k in one.scores.kinds if k.kind is kind.kind]
        assert kind.detection.hit == sum(part.detection.hit for part in parts)
        assert kind.strict.gold == sum(part.strict.gold for part in parts)

"""Hold every kinship of names to its own examples and rejects."""

import pytest

from reportparse.compare.kinships import ALIKE, kinships
from reportparse.compare.names import Names
from reportparse.compare.project_names import ProjectNames
from reportparse.lexicon import load

PROJECTS = ProjectNames(Names(load(), ["砚川市"]), load())
EXAMPLES = [pytest.param(k.name, *pair, id=f"{k.name}:{pair}") for k in kinships() for pair in k.examples]
REJECTS = [pytest.param(*pair, id=f"{k.name}:{pair}") for k in kinships() for pair in k.rejects]


@pytest.mark.parametrize(("name", "one", "other"), EXAMPLES)
def test_a_kinship_finds_its_example(name: str, one: str, other: str) -> None:
    """It is found either way round, with its name as the evidence."""
    found = PROJECTS.kinship(one, other)
    assert (found.because, found.likeness >= ALIKE) == (name, True)
    assert PROJECTS.kinship(other, one) == found


@pytest.mark.parametrize(("one", "other"), REJECTS)
def test_a_reject_stays_two(one: str, other: str) -> None:
    """Neither this kinship nor another joins them."""
    assert PROJECTS.likeness(one, other) < ALIKE
    assert PROJECTS.likeness(other, one) < ALIKE

"""Hold every difference of names to its own examples and rejects."""

import pytest

from reportparse.compare.differences import differences
from reportparse.compare.kinships import ALIKE, ALONE
from reportparse.compare.names import Names
from reportparse.compare.project_names import ProjectNames
from reportparse.lexicon import load

PROJECTS = ProjectNames(Names(load(), ["砚川市"]), load())
EXAMPLES = [pytest.param(d.name, *pair, id=f"{d.name}:{pair}") for d in differences() for pair in d.examples]
REJECTS = [pytest.param(d.name, *pair, id=f"{d.name}:{pair}") for d in differences() for pair in d.rejects]


@pytest.mark.parametrize(("name", "one", "other"), EXAMPLES)
def test_a_difference_parts_its_example(name: str, one: str, other: str) -> None:
    """It is found either way round, and no kinship joins the two after it."""
    (difference,) = (d for d in differences() if d.name == name)
    a, b = PROJECTS.parts(one), PROJECTS.parts(other)
    assert difference.holds(a, b) and difference.holds(b, a)
    assert PROJECTS.likeness(one, other) < ALONE


@pytest.mark.parametrize(("name", "one", "other"), REJECTS)
def test_a_reject_is_one_thing(name: str, one: str, other: str) -> None:
    """Nothing parts the two, and a kinship joins them."""
    assert PROJECTS.likeness(one, other) >= ALIKE
    assert PROJECTS.likeness(other, one) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("清水湖供水工程", "清水湖排水工程"),
        ("金石乙烯项目", "金石丙烯项目"),
        ("砚江通航工程", "砚江疏浚工程"),
        ("砚川湾实验室", "鹤亭湾实验室"),
    ],
)
def test_words_that_each_lacks_part_two_names(one: str, other: str) -> None:
    """Letters that two words share do not make them one, nor is 砚川湾 the 湾 of 砚川."""
    assert PROJECTS.likeness(one, other) < ALONE

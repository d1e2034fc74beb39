"""No stage looks at everything for each of many things: the steps of the program grow as the text does."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from reportparse import understand
from reportparse.lexicon import load
from reportparse.reading import read
from tools.linear import TEXTS

FEW, MANY = 1_000, 3_000


@contextmanager
def counted() -> Iterator[list[int]]:
    """Count the calls of functions, and of each step of an iteration that is one."""
    steps = [0]

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        steps[0] += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield steps
    finally:
        sys.setprofile(before)


def steps_of(text: str) -> int:
    """Give the steps that the outline and the facts of a text take."""
    document = read(text.encode(), name="report.txt")
    with counted() as steps:
        understand(document, load())
    return steps[0]


@pytest.mark.parametrize("what", TEXTS)
def test_three_times_the_text_takes_three_times_the_steps(what: str) -> None:
    """Whatever a text has many of; each is read once before, so that nothing is loaded while steps are counted."""
    steps_of(TEXTS[what](FEW // 2))
    few, many = (steps_of(TEXTS[what](size)) for size in (FEW, MANY))
    assert many < 3.4 * few

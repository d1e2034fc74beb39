"""Hold the table of faults to the source: each can still be made. That tests catch them, `make faults` shows."""

import pytest

from tools.faults import TESTS, Fault, faults, source

ALL = faults()


def test_there_are_enough_faults() -> None:
    """On each floor that has tests to catch them, and no name stands twice."""
    assert len({fault.name for fault in ALL}) == len(ALL) > 90
    assert {fault.floor for fault in ALL} == TESTS.keys()


@pytest.mark.parametrize("fault", ALL, ids=lambda fault: fault.name)
def test_a_fault_can_be_made(fault: Fault) -> None:
    """What it changes stands in the source just once; who mends that line mends the row."""
    assert fault.made(source(fault).read_text("utf-8"))

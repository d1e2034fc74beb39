"""A report whose paragraphs were lost says what it says with them."""

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from reportparse import Report, extract
from tests.conftest import ROOT
from tools.joined import in_one_piece, told

SAMPLES = sorted((ROOT / "samples").glob("*-[0-9][0-9][0-9][0-9].md"))

CASINGS: dict[str, Callable[[str], str]] = {
    "line.txt": lambda text: text,
    "cell.html": lambda text: f"<html><body><table><tr><td>{text}</td></tr></table></body></html>",
    "pre.html": lambda text: f"<html><body><pre>{text}</pre></body></html>",
    "div.html": lambda text: f"<html><body><div>{text}</div></body></html>",
}


@cache
def whole(sample: Path) -> Report:
    """Extract a sample with its paragraphs, once."""
    return extract(sample)


@pytest.mark.parametrize("casing", CASINGS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_one_piece_tells_the_same(sample: Path, casing: str) -> None:
    """One line, one cell, one <pre>: year, parts, what is not stated are the same; of the figures all but a few."""
    joined = CASINGS[casing](in_one_piece(whole(sample)))
    found, expected = (
        told(extract(joined.encode(), name=casing, place=whole(sample).meta.place)),
        told(whole(sample)),
    )
    for kind in ("targets", "results"):
        before, after = Counter(found.pop(kind)), Counter(expected.pop(kind))
        assert (before - after).total() + (after - before).total() <= 0.01 * after.total() + 1
    assert found == expected

"""A report whose paragraphs were lost says what it says with them."""

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
    """One line, one cell, one <pre>: the year, the parts with their roles, and the year's targets are the same."""
    joined = CASINGS[casing](in_one_piece(whole(sample)))
    found = extract(joined.encode(), name=casing, place=whole(sample).meta.place)
    assert told(found) == told(whole(sample))

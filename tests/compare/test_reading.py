"""What was read in real comparisons: tests/data/diff-reading.tsv, made with tests/compare/drawing.py.

Each row is one that `diff` gave for two neighbouring years, drawn at random, half of them rows that only one
report has. It was read against both texts, and is named by hashes of its quotes.
"""

import csv
from collections import Counter

import pytest

from tests.compare.drawing import DRAWN
from tests.conftest import ROOT

SHEET = ROOT / "tests" / "data" / "diff-reading.tsv"
LEAST = 0.9


def _rows(kind: str) -> list[dict[str, str]]:
    with SHEET.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if row["kind"] == kind]


@pytest.mark.parametrize("kind", ["project", "commitment"])
def test_what_diff_says_is_right_by_reading(kind: str) -> None:
    """Of 50 rows of each kind nine in ten hold."""
    verdicts = Counter(row["read"] for row in _rows(kind))
    assert sum(verdicts.values()) == DRAWN
    assert verdicts["right"] / DRAWN >= LEAST


def test_the_sheet_quotes_nothing() -> None:
    """It has words of the schema, hashes and reasons in English, no Chinese."""
    assert SHEET.read_text("utf-8").isascii()

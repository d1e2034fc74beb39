"""Read the projects that we coded ourselves in paragraphs of the real reports: where, and under which names.

The table holds no sentence: a paragraph is known by the beginning of a hash of its letters.
"""

import csv
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from reportparse.score.claim import bare

CODED = Path(__file__).parent.parent / "tests" / "data" / "coded-projects.tsv"


class Coded(NamedTuple):
    """Be one project of a paragraph: all its right names, and whether it may as well be left out."""

    names: tuple[str, ...]
    optional: bool


def mark(text: str) -> str:
    """Give the mark by which a paragraph is known."""
    return sha256(bare(text).encode()).hexdigest()[:12]


def coded(table: Path = CODED) -> dict[str, dict[str, list[Coded]]]:
    """Map each report (its path below `reports`) to its judged paragraphs, by their marks; one may have no project."""
    found: dict[str, dict[str, list[Coded]]] = defaultdict(dict)
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            rows = found[row["report"]].setdefault(row["paragraph"], [])
            if row["name"]:
                names = (row["name"], *filter(None, row["also"].split("|")))
                rows.append(Coded(names, row["optional"] == "yes"))
    return dict(found)

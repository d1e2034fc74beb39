"""Draw rows of real comparisons at random, to be read against the texts.

`python -m tests.compare.drawing ../shared` prints the sample with its quotes; what was read in it stands in
tests/data/diff-reading.tsv, where a row is named by hashes of its quotes, not by the quotes.
"""

import hashlib
import random
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from reportparse import Report, extract
from reportparse.compare import compare
from reportparse.model.comparison import Comparison

SERIES = {
    "hailar": [f"reports/hailar/{year}.txt" for year in range(2012, 2018)],
    "national": [f"reports/national/{year}.txt" for year in range(2016, 2022)],
}
SEED = 21
DRAWN = 50
"""Rows of each kind: half of them with two sides, half that only one report has."""

Drawn = tuple[str, str, str, str, str, str]
"""Kind, series, years, what became of it, and the quotes of the older and the newer report."""


def rows(name: str, comparison: Comparison) -> Iterator[Drawn]:
    """Yield the projects and commitments of a comparison of two reports."""
    old_key, new_key = (report.key for report in comparison.reports)
    years = f"{old_key}-{new_key}"
    for project in comparison.projects:
        old, new = project.by_year.get(old_key), project.by_year.get(new_key)
        quotes = (f"{old.name}: {old.quote}" if old else "", f"{new.name}: {new.quote}" if new else "")
        yield "project", name, years, project.course.value, *quotes
    for promise in comparison.commitments:
        quotes = (promise.old.quote if promise.old else "", promise.new.quote if promise.new else "")
        yield "commitment", name, years, promise.fate.value, *quotes


def drawn(found: Sequence[Drawn]) -> Iterator[Drawn]:
    """Draw DRAWN rows of each kind."""
    chance = random.Random(SEED)
    for kind in ("project", "commitment"):
        for two_sided in (True, False):
            among = [row for row in found if row[0] == kind and bool(row[4] and row[5]) is two_sided]
            yield from sorted(chance.sample(among, min(DRAWN // 2, len(among))))


def digest(quote: str) -> str:
    """Name a quote without printing it."""
    return hashlib.sha256(quote.encode()).hexdigest()[:12] if quote else "-"


def series(shared: Path) -> dict[str, list[Report]]:
    """Extract the reports of each series."""
    return {name: [extract(shared / path) for path in paths] for name, paths in SERIES.items()}


def main(shared: Path) -> None:
    """Print the sample, a row a line."""
    found = [
        row
        for name, reports in series(shared).items()
        for old, new in pairwise(reports)
        for row in rows(name, compare([old, new]))
    ]
    for kind, name, years, word, old, new in drawn(found):
        print("\t".join((kind, name, years, word, digest(old), digest(new), old, new)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Score `diff` against a sheet of what became of projects and promises: tests/data/diff-following.tsv.

Its rows were drawn at random from the older reports and coded against the text of the newer ones, before any
comparison was looked at. A row is named by a hash of the project's name or of the promise, so that the sheet
holds nothing of the texts. `python -m tests.compare.following ../shared` prints the counts.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from reportparse import Report, extract
from reportparse.compare import compare
from reportparse.model.comparison import Comparison
from tests.compare.drawing import SERIES, digest
from tests.conftest import ROOT

SHEET = ROOT / "tests" / "data" / "diff-following.tsv"
TIANJIN = {
    "2024": "reports/cities-2024/天津.docx",
    "2025": "reports/provinces-2025/2025年天津市政府工作报告.docx",
}
Row = Mapping[str, str]


def rows() -> list[Row]:
    """Read the sheet."""
    with SHEET.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def said(comparison: Comparison) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield kind and hash of what the older report names, with what became of it."""
    old_key = comparison.reports[0].key
    for project in comparison.projects:
        if state := project.by_year.get(old_key):
            yield ("project", digest(state.name)), project.course.value
    for promise in comparison.commitments:
        if promise.old:
            yield ("commitment", digest(promise.old.quote)), promise.fate.value


def counted(pairs: Iterator[tuple[str, str]]) -> Iterator[str]:
    """Yield a line a word: precision and recall of read against said."""
    table = Counter(pairs)
    total = sum(table.values())
    yield f"right {sum(n for (read, said), n in table.items() if read == said)} of {total}"
    for word in sorted({word for pair in table for word in pair}):
        hits = table[word, word]
        said_so = sum(n for (_, said), n in table.items() if said == word)
        read_so = sum(n for (read, _), n in table.items() if read == word)
        yield f"  {word}: precision {hits} of {said_so}, recall {hits} of {read_so}"


def scored(shared: Path) -> Iterator[tuple[Row, str]]:
    """Yield each row of the sheet with what `diff` says, "" where extract no longer reads such a fact."""

    @cache
    def report(name: str, year: str) -> Report:
        if name == "tianjin":
            return extract(shared / TIANJIN[year])
        return extract(shared / next(path for path in SERIES[name] if year in path))

    @cache
    def story(name: str, years: str) -> dict[tuple[str, str], str]:
        return dict(said(compare([report(name, year) for year in years.split("-")])))

    for row in rows():
        yield row, story(row["series"], row["years"]).get((row["kind"], row["old"]), "")


def main(shared: Path) -> None:
    """Print the counts by kind."""
    found = list(scored(shared))
    for kind in ("project", "commitment"):
        of_kind = [(row["read"], word) for row, word in found if row["kind"] == kind]
        print(kind, f"({sum(not word for _, word in of_kind)} no longer read)")
        print("\n".join(counted((read, word) for read, word in of_kind if word)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

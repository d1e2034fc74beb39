"""Score `diff` against a sheet of what became of projects, promises and targets: tests/data/diff-following.tsv.

Its rows were drawn at random from the older reports and coded against the text of the newer ones, before any
comparison was looked at: `drawn` 1 and 2 are the rows that the rules were mended by at first, 3 those that nothing was,
4 and 5 the two halves of a drawing: by 4 rules were mended, by 5 only after it had been counted by itself. So they were
by 6, drawn at random, and 7, projects of whose name the newer text has four letters in a row.
A row is named by a hash of the project's name, of the promise, or of a target's indicator and quote, so
that the sheet holds nothing of the texts. `read` is what was read, `also` what a second careful reader might say.
`python -m tests.compare.following ../shared` prints the counts.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from reportparse import Report, extract
from reportparse.compare import compare
from reportparse.model.comparison import Comparison
from tests.compare.drawing import SERIES, digest
from tests.conftest import ROOT

SHEET = ROOT / "tests" / "data" / "diff-following.tsv"
CITIES = {
    ("tianjin", "2024"): "reports/cities-2024/天津.docx",
    ("tianjin", "2025"): "reports/provinces-2025/2025年天津市政府工作报告.docx",
    ("jinan", "2021"): "reports/jinan-2021.md",
    ("jinan", "2024"): "reports/cities-2024/济南.docx",
    ("jinan", "2025"): "reports/provinces-2025/2025年山东省政府工作报告.docx",
    ("qingdao", "2024"): "reports/cities-2024/青岛.docx",
    ("qingdao", "2025"): "reports/provinces-2025/2025年山东省政府工作报告.docx",
    ("hefei", "2024"): "reports/cities-2024/合肥.docx",
    ("hefei", "2025"): "reports/provinces-2025/2025年安徽省政府工作报告.docx",
    ("wuhan", "2024"): "reports/cities-2024/武汉.docx",
    ("wuhan", "2025"): "reports/provinces-2025/2025年湖北省政府工作报告.docx",
    ("ningbo", "2024"): "reports/cities-2024/宁波.docx",
    ("ningbo", "2025"): "reports/provinces-2025/2025年浙江省政府工作报告.docx",
    ("guangzhou", "2024"): "reports/cities-2024/广州.docx",
    ("guangzhou", "2025"): "reports/provinces-2025/2025年广东省政府工作报告.docx",
}
"""Reports outside the series of drawing.py; behind a city's of 2024 stands its province's of 2025, but for Tianjin."""

KINDS = ("project", "commitment", "fulfilment")
UNTOLD = ("vanished", "not_reported")
"""What is read of a project or target that the newer report says nothing of."""
NOT_FOUND = (*UNTOLD, "dropped")
"""What does not count where the older report prints the same twice and the other is found."""

Row = Mapping[str, str]
Read = tuple[Row, str]
"""A row of the sheet with what `diff` says, "" where extract no longer reads such a fact."""


def rows() -> list[Row]:
    """Read the sheet."""
    with SHEET.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def said(comparison: Comparison, older: Report) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield kind and hash of what the older report names, with what became of it."""
    names = {project.id: project.name for project in older.projects}
    old_key = comparison.reports[0].key
    for project in comparison.projects:
        if state := project.by_year.get(old_key):
            for name in (state.name, *(names[id_] for id_ in state.mentions)):
                yield ("project", digest(name)), project.course.value
    for promise in comparison.commitments:
        if promise.old:
            yield ("commitment", digest(promise.old.quote)), promise.fate.value
    for row in comparison.fulfilment:
        yield ("fulfilment", digest(f"{row.target.indicator}: {row.target.quote}")), row.verdict.value


def right(row: Row, word: str) -> bool:
    """Tell whether a word is what was read, or what could be read as well."""
    return word == row["read"] or word in row["also"].split()


def counted(found: Iterable[Read]) -> Iterator[str]:
    """Yield a line for all rows and one a word: precision and recall. A word that could be read as well counts."""
    table = Counter((word if right(row, word) else row["read"], word) for row, word in found)
    total = sum(table.values())
    hits = sum(n for (read, said), n in table.items() if read == said)
    yield f"right {hits} of {total}"
    for word in sorted({word for pair in table for word in pair}):
        said_so = sum(n for (_, said), n in table.items() if said == word)
        read_so = sum(n for (read, _), n in table.items() if read == word)
        yield f"  {word}: precision {table[word, word]} of {said_so}, recall {table[word, word]} of {read_so}"


def scored(shared: Path) -> Iterator[Read]:
    """Yield each row of the sheet with what `diff` says."""

    @cache
    def report(name: str, year: str) -> Report:
        path = CITIES.get((name, year)) or next(path for path in SERIES[name] if year in path)
        return extract(shared / path)

    @cache
    def story(name: str, years: str) -> dict[tuple[str, str], str]:
        reports = [report(name, year) for year in years.split("-")]
        told = list(said(compare(reports), reports[0]))
        return dict(sorted(told, key=lambda one: one[1] in NOT_FOUND, reverse=True))

    for row in rows():
        yield row, story(row["series"], row["years"]).get((row["kind"], row["old"]), "")


def main(shared: Path) -> None:
    """Print the counts by kind, for the rows that the rules were mended by and for the others."""
    found = list(scored(shared))
    for kind in KINDS:
        for drawn in ("12", "3", "4", "5", "6", "7"):
            of_kind = [(row, word) for row, word in found if row["kind"] == kind and row["drawn"] in drawn]
            if not of_kind:
                continue
            still = [(row, word) for row, word in of_kind if word]
            lost = len(of_kind) - len(still)
            both = [(row, word) for row, word in still if row["read"] not in UNTOLD]
            paired = sum(word not in UNTOLD for _, word in both)
            print(f"{kind}, drawn {drawn} ({lost} no longer read): told of {len(both)}, found {paired}")
            print("\n".join(counted(still)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

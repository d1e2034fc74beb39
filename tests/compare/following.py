"""Score `diff` against a sheet of what became of projects, promises and targets: tests/data/diff-following.tsv.

Its rows were drawn at random from the older reports and coded against the text of the newer ones, before any
comparison was looked at: `drawn` 1 and 2 are the rows that the rules were mended by at first, 3 those that nothing was,
4 and 5 the two halves of a drawing: by 4 rules were mended, by 5 only after it had been counted by itself. So they were
by 6, drawn at random, and 7, projects of whose name the newer text has four letters in a row. 8 and 9 are every
second row of projects that both reports name, with some that are like another thing: mended by 8 first, then by 9.
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
PROVINCES = {
    "qingdao": ("青岛", "山东省"),
    "jinan": ("济南", "山东省"),
    "hefei": ("合肥", "安徽省"),
    "wuhan": ("武汉", "湖北省"),
    "ningbo": ("宁波", "浙江省"),
    "guangzhou": ("广州", "广东省"),
    "tianjin": ("天津", "天津市"),
    "guilin": ("桂林", "广西"),
    "huzhou": ("湖州", "浙江省"),
    "laibin": ("来宾", "广西"),
    "guigang": ("贵港", "广西"),
    "hechi": ("河池", "广西"),
    "binzhou": ("滨州", "山东省"),
    "hohhot": ("呼和浩特", "内蒙古自治区"),
    "enshi": ("恩施", "湖北省"),
    "luzhou": ("泸州", "四川省"),
    "guangyuan": ("广元", "四川省"),
    "changzhou": ("常州", "江苏省"),
    "huangshan": ("黄山", "安徽省"),
    "bazhong": ("巴中", "四川省"),
    "zhoushan": ("舟山", "浙江省"),
    "changzhi": ("长治", "山西省"),
    "shenyang": ("沈阳", "辽宁省"),
    "urumqi": ("乌鲁木齐", "新疆"),
    "suzhou": ("宿州", "安徽省"),
    "xuancheng": ("宣城", "安徽省"),
    "panzhihua": ("攀枝花", "四川省"),
    "xianning": ("咸宁", "湖北省"),
    "weihai": ("威海", "山东省"),
    "changsha": ("长沙", "湖南省"),
    "meishan": ("眉山", "四川省"),
    "yaan": ("雅安", "四川省"),
}
CITIES = {
    ("jinan", "2021"): "reports/jinan-2021.md",
    **{(name, "2024"): f"reports/cities-2024/{city}.docx" for name, (city, _) in PROVINCES.items()},
    **{
        (name, "2025"): f"reports/provinces-2025/2025年{province}政府工作报告.docx"
        for name, (_, province) in PROVINCES.items()
    },
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
        for drawn in ("12", "3", "4", "5", "6", "7", "8", "9"):
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

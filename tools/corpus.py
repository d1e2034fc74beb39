"""Summarise the extraction of many reports: facts per kind, warnings, seconds, and what failed.

python -m tools.corpus FOLDER
"""

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from tools.reports import Extraction, extractions, folder_argument, report_files

LISTS = ("sections", "paragraphs", "targets", "results", "projects", "commitments", "warnings")


def main() -> int:
    """Print a row a report, then the failures; end with 1 where one was a fault of the program."""
    folder = folder_argument("reports to summarise")
    if folder is None:
        return 0
    done = list(extractions(report_files(folder)))
    console = Console(width=170)
    console.print(_table(done))
    failed = [one for one in done if one.report is None]
    for one in failed:
        console.print(f"{one.path.name}: {one.error}", soft_wrap=True, markup=False)
    seconds = sum(one.seconds for one in done)
    console.print(f"{len(done)} reports, {len(failed)} failed, {seconds:.0f} s of work")
    return any(one.error.startswith("FAULT") for one in failed)


def _table(done: Iterable[Extraction]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("file", "place", "level", "year"):
        table.add_column(column, no_wrap=True)
    for column in (*LISTS, "GDP", "seconds"):
        table.add_column(column, justify="right", no_wrap=True)
    for one in done:
        if one.report is None:
            continue
        meta = one.report.meta
        counts = (str(len(getattr(one.report, name))) for name in LISTS)
        table.add_row(
            one.path.stem[:24],
            meta.place,
            meta.level,
            str(meta.year),
            *counts,
            _gdp(one),
            f"{one.seconds:.1f}",
        )
    return table


def _gdp(one: Extraction) -> str:
    """Give the GDP target of the report's year, "not set" where the report sets none, "?" where unknown."""
    if one.report is None:
        return ""
    year = str(one.report.meta.year)
    for target in one.report.targets:
        if target.indicator_id == "gdp" and target.period == year:
            return target.relation or f"{target.value}{target.unit} {target.bound}"
    return "not set" if "gdp" in one.report.not_stated else "?"


if __name__ == "__main__":
    sys.exit(main())

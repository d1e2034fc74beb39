"""Find the real reports that are there, and extract them with a clock."""

import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from reportparse import Report, ReportparseError, extract

SUFFIXES = frozenset({".pdf", ".docx", ".html", ".md", ".txt"})


class Extraction(NamedTuple):
    """Be one file's report, or the error that it ended with, and the seconds it took."""

    path: Path
    report: Report | None
    error: str
    seconds: float


def report_files(folder: Path) -> list[Path]:
    """List the reports below a folder, sorted; lists and notes beside them are left out."""
    return sorted(p for p in folder.rglob("*") if p.suffix in SUFFIXES and not p.stem.isupper())


def extracted(path: Path) -> Extraction:
    """Extract one file; trouble of ours and of the file alike ends in `error`."""
    begin = time.perf_counter()
    try:
        report, error = extract(path), ""
    except ReportparseError as trouble:
        report, error = None, f"{type(trouble).__name__}: {trouble}"
    except Exception as fault:  # A fault in one report must not hide the others.
        report, error = None, f"FAULT {type(fault).__name__}: {fault}"
    return Extraction(path, report, error, time.perf_counter() - begin)


def extractions(paths: Sequence[Path]) -> Iterator[Extraction]:
    """Extract many files on all cores, in their order."""
    with ProcessPoolExecutor() as pool:
        yield from pool.map(extracted, paths)


def folder_argument(what: str) -> Path | None:
    """Give the folder named on the command line; say that a measure is skipped where there is none."""
    folder = Path(sys.argv[1])
    if folder.is_dir():
        return folder
    print(f"Skipped: there is no {folder}, so no {what}.")
    return None

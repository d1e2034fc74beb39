"""Measure batches of growing size: seconds a report, memory, size; a second run; the panel.

python -m tools.scale FOLDER [NUMBER...]

The reports are copies of the samples in FOLDER, each with a place and year of its own. Those of the larger numbers are
cut to their first paragraphs: what should be flat is what the program spends on each, not how long reading takes.
"""

import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

WHOLE_AT_MOST = 100
CUT = 1200
NUMBERS = (100, 1000, 10000)


class Cost(NamedTuple):
    """Be what a command took: seconds, and the most memory in MB of itself and of the largest of its workers."""

    seconds: float
    own: int
    worker: int


def main() -> int:
    """Print a row a number of reports."""
    samples = sorted(Path(sys.argv[1]).glob("*-[0-9][0-9][0-9][0-9].md"))
    texts = [path.read_text("utf-8") for path in samples]
    numbers = [int(number) for number in sys.argv[2:]] or NUMBERS
    print("reports  characters  jobs  s/report  parent MB  worker MB  KB/report  second run s  panel s")
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            for jobs in (1, 2) if number <= WHOLE_AT_MOST else (2,):
                print(_measured(Path(folder), texts, number, jobs), flush=True)
    return 0


def _measured(folder: Path, texts: Sequence[str], number: int, jobs: int) -> str:
    cut = None if number <= WHOLE_AT_MOST else CUT
    table, corpus = folder / "reports.csv", folder / f"{jobs}.duckdb"
    characters = _write(table, texts, number, cut)
    first = _cost("batch", table, "-o", corpus, "--jobs", jobs)
    size = corpus.stat().st_size / 1024 / number
    again = _cost("batch", table, "-o", corpus, "--jobs", jobs)
    panel = _cost("panel", corpus, "-o", folder / "panel.csv")
    return (
        f"{number:7} {characters:11} {jobs:5} {first.seconds / number:9.3f} {first.own:10} {first.worker:10} "
        f"{size:10.0f} {again.seconds:13.1f} {panel.seconds:8.1f}"
    )


def _write(table: Path, texts: Sequence[str], number: int, cut: int | None) -> int:
    """Write a table with a report a row; give the characters of all."""
    characters = 0
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("city", "year", "doc"))
        for at in range(number):
            text = texts[at % len(texts)][:cut].replace("1", str(at % 9 + 1))
            characters += len(text)
            writer.writerow((f"云岭{_letters(at // 20)}市", 2031 + at % 20, text))
    return characters


def _letters(number: int) -> str:
    digits = "甲乙丙丁戊己庚辛壬癸"
    return "".join(digits[int(digit)] for digit in str(number))


def _cost(*arguments: object) -> Cost:
    code = "import sys; from reportparse.cli import main; main()"
    begin = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], stderr=subprocess.DEVNULL, start_new_session=True
    )
    own = worker = 0
    while process.poll() is None:
        for pid, peak in _peaks(process.pid).items():
            if pid == process.pid:
                own = max(own, peak)
            else:
                worker = max(worker, peak)
        time.sleep(0.1)
    return Cost(time.perf_counter() - begin, own, worker)


def _peaks(session: int) -> dict[int, int]:
    """Give the most memory, in MB, that each process of a session has had; nothing where there is no /proc."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if (folder / "stat").read_text("utf-8").rpartition(")")[2].split()[3] == str(session):
                status = (folder / "status").read_text("utf-8")
                found[int(folder.name)] = int(status.partition("VmHWM:")[2].split()[0]) // 1024
        except (OSError, IndexError):
            continue
    return found


if __name__ == "__main__":
    sys.exit(main())

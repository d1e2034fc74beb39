"""Measure batches of growing size: what a report costs, memory, size; a second run; the panel.

python -m tools.scale FOLDER [NUMBER...]

The reports are rows of a table, pieces of the reports in FOLDER, each with a place and year of its own. All numbers
have pieces of one length: what should be flat is what the program spends on each, not how long reading takes. Before
them stand whole reports, with one process and with two. Seconds of processor are told beside those of the clock, and
how many processors other programs kept busy: where a machine is shared, the clock tells of them.
"""

import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from reportparse.corpus.store import Store
from reportparse.errors import ReportparseError
from reportparse.reading import read
from tools.reports import report_files

WHOLE = 60
PIECE = 800
NUMBERS = (100, 1000, 10000)
_TICKS = os.sysconf("SC_CLK_TCK")
_HEADER = (
    "reports  characters  jobs  read  failed  s/report  own cpu  workers' cpu  others' cpu  own MB  worker MB  "
    "KB/report  second run s  panel s"
)


class Used(NamedTuple):
    """Be what a process has used so far: seconds of processor, and the most memory in MB."""

    cpu: float
    peak: int


class Cost(NamedTuple):
    """Be what a command took: seconds, what it and each worker used, and how many processors others kept busy."""

    seconds: float
    own: Used
    workers: Sequence[Used]
    others: float


def main() -> int:
    """Print a row a number of reports."""
    texts = list(_texts(Path(sys.argv[1])))
    numbers = [int(number) for number in sys.argv[2:]] or NUMBERS
    print(_HEADER)
    with tempfile.TemporaryDirectory() as folder:
        for jobs in (1, 2):
            print(_measured(Path(folder), texts, WHOLE, jobs, None), flush=True)
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            print(_measured(Path(folder), texts, number, 2, PIECE), flush=True)
    return 0


def _texts(folder: Path) -> Iterator[str]:
    for file in report_files(folder):
        with suppress(ReportparseError):
            yield "\n".join(
                part.text for part in read(file.read_bytes(), name=file.name, ocr="never").paragraphs
            )


def _measured(folder: Path, texts: Sequence[str], number: int, jobs: int, cut: int | None) -> str:
    table, corpus = folder / "reports.csv", folder / f"{jobs}.duckdb"
    characters = _write(table, texts, number, cut)
    first = _cost("batch", table, "-o", corpus, "--jobs", jobs)
    size = corpus.stat().st_size / 1024 / number
    with Store(corpus, read_only=True) as store:
        done, failed = store.count("reports"), store.count("failures")
    again = _cost("batch", table, "-o", corpus, "--jobs", jobs)
    panel = _cost("panel", corpus, "-o", folder / "panel.csv")
    workers = sum(worker.cpu for worker in first.workers) / number
    largest = max((worker.peak for worker in first.workers), default=0)
    return (
        f"{number:7} {characters // number:11} {jobs:5} {done:5} {failed:7} {first.seconds / number:9.3f} "
        f"{first.own.cpu / number:8.4f} {workers:13.3f} {first.others:12.1f} {first.own.peak:7} {largest:10} "
        f"{size:10.0f} {again.seconds:13.1f} {panel.seconds:8.1f}"
    )


def _write(table: Path, texts: Sequence[str], number: int, cut: int | None) -> int:
    """Write a table with a report a row, pieces from all over the texts; give the characters of all."""
    characters = 0
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("city", "year", "doc"))
        for at in range(number):
            text = texts[at % len(texts)]
            if cut is not None:
                begin = at // len(texts) * cut % max(1, len(text) - cut)
                text = text[begin : begin + cut]
            text = text.replace("1", str(at % 9 + 1))
            characters += len(text)
            writer.writerow((f"云岭{_letters(at // 20)}市", 2031 + at % 20, text))
    return characters


def _letters(number: int) -> str:
    digits = "甲乙丙丁戊己庚辛壬癸"
    return "".join(digits[int(digit)] for digit in str(number))


def _cost(*arguments: object) -> Cost:
    code = "import sys; from reportparse.cli import main; main()"
    begin, busy = time.perf_counter(), _busy()
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], stderr=subprocess.DEVNULL, start_new_session=True
    )
    used: dict[int, Used] = {}
    while process.poll() is None:
        used |= _used(process.pid)
        time.sleep(0.1)
    seconds = time.perf_counter() - begin
    own = used.pop(process.pid, Used(0, 0))
    mine = own.cpu + sum(worker.cpu for worker in used.values())
    return Cost(seconds, own, tuple(used.values()), max(0.0, (_busy() - busy - mine) / seconds))


def _used(session: int) -> dict[int, Used]:
    """Give what each process of a session has used; nothing where there is no /proc."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError):
            fields = (folder / "stat").read_text("utf-8").rpartition(")")[2].split()
            if fields[3] == str(session):
                status = (folder / "status").read_text("utf-8")
                peak = int(status.partition("VmHWM:")[2].split()[0]) // 1024
                found[int(folder.name)] = Used((int(fields[11]) + int(fields[12])) / _TICKS, peak)
    return found


def _busy() -> float:
    """Give the seconds that the machine's processors have worked since it started; 0 where there is no /proc."""
    with suppress(OSError):
        user, nice, system = Path("/proc/stat").read_text("utf-8").split()[1:4]
        return (int(user) + int(nice) + int(system)) / _TICKS
    return 0.0


if __name__ == "__main__":
    sys.exit(main())

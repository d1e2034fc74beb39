"""Run the program on every hostile input, each in a process of its own, and print what came out as a table.

python -m tools.hostile [WORD...] [--write]

A word takes the inputs whose names have it. --write puts the table into docs/hostile.md.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tools.hostile import docx, grammar, html, markdown, pdf, streams, text  # noqa: F401
from tools.hostile import json as json_cases  # noqa: F401
from tools.hostile.case import CASES, Case
from tools.hostile.words import TEXT

SECONDS = 150
MEMORY = 8_000_000_000
PAGE = Path("docs/hostile.md")
MARK = "<!-- made by make hostile -->"
LISTS = ("targets", "results", "projects", "commitments")


class Measured(NamedTuple):
    """Be what became of an input: seconds of the processor, the most MB of a process, the exit code, and words."""

    case: Case
    seconds: float
    megabytes: int
    code: int
    words: str
    fault: str


def main() -> int:
    """Print a row an input; give 1 where something is not as it must be."""
    wanted = [word for word in sys.argv[1:] if not word.startswith("--")]
    chosen = [each for name, each in CASES.items() if not wanted or any(word in name for word in wanted)]
    done = []
    with tempfile.TemporaryDirectory() as folder:
        for each in chosen:
            done.append(_measured(each, Path(folder)))
            print(_plain(done[-1]), flush=True)
    faults = [each for each in done if each.fault]
    print(f"{len(done)} inputs, {len(faults)} not as they must be.")
    if "--write" in sys.argv:
        head, _, _ = PAGE.read_text("utf-8").partition(MARK)
        PAGE.write_text(f"{head}{MARK}\n\n{_table(done)}", "utf-8")
    return 1 if faults else 0


def _measured(case: Case, folder: Path) -> Measured:
    report, file = folder / "report.txt", folder / f"{case.name}.{case.ending}"
    report.write_text(TEXT, "utf-8")
    file.write_bytes(case.make())
    program = f'reportparse() {{ "{sys.executable}" -m reportparse "$@"; }}\n'
    script = (
        file.read_text("utf-8")
        if case.ending == "sh"
        else f'exec "{sys.executable}" -m reportparse extract "$2"'
    )
    command = ["bash", "-c", program + script, "bash", str(report), str(file)]
    out, err = folder / "out", folder / "err"
    with out.open("wb") as stdout, err.open("wb") as stderr:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
            start_new_session=True,
            preexec_fn=_limit,
        )
        code, used = _waited(process)
    seconds, peak = used.ru_utime + used.ru_stime, used.ru_maxrss // 1024
    file.unlink()
    told = err.read_text("utf-8", "replace").strip().splitlines()
    printed = out.read_bytes()
    return Measured(case, seconds, peak, code, _words(printed, told), _fault(case, code, peak, printed, told))


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _waited(process: "subprocess.Popen[bytes]") -> tuple[int, "resource.struct_rusage"]:
    """Wait for a process and those below it, SECONDS at most; give its exit code and what all of them used."""
    end = time.monotonic() + SECONDS
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, usage
        if time.monotonic() > end:
            os.killpg(process.pid, signal.SIGKILL)
        time.sleep(0.02)


def _words(printed: bytes, told: list[str]) -> str:
    """Say how much was found, or the first line of what was said."""
    if told:
        line = next((line for line in told if line.startswith("Traceback")), told[0])
        return f"{line} {told[-1]}" if line.startswith("Traceback") else line
    if len(printed) > 100_000_000:
        return "read"
    try:
        report = json.loads(printed)
    except ValueError:
        return ""
    codes = sorted({warning["code"] for warning in report["warnings"]})
    found = f"{sum(len(report[name]) for name in LISTS)} facts"
    return f"{found}; {', '.join(codes)}" if codes else found


def _fault(case: Case, code: int, peak: int, printed: bytes, told: list[str]) -> str:
    """Say what is not as it must be, "" where all is."""
    if code == -9:
        return "no end"
    if any(line.startswith("Traceback") for line in told):
        return "traceback"
    if code not in case.codes:
        return f"exit code {code}"
    if peak > 1200:
        return "memory"
    if code == 0 and any(word.encode() not in printed for word in case.holds):
        return "text lost"
    return ""


def _plain(each: Measured) -> str:
    return (
        f"{each.case.name:45} {each.seconds:7.1f} s {each.megabytes:6} MB  {each.code:3}  "
        f"{each.fault and each.fault.upper() + '  '}{each.words[:110]}"
    )


def _table(done: list[Measured]) -> str:
    return "\n".join(_rows(done)) + "\n"


def _rows(done: list[Measured]) -> Iterator[str]:
    yield "| input | s | MB | exit | what came out |"
    yield "| --- | ---: | ---: | ---: | --- |"
    for each in done:
        words = each.words.replace("|", "\\|").replace(f"{each.case.name}.{each.case.ending}", "It")
        fault = f"**{each.fault}** " if each.fault else ""
        yield f"| {each.case.what} | {each.seconds:.1f} | {each.megabytes} | {each.code} | {fault}{words} |"


if __name__ == "__main__":
    sys.exit(main())

"""Break the program on purpose, one line at a time, and see whether a test fails.

python -m tools.faults [--only WORD]

The faults are rows of tools/faults.toml. Each is made in a copy of the source, and the quick tests of its floor
run there, without ../shared. A fault that no test catches is a test that is missing; the command ends with 1.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import time

ROOT = Path(__file__).parent.parent
ROWS = Path(__file__).with_suffix(".toml")
NEEDED = ("src", "tests", "tools", "samples", "docs", "pyproject.toml")

READINGS = ("tests/test_rules.py", "tests/grammar", "tests/extractors")
COMPARISONS = (
    "tests/compare/test_targets.py",
    "tests/compare/test_fulfilment.py",
    "tests/compare/test_projects.py",
)
TESTS = {
    "grammar": (*READINGS, "tests/lexicon/test_tone.py"),
    "lexicon": READINGS,
    "extractors": (*READINGS, "tests/lexicon/test_indicators.py"),
    "outline": ("tests/test_rules.py", "tests/outline"),
    "amounts": COMPARISONS,
    "compare": COMPARISONS,
}
"""The quick tests of each floor."""


@dataclass(frozen=True)
class Fault:
    """Be one change of a file below src/reportparse: `new` for `old`, which stands there once."""

    name: str
    file: str
    old: str
    new: str

    @property
    def floor(self) -> str:
        """Name the file's floor: a folder, or the module itself."""
        return self.file.partition("/")[0].removesuffix(".py")

    @property
    def tests(self) -> Sequence[str]:
        """Give the tests of the file's floor."""
        return TESTS[self.floor]

    def made(self, text: str) -> str:
        """Give the file's text with the fault. Raises ValueError where `old` does not stand there just once."""
        if text.count(self.old) != 1:
            raise ValueError(f"{self.name}: {self.old!r} stands {text.count(self.old)} times in {self.file}.")
        return text.replace(self.old, self.new)


def faults() -> tuple[Fault, ...]:
    """Give the rows of the table."""
    return tuple(Fault(**row) for row in tomllib.loads(ROWS.read_text("utf-8"))["fault"])


def source(fault: Fault, root: Path = ROOT) -> Path:
    """Give the file that a fault changes."""
    return root / "src" / "reportparse" / fault.file


def main() -> None:
    """Make the faults, one after the other, and print which no test catches."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="make the faults with this word in their name or file")
    given = parser.parse_args()
    chosen = [fault for fault in faults() if given.only in f"{fault.name} {fault.file}"]
    with tempfile.TemporaryDirectory() as folder:
        missed = broken(chosen, copied(Path(folder)))
    print(f"{len(chosen) - len(missed)} of {len(chosen)} faults are caught.")
    sys.exit(1 if missed else 0)


def copied(folder: Path) -> Path:
    """Copy what the tests need."""
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def broken(chosen: Iterable[Fault], root: Path) -> list[str]:
    """Make each fault and give the names of those that pass all tests."""
    if any(_fails(tests, root) for tests in dict.fromkeys(TESTS.values())):
        raise RuntimeError("The tests fail without a fault.")
    missed = []
    for number, fault in enumerate(chosen, 1):
        path = source(fault, root)
        whole = path.read_text("utf-8")
        started = time()
        _write(path, fault.made(whole), number * 2)
        caught = _fails(fault.tests, root)
        _write(path, whole, number * 2 + 1)
        print(
            f"{'caught' if caught else 'MISSED'} {time() - started:5.1f} s  {fault.file}: {fault.name}",
            flush=True,
        )
        missed += [] if caught else [fault.name]
    return missed


def _write(path: Path, text: str, later: int) -> None:
    """Write a file with a time of its own, so that Python does not take what it compiled before."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, (time() + later, time() + later))


def _fails(tests: Sequence[str], root: Path) -> bool:
    """Tell whether a test fails. Raises RuntimeError where the tests do not even run."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])
    return done.returncode == 1


if __name__ == "__main__":
    main()

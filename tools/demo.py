"""Show what the program does, on the samples: each command, and the first lines of what it prints.

python -m tools.demo
"""

import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
OUT = Path("build/demo")
LINES = 20

LAST, YEARS = f"{OUT}/2023.json", f"{OUT}/years.jsonl"

STEPS = (
    ("A report of an invented city, as PDF, becomes JSON: every fact with its place in the text.",
     f"extract samples/yanchuan-2023.pdf -o {LAST}"),
    ("Its sections, each with what it does in the report.", f"extract {LAST} --format table --only sections"),
    ("Its targets. bound says how a number limits (at least: 以上), tone whether it binds or leaves room.",
     f"extract {LAST} --format table --only targets"),
    ("Its results, what was reached in the year before.", f"extract {LAST} --format table --only results"),
    ("Its projects, and how far they are.", f"extract {LAST} --format table --only projects"),
    ("Its commitments, what the government says it will do.",
     f"extract {LAST} --format table --only commitments"),
    ("The reports of three years, a line each. What was extracted is an input as well.",
     f"extract samples/yanchuan-2021.md samples/yanchuan-2022.md {LAST} -o {YEARS}"),
    ("Side by side: what was aimed at, and what came of it.", f"diff {YEARS} --only fulfilment"),
)  # fmt: skip


def main() -> int:
    """Run the steps. Gives the exit code of the first that fails."""
    (ROOT / OUT).mkdir(parents=True, exist_ok=True)
    for words, arguments in STEPS:
        print(f"\n# {words}\n$ reportparse {arguments}", flush=True)
        done = subprocess.run(
            [sys.executable, "-m", "reportparse", *shlex.split(arguments)],
            cwd=ROOT, stdout=subprocess.PIPE, check=False, encoding="utf-8",
        )  # fmt: skip
        if done.returncode:
            return done.returncode
        lines = done.stdout.splitlines()
        for line in lines if len(lines) <= LINES else [*lines[: LINES - 1], "…"]:
            print(line, flush=True)
    print(f"\nThe JSON is in {OUT}. Next: README.md, or")
    print(". .venv/bin/activate && reportparse extract --help")
    return 0


if __name__ == "__main__":
    sys.exit(main())

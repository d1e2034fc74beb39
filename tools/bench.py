"""Time the stages on the samples, each against reading Markdown in the same run, so that machines compare.

python -m tools.bench FOLDER
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from reportparse import understand
from reportparse.lexicon import load
from reportparse.outline import outline
from reportparse.reading import read

ROUNDS = 5


def main() -> int:
    """Print seconds and ratios: the best of several rounds after one that warms up."""
    sample = sorted(Path(sys.argv[1]).glob("*-[0-9][0-9][0-9][0-9].md"))[-1]
    lexicon, document = load(), read(sample)
    jobs: dict[str, Callable[[], object]] = {"read md": partial(read, sample)}
    for suffix in (".docx", ".html", ".pdf"):
        twin = next(iter(sample.parent.glob(f"*-[0-9][0-9][0-9][0-9]{suffix}")), None)
        if twin:
            jobs[f"read {suffix[1:]}"] = partial(read, twin)
    jobs["outline"] = lambda: outline(document, lexicon)
    jobs["all but reading"] = lambda: understand(document, lexicon)
    seconds = {name: _best(job) for name, job in jobs.items()}
    characters = sum(len(paragraph.text) for paragraph in document.paragraphs)
    unit = seconds["read md"]
    print(f"{sample.name}: {characters} characters")
    for name, best in seconds.items():
        print(f"{name:16} {best:7.3f} s   {best / unit:7.1f} x read md")
    return 0


def _best(job: Callable[[], object]) -> float:
    job()
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        job()
        times.append(time.perf_counter() - begin)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())

"""Time the stages on the samples, each against reading Markdown in the same run, so that machines compare.

python -m tools.bench FOLDER
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import pdfplumber

from reportparse import understand
from reportparse.lexicon import load
from reportparse.outline import outline
from reportparse.reading import engines, read

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
    pdf = next(iter(sample.parent.glob("*-[0-9][0-9][0-9][0-9].pdf")), None)
    if pdf:
        data = pdf.read_bytes()
        jobs |= {"pdfplumber bare": lambda: _bare(data), "pages": lambda: engines.sheets(data)}
        jobs["pages, pdfplumber"] = lambda: engines.sheets(data, "pdfplumber")
    jobs["outline"] = lambda: outline(document, lexicon)
    jobs["all but reading"] = lambda: understand(document, lexicon)
    seconds = {name: _best(job) for name, job in jobs.items()}
    characters = sum(len(paragraph.text) for paragraph in document.paragraphs)
    unit = seconds["read md"]
    print(f"{sample.name}: {characters} characters")
    for name, best in seconds.items():
        print(f"{name:17} {best:7.3f} s   {best / unit:7.1f} x read md")
    for name in ("pages", "pages, pdfplumber", "read pdf") if "pages" in seconds else ():
        print(f"{name:17} {seconds[name] / seconds['pdfplumber bare']:7.2f} x pdfplumber's bare text")
    return 0


def _bare(data: bytes) -> int:
    """Have pdfplumber give the text of all pages, and nothing else."""
    with pdfplumber.open(BytesIO(data)) as document:
        return sum(len(page.extract_text()) for page in document.pages)


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

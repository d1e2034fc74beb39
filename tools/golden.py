"""Write the golden outputs of the samples anew, and list those that changed.

python -m tools.golden
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from reportparse import extract
from reportparse.model.json import to_json

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"


def golden_pairs() -> Iterator[tuple[Path, Path]]:
    """Pair each sample source, and one PDF for its pages, with the file of its golden JSON."""
    samples = sorted((ROOT / "samples").glob("*-[0-9][0-9][0-9][0-9].md"))
    for sample in [*samples, samples[0].with_suffix(".pdf")]:
        yield sample, GOLDEN / f"{sample.name}.json"


def main() -> int:
    """Write all; refused where CI is set, so that a run there can't bless what it should judge."""
    if os.environ.get("CI"):
        print("Golden files are not written where CI is set.")
        return 1
    for sample, golden in golden_pairs():
        text = to_json(extract(sample)) + "\n"
        if not golden.exists() or golden.read_text("utf-8") != text:
            golden.write_text(text, encoding="utf-8")
            print(f"written: {golden.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

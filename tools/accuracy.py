"""Write the codebook's accuracy tables: scores on the hand-made gold with 95 % Wilson intervals.

python -m tools.accuracy SHARED
"""

import sys
from collections.abc import Iterable, Sequence
from math import sqrt
from pathlib import Path

from reportparse.model import Level
from reportparse.model.score import KindScore, Rate
from reportparse.score import pooled
from tools.gold import GROUPS, Scored, score_group
from tools.reports import folder_argument

CODEBOOK = Path(__file__).parent.parent / "docs" / "codebook.md"
BEGIN, END = "<!-- accuracy: begin -->", "<!-- accuracy: end -->"

TITLES = {
    "check": "### Unseen: reports whose coding nobody looked at while rules were written",
    "gold": "### Tuned on: reports whose coding was at hand while rules were written",
}

_RATES = ("list", "facts", "found", "precision", "recall", "F1")
_Z = 1.96


def main() -> int:
    """Score every set and write the tables between the codebook's markers."""
    shared = folder_argument("accuracy to measure")
    if shared is None:
        return 0
    text = "\n".join(
        f"{TITLES[group]}\n\n{tables(scored)}"
        for group in reversed(GROUPS)
        if (scored := score_group(shared, group))
    )
    CODEBOOK.write_text(marked(CODEBOOK.read_text("utf-8"), text), encoding="utf-8")
    return 0


def tables(scored: Sequence[Scored]) -> str:
    """Give the tables of one group of sets, pooled, by field and by kind of report, as Markdown."""
    everything = pooled(one.scores for one in scored)
    fields = [row for kind in everything for row in _field_rows(kind)]
    levels = [row for level in Level for row in _level_rows(level, scored)]
    return "\n".join(
        (
            f"Detection, strict and exact names, {len(scored)} reports pooled:\n",
            _table(
                (*_RATES[:1], "asked", *_RATES[1:]), [row for kind in everything for row in _kind_rows(kind)]
            ),
            "Fields, in the facts detected:\n",
            _table(("list", "field", "facts", "right"), fields),
            "By kind of report, strict:\n",
            _table(("reports", *_RATES), levels),
        )
    )


def _kind_rows(kind: KindScore) -> Iterable[Sequence[str]]:
    for asked, rate in (("detection", kind.detection), ("strict", kind.strict), ("exact", kind.exact)):
        if rate:
            yield kind.kind, asked, *_cells(rate)


def _field_rows(kind: KindScore) -> Iterable[Sequence[str]]:
    detected = kind.detection.hit
    for field, rate in kind.fields.items():
        yield kind.kind, field, str(detected), with_interval(rate.hit, detected)


def _level_rows(level: Level, scored: Sequence[Scored]) -> Iterable[Sequence[str]]:
    sets = [one for one in scored if one.report.meta.level == level]
    for kind in pooled(one.scores for one in sets):
        yield f"{level} ({len(sets)})", kind.kind, *_cells(kind.strict)


def _cells(rate: Rate) -> tuple[str, ...]:
    precision, recall = with_interval(rate.hit, rate.found), with_interval(rate.hit, rate.gold)
    return str(rate.gold), str(rate.found), precision, recall, f"{rate.f1:.3f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def with_interval(hit: int, of: int) -> str:
    """Print a share with its interval: "0.950 [0.920, 0.969]", empty where nothing was asked."""
    if not of:
        return ""
    low, high = wilson(hit, of)
    return f"{hit / of:.3f} [{low:.3f}, {high:.3f}]"


def wilson(hit: int, of: int) -> tuple[float, float]:
    """Give the 95 % score interval of a share (E. B. Wilson, JASA 22, 1927); `of` is above 0."""
    share, z2 = hit / of, _Z * _Z
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    spread = _Z * sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return max(0.0, middle - spread), min(1.0, middle + spread)


def marked(text: str, tables: str) -> str:
    """Put the tables between the markers of a text, in place of what stood there."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{CODEBOOK.name} lacks the markers {BEGIN} and {END}.")
    return f"{before}{BEGIN}\n{tables}{END}{after}"


if __name__ == "__main__":
    sys.exit(main())

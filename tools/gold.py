"""Score every set of gold, print the tables, and hold the pooled scores to their floors.

python -m tools.gold SHARED            print and check
python -m tools.gold SHARED --raise    write the floors anew, where they rise

There are two groups of sets. Those in `gold` may be looked at while rules are written; those in `check` give numbers
only, so that they stand for reports that nobody has seen. Each group has floors of its own.
"""

import hashlib
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from reportparse import Report, ReportparseError, extract
from reportparse.model.score import Kind, Rate, Scores, What
from reportparse.reading import read
from reportparse.score import pooled, read_gold, score
from reportparse.score.claim import bare
from reportparse.show.scores import rates_table
from tools.reports import SUFFIXES, folder_argument, report_files

FLOORS = Path(__file__).parent.parent / "tests" / "gold" / "floors.toml"
GROUPS = ("gold", "check")


class Scored(NamedTuple):
    """Be one set of gold, the first file of its report, how that scored, and the report's other files."""

    name: str
    report: Report
    scores: Scores
    twins: tuple[Path, ...]


def main() -> int:
    """Print the tables; end with 1 where a floor is broken."""
    shared = folder_argument("gold to score against")
    if shared is None:
        return 0
    console = Console(width=100)
    broken: list[str] = []
    measured: dict[str, dict[str, float]] = {}
    for group in GROUPS:
        scored = score_group(shared, group)
        if not scored:
            console.print(f"Skipped: there are no sets in {shared / group}.")
            continue
        console.print(f"{group}: {len(scored)} reports", style="bold")
        console.print(sets_table(scored))
        console.print(rates_table(pooled(one.scores for one in scored)))
        for one in scored:
            for twin in one.twins:
                console.print(twin_line(one.report, twin), soft_wrap=True)
        measured[group] = measures(scored)
    if "--raise" in sys.argv:
        FLOORS.write_text(floors_text(measured, shared), encoding="utf-8")
    floors = tomllib.loads(FLOORS.read_text("utf-8"))
    for group, values in measured.items():
        broken += broken_floors(values, floors[group])
        if digest(shared / group) != floors[group]["digest"]:
            broken.append(f"the digest of {group}: the floors were measured on another (make floors)")
    for line in broken:
        console.print(f"below its floor: {line}", style="red")
    return bool(broken)


def score_group(shared: Path, group: str) -> list[Scored]:
    """Score the sets of one group, in the order of their names."""
    return [score_set(folder, files) for folder, files in gold_sets(shared, group).items()]


def gold_sets(shared: Path, group: str = "gold") -> dict[Path, list[Path]]:
    """Map each gold folder to the files that hold its text: its own `report`, or those of `reports` that agree.

    Of several the first is no PDF.
    """
    folders = [folder for folder in sorted((shared / group).glob("*")) if any(folder.glob("facts.jsonl*"))]
    own = {folder: [p for p in folder.glob("report.*") if p.suffix in SUFFIXES] for folder in folders}
    samples = {folder: _sample(folder) for folder in folders if not own[folder]}
    if samples:
        for path in sorted(report_files(shared / "reports"), key=lambda p: (p.suffix == ".pdf", p)):
            text = _text(path)
            for folder, sentences in samples.items():
                if sum(sentence in text for sentence in sentences) > len(sentences) / 2:
                    own[folder].append(path)
    return own


def _sample(folder: Path) -> list[str]:
    """Give some sentences of a gold set, by which its report is known."""
    paragraphs = [line.partition("] ")[2] for line in (folder / "paras.txt").read_text("utf-8").splitlines()]
    sentences = [bare(sentence) for p in paragraphs for sentence in p.split("。") if len(sentence) > 30]
    return sentences[:: max(1, len(sentences) // 20)]


def _text(path: Path) -> str:
    try:
        return "".join(bare(paragraph.text) for paragraph in read(path).paragraphs)
    except ReportparseError:
        return ""


def score_set(folder: Path, files: Sequence[Path]) -> Scored:
    """Extract and score the first file of a set."""
    report = extract(files[0])
    return Scored(folder.name, report, score(read_gold(folder, report), report), tuple(files[1:]))


def sets_table(scored: Iterable[Scored]) -> Table:
    """Lay out F1 of detection/strict, a set a row and a kind a column."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("F1", no_wrap=True)
    for kind in Kind:
        table.add_column(kind.value, justify="right", no_wrap=True)
    table.add_column("meta", justify="right", no_wrap=True)
    table.add_column("lost", justify="right")
    for one in scored:
        by_kind = {k.kind: f"{k.detection.f1:.3f}/{k.strict.f1:.3f}" for k in one.scores.kinds}
        meta = one.scores.meta
        lost = sum(difference.what is What.lost for difference in one.scores.differences)
        told = f"{meta.right} of {meta.of}" if meta else ""
        table.add_row(one.name, *(by_kind.get(kind, "") for kind in Kind), told, str(lost or ""))
    return table


def twin_line(report: Report, twin: Path) -> str:
    """Say how many facts another file of the same report shares with the first."""
    other = facts_of(extract(twin))
    mine = facts_of(report)
    common = (mine & other).total()
    return f"{twin.name}: {common} facts as in {report.source.name}, {(mine - other).total()} only there, " \
           f"{(other - mine).total()} only here"  # fmt: skip


def facts_of(report: Report) -> Counter[tuple[str, ...]]:
    """Give each fact by what it says, its place and ids left out."""
    figures = [("figure", f.indicator, f.quote, str(f.value), f.unit, f.bound, f.period or "") for f in
               (*report.targets, *report.results)]  # fmt: skip
    projects = [("project", p.name, p.quote, p.stage, p.outlook) for p in report.projects]
    commitments = [("commitment", c.verb, c.quote, c.strength) for c in report.commitments]
    sections = [("section", str(s.level), s.title) for s in report.sections]
    return Counter(tuple(map(bare, fact)) for fact in (*figures, *projects, *commitments, *sections))


def measures(scored: Sequence[Scored]) -> dict[str, float]:
    """Name every measure that has a floor: pooled F1 of each kind, and the least of any set."""
    found: dict[str, float] = {}
    for kind_score in pooled(one.scores for one in scored):
        kind = kind_score.kind
        each = [k for one in scored for k in one.scores.kinds if k.kind is kind]
        rates: dict[str, Rate | None] = {
            "detection": kind_score.detection,
            "strict": kind_score.strict,
            "exact": kind_score.exact,
        }
        found |= {f"{kind}.{asked}": rate.f1 for asked, rate in rates.items() if rate}
        found[f"{kind}.least_strict"] = min(k.strict.f1 for k in each)
    metas = [one.scores.meta for one in scored if one.scores.meta]
    found["meta.right"] = round(sum(m.right for m in metas) / max(1, sum(m.of for m in metas)), 4)
    return found


def broken_floors(measured: Mapping[str, float], floors: Mapping[str, object]) -> list[str]:
    """List the measures of a group that fell below their floors."""
    return [f"{name} is {measured.get(name, 0.0):.4f}, its floor {floor:.4f}" for name, floor in floors.items()
            if isinstance(floor, float) and measured.get(name, 0.0) < floor]  # fmt: skip


def floors_text(measured: Mapping[str, Mapping[str, float]], shared: Path) -> str:
    """Write the floors, each at what was measured or where it already was, whichever is higher.

    A group whose gold has changed begins anew.
    """
    old = tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    text = "# What `make gold` must reach on the hand-made gold. Floors only rise: `make floors`.\n"
    for group, values in measured.items():
        now, before = digest(shared / group), old.get(group, {})
        kept = before if isinstance(before, dict) and before.get("digest") == now else {}
        lines = [f'"{name}" = {max(value, kept.get(name, 0.0)):.4f}' for name, value in values.items()]
        text += f'\n[{group}]\ndigest = "{now}"\n' + "\n".join(lines) + "\n"
    return text


def digest(folder: Path) -> str:
    """Name the gold of a group by its bytes, so that floors are not held against other gold."""
    sha = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            sha.update(path.name.encode() + path.read_bytes())
    return sha.hexdigest()[:16]


if __name__ == "__main__":
    sys.exit(main())

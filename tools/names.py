"""Weigh what tells the name of a work from a class: fit the weights of the project names on coded reports.

python -m tools.names SHARED            print how the weights do on places that were left out
python -m tools.names SHARED --write    write them, and the counts of how many places use a phrase

SHARED is as for tools.gold; what we coded ourselves in its reports comes from tests/data/coded-projects.tsv. The
model is a logistic regression with a penalty on large weights, fitted by gradient descent (Adam): the same bytes at
every run. The bias is what likelihood gives: with a higher one more promises are hard that are soft.
"""

import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np

import reportparse.extractors.projects as floor
from reportparse.extractors.projects import told
from reportparse.extractors.projects.features import features
from reportparse.extractors.projects.mentions import Mention, mentions
from reportparse.extractors.projects.usage import SEVERAL, Usage, phrases
from reportparse.grammar.reading import read as sentence
from reportparse.lexicon import Lexicon, load
from reportparse.model import Outlook, Passage
from reportparse.model.score import Kind
from reportparse.outline import outline
from reportparse.reading import read
from reportparse.score.claim import bare, likeness, places
from reportparse.score.gold import Gold, read_gold
from reportparse.text import fold
from tools.coded import Coded, coded, mark
from tools.gold import gold_sets
from tools.reports import folder_argument, report_files

SENTENCES = Path(__file__).parent.parent / "tests" / "corpus" / "projects.toml"
SENTENCES_COUNT, GOLD_COUNT = 16, 2
"""How often a candidate of our own sentences, and of the hand-made gold, counts: they are the surest."""
WORDS = tuple(f"{place} word" for place in ("head", "first", "last", "left", "right", "right last", "kind"))
SHARED = 5
"""How many places must have a word for it to weigh."""
FLOOR = Path(floor.__file__).parent
ROUNDS, STEP, PENALTY, RARE, LEAST = 200, 0.08, 4.0, 5, 0.05
PARTS = 6
"""In how many parts the places are left out, one part at a time."""
RAISES = tuple(step / 10 for step in range(-2, 7))
"""By how much the bias is raised to see what that does on places left out."""
RAISED = 0.0
"""By how much it is raised in what is written. With more, a few more names are right than wrong on places left out, but
what is wrong makes promises hard that are soft."""

Places = Mapping[str, set[str]]
"""Maps a phrase to the places whose reports use it."""
Verdict = Callable[[Mention, Passage], bool | None]
"""Tells whether a candidate is coded as a name; None where it is optional or was not judged."""


class Sample(NamedTuple):
    """Be one candidate of a place: its features, and whether it is a name."""

    place: str
    features: frozenset[str]
    named: bool


class Model(NamedTuple):
    """Be a bias and the weights of features."""

    bias: float
    weights: dict[str, float]

    def sum(self, given: frozenset[str]) -> float:
        """Add up for a candidate with these features; above 0 it is a name."""
        return self.bias + sum(self.weights.get(name, 0.0) for name in given)


def main() -> int:
    """Fit, say how well, and write where asked."""
    shared = folder_argument("gold to learn from")
    if shared is None:
        return 0
    own = {shared / "reports" / name: rows for name, rows in coded().items()}
    golds = {files[0]: read_gold(folder, None) for folder, files in gold_sets(shared).items()}  # type: ignore[arg-type]
    sets: list[tuple[Path, Verdict]] = [(file, partial(in_gold, gold)) for file, gold in golds.items()]
    sets += [(file, partial(in_table, rows)) for file, rows in own.items() if file.exists()]
    used = places_of(shared / "reports")
    counts = dict.fromkeys(golds, GOLD_COUNT)
    samples = [
        sample
        for file, verdict in sets
        for sample in counts.get(file, 1) * list(samples_of(file, verdict, used))
    ]
    samples += SENTENCES_COUNT * list(samples_of_sentences(used))
    places = len({sample.place for sample in samples}) - 1
    print(f"{len(samples)} candidates of {places} places, {sum(s.named for s in samples)} of them names")
    left_out(samples)
    if "--write" in sys.argv:
        model = fit(samples)
        (FLOOR / "weights.toml").write_text(written(model, len(samples), places), encoding="utf-8")
        (FLOOR / "usage.toml").write_text(counted(used), encoding="utf-8")
    return 0


def place_of(file: Path) -> str:
    """Name the place of a report by its file: all years of one are one place."""
    name = re.sub(r"[\d-]+年?|政府工作报告|[省市]", "", file.stem)
    return name or file.parent.name


def places_of(reports: Path) -> dict[str, set[str]]:
    """Map what may be a name, and its head with the word before it, to the places whose reports have it."""
    lexicon, found = load(), defaultdict(set)
    for file in report_files(reports):
        if file.suffix == ".pdf":
            continue
        for passage in outline(read(file), lexicon).passages:
            for mention in mentions(fold(passage.paragraph.text), passage.body, lexicon):
                for phrase in phrases(mention.candidate):
                    found[phrase].add(place_of(file))
    return {phrase: homes for phrase, homes in found.items() if not _is_of_place(phrase, lexicon)}


def _is_of_place(phrase: str, lexicon: Lexicon) -> bool:
    """Tell whether a phrase begins with the name of a place, and so names one thing however often it is met."""
    first = sentence(phrase, lexicon).tokens[0]
    return first.letter == "G" or first.is_division


def samples_of(file: Path, verdict: Verdict, used: Places) -> Iterator[Sample]:
    """Yield the candidates of one report in the paragraphs that were judged; optional ones are left out."""
    lexicon, place = load(), place_of(file)
    others = elsewhere(used, place)
    for passage in outline(read(file), lexicon).passages:
        if passage.outlook is None:
            continue
        for mention, stage in told(fold(passage.paragraph.text), passage.body, passage.outlook, lexicon):
            named = verdict(mention, passage)
            if named is not None:
                known = features(mention.candidate, mention.left, mention.right, stage, others)
                yield Sample(place, known, named)


def samples_of_sentences(used: Places) -> Iterator[Sample]:
    """Yield the candidates of the sentences of our own that the tests hold."""
    lexicon, others = load(), elsewhere(used, "")
    for row in tomllib.loads(SENTENCES.read_text("utf-8"))["sentence"]:
        outlook = Outlook.done if row.get("looks") else Outlook.planned
        names = [project.split(" | ")[0] for project in row["projects"]]
        for mention, stage in told(fold(row["text"]), 0, outlook, lexicon):
            known = features(mention.candidate, mention.left, mention.right, stage, others)
            yield Sample("", known, mention.candidate.name in names)


def elsewhere(used: Places, place: str) -> Usage:
    """Count the places that use a phrase without one of them, as a report that nobody has seen meets it."""

    def count(phrase: str) -> int:
        number = len(used.get(phrase, set()) - {place})
        return number if number >= SEVERAL else 0

    return count


def in_gold(gold: Gold, mention: Mention, passage: Passage) -> bool | None:
    """Tell whether hand-made gold has a candidate."""
    text = passage.paragraph.text
    whole, quote = bare(text), bare(text[mention.start : mention.end])
    home = [start for start, _ in places(gold.text, whole)]
    before = len(bare(text[: mention.start]))
    spans = [(start + before, start + before + len(quote)) for start in home]
    if not any(low <= a and b <= high for a, b in spans for low, high in gold.judged):
        return None
    rows = [
        Coded(fact.names, fact.optional)
        for fact in gold.facts
        if fact.kind is Kind.projects and any(a < d and c < b for a, b in spans for c, d in fact.spans)
    ]
    return _has(rows, mention)


def in_table(paragraphs: Mapping[str, Sequence[Coded]], mention: Mention, passage: Passage) -> bool | None:
    """Tell whether our own table has a candidate."""
    rows = paragraphs.get(mark(passage.paragraph.text))
    return None if rows is None else _has(rows, mention)


def _has(rows: Sequence[Coded], mention: Mention) -> bool | None:
    name = mention.candidate.name
    hits = [row for row in rows if any(likeness(right, name) >= 0.8 for right in row.names)]
    if any(not row.optional for row in hits):
        return True
    return None if hits else False


def fit(samples: Sequence[Sample]) -> Model:
    """Fit a logistic regression; features that few candidates have weigh nothing."""
    names = common(samples)
    place = {name: at for at, name in enumerate(names, 1)}  # 0 is the bias
    cells = [
        (row, at)
        for row, sample in enumerate(samples)
        for at in (0, *(place[name] for name in sorted(sample.features) if name in place))
    ]
    rows, columns = (np.array(of, dtype=np.intp) for of in zip(*cells, strict=True))
    named = np.array([sample.named for sample in samples], dtype=float)
    size = len(names) + 1
    weights, means, squares = (np.zeros(size) for _ in range(3))
    for turn in range(1, ROUNDS + 1):
        totals = np.bincount(rows, weights=weights[columns], minlength=len(samples))
        errors = 1 / (1 + np.exp(-np.clip(totals, -30, 30))) - named
        pull = np.bincount(columns, weights=errors[rows], minlength=size)
        slope = pull + PENALTY * np.where(np.arange(size) > 0, weights, 0.0)
        means = 0.9 * means + 0.1 * slope
        squares = 0.99 * squares + 0.01 * slope * slope
        step = np.sqrt(squares / (1 - 0.99**turn)) + 1e-8
        weights = weights - STEP * means / (1 - 0.9**turn) / step
    found = {name: float(weights[at]) for name, at in place.items() if abs(weights[at]) >= LEAST}
    return Model(float(weights[0]), found)


def common(samples: Sequence[Sample]) -> list[str]:
    """Give the features that may weigh, sorted: those of enough candidates, words only where several places have them.

    A word that one place has could be the name of its own work.
    """
    counts = Counter(name for sample in samples for name in sample.features)
    homes: dict[str, set[str]] = defaultdict(set)
    for sample in samples:
        for name in sample.features:
            homes[name].add(sample.place)
    return sorted(
        name
        for name, count in counts.items()
        if count >= RARE and (len(homes[name]) >= SHARED or not name.startswith(WORDS))
    )


def left_out(samples: Sequence[Sample]) -> None:
    """Print how models do on places that they were not fitted on, by how much the bias is raised."""
    names, sums = sorted({sample.place for sample in samples}), list[tuple[float, bool]]()
    for part in range(PARTS):
        out = set(names[part::PARTS])
        model = fit([sample for sample in samples if sample.place not in out])
        sums += [(model.sum(s.features), s.named) for s in samples if s.place in out and s.place]
    for raised in RAISES:
        print(f"left out, bias raised by {raised:.1f}: {line(outcome(sums, raised))}")


def outcome(sums: Sequence[tuple[float, bool]], raised: float) -> Counter[str]:
    """Count the names that are taken rightly and wrongly, and those that are missed."""
    taken = ((total + raised > 0, named) for total, named in sums)
    return Counter(
        ("right" if named else "wrong") if takes else "missed" for takes, named in taken if named or takes
    )


def f1(counts: Counter[str]) -> float:
    """Give the F1 of a count of right, wrong and missed."""
    return 2 * counts["right"] / max(1, 2 * counts["right"] + counts["wrong"] + counts["missed"])


def line(counts: Counter[str]) -> str:
    """Write precision, recall and F1 of a count of right, wrong and missed."""
    right, wrong, missed = counts["right"], counts["wrong"], counts["missed"]
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return (
        f"P {precision:.3f} R {recall:.3f} F1 {f1(counts):.3f}   right {right} wrong {wrong} missed {missed}"
    )


def written(model: Model, samples: int, places: int) -> str:
    """Write the weights as TOML, the heaviest first."""
    rows = sorted(model.weights.items(), key=lambda one: (-abs(one[1]), one[0]))
    head = (
        "# What tells the name of a work from a class, and how much: above 0 a candidate is a name.\n"
        f"# Fitted by `make names` on {samples} candidates of {places} places; features.py has them.\n"
    )
    body = "".join(f'"{name}" = {weight:.2f}\n' for name, weight in rows)
    return f"{head}\nbias = {model.bias + RAISED:.2f}\n\n[weights]\n{body}"


def counted(used: Places) -> str:
    """Write the counts as TOML, a list of phrases for each, the highest first."""
    met: dict[int, list[str]] = defaultdict(list)
    for phrase, homes in sorted(used.items()):
        if len(homes) >= SEVERAL:
            met[len(homes)].append(phrase)
    head = "# In how many places' reports a phrase was met that may be a name or the end of one; `make names` counts.\n"
    rows = ""
    for count in sorted(met, reverse=True):
        rows += f"{count} = [\n" + "".join(f"    {_quoted(phrase)},\n" for phrase in met[count]) + "]\n"
    return head + rows


def _quoted(phrase: str) -> str:
    return f"'{phrase}'" if '"' in phrase else f'"{phrase}"'


if __name__ == "__main__":
    sys.exit(main())

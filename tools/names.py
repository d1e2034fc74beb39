"""Weigh what tells the name of a work from a class: fit the weights of the project names on hand-made gold.

python -m tools.names SHARED [MORE]            print how the weights do on reports that were left out
python -m tools.names SHARED [MORE] --write    write them

SHARED is as for tools.gold; MORE holds further sets, each with a source.txt that names its report. The model is a
logistic regression with a penalty on large weights, fitted by gradient descent (Adam): no
library, the same bytes at every run.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

import reportparse.extractors.projects as floor
from reportparse.extractors.projects.features import features
from reportparse.extractors.projects.mentions import Mention, mentions
from reportparse.extractors.projects.stages import settle
from reportparse.lexicon import load
from reportparse.model import Outlook, Passage
from reportparse.model.score import Kind
from reportparse.outline import outline
from reportparse.reading import read
from reportparse.score.claim import bare, likeness, places
from reportparse.score.gold import Gold, read_gold
from reportparse.text import fold
from tools.gold import gold_sets
from tools.reports import folder_argument

SENTENCES = Path(__file__).parent.parent / "tests" / "corpus" / "projects.toml"
SENTENCES_COUNT = 8
WORDS = ("head word",)
SHARED = 5
"""How many reports must have a word for it to weigh."""
WEIGHTS = Path(floor.__file__).with_name("weights.toml")
ROUNDS, STEP, PENALTY, RARE, LEAST = 200, 0.08, 2.0, 5, 0.05


class Sample(NamedTuple):
    """Be one candidate of a report: its features, and whether the gold has it."""

    report: str
    features: frozenset[str]
    named: bool


class Model(NamedTuple):
    """Be a bias and the weights of features."""

    bias: float
    weights: dict[str, float]

    def takes(self, given: frozenset[str]) -> bool:
        """Tell whether a candidate with these features is a name."""
        return self.bias + sum(self.weights.get(name, 0.0) for name in given) > 0


def main() -> int:
    """Fit, say how well, and write where asked."""
    shared = folder_argument("gold to learn from")
    if shared is None:
        return 0
    sets = [(folder, files[0]) for folder, files in gold_sets(shared).items()]
    for more in (Path(given) for given in sys.argv[2:] if not given.startswith("-")):
        sets += [(s.parent, Path(s.read_text("utf-8").strip())) for s in sorted(more.glob("*/source.txt"))]
    samples = [sample for folder, file in sets for sample in samples_of(folder, file)]
    samples += SENTENCES_COUNT * list(samples_of_sentences())
    print(f"{len(samples)} candidates of {len(sets)} reports, {sum(s.named for s in samples)} of them names")
    if "--write" not in sys.argv:
        left_out(samples)
    else:
        WEIGHTS.write_text(written(fit(samples), len(samples), len(sets)), encoding="utf-8")
    return 0


def samples_of(folder: Path, file: Path) -> Iterator[Sample]:
    """Yield the candidates of one report in the paragraphs that were judged; optional ones are left out."""
    lexicon = load()
    gold = read_gold(folder, None)  # type: ignore[arg-type]
    for passage in outline(read(file), lexicon).passages:
        if passage.outlook is None:
            continue
        for mention in mentions(fold(passage.paragraph.text), passage.body, lexicon):
            stage = settle(mention.words, passage.outlook)
            named = verdict(mention, passage, gold)
            if (
                named is not None
                and stage is not None
                and not mention.title
                and not mention.candidate.counted
            ):
                known = features(mention.candidate, mention.left, mention.right, stage)
                yield Sample(folder.name, known, named)


def samples_of_sentences() -> Iterator[Sample]:
    """Yield the candidates of the sentences of our own that the tests hold."""
    lexicon = load()
    for row in tomllib.loads(SENTENCES.read_text("utf-8"))["sentence"]:
        outlook = Outlook.done if row.get("looks") else Outlook.planned
        names = [project.split(" | ")[0] for project in row["projects"]]
        for mention in mentions(fold(row["text"]), 0, lexicon):
            stage = settle(mention.words, outlook)
            if stage is not None and not mention.title and not mention.candidate.counted:
                known = features(mention.candidate, mention.left, mention.right, stage)
                yield Sample("sentences", known, mention.candidate.name in names)


def verdict(mention: Mention, passage: Passage, gold: Gold) -> bool | None:
    """Tell whether the gold has a candidate; None where it is optional or was not judged."""
    text = passage.paragraph.text
    whole, quote = bare(text), bare(text[mention.start : mention.end])
    home = [start for start, _ in places(gold.text, whole)]
    before = len(bare(text[: mention.start]))
    spans = [(start + before, start + before + len(quote)) for start in home]
    if not any(low <= a and b <= high for a, b in spans for low, high in gold.judged):
        return None
    name = mention.candidate.name
    hits = [
        fact
        for fact in gold.facts
        if fact.kind is Kind.projects
        and any(a < d and c < b for a, b in spans for c, d in fact.spans)
        and any(likeness(right, name) >= 0.8 for right in fact.names)
    ]
    if any(not fact.optional for fact in hits):
        return True
    return None if hits else False


def fit(samples: Sequence[Sample]) -> Model:
    """Fit a logistic regression; features that few candidates have weigh nothing."""
    names = common(samples)
    place = {name: at for at, name in enumerate(names, 1)}  # 0 is the bias
    rows = [
        ([0, *(place[name] for name in sorted(s.features) if name in place)], float(s.named)) for s in samples
    ]
    weights, means, squares = ([0.0] * (len(names) + 1) for _ in range(3))
    for turn in range(1, ROUNDS + 1):
        slope = [0.0, *(PENALTY * weight for weight in weights[1:])]
        for given, named in rows:
            total = sum(weights[at] for at in given)
            error = 1 / (1 + exp(-max(-30.0, min(30.0, total)))) - named
            for at in given:
                slope[at] += error
        for at, pull in enumerate(slope):
            means[at] = 0.9 * means[at] + 0.1 * pull
            squares[at] = 0.99 * squares[at] + 0.01 * pull * pull
            size = sqrt(squares[at] / (1 - 0.99**turn)) + 1e-8
            weights[at] -= STEP * means[at] / (1 - 0.9**turn) / size
    return Model(weights[0], {name: weights[at] for name, at in place.items() if abs(weights[at]) >= LEAST})


def common(samples: Sequence[Sample]) -> list[str]:
    """Give the features that may weigh, sorted: those of enough candidates, words only where several reports have them.

    A word that one report has could be the name of its own work.
    """
    counts = Counter(name for sample in samples for name in sample.features)
    homes: dict[str, set[str]] = {}
    for sample in samples:
        for name in sample.features:
            homes.setdefault(name, set()).add(sample.report)
    return sorted(
        name
        for name, count in counts.items()
        if count >= RARE and (len(homes[name]) >= SHARED or not name.startswith(WORDS))
    )


def left_out(samples: Sequence[Sample]) -> None:
    """Print for each report how a model does that was fitted on all others."""
    totals: Counter[str] = Counter()
    for report in sorted({sample.report for sample in samples}):
        model = fit([sample for sample in samples if sample.report != report])
        own = [sample for sample in samples if sample.report == report]
        counts = Counter(
            ("right" if sample.named else "wrong") if model.takes(sample.features) else "missed"
            for sample in own
            if sample.named or model.takes(sample.features)
        )
        totals += counts
        print(f"{report:20} {line(counts)}")
    print(f"{'all, left out':20} {line(totals)}")
    model = fit(samples)
    fitted = Counter(
        ("right" if s.named else "wrong") if model.takes(s.features) else "missed"
        for s in samples
        if s.named or model.takes(s.features)
    )
    print(f"{'all, fitted':20} {line(fitted)}")


def line(counts: Counter[str]) -> str:
    """Write precision, recall and F1 of a count of right, wrong and missed."""
    right, wrong, missed = counts["right"], counts["wrong"], counts["missed"]
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}   right {right} wrong {wrong} missed {missed}"


def written(model: Model, samples: int, reports: int) -> str:
    """Write the weights as TOML, the heaviest first."""
    rows = sorted(model.weights.items(), key=lambda one: (-abs(one[1]), one[0]))
    head = (
        "# What tells the name of a work from a class, and how much: above 0 a candidate is a name.\n"
        f"# Fitted by `make names` on {samples} candidates of {reports} coded reports; features.py has them.\n"
    )
    body = "".join(f'"{name}" = {weight:.2f}\n' for name, weight in rows)
    return f"{head}\nbias = {model.bias:.2f}\n\n[weights]\n{body}"


if __name__ == "__main__":
    sys.exit(main())

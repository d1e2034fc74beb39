"""Say where the change of one word changes more than that word in the facts of a sentence.

python -m tools.consistent [--kind adverb] [--share 0.1] [--show 20]

Every variant of tools/variants.py is read, or a seeded share of them; what differs is printed by the word that
makes the difference, with the rate of each kind.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from random import Random

import regex

from reportparse.extractors.commitments import commitments
from reportparse.extractors.figures.figures import of_passage
from reportparse.extractors.projects import projects
from reportparse.grammar.calendar import Calendar
from reportparse.lexicon import load
from reportparse.model import Paragraph, Passage
from tools.variants import KINDS, Sentence, Variant, sentences

CALENDAR = Calendar(2031, 2030)
Fact = tuple[str, ...]
RELATION = " (verbatim)"
"""Marks the field that is the text itself, an adverb in it included."""


def main() -> None:
    """Print the differences and the rates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", choices=KINDS, action="append")
    parser.add_argument("--share", type=float, default=1.0, help="read this share of the variants")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=10, help="print so many differences of a word at most")
    given = parser.parse_args()
    for kind in given.kind or KINDS:
        show(kind, sample(kind, given.share, Random(given.seed)), given.show)


def sample(kind: str, share: float, random: Random) -> Iterator[Variant]:
    """Yield a share of all variants of a kind."""
    for sentence in sentences():
        for variant in KINDS[kind](sentence):
            if share >= 1 or random.random() < share:
                yield variant


def show(kind: str, variants: Iterable[Variant], most: int) -> None:
    """Read the variants and print what differs, the words that make most of the differences first."""
    read, differing = 0, defaultdict[str, list[str]](list)
    words: Counter[str] = Counter()
    for variant in variants:
        read += 1
        words[variant.new] += 1
        if told := difference(variant):
            differing[variant.new].append(f"  {variant.text}\n    {told}")
    for word, found in sorted(differing.items(), key=lambda pair: -len(pair[1])):
        print(f"{kind} {word}: {len(found)} of {words[word]}", *found[:most], sep="\n")
    count = sum(map(len, differing.values()))
    print(f"{kind}: {count} of {read} differ, {count / max(read, 1):.2%}")


def difference(variant: Variant) -> str:
    """Say what else a variant changes, "" for nothing."""
    before = facts(variant.sentence, variant.sentence.text)
    after = [
        tuple(_restored(field, variant) for field in fact) for fact in facts(variant.sentence, variant.text)
    ]
    if list(before) == after:
        return ""
    lost = [" ".join(fact) for fact in before if fact not in after]
    gained = [" ".join(fact) for fact in after if fact not in before]
    return f"- {'; '.join(lost)}\n    + {'; '.join(gained)}"


def _restored(field: str, variant: Variant) -> str:
    """Give a field as it would be without the change of the word itself."""
    if not variant.old:
        return field.replace(variant.new, "") if field.endswith(RELATION) else field
    if variant.kind == "number":  # the 3 of 2031 is another one
        return regex.sub(rf"(?<![0-9.]){regex.escape(variant.new)}(?![0-9.])", variant.old, field)
    return field.replace(variant.new, variant.old)


@lru_cache(maxsize=8)
def facts(sentence: Sentence, text: str) -> tuple[Fact, ...]:
    """Give the facts of a text that stands where the sentence does, each by its fields without quote and place."""
    paragraph = Paragraph(id="p1", section=None, role=sentence.role, page=None, text=text)
    passage = Passage(paragraph=paragraph, body=0, outlook=sentence.outlook, period=sentence.period)
    lexicon = load()
    return (
        *(
            _fields(
                outlook, f.indicator, f.measure, f.value, f.value_max, f.unit, f.bound, f.basis, f.hedge,
                f.period, f.baseline and f.baseline.value, f.scope, f.relation and f.relation + RELATION,
            )
            for outlook, f in of_passage(passage, CALENDAR, lexicon)
        ),
        *(_fields(w.name, w.stage, w.outlook, w.period) for w in projects((passage,), CALENDAR, lexicon)),
        *(_fields(c.verb, c.object, c.strength, c.deadline) for c in commitments((passage,), lexicon)),
    )  # fmt: skip


def _fields(*values: object) -> Fact:
    return tuple("-" if value is None else str(value) for value in values)


if __name__ == "__main__":
    main()

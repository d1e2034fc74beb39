"""Make variants of a sentence: one word changed for another of which the lexicon says just the same.

`python -m tools.consistent` reads them, as tests/test_consistency.py does a sample of them. Four kinds:

- `adverb`: an adverb before the predicate of a clause;
- `verb`: a verb for a sister, of which the word table says all the same;
- `place`: the name of a place for another one;
- `number`: an amount for another one that its unit can have.
"""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from reportparse.extractors.commitments import promises
from reportparse.extractors.figures.qualitative import rules as rules_in_words
from reportparse.extractors.figures.reader import CONSTRUCTIONS
from reportparse.extractors.projects.rules import rules as rules_of_projects
from reportparse.grammar.cutting import tokens
from reportparse.grammar.predicate import predicate
from reportparse.grammar.quantity import bounds, quantities
from reportparse.grammar.reading import Reading, read
from reportparse.grammar.token import Token
from reportparse.lexicon import ClauseWordEntry, VerbEntry, load
from reportparse.lexicon.divisions import divisions
from reportparse.lexicon.vocabulary import Features, vocabulary
from reportparse.model import Outlook, Role
from reportparse.text import fold

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"


@dataclass(frozen=True)
class Sentence:
    """Be a sentence of the corpora or the example of a rule, with what the passage around it says."""

    text: str
    outlook: Outlook = Outlook.planned
    period: str = "2031"
    role: Role = Role.other


@dataclass(frozen=True)
class Variant:
    """Be `sentence` with `new` at `start` where `old` stood; an adverb stands where nothing did."""

    sentence: Sentence
    kind: str
    start: int
    old: str
    new: str

    @property
    def text(self) -> str:
        """Give the sentence as varied."""
        printed = self.sentence.text
        return printed[: self.start] + self.new + printed[self.start + len(self.old) :]


def sentences() -> Iterator[Sentence]:
    """Yield the sentences of the corpora that are read as they should be, and the examples of the rules, folded."""
    for name in ("figures", "projects", "commitments"):
        for row in tomllib.loads((CORPUS / f"{name}.toml").read_text("utf-8"))["sentence"]:
            if not row.get("gap"):
                back = row.get("looks") == "back" or row.get("outlook") == "done"
                yield Sentence(
                    fold(row["text"]),
                    Outlook.done if back else Outlook.planned,
                    row.get("period", "2030" if back else "2031"),
                    Role(row.get("role", "other")),
                )
    for construction in CONSTRUCTIONS:
        for text, _ in construction.examples:
            yield Sentence(fold(text))
    for way in rules_of_projects(load()):
        for text, _ in way.examples:
            yield Sentence(fold(text))
    for rule in rules_in_words(load()):
        for text, _ in rule.examples:
            yield Sentence(fold(text), role=Role.annual_targets)


def predicates(reading: Reading) -> Iterator[int]:
    """Yield the places of the words that are the verbs of clauses, where the sentence has them once.

    What holds two verbs (恢复重建, whose verb is 恢复) is no such word, and a clause inside the object of another
    one has none (健全权责清晰，运行高效的体系).
    """
    own = list(promises(reading.text, 0, len(reading.text), load()))
    for clause in reading.clauses:
        found = predicate(reading, clause.first, clause.last, load())
        inside = any(
            one.first < clause.first < one.last and one.predicate.place < clause.first for one in own
        )
        if found.place >= 0 and reading.letters[found.place] == "V" and not inside:
            word = reading.tokens[found.place].text
            if found.verb.of(reading.text) == word and reading.text.count(word) == 1:
                yield found.place


def adverbs(sentence: Sentence) -> Iterator[Variant]:
    """Put each adverb before each predicate and the adverbs that it has."""
    reading = read(sentence.text, load())
    for place in predicates(reading):
        while place and reading.letters[place - 1] == "D":
            place -= 1
        for word in _adverbs():
            if word not in sentence.text:
                yield Variant(sentence, "adverb", reading.tokens[place].start, "", word)


@cache
def _adverbs() -> tuple[str, ...]:
    """Give the adverbs that are nothing else to the lexicon and do not turn the outlook (即将)."""
    table = vocabulary(load())
    plain = Features(roles=frozenset(("adverb",)))
    forms = dict.fromkeys(form for e in load().of(ClauseWordEntry) for form in e.forms)
    return tuple(form for form in forms if table[form] == plain)


def verbs(sentence: Sentence) -> Iterator[Variant]:
    """Put each sister in the place of each predicate's verb."""
    reading = read(sentence.text, load())
    for place in predicates(reading):
        token = reading.tokens[place]
        for word in _sisters()[_kind(token.text)]:
            if word not in sentence.text:
                yield Variant(sentence, "verb", token.start, token.text, word)


@cache
def _sisters() -> defaultdict[object, list[str]]:
    """Gather the verbs of which the lexicon says the same."""
    found: defaultdict[object, list[str]] = defaultdict(list)
    for entry in load().of(VerbEntry):
        word, reading = entry.forms[0], read(f"{entry.forms[0]}大桥", load())
        alone = predicate(reading, 0, len(reading.tokens), load()).verb.of(reading.text) == word
        if alone and not {"stem", "complement"} & set(entry.kinds):
            found[_kind(word)].append(word)
    return found


def _kind(word: str) -> object:
    """Give all that the lexicon says of a verb, and its letters: 降|至 tells where to, 抓 takes a complement."""
    features = vocabulary(load())[word]
    verb, noun = (
        part.model_dump(exclude={"id", "forms", "example"}) if part else {}
        for part in (features.verb, features.noun)
    )
    told = (*sorted(verb.items()), *sorted(noun.items()))
    relations = tuple(e.id for e in load().entries("relations") if word in e.forms)
    limit = bounds(load(), "before").get(word)
    onward = len(word) > 1 and word[-1] in "到至为"
    return (told, features.roles, features.hedge, limit, relations, len(word) == 1, onward)


def places(sentence: Sentence) -> Iterator[Variant]:
    """Put each place in the place of each of its kind: one that a dictionary has, or an invented one."""
    reading = read(sentence.text, load())
    for token, behind in pairwise(reading.tokens):
        if is_place(token, behind) and sentence.text.count(token.text) == 1:
            for name in _places()[token.letter]:
                if name not in sentence.text:
                    yield Variant(sentence, "place", token.start, token.text, name)


def is_place(token: Token, behind: Token) -> bool:
    """Tell whether a token is the bare name of a place, or a word that no dictionary has before the head of a work."""
    bare = len(token.text) == 2 and not token.text.isascii()
    return bare and (token.letter == "G" or (token.letter == "X" and behind.is_head))


@cache
def _places() -> dict[str, tuple[str, ...]]:
    """Give the short names of divisions that are nothing but names, and the names of places in the sentences."""
    names = dict.fromkeys(division.short for division in divisions() if not division.former)
    names |= dict.fromkeys(
        token.text
        for sentence in sentences()
        for token, behind in pairwise(read(sentence.text, load()).tokens)
        if is_place(token, behind)
    )
    found: dict[str, list[str]] = {"G": [], "X": []}
    for name in names:
        alone = tokens(f"{name}大桥", load())
        if alone[0].text == name and is_place(*alone[:2]):
            found[alone[0].letter].append(name)
    return {letter: tuple(same) for letter, same in found.items()}


_WHOLE = ("3", "7", "26", "48", "130", "907", "1250", "36800")
_BROKEN = ("0.7", "3.6", "18.25", "640.5")
_SMALL = ("3", "7", "26", "48", "0.7", "3.6", "18.25")


def numbers(sentence: Sentence) -> Iterator[Variant]:
    """Put other numbers in the place of each amount in digits. Years are left: 连续4年 says when as well."""
    told = {str(quantity.value) for quantity in quantities(sentence.text, load())}
    for token in read(sentence.text, load()).tokens:
        quantity = token.quantity
        if token.letter != "Q" or quantity is None or quantity.value_max is not None:
            continue
        if quantity.base_unit == "年":
            continue
        old = sentence.text[quantity.number :][: len(str(quantity.value))]
        if old != str(quantity.value) or sentence.text.count(old) > 1:
            continue
        for number in _numbers(quantity.kind, quantity.unit != quantity.base_unit):
            if number not in sentence.text and number not in told:
                yield Variant(sentence, "number", quantity.number, old, number)


def _numbers(kind: str, scaled: bool) -> tuple[str, ...]:
    """Give the numbers that an amount of that kind can have: no half things, no large rates, no large scaled ones."""
    if kind in ("percent", "points", "times"):
        return _SMALL
    if scaled or kind in ("money", "length", "area", "mass", "volume", "energy"):
        return (*_WHOLE[:6], *_BROKEN)
    return _WHOLE[:4] if kind == "time" else _WHOLE


KINDS: dict[str, Callable[[Sentence], Iterator[Variant]]] = {
    "adverb": adverbs,
    "verb": verbs,
    "place": places,
    "number": numbers,
}

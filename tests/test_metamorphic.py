"""A report that is changed in one way says the same in all others; no gold is asked."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from random import Random
from typing import NamedTuple

import pytest
import regex

from reportparse import Commitment, Figure, Project, Report, extract
from reportparse.model import Role
from tests.conftest import SAMPLES

Fact = Figure | Project | Commitment
Told = Counter[tuple[str, object]]

TEXTS = {path.stem: path.read_text("utf-8") for path in SAMPLES if path.suffix == ".md"}
GONE = {"id", "at", "page", "section", "same_as", "figures", "targets", "projects", "inferred", "repeats"}

PLACES = {"砚川": "澜川", "绫阳": "鹤亭", "鹤亭": "绫阳", "茗溪": "松坞", "松坞": "茗溪"}
PLANS = {"十三五": "十四五", "十四五": "十五五", "二〇三五": "二〇四〇"}
MEMBERS = regex.compile(r"(?<=、)(\p{Han}{2,12})、(\p{Han}{2,12})(?=、)")


def sentences(block: str) -> list[str]:
    """Part a paragraph at its full stops."""
    return regex.findall("[^。！]+[。！][”』）]?", block)


@cache
def read(text: str) -> Report:
    """Extract a text once."""
    return extract(text.encode(), name="report.md")


def facts(report: Report) -> list[Fact]:
    """Give the facts of all kinds."""
    return [*report.targets, *report.results, *report.projects, *report.commitments]


def said(value: object, view: Callable[[str], str]) -> object:
    """Give what a field says, its words as `view` has them; a number is "=1.5", and so no year."""
    if isinstance(value, dict):
        return tuple((name, said(inner, view)) for name, inner in value.items())
    if isinstance(value, Decimal):
        return view(f"={value}")
    return view(value) if isinstance(value, str) else repr(value)


def told(some: list[Fact], view: Callable[[str], str] = str) -> Told:
    """Count facts by all that they say of the report, not by where it stands."""
    return Counter((type(fact).__name__, said(fact.model_dump(exclude=GONE), view)) for fact in some)


def hold(found: Told, expected: Told, share: float = 0) -> None:
    """Hold two tellings to each other, but for a share of the facts."""
    gone, new = list((expected - found).elements()), list((found - expected).elements())
    if max(len(gone), len(new)) > share * expected.total():
        pytest.fail("\n".join(["Gone:", *map(str, gone[:3]), "New:", *map(str, new[:3])]), pytrace=False)


def exchanged(words: dict[str, str], text: str) -> str:
    """Put for each word its other, all at once."""
    return regex.sub("|".join(words), lambda found: words[found[0]], text)


def with_other_places(text: str) -> str:
    """Give the city an invented name, and the counties each other's."""
    return exchanged(PLACES, text)


def with_later_years(text: str) -> str:
    """Move the years of this century, and the plans with them."""
    later = regex.sub("(?<![0-9.=])20[0-9]{2}(?=[年—-]|$)", lambda year: str(int(year[0]) + 5), text)
    return exchanged(PLANS, later)


def with_other_numbers(text: str) -> str:
    """Give each number of several digits another last one, unless it is a year, a day or a name's."""
    return regex.sub(
        r"(?<![0-9A-Za-z.]|PM)(?!20[0-9]{2})(?<head>[1-9][0-9]*\.?[0-9]*)(?<last>[1-9])(?![0-9.日月年天分小])",
        lambda number: number["head"] + str(int(number["last"]) % 9 + 1),
        text,
    )


def spaced_numbers(text: str) -> str:
    """Put a space between letters and digits, as converters do."""
    return regex.sub(r"(?<=[0-9])(?=\p{Han})|(?<=\p{Han})(?=[0-9])", " ", text)


def spaced_letters(text: str) -> str:
    """Put a space between all letters, as fonts do that are set wide."""
    return regex.sub(r"(?<=\p{Han})(?=\p{Han})", " ", text)


def indented(text: str) -> str:
    """Open every paragraph with two wide spaces."""
    return regex.sub(r"(?m)^(?=[\p{Han}（“—*])", "\u3000\u3000", text)


def turned_members(text: str) -> str:
    """Exchange two neighbours inside a list of names."""
    return MEMBERS.sub(r"\2、\1", text)


def turned_targets(text: str) -> str:
    """Turn the clauses round that set the year's targets."""
    return regex.sub(
        "(?<=预期目标[是为]：)[^。]+", lambda aims: "，".join(reversed(regex.split("[，；]", aims[0]))), text
    )


def turned_sentences(text: str) -> str:
    """Turn the sentences of each paragraph round behind the first, which may be its heading."""

    def line(one: str) -> str:
        first, *rest = sentences(one) or [one]
        whole = first + "".join(rest) == one and one.count("“") == one.count("”")
        return first + "".join(reversed(rest)) if whole else one

    return "\n".join(line(one) for one in text.split("\n"))


def without_bold(text: str) -> str:
    """Set nothing in bold."""
    return text.replace("**", "")


def sorted_members(value: str) -> str:
    """Write a list in one order."""
    return "、".join(sorted(regex.split("[、和]", value)))


def without_numbers(value: str) -> str:
    """Write a mark for each number."""
    return regex.sub(r"[0-9]+(?:\.[0-9]+)?", "#", value)


class Change(NamedTuple):
    """Be a change of a text, what becomes of the words of a fact by it, and by what they are then compared."""

    make: Callable[[str], str]
    to: Callable[[str], str] = str
    view: Callable[[str], str] = str


CHANGES = {
    "places exchanged": Change(with_other_places, with_other_places),
    "years moved": Change(with_later_years, with_later_years),
    "other numbers": Change(with_other_numbers, view=without_numbers),
    "members of lists exchanged": Change(turned_members, view=sorted_members),
    "targets turned round": Change(turned_targets),
    "sentences turned round": Change(turned_sentences),
    "spaces between letters and digits": Change(spaced_numbers),
    "spaces between letters": Change(spaced_letters),
    "indents": Change(indented),
    "no bold": Change(without_bold),
}
CHANGED = [
    (stem, change) for stem in TEXTS for change in CHANGES if CHANGES[change].make(TEXTS[stem]) != TEXTS[stem]
]


@pytest.mark.parametrize(("stem", "change"), CHANGED)
def test_the_facts_stay(stem: str, change: str) -> None:
    """All of them, in every field, with what is not stated and the sections."""
    make, to, view = CHANGES[change]
    before, after = read(TEXTS[stem]), read(make(TEXTS[stem]))
    hold(told(facts(after), view), told(facts(before), lambda words: view(to(words))))
    assert after.not_stated == before.not_stated
    assert [view(one.title) for one in after.sections] == [view(to(one.title)) for one in before.sections]


def test_every_change_is_tried() -> None:
    """None of them leaves all the samples as they are."""
    assert {change for _, change in CHANGED} == set(CHANGES)


def prose(stem: str, count: int) -> list[str]:
    """Give some blocks of a sample that are paragraphs of several sentences, behind the front matter."""
    blocks = TEXTS[stem].split("\n\n")[6:]
    several = [block for block in blocks if len(sentences(block)) > 2 and "".join(sentences(block)) == block]
    return Random(stem).sample(several, count)


def standing_in(report: Report, words: str) -> list[Fact]:
    """Give the facts whose paragraph, or whose quote, stands in some words."""
    whole = {one.id for one in report.paragraphs if one.text in words}
    return [fact for fact in facts(report) if fact.at.paragraph in whole]


@pytest.mark.parametrize("stem", TEXTS)
def test_a_paragraph_doubled_says_its_own_twice(stem: str) -> None:
    """And nothing else changes."""
    text, before = TEXTS[stem], read(TEXTS[stem])
    chosen = prose(stem, 12)
    for block in chosen:
        text = text.replace(block, f"{block}\n\n{block}")
    own = standing_in(before, without_bold("\n".join(chosen)))
    assert own
    hold(told(facts(read(text))), told(facts(before)) + told(own))


@pytest.mark.parametrize("stem", TEXTS)
def test_a_sentence_deleted_takes_its_own_facts_away(stem: str) -> None:
    """One of twenty paragraphs each, and not the first, by which they may be named."""
    text, before = TEXTS[stem], read(TEXTS[stem])
    chance = Random(stem)
    gone = [(block, chance.choice(sentences(block)[1:])) for block in prose(stem, 20)]
    for block, sentence in gone:
        text = text.replace(block, block.replace(sentence, ""))
    own = [
        fact
        for block, sentence in gone
        for fact in standing_in(before, without_bold(block))
        if fact.quote in sentence
    ]
    assert own
    hold(told(facts(read(text))), told(facts(before)) - told(own))


def run_in(report: Report) -> list[str]:
    """Give the headings that open a paragraph and are no deeds, as a text without bold has them."""
    texts = {one.id: one.text for one in report.paragraphs}
    found = [(texts[one.at.paragraph], one) for one in report.sections if one.role is not Role.annex]
    return [
        text[: one.at.end + 1]
        for text, one in found
        if one.at.start == 0 and one.at.end < len(text.rstrip("。"))
    ]


@pytest.mark.parametrize("stem", TEXTS)
def test_headings_alone_in_their_paragraphs_are_headings(stem: str) -> None:
    """A run-in heading that a converter parted from its paragraph names the same, in bold or not."""
    text = without_bold(TEXTS[stem])
    before = read(text)
    for heading in run_in(before):
        text = text.replace(f"\n{heading}", f"\n{heading}\n\n")
    after = read(text)
    assert [one.title for one in after.sections] == [one.title for one in before.sections]
    # A number in a heading that has a paragraph of its own (两头) is read no more.
    hold(told(facts(after)), told(facts(before)), share=0.001)


@pytest.mark.parametrize("stem", TEXTS)
def test_sentences_parted_into_paragraphs_say_the_same(stem: str) -> None:
    """But for few: where each sentence stands alone, a short one over a long one may be a heading."""
    text = regex.sub("(?<=[。！])(?=[^”’』」）\\n*])", "\n\n", TEXTS[stem])
    hold(told(facts(read(text))), told(facts(read(TEXTS[stem]))), share=0.03)

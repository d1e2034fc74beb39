"""Count a dictionary's terms in reports and their sections: the attention index of the literature."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import regex

from reportparse.corpus.dictionary import TermDictionary
from reportparse.corpus.layout import Row, Table, described
from reportparse.model import Report, Section
from reportparse.text import fold

if TYPE_CHECKING:
    from jieba import Tokenizer

_WORD: Final = regex.compile(r"\w")
_WHOLE = ""
"""The key of the whole report among its sections."""


class Per(StrEnum):
    """Say what counts are a share of: all tokens, those that are no punctuation, characters but white space."""

    tokens = "tokens"
    words = "words"
    characters = "characters"


TABLE: Table = described(
    "terms",
    ("report", "section", "term", "category"),
    {
        "report": "text", "place": "text", "division_code": "text", "year": "integer", "section": "text",
        "title": "text", "role": "text", "term": "text", "category": "text", "count": "integer",
        "substrings": "integer", "share": "number", "rank": "integer", "of": "integer", "per": "text",
        "dictionary": "text",
    },
)  # fmt: skip
"""What the columns of the counts are and mean."""


@dataclass
class Unit:
    """Be what was counted in a report or a section: terms as tokens and as substrings, and what they are part of."""

    count: Counter[str] = field(default_factory=Counter)
    substrings: Counter[str] = field(default_factory=Counter)
    sizes: Counter[Per] = field(default_factory=Counter)

    def add(self, other: Unit) -> None:
        """Add what was counted in a part."""
        self.count.update(other.count)
        self.substrings.update(other.substrings)
        self.sizes.update(other.sizes)


@dataclass(frozen=True)
class Counted:
    """Be a report with what was counted in it as a whole, under the key "", and in its sections, by their ids."""

    key: str
    report: Report
    units: dict[str, Unit]


class TermCounter:
    """Count terms. The tokenizer is jieba's, of its own: it knows the terms, and no other part sees it."""

    def __init__(self, terms: TermDictionary) -> None:
        self._terms = terms
        self._tokenizer = _tokenizer(terms.terms)

    def counted(self, key: str, report: Report, *, sections: bool) -> Counted:
        """Count in a report and, where asked, in each section with all that is below it."""
        units = {_WHOLE: Unit()}
        above = {section.id: section.parent for section in report.sections}
        for paragraph in report.paragraphs:
            part = self._unit(paragraph.text)
            units[_WHOLE].add(part)
            section = paragraph.section if sections else None
            while section:
                units.setdefault(section, Unit()).add(part)
                section = above.get(section)
        return Counted(key, report.model_copy(update=_HEAVY), units)

    def _unit(self, text: str) -> Unit:
        folded = fold(text)
        tokens = [token for token in self._tokenizer.cut(folded) if not token.isspace()]
        return Unit(
            Counter(token for token in tokens if token in self._terms.terms),
            Counter({term: found for term in self._terms.terms if (found := folded.count(term))}),
            Counter(
                {
                    Per.tokens: len(tokens),
                    Per.words: sum(1 for token in tokens if _WORD.search(token)),
                    Per.characters: sum(map(len, tokens)),
                }
            ),
        )


_HEAVY: Final = dict.fromkeys(("paragraphs", "targets", "results", "projects", "commitments"), ())
"""What of a report is not kept while its counts are."""


def _tokenizer(terms: Iterable[str]) -> Tokenizer:
    """Make a tokenizer of jieba's dictionary and the terms; its usual cache in the temporary folder is not used."""
    from jieba import Tokenizer

    tokenizer = Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    for term in terms:
        tokenizer.add_word(term)
    return tokenizer


def rows(counted: Sequence[Counted], terms: TermDictionary, per: Per) -> Iterator[Row]:
    """Lay the counts out: for each report and section a row for all terms, for each category, for each term met.

    Shares have six decimals. A report is ranked among the reports by its share of all terms, a term among the terms of
    its report or section by its count; equals have one rank.
    """
    shares = [_share(one.units[_WHOLE].count.total(), one.units[_WHOLE], per) for one in counted]
    for one, share in zip(counted, shares, strict=True):
        sections = {section.id: section for section in one.report.sections}
        for id_ in (_WHOLE, *(id_ for id_ in sections if id_ in one.units)):
            head = _head(one, sections.get(id_)) | {"per": per.value, "dictionary": terms.name}
            for row in _of_unit(one.units[id_], terms, per):
                if id_ == _WHOLE and not row["term"] and not row["category"]:
                    row["rank"] = 1 + sum(other > share for other in shares)
                yield {name: (head | row)[name] for name in TABLE.names}


def _head(one: Counted, section: Section | None) -> Row:
    meta = one.report.meta
    return {
        "report": one.key,
        "place": meta.place,
        "division_code": meta.division_code,
        "year": meta.year,
        "section": section.id if section else None,
        "title": section.title if section else None,
        "role": section.role.value if section else None,
    }


def _of_unit(unit: Unit, terms: TermDictionary, per: Per) -> Iterator[Row]:
    yield _counts(None, None, list(terms.terms), unit, per)
    categories = dict.fromkeys(terms.terms.values())
    for category in categories:
        members = [term for term, own in terms.terms.items() if own == category]
        if category and unit.substrings.keys() & set(members):
            yield _counts(None, category, members, unit, per)
    for term, category in terms.terms.items():
        if unit.substrings[term]:
            rank = 1 + sum(other > unit.count[term] for other in unit.count.values())
            yield _counts(term, category or None, [term], unit, per) | {"rank": rank}


def _counts(term: str | None, category: str | None, members: Sequence[str], unit: Unit, per: Per) -> Row:
    count = sum(unit.count[member] for member in members)
    return {
        "term": term,
        "category": category,
        "count": count,
        "substrings": sum(unit.substrings[member] for member in members),
        "share": _share(count, unit, per),
        "rank": None,
        "of": unit.sizes[per],
    }


def _share(count: int, unit: Unit, per: Per) -> Decimal:
    size = unit.sizes[per]
    return (Decimal(count) / size).quantize(Decimal("0.000001")) if size else Decimal(0)

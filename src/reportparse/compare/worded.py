"""Read what reports say of indicators without a number: 持平, 由负转正, 与经济增长同步."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import regex

from reportparse.compare.horizon import Horizon
from reportparse.compare.years import Side
from reportparse.grammar.clause import clauses
from reportparse.grammar.reading import read
from reportparse.lexicon import IndicatorEntry, Lexicon, WordResultEntry, alternation
from reportparse.model import At, Bound, Figure, Measure, Role
from reportparse.text import fold

_SHORTEST = 3
"""A name of an indicator with fewer letters is not looked for in running text."""

_BEFORE = frozenset("TRDJKGPMU")
"""What may stand before an indicator in its clause: times, places, adverbs, 全市; whose it else is, it is another's."""


class WordResults:
    """Find results in words in one review."""

    def __init__(self, side: Side, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        entries = lexicon.of(WordResultEntry)
        self._says = {form: entry.says for entry in entries for form in entry.forms}
        self._words = regex.compile(alternation(self._says))
        self._names = {entry.id: entry.forms for entry in lexicon.of(IndicatorEntry)}
        tails = alternation(lexicon.forms("indicator_words"))
        self._tail = regex.compile(f"(?<=..)(?:{tails})+$")
        self._results = side.report.results
        self._clauses = [
            (paragraph, span.start, span.end, text)
            for paragraph in side.report.paragraphs
            if paragraph.role is Role.review
            for span in clauses(paragraph.text)
            if self._words.search(text := fold(span.of(paragraph.text)))
        ]

    def says(self, figure: Figure) -> str | None:
        """Say which way a figure without a number goes, None where it does not tell."""
        found = self._words.search(fold(figure.relation or ""))
        return self._says[found[0]] if found else None

    def of(self, target: Figure, told_for: Horizon | None) -> Figure | None:
        """Give what the review says of a target's indicator in words, as a figure on its clause; None for nothing.

        `value` is 0 for what stayed as it was, else null; `relation` has the word.
        """
        if target.measure is not Measure.growth:
            return None
        names = [name for name in self._called(target) if len(name) >= _SHORTEST]
        period = target.period if told_for is None else str(told_for.last)
        return next(self._found(target, names, period), None) if names else None

    def _called(self, target: Figure) -> Sequence[str]:
        return (self._tail.sub("", fold(target.indicator)), *self._names.get(target.indicator_id or "", ()))

    def _found(self, target: Figure, names: Sequence[str], period: str | None) -> Iterator[Figure]:
        called = regex.compile(alternation(names))
        for paragraph, start, end, text in self._clauses:
            name, word = called.search(text), self._words.search(text)
            if not name or not word or word.start() < name.end() or not self._is_own(text, name.start()):
                continue
            says = self._says[word[0]]
            if says != "pace" and self._has_number(paragraph.id, start + name.end(), end):
                continue
            zero = says == "zero"
            yield target.model_copy(
                update={
                    "id": paragraph.id,
                    "value": Decimal(0) if zero else None,
                    "value_max": None,
                    "amount": Decimal(0) if zero else None,
                    "amount_max": None,
                    "unit": "%" if zero else "",
                    "base_unit": "%" if zero else "",
                    "bound": Bound.exact,
                    "basis": None,
                    "hedge": None,
                    "tone": None,
                    "relation": word[0],
                    "repeats": None,
                    "period": period,
                    "section": paragraph.section,
                    "quote": paragraph.text[start:end],
                    "rule": "word_results",
                    "inferred": (),
                    "at": At(paragraph=paragraph.id, start=start, end=end, page=paragraph.page),
                }
            )

    def _is_own(self, text: str, start: int) -> bool:
        """Tell whether what stands before an indicator leaves it the place's own."""
        reading = read(text, self._lexicon)
        before = [reading.letters[at] for at, token in enumerate(reading.tokens) if token.end <= start]
        return not before or before[-1] in "IC" or _BEFORE.issuperset(before)

    def _has_number(self, paragraph: str, start: int, end: int) -> bool:
        return any(
            result.measure is Measure.growth
            and result.at.paragraph == paragraph
            and start <= result.at.end <= end + 1
            for result in self._results
        )


def reached(says: str, result: Figure, economy: Figure | None, slack: Decimal) -> bool | None:
    """Tell whether a result is what a target in words asks for; None where it can't be told.

    As fast as the economy is what grows no more than `slack` points slower than the gross product.
    """
    if says == "pace" and result.relation is not None:
        return True
    if result.amount is None or result.measure is not Measure.growth:
        return None
    if says == "pace":
        return None if economy is None or economy.amount is None else result.amount >= economy.amount - slack
    return {"up": result.amount > 0, "down": result.amount < 0, "zero": abs(result.amount) <= slack}.get(says)

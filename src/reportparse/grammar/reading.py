"""Read a text once: its tokens with the classes that their places give them, its clauses, and the phrases in each.

What a word is, extractors ask of this reading. `Reading.letters` is a string with a letter a token, so that patterns
over it are patterns over words.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from reportparse.grammar.clause import Span
from reportparse.grammar.cutting import tokens
from reportparse.grammar.settling import SETTLED
from reportparse.grammar.token import Token, relettered
from reportparse.lexicon import Lexicon


@dataclass(frozen=True)
class Phrase:
    """Be the tokens `first` to `last` (half-open) of a reading; `kind` is one of

    `noun`: modifiers and their head, with coordinations (双口、金湾水电站) and 的 inside;
    `verb`: adverbs, modals and the verbs of one predicate, with complements (加快推进, 提高到);
    `amount`: a quantity or several in a list;
    `aside`: a circumstance: 在…下, 按…计算, 与…, 把…, a time, brackets.
    """

    kind: str
    first: int
    last: int


@dataclass(frozen=True)
class Clause:
    """Be the tokens `first` to `last` (half-open) between two marks, with its phrases in order.

    Only connectives and what no pattern reads lie between the phrases.
    """

    first: int
    last: int
    phrases: tuple[Phrase, ...]


class Reading:
    """Hold the reading of one folded text."""

    def __init__(self, text: str, found: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tuple(found)
        self.letters = "".join(token.letter for token in found)
        self.starts = [token.start for token in found]
        self.ends = [token.end for token in found]
        self.clauses = tuple(self._clauses())
        self._places: dict[str, list[int]] = {}

    def span(self, first: int, last: int) -> Span:
        """Give the characters of the tokens `first` to `last` (half-open, not empty)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> str:
        """Give the text of the tokens `first` to `last`, "" for none."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def begins(self, offset: int) -> bool:
        """Tell whether a token begins at a character offset."""
        at = bisect_left(self.starts, offset)
        return at < len(self.starts) and self.starts[at] == offset

    def ahead(self, letters: str, first: int, last: int) -> int:
        """Give the place of the first of the tokens `first` to `last` of one of the classes, `last` for none."""
        places = self._of(letters)
        at = bisect_left(places, first)
        return min(places[at], last) if at < len(places) else last

    def behind(self, letters: str, first: int, last: int) -> int:
        """Give the place of the last of the tokens `first` to `last` of one of the classes, `first - 1` for none."""
        places = self._of(letters)
        at = bisect_left(places, last)
        return max(places[at - 1], first - 1) if at else first - 1

    def _of(self, letters: str) -> list[int]:
        """Give the places of all tokens of some classes; looked for once."""
        if letters not in self._places:
            self._places[letters] = [at for at, letter in enumerate(self.letters) if letter in letters]
        return self._places[letters]

    def at(self, offset: int) -> int:
        """Give the place of the first token that ends behind a character offset; their number behind the last."""
        return bisect_right(self.ends, offset)

    def _clauses(self) -> Iterator[Clause]:
        for found in _CLAUSE.finditer(self.letters):
            yield Clause(*found.span(), tuple(phrases(self.letters, *found.span())))

    def __str__(self) -> str:
        return " ".join(f"{token.text}/{token.letter}" for token in self.tokens)


@lru_cache(maxsize=512)
def read(text: str, lexicon: Lexicon) -> Reading:
    """Read folded text; the same text is read once."""
    found = list(tokens(text, lexicon))
    for settle in SETTLED:
        letters = settle(found)
        found = [relettered(token, letter) for token, letter in zip(found, letters, strict=True)]
    return Reading(text, found)


_CLAUSE = regex.compile("[^KS]+")
_PHRASES = regex.compile(
    r"(?P<aside>P(?:[NWAGXYBTROHUCIEQ]|V(?=[NWAGXU]))+?(?:L|(?=[VM]|D+V))|T+L?|B)"
    r"|(?P<amount>Q(?:I?Q)*)"
    r"|(?P<verb>(?<![DM])(?:[DM]|Z(?=[DMV]))*+V(?:[FVZ]|D+(?=V)|C(?=V))*)"
    r"|(?P<noun>(?:[NWAGXYOHR]|B(?=[NWAGXOHUIC])|U(?=[NWAGXYOHQV])|[CI](?=[NWAGXYOHR])|E|V(?=U))+L?)"
)


def phrases(letters: str, first: int = 0, last: int | None = None) -> Iterator[Phrase]:
    """Yield the phrases of a string of letters, left to right, without overlap."""
    for found in _PHRASES.finditer(letters, first, len(letters) if last is None else last):
        yield Phrase(str(found.lastgroup), *found.span())

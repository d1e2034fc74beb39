"""Read the number that fills a cell: 8.5, ≥90, 5—6, [13.5], 85%左右."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import regex

from reportparse.grammar.number import SCALES, scale
from reportparse.grammar.quantity import bounds
from reportparse.lexicon import Lexicon, alternation
from reportparse.model import Bound
from reportparse.text import fold

_SIGNS: Final = {
    "≥": Bound.at_least, ">=": Bound.at_least, "≧": Bound.at_least, ">": Bound.over,
    "≤": Bound.at_most, "<=": Bound.at_most, "≦": Bound.at_most, "<": Bound.under,
    "±": Bound.around,
}  # fmt: skip
_NUMERAL: Final = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,18}(?:\.[0-9]{1,9})?"
_SCALES: Final = regex.compile(f"[{''.join(SCALES)}]*")


@dataclass(frozen=True)
class Scaled:
    """Be a unit without its scale words: 万人 is 10000 人."""

    factor: Decimal
    base: str


@dataclass(frozen=True)
class Number:
    """Be a cell's number, `most` the upper end of a range; `unit` where the cell prints it.

    `bracketed` tells one in [ ], as plans print what adds up over their years.
    """

    value: Decimal
    most: Decimal | None
    unit: str
    bound: Bound
    bracketed: bool


def scaled(unit: str) -> Scaled:
    """Part a unit into its scale and what is counted."""
    scales = _SCALES.match(unit)
    words = scales[0] if scales else ""
    return Scaled(scale(words), unit[len(words) :])


def number_in(text: str, lexicon: Lexicon) -> Number | None:
    """Read a cell that holds one number, with at most a sign, a unit of % and a word of bound; None for other cells."""
    after, signs = bounds(lexicon, "after"), _SIGNS | bounds(lexicon, "before")
    match = regex.fullmatch(
        rf"""\s*(?P<open>[\[〔【])?\s*(?P<sign>{alternation(signs)})?\s*
        (?P<value>-?(?:{_NUMERAL}))(?:\s*[-~至]\s*(?P<most>{_NUMERAL}))?\s*(?P<unit>[%‰])?\s*
        (?P<close>[\]〕】])?\s*[*①-⑳]*\s*(?P<after>{alternation(after)})?\s*""",
        fold(text),
        regex.VERBOSE,
    )
    if match is None or (match["open"] is None) is not (match["close"] is None):
        return None
    most = Decimal(match["most"].replace(",", "")) if match["most"] else None
    value = Decimal(match["value"].replace(",", ""))
    if most is not None and most <= value:
        return None
    bound = Bound.range if most is not None else signs.get(match["sign"] or "", Bound.exact)
    if match["after"] and most is None:
        bound = after[match["after"]]
    return Number(value, most, match["unit"] or "", bound, match["open"] is not None)

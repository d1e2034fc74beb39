"""Say in words what the cells of a comparison hold, and how sure it is."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from reportparse.language import ENGLISH, Words
from reportparse.lexicon import load
from reportparse.lexicon.headline import headline
from reportparse.model import Figure, Vocabulary
from reportparse.model.comparison import WEAK_GROUNDS
from reportparse.show.summary import amount

_SURE = Decimal("0.85")
"""Names less alike than this are marked as doubtful."""

DOUBT = "?"

_UNSURE = (*WEAK_GROUNDS, "text")


def said(figure: Figure | None, words: Words = ENGLISH) -> str:
    """Write a figure short, with the period where that is not one year."""
    if figure is None:
        return ""
    if figure.period and "-" in figure.period:
        return words.label("with_period", amount=amount(figure), period=figure.period)
    return amount(figure)


def counted(codes: Iterable[Vocabulary], words: Words) -> str:
    """Count what became of rows, the most frequent first: 3 raised · 1 dropped."""
    return " · ".join(
        words.label("counted", count=count, word=words.code(code))
        for code, count in Counter(codes).most_common()
    )


def worded(code: Vocabulary, likeness: Decimal | None, words: Words, because: str | None = None) -> str:
    """Write what became of a row, with the likeness of its names where they are not the same, and a mark of doubt."""
    word = words.code(code)
    if because == "not_told":
        return words.label("and_not_told", word=word)
    unsure = because in _UNSURE or (likeness is not None and likeness < _SURE)
    mark = f" {DOUBT}" if unsure else ""
    told = word if likeness in (None, 1) else words.label("with_likeness", word=word, likeness=likeness)
    return told + mark


def rank(indicator_id: str | None, *of: Figure) -> int:
    """Put the place's own headline indicators first, each told once; what no table knows last."""
    own = all(figure.scope is None and figure.repeats is None for figure in of)
    return 2 if indicator_id is None else int(indicator_id not in headline(load()) or not own)

"""Say whose a counted thing is where its sentence opens with a town: 柳沟镇新建大棚30座，仓库2座."""

from collections.abc import Sequence
from functools import lru_cache

from reportparse.grammar.clause import around, sentences
from reportparse.grammar.reading import read
from reportparse.grammar.token import Token
from reportparse.lexicon import Lexicon
from reportparse.model import Figure, Report
from reportparse.text import fold

_TOWNS = ("镇", "乡", "街道", "苏木")
"""What towns below a county or district are called."""

_NAME = 2
"""The name of a town is read as so many words at most: 柳沟|镇."""


class Owners:
    """Know the sentences of two reports, and which town each opens with."""

    def __init__(self, older: Report, newer: Report, lexicon: Lexicon) -> None:
        self._texts = [{p.id: p.text for p in report.paragraphs} for report in (older, newer)]
        self._lexicon = lexicon
        self._town = lru_cache(maxsize=None)(self._read)

    def differ(self, target: Figure, result: Figure) -> bool:
        """Tell whether a result is a town's and its target says nothing of that town.

        What has a canonical indicator, or an owner of its own, is judged by that.
        """
        if result.scope is not None or result.indicator_id is not None:
            return False
        asked, told = (_sentence(text, of) for text, of in zip(self._texts, (target, result), strict=True))
        town = self._town(told)
        return bool(town) and town not in asked

    def _read(self, sentence: str) -> str:
        """Give the name of the town that a sentence opens with, "" for none: 柳沟 of 柳沟镇建成大棚."""
        tokens = read(fold(sentence), self._lexicon).tokens
        return next((name for last in range(1, _NAME + 1) if (name := _name(tokens[:last]))), "")


def _sentence(texts: dict[str, str], figure: Figure) -> str:
    text = texts.get(figure.at.paragraph, "")
    span = around(sentences(text), figure.at.start)
    return span.of(text) if span else ""


def _name(tokens: Sequence[Token]) -> str:
    """Give the name of a town that words are, its kind left out; 乡镇 and 城镇 are words of their own."""
    whole = "".join(token.text for token in tokens)
    kind = next((kind for kind in _TOWNS if whole.endswith(kind)), "")
    named = tokens and (tokens[0].letter in "GX" or (len(tokens) == 1 and not tokens[0].tag))
    return whole.removesuffix(kind) if kind and named and len(whole) > len(kind) + 1 else ""

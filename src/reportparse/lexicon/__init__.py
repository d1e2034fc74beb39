"""Hold the words: TOML files and the one loader that checks them."""

from reportparse.lexicon.entry import (
    BoundEntry,
    Entry,
    HedgeEntry,
    IndicatorEntry,
    RoleEntry,
    UnitEntry,
)
from reportparse.lexicon.loader import LEXICON_VERSION, Lexicon, alternation, load

__all__ = [
    "LEXICON_VERSION",
    "BoundEntry",
    "Entry",
    "HedgeEntry",
    "IndicatorEntry",
    "Lexicon",
    "RoleEntry",
    "UnitEntry",
    "alternation",
    "load",
]

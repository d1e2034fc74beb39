"""Hold the words: TOML files and the one loader that checks them."""

from reportparse.lexicon.entry import (
    BoundEntry,
    ClauseWordEntry,
    Entry,
    HedgeEntry,
    IndicatorEntry,
    IndicatorWordEntry,
    KinshipEntry,
    NounEntry,
    ProjectWordEntry,
    RoleEntry,
    SectorEntry,
    SynonymEntry,
    UnitEntry,
    VerbEntry,
    WordResultEntry,
)
from reportparse.lexicon.loader import LEXICON_VERSION, Lexicon, alternation, load

__all__ = [
    "LEXICON_VERSION",
    "BoundEntry",
    "ClauseWordEntry",
    "Entry",
    "HedgeEntry",
    "IndicatorEntry",
    "IndicatorWordEntry",
    "KinshipEntry",
    "Lexicon",
    "NounEntry",
    "ProjectWordEntry",
    "RoleEntry",
    "SectorEntry",
    "SynonymEntry",
    "UnitEntry",
    "VerbEntry",
    "WordResultEntry",
    "alternation",
    "load",
]

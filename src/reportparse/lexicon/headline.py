"""Name the indicators that a report on the economy is expected to set a target for."""

from collections.abc import Mapping
from functools import cache

from reportparse.lexicon.entry import IndicatorEntry
from reportparse.lexicon.loader import Lexicon


@cache
def headline(lexicon: Lexicon) -> Mapping[str, int]:
    """Give the ids of the headline indicators with their rank, in the lexicon's order."""
    ids = [entry.id for entry in lexicon.of(IndicatorEntry) if entry.headline]
    return {id_: rank for rank, id_ in enumerate(ids)}

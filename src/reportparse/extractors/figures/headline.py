"""Say for which headline indicators a report sets no target."""

from collections.abc import Sequence

from reportparse.lexicon import IndicatorEntry, Lexicon
from reportparse.model import Figure, Meta


def not_stated(targets: Sequence[Figure], meta: Meta, lexicon: Lexicon) -> tuple[str, ...]:
    """Give the ids of the headline indicators without a target for the report's year, in the lexicon's order.

    A target in words counts as one; one for another year (the plan's last) does not.
    """
    year = str(meta.year)
    stated = {figure.indicator_id for figure in targets if figure.period == year}
    return tuple(
        entry.id for entry in lexicon.of(IndicatorEntry) if entry.headline and entry.id not in stated
    )

"""Code how firmly a target is set, as the literature on growth targets does."""

from reportparse.lexicon import HedgeEntry, Lexicon
from reportparse.model import Bound, Tone

_OF_BOUND = {
    Bound.at_least: Tone.hard,
    Bound.over: Tone.hard,
    Bound.at_most: Tone.hard,
    Bound.under: Tone.hard,
    Bound.around: Tone.soft,
    Bound.range: Tone.soft,
}


def tone(bound: Bound, hedge: str | None, lexicon: Lexicon) -> Tone | None:
    """Code a target by its words; None where no word says anything (达到300亿元).

    A word that leaves room makes it soft, whatever stands beside it (力争增长8%以上); else a word that binds makes
    it hard (确保增长8%). Codebook 5.1 has the source.
    """
    said = {_OF_BOUND.get(bound), _of_hedge(hedge, lexicon)}
    if Tone.soft in said:
        return Tone.soft
    return Tone.hard if Tone.hard in said else None


def _of_hedge(hedge: str | None, lexicon: Lexicon) -> Tone | None:
    """Look the hedge up, whole or by the longest form inside it (努力实现)."""
    inside = [
        (len(form), entry.tone)
        for entry in lexicon.of(HedgeEntry)
        for form in entry.forms
        if form in (hedge or "")
    ]
    toned = max(inside, default=(0, ""))[1]
    return Tone(toned) if toned else None

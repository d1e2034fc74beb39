"""Hold the rule of codebook 5.2."""

import pytest

from reportparse.grammar.tone import tone
from reportparse.lexicon import load
from reportparse.model import Bound, Tone

CODED = [
    (Bound.at_least, None, Tone.hard),
    (Bound.over, None, Tone.hard),
    (Bound.at_most, None, Tone.hard),
    (Bound.around, None, Tone.soft),
    (Bound.range, None, Tone.soft),
    (Bound.exact, None, None),
    (Bound.exact, "确保", Tone.hard),
    (Bound.exact, "力争", Tone.soft),
    (Bound.exact, "努力实现", Tone.soft),
    (Bound.exact, "预计", None),
    (Bound.at_least, "力争", Tone.soft),
    (Bound.around, "确保", Tone.soft),
    (Bound.at_least, "预计", Tone.hard),
]


@pytest.mark.parametrize(("bound", "hedge", "coded"), CODED)
def test_tone_is_soft_where_any_word_leaves_room(bound: Bound, hedge: str | None, coded: Tone | None) -> None:
    """Else hard where a word binds, else nothing."""
    assert tone(bound, hedge, load()) is coded

"""Turn a page so that its text runs from left to right: it may stand on its head or side, or be written downwards."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import atan2, pi
from typing import NamedTuple

from reportparse.reading.grids import Edges
from reportparse.reading.printed import Glyph

_DOWNWARDS = 3
"""Text that is written downwards, its columns from right to left, is text turned by so many quarters."""
_LEAST_STEPS = 20
_MOST_STEPS = 0.7


class Turn(NamedTuple):
    """Be how many quarters against the clock a page's text is turned, and the page's width and height as they are."""

    quarters: int
    width: float
    height: float

    @property
    def size(self) -> tuple[float, float]:
        """Give the width and height of the page once its text is upright."""
        return (self.height, self.width) if self.quarters % 2 else (self.width, self.height)

    def edges(self, left: float, top: float, right: float, bottom: float) -> Edges:
        """Give the edges of what stands on the page, once its text is upright."""
        if self.quarters == 1:
            return self.height - bottom, left, self.height - top, right
        if self.quarters == 2:
            return self.width - right, self.height - bottom, self.width - left, self.height - top
        if self.quarters == 3:
            return top, self.width - right, bottom, self.width - left
        return left, top, right, bottom


def quarters_of(across: float, up: float) -> int:
    """Give the quarters, 0 to 3 against the clock, that are nearest to the direction in which a glyph's line runs."""
    return round(atan2(up, across) / (pi / 2)) % 4


def upright(
    glyphs: Sequence[Glyph], quarters: Sequence[int], width: float, height: float
) -> tuple[Turn, list[Glyph]]:
    """Turn a page by its text, and give the glyphs that stand upright then.

    `quarters` are those of each glyph. What runs in another direction than most of the text, a mark across the page,
    is left out.
    """
    counted = Counter(
        quarter for glyph, quarter in zip(glyphs, quarters, strict=True) if not glyph.char.isspace()
    )
    usual = counted.most_common(1)[0][0] if counted else 0
    kept = [glyph for glyph, quarter in zip(glyphs, quarters, strict=True) if quarter == usual]
    if usual == 0 and not _runs_down(kept):
        return Turn(0, width, height), kept
    turn = Turn(usual or _DOWNWARDS, width, height)
    return turn, [_turned(glyph, turn) for glyph in kept]


def _turned(glyph: Glyph, turn: Turn) -> Glyph:
    left, top, right, bottom = turn.edges(glyph.left, glyph.top, glyph.right, glyph.bottom)
    size = max(1.0, bottom - top) if turn.quarters % 2 else glyph.size
    return replace(glyph, left=left, top=top, right=right, bottom=bottom, size=size)


def _runs_down(glyphs: Sequence[Glyph]) -> bool:
    """Tell upright glyphs most of which stand below the one before."""
    solid = [glyph for glyph in glyphs if not glyph.char.isspace()]
    steps = sum(
        abs(below.left - above.left) < 0.3 * above.size
        and 0.5 * above.size < below.top - above.top < 2.5 * above.size
        for above, below in pairwise(solid)
    )
    return steps >= max(_LEAST_STEPS, _MOST_STEPS * len(solid))

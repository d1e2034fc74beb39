"""Read the quantities of a sentence from left to right: the first construction that takes the next items decides."""

from collections.abc import Sequence

from reportparse.extractors.figures.against import (
    COMPARED,
    FROM_TO,
    FROM_TO_LISTS,
    PART_OF_WHAT_FOLLOWS,
    SHARE_OF,
    TIMES_OF,
)
from reportparse.extractors.figures.carried import CARRIED
from reportparse.extractors.figures.claim import Claim, Construction, Context, Taken
from reportparse.extractors.figures.items import Item, items
from reportparse.extractors.figures.lists import DISTRIBUTED, share_bounds
from reportparse.extractors.figures.phrase import phrase, within
from reportparse.extractors.figures.single import COUNTED_BEHIND, NAMED
from reportparse.grammar.clause import Span
from reportparse.grammar.quantity import Quantity
from reportparse.lexicon import Lexicon

CONSTRUCTIONS: tuple[Construction, ...] = (
    FROM_TO_LISTS,
    DISTRIBUTED,
    FROM_TO,
    PART_OF_WHAT_FOLLOWS,
    TIMES_OF,
    SHARE_OF,
    COMPARED,
    COUNTED_BEHIND,
    NAMED,
    CARRIED,
)
"""The grammar of figures, specific first."""


def read_sentence(
    printed: str,
    text: str,
    span: Span,
    measuring: tuple[Quantity, ...],
    lexicon: Lexicon,
    before: Sequence[Claim] = (),
) -> tuple[Claim, ...]:
    """Read the sentence `span` of `printed` and its folded `text`, with the quantities that may be figures.

    `before` are the claims of the sentence before. Gives its claims in order.
    """
    row = items(printed, text, span, measuring)
    claims: tuple[Claim, ...] = ()
    lean = _lent(text, span, row[0], before, lexicon) if row else ""
    while row:
        context = Context(text, lexicon, claims, lean)
        taken = _take(context, row)
        claims, lean, row = (*claims, *taken.claims), taken.lean, row[taken.items :]
    return share_bounds(claims, text, lexicon)


def _lent(text: str, sentence: Span, item: Item, before: Sequence[Claim], lexicon: Lexicon) -> str:
    """Give the works of the sentence before that one begins to tell the stages of: 实施项目90个。|新开工30个."""
    found = within(text, item.left, lexicon)
    staged = bool(found) and found[-1].letter == "V" and found[-1].tells_stage
    opens = staged and not text[sentence.start : found[0].start].strip()
    told = before[0].item.quantity if before else None
    alike = told is not None and told.counts and told.base_unit == item.quantity.base_unit
    bare = all(token.letter in "VDMTJ" or token.text == "新" for token in found)
    return before[0].indicator if opens and bare and alike else ""


def _take(context: Context, row: tuple[Item, ...]) -> Taken:
    if _lasts(context, row[0]) and FROM_TO.read(context, row) is None:
        return Taken(1, lean=context.lean)
    for construction in CONSTRUCTIONS:
        taken = construction.read(context, row)
        if taken is not None:
            return taken
    return Taken(1)


def _lasts(context: Context, item: Item) -> bool:
    """Tell a span of time that only lasts from one that is reached or cut (审批时限压缩至3天)."""
    if item.quantity.kind != "time":
        return False
    read = phrase(context.text, item.left, context.lexicon)
    named = within(context.text, read.name, context.lexicon)
    if named and named[-1].is_measure and not read.head:  # 期望寿命81岁
        return False
    moves = read.tail_act in ("fall_to", "rise_to", "fall", "grow", "reach")
    return not (moves and (read.name.end - read.name.start >= 2 or bool(context.claims)))

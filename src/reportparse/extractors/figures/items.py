"""Cut a sentence into items: each quantity with the words that belong to it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from reportparse.extractors.figures.measure import RATIOS
from reportparse.grammar.clause import Span, clauses
from reportparse.grammar.quantity import Quantity

_AND = "、|以及|和|与|及"
JOINT = regex.compile(rf"(?:{_AND}|或|并|,)")
_JOINT_AT_END = regex.compile(rf"(?:{_AND}|或)$")
_MARK = regex.compile(r"、")


@dataclass(frozen=True)
class Item:
    """Be one quantity in its clause: `left` and `right` are what stands before and behind it.

    Spans are offsets in the sentence's text. `listed` tells that the item follows another one in its clause
    across 、 or 和; `chained`, that no mark parts them (270个项目完成投资30亿元). `along` counts the items from this
    one on between whose numbers nothing but marks stands (2%、3%和5%), `alike` the first of them that are alike.
    """

    quantity: Quantity
    clause: Span
    left: Span
    right: Span
    listed: bool = False
    chained: bool = False
    along: int = 1
    alike: int = 1


def items(printed: str, text: str, sentence: Span, found: tuple[Quantity, ...]) -> tuple[Item, ...]:
    """Give the items of a sentence, in order; `text` is `printed` folded, whose quotes tell less."""
    result: list[Item] = []
    for clause in clauses(printed, *sentence):
        first = bisect_left(found, clause.start, key=lambda one: one.start)
        last = bisect_right(found, clause.end, key=lambda one: one.end)
        result += _of_clause(text, clause, found[first:last])
    return tuple(result)


def _of_clause(text: str, clause: Span, found: Sequence[Quantity]) -> list[Item]:
    result: list[Item] = []
    left, listed, chained = clause.start, False, False
    rows = _side_by_side(found)
    for place, row in enumerate(rows):
        last = place + 1 == len(rows)
        right_end, next_left, next_listed = (
            (clause.end, clause.end, False) if last else _border(text, row[-1], rows[place + 1][0])
        )
        before, behind = Span(left, row[0].start), Span(row[-1].end, max(right_end, row[-1].end))
        result += [Item(quantity, clause, before, behind, listed, chained) for quantity in row]
        left, listed, chained = next_left, next_listed, not next_listed
    return _counted_along(text, result)


def _counted_along(text: str, found: Sequence[Item]) -> list[Item]:
    """Count from the last item to the first how many stand in a row."""
    result: list[Item] = []
    for item in reversed(found):
        behind = result[-1] if result else None
        if behind is not None and _goes_along(text, item, behind):
            alike = behind.alike + 1 if is_alike(item, behind) else 1
            item = replace(item, along=behind.along + 1, alike=alike)
        result.append(item)
    return result[::-1]


def _goes_along(text: str, before: Item, item: Item) -> bool:
    """Tell whether nothing but marks stands between the numbers of two items."""
    if not item.listed or before.right.start < before.right.end:
        return False
    return _MARKS.fullmatch(text[item.left.start : item.left.end].strip()) is not None


def is_alike(before: Item, item: Item) -> bool:
    """Tell whether two items are both relations or both amounts, or may be, as the first has no unit."""
    kinds = {before.quantity.kind, item.quantity.kind}
    return len(kinds) == 1 or not kinds & RATIOS or not before.quantity.unit


_MARKS = regex.compile(rf"(?:{_AND}|并)*+(?:每\p{{Han}}){{0,2}}")
"""Matches what may stand between numbers side by side: a mark, and of what each is one, 300元和|每人每年|4000元."""


def _side_by_side(found: Sequence[Quantity]) -> list[list[Quantity]]:
    """Put quantities that nothing parts into one row (1361户5995人): the same words belong to both."""
    rows: list[list[Quantity]] = []
    for quantity in found:
        if rows and rows[-1][-1].end == quantity.start:
            rows[-1].append(quantity)
        else:
            rows.append([quantity])
    return rows


def _border(text: str, quantity: Quantity, following: Quantity) -> tuple[int, int, bool]:
    """Give where the words of `quantity` end, where those of `following` begin, and whether a mark parts them."""
    between = text[quantity.end : following.start]
    if joint := JOINT.match(between):
        return quantity.end, quantity.end + joint.end(), True
    if joint := _JOINT_AT_END.search(between):
        return quantity.end + joint.start(), following.start, True
    marks = [m for m in _MARK.finditer(between) if m.start() > 2]
    if marks:  # a mark close behind the quantity is inside a name: 40个省、市重点项目
        return quantity.end + marks[-1].start(), quantity.end + marks[-1].end(), True
    return following.start, quantity.end, False

"""Count things in English: one of a thing is no plural. Chinese knows none."""

from collections.abc import Sequence


def counted(count: int, noun: str) -> str:
    """Write how many there are.

    >>> counted(1, "report"), counted(3, "report"), counted(0, "report")
    ('1 report', '3 reports', '0 reports')
    """
    return f"{count} {noun}{ending(count)}"


NAMED = 5
"""How many of many are named."""


def some(names: Sequence[str], shown: int = NAMED) -> str:
    """Name the first of many, and say how many more there are.

    >>> some(["a", "b", "c"]), some(["a", "b", "c"], 2)
    ('a, b, c', 'a, b and 1 more')
    """
    more = f" and {len(names) - shown} more" if len(names) > shown else ""
    return ", ".join(names[:shown]) + more


def ending(count: object) -> str:
    """Give what the noun behind a number ends with."""
    return "" if count == 1 else "s"

"""Say what a clause opens with: where its own words begin, and whether that is a deed."""

import regex

from reportparse.grammar.reading import Reading

Unit = tuple[int, int]

_OPENING = regex.compile("(?:[JRTZBDM]|O(?=Z)|F(?=T))*")


def behind_opening(reading: Reading, unit: Unit) -> int:
    """Give the place behind connectives, subjects, times and adverbs."""
    opening = _OPENING.match(reading.letters, *unit)
    return opening.end() if opening else unit[0]


def opens_with_deed(reading: Reading, unit: Unit) -> bool:
    """Tell whether a clause opens with a verb that is no noun: 确保每村有一名村医, but 改革任务艰巨."""
    at = behind_opening(reading, unit)
    verb = reading.tokens[at].features.verb if at < unit[1] else None
    return verb is not None and not verb.noun and reading.letters[at] == "V"


def bids(reading: Reading, unit: Unit) -> bool:
    """Tell whether a clause opens with a deed and names nobody who does it: 落实市委部署, but 我省加快发展."""
    named = "R" in reading.letters[unit[0] : behind_opening(reading, unit)]
    return not named and opens_with_deed(reading, unit)

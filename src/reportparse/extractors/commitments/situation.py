"""Tell where a paragraph weighs how things stand, before it says what is to be done.

The part on the year's tasks often opens so: 纵观形势，机遇和挑战并存。从全省看，政策红利持续释放。我们要坚定信心….
Its clauses have verbs of deeds (政策叠加发力, 中央强化调节), but they tell what helps and what hinders.
"""

from collections.abc import Callable, Sequence

import regex

from reportparse.extractors.commitments.marks import looks_from, telling
from reportparse.extractors.commitments.opening import Unit, bids
from reportparse.grammar.reading import Reading

_LEAD = regex.compile("[JZBDK]*")
PEOPLE = ("我们", "大家")


def weighs(reading: Reading, first: int, units: Sequence[Unit], states: Callable[[Unit], bool]) -> bool:
    """Tell whether a sentence, from its token `first`, begins to weigh.

    It opens with a point of view (从全省看) or a look around (纵观形势), and not with what is done; or one of its
    clauses states how things stand. `states` says of a clause whether it states a fact.
    """
    opening = _LEAD.match(reading.letters, first, units[-1][1])
    at = opening.end() if opening else first
    looks = "weighing" in reading.tokens[at].features.roles or looks_from(reading.tokens[at : units[0][1]])
    if looks and not any(bids(reading, unit) for unit in units[:2] if unit[0] > at):
        return True
    return any(
        any("standing" in token.features.roles for token in reading.tokens[slice(*unit)]) and states(unit)
        for unit in units
    )


def turns_to_deeds(reading: Reading, unit: Unit) -> bool:
    """Tell whether a clause ends the weighing.

    Somebody is to act (必须, 我们将), and not only to see (更要看到); or a colon opens what is to be done.
    """
    tokens = reading.tokens
    if unit[0] and tokens[unit[0] - 1].text == "：" and bids(reading, unit):
        return True
    by_us = False
    for at in range(*unit):
        text, roles = tokens[at].text, tokens[at].features.roles
        by_us |= text.startswith(PEOPLE)
        willed = text.endswith("要") or ("will" in roles and not text.endswith("将"))
        if willed or (by_us and (tokens[at].letter == "M" or {"will", "modal"} & roles)):
            return telling(tokens[at + 1 : unit[1]]) != "remark"
        if tokens[at].letter not in "RJTZBKD" and "subject" not in roles:
            return False
    return False

"""Tell whether a clause can be checked by its own words: a figure, a date or a completion."""

from reportparse.grammar.reading import Reading
from reportparse.grammar.token import Token


def is_checkable(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the tokens `first` to `last` hold what can be checked; names in quotation marks hold nothing."""
    return any(
        _measures(reading, at) or _dates(reading, at) or _completes(reading, at, last)
        for at in range(first, last)
    )


def _measures(reading: Reading, place: int) -> bool:
    """Tell whether a token is a number that measures, no small number of things told (三种能力), no duration."""
    quantity = reading.tokens[place].quantity
    if reading.letters[place] != "Q" or quantity is None or not quantity.unit or quantity.grade:
        return False
    return quantity.kind not in ("time", "rank") and (
        not quantity.chinese or quantity.kind in ("percent", "points")
    )


def _dates(reading: Reading, place: int) -> bool:
    """Tell whether a token is a date and no part of a plan's name (2031年行动计划)."""
    token = reading.tokens[place]
    if reading.letters[place] != "T":
        return False
    if "date" in token.features.roles or token.quantity is not None:
        return True
    return token.text[0].isdigit() and reading.letters[place + 1 : place + 2] not in ("W", "N")


def _completes(reading: Reading, place: int, last: int) -> bool:
    """Tell whether a verb says that something is brought to its end, here and not in a name (完成率, 建成区)."""
    token = reading.tokens[place]
    behind = reading.letters[place + 1 : place + 2] if place + 1 < last else ""
    if reading.letters[place] == "Y":
        return not behind and _ends(token)
    if token.text.endswith("化") and not behind:
        return place > 0 and reading.tokens[place - 1].text in ("全部", "全面")
    if "completion" not in token.features.roles:
        return False
    if place and "past" in reading.tokens[place - 1].features.roles:
        return False
    return behind not in ("U", "C", "I") if reading.letters[place] == "V" else not behind


def _ends(token: Token) -> bool:
    """Tell whether a run in quotation marks ends in a state that is reached: “动态清零”."""
    return token.text.strip("\"'").endswith(("清零", "全覆盖", "达标"))

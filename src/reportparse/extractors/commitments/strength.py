"""Tell whether a clause can be checked by its own words: a figure, a date or a completion."""

from collections.abc import Sequence

import regex

from reportparse.grammar.reading import Reading
from reportparse.grammar.token import Token

_BARE_YEAR = regex.compile("[0-9]{4}年度?")
_REACHED = ("清零", "全覆盖", "达标")
"""Ends of a run in quotation marks that is a state to be reached: “动态清零”."""


def is_checkable(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the tokens `first` to `last` hold what can be checked; names in quotation marks hold nothing."""
    tokens, letters = reading.tokens[first:last], reading.letters[first:last]
    return any(
        _measures(tokens, letters, at) or _dates(tokens, letters, at) or _completes(tokens, letters, at)
        for at in range(len(tokens))
    )


def _measures(tokens: Sequence[Token], letters: str, place: int) -> bool:
    """Tell whether a token is a number that measures.

    No number of parts told does (三种能力, 5大行动), no duration, none that says which things are meant (过亿元企业).
    """
    quantity = tokens[place].quantity
    if letters[place] != "Q" or quantity is None or not quantity.unit or quantity.grade:
        return False
    told = quantity.unit == "大" or (quantity.chinese and quantity.kind not in ("percent", "points"))
    told = told or (quantity.counts and letters[place + 1 : place + 2] == "L")
    return quantity.kind not in ("time", "rank") and not told and not _classes(tokens, letters, place)


def _classes(tokens: Sequence[Token], letters: str, place: int) -> bool:
    """Tell whether an amount with a bound says which things are meant: 10亿元以上|项目, but 10亿元以上|产值."""
    quantity, behind = tokens[place].quantity, place + 1
    if quantity is None or quantity.kind != "money" or quantity.bound in ("exact", "around", "range"):
        return False
    while behind < len(letters) and letters[behind] in "NAXGW":
        behind += 1
    return behind > place + 1 and not tokens[behind - 1].is_measure


def _dates(tokens: Sequence[Token], letters: str, place: int) -> bool:
    """Tell whether a token is a date and no part of a name (2031年行动计划)."""
    token = tokens[place]
    if letters[place] != "T":
        return False
    if "date" in token.features.roles or token.quantity is not None:
        return True
    if _BARE_YEAR.fullmatch(token.text):
        return letters[place + 1 : place + 2] not in tuple("NWAGXY")
    return token.text[0].isdigit()


def _completes(tokens: Sequence[Token], letters: str, place: int) -> bool:
    """Tell whether a word says that something is brought to its end, here and not in a name (完成率, 建成区)."""
    token, behind = tokens[place], letters[place + 1 : place + 2]
    if letters[place] == "Y":
        return not behind and token.text.strip("\"'").endswith(_REACHED)
    whole = [at for at in range(max(place - 3, 0), place) if "wholly" in tokens[at].features.roles]
    wholly = bool(whole) and "I" not in letters[whole[-1] : place]  # but 覆盖全面、协同发力
    if token.text.endswith("化") and not behind:  # 全部新能源化, but 全面推进法治化
        return wholly and "V" not in letters[whole[-1] : place]
    verb = token.features.verb
    kinds = token.kinds
    also_acts = verb is not None and "act" in kinds and not (verb.stage or verb.noun)
    occurs = "occur" in kinds and not also_acts and behind not in tuple("NWAGX")  # but 全面铺开, 全面开放格局
    reached = occurs or (verb is not None and verb.act == "reach")
    if wholly and reached and letters[place] == "V":  # 全部达标, 全部达到二级
        return True
    entire = place > 0 and "entirely" in tokens[place - 1].features.roles
    if (
        entire and verb and letters[place] == "V" and "act" in kinds and not token.urges and not verb.noun
    ):  # 全部拆除, but 全面拆除
        return True
    if "completion" not in token.features.roles:
        return False
    if place and "past" in tokens[place - 1].features.roles:
        return False
    if letters[place] == "D" and behind:  # 全覆盖开展走访
        return False
    if letters[place] != "V" or (kinds and "act" not in kinds):
        return behind not in tuple("UCINWAGX") and "localizer" not in _roles(tokens, place + 1)
    return behind not in tuple("UCI")


def _roles(tokens: Sequence[Token], place: int) -> frozenset[str]:
    """Give the roles of the token at a place, none behind the last."""
    return tokens[place].features.roles if place < len(tokens) else frozenset()

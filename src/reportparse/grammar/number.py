"""Read numerals, Arabic and Chinese, exactly."""

from decimal import Decimal

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_PLACES = {"十": 10, "百": 100, "千": 1000}
SCALES = {
    "十": Decimal(10),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10) ** 4,
    "亿": Decimal(10) ** 8,
}
"""Scale words as they stand between a number and its unit."""

ARABIC = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
"""Matches an Arabic numeral in folded text, thousands commas and decimals included."""

CHINESE = r"[零一二两三四五六七八九十百千]+(?:点[零一二三四五六七八九]+)?"
"""Matches a Chinese numeral without 万 and 亿, which stay with the unit."""


def decimal(numeral: str) -> Decimal:
    """Read a numeral that ARABIC or CHINESE matched; an Arabic one keeps the decimals it is printed with."""
    if numeral[0].isascii():
        return Decimal(numeral.replace(",", ""))
    whole, _, fraction = numeral.partition("点")
    value = Decimal(_whole(whole))
    for place, char in enumerate(fraction, start=1):
        value += Decimal(_DIGITS[char]).scaleb(-place)
    return value


def scale(words: str) -> Decimal:
    """Multiply out scale words: 万 is 10000, 万亿 is 10 to the 12th."""
    factor = Decimal(1)
    for word in words:
        factor *= SCALES[word]
    return factor


def _whole(numeral: str) -> int:
    if all(char in _DIGITS for char in numeral):  # 二三五 read digit by digit, as in years
        return int("".join(str(_DIGITS[char]) for char in numeral))
    total, digit = 0, None
    for char in numeral:
        if char in _PLACES:
            total += (1 if digit is None else digit) * _PLACES[char]
            digit = None
        else:
            digit = _DIGITS[char]
    return total + (digit or 0)

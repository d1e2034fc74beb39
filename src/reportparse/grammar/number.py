"""Read numerals, Arabic and Chinese, exactly."""

from decimal import Context, Decimal

import regex

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
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

NUMERAL_BEGINS = "[0-9零一二两三四五六七八九十百千]"
"""Matches what either begins with."""


LONGEST = 24
"""No amount has more figures; what has is a code."""

_EXACT = Context(prec=4096)
"""Has room for any number that JSON may hold, of 1000 figures and 1000 places, times a scale."""

_SECTION = regex.compile(rf"(?P<part>{ARABIC}|{CHINESE})(?P<scale>[万亿]*)")


def product(value: Decimal, factor: Decimal) -> Decimal:
    """Multiply exactly and write the result without exponent or trailing zeros: 1.63 by 10 万 is 163000."""
    whole = _EXACT.normalize(_EXACT.multiply(value, factor))
    return _EXACT.quantize(whole, Decimal(1)) if whole == whole.to_integral_value() else whole


def quotient(value: Decimal, factor: Decimal) -> Decimal:
    """Divide by a scale, exactly, and write the result as `product` does."""
    return product(value, 1 / factor)


def decimal(numeral: str) -> Decimal:
    """Read a numeral that ARABIC or CHINESE matched, or sections of them parted by scales (十亿3000).

    A plain Arabic one keeps the decimals that it is printed with.
    """
    if any(word in numeral for word in "万亿"):
        return sum((decimal(s["part"]) * scale(s["scale"]) for s in _SECTION.finditer(numeral)), Decimal(0))
    if numeral[0].isascii():
        return Decimal(numeral.replace(",", ""))
    integer, _, fraction = numeral.partition("点")
    value = Decimal(whole(integer))
    for place, char in enumerate(fraction, start=1):
        value += Decimal(_DIGITS[char]).scaleb(-place)
    return value


def scale(words: str) -> Decimal:
    """Multiply out scale words: 万 is 10000, 万亿 is 10 to the 12th."""
    factor = Decimal(1)
    for word in words:
        factor *= SCALES[word]
    return factor


def whole(numeral: str) -> int:
    """Read a whole number of folded text: in digits, in words below ten thousand, or digit by digit (二零三一)."""
    if numeral.isascii():
        return int(numeral)
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

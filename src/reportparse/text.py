"""Fold text for matching, one code point to one, so that offsets hold in the original."""

import unicodedata
from functools import lru_cache

import regex

_THOUSANDS = regex.compile(r"(?<=[0-9０-９]),(?=[0-9０-９]{3}(?![0-9０-９]))")

_DASHES = "—–―─‒﹣－−"
_QUOTES = "“”„‟〝〞＂「」『』"


def _fold_table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {ord(char): "-" for char in _DASHES}
    table |= {ord(char): '"' for char in _QUOTES}
    table |= {0x3000: " ", 0xA0: " ", ord("∶"): ":", ord("﹪"): "%", ord("〇"): "零", ord("○"): "零"}
    # Text read from scans and fonts has Kangxi radicals for common characters; each folds to one.
    for code in range(0x2F00, 0x2FD6):
        table[code] = unicodedata.normalize("NFKC", chr(code))
    for mark in "，。；：！？（）、":  # Sentence marks stay Chinese: half-width forms are folded up to them.
        table.pop(ord(mark), None)
    table |= {ord(half): full for half, full in zip(",;:!?()", "，；：！？（）", strict=True)}
    table |= {ord("﹐"): "，", ord("﹔"): "；", ord("｡"): "。", ord("､"): "、"}
    return table


_FOLD = _fold_table()

NUMERALS = "一二三四五六七八九十"
"""The numerals that number parts, meetings and stages; a class of letters in patterns."""


@lru_cache(maxsize=512)
def fold(text: str) -> str:
    """Fold width, dashes, quotes and radicals; `len(fold(text)) == len(text)`.

    Digits, Latin letters and % come out half-width, sentence marks and brackets full-width, dashes as "-",
    double quotes as '"'. NFKC is not used: it makes ㎡ two characters and so would move offsets.
    """
    folded = text.translate(_FOLD)
    for comma in _THOUSANDS.finditer(text):  # 15,326 is one number
        folded = f"{folded[: comma.start()]},{folded[comma.end() :]}"
    return folded


def is_chinese(char: str) -> bool:
    """Tell whether a character is a Han character."""
    return "一" <= char <= "鿿" or "㐀" <= char <= "䶿" or char == "〇"


def chinese_share(text: str) -> float:
    """Give the share of Han characters among those that are not white space, 0 for an empty text."""
    solid = [char for char in text if not char.isspace()]
    return sum(map(is_chinese, solid)) / len(solid) if solid else 0.0


_COMMON = frozenset("，。、；：的年和市一二三十大不人")
"""Marks and characters that every report is full of, simplified or traditional: 10 to 18 of a hundred."""


def common_share(text: str) -> float:
    """Give the share of what stands in all Chinese texts: next to nothing of one in a wrong encoding."""
    return sum(char in _COMMON for char in text) / len(text) if text else 0.0

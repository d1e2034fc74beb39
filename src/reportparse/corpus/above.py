"""Say which government is above which: the nation, provinces, prefectures, counties."""

from typing import Final

from reportparse.corpus.head import Head
from reportparse.lexicon.divisions import MUNICIPALITIES, divisions
from reportparse.outline.place import NATION

_UNDER_PROVINCES: Final = "90"
"""The middle of the codes of counties that have no prefecture above them."""


def key_of(head: Head) -> str:
    """Name a place so that it is one name however it is written: its code, else its own name."""
    if head.level == "national":
        return NATION
    return head.division_code or head.place or ""


def key_above(head: Head) -> str | None:
    """Name the place above, None for the nation and for one that is not known to lie anywhere."""
    code = head.division_code
    if head.level == "national":
        return None
    if head.level == "province":
        return NATION
    if code is None:
        return _code_of_province(head.province) if head.level == "prefecture" else None
    if head.level == "prefecture" or code[:2] in MUNICIPALITIES or code[2:4] == _UNDER_PROVINCES:
        return f"{code[:2]}0000"
    return f"{code[:4]}00"


def _code_of_province(name: str | None) -> str | None:
    """Give a province's code, or the name itself of one that is not listed."""
    codes = (d.code for d in divisions() if d.name == name and d.level == "province" and not d.former)
    return next(codes, name)

"""Write out the numbers that Word counts by itself and does not store in the text."""

from collections import defaultdict
from typing import Any, NamedTuple

import regex
from docx.oxml.ns import qn

_DIGITS = "〇一二三四五六七八九"
_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "ideographDigital",
    "taiwaneseCountingThousand",
}
_NUMBER = regex.compile("[0-9]{1,9}")
_SLOT = regex.compile(r"%([1-9])")


class _Level(NamedTuple):
    format: str
    text: str
    start: int


class Numbering:
    """Count the numbered paragraphs of one document, in order."""

    def __init__(self, part: Any) -> None:
        """Read the definitions of a DOCX's numbering part, None for a document without one."""
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if part is None:
            return
        abstract = {each.get(qn("w:abstractNumId")): each for each in part.iter(qn("w:abstractNum"))}
        for number in part.iter(qn("w:num")):
            link = number.find(qn("w:abstractNumId"))
            definition = abstract.get(link.get(qn("w:val"))) if link is not None else None
            if definition is not None:
                self._levels[number.get(qn("w:numId"))] = dict(
                    _level(level) for level in definition.iter(qn("w:lvl"))
                )

    def number(self, num_id: str, depth: int) -> str:
        """Count one paragraph and write its number: 一、, （二）, 3.; "" for bullets and unknown lists."""
        levels = self._levels.get(num_id, {})
        if depth not in levels or levels[depth].format in ("bullet", "none"):
            return ""
        counts = self._counts[num_id]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]

        def written(slot: regex.Match[str]) -> str:
            at = int(slot[1]) - 1
            level = levels.get(at, levels[depth])
            return _written(counts.get(at, level.start), level.format)

        return _SLOT.sub(written, levels[depth].text)


def _level(level: Any) -> tuple[int, _Level]:
    values = {name: level.find(qn(f"w:{name}")) for name in ("numFmt", "lvlText", "start")}
    found = {name: each.get(qn("w:val")) or "" for name, each in values.items() if each is not None}
    start = whole(found.get("start"), 1)
    return whole(level.get(qn("w:ilvl"))), _Level(
        found.get("numFmt", "decimal"), found.get("lvlText", ""), start
    )


def whole(text: str | None, default: int = 0) -> int:
    """Read a number of an attribute; what is none, or has more digits than a list can count, is the default."""
    return int(text) if text and _NUMBER.fullmatch(text) else default


def _written(number: int, form: str) -> str:
    if form in _CHINESE:
        return chinese_number(number)
    if form == "decimalEnclosedCircle" and 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    return str(number)


def chinese_number(number: int) -> str:
    """Write a number below 100 in Chinese: 3 is 三, 10 is 十, 21 is 二十一."""
    tens, ones = divmod(number, 10)
    if number >= 100:
        return str(number)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones or not tens else "")

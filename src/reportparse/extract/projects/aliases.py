"""Tell when two names mean the same project: short forms and aliases, with phases kept apart."""

from collections.abc import Sequence

import regex

_PHASE = regex.compile("第?([一二三四五六七八九十0-9]+)期")
_NOISE = regex.compile(r"[\"“”‘’'《》（）()\s]|(?:建设)?(?:项目|工程)$|(?:建设)?(?:项目|工程)(?=[一二三四五六七八九十]期)")
_CAPACITY = regex.compile("(?:年产|日处理|日产|总投资)?[0-9.]+(?:×[0-9.]+)?[万千亿]*(?:吨|千瓦|公里|平方米|GW|MW|头|亩|千伏|立方米|米)")
_SYNONYMS = (("综合保税区", "综保区"), ("高速公路", "高速"), ("高速铁路", "高铁"), ("经济技术开发区", "经开区"),
             ("高新技术产业开发区", "高新区"), ("地铁", "轨道交通"), ("国际机场", "机场"), ("自由贸易试验区", "自贸试验区"),
             ("客运专线", "高铁"))


def key(name: str) -> tuple[str, str]:
    """Reduce a name to what tells it from others, and its phase ("" where it has none)."""
    phase = _PHASE.search(name)
    bare = _CAPACITY.sub("", _NOISE.sub("", _NOISE.sub("", name)))
    bare = _PHASE.sub("", bare)
    for long, short in _SYNONYMS:
        bare = bare.replace(long, short)
    return bare, phase[1] if phase else ""


def same(one: tuple[str, str], other: tuple[str, str], common: regex.Pattern[str]) -> bool:
    """Tell whether two keys are of one project.

    They are where they are equal, or where one is the end of the other behind a place or an owner of up to
    six characters, and is more than words that any project could have (`common` matches such).
    """
    if one[1] != other[1]:
        return False
    short, long = sorted((one[0], other[0]), key=len)
    if short == long:
        return bool(short)
    return (len(short) >= 4 and long.endswith(short) and len(long) - len(short) <= 6
            and not common.fullmatch(short))


def first_of(keys: Sequence[tuple[str, str]], place: int, common: regex.Pattern[str]) -> int | None:
    """Give the place of the first key that means the same project as the one at `place`, None for the first."""
    for before in range(place):
        if same(keys[before], keys[place], common):
            return before
    return None

"""Tell when two names mean the same project: short forms and synonyms, with phases kept apart."""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from reportparse.lexicon import Lexicon, SynonymEntry

_PHASE = regex.compile("第?([一二三四五六七八九十0-9]+)期")
_NOISE = regex.compile(r"[\"“”‘’'《》（）()\s]|(?:建设)?(?:项目|工程)(?:$|(?=[一二三四五六七八九十]期))")
_CAPACITY = regex.compile(
    "(?:年产|日处理|日产|总投资)?[0-9.]+(?:×[0-9.]+)?[万千亿]*(?:吨|千瓦|公里|平方米|GW|MW|头|亩|千伏|立方米|米)"
)


@dataclass(frozen=True)
class Key:
    """Be what tells a name from others: its `core` without marks and capacities, and its phase, "" without one."""

    core: str
    phase: str


def key(name: str, lexicon: Lexicon) -> Key:
    """Reduce a name to its key, words for the same made equal (高速铁路 and 高铁)."""
    phase = _PHASE.search(name)
    core = _PHASE.sub("", _CAPACITY.sub("", _NOISE.sub("", _NOISE.sub("", name))))
    for entry in lexicon.of(SynonymEntry):
        for form in sorted(entry.forms[1:], key=len, reverse=True):
            core = core.replace(form, entry.forms[0])
    return Key(core, phase[1] if phase else "")


def same(one: Key, other: Key) -> bool:
    """Tell whether two keys are of one project.

    They are where they are equal, or where one is the end of the other behind a place or an owner of up to
    six characters and long enough to be more than words that any project could have.
    """
    if one.phase != other.phase:
        return False
    short, long = sorted((one.core, other.core), key=len)
    if short == long:
        return bool(short)
    if len(short) < 4 or not long.endswith(short) or len(long) - len(short) > 6:
        return False
    return len(short) > 6


def first_of(keys: Sequence[Key], place: int) -> int | None:
    """Give the place of the first key that means the same project as the one at `place`, None for the first."""
    return next((before for before in range(place) if same(keys[before], keys[place])), None)

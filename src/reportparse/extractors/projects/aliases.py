"""Tell when two names mean the same project: short forms and synonyms, with phases kept apart."""

from collections.abc import Iterable, Iterator
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


def firsts(keys: Iterable[Key]) -> Iterator[int | None]:
    """Yield for each key the place of the first one before it that means the same project, None where there is none.

    Two do where they are equal, or where one is an end of the other (`_ends`): each is looked up by itself, by its
    ends, and as an end of those before it.
    """
    seen: dict[Key, int] = {}
    longer: dict[Key, int] = {}
    for place, own in enumerate(keys):
        ends = [Key(core, own.phase) for core in _ends(own.core)]
        known = [seen[key] for key in (own, *ends) if key in seen]
        known += [longer[own]] if own in longer else []
        yield min(known) if known and own.core else None
        seen.setdefault(own, place)
        for end in ends:
            longer.setdefault(end, place)


def _ends(core: str) -> Iterator[str]:
    """Yield the ends that a name has behind a place or an owner of up to six characters.

    They are long enough to be more than words that any project could have.
    """
    return (core[cut:] for cut in range(1, 7) if len(core) - cut > 6)

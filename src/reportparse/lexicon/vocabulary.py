"""Hold the word table by form: all that one word is, from the files that words stand in."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportparse.lexicon.entry import (
    BoundEntry,
    ClauseWordEntry,
    HedgeEntry,
    IndicatorEntry,
    NounEntry,
    VerbEntry,
)
from reportparse.lexicon.loader import Lexicon


@dataclass(frozen=True, slots=True)
class Features:
    """Be what the lexicon says of one form, each part None or "" where it says nothing.

    `roles` are those of the words around verbs (ClauseWordEntry), `hedge` and `bound` tell that the form is one,
    `indicator` the id of the indicator that it is a name of.
    """

    verb: VerbEntry | None = None
    noun: NounEntry | None = None
    roles: frozenset[str] = frozenset()
    hedge: bool = False
    bound: bool = False
    indicator: str = ""


NOTHING = Features()

CLASSES = {
    "subject": ("R", "r"),
    "time": ("T", "t"),
    "date": ("T", "t"),
    "localizer": ("L", "f"),
    "modal": ("M", "d"),
    "connective": ("J", "c"),
    "preposition": ("P", "p"),
    "frame": ("P", ""),
    "means": ("P", ""),
    "agent": ("P", ""),
    "place": ("G", "ns"),
    "noun": ("N", ""),
    "list_noun": ("N", ""),
    "capacity": ("N", ""),
    "topic": ("N", ""),
    "aim": ("N", ""),
    "comment_end": ("N", ""),
    "bearing": ("N", ""),
    "support": ("N", ""),
    "frame_end": ("N", ""),
    "adverb": ("D", "d"),
    "firm": ("D", "d"),
    "dual": ("D", "d"),
    "sum": ("D", "d"),
    "comparison": ("D", "d"),
}
"""The letter of a word around verbs, and the tag by which it enters the dictionary ("": the one it has), by its role.

Of a word with several roles the first that stands here decides. Other roles give no class.
"""


class Vocabulary:
    """Look words up by form."""

    def __init__(self, table: dict[str, Features]) -> None:
        self._table = table

    def __getitem__(self, form: str) -> Features:
        """Give the features of a form, NOTHING where the lexicon does not have it."""
        return self._table.get(form, NOTHING)

    def dictionary(self) -> Iterator[tuple[str, str]]:
        """Yield the forms of two letters and more that must not be cut, with their tags ("": any it has).

        Names of indicators are no words, so that lists can share their parts.
        """
        for form, features in self._table.items():
            if len(form) > 1 and (features.verb or features.noun or not features.indicator):
                yield form, _tag(features)


def _tag(features: Features) -> str:
    if features.verb:
        return "vn" if features.verb.noun else "v"
    if features.noun:
        return "n"
    return next((tag for role, (_, tag) in CLASSES.items() if tag and role in features.roles), "")


@cache
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Gather the word table of a lexicon, once."""
    table: dict[str, dict[str, object]] = {}
    for verb in lexicon.of(VerbEntry):
        if not {"stem", "complement"} & set(verb.kinds):
            for form in verb.forms:
                table.setdefault(form, {})["verb"] = verb
    for noun in lexicon.of(NounEntry):
        for form in noun.forms:
            table.setdefault(form, {})["noun"] = noun
    for word in lexicon.of(ClauseWordEntry):
        for form in word.forms:
            known = table.setdefault(form, {})
            known["roles"] = frozenset((*known.get("roles", ()), word.role))  # type: ignore[misc]
    for hedge in lexicon.of(HedgeEntry):
        for form in hedge.forms:
            table.setdefault(form, {})["hedge"] = True
    for bound in lexicon.of(BoundEntry):
        for form in bound.forms:
            table.setdefault(form, {})["bound"] = True
    for indicator in lexicon.of(IndicatorEntry):
        for form in indicator.forms:
            table.setdefault(form, {})["indicator"] = indicator.id
    return Vocabulary({form: Features(**known) for form, known in table.items()})  # type: ignore[arg-type]

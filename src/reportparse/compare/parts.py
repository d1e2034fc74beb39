"""Read the name of a project into its parts: whose and where, what kind, between which ends, which section."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import regex

from reportparse.compare.names import Name, Names
from reportparse.grammar.reading import read
from reportparse.grammar.token import Token
from reportparse.lexicon import KinshipEntry, Lexicon, NounEntry, ProjectWordEntry, alternation
from reportparse.text import fold

_SIDE = regex.compile("[东南西北]")
_BRACKETS = regex.compile(r"[（(]([^（()）]*)[)）]")
_LIST = regex.compile("[、和与及]|以及")
_WAYS = ("railway", "road", "street", "crossing")
_POWER = regex.compile(r"(?P<from>\w{1,3})电(?:送|入)(?P<to>\w{1,3})$")
_POWER_KIND = regex.compile("直流|交流|特高压|输电|柔直")
_SECTION_END = regex.compile(
    r"(?P<line>.+(?:高铁|高速|城际|铁路|公路|快速路|大道|号线))(?P<section>\w{1,8})段$"
)


@dataclass(frozen=True)
class Parts:
    """Be the parts of one name.

    `name` holds phase, numbers and contrasts. `bare` is the name without fillers, brackets' marks, amounts and
    section; `rest` the same without what stands in brackets. `words` are its words in order. `ends` are those of
    a line as printed, full or a letter each, and `way` what runs between them. `section` is that of a line.
    `family` is `bare` with a head of a family put as the family's first. `branches` are the ids of the words that
    make another thing of it (延长线, 分院). `own` are the letters
    that are proper to it, `members` the names of a list; `headed` tells whether it says what it is,
    `modified` whether it says more than that, `specific` whether its kind is told with a common word in front
    (客运总站). `owners` are the words that are places, zones and proper names, `genres` those that are common words.
    `kinds` are the heads of its head's family that are words (of 园: 产业园, 功能区).
    """

    name: Name
    bare: str
    rest: str
    words: tuple[str, ...]
    ends: tuple[str, str] | None
    way: str
    section: str
    family: str
    branches: frozenset[str]
    own: str
    members: tuple[str, ...]
    headed: bool
    modified: bool
    specific: bool
    owners: tuple[str, ...]
    genres: tuple[str, ...]
    kinds: frozenset[str]

    @property
    def named(self) -> bool:
        """Tell whether it has something of its own to be known by: letters, a number, or the side of a place (西)."""
        return len(self.own) > 1 or bool(self.name.ordinals) or bool(_SIDE.search(self.own))


class PartsReader:
    """Read parts by the words of the lexicon and the places of the reports."""

    def __init__(self, names: Names, lexicon: Lexicon, proper: Callable[[str], str]) -> None:
        self._names = names
        self._lexicon = lexicon
        self._proper = proper
        entries = lexicon.of(KinshipEntry)
        families = {form: e.forms[0] for e in entries if e.use == "family" for form in e.forms}
        self._families = families
        self._family = regex.compile(alternation(families) + "$")
        self._branches = tuple(
            (entry.id, regex.compile(alternation(entry.forms))) for entry in entries if entry.use == "branch"
        )
        common = {form for e in lexicon.of(ProjectWordEntry) if e.use == "genre" for form in e.forms}
        self._common = frozenset(common)
        self._specific = regex.compile(alternation(common) + r"\B")
        ways = {form for noun in lexicon.of(NounEntry) if noun.id in _WAYS for form in noun.forms}
        self._way = regex.compile(f"(?P<before>.+?)(?P<way>{alternation(ways)})$")

    def parts(self, printed: str) -> Parts:
        """Give the parts of a printed name."""
        folded = fold(printed)
        inner = _BRACKETS.findall(folded)
        name = self._names.read(printed)
        rest = self._names.read(_BRACKETS.sub("", folded)).core if inner else name.core
        bare, section = _without_section(name.core)
        tokens = [token for token in read(bare, self._lexicon).tokens if token.letter not in "QKSR"]
        ends, way = self._ends(bare)
        return Parts(
            name=name,
            bare=bare,
            rest=_without_section(rest)[0],
            words=tuple(token.text.removeprefix("第") for token in tokens),
            ends=ends,
            way=way,
            section=section,
            family=self._in_family(bare),
            branches=frozenset(id_ for id_, pattern in self._branches if pattern.search(name.core)),
            own=self._proper(bare),
            members=tuple(self._names.read(member).core for member in _LIST.split(folded) if len(member) > 2),
            headed=any(_says_what(token) for token in tokens),
            modified=_modified(tokens),
            specific=bool(tokens) and self._specific.match(tokens[-1].text) is not None,
            owners=tuple(token.text for token in tokens if _owns(token)),
            kinds=self._kinds(bare),
            genres=tuple(token.text for token in tokens if token.text in self._common),
        )

    def _in_family(self, bare: str) -> str:
        """Put the head as the first of its family, and so on while what is left ends with one."""
        put = self._family.sub(lambda found: self._families[found[0]], bare)
        return put if put == bare else self._in_family(put)

    def _kinds(self, bare: str) -> frozenset[str]:
        found = self._family.search(bare)
        first = self._families[found[0]] if found else None
        return frozenset(form for form, family in self._families.items() if family == first and len(form) > 1)

    def _ends(self, bare: str) -> tuple[tuple[str, str] | None, str]:
        """Find the ends of a line: 云岭至松河公路, 云松公路, 云岭松河公路, 云电送湖, 云岭至湖阳±800千伏直流."""
        if found := _POWER.search(bare):
            return (found["from"], found["to"]), "power"
        if power := _POWER_KIND.search(bare):
            before, way = regex.split("[±0-9]", bare[: power.start()])[0], "power"
        elif found := self._way.match(bare):
            before, way = found["before"], found["way"]
        else:
            return None, ""
        first, link, second = before.partition("至")
        if link and first and second:
            return (first, second), way
        half = len(before) // 2
        return ((before[:half], before[half:]), way) if len(before) in (2, 4) else (None, way)


def _without_section(core: str) -> tuple[str, str]:
    found = _SECTION_END.match(core)
    return (found["line"], found["section"]) if found else (core, "")


def _says_what(token: Token) -> bool:
    return token.is_head and token.features.noun is not None and token.features.noun.head != "site"


def _modified(tokens: Sequence[Token]) -> bool:
    """Tell whether something stands before the head, or within its word: 食品产业园, 汽车园."""
    if not tokens:
        return False
    noun = tokens[-1].features.noun
    return len(tokens) > 1 or (noun is not None and bool(noun.head) and tokens[-1].text not in noun.forms)


def _owns(token: Token) -> bool:
    noun = token.features.noun
    return token.letter in "GX" or (noun is not None and noun.head == "zone")

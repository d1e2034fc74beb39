"""Read the name of a project into its parts: whose and where, what kind, between which ends, which section."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from reportparse.compare.names import Name, Names
from reportparse.grammar.reading import read
from reportparse.grammar.token import Token
from reportparse.lexicon import KinshipEntry, Lexicon, NounEntry, ProjectWordEntry, alternation
from reportparse.lexicon.divisions import GOVERNED
from reportparse.text import fold

SIDE = regex.compile("[东南西北]")
_BRACKETS = regex.compile(r"[（(]([^（()）]*)[)）]")
_BOTH_SIDES = ("东西", "南北")
_ANY = ("项目", "工程", "建设")
_WORK_WORDS = 2
"""What is done to a thing is said in so many words at most: 整体|搬迁."""

_VISITED = ("weak_park", "hall", "green")
"""Nouns of what people go to see: an area around such a thing, or a mall in it, may bear its name."""

_POWER = regex.compile(r"(?P<from>\w{1,3})电(?:送|入)(?P<to>\w{1,3})$")
_POWER_KIND = regex.compile("直流|交流|特高压|输电|柔直")


@dataclass(frozen=True)
class Parts:
    """Be the parts of one name.

    `name` holds phase, numbers and contrasts. `bare` is the name without fillers, brackets' marks, amounts and
    section; `rest` the same without what stands in brackets. `words` are its words in order, `full` these with the
    last one as its family's first. `level` is whose it says to be in front (市, "" for nobody's). `ends` are those of
    a line as printed, full or a letter each, and `way` what runs between them. `section` is that of a line, `stretch`
    its ends.
    `family` is `bare` with a head of a family put as the family's first. `branches` are the ids of the words that
    make another thing of it (延长线, 分院). `own` are the letters
    that are proper to it, `members` the names of a list, each as it is compared with what is printed.
    `headed` tells whether it says what it is,
    `modified` whether it says more than that, `specific` whether its kind is told with a common word in front
    (客运总站). `owners` are the words that are places (城北), zones and proper names, `genres` those that are common
    words. `genus` is the kind that its kind is one of ("" for none: of 高铁 铁路). `kinds` are the heads of its head's
    family that are words (of 园: 产业园, 功能区).
    `thing` is `family` without amounts and what is done to it, `works` the classes of that (迁建), `done` its words
    of no class (绿化), `site` the thing as printed; `front` is the own place or town that was left out before it.
    `kind` is the head of the thing, put as the first of its family ("" where it ends with none), `common` the thing
    without the words that are places or unknown. `unknown` are the words that no dictionary has. `classed` tells
    whether it begins as the name of a class does (社区卫生服务中心).
    """

    name: Name
    bare: str
    rest: str
    words: tuple[str, ...]
    full: tuple[str, ...]
    ends: tuple[str, str] | None
    way: str
    section: str
    stretch: tuple[str, str] | None
    family: str
    branches: frozenset[str]
    level: str
    own: str
    members: Mapping[str, str]
    headed: bool
    modified: bool
    specific: bool
    owners: tuple[str, ...]
    genres: tuple[str, ...]
    kinds: frozenset[str]
    thing: str
    works: frozenset[str]
    done: frozenset[str]
    site: str
    front: str
    kind: str
    genus: str
    common: str
    unknown: frozenset[str]
    classed: bool

    @property
    def nameless(self) -> bool:
        """Tell whether it is any work's phase, and no thing's: 一期工程, 二期."""
        return self.name.phase is not None and not any(word not in _ANY for word in self.words)

    @property
    def named(self) -> bool:
        """Tell whether it has something of its own to be known by: letters, a number, or the side of a place (西).

        One letter is enough with a noun behind it (老码头街区), not before the kind itself (新水厂).
        """
        if len(self.own) > 1 or self.name.ordinals or SIDE.search(self.own):
            return True
        return bool(self.own) and len(self.thing.removesuffix(self.kind)) > 1

    @property
    def known(self) -> bool:
        """Tell whether it is one thing though it may have no name: a place has one 市疾控中心."""
        return self.named or bool(self.level)


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
        self._again = frozenset(form for e in entries if e.again for form in e.forms)
        self._works = {form: e.id for e in entries if e.use == "work" for form in e.forms}
        self._done = {form for e in lexicon.of(ProjectWordEntry) if e.use == "work" for form in e.forms}
        self._genus = {form: e.forms[0] for e in entries if e.use == "genus" for form in e.forms[1:]}
        towns = alternation(f for e in entries if e.use == "town" for f in e.forms)
        self._town = regex.compile(f"^{towns}(?=[^至].)")
        self._seat = regex.compile(f"{towns}$")
        self._branches = tuple(
            (entry.id, regex.compile(alternation(entry.forms))) for entry in entries if entry.use == "branch"
        )
        common = {form for e in lexicon.of(ProjectWordEntry) if e.use == "genre" for form in e.forms}
        self._common = frozenset(common)
        self._specific = regex.compile(alternation(common) + r"\B")
        nouns = lexicon.of(NounEntry)
        ways = {form for noun in nouns if noun.way for form in noun.forms}
        long = {form for noun in nouns if noun.way or noun.id in (*_VISITED, "metro") for form in noun.forms}
        lines = alternation(form for form in long if not form.endswith("段"))
        self._section_end = regex.compile(rf"(?P<line>.+{lines})(?P<section>(?!至)\w{{1,8}})段$")
        areas = {form for noun in nouns if noun.id in ("park", "zone") for form in noun.forms}
        stages = {form for e in entries if e.use == "stage" for form in e.forms}
        self._stage_end = regex.compile(
            rf"(?P<line>.+{alternation((areas | set(families)) - stages)})(?P<section>{alternation(stages)}+)$"
        )
        self._trailing = regex.compile(f"(?<=..){alternation(form for form in common if len(form) > 1)}+$")
        self._way = regex.compile(f"(?P<before>.+?)(?P<way>{alternation(ways)})$")

    def parts(self, printed: str) -> Parts:
        """Give the parts of a printed name."""
        folded = fold(printed)
        inner = _BRACKETS.findall(folded)
        name = self._in_general(self._names.read(printed))
        rest = self._names.read(_BRACKETS.sub("", folded)).core if inner else name.core
        bare, section = self._without_section(name.core)
        whole = self._said_once(bare)
        bare = self._without_town(whole)
        tokens = self._tokens(bare)
        words = tuple(token.text.removeprefix("第") for token in tokens)
        ends, way = self._ends(bare)
        thing = self._thing(tokens)
        done, works = self._done_to(tokens[len(thing) :])
        return Parts(
            name=name,
            bare=bare,
            rest=self._said_once(self._without_section(rest)[0]),
            words=words,
            full=(*words[:-1], *map(self._in_family, words[-1:])),
            ends=ends,
            way=way,
            section=section,
            stretch=_both(section),
            family=self._in_family(bare),
            branches=frozenset(id_ for id_, pattern in self._branches if pattern.search(name.core)),
            level=self._level(folded),
            own=self._proper(bare),
            members={self._member(member): member for member in self._members(folded)},
            headed=any(_says_what(token) for token in tokens),
            modified=_modified(tokens),
            specific=bool(tokens) and self._specific.match(tokens[-1].text) is not None,
            owners=tuple(token.text for token in tokens if _owns(token)),
            kinds=self._kinds(bare),
            genres=tuple(token.text for token in tokens if token.text in self._common),
            thing=self._in_family("".join(token.text for token in thing)),
            works=works,
            done=done,
            site="".join(token.text for token in thing),
            front=name.place or whole.removesuffix(bare),
            kind=(kind := self._kind(thing)),
            genus=self._genus.get(kind, ""),
            common="".join(token.text for token in thing if token.letter not in "GX"),
            unknown=frozenset(token.text for token in thing if token.letter == "X"),
            classed=bool(tokens) and tokens[0].marks_class,
        )

    def _level(self, folded: str) -> str:
        """Give whose it says to be in front; what is of a county's seat (县城) is the county's too."""
        if (town := self._town.match(folded)) and town[0][0] in GOVERNED:
            return town[0][0]
        tokens = self._tokens(folded)
        return tokens[0].text if len(tokens) > 1 and tokens[0].text in tuple(GOVERNED) else ""

    def _in_general(self, name: Name) -> Name:
        """Let what tells a kind's kinds apart be the kind's: of 云松高铁 铁路."""
        words = ((id_, frozenset(self._genus.get(word, word) for word in words)) for id_, words in name.words)
        return replace(name, words=tuple(words))

    def _without_town(self, bare: str) -> str:
        """Leave out a word for the own town, where something is left to know the thing by: 城市西出口路."""
        town = self._town.match(bare)
        left = self._town.sub("", bare)
        known = len(self._proper(left)) > 1 or SIDE.search(left) or (town and town[0][0] in GOVERNED)
        return left if known else bare

    def _member(self, printed: str) -> str:
        """Give a member of a list as it is compared: its head as its family's first, and its phase."""
        name = self._names.read(printed)
        return f"{self._in_family(self._without_town(name.core))}{name.phase or ''}"

    def _members(self, folded: str) -> list[str]:
        """Give the names of a list, of both sides of one thing too: 东西外环, 东、西外环公路."""
        tokens = read(folded, self._lexicon).tokens
        first, behind, sides = _sides(tokens)
        if sides:
            before, thing = folded[: tokens[first].start], folded[tokens[behind].start :]
            return [before + side + thing for side in sides]
        marks = [token for token in tokens if token.letter in "IC"]
        starts, ends = [0, *(mark.end for mark in marks)], [*(mark.start for mark in marks), len(folded)]
        members = [folded[start:end] for start, end in zip(starts, ends, strict=True)]
        return [member for member in members if len(member) > 2]

    def _without_section(self, core: str) -> tuple[str, str]:
        """Part a section from a line, and from what is done to it there: 云湖大道北段改造 is 云湖大道改造, 北.

        What goes on behind the line's end is none of its sections: 云湖大道东延段 is 云湖大道东延.
        """
        thing = self._thing(self._tokens(core))
        end = thing[-1].end if thing else len(core)
        found = self._section_end.match(core[:end]) or self._stage_end.match(core[:end])
        if found and any(pattern.fullmatch(found["section"]) for _, pattern in self._branches):
            return found["line"] + found["section"] + core[end:], ""
        return (found["line"] + core[end:], found["section"]) if found else (core, "")

    def _tokens(self, bare: str) -> list[Token]:
        return [token for token in read(bare, self._lexicon).tokens if token.letter not in "QKSR"]

    def _thing(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """Give the words before those that say what is done to a thing: 墨池大桥 of 墨池大桥加固改造."""
        last = len(tokens)
        while last > 1 and (words := self._work_before(tokens[:last])):
            last -= words
        return tokens[:last]

    def _work_before(self, tokens: Sequence[Token]) -> int:
        """Give how many words at the end say what is done to a thing before them: 整体|搬迁 are two, 0 for none.

        Words of no class are one each: of 砚湖湿地|保护|开发 the thing is 砚湖湿地, and no work is 湿地|保护.
        """
        return next(
            (
                words
                for words in range(min(_WORK_WORDS, len(tokens) - 1), 0, -1)
                if (text := "".join(token.text for token in tokens[-words:])) in self._works
                or (words == 1 and text in self._done)
            ),
            0,
        )

    def _done_to(self, tokens: Sequence[Token]) -> tuple[frozenset[str], frozenset[str]]:
        """Part what is done to a thing: the words of no class, and the classes of the others."""
        done, works, last = set(), set(), len(tokens)
        while last:
            words = self._work_before([tokens[0], *tokens[:last]]) or 1
            text = "".join(token.text for token in tokens[last - words : last])
            if text in self._works:
                works.add(self._works[text])
            else:
                done.add(text)
            last -= words
        return frozenset(done), frozenset(works)

    def _kind(self, thing: Sequence[Token]) -> str:
        if not thing or not _says_what(thing[-1]) or not (noun := thing[-1].features.noun):
            return ""
        head = max((form for form in noun.forms if thing[-1].text.endswith(form)), key=len, default="")
        found = self._family.search("".join(token.text for token in thing))
        return self._in_family(max(head, found[0] if found else "", key=len))  # of 外环 and 公路: 外环公路

    def _said_once(self, bare: str) -> str:
        """Leave out what says again what a named thing is: 红枫广场商业综合体, 砚湖纪念园红色旅游景区."""
        tokens = read(bare, self._lexicon).tokens
        if not tokens or tokens[-1].text not in self._again:
            return bare
        last = len(tokens) - 1
        while last and (tokens[last - 1].text in self._common or tokens[last - 1].marks_class):
            last -= 1
        visited = last > 1 and (noun := tokens[last - 1].features.noun) and noun.id in _VISITED
        return bare[: tokens[last - 1].end] if visited else bare

    def _seated(self, end: str) -> str:
        """Give the place whose seat an end is: 县城 of the report of 云岭县 is 云岭."""
        seat = self._seat.fullmatch(end)
        return self._names.seats.get(end[0], end) if seat else end

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
        before = self._trailing.sub("", before).removesuffix("线")
        if ends := _both(before):
            return (self._seated(ends[0]), self._seated(ends[1])), way
        half = len(before) // 2
        return ((before[:half], before[half:]), way) if len(before) in (2, 4) else (None, way)


def _both(line: str) -> tuple[str, str] | None:
    """Give the ends that stand on both sides of 至."""
    first, _, second = line.partition("至")
    return (first, second) if first and second else None


def _sides(tokens: Sequence[Token]) -> tuple[int, int, list[str]]:
    """Find both sides of one thing: the place of the first side, that of the thing, the sides.

    东西 said in one word are so only before a common word: 东西|外环, 东西|两大|出口; 南北湖 is a name of its own.
    """
    for at, token in enumerate(tokens):
        listed = [one.text for one in tokens[at : at + 3 : 2]]
        both = len(listed) == 2 and tokens[at + 1].letter in "IC" and all(map(SIDE.fullmatch, listed))
        if not both and token.text not in _BOTH_SIDES:
            continue
        thing = at + (3 if both else 1)
        while thing < len(tokens) and tokens[thing].letter == "Q":
            thing += 1
        if thing < len(tokens) and (both or _is_common(tokens[thing])):
            return at, thing, listed if both else list(token.text)
    return 0, 0, []


def _is_common(token: Token) -> bool:
    noun = token.features.noun
    return token.letter not in "GX" and (noun is None or (noun.head != "site" and token.text in noun.forms))


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
    return token.letter in "GX" or token.tag == "s" or (noun is not None and noun.head == "zone")

"""Measure how alike two names are: of indicators, of projects."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import regex
from rapidfuzz.distance import Indel, LCSseq

from reportparse.grammar.number import decimal
from reportparse.lexicon import KinshipEntry, Lexicon, NounEntry, UnitEntry, alternation
from reportparse.lexicon.divisions import GOVERNED, divisions
from reportparse.text import fold

_NUMERAL = "[0-9]+|[一二两三四五六七八九十]+|[ⅠⅡⅢⅣⅤⅥ]"
_PHASE = regex.compile(rf"(?:第)?({_NUMERAL}|首)期")
_ORDINAL = regex.compile(
    rf"第({_NUMERAL})|({_NUMERAL})(?=号|标段|线|分园|分院|分校|跑道|运会|[中小](?:分|学|[新老东西南北总]?校|$)|院(?:[新老东西南北]|$)|桥|水厂|电厂|隧道|通道)|([A-Za-z]+)"
)
_HIGHWAY = regex.compile(
    r"(?:(?P<first>[国省县]道)[GSX]?|(?<![A-Za-z])[GS](?=[0-9]{3}(?![0-9]))|(?=[0-9]+[国省县]道))(?P<number>[0-9]+)(?P<last>[国省县]道)?线?"
)
_MOTORWAY_CODE = regex.compile(r"^[GS][0-9]{1,4}(?=\p{Han}{2,}高速)")
_AMOUNT = regex.compile(r"[0-9]+(?:\.[0-9]+)?")
_NEARLY = Decimal("0.9")
"""Two sizes of which the less is this much of the greater are one thing's, measured again: 6万平方米, 5.7万平方米."""

_SIZES = ("area", "length", "mass")
"""What units measure whose numbers are a thing's size, and no part of its name as 330千伏 is."""

_FILLER = regex.compile(
    r"[\s·、，。“”\"'‘’《》（）()\-_]|(?:等)?(?:在建|拟建|续建)?(?:建设)?(?:项目|工程)(?:建设)?$|(?<=..)建设$"
)
_OWNED = rf"(?:全|我|本)?(?:自治)?[{GOVERNED}](?=..)"
"""What a name says in front of the place that it belongs to, without its name: 市人民医院, 全省."""

_LINK = regex.compile(r"(?<=\p{Han})[-—–－~～]+(?=\p{Han})")
_ROUTE = regex.compile(r"(?P<start>\w{2,4})至(?P<end>\w{2,4}?)(?P<kind>高铁|高速|城际|铁路|公路|快速路)")


@dataclass(frozen=True)
class Name:
    """Be a name made ready for comparison.

    `core` is what is left when fillers are gone and synonyms put as one; `phase` is that of 一期 and 二期;
    `ordinals` are numbers and letters that tell things of a kind apart (2号线), `sizes` what it measures, `amounts`
    other numbers.
    `words` are those found that stand in contrasts, by contrast. `place` is the own place in front that was left out.
    """

    core: str
    phase: int | None
    ordinals: frozenset[str]
    amounts: frozenset[str]
    sizes: frozenset[str]
    words: tuple[tuple[str, frozenset[str]], ...]
    place: str = ""


class Names:
    """Compare names in the light of a lexicon and of the places whose reports they stand in."""

    def __init__(self, lexicon: Lexicon, places: Iterable[str]) -> None:
        entries = lexicon.entries("synonyms")
        self._first = {form: entry.forms[0] for entry in entries for form in entry.forms}
        self._synonyms = regex.compile(alternation(self._first))
        self._contrasts = tuple(
            (entry.id, regex.compile(alternation(map(self._as_one, entry.forms))))
            for entry in lexicon.entries("contrasts")
        )
        self._plain = frozenset(lexicon.forms("plain_words"))
        units = alternation(
            form for unit in lexicon.of(UnitEntry) if unit.kind in _SIZES for form in unit.forms
        )
        self._size = regex.compile(rf"({_AMOUNT.pattern})[十百千万亿]*{units}")
        short = {division.name: division.short for division in divisions()}
        own = {f for place in places for f in (place, short.get(place, place[:-1])) if len(f) > 1}
        heads = [form for noun in lexicon.of(NounEntry) if noun.head for form in noun.forms]
        goes_on = f"(?![至到-]|{alternation([form for form in heads if len(form) == 1])})"  # 砚川河 is no 河 of 砚川
        self._places = regex.compile(f"^{alternation(own)}{goes_on}") if own else None
        towns = [form for entry in lexicon.of(KinshipEntry) if entry.use == "town" for form in entry.forms]
        self._owned = regex.compile(f"^(?!{alternation(towns)}){_OWNED}")
        self.seats = {place[-1]: short.get(place, place[:-1]) for place in places}
        self.read = lru_cache(maxsize=None)(self._read)

    def _read(self, printed: str) -> Name:
        text = _LINK.sub("至", fold(printed))
        own = self._places.match(text) if self._places else None
        place = own[0] if own else ""
        text = text.removeprefix(place)
        text = _HIGHWAY.sub(_highway, _MOTORWAY_CODE.sub("", self._as_one(text)))
        phases = [_number(found.group(1)) for found in _PHASE.finditer(text)]
        text = _PHASE.sub("", text)
        ordinals = frozenset(
            str(_number(found.group(1) or found.group(2))) if not found.group(3) else found.group(3).upper()
            for found in _ORDINAL.finditer(text)
        )
        numbered = _ORDINAL.sub("", text)
        sizes = frozenset(self._size.findall(numbered))
        amounts = frozenset(_AMOUNT.findall(self._size.sub("", numbered)))
        words = tuple(
            (name, found) for name, pattern in self._contrasts if (found := frozenset(pattern.findall(text)))
        )
        core = text
        for _ in range(2):
            core = self._owned.sub("", _FILLER.sub("", core))
        return Name(core or text, max(phases, default=None), ordinals, amounts, sizes, words, place)

    def _as_one(self, text: str) -> str:
        return self._synonyms.sub(lambda found: self._first[found.group()], text)

    def likeness(self, older: str, newer: str) -> float:
        """Give 0 to 1: 1 for the same name, 0 where a number, a phase or a contrast tells them apart.

        In between it is the share of characters that both have in the same order (Indel), raised where one
        name as a whole stands in the other. Of two shares (…占…比重) it is the less of what is shared and of
        what it is a share of. The order of the two makes no difference.
        """
        parts = [name.split("占", 1) for name in (older, newer) if "占" in name[1:]]
        if len(parts) == 2 and older != newer:
            return min(self._whole(*part) for part in zip(*parts, strict=True))
        return self._whole(older, newer)

    def _whole(self, older: str, newer: str) -> float:
        a, b = self.read(older), self.read(newer)
        if told_apart(a, b):
            return 0.0
        phase = 1.0 if a.phase == b.phase else 0.95
        if a.core == b.core:
            return phase
        if same_route(a.core, b.core):
            return 0.9 * phase
        short, long = sorted((a.core, b.core), key=len)
        alike = Indel.normalized_similarity(short, long)
        if len(short) >= 4 and LCSseq.similarity(short, long) == len(short):
            inside = 0.9 if short in long else 0.8
            alike = max(alike, inside * (0.75 + 0.25 * len(short) / len(long)))
        return phase * min(alike, 0.99)

    def plain(self, printed: str) -> bool:
        """Tell whether a name says nothing of what it is the name of: 投资, 项目."""
        return printed in self._plain or self.read(printed).core in self._plain

    def contradict(self, older: str, newer: str) -> bool:
        """Tell whether two clauses speak of different things: 一期 and 二期, 2号线 and 3号线, 城镇 and 农村."""
        a, b = self.read(older), self.read(newer)
        if a.phase and b.phase and a.phase != b.phase:
            return True
        return bool(a.ordinals and b.ordinals and not a.ordinals & b.ordinals) or _contrasted(a, b)


def told_apart(a: Name, b: Name) -> bool:
    """Tell whether a phase, a number, an amount or a contrast shows two names to be of two things."""
    if a.phase != b.phase and {a.phase, b.phase} != {None, 1}:
        return True
    if a.ordinals != b.ordinals or (a.amounts and b.amounts and not a.amounts & b.amounts):
        return True
    if a.sizes and b.sizes and not any(_of_one_size(one, other) for one in a.sizes for other in b.sizes):
        return True
    return _contrasted(a, b)


def _of_one_size(one: str, other: str) -> bool:
    less, more = sorted((Decimal(one), Decimal(other)))
    return less >= _NEARLY * more


def _contrasted(a: Name, b: Name) -> bool:
    other = dict(b.words)
    return any(name in other and not words & other[name] for name, words in a.words)


def same_route(a: str, b: str) -> bool:
    """Tell whether two names are of one way, one with its ends in full and one with a character of each."""
    return _route(a, b) or _route(b, a)


def _route(full: str, short: str) -> bool:
    route = _ROUTE.fullmatch(full)
    if route is None or not short.endswith(route["kind"]):
        return False
    ends = short.removesuffix(route["kind"])
    return len(ends) == 2 and ends[0] in route["start"] and ends[1] in route["end"]


def _highway(found: regex.Match[str]) -> str:
    """Put the number of a highway in front: 国道G236, G236国道 and 236国道 are one."""
    kind = found["first"] or found["last"] or ("国道" if found[0].startswith("G") else "省道")
    return f"{found['number']}号{kind}"


def _number(numeral: str) -> int:
    if unicodedata.category(numeral[0]) == "Nl":
        return int(unicodedata.numeric(numeral))
    return 1 if numeral == "首" else int(decimal(numeral))

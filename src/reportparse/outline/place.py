"""Find whose report it is: from title, meeting and speaker, else from the names that its text is full of."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import regex

from reportparse.lexicon.divisions import MUNICIPALITIES, Division, divisions
from reportparse.lexicon.nameset import NameSet
from reportparse.outline.front import Front
from reportparse.text import fold

NATION: Final = "全国"

_REGION: Final = regex.compile(r"自治区(?:人民)?政府(?!办公厅)|自治区党委|全区(?!域)|我区")
_OWN: Final = {
    "region": regex.compile(r"我?代表自治区(?:人民)?政府"),
    "province": regex.compile(r"代表省(?:人民)?政府|全省|我省"),
    "city": regex.compile(r"代表市(?:人民)?政府|全市|我市"),
    "autonomous": regex.compile(r"代表州(?:人民)?政府|全州|我州"),
    "league": regex.compile(r"代表盟行|全盟|我盟"),
    "county": regex.compile(r"代表县(?:人民)?政府|全县|我县"),
    "district": regex.compile(r"代表区(?:人民)?政府|全区(?!域)|我区"),
    "banner": regex.compile(r"代表旗(?:人民)?政府|全旗|我旗"),
    "national": regex.compile(r"代表国务院|我国|全国"),
}
_ENDINGS: Final = {
    "region": ("自治区",),
    "province": ("省",),
    "city": ("市",),
    "autonomous": ("州",),
    "league": ("盟", "地区"),
    "county": ("县",),
    "district": ("区",),
    "banner": ("旗",),
}


@dataclass(frozen=True)
class Place:
    """Be a place with its tier, its code and the province over it."""

    name: str
    level: str
    code: str | None
    province: str | None


@cache
def _by_name() -> dict[str, tuple[Division, ...]]:
    table: dict[str, list[Division]] = {}
    for division in divisions():
        table.setdefault(division.name, []).append(division)
        if division.short != division.name:
            table.setdefault(division.short, []).append(division)
    return {name: tuple(found) for name, found in table.items()}


@cache
def _names() -> NameSet:
    return NameSet(_by_name())


_ON_BEHALF: Final = regex.compile("我(?:谨)?代表")
_GOVERNMENT: Final = regex.compile("(?:人民)?(?:政府|行政公署)")


def _spoken_for(text: str) -> str:
    """Give the place whose government speaks: 我代表砚川市人民政府; "" where none does."""
    for said in _ON_BEHALF.finditer(text):
        for name in _names().at(text, said.end()):
            if _GOVERNMENT.match(text, said.end() + len(name)):
                return name
    return ""


@cache
def _children() -> dict[str, tuple[Division, ...]]:
    table: dict[str, list[Division]] = {}
    for division in divisions():
        if division.former or division.level == "province":
            continue
        above = division.code[:2] + "0000" if division.level == "prefecture" else division.code[:4] + "00"
        table.setdefault(above, []).append(division)
        if above[:2] in MUNICIPALITIES and division.level == "county":
            table.setdefault(division.code[:2] + "0000", []).append(division)
    return {code: tuple(found) for code, found in table.items()}


@cache
def _by_code() -> dict[str, tuple[Division, ...]]:
    """Map codes to the divisions of today that have them."""
    table: dict[str, list[Division]] = {}
    for division in divisions():
        if not division.former:
            table.setdefault(division.code, []).append(division)
    return {code: tuple(found) for code, found in table.items()}


def find_place(front: Front, texts: Sequence[str], name: str, wanted: str | None = None) -> Place:
    """Find the place.

    `wanted` is a user's word for it and settles which; `name` is the file's and helps where the text leaves doubt.
    """
    counts = Counter(name for text in texts for name in _names().within(text))
    kind = _kind(texts)
    if wanted:
        return _named(wanted, counts, kind) or Place(wanted, "", None, None)
    for words in (front.meeting, front.title, front.office):
        if words and (found := _in_words(words, counts, kind) or _unlisted(words, counts)):
            return found
    if kind == "national":
        return Place(NATION, "national", None, None)
    for text in texts[: front.end + 2]:
        if (said := _spoken_for(text)) and (found := _named(said, counts, kind)):
            return found
    return _by_evidence(counts, kind, name)


def _in_words(words: str, counts: Counter[str], kind: str) -> Place | None:
    if "全国人民代表大会" in words or "国务院" in words:
        return Place(NATION, "national", None, None)
    found = list(_names().within(words.split("第")[0]))
    return _named(found[-1], counts, kind) if found else None


_CALLED: Final = regex.compile(
    r"^在?(?:[0-9零一二三四五六七八九]{4}年度?)?(?P<name>[一-鿿]{2,9}?(?P<end>省|自治区|自治州|自治县|市|州|盟|县|区|旗))"
    r"(?=第|人民|政府|市长|县长|区长|代|[0-9零一二三四五六七八九]{4}年)"
)
_TIERS: Final = {
    "省": "province",
    "自治区": "province",
    "县": "county",
    "自治县": "county",
    "区": "county",
    "旗": "county",
}


def _unlisted(words: str, counts: Counter[str]) -> Place | None:
    """Take a place at its word that the list of divisions does not have: a new one, or one that is invented."""
    called = _CALLED.match(fold(words))
    if not called:
        return None
    provinces = {d.name for d in divisions() if d.level == "province" and not d.former}
    named = [word for word, _ in counts.most_common() if word in provinces]
    return Place(called["name"], _TIERS.get(called["end"], "prefecture"), None, named[0] if named else None)


def _named(word: str, counts: Counter[str], kind: str) -> Place | None:
    """Give the division of a name; of several, the one whose parts and parents the text speaks of most."""
    if word in (NATION, "国务院", "中国"):
        return Place(NATION, "national", None, None)
    found = [d for d in _by_name().get(word, ()) if d.name == word] or list(_by_name().get(word, ()))
    if not found:
        return None
    return _place(max(found, key=lambda d: (_fits(d, kind), _weight(d, counts), not d.former, _rank(d))))


def _rank(division: Division) -> int:
    return ("county", "prefecture", "province").index(division.level)


def _fits(division: Division, kind: str) -> bool:
    return division.name.endswith(_ENDINGS.get(kind, ())) and (
        kind != "district" or not division.name.endswith("自治区")
    )


def _kind(texts: Sequence[str]) -> str:
    """Say which government speaks, by the words it has for itself."""
    votes = {kind: sum(len(pattern.findall(text)) for text in texts) for kind, pattern in _OWN.items()}
    opening = "".join(texts[:12])
    for kind, pattern in _OWN.items():
        if match := pattern.search(opening):
            votes[kind] += 40 if match[0].startswith("代表") or "代表" in match[0] else 0
    votes["national"] = votes["national"] if regex.search("代表国务院", opening) else 0
    regional = sum(len(_REGION.findall(text)) for text in texts)
    if votes["district"] and regional > 2 * votes["district"]:
        votes["region"] += votes["district"]
    below = {kind: votes[kind] for kind in ("city", "autonomous", "league", "county", "banner")}
    lower = max(below, key=lambda kind: below[kind])
    if below[lower] >= 5 and 4 * below[lower] >= votes["province"]:
        votes["province"] = 0  # A city speaks of 全省 often, a province hardly of 全市.
    return max(votes, key=lambda kind: votes[kind])


def _weight(division: Division, counts: Counter[str]) -> float:
    """Weigh how much a text speaks of a division: its own name, times the number of its parts that are named."""
    own = counts[division.name] + (counts[division.short] if division.short != division.name else 0)
    parts = sum(
        bool(counts[child.name] or counts[child.short]) for child in _children().get(division.code, ())
    )
    above = {division.code[:2] + "0000", division.code[:4] + "00"} - {division.code}
    parents = sum(
        counts[other.short] + counts[other.name] for code in above for other in _by_code().get(code, ())
    )
    return own * (1 + parts) + min(parents, own)


def _by_evidence(counts: Counter[str], kind: str, name: str) -> Place:
    named = {d for word in counts for d in _by_name().get(word, ()) if not d.former}
    fitting = sorted((d for d in named if _fits(d, kind)), key=lambda d: d.code)
    if kind == "league" or not fitting:
        fitting = sorted((d for d in named if _fits(d, kind) or not fitting), key=lambda d: d.code)
    hinted = [d for said in _names().within(name) for d in _by_name()[said] if d in set(fitting)]
    weights = {d: _weight(d, counts) for d in fitting}
    for d in hinted:
        weights[d] = weights[d] * 1.5 + 1
    if not weights:
        hints = [d for said in _names().within(name) for d in _by_name()[said] if not d.former]
        return _place(max(hints, key=_rank)) if hints else Place("", "", None, None)
    return _place(max(weights, key=lambda d: weights[d]))


def _place(division: Division) -> Place:
    provinces = {d.code[:2]: d.name for d in divisions() if d.level == "province" and not d.former}
    return Place(division.name, division.level, division.code, provinces.get(division.code[:2]))

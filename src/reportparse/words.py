"""Cut Chinese text into words, by jieba's dictionary and the lexicon's words.

The method is jieba's own (of all ways to cut, the one whose words are the most frequent) without its guesses at
unknown words: they make words of what no dictionary has, and cost half a second to load.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import NamedTuple

from reportparse.errors import LexiconError, install
from reportparse.kept import code_state, kept
from reportparse.lexicon import Lexicon, UnitEntry
from reportparse.lexicon.divisions import divisions
from reportparse.lexicon.vocabulary import NOTHING, Vocabulary, vocabulary

OFTEN = 10
"""The count of a word from which it is one, even where it is made of two that the lexicon has (重点+项目)."""

# re is here twice as quick as regex.
_LINE = re.compile(r"^(\S+) ([0-9]{2,}|(?<=\S{4} )[0-9]) (\S+)$", re.MULTILINE)
"""A word of jieba's dictionary with its count and tag. Those that are not met often are left out, most of
which are none of this genre, unless they are long: 旧貌换新颜 is cut as nothing else. The divisions are put back, since
reports speak of them."""

RARE = 3
"""The count of a division that is not among them: that of jieba's own rare words."""

COMMON = log(1e-5)
"""The share that a word of the lexicon has at least: in reports they are common, whatever a newspaper has."""


class Word(NamedTuple):
    """Be `text[start:end]` with jieba's tag of its part of speech (v, n, d …), "" for what no dictionary has."""

    text: str
    tag: str
    start: int
    end: int


def words(text: str, lexicon: Lexicon, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Cut `text[start:end]` into words without a gap; offsets are those in `text`."""
    dictionary = _dictionary(lexicon)
    stop = len(text) if end is None else end
    found, at = [], start
    for length in dictionary.lengths(text, start, stop):
        word = text[at : at + length]
        found.append(Word(word, dictionary.tags.get(word, ""), at, at + length))
        at += length
    return tuple(found)


class Dictionary:
    """Hold words with the logarithm of their share of all text, and their tags."""

    def __init__(self, shares: dict[str, float], tags: dict[str, str], unknown: float) -> None:
        self.shares, self.tags, self.unknown = shares, tags, unknown
        self.longest: dict[str, int] = {}
        self.index(shares)

    def index(self, words: Iterable[str]) -> None:
        """Keep how long the longest word of each first two letters is; `words` are new in `shares`."""
        longest = self.longest
        for word in words:
            if longest.get(word[:2], 0) < len(word):
                longest[word[:2]] = len(word)

    def lengths(self, text: str, start: int, end: int) -> list[int]:
        """Give the lengths of the words of `text[start:end]`, in order: the likeliest way, found from its end."""
        size = end - start
        best, step = [0.0] * (size + 1), [1] * size
        shares, longest, unknown = self.shares, self.longest, self.unknown
        for at in range(size - 1, -1, -1):
            low = start + at
            top = shares.get(text[low], unknown) + best[at + 1]
            for length in range(2, min(longest.get(text[low : low + 2], 1), size - at) + 1):
                share = shares.get(text[low : low + length])
                if share is not None and share + best[at + length] > top:
                    top, step[at] = share + best[at + length], length
            best[at] = top
        found, at = [], 0
        while at < size:
            found.append(step[at])
            at += step[at]
        return found


@cache
def _dictionary(lexicon: Lexicon) -> Dictionary:
    """Give the dictionary of a lexicon, from its file where nothing has changed."""
    places = Path(__file__).parent / "lexicon" / "divisions.tsv"
    made_of = (code_state(__file__), code_state(str(_jieba())), code_state(str(places)), lexicon.made_of)
    return kept("dictionary", "\n".join(made_of), lambda: _joined(lexicon))


def _joined(lexicon: Lexicon) -> Dictionary:
    """Join the lexicon's words to jieba's, each so frequent that neither its parts nor a neighbour win against it."""
    counts, tags = _counts()
    total = sum(counts.values())
    table = vocabulary(lexicon)
    units = frozenset(form for unit in lexicon.of(UnitEntry) for form in unit.forms)
    shares = {
        word: log(count / total)
        for word, count in counts.items()
        if not (_is_group(word, table) or _is_unit_and_number(word, units))
        and (count >= OFTEN or not _is_pair(word, table, counts))
    }
    joined = Dictionary(shares, tags, log(1 / total))
    counties = [
        (place.name, "ns") for place in divisions() if len(place.name) == 2 and counts[place.name] == RARE
    ]  # 随县, but not 城区
    for form, tag in sorted(
        (*table.dictionary(), *counties), key=lambda one: len(one[0])
    ):  # a longer one outweighs its parts
        tags[form] = tag or tags.get(form, "n")
        parts = joined.lengths(form, 0, len(form))
        if len(parts) > 1 or form not in shares:
            at, share = 0, 1e-9
            for length in parts:
                share += shares.get(form[at : at + length], joined.unknown)
                at += length
            shares[form] = max(share, COMMON)
            joined.index((form,))
        elif len(form) > 1:
            shares[form] = max(shares[form], COMMON)
    return joined


def _is_group(word: str, table: Vocabulary) -> bool:
    """Tell whether a word of jieba's is a verb with its adverb, second verb or object, or what a little word opens.

    The first are 均达, 保持稳定 and 降低成本, the last 为+主 and 在+城镇. A work and its stage are two words as well,
    as a measure and what compares it are: 产量+比.
    """
    if word[0] == "为" and "frame_end" in table[word[1:]].roles:
        return True
    if table[word] is not NOTHING:
        return False
    if "wholly" in table[word[0]].roles and table[word[1:]].verb is not None:  # 均达
        return True
    if word[0] == "在" and len(word) > 2 and table[word[1:]].noun is not None:
        return True
    measured = table[word[:-1]].noun
    if word[-1] == "比" and measured is not None and measured.measure:
        return True
    verb = table[word[1:]].verb
    if "scene" in table[word[0]].roles and verb is not None and "reach" in verb.kinds:  # 在省会城市中|居第三
        return True
    if len(word) < 4:
        return False
    first, second = table[word[:-2]], table[word[-2:]]
    twins = len(word) == 4 and first.verb is not None
    if first.noun is not None and first.noun.head and second.verb is not None and second.verb.stage:
        return True  # 工程+建设
    if first.noun is not None and first.noun.rate and second.verb is not None:
        return True  # 比例+控制
    acts = first.verb is not None and (
        bool(first.verb.act) or (first.verb.kinds == ("act",) and not first.verb.noun)
    )
    if acts and len(word) == 4 and second.noun is not None and second.noun.measure:
        return True  # 降低+成本, 挽回+损失
    return second.verb is not None and bool(twins or first.roles & {"adverb", "dual"})


def _is_unit_and_number(word: str, units: frozenset[str]) -> bool:
    """Tell whether a word of jieba's is a unit and the number behind it: 大+千, in 三大千亿级园区."""
    return word[0] in units and len(word) > 1 and not word[1:].strip("百千万亿")


def _is_pair(word: str, table: Vocabulary, counts: dict[str, int]) -> bool:
    """Tell whether a word is one that the lexicon has with another one: 重点+项目, 节约+用水, 绿色+食品.

    Names of indicators and what is joined by 之 are several words too.
    """
    if table[word].indicator or "之" in word:
        return True
    return any(table[word[:at]] is not NOTHING and word[at:] in counts for at in range(2, len(word) - 1))


def _counts() -> tuple[dict[str, int], dict[str, str]]:
    """Read the words that are often or long from jieba's file, and the divisions."""
    found = _LINE.findall(_jieba().read_text("utf-8"))
    counts, tags = {word: int(count) for word, count, _ in found}, {word: tag for word, _, tag in found}
    for division in divisions():
        for name in (division.name, division.short):
            if name not in counts:
                counts[name], tags[name] = RARE, "ns"
    return counts, tags


def _jieba() -> Path:
    """Find jieba's file of words; importing jieba would take a second."""
    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise LexiconError("jieba is not installed.", install("jieba"))
    return Path(spec.submodule_search_locations[0]) / "dict.txt"

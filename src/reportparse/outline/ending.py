"""Find where titles end whose stop was lost: （一）壮大实体经济推进… , by their grammar and by their sisters.

A title is a clause or two, each with its verb and object, and is built as its sisters are. What runs on behind it
begins anew: with a verb behind an object, with a subject behind a predicate, with a time, 我们, 全市. One title alone
has many such places; the titles of one series agree on few.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import regex

from reportparse.grammar.reading import Reading, read
from reportparse.lexicon import Lexicon, alternation
from reportparse.lexicon.divisions import GOVERNED
from reportparse.text import NUMERALS

PROSE_BEGINS: Final = regex.compile(
    rf"""[0-9]{{4}}\s?年|[一二][九零][{NUMERALS}零]{{2}}年|过去|刚刚过去|今年|去年|各位|我们|[全我][国{GOVERNED}]|面对|一年来|[三五]年来|按照|根据
      |今后[一三五]|未来[三五]|新的一年|新(?:征程|时代|使命)|做好|综合|第一，|一是|本届|"?十[{NUMERALS}]?五"?时期""",
    regex.VERBOSE,
)
"""Words with which paragraphs begin."""

_SENTENCE: Final = regex.compile(r"[。！？；]")
_PAUSE: Final = regex.compile("[，、；：]")
_LEANS: Final = "PCIKUDMFOJZ"
"""Classes of words that lean on what follows, so that no title ends with them."""
_HOLDS: Final = "PCIKU"
_HANGS: Final = "UCIEKLFSZ"
"""Classes of words that hang on what stands before, so that no prose begins with them."""
_ACTS: Final = regex.compile("[VW]")
_STATED: Final = regex.compile("[NAGXYRHQWV](?:[DPLX]+[VWA]+|AW)$")
_SUBJECT: Final = regex.compile("[NAGXYRQWICHU]*[NAGXYRQW](?:[DMX]|P[^KSV]+?)*[VWA]")
"""A subject with its predicate: 营商环境持续优化."""
_PREDICATE: Final = regex.compile("(?:[DM]|P[^KS]+?)*[VW]+(?:F?A*[NGXYRWQHO]|DV)|M|T")
"""A predicate with its object: 加快建设大桥."""
_LEAST: Final = 4
_REACH: Final = 60

_OPENER, _WORDS, _ANEW, _WHOLE, _ODD = 0.0, -0.3, 0.5, 1.2, 4.0
"""What speaks against a title's end: before words that open prose, behind those that name a part, where a clause
begins anew, at the sentence's own stop, at any other word."""
_SURE: Final = 9.0
"""What speaks for one between words that name a part and such as open prose: 工作安排|今年."""
_CUT_SHORT: Final = 1.0
"""What speaks against prose that begins with a piece of a clause."""
_TOGETHER: Final = 3.0
"""What speaks against parting two words that stand side by side elsewhere in the text."""
_CLAUSE_APART: Final = 1.5
_LETTER_APART: Final = 0.2
"""What a clause, and a letter, more or less than the sisters have speaks against it."""
_LETTER: Final = 0.005


@dataclass(frozen=True)
class Run:
    """Be what runs from behind a number, at `start`, up to the next number or the text's end."""

    start: int
    end: int
    last: bool


@dataclass(frozen=True)
class Ending:
    """Be a place where a title may end: its offset, its clauses and letters up to there, and the doubt about it.

    `parts` is False where the text has a mark or an end there already.
    """

    at: int
    clauses: int
    size: int
    doubt: float
    parts: bool = True

    def apart(self, clauses: int, size: int) -> float:
        """Say how far the title is from one of `clauses` and `size`, its doubt included."""
        return (
            self.doubt
            + _CLAUSE_APART * abs(self.clauses - clauses)
            + _LETTER_APART * abs(self.size - size)
            + _LETTER * self.size
        )


def title_ends(text: str, sisters: Sequence[Run], lexicon: Lexicon) -> set[int]:
    """Give the offsets where the titles of a series end and prose runs on without a mark, in folded text."""
    series = [found for run in sisters if (found := list(_endings(text, run, lexicon)))]
    if len(series) == 1:
        sure = [one for one in series[0] if not one.parts or one.doubt <= _OPENER]
        return {sure[0].at} if sure and sure[0].parts else set()
    lost = [[one for one in endings if one.parts] or endings for endings in series]
    kept = [[one for one in endings if not one.parts] or endings for endings in series]
    chosen = min((_alike(lost), _alike(kept)), key=lambda found: found[0])[1]
    return {one.at for one in chosen if one.parts}


def _alike(series: Sequence[Sequence[Ending]]) -> tuple[float, list[Ending]]:
    """Give the ending of each title by which they are most alike, behind what speaks against them all."""

    def chosen(shape: tuple[int, int]) -> list[Ending]:
        return [min(endings, key=lambda one: one.apart(*shape)) for endings in series]

    def against(shape: tuple[int, int]) -> float:
        return sum(one.apart(*shape) for one in chosen(shape))

    shapes = sorted({(one.clauses, one.size) for endings in series for one in endings})
    if not shapes:
        return 0.0, []
    best = min(shapes, key=against)
    return against(best), chosen(best)


def _endings(text: str, run: Run, lexicon: Lexicon) -> Iterator[Ending]:
    """Yield the places where the title behind a number may end, in order."""
    found = _SENTENCE.search(text, run.start, run.end)
    stop = found.start() if found else run.end
    words = text[run.start : min(stop, run.start + _REACH)]
    if found is None and not run.last and len(words) == stop - run.start:
        yield Ending(stop, words.count("，"), len(words), 0.0)
        return
    openers = {one.start() for one in PROSE_BEGINS.finditer(words)}
    named = {one.end() for one in part_words(lexicon).finditer(words)}
    reading = read(words, lexicon)
    places = {reading.tokens[place].start: place for place in range(1, len(reading.tokens))}
    for at in sorted(openers | places.keys()):
        if at < _LEAST or len(words) - at < _LEAST or not _may_part(reading, places.get(at), at in openers):
            continue
        if at in openers and at in named:
            yield Ending(run.start + at, words.count("，", 0, at), at, -_SURE)
        doubt = _OPENER if at in openers else _WORDS if at in named else _doubt(reading, places[at])
        if at in places and at not in openers:
            pair = reading.words(places[at] - 1, places[at] + 1)
            doubt += _TOGETHER if text.count(pair) > 1 else 0.0
        mark = _PAUSE.search(words, at)
        doubt += _CUT_SHORT if at not in openers and mark and mark.start() - at <= _LEAST else 0.0
        yield Ending(run.start + at, words.count("，", 0, at), at, doubt)
    if len(words) == stop - run.start:
        yield Ending(stop, words.count("，"), len(words), _WHOLE, parts=False)


def _may_part(reading: Reading, place: int | None, opens: bool) -> bool:
    """Tell whether neither of two words leans on the other; what opens prose only on 和, 的 and such."""
    if place is None:
        return True
    before, behind = reading.letters[place - 1], reading.letters[place]
    return before not in (_HOLDS if opens else _LEANS) and behind not in _HANGS


def _doubt(reading: Reading, place: int) -> float:
    """Give what speaks against prose that begins at a token: little where a clause begins anew there."""
    letters = reading.letters
    clause = letters[letters.rfind("K", 0, place) + 1 : place]
    if not _ACTS.search(clause):
        return _ODD
    if letters[place - 1] == "L" and "P" in clause:
        return _ODD
    ended = _is_stated(reading, place, clause)
    if not ended and (letters[place - 1] == "V" or _ACTS.search(clause[:-1]) is None):
        return _ODD
    if letters[place - 1] == "A" and letters[place] in "NWA" and not ended:
        return _ODD
    if _PREDICATE.match(letters, place):
        return 1.5 * _ANEW if letters[place] == "W" else _ANEW
    if _SUBJECT.match(letters, place):
        return _ANEW if ended else 2 * _ANEW
    return 3 * _ANEW


def _is_stated(reading: Reading, place: int, clause: str) -> bool:
    """Tell a clause that ends with the predicate of its subject: 活力显著增强, 成效显现."""
    if _STATED.search(clause):
        return True
    last = reading.tokens[place - 1]
    verb = last.features.verb
    return last.tag in ("i", "l") or (verb is not None and "occur" in verb.kinds)


@cache
def part_words(lexicon: Lexicon) -> regex.Pattern[str]:
    """Compile the words that name what a part does, with what may stand behind them."""
    words = alternation(lexicon.forms("roles", "review", "outlook", "tasks", "self_government"))
    return regex.compile(
        rf"{words}(?:(?:[和与及](?:\"?十[{NUMERALS}]?五\"?|主要){{0,2}})?{words}|[和与]?(?:能力|水平|质效|效能)|现代化|建议|安排)*"
    )

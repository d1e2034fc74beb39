"""Tell which way the clause of a work looks, done or planned, and of when it tells, by its own words.

A passage has an outlook and a period; a clause turns them where its words do (去年建成 in the tasks, 今年将开工 in the
review). The words are those of the lexicon's roles, the times those of the calendar.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import regex

from reportparse.grammar.calendar import Calendar, Mention, is_real, mentions
from reportparse.grammar.clause import Span
from reportparse.grammar.reading import Reading
from reportparse.grammar.token import Token
from reportparse.lexicon import HedgeEntry, Lexicon
from reportparse.model import Outlook

_MEANT = regex.compile("tD*m|mD*[FP]?t")
"""Matches a coming time that something is meant for, over a letter a token: 年内将建成, 计划今年开工, 将于6月开工."""
_GONE = regex.compile("(?<![VPp])p+[DZ]*(?:[VW](?!U)|Q)|s")
"""Matches a deed told as past, over a letter a token: 已建成, 曾多次获批, but no 已建成的, nor 加快|已获批机场建设."""


@lru_cache(maxsize=64)
def clause_outlook(
    reading: Reading, clause: Span, outlook: Outlook, calendar: Calendar, lexicon: Lexicon
) -> Outlook:
    """Turn the passage's outlook where the clause says so; asked anew by each work of a list, so it is kept."""
    words = reading.tokens[reading.at(clause.start) : reading.at(clause.end - 1) + 1]
    told = tuple(_told(reading, clause, calendar))
    if outlook is Outlook.planned:
        gone = any(mention.last <= calendar.review for mention in told)
        return Outlook.done if gone or tells_past(words) else outlook
    letters = "".join(_letter(token, told, calendar, lexicon) for token in words)
    comes = any(mention.first > calendar.review and not mention.this_year for mention in told)
    ahead = any("ahead" in token.features.roles for token in words)
    return Outlook.planned if comes or ahead or _MEANT.search(letters) else outlook


@lru_cache(maxsize=64)
def clause_period(
    reading: Reading, clause: Span, period: str | None, outlook: Outlook, calendar: Calendar
) -> str | None:
    """Give the time that a clause of an outlook tells of, else the passage's period.

    A report of December says 今年 of the year that it reviews.
    """
    for mention in _told(reading, clause, calendar):
        if is_real(mention.period) and not (mention.this_year and outlook is Outlook.done):
            return mention.period
    return period


def _told(reading: Reading, clause: Span, calendar: Calendar) -> Iterator[Mention]:
    """Yield the times of what a clause tells: none that a number is compared with, none that says which things."""
    for mention in mentions(reading.text, clause.start, clause.end, calendar):
        named = reading.begins(mention.start) and not mention.base
        if named and not says_which(reading, mention) and not is_of_object(reading, mention):
            yield mention


def says_which(reading: Reading, mention: Mention) -> bool:
    """Tell whether a time says when the things began that something is told of: 2028年立项的|工程46处全部修复."""
    behind = reading.at(mention.end)
    deed = next((at for at in range(behind, len(reading.tokens)) if reading.letters[at] not in "DA"), behind)
    return reading.letters[deed : deed + 2] in ("VU", "WU") and reading.letters[deed + 2 : deed + 3] in tuple(
        "NGXQOA"
    )


def is_of_object(reading: Reading, mention: Mention) -> bool:
    """Tell whether a time right behind a verb that acts is one of its object: 推进|2030年度6个村建设."""
    before = reading.at(mention.start) - 1
    if before < 0 or reading.letters[before] != "V":
        return False
    token = reading.tokens[before]
    return "act" in token.kinds and not token.features.hedge


def tells_past(words: Sequence[Token]) -> bool:
    """Tell whether words say that a thing is so by now: 已建成, 目前达到, but 推进|已获批机场建设."""
    return _GONE.search("".join(map(_past_letter, words))) is not None


def tells_ahead(words: Sequence[Token]) -> bool:
    """Tell whether words behind a time say that what they tell is yet to come: 今年|将, 今年|力争, but 今年|将军湖."""
    return any(
        token.letter == "M"
        or token.features.hedge
        or "ahead" in token.features.roles
        or (token.letter == "D" and "will" in token.features.roles)  # 还要
        for token in words
    )


def _past_letter(token: Token) -> str:
    """Give the letter of a word, p for an adverb of the past, s for a word that says until when."""
    if token.letter == "D" and "past" in token.features.roles:
        return "p"
    return "s" if "so_far" in token.features.roles else token.letter


def _letter(token: Token, told: Sequence[Mention], calendar: Calendar, lexicon: Lexicon) -> str:
    """Give the letter of a word, t for a time that is not gone by, m for what says that a thing is meant to be."""
    if token.letter == "T":
        gone = any(m.start <= token.start < m.end and m.last <= calendar.review for m in told)
        return "T" if gone or "past" in token.features.roles else "t"
    will = token.letter == "M" and "will" in token.features.roles
    return "m" if will or token.text in _intents(lexicon) else token.letter


@cache
def _intents(lexicon: Lexicon) -> frozenset[str]:
    """Give the hedges that say how firmly a thing is meant; an estimate says nothing of that (预计)."""
    return frozenset(form for hedge in lexicon.of(HedgeEntry) if hedge.tone for form in hedge.forms)

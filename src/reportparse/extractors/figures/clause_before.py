"""Say what the clause before a number is about, where that clause has no number of its own."""

import regex

from reportparse.extractors.figures.claim import Context
from reportparse.extractors.figures.items import Item
from reportparse.extractors.figures.names import cleaned, is_whole
from reportparse.extractors.figures.spelling import joined
from reportparse.grammar.reading import read
from reportparse.grammar.token import Token


def subject_before(context: Context, item: Item) -> str:
    """Give the subject of the nearest clause before that has one and no number (护林员补贴逐年提高，达到…)."""
    if item.listed or item.chained:
        return ""
    told = context.claims[-1].item.clause.end if context.claims else 0
    reading = read(context.text, context.lexicon)
    end = reading.at(item.clause.start)
    while end and reading.letters[end - 1] == "K" and reading.tokens[end - 1].text != "；":
        start = next((at + 1 for at in range(end - 2, -1, -1) if reading.letters[at] in "KS"), 0)
        if reading.tokens[start].start < told:
            return ""
        if found := _SUBJECT.match(reading.letters, start, end - 1):
            subject = cleaned(reading.words(start, found.end("subject")), context.lexicon)
            part = bool(context.claims) and is_whole(subject, context.lexicon)
            return joined(context.last(), subject, context.lexicon) if part else subject
        end = start
    return ""


def owner_before(context: Context, item: Item) -> str:
    """Give the things that the clause before tells of, without what they do: 养殖业|提质步伐加快，产值增长6%."""
    found = read(subject_before(context, item), context.lexicon).tokens
    last = len(found)
    while last and (found[last - 1].letter in "VW" or _is_aspect(found[last - 1])):
        last -= 1
    return "".join(token.text for token in found[:last])


def _is_aspect(token: Token) -> bool:
    """Tell whether a word names a side of a thing (步伐, 力度)."""
    noun = token.features.noun
    return noun is not None and noun.aspect


_SUBJECT = regex.compile("(?P<subject>[AGNWXYH]*[NXYW])[DMZ]*V")
"""Matches the letters of a subject and its predicate."""

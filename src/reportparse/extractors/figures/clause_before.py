"""Say what the clause before a number is about, where that clause has no number of its own."""

from collections.abc import Sequence

import regex

from reportparse.extractors.figures.claim import Context
from reportparse.extractors.figures.items import Item
from reportparse.extractors.figures.names import cleaned, is_whole, trimmed
from reportparse.extractors.figures.phrase import phrase, within
from reportparse.extractors.figures.spelling import joined
from reportparse.grammar.reading import Reading, read
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


def owner_before(context: Context, item: Item, trade: bool = False) -> str:
    """Give the things that the clause before tells of, without what they do: 养殖业|提质步伐加快，产值增长6%.

    A `trade` may be called by what it does: 装备制造|抢占先机，实现产值….
    """
    found = read(subject_before(context, item), context.lexicon).tokens
    last = len(found)
    while last and (found[last - 1].is_aspect or _is_deed(found[last - 1], trade and last == len(found))):
        last -= 1
    return "".join(token.text for token in found[:last])


def object_before(context: Context, item: Item) -> str:
    """Give the things that the verb of the clause before governs, where that tells no number: 抓好危房改造，….

    What is told next of somebody who is to do it is theirs, and not of what they do: 支持云江园区|建设产业园，….
    """
    reading = read(context.text, context.lexicon)
    start, end = numberless_before(reading, item)
    if item.chained or end <= start or _is_theirs(reading.tokens[start:end]):
        return ""
    before = phrase(context.text, reading.span(start, end), context.lexicon)
    found = within(context.text, trimmed(context.text, before.name), context.lexicon)
    last = next((at for at in range(len(found), 0, -1) if found[at - 1].letter in "NXY"), 0)
    noun = found[last - 1].features.noun if last else None
    if not (before.head and last) or (noun is not None and (noun.abstract or noun.aspect)):
        return ""
    return cleaned("".join(token.text for token in found[:last]), context.lexicon)


def numberless_before(reading: Reading, item: Item) -> tuple[int, int]:
    """Give the tokens of the clause before an amount's, none where that has a number or is of another sentence."""
    end = reading.at(item.clause.start) - 1
    start = max(reading.letters.rfind(mark, 0, max(end, 0)) for mark in "KS") + 1
    told = end > start and reading.letters[end] == "K" and "Q" not in reading.letters[start:end]
    return (start, end) if told else (0, 0)


def _is_theirs(clause: Sequence[Token]) -> bool:
    """Tell whether the first verb of a clause has those as its object who are to do something: 支持|云江园区|建设."""
    opens = next((at for at, token in enumerate(clause) if token.letter == "V"), len(clause) - 1)
    doer, deeds = clause[opens + 1 : opens + 2], clause[opens + 2 :]
    acts = any(token.letter in "VW" and "act" in token.kinds for token in deeds)
    return clause[opens].controls and acts and doer[0].letter in "GXNR"


def _is_deed(token: Token, trade: bool) -> bool:
    """Tell whether a word is what things do, and no measure of theirs, nor the `trade` that is meant."""
    verb, noun = token.features.verb, token.features.noun
    if token.letter not in "VW" or (noun is not None and noun.measure):
        return False
    plain = verb is not None and verb.kinds == ("act",) and not (verb.stage or verb.work or verb.act)
    return not (trade and plain)


_SUBJECT = regex.compile("(?P<subject>[AGNWXYH]*[NXYW])[DMZ]*[VP]")
"""Matches the letters of a subject and its predicate."""

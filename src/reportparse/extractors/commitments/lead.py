"""Read who is in charge, where a list of tasks prints it behind each."""

from functools import cache

import regex

from reportparse.lexicon import ClauseWordEntry, Lexicon, alternation
from reportparse.model import Passage
from reportparse.text import fold


def lead(passage: Passage, after: Passage | None, lexicon: Lexicon) -> str | None:
    """Give the department in charge of the passage's tasks as printed, in it or in a line of its own behind it."""
    named = _named(lexicon)
    text = passage.paragraph.text
    if found := named.search(fold(text)):
        return text[slice(*found.span("name"))].strip()
    if after is None:
        return None
    found = named.match(fold(after.paragraph.text))
    return after.paragraph.text[slice(*found.span("name"))].strip() if found else None


@cache
def _named(lexicon: Lexicon) -> regex.Pattern[str]:
    offices = alternation(form for e in lexicon.of(ClauseWordEntry) if e.role == "office" for form in e.forms)
    return regex.compile(
        rf"(?<![（\s])[（\s]*+{offices}：\s*(?P<name>[^。；\n）]+)|（(?P<name>[^（）]{{2,30}}?)(?:牵头|负责)[^（）]{{0,20}}）"
    )

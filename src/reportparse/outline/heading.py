"""Find the headings of single paragraphs: numbered ones, and lines that stand alone."""

from dataclasses import dataclass
from typing import Final

import regex

from reportparse.outline.numbering import MARKS, Kind, Mark
from reportparse.rule import first_reading

SENTENCE_END: Final = regex.compile(r"[。！？；]")
_CLOSING: Final = " 。；：，、"
_AMOUNT: Final = regex.compile(r"[0-9万亿多余]\s*(?!年|月|日|大|项指标)(?:%|\p{Han})")

LONGEST_RUN_IN = 70
LONGEST_ALONE = 80
SHORTEST_BODY = 12


@dataclass(frozen=True)
class Heading:
    """Be one heading inside paragraph `index`: number and title are `text[start:end]`, the prose begins at `body`.

    `title` is where the title begins behind its number; `alone` is True where the heading is the whole paragraph,
    `annexed` where it stands inside an annex.
    """

    index: int
    kind: Kind
    start: int
    title: int
    end: int
    body: int
    alone: bool
    annexed: bool = False


def first_sentence(text: str, start: int = 0) -> int:
    """Give the offset of the mark that ends the sentence from `start`, or -1 where none does."""
    found = SENTENCE_END.search(text, start)
    return found.start() if found else -1


def mark_of(text: str) -> Mark | None:
    """Give the number at the head of a folded paragraph, None where there is none."""
    found = first_reading(MARKS, text)
    return found[2] if found else None


def numbered_heading(index: int, text: str, in_annex: bool, opens_group: bool) -> Heading | None:
    """Give the heading that a folded paragraph opens with by its number, None where the number heads prose.

    `opens_group` says that the paragraph is followed by one of another kind, so that it is no item of a list.
    """
    mark = mark_of(text)
    if mark is None:
        return None
    start = len(text) - len(text.lstrip(" -")) if mark.kind is not Kind.dash else 0
    stop = first_sentence(text, mark.end)
    solid = len(text.rstrip(_CLOSING))
    alone = stop < 0 or stop >= solid
    if alone:
        stop = solid
    if mark.kind is Kind.annex and mark.end >= solid:
        return Heading(index, mark.kind, start, start, solid, len(text), True)
    if stop <= mark.end or (text[stop : stop + 1] == "；" and not alone):
        return None
    if not _names(mark.kind, text[mark.end : stop], alone, in_annex, opens_group):
        return None
    body = len(text) if alone else stop + 1
    if in_annex and _is_deed(text[mark.end : stop]):
        body = mark.end
    return Heading(index, mark.kind, start, mark.end, stop, body, alone)


def _is_deed(title: str) -> bool:
    """Tell an item of a list of deeds, which is its own prose: it has an amount, and explains no word."""
    return _AMOUNT.search(title) is not None and "：" not in title and not title.startswith('"')


def _names(kind: Kind, title: str, alone: bool, in_annex: bool, opens_group: bool) -> bool:
    """Tell whether a numbered sentence names what follows, rather than being an item of a list."""
    if kind in (Kind.part, Kind.annex):
        return len(title) <= LONGEST_ALONE
    if kind is Kind.bracket:
        return len(title) <= (LONGEST_ALONE if alone else LONGEST_RUN_IN)
    if in_annex and kind is Kind.arabic:
        return True
    return len(title) <= LONGEST_RUN_IN and (not alone or opens_group)

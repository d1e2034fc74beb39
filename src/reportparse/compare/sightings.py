"""See a project in the text of a report that extract read no project in: by its name, in the words of its clause."""

from collections.abc import Iterator, Set
from functools import cached_property
from typing import NamedTuple

from reportparse.compare.project_names import ProjectNames
from reportparse.compare.years import Side
from reportparse.extractors.projects.stages import settle
from reportparse.grammar.clause import clauses
from reportparse.grammar.reading import Reading, read
from reportparse.grammar.token import Token
from reportparse.lexicon import Lexicon, SectorEntry
from reportparse.model import At, Outlook, Paragraph, Role, Stage
from reportparse.model.comparison import WEAK_GROUNDS, ProjectState
from reportparse.text import fold

_LEAST = 0.86
"""The least likeness of a name and words of the text."""

_LONGEST = 8
"""A name is looked for in so many words; longer ones are found by extract or not at all."""

_PRINTED = 4
"""A name of so many letters that says more than what it is, is seen where it stands word for word."""

_TO = frozenset("至到-~")
"""What stands between the ends of a stretch."""

_UNSURE = (*WEAK_GROUNDS, "group", "")
"""Grounds that are too weak for a name and words that nothing but the text holds together."""


class _Sighting(NamedTuple):
    """Be words of a clause that are a project's name, the likelier the greater."""

    likeness: float
    first: int
    last: int


class _Sought(NamedTuple):
    """Be what is looked for: forms of the name as printed, and whether its parts are enough to know it by.

    `stem` and `head` are the name without its head, "" for one of another shape, and the head.
    """

    printed: Set[str]
    by_parts: bool
    stem: str
    head: str


class Sightings:
    """Look for projects in one report's text."""

    def __init__(self, side: Side, names: ProjectNames, lexicon: Lexicon) -> None:
        self._side, self._names, self._lexicon = side, names, lexicon
        self._known = tuple({project.name for project in side.report.projects})

    @cached_property
    def _clauses(self) -> tuple[tuple[Paragraph, int, int, str], ...]:
        return tuple(
            (paragraph, span.start, span.end, fold(span.of(paragraph.text)))
            for paragraph in self._side.report.paragraphs
            for span in clauses(paragraph.text)
        )

    def speaks_of(self, name: str) -> bool:
        """Tell whether the report speaks of a project's topic: its sector, its kind, or a word of its name."""
        tokens = [token for token in read(fold(name), self._lexicon).tokens if len(token.text) > 1]
        nouns = {form for token in tokens if (noun := token.features.noun) for form in noun.forms}
        kinds = nouns | self._names.parts(name).kinds
        sectors = {
            form
            for entry in self._lexicon.of(SectorEntry)
            if any(form in name for form in entry.forms)
            for form in entry.forms
        }
        topics = kinds | sectors | {token.text for token in tokens}
        return any(topic in text for topic in sorted(topics) for _, _, _, text in self._clauses)

    def of(self, name: str) -> ProjectState | None:
        """Give how far the text says that a project is, None where it does not name it."""
        parts = self._names.parts(name)
        if not parts.words:
            return None
        says_more = parts.modified or parts.bare != fold(name)
        printed = {fold(name), parts.bare} if says_more else set()
        if parts.specific and parts.words[0] in parts.genres:  # 公路客运总站, 客运总站
            printed.add("".join(parts.words[1:]))
        printed = {form for form in printed if len(form) >= _PRINTED}
        by_parts = parts.headed and parts.named
        head = parts.words[-1]
        ends = {head[-1], *(kind[-1] for kind in parts.kinds)}
        sought = _Sought(printed, by_parts, parts.bare.removesuffix(head) if by_parts else "", head)
        states = [
            self._state(name, sought, *found)
            for found in self._clauses
            if any(form in found[3] for form in printed)
            or (by_parts and not ends.isdisjoint(found[3]) and set(parts.own[:2]) <= set(found[3]))
        ]
        return max((state for state in states if state), key=_rank, default=None)

    def _state(
        self, name: str, sought: _Sought, paragraph: Paragraph, start: int, end: int, text: str
    ) -> ProjectState | None:
        reading = read(text, self._lexicon)
        seen = max(self._seen(name, sought, reading), default=None)
        if seen is None:
            return None
        outlook = Outlook.done if paragraph.role is Role.review else Outlook.planned
        return ProjectState(
            id=paragraph.id,
            name=reading.words(seen.first, seen.last),
            stage=settle(_said_of(reading, seen), outlook) or Stage.other,
            outlook=outlook,
            period=None,
            quote=paragraph.text[start:end],
            at=At(paragraph=paragraph.id, start=start, end=end, page=paragraph.page),
            mentions=(),
            ahead=None,
        )

    def _seen(self, name: str, sought: _Sought, reading: Reading) -> Iterator[_Sighting]:
        """Yield the runs of words that are the name, unless they are the name of a project that extract read."""
        for last in range(1, len(reading.tokens) + 1):
            for first in range(last - 1, max(-1, last - 1 - _LONGEST), -1):
                if reading.letters[first] in "KSIVC":
                    break
                words = reading.words(first, last)
                whole = words in sought.printed and _is_whole(reading, first, last)
                if whole and not self._is_known(words):
                    yield _Sighting(1.0, first, last)
                if words == sought.stem and _shares_head(reading, first, last, sought.head):
                    yield _Sighting(1.0, first, last)
                closes = _closes(reading, last) and not _is_end(reading, first, last)
                if not sought.by_parts or not closes or reading.letters[first] == "P":
                    continue
                like = self._names.kinship(name, words)
                if like.likeness >= _LEAST and like.because not in _UNSURE and not self._is_known(words):
                    yield _Sighting(like.likeness, first, last)

    def _is_known(self, words: str) -> bool:
        return any(self._names.likeness(words, known) >= _LEAST for known in self._known)


def _shares_head(reading: Reading, first: int, last: int, head: str) -> bool:
    """Tell whether words are a member of a list whose head stands behind it: 云松、砚鹤等6条高铁."""
    opens = first == 0 or reading.letters[first - 1] in "IC"
    listed = last < len(reading.tokens) and reading.letters[last] in "ICE"
    return opens and listed and any(token.text == head for token in reading.tokens[last:])


def _said_of(reading: Reading, seen: _Sighting) -> list[Token]:
    """Give the words that say how far it is: its own part of a list, and the verbs of the other parts.

    完成污水厂改造前期工作和砚湖公园: 前期工作 is said of the works alone.
    """
    first = max((at + 1 for at in range(seen.first) if reading.letters[at] in "IC"), default=0)
    last = next((at for at in range(seen.last, len(reading.tokens)) if reading.letters[at] in "IC"), None)
    return [
        token
        for at, token in enumerate(reading.tokens)
        if token.letter == "V" or (first <= at and (last is None or at < last))
    ]


def _is_whole(reading: Reading, first: int, last: int) -> bool:
    """Tell whether words are no part of a longer name, nor counted; what has no head goes on (砚川河流域生态保护)."""
    if reading.letters[first - 1 : first] in tuple("NXGAWQOBY") or _is_end(reading, first, last):
        return False
    noun = reading.tokens[last - 1].features.noun
    return noun is None or noun.head in ("", "site") or reading.letters[last : last + 1] not in tuple("NXO")


def _is_end(reading: Reading, first: int, last: int) -> bool:
    """Tell whether words are only where a stretch begins or ends: 墨池桥 in 墨池桥至砚湖桥段."""
    texts = [
        token.text for token in reading.tokens[max(first - 1, 0) : first] + reading.tokens[last : last + 1]
    ]
    return not _TO.isdisjoint(texts)


def _closes(reading: Reading, last: int) -> bool:
    """Tell whether a name may end before a word: behind its head, its phase, and always behind 项目."""
    noun = reading.tokens[last - 1].features.noun
    if noun is not None and noun.head == "scheme":
        return True
    if reading.letters[last : last + 1] in tuple("NXO"):
        return False
    head = last - 2 if reading.letters[last - 1] == "O" and last > 1 else last - 1
    return reading.tokens[head].is_head


def _rank(state: ProjectState) -> tuple[bool, int]:
    return state.outlook is Outlook.done, tuple(Stage).index(
        state.stage
    ) if state.stage is not Stage.other else -1

"""Say of each passage which way it looks and of what time it speaks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from reportparse.grammar.calendar import PLAN, YEAR, plan_years, year_of, years
from reportparse.model import Outlook, Role, Stretch
from reportparse.outline.parts import Look, Part, Turns
from reportparse.outline.role import PartRoles, is_mixed, passage_role
from reportparse.outline.tree import Placed

_SPAN_BACK: Final = regex.compile(
    r"(?:过去|这|本届政府|近|刚刚过去的)(?:的)?(?:五|5)年|(?:五|5)年(?:来|间|工作|的|里)|本届政府|(?:五|5)年前|这五年|"
    r"\"?十[一二三四五六七八九]?五\"?(?:时期|期间|规划|以来|发展|的|和|工作)"
)
_YEAR_BACK: Final = regex.compile(
    r"过去(?:的)?一年|一年来|(?:刚刚)?过去的[0-9]{4}年|去年|[0-9]{4}年(?!是)|这一年|全年"
)
_LAST_YEAR: Final = regex.compile(r"过去的(?:一年|[0-9]{4}年)|过去一年|去年|这一年|一年来")
_OPENS_BACK: Final = regex.compile(rf"(?:{_LAST_YEAR.pattern})，")
_SPAN_AHEAD: Final = regex.compile(
    r"(?:今后|未来|下一个|往后)(?:的)?(?:五|5)年|\"?十[一二三四五六七八九]?五\"?(?:时期|期间|规划|发展|主要|的|末)|五年(?:规划|目标)|远景目标|纲要"
)
_YEAR_AHEAD: Final = regex.compile(r"今年|[0-9]{4}年(?!远景|基本)|新的一年|当年")
_TURN: Final = regex.compile(
    r"(?:各位代表[！，])?(?:按照|根据|围绕)?(?:\"?十[一二三四五六七八九]?五\"?(?:时期|规划|期间)|(?:今后|未来)(?:五|5)年|今年|展望)"
)
_NAMED_YEAR: Final = regex.compile(rf"({YEAR})年")
_HEAD = 60
_OPENING = 18
_PLAN_AS_THING: Final = regex.compile(r"五\"?(?:规划|发展|主要|的|和|工作)|(?:规划|目标|远景目标|纲要)$")
_STATED_YEAR: Final = regex.compile(r"[0-9]{4}")


_BEFORE_THE_FIRST: Final = Part(Role.review, Outlook.done, topical=True)
"""What stands before the first heading: in a report without any, the whole of it."""


@dataclass(frozen=True)
class Clock:
    """Hold the year of a report's tasks, and count from it the years that the report looks back on and ahead to."""

    year: int

    @property
    def review(self) -> str:
        """Give the year looked back on."""
        return str(self.year - 1)

    def span_back(self, text: str) -> str:
        """Give the years of a review over several: those of the plan that the text names, else the last five."""
        return _plan_years(text) or f"{self.year - 5}-{self.year - 1}"

    def span_ahead(self, text: str) -> str:
        """Give the years of an outlook: those of the plan that the text names, else five from the tasks' year."""
        return _plan_years(text) or f"{self.year}-{self.year + 4}"


def _plan_years(text: str) -> str | None:
    match = PLAN.search(text)
    return years(*plan_years(match)) if match else None


@dataclass(frozen=True)
class Seen:
    """Be what a passage does, which way it looks and of what time it speaks."""

    role: Role
    outlook: Outlook | None
    period: str | None
    stretches: tuple[Stretch, ...] = ()


class Tracker:
    """Walk through the paragraphs of a report and keep what one passage hands on to the next.

    `open` is the position of the heading that the paragraph stands under, None before the first.
    """

    def __init__(
        self,
        texts: Sequence[str],
        placed: Sequence[Placed],
        parts: Mapping[int, Part],
        roles: PartRoles,
        clock: Clock | None,
        look: Look,
        turns: Turns,
    ) -> None:
        self._texts, self._placed, self._roles, self._clock = texts, placed, roles, clock
        self._parts, self._look, self._turns = parts, look, turns
        self._part, self._last = _BEFORE_THE_FIRST, _BEFORE_THE_FIRST.outlook
        self._by_index: dict[int, list[int]] = {}
        for at, one in enumerate(placed):
            self._by_index.setdefault(one.heading.index, []).append(at)
        self.open: int | None = None
        self._period: str | None = None
        self._ahead = self._remains = False

    def enter(self, index: int) -> int:
        """Open the headings of a paragraph; give the offset where its prose begins."""
        here = self._by_index.get(index, [])
        if not here:
            return 0
        self.open = here[-1]
        for at in here:
            if at in self._parts:
                self._part, self._period, self._ahead = self._parts[at], None, False
        return self._placed[here[-1]].heading.body

    def see(self, index: int, front: bool) -> Seen:
        """Say what the paragraph does, inside the part that is open."""
        text = self._texts[index]
        late = index > 0.8 * len(self._texts)
        self._remains |= late and len(text) < 80 and self._roles.remains.search(text) is not None
        if front or self._remains:
            return Seen(Role.other, None, None)
        headings = self._headings()
        self._ahead |= self._turns_ahead(text, headings)
        part = self._part.role
        if self._clock and self._is_aside(index, text):
            return Seen(part, Outlook.done, self._clock.review)
        passage = self._passage(index, text, part)
        outlook = self._outlook(index, passage)
        if self._part.topical and outlook is not self._last:
            self._period = None
        self._last = outlook
        own = self._part.topical and passage is None and not self._ahead
        stretches = self._stretches(index, outlook) if own and outlook else ()
        if self._part.topical and passage is None:
            passage = Role.review if outlook is Outlook.done else Role.tasks
        self._period = self._time(text, headings, part, outlook)
        return Seen(passage or part, outlook, self._period, stretches)

    def _headings(self) -> list[str]:
        """Give the open headings from the innermost out."""
        found, at = [], self.open
        while at is not None:
            heading = self._placed[at].heading
            found.append(self._texts[heading.index][heading.start : heading.end])
            at = self._placed[at].parent
        return found

    def _turns_ahead(self, text: str, headings: list[str]) -> bool:
        """Tell where a part that looks back and ahead turns: at the first passage on the years to come."""
        if self._clock is None or not headings or not is_mixed(headings[-1], self._roles):
            return False
        named = [year_of(year[1]) for year in _NAMED_YEAR.finditer(headings[-1])]
        if named and max(named) < self._clock.year and not _SPAN_AHEAD.search(headings[-1]):
            return False
        opening = _TURN.match(text)
        if opening is None:
            return False
        plan = _plan_years(opening[0])
        return plan is None or int(plan[:4]) >= self._clock.year

    def _passage(self, index: int, text: str, part: Role) -> Role | None:
        found = passage_role(text, self._roles)
        late = index > 0.6 * len(self._texts)
        fits = {
            Role.problems: part is Role.review,
            Role.closing: late,
            Role.annual_targets: False,  # told once all passages are known, in targets.py
        }
        return found if found is None or fits.get(found, True) else None

    def _is_aside(self, index: int, text: str) -> bool:
        """Tell whether a passage of a part that looks ahead opens with the year gone by and tells of it: 过去一年，….

        So the part on the government itself often begins.
        """
        opens = self._part.outlook is Outlook.planned and _OPENS_BACK.match(text) is not None
        return opens and self._look(index) is Outlook.done

    def _outlook(self, index: int, passage: Role | None) -> Outlook | None:
        part = self._part
        if part.outlook is None:
            return None
        if passage is Role.closing or self._ahead:
            return Outlook.planned
        if part.topical and passage is None:
            return self._look(index) or part.outlook
        return part.outlook

    def _stretches(self, index: int, outlook: Outlook) -> tuple[Stretch, ...]:
        """Give the stretches of a passage that looks both ways by its own words, with the year of each."""
        if self._clock is None:
            return ()
        times = {Outlook.done: self._clock.review, Outlook.planned: str(self._clock.year)}
        return tuple(
            Stretch(start=start, outlook=look, period=times[look])
            for start, look in self._turns(index, outlook)
        )

    def _time(self, text: str, headings: list[str], part: Role, outlook: Outlook | None) -> str | None:
        if self._clock is None or outlook is None:
            return None
        span = " ".join(reversed(headings))
        if outlook is Outlook.done and headings and _reviews_years(headings[-1], self._clock):
            # A year that a passage names dates its states; only one on the last year is about that year.
            about = _LAST_YEAR.search(text[:_HEAD])
            return self._clock.review if about else self._clock.span_back(headings[-1])
        # A part's title rules only until a passage has said its own time.
        words = [text, *(headings[:-1] if self._period else headings)]
        said = spoken_period(words, outlook, self._clock, span)
        if said or self._period:
            return said or self._period
        if outlook is Outlook.done:
            return self._clock.review
        return self._clock.span_ahead(span) if part is Role.outlook else str(self._clock.year)


def _reviews_years(title: str, clock: Clock) -> bool:
    """Tell a part's title that looks back on several years and not on one besides."""
    one = any(_is_own(said[0], Outlook.done, clock) for said in _YEAR_BACK.finditer(title))
    return _SPAN_BACK.search(title) is not None and not one


def _is_own(words: str, outlook: Outlook, clock: Clock) -> bool:
    """Tell whether a year that is named is the one that the report reviews, or plans."""
    year = _STATED_YEAR.search(words)
    return year is None or int(year[0]) == (clock.year - 1 if outlook is Outlook.done else clock.year)


def _covers(words: str, outlook: Outlook, clock: Clock) -> bool:
    """Tell whether words like "十四五"以来 say when, and do not only name a plan that is under way."""
    plan = _plan_years(words)
    if plan is None:
        return True
    first, last = int(plan[:4]), int(plan[5:])
    if outlook is Outlook.done:
        return last < clock.year
    return first >= clock.year


def spoken_period(texts: Sequence[str], outlook: Outlook, clock: Clock, span: str) -> str | None:
    """Give the time that a passage says, None where it says none.

    `texts` are the words that may say it, most telling first: the paragraph's opening, then its headings from
    the innermost out. `span` are the headings as one text, which name the plan that 五年来 means.
    """
    several_words, one_words = (
        (_SPAN_BACK, _YEAR_BACK) if outlook is Outlook.done else (_SPAN_AHEAD, _YEAR_AHEAD)
    )
    for place, text in enumerate(texts):
        head = text[:_HEAD]
        one = next((said for said in one_words.finditer(head) if _is_own(said[0], outlook, clock)), None)
        # Prose speaks of several years only where it opens so; a plan named later on is something else.
        several = several_words.search(head if place else text[:_OPENING])
        if several and not place and _PLAN_AS_THING.search(several[0]):
            several = None
        if several and not _covers(several[0], outlook, clock):
            several = None
        if several and (one is None or several.start() <= one.start()):
            words = head + span
            return clock.span_back(words) if outlook is Outlook.done else clock.span_ahead(words)
        if one:
            return clock.review if outlook is Outlook.done else str(clock.year)
    return None

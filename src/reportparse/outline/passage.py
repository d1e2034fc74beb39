"""Say of each passage which way it looks and of what time it speaks."""

from dataclasses import dataclass
from typing import Final

import regex

from reportparse.model import Outlook, Role

_PLAN_NUMBERS: Final = "零一二三四五六七八九"
_PLAN: Final = regex.compile(r"\"?十(?P<number>[一二三四五六七八九])?五\"?")
_SPAN_BACK: Final = regex.compile(
    r"(?:过去|这|本届政府|近|刚刚过去的)(?:的)?(?:五|5)年|(?:五|5)年(?:来|间|工作|的|里)|本届政府|(?:五|5)年前|这五年|"
    r"\"?十[一二三四五六七八九]?五\"?(?:时期|期间|规划|以来|发展|的|和|工作)")
_YEAR_BACK: Final = regex.compile(r"过去(?:的)?一年|一年来|(?:刚刚)?过去的[0-9]{4}年|去年|[0-9]{4}年|这一年|全年")
_SPAN_AHEAD: Final = regex.compile(
    r"(?:今后|未来|下一个|往后)(?:的)?(?:五|5)年|\"?十[一二三四五六七八九]?五\"?(?:时期|期间|规划|发展|主要|的|末)|五年(?:规划|目标)|远景目标|纲要")
_YEAR_AHEAD: Final = regex.compile(r"今年|[0-9]{4}年(?!远景|基本)|新的一年|当年")
_HEAD = 60


@dataclass(frozen=True)
class Clock:
    """Hold the years of a report: that of its tasks, and the span it looks back over where it names a plan."""

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
    match = _PLAN.search(text)
    if match is None:
        return None
    first = 2001 + 5 * _PLAN_NUMBERS.index(match["number"] or "零")
    return f"{first}-{first + 4}"


def outlook_of(part: Role | None, passage: Role | None) -> Outlook | None:
    """Say which way a passage looks, by the roles of its part and its own."""
    if part in (Role.glossary, None) or passage is Role.other:
        return None
    if passage in (Role.annual_targets, Role.closing):
        return Outlook.planned
    if part is Role.review or passage is Role.problems:
        return Outlook.done
    return Outlook.planned


def period_of(texts: list[str], outlook: Outlook | None, before: str | None, clock: Clock, span: str) -> str | None:
    """Give the default time of a passage.

    `texts` are the words that may say it, most telling first: the paragraph's opening, then its headings from
    the innermost out. `before` is the time of the passage before it in the same section, `span` the words of its
    part, which name the plan that 五年来 means.
    """
    if outlook is None:
        return None
    for text in texts:
        head = text[:_HEAD]
        if outlook is Outlook.done:
            several, one = _SPAN_BACK.search(head), _YEAR_BACK.search(head)
        else:
            several, one = _SPAN_AHEAD.search(head), _YEAR_AHEAD.search(head)
        if several and (one is None or several.start() <= one.start()):
            words = text[:_HEAD] + span
            return clock.span_back(words) if outlook is Outlook.done else clock.span_ahead(words)
        if one:
            return clock.review if outlook is Outlook.done else str(clock.year)
    return before

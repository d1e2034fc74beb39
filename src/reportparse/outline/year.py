"""Find the year that a report plans for, and say where its words disagree."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from reportparse.grammar.calendar import YEAR, year_of
from reportparse.outline.front import Front
from reportparse.rule import Match, Rule

_Y: Final = rf"(?<![0-9\-至到])(?P<year>{YEAR}) ?年(?!(?:远景|-|至|到|以来|底|末))"
_DECEMBER: Final = 11
"""From this month on a report may speak of the year to come."""
_STRONG: Final = 4
"""What weighs as much as a date, a title or a heading; less is only a hint."""
_HEAD: Final = 120
_HEADING: Final = 45


@dataclass(frozen=True)
class Vote:
    """Be one word on the year: `words` speak for `year` with a weight; hints of one kind weigh no more than thrice."""

    year: int
    weight: int
    words: str = ""

    def __str__(self) -> str:
        return f"{self.year} {self.weight}"


def _votes(name: str, pattern: str, later: int, weight: int, examples: Sequence[tuple[str, str]],
           rejects: Sequence[str] = ()) -> Rule[Vote]:  # fmt: skip
    def build(match: Match) -> Vote:
        return Vote(year_of(match["year"]) + later, weight, match[0])

    return Rule(name, regex.compile(pattern), build, examples, rejects)


HEADINGS: Final = (
    _votes(
        "year-heading-review",
        rf"{_Y}[^。；：，]*(?:回顾|总结|执行情况|完成情况)",
        1,
        8,
        (("一、2030年工作回顾", "2031 8"), ("一、“十五五”时期和2030年工作回顾", "2031 8")),
        ("一、2026年至2030年工作回顾",),
    ),
    _votes(
        "year-heading-tasks",
        rf"{_Y}[^。；：]*(?:工作|任务|安排|部署|要求|目标|打算|重点|建议|取向|计划)(?!.*(?:回顾|总结|情况))",
        0,
        10,
        (("二、2031年工作安排", "2031 10"), ("一九八一年的任务", "1981 10")),
        ("三、到2035年的远景目标", "二、2027—2031年目标任务", "一、2030年工作回顾"),
    ),
)
"""What headings, short lines without a full stop, say of the year."""

OPENINGS: Final = (
    _votes(
        "year-of-targets",
        rf"{_Y}[\p{{Han}}、]{{0,12}}?(?:总体要求|预期目标|政府工作的|计划增长)",
        0,
        3,
        (("2031年经济社会发展主要预期目标是", "2031 3"),),
    ),
    _votes(
        "year-just-ended",
        rf"过去的{_Y}|(?:^|[！，。]){_Y}，?是[^。]*?(?:不平凡|不寻常|不容易|不易|难忘)",
        1,
        4,
        (("刚刚过去的2030年", "2031 4"), ("2030年，是极不平凡的一年", "2031 4")),
    ),
    _votes(
        "year-ahead",
        rf"(?:^|[！。]){_Y}，?是[^。]*?(?:关键|开局|决胜|之年|一年)",
        0,
        1,
        (("2031年是开局之年", "2031 1"),),
    ),
)
"""What the first words of paragraphs say of it."""


def rules() -> tuple[Rule[Vote], ...]:
    """Give the rules of the year; they read folded text."""
    return (*HEADINGS, *OPENINGS)


@dataclass(frozen=True)
class Year:
    """Be the year of the tasks, None where nothing tells.

    `others` are years that strong words speak for instead; it is `guessed` where only the years that a text names
    most often were to go by.
    """

    year: int | None
    others: tuple[int, ...] = ()
    guessed: bool = False


def find_year(front: Front, texts: Sequence[str], name: str) -> Year:
    """Give the year of the tasks: what title, date, headings and openings say, else the file's name.

    Where two are as strong the earlier is given, so that a plan is never read as one for the year after it.
    """
    votes = [*_of_front(front), *_of_text(texts)]
    if votes:
        weights: dict[int, int] = defaultdict(int)
        for vote in votes:
            weights[vote.year] += vote.weight
        best = max(sorted(weights), key=lambda year: weights[year])
        strong = {vote.year for vote in votes if vote.weight > _STRONG}
        return Year(best, tuple(sorted(strong - {best})))
    if named := regex.search(YEAR, name):
        return Year(year_of(named[0]))
    told = Counter(year_of(found["year"]) for text in texts for found in regex.finditer(_Y, text))
    return Year(told.most_common(1)[0][0] + 1 if told else None, guessed=True)


def _of_front(front: Front) -> Iterator[Vote]:
    if front.title and (titled := regex.search(YEAR, front.title)):
        yield Vote(year_of(titled[0]), 12)
    if front.date:
        year, month = int(front.date[:4]), int(front.date[5:7])
        if month < _DECEMBER:
            yield Vote(year, 14)
        else:
            yield from (Vote(year, _STRONG), Vote(year + 1, _STRONG))


def _of_text(texts: Sequence[str]) -> Iterator[Vote]:
    """Yield the votes of the text: the strongest heading of each kind, three hints of each kind at most."""
    lines = [text for text in texts if len(text) <= _HEADING and "。" not in text]
    for rule in HEADINGS:
        found = [vote for line in lines for _, vote in rule.readings(line)]
        if found:
            yield max(found, key=lambda vote: vote.year)
    for rule in OPENINGS:
        hints = [vote for text in texts for _, vote in rule.readings(text, 0, min(len(text), _HEAD))]
        for year in sorted({vote.year for vote in hints}):
            yield from [vote for vote in hints if vote.year == year][:3]

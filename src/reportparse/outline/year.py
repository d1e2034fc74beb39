"""Find the year that a report plans for."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import regex

from reportparse.outline.front import Front

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"

_LINE: Final = regex.compile(
    rf"(?<!到){_YEAR} ?年(?!远景)[^。；：]*(?P<word>回顾|工作|任务|安排|部署|要求|目标|打算|重点|建议|成绩|取向)"
)
_PLANNED: Final = regex.compile(rf"{_YEAR} ?年(?:[\p{{Han}}、]{{0,12}}?)(?:总体要求|预期目标|政府工作的)")
_ENDED: Final = regex.compile(
    rf"过去的{_YEAR} ?年|(?:^|[！，]){_YEAR} ?年，?是[^。]*?(?:不平凡|不寻常|不容易|不易|难忘)"
)
_AHEAD: Final = regex.compile(rf"(?:^|[！。]){_YEAR} ?年，?是[^。]*?(?:关键|开局|决胜|之年|一年)")
_HEAD = 120


def find_year(front: Front, texts: Sequence[str], name: str) -> int | None:
    """Give the year of the tasks: by the date, else by what headings and openings say, else by the file's name."""
    if front.date:
        return int(front.date[:4])
    votes: Counter[int] = Counter()
    lines = [found for text in texts if len(text) <= 45 and (found := _LINE.search(text))]
    years = [int(found["year"]) + (found["word"] == "回顾") for found in lines]
    if years:
        votes[max(years)] += 10
    for text in texts:
        for pattern, later, weight in ((_PLANNED, 0, 3), (_ENDED, 1, 4), (_AHEAD, 0, 1)):
            for match in pattern.finditer(text, 0, min(len(text), _HEAD)):
                votes[int(match["year"]) + later] += weight
    if front.title and (titled := regex.search(_YEAR, front.title)):
        votes[int(titled["year"])] += 12
    if votes:
        best = max(votes.values())
        return max(year for year, count in votes.items() if count == best)
    if named := regex.search(_YEAR, name):
        return int(named["year"])
    mentioned = Counter(int(found["year"]) for text in texts for found in regex.finditer(_YEAR + "年", text))
    return mentioned.most_common(1)[0][0] + 1 if mentioned else None

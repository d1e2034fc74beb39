"""Find the year that a report plans for."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import regex

from reportparse.outline.front import Front

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"

_PLANNED: Final = regex.compile(
    rf"{_YEAR} ?年(?:[\p{{Han}}、和]{{0,12}}?)(?:工作安排|重点工作|工作任务|工作部署|主要任务|总体要求|工作重点|主要预期目标|目标任务|"
    r"工作总体|工作建议|工作思路|政府工作|工作打算|各项工作|重点任务|主要目标|工作要求)")
_ENDED: Final = regex.compile(
    rf"(?:(?:刚刚)?过去的|刚刚过去的一年|即将过去的){_YEAR} ?年|{_YEAR} ?年(?:[\p{{Han}}、和]{{0,8}}?)"
    r"(?:工作回顾|回顾|主要工作完成情况)")
_ANNOUNCED: Final = regex.compile(
    rf"(?:^|[。！；]){_YEAR} ?年，?(?:我们将|要|政府工作|是)(?!(?:极不|很不|不)?(?:平凡|寻常))[^。]{{0,40}}(?:关键|之年|一年|总体要求)")
_WEIGHTS: Final = ((_PLANNED, 0, 3), (_ENDED, 1, 3), (_ANNOUNCED, 0, 1))


def find_year(front: Front, texts: Sequence[str], name: str) -> int | None:
    """Give the year of the tasks: by the date, else by what headings and openings say, else by the file's name."""
    if front.date:
        return int(front.date[:4])
    votes: Counter[int] = Counter()
    for text in texts:
        for pattern, later, weight in _WEIGHTS:
            for match in pattern.finditer(text, 0, min(len(text), 120)):
                heading = 4 if len(text) < 40 else 1
                votes[int(match["year"]) + later] += weight * heading
    if front.title and (match := regex.search(_YEAR, front.title)):
        votes[int(match["year"])] += 6
    if votes:
        best = max(votes.values())
        return max(year for year, count in votes.items() if count == best)
    if match := regex.search(_YEAR, name):
        return int(match["year"])
    mentioned = Counter(int(match["year"]) for text in texts for match in regex.finditer(_YEAR + "年", text))
    return mentioned.most_common(1)[0][0] + 1 if mentioned else None

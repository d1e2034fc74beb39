"""Find run-in headings without a number: first sentences that name their paragraphs and have sisters.

One such sentence alone is prose; what makes a heading is that the paragraphs around it open in the same way.
"""

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Final

import regex

from reportparse.lexicon.divisions import GOVERNED
from reportparse.outline.heading import SHORTEST_BODY, first_sentence

SHORT: Final = 32
LONG: Final = 48
LONGEST_PARALLEL: Final = 75
SHARED: Final = 4
LEAST_BELOW: Final = 40
"""A paragraph of so many letters is prose that a line above it may name."""
OUTLIER: Final = 22
"""A last sentence longer than this, and much longer than its sisters, heads a tail of sundry works."""

_PROSE_HEAD: Final = regex.compile(
    r"各位|同志们|现在|今年|去年|明年|过去|刚刚|即将|目前|当前|同时|与此同时|此外|为此|为了|面对|面向|回顾|回首|回望|总结|在肯定|在看到|"
    r"在总结|这些|这是|这一|以上|上述|综合|一年来|五年来|几年来|新的一年|做好|实现上述|完成上述|围绕上述|根据|按照|"
    rf"前期|随着|由于|因此|尽管|虽然|但|也要|我们也|我们清醒|事实|实践|经过|全[国{GOVERNED}](?:上下|人民)|主要|具体|下面|"
    r"[0-9]{4}年|本届|展望|站在|思危|成绩|\"十[一二三四五六]五\"|回眸|过往|未来五年|今后|在[^，。]{2,24}(?:同时|基础上|之际)|新(?:的)?(?:形势|征程|时代|任务|使命|阶段|起点)"
)
"""Openings of ordinary prose; they head a series only where several paragraphs share them word for word."""

_STATES: Final = regex.compile(
    r"(?<=\p{Han}|\")(?:(?<!特别|尤其|还|凡|但|于|总|或)是(?![，否])|乃|离不开|贵在|靠的|一头连着|永无止境|永远在路上|也有|有了|获得了|取得了|从来|才能|方能|无小事|必须自身硬|成就梦想|关键在|重在)"
)
"""Words of a sentence that states something, where a heading would name or promise it."""

_NEVER: Final = regex.compile(r"各位|同志们")
_FIGURE: Final = regex.compile(
    r"[0-9](?:\.[0-9]+)?(?:多|余)?(?:%|亿|万|个|家|件|户|元|人|项|公里|倍|位|条|所|张|吨|平方)"
)
_APPEAL: Final = regex.compile(r"我们(?!的)|要|让我们|必须|坚信|相信")
_SUM_UP: Final = regex.compile(r"我们(?:要|将|必须|一定|坚信|就要)|让我们")


def run_in_ends(texts: Sequence[str], bold: Sequence[int]) -> dict[int, int]:
    """Give, for one stretch of paragraphs under one heading, the ends of the run-in headings among them.

    `texts` are folded paragraphs without numbers; `bold[i]` is the length of the bold run that opens
    paragraph i, 0 without one. Keys are positions in `texts`, values offsets of the mark that ends the heading.
    """
    found = _ends(texts, bold)
    over = [
        i for i in range(len(texts) - 1) if not found.keys() & {i, i + 1} and _stands_over(*texts[i : i + 2])
    ]
    if len(over) < 2:
        return found
    below = {i + 1 for i in over}
    kept = [i for i in range(len(texts)) if i not in below]
    whole = [texts[i] + texts[i + 1] if i + 1 in below else texts[i] for i in kept]
    return {kept[at]: end for at, end in _ends(whole, [bold[i] for i in kept]).items()}


def _stands_over(text: str, below: str) -> bool:
    """Tell a line of one sentence that may name the paragraph below it, whose break a converter put behind it."""
    stop = first_sentence(text)
    return 0 < stop <= SHORT and stop + 1 == len(text.rstrip()) and len(below) >= LEAST_BELOW


def _ends(texts: Sequence[str], bold: Sequence[int]) -> dict[int, int]:
    bolds = {i: end for i, text in enumerate(texts) if (end := _bold_end(text, bold[i]))}
    stops = {
        i: stop
        for i, text in enumerate(texts)
        if (stop := first_sentence(text)) > 0
        and text[stop] in "。！"
        and len(text) - stop > SHORTEST_BODY
        and not _NEVER.match(text)
    }
    shared = _parallel(texts, stops)
    found: dict[int, int] = {}
    for stretch in _stretches(texts):
        sisters = {i: bolds[i] for i in stretch if i in bolds}
        found |= sisters if len(sisters) > 1 else {}
    for series in _series(texts, stops, shared):
        found |= {i: stops[i] for i in series if i not in found}
    return found


def _bold_end(text: str, bold: int) -> int:
    """Give the end of a bold run that is a title of its paragraph, 0 for other bold print."""
    if not 4 <= bold <= 60 or len(text) - bold <= SHORTEST_BODY or _NEVER.match(text):
        return 0
    title = text[:bold].rstrip("。 ")
    if regex.search("[。：；]|[，、]$", title) or text[len(title)] in "，、：；":
        return 0
    return len(title)


def _parallel(texts: Sequence[str], stops: dict[int, int]) -> set[int]:
    """Give the paragraphs that share the first characters of a sentence with at least two others."""

    def heads(size: int) -> Counter[str]:
        return Counter(texts[i][:size] for i, stop in stops.items() if stop <= LONGEST_PARALLEL)

    heads_of = heads(SHARED)
    return {i for i, stop in stops.items() if stop <= LONGEST_PARALLEL and heads_of[texts[i][:SHARED]] >= 3}


def _short(texts: Sequence[str], stops: dict[int, int], limit: int) -> set[int]:
    return {
        i
        for i, stop in stops.items()
        if 4 <= stop <= limit
        and not _PROSE_HEAD.match(texts[i])
        and not _FIGURE.search(texts[i], 0, stop)
        and not _STATES.search(texts[i], 0, stop)
        and texts[i].count("、", 0, stop) < 3
    }


def _series(texts: Sequence[str], stops: dict[int, int], shared: set[int]) -> list[list[int]]:
    """Give the series of paragraphs that open alike: short sentences, or longer ones with a common head."""
    measured = {
        i
        for i, stop in stops.items()
        if stop <= SHORT and _FIGURE.search(texts[i], 0, stop) and not _PROSE_HEAD.match(texts[i])
    }
    short, long = _short(texts, stops, SHORT), _short(texts, stops, LONG)
    found: list[list[int]] = []
    for stretch in _stretches(texts):
        for candidates, least, share in (
            (shared | short, 2, 0.5),
            (long | shared, 3, 0.75),
            (short | measured, 3, 1.0),
            (short | measured, 4, 0.9),
        ):
            series = [i for i in stretch if i in candidates]
            series = _trimmed(
                [i for i in series if not _is_slogan(texts[i], stops[i])], stretch, texts, stops
            )
            openings = {
                texts[i][: stops[i]] for i in series
            }  # a paragraph that is printed twice has no sister
            if len(openings) < least or (len(series) == 2 and not short.issuperset(series)):
                continue
            inside = [i for i in stretch if series[0] <= i <= series[-1]]
            if len(series) / len(inside) >= share:
                found.append(series)
    return found


def _trimmed(series: list[int], stretch: list[int], texts: Sequence[str], stops: dict[int, int]) -> list[int]:
    """Take from a series the lead-in before it and the sundry works behind it."""
    if series and _leads_in(series, stretch, texts, stops):
        series = series[1:]
    if len(series) < 3:
        return series
    *rest, last = series
    longer = stops[last] > max(OUTLIER, 1.4 * max(stops[i] for i in rest))
    several = "，" in texts[last][: stops[last]]
    apart = last - rest[-1] > 1 and several and not any("，" in texts[i][: stops[i]] for i in rest[-2:])
    return rest if longer or apart else series


def _leads_in(series: list[int], stretch: list[int], texts: Sequence[str], stops: dict[int, int]) -> bool:
    """Tell a lead-in that opens a stretch from the series behind it: shorter, and a saying or an appeal."""
    first, *rest = series
    if first != stretch[0] or len(rest) < 2:
        return False
    size = len(texts[first]) / median(len(texts[i]) for i in rest)
    clauses = texts[first].count("，", 0, stops[first])
    saying = clauses > max(texts[i].count("，", 0, stops[i]) for i in rest)
    longer = stops[first] > max(stops[i] for i in rest) + 2
    appeal = _SUM_UP.search(texts[first], stops[first]) is not None
    return size < 0.75 and (
        saying or longer or (appeal and not _SUM_UP.search(texts[rest[0]], stops[rest[0]]))
    )


def _stretches(texts: Sequence[str]) -> list[list[int]]:
    """Part the paragraphs where one sums up what went before: 各位代表！…, or a short one that says 我们要."""
    stretches: list[list[int]] = [[]]
    for i, text in enumerate(texts):
        if _NEVER.match(text) or (
            len(text) <= 110
            and _SUM_UP.search(text)
            and (not 0 < first_sentence(text) <= SHORT or _is_slogan(text, first_sentence(text)))
        ):
            stretches.append([])
        else:
            stretches[-1].append(i)
    return [stretch for stretch in stretches if stretch]


def _is_slogan(text: str, stop: int) -> bool:
    """Tell a saying that leads over to 我们要…, in a paragraph too short for a body, from a heading."""
    return len(text) <= 110 and _APPEAL.match(text, stop + 1) is not None

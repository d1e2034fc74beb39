"""Set the headings of a report into a tree: the level follows the numbering, not fonts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

import regex

from reportparse.lexicon.divisions import GOVERNED
from reportparse.model import Role
from reportparse.outline.heading import Heading, mark_of, numbered_heading
from reportparse.outline.numbering import Kind
from reportparse.outline.role import PartRoles, part_role
from reportparse.outline.runin import LEAST_BELOW, run_in_ends

_SUM_UP: Final = regex.compile(
    r"[ \-一]*(?:[过这]去?[的]?(?:五年|一年|四年|三年|两年)|五年来|一年来|几年来|这是|[0-9]{4}年)|各位代表"
)
_LOOSE: Final = frozenset({Kind.dash, Kind.item, Kind.ordinal, Kind.plain})
LONGEST_LINE = 40
_NO_TITLE: Final = regex.compile(rf"[，：；]|^[（0-9]|[0-9]日|责任编辑|来源|各位|同志|[{GOVERNED}]长|主席")
_LINE_END: Final = regex.compile(r"[。！？；：，、]\s*$")


@dataclass(frozen=True)
class Placed:
    """Be a heading with its level; `parent` is the position of the heading above it, None at the top."""

    heading: Heading
    level: int
    parent: int | None


@dataclass(frozen=True)
class Body:
    """Be the paragraphs that the outline is read from: folded texts, and how much of each opens in bold.

    `numbered` is True where parts have numbers, so that a line without one need not be a part.
    """

    texts: Sequence[str]
    bold: Sequence[int]
    start: int
    titles: regex.Pattern[str]
    numbered: bool


def find_headings(body: Body, roles: PartRoles) -> list[Heading]:
    """Give every heading behind the front matter, in reading order; several may stand in one paragraph."""
    found: list[Heading] = []
    in_annex = in_glossary = False
    stretch: list[int] = []
    echoed = echoes(body)
    for i in range(body.start, len(body.texts)):
        if i in echoed:
            continue
        text = body.texts[i]
        heading = _line_heading(i, body, roles, in_glossary or in_annex) if text.strip() else None
        if heading is None:
            heading = numbered_heading(i, text, in_annex, _opens_group(i, body))
        if (
            in_glossary
            and heading is not None
            and heading.kind is not Kind.annex
            and not _opens_part(heading)
        ):
            heading = None
        if heading is None:
            stretch += [] if in_glossary or in_annex else [i]
            continue
        found += _run_ins(body, stretch, under=bool(found))
        stretch = []
        role = part_role(title_of(heading, body.texts), roles)
        leaves = heading.kind is Kind.annex or (_opens_part(heading) and role in (Role.glossary, Role.annex))
        found.append(replace(heading, annexed=in_annex and not leaves))
        if leaves or (_opens_part(heading) and not in_annex):
            in_glossary = role is Role.glossary
            in_annex = leaves and not in_glossary
    found += _run_ins(body, stretch, under=bool(found))
    listed = _listed(found, body.texts)
    return [heading for at, heading in enumerate(found) if at not in listed]


def echoes(body: Body) -> frozenset[int]:
    """Give the lines that print a numbered heading a second time, right behind the first."""
    return frozenset(
        at
        for at in range(body.start + 1, len(body.texts))
        if body.texts[at].strip() == body.texts[at - 1].strip()
        and len(body.texts[at]) <= LONGEST_LINE
        and mark_of(body.texts[at]) is not None
    )


def title_of(heading: Heading, texts: Sequence[str]) -> str:
    """Give the words that say what a part does; a lone 附件 is told by the line below it."""
    title = texts[heading.index][heading.start : heading.end]
    below = texts[heading.index + 1] if heading.index + 1 < len(texts) else ""
    return (
        f"{title} {below}"
        if heading.kind is Kind.annex and heading.alone and len(below) <= LONGEST_LINE
        else title
    )


def _opens_part(heading: Heading) -> bool:
    return heading.kind in (Kind.part, Kind.annex) or (heading.kind is Kind.plain and heading.alone)


def _opens_group(index: int, body: Body) -> bool:
    """Tell a numbered line over prose, its own or that of a line with another number, from an item of a list."""
    mark = mark_of(body.texts[index])
    before = mark_of(body.texts[index - 1]) if index > body.start else None
    below = [*body.texts[index + 1 : index + 3], "", ""]
    other = mark_of(below[0])
    if mark is None or any(one and one.kind is mark.kind for one in (before, other)):
        return False
    return len(below[0]) >= LEAST_BELOW or (other is not None and len(below[1]) >= LEAST_BELOW)


def _listed(found: Sequence[Heading], texts: Sequence[str]) -> set[int]:
    """Give the positions of each 一是 or 第一 that heads no series: it has no sister, or the first is missing."""
    listed: set[int] = set()
    for kind in (Kind.item, Kind.ordinal):
        series: list[int] = []
        for at, heading in [*enumerate(found), (len(found), None)]:
            if heading is None or heading.kind in (Kind.part, Kind.bracket, Kind.annex):
                listed |= _without_first(series, found, texts)
                series = []
            elif heading.kind is kind:
                series.append(at)
    return listed


def _without_first(series: Sequence[int], found: Sequence[Heading], texts: Sequence[str]) -> set[int]:
    first = [at for at in series if "一" in texts[found[at].index][found[at].start : found[at].title]]
    first = [at for at in first if "十" not in texts[found[at].index][found[at].start : found[at].title]]
    if not first or len(series) < 2:
        return set(series)
    return {at for at in series if at < first[0]}


def _line_heading(index: int, body: Body, roles: PartRoles, apart: bool) -> Heading | None:
    """Give a heading that has no number: a short line of its own, with the words of a part or between paragraphs."""
    text = body.texts[index]
    line = text.strip()
    if not 4 <= len(line) <= LONGEST_LINE or _LINE_END.search(line) or mark_of(text) is not None:
        return None
    if not roles.titles.search(line) and (apart or not _stands_between(index, body)):
        return None
    start = len(text) - len(text.lstrip())
    return Heading(index, Kind.plain, start, start, start + len(line), len(text), True)


def _stands_between(index: int, body: Body) -> bool:
    """Tell a line between whole paragraphs from a piece of one, or a cell of a table."""
    line = body.texts[index].strip()
    before = body.texts[index - 1].strip() if index > body.start else "。"
    after = body.texts[index + 1].strip() if index + 1 < len(body.texts) else ""
    whole = _LINE_END.search(before) is not None or mark_of(before) is not None
    if not body.numbered and len(line) <= 30 and line.count("，") == 1:
        line = line.replace("，", "")
    return whole and len(after) >= 40 and not _NO_TITLE.search(line)


def _run_ins(body: Body, stretch: list[int], under: bool) -> list[Heading]:
    """Give the run-in headings of a stretch; one that is `under` no heading has only those in bold print."""
    if not under and not any(body.bold[i] for i in stretch):
        return []
    ends = run_in_ends([body.texts[i] for i in stretch], [body.bold[i] for i in stretch])
    return [Heading(stretch[at], Kind.plain, 0, 0, end, end + 1, False) for at, end in sorted(ends.items())]


def split_glued(headings: list[Heading], texts: Sequence[str]) -> list[Heading]:
    """Part a heading from the run-in one that a converter glued to it without a mark.

    Where the sisters stand on lines of their own, (三)守好绿水青山加强污染防治。… is two headings: the second
    begins with the words that open other run-in headings of the report.
    """
    openings = {
        texts[h.index][h.start : h.start + 2] for h in headings if h.kind is Kind.plain and not h.alone
    }
    lines = [h for h in headings if h.kind is Kind.bracket and h.alone]
    usual = sorted(h.end - h.title for h in lines)[len(lines) // 2] if lines else 0
    result: list[Heading] = []
    for at, heading in enumerate(headings):
        cut = 0
        if (
            heading.kind is Kind.bracket
            and not heading.alone
            and len(lines) >= 3
            and _has_child(headings, at)
        ):
            title = texts[heading.index][heading.title : heading.end]
            cuts = [k for k in range(5, len(title) - 4) if title[k : k + 2] in openings and "，" not in title]
            cut = min(cuts, key=lambda k: abs(k - usual), default=0)
        if cut:
            middle = heading.title + cut
            result.append(replace(heading, end=middle, body=middle))
            result.append(
                Heading(heading.index, Kind.plain, middle, middle, heading.end, heading.body, False)
            )
        else:
            result.append(heading)
    return result


def _has_child(headings: list[Heading], at: int) -> bool:
    return at + 1 < len(headings) and headings[at + 1].kind is Kind.plain


def place(headings: list[Heading], body: Body) -> list[Placed]:
    """Give each heading its level and parent."""
    placed: list[Placed] = []
    open_: list[int] = []
    groups = {at for at, heading in enumerate(headings) if _heads_group(at, headings, body)}
    for heading in headings:
        over = [placed[i] for i in open_ if i in groups]
        level = _level(heading, [placed[i] for i in open_], over, body)
        while open_ and placed[open_[-1]].level >= level:
            open_.pop()
        placed.append(Placed(heading, level, open_[-1] if open_ else None))
        open_.append(len(placed) - 1)
    return placed


def _level(heading: Heading, above: list[Placed], over: list[Placed], body: Body) -> int:
    """Give a heading's level under the open ones `above`, of which those in `over` may stand over others."""
    kind = heading.kind
    if heading.annexed and kind in (Kind.part, Kind.arabic):
        return 2
    if kind in (Kind.part, Kind.annex) or (kind is Kind.plain and heading.alone and _is_part(heading, body)):
        return 1
    if kind is Kind.bracket:
        inside = heading.annexed and any(one.heading.kind is Kind.part for one in above)
        return 3 if inside else 2
    if kind is Kind.dash and _sums_up(heading, body):
        return 2
    for one in reversed(above):
        if one.heading.kind is kind and one.heading.alone == heading.alone:
            return one.level
    if kind is Kind.arabic:
        return 3
    under = over
    if kind is Kind.plain and heading.alone:
        under = [one for one in under if one.heading.kind is not Kind.plain or one.level == 1]
    return (under[-1].level if under else 1) + 1


def _is_part(heading: Heading, body: Body) -> bool:
    """Tell the line of a part, by its words or because no part of the report has a number."""
    line = body.texts[heading.index].strip()
    return not body.numbered or body.titles.search(line) is not None


def _heads_group(at: int, headings: Sequence[Heading], body: Body) -> bool:
    """Tell a heading that may stand over others from a run-in one that only names its own paragraph.

    A run-in heading stands over others where its paragraph leads in by a colon, or where its series goes on
    behind them: ——A, then two without a mark, then ——B.
    """
    heading = headings[at]
    if heading.alone or heading.kind not in _LOOSE or body.texts[heading.index].rstrip().endswith("："):
        return True
    below = list(takewhile(lambda one: one.kind in _LOOSE and not one.alone, headings[at + 1 :]))
    return (
        bool(below) and below[0].kind is not heading.kind and any(one.kind is heading.kind for one in below)
    )


def _sums_up(heading: Heading, body: Body) -> bool:
    """Tell a series of dashes that sums up its part from one inside a section: by its words, or those before it."""
    text = body.texts[heading.index]
    if _SUM_UP.match(text):
        return True
    before = heading.index - 1
    while before > body.start and body.texts[before].lstrip().startswith(("-", "一一")):
        before -= 1
    return (
        before >= body.start
        and _SUM_UP.match(body.texts[before]) is not None
        and mark_of(body.texts[before]) is None
    )

"""Say what each part of a report does and which way it looks: by its title, the title above it, or its own words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from reportparse.grammar.calendar import PLAN, YEAR, year_of
from reportparse.model import Meta, Outlook, Role
from reportparse.outline.numbering import Kind
from reportparse.outline.role import PartRoles, part_role, passage_role
from reportparse.outline.tree import Placed, title_of

_OPENING: Final = 8
"""How many paragraphs behind a part's title are asked what the part does."""
_YEAR: Final = regex.compile(rf"(?P<year>{YEAR})年")
_THIS_YEAR: Final = regex.compile("今年|下一阶段")
_SEVERAL_YEARS: Final = regex.compile(
    rf"{PLAN.pattern}|(?:今后|未来|往后)(?:的)?(?:[三五十35]|几|一个时期|一段)|五年|十年|远景|长远"
)
_APART: Final = (Role.annex, Role.glossary)

Look = Callable[[int], Outlook | None]
"""Gives the way that a paragraph looks by its own words, None where it says nothing of time."""
Turns = Callable[[int, Outlook], tuple[tuple[int, Outlook], ...]]
"""Gives the offsets at which a paragraph turns, with the way that it looks from each on."""


@dataclass(frozen=True)
class Part:
    """Be what a part does and which way it looks; where it is `topical`, its passages look where their words look."""

    role: Role
    outlook: Outlook | None
    topical: bool = False


def parts_of(
    placed: Sequence[Placed], texts: Sequence[str], roles: PartRoles, meta: Meta, look: Look
) -> dict[int, Part]:
    """Give the part that each heading of level 1 opens, by the heading's position in `placed`."""
    tops = [at for at, one in enumerate(placed) if one.level == 1]
    found: dict[int, Part] = {}
    group: Part | None = None
    before: Part | None = None
    for nth, at in enumerate(tops):
        heading = placed[at].heading
        below = placed[tops[nth + 1]].heading if nth + 1 < len(tops) else None
        title = title_of(heading, texts)
        told = titled_role(title, texts[max(0, heading.index - 1) :][:_OPENING], roles, meta, before)
        if heading.kind is not Kind.part:
            over = heading.kind is Kind.plain and below is not None and below.kind is Kind.part
            group = Part(told, outlook_of(told)) if over and told is not None else None
            group = None if group and group.role in _APART else group
        own = told is Role.tasks and before is not None and before.role is Role.review and _names(title, meta)
        if group and heading.kind is Kind.part and told not in _APART and not own:
            part = Part(_under(told, group.role), group.outlook)
        elif told is not None:
            part = Part(told, outlook_of(told))
        else:
            last = below.index if below else len(texts)
            part = _topical(range(heading.index, last), look, before)
        found[at] = before = part
    return found


def _names(title: str, meta: Meta) -> bool:
    """Tell a title that names the year of the tasks itself, so that no title above it speaks for it."""
    return any(year_of(match["year"]) == meta.year for match in _YEAR.finditer(title))


def _under(told: Role | None, group: Role) -> Role:
    """Give the role of a numbered part below a part without a number, whose time holds for it."""
    if told is Role.self_government and group is not Role.review:
        return told
    return group


def outlook_of(role: Role) -> Outlook | None:
    """Give the way that a part with a role looks."""
    if role is Role.glossary:
        return None
    return Outlook.done if role is Role.review else Outlook.planned


def titled_role(
    title: str, opening: Sequence[str], roles: PartRoles, meta: Meta, before: Part | None
) -> Role | None:
    """Give a part's role by its title; where that is only a motto, by the paragraphs around its heading.

    None where neither says anything of time.
    """
    role = part_role(title, roles)
    years = {year_of(match["year"]) for match in _YEAR.finditer(title)}
    if role in (Role.review, Role.tasks, Role.other) and meta.year in years and meta.review_year not in years:
        return Role.tasks if "回顾" not in title else Role.review
    if role in (Role.tasks, Role.other) and meta.review_year in years and meta.year not in years:
        return Role.review
    if role in (Role.tasks, Role.other) and not years and PLAN.search(title):
        return Role.outlook
    if role is Role.outlook and _THIS_YEAR.search(title) and not _SEVERAL_YEARS.search(title):
        return Role.tasks
    if role is Role.other and before is None and roles.achieved.search(title):
        return Role.review
    back = before is not None and before.role is Role.review
    if role is Role.other and back and _sets_out(opening, roles, meta):
        return Role.tasks
    return None if role is Role.other else role


def _sets_out(opening: Sequence[str], roles: PartRoles, meta: Meta) -> bool:
    """Tell whether paragraphs, that before the heading among them, set the year's targets or name its year."""
    year = regex.compile(rf"(?:{meta.year}年|今年)(?:是|政府工作|工作的|经济社会|全[市省区县州盟])")
    if opening and regex.search(rf"{meta.year}年[^。]{{0,60}}(?:主要预期目标|预期目标是)", opening[0]):
        return True
    return any(
        passage_role(text, roles) is Role.annual_targets or year.search(text[:60]) is not None
        for text in opening
    )


def _topical(inside: range, look: Look, before: Part | None) -> Part:
    """Give the part whose title names a topic: it does what most of its passages do, else what the last part did.

    Behind a part on the tasks the topics are tasks too, unless all that says anything looks back.
    """
    looks = [said for at in inside if (said := look(at)) is not None]
    back = sum(said is Outlook.done for said in looks)
    ahead = len(looks) - back
    tasks = before is not None and before.outlook is Outlook.planned
    if (ahead == 0 and back > 1) if tasks else (back > ahead or not looks):
        return Part(Role.review, Outlook.done, topical=True)
    return Part(Role.tasks, Outlook.planned, topical=True)

"""Understand a document as a report: whose it is, its sections, and its passages in order."""

from collections.abc import Sequence
from typing import Any, Final

import regex

from reportparse.lexicon import Lexicon
from reportparse.model import (
    At,
    Document,
    Level,
    Markup,
    Meta,
    Outline,
    Paragraph,
    Passage,
    Role,
    Section,
)
from reportparse.outline import front as front_matter
from reportparse.outline.front import Front, read_front
from reportparse.outline.heading import mark_of
from reportparse.outline.numbering import MARKS, Kind
from reportparse.outline.passage import Clock, Tracker, names_plan
from reportparse.outline.place import find_place
from reportparse.outline.role import PartRoles, part_role, part_roles, passage_role
from reportparse.outline.tree import Body, Placed, find_headings, place, split_glued, title_of
from reportparse.outline.year import find_year
from reportparse.rule import Rule
from reportparse.text import fold

_OPENING: Final = 8
"""How many paragraphs behind a part's title are asked what the part does."""
_PART_YEAR: Final = regex.compile(r"((?:19|20)[0-9]{2})年")


def rules(lexicon: Lexicon) -> tuple[Rule[Any], ...]:
    """Give every rule of the outline, for the tests and for `explain`."""
    return (*MARKS, *front_matter.RULES)


def outline(
    document: Document, lexicon: Lexicon, *, year: int | None = None, place: str | None = None
) -> Outline:
    """Understand a document as a report; `year` and `place` settle what the text may leave open."""
    texts = [fold(paragraph.text) for paragraph in document.paragraphs]
    front = read_front(texts)
    roles = part_roles(lexicon)
    meta = _meta(document, texts, front, year, place)
    bold = [p.bold[0][1] if p.bold and p.bold[0][0] == 0 else 0 for p in document.paragraphs]
    numbered = any(
        (mark := mark_of(text)) and mark.kind is Kind.part and len(text) < 60 for text in texts[front.end :]
    )
    body = Body(texts, bold, front.end, roles.titles, numbered)
    placed = _place(body, roles)
    sections = _sections(document, texts, front, placed, roles, meta)
    return Outline(
        meta=meta,
        sections=sections,
        passages=_passages(document, texts, front, sections, placed, roles, meta),
    )


def _place(body: Body, roles: PartRoles) -> list[Placed]:
    return place(split_glued(find_headings(body, roles), body.texts), body)


def _meta(
    document: Document, texts: Sequence[str], front: Front, year: int | None, wanted: str | None
) -> Meta:
    where = find_place(front, texts, document.name, wanted)
    when = year or find_year(front, texts, document.name)
    return Meta(
        title=front.title,
        place=where.name or None,
        level=Level(where.level) if where.level else None,
        province=where.province,
        division_code=where.code,
        year=when,
        review_year=when - 1 if when else None,
        date=front.date,
        meeting=front.meeting,
        speaker=front.speaker,
        office=front.office,
    )


def _sections(
    document: Document,
    texts: Sequence[str],
    front: Front,
    placed: Sequence[Placed],
    roles: PartRoles,
    meta: Meta,
) -> tuple[Section, ...]:
    sections: list[Section] = []
    if front.title:
        at = front.titles[0]
        text = document.paragraphs[at].text
        start = len(text) - len(text.lstrip("# "))
        sections.append(
            Section(
                id="s0",
                parent=None,
                level=0,
                number=None,
                title=front.title,
                role=Role.other,
                page=document.paragraphs[at].page,
                at=At(
                    paragraph=f"p{at + 1}",
                    start=start,
                    end=len(text.rstrip()),
                    page=document.paragraphs[at].page,
                ),
            )
        )
    counts: dict[str, int] = {}
    ids: list[str] = []
    part = Role.review
    for one in placed:
        heading = one.heading
        paragraph = document.paragraphs[heading.index]
        parent = ids[one.parent] if one.parent is not None else None
        counts[parent or "s"] = counts.get(parent or "s", 0) + 1
        ids.append(f"{parent}.{counts[parent]}" if parent else f"s{counts['s']}")
        if one.level == 1:
            around = texts[max(0, heading.index - 1) :][:_OPENING]
            part = _role_of_part(title_of(heading, texts), around, roles, meta, part)
        sections.append(
            Section(
                id=ids[-1],
                parent=parent,
                level=one.level,
                title=paragraph.text[heading.title : heading.end].strip(),
                number=paragraph.text[heading.start : heading.title].strip() or None,
                role=part,
                page=paragraph.page,
                at=At(
                    paragraph=f"p{heading.index + 1}",
                    start=heading.start,
                    end=heading.end,
                    page=paragraph.page,
                ),
            )
        )
    return tuple(sections)


def _role_of_part(title: str, opening: Sequence[str], roles: PartRoles, meta: Meta, before: Role) -> Role:
    """Give a part's role by its title; where that is only a motto, by the paragraphs around its heading."""
    role = part_role(title, roles)
    years = {int(match[1]) for match in _PART_YEAR.finditer(title)}
    if role in (Role.review, Role.tasks, Role.other) and meta.year in years and meta.review_year not in years:
        return Role.tasks if "回顾" not in title else Role.review
    if role in (Role.tasks, Role.other) and meta.review_year in years and meta.year not in years:
        return Role.review
    if role in (Role.tasks, Role.other) and not years and names_plan(title):
        return Role.outlook
    if role is Role.other and before is Role.review and _looks_ahead(opening, roles, meta):
        return Role.tasks
    if role is Role.other:
        return Role.tasks if before in (Role.outlook, Role.tasks) else before
    return role


def _looks_ahead(opening: Sequence[str], roles: PartRoles, meta: Meta) -> bool:
    """Tell whether paragraphs, that before the heading among them, set the year's targets or name its year."""
    year = regex.compile(rf"(?:{meta.year}年|今年)(?:是|政府工作|工作的|经济社会|全[市省区县州盟])")
    if opening and regex.search(rf"{meta.year}年[^。]{{0,60}}(?:主要预期目标|预期目标是)", opening[0]):
        return True
    return any(
        passage_role(text, roles) is Role.annual_targets or year.search(text[:60]) is not None
        for text in opening
    )


_INDICATOR_TABLE: Final = regex.compile(r"指标.*(?:目标|完成|计划|预期|实绩)")


def _indicator_tables(document: Document, texts: Sequence[str]) -> set[int]:
    """Give the rows of tables that set out what the text has said: indicator, aim, outcome."""
    rows: set[int] = set()
    inside = False
    for i, paragraph in enumerate(document.paragraphs):
        is_row = paragraph.markup is Markup.table
        first = is_row and (i == 0 or document.paragraphs[i - 1].markup is not Markup.table)
        inside = is_row and (bool(_INDICATOR_TABLE.search(texts[i])) if first else inside)
        if inside:
            rows.add(i)
    return rows


def _passages(
    document: Document,
    texts: Sequence[str],
    front: Front,
    sections: Sequence[Section],
    placed: Sequence[Placed],
    roles: PartRoles,
    meta: Meta,
) -> tuple[Passage, ...]:
    tracker = Tracker(texts, placed, roles, Clock(meta.year) if meta.year else None)
    tabled = _indicator_tables(document, texts)
    offset = 1 if front.title else 0
    passages: list[Passage] = []
    for i, paragraph in enumerate(document.paragraphs):
        here = tracker.enter(i)
        section = sections[tracker.open + offset] if tracker.open is not None else None
        seen = tracker.see(i, section.role if section else Role.review, i < front.end)
        body = len(paragraph.text) if i < front.end else here
        outlook = seen.outlook if body < len(paragraph.text) and i not in tabled else None
        passages.append(
            Passage(
                paragraph=Paragraph(
                    id=f"p{i + 1}",
                    section=section.id if section else ("s0" if i in front.titles else None),
                    role=seen.role,
                    page=paragraph.page,
                    text=paragraph.text,
                ),
                body=min(body, len(paragraph.text)),
                outlook=outlook,
                period=seen.period if outlook else None,
            )
        )
    return tuple(passages)

"""Understand a document as a report: whose it is, its sections, and its passages in order."""

from collections.abc import Sequence
from typing import Any, Final

import regex

from reportparse.lexicon import Lexicon
from reportparse.model import (
    At,
    Document,
    Level,
    Meta,
    Outline,
    Outlook,
    Paragraph,
    Passage,
    Role,
    Section,
)
from reportparse.outline import front as front_matter
from reportparse.outline.front import Front, read_front
from reportparse.outline.heading import mark_of
from reportparse.outline.numbering import MARKS, Kind
from reportparse.outline.passage import Clock, outlook_of, period_of
from reportparse.outline.place import find_place
from reportparse.outline.role import PartRoles, part_role, part_roles, passage_role
from reportparse.outline.tree import Body, Placed, find_headings, place, split_glued
from reportparse.outline.year import find_year
from reportparse.rule import Rule
from reportparse.text import fold

_PART_YEAR: Final = regex.compile(r"((?:19|20)[0-9]{2})年")


def rules(lexicon: Lexicon) -> tuple[Rule[Any], ...]:
    """Give every rule of the outline, for the tests and for `explain`."""
    return (*MARKS, *front_matter.RULES)


def outline(document: Document, lexicon: Lexicon, *, year: int | None = None, place: str | None = None) -> Outline:
    """Understand a document as a report; `year` and `place` settle what the text may leave open."""
    texts = [fold(paragraph.text) for paragraph in document.paragraphs]
    front = read_front(texts)
    roles = part_roles(lexicon)
    meta = _meta(document, texts, front, year, place)
    bold = [p.bold[0][1] if p.bold and p.bold[0][0] == 0 else 0 for p in document.paragraphs]
    numbered = any((mark := mark_of(text)) and mark.kind is Kind.part and len(text) < 60 for text in texts[front.end:])
    body = Body(texts, bold, front.end, roles.titles, numbered)
    placed = _place(body, roles)
    sections = _sections(document, texts, front, placed, roles, meta)
    return Outline(meta=meta, sections=sections, passages=_passages(document, texts, front, sections, placed, roles, meta))


def _place(body: Body, roles: PartRoles) -> list[Placed]:
    return place(split_glued(find_headings(body, roles), body.texts), body)


def _meta(document: Document, texts: Sequence[str], front: Front, year: int | None, wanted: str | None) -> Meta:
    where = find_place(front, texts, document.name, wanted)
    when = year or find_year(front, texts, document.name)
    return Meta(
        title=front.title, place=where.name or None, level=Level(where.level) if where.level else None,
        province=where.province, division_code=where.code, year=when, review_year=when - 1 if when else None,
        date=front.date, meeting=front.meeting, speaker=front.speaker, office=front.office,
    )


def _sections(document: Document, texts: Sequence[str], front: Front, placed: Sequence[Placed], roles: PartRoles,
              meta: Meta) -> tuple[Section, ...]:
    sections: list[Section] = []
    if front.title:
        at = front.titles[0]
        text = document.paragraphs[at].text
        start = len(text) - len(text.lstrip("# "))
        sections.append(Section(
            id="s0", parent=None, level=0, number=None, title=front.title, role=Role.other,
            page=document.paragraphs[at].page,
            at=At(paragraph=f"p{at + 1}", start=start, end=len(text.rstrip()), page=document.paragraphs[at].page),
        ))
    counts: dict[str, int] = {}
    ids: list[str] = []
    part = Role.review
    for one in placed:
        heading = one.heading
        paragraph = document.paragraphs[heading.index]
        parent = ids[one.parent] if one.parent is not None else None
        counts[parent or "s"] = counts.get(parent or "s", 0) + 1
        ids.append(f"{parent}.{counts[parent]}" if parent else f"s{counts['s']}")
        folded = texts[heading.index][heading.title:heading.end]
        if one.level == 1:
            part = _role_of_part(texts[heading.index][heading.start:heading.end], roles, meta, part)
        elif part_role(folded, roles) is Role.self_government and one.level == 2 and part is not Role.review:
            pass
        sections.append(Section(
            id=ids[-1], parent=parent, level=one.level, title=paragraph.text[heading.title:heading.end].strip(),
            number=paragraph.text[heading.start:heading.title].strip() or None, role=part, page=paragraph.page,
            at=At(paragraph=f"p{heading.index + 1}", start=heading.start, end=heading.end, page=paragraph.page),
        ))
    return tuple(sections)


def _role_of_part(title: str, roles: PartRoles, meta: Meta, before: Role) -> Role:
    role = part_role(title, roles)
    years = {int(match[1]) for match in _PART_YEAR.finditer(title)}
    if role in (Role.review, Role.tasks, Role.other) and meta.year in years and meta.review_year not in years:
        return Role.tasks if "回顾" not in title else Role.review
    if role in (Role.tasks, Role.other) and meta.review_year in years and meta.year not in years:
        return Role.review
    if role is Role.other:
        return Role.tasks if before in (Role.outlook, Role.tasks) else before
    return role


def _passages(document: Document, texts: Sequence[str], front: Front, sections: Sequence[Section],
              placed: Sequence[Placed], roles: PartRoles, meta: Meta) -> tuple[Passage, ...]:
    by_index: dict[int, list[int]] = {}
    offset = 1 if front.title else 0
    for at, one in enumerate(placed):
        by_index.setdefault(one.heading.index, []).append(at)
    clock = Clock(meta.year) if meta.year else None
    open_: int | None = None
    before: str | None = None
    part: Role | None = None
    closing = remains = False
    passages: list[Passage] = []
    for i, paragraph in enumerate(document.paragraphs):
        text = texts[i]
        here = by_index.get(i, [])
        if here:
            open_ = here[-1]
        section = sections[open_ + offset] if open_ is not None else None
        if here and any(placed[at].level == 1 for at in here):
            closing, before = False, None
        part = section.role if section else Role.review
        in_front = i < front.end
        remains = remains or not in_front and len(text) < 80 and roles.remains.search(text) is not None and i > len(texts) * 0.8
        passage = Role.other if in_front or remains else passage_role(text, roles)
        if passage is Role.annual_targets and (part is Role.review or i > 0 and here):
            passage = None
        if passage is Role.problems and part is not Role.review:
            passage = None
        if passage is Role.closing and i < len(texts) * 0.6:
            passage = None
        role = passage or part
        body = placed[here[-1]].heading.body if here else 0
        outlook = None if in_front or remains else outlook_of(part, passage)
        if i in front.titles or body >= len(text):
            outlook_here: Outlook | None = None
            body = len(text)
        else:
            outlook_here = outlook
        words = [text]
        at: int | None = open_
        span = ""
        while at is not None:
            span = texts[placed[at].heading.index][:60] + span
            if here or placed[at].level > 1 or before is None:
                words.append(texts[placed[at].heading.index][: placed[at].heading.end])
            at = placed[at].parent
        if clock is not None and outlook is not None:
            default = clock.review if outlook is Outlook.done else str(clock.year)
            if part is Role.outlook:
                default = clock.span_ahead(span)
            before = period_of(words, outlook, before or default, clock, span)
        passages.append(Passage(
            paragraph=Paragraph(id=f"p{i + 1}", section=section.id if section else ("s0" if i in front.titles else None),
                                role=role, page=paragraph.page, text=paragraph.text),
            body=min(body, len(text)), outlook=outlook_here, period=before if outlook_here else None,
        ))
    return tuple(passages)


__all__ = ["Kind", "outline", "rules"]

"""Understand a document as a report: whose it is, its sections, and its passages in order."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

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
    Warning,
)
from reportparse.outline import front as front_matter
from reportparse.outline.front import Front, read_front, title_span
from reportparse.outline.heading import mark_of
from reportparse.outline.look import look_words, own_look, turns
from reportparse.outline.mending import mended
from reportparse.outline.numbering import MARKS, Kind
from reportparse.outline.parting import parted
from reportparse.outline.parts import Part, parts_of
from reportparse.outline.passage import Clock, Tracker
from reportparse.outline.place import find_place
from reportparse.outline.role import PartRoles, part_roles
from reportparse.outline.targets import Aim, announces, annual_targets
from reportparse.outline.tree import Body, Placed, echoes, find_headings, place, split_glued
from reportparse.outline.year import Year, find_year
from reportparse.rule import Rule
from reportparse.text import fold

_NO_TARGETS: Final = Warning(
    code="no-annual-targets",
    message="No passage was found that sets the year's targets; not_stated is therefore empty.",
)


def rules() -> tuple[Rule[Any], ...]:
    """Give the rules of the numbers of headings and of the front matter; they read folded text."""
    return (*MARKS, *front_matter.RULES)


def outline(
    document: Document, lexicon: Lexicon, *, year: int | None = None, place: str | None = None
) -> Outline:
    """Understand a document as a report; `year` and `place` settle what the text may leave open."""
    document = document.model_copy(update={"paragraphs": mended(parted(document.paragraphs, lexicon))})
    texts = [fold(paragraph.text) for paragraph in document.paragraphs]
    front = read_front(texts, [paragraph.text for paragraph in document.paragraphs])
    roles = part_roles(lexicon)
    when = Year(year) if year else find_year(front, texts, document.name)
    meta = _meta(document, texts, front, when.year, place)
    bold = [p.bold[0][1] if p.bold and p.bold[0][0] == 0 else 0 for p in document.paragraphs]
    numbered = any(
        (mark := mark_of(text)) and mark.kind is Kind.part and len(text) < 60 for text in texts[front.end :]
    )
    lines = ["" if p.row else text for p, text in zip(document.paragraphs, texts, strict=True)]
    body = Body(lines, bold, front.end, roles.titles, numbered)
    placed = _place(body, roles)
    own = _Own(texts, placed, meta, lexicon)
    parts = parts_of(placed, texts, roles, meta, own.look)
    sections = _sections(document, front, placed, parts)
    tracker = Tracker(
        texts, placed, parts, roles, Clock(meta.year) if meta.year else None, own.look, own.turns
    )
    passages = _passages(document, texts, front, sections, tracker, echoes(body))
    aimed = annual_targets(_aims(passages, texts, sections), meta.year, lexicon) if meta.year else frozenset()
    return Outline(
        meta=meta,
        sections=sections,
        passages=tuple(_with_role(one) if at in aimed else one for at, one in enumerate(passages)),
        warnings=(*_year_doubts(when), *(() if aimed else (_NO_TARGETS,))),
    )


def _year_doubts(when: Year) -> Iterator[Warning]:
    message = ""
    if when.others:
        others = ", ".join(map(str, when.others))
        message = (
            f"The report is read as that of {when.year}; its date, title or headings also speak for {others}."
        )
    elif when.year is None:
        message = (
            "Nothing tells the year, so no period follows from it. "
            "Settle it with --year, in batch with --name or a column of years."
        )
    elif when.guessed:
        message = (
            f"No date, title or heading tells the year; {when.year} is a guess. "
            "Settle it with --year, in batch with --name or a column of years."
        )
    if message:
        yield Warning(code="year-in-doubt", message=message)


def _aims(passages: Sequence[Passage], texts: Sequence[str], sections: Sequence[Section]) -> list[Aim]:
    """Give the passages that look ahead, each with its headings from the innermost out."""
    known = {section.id: section for section in sections}

    def headings(section: str | None) -> Iterator[str]:
        while section is not None:
            yield fold(known[section].title)
            section = known[section].parent

    return [
        Aim(at, texts[at][one.body :], tuple(headings(one.paragraph.section)), one.period)
        for at, one in enumerate(passages)
        if one.outlook is Outlook.planned and one.body < len(texts[at]) and one.row is None
    ]


def _with_role(passage: Passage) -> Passage:
    paragraph = passage.paragraph.model_copy(update={"role": Role.annual_targets})
    return passage.model_copy(update={"paragraph": paragraph})


class _Own:
    """Know which way a paragraph looks by its own words, behind its headings, and where it turns."""

    def __init__(self, texts: Sequence[str], placed: Sequence[Placed], meta: Meta, lexicon: Lexicon) -> None:
        self._texts, self._lexicon = texts, lexicon
        self._bodies = {one.heading.index: one.heading.body for one in placed}
        self._told = look_words(lexicon, meta.year or 0)
        self.look = cache(self._look)

    def _look(self, at: int) -> Outlook | None:
        prose = self._texts[at][self._bodies.get(at, 0) :]
        if announces(prose, self._told.year, self._lexicon):
            return Outlook.planned
        return own_look(prose, self._told, self._lexicon)

    def turns(self, at: int, first: Outlook) -> tuple[tuple[int, Outlook], ...]:
        """Give the offsets at which a paragraph turns, none in one that sets the year's targets."""
        body = self._bodies.get(at, 0)
        prose = self._texts[at][body:]
        if announces(prose, self._told.year, self._lexicon):
            return ()
        return tuple((body + start, look) for start, look in turns(prose, self._told, self._lexicon, first))


def _place(body: Body, roles: PartRoles) -> list[Placed]:
    return place(split_glued(find_headings(body, roles), body.texts), body)


def _meta(
    document: Document, texts: Sequence[str], front: Front, when: int | None, wanted: str | None
) -> Meta:
    where = find_place(front, texts, document.name, wanted)
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
    document: Document, front: Front, placed: Sequence[Placed], parts: Mapping[int, Part]
) -> tuple[Section, ...]:
    sections: list[Section] = []
    if front.title:
        at = front.titles[0]
        start, end = title_span(fold(document.paragraphs[at].text))
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
                    end=end,
                    page=document.paragraphs[at].page,
                ),
            )
        )
    counts: dict[str, int] = {}
    ids: list[str] = []
    role = Role.review
    for at, one in enumerate(placed):
        heading = one.heading
        paragraph = document.paragraphs[heading.index]
        parent = ids[one.parent] if one.parent is not None else None
        counts[parent or "s"] = counts.get(parent or "s", 0) + 1
        ids.append(f"{parent}.{counts[parent]}" if parent else f"s{counts['s']}")
        role = parts[at].role if at in parts else role
        sections.append(
            Section(
                id=ids[-1],
                parent=parent,
                level=one.level,
                title=paragraph.text[heading.title : heading.end].strip(),
                number=paragraph.text[heading.start : heading.title].strip() or None,
                role=role,
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


def _passages(
    document: Document,
    texts: Sequence[str],
    front: Front,
    sections: Sequence[Section],
    tracker: Tracker,
    echoed: frozenset[int],
) -> tuple[Passage, ...]:
    offset = 1 if front.title else 0
    passages: list[Passage] = []
    for i, paragraph in enumerate(document.paragraphs):
        here = tracker.enter(i)
        section = sections[tracker.open + offset] if tracker.open is not None else None
        seen = tracker.see(i, i < front.end)
        body = len(paragraph.text) if i < front.end or i in echoed else here
        outlook = seen.outlook if body < len(paragraph.text) else None
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
                stretches=seen.stretches if outlook else (),
                row=paragraph.row,
            )
        )
    return tuple(passages)

"""Cut a paragraph into runs that lie in the same facts, so that each can be marked in the text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportparse.model import Commitment, Figure, Paragraph, Project, Report, Section

Fact = Figure | Project | Commitment


@dataclass(frozen=True)
class Run:
    """Be a run of a paragraph's text: the ids of the facts in it, the shortest first, and their kinds.

    `section` is the id of the heading that the run belongs to, None for body text.
    """

    text: str
    ids: tuple[str, ...]
    kinds: tuple[str, ...]
    section: str | None


@dataclass(frozen=True)
class Marked:
    """Be a paragraph in runs, whose texts together are its own; `heading` is the section that it is the title of."""

    id: str
    page: int | None
    heading: Section | None
    sections: tuple[str, ...]
    runs: tuple[Run, ...]


def facts_of(report: Report) -> list[tuple[str, Fact]]:
    """Give all facts with their kinds, in the order of the text."""
    order = {paragraph.id: number for number, paragraph in enumerate(report.paragraphs)}
    found: list[tuple[str, Fact]] = [
        *(("target", fact) for fact in report.targets),
        *(("result", fact) for fact in report.results),
        *(("project", fact) for fact in report.projects),
        *(("commitment", fact) for fact in report.commitments),
    ]
    return sorted(
        found, key=lambda kept: (order.get(kept[1].at.paragraph, 0), kept[1].at.start, -kept[1].at.end)
    )


def marked(report: Report) -> list[Marked]:
    """Mark all paragraphs of a report, in its order."""
    facts: dict[str, list[tuple[str, Fact]]] = {}
    for kind, fact in facts_of(report):
        facts.setdefault(fact.at.paragraph, []).append((kind, fact))
    sections: dict[str, list[Section]] = {}
    for section in report.sections:
        sections.setdefault(section.at.paragraph, []).append(section)
    return [
        _marked(paragraph, facts.get(paragraph.id, ()), sections.get(paragraph.id, ()))
        for paragraph in report.paragraphs
    ]


def _marked(paragraph: Paragraph, facts: Sequence[tuple[str, Fact]], sections: Sequence[Section]) -> Marked:
    whole = (s for s in sections if s.at.start == 0 and s.at.end >= len(paragraph.text.rstrip("。 ")))
    return Marked(
        id=paragraph.id,
        page=paragraph.page,
        heading=next(whole, None),
        sections=tuple(section.id for section in sections),
        runs=tuple(_runs(paragraph.text, facts, sections)),
    )


def _runs(text: str, facts: Sequence[tuple[str, Fact]], sections: Sequence[Section]) -> Iterable[Run]:
    places = [fact.at for _, fact in facts] + [section.at for section in sections]
    edges = sorted({0, len(text), *(at.start for at in places), *(at.end for at in places)})
    shortest_first = sorted(facts, key=lambda kept: kept[1].at.end - kept[1].at.start)
    for start, end in pairwise(edges):
        inside = [(kind, fact.id) for kind, fact in shortest_first
                  if fact.at.start < end and start < fact.at.end]  # fmt: skip
        heading = next((s.id for s in sections if s.at.start < end and start < s.at.end), None)
        yield Run(
            text=text[start:end],
            ids=tuple(name for _, name in inside),
            kinds=tuple(dict.fromkeys(kind for kind, _ in inside)),
            section=heading,
        )

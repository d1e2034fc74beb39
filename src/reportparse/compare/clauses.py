"""Read the clauses that are compared: what a report promises, what its review tells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import regex

from reportparse.compare.wording import Wording, wording
from reportparse.grammar.clause import clauses
from reportparse.lexicon import Lexicon
from reportparse.model import At, Commitment, Figure, Outlook, Project, Report, Role
from reportparse.model.comparison import Reported

_SHORTEST = 5
"""A clause of the review with fewer characters tells nothing by itself."""

_TITLE = regex.compile("[《“]([^《》“”]{4,})[》”]")

Fact = TypeVar("Fact", Figure, Project)


@dataclass(frozen=True)
class Text:
    """Be a clause with its figures and projects, and the words that it is compared by, their names included."""

    clause: Commitment | Reported
    figures: tuple[Figure, ...]
    projects: tuple[Project, ...]
    words: Wording

    @property
    def titles(self) -> frozenset[str]:
        """Give what stands in 《》 and “”: names of laws, plans and programmes."""
        return frozenset(found.group(1) for found in _TITLE.finditer(self.clause.quote))

    @property
    def printed(self) -> tuple[str, tuple[str, ...]]:
        """Give the clause with its indicators: two for which this is equal are one clause printed twice."""
        return self.clause.quote, tuple(figure.indicator for figure in self.figures)


def promised(report: Report, lexicon: Lexicon) -> tuple[Text, ...]:
    """Read a report's commitments, in order."""
    targets = {figure.id: figure for figure in report.targets}
    projects = {project.id: project for project in report.projects}
    return tuple(
        _text(
            commitment,
            [targets[id_] for id_ in commitment.targets if id_ in targets],
            [projects[id_] for id_ in commitment.projects if id_ in projects],
            lexicon,
        )
        for commitment in report.commitments
    )


def told(report: Report, lexicon: Lexicon) -> tuple[Text, ...]:
    """Read the clauses of a report's review, in order."""
    results = _by_paragraph(report.results)
    projects = _by_paragraph(project for project in report.projects if project.outlook is Outlook.done)
    return tuple(
        _text(
            clause,
            _inside(clause.at, results.get(clause.at.paragraph, ())),
            _inside(clause.at, projects.get(clause.at.paragraph, ())),
            lexicon,
        )
        for clause in _review(report)
    )


def _review(report: Report) -> list[Reported]:
    found = []
    for paragraph in report.paragraphs:
        if paragraph.role is Role.review:
            for span in clauses(paragraph.text):
                if span.end - span.start >= _SHORTEST:
                    at = At(paragraph=paragraph.id, start=span.start, end=span.end, page=paragraph.page)
                    found.append(Reported(quote=span.of(paragraph.text), section=paragraph.section, at=at))
    return found


def _by_paragraph(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.at.paragraph, []).append(fact)
    return found


def _inside(clause: At, facts: Iterable[Fact]) -> list[Fact]:
    """Give the facts that begin inside a clause."""
    return [fact for fact in facts if clause.start <= fact.at.start < clause.end]


def _text(
    clause: Commitment | Reported, figures: Sequence[Figure], projects: Sequence[Project], lexicon: Lexicon
) -> Text:
    """Give a clause the words of its facts: 达到309亿元 is of the indicator before it, and of a level."""
    named = "、".join((*(figure.indicator for figure in figures), *(project.name for project in projects)))
    plain = lexicon.forms("plain_words")
    measured = {f"{f.indicator_id or f.indicator} {f.measure}" for f in figures if f.indicator not in plain}
    return Text(
        clause, tuple(figures), tuple(projects), wording(f"{clause.quote}、{named}", lexicon, measured)
    )

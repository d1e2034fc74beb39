"""Read commitments: the clauses with a predicate of their own in the passages that look ahead."""

from collections.abc import Sequence

from reportparse.extractors.commitments.lead import lead
from reportparse.extractors.commitments.promise import Promise, promises
from reportparse.extractors.commitments.strength import deadline, is_checkable
from reportparse.lexicon import Lexicon
from reportparse.model import At, Commitment, Figure, Outlook, Passage, Project, Stage, Strength

__all__ = ["commitments", "promises"]


def commitments(
    passages: Sequence[Passage], targets: Sequence[Figure], projects: Sequence[Project], lexicon: Lexicon
) -> tuple[Commitment, ...]:
    """Give the commitments of a report in reading order, each with the ids of the facts that stand in it.

    Passages that do not look ahead give nothing. `targets` and `projects` are those read from the same passages.
    """
    found: list[Commitment] = []
    for index, passage in enumerate(passages):
        if passage.outlook is not Outlook.planned:
            continue
        text, name = passage.paragraph.text, passage.paragraph.id
        figures = [fact for fact in targets if fact.at.paragraph == name]
        works = [fact for fact in projects if fact.at.paragraph == name]
        after = passages[index + 1] if index + 1 < len(passages) else None
        for promise in promises(text, passage.body, len(text), lexicon):
            given = _commitment(f"c{len(found) + 1}", passage, promise, lexicon)
            found.append(_linked(given, figures, works, lead(passage, after, lexicon)))
    return tuple(found)


def _commitment(name: str, passage: Passage, promise: Promise, lexicon: Lexicon) -> Commitment:
    text, clause = passage.paragraph.text, promise.at
    return Commitment(
        id=name,
        verb=promise.predicate.verb,
        object=promise.predicate.object,
        strength=Strength.hard if is_checkable(text, clause, lexicon) else Strength.soft,
        deadline=deadline(text, clause) or passage.period,
        lead=None,
        targets=(),
        projects=(),
        section=passage.paragraph.section,
        quote=clause.of(text),
        rule=promise.predicate.manner,
        at=At(
            paragraph=passage.paragraph.id, start=clause.start, end=clause.end, page=passage.paragraph.page
        ),
    )


def _linked(
    given: Commitment, figures: Sequence[Figure], works: Sequence[Project], office: str | None
) -> Commitment:
    """Give the commitment with its facts. A figure, and a work under way, can be checked and make it hard."""
    targets = [fact for fact in figures if _meets(fact.at, given.at)]
    projects = [fact for fact in works if _meets(fact.at, given.at)]
    counted = any(fact.value is not None for fact in targets)
    hard = counted or any(project.stage is not Stage.other for project in projects)
    return given.model_copy(
        update={
            "strength": Strength.hard if hard else given.strength,
            "targets": tuple(fact.id for fact in targets),
            "projects": tuple(fact.id for fact in projects),
            "lead": office,
        }
    )


def _meets(fact: At, clause: At) -> bool:
    return fact.start < clause.end and clause.start < fact.end

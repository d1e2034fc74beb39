"""Read commitments: the clauses with a predicate of their own in the passages that look ahead."""

from collections.abc import Sequence

from reportparse.extractors.commitments.lead import lead
from reportparse.extractors.commitments.promise import Promise, promises
from reportparse.extractors.commitments.strength import deadline, is_checkable
from reportparse.lexicon import Lexicon
from reportparse.model import At, Commitment, Outlook, Passage, Strength

__all__ = ["commitments", "promises"]


def commitments(passages: Sequence[Passage], lexicon: Lexicon) -> tuple[Commitment, ...]:
    """Give the commitments of a report in reading order. Passages that do not look ahead give nothing."""
    found: list[Commitment] = []
    for index, passage in enumerate(passages):
        if passage.outlook is not Outlook.planned:
            continue
        text = passage.paragraph.text
        after = passages[index + 1] if index + 1 < len(passages) else None
        for promise in promises(text, passage.body, len(text), lexicon):
            office = lead(passage, after, lexicon)
            found.append(_commitment(f"c{len(found) + 1}", passage, promise, office, lexicon))
    return tuple(found)


def _commitment(
    name: str, passage: Passage, promise: Promise, office: str | None, lexicon: Lexicon
) -> Commitment:
    text, clause = passage.paragraph.text, promise.at
    return Commitment(
        id=name,
        verb=promise.predicate.verb,
        object=promise.predicate.object,
        strength=Strength.hard if is_checkable(text, clause, lexicon) else Strength.soft,
        deadline=deadline(text, clause) or passage.period,
        lead=office,
        targets=(),
        projects=(),
        section=passage.paragraph.section,
        quote=clause.of(text),
        rule=promise.predicate.manner,
        at=At(
            paragraph=passage.paragraph.id, start=clause.start, end=clause.end, page=passage.paragraph.page
        ),
    )

"""Read commitments: the clauses with a predicate of their own in the passages that look ahead."""

from collections.abc import Sequence

from reportparse.extractors.commitments.deadline import deadline
from reportparse.extractors.commitments.lead import lead
from reportparse.extractors.commitments.promise import Promise, promises
from reportparse.extractors.commitments.strength import is_checkable
from reportparse.grammar.reading import read
from reportparse.lexicon import Lexicon
from reportparse.model import At, Commitment, Outlook, Passage, Strength
from reportparse.text import fold

__all__ = ["commitments", "promises"]


def commitments(passages: Sequence[Passage], lexicon: Lexicon) -> tuple[Commitment, ...]:
    """Give the commitments of a report in reading order. Passages that do not look ahead give nothing."""
    found: list[Commitment] = []
    for index, passage in enumerate(passages):
        looks = {passage.outlook, *(stretch.outlook for stretch in passage.stretches)}
        if Outlook.planned not in looks:
            continue
        text = passage.paragraph.text
        after = passages[index + 1] if index + 1 < len(passages) else None
        office = passage.lead or lead(passage, after, lexicon)
        for promise in promises(text, passage.body, len(text), lexicon):
            facing = passage.facing(promise.at.start)
            if facing.outlook is not Outlook.planned:
                continue
            found.append(_commitment(f"c{len(found) + 1}", facing, promise, office, lexicon))
    return tuple(found)


def _commitment(
    name: str, passage: Passage, promise: Promise, office: str | None, lexicon: Lexicon
) -> Commitment:
    text, clause = passage.paragraph.text, promise.at
    folded = fold(text)
    checkable = is_checkable(read(folded, lexicon), promise.first, promise.last)
    return Commitment(
        id=name,
        verb=promise.predicate.verb.of(text),
        object=promise.predicate.object.of(text).strip(),
        strength=Strength.hard if checkable else Strength.soft,
        deadline=deadline(folded, *clause, passage.period) or _due(passage),
        period=passage.period,
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


def _due(passage: Passage) -> str | None:
    """Give by when a table's other column says that a task is due."""
    said = fold(passage.deadline or "")
    return deadline(said, 0, len(said), passage.period) if said else None

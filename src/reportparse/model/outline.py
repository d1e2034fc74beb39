"""Shape what the outline stage gives: the tree of sections, and the passages that extractors read."""

from reportparse.model.base import Frozen
from reportparse.model.document import Row, Warning
from reportparse.model.fact import Outlook
from reportparse.model.report import Meta, Paragraph, Section


class Stretch(Frozen):
    """Be a part of a passage, from the offset `start` on, that looks another way than the passage as a whole."""

    start: int
    outlook: Outlook
    period: str | None


class Passage(Frozen):
    """Be one paragraph as the extractors read it.

    `body` is the offset in `paragraph.text` where the prose begins, behind a run-in heading; it is the text's
    length where the whole paragraph is a heading. `outlook` says which way the passage looks; it is null
    where no facts are read (a glossary, salutations, web remains). `period` is the time that the passage
    speaks of unless a clause says otherwise: "2020", or "2016-2020" for a passage on several years. `stretches`,
    by their starts, say where it turns (去年…；今年要…); none where all of it looks one way. `row` is the paragraph's
    place in a table; `lead` and `deadline` are what the table's other columns say of a task: who, by when.
    """

    paragraph: Paragraph
    body: int
    outlook: Outlook | None
    period: str | None
    stretches: tuple[Stretch, ...] = ()
    row: Row | None = None
    lead: str | None = None
    deadline: str | None = None

    def facing(self, offset: int) -> "Passage":
        """Give the passage with the outlook and the period that hold at an offset of its text."""
        here = next((one for one in reversed(self.stretches) if one.start <= offset), None)
        if here is None:
            return self
        return self.model_copy(update={"outlook": here.outlook, "period": here.period})


class Outline(Frozen):
    """Be a document that has been understood as a report: whose it is, its sections, its passages in order.

    `warnings` say what about it stayed in doubt.
    """

    meta: Meta
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    warnings: tuple[Warning, ...] = ()

"""Shape what `explain` gives: which rule read what, and which declined."""

from reportparse.model.base import Frozen, Vocabulary


class Verdict(Vocabulary):
    """Say what a rule did with the words that it matched."""

    read = "read"
    declined = "declined"
    outdone = "outdone"


class Step(Frozen):
    """Be one rule at one place: `text[start:end]` is what it matched, in code points of the explained text.

    `reading` is the short form of what was read, the same that stands beside the rule's examples; it is empty
    where the rule declined, whose name then says why. `outdone` is a reading that an earlier rule's overlaps.
    """

    stage: str
    rule: str
    verdict: Verdict
    start: int
    end: int
    words: str
    reading: str

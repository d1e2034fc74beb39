"""Shape what `score` gives: rates by kind and by field, and what made them."""

from collections.abc import Mapping

from reportparse.model.base import Frozen, Vocabulary


class Kind(Vocabulary):
    """Name the lists of a report that are scored."""

    targets = "targets"
    results = "results"
    projects = "projects"
    commitments = "commitments"
    sections = "sections"


class Rate(Frozen):
    """Be precision, recall and F1 with the counts they come from; all 0 where nothing was asked or found."""

    gold: int
    found: int
    hit: int
    precision: float
    recall: float
    f1: float


class KindScore(Frozen):
    """Score one list. `detection` asks for the right thing in the right place, `strict` for all fields too.

    `exact` asks besides that the name or indicator is one that the gold accepts to the letter, quotation marks
    and 的 apart; strict is content with a likeness. It is None for lists without names. `fields` has, for each
    field, the rate of facts detected with that field right.
    """

    kind: Kind
    detection: Rate
    strict: Rate
    exact: Rate | None = None
    fields: Mapping[str, Rate]


class What(Vocabulary):
    """Say how a gold fact and an extracted one differ."""

    missed = "missed"
    wrong = "wrong"
    spurious = "spurious"
    lost = "lost"


class Difference(Frozen):
    """Be one fact that is not as the gold has it.

    `missed` has only `gold`, `spurious` and `lost` (its quote stands nowhere in the text) only `found`;
    `wrong` has both, and the names of the wrong `fields`. `source` names its report where several are scored.
    """

    source: str | None = None
    kind: Kind
    what: What
    fields: tuple[str, ...] = ()
    gold: Mapping[str, object] | None = None
    found: Mapping[str, object] | None = None


class MetaScore(Frozen):
    """Count the right entries of `meta`; `wrong` maps each wrong one to what was found."""

    right: int
    of: int
    wrong: Mapping[str, object]


class Scores(Frozen):
    """Be a report held against gold: only the kinds that the gold judges."""

    kinds: tuple[KindScore, ...]
    meta: MetaScore | None
    differences: tuple[Difference, ...]

"""Shape a reader's corrections of one report: what the page of `view` saves."""

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import model_validator

from reportparse.model.base import Exact, Frozen, Vocabulary
from reportparse.model.report import Versions

CORRECTIONS_VERSION = "1.0"

Value = Exact | str | None


class Judgement(Vocabulary):
    """Say what a reader found: a fact is right, wrong, right once edited, or one that was missing."""

    right = "right"
    wrong = "wrong"
    edited = "edited"
    added = "added"


class FactKind(Vocabulary):
    """Name the kinds of facts that can be corrected."""

    target = "target"
    result = "result"
    project = "project"
    commitment = "commitment"


class CorrectedSource(Frozen):
    """Name the bytes that the corrected report was read from."""

    name: str
    sha256: str


class Correction(Frozen):
    """Be what a reader says of one fact, which stands on the words `quote`.

    `before` and `behind` are what stands around them in the paragraph, up to 30 characters each: they tell the
    place in a text that another version reads otherwise; `paragraph` and `start` (code points) are where it was.
    `found` has the fact's fields as they were read, or some of them where one fact only is meant, null for one that
    was missing; `right` those that are right
    instead: the changed ones of an edited fact, all of an added one. `id` is the fact's id then.
    """

    verdict: Judgement
    kind: FactKind
    id: str | None = None
    quote: str
    before: str = ""
    behind: str = ""
    paragraph: str | None = None
    start: int | None = None
    found: Mapping[str, Value] | None = None
    right: Mapping[str, Value] | None = None

    @model_validator(mode="after")
    def _says_what_is_right(self) -> Self:
        if self.verdict in (Judgement.edited, Judgement.added) and not self.right:
            raise ValueError(f"what is {self.verdict} needs fields in `right`")
        return self

    @property
    def wanted(self) -> Mapping[str, Value] | None:
        """Give the fields that the fact has to have, None where it has to go."""
        return None if self.verdict is Judgement.wrong else {**(self.found or {}), **(self.right or {})}


class Corrections(Frozen):
    """Be a reader's corrections of one report; `complete` says that every fact of it was looked at."""

    corrections_version: Literal["1.0"] = "1.0"
    versions: Versions | None = None
    source: CorrectedSource
    place: str | None = None
    year: int | None = None
    complete: bool = False
    corrections: tuple[Correction, ...]

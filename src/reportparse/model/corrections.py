"""Shape a reader's corrections of one report: what the page of `view` saves."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Literal, Self

from pydantic import ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from reportparse.model.base import Exact, Frozen, Vocabulary
from reportparse.model.fact import Commitment, Figure, Project
from reportparse.model.report import Versions

CORRECTIONS_VERSION = "1.0"

Value = Exact | str | None


class Misfit(StrEnum):
    """Be a kind of error of our own that a correction can have, beside those of the model."""

    unknown_field = "unknown_field"
    no_number = "no_number"
    untold = "untold"


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


MODELS: Mapping[FactKind, type[Figure | Project | Commitment]] = {
    FactKind.target: Figure,
    FactKind.result: Figure,
    FactKind.project: Project,
    FactKind.commitment: Commitment,
}
"""The model of each kind of fact."""

_FIGURE = ("indicator", "measure", "value", "value_max", "unit", "bound", "basis", "hedge", "period", "scope")

EDITABLE: Mapping[FactKind, tuple[str, ...]] = {
    FactKind.target: _FIGURE,
    FactKind.result: _FIGURE,
    FactKind.project: ("name", "stage", "outlook", "period", "sector"),
    FactKind.commitment: ("verb", "object", "strength", "deadline", "period"),
}
"""The fields that a reader corrects on the page; the others follow from them or from the place."""

NUMBERS = ("value", "value_max", "amount", "amount_max")
_LISTS = ("baseline", "inferred", "figures", "targets", "projects", "at")
_OF_THE_PLACE = ("id", "section", "quote", "rule", "repeats", "same_as")


def fields_found(kind: FactKind) -> tuple[str, ...]:
    """Name the fields that `found` may tell of a fact: all but lists."""
    return tuple(name for name in MODELS[kind].model_fields if name not in _LISTS)


def fields_right(kind: FactKind) -> tuple[str, ...]:
    """Name the fields that `right` may set: not those that follow from the words and their place."""
    return tuple(name for name in fields_found(kind) if name not in _OF_THE_PLACE)


class CorrectedSource(Frozen):
    """Name the bytes that the corrected report was read from."""

    name: str
    sha256: str


class Correction(Frozen):
    """Be what a reader says of one fact, which stands on the words `quote`.

    `before` and `behind` are what stands around them in the paragraph, up to 30 characters each: they tell the
    place in a text that another version reads otherwise; `paragraph` and `start` (code points) are where it was.
    `found` has the fact's fields as they were read, or some of them where one fact only is meant, null for one that
    was missing; `right` those that are right instead: the changed ones of an edited fact, all of an added one. What
    follows from others, as amount and tone, need not be told. `id` is the fact's id then.
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

    @field_validator("found", "right")
    @classmethod
    def _names_fields(
        cls, told: Mapping[str, Value] | None, info: ValidationInfo
    ) -> Mapping[str, Value] | None:
        """Refuse fields that the kind does not have; a number may be told as text."""
        kind = info.data.get("kind")
        if told is None or kind is None:
            return told
        known = (fields_found if info.field_name == "found" else fields_right)(kind)
        for name in told:
            if name not in known:
                raise PydanticCustomError(
                    Misfit.unknown_field, f"there is no field {name}", {"field": name, "known": list(known)}
                )
        return {name: _number(name, value) if name in NUMBERS else value for name, value in told.items()}

    @model_validator(mode="after")
    def _says_what_is_right(self) -> Self:
        if self.verdict in (Judgement.edited, Judgement.added) and not self.right:
            raise PydanticCustomError(Misfit.untold, f"what is {self.verdict} needs fields in `right`")
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

    @property
    def of(self) -> str:
        """Name the report that they are of: by its place and year, else by its file."""
        return whose(self.place, self.year) or self.source.name


def whose(place: str | None, year: int | None) -> str:
    """Name a report by its place and year, as far as they are known."""
    return " ".join(filter(None, (place, str(year or ""))))


def _number(name: str, value: Value) -> Value:
    """Read a number that was told as text; no text is no number."""
    if not isinstance(value, str):
        return value
    try:
        return Decimal(value.strip()) if value.strip() else None
    except InvalidOperation as error:
        told = f"{name} is {value!r}, which is no number"
        raise PydanticCustomError(Misfit.no_number, told, {"field": name, "value": value}) from error

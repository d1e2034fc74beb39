"""Set what all models share: frozen values, no unknown keys, exact decimals."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

LONGEST_NUMBER = 1000
"""More digits than anybody writes, zeros and places counted, and few enough to reckon with exactly."""

Exact = Annotated[
    Decimal,
    Field(max_digits=LONGEST_NUMBER),
    WithJsonSchema({"type": "number"}),
]
"""A number as printed: `Decimal("906.1")`, a JSON number in the output, never a binary float."""


class Frozen(BaseModel):
    """Be a value: two with the same fields are equal, none changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)

    def to_dict(self, *, numbers: Callable[[Decimal], object] = Decimal) -> dict[str, Any]:
        """Give plain dictionaries, lists and strings, as in the JSON.

        Numbers are exact decimals, or what `numbers` makes of them: `float` for sums and plots.

        >>> from reportparse import extract
        >>> report = extract("二、2031年重点工作\\n今年地区生产总值增长5.5%左右。".encode())
        >>> report.targets[0].to_dict()["value"]
        Decimal('5.5')
        >>> report.to_dict(numbers=float)["targets"][0]["value"]
        5.5
        """
        return {key: _plain(value, numbers) for key, value in self.model_dump().items()}


def _plain(value: object, numbers: Callable[[Decimal], object]) -> object:
    match value:
        case Decimal():
            return numbers(value)
        case StrEnum():
            return value.value
        case Mapping():
            return {key: _plain(one, numbers) for key, one in value.items()}
        case tuple() | list():
            return [_plain(one, numbers) for one in value]
    return value


class Vocabulary(StrEnum):
    """Be a closed list of words, each its own JSON string."""

"""Set what all models share: frozen values, no unknown keys, exact decimals."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, WithJsonSchema

Exact = Annotated[Decimal, WithJsonSchema({"type": "number"})]
"""A number as printed: `Decimal("906.1")`, a JSON number in the output, never a binary float."""


class Frozen(BaseModel):
    """Be a value: two with the same fields are equal, none changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


class Vocabulary(StrEnum):
    """Be a closed list of words, each its own JSON string."""

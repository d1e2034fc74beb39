"""Print models as JSON and read reports back, decimals in the digits they were written in."""

from collections.abc import Mapping
from decimal import Decimal

import simplejson
from pydantic import BaseModel, ValidationError

from reportparse.errors import DamagedInputError
from reportparse.model.report import SCHEMA_VERSION, Report


def to_json(value: BaseModel | Mapping[str, object], *, indent: int | None = 2) -> str:
    """Print a model: Chinese as Chinese, every key, `Decimal("906.10")` as 906.10 and never in exponent form.

    `indent=None` gives one line, for JSON Lines. No line break at the end.
    """
    data = value.model_dump() if isinstance(value, BaseModel) else value
    separators = (",", ": ") if indent else (",", ":")
    return simplejson.dumps(
        data, ensure_ascii=False, indent=indent, separators=separators, use_decimal=False, default=_digits
    )


def _digits(value: object) -> simplejson.RawJSON:
    if isinstance(value, Decimal):
        return simplejson.RawJSON(format(value, "f"))
    raise TypeError(f"{type(value).__name__} has no place in the JSON")


HEAD = 200
"""How many bytes `is_report` asks for."""


def is_report(data: bytes) -> bool:
    """Tell whether the first bytes of a file look like those of a report that was printed as JSON."""
    head = data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and b'"schema_version"' in head


def from_json(data: bytes, name: str) -> Report:
    """Read a printed report back. Raises DamagedInputError where it does not fit this version's schema."""
    try:
        return Report.model_validate(simplejson.loads(data.decode("utf-8-sig"), use_decimal=True))
    except (UnicodeDecodeError, simplejson.JSONDecodeError) as error:
        raise DamagedInputError(f"{name} is not whole JSON: {error}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise DamagedInputError(
            f"{name} does not fit the schema at {where}: {first['msg']}.",
            f"Extract it again: this version reads schema {SCHEMA_VERSION} (reportparse schema).",
        ) from error

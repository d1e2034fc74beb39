"""Print models as JSON and read reports back, decimals in the digits they were written in."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import regex
import simplejson
from pydantic import BaseModel, ValidationError

from reportparse.errors import DamagedInputError
from reportparse.model.base import LONGEST_NUMBER
from reportparse.model.corrections import CorrectedSource, Correction, Corrections, Misfit
from reportparse.model.report import SCHEMA_VERSION, Report
from reportparse.suggesting import like

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


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


_JSON = regex.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]\s*[\[{\"\]}]")
_HALF = regex.compile(rb"(?i)\\u(d[89ab]..(?!\\ud[c-f])|(?<!\\ud[89ab]..\\u)d[c-f]..)")

_OTHERS = {
    "fulfilment": "what diff printed",
    "differences": "what score printed",
    "steps": "what explain printed",
    "$schema": "a JSON schema",
    "corrections": "corrections of a report",
}
"""What a JSON with this key is, where it is no report."""


def is_json(data: bytes) -> bool:
    """Tell whether bytes begin as JSON objects and lists do. No report in words begins so."""
    return _JSON.match(data) is not None


def values_in(data: bytes) -> list[bytes]:
    """Split JSON into its values: one behind the other, or the items of one list; none where it is damaged."""
    try:
        return _split(data)
    except (ValueError, RecursionError):
        return []


def _split(data: bytes) -> list[bytes]:
    """Split JSON into its values. Raises ValueError, a JSONDecodeError with the place, or RecursionError."""
    found: list[bytes] = []
    decoder = simplejson.JSONDecoder(parse_float=Decimal)
    text = data.decode("utf-8-sig")
    end = len(text.rstrip())
    at = 0
    while at < end:
        start = at + len(text[at:]) - len(text[at:].lstrip())
        value, at = decoder.raw_decode(text, start)
        found += map(_again, value) if isinstance(value, list) else [text[start:at].encode()]
    return found


def _again(value: object) -> bytes:
    return simplejson.dumps(value, ensure_ascii=False, use_decimal=True).encode("utf-8", "replace")


def from_json(data: bytes, name: str) -> Report:
    """Read a printed report back. Raises DamagedInputError where it does not fit this version's schema."""
    try:
        value = simplejson.loads(data.decode("utf-8-sig"), parse_float=_decimal, parse_int=_integer)
    except RecursionError as error:
        raise DamagedInputError(f"{name} is JSON in which lists hold lists without end.") from error
    except simplejson.JSONDecodeError as error:
        if b'"schema_version"' in data and len(values_in(data)) > 1:
            raise _several(name) from error
        raise _broken(error, name, "Correct it there, or extract it again.") from error
    except ValueError as error:
        raise DamagedInputError(f"{name} is not whole JSON: {error}.") from error
    if isinstance(value, list) and any(isinstance(one, dict) and "schema_version" in one for one in value):
        raise _several(name)
    _refuse_other_json(value, name)
    if _HALF.search(data):
        raise DamagedInputError(f"{name} holds half a character, which no text can.")
    try:
        return Report.model_validate(value)
    except ValidationError as error:
        first = _first(error)
        raise DamagedInputError(
            f"{name} does not fit the schema at {_where(value, first['loc'])}: {reason(first)}.",
            f"Correct it there, or extract it again: this version reads schema {SCHEMA_VERSION} (reportparse schema).",
        ) from error


def _broken(error: simplejson.JSONDecodeError, name: str, hint: str) -> DamagedInputError:
    return DamagedInputError(
        f"{name} is not whole JSON: it breaks at line {error.lineno}, column {error.colno}.", hint
    )


def _several(name: str) -> DamagedInputError:
    return DamagedInputError(
        f"{name} holds a list of reports, not one.",
        "Make JSON Lines of it: reportparse extract FILE -o reports.jsonl",
    )


def _first(error: ValidationError) -> "ErrorDetails":
    """Give the error to tell: a field that is misspelt is missing, too."""
    found = error.errors()
    return next((one for one in found if one["type"] == "extra_forbidden"), found[0])


_WANTED = {
    "decimal": "is no number",
    "finite": "is no number",
    "int": "is no whole number",
    "string": "is no text",
    "bool": "is neither true nor false",
    "tuple": "is no list",
    "dict": "is no JSON object",
    "model": "is no JSON object",
}
"""What to say of a value, by the first word of pydantic's name for what is wrong with it."""


def reason(error: "ErrorDetails") -> str:
    """Say why a value does not fit its field, in words of ours: pydantic's are of Python's types."""
    shown, what = _shown(error["input"]), error["type"]
    match what:
        case "enum" | "literal_error":
            return f"{shown} is none of {error['ctx']['expected'].replace(' or ', ', ')}"
        case "missing":
            return "it is missing"
        case "extra_forbidden":
            return "there is no such field"
        case "decimal_max_digits":
            return f"{shown} is beyond all measure"
    wanted = _WANTED.get(what.split("_")[0])
    return f"{shown} {wanted}" if wanted else error["msg"]


_LONGEST_SHOWN = 40


def _shown(value: object) -> str:
    """Show a value as the file has it, a long one by its beginning, of a list or an object only that it is one."""
    match value:
        case dict():
            return "{…}"
        case list() | tuple():
            return "[…]"
        case None | bool():
            return simplejson.dumps(value)
    text = str(value)
    short = text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"
    return repr(short) if isinstance(value, str) else short


def _where(value: Any, path: Sequence[str | int]) -> str:
    """Tell a place in a report, an entry of a list by its id: targets.t7.bound."""
    told = []
    for step in path:
        with suppress(KeyError, IndexError, TypeError):  # of a key that is missing nothing is there
            value = value[step]
        own = value.get("id") if isinstance(step, int) and isinstance(value, dict) else None
        told.append(str(own or step))
    return ".".join(told)


def corrections_from_json(data: bytes, name: str) -> tuple[Corrections, ...]:
    """Read corrections, of one report or of several one behind the other. Raises DamagedInputError."""
    try:
        values = [simplejson.loads(value, parse_float=_decimal, parse_int=_integer) for value in _split(data)]
    except simplejson.JSONDecodeError as error:
        raise _broken(error, name, "Correct it there, or save it again from the page of view.") from error
    except (ValueError, RecursionError) as error:
        raise DamagedInputError(f"{name} is not whole JSON: {error}.", _CORRECTIONS) from error
    if not values:
        raise DamagedInputError(f"{name} holds no corrections.", _CORRECTIONS)
    _refuse_reports(values, name)
    try:
        return tuple(map(Corrections.model_validate, values))
    except ValidationError as error:
        sentence, hint = _slip(_first(error))
        raise DamagedInputError(
            f"{name} does not hold corrections: {sentence}.", hint or _CORRECTIONS
        ) from error


def _refuse_reports(values: Sequence[object], name: str) -> None:
    """Refuse what may be taken for corrections: a report that was corrected, corrections of no report."""
    for keys in (value for value in values if isinstance(value, dict) and "corrections" not in value):
        if "schema_version" in keys:
            raise DamagedInputError(f"{name} holds a report, not corrections of one.", _CORRECTIONS)
        if "verdict" in keys:
            raise DamagedInputError(
                f"{name} holds corrections, but does not say of which report.",
                "They are the list `corrections` of an object that has its `source`, too: "
                "reportparse schema corrections.",
            )


def _slip(error: "ErrorDetails") -> tuple[str, str]:
    """Tell what is wrong with corrections, by the correction's number, and what field may be meant instead."""
    path, told = list(error["loc"]), error.get("ctx", {})
    where, known = "", list(Corrections.model_fields)
    if path[:1] == ["corrections"] and len(path) > 1:
        where, known = f"correction {int(path[1]) + 1}: ", list(Correction.model_fields)
        path = path[2:]
    elif path[:1] == ["source"]:
        known = list(CorrectedSource.model_fields)
    field = ".".join(map(str, path if error["type"] != Misfit.no_number else [*path, told["field"]]))
    match error["type"]:
        case "extra_forbidden" if field in ("source.place", "source.year"):
            return f"there is no field {field}", "place and year stand beside source, not in it."
        case "extra_forbidden":
            return f"{where}there is no field {field}", like(str(path[-1]), known)
        case Misfit.unknown_field:
            return f"{where}there is no field {told['field']} in {field}", like(told["field"], told["known"])
        case Misfit.no_number:
            return f"{where}{field} is {_shown(told['value'])}, which is no number", ""
        case "missing":
            return f"{where}{field} is missing", ""
    if path and path[-1] in ("decimal", "str"):  # of a union each branch has an error of its own
        field = ".".join(map(str, path[:-1]))
        return f"{where}{field}: {_shown(error['input'])} is neither number nor text", ""
    near = like(str(error["input"]), regex.findall(r"'(\w+)'", told.get("expected", "")))
    return f"{where}{field}: {reason(error)}" if field else f"{where}{reason(error)}", near


_CORRECTIONS = "Corrections are what the page of view saves: reportparse schema corrections."


def _decimal(digits: str) -> Decimal:
    """Read a number exactly; one whose exponent makes more digits of it than anybody writes is refused."""
    number = Decimal(digits)
    if len(digits) > LONGEST_NUMBER or abs(number.adjusted()) > LONGEST_NUMBER:
        raise ValueError(f"a number of {digits[:20]} is beyond all measure")
    return number


def _integer(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(f"a number of {len(digits)} digits is beyond all measure")
    return int(digits)


def _refuse_other_json(value: object, name: str) -> None:
    keys = value if isinstance(value, dict) else ()
    if "schema_version" in keys and "fulfilment" not in keys:
        return
    what = next((words for key, words in _OTHERS.items() if key in keys), "JSON, but not of a report")
    raise DamagedInputError(f"{name} is {what}.", "Give the report, or the JSON that extract printed of it.")

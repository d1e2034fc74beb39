"""Generate the published JSON schemas from the models."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from reportparse.model.comparison import DIFF_SCHEMA_VERSION, Comparison
from reportparse.model.corrections import (
    CORRECTIONS_VERSION,
    MODELS,
    NUMBERS,
    Corrections,
    FactKind,
    fields_found,
    fields_right,
)
from reportparse.model.report import SCHEMA_VERSION, Report

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def report_schema() -> dict[str, object]:
    """Describe what `extract` prints: every key required, no other allowed."""
    return _schema(Report, f"reportparse report, schema version {SCHEMA_VERSION}")


def diff_schema() -> dict[str, object]:
    """Describe what `diff --format json` prints, likewise."""
    return _schema(Comparison, f"reportparse diff, schema version {DIFF_SCHEMA_VERSION}")


def corrections_schema() -> dict[str, object]:
    """Describe the corrections that the page of `view` saves and `extract --corrections` takes."""
    comment = f"reportparse corrections, version {CORRECTIONS_VERSION}"
    schema = Corrections.model_json_schema(mode="validation")
    described = {kind: MODELS[kind].model_json_schema(mode="validation") for kind in FactKind}
    for one in described.values():
        schema["$defs"] |= {name: of for name, of in one["$defs"].items() if of.get("enum")}
    schema["$defs"]["Correction"]["allOf"] = [
        {
            "if": {"properties": {"kind": {"const": kind.value}}},
            "then": {
                "properties": {
                    "found": _fields(one["properties"], fields_found(kind)),
                    "right": _fields(one["properties"], fields_right(kind)),
                }
            },
        }
        for kind, one in described.items()
    ]
    return {"$schema": DIALECT, "$comment": comment} | schema


def _fields(described: Mapping[str, Any], names: Sequence[str]) -> dict[str, object]:
    """Describe some fields of a fact, each of which may be told or not; a number may be told as text."""
    text = {"type": "string"}
    properties = {
        name: {"anyOf": [*described[name]["anyOf"], text]} if name in NUMBERS else described[name]
        for name in names
    }
    return {"type": ["object", "null"], "properties": properties, "additionalProperties": False}


def _schema(shape: type[BaseModel], comment: str) -> dict[str, object]:
    return {"$schema": DIALECT, "$comment": comment} | shape.model_json_schema(mode="serialization")

"""Generate the published JSON schemas from the models."""

from pydantic import BaseModel

from reportparse.model.comparison import DIFF_SCHEMA_VERSION, Comparison
from reportparse.model.corrections import CORRECTIONS_VERSION, Corrections
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
    return {"$schema": DIALECT, "$comment": comment} | Corrections.model_json_schema(mode="validation")


def _schema(shape: type[BaseModel], comment: str) -> dict[str, object]:
    return {"$schema": DIALECT, "$comment": comment} | shape.model_json_schema(mode="serialization")

"""Generate the published JSON schemas from the models."""

from reportparse.model.report import SCHEMA_VERSION, Report

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def report_schema() -> dict[str, object]:
    """Describe what `extract` prints: every key required, no other allowed."""
    described = Report.model_json_schema(mode="serialization")
    return {
        "$schema": DIALECT,
        "$comment": f"reportparse report, schema version {SCHEMA_VERSION}",
    } | described

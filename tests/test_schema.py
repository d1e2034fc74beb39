"""Hold the published schemas to the models, and the output to the schemas."""

from collections.abc import Callable
from pathlib import Path

import jsonschema
import simplejson

from reportparse import Report
from reportparse.model.json import to_json
from reportparse.model.schema import report_schema
from tests.conftest import ROOT


def test_the_published_schema_is_that_of_the_models() -> None:
    """schemas/report.schema.json is what `make schema` writes."""
    assert (ROOT / "schemas" / "report.schema.json").read_text("utf-8") == to_json(report_schema()) + "\n"


def test_output_fits_the_schema(sample: Path, extracted: Callable[[Path], Report]) -> None:
    """Every sample's JSON validates, with the types of JSON and not of Python."""
    data = simplejson.loads(to_json(extracted(sample)))
    jsonschema.validate(data, report_schema(), cls=jsonschema.Draft202012Validator)


def test_every_key_is_required() -> None:
    """A reader of the JSON never has to ask whether a key is there."""
    schema = report_schema()
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    for shape in (schema, *definitions.values()):
        if "properties" in shape:
            assert sorted(shape["required"]) == sorted(shape["properties"])

"""Hold the published schemas to the models, and the output to the schemas."""

from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import simplejson

from reportparse import Report
from reportparse.cli.schema import SCHEMAS, Shape
from reportparse.model.json import to_json
from reportparse.model.schema import report_schema
from tests.conftest import ROOT


@pytest.mark.parametrize("shape", SCHEMAS)
def test_the_published_schema_is_that_of_the_models(shape: Shape) -> None:
    """The files in schemas/ are what `make schema` writes."""
    published = ROOT / "schemas" / f"{shape}.schema.json"
    assert published.read_text("utf-8") == to_json(SCHEMAS[shape]()) + "\n"


def test_output_fits_the_schema(sample: Path, extracted: Callable[[Path], Report]) -> None:
    """Every sample's JSON validates, with the types of JSON and not of Python."""
    data = simplejson.loads(to_json(extracted(sample)))
    jsonschema.validate(data, report_schema(), cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize("shape", [shape for shape in SCHEMAS if shape is not Shape.corrections])
def test_every_key_is_required(shape: Shape) -> None:
    """A reader of the JSON never has to ask whether a key is there."""
    schema = SCHEMAS[shape]()
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    for described in (schema, *definitions.values()):
        if "properties" in described:
            assert sorted(described["required"]) == sorted(described["properties"])

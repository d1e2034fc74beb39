"""Print the JSON schema: the command `schema`."""

from enum import StrEnum
from typing import Annotated

import typer

from reportparse.cli.output import write
from reportparse.model.json import to_json
from reportparse.model.schema import corrections_schema, diff_schema, report_schema


class Shape(StrEnum):
    """Name the outputs that have a schema."""

    report = "report"
    diff = "diff"
    corrections = "corrections"


SCHEMAS = {Shape.report: report_schema, Shape.diff: diff_schema, Shape.corrections: corrections_schema}


def schema(
    shape: Annotated[
        Shape, typer.Argument(metavar="SHAPE", help="An output, or what the page of view saves.")
    ] = Shape.report,
) -> None:
    """Print the JSON schema of an output (draft 2020-12)."""
    write([to_json(SCHEMAS[shape]()) + "\n"])

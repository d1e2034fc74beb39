"""Score an extraction against hand-made gold: the command `score`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from reportparse.cli.inputs import LexiconOption, report_of
from reportparse.cli.output import OutputOption, keep_from_inputs, write
from reportparse.cli.streams import rendered
from reportparse.model.json import to_json
from reportparse.score import read_gold
from reportparse.score import score as score_report
from reportparse.show.scores import scores_view


class Format(StrEnum):
    """Name the ways to print scores."""

    table = "table"
    json = "json"


def score(
    gold: Annotated[
        Path,
        typer.Argument(
            help="A CSV or JSON Lines table with the columns of extract, or a folder of annotations."
        ),
    ],
    report: Annotated[str, typer.Argument(help="A report, or the JSON that extract printed.")],
    form: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.table,
    output: OutputOption = None,
    lexicon: LexiconOption = None,
) -> None:
    """Score a report against your own coding: precision, recall and F1 by kind and field.

    What was missed, wrong or spurious is listed below the table, unless the gold is marked as blind.
    """
    keep_from_inputs(output, [str(gold), report])
    extracted = report_of(report, lexicon=lexicon)
    scores = score_report(read_gold(gold, extracted), extracted)
    text = to_json(scores) + "\n" if form is Format.json else rendered(scores_view(scores))
    write([text], output)

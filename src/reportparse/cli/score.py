"""Score an extraction against hand-made gold: the command `score`."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from reportparse.cli.forms import form_of
from reportparse.cli.inputs import LexiconOption, MemoryOption, PagesOption, Reports, SecondsOption
from reportparse.cli.output import OutputOption, keep_from_inputs, write
from reportparse.cli.streams import rendered, say, spoken
from reportparse.errors import UsageError
from reportparse.filenames import legible
from reportparse.limits import DEFAULT, Limits
from reportparse.model import Report
from reportparse.model.json import to_json
from reportparse.model.score import Scores
from reportparse.pipeline import versions
from reportparse.score import asked_in_vain, pooled, read_gold, sources
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
            metavar="GOLD",
            help="A CSV or JSON Lines table with the columns of extract, corrections saved on the page of view, "
            "or a folder of annotations.",
        ),
    ],
    report: Annotated[
        str,
        typer.Argument(
            metavar="REPORT",
            help="A report, or JSON that extract printed: of several the column source tells.",
        ),
    ],
    form: Annotated[Format | None, typer.Option("--format", help="What -o ends with, else table.")] = None,
    output: OutputOption = None,
    lexicon: LexiconOption = None,
    seconds: SecondsOption = DEFAULT.seconds,
    memory: MemoryOption = DEFAULT.megabytes,
    pages: PagesOption = DEFAULT.pages,
) -> int:
    """Score reports against your own coding: precision, recall and F1 by kind and field.

    What was missed, wrong or spurious is listed below the table, unless the gold is marked as blind.
    """
    keep_from_inputs(output, [str(gold)])
    given = Reports([report], output=output, lexicon=lexicon, limits=Limits(seconds, memory, pages))
    form = form_of(form, output, Format) or Format.table
    read = given.all()
    if not read:
        return given.exit_code
    _tell_of_columns(gold)
    scores = _one(gold, read[0]) if len(read) == 1 else _several(gold, read)
    told = {"versions": versions().model_dump()} | scores.model_dump()
    text = to_json(told) + "\n" if form is Format.json else rendered(scores_view(scores, spoken()))
    write([text], output)
    return given.exit_code


def _tell_of_columns(gold: Path) -> None:
    """Say which columns would have been asked for: without them all counts as wrong, or as missed."""
    lacking, meant = asked_in_vain(gold)
    if lacking:
        say(f"{legible(gold)} has no column {', '.join(lacking)}: what is not coded counts as empty.")
    for name, hint in meant.items():
        say(f"{legible(gold)} has a column {name}, which is not scored.", hint)


def _one(gold: Path, report: Report) -> Scores:
    named = sources(gold)
    if len(named) > 1 and report.source.name not in named:
        raise UsageError(f"{gold} has no rows of {report.source.name}.", f"It has {', '.join(named)}.")
    return score_report(read_gold(gold, report), report)


def _several(gold: Path, reports: Sequence[Report]) -> Scores:
    """Score each report that the gold names, and add the counts up; what has no partner is told."""
    named = sources(gold)
    known = [report.source.name for report in reports]
    scored = [report for report in reports if report.source.name in named]
    if not scored or len(set(known)) < len(known):
        raise UsageError(
            f"{gold} does not say of which report its rows are.",
            "Its column source has the name of each report.",
        )
    for name in [name for name in known if name not in named]:
        say(f"{name} has no gold and is left out.")
    for name in [name for name in named if name not in known]:
        say(f"{name} has gold, but is none of the reports.")
    scores = {report.source.name: score_report(read_gold(gold, report), report) for report in scored}
    return Scores(
        kinds=pooled(scores.values()),
        meta=None,
        differences=tuple(
            difference.model_copy(update={"source": name})
            for name, one in scores.items()
            for difference in one.differences
        ),
    )

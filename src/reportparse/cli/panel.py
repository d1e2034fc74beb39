"""Lay a corpus, or reports, out as a long panel: the command `panel`."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import Annotated

import typer

from reportparse.cli.corpora import held, unknown_place
from reportparse.cli.filters import IndicatorsOption, MeasureOption, YearsOption, wanted
from reportparse.cli.forms import form_of
from reportparse.cli.inputs import (
    LexiconOption,
    MemoryOption,
    Ocr,
    OcrOption,
    PagesOption,
    Reports,
    SecondsOption,
)
from reportparse.cli.output import OutputOption, keep_from_inputs, write
from reportparse.cli.streams import say
from reportparse.cli.tables import write_tables
from reportparse.corpus.actuals import Actuals
from reportparse.corpus.head import Head
from reportparse.corpus.layout import Row
from reportparse.corpus.opening import Corpus, is_any_corpus, opened
from reportparse.corpus.panel import TABLE, Panel
from reportparse.errors import UsageError
from reportparse.filenames import STANDARD_INPUT, legible
from reportparse.lexicon import load
from reportparse.limits import DEFAULT, Limits
from reportparse.model.json import to_json
from reportparse.show.csv import BYTE_ORDER_MARK, cell, lines
from reportparse.show.tables import Table


class Format(StrEnum):
    """Name the ways to print a panel."""

    csv = "csv"
    jsonl = "jsonl"
    dta = "dta"


_SHOWN = 5
"""How many names are told where there may be many."""

ReportsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="CORPUS|REPORT...",
        help="What batch wrote: corpus.duckdb, corpus.jsonl, a folder; or reports, a folder of them, "
        "JSON that extract printed.",
    ),
]
PlaceOption = Annotated[str | None, typer.Option(metavar="NAME", help="The rows of one place only.")]
ActualsOption = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="A table of official figures: place or division_code, year, indicator_id, value, perhaps measure.",
    ),
]


def panel(
    reports: ReportsArgument,
    output: OutputOption = None,
    form: Annotated[Format | None, typer.Option("--format", help="What -o ends with, else csv.")] = None,
    place: PlaceOption = None,
    year: YearsOption = None,
    indicator: IndicatorsOption = None,
    measure: MeasureOption = None,
    actuals: ActualsOption = None,
    ocr: OcrOption = Ocr.auto,
    lexicon: LexiconOption = None,
    seconds: SecondsOption = DEFAULT.seconds,
    memory: MemoryOption = DEFAULT.megabytes,
    pages: PagesOption = DEFAULT.pages,
) -> int:
    """Lay the targets of a corpus out as a long panel: a row for each place, year and indicator.

    Beside each target stand its result and verdict, last year's target, that of the level above, and the official
    figure of --actuals. With --year, --indicator and --measure a corpus of provinces has one row a province.
    """
    keep_from_inputs(output, [*reports, *([str(actuals)] if actuals else ())])
    chosen = form_of(form, output, Format) or Format.csv
    words = load(lexicon)
    kept = wanted(year, indicator, measure, words)
    official = Actuals(actuals, words) if actuals else None
    if official and official.unknown:
        say(f"There is no indicator {_some(official.unknown)}.", "docs/indicators.md has them all.")
    named = _some(map(legible, reports))

    def lay_out(corpus: Corpus) -> None:
        rows = filter(kept, Panel(corpus, words, say=say, actuals=official).rows(place))
        first = next(rows, None)
        if first is None:
            raise _nothing(named, corpus.heads(), place, by_year=year is not None)
        found = _told(chain([first], rows), actuals)
        if chosen is Format.dta:
            write_tables(found, _table, chosen.value, None if output is None else str(output))
        else:
            write(_printed(found, chosen), output)

    if len(reports) == 1 and reports[0] != STANDARD_INPUT and is_any_corpus(Path(reports[0])):
        with opened(Path(reports[0]), words) as corpus:
            lay_out(corpus)
        return 0
    given = Reports(reports, output=output, ocr=ocr, lexicon=lexicon, limits=Limits(seconds, memory, pages))
    if read := given.each_once():
        lay_out(held(read))
    return given.exit_code


def _nothing(named: str, heads: Sequence[Head], place: str | None, *, by_year: bool) -> UsageError:
    """Say why a panel has no row: none of the place, none whose place and year are known, none that was asked for."""
    if place is not None and all(head.place != place for head in heads):
        return unknown_place(f"{named} has no targets of {place}.", place, heads)
    if all(head.place is None or head.year is None for head in heads):
        return UsageError(
            f"{named} has no report that says its place and its year.",
            "Settle them: extract --place NAME --year Y -o report.json, then panel report.json.",
        )
    if by_year:
        years = {head.year for head in heads if head.year and place in (None, head.place)}
        return UsageError(
            f"{named} has no such targets.", f"Its reports are of {_some(map(str, sorted(years)))}."
        )
    return UsageError(f"{named} has no such targets.", "Ask for more years, indicators or measures.")


def _some(names: Iterable[str]) -> str:
    """List names, of many the first."""
    first = [*islice(names, _SHOWN + 1)]
    return ", ".join(first[:_SHOWN]) + (", …" if len(first) > _SHOWN else "")


def _told(rows: Iterable[Row], actuals: Path | None) -> Iterator[Row]:
    """Count the rows with a further target, and those with an official figure; tell of them at the end."""
    further = official = 0
    for row in rows:
        further += row["further"] is not None
        official += row["actual"] is not None
        yield row
    if actuals and not official:
        say(
            f"No figure of {legible(actuals.name)} stands in the panel.",
            "Its places have to be named as in the column place, or by division_code; its years, indicators and units "
            "have to be those of the panel.",
        )
    if further:
        say(
            f"Rows that have further targets in other numbers, as 7%以上、力争8%: {further}; see the columns further."
        )


def _table(rows: Sequence[Row]) -> list[Table]:
    described = {column.name: {"type": column.type, "en": column.meaning.en} for column in TABLE.columns}
    return [
        Table("panel", TABLE.names, [tuple(row[name] for name in TABLE.names) for row in rows], described)
    ]


def _printed(rows: Iterable[Row], form: Format) -> Iterator[str]:
    if form is Format.csv:
        yield BYTE_ORDER_MARK + lines([TABLE.names])
    for row in rows:
        if form is Format.csv:
            yield lines([[cell(row[name]) for name in TABLE.names]])
        else:
            yield to_json({name: row[name] for name in TABLE.names}, indent=None) + "\n"

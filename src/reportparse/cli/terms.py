"""Count the terms of a dictionary: the command `terms`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from reportparse.cli.forms import form_of
from reportparse.cli.inputs import LexiconOption, MemoryOption, PagesOption, Reports, SecondsOption
from reportparse.cli.output import OutputOption, keep_from_inputs, write
from reportparse.cli.streams import rendered, say, spoken, watched
from reportparse.corpus.dictionary import TermDictionary, dictionary, shipped
from reportparse.corpus.layout import Row
from reportparse.corpus.opening import is_any_corpus, opened
from reportparse.corpus.terms import TABLE, Counted, Per, TermCounter, rows
from reportparse.filenames import STANDARD_INPUT
from reportparse.lexicon import load
from reportparse.limits import DEFAULT, Limits
from reportparse.model.json import to_json
from reportparse.show.csv import BYTE_ORDER_MARK, cell, lines
from reportparse.show.terms_chart import shares_chart


class Format(StrEnum):
    """Name the ways to print counts."""

    table = "table"
    csv = "csv"
    json = "json"
    svg = "svg"


ReportsArgument = Annotated[
    list[str], typer.Argument(metavar="REPORT...", help="Reports, or corpora that batch wrote.")
]
DictionaryOption = Annotated[
    str,
    typer.Option(
        "--dict", metavar="FILE",
        help=f"{', '.join(shipped())}, or a file of your own: TOML, a table with a column term, or a term a line.",
    ),
]  # fmt: skip
PerOption = Annotated[Per, typer.Option(help="What counts are a share of; words are tokens but punctuation.")]
SectionsOption = Annotated[bool, typer.Option("--sections", help="Count in each section, too.")]


def terms(
    reports: ReportsArgument,
    dict_: DictionaryOption,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="What -o ends with, else table; svg is a chart of the shares."),
    ] = None,
    per: PerOption = Per.words,
    sections: SectionsOption = False,
    output: OutputOption = None,
    lexicon: LexiconOption = None,
    seconds: SecondsOption = DEFAULT.seconds,
    memory: MemoryOption = DEFAULT.megabytes,
    pages: PagesOption = DEFAULT.pages,
) -> int:
    """Count the terms of a dictionary in reports: how often, which share, which rank.

    A term counts where jieba, which is told of it, cuts it as a word; how often its characters stand anywhere is
    printed beside it.
    """
    chosen = dictionary(dict_)
    counter = TermCounter(chosen)
    corpora = [path for path in reports if path != STANDARD_INPUT and is_any_corpus(Path(path))]
    keep_from_inputs(output, [*corpora, dict_])
    given = Reports(
        [path for path in reports if path not in corpora],
        output=output,
        lexicon=lexicon,
        limits=Limits(seconds, memory, pages),
    )
    form = form_of(form, output, Format) or Format.table
    counted = list(
        given.each(lambda report, _: counter.counted(report.source.name, report, sections=sections))
    )
    counted += [one for path in watched(corpora) for one in _counted(path, counter, lexicon, sections)]
    if not counted:
        return given.exit_code
    found = list(rows(counted, chosen, per))
    write(_printed(found, chosen, per, form), output)
    if form is not Format.json and chosen.source:
        say(f"{chosen.name}: {chosen.source}")
    return given.exit_code


def _counted(path: str, counter: TermCounter, lexicon: Path | None, sections: bool) -> Iterator[Counted]:
    """Count in the reports of a corpus, each once."""
    with opened(Path(path), load(lexicon)) as corpus:
        for head in corpus.heads():
            if head.duplicate_of is None:
                (report,) = corpus.reports([head.report])
                yield counter.counted(head.report, report, sections=sections)


def _printed(found: Sequence[Row], chosen: TermDictionary, per: Per, form: Format) -> Iterator[str]:
    match form:
        case Format.csv:
            yield BYTE_ORDER_MARK + lines([TABLE.names])
            yield lines([cell(value) for value in row.values()] for row in found)
        case Format.json:
            told = {"name": chosen.name, "source": chosen.source, "terms": dict(chosen.terms)}
            yield to_json({"dictionary": told, "per": per.value, "rows": found}) + "\n"
        case Format.svg:
            yield (
                shares_chart(
                    spoken().label("shares", name=chosen.name, per=spoken().code(per)), _shares(found)
                )
                + "\n"
            )
        case Format.table:
            yield rendered(_table(found, per))


def _shares(found: Sequence[Row]) -> dict[str, dict[str, Decimal]]:
    """Give the shares of all terms by place, or report where that is not known, and year."""
    shares: dict[str, dict[str, Decimal]] = defaultdict(dict)
    for row in found:
        if row["section"] is None and row["term"] is None and row["category"] is None:
            shares[str(row["place"] or row["report"])][str(row["year"] or "")] = Decimal(str(row["share"]))
    return shares


def _table(found: Sequence[Row], per: Per) -> Table:
    """Lay out the rows; what shares are of stands in the header."""
    words = spoken()
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("place", "year", "section", "term"):
        table.add_column(words.heading(name), no_wrap=name != "section")
    of = words.label("of_per", per=words.code(per))
    for name in (*words.headings("count", "substrings"), of, "%", words.heading("rank")):
        table.add_column(name, justify="right", no_wrap=True)
    for row in found:
        what = row["term"] or (f"[{row['category']}]" if row["category"] else words.label("all_terms"))
        share = f"{100 * Decimal(str(row['share'])):.3f}"
        named = (row["place"] or row["report"], row["year"], row["title"], what)
        counts = (row["count"], row["substrings"], row["of"], share, row["rank"])
        table.add_row(*("" if value is None else escape(str(value)) for value in (*named, *counts)))
    return table

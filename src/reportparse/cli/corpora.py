"""Take reports out of a corpus, where an argument of a command names one."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from reportparse.cli.inputs import is_folder
from reportparse.corpus.head import Head
from reportparse.corpus.opening import Lines, is_any_corpus, opened
from reportparse.errors import UsageError
from reportparse.filenames import JSON_LINES, STANDARD_INPUT, legible
from reportparse.lexicon import Lexicon
from reportparse.model import Report
from reportparse.model.json import to_json
from reportparse.suggesting import like

_MOST = 5
"""How many places are told where one is asked for that is not there."""

PlaceOption = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Whose reports to take, out of a corpus or of those that are named."),
]


def is_corpus(path: str, place: str | None) -> bool:
    """Tell whether an argument names a corpus; JSON Lines are one only where a place is to be taken out of them."""
    lines = Path(path).suffix.lower() in JSON_LINES
    return path != STANDARD_INPUT and not (lines and place is None) and is_any_corpus(Path(path))


def held(reports: Iterable[Report]) -> Lines:
    """Make a corpus of reports; their keys are the names of their files."""
    return Lines((report.source.name, to_json(report, indent=None).encode()) for report in reports)


def of_place(reports: Sequence[Report], place: str | None, named: Sequence[str]) -> Sequence[Report]:
    """Keep the reports of a place, all where none is named.

    Raises UsageError where none of them is of it, and where none is named and a folder holds those of several, as
    for a corpus.
    """
    folders = [path for path in named if is_folder(path) and not is_corpus(path, place)]
    if place is None and folders:
        _refuse_several({report.meta.place or "" for report in reports}, folders[0])
    kept = [report for report in reports if place in (None, report.meta.place)]
    if place is not None and reports and not kept:
        told = ", ".join(map(legible, named))
        raise unknown_place(f"{told} has no reports of {place}.", place, held(reports).heads())
    return kept


def reports_in(corpora: Sequence[str], place: str | None, lexicon: Lexicon) -> Iterator[Report]:
    """Yield the reports of one place out of corpora.

    Raises UsageError where a corpus has no reports of the place, or of several and none is named.
    """
    for path in corpora:
        with opened(Path(path), lexicon) as corpus:
            yield from corpus.reports([head.report for head in _of_place(corpus.heads(), place, path)])


def unknown_place(message: str, place: str, heads: Sequence[Head]) -> UsageError:
    """Give the error for a place that a corpus does not have, with those that are named like it."""
    known = sorted({head.place for head in heads if head.place})
    more = ", …" if len(known) > _MOST else ""
    there = f"There are: {', '.join(known[:_MOST])}{more}." if known else "None of them says its place."
    return UsageError(message, like(place, known) or there)


def _of_place(heads: Sequence[Head], place: str | None, path: str) -> list[Head]:
    kept = [head for head in heads if head.duplicate_of is None and place in (None, head.place)]
    if not kept:
        raise unknown_place(f"{path} has no reports of {place}.", place or "", heads)
    _refuse_several({head.place or "" for head in kept}, path)
    return kept


def _refuse_several(places: set[str], path: str) -> None:
    if len(places) > 1:
        raise UsageError(
            f"{legible(path)} has reports of {len(places)} places.",
            f"Name one with --place, or lay all of them out: reportparse panel {legible(path)}.",
        )

"""Take reports out of a corpus, where an argument of a command names one."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from reportparse.cli.filters import like
from reportparse.cli.output import STANDARD_INPUT
from reportparse.corpus.head import Head
from reportparse.corpus.opening import is_any_corpus, opened
from reportparse.errors import UsageError
from reportparse.model import Report

_PLACES = "Places are named as in reports.place."

PlaceOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Whose reports to take out of a corpus that batch wrote.")
]


def is_corpus(path: str, place: str | None) -> bool:
    """Tell whether an argument names a corpus; JSON Lines are one only where a place is to be taken out of them."""
    lines = Path(path).suffix.lower() in (".jsonl", ".ndjson")
    return path != STANDARD_INPUT and not (lines and place is None) and is_any_corpus(Path(path))


def reports_in(corpora: Sequence[str], place: str | None) -> Iterator[Report]:
    """Yield the reports of one place out of corpora.

    Raises UsageError where a corpus has no reports of the place, or of several and none is named.
    """
    for path in corpora:
        with opened(Path(path)) as corpus:
            yield from corpus.reports([head.report for head in _of_place(corpus.heads(), place, path)])


def unknown_place(message: str, place: str, heads: Sequence[Head]) -> UsageError:
    """Give the error for a place that a corpus does not have, with those that are named like it."""
    return UsageError(message, like(place, (head.place for head in heads if head.place)) or _PLACES)


def _of_place(heads: Sequence[Head], place: str | None, path: str) -> list[Head]:
    kept = [head for head in heads if head.duplicate_of is None and place in (None, head.place)]
    places = sorted({head.place or "" for head in kept})
    if not kept:
        if place is None:
            raise UsageError(f"{path} has no reports.", _PLACES)
        raise unknown_place(f"{path} has no reports of {place}.", place, heads)
    if len(places) > 1:
        raise UsageError(
            f"{path} has reports of {len(places)} places.",
            f"Name one with --place, or lay all of them out: reportparse panel {path}.",
        )
    return kept

"""Take reports out of a corpus, where an argument of a command names one."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from reportparse.cli.inputs import STANDARD_INPUT
from reportparse.corpus.head import Head
from reportparse.corpus.opening import is_any_corpus, opened
from reportparse.errors import UsageError
from reportparse.model import Report

PlaceOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Whose reports to take out of a corpus that batch wrote.")
]


def reports_in(paths: Sequence[str], place: str | None, read: Callable[[str], Report]) -> Iterator[Report]:
    """Yield the reports of arguments: of a corpus those of one place, of a file what `read` makes of it.

    Raises UsageError where a corpus has no reports of the place, or of several and none is named.
    """
    for path in paths:
        if path == STANDARD_INPUT or not is_any_corpus(Path(path)):
            yield read(path)
            continue
        with opened(Path(path)) as corpus:
            yield from corpus.reports([head.report for head in _of_place(corpus.heads(), place, path)])


def _of_place(heads: Sequence[Head], place: str | None, path: str) -> list[Head]:
    kept = [head for head in heads if head.duplicate_of is None and place in (None, head.place)]
    places = sorted({head.place or "" for head in kept})
    if not kept:
        raise UsageError(
            f"{path} has no reports of {place or 'any place'}.", "Places are named as in reports.place."
        )
    if len(places) > 1:
        raise UsageError(
            f"{path} has reports of {len(places)} places.",
            f"Name one with --place, or lay all of them out: reportparse panel {path}.",
        )
    return kept

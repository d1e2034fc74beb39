"""Apply the corrections of files to the reports that they are of."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from reportparse.cli.streams import say
from reportparse.correcting import correct_all, is_of
from reportparse.errors import UsageError
from reportparse.filenames import STANDARD_INPUT, legible
from reportparse.lexicon import Lexicon
from reportparse.model import Report
from reportparse.model.corrections import Corrections, whose
from reportparse.model.json import corrections_from_json
from reportparse.reading.source import bytes_of

CorrectionsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--corrections", metavar="FILE", help="Apply what was saved on the page of view; may be given again."
    ),
]

_SHOWN = 40


class CorrectionFiles:
    """Be the corrections of some files. Raises UnreadableInputError for one that holds none, UsageError for `-`."""

    def __init__(self, paths: Sequence[Path], lexicon: Lexicon) -> None:
        if any(str(path) == STANDARD_INPUT and not path.exists() for path in paths):
            raise UsageError(
                "Corrections are not read from standard input.", "Save them as a file, and name that."
            )
        self._lexicon = lexicon
        self._all = [
            (legible(path.name), one)
            for path in paths
            for one in corrections_from_json(bytes_of(path), legible(path.name))
        ]
        self._used: list[Corrections] = []
        self._read: set[str] = set()
        self._lost = False

    @property
    def left(self) -> bool:
        """Tell whether anything was left: a file that is of no report that was read, a correction without a place."""
        return self._lost or any(one not in self._used for _, one in self._all)

    def apply(self, report: Report) -> Report:
        """Correct a report by those that are of it; what has no place in it is told."""
        self._read.add(report.source.name)
        files = [(name, one) for name, one in self._all if is_of(one, report)]
        if not files:
            return report
        for name, one in files:
            self._used.append(one)
            own = report.meta.place, report.meta.year
            if _differ((one.place, one.year), own):
                say(f"{name} holds corrections of {one.of}, and {report.source.name} is of {whose(*own)}; "
                    "the bytes are the same, so they are applied.")  # fmt: skip
        done = correct_all(report, files, self._lexicon)
        for (name, _), corrected in zip(files, done, strict=True):
            for lost in corrected.unplaced:
                self._lost = True
                say(
                    f"{name}: no sure place in {report.source.name} for the {lost.kind} {_short(lost.quote)!r}; "
                    "it is left out.",
                    "Its words have to stand in one paragraph; where they stand twice "
                    "`before` or `behind` tell the place.",
                )
            for lost in corrected.unmet:
                self._lost = True
                say(
                    f"{name}: no one {lost.kind} of {report.source.name} on {_short(lost.quote)!r} is as it says; "
                    "it is left out.",
                    "The quote has to be the fact's own, whole, or `found` has to hold for one fact there alone.",
                )
        return done[-1].report

    def tell_of_unused(self) -> None:
        """Tell of corrections whose report was not read."""
        for name, one in self._all:
            if one in self._used:
                continue
            hint = "The sha256 of its source, or place and year, have to be those of the report."
            if one.source.name in self._read:
                say(
                    f"{name} holds corrections of {one.source.name} as other bytes than those of the report.",
                    hint,
                )
            else:
                say(f"{name} holds corrections of {one.of}, which is none of the reports.", hint)


def _differ(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Tell of two places and years that one part of them is known of both, and is not the same."""
    return any(a != b for a, b in zip(one, other, strict=True) if a is not None and b is not None)


def _short(quote: str) -> str:
    return quote if len(quote) <= _SHOWN else f"{quote[: _SHOWN - 1]}…"

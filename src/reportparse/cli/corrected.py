"""Apply the corrections of files to the reports that they are of."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from reportparse.cli.streams import say
from reportparse.correcting import correct, is_of
from reportparse.filenames import legible
from reportparse.lexicon import Lexicon
from reportparse.model import Report
from reportparse.model.corrections import Corrections
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
    """Be the corrections of some files. Raises UnreadableInputError for one that holds none."""

    def __init__(self, paths: Sequence[Path], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._all = [
            (legible(path.name), one)
            for path in paths
            for one in corrections_from_json(bytes_of(path), legible(path.name))
        ]
        self._used: list[Corrections] = []
        self._lost = False

    @property
    def left(self) -> bool:
        """Tell whether anything was left: a file that is of no report that was read, a correction without a place."""
        return self._lost or any(one not in self._used for _, one in self._all)

    def apply(self, report: Report) -> Report:
        """Correct a report by those that are of it; what has no place in it is told."""
        for name, one in self._all:
            if is_of(one, report):
                self._used.append(one)
                corrected = correct(report, one, self._lexicon)
                report = corrected.report
                for lost in corrected.unplaced:
                    self._lost = True
                    say(f"{name}: no sure place in {report.source.name} for the {lost.kind} {_short(lost.quote)!r}; "
                        "it is left out.")  # fmt: skip
                for lost in corrected.unmet:
                    self._lost = True
                    say(f"{name}: no one {lost.kind} of {report.source.name} on {_short(lost.quote)!r} is as it says; "
                        "it is left out.")  # fmt: skip
        return report

    def tell_of_unused(self) -> None:
        """Tell of corrections whose report was not read."""
        for name, one in self._all:
            if one not in self._used:
                of = " ".join(filter(None, (one.place, str(one.year or "")))) or one.source.name
                say(f"{name} holds corrections of {of}, which is none of the reports.")


def _short(quote: str) -> str:
    return quote if len(quote) <= _SHOWN else f"{quote[: _SHOWN - 1]}…"

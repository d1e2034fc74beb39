"""Say what time a figure is set for, seen from the year of its report."""

from dataclasses import dataclass

import regex

from reportparse.model import Basis, Figure, Measure

_YEAR = regex.compile("[0-9]{4}")


@dataclass(frozen=True)
class Horizon:
    """Be a period: its first and last year, and how far the last lies from the report's own year."""

    first: int
    last: int
    ahead: int

    @property
    def of_the_year(self) -> bool:
        """Tell whether it is one year, the report's own (or, of a result, the one before)."""
        return self.first == self.last


def horizon(figure: Figure, year: int | None) -> Horizon | None:
    """Read a figure's period, the report's own year where none is written; None where neither is known."""
    written = [int(found) for found in _YEAR.findall(figure.period or "")]
    if not written:
        return None if year is None else Horizon(year, year, 0)
    return Horizon(written[0], written[-1], written[-1] - (year if year is not None else written[-1]))


def corresponds(older: Horizon | None, newer: Horizon | None) -> bool:
    """Tell whether two aims may be versions of one: both for the own year, for the same year, or as far ahead."""
    if older is None or newer is None:
        return older is newer
    return (older.last == newer.last and older.ahead > 0 and newer.ahead > 0) or older.ahead == newer.ahead


def covers(result: Horizon | None, target: Horizon | None, figure: Figure) -> bool:
    """Tell whether a result's time is that of a target; for a state reached the last year alone decides.

    A level is known to be a state, and no sum over the years, only by its canonical indicator.
    """
    if result is None or target is None:
        return False
    state = figure.measure is Measure.share or (figure.measure is Measure.level and figure.indicator_id)
    if state and figure.basis is None:
        return result.last == target.last
    return (result.first, result.last) == (target.first, target.last)


def averaged(figure: Figure) -> bool:
    """Tell whether a figure is an average over years, which is never set against a single year's."""
    return figure.basis is Basis.annual_average

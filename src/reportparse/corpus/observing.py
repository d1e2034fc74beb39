"""See what reports of a place say of each indicator: the aim for a year, what came of it, the year before's aim."""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from reportparse.amounts import is_own
from reportparse.compare.fulfilment import review_year
from reportparse.compare.horizon import averaged, horizon
from reportparse.compare.years import Side, Sides
from reportparse.lexicon.headline import headline
from reportparse.model import Figure, Measure
from reportparse.model.comparison import Fulfilment

Wanted = tuple[str, Measure | None]
"""What a row is of: an indicator's canonical id, and what kind of number; none where no number is there."""


@dataclass(frozen=True)
class Observation:
    """Be what a place's reports say of one indicator for one year: the aim, what came of it, the year before's.

    `further` are aims of the same report, indicator and measure in other numbers: the 8 of 7%以上、力争8%.
    """

    aim: Figure | None
    further: tuple[Figure, ...]
    result: Figure | None
    fulfilment: Fulfilment | None
    before: Figure | None
    stated: str | None


def observations(sides: Sides, fulfilled: dict[int, Fulfilment]) -> dict[int, dict[Wanted, Observation]]:
    """Give the observations by year, the year before the first report's included, of which results are told."""
    known = headline(sides.lexicon)
    aims = {side.year: _aims(side, known) for side in sides.all if side.year}
    results: dict[int, dict[Wanted, Figure]] = {}
    for side in sides.all:
        if past := review_year(side):
            results[past] = _results(side, past) | results.get(past, {})
    unset = {side.year: side.report.not_stated for side in sides.all if side.year}
    seen: dict[int, dict[Wanted, Observation]] = {}
    for year in {*aims, *results}:
        seen[year] = {}
        for wanted in {*aims.get(year, {}), *results.get(year, {})}:
            aim, *further = aims.get(year, {}).get(wanted, (None,))
            done = fulfilled.get(id(aim)) if aim else None
            result = done.result if done and done.result else results.get(year, {}).get(wanted)
            stated = "yes" if aim else "no" if wanted[0] in unset.get(year, ()) else None
            before, *_ = aims.get(year - 1, {}).get(wanted, (None,)) if aim else (None,)
            seen[year][wanted] = Observation(aim, tuple(further), result, done, before, stated)
        told = {id_ for id_, _ in seen[year]}
        for id_ in unset.get(year, ()):
            if id_ not in told:
                seen[year][id_, None] = Observation(None, (), None, None, None, "no")
    return seen


def _aims(side: Side, known: Container[str]) -> dict[Wanted, tuple[Figure, ...]]:
    """Give the place's own aims for the report's year, of several the one among the main targets first."""
    found: defaultdict[Wanted, list[Figure]] = defaultdict(list)
    for target in side.report.targets:
        period = horizon(target, side.year)
        of_year = period and period.of_the_year and period.last == side.year
        if target.indicator_id and of_year and not averaged(target) and is_own(target, side.report, known):
            found[target.indicator_id, target.measure].append(target)
    return {wanted: tuple(_first(side, several)) for wanted, several in found.items()}


def _first(side: Side, several: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the aim that counts, then those that set other numbers, each number once."""
    first = next((target for target in several if side.announces(target)), several[0])
    numbers = {(first.amount, first.amount_max)}
    yield first
    for target in several:
        number = target.amount, target.amount_max
        if number not in numbers:
            numbers.add(number)
            yield target


def _results(side: Side, past: int) -> dict[Wanted, Figure]:
    """Give what the report tells of the year before, the first of each indicator."""
    told: dict[Wanted, Figure] = {}
    for result in side.report.results:
        period = horizon(result, past)
        of_year = period and (period.first, period.last) == (past, past)
        if result.indicator_id and of_year and not averaged(result) and result.scope is None:
            told.setdefault((result.indicator_id, result.measure), result)
    return told

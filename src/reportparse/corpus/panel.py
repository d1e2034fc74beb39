"""Lay the targets of a corpus out as a long panel: a row for each place, year and indicator."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from reportparse.amounts import comparable, middle, per_unit
from reportparse.compare.fulfilment import Tolerances, compare_results, is_ceiling, verdict
from reportparse.compare.names import Names
from reportparse.compare.targets import change
from reportparse.compare.years import Side, Sides
from reportparse.corpus.above import key_above, key_of
from reportparse.corpus.actuals import LIKELY, Actuals
from reportparse.corpus.head import Head
from reportparse.corpus.layout import Row, Table, described
from reportparse.corpus.observing import Observation, Wanted, observations
from reportparse.corpus.opening import Corpus
from reportparse.language.counting import some
from reportparse.lexicon import Lexicon
from reportparse.lexicon.headline import headline
from reportparse.model import Bound, Figure, Level, Measure, Report

_AIM = {
    "target": "value", "target_max": "value_max", "bound": "bound", "tone": "tone", "hedge": "hedge",
    "relation": "relation", "target_quote": "quote", "target_id": "id",
}  # fmt: skip
"""The columns that show the aim, and the fields of it that they show."""

_LEVELS = tuple(Level)
_RATES = (Measure.growth, Measure.share)


TABLE: Table = described(
    "panel",
    ("place", "year", "indicator_id", "measure"),
    {
        "place": "text", "division_code": "text", "level": "text", "province": "text", "year": "integer",
        "indicator_id": "text", "measure": "text", "stated": "text", "target": "number", "target_max": "number",
        "unit": "text", "bound": "text", "tone": "text", "hedge": "text", "relation": "text", "period": "text",
        "further": "text", "further_target": "number", "further_bound": "text", "further_hedge": "text",
        "result": "number", "result_bound": "text", "result_hedge": "text", "verdict": "text", "gap": "number",
        "target_last_year": "number", "change": "text",
        "above": "text", "target_above": "number", "target_minus_above": "number", "actual": "number",
        "actual_verdict": "text", "result_minus_actual": "number", "target_quote": "text", "result_quote": "text",
        "target_id": "text", "report": "text", "corrected": "text",
    },
)  # fmt: skip
"""What the columns of the panel are and mean."""


class Panel:
    """Make the rows, from the nation down to the counties, so that those above are known first."""

    def __init__(
        self,
        corpus: Corpus,
        lexicon: Lexicon,
        *,
        say: Callable[[str], None],
        tolerances: Tolerances | None = None,
        actuals: Actuals | None = None,
    ) -> None:
        self._corpus, self._lexicon, self._say = corpus, lexicon, say
        self._tolerances = tolerances or Tolerances()
        self._actuals = actuals
        self._aims: dict[tuple[str, int], dict[Wanted, Figure]] = {}

    def rows(self, place: str | None = None) -> Iterator[Row]:
        """Yield the rows, of one place or of all: by level, place, year, and the lexicon's order of indicators."""
        for heads in _by_place(self._corpus.heads(), self._say):
            if place is None or heads[0].place == place or heads[0].level != "county":
                made = list(self._of_place(heads))
                if place in (None, heads[0].place):
                    yield from made

    def _of_place(self, heads: Sequence[Head]) -> Iterator[Row]:
        reports = [_lean(report) for report in self._corpus.reports([head.report for head in heads])]
        sides = Sides(
            tuple(Side(str(report.meta.year), report) for report in reports),
            Names(self._lexicon, [heads[0].place or ""]),
            self._lexicon,
        )
        fulfilled = {id(row.target): row for row in compare_results(sides, self._tolerances)}
        own = {head.year: head for head in heads}
        seen = observations(sides, fulfilled)
        rank = headline(self._lexicon)
        for year in sorted(seen):
            head = own.get(year)
            if head:
                aims = {wanted: o.aim for wanted, o in seen[year].items() if o.aim}
                self._aims[key_of(head), year] = aims
            order = sorted(seen[year], key=lambda w: (rank.get(w[0], len(rank)), w[0], _likelihood(w[1])))
            likely = dict(reversed(order))
            for wanted in order:
                row = self._row(head or heads[0], year, wanted, seen[year][wanted], likely[wanted[0]])
                corrected = "yes" if head and head.corrected else None
                yield row | {"report": head.report if head else None, "corrected": corrected}

    def _row(self, place: Head, year: int, wanted: Wanted, seen: Observation, likely: Measure | None) -> Row:
        aim, result, done = seen.aim, seen.result, seen.fulfilment
        shown = aim or result
        row: Row = {
            "place": place.place,
            "division_code": place.division_code,
            "level": place.level,
            "province": place.province,
            "year": year,
            "indicator_id": wanted[0],
            "measure": wanted[1],
            "stated": seen.stated,
            "unit": shown.unit if shown else None,
            "period": (shown.period or str(year)) if shown else str(year),
            "result": _in_unit(result, aim) if result else None,
            "verdict": done.verdict if done else None,
            "gap": done.gap if done else None,
            "target_last_year": _in_unit(seen.before, aim) if seen.before else None,
            "change": change(seen.before, aim) if seen.before and aim else None,
        }
        actual = self._actual(place, year, shown, likely is wanted[1])
        row |= self._above(place, year, wanted, aim) | self._official(actual, seen) | _further(seen)
        row |= {
            "result_bound": result.bound if result else None,
            "result_hedge": result.hedge if result else None,
        }
        return row | _aim_cells(aim) | {"result_quote": result.quote if result else None}

    def _above(self, place: Head, year: int, wanted: Wanted, aim: Figure | None) -> Row:
        """Set the aim of the level above beside it, and how much more is asked here: rates only can be compared."""
        above = key_above(place)
        found = self._aims.get((above, year), {}).get(wanted) if above else None
        like = aim is not None and found is not None and comparable(aim, found) and wanted[1] in _RATES
        return {
            "above": above if found else None,
            "target_above": _in_unit(found, aim) if found else None,
            "target_minus_above": middle(aim) - middle(found) if like and aim and found else None,
        }

    def _actual(self, place: Head, year: int, shown: Figure | None, likely: bool) -> Decimal | None:
        if self._actuals is None or shown is None or shown.indicator_id is None:
            return None
        return self._actuals.value(place, year, shown.indicator_id, shown, likely=likely)

    def _official(self, actual: Decimal | None, seen: Observation) -> Row:
        """Set the yearbook's figure beside the reported one, with a verdict of its own."""
        judged = reported = None
        if actual is not None and seen.aim is not None and seen.aim.amount is not None:
            official = _figure(seen.aim, actual)
            ceiling = is_ceiling(seen.aim, self._lexicon)
            judged = verdict(seen.aim, official, ceiling=ceiling, tolerances=self._tolerances)
        if actual is not None and seen.result is not None:
            told = _in_unit(seen.result, seen.aim)
            reported = told - actual if told is not None else None
        return {"actual": actual, "actual_verdict": judged, "result_minus_actual": reported}


def _aim_cells(aim: Figure | None) -> Row:
    if aim is None:
        return dict.fromkeys(_AIM)
    figure = aim.model_dump(mode="python")
    return {column: figure[field] for column, field in _AIM.items()}


def _further(seen: Observation) -> Row:
    """Tell of further aims: their ids, and the first of them that is a number."""
    first = next((figure for figure in seen.further if figure.amount is not None), None)
    return {
        "further": " ".join(figure.id for figure in seen.further) or None,
        "further_target": _in_unit(first, seen.aim) if first else None,
        "further_bound": first.bound if first else None,
        "further_hedge": first.hedge if first else None,
    }


def _by_place(heads: Sequence[Head], say: Callable[[str], None]) -> Iterator[list[Head]]:
    """Yield the reports of each place by year: one a year, those without place or year left out, which is said."""
    places: dict[str, dict[int, Head]] = defaultdict(dict)
    unknown = []
    for head in heads:
        if head.duplicate_of is not None:
            continue
        if head.place is None or head.year is None:
            unknown.append(head.report)
        else:
            first = places[key_of(head)].setdefault(head.year, head)
            if first is not head:
                say(
                    f"{head.place} has two reports of {head.year}: {first.report} counts, {head.report} does not."
                )
    if unknown:
        say(f"Left out for want of a place or a year: {some(unknown)}.")
    for key in sorted(places, key=lambda key: (_rank(next(iter(places[key].values()))), key)):
        yield [places[key][year] for year in sorted(places[key])]


def _rank(head: Head) -> int:
    return _LEVELS.index(head.level) if head.level in _LEVELS else len(_LEVELS)


def _lean(report: Report) -> Report:
    """Leave out what no row is made of: figures of indicators without an id."""
    return report.model_copy(
        update={
            "targets": tuple(target for target in report.targets if target.indicator_id),
            "results": tuple(result for result in report.results if result.indicator_id),
        }
    )


def _likelihood(measure: Measure | None) -> int:
    return LIKELY.index(measure) if measure else len(LIKELY)


def _in_unit(figure: Figure, of: Figure | None) -> Decimal | None:
    """Give a figure in the printed unit of another, of a range its middle; none where they are not alike."""
    if figure.amount is None:
        return None
    if of is None or of.amount is None:
        return middle(figure) / per_unit(figure)
    return middle(figure) / per_unit(of) if comparable(figure, of) else None


def _figure(like: Figure, value: Decimal) -> Figure:
    """Make the figure of an official number, in the unit of a target."""
    return like.model_copy(
        update={
            "value": value, "value_max": None, "amount": value * per_unit(like), "amount_max": None,
            "bound": Bound.exact,
        }
    )  # fmt: skip

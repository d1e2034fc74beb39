"""Set what was promised beside what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportparse.amounts import comparable, middle, per_unit, plausible, same_number
from reportparse.compare.answers import Answers, in_common_unit, is_part
from reportparse.compare.horizon import covers, horizon
from reportparse.compare.owners import Owners
from reportparse.compare.pairing import pairs, rounded
from reportparse.compare.worded import WordResults, reached
from reportparse.compare.years import Side, Sides, years
from reportparse.lexicon import IndicatorEntry, Lexicon
from reportparse.lexicon.headline import headline
from reportparse.model import Bound, Figure, Measure
from reportparse.model.comparison import Fulfilment, Verdict

_IN_POINTS = (Measure.growth, Measure.share)


@dataclass(frozen=True)
class Tolerances:
    """Say how much beyond a target exceeds it, and how much short of 左右 still meets it.

    `exceeded_by` is in the target's printed unit (0.05 of 8% or of 900亿元); `around_below` in percentage points,
    for figures in percent and in points only.
    """

    exceeded_by: Decimal = Decimal("0.05")
    around_below: Decimal = Decimal("0.3")


def compare_results(compared: Sides, tolerances: Tolerances) -> tuple[Fulfilment, ...]:
    """Judge each target that a later report of the same place looks back on, headline indicators first.

    That report is the first whose review is of the period's last year. A result stands beside one target
    and what repeats it.
    """
    rows: list[Fulfilment] = []
    answers = Answers(compared.names, compared.lexicon)
    for side in compared.all:
        for reviewer in _reviewers(side, compared):
            due = [t for t in side.report.targets if _due(t, side, reviewer, compared)]
            found = _results(due, side, reviewer, answers)
            judge = _Judge((side, reviewer), answers, compared.lexicon, tolerances)
            rows += [judge.row(t, found.get(i)) for i, t in enumerate(due)]
    order = headline(compared.lexicon)
    return tuple(sorted(rows, key=lambda row: order.get(row.indicator_id or "", len(order))))


def review_year(side: Side) -> int | None:
    """Give the year that a report looks back on: the one it says, else the one before its own."""
    return side.report.meta.review_year or (side.year - 1 if side.year else None)


def _reviewers(side: Side, compared: Sides) -> list[Side]:
    return [s for s in compared.all if s.year and side.year and s.year > side.year and s.place == side.place]


def _due(target: Figure, side: Side, reviewer: Side, compared: Sides) -> bool:
    """Tell whether `reviewer` is the first report that looks back on the target's period."""
    period = horizon(target, side.year)
    first = next((s for s in _reviewers(side, compared) if period and review_year(s) == period.last), None)
    return first is not None and first.key == reviewer.key


def _results(
    due: Sequence[Figure], side: Side, reviewer: Side, answers: Answers
) -> dict[int, tuple[Figure, float]]:
    """Pair targets with results of their indicator and period, by the targets' place in the list.

    What can't be compared with a target, growth beside a level, is taken only where nothing better is told. A target
    that is told twice has the result of the first. Of several results of its indicator the one that bears its name
    comes first, then, of amounts of parts, the greatest: the whole is no less.
    """
    results = reviewer.report.results
    owners = Owners(side.report, reviewer.report, answers.lexicon)
    like: dict[tuple[int, int], float] = {}
    unlike: dict[tuple[int, int], float] = {}
    told = [(result, horizon(result, review_year(reviewer))) for result in results]
    for i, target in enumerate(due):
        set_for = horizon(target, side.year)
        for j, (result, told_of) in enumerate(told):
            alike = answers.alike(target, result) if covers(told_of, set_for, target) else 0.0
            if not alike or owners.differ(target, result):
                continue
            like_it = answers.like(in_common_unit(target), in_common_unit(result))
            if like_it and not (target.indicator_id and not plausible(target, result)):
                named = 2 * answers.named(target, result) + _is_greatest(target, result, results)
                like[i, j] = alike + (told_of == set_for) / 20 + side.announces(target) / 20 + named / 40
            elif alike == 1 and not like_it:
                unlike[i, j] = alike
    chosen = pairs(like, len(due), len(results))
    settled, used = {pair.old for pair in chosen}, {pair.new for pair in chosen}
    answered = {i for i, _ in like}
    left = {(i, j): alike for (i, j), alike in unlike.items() if i not in answered and j not in used}
    found = {
        pair.old: (results[pair.new], answers.alike(due[pair.old], results[pair.new]))
        for pair in (*chosen, *pairs(left, len(due), len(results)))
    }
    return found | {
        i: found[first]
        for i, target in enumerate(due)
        if i not in found
        and (first := next((j for j in sorted(settled) if _repeats(due[j], target)), None)) is not None
    }


def _is_greatest(target: Figure, result: Figure, results: Sequence[Figure]) -> bool:
    """Tell whether a result is of the greatest of the parts that a review tells of a counted whole."""
    if not is_part(target, result):
        return False
    parts = [other for other in results if is_part(target, other) and comparable(result, other)]
    return all(middle(other) <= middle(result) for other in parts)


def _repeats(first: Figure, again: Figure) -> bool:
    """Tell whether a target is another one told once more, in another passage: one result answers both."""
    return (
        first.indicator_id is not None
        and first.indicator_id == again.indicator_id
        and same_number(first, again)
    )


class _Judge:
    """Judge the targets of one report by the review of another."""

    def __init__(
        self, reports: tuple[Side, Side], answers: Answers, lexicon: Lexicon, tolerances: Tolerances
    ) -> None:
        self._reports, self._answers, self._lexicon, self._tolerances = reports, answers, lexicon, tolerances
        self._words = WordResults(reports[1], lexicon)
        self._economy = _economy(reports[1])

    def row(self, target: Figure, found: tuple[Figure, float] | None) -> Fulfilment:
        """Set a target beside its result; what is told in words only where no number answers it."""
        result, likeness = found if found else (None, None)
        period = horizon(target, self._reports[0].year)
        wanted = self._words.says(target) if target.amount is None else None
        unlike = result is not None and not wanted and not self._comparable(target, result)
        if (result is None or unlike) and (told := self._words.of(target, period)):
            result, likeness = told, 1.0
        ceiling = is_ceiling(target, self._lexicon)
        aim, reached_it = in_common_unit(target), None if result is None else in_common_unit(result)
        measured = reached_it is not None and aim.amount is not None and self._comparable(target, reached_it)
        return Fulfilment(
            indicator=target.indicator,
            indicator_id=target.indicator_id,
            measure=target.measure,
            period=target.period or (str(period.last) if period else None),
            years=years(*self._reports),
            target=target,
            result=result,
            verdict=self._verdict(target, result, wanted, ceiling=ceiling),
            gap=(middle(reached_it) - middle(aim)) / per_unit(aim) if reached_it and measured else None,
            ceiling=ceiling,
            likeness=rounded(likeness),
        )

    def _comparable(self, target: Figure, result: Figure) -> bool:
        return result.amount is not None and self._answers.like(
            in_common_unit(target), in_common_unit(result)
        )

    def _verdict(
        self, target: Figure, result: Figure | None, wanted: str | None, *, ceiling: bool
    ) -> Verdict:
        if result is None or not wanted:
            judged = result if result is None or self._comparable(target, result) else None
            if result is not None and judged is None:
                return Verdict.not_comparable
            return verdict(target, judged, ceiling=ceiling, tolerances=self._tolerances)
        if result.relation is not None and self._words.says(result) == wanted:
            return Verdict.met
        kept = reached(wanted, result, self._economy, self._tolerances.around_below)
        return Verdict.not_comparable if kept is None else Verdict.met if kept else Verdict.missed


def _economy(reviewer: Side) -> Figure | None:
    """Give how fast a review says that the economy grew in its year."""
    year = str(review_year(reviewer))
    return next(
        (
            result
            for result in reviewer.report.results
            if result.indicator_id == "gdp"
            and result.measure is Measure.growth
            and result.period in (None, year)
        ),
        None,
    )


def is_ceiling(target: Figure, lexicon: Lexicon) -> bool:
    """Tell whether less is better: 以内, 不超过, 低于, or an indicator that should not rise (居民消费价格).

    A fall is a negative number, so where one is aimed at (能耗下降3%) less is better too, unless the fall itself
    is to be kept small (降幅控制在3%以内).
    """
    capped = target.bound in (Bound.at_most, Bound.under)
    if target.amount is not None and target.amount < 0:
        return not capped
    if capped or target.bound in (Bound.at_least, Bound.over):
        return capped
    lower_is_better = {entry.id for entry in lexicon.of(IndicatorEntry) if entry.direction == "down"}
    return target.indicator_id in lower_is_better


def verdict(target: Figure, result: Figure | None, *, ceiling: bool, tolerances: Tolerances) -> Verdict:
    """Judge a result by the bound that was set; growth beside a level, 元 beside 美元 is not comparable.

    exceeded: more than `exceeded_by` above the value, above `value_max` of a range; met: reaches the value;
    where the bound is 左右, from `around_below` points below; missed: any less. A ceiling turns it round.
    """
    if result is None:
        return Verdict.not_reported
    target, result = in_common_unit(target), in_common_unit(result)
    if target.amount is None or result.amount is None or target.base_unit != result.base_unit:
        return Verdict.not_comparable
    sign = -1 if ceiling else 1
    ends = sorted(
        sign * (end if end is not None else target.amount) for end in (target.amount, target.amount_max)
    )
    reached, unit = sign * result.amount, per_unit(target)
    if reached > ends[-1] + tolerances.exceeded_by * unit:
        return Verdict.exceeded
    percent = target.measure in _IN_POINTS or target.base_unit == "个百分点"
    slack = tolerances.around_below if target.bound is Bound.around and percent else Decimal(0)
    return Verdict.met if reached >= ends[0] - slack else Verdict.missed

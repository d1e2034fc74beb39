"""Align targets through the reports: by indicator, period and measure."""

from dataclasses import dataclass, field

from reportparse.amounts import plausible, same_statement
from reportparse.compare.horizon import Horizon, averaged, corresponds, horizon
from reportparse.compare.names import Names
from reportparse.compare.pairing import pairs
from reportparse.compare.years import Side, Sides
from reportparse.model import Figure

ALIKE = 0.75
"""The least likeness at which two names without a common canonical indicator are taken for one."""

_AMONG_MAIN = 0.5
"""What brings two targets together that both stand among their report's main targets, whatever annexes repeat."""


@dataclass
class Thread:
    """Be a target on its way through the reports, by the reports' keys, the latest last.

    `announced` is true where the latest stands in the passage of the main targets.
    """

    figures: dict[str, Figure]
    horizons: dict[str, Horizon | None]
    announced: bool
    repeats: dict[str, list[str]] = field(default_factory=dict)
    likeness: float | None = None

    def latest(self) -> tuple[Figure, Horizon | None]:
        """Give the last figure so far with its horizon."""
        key = list(self.figures)[-1]
        return self.figures[key], self.horizons[key]

    def join(self, later: "Thread", likeness: float) -> None:
        """Take in the same target of a later report."""
        self.figures |= later.figures
        self.horizons |= later.horizons
        self.repeats |= later.repeats
        self.announced = later.announced
        self.likeness = likeness if self.likeness is None else min(likeness, self.likeness)


def threads(compared: Sides) -> tuple[Thread, ...]:
    """Align the targets of all reports, each report's with the latest known of every thread.

    A thread may skip reports: a target that is not set in one year and again in the next is one target.
    """
    found: list[Thread] = []
    for side in compared.all:
        started = _distinct(side)
        closeness = {
            (i, j): close
            for i, thread in enumerate(found)
            for j, new in enumerate(started)
            if (close := _closeness(thread, new, compared.names))
        }
        taken = set()
        for pair in pairs(closeness, len(found), len(started)):
            old, new = found[pair.old], started[pair.new]
            old.join(new, indicator_likeness(old.latest()[0], new.latest()[0], compared.names))
            taken.add(pair.new)
        found += [new for j, new in enumerate(started) if j not in taken]
    return tuple(found)


def _distinct(side: Side) -> list[Thread]:
    """Begin a thread for each target of a report; one that says the very same as an earlier is noted with it."""
    begun: list[Thread] = []
    known: dict[tuple[object, ...], list[Thread]] = {}
    for figure in side.report.targets:
        period = horizon(figure, side.year)
        alike = known.setdefault((figure.indicator_id or figure.indicator, figure.scope, period), [])
        same = next((thread for thread in alike if same_statement(thread.figures[side.key], figure)), None)
        if same:
            same.repeats.setdefault(side.key, []).append(figure.id)
        else:
            begun.append(Thread({side.key: figure}, {side.key: period}, side.announces(figure)))
            alike.append(begun[-1])
    return begun


def of_one_owner(a: Figure, b: Figure, names: Names) -> bool:
    """Tell whether two figures are of one owner: both of the place as a whole, or of the same zone, county or firm."""
    if a.scope is None or b.scope is None:
        return a.scope is b.scope
    return names.likeness(a.scope, b.scope) >= ALIKE


def indicator_likeness(a: Figure, b: Figure, names: Names) -> float:
    """Give 1 for the same canonical indicator, 0 for two of them, else the likeness of the names if enough.

    Names that say nothing (投资) are only alike where the whole quote is the same. What is measured of two owners is
    not alike at all, whatever it is called.
    """
    if not of_one_owner(a, b, names):
        return 0.0
    if a.indicator_id and b.indicator_id:
        return float(a.indicator_id == b.indicator_id)
    if names.plain(a.indicator) or names.plain(b.indicator):
        return float(a.quote == b.quote)
    alike = names.likeness(a.indicator, b.indicator)
    return alike if alike >= ALIKE else 0.0


def _closeness(thread: Thread, new: Thread, names: Names) -> float:
    """Weigh a thread against a new target; 0 where they can't be one.

    The likeness of the indicators decides. Shares on top of it part several targets of one indicator: a place
    among the main targets, the printed name, unit, bound, period and statement. So a report against itself
    meets itself.
    """
    (old_figure, old_period), (new_figure, new_period) = thread.latest(), new.latest()
    if old_figure.measure is not new_figure.measure or not corresponds(old_period, new_period):
        return 0.0
    if (
        old_period
        and new_period
        and old_period.ahead > 0
        and averaged(old_figure) is not averaged(new_figure)
    ):
        return 0.0
    alike = indicator_likeness(old_figure, new_figure, names)
    canonical = old_figure.indicator_id and new_figure.indicator_id
    if not alike or (not canonical and old_figure.base_unit != new_figure.base_unit):
        return 0.0
    if canonical and not plausible(old_figure, new_figure):
        return 0.0
    shared = (
        old_figure.base_unit == new_figure.base_unit,
        old_figure.bound is new_figure.bound,
        old_period == new_period,
        same_statement(old_figure, new_figure),
    )
    among_main = _AMONG_MAIN if thread.announced and new.announced else 0.0
    return (
        alike + among_main + names.likeness(old_figure.indicator, new_figure.indicator) / 5 + sum(shared) / 20
    )

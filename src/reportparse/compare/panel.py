"""Lay indicators out over the years: one row an indicator, one column a year, its target and its result."""

from collections import defaultdict
from collections.abc import Container, Sequence

from reportparse.amounts import comparable, is_own
from reportparse.compare.fulfilment import review_year
from reportparse.compare.horizon import averaged, horizon
from reportparse.compare.threads import Thread, indicator_likeness
from reportparse.compare.years import Side, Sides
from reportparse.lexicon.headline import headline
from reportparse.model import Figure
from reportparse.model.comparison import Fulfilment, PanelCell, PanelRow


def panel(
    compared: Sides, aligned: Sequence[Thread], fulfilment: Sequence[Fulfilment]
) -> tuple[PanelRow, ...]:
    """Make the rows: every thread of targets for the reports' own years that two reports, or a result, speak of.

    Of several threads of one indicator and measure it is the one that stands among the main targets, or has
    the most years; `targets` has them all.
    A column is the year that a figure holds for: the target that the report of 2020 sets stands beside the
    result that the report of 2021 gives. Results of years for which no target was set stand alone. Where two
    reports of one year are compared, the columns are the reports' keys.
    """
    order = headline(compared.lexicon)
    told = {id(row.target): row.result for row in fulfilment if row.gap is not None}
    best: dict[tuple[object, ...], tuple[Thread, dict[str, list[Figure | None]]]] = {}
    for thread in aligned:
        if any(period is None or period.ahead for period in thread.horizons.values()):
            continue
        if not _own(thread, compared, order):
            continue
        cells = _cells(thread, compared, told)
        if len(cells) < 2 and not any(target and result for target, result in cells.values()):
            continue
        like = thread.latest()[0]
        row = (like.indicator_id, like.measure, compared.names.read(like.indicator).core)
        if row not in best or _weight(thread) > _weight(best[row][0]):
            best[row] = thread, cells
    rows = [_row(thread, cells) for thread, cells in best.values()]
    return tuple(sorted(rows, key=lambda row: order.get(row.indicator_id or "", len(order))))


def _own(thread: Thread, compared: Sides, known: Container[str]) -> bool:
    """Tell whether all targets of a thread are the place's own: no county's and no zone's stands for the whole."""
    told = [(thread.figures.get(side.key), side.report) for side in compared.all]
    return all(target is None or is_own(target, report, known) for target, report in told)


def _weight(thread: Thread) -> tuple[bool, int]:
    return thread.announced, len(thread.figures)


def _cells(thread: Thread, compared: Sides, told: dict[int, Figure | None]) -> dict[str, list[Figure | None]]:
    cells: dict[str, list[Figure | None]] = defaultdict(lambda: [None, None])
    for side in compared.all:
        if target := thread.figures.get(side.key):
            cells[side.key] = [target, told.get(id(target))]
    for side in compared.all:
        # What answers a target stands beside it, even where the review tells of it more than once.
        reviewed = cells[str(review_year(side))]
        reviewed[1] = reviewed[1] or _earlier(thread, side, compared)
    return {key: cells[key] for key in sorted(cells) if any(cells[key])}


def _earlier(thread: Thread, side: Side, compared: Sides) -> Figure | None:
    """Give what a report tells of the thread's headline indicator for the year before it, targets or not."""
    like = thread.latest()[0]
    if like.indicator_id is None:
        return None
    for result in side.report.results:
        period = horizon(result, review_year(side))
        if (
            period is not None
            and (period.first, period.last) == (review_year(side), review_year(side))
            and comparable(like, result)
            and averaged(like) is averaged(result)
            and indicator_likeness(like, result, compared.names) == 1
        ):
            return result
    return None


def _row(thread: Thread, cells: dict[str, list[Figure | None]]) -> PanelRow:
    last = thread.latest()[0]
    return PanelRow(
        indicator=last.indicator,
        indicator_id=last.indicator_id,
        measure=last.measure,
        unit=last.unit,
        by_year={key: PanelCell(target=target, result=result) for key, (target, result) in cells.items()},
    )

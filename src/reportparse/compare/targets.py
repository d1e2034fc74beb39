"""Say what became of each target."""

from collections.abc import Sequence

from reportparse.amounts import comparable, middle
from reportparse.compare.pairing import rounded
from reportparse.compare.threads import Thread
from reportparse.compare.years import Sides, years
from reportparse.lexicon.headline import headline
from reportparse.model import Figure, Tone
from reportparse.model.comparison import Change, ComparedTarget, TargetStep

_TONES = {Tone.soft: 0, None: 1, Tone.hard: 2}


def change(old: Figure | None, new: Figure | None) -> Change:
    """Say what became of a target.

    A range counts by its middle and a fall that is aimed at by its size: from 下降3.4% to 下降3% it is lowered.
    Where the amount is held the tone speaks.
    """
    if old is None:
        return Change.new
    if new is None:
        return Change.dropped
    if old.amount is None and new.amount is None and old.relation == new.relation:
        return _by_tone(old.tone, new.tone)
    if not comparable(old, new):
        return Change.not_comparable
    before, now = middle(old), middle(new)
    if before < 0 and now < 0:
        before, now = -before, -now
    if before != now:
        return Change.raised if now > before else Change.lowered
    return _by_tone(old.tone, new.tone)


def _by_tone(old: Tone | None, new: Tone | None) -> Change:
    if _TONES[old] == _TONES[new]:
        return Change.held
    return Change.hardened if _TONES[new] > _TONES[old] else Change.softened


def compare_targets(compared: Sides, aligned: Sequence[Thread]) -> tuple[ComparedTarget, ...]:
    """Say what became of each thread: headline indicators first, in the lexicon's order, the rest as printed."""
    order = headline(compared.lexicon)
    rows = (_compared(thread, compared) for thread in aligned)
    return tuple(sorted(rows, key=lambda row: order.get(row.indicator_id or "", len(order))))


def _compared(thread: Thread, compared: Sides) -> ComparedTarget:
    last = thread.latest()[0]
    steps = tuple(
        TargetStep(years=years(older, newer), change=change(*_both(thread, older.key, newer.key)))
        for older, newer in compared.neighbours()
        if {older.key, newer.key} & thread.figures.keys()
    )
    return ComparedTarget(
        indicator=last.indicator,
        indicator_id=last.indicator_id,
        measure=last.measure,
        by_year=thread.figures,
        change=_overall(thread, compared),
        steps=steps,
        likeness=rounded(thread.likeness),
        repeats={key: tuple(ids) for key, ids in thread.repeats.items()},
        not_stated=tuple(s.key for s in compared.all if last.indicator_id in s.report.not_stated),
    )


def _overall(thread: Thread, compared: Sides) -> Change:
    """Compare the first report with the last; what only a report between them has was dropped."""
    first, last = _both(thread, compared.all[0].key, compared.all[-1].key)
    return change(first, last) if first or last else Change.dropped


def _both(thread: Thread, older: str, newer: str) -> tuple[Figure | None, Figure | None]:
    return thread.figures.get(older), thread.figures.get(newer)

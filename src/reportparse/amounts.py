"""Compare figures by amount, whatever units they are printed in."""

from collections.abc import Container
from decimal import Decimal

from reportparse.model import Bound, Figure, Measure, Report

_ODD = Decimal(3)
"""No headline amount moves by this factor in a year; a figure that seems to is a part's, not the whole's."""


def comparable(a: Figure, b: Figure) -> bool:
    """Tell whether two figures are numbers of one measure in one base unit: growth with growth, 元 with 元."""
    return (
        a.amount is not None and b.amount is not None and (a.measure, a.base_unit) == (b.measure, b.base_unit)
    )


def middle(figure: Figure) -> Decimal:
    """Give the amount, of a range its middle. Raises ValueError for a figure in words."""
    if figure.amount is None:
        raise ValueError(f"{figure.id} has no amount")
    return figure.amount if figure.amount_max is None else (figure.amount + figure.amount_max) / 2


def per_unit(figure: Figure) -> Decimal:
    """Give what one printed unit is in base units: 10000 for 万人."""
    if not figure.amount or not figure.value:
        return Decimal(1)
    return figure.amount / figure.value


def plausible(a: Figure, b: Figure) -> bool:
    """Tell whether two levels of one canonical indicator can be the same thing's."""
    if a.measure is not Measure.level or not comparable(a, b):
        return True
    low, high = sorted(abs(middle(figure)) for figure in (a, b))
    return high <= _ODD * low


def is_own(target: Figure, report: Report, headline: Container[str]) -> bool:
    """Tell whether a target is the report's own place's, as far as is known.

    No other owner is named with it (`scope`), and the level of a headline indicator is no small part of what the report
    tells of the whole for the year before: 支持云岭县…地区生产总值达到330亿元 in the report of a city of 1500亿元.
    """
    if target.scope is not None:
        return False
    if target.indicator_id not in headline:
        return True
    before = str(report.meta.review_year)
    whole = [
        result
        for result in report.results
        if result.indicator_id == target.indicator_id
        and (result.scope, result.basis, result.period) == (None, None, before)
        and comparable(target, result)
    ]
    return not whole or middle(target) > max(map(middle, whole)) or plausible(target, max(whole, key=middle))


def same_statement(a: Figure, b: Figure) -> bool:
    """Tell whether two figures say the very same of their indicator, in whatever unit."""
    return _said(a) == _said(b)


def same_number(a: Figure, b: Figure) -> bool:
    """Tell whether two figures of one time give the same number of one measure, whatever their bounds."""
    numbers = [(f.measure, f.amount, f.amount_max, f.base_unit, f.basis, f.period) for f in (a, b)]
    return a.amount is not None and numbers[0] == numbers[1]


def _said(figure: Figure) -> tuple[object, ...]:
    exact = None if figure.bound is Bound.exact else figure.bound
    return (
        figure.measure,
        figure.amount,
        figure.amount_max,
        figure.base_unit,
        exact,
        figure.tone,
        figure.basis,
        figure.relation,
    )

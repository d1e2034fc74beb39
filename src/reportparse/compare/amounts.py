"""Compare figures by amount, whatever units they are printed in."""

from decimal import Decimal

from reportparse.model import Bound, Figure, Measure

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

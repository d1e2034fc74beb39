"""Say which results can answer a target: of its indicator, its measure and unit."""

from decimal import Decimal

from reportparse.amounts import comparable, plausible
from reportparse.compare.horizon import averaged
from reportparse.compare.names import Names
from reportparse.compare.threads import ALIKE, indicator_likeness, of_one_owner
from reportparse.grammar.reading import read
from reportparse.lexicon import IndicatorEntry, Lexicon
from reportparse.model import Basis, Bound, Figure, Measure
from reportparse.text import fold

_CALLED_ALIKE = 0.9
"""How alike two indicators are of which one is often called by the other's name (新增就业, 城镇新增就业)."""

_TO_A_STATE = ("reach", "grow", "fall")
"""What a verb says of a level that is a stock: 达到600家, 增至600家."""

_FLOWS = (Measure.change, Measure.level)

_COMMON = {
    **dict.fromkeys(("公斤", "千克"), ("吨", Decimal("0.001"))),
    **dict.fromkeys(("斤", "市斤"), ("吨", Decimal("0.0005"))),
    "公顷": ("亩", Decimal(15)),
}
"""Units that reports change from year to year: what each is of another, exactly."""


class Answers:
    """Compare a target with the results of a review, in the light of a lexicon."""

    def __init__(self, names: Names, lexicon: Lexicon) -> None:
        self._names, self.lexicon = names, lexicon
        entries = lexicon.of(IndicatorEntry)
        self._answers = {entry.id: entry.answers for entry in entries if entry.answers}
        self._forms = {entry.id: entry.forms for entry in entries}

    def alike(self, target: Figure, result: Figure) -> float:
        """Say how alike the indicators are, 0 where they are two.

        A name that says nothing (人数) is read with its quote; a counted thing may be told by its head alone (大棚 for
        蔬菜大棚) where the amount is of its order.
        """
        alike = indicator_likeness(target, result, self._names)
        if alike or not of_one_owner(target, result, self._names):
            return alike
        a, b = target.indicator_id, result.indicator_id
        if a and b:
            return _CALLED_ALIKE if b in (self._answers.get(a), a) or a == self._answers.get(b) else 0.0
        if self._names.plain(result.indicator):
            called = (*self._forms.get(a or "", ()), fold(target.indicator))
            return float(any(name in fold(result.quote) for name in called if len(name) > 2))
        head, whole = fold(result.indicator), fold(target.indicator)
        counted = len(head) > 1 and whole.endswith(head) and target.measure in _FLOWS and not (a or b)
        return (
            ALIKE
            if counted and target.base_unit == result.base_unit and self._of_one_order(target, result)
            else 0.0
        )

    def named(self, target: Figure, result: Figure) -> bool:
        """Tell whether a result bears the very name of a target; other names of one indicator may be of its parts."""
        return self._names.read(target.indicator).core == self._names.read(result.indicator).core

    def like(self, target: Figure, result: Figure) -> bool:
        """Tell whether a result can be held against a target: one measure and unit, averages only with averages.

        What is told to have been built or gained in the year answers what was to be added (新增养老床位, 建成床位); a
        stock that is reached does not (高新技术企业达到600家).
        """
        if averaged(target) is not averaged(result):
            return False
        if comparable(target, result):
            return True
        return (
            {target.measure, result.measure} == set(_FLOWS)
            and target.amount is not None
            and result.amount is not None
            and target.base_unit == result.base_unit
            and not self._is_stock(target)
            and not self._is_stock(result)
        )

    def _is_stock(self, figure: Figure) -> bool:
        if figure.measure is Measure.change:
            return False
        if figure.basis is Basis.cumulative or figure.bound is Bound.over:
            return True
        tokens = read(fold(figure.quote), self.lexicon).tokens
        return any(token.features.verb and token.features.verb.act in _TO_A_STATE for token in tokens)

    def _of_one_order(self, target: Figure, result: Figure) -> bool:
        level = {"measure": Measure.level}
        return plausible(target.model_copy(update=level), result.model_copy(update=level))


def is_part(target: Figure, result: Figure) -> bool:
    """Tell whether a result counts a part of what a target counts as a whole: 小学座位 of 座位, in one period."""
    whole, part = fold(target.indicator), fold(result.indicator)
    counted = target.measure in _FLOWS and comparable(target, result)
    return counted and part != whole and part.endswith(whole)


def in_common_unit(figure: Figure) -> Figure:
    """Write a growth in 倍 as one in percent, mass in 吨 and land in 亩: 翻番 is 100 %, 2亿斤 are 10万吨.

    Its printed unit stays, so that a gap is in that.
    """
    if (common := _COMMON.get(figure.base_unit)) and figure.amount is not None:
        unit, times = common
        most = None if figure.amount_max is None else figure.amount_max * times
        return figure.model_copy(
            update={"amount": figure.amount * times, "amount_max": most, "base_unit": unit}
        )
    if figure.measure is not Measure.growth or figure.base_unit != "倍" or figure.amount is None:
        return figure
    hundred = Decimal(100)
    most = None if figure.amount_max is None else figure.amount_max * hundred
    return figure.model_copy(
        update={
            "amount": figure.amount * hundred,
            "amount_max": most,
            "base_unit": "%",
            "value": figure.amount * hundred,
        }
    )

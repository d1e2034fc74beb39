"""Hold what a quantity says besides what its short form shows: amounts in base units, both ends of a range."""

import pytest

from reportparse.grammar.quantity import quantities
from reportparse.lexicon import load
from reportparse.text import fold


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("新增就业3—5万人", ("30000", "50000", "人")),
        ("税收达到3.2—3.5亿元", ("320000000", "350000000", "元")),
        ("粮食产量86万吨", ("860000", "None", "吨")),
        ("绿道2万5千米", ("25000", "None", "米")),
        ("产值翻一番", ("1", "None", "倍")),
        ("规模突破千亿元", ("100000000000", "None", "元")),
    ],
)
def test_amounts_are_in_base_units(text: str, amounts: tuple[str, str, str]) -> None:
    """A scale word holds for both ends of a range."""
    (found,) = quantities(fold(text), load())
    assert (str(found.amount), str(found.amount_max), found.base_unit) == amounts


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("客运量分别达到82、140和36万人", "万人|万人|万人"),
        ("分别提高1.2、0.8个百分点", "个百分点|个百分点"),
        ("建设地铁3、5号线", ""),
    ],
)
def test_bare_numbers_of_a_list_have_the_unit_of_its_last(text: str, units: str) -> None:
    """Numbers of lines and phases have none."""
    assert "|".join(q.unit for q in quantities(fold(text), load()) if q.unit) == units


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("力争税收增长9%以上", "9%以上"),
        ("接待游客近30万人次", "近30万人次"),
        ("绿道30多公里左右", "30多公里左右"),
    ],
)
def test_bound_words_belong_to_the_quantity(text: str, words: str) -> None:
    """Those before the number and those behind it."""
    (found,) = quantities(fold(text), load())
    assert fold(text)[found.start : found.end] == words

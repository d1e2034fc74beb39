"""Hold how a sentence is cut into numbers with the words that belong to them."""

import pytest

from reportparse.extractors.figures.items import items
from reportparse.grammar.clause import Span
from reportparse.grammar.quantity import quantities
from reportparse.lexicon import load


@pytest.mark.parametrize(
    ("text", "along", "alike"),
    [
        ("覆盖率、达标率分别达到92%、95%和97%，提高2%。", [3, 2, 1, 1], [3, 2, 1, 1]),
        ("产值、增速分别达到3亿元、5%。", [2, 1], [1, 1]),
        ("利润、税收分别达到3亿元、5万元和8%、9%。", [4, 3, 2, 1], [2, 1, 2, 1]),
        ("增长3%、下降2%。", [1, 1], [1, 1]),
        ("增长3%，2%。", [1, 1], [1, 1]),
    ],
)
def test_numbers_in_a_row_are_counted(text: str, along: list[int], alike: list[int]) -> None:
    """From each on as long as marks alone part them, and as long as they are of one sort."""
    found = items(text, text, Span(0, len(text)), quantities(text, load()))
    assert [item.along for item in found] == along
    assert [item.alike for item in found] == alike

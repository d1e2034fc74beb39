"""Hold the cutting of text into sentences and clauses."""

from collections.abc import Callable

import pytest

from reportparse.grammar.clause import Span, clauses, sentences
from reportparse.text import fold

SENTENCES = [
    ("建成二号桥。开工三号桥！", ["建成二号桥。", "开工三号桥！"]),
    ("老人说：“路修好了。车也通了。”大家都笑。", ["老人说：“路修好了。车也通了。”", "大家都笑。"]),
    ("办好十件实事（详见附件。）。再办两件。", ["办好十件实事（详见附件。）。", "再办两件。"]),
    ("实施“安居工程。改造老旧小区", ["实施“安居工程。", "改造老旧小区"]),
    ("  新建泵站3座 。", ["新建泵站3座 。"]),
]

CLAUSES = [
    ("加快码头建设，开工北线高速；完善：供水、供电", ["加快码头建设", "开工北线高速", "完善", "供水、供电"]),
    ("实施“一河清，两岸绿”行动，植树80万株。", ["实施“一河清，两岸绿”行动", "植树80万株"]),
    ("整治街巷（含支路，小巷）30条,新增车位500个", ["整治街巷（含支路，小巷）30条", "新增车位500个"]),
    ("发放补贴15,326万元，每晚8:30开放", ["发放补贴15,326万元", "每晚8:30开放"]),
    ("让河水清起来!我们将全力以赴", ["让河水清起来", "我们将全力以赴"]),
]


@pytest.mark.parametrize("text, expected", SENTENCES)
def test_a_sentence_ends_at_its_full_stop(text: str, expected: list[str]) -> None:
    """Full stops in quotations and brackets end nothing, unless their mate is missing."""
    assert [span.of(text) for span in sentences(text)] == expected


@pytest.mark.parametrize("text, expected", CLAUSES)
@pytest.mark.parametrize("view", [str, fold])
def test_a_clause_ends_at_its_mark(text: str, expected: list[str], view: Callable[[str], str]) -> None:
    """Printed and folded text are cut at the same places."""
    assert [span.of(text) for span in clauses(view(text))] == expected


def test_spans_know_their_neighbours() -> None:
    """Half-open spans that touch do not meet."""
    assert Span(2, 5).meets(4, 9) and not Span(2, 5).meets(5, 9)

"""Promised and done: judged by the bound that was set."""

from decimal import Decimal

import pytest

from reportparse.compare import Tolerances, compare
from reportparse.model import Basis, Bound, Figure, Measure
from reportparse.model.comparison import Fulfilment, Verdict
from tests.compare.making import figure, report

GDP = "地区生产总值"
CPI = "居民消费价格"
LEAST, AROUND, MOST = Bound.at_least, Bound.around, Bound.at_most


def _judged(target: Figure, *results: Figure, tolerances: Tolerances | None = None) -> Fulfilment:
    reports = [report(2020, targets=[target]), report(2021, results=results)]
    (row,) = compare(reports, tolerances=tolerances).fulfilment
    return row


@pytest.mark.parametrize(
    ("target", "result", "verdict"),
    [
        (figure(GDP, "8", bound=LEAST), "8.06", Verdict.exceeded),
        (figure(GDP, "8", bound=LEAST), "8.05", Verdict.met),
        (figure(GDP, "8", bound=LEAST), "8", Verdict.met),
        (figure(GDP, "8", bound=LEAST), "7.99", Verdict.missed),
        (figure(GDP, "8", bound=AROUND), "7.7", Verdict.met),
        (figure(GDP, "8", bound=AROUND), "7.69", Verdict.missed),
        (figure(GDP, "6", to="6.5"), "6.55", Verdict.met),
        (figure(GDP, "6", to="6.5"), "6.6", Verdict.exceeded),
        (figure(GDP, "6", to="6.5"), "6", Verdict.met),
        (figure(GDP, "6", to="6.5"), "5.9", Verdict.missed),
        (figure(CPI, "3", bound=AROUND), "2.9", Verdict.exceeded),
        (figure(CPI, "3", bound=AROUND), "3.3", Verdict.met),
        (figure(CPI, "3", bound=AROUND), "3.31", Verdict.missed),
        (figure(CPI, "3"), "3.1", Verdict.missed),
        (figure("彩灯损耗率", "4.5", bound=MOST), "4.5", Verdict.met),
        (figure("彩灯损耗率", "4.5", bound=MOST), "4.4", Verdict.exceeded),
        (figure("彩灯损耗率", "4.5", bound=MOST), "4.6", Verdict.missed),
        (figure("彩灯能耗", "-3", bound=LEAST), "-3.2", Verdict.exceeded),
        (figure("彩灯能耗", "-3", bound=LEAST), "-3", Verdict.met),
        (figure("彩灯能耗", "-3", bound=LEAST), "-2", Verdict.missed),
        (figure("彩灯销量", "-3", bound=MOST), "-2", Verdict.exceeded),
        (figure("彩灯销量", "-3", bound=MOST), "-4", Verdict.missed),
        (figure(GDP, None, relation="高于全省"), "8", Verdict.not_comparable),
    ],
)
def test_the_verdict(target: Figure, result: str, verdict: Verdict) -> None:
    """Floors, ceilings, ranges, 左右 and falls each have their own way to be reached."""
    told = figure(target.indicator, result, period="2020")
    assert _judged(target, told).verdict is verdict


def test_what_another_owner_has_is_no_answer() -> None:
    """区本级固定资产投资 is not what was promised of the whole place, nor 财政总收入 what the place keeps of it."""
    target = figure("区本级固定资产投资", "9").model_copy(update={"scope": "区本级", "indicator_id": None})
    assert _judged(target, figure("固定资产投资", "9", period="2020")).verdict is Verdict.not_reported
    told = figure("财政总收入", "9", period="2020")
    assert _judged(figure("地方财政总收入", "9"), told).verdict is Verdict.not_reported


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("柳沟镇建成育苗大棚300亩、烘干房20座。", Verdict.not_reported),
        ("白塘镇建成育苗大棚300亩、烘干房20座。", Verdict.exceeded),
        ("乡镇建成育苗大棚300亩、烘干房20座。", Verdict.exceeded),
    ],
)
def test_what_a_town_has_is_no_answer_for_the_whole(told: str, verdict: Verdict) -> None:
    """Its sentence opens with the town; a promise that names the town itself is answered by it."""
    asked = "支持白塘发展设施农业，建设烘干房15座。"
    older = report(
        2020,
        targets=[figure("烘干房", "15", "座", measure=Measure.level, paragraph="q1")],
        texts=[("s1", asked)],
    )
    newer = report(2021, results=[figure("烘干房", "20", "座", measure=Measure.level)], review=[told])
    (row,) = compare([older, newer]).fulfilment
    assert row.verdict is verdict


def test_amounts_are_compared_across_units() -> None:
    """0.05 is meant of the unit that the target is printed in."""
    target = figure("城镇新增就业", "3.2", "万人", measure=Measure.change, bound=LEAST)
    near, far = (
        figure(target.indicator, n, "人", measure=Measure.change, period="2020") for n in ("32400", "32600")
    )
    assert _judged(target, near).verdict is Verdict.met
    row = _judged(target, far)
    assert (row.verdict, row.gap) == (Verdict.exceeded, Decimal("0.06"))


def test_around_has_no_slack_for_amounts() -> None:
    """0.3 percentage points are nothing to 900亿元左右."""
    target = figure("彩灯产值", "900", "亿元", measure=Measure.level, bound=AROUND)
    told = figure(target.indicator, "899.8", "亿元", measure=Measure.level, period="2020")
    assert _judged(target, told).verdict is Verdict.missed


def test_tolerances_are_the_caller_s() -> None:
    """Both can be set."""
    target, told = figure(GDP, "8", bound=AROUND), figure(GDP, "7.5", period="2020")
    assert _judged(target, told, tolerances=Tolerances(around_below=Decimal("0.5"))).verdict is Verdict.met
    strict = Tolerances(exceeded_by=Decimal(0))
    assert _judged(target, figure(GDP, "8.01", period="2020"), tolerances=strict).verdict is Verdict.exceeded


def test_what_is_not_told_is_not_reported() -> None:
    """Neither another year's result nor another indicator's stands in."""
    others = (figure(GDP, "9", period="2019"), figure("进出口总额", "9", period="2020"))
    row = _judged(figure(GDP, "8"), *others)
    assert (row.verdict, row.result) == (Verdict.not_reported, None)


def test_growth_is_never_judged_by_a_level() -> None:
    """The level is shown where no growth is told, and not compared."""
    level = figure(GDP, "900", "亿元", measure=Measure.level, period="2020")
    row = _judged(figure(GDP, "8"), level)
    assert (row.verdict, row.gap) == (Verdict.not_comparable, None)
    assert _judged(figure(GDP, "8"), level, figure(GDP, "8.1", period="2020")).verdict is Verdict.exceeded


def test_an_average_over_years_is_judged_by_an_average() -> None:
    """年均 6% in 2016-2020 is not reached by one year's growth."""
    target = figure(GDP, "6", period="2016-2020", basis=Basis.annual_average)
    reports = [
        report(2016, targets=[target]),
        report(2021, results=[figure(GDP, "9", period="2016-2020"),
                              figure(GDP, "6.2", period="2016-2020", basis=Basis.annual_average)]),
    ]  # fmt: skip
    (row,) = compare(reports).fulfilment
    assert row.verdict is Verdict.exceeded
    assert row.result is not None and row.result.id == "r2"
    assert row.years == (2016, 2021)


def test_a_state_is_told_for_the_span_or_its_last_year() -> None:
    """到2020年 60% is reached by what 2016-2020 ended with."""
    target = figure("城镇化率", "60", measure=Measure.share, period="2020")
    told = figure("城镇化率", "60.6", measure=Measure.share, period="2016-2020")
    (row,) = compare([report(2016, targets=[target]), report(2021, results=[told])]).fulfilment
    assert row.verdict is Verdict.exceeded


def test_a_result_stands_beside_one_target() -> None:
    """Two targets of one indicator do not share a result; the one of the main targets has it."""
    row, other = compare(
        [
            report(2020, targets=[figure(GDP, "8"), figure(GDP, "12")]),
            report(2021, results=[figure(GDP, "8.1", period="2020")]),
        ]
    ).fulfilment
    assert {row.verdict, other.verdict} == {Verdict.exceeded, Verdict.not_reported}


def test_only_the_first_report_that_looks_back_judges() -> None:
    """2022's report says nothing more of 2020's target; places that differ judge nothing."""
    told = [figure(GDP, "8.1", period="2020")]
    years = [report(2020, targets=[figure(GDP, "8")]), report(2021, results=told), report(2022, results=told)]
    assert [row.years for row in compare(years).fulfilment] == [(2020, 2021)]
    assert not compare([years[0], report(2021, "墨池区", results=told)]).fulfilment


def test_plans_that_no_report_looks_back_on_yet_are_not_judged() -> None:
    """An aim for 2025 is not missed in 2021."""
    aim = figure(GDP, "6", period="2025")
    assert not compare([report(2020, targets=[aim]), report(2021)]).fulfilment


def test_a_target_told_twice_has_one_result() -> None:
    """The second is judged as the first, never by the level beside the growth."""
    targets = [figure(GDP, "6.5", bound=AROUND), figure(GDP, "6.5", id_="t2")]
    told = [
        figure(GDP, "6.6", period="2020"),
        figure(GDP, "90", "亿元", measure=Measure.level, period="2020"),
    ]
    rows = compare([report(2020, targets=targets), report(2021, results=told)]).fulfilment
    assert [row.verdict for row in rows] == [Verdict.exceeded, Verdict.exceeded]
    assert all(row.result and row.result.measure is Measure.growth for row in rows)


@pytest.mark.parametrize(
    ("target", "review", "verdict"),
    [
        (figure("固定资产投资", "0", bound=LEAST), "全市固定资产投资与上年持平。", Verdict.met),
        (figure("固定资产投资", "5"), "固定资产投资基本持平。", Verdict.missed),
        (figure("彩灯污染物排放量", "0", bound=MOST), "彩灯污染物排放量实现零增长。", Verdict.met),
        (figure("进出口", None, relation="实现正增长"), "进出口由负转正。", Verdict.met),
        (figure("居民收入", None, relation="与经济增长同步"), "居民收入与经济增长基本同步。", Verdict.met),
        (figure("彩灯产量", None, relation="居全省首位"), "彩灯产量居全省首位。", Verdict.met),
        (figure("固定资产投资", "5"), "墨池区固定资产投资与上年持平，成效明显。", Verdict.not_reported),
        (figure("固定资产投资", "5"), "进出口与上年持平。", Verdict.not_reported),
    ],
)
def test_a_result_in_words_answers_a_target(target: Figure, review: str, verdict: Verdict) -> None:
    """持平 and 零增长 are 0 %; what a target asks for in words is met by the same words; whose it is counts."""
    reports = [report(2020, targets=[target]), report(2021, review=[review])]
    (row,) = compare(reports).fulfilment
    assert row.verdict is verdict
    assert row.result is None or row.result.quote in review


@pytest.mark.parametrize(
    ("asked", "grown", "verdict"),
    [
        ("与经济增长同步", "5.9", Verdict.met),
        ("与经济增长同步", "5.2", Verdict.missed),
        ("实现正增长", "0.1", Verdict.met),
        ("实现正增长", "-2", Verdict.missed),
        ("继续下降", "-2", Verdict.met),
    ],
)
def test_a_number_answers_a_target_in_words(asked: str, grown: str, verdict: Verdict) -> None:
    """As fast as the economy is no more than 0.3 points slower than the gross product."""
    target = figure("居民收入", None, relation=asked)
    results = [figure("居民收入", grown, period="2020"), figure(GDP, "6", period="2020")]
    reports = [report(2020, targets=[target]), report(2021, results=results)]
    assert compare(reports).fulfilment[0].verdict is verdict


@pytest.mark.parametrize(("told", "verdict"), [("52.1", Verdict.exceeded), ("49", Verdict.missed)])
def test_mass_and_land_are_compared_in_one_unit(told: str, verdict: Verdict) -> None:
    """斤 of last year are 吨 of this: 10亿斤 are 50万吨; the gap is in the target's unit."""
    target = figure("粮食产量", "10", "亿斤", measure=Measure.level, bound=Bound.at_least)
    result = figure("粮食产量", told, "万吨", measure=Measure.level)
    (row,) = compare([report(2020, targets=[target]), report(2021, results=[result])]).fulfilment
    assert row.verdict is verdict
    assert row.gap == (Decimal(told) - 50) / 5


@pytest.mark.parametrize(
    ("told", "verdict"), [("5.2", Verdict.exceeded), ("5.8", Verdict.met), ("5.9", Verdict.missed)]
)
def test_less_is_better_where_the_indicator_says_so(told: str, verdict: Verdict) -> None:
    """城镇调查失业率5.5%左右 is a ceiling as prices are: up to 0.3 points above are met."""
    share = Measure.share
    target = figure("城镇调查失业率", "5.5", measure=share, bound=Bound.around)
    result = figure("城镇调查失业率", told, measure=share)
    (row,) = compare([report(2020, targets=[target]), report(2021, results=[result])]).fulfilment
    assert (row.verdict, row.ceiling) == (verdict, True)


@pytest.mark.parametrize(
    ("told", "verdict"), [("省级家庭工场", Verdict.exceeded), ("家庭农庄", Verdict.not_reported)]
)
def test_what_is_called_nearly_alike(told: str, verdict: Verdict) -> None:
    """A name with a word more in front answers, one of another thing does not, however alike the letters."""
    level = Measure.level
    target = figure("家庭工场", "60", "家", measure=level)
    result = figure(told, "72", "家", measure=level)
    (row,) = compare([report(2020, targets=[target]), report(2021, results=[result])]).fulfilment
    assert row.verdict is verdict


def test_doubling_is_a_hundred_percent() -> None:
    """A growth in 倍 stands beside one in percent."""
    assert (
        _judged(figure("彩灯产值", "90"), figure("彩灯产值", "1", "倍", period="2020")).verdict
        is Verdict.exceeded
    )


def test_new_jobs_answer_those_in_towns() -> None:
    """新增就业 and 城镇新增就业 are told of under either name, unless the very one is told too."""
    change = Measure.change
    target = figure("城乡新增就业", "3", "万人", measure=change)
    near, far = (figure(name, value, "万人", measure=change, period="2020")
                 for name, value in (("城乡新增就业", "2.5"), ("城镇新增就业", "3.2")))  # fmt: skip
    assert _judged(target, far).verdict is Verdict.exceeded
    assert _judged(target, far, near).verdict is Verdict.missed


@pytest.mark.parametrize(
    ("name", "told", "value"),
    [
        ("学位", {"普通高中学位": "0.9", "义务教育学位": "2"}, "2"),
        ("普通高中学位", {"普通高中学位": "0.9", "义务教育学位": "2"}, "0.9"),
        ("学位", {"普通高中学位": "0.9", "学位": "2.5", "义务教育学位": "1.6"}, "2.5"),
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_of_several_results_of_one_indicator(name: str, told: dict[str, str], value: str, order: int) -> None:
    """The one that bears the target's name comes first, then the greatest part, wherever it stands."""
    change = Measure.change
    results = [figure(own, n, "万个", measure=change, period="2020") for own, n in told.items()]
    row = _judged(figure(name, "1.5", "万个", measure=change), *results[::order])
    assert row.result is not None and row.result.value == Decimal(value)


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [("建成彩灯长廊12处", Verdict.exceeded), ("彩灯长廊达到12处", Verdict.not_comparable)],
)
def test_what_was_built_answers_what_was_to_be_added(quote: str, verdict: Verdict) -> None:
    """A stock that is reached does not."""
    target = figure("彩灯长廊", "10", "处", measure=Measure.change)
    told = figure("彩灯长廊", "12", "处", measure=Measure.level, period="2020", quote=quote)
    assert _judged(target, told).verdict is verdict

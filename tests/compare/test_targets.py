"""Targets: aligned by indicator, period and measure; raised, lowered, held, harder, softer."""

import pytest

from reportparse.compare import compare
from reportparse.model import Basis, Bound, Figure, Measure, Tone
from reportparse.model.comparison import Change, ComparedTarget
from tests.compare.making import figure, report

GDP = "地区生产总值"
JOBS = "城镇新增就业"


def of(scope: str, told: Figure) -> Figure:
    """Give a figure to a zone or a level of government."""
    return told.model_copy(update={"scope": scope, "indicator_id": None})


def _only(old: list[Figure], new: list[Figure]) -> ComparedTarget:
    rows = compare([report(2020, targets=old), report(2021, targets=new)]).targets
    assert len(rows) == 1, rows
    return rows[0]


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        (figure(GDP, "8"), figure(GDP, "8.5"), Change.raised),
        (figure(GDP, "8"), figure(GDP, "7.5"), Change.lowered),
        (figure(GDP, "8"), figure(GDP, "8"), Change.held),
        (figure(GDP, "6.5", to="7"), figure(GDP, "6.5"), Change.lowered),
        (figure(GDP, "6", to="7"), figure(GDP, "6.5"), Change.held),
        (figure(GDP, "8", tone=Tone.soft), figure(GDP, "8", tone=Tone.hard), Change.hardened),
        (figure(GDP, "8"), figure(GDP, "8", tone=Tone.hard), Change.hardened),
        (figure(GDP, "8", tone=Tone.hard), figure(GDP, "8", tone=Tone.soft), Change.softened),
        (figure(JOBS, "9000", "人"), figure(JOBS, "0.9", "万人"), Change.held),
        (figure(JOBS, "9000", "人"), figure(JOBS, "1", "万人"), Change.raised),
        (figure("能耗", "-3.4"), figure("能耗", "-3"), Change.lowered),
        (figure(GDP, None, relation="高于全省"), figure(GDP, None, relation="高于全省"), Change.held),
        (figure(GDP, "8"), figure(GDP, None, relation="高于全省"), Change.not_comparable),
    ],
)
def test_what_became_of_a_target(old: Figure, new: Figure, change: Change) -> None:
    """Amounts decide, whatever the unit; the tone speaks where they are equal."""
    assert _only([old], [new]).change is change


def test_money_of_two_currencies_is_not_comparable() -> None:
    """元 and 美元 are one indicator's but no one number."""
    name, level = "实际利用外资", Measure.level
    old = figure(name, "4.8", "亿美元", measure=level)
    new = figure(name, "31", "亿元", measure=level)
    if old.indicator_id:
        assert _only([old], [new]).change is Change.not_comparable


def test_growth_and_level_are_never_aligned() -> None:
    """地区生产总值增长8% and 达到900亿元 are two targets."""
    level = figure(GDP, "900", "亿元", measure=Measure.level)
    rows = compare([report(2020, targets=[figure(GDP, "8")]), report(2021, targets=[level])]).targets
    assert {row.change for row in rows} == {Change.new, Change.dropped}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (figure("财政总收入", "9"), figure("地方财政总收入", "7")),
        (figure("固定资产投资", "9"), of("区本级", figure("区本级固定资产投资", "7"))),
        (of("云湖新区", figure("工业产值", "9")), of("松河开发区", figure("工业产值", "7"))),
    ],
)
def test_figures_of_two_owners_are_never_aligned(old: Figure, new: Figure) -> None:
    """What the place has altogether is no other year's part of it, nor one zone's what another zone has."""
    rows = compare([report(2020, targets=[old]), report(2021, targets=[new])]).targets
    assert {row.change for row in rows} == {Change.new, Change.dropped}
    again = compare([report(2020, targets=[new]), report(2021, targets=[new])]).targets
    assert [row.change for row in again] == [Change.held]


def test_the_year_and_five_years_are_never_aligned() -> None:
    """An aim for 2025 is none for 2021; it is the same as the next report's aim for 2025."""
    plan = figure(GDP, "7", period="2021-2025", basis=Basis.annual_average)
    old = report(2021, targets=[figure(GDP, "8", period="2021"), plan])
    new = report(2022, targets=[figure(GDP, "7", period="2022"), plan])
    rows = {row.by_year["2021"].period: row for row in compare([old, new]).targets}
    assert rows["2021"].by_year["2022"].period == "2022"
    assert rows["2021-2025"].change is Change.held


def test_aims_as_far_ahead_are_aligned() -> None:
    """One five-year plan is compared with the next."""
    old = report(2016, targets=[figure("城镇化率", "60", measure=Measure.share, period="2020")])
    new = report(2021, targets=[figure("城镇化率", "65", measure=Measure.share, period="2025")])
    assert compare([old, new]).targets[0].change is Change.raised


def test_names_are_aligned_by_likeness_which_is_shown() -> None:
    """Without a canonical indicator the score stands in the row."""
    row = _only(
        [figure("彩灯节游客人数", "30", "万人次", measure=Measure.level)],
        [figure("彩灯节接待游客人数", "35", "万人次", measure=Measure.level)],
    )
    assert row.change is Change.raised
    assert row.likeness is not None and 0.75 <= row.likeness < 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("城镇居民可支配收入", "农村居民可支配收入"),
        ("彩灯节门票收入", "彩灯节门票支出"),
        ("环城2号线客运量", "环城3号线客运量"),
        ("投资", "投资"),
        ("科技支出占一般公共预算支出比重", "民生支出占一般公共预算支出比重"),
    ],
)
def test_what_is_told_apart(old: str, new: str) -> None:
    """Contrasts, numbers, plain words and what a share is of part two names."""
    pair = [figure(old, "8", quote="甲"), figure(new, "9", quote="乙")]
    rows = compare([report(2020, targets=pair[:1]), report(2021, targets=pair[1:])]).targets
    assert {row.change for row in rows} == {Change.new, Change.dropped}


def test_a_target_that_is_newly_not_stated() -> None:
    """It is dropped, and the row says which report states none."""
    old, new = report(2019, targets=[figure(GDP, "6")]), report(2020, not_stated=("gdp",))
    row = compare([old, new]).targets[0]
    assert (row.change, row.not_stated) == (Change.dropped, ("2020",))


def test_a_target_that_comes_back_is_one_target() -> None:
    """A year without it breaks no thread; the steps tell of it."""
    years = [
        report(2019, targets=[figure(GDP, "6")]),
        report(2020),
        report(2021, targets=[figure(GDP, "6.5")]),
    ]
    (row,) = compare(years).targets
    assert list(row.by_year) == ["2019", "2021"]
    assert row.change is Change.raised
    assert [step.change for step in row.steps] == [Change.dropped, Change.new]


def test_the_same_said_twice_is_noted_and_not_merged_silently() -> None:
    """One row, with the id of the other; a different number is a row of its own."""
    old = report(2020, targets=[figure(GDP, "8"), figure(GDP, "8"), figure(GDP, "9")])
    rows = compare([old, report(2021, targets=[figure(GDP, "8")])]).targets
    assert sorted(row.change for row in rows) == [Change.dropped, Change.held]
    assert next(row for row in rows if row.change is Change.held).repeats == {"2020": ("t2",)}


def test_a_part_is_not_taken_for_the_whole() -> None:
    """A county's 30亿元 is no version of the city's 900亿元."""
    level = Measure.level
    city = figure(GDP, "900", "亿元", measure=level)
    county = figure(GDP, "30", "亿元", measure=level)
    rows = compare([report(2020, targets=[city]), report(2021, targets=[county])]).targets
    assert {row.change for row in rows} == {Change.new, Change.dropped}


def test_bounds_alone_are_no_change() -> None:
    """达到 and 以上 with one tone and one number is held."""
    assert _only([figure(GDP, "8")], [figure(GDP, "8", bound=Bound.at_least)]).change is Change.held

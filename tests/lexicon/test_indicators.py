"""Hold the indicators: their table, and how printed names are mapped to them."""

from collections import Counter

import pytest

from reportparse.extractors.indicators import identify
from reportparse.lexicon import IndicatorEntry, load
from tools.indicators import PAGE, page

INDICATORS = load().of(IndicatorEntry)

HEADLINE = {
    "gdp", "budget_revenue", "fixed_investment", "retail_sales", "industrial_value_added", "trade", "urban_jobs",
    "surveyed_unemployment", "cpi", "resident_income", "urban_income", "rural_income", "grain_output",
}  # fmt: skip

MAPPED = [
    ("地区生产总值", "gdp"),
    ("全市地区生产总值", "gdp"),
    ("我省生产总值", "gdp"),
    ("GDP增速", "gdp"),
    ("ＧＤＰ", "gdp"),
    ("经济增长", "gdp"),
    ("国内生产总值（GDP）", "gdp"),
    ("人均地区生产总值", "gdp_per_capita"),
    ("规上工业增加值", "industrial_value_added"),
    ("规模工业增加值增幅", "industrial_value_added"),
    ("全部工业增加值", "all_industry_value_added"),
    ("地方一般公共预算收入", "budget_revenue"),
    ("市级一般公共预算收入", "budget_revenue"),
    ("一般公共预算支出", "budget_expenditure"),
    ("财政总收入", "total_fiscal_revenue"),
    ("500万元以上固定资产投资", "fixed_investment"),
    ("民间投资占比", "private_investment_share"),
    ("社零总额", "retail_sales"),
    ("限上社会消费品零售总额", "above_quota_retail"),
    ("外贸进出口总值", "trade"),
    ("外贸出口", "exports"),
    ("城镇新增就业人数", "urban_jobs"),
    ("城镇登记失业率", "registered_unemployment"),
    ("全国城镇调查失业率", "surveyed_unemployment"),
    ("居民消费价格指数涨幅", "cpi"),
    ("全体居民人均可支配收入", "resident_income"),
    ("城镇常住居民人均可支配收入", "urban_income"),
    ("农牧民人均纯收入", "rural_net_income"),
    ("粮食总产", "grain_output"),
    ("粮食单产", "grain_yield"),
    ("国家级专精特新“小巨人”企业", "little_giants"),
    ("PM2.5 平均浓度", "pm25"),
    ("高新技术企业总数", "hightech_firms"),
]

NOT_MAPPED = [
    "食品工业增加值",
    "高新区规上工业增加值",
    "保税区进出口总额",
    "地区生产总值占全省比重",
    "脱贫县居民收入",
    "重点产业链",
    "全市",
    "增长",
    "",
]


def test_there_are_enough_indicators() -> None:
    """Reports use at least 180, and those of the contract are the headline ones."""
    assert len(INDICATORS) >= 180
    assert {entry.id for entry in INDICATORS if entry.headline} == HEADLINE


def test_no_name_stands_for_two_indicators() -> None:
    """A printed name is one indicator."""
    count = Counter(form for entry in INDICATORS for form in entry.forms)
    assert [form for form, times in count.items() if times > 1] == []


@pytest.mark.parametrize("entry", INDICATORS, ids=lambda entry: entry.id)
def test_every_name_is_mapped_to_its_own_indicator(entry: IndicatorEntry) -> None:
    """No word that is read off takes a name to another indicator, and the example holds a name."""
    assert {identify(form, load()) for form in entry.forms} == {entry.id}
    assert any(form in entry.example for form in entry.forms)


@pytest.mark.parametrize(("printed", "indicator"), MAPPED)
def test_printed_indicator_has_its_id(printed: str, indicator: str) -> None:
    """Scope at the head and change at the tail do not matter."""
    assert identify(printed, load()) == indicator


@pytest.mark.parametrize("printed", NOT_MAPPED)
def test_part_of_an_indicator_has_no_id(printed: str) -> None:
    """A branch, a zone or a proportion is not the indicator itself."""
    assert identify(printed, load()) is None


def test_own_place_is_read_off() -> None:
    """The report's own place may stand before the name, with its kind or without."""
    assert identify("云岭市地区生产总值", load(), place="云岭市") == "gdp"
    assert identify("云岭地区生产总值", load(), place="云岭市") == "gdp"
    assert identify("苏州地区生产总值", load(), place="苏州市") == "gdp"
    assert identify("和县地区生产总值", load(), place="和县") == "gdp"
    assert identify("云岭市地区生产总值", load()) is None


def test_what_should_fall_is_marked() -> None:
    """Prices, unemployment, emissions, energy intensity and dust are wanted lower."""
    down = {entry.id for entry in INDICATORS if entry.direction == "down"}
    assert {
        "cpi",
        "surveyed_unemployment",
        "energy_intensity",
        "carbon_intensity",
        "pm25",
        "pollutants",
    } <= down


def test_page_is_made_from_the_lexicon() -> None:
    """docs/indicators.md is what `python -m tools.indicators` writes."""
    assert PAGE.read_text("utf-8") == page(load())

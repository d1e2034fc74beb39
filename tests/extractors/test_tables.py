"""Tables give the same facts from every file that they stand in, each on the words of its cell."""

from collections.abc import Callable, Sequence

import pytest

from reportparse import Commitment, Figure, Report, extract
from tests.reading import tabling

BEFORE = (
    "云江市国民经济和社会发展第十五个五年规划纲要",
    "——2031年1月9日在云江市第五届人民代表大会第三次会议上",
    "各位代表：",
    "一、2030年工作回顾",
    "过去一年，全市上下顶住压力、稳住大盘，经济运行稳中向好、质效齐升，民生保障更加有力。",
    "二、2031年工作安排",
    "今年全市上下要同心同德、真抓实干，加快建设富强美丽新云江，让发展成果更多更公平惠及全体人民。",
    "附件",
    "云江市主要指标表",
)
PLAN = (
    ("类别", "指标", "单位", "2030年完成", "2035年目标", "年均增速（%）", "属性"),
    ("经济发展", "地区生产总值", "亿元", "1286.4", "1800左右", "7左右", "预期性"),
    ("^", "全员劳动生产率", "万元/人", "18.2", "≥26", "—", "预期性"),
    ("^", "常住人口城镇化率", "%", "63.5", "68以上", "—", "预期性"),
    ("创新驱动", "全社会研发经费投入增长", "%", "—", "—", "10以上", "预期性"),
    ("民生福祉", "居民人均可支配收入", "元", "32,650", "46000", "7", "预期性"),
    ("^", "其中：农村居民", "元", "21400", "31000", "7.7", "预期性"),
    ("^", "城镇新增就业", "万人", "1.9", "[9]", "—", "预期性"),
    ("绿色生态", "单位地区生产总值能耗降低", "%", "—", "[13.5]", "—", "约束性"),
    ("^", "森林覆盖率", "%", "44.1", "45", "—", "约束性"),
    ("^", "主要污染物排放", "—", "—", "完成省下达任务", "—", "约束性"),
)
YEARLY = (
    ("指标", "<", "单位", "2030年", "<", "2031年目标", "<"),
    ("^", "^", "^", "预计完成", "增长（%）", "总量", "增长（%）"),
    ("地区生产总值", "<", "亿元", "1286.4", "5.2", "1370", "6左右"),
    ("进出口总额", "全部", "亿元", "83.8", "-3.4", "88", "5"),
    ("^", "其中：出口", "亿元", "61.2", "-1.5", "64", "5以上"),
    ("居民消费价格涨幅", "<", "%", "0.9", "—", "2左右", "—"),
)
DEEDS = (
    ("序号", "项目名称", "建设内容和目标", "牵头单位", "完成时限"),
    ("1", "教育扩容", "新建改扩建学校16所，新增学位1.2万个", "市教育局", "2031年9月底前"),
    ("2", "老旧小区改造", "改造老旧小区48个，开工建设云岭湖社区服务中心", "市住房和城乡建设局", "2031年12月"),
    ("3", "农村饮水", "改造农村供水管网160公里", "^", "年底前"),
)
APART = (*DEEDS[:3], ("3", "农村饮水", "改造农村供水管网160公里", "市水利局", "年底前"))
FORMS: dict[str, Callable[[Sequence[str], Sequence[Sequence[str]]], bytes]] = {
    "md": tabling.markdown,
    "html": tabling.html,
    "docx": tabling.word,
    "odt": tabling.odt,
    "pdf": tabling.pdf,
}


def told(report: Report) -> list[str]:
    """Write the figures of tables in short: t 地区生产总值 level 1800 亿元 around 2035 anticipatory."""
    return [
        _short(kind, one)
        for kind in ("targets", "results")
        for one in getattr(report, kind)
        if _is_tabled(one)
    ]


def _is_tabled(figure: Figure) -> bool:
    return figure.rule.startswith("table")


def _short(kind: str, one: Figure) -> str:
    basis = one.basis.value if one.basis else ""
    parts = (
        kind[0], one.indicator, one.measure, str(one.value if one.value is not None else one.relation), one.unit,
        one.bound, basis, one.period, one.hedge, one.attribute,
    )  # fmt: skip
    return " ".join(str(part) for part in parts if part)


def made(form: str, rows: Sequence[Sequence[str]]) -> Report:
    """Extract the report with the table, from a file of this form."""
    report = extract(FORMS[form](BEFORE, rows), name=f"云江市2031.{form}")
    texts = {paragraph.id: paragraph.text for paragraph in report.paragraphs}
    facts: list[Figure | Commitment] = [*report.targets, *report.results, *report.commitments]
    for fact in facts:
        assert texts[fact.at.paragraph][fact.at.start : fact.at.end] == fact.quote
    return report


@pytest.mark.parametrize("form", FORMS)
def test_a_plans_table_gives_targets_and_results(form: str) -> None:
    """Each number stands with its indicator, unit, years and attribute; what is in brackets adds up over the plan."""
    assert told(made(form, PLAN)) == [
        "targets"[0] + line
        for line in (
            " 地区生产总值 level 1800 亿元 around 2035 anticipatory",
            " 地区生产总值 growth 7 % around annual_average 2031-2035 anticipatory",
            " 全员劳动生产率 level 26 万元/人 at_least 2035 anticipatory",
            " 常住人口城镇化率 share 68 % at_least 2035 anticipatory",
            " 全社会研发经费投入增长 growth 10 % at_least annual_average 2031-2035 anticipatory",
            " 居民人均可支配收入 level 46000 元 exact 2035 anticipatory",
            " 居民人均可支配收入 growth 7 % exact annual_average 2031-2035 anticipatory",
            " 农村居民人均可支配收入 level 31000 元 exact 2035 anticipatory",
            " 农村居民人均可支配收入 growth 7.7 % exact annual_average 2031-2035 anticipatory",
            " 城镇新增就业 change 9 万人 exact cumulative 2031-2035 anticipatory",
            " 单位地区生产总值能耗降低 growth -13.5 % exact cumulative 2031-2035 binding",
            " 森林覆盖率 share 45 % exact 2035 binding",
            " 主要污染物排放 growth 完成省下达任务 exact 2035 binding",
        )
    ] + [
        "r 地区生产总值 level 1286.4 亿元 exact 2030 anticipatory",
        "r 全员劳动生产率 level 18.2 万元/人 exact 2030 anticipatory",
        "r 常住人口城镇化率 share 63.5 % exact 2030 anticipatory",
        "r 居民人均可支配收入 level 32650 元 exact 2030 anticipatory",
        "r 农村居民人均可支配收入 level 21400 元 exact 2030 anticipatory",
        "r 城镇新增就业 change 1.9 万人 exact 2030 anticipatory",
        "r 森林覆盖率 share 44.1 % exact 2030 binding",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_head_of_two_rows_gives_each_column_its_year(form: str) -> None:
    """Growth takes the year of the amount beside it, and 预计 is the hedge of a year that is just over."""
    assert told(made(form, YEARLY)) == [
        "t 地区生产总值 level 1370 亿元 exact 2031",
        "t 地区生产总值 growth 6 % around 2031",
        "t 进出口总额 level 88 亿元 exact 2031",
        "t 进出口总额 growth 5 % exact 2031",
        "t 出口 level 64 亿元 exact 2031",
        "t 出口 growth 5 % at_least 2031",
        "t 居民消费价格涨幅 growth 2 % around 2031",
        "r 地区生产总值 level 1286.4 亿元 exact 2030 预计",
        "r 地区生产总值 growth 5.2 % exact 2030 预计",
        "r 进出口总额 level 83.8 亿元 exact 2030 预计",
        "r 进出口总额 growth -3.4 % exact 2030 预计",
        "r 出口 level 61.2 亿元 exact 2030 预计",
        "r 出口 growth -1.5 % exact 2030 预计",
        "r 居民消费价格涨幅 growth 0.9 % exact 2030 预计",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_table_of_deeds_gives_commitments(form: str) -> None:
    """A clause of a cell is a commitment, with who is in charge and by when from the other cells of its row."""
    found = [one for one in made(form, DEEDS).commitments if one.lead]
    assert [_deed(one) for one in found] == [
        "新建改扩建学校16所 hard 市教育局 2031-09",
        "新增学位1.2万个 hard 市教育局 2031-09",
        "改造老旧小区48个 hard 市住房和城乡建设局 2031-12",
        "开工建设云岭湖社区服务中心 hard 市住房和城乡建设局 2031-12",
        "改造农村供水管网160公里 hard 市住房和城乡建设局 2031",
    ]


def _deed(one: Commitment) -> str:
    return f"{one.quote} {one.strength} {one.lead} {one.deadline}"


@pytest.mark.parametrize("rules", ("all", "three", "none"))
@pytest.mark.parametrize("rows", (PLAN, APART), ids=("plan", "deeds"))
def test_rules_need_not_be_drawn(rules: str, rows: Sequence[Sequence[str]]) -> None:
    """A PDF's table has all its rules, those of its head and end (三线表), or none."""
    if rules != "all" and not tabling.has_font():
        pytest.skip("PDFium measures by the system's fonts, and none is Chinese: install fonts-noto-cjk.")
    facts = [
        extract(pdf, name="云江市2031.pdf")
        for pdf in (tabling.pdf(BEFORE, rows, rules=rules), tabling.pdf(BEFORE, rows))
    ]
    assert told(facts[0]) == told(facts[1])
    assert [_deed(one) for one in facts[0].commitments] == [_deed(one) for one in facts[1].commitments]


@pytest.mark.parametrize("filler", (24, 28, 31))
def test_a_table_goes_on_over_a_page_end(filler: int) -> None:
    """Its head comes again on the next page, or does not."""
    rows = PLAN[:1] + tuple(
        ("", *row[1:]) for row in PLAN[1:]
    )  # what is merged does not break in this set-up
    whole = told(extract(tabling.pdf(BEFORE, rows), name="云江市2031.pdf"))
    for heads in (1, 0):
        report = extract(tabling.pdf(BEFORE, rows, filler=filler, heads=heads), name="云江市2031.pdf")
        assert report.source.pages == 2
        assert told(report) == whole

"""Hold the figures: each construction's examples, each reason to decline, and a corpus of sentences."""

import tomllib
from pathlib import Path

import pytest

from reportparse import extract
from reportparse.extractors.figures import not_stated, qualitative
from reportparse.extractors.figures.figures import of_passage
from reportparse.extractors.figures.noise import DECLINES, Decline, declined
from reportparse.extractors.figures.reader import CONSTRUCTIONS, read_sentence
from reportparse.grammar.calendar import Calendar
from reportparse.grammar.clause import Span, sentences
from reportparse.grammar.quantity import quantities
from reportparse.lexicon import Lexicon, load
from reportparse.model import Figure, Meta, Outlook, Paragraph, Passage, Role
from reportparse.text import fold

LEXICON = load()
CORPUS = tomllib.loads((Path(__file__).parents[1] / "corpus" / "figures.toml").read_text("utf-8"))["sentence"]
EXAMPLES = [
    pytest.param(construction.name, text, expected, id=f"{construction.name}:{text}")
    for construction in CONSTRUCTIONS
    for text, expected in construction.examples
]


def claims_of(text: str) -> str:
    """Give the short forms of all claims in a text."""
    folded = fold(text)
    measuring = tuple(q for q in quantities(folded, LEXICON) if not declined(folded, q, LEXICON))
    read = [read_sentence(text, folded, span, measuring, LEXICON) for span in sentences(text)]
    return "; ".join(str(claim) for sentence in read for claim in sentence)


def figures_of(text: str, *, outlook: str, period: str, year: int, role: Role = Role.other) -> list[Figure]:
    """Give the figures of a text that stands in a passage with that outlook and period."""
    passage = Passage(
        paragraph=Paragraph(id="p1", section=None, role=role, page=None, text=text),
        body=0,
        outlook=Outlook(outlook),
        period=period,
    )
    return [figure for _, figure in of_passage(passage, Calendar(year, year - 1), LEXICON)]


@pytest.mark.parametrize(("name", "text", "expected"), EXAMPLES)
def test_construction_reads_its_example(name: str, text: str, expected: str) -> None:
    """An example gives just the claims that stand beside it."""
    assert claims_of(text) == expected


@pytest.mark.parametrize("name", [construction.name for construction in CONSTRUCTIONS])
def test_construction_is_what_reads_its_example(name: str) -> None:
    """At least one claim of a construction's examples was read by it, unless it only declines."""
    construction = next(c for c in CONSTRUCTIONS if c.name == name)
    read = set()
    for text, _ in construction.examples:
        folded = fold(text)
        measuring = tuple(q for q in quantities(folded, LEXICON) if not declined(folded, q, LEXICON))
        for span in sentences(text):
            read |= {claim.rule for claim in read_sentence(text, folded, span, measuring, LEXICON)}
    assert read & {name, "moved"}


@pytest.mark.parametrize("reason", DECLINES, ids=lambda reason: reason.name)
def test_decline_holds_for_its_examples_and_not_beside_them(reason: Decline) -> None:
    """The first number of an example is declined for this reason; each counterpart has one that is not declined."""
    for text in reason.examples:
        folded = fold(text)
        assert declined(folded, quantities(folded, LEXICON)[0], LEXICON) == reason.name
    for text in reason.counterparts:
        folded = fold(text)
        assert None in {declined(folded, q, LEXICON) for q in quantities(folded, LEXICON)}


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case["text"][:24])
def test_sentence_gives_its_figures(case: dict[str, object], request: pytest.FixtureRequest) -> None:
    """A sentence of the corpus gives the figures listed for it, field by field."""
    if gap := case.get("gap"):
        request.applymarker(pytest.mark.xfail(reason=str(gap), strict=True))
    found = figures_of(
        str(case["text"]),
        outlook=str(case.get("outlook", "planned")),
        period=str(case.get("period", "2031")),
        year=int(str(case.get("year", 2031))),
        role=Role(str(case.get("role", "other"))),
    )
    shown = [
        " | ".join(
            str(part)
            for part in (
                f.indicator,
                f.measure,
                f.value,
                f.unit,
                f.bound,
                f.basis or "-",
                f.period,
                f.relation or "-",
            )
        )
        for f in found
    ]
    assert shown == case["figures"]
    for figure in found:
        assert str(case["text"])[figure.at.start : figure.at.end] == figure.quote


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("在6个乡镇新建水库3座。", ["乡镇", "水库"]),
        ("8个镇改造小区20个。", ["镇", "小区"]),
        ("完成3个小区改造面积5万平方米。", ["小区改造面积", "小区改造面积"]),
        ("试点企业突破200家。", ["试点企业"]),
        ("上市后备企业达到90家。", ["上市后备企业"]),
        ("创业孵化基地突破20家。", ["创业孵化基地"]),
        ("改造小区突破200个。", ["小区"]),
        ("新增规上企业9家、上市企业5家。", ["规上企业", "上市企业"]),
        ("新增规上企业9家、引进企业5家。", ["规上企业", "企业"]),
        ("打造存栏万头以上猪场6个。", ["存栏万头以上猪场"]),
        ("认定省、市级工程中心5家、22家。", ["省级工程中心", "市级工程中心"]),
        ("国家、省级龙头企业分别达到5家、22家。", ["国家级龙头企业", "省级龙头企业"]),
        ("电商企业已集聚90家。", ["电商企业"]),
        ("新能源、新材料产业产值分别增长6%、7%。", ["新能源产业产值", "新材料产业产值"]),
        ("制造业、新材料产业增加值分别增长6%、7%。", ["制造业增加值", "新材料产业增加值"]),
        ("绿色贷款、小微企业贷款分别增长6%、7%。", ["绿色贷款", "小微企业贷款"]),
        ("1.2万名失业人员重新上岗。", ["失业人员"]),
        ("2万名外来务工子女就近入学。", ["外来务工子女"]),
        ("工业用地比例控制在25%以内。", ["工业用地比例"]),
        ("达产企业增至35家。", ["达产企业"]),
        ("新建制氢站6座。", ["制氢站"]),
        ("工业用地比例维持在25%以内。", ["工业用地比例"]),
        ("水质优良比例较“十四五”初提高6.5个百分点。", ["水质优良比例"]),
        ("粮食播种面积90万亩、总产9亿斤。", ["粮食播种面积", "粮食总产"]),
        ("全年供水、蓄水、补水分别增加2亿立方米、3亿立方米、4亿立方米。", ["供水", "蓄水", "补水"]),
        ("学前教育、义务教育和高等教育在校学生达到9万人。", ["学前教育、义务教育和高等教育在校学生"]),
        ("举办马拉松、登山、龙舟、山地自行车等重大赛事12场。", ["重大赛事"]),
        ("公园绿地面积达到90万平方米，人均9平方米。", ["公园绿地面积", "人均公园绿地面积"]),
        ("4所高等学校升格为大学。", ["高等学校"]),
        ("康养产业预计产值90亿元。", ["康养产业产值"]),
        ("全县学校实现全覆盖、学生净增5万人。", ["学生"]),
        ("工业企业实现产值、税收分别增长5%、6%。", ["产值", "税收"]),
        ("科技型企业评价入库60家。", ["科技型企业"]),
        ("高新技术企业新近通过复核24家。", ["高新技术企业"]),
        ("产业项目签约30个。", ["产业项目"]),
        ("茶叶产量在寒潮冲击下仍有9万吨。", ["茶叶产量"]),
        ("助学制度已有6万人次受益。", ["助学制度"]),
        ("耕地净流入9万亩。", ["耕地"]),
        (
            "地方收入增长6%。城乡居民收入均居全省前列，分别增长5%、7%。",
            ["地方收入", "城镇居民收入", "农村居民收入"],
        ),
        ("9万农户通上自来水。", ["农户"]),
        ("11条河道恢复清澈。", ["河道"]),
        ("5名工匠捧回大奖。", ["工匠"]),
        ("14条山路变成致富路。", ["山路"]),
        ("12件文物重见天日。", ["文物"]),
        ("培育8家电商企业。", ["电商企业"]),
        ("新购40台风机。", ["风机"]),
    ],
)
def test_what_words_between_subject_and_number_are_of_the_name(text: str, indicators: list[str]) -> None:
    """A verb between two counts acts, before what reaches an amount it may be of the name; 预计 is never."""
    found = figures_of(text, outlook="done", period="2030", year=2031)
    assert [figure.indicator for figure in found] == indicators


@pytest.mark.parametrize(
    ("text", "aims"),
    [
        ("力争外贸增幅高于全市平均水平。", [("外贸增幅", "高于全市平均水平")]),
        ("居民收入增长与经济增长同步。", [("居民收入", "与经济增长同步")]),
        ("粮食播种面积和产量稳中有升。", [("粮食播种面积", "稳中有升"), ("粮食产量", "稳中有升")]),
        ("空气质量优良率达到省定目标。", [("空气质量优良率", "达到省定目标")]),
        ("外贸增速力争高于全省。", [("外贸增速", "高于全省")]),
        ("全市能耗强度等指标控制在省下达目标内。", [("能耗强度", "控制在省下达目标内")]),
        (
            "外贸增速高于全省、工业投资增速快于全国。",
            [("外贸增速", "高于全省"), ("工业投资增速", "快于全国")],
        ),
        ("外贸、工业投资增速快于全国。", [("外贸增速", "快于全国"), ("工业投资增速", "快于全国")]),
        ("坚持招商引资和招才引智同步。", []),
        ("制造业是强市之基。", []),
        ("经济仍有不少困难。", []),
        ("游客满意度稳居全省前列。", []),
    ],
)
def test_an_aim_in_words_stands_anywhere_where_it_holds_an_indicator_to_a_measure(
    text: str, aims: list[tuple[str, str]]
) -> None:
    """Among the tasks, too; what is only said of an indicator is none there."""
    found = figures_of(text, outlook="planned", period="2031", year=2031, role=Role.tasks)
    assert [(figure.indicator, figure.relation) for figure in found] == aims


@pytest.mark.parametrize("member", ["外贸增速高于全省", "云河大桥"])
def test_a_clause_is_not_read_again_for_each_of_its_members(
    member: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether its members set targets or none does, each letter is read as often in a long clause as in a short one."""
    letters: list[int] = []
    by_rule = qualitative._by_rule

    def counted(clause: Span, text: str, lexicon: Lexicon) -> tuple[str, qualitative.Qualitative] | None:
        letters.append(clause.end - clause.start)
        return by_rule(clause, text, lexicon)

    monkeypatch.setattr(qualitative, "_by_rule", counted)
    text = "、".join([member] * 200)
    found = list(qualitative.aims(Span(0, len(text)), text, LEXICON, annual=False))
    assert len(found) == (200 if "高于" in member else 0)
    assert sum(letters) <= 2 * len(text)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("模拟实训平台新增学员3000人以上", None),
        ("拟新增学员3000人以上", "拟"),
        ("力争技改投资增长9%", "力争"),
        ("拟引导技改投资力争增长9%", "力争"),
    ],
)
def test_hedge_is_a_word(text: str, hedge: str | None) -> None:
    """The 拟 of 模拟 is none."""
    assert [f.hedge for f in figures_of(text, outlook="planned", period="2031", year=2031)] == [hedge]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("云湖新区地区生产总值增长16%。", ["云湖新区"]),
        ("云湖新区实现地区生产总值80亿元。", ["云湖新区"]),
        ("云湖新区加快发展，固定资产投资增长20%，全市固定资产投资增长8%。", ["云湖新区", None]),
        ("地区生产总值增长6%，工业投资增长9%。", [None, None]),
        ("海洋生产总值增长6%，省市重点项目完成投资90亿元。", [None, None]),
        ("农村牧区常住居民人均可支配收入增长6%。", [None]),
        ("区本级固定资产投资增长6%。", ["区本级"]),
    ],
)
def test_scope_is_the_owner_that_is_not_the_place(text: str, scopes: list[str | None]) -> None:
    """A zone's figure is none of the place's headline ones."""
    found = figures_of(text, outlook="planned", period="2031", year=2031)
    assert [f.scope for f in found] == scopes
    assert all(f.indicator_id is None for f in found if f.scope)


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("工业投资80亿元、增长12%。", [False, True]),
        ("重点项目60个，完成投资90亿元。", [False, True]),
        ("新增国家级工厂9家、省级12家。", [False, True]),
        ("建设3家国家级、5家省级工程研究中心。", [True, False]),
        ("城乡居民人均可支配收入分别增长6%、7%。", [False, False]),
        ("民生支出占财政支出的80%。", [False]),
        ("实施总投资46亿元的12个产业项目。", [False, False]),
        ("全年增长5.2%。", [True]),
    ],
)
def test_indicator_is_inferred_where_its_words_do_not_stand_in_the_quote(
    text: str, carried: list[bool]
) -> None:
    """A name that was carried over is told from one that is only spelled out of what the quote has."""
    found = figures_of(text, outlook="done", period="2030", year=2031)
    assert ["indicator" in f.inferred for f in found] == carried


def read_in(text: str, place: str | None = None) -> list[tuple[Outlook, Figure]]:
    """Give the figures of a text of the tasks for 2031, with the way that each looks."""
    paragraph = Paragraph(id="p1", section=None, role=Role.tasks, page=None, text=text)
    passage = Passage(paragraph=paragraph, body=0, outlook=Outlook.planned, period="2031")
    return of_passage(passage, Calendar(2031, 2030), LEXICON, place)


def test_place_itself_is_no_owner() -> None:
    """Its figures are the headline ones, in full or short; a zone's are not."""
    text = "青山区地区生产总值增长6%。"
    assert [(f.scope, f.indicator_id) for _, f in read_in(text)] == [("青山区", None)]
    assert [(f.scope, f.indicator_id) for _, f in read_in(text, "青山区")] == [(None, "gdp")]
    assert [f.scope for _, f in read_in("苏州实现地区生产总值增长6%。", "苏州市")] == [None]
    assert [f.scope for _, f in read_in("自治区财政收入增长6%。", "云岭苗族自治区")] == [None]
    assert [f.scope for _, f in read_in("云湖新区地区生产总值增长6%。", "青山区")] == ["云湖新区"]


def test_year_that_is_over_is_told_not_promised() -> None:
    """The review year in the tasks looks back, the year of the tasks ahead."""
    text = "2030年新建泵站9座，2031年新建泵站12座。"
    assert [outlook for outlook, _ in read_in(text)] == [Outlook.done, Outlook.planned]


def test_a_name_may_be_that_of_an_average() -> None:
    """年均 before a noun says nothing of the number."""
    text = "PM2.5年均浓度下降8%，地区生产总值年均增长6%。"
    found = figures_of(text, outlook="done", period="2026-2030", year=2031)
    assert [str(figure.basis or "") for figure in found] == ["", "annual_average"]


def test_a_year_gone_by_may_say_which_things_will_be_done() -> None:
    """What a verb that acts has behind it is planned, whatever year it is of."""
    text = "推进2030年度6个中心村建设，打造4个示范村。加快2030年续建的5座泵站建设。"
    assert [outlook for outlook, _ in read_in(text)] == [Outlook.planned] * 3


def test_amount_falls_with_its_value() -> None:
    """Both are negative, in their own units."""
    ((_, figure),) = read_in("压减粗钢产能30万吨。")
    assert (str(figure.value), str(figure.amount), figure.base_unit) == ("-30", "-300000", "吨")


def aimed(*texts: str) -> list[Passage]:
    """Give passages that set the year's targets."""
    return [
        Passage(
            paragraph=Paragraph(id=f"p{n}", section=None, role=Role.annual_targets, page=None, text=text),
            body=0,
            outlook=Outlook.planned,
            period="2031",
        )
        for n, text in enumerate(texts, 1)
    ]


def missing(text: str) -> tuple[str, ...]:
    """Give the headline indicators that a passage on the targets of 2031 leaves out."""
    targets = figures_of(text, outlook="planned", period="2031", year=2031, role=Role.annual_targets)
    return not_stated(targets, aimed(text), Meta(year=2031, review_year=2030), LEXICON)


def test_headline_without_a_target_is_listed() -> None:
    """What the year's targets leave out is in `not_stated`, what they set in words is not."""
    found = missing("今年主要预期目标是：地区生产总值增长6%左右，居民收入增长与经济增长同步。")
    assert "gdp" not in found
    assert "resident_income" not in found
    assert {"cpi", "trade", "grain_output"} <= set(found)


def test_headline_is_stated_by_its_parts_and_by_another_pace() -> None:
    """Urban and rural incomes state residents', a pace above the province's what it paces; a refusal nothing."""
    found = missing(
        "今年主要预期目标是：城镇、农村居民人均可支配收入分别增长5%、6%，"
        "进出口总额增幅高于全省平均，不再设地区生产总值增速目标。"
    )
    assert not {"resident_income", "urban_income", "rural_income", "trade"} & set(found)
    assert "gdp" in found


def test_headline_is_stated_by_what_says_the_same_of_another_circle() -> None:
    """Net incomes are villagers', 城乡居民 are both, 就业 is first of all the towns', 区本级 the district itself."""
    found = missing("今年主要预期目标是：区本级固定资产投资增长9%，农民人均纯收入增长7%，新增就业3000人。")
    assert not {"fixed_investment", "rural_income", "urban_jobs"} & set(found)
    assert "urban_income" in found
    both = missing("今年主要预期目标是：城乡居民人均可支配收入增长7%。")
    assert not {"resident_income", "urban_income", "rural_income"} & set(both)


def test_what_a_target_is_measured_against_is_not_stated() -> None:
    """居民收入增长与经济增长同步 says nothing of how fast the economy is to grow."""
    found = missing("今年主要预期目标是：城镇新增就业3万人，居民收入增长与经济增长基本同步。")
    assert "gdp" in found and "resident_income" not in found


def test_without_a_passage_nothing_is_not_stated() -> None:
    """A report whose passage on the targets was not found is silent on what it leaves out."""
    assert not_stated([], [], Meta(year=2031, review_year=2030), LEXICON) == ()


def test_a_report_that_does_not_tell_its_year_has_only_the_periods_that_it_names() -> None:
    """今年 and 过去五年 are of no year there."""
    text = "二、重点工作\n今年地区生产总值增长5.5%左右，到2035年森林覆盖率达到40%。过去五年，城镇新增就业1.6万人。"
    report = extract(text.encode(), name="report.txt")
    assert [one.period for one in (*report.targets, *report.results)] == [None, "2035", None]


@pytest.mark.parametrize(
    ("text", "indicator"), [("全员审批提速50%以上。", "审批"), ("游船客流急速力争突破9万人次。", "游船客流")]
)
def test_an_adverb_before_its_verb_leaves_the_name(text: str, indicator: str) -> None:
    """Before a deed that is told of, and before the word that says how firmly."""
    report = extract(f"二、2031年重点工作\n{text}\n".encode(), name="small.txt")
    assert [target.indicator for target in report.targets] == [indicator]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("实施重大项目90个。新开工30个、竣工12个。", ["重大项目", "重大项目", "重大项目"]),
        ("实施重大项目90个。其中新开工30个。", ["重大项目", "重大项目"]),
        ("新建水厂9座。改造管网，开工30处。", ["水厂", "管网"]),
    ],
)
def test_a_sentence_that_begins_with_stages_tells_those_of_the_works_before_it(
    text: str, indicators: list[str]
) -> None:
    """So many of the same unit were begun or done; a sentence with a subject of its own leans on nothing."""
    report = extract(f"一、2030年工作回顾\n{text}\n".encode(), name="small.txt")
    assert [result.indicator for result in report.results] == indicators


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("61项服务事项全省最多。", "服务事项"),
        ("推动95项便民事项全市通办。", "便民事项"),
        ("有7项改革全省首创。", "改革"),
        ("新增2个全省重点园区。", "全省重点园区"),
        ("整治集中连片茶园9万亩。", "集中连片茶园"),
    ],
)
def test_what_holds_for_a_whole_place_is_told_of_the_things_counted(text: str, indicator: str) -> None:
    """全省 behind things that can be counted opens what is told of them, before them it is a part of their name."""
    report = extract(f"一、2030年工作回顾\n{text}\n".encode(), name="small.txt")
    assert [result.indicator for result in report.results] == [indicator]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("工业增加值占全市的31%。", ["工业增加值占全市比重 31 %"]),
        ("装配式建筑占70%。", ["装配式建筑占比 70 %"]),
        ("投资、消费增速分别高于全省2个、3个百分点。", []),
        ("投资增速高于全省2个百分点、达到8%。", ["投资增速 8 %"]),
        ("投资、消费增速分别比上年提高2个、3个百分点。", ["投资增速 2 个百分点", "消费增速 3 个百分点"]),
        ("粮食、油料产量分别达到30万、2万吨。", ["粮食产量 30 万吨", "油料产量 2 万吨"]),
        ("研发人员全时当量达9万人年。", ["研发人员全时当量 9 万人年"]),
        ("培训农技员1万人次、600名青年参加见习。", ["农技员 1 万人次", "青年 600 名"]),
        ("应对7轮强降雨和多次大风。", ["强降雨 7 轮"]),
        ("新建6座水厂和若干管线。", ["水厂 6 座"]),
        ("6个全省重点县普遍增收。", ["全省重点县 6 个"]),
    ],
)
def test_whose_part_a_figure_is_and_where_its_name_and_unit_end(text: str, figures: list[str]) -> None:
    """A share is of what stands behind 占; a gap to others is none; a list's last unit holds for all of it."""
    report = extract(f"一、2030年工作回顾\n{text}\n".encode(), name="small.txt")
    assert [f"{one.indicator} {one.value} {one.unit}" for one in report.results] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("引进建造师90名、造价师25名。", ["建造师 90", "造价师 25"]),
        ("培育发酵制品企业7家。", ["发酵制品企业 7"]),
        ("增设夜间门诊9处、发热诊室20间。", ["夜间门诊 9", "发热诊室 20"]),
        ("存、贷款余额分别增长9%、8%。", ["存款余额 9", "贷款余额 8"]),
        ("货物吞吐量逆风增长7%。", ["货物吞吐量 7"]),
        ("小麦、玉米单产分别提高2%、3%。", ["小麦单产 2", "玉米单产 3"]),
        ("健康预期寿命提高到71岁以上。", ["健康预期寿命 71"]),
        ("为65岁以上老人体检。", []),
    ],
)
def test_verbs_that_say_which_and_letters_that_share_a_word_are_of_the_name(
    text: str, figures: list[str]
) -> None:
    """An age is a figure where it measures a life, and none where it says who is meant."""
    found = figures_of(text, outlook="done", period="2030", year=2031)
    assert [f"{figure.indicator} {figure.value}" for figure in found] == figures


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2028年立项的水毁工程46处全部修复。", "2030"),
        ("2027年停工的6家企业全部复产。", "2030"),
        ("2028年新建学校12所。", "2028"),
    ],
)
def test_when_a_thing_began_is_not_when_something_is_told_of_it(text: str, period: str) -> None:
    """A year with its verb before 的 says which things are meant."""
    assert [f.period for f in figures_of(text, outlook="done", period="2030", year=2031)] == [period]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("力争县属国有企业实现资产总额90亿元。", ["县属国有企业资产总额 90"]),
        ("建材产业实现规上工业产值25亿元。", ["建材产业规上工业产值 25"]),
        (
            "建材、光伏产业实现规上工业产值25亿元、37亿元。",
            ["建材产业规上工业产值 25", "光伏产业规上工业产值 37"],
        ),
        ("云溪县实现规上工业增加值90亿元。", ["规上工业增加值 90"]),
        (
            "建材、珠宝、信息产业产值分别增长2%、3%、4%。",
            ["建材产业产值 2", "珠宝产业产值 3", "信息产业产值 4"],
        ),
        (
            "单位国内生产总值能耗和二氧化碳排放分别降低13%、18%。",
            ["单位国内生产总值能耗 -13", "单位国内生产总值二氧化碳排放 -18"],
        ),
        ("火灾事故起数、受伤人数分别下降2%、4%。", ["火灾事故起数 -2", "火灾事故受伤人数 -4"]),
        ("县属企业资产总额、营业收入分别增长6%、8%。", ["县属企业资产总额 6", "县属企业营业收入 8"]),
        ("燃气普及率、农村污水无害化处理率分别达到96%、90%。", ["燃气普及率 96", "农村污水无害化处理率 90"]),
        ("其中：第一、第二产业分别增长3%、6%。", ["第一产业 3", "第二产业 6"]),
        ("工业投资、技改投资分别增长9%、8%。", ["工业投资 9", "技改投资 8"]),
        ("360个储备类市级项目完成投资92亿元。", ["储备类市级项目 360", "储备类市级项目投资 92"]),
    ],
)
def test_a_name_has_its_owner_and_a_member_what_its_sisters_have(text: str, figures: list[str]) -> None:
    """A place that reaches an amount is no part of its name, but firms and trades are."""
    report = extract(f"一、2030年工作回顾\n{text}\n".encode(), name="small.txt")
    assert [f"{one.indicator} {one.value}" for one in report.results] == figures


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("认定登记技术合同90项。", ["技术合同"]),
        ("引进转化科技成果35项以上。", ["科技成果"]),
        ("备案入库科技型小企业90户。", ["科技型小企业"]),
        ("筹集建设保障性住房900套。", ["保障性住房"]),
        ("加固重建危旧房屋90户。", ["危旧房屋"]),
        ("打造转化基地9个。", ["转化基地"]),
        ("减免登记费用9万元。", ["登记费用"]),
    ],
)
def test_of_two_verbs_before_an_object_the_second_is_none_of_its_name(
    text: str, indicators: list[str]
) -> None:
    """The second verb does something to the object too, unless it says of which kind that is."""
    report = extract(f"一、2030年工作回顾\n{text}\n".encode(), name="small.txt")
    assert [one.indicator for one in report.results] == indicators


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("推动云溪物流等15个项目竣工投产。", ["项目 15"]),
        ("云溪电站12台机组全容量投产发电。", ["机组 12"]),
        ("推动230家重点企业扩能升级。", ["重点企业 230"]),
        ("8所初中教学质量监测工作。", ["初中 8"]),
        ("9000家商贸企业入驻“云购”平台。", ["商贸企业 9000"]),
        ("4个专家组分片指导。", ["专家组 4"]),
        ("8万被征地农民足额领取养老金。", ["被征地农民 8"]),
        ("实施40个民生保障和社会事业项目。", ["民生保障和社会事业项目 40"]),
        ("加快6个省级育种创新平台建设。", ["省级育种创新平台 6"]),
    ],
)
def test_what_things_counted_do_or_come_to_is_none_of_their_name(text: str, figures: list[str]) -> None:
    """A work done to a thing is a name together with it; what comes of it is its predicate."""
    report = extract(f"一、2030年工作回顾\n{text}\n".encode(), name="small.txt")
    assert [f"{one.indicator} {one.value}" for one in report.results] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("民生投入只增不减，占财政总支出71%。", ["民生投入占财政总支出比重 71"]),
        ("标准厂房新建30万平方米、入驻率80%。", ["标准厂房 30", "标准厂房入驻率 80"]),
        ("问题办结率100%、办成率97%。", ["问题办结率 100", "问题办成率 97"]),
        ("县属企业利润总额达9亿元、资产负债率62%。", ["县属企业利润总额 9", "县属企业资产负债率 62"]),
        ("发放老兵优待金9万元、安置率100%。", ["老兵优待金 9", "安置率 100"]),
        ("农户信息采集完成9万户，采集率达99%。", ["农户信息采集 9", "农户信息采集率 99"]),
        ("加快发展托育机构，覆盖率提高到60%。", ["托育机构覆盖率 60"]),
        ("县属国企转型开始起步、营收增长38%。", ["县属国企营收 38"]),
        ("装备制造抢占先机，实现营收750亿元。", ["装备制造营收 750"]),
        ("粮食生产再获丰收，总产量达90万吨。", ["粮食总产量 90"]),
        (
            "接待游客超过250万人次，实现旅游收入近9亿元，均增长一倍左右。",
            ["游客 250", "旅游收入 9", "游客 1", "旅游收入 1"],
        ),
        ("举办12场大型推介、4次集中签约。", ["大型推介 12", "集中签约 4"]),
        ("新增财力80%用于民生领域。", ["新增财力 80"]),
        ("全年新登记注册企业增长21%。", ["新登记注册企业 21"]),
        ("存款余额和贷款余额预期增长均为12%左右。", ["存款余额 12", "贷款余额 12"]),
    ],
)
def test_a_bare_rate_or_part_is_of_what_was_told_before(text: str, figures: list[str]) -> None:
    """It is of the clause's own subject, of that of the clause before, or of the things that one does something to."""
    report = extract(f"一、2030年工作回顾\n{text}\n".encode(), name="small.txt")
    assert [f"{one.indicator} {one.value}" for one in report.results] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("完成1.8万亩节水灌溉等工程建设。", ["节水灌溉 1.8"]),
        ("完成5万只现代化养鸡场等项目。", ["现代化养鸡场 5"]),
        ("推进南湖中心区河东片区、2平方公里滨水文化区。", ["滨水文化区 2"]),
        ("利用坡地新增药材种植面积2万亩。", ["药材种植面积 2"]),
        ("云湖班列累计发送集装箱货物5万标箱。", ["集装箱货物 5"]),
        ("力争新种油茶4万亩。", ["油茶 4"]),
        (
            "旅游人数突破370万人次，旅游收入达到38亿元，分别增长20%。",
            ["旅游人数 370", "旅游收入 38", "旅游人数 20", "旅游收入 20"],
        ),
        ("组建3个省实验室和省材料研究院。", ["省实验室 3"]),
        ("推进9个省、市重点项目。", ["省、市重点项目 9"]),
        ("打造四条精品大街、两条滨河路。", ["精品大街 4", "滨河路 2"]),
        ("生产总值尚未迈过千亿元大关、预算收入不足50亿元。", ["生产总值 1000", "预算收入 50"]),
    ],
)
def test_where_the_name_beside_a_number_begins_and_ends(text: str, figures: list[str]) -> None:
    """A number behind 、 counts what follows it; a class of works behind 等 is none of the name of a measure."""
    report = extract(f"一、2030年工作回顾\n{text}\n".encode(), name="small.txt")
    assert [f"{one.indicator} {one.value}" for one in report.results] == figures

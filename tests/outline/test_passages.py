"""Hold passages to the way they look and the time they speak of."""

from reportparse.model import Outline, Role
from tests.outline.conftest import Read

PROSE = "全市实施重点项目二百个，完成投资一千亿元，新建道路八十公里，改造老旧小区六十个，各项工作走在前列。"


def test_review_and_tasks(understand: Read) -> None:
    """A review is done in the year before, tasks are planned for the year, headings give no facts."""
    found = understand("各位代表：", "一、2030年工作回顾", PROSE, "二、2031年工作安排", PROSE)
    assert [(p.outlook, p.period) for p in found.passages] == [
        (None, None),
        (None, None),
        ("done", "2030"),
        (None, None),
        ("planned", "2031"),
    ]


def test_review_of_a_year_and_of_a_plan(understand: Read) -> None:
    """A part on both changes its time where a passage says so, and keeps it."""
    found = understand(
        "各位代表：",
        "一、2030年工作和“十五五”发展回顾",
        "（一）实体经济稳步壮大。" + PROSE,
        "——五年来，我们做强产业，实力迈上新台阶。" + PROSE,
        "——五年来，我们改善民生，生活迈上新台阶。" + PROSE,
        PROSE,
        "二、2031年工作安排",
        PROSE,
    )
    assert [p.period for p in found.passages[2:6]] == ["2030", "2026-2030", "2026-2030", "2026-2030"]


def test_outlook_names_its_plan(understand: Read) -> None:
    """A part on the next plan has its years; one on the years to come five from the tasks'."""
    found = understand(
        "各位代表：",
        "一、“十六五”时期主要目标任务",
        PROSE,
        "二、今后五年的奋斗目标",
        PROSE,
        "三、2031年工作安排",
        PROSE,
    )
    assert [p.period for p in found.passages if p.outlook] == ["2031-2035", "2031-2035", "2031"]
    assert [s.role.value for s in found.sections] == ["outlook", "outlook", "tasks"]


def test_mixed_part_turns_ahead(understand: Read) -> None:
    """A part that reviews one plan and sets out the next turns where the next is named."""
    found = understand(
        "各位代表：",
        "一、“十五五”时期发展成就和“十六五”时期主要目标任务",
        "过去五年，我们攻坚克难。" + PROSE,
        "“十六五”时期是乘势而上的五年。" + PROSE,
        "二、2031年重点工作",
        PROSE,
    )
    assert [(p.outlook, p.period) for p in found.passages[2:4]] == [
        ("done", "2026-2030"),
        ("planned", "2031-2035"),
    ]


def test_roles_of_passages(understand: Read) -> None:
    """Problems, annual targets and the closing are told from the rest of their parts."""
    found = understand(
        "各位代表：",
        "一、2030年工作回顾",
        PROSE,
        "同时，我们也清醒看到，发展中还有不少困难。" + PROSE,
        "二、2031年工作安排",
        "今年主要预期目标是：地区生产总值增长6%左右。",
        PROSE,
        "各位代表！让我们更加紧密地团结起来，一步一个脚印，为建设美好家园而奋斗！",
    )
    roles = [p.paragraph.role.value for p in found.passages]
    assert roles[3] == "problems" and roles[5] == "annual_targets" and roles[7] == "closing"
    assert found.passages[3].outlook == "done"


def test_body_begins_behind_a_run_in_heading(understand: Read) -> None:
    """`body` skips a run-in heading and the whole of a heading's own line."""
    found = understand("各位代表：", "一、2031年工作安排", "（一）做强实体经济。" + PROSE)
    assert [p.body for p in found.passages[1:]] == [len("一、2031年工作安排"), len("（一）做强实体经济。")]


TOPICS = (
    "政府工作报告",
    "——1983年2月10日在砚川县第八届人民代表大会第三次会议上",
    "各位代表：",
    "一、农业生产",
    "去年，全县粮食产量达到九千万斤，比前年增长了百分之六。棉花产量也有了提高。",
    "农田水利建设有了新的进展，砚河大渠已经修成。",
    "今年要继续抓紧农业，粮食产量要达到九千五百万斤。各公社必须落实责任制。",
    "二、工业和交通",
    "今后必须把提高质量放在首位。砚川机械厂应当在年内完成改造。",
    "三、文教卫生",
    "几年来，学校和医院都有了发展。",
)


def test_part_by_topic_looks_where_its_words_look(understand: Read) -> None:
    """Where titles say nothing of time, 去年 and 了 look back, 今年要 and 必须 ahead."""
    found = understand(*TOPICS)
    looks = [(p.outlook, p.period) for p in found.passages[3:] if p.body < len(p.paragraph.text)]
    assert looks == [
        ("done", "1982"),
        ("done", "1982"),
        ("planned", "1983"),
        ("planned", "1983"),
        ("done", "1982"),
    ]
    assert [s.role.value for s in found.sections[1:]] == ["review", "tasks", "tasks"]
    assert found.passages[6].paragraph.role == "tasks"


def test_title_without_number_hands_its_time_down(understand: Read) -> None:
    """自身建设 under 2030年工作回顾 looks back, 自身建设 under 2031年工作安排 ahead."""
    found = understand(
        "各位代表：",
        "2030年工作回顾",
        "一、实体经济稳步壮大",
        PROSE,
        "二、政府自身建设不断加强",
        PROSE,
        "2031年工作安排",
        "一、做强实体经济",
        PROSE,
        "二、加强政府自身建设",
        PROSE,
    )
    looks = [(p.outlook, p.period) for p in found.passages if p.outlook]
    assert looks == [("done", "2030"), ("done", "2030"), ("planned", "2031"), ("planned", "2031")]


def test_plan_in_chinese_numerals_names_its_years(understand: Read) -> None:
    """第七个五年计划 and “八五”计划 have their years, as “十五” has."""
    found = understand(
        "政府工作报告",
        "——一九八六年三月二日在砚川县第九届人民代表大会第一次会议上",
        "各位代表：",
        "一、第六个五年计划的执行情况",
        "粮食产量增加了二成。",
        "二、第七个五年计划的主要任务",
        "继续兴修水利。",
    )
    assert [p.period for p in found.passages if p.outlook] == ["1981-1985", "1986-1990"]


def aims(found: Outline) -> list[int]:
    """Give the positions of the passages that set the year's targets."""
    return [at for at, p in enumerate(found.passages) if p.paragraph.role is Role.annual_targets]


def test_list_under_the_annual_targets(understand: Read) -> None:
    """Items behind a lead-in are part of the passage, what explains the targets or follows the list is not."""
    found = understand(
        "各位代表：",
        "一、2030年工作回顾",
        "2030年主要预期目标全面完成，地区生产总值增长6%。",
        "二、2031年工作安排",
        "今年经济社会发展的主要预期目标是：",
        "——地区生产总值增长6%左右；",
        "——城镇新增就业3万人以上。",
        "上述预期目标，是统筹考虑需要与可能提出的。",
        "为实现预期目标，重点做好以下工作：",
    )
    assert aims(found) == [4, 5, 6]


def test_annual_targets_under_a_heading_of_their_own(understand: Read) -> None:
    """A heading names what its paragraph sets."""
    found = understand(
        "各位代表：",
        "一、2031年工作安排",
        "（一）总体要求",
        "坚持稳中求进，推动高质量发展迈出新步伐，让发展成果更多更公平惠及全市人民群众。",
        "（二）主要预期目标",
        "地区生产总值增长6%左右，城镇新增就业3万人以上，居民收入增长与经济增长基本同步，粮食产量保持稳定。",
    )
    assert aims(found) == [5]


def test_five_year_aims_are_no_annual_targets(understand: Read) -> None:
    """The passage on the plan sets targets of other years; without one on the year a warning says so."""
    found = understand(
        "各位代表：",
        "一、2030年工作回顾",
        PROSE,
        "二、“十六五”时期主要目标任务",
        "主要目标是：到2035年，地区生产总值年均增长6%。",
        year=2031,
    )
    assert aims(found) == []
    assert [warning.code for warning in found.warnings] == ["no-annual-targets"]


def test_annual_targets_without_their_name(understand: Read) -> None:
    """Older reports only say how fast the economy is to grow; some of late set headlines without growth."""
    older = understand(*TOPICS, "四、国民经济计划", "今年，工农业总产值计划比去年增长百分之五。")
    assert aims(older) == [len(TOPICS) + 1]
    late = understand(
        "各位代表：",
        "一、2030年工作回顾",
        PROSE,
        "二、2031年工作部署",
        "今年要优先稳就业，城镇新增就业3万人以上，居民消费价格涨幅3%左右。",
    )
    assert aims(late) == [4]


def test_review_of_several_years_holds_for_the_span(understand: Read) -> None:
    """A year that dates a state is not handed to the next passage; one on the last year is about that year alone."""
    found = understand(
        "各位代表：",
        "一、过去五年工作回顾",
        "2030年，全市地区生产总值达到2000亿元，年均增长7%。",
        "五年新建学校30所，新增学位2万个。",
        "刚刚过去的2030年，全市新增企业800家。",
        "城镇新增就业15万人。",
        "二、2031年工作安排",
        PROSE,
    )
    assert [p.period for p in found.passages[2:6]] == ["2026-2030", "2026-2030", "2030", "2026-2030"]


def test_passage_that_turns(understand: Read) -> None:
    """去年 and 今年要 in one paragraph of a topical part: each stretch looks where its own words look."""
    text = "去年，全县粮食产量达到九千万斤，比前年增长了百分之六。棉花也有了提高；今年要达到九千五百万斤。"
    found = understand(*TOPICS[:4], text, *TOPICS[7:])
    passage = next(p for p in found.passages if p.paragraph.text == text)
    at = [passage.facing(text.index(word)) for word in ("九千万", "棉花", "九千五百")]
    assert [(p.outlook, p.period) for p in at] == [("done", "1982"), ("done", "1982"), ("planned", "1983")]


def test_time_inside_an_attribute_turns_nothing(understand: Read) -> None:
    """去年出台的政策 is carried on this year."""
    text = "今年，必须抓好农业。继续执行去年出台的优惠政策，新增贷款二百万元。"
    found = understand(*TOPICS[:4], text, *TOPICS[7:])
    assert all(not p.stretches for p in found.passages if p.paragraph.text == text)


def test_an_item_of_a_list_of_deeds_is_prose(understand: Read) -> None:
    """In an annex a numbered line with an amount is a heading that is read; one that explains a word is none."""
    deeds = understand(
        "各位代表：",
        "一、2031年工作安排",
        PROSE,
        "附件：2031年民生实事",
        "1.新建学校12所。",
        "2.方便群众办事。",
    )
    assert [(p.body, p.outlook) for p in deeds.passages[-2:]] == [(2, "planned"), (9, None)]
    words = understand(
        "各位代表：", "一、2031年工作安排", PROSE, "附件：有关说明", "1.“五个一”工程：新建学校5所。"
    )
    assert words.passages[-1].outlook is None


def test_a_part_ahead_may_open_with_the_year_gone_by(understand: Read) -> None:
    """过去一年，… in a part that looks ahead tells of that year, and what comes behind is planned."""
    back = "过去一年，我们扎实推进政府自身建设，办理代表建议52件，办结率达到100%，建成节约型机关30个，工作取得新进展。"
    found = understand("各位代表：", "一、2031年工作安排", PROSE, "二、加强政府自身建设", back, PROSE)
    assert [(p.outlook, p.period) for p in found.passages[-2:]] == [("done", "2030"), ("planned", "2031")]
    ahead = "过去一年，我们努力工作。今年，我们要加强学习，提高能力，推进改革，争取办好实事30件。"
    found = understand("各位代表：", "一、2031年工作安排", PROSE, "二、加强政府自身建设", ahead, PROSE)
    assert found.passages[-2].outlook == "planned"

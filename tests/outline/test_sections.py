"""Hold the tree of sections to what a reader would put into a table of contents."""

from reportparse.model import Outline
from tests.outline.conftest import Read

PROSE = "全市实施重点项目二百个，完成投资一千亿元，新建道路八十公里，改造老旧小区六十个，各项工作走在前列。"


def tree(found: Outline) -> list[str]:
    """Print each section as its level, number and title."""
    return [f"{s.level} {s.number or ''}{s.title}" for s in found.sections]


def test_level_follows_numbering(understand: Read) -> None:
    """一、 is level 1, （一） level 2, whether alone or run in."""
    found = understand(
        "政府工作报告",
        "各位代表：",
        "一、2030年工作回顾",
        "（一）实体经济稳步壮大。" + PROSE,
        "二、2031年工作安排",
        "（一）做强实体经济",
        PROSE,
    )
    assert tree(found) == [
        "0 政府工作报告",
        "1 一、2030年工作回顾",
        "2 （一）实体经济稳步壮大",
        "1 二、2031年工作安排",
        "2 （一）做强实体经济",
    ]


def test_sisters_make_a_run_in_heading(understand: Read) -> None:
    """Short first sentences are headings where the paragraphs beside them open so too, not alone."""
    found = understand(
        "各位代表：",
        "一、2031年工作安排",
        "（一）做强实体经济",
        "壮大先进制造业。" + PROSE,
        "提升园区能级。" + PROSE,
        "（二）扩大对外开放",
        "稳住外贸大盘。" + PROSE,
    )
    assert tree(found)[2:] == ["3 壮大先进制造业", "3 提升园区能级", "2 （二）扩大对外开放"]


def test_run_in_headings_alone_in_their_paragraphs(understand: Read) -> None:
    """Lines of one short sentence, each over a paragraph, are the headings that they were inside it."""
    found = understand(
        "各位代表：",
        "一、2031年工作安排",
        "（一）做强实体经济",
        "壮大先进制造业。",
        PROSE,
        "提升园区能级。",
        PROSE,
        PROSE,
    )
    assert tree(found)[2:] == ["3 壮大先进制造业", "3 提升园区能级"]
    assert [one.paragraph.section for one in found.passages[-2:]] == [found.sections[-1].id] * 2


def test_a_short_sentence_before_run_in_headings_is_none(understand: Read) -> None:
    """Where the paragraphs name themselves, a line above one is prose."""
    found = understand(
        "各位代表：",
        "一、2031年工作安排",
        "（一）做强实体经济",
        "工业是立市之基。",
        "壮大先进制造业。" + PROSE,
        "稳住工业运行。",
        "提升园区能级。" + PROSE,
    )
    assert tree(found)[2:] == ["3 壮大先进制造业", "3 提升园区能级"]


def test_a_paragraph_printed_twice_has_no_heading(understand: Read) -> None:
    """It is no sister of its own."""
    found = understand(
        "各位代表：", "一、2031年工作安排", "壮大先进制造业。" + PROSE, "壮大先进制造业。" + PROSE
    )
    assert tree(found) == ["1 一、2031年工作安排"]


def test_a_number_over_a_number_heads_what_is_below(understand: Read) -> None:
    """第一，… is no item of a list where 一是… stands below it, over prose."""
    found = understand(
        "各位代表：",
        "一、2031年工作安排",
        "第一，稳住增长。",
        "一是抓项目。",
        PROSE,
        "第二，做强产业。",
        PROSE,
    )
    assert tree(found)[1:] == ["2 第一，稳住增长", "2 第二，做强产业"]


def test_saying_at_the_end_is_no_heading(understand: Read) -> None:
    """A short paragraph that leads over to 我们要 closes its series."""
    found = understand(
        "各位代表：",
        "一、2031年工作安排",
        "（一）做强实体经济",
        "壮大先进制造业。" + PROSE,
        "提升园区能级。" + PROSE,
        "实业兴则城市兴。我们要一年接着一年干。",
        "大力支持双拥工作。" + PROSE,
    )
    assert tree(found)[2:] == ["3 壮大先进制造业", "3 提升园区能级"]


def test_series_with_a_common_head(understand: Read) -> None:
    """Long sentences that begin alike and sum up a part are level 2."""
    found = understand(
        "各位代表：",
        "一、2030年工作回顾",
        *(
            f"过去一年，我们{verb}，全市发展的基础更加坚实有力可靠。{PROSE}"
            for verb in ("聚力做强产业集群", "用心改善群众生活", "全面守护绿水青山")
        ),
    )
    assert [line[:8] for line in tree(found)[1:]] == ["2 过去一年，我"] * 3


def test_dashes_after_numbers_sum_up_the_part(understand: Read) -> None:
    """——五年来 stands beside （一）, not under it."""
    found = understand(
        "各位代表：",
        "一、过去五年工作回顾",
        "（一）产业持续壮大。" + PROSE,
        "各位代表！过去五年，我们攻坚克难，走过了不平凡的历程。",
        "——五年来，我们做强产业，实力迈上新台阶。" + PROSE,
        "——五年来，我们改善民生，生活迈上新台阶。" + PROSE,
    )
    assert [line[0] for line in tree(found)] == ["1", "2", "2", "2"]


def test_short_last_dash_stands_over_nothing(understand: Read) -> None:
    """However short the last of a series, the next series stands beside it; one inside a series stands under it."""
    found = understand(
        "各位代表：",
        "一、2030年工作回顾",
        "——产业结构不断优化。产值增长一成。",
        "现代物流加快发展。" + PROSE,
        "乡村旅游持续升温。" + PROSE,
        "——城乡面貌明显改善。" + PROSE,
        "——社会大局保持稳定。治安满意度上升。",
        "一是坚持稳中求进，巩固回升势头。" + PROSE,
        "二是坚持项目为王，积蓄发展后劲。" + PROSE,
    )
    assert [line[0] for line in tree(found)] == ["1", "2", "3", "3", "2", "2", "2", "2"]


def test_list_items_are_no_headings(understand: Read) -> None:
    """Lines of a list, and 一是 without sisters, name nothing."""
    found = understand(
        "各位代表：",
        "一、2031年工作安排",
        "主要预期目标是：",
        "——地区生产总值增长6%左右；",
        "——城镇新增就业3万人以上；",
        "一是坚持稳中求进。" + PROSE,
    )
    assert tree(found) == ["1 一、2031年工作安排"]


def test_part_without_number(understand: Read) -> None:
    """A line with the words of a part is one, though its number is lost."""
    found = understand("各位代表：", "2030年工作回顾", PROSE, "2031年工作安排", "（一）做强实体经济", PROSE)
    assert tree(found) == ["1 2030年工作回顾", "1 2031年工作安排", "2 （一）做强实体经济"]


def test_glued_heading_is_parted(understand: Read) -> None:
    """A heading run together with its first paragraph's is two, where its sisters stand alone."""
    found = understand(
        "各位代表：",
        "一、2031年工作安排",
        "（一）做强实体经济",
        "壮大先进制造业。" + PROSE,
        "提升园区能级。" + PROSE,
        "（二）守好绿水青山",
        "提升空气质量。" + PROSE,
        "壮大绿色产业。" + PROSE,
        "（三）扩大对外开放",
        "稳住外贸。" + PROSE,
        "壮大外资企业。" + PROSE,
        "（四）改善人民生活提升就业质量。" + PROSE,
        "壮大医疗队伍。" + PROSE,
        "提升办学水平。" + PROSE,
    )
    assert tree(found)[-4:] == ["2 （四）改善人民生活", "3 提升就业质量", "3 壮大医疗队伍", "3 提升办学水平"]


def test_annex_and_glossary_stand_apart(understand: Read) -> None:
    """Numbered items of an annex are level 2, entries of a glossary none, and neither gives facts of the glossary."""
    found = understand(
        "各位代表：",
        "一、2031年工作安排",
        PROSE,
        "附件1：2031年民生实事",
        "一、新建普惠托位",
        PROSE,
        "附件2：名词解释",
        "1.一网通办：指政务服务统一受理。",
        PROSE,
    )
    assert tree(found)[1:] == ["1 附件1：2031年民生实事", "2 一、新建普惠托位", "1 附件2：名词解释"]
    assert [s.role.value for s in found.sections] == ["tasks", "annex", "annex", "glossary"]
    assert found.passages[-1].outlook is None


def test_every_section_stands_on_its_text(understand: Read) -> None:
    """`at` covers number and title in the paragraph it names."""
    texts = ["政府工作报告", "各位代表：", "一、2031年工作安排", "（一） 做强实体经济。" + PROSE]
    found = understand(*texts)
    for section in found.sections:
        spot = texts[int(section.at.paragraph[1:]) - 1][section.at.start : section.at.end]
        assert spot.replace(" ", "") == (section.number or "") + section.title
    assert [s.parent for s in found.sections] == [None, None, "s1"]


def test_title_on_two_lines(understand: Read) -> None:
    """The one numbered title over a line goes on in it; 第一部分 takes its title from the line below."""
    found = understand(
        "各位代表：",
        "一、2030年工作回顾",
        PROSE,
        "二、2031年工作安排",
        PROSE,
        "三、持续提升政府",
        "治理效能",
        PROSE,
    )
    assert tree(found) == ["1 一、2030年工作回顾", "1 二、2031年工作安排", "1 三、持续提升政府治理效能"]
    found = understand("各位代表：", "第一部分", "2030年工作回顾", PROSE, "第二部分 2031年工作安排", PROSE)
    assert tree(found) == ["1 第一部分2030年工作回顾", "1 第二部分2031年工作安排"]
    assert [s.role.value for s in found.sections] == ["review", "tasks"]


def test_lines_below_several_titles_are_headings(understand: Read) -> None:
    """Where sisters have such lines too, the line is no rest of a title."""
    texts = (
        "（一）做强实体经济",
        "先进制造业",
        PROSE,
        "（二）扩大对外开放",
        "外贸和外资",
        PROSE,
        "（三）改善民生",
        PROSE,
    )
    assert "2 （一）做强实体经济" in tree(understand("各位代表：", "一、2031年工作安排", *texts))


def test_heading_printed_twice_is_one(understand: Read) -> None:
    """The second print of a numbered line is neither a section nor prose."""
    found = understand(
        "各位代表：",
        "一、2030年工作回顾",
        PROSE,
        "二、2031年主要任务",
        "二、2031年主要任务",
        PROSE,
        "三、加强自身建设",
        PROSE,
    )
    assert tree(found) == ["1 一、2030年工作回顾", "1 二、2031年主要任务", "1 三、加强自身建设"]
    assert found.passages[4].outlook is None


def test_headings_that_end_in_numbers(understand: Read) -> None:
    """Three paragraphs in a row that open with a short sentence and its number are headed by it."""
    openings = ("新增企业突破1000家。", "农民收入再增2000元。", "道路通车80公里。")
    found = understand("各位代表：", "一、2030年工作回顾", *(one + PROSE for one in openings))
    assert [line[2:] for line in tree(found)[1:]] == [one.rstrip("。") for one in openings]


def test_prose_under_no_heading_has_none(understand: Read) -> None:
    """Old reports without parts open paragraphs with short sentences; they name nothing."""
    found = understand("各位代表：", "我县农业获得丰收。" + PROSE, "工业战线捷报频传。" + PROSE)
    assert tree(found) == []

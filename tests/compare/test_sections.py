"""Sections: same, renamed, moved, new, dropped, with their weight."""

from decimal import Decimal

from reportparse.compare import compare
from reportparse.model import Report, Role, Section
from reportparse.model.comparison import ComparedSection, SectionChange
from tests.compare.making import report, section

WATER = "推进镜澄湖水系连通，实施砚水生态廊道修复，整治入河排污口。"
SCHOOL = "新建改扩建中小学校和幼儿园，新增学位，培养骨干教师。"


def _report(year: int, sections: list[Section], texts: list[tuple[str, str]]) -> Report:
    return report(year, sections=sections, texts=texts)


def _changes(old: Report, new: Report) -> dict[str, SectionChange]:
    rows: tuple[ComparedSection, ...] = compare([old, new]).sections
    return {(row.new or row.old).title: row.change for row in rows}  # type: ignore[union-attr]


def test_years_in_titles_are_seen_from_the_report() -> None:
    """2020年工作回顾 in the report of 2021 is what 2019年工作回顾 was in that of 2020."""
    old = _report(2020, [section("s1", "2019年工作回顾", role=Role.review)], [])
    new = _report(2021, [section("s1", "2020年工作回顾", role=Role.review)], [])
    assert _changes(old, new) == {"2020年工作回顾": SectionChange.same}


def test_renamed_by_what_stands_under_it() -> None:
    """Title and text together tell."""
    old = _report(2020, [section("s1", "修复山水生态")], [("s1", WATER)])
    new = _report(
        2021, [section("s1", "守护绿水青山"), section("s2", "办好教育")], [("s1", WATER), ("s2", SCHOOL)]
    )
    assert _changes(old, new) == {"守护绿水青山": SectionChange.renamed, "办好教育": SectionChange.new}


def test_moved_out_of_order_or_to_another_part() -> None:
    """The one that passes the others has moved; they have not."""
    names = ["优化营商环境", "修复山水生态", "办好教育"]
    old = _report(2020, [section(f"s{at}", name) for at, name in enumerate(names)], [])
    new = _report(2021, [section(f"s{at}", name) for at, name in enumerate((names[2], *names[:2]))], [])
    assert _changes(old, new) == {
        "办好教育": SectionChange.moved,
        "优化营商环境": SectionChange.same,
        "修复山水生态": SectionChange.same,
    }


def test_dropped_sections_come_last() -> None:
    """What the newer report no longer has is listed too."""
    old = _report(2020, [section("s1", "修复山水生态")], [("s1", WATER)])
    new = _report(2021, [section("s1", "办好教育")], [("s1", SCHOOL)])
    assert _changes(old, new) == {"办好教育": SectionChange.new, "修复山水生态": SectionChange.dropped}


def test_weight_is_characters_with_all_below() -> None:
    """A part weighs what its sections weigh; shares are of the whole report."""
    sections = [
        section("s1", "工作安排"),
        section("s1.1", "修复山水生态", parent="s1"),
        section("s2", "结语"),
    ]
    new = _report(2021, sections, [("s1.1", "水 水" * 25), ("s2", "文" * 50)])
    weights = {row.new.id: row.new for row in compare([report(2020), new]).sections if row.new}
    assert (weights["s1"].characters, weights["s1"].share) == (50, Decimal("0.5000"))
    assert weights["s1"].characters == weights["s1.1"].characters

"""Hold texts in one piece to their titles, though no mark ends them."""

import pytest

from tests.outline.conftest import Read

SERIES = (
    (
        ("（一）壮大实体经济", "加快建设云岭科创园，培育骨干企业六十家。"),
        ("（二）繁荣城乡市场", "全市举办展会三十场，发放消费券五千万元。"),
        ("（三）改善人居环境", "改造老旧小区八十个，新建公园十二处。"),
    ),
    (
        ("（一）产业集群持续壮大", "云岭科创园建成投用，企业数量翻番。"),
        ("（二）城乡面貌显著改善", "我们改造老旧小区八十个。"),
        ("（三）民生保障更加有力", "2030年，城镇新增就业3万人。"),
    ),
    (
        ("（一）坚持创新引领，壮大实体经济", "实施重点项目二百个，完成投资一千亿元。"),
        ("（二）坚持改革开放，激发市场活力", "深化医疗改革，签约项目六十个。"),
        ("（三）坚持绿色发展，守护绿水青山", "治理河道八十公里，造林六万亩。"),
    ),
    (
        ("（一）壮大实体经济。", "加快建设云岭科创园，培育骨干企业六十家。"),
        ("（二）繁荣城乡市场。", "全市举办展会三十场，发放消费券五千万元。"),
        ("（三）改善人居环境。", "改造老旧小区八十个，新建公园十二处。"),
    ),
)


@pytest.mark.parametrize("series", SERIES)
def test_titles_without_a_mark_end_alike(understand: Read, series: tuple[tuple[str, str], ...]) -> None:
    """A title ends where its grammar and its sisters say, and the prose behind it keeps its figures."""
    body = "".join(title + prose for title, prose in series)
    found = understand(
        f"各位代表：一、2031年工作安排今年是开局之年。{body}二、加强政府自身建设我们要依法行政。"
    )
    titles = [(s.number or "") + s.title for s in found.sections]
    assert titles == [
        "一、2031年工作安排",
        *(title.rstrip("。") for title, _ in series),
        "二、加强政府自身建设",
    ]
    assert all(any(p.paragraph.text[p.body :] == prose for p in found.passages) for _, prose in series)


def test_heading_printed_twice_in_one_piece(understand: Read) -> None:
    """A title told again at once does not swallow what it heads."""
    found = understand(
        "各位代表：一、2030年工作回顾过去一年，成绩可喜。（一）壮大实体经济。（一）壮大实体经济。企业翻番。"
        "（二）繁荣城乡市场。市场兴旺。二、2031年工作安排二、2031年工作安排今年，我们再出发。"
    )
    assert "今年，我们再出发。" in [p.paragraph.text for p in found.passages]

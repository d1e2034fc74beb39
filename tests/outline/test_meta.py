"""Hold `meta` to what the front matter and the text say."""

from reportparse import extract
from tests.outline.conftest import Read

FRONT = (
    "政府工作报告",
    "——2031年1月12日在云州市第九届人民代表大会第三次会议上",
    "云州市市长  林  源",
    "各位代表：",
    "现在，我代表市人民政府，向大会报告工作，请予审议。",
)


def test_front_matter(understand: Read) -> None:
    """Date, meeting, speaker and office come from the lines under the title."""
    meta = understand(*FRONT, "一、2030年工作回顾", place="云州市").meta
    assert (meta.title, meta.date, meta.year, meta.review_year) == ("政府工作报告", "2031-01-12", 2031, 2030)
    assert meta.meeting == "云州市第九届人民代表大会第三次会议"
    assert (meta.speaker, meta.office, meta.place) == ("林源", "云州市市长", "云州市")


def test_who_spoke_stands_before_the_meeting(understand: Read) -> None:
    """In one line with the date, name and office in either order."""
    for told in ("林清源市长", "云州市市长 林清源"):
        line = f"——2031年1月12日{told}在云州市第九届人民代表大会第三次会议上的讲话"
        meta = understand("政府工作报告", line, *FRONT[3:], "一、2030年工作回顾", place="云州市").meta
        assert (meta.speaker, meta.office) == ("林清源", told.replace("林清源", "").strip())
        assert meta.meeting == "云州市第九届人民代表大会第三次会议"
        assert meta.date == "2031-01-12"


def test_title_on_three_lines(understand: Read) -> None:
    """A title that is split over lines is one."""
    found = understand("云州市", "人民政府", "工作报告", "各位代表：", "一、2030年工作回顾", place="云州市")
    assert found.sections[0].level == 0
    assert found.meta.title == "云州市人民政府工作报告"


def test_report_that_begins_with_the_salutation(understand: Read) -> None:
    """Without a front page the year comes from the headings, the place from the names that the text is full of."""
    found = understand(
        "各位代表：",
        "现在，我代表市人民政府，向大会报告工作。",
        "一、2030年工作回顾",
        "全市上下团结奋斗，枣庄的面貌焕然一新，滕州、薛城、峄城各展所长，居全省前列。",
        "二、2031年工作安排",
        "建设美丽枣庄，支持滕州建设强市，我市发展再上台阶。",
    )
    assert (found.meta.place, found.meta.level, found.meta.province) == ("枣庄市", "prefecture", "山东省")
    assert (found.meta.division_code, found.meta.year, found.meta.title) == ("370400", 2031, None)


def test_options_settle(understand: Read) -> None:
    """`year` and `place` overrule the text."""
    meta = understand(*FRONT, year=2029, place="枣庄").meta
    assert (meta.year, meta.review_year, meta.place, meta.division_code) == (2029, 2028, "枣庄市", "370400")


def test_year_that_the_text_plans_for(understand: Read) -> None:
    """A report of December plans for the year after; a plan of years to come, and an aim far off, do not count."""
    december = understand(
        "政府工作报告",
        "——2030年12月27日在云州市第九届人民代表大会第三次会议上",
        "各位代表：",
        "一、2030年工作回顾",
        "二、2031—2035年目标任务",
        "三、2031年工作安排",
        "到2035年的远景目标",
    )
    assert december.meta.year == 2031
    assert [w.code for w in december.warnings] == ["no-annual-targets"]
    planned = understand(
        "各位代表：", "一、2030年工作回顾", "二、2031—2035年目标任务", "三、到2032年的工作安排"
    )
    assert planned.meta.year == 2031


def test_years_that_disagree_are_told(understand: Read) -> None:
    """A date against the headings, and a mere guess, leave a warning."""
    for texts in (
        (*FRONT, "一、2028年工作回顾", "二、2029年工作安排"),
        ("各位代表：", "我们在2030年种树。"),
    ):
        assert "year-in-doubt" in [w.code for w in understand(*texts).warnings]


def test_a_year_that_nothing_tells_is_no_guess(understand: Read) -> None:
    """A year to come, to which a target looks, is not the report's; what is counted from 今年 has no period."""
    outlined = understand("今年地区生产总值增长5.5%左右，到2035年达到900亿元。")
    assert outlined.meta.year is None
    doubt = next(w for w in outlined.warnings if w.code == "year-in-doubt")
    assert doubt.message.startswith("Nothing tells the year")
    text = "去年生产粮食87万吨。今年地区生产总值增长5.5%左右，到2035年达到900亿元。三年内新建公园12处。"
    report = extract(text.encode(), name="report.txt")
    assert {figure.period for figure in (*report.targets, *report.results)} == {None, "2035"}


def test_year_in_chinese_digits(understand: Read) -> None:
    """一九八一年 is read as 1981."""
    texts = ("各位代表：", "一、一九八○年国民经济计划执行情况", "二、一九八一年的任务")
    assert understand(*texts).meta.year == 1981

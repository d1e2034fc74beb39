"""Projects that a text names and extract read no project of."""

from reportparse.compare import compare
from reportparse.model import Outlook, Stage
from reportparse.model.comparison import ComparedProject, Course
from tests.compare.making import project, report


def _course(*review: str, name: str = "砚湖圣山景区") -> ComparedProject:
    old = project(name, Stage.under_construction)
    (row,) = compare([report(2020, projects=[old]), report(2021, review=review)]).projects
    return row


def test_a_name_in_the_text_is_a_state_with_its_place() -> None:
    """Its stage is that of the clause; without mentions it is known to be found in the text alone."""
    row = _course("各项工作扎实推进，砚湖圣山文化旅游景区建成开放，群众满意。")
    state = row.by_year["2021"]
    assert (row.course, row.because, state.mentions) == (Course.completed, "text", ())
    assert (state.outlook, state.name) == (Outlook.done, "砚湖圣山文化旅游景区")


def test_a_stage_is_that_of_the_names_own_part_of_a_list() -> None:
    """前期工作 of one thing says nothing of the next."""
    state = _course("完成墨池大桥前期工作和砚湖圣山景区。").by_year["2021"]
    assert state.stage is Stage.completed


def test_a_member_of_a_list_has_the_head_behind_it() -> None:
    """云松、砚鹤等6条高铁 names each of them; a place in a sentence is no member."""
    row = _course("松商、云松、砚鹤等6条高铁加快建设。", name="云松高铁")
    assert (row.because, row.by_year["2021"].stage) == ("text", Stage.under_construction)
    assert _course("松商、砚鹤等6条高铁加快建设，云松旅游旺起来。", name="云松高铁").course is Course.vanished


def test_a_head_may_be_told_by_another_of_its_family() -> None:
    """松礁海上风电 is 松礁海上风电场, and none of another reef's."""
    row = _course("松礁海上风电并网发电。", name="松礁海上风电场")
    assert (row.because, row.course) == ("text", Course.completed)
    assert _course("云礁海上风电并网发电。", name="松礁海上风电场").course is Course.vanished


def test_a_topic_is_a_kinds_family_too() -> None:
    """A report that speaks of 产业园 speaks of what is called 园."""
    assert _course("茗溪产业园开放。", name="绿创园").course is Course.vanished


def test_what_a_report_does_not_name_has_vanished_where_it_speaks_of_the_topic() -> None:
    """Of its kind, its sector or a word of its name; where it has no such text nothing is known of a change."""
    assert _course("茗溪景区建成开放。").course is Course.vanished
    assert _course("砚鹤高速通车。", name="墨池大桥").course is Course.vanished
    row = _course("粮食产量稳定。")
    assert (row.course, row.because) == (Course.unchanged, "not_told")


def test_the_end_of_a_stretch_is_not_the_thing() -> None:
    """What is done from a bridge on to another is not done to the bridge."""
    assert _course("墨池大桥至砚湖大桥段工程完工。", name="墨池大桥").course is not Course.completed
    assert _course("墨池大桥完工。", name="墨池大桥").course is Course.completed


def test_another_phase_in_the_text_is_another_project() -> None:
    """一期 is not seen in what is said of 二期."""
    assert _course("砚湖圣山景区二期建成开放。", name="砚湖圣山景区一期").course is Course.vanished


def test_a_name_is_seen_word_for_word() -> None:
    """Without a name of its own too, but not as a part of a longer one or counted."""
    assert _course("加强科技创新中心等建设。", name="科技创新中心").because == "text"
    assert _course("重点抓好砚川河流域生态环境。", name="砚川河流域").because == "text"
    assert _course("鹤亭科技创新中心开放。", name="科技创新中心").course is Course.vanished
    assert _course("建成3个科技创新中心。", name="科技创新中心").course is Course.vanished


def test_a_name_ends_behind_the_word_for_a_work() -> None:
    """砚湖广场商业项目主体封顶 says 项目 of the square, and 主体 of the work; a road beside it is none."""
    row = _course("砚湖广场商业项目主体封顶。", name="砚湖广场")
    assert (row.because, row.by_year["2021"].stage) == ("text", Stage.completed)
    assert _course("砚湖广场道路主体完工。", name="砚湖广场").course is Course.vanished


def test_words_of_a_text_are_one_projects() -> None:
    """Where two are called so, the first that the reports name has them, and the other is not told of twice over."""
    old = [
        project("鹤亭酒业", Stage.operating),
        project("鹤亭酒业二期", Stage.completed, id_="j2"),
    ]
    rows = compare(
        [report(2020, projects=old), report(2021, review=("鼓励鹤亭酒业等企业挂牌融资。",))]
    ).projects
    assert [[*row.by_year] for row in rows] == [["2020", "2021"], ["2020"]]

"""Projects: followed by name and stage."""

import pytest

from reportparse.compare import compare
from reportparse.model import Outlook, Project, Stage
from reportparse.model.comparison import ComparedProject, Course
from tests.compare.making import project, report

DONE = Outlook.done
PLANNED, STARTED, BUILDING, COMPLETED, OPERATING = list(Stage)[:5]


def _rows(*years: list[Project]) -> tuple[ComparedProject, ...]:
    return compare([report(2020 + at, projects=mentions) for at, mentions in enumerate(years)]).projects


@pytest.mark.parametrize(
    ("old", "new", "course"),
    [
        (project("砚鹤高速", PLANNED), project("砚鹤高速", STARTED), Course.advanced),
        (project("砚鹤高速", STARTED), project("砚鹤高速", STARTED, DONE), Course.advanced),
        (project("砚鹤高速", BUILDING), project("砚鹤高速", BUILDING, DONE), Course.unchanged),
        (project("砚鹤高速", BUILDING), project("砚鹤高速", BUILDING), Course.unchanged),
        (project("砚鹤高速", COMPLETED), project("砚鹤高速", COMPLETED), Course.unchanged),
        (project("砚鹤高速", COMPLETED), project("砚鹤高速", BUILDING, DONE), Course.unchanged),
        (project("砚鹤高速", OPERATING), project("砚鹤高速", COMPLETED), Course.unchanged),
        (project("砚鹤高速", BUILDING, DONE), project("砚鹤高速", PLANNED), Course.set_back),
        (project("砚鹤高速", BUILDING, DONE), project("砚鹤高速", STARTED), Course.set_back),
        (project("砚鹤高速", STARTED, DONE), project("砚鹤高速", STARTED), Course.unchanged),
        (project("砚鹤高速", COMPLETED), project("砚鹤高速", OPERATING), Course.unchanged),
        (project("砚鹤高速", BUILDING), project("砚鹤高速", COMPLETED), Course.advanced),
        (project("砚鹤高速", STARTED, DONE), project("砚鹤高速", PLANNED), Course.set_back),
        (project("砚鹤高速", BUILDING, DONE), project("砚鹤高速", PLANNED, DONE), Course.unchanged),
        (project("砚鹤高速", OPERATING, DONE), project("砚鹤高速", STARTED), Course.unchanged),
        (project("砚鹤高速", PLANNED, DONE), project("砚鹤高速", PLANNED), Course.unchanged),
        (project("砚鹤高速", BUILDING), project("砚鹤高速", STARTED, DONE), Course.unchanged),
        (project("砚鹤高速", COMPLETED), project("砚鹤高速", COMPLETED, DONE), Course.completed),
        (project("砚鹤高速", PLANNED), project("砚鹤高速", OPERATING, DONE), Course.completed),
        (project("砚鹤高速", Stage.other), project("砚鹤高速", BUILDING), Course.unchanged),
        (project("砚鹤高速", COMPLETED, DONE), project("砚鹤高速", OPERATING, DONE), Course.completed),
        (project("砚鹤高速", OPERATING, DONE), project("砚鹤高速", OPERATING, DONE), Course.unchanged),
        (project("砚鹤高速", OPERATING), project("砚鹤高速", BUILDING, DONE), Course.unchanged),
        (project("砚鹤高速", PLANNED), project("砚鹤高速", PLANNED, DONE), Course.advanced),
    ],
)
def test_the_course_of_a_project(old: Project, new: Project, course: Course) -> None:
    """A stage reached counts more than one looked ahead to, but 加快建设 has begun when it is said."""
    (row,) = _rows([old], [new])
    assert row.course is course


def test_what_extract_ties_under_a_bare_kind_stays_apart() -> None:
    """健康社区卫生服务中心 is no more than by its kind 社区卫生服务中心."""
    bare = project("社区卫生服务中心", OPERATING, DONE)
    tied = project("健康社区卫生服务中心", BUILDING, id_="j2", same_as="j1")
    rows = _rows([bare, tied], [project("健康社区卫生服务中心", OPERATING, DONE)])
    assert {row.name: row.course for row in rows}["健康社区卫生服务中心"] is Course.completed


def test_what_a_plan_called_building_takes_no_step_back_by_being_started() -> None:
    """实施 in a plan is no more than a plan: begun, and with its opening ahead, it is further on."""
    newer = [project("砚鹤高速", STARTED, DONE), project("砚鹤高速", OPERATING)]
    (row,) = _rows([project("砚鹤高速", BUILDING)], newer)
    assert row.course is Course.advanced


def test_a_project_that_comes_and_one_that_goes() -> None:
    """They are new and, since nothing is said of reservoirs, unchanged for all that is known."""
    rows = _rows([project("砚水水库", PLANNED)], [project("墨池大桥", PLANNED)])
    assert {row.name: row.course for row in rows} == {"砚水水库": Course.unchanged, "墨池大桥": Course.new}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("砚鹤高速公路", "砚鹤高速"),
        ("砚川至鹤亭高速公路", "砚鹤高速"),
        ("砚川市图书馆新馆", "市图书馆新馆"),
        ("澜墨锂电池项目", "澜墨锂电池生产项目"),
        ("砚川综合保税区", "砚川综保区"),
        ("环湖快速路一期工程", "环湖快速路第一期"),
        ("砚光科技产业园", "砚光科技产业园首期"),
        ("轨道交通2号线", "地铁2号线"),
        ("茗溪绿色食品产业园", "茗溪食品产业园"),
        ("砚光6万平方米主力店", "砚光5.7万平方米主力店"),
    ],
)
def test_names_of_one_project(one: str, other: str) -> None:
    """Aliases, short names, and a first phase that was the whole before."""
    (row,) = _rows([project(one, PLANNED)], [project(other, STARTED)])
    assert row.course is Course.advanced
    assert row.likeness is not None and row.likeness >= 0.8


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("环湖快速路一期", "环湖快速路二期"),
        ("砚光6万平方米主力店", "砚光3万平方米主力店"),
        ("砚湖60万千瓦电厂", "砚湖66万千瓦电厂"),
        ("市博物馆", "砚山遗址博物馆"),
        ("砚川产业研究院", "产业创新研究院"),
        ("环湖快速路", "环湖快速路二期"),
        ("轨道交通2号线", "轨道交通3号线"),
        ("砚川自贸试验区", "茗溪自贸试验区"),
        ("滨湖路中学", "滨湖路小学"),
        ("城东污水处理厂", "城西污水处理厂"),
        ("墨池大街", "墨池广场"),
        ("社区卫生服务中心", "健康社区卫生服务中心"),
        ("雨水管网", "供水管网"),
        ("绫阳智慧物流园", "绫阳智慧物流园配套路网"),
    ],
)
def test_names_of_two_projects(one: str, other: str) -> None:
    """Phases, numbers, places, sides and kinds part them; so does having no name of one's own."""
    rows = _rows([project(one, PLANNED)], [project(other, STARTED)])
    assert sorted(row.course for row in rows) in (
        [Course.new, Course.vanished],
        [Course.new, Course.unchanged],
    )


def test_a_reports_own_province_is_left_out_of_names() -> None:
    """砚南省冰上训练中心 is 省冰上训练中心, in a city of 砚南省."""
    meta = {"place": "砚川市", "province": "砚南省"}
    one, other = (
        found.model_copy(update={"meta": found.meta.model_copy(update=meta)})
        for found in (
            report(2020, projects=[project("砚南省冰上训练中心", PLANNED)]),
            report(2021, projects=[project("省冰上训练中心", STARTED)]),
        )
    )
    (row,) = compare([one, other]).projects
    assert row.course is Course.advanced


def test_all_mentions_of_a_report_are_one_state() -> None:
    """The furthest speaks, the ids of all are listed."""
    mentions = [
        project("墨池大桥", STARTED, DONE, id_="j1"),
        project("墨池大桥", BUILDING, id_="j2", same_as="j1"),
    ]
    (row,) = _rows([project("墨池大桥", STARTED)], mentions)
    assert row.by_year["2021"].id == "j2"
    assert row.by_year["2021"].mentions == ("j1", "j2")


def test_topped_out_is_not_finished() -> None:
    """主体封顶 with 建成投用 still ahead is on its way."""
    mentions = [
        project("砚文化博物馆", COMPLETED, DONE),
        project("砚文化博物馆", OPERATING, id_="j2", same_as="j1"),
    ]
    (row,) = _rows([project("砚文化博物馆", BUILDING)], mentions)
    assert row.course is Course.advanced


@pytest.mark.parametrize(
    ("old", "new", "course"),
    [
        ((STARTED, DONE), [(STARTED, DONE), (OPERATING, Outlook.planned)], Course.advanced),
        ((STARTED, DONE), [(BUILDING, DONE), (STARTED, Outlook.planned)], Course.advanced),
        ((BUILDING, DONE), [(PLANNED, DONE), (COMPLETED, Outlook.planned)], Course.unchanged),
        ((OPERATING, Outlook.planned), [(BUILDING, DONE), (OPERATING, Outlook.planned)], Course.unchanged),
        ((OPERATING, Outlook.planned), [(COMPLETED, DONE), (OPERATING, Outlook.planned)], Course.advanced),
        ((OPERATING, Outlook.planned), [(COMPLETED, DONE), (STARTED, Outlook.planned)], Course.completed),
        ((BUILDING, DONE), [(COMPLETED, DONE), (BUILDING, Outlook.planned)], Course.unchanged),
        ((COMPLETED, Outlook.planned), [(BUILDING, DONE), (OPERATING, Outlook.planned)], Course.unchanged),
        ((BUILDING, DONE), [(OPERATING, DONE), (OPERATING, Outlook.planned)], Course.completed),
    ],
)
def test_looking_back_comes_before_looking_ahead(
    old: tuple[Stage, Outlook], new: list[tuple[Stage, Outlook]], course: Course
) -> None:
    """The state is what the review tells; `ahead` keeps what is still promised and decides between equals."""
    mentions = [project("墨池大桥", *one, id_=f"j{at}") for at, one in enumerate(new, 1)]
    (row,) = _rows([project("墨池大桥", *old)], mentions)
    assert row.course is course
    assert (row.by_year["2021"].stage, row.by_year["2021"].ahead) == (new[0][0], new[1][0])


def test_what_was_finished_before_and_is_told_no_more_has_vanished() -> None:
    """The newer report speaks of bridges, and not of this one; a third that told of its end makes it completed."""
    done = project("墨池大桥", OPERATING, DONE)
    other = report(2021, projects=[project("云松大桥", BUILDING)], review=["云松大桥加快建设。"])
    assert compare([report(2020, projects=[done]), other]).projects[0].course is Course.vanished
    first = report(2019, projects=[project("墨池大桥", BUILDING)])
    assert compare([first, report(2020, projects=[done]), other]).projects[0].course is Course.completed


def test_what_was_begun_and_is_to_be_planned_again_is_set_back() -> None:
    """Begun in the review, to go on in the plan; a year later 适时启动 is all that is said."""
    older = [project("墨池体育馆", STARTED, DONE), project("墨池体育馆", BUILDING, id_="j2", same_as="j1")]
    (row,) = _rows(older, [project("墨池体育馆", STARTED)])
    assert (row.course, row.steps[0].course) == (Course.set_back, Course.set_back)
    (row,) = _rows([project("墨池体育馆", BUILDING)], [project("墨池体育馆", STARTED)])
    assert row.course is Course.unchanged


def test_a_project_brought_to_its_end_is_completed_for_good() -> None:
    """It need not be mentioned again; the steps tell year by year."""
    (row,) = _rows([project("墨池大桥", BUILDING)], [project("墨池大桥", OPERATING, DONE)], [])
    assert row.course is Course.completed
    assert [step.course for step in row.steps] == [Course.completed, Course.unchanged]


def test_mentions_of_one_name_are_one_project() -> None:
    """Tied by extract or not: the row lists them, none is lost."""
    (row,) = _rows([project("砚水水库", PLANNED), project("砚水水库工程", STARTED, id_="j2")], [])
    assert row.by_year["2020"].mentions == ("j1", "j2")


def test_a_firm_stands_for_its_works_where_nothing_competes() -> None:
    """With two works of one firm its name alone is neither's."""
    works = [project("砚光半导体材料项目", STARTED), project("砚光半导体封装项目", STARTED, id_="j2")]
    (row,) = _rows([project("砚光半导体", PLANNED)], works[:1])
    assert (row.course, row.because) == (Course.advanced, "firm")
    assert len(_rows([project("砚光半导体", PLANNED)], works)) == 3


def test_what_is_told_twice_in_a_report_is_one_project() -> None:
    """A name that is left over joins the pair that it is like on both sides; its mention is kept."""
    old = [project("砚湖圣山景区", PLANNED), project("砚湖圣山旅游文化景区", STARTED, id_="j2")]
    (row,) = _rows(old, [project("砚湖圣山文化旅游景区", BUILDING, DONE)])
    assert row.by_year["2020"].mentions == ("j1", "j2")


def test_an_unsure_name_is_one_where_nothing_competes() -> None:
    """From 0.7 on; with a second name that is as like it stays two."""
    old, new = project("伊士丹文旅小镇", PLANNED), project("伊仕丹文旅小镇", STARTED)
    (row,) = _rows([old], [new])
    assert row.likeness is not None and row.likeness < 0.8
    other = project("伊什丹文旅小镇", STARTED, id_="j2")
    assert len(_rows([old], [new, other])) == 3


def test_both_sides_of_a_thing_told_as_one_go_on_in_each() -> None:
    """东西外环 is a list of two, and none of 南外环."""
    old = [project("东西外环道路", STARTED)]
    assert _rows(old, [project("西外环公路", STARTED, DONE)])[0].course is Course.advanced
    assert len(_rows(old, [project("南外环公路", STARTED, DONE)])) == 2


def test_a_railway_is_a_railway_of_a_kind_only_where_nothing_competes() -> None:
    """云松铁路 may be told as 云松高铁, but not beside a 云松铁路."""
    old = [project("云松铁路", STARTED)]
    assert _rows(old, [project("云松高铁", STARTED, DONE)])[0].because == "genus"
    newer = [project("云松铁路", STARTED, DONE), project("云松高铁", BUILDING, id_="j2")]
    assert _rows(old, newer)[0].because == "same_name"


def test_what_lost_its_owner_is_not_anothers() -> None:
    """砚湖建材城, then 建材城 alone, may be told with its owner again, and is none of another's."""
    for again, rows in (("砚湖商贸建材城", 1), ("鹤亭国际产业园建材城", 2)):
        names = ("砚湖建材城", "建材城", "建材城", again)
        reports = [
            report(2020 + at, projects=[project(name, Stage.started)]) for at, name in enumerate(names)
        ]
        found = compare(reports).projects
        assert [row.name for row in found if "2023" in row.by_year] == [again]
        assert len(found) == rows

"""Hold what projects say besides name and stage: outlook, period, sector, same_as, figures, quote."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from reportparse.extractors.link import link_projects
from reportparse.extractors.projects import doubted, named, projects
from reportparse.extractors.projects.aliases import firsts, key
from reportparse.extractors.projects.features import features
from reportparse.extractors.projects.mentions import mentions
from reportparse.extractors.projects.stages import settle
from reportparse.extractors.projects.weights import weights
from reportparse.grammar.calendar import Calendar
from reportparse.grammar.cutting import tokens
from reportparse.lexicon import SectorEntry, load
from reportparse.model import At, Bound, Figure, Measure, Outlook, Paragraph, Passage, Project, Role, Stage
from reportparse.text import fold

LEXICON = load()
CALENDAR = Calendar(year=2021, review=2020)


def passage(
    text: str,
    outlook: Outlook | None = Outlook.planned,
    period: str | None = "2021",
    body: int = 0,
    id_: str = "p1",
) -> Passage:
    """Make a passage of one paragraph."""
    paragraph = Paragraph(id=id_, section="s1", role=Role.tasks, page=None, text=text)
    return Passage(paragraph=paragraph, body=body, outlook=outlook, period=period)


def read(text: str, outlook: Outlook | None = Outlook.planned) -> tuple[Project, ...]:
    """Read the projects of one paragraph."""
    return projects([passage(text, outlook)], CALENDAR, LEXICON)


@pytest.mark.parametrize(
    "text",
    ["加快云河高铁、砚山大桥建设，开工北溪水库。", "“云河之星”　产业园建成投用；砚山机场（新址）通航。"],
)
def test_quote_is_the_slice(text: str) -> None:
    """A project's place gives its quote, and the quote ends without a mark."""
    for project in read(text):
        assert text[project.at.start : project.at.end] == project.quote
        assert project.quote[-1] not in "，。；"


def test_what_is_told_of_a_work_ends_where_another_verb_begins() -> None:
    """The quote of the first does not hold what is done besides, and 工程 before 建设 is of the name."""
    text = "加快松河灌区、砚山净水厂扩建工程建设、开展集中攻坚。"
    found = read(text)
    assert [one.name for one in found] == ["松河灌区", "砚山净水厂扩建工程"]
    assert all("攻坚" not in one.quote for one in found)
    found = read("加快松塘水库、白浦水厂以及南郊净水厂扩建工程建设。")
    assert [one.name for one in found] == ["松塘水库", "白浦水厂", "南郊净水厂扩建工程"]


def test_quote_is_the_own_clause() -> None:
    """The verb on the left belongs to the quote, the clauses around do not."""
    assert [p.quote for p in read("稳住投资，加快云浦、云砚高铁建设，开工北溪水库。")] == [
        "加快云浦、云砚高铁建设",
        "加快云浦、云砚高铁建设",
        "开工北溪水库",
    ]


def test_passage_without_outlook_gives_nothing() -> None:
    """A glossary names projects and reports on none."""
    assert read("云河大桥建成通车。", None) == ()


def test_heading_is_not_read() -> None:
    """What stands before the body is a heading."""
    text = "加快云河新区建设。开工砚山水库。"
    assert [p.name for p in projects([passage(text, body=9)], CALENDAR, LEXICON)] == ["砚山水库"]


def test_set_up_is_done_in_the_review() -> None:
    """组建 is under way in the tasks and completed in the review (annotation guide, section 2)."""
    assert [p.stage for p in read("组建云河实验室。")] == [Stage.under_construction]
    assert [p.stage for p in read("组建云河实验室。", Outlook.done)] == [Stage.completed]


def test_clause_turns_the_outlook() -> None:
    """今年将开工 looks ahead in the review, 去年建成 back in the tasks; 去年开工的 says which bridge is meant."""
    ahead = [
        read(f"{text}。", Outlook.done)
        for text in ("云河大桥今年将开工建设", "云河大桥将于6月开工", "云河大桥即将开工")
    ]
    assert [(p.outlook, p.period) for found in ahead for p in found] == [(Outlook.planned, "2021")] * 3
    back = [
        read(text)
        for text in (
            "去年建成云河大桥。",
            "云河大桥曾建成通车。",
            "推进去年开工的云河大桥建设。",
            "加快已获批云河机场建设。",
        )
    ]
    assert [(p.outlook, p.period) for found in back for p in found] == [
        (Outlook.done, "2020"),
        (Outlook.done, "2021"),
        (Outlook.planned, "2021"),
        (Outlook.planned, "2021"),
    ]


def test_clause_names_its_year() -> None:
    """A year in the clause goes before that of the passage."""
    assert [p.period for p in read("确保云河高铁2023年建成通车，开工砚山大桥。")] == ["2023", "2021"]


def test_years_of_the_old_style_and_years_compared_with() -> None:
    """一九九五年 and 前年 are years as 1995年 is; that of 比2018年 is none of the deed."""
    texts = ("一九九五年建成砚山隧道。", "前年建成砚山隧道。", "比2018年提前建成砚山隧道。")
    assert [p.period for text in texts for p in read(text, Outlook.done)] == ["1995", "2019", "2021"]


def test_sector_is_that_of_the_head() -> None:
    """The word nearest to the end of the name decides."""
    found = read("加快云河医院、砚山水库、云河数字经济产业园建设。")
    assert [p.sector for p in found] == ["health", "water", "industry"]


def test_same_project_is_tied_to_its_first_entry() -> None:
    """Short forms and synonyms are one project, phases are not."""
    text = (
        "云河国际医学科学中心一期投用。推进国际医学科学中心一期、国际医学科学中心二期建设。"
        "加快云浦高速公路、云浦高速建设。"
    )
    found = read(text)
    assert [(p.name, p.same_as) for p in found] == [
        ("云河国际医学科学中心一期", None),
        ("国际医学科学中心一期", "j1"),
        ("国际医学科学中心二期", None),
        ("云浦高速公路", None),
        ("云浦高速", "j4"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("云河高铁", "云河高速铁路", True),
        ("云河地铁3号线", "云河地铁4号线", False),
        ("砚山产业园一期", "砚山产业园二期", False),
        ("砚山年产30万吨新材料项目", "砚山新材料", True),
        ("数据中心", "云河数据中心", False),
    ],
)
def test_names_of_one_project(one: str, other: str, expected: bool) -> None:
    """Names mean the same where their keys do."""
    assert list(firsts(key(name, LEXICON) for name in (one, other))) == [None, 0 if expected else None]


def test_figures_of_the_same_clause_are_linked() -> None:
    """A figure in the project's clause is named, one in the next clause is not."""
    text = "总投资30亿元的云河数据谷项目开工建设，新增就业500人。"
    spans = {"r1": (0, 7), "r2": (19, 25)}
    figures = [
        Figure(
            id=id_,
            indicator="x",
            indicator_id=None,
            measure=Measure.level,
            value=Decimal(1),
            value_max=None,
            unit="",
            amount=None,
            amount_max=None,
            base_unit="",
            bound=Bound.exact,
            basis=None,
            hedge=None,
            tone=None,
            period=None,
            baseline=None,
            relation=None,
            section=None,
            quote="",
            rule="",
            inferred=(),
            at=At(paragraph="p1", start=start, end=end),
        )
        for id_, (start, end) in spans.items()
    ]
    found = link_projects(read(text), figures, [passage(text)])
    assert [(p.name, p.figures) for p in found] == [("云河数据谷项目", ("r1",))]


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("建成投用", Stage.operating),
        ("推动建成", Stage.completed),
        ("加快规划建设", Stage.planned),
        ("启动建设", Stage.started),
        ("推进前期工作", Stage.planned),
        ("支持建设", Stage.under_construction),
        ("加快发展", Stage.other),
        ("推进", Stage.under_construction),
        ("竣工试运行", Stage.operating),
        ("签约落地", Stage.operating),
        ("完成前期工作", Stage.planned),
        ("启动规划", Stage.planned),
        ("建好用好", Stage.under_construction),
        ("完成投资人招商", Stage.planned),
        ("完成方案征集", Stage.planned),
        ("工可报告编制完成", Stage.planned),
    ],
)
def test_stages_settle(words: str, stage: Stage) -> None:
    """The most advanced stage wins; light verbs yield, early work binds."""
    assert settle(tokens(words, LEXICON), Outlook.planned) is stage


def test_sectors_show_a_form() -> None:
    """Each example holds one of the entry's own forms, and no entry lists a form twice."""
    entries = LEXICON.of(SectorEntry)
    assert [e.id for e in entries if not any(form in e.example for form in e.forms)] == []
    assert [e.id for e in entries if len(set(e.forms)) != len(e.forms)] == []


CORPUS = tomllib.loads((Path(__file__).parents[1] / "corpus" / "projects.toml").read_text("utf-8"))[
    "sentence"
]


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, marks=pytest.mark.xfail(strict=True) if row.get("gap") else ()) for row in CORPUS],
    ids=lambda row: row["text"],
)
def test_sentences_are_read_with_their_projects(row: dict[str, list[str]]) -> None:
    """Name and stage, in order."""
    outlook = Outlook.done if row.get("looks") else Outlook.planned
    found = named(fold(str(row["text"])), 0, outlook, LEXICON)
    assert [f"{mention.candidate.name} | {stage}" for mention, stage in found] == row["projects"]


def test_the_sum_decides_between_name_and_class() -> None:
    """What is proper weighs for a name, a mark of a class against it."""
    sums = {}
    for text in ("推进云河水库建设。", "推进农村水库建设。"):
        mention = next(mentions(text, 0, LEXICON))
        sums[text] = weights().sum(features(mention.candidate, mention.left, mention.right, None))
    assert sums["推进云河水库建设。"] > sums["推进农村水库建设。"]


@pytest.mark.parametrize(
    ("clause", "doubtful"),
    [
        ("谋划乡村旅游公路建设", {"乡村旅游公路"}),
        ("建好乡村文化广场", {"乡村文化广场"}),
        ("推进云河景区改革试点工作", {"云河景区"}),
        ("推进砚山国家公园创建", {"砚山国家公园"}),
        ("实施砚山生态岛建设方案", {"砚山生态岛"}),
        ("加快云河高铁、砚山大桥建设", set()),
        ("推动云河机场新址启用", set()),
    ],
)
def test_names_are_doubted_that_may_be_classes_or_name_another_thing(clause: str, doubtful: set[str]) -> None:
    """What follows a name may be what something is done to; what comes about with the name's own thing is not."""
    assert doubtful <= doubted(clause, LEXICON)
    named_here = {mention.candidate.name for mention, _ in named(clause, 0, Outlook.planned, LEXICON)}
    assert named_here & doubted(clause, LEXICON) == doubtful & named_here


@pytest.mark.parametrize(
    ("clause", "names"),
    [
        ("加快松溪钻采及器械生产等项目建设", ["松溪钻采及器械生产"]),
        ("加快砚山医院、松溪钻采和器械加工等项目建设", ["砚山医院", "松溪钻采和器械加工"]),
        ("加快松溪大桥及砚山隧道等项目建设", ["松溪大桥", "砚山隧道"]),
        ("加快松溪、砚山等产业园建设", ["松溪产业园", "砚山产业园"]),
        ("开工建设北岭、铁山铜矿和清水、高台选矿厂", ["北岭铜矿", "铁山铜矿", "清水选矿厂", "高台选矿厂"]),
        ("西延、西松、西砚等3条高铁加快建设", ["西延高铁", "西松高铁", "西砚高铁"]),
    ],
)
def test_common_words_behind_a_conjunction_go_on_with_the_work_before_it(
    clause: str, names: list[str]
) -> None:
    """What has a place or an end of its own is a work of its own."""
    found = [mention.candidate.name for mention, _ in named(clause, 0, Outlook.planned, LEXICON)]
    assert found == names


@pytest.mark.parametrize(
    ("clause", "outlook", "names"),
    [
        (
            "推进砚山纪念馆、发展研究院、运动康复医院建设",
            Outlook.planned,
            ["砚山纪念馆", "发展研究院", "运动康复医院"],
        ),
        ("开放共享实验室和推拿康复中心建成投用", Outlook.done, ["开放共享实验室", "推拿康复中心"]),
        ("推进松溪大桥建设、改造老旧管网", Outlook.planned, ["松溪大桥"]),
        ("建设创业服务中心、融合发展展览馆", Outlook.planned, ["创业服务中心", "融合发展展览馆"]),
        ("建设松溪公园、完善社区服务中心", Outlook.planned, ["松溪公园"]),
        ("推进松溪大桥、提升砚山水厂", Outlook.planned, ["松溪大桥", "砚山水厂"]),
    ],
)
def test_a_verb_before_a_head_is_what_the_house_is_for(
    clause: str, outlook: Outlook, names: list[str]
) -> None:
    """Where the list is one object, or the subject of what closes it; not where the verb has its own object."""
    found = [mention.candidate.name for mention, _ in named(clause, 0, outlook, LEXICON)]
    assert found == names


@pytest.mark.parametrize(
    ("clause", "names"),
    [
        ("规划建设一批松溪中心和砚山实验室", []),
        ("建设若干松溪产业园", []),
        ("推进一批松溪大桥、砚山隧道等重大项目", ["松溪大桥", "砚山隧道"]),
        ("推进松溪大桥、砚山隧道等一批重大项目", ["松溪大桥", "砚山隧道"]),
    ],
)
def test_what_is_said_to_be_several_is_a_class(clause: str, names: list[str]) -> None:
    """A list closed by 等 still names what are some of them."""
    found = [mention.candidate.name for mention, _ in named(clause, 0, Outlook.planned, LEXICON)]
    assert found == names


def test_a_list_of_a_class_lends_no_sisters_end() -> None:
    """What the list is closed by says what all of them are; the end of the next one is that one's own."""
    clause = "云凤新天地、松鹤家居博览中心、丹松购物广场等大型商业综合体投入运营"
    found = {mention.candidate.name for mention, _ in named(clause, 0, Outlook.done, LEXICON)}
    assert found == {"云凤新天地大型商业综合体", "松鹤家居博览中心", "丹松购物广场"}


@pytest.mark.parametrize(
    ("clause", "names"),
    [
        ("推进砚山至马岭、柳州至汶水等高速公路项目建设", ["砚山至马岭高速公路", "柳州至汶水高速公路"]),
        ("推进砚山至马岭等3条在建高速公路项目", ["砚山至马岭高速公路"]),
        (
            "松投砚山、能投柳川等气电项目和云松1000千伏交流工程建成投运",
            ["松投砚山气电项目", "能投柳川气电项目", "云松1000千伏交流工程"],
        ),
        (
            "建成松溪影视城改扩建、砚山片区改造（二期）、塔山园一体化改造等项目",
            ["松溪影视城改扩建", "砚山片区改造（二期）", "塔山园一体化改造"],
        ),
        (
            "推动砚岭石化产业园、松溪化工产业园、柳川低碳产业园三大千亿级园区互联互通",
            ["砚岭石化产业园", "松溪化工产业园", "柳川低碳产业园"],
        ),
        ("光伏科学与技术国家重点实验室挂牌", ["光伏科学与技术国家重点实验室"]),
        ("建成天皓玻纤一期、松明智能制造一期等项目", ["天皓玻纤一期", "松明智能制造一期"]),
    ],
)
def test_lists_go_on_behind_their_class_and_take_what_is_theirs(clause: str, names: list[str]) -> None:
    """A way takes the way of its class without 项目; what has a class ends before 和 and a new owner."""
    found = [mention.candidate.name for mention, _ in named(clause, 0, Outlook.done, LEXICON)]
    assert found == names


@pytest.mark.parametrize(
    ("clause", "stage"),
    [
        ("创建砚山国家公园扎实推进", Stage.planned),
        ("砚山国家公园创建稳步推进", Stage.planned),
        ("推动设立砚山水网中心", Stage.completed),
        ("争设松溪环境应急处置中心", Stage.planned),
        ("做好砚山隧道方案比选", Stage.planned),
        ("启动砚江大桥预可研编制", Stage.planned),
    ],
)
def test_what_still_goes_on_has_not_come_about(clause: str, stage: Stage) -> None:
    """Behind a creation that goes on, and where what is done is but a step of planning."""
    assert [told for _, told in named(clause, 0, Outlook.done, LEXICON)] == [stage]


@pytest.mark.parametrize(
    ("clause", "names"),
    [
        ("开工黄泥岗、青龙湾2座抽水蓄能电站", ["黄泥岗抽水蓄能电站", "青龙湾抽水蓄能电站"]),
        ("推动桃花岛、芦苇荡湿地公园建成开放", ["桃花岛湿地公园", "芦苇荡湿地公园"]),
        (
            "加快建设砚山大学、松江交通大学等一流大学云河研究院",
            ["砚山大学云河研究院", "松江交通大学云河研究院"],
        ),
        ("松溪大饭店等酒店主体完工", ["松溪大饭店"]),
        ("开工砚江三桥、柳河隧道等交通工程", ["砚江三桥", "柳河隧道"]),
        ("推进G318线松溪段、砚山段改造", ["G318线松溪段", "G318线砚山段改造"]),
        ("加快砚山路北段、松江路南段建设", ["砚山路北段", "松江路南段"]),
        ("松溪大桥比原计划提早80天通车", ["松溪大桥"]),
        ("建成砚山路跨线桥和松溪物资储备库", ["砚山路跨线桥", "松溪物资储备库"]),
        ("实施砚山洛云城等重点项目", ["砚山洛云城"]),
    ],
)
def test_what_ends_as_a_place_does_takes_the_head_of_its_list(clause: str, names: list[str]) -> None:
    """And what stands behind the class of a list is of each member; an end of its own takes no second one."""
    found = [mention.candidate.name for mention, _ in named(clause, 0, Outlook.done, LEXICON)]
    assert found == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("加快柳湾、松岭等地矿渣消纳场建设。", ["柳湾矿渣消纳场", "松岭矿渣消纳场"]),
        ("加快顺应二期、松岭二期等项目建设。", ["顺应二期", "松岭二期"]),
        ("云江水利枢纽工程全部机组投产发电。", ["云江水利枢纽工程"]),
        ("云河经开区获批国家级绿色园区。", []),
        ("启动砚川老镇二期和中央商务区建设。", ["砚川老镇二期", "中央商务区"]),
        ("柳川西出口至松河公路建成通车。", ["柳川西出口至松河公路"]),
        ("今年是云河新港封关运作的攻坚之年。", []),
        ("云河水库跨区域生态保护补偿机制入选全国典型案例。", []),
        ("云河高铁纳入国家铁路规划。", ["云河高铁"]),
        ("推动松河区域金融服务平台共建共享。", ["松河区域金融服务平台"]),
        ("推进云河隧道与西连接线初步设计审查。", ["云河隧道", "西连接线"]),
        ("加快云河水库等5座中小型水库前期工作。", ["云河水库"]),
        ("谋划砚溪、青龙湾2个农业光伏电站。", ["砚溪农业光伏电站", "青龙湾农业光伏电站"]),
    ],
)
def test_what_stands_around_a_name_is_none_of_it(text: str, names: list[str]) -> None:
    """What is won is told of who wins it, a verb before a phase is of its name, 等地 closes a list."""
    assert [one.name for one in read(text, Outlook.done)] == names

"""Hold what a passage that looks ahead promises, and how firmly."""

import tomllib
from pathlib import Path

import pytest

from reportparse.extractors.commitments import commitments
from reportparse.extractors.commitments.deadline import deadline
from reportparse.extractors.commitments.marks import FRAMES, Frame, telling
from reportparse.extractors.link import link_commitments
from reportparse.grammar.reading import read as words_of
from reportparse.lexicon import load
from reportparse.model import At, Commitment, Outlook, Paragraph, Passage, Project, Role, Stage, Strength


def passage(text: str, outlook: Outlook | None = Outlook.planned, body: int = 0) -> Passage:
    """Give a passage of one paragraph of the tasks for 2031."""
    paragraph = Paragraph(id="p1", section="s3", role=Role.tasks, page=7, text=text)
    return Passage(paragraph=paragraph, body=body, outlook=outlook, period="2031")


def read(text: str) -> tuple[Commitment, ...]:
    """Read the commitments of one passage."""
    return commitments((passage(text),), load())


QUOTES = [
    ("完善管网，新建泵站3座；推进治水。", ["完善管网", "新建泵站3座", "推进治水"]),
    ("优化营商环境永无止境，是一项长期任务。", []),
    ("去年建成了三号桥，受到好评。", []),
    ("各位代表！民生是最大的事。", []),
    ("按照应保尽保的原则，提高低保标准。", ["提高低保标准"]),
    ("紧扣水网规划，以水库为龙头，完善灌区。", ["完善灌区"]),
    ("做好这项工作，要加强巡查。", ["要加强巡查"]),
    ("提高补贴标准，是惠农的重要举措。", []),
    ("为山区振兴提供有力支撑。", []),
    ("在渔业、林业等领域，培育一批品牌。", ["在渔业、林业等领域，培育一批品牌"]),
    ("抓好滨河路，学府路等项目建设。", ["抓好滨河路，学府路等项目建设"]),
    ("①改造老旧小区90个。②新建厕所8座。", ["改造老旧小区90个", "新建厕所8座"]),
    ("1.改造泵站。2.5万户居民用上天然气。", ["改造泵站", "2.5万户居民用上天然气"]),
    ("依托老港区建设物流园。", ["依托老港区建设物流园"]),
    ("深化改革，让群众更满意。", ["深化改革"]),
    ("尽早通过省级评审，力争通过国家验收。", ["尽早通过省级评审", "力争通过国家验收"]),
    ("通过第三方评估，找准短板。", ["找准短板"]),
    ("也为更好防范债务风险创造条件。", []),
    ("机遇与挑战并存，要加快转型。", ["要加快转型"]),
    ("有利条件强于不利因素。", []),
    ("省委赋予砚川新的使命，要扛起责任。", ["要扛起责任"]),
    ("市委、市政府将推进治水。", ["市委、市政府将推进治水"]),
    ("减排指标按照省定要求全面完成。", ["减排指标按照省定要求全面完成"]),
    ("十一是维修供水工程80处。", ["十一是维修供水工程80处"]),
    ("百年变局加速演进，要防止矛盾加剧。", ["要防止矛盾加剧"]),
    ("防止矛盾加剧。", ["防止矛盾加剧"]),
    ("狠抓落实，确保定了干、干必成。", ["狠抓落实", "确保定了干、干必成"]),
    ("推进生态修复，让我们生活的家园更美。", ["推进生态修复"]),
    ("推进生态修复，让我们团结一心。", []),
    ("做优、做强、做大茶产业。", ["做优、做强、做大茶产业"]),
    ("健全权责清晰，分工明确的监管机制。", ["健全权责清晰，分工明确的监管机制"]),
    ("健全权责清晰，协同高效的监管机制。", ["健全权责清晰，协同高效的监管机制"]),
    ("推动活动多样化，营造浓厚的读书氛围。", ["推动活动多样化", "营造浓厚的读书氛围"]),
    ("将砚山物流园打造成区域枢纽。", ["将砚山物流园打造成区域枢纽"]),
    ("节水企业4家、建成示范区60亩。", ["节水企业4家", "建成示范区60亩"]),
    ("床位覆盖率48%、提高3个百分点。", ["床位覆盖率48%、提高3个百分点"]),
    ("上述目标的提出，考虑了各方因素。", []),
    ("对接国际标准、开展协同创新。", ["对接国际标准", "开展协同创新"]),
    ("精简文风、改进会风。", ["精简文风", "改进会风"]),
    ("乡亲加快发展的劲头更足、意愿更强。", []),
    ("努力塑造老港新的辉煌。", ["努力塑造老港新的辉煌"]),
    ("适应乡村人口变化，优化学校布局。", ["优化学校布局"]),
    ("办好各级学校，首先是办好山区学校。", ["办好各级学校", "首先是办好山区学校"]),
    ("通过多种渠道逐步解决农户的吃水问题。", ["通过多种渠道逐步解决农户的吃水问题"]),
    ("通过引进、培训等方式，壮大队伍。", ["壮大队伍"]),
    ("围绕“四好”创建要求，开展巡查。", ["开展巡查"]),
    (
        "特别是对承担攻关任务的科研人员，采取灵活薪酬制度。",
        ["特别是对承担攻关任务的科研人员，采取灵活薪酬制度"],
    ),
    ("对已建成小区开展回头看，提高服务品质。", ["对已建成小区开展回头看", "提高服务品质"]),
]

STRENGTHS = [
    ("新建泵站3座", Strength.hard),
    ("年底前开放市民公园", Strength.hard),
    ("出台育儿补贴办法", Strength.hard),
    ("实现客运全覆盖", Strength.hard),
    ("力争产值突破千亿元", Strength.hard),
    ("提升“五个一百”工程水平", Strength.soft),
    ("加快5G规模化应用", Strength.soft),
    ("提高项目完成率", Strength.soft),
    ("巩固建成区治水成果", Strength.soft),
    ("编制水网规划", Strength.soft),
    ("全覆盖开展入户走访", Strength.soft),
    ("形成陆海全面开放格局", Strength.soft),
    ("推动排污口全面达标", Strength.hard),
    ("打造15分钟养老服务圈", Strength.soft),
    ("办好第24届村运会", Strength.soft),
    ("实施水网提升2031年行动计划", Strength.soft),
]


@pytest.mark.parametrize(("text", "quotes"), QUOTES)
def test_clauses_that_promise_are_quoted(text: str, quotes: list[str]) -> None:
    """Frames, reasons, facts and hopes are not; what a comma parts but the grammar joins is one."""
    assert [given.quote for given in read(text)] == quotes


@pytest.mark.parametrize(("text", "strength"), STRENGTHS)
def test_strength_follows_what_can_be_checked(text: str, strength: Strength) -> None:
    """A figure, a date and a completion can be; numbers in names can't."""
    assert [given.strength for given in read(f"{text}。")] == [strength]


@pytest.mark.parametrize(
    ("stage", "strength"), [(Stage.started, Strength.hard), (Stage.other, Strength.soft)]
)
def test_works_under_way_make_a_promise_hard(stage: Stage, strength: Strength) -> None:
    """The project is linked in either case."""
    work = Project(
        id="j4",
        name="云溪大桥",
        stage=stage,
        outlook=Outlook.planned,
        period="2031",
        sector=None,
        same_as=None,
        figures=(),
        section="s3",
        quote="云溪大桥",
        rule="",
        at=At(paragraph="p1", start=7, end=11),
    )
    first, second = link_commitments(read("完善管网，开工云溪大桥。"), (), (work,), load())
    assert (first.projects, first.strength) == ((), Strength.soft)
    assert (second.projects, second.strength) == (("j4",), strength)


def test_quotes_stand_in_their_paragraph() -> None:
    """The place is that of the clause, with the page and section of its paragraph."""
    given = read("一是完善管网，到2035年建成环湖铁路。")[-1]
    assert given.at == At(paragraph="p1", start=7, end=19, page=7)
    assert (given.section, given.deadline, given.period, given.rule) == ("s3", "2035", "2031", "head")


def test_headings_and_passages_that_look_back_give_nothing() -> None:
    """Prose begins at the passage's body."""
    assert commitments((passage("完善管网。", Outlook.done), passage("完善管网。", None)), load()) == ()
    assert [c.quote for c in commitments((passage("完善管网。深化改革。", body=5),), load())] == ["深化改革"]


def test_leads_are_read_from_annexes() -> None:
    """They stand behind the task or in a line of their own."""
    own = passage("改造老旧小区90个。（牵头单位：市住建局）")
    assert commitments((own,), load())[0].lead == "市住建局"
    rows = (passage("新建厕所8座。"), passage("责任单位：市城管局"))
    assert [given.lead for given in commitments(rows, load())] == ["市城管局"]


CORPUS = tomllib.loads((Path(__file__).parents[1] / "corpus" / "commitments.toml").read_text("utf-8"))[
    "sentence"
]


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, marks=pytest.mark.xfail(strict=True) if row.get("gap") else ()) for row in CORPUS],
    ids=lambda row: row["text"],
)
def test_sentences_are_read_with_their_commitments(row: dict[str, list[str]]) -> None:
    """Verb and strength, clause by clause, in order."""
    assert [f"{given.verb} | {given.strength}" for given in read(str(row["text"]))] == row["commitments"]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.example)
def test_frames_fit_their_example_and_no_other_clause(frame: Frame) -> None:
    """An example tells what its kind tells, and promises nothing; its reject is a promise."""
    assert telling(words_of(frame.example, load()).tokens) == frame.tells
    assert read(f"{frame.example}，完善管网。")[-1].quote == "完善管网"
    assert len(read(f"{frame.example}，完善管网。")) == 1
    assert read(f"{frame.reject}，完善管网。")[0].quote == frame.reject


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("完成三号桥", None),
        ("今年新建泵站3座", None),
        ("6月底前完成三号桥", "2031-06"),
        ("年内建成三号桥", "2031"),
        ("三年内建成环湖铁路", "2033"),
        ("到2035年建成环湖铁路", "2035"),
        ("实施2032年行动计划", None),
        ("落实《灌区规划（2031—2035年）》", None),
        ("办好2032年水博会", None),
        ("2032年底建成水厂", "2032"),
        ("延期政策执行至明年3月底", "2032-03"),
    ],
)
def test_deadlines_are_those_of_the_text(text: str, due: str | None) -> None:
    """The report's year is none."""
    assert deadline(text, 0, len(text), "2031") == due


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("以市场化方式推进科创、文旅等国有企业整合重组。", ["推进"]),
        ("加快强主体、延链条、建生态。", ["加快"]),
        ("力争年末，园区入驻企业达到9家。", ["达到"]),
        ("新增就业2万人，城镇新增就业6万人以上。", ["新增", "新增"]),
        ("增强商户敢干敢闯敢投的信心。", ["增强"]),
        ("完善激励机制。", ["完善"]),
    ],
)
def test_the_verb_of_a_clause_is_its_own(text: str, given: list[str]) -> None:
    """What says how is none of it, a time that is hoped for promises nothing, and an attribute is no verb."""
    assert [one.verb for one in read(text)] == given

"""Shape the entries of each lexicon file."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Entry(BaseModel):
    """Be one word or term: an id, the forms it takes in print, and a sentence that shows it in use."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    forms: tuple[str, ...] = Field(min_length=1)
    example: str


StageName = Literal["planned", "started", "under_construction", "completed", "operating", "other", ""]
Weight = Literal["binding", "plain", "noun", "light"]


class KinshipEntry(Entry):
    """Be words that decide whether two names are one project's.

    A `family` are heads that stand for each other (园区, 功能区); one that can be said `again` stands behind the
    head of a named thing as well (红枫广场商业综合体 is 红枫广场). A `branch` word makes another thing of what it
    stands beside (延长线, 分院). A `work` is what is done to a thing, in the words that say the same (扩建, 扩容).
    Of a `genus` the first form is a kind, the others are kinds of that kind (铁路: 高铁). A `stage` is the part of a
    park or zone that is built at one time (首开区). A `town` word stands for the reports' own town (城区).
    """

    use: Literal["family", "branch", "work", "genus", "stage", "town"]
    again: bool = False


class BoundEntry(Entry):
    """Be a word that turns a number into a limit, standing before it or behind it."""

    bound: Literal["at_least", "over", "at_most", "under", "around"]
    side: Literal["before", "after"]


class HedgeEntry(Entry):
    """Be a word that says how firmly a figure is meant; `tone` is empty where it says nothing of that."""

    tone: Literal["hard", "soft", ""] = ""


class UnitEntry(Entry):
    """Be a unit of measure; `kind` says what it measures.

    An `ordinal` one numbers a part of a thing and counts nothing: 二期. One of `things` counts what is there to be
    counted (座, 艘), one of `ideas` rules and ideas as well (个, 项), one of `deeds` what is done (场, 次). Those of
    its forms that are `names` date, number or name what stands with them and measure nothing: 三年行动, 十大产业.
    """

    kind: Literal[
        "percent",
        "points",
        "times",
        "money",
        "people",
        "length",
        "area",
        "mass",
        "volume",
        "energy",
        "time",
        "rank",
        "rate",
        "compute",
        "count",
    ]
    ordinal: bool = False
    things: bool = False
    deeds: bool = False
    ideas: bool = False
    names: tuple[str, ...] = ()


class IndicatorEntry(Entry):
    """Be a statistical indicator: forms are the names that reports use, the first the usual one.

    `english` is the official translations' term, `unit` the usual unit of its level, `direction` whether the
    report wants more (up) or less (down) of it. `headline` marks those that `not_stated` reports on.
    `usual_growth` is between which growths, in %, it has moved since reports print it, widely drawn. `answers` is
    the id of an indicator that reports call by this one's name too: `diff` takes its figures where none is nearer.
    """

    english: str
    unit: str
    direction: Literal["up", "down", "either"] = "up"
    headline: bool = False
    usual_growth: tuple[int, int] | None = None
    answers: str = ""


class WordResultEntry(Entry):
    """Be words that say what became of an indicator without a number; word_results.toml says what `says` means."""

    says: Literal["zero", "up", "down", "pace", "first"]


class IndicatorWordEntry(Entry):
    """Be words around an indicator's name that do not change what is measured, before it or behind it."""

    side: Literal["head", "tail"]


class RoleEntry(Entry):
    """Be the words by which headings and lead-ins show what a part or passage does."""


class ContrastEntry(Entry):
    """Be words that tell apart what is otherwise called alike (收入 and 支出)."""


class SynonymEntry(Entry):
    """Be words for the same in names of indicators and projects; the first form stands for all."""


class SectorEntry(Entry):
    """Be the words in a project's name that show its sector; the id is what `sector` says."""


class ProjectWordEntry(Entry):
    """Be words that help to tell a project's name from a class; project_words.toml says what `use` means."""

    use: Literal["blanket", "genre", "not_head", "never", "work", "before", "whole"]


class VerbEntry(Entry):
    """Be a verb of the genre; `kinds` are the constructions that it heads.

    An `act` has an object (完善管网). An `urge` has as its object what another does or what else is done
    (推动…升级, 加快建设…). The subject of `reach` is what is aimed at, an amount or a state stands behind
    (增长9%); the subject of `occur` is all there is (大桥竣工). `noun` marks verbs that are nouns as well. A
    `stem` and a `complement` make a word together (抓 + 好).

    The first form is the verb itself; longer ones that begin with it have its object or a second verb in one word
    with it (植树造林).

    The object of a verb that `controls` acts on its own: in 支持企业开展培训 both are predicates. That of a `formal`
    one may be named after doings (完善岗位开发、支付保障机制), that of one that `carries` is called by its verbs
    where it is a work, an action or the like (实施提振消费行动). One that `joins` does something to the object of the
    verb before it as well, where that is no kind of its own (引进转化科技成果, but 引进转化平台).
    `act` is what the verb says of a number: `grow` and `fall` make it a relative change (a state with 到 or 至 behind
    them), `reach` a state, `add` and `cut` an absolute change; without one it is an amount of what the verb acts
    on. A subject of `honour` is given a title, the object of `title` is one to be won (争创, 创建). `stage` is how far
    a project is of which the verb is said, `done` replaces it where the report looks back. Of several stages the
    `binding` one decides, then the most advanced `plain` one, then a `noun` one (…建设), last a `light` one (推进).
    One that `attains` may have a scale without digits as where its subject gets (迈上千亿台阶).
    One that `settles` takes a trouble away, and shares it with the verb before it (研究|解决发展的问题).
    An `ideal` one says what its object is to be like some day, which can't be checked (打造).
    One that stands `alone` shares its object with no verb behind it, which is of the object (加大|清理欠款力度,
    完成|整治水库9座), and neither does one that `describes` what the object of the verb before it is like or for
    (建设|适应茶旅的民宿). One of `drafts` makes or carries out what is named after doings that it is about
    (落实|规范执法规定, but 制定|出台执法规定).
    Verbs of one `sense` tell of one doing in other words (惩处, 查处).
    """

    kinds: tuple[Literal["act", "urge", "reach", "occur", "stem", "complement"], ...] = Field(min_length=1)
    noun: bool = False
    controls: bool = False
    formal: bool = False
    carries: bool = False
    joins: bool = False
    act: Literal["grow", "fall", "reach", "add", "cut", "honour", ""] = ""
    stage: StageName = ""
    weight: Weight = "plain"
    work: bool = False
    title: bool = False
    ideal: bool = False
    alone: bool = False
    describes: bool = False
    drafts: bool = False
    attains: bool = False
    settles: bool = False
    done: Literal["completed", ""] = ""
    sense: Literal["settle", "hold", "renew", "help", "watch", "move", "lighten", "attract", ""] = ""


class NounEntry(Entry):
    """Be a noun of the genre with what it can be part of.

    A `head` ends the name of a work or an institution; the grade says what a name asks for beside it:
    "own": any modifier that is not itself a mere class (绿色建材产业园); "self": nothing, since a place has only
    one (中央商务区); "semi": the same, but a short modifier must be a proper name; "proper": a proper name (云河医院,
    but not 乡镇医院); "zone": an area, with a proper name; "scheme": 项目 and 工程, with a proper name and something
    built; "site": a place, a name only with a work on it or in a list of projects (云河综合治理).

    A `measure` is what a number measures (产值, 面积), a `rate` one that is a proportion (失业率), a `part` one
    that is nothing without its owner's name. Of what is named before it, a noun of `totals` says how much there is
    altogether: of a deed (接待人次), of a thing (用电总量). A `class_mark` before a head makes a class of it
    (老旧小区). A `suffix` makes one word with the word before it (养护院, 结算率), one that `derives` with a verb
    too (颠覆性). A `designation` is a zone by policy or title (试验区), whose name alone says of nothing built.
    `stage` and `weight` are those of verbs: 前期工作 says that a project is planned. A verb that is a noun as well
    only tells the `kind` of one (培训项目, 安置资金). An `event` is what a verb is called where an amount of it is
    told (造林10万亩, 扩招6000人). What `joins` makes one thing of the two before it (甲路与乙路连接线). A `way`
    leads from place to place (高铁, 大道). For a `numbered` noun its letters are short behind a number (十四中). A
    `capped` rate is that of a whole and never over 100 % (失业率, but not 完成率). A `work` is done to a site and
    may end its name (综合治理), an `aspect` is a side of a work and no part of it (进度, 功能), an `abstract` noun
    ends the name of no work (行动, 政策). What ends as a `landform` does may be a place as well (青龙湾水厂).
    """

    head: Literal["self", "own", "semi", "proper", "zone", "scheme", "site", ""] = ""
    measure: bool = False
    rate: bool = False
    part: bool = False
    totals: tuple[Literal["deed", "thing"], ...] = ()
    kind: bool = False
    event: bool = False
    class_mark: bool = False
    suffix: bool = False
    derives: bool = False
    designation: bool = False
    work: bool = False
    joins: bool = False
    way: bool = False
    landform: bool = False
    numbered: tuple[str, ...] = ()
    capped: bool = False
    aspect: bool = False
    abstract: bool = False
    stage: StageName = ""
    weight: Weight = "plain"


class ClauseWordEntry(Entry):
    """Be words around the verb; `role` is what they do to a clause.

    A `dual` is an adverb where a verb follows and a verb elsewhere (统筹), a `firm` one is so only before what is no
    noun as well (坚定拥护, but 坚定发展信心). A `balance` is none before two deeds that it holds together
    (统筹扩大内需和深化改革). A `frame` opens a clause that only says on what ground, a `means` by which means, an
    `occasion` when; a `weak_frame` does so where a promise follows. A `frame_end` closes one that begins with 以…为,
    a `bearing` one with 以…的. A `purpose` opens one that tells what is hoped for, a `support` closes one that begins
    with 为. A `fact` is a predicate of what is or an adverb of what goes on, a `remark` one of the speaker's mind,
    `past` tells of what has been. A `weighing` word opens a look at how things stand, a `standing` is what is
    weighed. A `noun` is none of jieba's verbs. A `localizer` closes what 在 opens. A
    `completion` can be checked. An `office` names who leads in a list of tasks.

    A `scene` closes what 在 opens and says only when (在…的同时), a `striving` what 为 opens. A `comment` turns the
    clauses before it into its subject, a `comment_end` closes it; a `topic` with 这 is what the next clause is
    about. An `aim` beside an amount says that it is one (奋斗目标8%). A `will` says that a clause promises, an
    `expectation` that it trusts. A `list_noun` is what a list of doings is of (清淤、护岸等工作), a `capacity` what is
    named after doings (支付保障机制), a `content` what a deed before 的 says the content of (保障供水的责任), a
    `document` what says what is to be done (规范执法规定), a `campaign` what is carried out under the names of its
    deeds (茶园提质、品牌培育行动).
    `together` holds in one what stands before it (坚持放管结合、宽严并重), and so does what is `between` two
    (供给和需求的关系). An `average` tells over what an amount is taken,
    a `mean` that the noun behind it is one (平均工资). What is the place's as a whole (`own`) names nothing.
    A `test` is what a work or a place passes (通过省级验收). What those `above` the government do it does not promise.
    What `joins` a verb to the one before it gives both one object (修订并落实条例).
    What is said `wholly` of things (全部达标) can be checked, `nearly` (基本建成) not; a deed done to things `entirely`
    can be too (全部拆除, but 全面拆除).
    A number that is reached may be called a `landmark` (突破5万元大关). A localizer that stands `among` closes all of
    what is counted, some of which are told of (160个断面中优良的占八成). A preposition of a `theme` opens what a verb
    is about that may be an adverb (突出|以商招商, 稳定|在40亿斤). What stands `ahead` is yet to come
    (即将竣工); what is told `so_far` is so by now (目前, 截至上月).
    What holds for `each` of several does not hold for all together (产值、税收均增长9%).
    """

    role: Literal[
        "adverb",
        "dual",
        "firm",
        "connective",
        "subject",
        "modal",
        "negation",
        "preposition",
        "frame",
        "means",
        "agent",
        "occasion",
        "weak_frame",
        "frame_end",
        "bearing",
        "emblem",
        "purpose",
        "balance",
        "support",
        "fact",
        "remark",
        "past",
        "time",
        "date",
        "noun",
        "localizer",
        "completion",
        "office",
        "comparison",
        "sum",
        "scene",
        "striving",
        "comment",
        "comment_end",
        "aim",
        "topic",
        "will",
        "expectation",
        "weighing",
        "standing",
        "list_noun",
        "capacity",
        "content",
        "document",
        "campaign",
        "together",
        "between",
        "average",
        "mean",
        "own",
        "wholly",
        "entirely",
        "nearly",
        "place",
        "test",
        "above",
        "joins",
        "landmark",
        "among",
        "theme",
        "ahead",
        "so_far",
        "each",
    ]


class PlainWordEntry(Entry):
    """Be words that say nothing of what a figure or a clause is about (投资, 完成, 力度)."""

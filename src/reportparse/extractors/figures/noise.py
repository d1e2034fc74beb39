"""Tell quantities that measure something from numbers that are names, dates, ranks or class marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from reportparse.extractors.figures.measure import RATIOS
from reportparse.extractors.figures.names import is_aim, is_unit
from reportparse.extractors.figures.phrase import within
from reportparse.grammar.clause import Span
from reportparse.grammar.quantity import Quantity, units_that_name, units_with
from reportparse.grammar.token import DIVISIONS, Token
from reportparse.lexicon import Lexicon
from reportparse.model import Bound
from reportparse.text import is_chinese

_NEAR = 24
_FAR = 40
"""So much of the text before and behind a number is looked at."""


@dataclass(frozen=True)
class Beside:
    """Be what stands beside a number in folded text, as text and as words."""

    text: str
    start: int
    end: int
    lexicon: Lexicon

    @cached_property
    def before(self) -> str:
        """Give the text before the number."""
        return self.text[max(0, self.start - _NEAR) : self.start]

    @cached_property
    def behind(self) -> str:
        """Give the text behind the number."""
        return self.text[self.end : self.end + _FAR]

    @cached_property
    def left(self) -> Sequence[Token]:
        """Give the words before the number."""
        return within(self.text, Span(max(0, self.start - _NEAR), self.start), self.lexicon)

    @cached_property
    def own(self) -> Token | None:
        """Give the word that the number is, None where it is a part of one."""
        found = within(self.text, Span(self.start, self.end), self.lexicon)
        return found[0] if len(found) == 1 else None

    @cached_property
    def right(self) -> Sequence[Token]:
        """Give the words behind the number."""
        return within(self.text, Span(self.end, min(self.end + _FAR, len(self.text))), self.lexicon)


@dataclass(frozen=True)
class Decline:
    """Be one reason why a number is no figure, told by what stands beside it.

    `examples` are texts of which no figure may be read, `counterparts` texts of which one must.
    """

    name: str
    holds: Callable[[Beside, Quantity], bool]
    examples: tuple[str, ...]
    counterparts: tuple[str, ...] = ()


_SLOGAN = regex.compile(
    r"(?:方面|意识|维护|确立|自信|重点|关键|阶段|层面|领域|月|环节|文明|工作日|百|一批|体系|目标|革命|市场|循环|大局|中心任务|不|"
    r"毫不|务必|重要|根本|一|问题|更|高于|面向|结合|转变|围绕|行动|工程|方向|主体|支点|台阶|维度|全面|必由|善|有|人|梯队)"
)
_WHERE = "(?:全国|全省|全市|全区|世界|中部|西部|同类)?"
_RANKED = regex.compile(
    rf"(?:第|位居|稳居|位列|名列|跻身|进入|前移|上升|提升|前进|居|排名?|前){_WHERE}(?:第|前)?$"
)
_RANKED_AMONG = regex.compile(rf"(?:位居|稳居|位列|名列|跻身|排名(?:上升|提升|前移)?){_WHERE}前?$")
"""Matches what is said before the rank of what can be counted as well: 跻身全省30个, but 编排30个."""


def _is_small(beside: Beside, quantity: Quantity) -> bool:
    """Tell a number of two to nine in words that is a phrase: 四个意识. What 座 or 所 counts is there to be counted."""
    if not quantity.small or quantity.kind in RATIOS or quantity.base_unit == "成":
        return False
    things = units_with(beside.lexicon, "things")
    if quantity.value == 1 or quantity.base_unit not in things | units_with(beside.lexicon, "ideas"):
        return True
    if _SLOGAN.match(beside.behind):
        return True
    counted = bool(beside.right) and beside.right[0].letter in "NWAGXYV"
    if _is_object(beside.left) and not counted:  # 购置渡轮三艘
        return False
    if _counts_ways(beside):
        return False
    if quantity.base_unit in things:
        return not counted and not (beside.left and beside.left[-1].is_countable)
    return not (counted and (_brings_about(beside.left) or _closes_list(beside)))


def _counts_ways(beside: Beside) -> bool:
    """Tell whether a number counts ways that lead from place to place, which are no phrase: 四条精品|大街."""
    end = next(
        (at for at, token in enumerate(beside.right) if token.letter not in "NWAGXL"), len(beside.right)
    )
    return bool(end) and beside.right[end - 1].is_way and beside.right[end - 1].is_head


def _brings_about(found: Sequence[Token]) -> bool:
    """Tell whether the verb before a number says that things come about: 新建四个|镇街, but 实现四个现代化.

    One verb holds for all that a list counts: 新建三座泵站、|四条干渠.
    """
    skipped = "ZDMNWAGXIQ" if _goes_on_counting(found) else "ZDM"
    token = next((token for token in reversed(found) if token.letter not in skipped), None)
    verb = token.features.verb if token is not None else None
    if token is None or verb is None or verb.weight == "light":
        return False
    return token.tells_stage or verb.act in ("add", "honour")


def _goes_on_counting(found: Sequence[Token]) -> bool:
    """Tell whether words end with things counted and the mark behind them."""
    return _COUNTED.search("".join(token.letter for token in found)) is not None


_COUNTED = regex.compile("Q[NWAGX]+[IC]$")
"""Matches the letters of a number of things and the mark behind them."""


def _closes_list(beside: Beside) -> bool:
    """Tell whether a number counts the works that it stands behind a list of: 云河、砚山两个|电厂."""
    before = "".join(token.letter for token in beside.left)
    behind = next((at for at, t in enumerate(beside.right) if t.letter not in "NWAGXO"), len(beside.right))
    return _LIST.search(before) is not None and any(t.is_countable for t in beside.right[:behind])


_LIST = regex.compile("(?:[IC][NWAGXYO]+|E)$")
"""Matches the letters of the last member of a list, or of what closes one."""


def _is_object(found: Sequence[Token]) -> bool:
    """Tell whether a noun and a verb that acts on it stand before a number: 开通专线|两条."""
    at = len(found)
    while at and found[at - 1].letter in "NWAGXY":
        at -= 1
    verb = found[at - 1].features.verb if at and found[at - 1].letter == "V" else None
    return at < len(found) and verb is not None and "act" in verb.kinds


def _is_policy(beside: Beside, quantity: Quantity) -> bool:
    """Tell a number in the name of a policy, behind what that is about: 民营经济三十条, 稳增长四十条政策."""
    if not (quantity.chinese and quantity.base_unit == "条" and beside.left):
        return False
    about = beside.left[-1]
    verb = next((token.features.verb for token in reversed(beside.left[:-1]) if token.letter == "V"), None)
    built = verb is not None and (verb.work or verb.weight == "noun")
    named = len(beside.left) > 1 and beside.left[-2].letter in "NWAGX"  # 产业|扶持
    topic = about.letter in "NWAGXY" or (about.letter == "V" and named)
    return topic and not built and not about.is_countable


_YEARS_MEASURED = regex.compile(r"(?:年限|年数|寿命|[车船机树]龄)[^，。；]*$")
_AGE_MEASURED = regex.compile("(?:寿命|年龄)[^，。；]*$")
_SPENT = regex.compile(r"(?:用于|支持|建设|实施|改造|推动|专项|资金|贷款|基金|补贴|消费券|授信|债券|国债)")


def _is_scored(found: Sequence[Token]) -> bool:
    """Tell whether what a score is of stands before a number, with nothing but its verb between: 满意度达到|92分."""
    told = next((token for token in reversed(found) if token.letter not in "VDMFPQ"), None)
    return told is not None and told.is_measure


def _grades_noun(beside: Beside, quantity: Quantity) -> bool:
    """Tell whether an amount only says of which grade the things behind it are: 打造千亿元级|集群."""
    graded = len(beside.right) > 1 and beside.right[0].text == "级" and beside.right[1].letter in "NWAGX"
    verb = beside.left[-1].features.verb if beside.left else None
    reached = quantity.start < quantity.number or (verb is not None and verb.act == "reach")
    return graded and not reached


def _is_programme(token: Token) -> bool:
    """Tell whether a word is what programmes are called, and does not say that an amount is an aim: 行动, but 目标."""
    noun = token.features.noun
    return noun is not None and (noun.abstract or token.is_scheme) and not is_aim(token)


def _counts_alone(beside: Beside, quantity: Quantity) -> bool:
    """Tell whether a number in digits, of a unit that may name what stands behind it, has nothing there to name."""
    counts = quantity.kind == "count" and quantity.base_unit not in units_with(beside.lexicon, "ordinal")
    return counts and not quantity.chinese and (not beside.right or beside.right[0].letter in "IKSQ")


def _sizes_unit(beside: Beside) -> bool:
    """Tell whether a firm, a division or a work is named behind an amount, of which it can be no part."""
    end = next(
        (at for at, token in enumerate(beside.right) if token.letter not in "NAGXWR"), len(beside.right)
    )
    if not end or beside.right[0].start != beside.end:
        return False
    last = beside.right[end - 1]
    return last.is_head or "subject" in last.features.roles or last.text in DIVISIONS


_FIRST = regex.compile(r"(?:首[个家座]|唯一)[^，。；、0-9]*$")
"""Matches what says of which kind a thing is the first or the only one, before what makes it one."""


_ELIDED = regex.compile("UQ(?:[IKS]|$)")
"""Matches the letters of 的 and a number of things that were named before."""
_OF_SIZE = regex.compile("(?P<things>[NWAGXR]+)V?(?P<count>Q)|(?P<count>Q)(?:[IKS]|$)|I(?P<count>Q)Q[NWAGXR]")
"""Matches the letters of things and how many of them there are, or of the number alone: 5亿元企业|达9家."""


def _is_size(beside: Beside, quantity: Quantity) -> bool:
    """Tell whether an amount says how big the things are that are counted right behind it, or before it."""
    told = _OF_SIZE.match("".join(token.letter for token in beside.right))
    count = beside.right[told.start("count")].quantity if told else None
    if told is None or count is None or not count.counts or beside.right[0].start != beside.end:
        return False
    if told["things"]:
        return is_unit(beside.right[told.end("things") - 1])
    before = beside.left[-1].quantity if beside.left else None
    limited = quantity.bound in (Bound.at_least, Bound.over)  # but 贷款3亿元|200户
    return limited if beside.right[0].letter == "Q" else before is not None and before.counts


def _is_number_of(found: Sequence[Token]) -> bool:
    """Tell whether words end with a number of things."""
    return bool(found) and found[-1].quantity is not None and found[-1].quantity.counts


def _without_measure(found: Sequence[Token]) -> Sequence[Token]:
    """Leave out what is measured, at the end: 9个|年产值."""
    last = len(found)
    while last and found[last - 1].is_measure:
        last -= 1
    return found[:last]


def _is_class(beside: Beside, quantity: Quantity) -> bool:
    """Tell a bound that only says which things are counted (亿元以上项目30个) from a figure."""
    before, behind = beside.before, beside.behind
    in_words = quantity.chinese and quantity.value in (10, 100, 1000)
    if in_words and not quantity.counts and _is_number_of(beside.left) and is_chinese(behind[:1] or "，"):
        return True  # 9个千亩|基地
    if (
        in_words and quantity.kind == "money" and regex.match(r"(?:级|的)?[一-鿿]{2,10}[0-9]", behind)
    ):  # 百亿元项目4个
        return True
    if (
        quantity.kind == "money" and quantity.number > quantity.start and _sizes_unit(beside)
    ):  # 产值超十亿元|镇
        return True
    limits = quantity.bound in (Bound.at_least, Bound.over, Bound.at_most, Bound.under)
    paid = quantity.kind == "money" and not _SPENT.match(behind)
    sized = quantity.bound_behind and quantity.kind not in ("money", "percent", "points", "times")
    if (paid or sized) and _is_size(beside, quantity):  # 9亿元企业3家, 存栏千头以上猪场3家
        return True
    if limits and _ELIDED.match("".join(token.letter for token in beside.right)):  # 其中产值过9亿元的|4家
        return True
    if behind.startswith("的") and _FIRST.search(before):  # 首个产值突破2000亿元的|园区
        return True
    if not limits or quantity.kind in ("count", "points", "times", "people"):
        return False
    if not regex.match(r"(?:的)?[一-鿿\"]", behind):
        return False
    if _is_number_of(_without_measure(beside.left)):  # 9个总投资3亿元以上|项目
        return True
    if (
        quantity.kind == "money"
        and quantity.bound in (Bound.over, Bound.at_least)
        and regex.match(r"(?:的)?[^，。；、0-9]{0,10}(?:项目|企业|产品|单品)[^，。；、0-9]{0,6}[0-9]", behind)
    ):
        return True
    if quantity.kind == "money" and quantity.bound_behind and not _SPENT.match(behind):
        return not regex.search(
            r"(?:投资|达到?|投入|完成|发放|安排|补助|奖励|筹集|争取|落实|给予|设立)$", before
        )
    return (
        behind.startswith("的")
        and regex.match(r"的[^，。；、0-9]{1,14}(?:[0-9]|占比|比例|比重|达到|全部|实现)", behind) is not None
    )


def _is_capacity(beside: Beside, quantity: Quantity) -> bool:
    """Tell a plant's size in its name (年产60万吨纸浆项目) from an amount."""
    if quantity.base_unit.endswith(("级", "伏")) and is_chinese(beside.behind[:1] or "，"):
        return True  # 3000吨级|反应器, 500千伏|网架
    if quantity.kind not in ("mass", "energy", "volume") and quantity.base_unit not in _OF_PLANTS:
        return False
    if not beside.left or beside.behind.startswith("的"):  # 年产能60万吨的|纸浆项目
        return False
    if not (_has_head(beside.right, "KSI") or _has_head(beside.right, "KS", "scheme")):
        return False
    return not (beside.left[-1].is_measure or _comes_to(beside.left[-1]))  # 储能规模20万千瓦


def _has_head(found: Sequence[Token], marks: str, kind: str = "") -> bool:
    """Tell whether the head of a work, of a kind or of any, stands before the first of the marks."""
    end = next((at for at, token in enumerate(found) if token.letter in marks), len(found))
    nouns = (token.features.noun for token in found[:end] if token.is_head)
    return any(noun is not None and kind in ("", noun.head) for noun in nouns)


def _comes_to(token: Token) -> bool:
    """Tell whether a word says that an amount is reached or moves: 达到, 新增, 为."""
    verb = token.features.verb
    return token.letter == "F" or (verb is not None and (bool(verb.act) or "reach" in verb.kinds))


def _is_round(beside: Beside, quantity: Quantity) -> bool:
    """Tell whether a number has no digit, and no verb nor other bound tells it: 千户, but not 突破千户 or 百分之百."""
    bare = quantity.start == quantity.number and quantity.bound is Bound.exact and quantity.kind != "percent"
    return bare and beside.text[quantity.number] in "百千万亿"


def _is_session(beside: Beside) -> bool:
    """Tell whether a number is that of a session of an elected body: 三届|九次|全会."""
    return bool(beside.left) and beside.left[-1].letter == "O" and beside.left[-1].text.endswith("届")


def _is_between_nouns(beside: Beside) -> bool:
    """Tell whether a number stands inside a name: 云河|千户|苗寨."""
    return (
        bool(beside.left and beside.right)
        and beside.left[-1].letter in "GXN"
        and beside.right[0].letter in "GXN"
    )


_OF_PLANTS = frozenset(("伏", "千伏", "标方", "TEU", "吨级", "兆瓦时", "千瓦时"))


DECLINES: tuple[Decline, ...] = (
    Decline(
        "ordinal-or-period",
        lambda beside, q: (
            _is_session(beside)
            or (
                q.base_unit in units_that_name(beside.lexicon)
                and q.unit == q.base_unit
                and not q.doubling
                and not (q.base_unit == "度" and len(q.unit) > 1)
                and not (q.base_unit == "年" and _YEARS_MEASURED.search(beside.before))
                and not (q.base_unit == "分" and _is_scored(beside.left))
                and not _counts_alone(beside, q)
            )
        ),
        (
            "推进三年行动计划",
            "贯彻三大战略",
            "贯彻市委三届九次全会精神",
            "连续12年位居前列",
            "新签四批",
            "干成一番新事业",
        ),
        (
            "产业规模翻两番",
            "平均受教育年限提高到11.6年",
            "人均预期寿命由77.4岁提高到78.9岁",
            "轮换年限由6年缩短到4年",
            "群众满意度达到92.4分",
            "药品目录扩大到22类",
            "组织出访40批、900人次",
        ),
    ),
    Decline(
        "round-number-in-a-name",
        lambda beside, q: _is_round(beside, q) and _is_between_nouns(beside),
        ("支持云河千户苗寨、松溪会议会址提升",),
        (
            "规上企业新增百家",
            "茶业产值突破千亿元",
            "茶业产值迈上千亿元台阶",
            "学校百分之百全覆盖",
            "招商活动千场以上",
        ),
    ),
    Decline(
        "doubling-in-a-name",
        lambda beside, q: q.doubling and bool(beside.right) and _is_programme(beside.right[0]),
        ("推进茶产业翻番行动", "实施外贸翻番工程"),
        ("茶产业产值翻番", "实现外贸额翻番目标"),
    ),
    Decline(
        "number-of-an-item",
        lambda beside, q: (
            q.base_unit == "" and beside.before.endswith("（") and beside.behind.startswith("）")
        ),
        ("（3）完善养老体系",),
    ),
    Decline(
        "number-of-a-line",
        lambda beside, q: not q.unit and beside.own is not None and beside.own.letter == "O",
        ("建设地铁5、6号线",),
        ("细颗粒物综合指数降至3.2",),
    ),
    Decline(
        "age",
        lambda beside, q: (
            q.base_unit == "岁"
            and (q.bound_behind or beside.behind.startswith(("及", "以")))
            and not _AGE_MEASURED.search(beside.before)
        ),
        ("每千人口拥有3岁以下婴幼儿托位", "为65岁以上老人体检"),
        ("人均预期寿命达到80岁", "健康预期寿命提高到71岁以上", "职工平均年龄降到38岁以下"),
    ),
    Decline(
        "announced-list",
        lambda beside, q: (
            bool(regex.match(r"大?(?:方面|环节|层面|领域|主要)", beside.behind))
            and q.kind == "count"
            and q.value <= 20
        ),
        ("重点抓好十个方面工作",),
    ),
    Decline(
        "rank",
        lambda beside, q: (
            q.kind == "rank"
            or (
                q.base_unit == "位"
                and bool(
                    regex.search(
                        r"(?:上升|提升|前移|进位|前进|升至|进至|下降|跃升|较.{2,8}分别.{2})$|、$",
                        beside.before,
                    )
                )
            )
            or (q.unit in ("位", "", "强", "城", "城市") and bool(_RANKED.search(beside.before)))
            or (q.unit in ("名", "个") and bool(_RANKED_AMONG.search(beside.before)))
        ),
        ("综合实力上升2位", "综合排名较上年前移3位", "位居全省50个县区前列"),
        ("引进人才40名", "编排节目单30个", "编排30个节目", "摸排30多万群众"),
    ),
    Decline(
        "meeting",
        lambda beside, q: (
            q.base_unit == "次"
            and bool(
                regex.match(
                    r"(?:、[0-9一二三四五六七八九十]+次)*(?:全会|全体|会议|党代会|人代会|常委会|全国|全省)",
                    beside.behind,
                )
            )
        ),
        ("区委五次全会", "市委六次、七次全会"),
        ("开展巡查五十次",),
    ),
    Decline(
        "small-number",
        _is_small,
        ("增强四个意识", "坚持两个毫不动摇", "打通最后一公里"),
        (
            "建成两座水厂",
            "两所中学完成迁建",
            "修建泵站三座",
            "购置渡轮三艘",
            "开通公交专线两条",
            "税率降低三个百分点",
        ),
    ),
    Decline(
        "idiom",
        lambda beside, q: (
            q.value in (100, 1000, 10000, 1)
            and q.number + 1 == q.tail - len(q.base_unit)
            and bool(
                regex.match(r"(?:百计|户|万|花|业|态|民|姓|科|货|分之|年|日|尺|折|舸|帆|里)", beside.behind)
            )
            and not q.scale_alone
        ),
        ('开展"百场万企"对接',),
    ),
    Decline(
        "name-of-a-policy",
        _is_policy,
        ("落实民营经济三十条", "用好稳外贸四十条政策", "常务会议审定产业扶持十六条"),
        ("新建三十条道路", "整修道路三十六条"),
    ),
    Decline(
        "class",
        _is_class,
        (
            "服务5000万元以上项目",
            "百亿元项目4个",
            "新增50亿元制造企业1家",
        ),
        ("新引进亿元以上项目43个",),
    ),
    Decline("capacity-in-a-name", _is_capacity, ("推进年产60万吨纸浆项目",), ("粮食产量达到60万吨",)),
    Decline(
        "speed-in-a-name",
        lambda beside, q: (
            bool(beside.left)
            and beside.left[-1].text == "时速"
            and bool(beside.right)
            and beside.right[0].letter in "UNWAGX"
        ),
        ("研制时速200公里轻轨列车",),
        ("列车时速达到200公里",),
    ),
    Decline(
        "measure-of-another",
        lambda beside, q: (
            "".join(token.text for token in beside.left[-2:-1]) == "每" and bool(beside.left[-1].kinds)
        ),
        ("投资每增长1个百分点带动就业", "每投入1元带动消费"),
        ("投资增长1个百分点", "平均每天新增3万户"),
    ),
    Decline(
        "grade-of-a-class",
        lambda beside, q: (
            (
                q.grade
                and bool(beside.behind)
                and (not regex.match(r"[，。；、）]", beside.behind) or _is_number_of(beside.left))
            )
            or (bool(beside.right) and beside.right[0].text == "制")
            or _grades_noun(beside, q)
        ),
        ("打造1000亿级产业集群", "引入5人制足球赛", "打造千亿元级建材集群"),
        ("产业规模达到1200亿级", "引进5人制定方案", "产业规模达到千亿元级"),
    ),
)


def declined(text: str, quantity: Quantity, lexicon: Lexicon) -> str | None:
    """Name the first reason why a quantity of folded text is no figure, None where it may be one."""
    beside = Beside(text, quantity.start, quantity.end, lexicon)
    return next((reason.name for reason in DECLINES if reason.holds(beside, quantity)), None)

"""Read targets set in words: 居民收入增长与经济增长同步, 完成省下达任务."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from reportparse.extractors.figures.names import without_manner
from reportparse.extractors.figures.phrase import within
from reportparse.extractors.figures.spelling import RESIDENTS, spelled_out
from reportparse.extractors.indicators import identify
from reportparse.grammar.clause import Span
from reportparse.grammar.reading import read as reading_of
from reportparse.grammar.token import Token
from reportparse.lexicon import Lexicon, alternation
from reportparse.lexicon.headline import headline
from reportparse.model import Bound, Measure
from reportparse.rule import Match, Rule


@dataclass(frozen=True)
class Qualitative:
    """Be a target without a number: the indicator, what it follows (`relation`), and the bound that says so."""

    indicator: str
    relation: str
    bound: Bound = Bound.exact

    def __str__(self) -> str:
        return f"{self.indicator} {measured_by(self.indicator)} {self.bound} ({self.relation})"


_LEAD = r"^(?:力争|确保|努力|全面|争取|同时|其中|今年|全年|保持|推动|促进|使|实现|和|并)*"
_NAME = r"(?P<name>[^，。；：、]{2,24}?(?:、[^，。；：]{2,16}?){0,3}?)"
_GAP = r"(?:[0-9.]+个百分点(?:以上|左右)?)"
_LIMITS = (
    ("not_below", Bound.at_least),
    ("not_above", Bound.at_most),
    ("below", Bound.under),
    ("above", Bound.over),
    ("within", Bound.at_most),
    ("from", Bound.at_least),
)
"""The words of a relation that limit, those that hold others in them first."""
_SET_AGAINST = ("above", "not_below", "below", "not_above")
_SHARE = regex.compile(r"(?:率|比重|占比|比例|覆盖面)$")
_ONLY_MANNER = regex.compile(
    r"(?:全面|确保|力争|努力|全部|不折不扣|圆满|如期|按期|坚决|较好|顺利|扎实|高质量|超额)+"
)


def _stated(match: Match, lexicon: Lexicon, bound: Bound = Bound.exact) -> Qualitative | None:
    """Give the target of a match, None where it names nothing, or only an adverb (不折不扣完成…任务)."""
    name = without_manner(_own_name(match["name"].strip("要也还均都的 "), lexicon), lexicon)
    if not name or _ONLY_MANNER.fullmatch(name):
        return None
    return Qualitative(_without_growth(name, lexicon), _without_hedge(match["relation"], lexicon), bound)


def _own_name(name: str, lexicon: Lexicon) -> str:
    """Leave out whose the place's own figures are, and what closes a list of names: 全市|能耗强度|等指标."""
    found = reading_of(name, lexicon).tokens
    first = next((at for at, token in enumerate(found) if "own" not in token.features.roles), len(found))
    closed = next((at for at, token in enumerate(found) if token.letter == "E"), len(found))
    return "".join(token.text for token in found[first:closed])


def _without_hedge(relation: str, lexicon: Lexicon) -> str:
    """Leave out before a relation how firmly it is meant: 力争|高于全省."""
    found = reading_of(relation, lexicon).tokens
    first = next((at for at, token in enumerate(found) if not _is_firm(token)), len(found))
    return relation[found[first].start :] if first < len(found) else relation


def _is_firm(token: Token) -> bool:
    return token.features.hedge or "modal" in token.features.roles


def _without_growth(name: str, lexicon: Lexicon) -> str:
    """Give the name of what grows: 居民收入增长, 居民收入的增长 tell of 居民收入."""
    last = reading_of(name, lexicon).tokens[-1]
    verb = last.features.verb
    grows = verb is not None and verb.act == "grow" and verb.kinds == ("reach",)
    whole = name[: last.start].rstrip("的")
    return whole if grows and whole and not _SHARE.search(whole) else name


def measured_by(name: str) -> Measure:
    """Tell what an aim without a number is of: a rate or a share, else how something grows."""
    return Measure.share if _SHARE.search(name) else Measure.growth


@cache
def rules(lexicon: Lexicon) -> tuple[Rule[Qualitative], ...]:
    """Give the rules of targets in words, specific first; they read one clause of folded text."""

    def words(*ids: str) -> str:
        return alternation(lexicon.forms("relations", *ids))

    manner = f"(?:{words('manner')})*"
    measured = regex.compile(words("measured"))
    limits = [(bound, regex.compile(words(name))) for name, bound in _LIMITS]

    def stated(match: Match) -> Qualitative | None:
        return _stated(match, lexicon)

    def limited(match: Match) -> Qualitative | None:
        bounds = (bound for bound, limit in limits if limit.search(match["relation"]))
        return _stated(match, lexicon, next(bounds, Bound.exact))

    def course(match: Match) -> Qualitative | None:
        return _stated(match, lexicon) if measured.search(match["name"]) else None

    def compiled(body: str) -> regex.Pattern[str]:
        return regex.compile(_LEAD + body + "$")

    return (
        Rule(
            name="keeps-pace",
            pattern=compiled(
                rf"{_NAME}(?P<relation>{manner}[与同和](?:(?![与同和])[^，。；]){{2,20}}?{manner}{words('pace')})"
            ),
            build=stated,
            examples=[
                ("居民收入增长与经济增长基本同步", "居民收入 growth exact (与经济增长基本同步)"),
                (
                    "城镇和农村居民收入增长与经济增长同步",
                    "城镇和农村居民收入 growth exact (与经济增长同步)",
                ),
                ("财政收入的增长与经济增长同步", "财政收入 growth exact (与经济增长同步)"),
                ("居民消费价格涨幅与全国一致", "居民消费价格涨幅 growth exact (与全国一致)"),
            ],
            rejects=["与周边城市加强合作", "也还要与经济增长同步"],
        ),
        Rule(
            name="outpaces",
            pattern=compiled(
                rf"{_NAME}(?P<relation>{manner}(?:{words(*_SET_AGAINST)}[^，。；0-9]{{2,24}}{_GAP}?"
                r"|保持在[^，。；0-9]{2,12}(?:平均)?水平以上))"
            ),
            build=limited,
            examples=[
                ("居民收入增速高于经济增速", "居民收入增速 growth over (高于经济增速)"),
                ("工业投资增速高于全省0.5个百分点左右", "工业投资增速 growth over (高于全省0.5个百分点左右)"),
                (
                    "固定资产投资增速不低于全省平均水平",
                    "固定资产投资增速 growth at_least (不低于全省平均水平)",
                ),
                ("城镇调查失业率低于市控目标", "城镇调查失业率 share under (低于市控目标)"),
                ("物价涨幅不高于全市平均", "物价涨幅 growth at_most (不高于全市平均)"),
            ],
        ),
        Rule(
            name="done-as-ordered",
            pattern=compiled(
                rf"(?P<relation>{manner}完成了?[国省市自上][^，。；]{{0,12}}?(?:下达|规定|确定|核定|考核)?的?)"
                rf"(?P<name>[^，。；的]{{2,}}?)等?{words('ordered')}+"
            ),
            build=stated,
            examples=[("完成省下达的节能减排任务", "节能减排 growth exact (完成省下达的)")],
        ),
        Rule(
            name="reaches-what-is-ordered",
            pattern=compiled(
                rf"{_NAME}(?P<relation>{manner}{words('done')}[^，。；0-9]{{0,16}}{words('ordered')})"
            ),
            build=limited,
            examples=[
                (
                    "居民消费价格涨幅控制在市定目标以内",
                    "居民消费价格涨幅 growth at_most (控制在市定目标以内)",
                ),
                (
                    "单位生产总值能耗下降完成省控目标",
                    "单位生产总值能耗下降 growth exact (完成省控目标)",
                ),
                ("主要污染物减排达到上级要求", "主要污染物减排 growth exact (达到上级要求)"),
            ],
            rejects=["确保完成全年目标任务"],
        ),
        Rule(
            name="done-of-constraints",
            pattern=compiled(
                rf"(?P<relation>{manner}完成)(?P<name>节能[^，。；]{{0,20}}?|[^，。；]{{0,12}}减排[^，。；]{{0,16}}?"
                rf"|[^，。；]{{0,16}}?约束性)等?{words('ordered')}*"
            ),
            build=stated,
            examples=[("完成节能减排降碳任务", "节能减排降碳 growth exact (完成)")],
        ),
        Rule(
            name="holds-its-course",
            pattern=compiled(rf"{_NAME}(?P<relation>{manner}{words('course')})"),
            build=course,
            examples=[
                ("进出口稳中提质", "进出口 growth exact (稳中提质)"),
                ("粮食产量保持稳定", "粮食产量 growth exact (保持稳定)"),
            ],
            rejects=["干部作风持续好转"],
        ),
    )


def aims(
    clause: Span, text: str, lexicon: Lexicon, annual: bool
) -> Iterator[tuple[Span, tuple[str, Qualitative]]]:
    """Yield the targets that a clause of folded text sets in words, each with its place and its rule.

    Two are set by 甲增速高于全省、乙、丙增速快于全国. Whatever the `annual` targets say of a known indicator is one,
    elsewhere only what holds it to a measure.
    """
    for member in _members(clause, text, lexicon):
        read = _by_rule(member, text, lexicon)
        if read is None and annual and (known := _known(member.of(text), lexicon)):
            read = "says-of-an-indicator", known
        if read:
            yield member, read


def _members(clause: Span, text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """Part a clause behind each member that a rule reads by itself, as it has to read the last; else it is one."""
    ends = [at for at in range(*clause) if text[at] == "、"]
    pieces = list(map(Span, (clause.start, *(end + 1 for end in ends)), (*ends, clause.end)))
    if len(pieces) == 1 or not _by_rule(pieces[-1], text, lexicon):
        return (clause,)
    last = [piece.end for piece in pieces[:-1] if _by_rule(piece, text, lexicon)]
    return tuple(map(Span, (clause.start, *(end + 1 for end in last)), (*last, clause.end)))


def is_measured(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is that of an indicator which words alone hold to a measure: 外贸增速, 粮食产量, 外贸."""
    id_ = identify(name, lexicon)
    return id_ is not None and (id_ in headline(lexicon) or reading_of(name, lexicon).tokens[-1].is_measure)


def _by_rule(clause: Span, text: str, lexicon: Lexicon) -> tuple[str, Qualitative] | None:
    """Give the first target that a rule reads in a clause, with the rule's name."""
    told = text[_opened(clause, text, lexicon) : clause.end]
    return next(((rule.name, value) for rule in rules(lexicon) for _, value in rule.readings(told)), None)


def _opened(clause: Span, text: str, lexicon: Lexicon) -> int:
    """Give where a clause begins behind its adverbs: 有序|完成省下达的节能减排任务."""
    found = within(text, clause, lexicon)
    return next((token.start for token in found if token.letter not in "DM"), clause.start)


def _known(clause: str, lexicon: Lexicon) -> Qualitative | None:
    """Read what a clause says of indicators that it begins with: 固定资产投资提质提效, 居民消费价格保持合理水平."""
    reading = reading_of(clause, lexicon)
    size = len(reading.tokens)
    first = next((at for at in range(size) if reading.letters[at] not in "DMJTR"), size)
    for end in range(size - 1, first, -1):
        name = reading.words(first, end)
        if reading.letters[end] in "VDMPX" and all(
            identify(one, lexicon) for one in each_named(name, lexicon)
        ):
            states = "fact" in reading.tokens[end].features.roles  # 经济增速|是综合性指标
            return None if states else Qualitative(name, reading.words(end, size))
    return None


_BETWEEN = ("差距", "比", "比值")
"""How names end that are of both at once."""


def each_named(name: str, lexicon: Lexicon) -> list[str]:
    """Give each of the indicators that a coordination names: 财政收入、城乡居民收入 are three."""
    for both, (one, other) in RESIDENTS.items():
        if both in name and not name.endswith(_BETWEEN):
            if "、" in name.replace(both, ""):
                return [part for piece in name.split("、") for part in each_named(piece, lexicon)]
            return [name.replace(both, one), name.replace(both, other)]
    count = len(regex.split("、|和", name))
    found = spelled_out(name, Span(0, len(name)), count, lexicon) if count > 1 else None
    return found if found and all(len(one) > 2 for one in found) else [name]

"""Read targets set in words: 居民收入增长与经济增长同步, 完成省下达任务."""

from dataclasses import dataclass

import regex

from reportparse.model import Bound, Measure
from reportparse.rule import Match, Rule


@dataclass(frozen=True)
class Qualitative:
    """Be a target without a number: the indicator, what it follows (`relation`), and the bound that says so."""

    indicator: str
    relation: str
    measure: Measure
    bound: Bound = Bound.exact

    def __str__(self) -> str:
        return f"{self.indicator} {self.measure} {self.bound} ({self.relation})"


_LEAD = r"^(?:(?:力争|确保|努力|全面|争取|同时|其中|今年|全年|保持|推动|促进|使|实现|和|并)+)?"
_NAME = r"(?P<name>[^，。；：、]{2,24}?(?:、[^，。；：]{2,16}?){0,3}?)"
_SPEED = regex.compile(r"(?:增长速度|增速|增长|增幅|涨幅)$")
_SHARE = regex.compile(r"(?:率|比重|占比|比例|覆盖面)$")


def _measure(name: str) -> Measure:
    return Measure.share if _SHARE.search(name) else Measure.growth


def _clean(name: str) -> str:
    return name.strip("要也还均都的 ")


def _named(match: Match, value: Qualitative) -> Qualitative | None:
    """Decline what is only an adverb (不折不扣完成…任务)."""
    return None if regex.fullmatch(r"(?:全面|不折不扣|圆满|如期|按期|坚决|较好|顺利|扎实|高质量|超额)+", value.indicator) else value


def _follows(match: Match) -> Qualitative | None:
    return _named(match, Qualitative(_clean(match["name"]), match["relation"], _measure(match["name"])))


def _exceeds(match: Match) -> Qualitative:
    least = match["how"] in ("不低于", "不慢于")
    return Qualitative(_clean(match["name"]), match["relation"], _measure(match["name"]), Bound.at_least if least else Bound.over)


def _ordered(match: Match) -> Qualitative:
    return Qualitative(_clean(match["name"]), match["relation"], Measure.growth)


RULES: tuple[Rule[Qualitative], ...] = (
    Rule(
        name="keeps-pace",
        pattern=regex.compile(_LEAD + _NAME + r"(?P<relation>(?:(?:要|继续|基本|总体|保持)*)(?:与|同|和)[^，。；]{2,20}?(?:基本)?(?:保持)?(?:同步|一致|相匹配|相适应|持平|相当|匹配|衔接)(?:增长)?)$"),
        build=_follows,
        examples=[("居民收入增长与经济增长基本同步", "居民收入增长 growth exact (与经济增长基本同步)"),
                  ("居民消费价格涨幅与全国一致", "居民消费价格涨幅 growth exact (与全国一致)")],
        rejects=["与周边城市加强合作"],
    ),
    Rule(
        name="outpaces",
        pattern=regex.compile(_LEAD + _NAME + r"(?P<relation>(?:要|均|继续|略|明显|力争)*(?:(?P<how>高于|快于|好于|优于|不低于|不慢于|高出)[^，。；0-9]{2,24}|保持在[^，。；0-9]{2,12}(?:平均)?水平以上))$"),
        build=_exceeds,
        examples=[("居民收入增速高于经济增速", "居民收入增速 growth over (高于经济增速)"),
                  ("固定资产投资增速不低于全省平均水平", "固定资产投资增速 growth at_least (不低于全省平均水平)")],
    ),
    Rule(
        name="done-as-ordered",
        pattern=regex.compile(_LEAD + r"(?P<relation>(?:全面|圆满|按期|如期|超额)*完成(?:了)?[国省市自上][^，。；]{0,12}?(?:下达|规定|确定|核定|考核)?的?)(?P<name>[^，。；的]{2,24}?)(?:等)?(?:目标任务|约束性指标|目标|任务|指标|计划|要求)+$"),
        build=_ordered,
        examples=[("完成省下达的节能减排任务", "节能减排 growth exact (完成省下达的)")],
    ),
    Rule(
        name="reaches-what-is-ordered",
        pattern=regex.compile(_LEAD + _NAME + r"(?P<relation>(?:全面|圆满|按期|如期|均|要|力争)*(?:完成|达到|控制在|符合|满足|优于|好于)[^，。；0-9]{0,16}(?:目标|任务|要求|以内|指标|计划|标准|范围|控制数|约束性指标|合理区间)(?:任务|要求|以内|之内|范围内|范围之内|内)?)$"),
        build=_follows,
        examples=[("单位生产总值能耗下降完成省控目标", "单位生产总值能耗下降 growth exact (完成省控目标)"),
                  ("主要污染物减排达到上级要求", "主要污染物减排 growth exact (达到上级要求)")],
        rejects=["确保完成全年目标任务"],
    ),
    Rule(
        name="done-of-constraints",
        pattern=regex.compile(_LEAD + r"(?P<relation>(?:全面|圆满|按期|如期)*完成)(?P<name>节能[^，。；]{0,20}?|[^，。；]{0,12}减排[^，。；]{0,16}?|约束性指标|[^，。；]{2,16}?约束性)(?:等)?(?:目标任务|约束性指标|目标|任务|指标)*$"),
        build=_ordered,
        examples=[("完成节能减排降碳任务", "节能减排降碳 growth exact (完成)")],
    ),
    Rule(
        name="holds-its-course",
        pattern=regex.compile(_LEAD + _NAME + r"(?P<relation>(?:要|总体|继续|持续|基本|进一步|保持|稳步|实现|更加|力争)*(?:稳定|平稳|稳中提质|稳中有进|促稳提质|保稳提质|提质增效|稳定增长|平稳增长|稳步增长|较快增长|提升|提高|改善|下降|降低|好转|平衡|合理区间|稳步提升|恢复性增长|量稳质升|正增长|优化|只增不减|稳中向好|回稳向好|稳中有升|量质齐升|质量齐升|扩量提质|稳规模[^，。；]{0,12}|保持优良|全国一流水平|缩小|优良))$"),
        build=lambda match: _follows(match) if _ECONOMIC.search(match["name"]) else None,
        examples=[("进出口稳中提质", "进出口 growth exact (稳中提质)"), ("粮食产量保持稳定", "粮食产量 growth exact (保持稳定)")],
        rejects=["干部作风持续好转"],
    ),
)

_ECONOMIC = regex.compile(r"(?:收入|总额|产量|投资|进出口|价格|物价|就业|失业率|能耗|排放|浓度|增速|增加值|支出|收支|消费|赤字|杠杆率|外资|面积|空气质量|水质|环境质量|生产总值|强度|PM)")


def qualitative(clause: str) -> tuple[Rule[Qualitative], Match, Qualitative] | None:
    """Read one clause of folded text that holds no number; None where it sets no target."""
    for rule in RULES:
        match = rule.pattern.search(clause)
        if match and (value := rule.build(match)) is not None:
            return rule, match, value
    return None

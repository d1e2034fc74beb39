"""Tell clauses that promise nothing by what opens and what closes them: one table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportparse.grammar.token import Token

Telling = Literal["frame", "way", "purpose", "remark", "lead-in"]


@dataclass(frozen=True)
class Frame:
    """Be a kind of clause that promises nothing.

    Its first word, behind adverbs and the like, is one of `opens` or has one of them as a role; its last word is
    or has one of `closes`, if there are any. What it tells: on what ground or when (`frame`); the same, unless a
    verb of its own follows (`way`: 依托老港区建设物流园); what is hoped for (`purpose`); the speaker's mind
    (`remark`); what is done for the next clause (`lead-in`, where there is one and no verb of its own).
    """

    tells: Telling
    opens: tuple[str, ...]
    closes: tuple[str, ...]
    example: str
    reject: str

    def fits(self, unit: Sequence[Token]) -> bool:
        """Tell whether a clause without its lead is of this kind."""
        if not unit or not _is_one(unit[0], self.opens) or unit[0].passes:
            return False
        return not self.closes or (len(unit) > 1 and _is_one(unit[-1], self.closes))


def _is_one(token: Token, asked: tuple[str, ...]) -> bool:
    return token.text in asked or not token.features.roles.isdisjoint(asked)


_LOOKS_FROM = Frame("frame", ("从",), ("看", "来看", "来说", "而言"), "从全县层面看", "从细处着手")

FRAMES = (
    Frame("purpose", ("为了",), (), "为了让规划落到实处", "为乡村学校配备校车"),
    Frame("way", ("frame", "means"), (), "按照应修尽修的原则", "依托老港区建设物流园"),
    Frame("frame", ("occasion",), (), "面对严峻形势", "修复退化湿地"),
    Frame("frame", ("在",), ("scene",), "在抓好防汛的同时", "在文旅领域培育新业态"),
    Frame("frame", ("从", "自"), ("scene",), "从6月1日起", "从源头防治污染"),
    _LOOKS_FROM,
    Frame("frame", ("以",), ("frame_end",), "以水利枢纽为龙头", "以水权改革引领产业创新"),
    Frame("way", ("以",), ("bearing",), "以钉钉子的韧劲", "以实干实绩赢得信任"),
    Frame("purpose", ("为",), ("support",), "为山区振兴提供有力支撑", "为困难家庭发放补贴"),
    Frame("purpose", ("为",), ("striving",), "为建设美丽山乡而奋斗", "为山区学校配备校车"),
    Frame("purpose", ("purpose",), (), "让群众更满意", "不让一户掉队"),
    Frame("remark", ("remark",), (), "坚信山乡明天更美", "坚定发展信心"),
    Frame("lead-in", ("weak_frame",), (), "顺应消费升级趋势", "面向社会开放运动场"),
)
"""The kinds, the first that fits speaks."""


def telling(unit: Sequence[Token]) -> Telling | None:
    """Say what a clause without its lead tells instead of promising, None where no kind fits."""
    return next((frame.tells for frame in FRAMES if frame.fits(unit)), None)


def looks_from(unit: Sequence[Token]) -> bool:
    """Tell whether a clause without its lead says from where one looks: 从全县层面看."""
    return _LOOKS_FROM.fits(unit)

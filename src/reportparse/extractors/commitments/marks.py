"""Compile the patterns by which clauses that promise nothing are told."""

from dataclasses import dataclass
from functools import cache

import regex

from reportparse.grammar.verb import ENUMERATOR, YEAR, branching
from reportparse.lexicon import ClauseWordEntry, Lexicon, VerbEntry

Pattern = regex.Pattern[str]


@dataclass(frozen=True)
class Marks:
    """Be the patterns of one lexicon over folded text; each is matched at a clause's start unless it says else.

    `number` is an item's number, `opening` what may stand first. Behind it, a `frame` says only on what ground,
    when or how (unless it is `framed`: a verb of its own follows), a `weak_frame` does so before a promise, a
    `purpose` hopes, a `remark` tells a mind, a `fact` what is. A `comment` turns the clauses before it into its
    subject, `comment_end` closes it; a `topic` names what the next clause is about. `past` is searched and, where
    the clause does not open with its verb, `already`; `willed` overrules both. What is `expected` is searched. A
    `place` or `subject` belongs to the next clause, `list_tail` and `second_half` to the one before.
    """

    salutation: Pattern
    number: Pattern
    opening: Pattern
    frame: Pattern
    framed: Pattern
    weak_frame: Pattern
    purpose: Pattern
    remark: Pattern
    fact: Pattern
    comment: Pattern
    comment_end: Pattern
    topic: Pattern
    willed: Pattern
    expected: Pattern
    past: Pattern
    already: Pattern
    place: Pattern
    subject: Pattern
    list_tail: Pattern
    first_half: Pattern
    second_half: Pattern
    office: Pattern


@cache
def marks(lexicon: Lexicon) -> Marks:
    """Compile the patterns of a lexicon, once."""

    def of_role(*roles: str) -> str:
        return branching(form for e in lexicon.of(ClauseWordEntry) if e.role in roles for form in e.forms)

    first = of_role("connective", "subject", "modal", "time", "adverb", "dual", "firm")
    sooner = of_role("connective", "subject", "time")
    return Marks(
        salutation=regex.compile(r"各位(?:代表|委员)|同志们|朋友们|谢谢"),
        number=regex.compile(rf"(?:{ENUMERATOR}|[ 　])+"),
        opening=regex.compile(rf"(?:{ENUMERATOR}|{YEAR}|{first}|[ 　])*"),
        frame=regex.compile(
            rf"{of_role('frame', 'occasion')}(?!起来)|在[^，]*(?:下|中|基础上|同时|之际)$"
            rf"|(?:坚持)?以[^，]*为[^，]{{0,14}}{of_role('frame_end')}$"
            rf"|为[^，]+(?:提供|创造|奠定|打下|注入|增添|作出|做出|积蓄|赢得)[^，0-9]*{of_role('support')}$"
            rf"|为[^，]*(?:奋斗|努力|拼搏)$|以[^，]*{of_role('bearing')}$"
        ),
        framed=_framed(of_role("frame", "weak_frame"), lexicon),
        weak_frame=regex.compile(of_role("weak_frame")),
        purpose=regex.compile(rf"(?<!不|不能|不得){of_role('purpose')}"),
        remark=regex.compile(of_role("remark")),
        fact=regex.compile(
            r"[^，、“”\"（）]{0,24}?"
            r"(?<![一二三四五六七八九十就但还只尤其别于凡正要硬求国于若])(?:是|正是)(?!否)"
            r"|[^，]{0,24}有[0-9][^，]*$|[^，]{0,14}(?:正|仍|正在)?处(?:于|在)"
        ),
        comment=regex.compile(
            r"(?:这(?:就|既|也)?|那)?(?:既|也|都|更|才|正|不仅|不只)?是(?![要否])|离不开|(?:对|给)[^，]+提出"
            r"|事关|关乎|意味着|才能|方能|任重"
        ),
        comment_end=regex.compile(
            r"的[^，的]{0,8}(?:关键|基础|保障|前提|举措|选择|要求|途径|改革|抉择|课题|任务|责任)$"
        ),
        topic=regex.compile(r"(?:这|上述|以上)(?:一|些|几|两|三)?[项个件]?(?:工作|项目|目标|任务)$"),
        willed=regex.compile(
            rf"(?:{ENUMERATOR}|{sooner})*(?:要|将|必须|务必|应当?|须|决不|绝不|一定要|我们将|继续)"
        ),
        expected=regex.compile(r"一定[能会]|必[将能]|定能|终将"),
        past=regex.compile(r"(?<![为除])了(?![解然之就])|一年来|以来"),
        already=regex.compile(r"已(?!有|知|[^，]{1,6}(?:的|项目|问题|小区|企业|地区|部分))"),
        place=regex.compile(rf"在[^，]*{of_role('localizer')}"),
        subject=regex.compile(r"[^，]{1,14}作为"),
        list_tail=regex.compile(r"[^，]{1,30}等[^，、]{0,6}(?:项目|工程|建设|工作)(?:建设|改造|工作)?$"),
        first_half=regex.compile(r"既[^，]+$"),
        second_half=regex.compile(r"(?:又|也)[^，]*的[^，]{1,6}$"),
        office=regex.compile(rf"[（]?{of_role('office')}"),
    )


def _framed(frame: str, lexicon: Lexicon) -> Pattern:
    """Give a pattern of frames with a verb of their own: 依托老港区建设物流园, unlike 围绕建设…目标."""
    means = branching(lexicon.forms("clause_words", "means", "weak_frames"))
    verbs = [e for e in lexicon.of(VerbEntry) if {"act", "urge"} & set(e.kinds)]
    pure = branching(form for e in verbs if not e.noun for form in e.forms if len(form) == 2)
    every = branching(form for e in verbs for form in e.forms if len(form) == 2)
    way = "(?:(?:等|的)?(?:方式|形式|机制|模式|途径|渠道|平台|优势|资源|措施|举措|手段|办法))?"
    aim = "(?:目标|要求|原则|任务|部署|机遇|契机|重点|主题|主线|定位|需求|战略)$"
    end = rf"(?=[^，]{{2}})(?![的、和与]|[^，]{{0,14}}{aim}|[^，]*(?:措施|举措|方式|办法|途径)$)"
    return regex.compile(
        rf"{frame}(?!{every})[^，]{{3,}}?{way}(?<![、和与及的]){pure}{end}"
        rf"|{means}[^，]{{3,}}?{way}(?<![、和与及的]){every}(?=[^，]{{3}}){end}"
    )

"""Cut clauses at the 、 that join predicates with objects of their own."""

from functools import cache
from itertools import pairwise

import regex

from reportparse.grammar.clause import Span, enumerated
from reportparse.grammar.verb import NUMBER, Verbs, verbs
from reportparse.lexicon import Lexicon, alternation
from reportparse.rule import Match
from reportparse.text import fold

_LIST_NOUNS = (
    "工作",
    "行动",
    "活动",
    "措施",
    "任务",
    "服务",
    "改革",
    "问题",
    "举措",
    "内容",
    "事项",
    "方式",
    "形式",
    "途径",
    "手段",
    "政策",
    "机制",
    "功能",
    "业务",
    "能力",
    "水平",
    "体系",
    "格局",
    "局面",
    "作用",
    "关系",
    "理念",
    "精神",
    "效果",
    "要求",
    "原则",
    "思路",
)
"""What a list of doings is of, where 等 or 的 closes it: 清淤、护岸等工作."""

_EMBEDDING = (
    "推动",
    "支持",
    "鼓励",
    "引导",
    "帮助",
    "吸引",
    "坚持",
    "确保",
    "督促",
    "助力",
    "要求",
)
"""Verbs whose object is what another does, so that a verb behind 、 is the other's."""

_OPENING = ("确保", "力争", "争取")
_FORMAL = (
    "提高",
    "提升",
    "增强",
    "完善",
    "健全",
    "建立",
    "改进",
    "执行",
    "落实",
    "规范",
    "优化",
    "推行",
    "加强",
    "强化",
    "深化",
    "构建",
    "创新",
    "改善",
)
"""Verbs whose objects are named after doings (支付保障机制), so that only one of them opens a new predicate there."""

_STAGES = (
    "建成",
    "启动",
    "开工",
    "推进",
    "加快",
    "完成",
    "实施",
    "打造",
    "举办",
    "办好",
    "开展",
    "做好",
    "抓好",
    "推动",
)
_JOINED = ("的", "为", "、", "和", "与")
_BODIES = ("国务院", "政府")


def coordinated(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[Span, ...]:
    """Cut a clause at the 、 that join predicates with objects of their own (开工三座桥、建成两条路).

    Verbs that share an object, lists under one verb, and what another is urged to do stay whole.
    """
    pieces, folded, patterns = enumerated(text, start, end), fold(text), verbs(lexicon)
    if len(pieces) < 2 or _list_end().search(folded, start, end):
        return (Span(start, end),)
    cuts = [start]
    governing = patterns.head.match(folded, start, end)
    for before, piece in pairwise(pieces):
        found = patterns.head.match(folded, *piece)
        if governing is None:
            if _has_subject(folded, before, patterns) and _has_subject(folded, piece, patterns):
                cuts.append(piece.start)
        elif found and _is_own(folded, governing, before, found, piece, patterns):
            cuts.append(piece.start)
            governing = found
    ends = [cut - 1 for cut in cuts[1:]] + [end]
    return tuple(Span(*pair) for pair in zip(cuts, ends, strict=True))


def _is_own(folded: str, governing: Match, before: Span, found: Match, piece: Span, patterns: Verbs) -> bool:
    """Tell whether a piece has a predicate of its own beside the one that governs what stands before it."""
    verb, behind = found["verb"], found.end("verb")
    if found["short"] or governing["short"] or folded[behind : behind + 1] in _JOINED:
        return False
    if piece.end - behind < 3 or before.end - governing.end("verb") < 2 or found["lead"].endswith(_BODIES):
        return False
    if folded[piece.end - 1] in "强高优" and verb not in _FORMAL:  # 专业水平高、配套能力强
        return False
    if verb in patterns.nouns and (not found["lead"] or piece.end - behind < 5):
        return False
    if regex.search(NUMBER, folded, pos=behind, endpos=piece.end):
        return True
    if folded[piece.end - 2 : piece.end] == folded[before.end - 2 : before.end]:  # 服务本领、化解风险本领
        return False
    if _SUCH_AS.search(folded, *piece) and verb not in _STAGES:
        return False
    if governing["verb"] in _FORMAL and verb not in _FORMAL and _ABILITY.search(folded, *piece):
        return False
    return governing["verb"] not in _EMBEDDING or verb in _OPENING


def _has_subject(folded: str, piece: Span, patterns: Verbs) -> bool:
    found = patterns.reach.search(folded, *piece)
    return found is not None and found.start("verb") - piece.start >= 2


_SUCH_AS = regex.compile("等[^、，]{1,14}$")
_ABILITY = regex.compile("(?:能力|本领|水平|机制|制度|体系)$")


@cache
def _list_end() -> regex.Pattern[str]:
    """Give a pattern of ends that hold a list together: 等行动, 三种能力, 抓改革、促发展的能力."""
    return regex.compile(
        rf"等[^、，]{{0,10}}{alternation(_LIST_NOUNS)}$|[两三四五六七八九十][种大项个]{alternation(_LIST_NOUNS)}$"
        r"|、[^、，]{1,5}的[^、，]{1,14}$"
    )

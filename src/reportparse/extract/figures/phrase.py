"""Read what stands before a quantity: adverbs, head verb, name, and the verb that brings the number."""

from dataclasses import dataclass
from functools import cache

import regex

from reportparse.grammar.clause import Span
from reportparse.lexicon import FigureWordEntry, Lexicon, alternation

TIME = (r"(?:(?:到|至)?(?:[0-9]{4}|二零[零一二三四五六七八九]{2})年(?:底|末|年底|初|以来|起)?(?:前)?|"
        r"(?:今年|去年|明年|上年|当年|本年|全年|年内|年底|年末|每年|同期|上半年|前三季度|[一二三四]季度)(?:底|末|以来|来|前|内)?|"
        r"(?:过去|近|这|今后|未来|前|后|十)?[两三四五十](?:个)?年(?:来|间|里|内|以来)?|\"十[一二三四五]五\"(?:规划)?(?:时期|期间|以来|期末|末)?|"
        r"(?:截至|截止)?(?:目前|年底|年末)|期末|期间|届末|任期内|本届政府(?:任期内|期间|以来)?|五年来|一年来|同时|其中|此外|另外|"
        r"[0-9]{1,2}月(?:底|末|份)?)")
_SINGLE = {  # one-letter verbs, and the letters that make them part of another word
    "为": "因成认作称行视分名改化转变选", "是": "但就可凡还若要特总都", "有": "所现拥共具享国没含只占公", "到": "感受得看遇收找学达提升增降",
    "至": "乃甚以增升提降", "达": "到抵表发通可溜布", "增": "新净倍激递", "升": "提上跃攀晋回", "降": "下升投霜", "减": "缩削压裁缓核", "占": "侵抢",
    "涨": "上高", "列": "系班开下行陈", "不": "", "需": "急刚内供必", "按": "", "改善": "", "合计": "", "总计": "", "有望": "",
}


@dataclass(frozen=True)
class Phrase:
    """Be the words before a quantity, taken apart; spans are offsets in the text.

    `name` is the name without verbs and adverbs, maybe empty. `head` is the verb before it and `head_act` its
    act (FigureWordEntry), `tail` the verb behind it, that brings the number, and `tail_act` its act. `owner` is a
    subject before an inner verb (园区完成投资: owner 园区, name 投资).
    """

    name: Span
    owner: Span | None
    head: str
    head_act: str
    tail: str
    tail_act: str
    adverbs: str


@dataclass(frozen=True)
class _Patterns:
    opening: regex.Pattern[str]
    guard: regex.Pattern[str]
    head: regex.Pattern[str]
    closing: regex.Pattern[str]
    ended: regex.Pattern[str]
    inner: regex.Pattern[str]
    head_acts: dict[str, str]
    tail_acts: dict[str, str]


def acts(lexicon: Lexicon, *names: str) -> tuple[str, ...]:
    """Give the forms of the figure words with these acts."""
    return tuple(form for entry in lexicon.of(FigureWordEntry) if entry.act in names for form in entry.forms)


def _guarded(forms: tuple[str, ...]) -> str:
    parts = []
    for form in sorted(set(forms), key=lambda form: (-len(form), form)):
        guard = _SINGLE.get(form, "")
        parts.append((f"(?<![{guard}])" if guard else "") + regex.escape(form))
    return "(?:" + "|".join(parts) + ")"


@cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    hedges = lexicon.forms("hedges")
    adverb = alternation((*acts(lexicon, "adverb"), *hedges))
    manner = alternation(acts(lexicon, "manner"))
    verb_acts = ("count", "add", "cut")
    verb = alternation(acts(lexicon, *verb_acts))
    tails = ("grow", "fall", "rise_to", "fall_to", "reach")
    moving = _guarded(acts(lexicon, *tails))
    lead = alternation(acts(lexicon, "lead"))
    inner = alternation(acts(lexicon, "inner"))
    ended = alternation(acts(lexicon, "ended"))
    return _Patterns(
        opening=regex.compile(rf"(?:{TIME}|{adverb}|{lead}|[，、的了和与及并以\s]|[①-⑳]|(?:{manner}|地)+(?={verb}|{lead}|{adverb}))"),
        guard=regex.compile(alternation(acts(lexicon, "noun"))),
        head=regex.compile(rf"{verb}"),
        closing=regex.compile(rf"(?P<before>(?:{adverb})*)(?P<verb>{moving})?(?P<after>(?:{adverb}|了|在|达|至|每(?:人|年|月|天|日|户|亩)+|{TIME}|的|新)*)$"),
        ended=regex.compile(rf"(?:{adverb})*(?P<verb>{ended})(?:了)?$"),
        inner=regex.compile(rf"(?:{adverb})*(?P<verb>{inner})(?:了)?"),
        head_acts={form: act for act in verb_acts for form in acts(lexicon, act)},
        tail_acts={form: act for act in reversed(tails) for form in acts(lexicon, act)},
    )


def phrase(text: str, span: Span, lexicon: Lexicon) -> Phrase:
    """Take the words before a quantity apart; `text` is folded."""
    patterns = _patterns(lexicon)
    start, end = span
    closing = patterns.closing.search(text, start, end)
    tail, said = "", ""
    if closing:
        tail, end = closing["verb"] or "", closing.start()
        said = closing["before"] + closing["after"]
    head, head_act = "", ""
    while start < end:
        guarded = patterns.guard.match(text, start, end)
        opening = patterns.opening.match(text, start, end)
        verb = patterns.head.match(text, start, end)
        if guarded and not (verb and verb.end() > guarded.end()) and not (opening and opening.end() > guarded.end()):
            break
        if verb and (not opening or verb.end() >= opening.end()):
            head, head_act = verb[0], patterns.head_acts[verb[0]]
            start = verb.end()
        elif opening:
            said += opening[0]
            start = opening.end()
        else:
            break
    if not tail and (ended := patterns.ended.search(text, start + 2, end)):
        head, head_act, end = ended["verb"], patterns.head_acts.get(ended["verb"], "count"), ended.start()
    owner, inner = _inner(text, start, end, patterns)
    if inner:
        head, head_act = inner["verb"], patterns.head_acts.get(inner["verb"], "count")
        if owner and head_act == "add" and inner.start() - start <= 4:  # 城镇新增就业 is one name
            owner = None
        else:
            start = inner.end()
    return Phrase(Span(start, end), owner, head, head_act, tail, patterns.tail_acts.get(tail, ""), said)


def _inner(text: str, start: int, end: int, patterns: _Patterns) -> tuple[Span | None, regex.Match[str] | None]:
    found = None
    for match in patterns.inner.finditer(text, start + 2, end):
        guarded = patterns.guard.match(text, match.start("verb"), end)
        if match.end() < end and not (guarded and guarded.end() > match.end("verb")):
            found = match
    return (Span(start, found.start()), found) if found else (None, None)

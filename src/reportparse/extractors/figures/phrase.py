"""Read what stands before a quantity: adverbs, head verb, name, and the verb that brings the number."""

from dataclasses import dataclass
from functools import cache

import regex

from reportparse.grammar.clause import Span
from reportparse.lexicon import FigureWordEntry, IndicatorEntry, Lexicon, VerbEntry, alternation

TIME = (
    r"(?:(?:到|至)?(?:[0-9]{4}|二零[零一二三四五六七八九]{2})年(?:底|末|年底|初|以来|起)?(?:前)?|"
    r"(?:今年|去年|明年|上年|当年|本年|全年|年内|年底|年末|每年|同期|上半年|前三季度|[一二三四]季度)(?:底|末|以来|来|前|内)?|"
    r"(?:过去|近|这|今后|未来|前|后|十)?[两三四五十](?:个)?年(?:来|间|里|内|以来)?|\"十[一二三四五]五\"(?:规划)?(?:时期|期间|以来|期末|末)?|"
    r"(?:截至|截止)?(?:目前|年底|年末)|期末|期间|届末|任期内|本届政府(?:任期内|期间|以来)?|五年来|一年来|同时|其中|此外|另外|"
    r"(?:[0-9]{1,2}-)?[0-9]{1,2}月(?:底|末|份)?|连续(?:第)?[0-9两三四五六七八九十]+(?:个)?(?:年|月|届|季度|次))"
)
_SINGLE = {  # one-letter verbs, and the letters that make them part of another word
    "为": "因成认作称行视分名改化转变选",
    "是": "但就可凡还若要特总都",
    "有": "所现拥共具享国没含只占公",
    "到": "感受得看遇收找学达提升增降",
    "至": "乃甚以增升提降",
    "达": "到抵表发通可溜布",
    "增": "新净倍激递",
    "升": "提上跃攀晋回",
    "降": "下升投霜",
    "减": "缩削压裁缓核",
    "占": "侵抢",
    "涨": "上高",
    "列": "系班开下行陈",
    "不": "",
    "需": "急刚内供必",
    "按": "",
    "改善": "",
    "合计": "",
    "总计": "",
    "有望": "",
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
    nominal: frozenset[str]
    head: regex.Pattern[str]
    closing: regex.Pattern[str]
    ended: regex.Pattern[str]
    inner: regex.Pattern[str]
    serving: regex.Pattern[str]
    head_acts: dict[str, str]
    tail_acts: dict[str, str]


@cache
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
    known = tuple(
        form
        for entry in lexicon.of(VerbEntry)
        if "act" in entry.kinds
        for form in entry.forms
        if len(form) > 1
    )
    words = alternation((*acts(lexicon, *verb_acts), *known))
    verb = rf"(?:{words}|新{words})(?:了|好|到)?"
    nominal = (form for entry in lexicon.of(VerbEntry) if entry.noun for form in entry.forms if len(form) > 1)
    tails = ("grow", "fall", "rise_to", "fall_to", "reach")
    moving = _guarded(acts(lexicon, *tails))
    lead = alternation(acts(lexicon, "lead"))
    inner = alternation(acts(lexicon, "inner"))
    ended = alternation(acts(lexicon, "ended"))
    return _Patterns(
        opening=regex.compile(
            rf"(?:{TIME}|{adverb}|{lead}|[，、的了和与及并以\s]|[①-⑳]|(?<![0-9.])[0-9]{{1,2}}[.．、](?![0-9])|（[一二三四五六七八九十0-9]{{1,3}}）|"
            rf"提请(?:[省市区县]|自治区|自治州)?人大(?:及其)?(?:常委会)?审议(?:通过)?|(?:{manner}|地)+(?={verb}|{lead}|{adverb}))"
        ),
        nominal=frozenset((*nominal, *acts(lexicon, "modifier"))),
        guard=regex.compile(alternation((*acts(lexicon, "noun"), *_long_names(lexicon)))),
        head=regex.compile(rf"{verb}"),
        closing=regex.compile(
            rf"(?P<before>(?:{adverb})*)(?P<verb>{moving})?(?P<after>(?:{adverb}|了|在|达|至|每(?:人|年|月|天|日|户|亩)+|{TIME}|的)*)$"
        ),
        ended=regex.compile(rf"(?:{adverb})*(?P<verb>{ended})(?:了)?$"),
        inner=regex.compile(rf"(?:{adverb})*(?P<verb>{inner})(?:了)?"),
        serving=regex.compile(
            rf"(?:{adverb})*(?P<verb>{alternation(f for f in acts(lexicon, *verb_acts) if len(f) > 1)})(?:了)?"
        ),
        head_acts={form: act for act in verb_acts for form in acts(lexicon, act)},
        tail_acts={form: act for act in reversed(tails) for form in acts(lexicon, act)},
    )


_MEASURED_BY = regex.compile(
    r"率|额|值|型|生(?![态产活猪物育鲜])|量(?!子)|数(?![字据智控商学码])|度(?!假)|比(?![较赛])|性(?!能)|化(?![工肥解学债妆])"
)
_SECOND = frozenset(("改造", "建设", "修复", "续建", "养护", "升级", "开发", "恢复", "提升", "治理"))
_GENERIC = regex.compile(
    r"(?:重点|重大|主体)?(?:项目|企业|政策|资金|设施|制度|工程|措施|举措|面积|基地|学校|任务|人数|岗位|机构|产品|平台|金额|中心|标准|费用|服务|"
    r"活动|事项|试点|对象|人员|补贴|用地|主体|能力|规模|房|市场|区域|园区|线路|收入|投资|点|站|文件|次数|案件|车间|场景)"
)
_ASIDE = regex.compile(r"（[^（）]{1,6}）")
_ENDED_BEFORE = regex.compile(
    r"(?:投产|投用|落地|开工|通车|建成|获批|验收|运营|运行|完工|竣工|封顶|启动|实施|出台|成立|揭牌|开业|开园|启用|上线|亮相|落户|突破)、"
)
_ADDS = ("新增", "净增", "完成", "实现", "全", "实际", "年")


def _long_names(lexicon: Lexicon) -> tuple[str, ...]:
    """Give indicators whose names may begin like a verb (制造业投资), so that none is cut."""
    usual = (entry.forms[0] for entry in lexicon.of(IndicatorEntry))
    verbs = tuple(
        form for entry in lexicon.of(VerbEntry) if not entry.noun for form in entry.forms if len(form) > 1
    )
    return tuple(form for form in usual if len(form) >= 4 and not form.startswith((*_ADDS, *verbs)))


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
        if (
            guarded
            and not (verb and verb.end() > guarded.end())
            and not (opening and opening.end() > guarded.end())
        ):
            break
        if verb and (not opening or verb.end() >= opening.end()):
            if _MEASURED_BY.match(text, verb.end(), end):  # 交付率, 投资额
                break
            if verb[0] in patterns.nominal and (
                _GENERIC.fullmatch(text, verb.end(), end) or (head and verb[0] not in _SECOND)
            ):  # 培训项目, 举办招商活动
                break
            head = (
                verb[0]
                if verb[0] in patterns.head_acts
                else verb[0].removeprefix("新").rstrip("了好到") or verb[0]
            )
            head_act = patterns.head_acts.get(verb[0], patterns.head_acts.get(head, "count"))
            start = verb.end()
            if aside := _ASIDE.match(text, start, end):
                start = aside.end()
        elif opening:
            said += opening[0]
            start = opening.end()
        else:
            break
    if not tail and (ended := patterns.ended.search(text, start + 2, end)):
        head, head_act, end = ended["verb"], patterns.head_acts.get(ended["verb"], "count"), ended.start()
    for closed in _ENDED_BEFORE.finditer(
        text, start, end
    ):  # a predicate that a 、 ends is not part of the name
        if closed.end() < end:
            start, head, head_act = closed.end(), "", ""
    owner, inner = _inner(text, start, end, patterns)
    if inner:
        head, head_act = inner["verb"], patterns.head_acts.get(inner["verb"], "count")
        if owner and head_act == "add" and inner.start() - start <= 4:  # 城镇新增就业 is one name
            owner = None
        else:
            start = inner.end()
    return Phrase(Span(start, end), owner, head, head_act, tail, patterns.tail_acts.get(tail, ""), said)


_TO_WHOM = regex.compile(r"[为向对给从]")


def _inner(
    text: str, start: int, end: int, patterns: _Patterns
) -> tuple[Span | None, regex.Match[str] | None]:
    found = None
    pattern = patterns.serving if _TO_WHOM.match(text, start, end) else patterns.inner
    for match in pattern.finditer(text, start + 2, end):
        guarded = patterns.guard.match(text, match.start("verb"), end)
        if match.end() < end and not (guarded and guarded.end() > match.end("verb")):
            found = match
    return (Span(start, found.start()), found) if found else (None, None)

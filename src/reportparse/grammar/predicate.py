"""Read the predicate of a clause: its verb as the guide writes it, and what the verb governs."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import regex

from reportparse.grammar.clause import Span, enclosed
from reportparse.grammar.verb import NUMBER, Verbs, verbs
from reportparse.lexicon import Lexicon
from reportparse.text import fold
from reportparse.words import words

Manner = Literal["head", "phrase", "subject", "reach", "occur", "guess", "none"]


@dataclass(frozen=True)
class Predicate:
    """Be a verb and its object; `at` is the verb's span, empty where the clause has no verb.

    `manner` says how it was found: at the clause's `head`, behind a prepositional `phrase` or a `subject`, as a
    verb of amount (`reach`) or of an event (`occur`), by jieba's tags (`guess`), or not (`none`).
    """

    verb: str
    at: Span
    object: str
    manner: Manner


@lru_cache(maxsize=1024)
def predicate(text: str, start: int, end: int, lexicon: Lexicon) -> Predicate:
    """Read the predicate of the clause `text[start:end]`. The span is in `text`, the strings are as printed."""
    reader = _Reader(text, start, end, verbs(lexicon), lexicon)
    return reader.read()


class _Reader:
    """Try the ways to find a verb, from the surest to a guess, on one clause."""

    def __init__(self, text: str, start: int, end: int, patterns: Verbs, lexicon: Lexicon) -> None:
        self.text, self.start, self.end = text, start, end
        self.patterns, self.lexicon = patterns, lexicon
        self.folded = fold(text)
        self.shelters = enclosed(text, start, end)
        self.borders: set[int] | None = None

    def read(self) -> Predicate:
        for way in (self.by_amount, self.by_head, self.by_phrase, self.by_subject, self.by_guess):
            if found := way():
                return found
        return Predicate("", Span(self.start, self.start), self._tidy(self.start, self.end), "none")

    def by_amount(self) -> Predicate | None:
        """Read a clause that opens with a verb of amount, its subject in the clause before: 增长9%."""
        found = self.patterns.reach_head.match(self.folded, self.start, self.end)
        if not found or "act" in self.patterns.kinds[found["verb"]]:
            return None
        return self._governing(found, "reach")

    def by_head(self) -> Predicate | None:
        """Read a clause that opens with its verb, adverbs and the like apart: 我们将大力推进…."""
        found = self.patterns.head.match(self.folded, self.start, self.end)
        if not found or not self._is_word(found):
            return None
        if found["lead"] == "将" and any(
            self._search(each, found.end("verb")) for each in self.patterns.results
        ):
            return None
        if found["verb"] in self.patterns.nouns and self._is_subject(found.end("verb")):
            return None
        if _NOMINALIZED.match(self.folded, found.end("verb"), self.end):
            return None
        if found["verb"] not in _RAISING and _RATE_HEAD.match(self.folded, found.end("verb"), self.end):
            return None
        return self._governing(found, "head")

    def by_phrase(self) -> Predicate | None:
        """Read a clause that opens with a preposition: 把…办好, 以…带动…, 在…中培育…, 依托…建设…."""
        found = self.patterns.preposition.match(self.folded, self.start, self.end)
        if not found:
            return None
        begin = found.end("preposition")
        if found["preposition"] in ("把", "将"):
            verb = next(filter(None, (self._search(each, begin + 1) for each in self.patterns.results)), None)
            verb = verb or self._best_verb(begin + 1, least=0)
            if not verb:
                return None
            return Predicate(verb["verb"], self._span(verb), self._tidy(begin, verb.start("verb")), "phrase")
        least = 0 if found["preposition"] in _TOGETHER else 2
        if found["preposition"] == "在":
            return self._behind_place(begin)
        if found["preposition"] == "以" and (aim := _AS.search(self.folded, begin, self.end - 2)):
            begin = aim.end() - 1
        if found["preposition"] in _WARDS and (verb := _TURN.search(self.folded, begin + 1, self.end)):
            return Predicate(verb["verb"], self._span(verb), self._tidy(begin, verb.start()), "phrase")
        light = _LIGHT.search(self.folded, begin + 1, self.end) if found["preposition"] in _TOWARDS else None
        if verb := light or self._best_verb(begin + 1, least=least):
            return self._governing(verb, "phrase")
        return None

    def _behind_place(self, begin: int) -> Predicate | None:
        """Read what stands behind 在…中, 在…上; behind them a verb that the lexicon lacks will do: 走在前列."""
        places = [place.end() for place in _PLACE_END.finditer(self.folded, begin, self.end - 2)]
        if verb := self._best_verb(places[-1] if places else begin + 1):
            return self._governing(verb, "phrase")
        if not places:
            return None
        for word in words(self.folded[places[-1] : self.end], self.lexicon):
            if word.tag.startswith("v"):
                span = Span(places[-1] + word.start, places[-1] + word.end)
                return Predicate(span.of(self.text), span, self._tidy(span.end, self.end), "phrase")
        return None

    def by_subject(self) -> Predicate | None:
        """Read a clause whose subject stands first: 进出口总额增长15%以上, 新桥建成通车."""
        low = self.start + 1
        begin = self.patterns.scene.match(self.folded, self.start, self.end)
        subject = begin.end() if begin else self.start
        if found := self._search(self.patterns.mid_urge, low):
            return self._aimed(found, subject, "subject")
        if found := self._search(self.patterns.reach, low):
            return self._aimed(found, subject, "reach")
        if found := self._search(self.patterns.modal, low):
            return self._governing(found, "subject")
        if found := self._search(self.patterns.state, low):
            return self._governing(found, "subject")
        for pattern, manner in ((self.patterns.occur_end, "occur"), (self.patterns.reach_end, "reach")):
            if found := self._search(pattern, low):
                return self._aimed(found, subject, manner)  # type: ignore[arg-type]
        if found := self._best_verb(low + 1, sure=True):
            return self._governing(found, "subject")
        return None

    def by_guess(self) -> Predicate | None:
        """Ask jieba for the verb that opens the clause, behind adverbs."""
        begin = self.patterns.lead.match(self.folded, self.start, self.end)
        at = begin.end() if begin else self.start
        moved = at > self.start
        for word in words(self.folded[at : min(self.end, at + 16)], self.lexicon):
            span = Span(at + word.start, at + word.end)
            follows = self.folded[span.end : min(span.end + 1, self.end)]
            if word.tag in ("v", "vn") and len(word.text) == 2 and (moved or word.tag == "v"):
                no_verb = word.text.endswith("于") or word.text in self.patterns.no_verbs
                if (
                    no_verb
                    or follows in _NO_OBJECT_BEHIND_GUESS
                    or _RATE.search(self.folded, span.end, self.end)
                ):
                    return None
                return Predicate(span.of(self.text), span, self._tidy(span.end, self.end), "guess")
            if word.tag not in ("d", "ad", "vd", "b", "i", "l", "c", "vn"):
                return None
            moved = True
        return None

    def _is_word(self, found: regex.Match[str]) -> bool:
        """Tell whether a verb of one syllable is a word of its own and not the head of a noun (建 in 建筑)."""
        if not found["short"]:
            return True
        at = found.start("verb")
        if len(words(self.folded[at : min(self.end, at + 8)], self.lexicon)[0].text) == 1:
            return True
        rest = words(self.folded[at + 1 : min(self.end, at + 9)], self.lexicon)
        return (
            bool(rest) and rest[0].tag in ("n", "vn") and len(rest[0].text) > 1
        )  # 补+短板, which jieba cuts 补短+板

    def _search(self, pattern: regex.Pattern[str], low: int) -> regex.Match[str] | None:
        """Find the first match outside brackets and quotation marks that modifies no noun."""
        for found in pattern.finditer(self.folded, low, self.end):
            span = self._span(found)
            if any(shelter.meets(*span) for shelter in self.shelters):
                continue
            if _MODIFIES.match(self.folded, found.end(), self.end):
                continue
            return found
        return None

    def _is_subject(self, low: int) -> bool:
        """Tell whether what opened like a verb is a measured subject: 投资增长…, 建设投资完成…."""
        found = self._search(self.patterns.reach, low)
        if not found:
            return False
        return found.start("verb") == low or bool(_MEASURED.search(self.folded, low, found.start("verb")))

    def _best_verb(self, low: int, sure: bool = False, least: int = 2) -> regex.Match[str] | None:
        """Find the verb behind a phrase or subject: behind an adverb first, then one that is no noun."""
        spare, noun, short = None, None, None
        for found in self.patterns.verb.finditer(self.folded, low, self.end, overlapped=True):
            span = self._span(found)
            if any(shelter.meets(*span) for shelter in self.shelters) or not self._stands_alone(span):
                continue
            if self.folded[span.end : span.end + 1] in _NO_OBJECT and not self.folded.startswith(
                "和谐", span.end
            ):
                continue
            if found["verb"] not in self.patterns.kinds or found["short"]:
                short = short or (found if not sure else None)
                continue
            behind_adverb = self.patterns.adverb_end.search(self.folded, self.start, found.start())
            adverbial = behind_adverb is not None and behind_adverb.start() > low
            room = self.end - span.end
            if found["verb"] not in self.patterns.nouns:
                if adverbial and (room >= 2 or not spare):
                    return found
                if not sure or room >= 4 or (room >= 2 and found["verb"] == "加快"):
                    spare = spare or found
            elif room >= least and (adverbial or not sure):
                noun = found
        return spare or noun or short

    def _stands_alone(self, span: Span) -> bool:
        """Tell whether a verb begins and ends where jieba's words do."""
        if self.borders is None:
            found = words(self.folded[self.start : self.end], self.lexicon)
            self.borders = {self.start, *(self.start + word.end for word in found)}
        return span.start in self.borders and span.end in self.borders

    def _governing(self, found: regex.Match[str], manner: Manner) -> Predicate:
        """Give the predicate whose object stands behind the verb."""
        at = found.end("verb")
        verb = found["verb"]
        if len(verb) > 1:
            if "urge" not in self.patterns.kinds.get(verb, ()):
                at = self._past_twins(at, verb)
            if self.folded[at : at + 1] in ("好", "到", "至") and at + 1 < self.end:
                at += 1
        return Predicate(self._span(found).of(self.text), self._span(found), self._tidy(at, self.end), manner)

    def _past_twins(self, at: int, verb: str) -> int:
        """Step over verbs that share the object: 建立健全, 做大做强, 落实和完善."""
        while True:
            joint = _JOINT.match(self.folded, at, self.end)
            low = joint.end() if joint else at
            found = self.patterns.verb.match(self.folded, low, self.end)
            if not found or found["short"] or found.end() + 2 > self.end:
                return at
            kindred = found["verb"] in _TWINS or (verb[1] in _OUTCOMES and found["verb"][1] in _OUTCOMES)
            if not kindred and not (found["verb"] in _BEGUN and verb in _STARTING):
                return at
            at = found.end()

    def _aimed(self, found: regex.Match[str], subject: int, manner: Manner) -> Predicate:
        """Give the predicate whose subject is what is aimed at."""
        return Predicate(
            self._span(found).of(self.text), self._span(found), self._tidy(subject, found.start()), manner
        )

    def _span(self, found: regex.Match[str]) -> Span:
        return Span(*found.span("verb"))

    def _tidy(self, start: int, end: int) -> str:
        """Give an object as printed, without the adverbs and modals at its end."""
        tail = self.patterns.adverb_end.search(self.folded, start, end)
        if tail and end < self.end:
            end = tail.start()
        return self.text[start:end].strip(" 　，,、：:")


_MEASURED = regex.compile(
    r"(?:额|率|量|值|收入|投资|规模|面积|比重|数|标准|支出|占比|比例|水平|能力|里程|成本|价格|效益|人次|总数|贷款|存款|保费|用电|时限|时间|时长|周期|[涨降增]幅|排名|订单)"
    r"(?:力争|争取|确保|预计|要|将|均|分别|同比|再)*$"
)
_AS = regex.compile(
    r"为[^，]{0,6}(?:抓手|重点|目标|主线|契机|牵引|核心|导向|支撑|载体|基础|龙头|引领|整体|单元|突破口)"
)
_TOGETHER = ("与", "和", "同", "跟")
_WARDS = ("向", "朝", "朝着", "从", "由", "往")
_TURN = regex.compile(
    r"(?P<verb>迈进|前进|倾斜|延伸|转变|转型|靠拢|看齐|学习|集中|集聚|开放|攀升|进军|拓展|跃升|聚焦)$"
)
"""Verbs that close what 向 opens: 向基层倾斜."""
_TOWARDS = ("对", "对于", "向", "为", "给")
_LIGHT = regex.compile(r"(?P<verb>进行|给予|予以|加以|实行|实施|开展|提供|营造|注入)(?=[^，]{2})")
"""Verbs that say of themselves only that something is done to what 对 names."""
_NO_OBJECT_BEHIND_GUESS = ("的", "与", "和", "之", "、", "")
_NO_OBJECT = ("的", "为", "、", "和", "与")
_RATE = regex.compile(rf"(?:率|额|量|值|比重|占比){NUMBER}")
_RATE_HEAD = regex.compile(rf"[^，至到超过]{{0,5}}率{NUMBER}")
"""What, behind what looks like a verb, shows a measured subject: 答复满意率99%."""
_RAISING = ("提高", "提升", "保持", "稳定", "实现", "确保", "力争", "推动", "降低", "控制")
_PLACE_END = regex.compile(
    r"中(?![国心央小部东西医药期学华年级])|上(?![市海级游下升线述])|下(?![降达一沉])|里|内(?![部外陆需容涵])"
    r"|领域|方面|过程中|环节|行业"
)
_NOMINALIZED = regex.compile(r"[^，]{0,8}的[^，]{0,5}(?:要(?![求素点件义务塞闻])|须|应(?!用|急)|必须)")
_MODIFIES = regex.compile(rf"(?:到|至|在|为|了)?{NUMBER}[^，、]{{0,8}}的[一-鿿]")
_JOINT = regex.compile(r"[和、并]?")
_STARTING = ("规划", "开工", "启动", "投资", "谋划", "新增", "筹划", "策划", "发展")
_OUTCOMES = "大强优好实细活精深牢足准亮响旺严"
"""The second syllables of verbs that come in pairs: 做大做强, 办实办好."""
_BEGUN = ("建设", "布局", "实施", "壮大")
_TWINS = (
    "健全",
    "完善",
    "建立",
    "扩大",
    "拓展",
    "壮大",
    "提升",
    "提高",
    "调整",
    "改造",
    "落实",
    "细化",
    "分解",
    "培育",
    "引进",
    "推广",
    "巩固",
    "升级",
    "利用",
    "开发",
    "筹集",
    "配置",
    "引导",
    "规范",
    "打造",
    "改善",
    "强化",
    "深化",
    "修复",
    "保护",
    "整治",
    "关停",
    "淘汰",
    "增强",
    "创新",
    "转化",
    "兑现",
    "弘扬",
    "发扬",
    "防范",
    "化解",
    "遏制",
)
"""Verbs that stand second where two share an object: 建立健全, 巩固拓展."""

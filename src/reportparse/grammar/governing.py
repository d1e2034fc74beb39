"""Tell what a verb governs: the verb as the guide writes it, the verbs that share its object, and that object."""

from dataclasses import dataclass
from typing import Literal

import regex

from reportparse.grammar.clause import Span
from reportparse.grammar.reading import Reading
from reportparse.grammar.token import Token
from reportparse.lexicon import Lexicon
from reportparse.lexicon.vocabulary import vocabulary
from reportparse.words import words

Manner = Literal["head", "phrase", "subject", "reach", "occur", "none"]


@dataclass(frozen=True)
class Predicate:
    """Be the verb of a clause and what it governs, as spans of the text that was read.

    `verb` is empty where there is none, `object` where nothing stands behind it. `place` is the verb's token.
    `manner` says how the verb was found: at the clause's `head`, behind a prepositional `phrase` or a `subject`,
    as a verb of amount (`reach`) or of an event (`occur`), or not (`none`).
    """

    verb: Span
    object: Span
    manner: Manner
    place: int


_LEAD = regex.compile("(?:[DMJTZKR]|(?<=D)I(?=D)|F(?=T)|B(?=[DMJTZRVN])|Y(?=V))*")
_COMPLEMENTS = ("到", "至", "成", "成为", "为", "在", "向", "于", "给", "进", "入")
"""What a verb takes to say where its object gets, or what becomes of it."""
_TWIN = regex.compile(
    "(?:[CJ](?:D*+[VW])(?=Z?[NGXYAQHRVWD])|ID++V(?=Z?[NGXYAQH])|I?V(?=Z?[NGXYAWQHVCIRODPT]))(?P<kept>Z?)"
)
_VERBS_OF = regex.compile("V+W?U")
RELATIVE_OF_DEEDS = regex.compile("V[^UI]*U[NWAGXYO]+$")


def is_led(reading: Reading, place: int) -> bool:
    """Tell whether a verb has a complement of where or of what comes of it: 体现|在, 作为, 纳入."""
    token, behind = reading.tokens[place], reading.tokens[place + 1 : place + 2]
    inside = len(token.text) > 1 and token.text[-1] in _COMPLEMENTS
    return token.puts or inside or (bool(behind) and behind[0].text in (*_COMPLEMENTS, "起来"))


class Governing:
    """Hold the tokens of one clause, and say of a verb in it what it governs.

    The clause is the tokens `first` to `last` (half-open); what leads up to its subject or verb ends at `begin`.
    """

    def __init__(self, reading: Reading, first: int, last: int, lexicon: Lexicon) -> None:
        self.reading, self.tokens = reading, reading.tokens
        self.letters, self.first, self.last = reading.letters, first, last
        self.lexicon = lexicon
        lead = _LEAD.match(self.letters, first, last)
        self.begin = lead.end() if lead else first

    def _governing(self, place: int, manner: Manner, object_: Span | None = None) -> Predicate:
        """Give the predicate whose object stands behind the verb, unless `object_` does not."""
        verb, behind = self._written(place)
        if object_ is None and self._holds_object(place) and self.letters[behind : behind + 1] == "I":
            object_ = Span(verb.end, self.tokens[place].end)  # 解放|思想、创新求变
        if object_ is None:
            joined = self.letters[behind : behind + 1] in tuple("CI") or self._joins(behind)
            if joined or not (self.tokens[place].urges or self._carries(place) or self._balances(place)):
                behind = self._past_twins(behind, place)
            elif self.tokens[place].moves_doers and behind < self.last and self.tokens[behind].moves_doers:
                behind += 1  # 引导|支持企业
            bare = self.letters[behind : behind + 1] == "I"  # 依法严惩、…
            object_ = self._span(self.last if bare else behind, self.last)
            if self._holds_object(place):
                object_ = Span(verb.end, self.tokens[place].end if bare else object_.end)
        return Predicate(verb, object_, manner, place)

    def _holds_object(self, place: int) -> bool:
        """Tell whether a phrase of the dictionary is a verb and its object: 解放|思想, but 开拓进取."""
        token = self.tokens[place]
        verb = token.features.verb
        if verb is None or not token.is_idiom:
            return False
        rest = words(token.text.removeprefix(verb.forms[0]), self.lexicon)
        return len(rest) == 1 and rest[0].tag.startswith("n")

    def _carries(self, place: int) -> bool:
        """Tell whether a verb's object is a doing that is called by its verbs: 实施|提振消费行动, 进行|改造提升."""
        verb = self.tokens[place].features.verb
        called = self._closes_on_doings() or self.letters[place + 1 : self.last].strip("VW") == ""
        return verb is not None and verb.carries and called

    def _balances(self, place: int) -> bool:
        """Tell whether a verb holds together what two verbs behind it do: 统筹|扩大内需和深化改革."""
        return self.letters[place] == "V" and "balance" in self.tokens[place].features.roles

    def _closes_on_doings(self) -> bool:
        """Tell whether a clause closes with what may be called by doings: 帮扶机制, 提振消费行动."""
        last = self.tokens[self.last - 1].features
        return "list_noun" in last.roles or (last.noun is not None and last.noun.abstract)

    def _aimed(self, place: int, manner: Manner = "reach") -> Predicate:
        """Give the predicate whose subject is what is aimed at, with whose it is: 各镇|垃圾处理率.

        What adds may have a doing as its object: 城镇新增|就业3万人.
        """
        entry = self.tokens[place].features.verb
        adds = entry is not None and entry.act == "add"
        if adds and place + 1 < self.last and self._may_be_noun(place + 1):
            return self._governing(place, manner)
        if manner == "occur" and place > self.begin and self.letters[place - 1] == "W":
            place -= self.tokens[place - 1].comes_about  # 16个项目|竣工投产
        first = self.begin
        while first > self.first and self.letters[first - 1] == "R":
            first -= 1
        object_ = Span(self.tokens[first].start, self._tidy(place))
        if form := self._bound(place) if self.letters[place] == "Q" else "":
            start = self.tokens[place].start
            return Predicate(Span(start, start + len(form)), object_, manner, place)
        verb = self._written(place)[0]
        if place and tells_how_much(self.tokens[place - 1]) and manner == "occur":  # 全部新能源化
            verb = (
                Span(verb.start, self.tokens[self.last - 1].end) if self.letters[place] not in "VW" else verb
            )
        return Predicate(verb, object_, manner, place)

    def _overcome(self) -> Predicate | None:
        """Read a verb of deeds that the amount behind it holds as its limit: 突破|5项关键技术, but 超过5家."""
        token, form = self.tokens[self.begin], self._bound(self.begin)
        verb = vocabulary(self.lexicon)[form].verb
        counts = token.quantity is not None and token.quantity.counts
        if not counts or verb is None or "act" not in verb.kinds or self.begin + 1 == self.last:
            return None
        end = token.start + len(form)
        return Predicate(
            Span(token.start, end), Span(end, self.tokens[self.last - 1].end), "head", self.begin
        )

    def _none(self) -> Predicate:
        start = self.tokens[self.first].start
        return Predicate(Span(start, start), self._span(self.begin, self.last), "none", -1)

    def _written(self, place: int) -> tuple[Span, int]:
        """Give the verb as the guide writes it, and the place behind it: 落到, 降至, but 提高|到; 投入|使用."""
        token, behind = self.tokens[place], place + 1
        if len(token.text) == 1 and behind < self.last:
            follower = self.tokens[behind]
            if follower.letter == "F" or follower.text in ("在", "向"):
                return Span(token.start, follower.end), behind + 1
        verb = token.features.verb
        if verb is not None and token.is_set_phrase:  # 植树|造林
            return Span(token.start, token.start + len(verb.forms[0])), behind
        table = vocabulary(self.lexicon)
        how = table[token.text[:2]].roles & {"adverb", "dual"}
        if how and table[token.text[2:]].verb:  # 充分|发挥, 综合|整治
            return Span(token.start + 2, token.end), behind
        if first := self._first_of_two(token):
            return Span(token.start, token.start + len(first)), behind
        wholly = token.text.startswith("全")
        if wholly and token.features.verb is None and table[token.text[1:]].verb:  # 全覆盖
            return Span(token.start + 1, token.end), behind
        while behind < self.last and self.letters[behind] in "FZ":
            behind += 1
        return Span(token.start, token.end), behind

    def _first_of_two(self, token: Token) -> str:
        """Give the verb that a word of two begins with: 恢复 of 恢复重建, 打造 of 打造成; "" for one verb."""
        table = vocabulary(self.lexicon)
        for at in range(2, len(token.text)):
            first, second = token.text[:at], token.text[at:]
            if table[first].verb and ((len(second) > 1 and table[second].verb) or second in _COMPLEMENTS):
                return first
        return ""

    def _past_twins(self, at: int, place: int) -> int:
        """Step over verbs that share the object with the one at a place.

        建立健全, 做大做强, 落实和完善, 严密防范、严厉打击, but 完善|防范化解风险机制.
        Where a list goes on behind them, they are its first member: 抓实|签约、落地、投产环节.
        """
        first = at
        while twin := _TWIN.match(self.letters, at, self.last):
            verbs = twin.start("kept")  # 建设好|运营好公园
            token, joined = self.tokens[verbs - 1], verbs > at + 1
            verb = token.features.verb
            if not joined and (
                verb is None
                or len(token.text) == 1
                or self._says_which(place, at)
                or not self._is_twin(place, at)
            ):
                return at  # 统筹|稳增长和防风险
            if token.features.roles & {"fact", "balance"}:  # 选择|具有代表性的项目, 整治|突出问题
                return at
            if self.letters[at] in "CJ":  # 建立和完善|帮扶机制
                if self.letters[at] == "J" and not self._joins(at):
                    return at
                at = twin.end()
                named = self._closes_on_doings() or RELATIVE_OF_DEEDS.match(self.letters, at, self.last)
                return at if named else self._past_twins(at, place)  # 新建和改造|提升|农田
            at = twin.end()
        if self.letters[at : min(at + 1, self.last)] != "I" or at == first:
            return at
        return first + (self.letters[first : first + 2] == "VV")

    def _says_which(self, place: int, at: int) -> bool:
        """Tell whether a verb behind another one begins what its object is for, and shares it not.

        The first shares with none (加大|清理欠款力度), the second says what a thing is like (建设|适应茶旅的民宿), or
        what the rule that the first makes is about (落实|规范执法规定). It only occurs (找准|发力方向), is said to be
        so (构建|布局合理、规范有序的格局), or what closes the clause is named after doings, which the first verb
        governs and the second does not: 完善|防范化解风险机制, 扛牢|保障供水的责任, 实施|支撑产业发展计划, but
        建立|健全供水机制.
        """
        near = at - 1 if self.letters[at - 1] == "V" else place  # 研究出台|支持茶企政策
        one, two = self.tokens[near].features.verb, self.tokens[at].features.verb
        alike = self.tokens[at].text[0] == self.tokens[at - 1].text[0]  # 抓好|抓实整改
        if two is None or alike:
            return False
        closing = self.tokens[self.last - 1].features.roles
        if two.describes or (one is not None and one.alone):
            return True
        named = at + 1 < self.last and self.tokens[at + 1].is_scheme
        if (
            two.work and named and self.letters[at + 2 : min(at + 3, self.last)] in ("", "Q")
        ):  # 开工|整治项目9个
            return True
        if one is not None and one.drafts and "document" in closing:
            return not (two.drafts or two.carries or two.act == "reach")  # but 编制|完成规划
        if two.formal or two.carries:
            return False
        if (two.kinds == ("occur",) and not two.stage) or (one is not None and one.carries):
            return True
        if _VERBS_OF.match(self.letters, at, self.last) or self._is_described(at):  # 完善|共建共治共享的格局
            return True
        content = bool(closing & {"content", "capacity"})
        if RELATIVE_OF_DEEDS.match(self.letters, at, self.last):
            return content or self._is_attribute(place, at)
        return one is not None and one.formal and (content or self._closes_on_doings())

    def _is_attribute(self, place: int, at: int) -> bool:
        """Tell whether a verb with its object says of which kind the noun behind 的 is.

        打造|引领升级的样板, 解决|制约发展的问题, but 研究|解决发展的问题, 巩固|发展团结的局面.
        """
        if self.tokens[at].moves_doers and not self.tokens[place].moves_doers:
            return True
        verb, closing = self.tokens[at].features.verb, self.tokens[self.last - 1].features.roles
        if verb is None or verb.noun or verb.settles or "list_noun" not in closing:
            return False
        return self.reading.ahead("U", at, self.last) < self.reading.ahead("V", at + 1, self.last)

    def _is_described(self, at: int) -> bool:
        """Tell whether a doing is said to be so, first of several such: 布局合理、规范有序的."""
        if self.letters[at + 2 : at + 3] != "I":
            return False
        return self.letters[at + 1] == "A" or "dual" in self.tokens[at + 1].features.roles

    def _is_twin(self, place: int, at: int) -> bool:
        """Tell whether a verb that is a noun as well is none behind another one: 培育|发展X, but 完成|投资2亿元."""
        one, two = self.tokens[place].features.verb, self.tokens[at].features.verb
        if one is None or two is None or not two.noun:
            return True
        kind = not two.work or two.joins  # 优化|审批流程, but 优化升级|平台
        if one.carries or one.act or (one.formal and kind):
            return False
        return two.joins or bool((one.stage and two.stage) or (one.work and two.work))

    def _joins(self, at: int) -> bool:
        """Tell whether a word adds a verb that shares the object: 修订|并|落实条例."""
        return at < self.last and "joins" in self.tokens[at].features.roles

    def _span(self, first: int, last: int) -> Span:
        if first >= last:
            end = self.tokens[self.last - 1].end
            return Span(end, end)
        return self.reading.span(first, last)

    def _tidy(self, place: int) -> int:
        """Give where a subject ends: before the adverbs and modals of its verb, and what an amount is compared with."""
        while place > self.begin and (
            self.letters[place - 1] in "DMTZI" or tells_how_much(self.tokens[place - 1])
        ):
            place -= 1
        if self.letters[place - 2 : place] == "PQ" and place - 2 > self.begin:  # 补助标准|由200元提高到240元
            place -= 1
        if self.letters[place - 1] == "P" and place - 1 > self.begin:  # 生产总值|比2020年翻一番
            place -= 1
        return self.tokens[place - 1].end

    # What a word may be.

    def _bound(self, place: int) -> str:
        """Give the verb that opens an amount (突破, 不低于), "" for none."""
        text = self.tokens[place].text
        table = vocabulary(self.lexicon)
        quantity = self.tokens[place].quantity
        if quantity is not None and quantity.doubling:  # 翻一番
            return text[:1] if text.startswith("翻") else text
        for size in (3, 2, 1):
            form = text[:size]
            known = table[form].verb or (table[form].bound and table[form.removeprefix("不")].verb)
            if known and not form[0].isdigit():
                return form
        return ""

    def _acts(self, place: int) -> bool:
        return "act" in self.tokens[place].kinds

    def _is_open(self, place: int) -> bool:
        return self.letters[place] == "V" and self.letters[place + 1 : place + 2] != "U"

    def _is_amount(self, place: int) -> bool:
        return "reach" in self.tokens[place].kinds

    def _may_be_noun(self, place: int) -> bool:
        """Tell whether a verb is a noun as well, and none of amount (发展, but 增长)."""
        verb = self.tokens[place].features.verb
        return verb is not None and verb.noun and not self._is_amount(place)


def tells_how_much(token: Token) -> bool:
    """Tell whether a word says of how much of the subject the verb holds: 全部, 基本."""
    return not token.features.roles.isdisjoint(("wholly", "nearly"))

"""Tell the clauses that promise something from those that frame, explain or hope."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from reportparse.extractors.commitments.marks import telling
from reportparse.extractors.commitments.opening import Unit, behind_opening, bids, opens_with_deed
from reportparse.extractors.commitments.situation import PEOPLE, turns_to_deeds, weighs
from reportparse.extractors.commitments.strength import is_checkable
from reportparse.grammar.clause import Span
from reportparse.grammar.coordination import coordinated
from reportparse.grammar.governing import Predicate
from reportparse.grammar.predicate import predicate
from reportparse.grammar.reading import Reading, read
from reportparse.lexicon import Lexicon
from reportparse.text import fold


@dataclass(frozen=True)
class Promise:
    """Be a clause that promises: the span of its quote, its tokens `first` to `last`, and its predicate."""

    at: Span
    first: int
    last: int
    predicate: Predicate


def promises(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Promise]:
    """Yield what `text[start:end]`, prose of a passage that looks ahead, promises, clause by clause."""
    reading = read(fold(text), lexicon)
    sentences: list[list[Unit]] = [[]]
    for clause in reading.clauses:
        first, last = clause.first, clause.last
        while first < last and reading.tokens[first].start < start:
            first += 1
        if first == last or reading.tokens[last - 1].end > end:
            continue
        if sentences[-1] and "S" in reading.letters[sentences[-1][-1][1] : first]:
            sentences.append([])
        sentences[-1].append((first, last))
    weighing = False
    for units in filter(None, sentences):
        sentence = _Sentence(reading, units, lexicon)
        weighing = sentence.weighs(weighing)
        yield from sentence.promises()


_LIST_TAIL = regex.compile("[NAWGXYOQICUB]+E[NWA]*")
_COUNTED_ON = regex.compile("Q[NAXGYWOB][NWAGXYOUEHLB]*(?:[IC]Q?[NWAGXYOUEHLB]+)*")
_COUNTED = regex.compile("[NAWGXYOUIC]+Q")
_BARE = regex.compile("[NRGA]+[VW]")
_CLOSED_LIST = regex.compile("[EU][NWA]+$")
_SUCH = regex.compile("E[NWA]+$")
_MODIFIER = regex.compile("(?:[^VP]*[VW]|(?P<quality>[^VP]*VA|(?P<twin>VV))|(?P<like>[^VP]*[AD]))U[NAWGXYO]+")
_NUMBER = regex.compile(r"(?:[①-⑳]|（[一二三四五六七八九十0-9]+）|[0-9]{1,2}[.．、](?![0-9])|[-·●◆ ])+")
_HOPED_WHEN = regex.compile("[DMJ]*VT+")
"""Matches the letters of a verb and nothing but a time."""
_FRAMED_SUBJECT = regex.compile("[NAGXYW]+[MD]*P(?!V)")
_ACTS_ON = regex.compile("V(?![^V]*(?:C[VW][^V]*)?U)")
_IS = regex.compile("(?:正|就|都|也|仍|更|既|乃|才)?是")
_POINTING = ("这", "上述", "以上", "上面")
_STANDS = ("处于", "处在", "正处于", "正处在", "仍处于")


class _Sentence:
    """Be the clauses of one sentence, told apart by the words that open and close them."""

    def __init__(self, reading: Reading, clauses: Sequence[Unit], lexicon: Lexicon) -> None:
        self.reading, self.tokens, self.letters = reading, reading.tokens, reading.letters
        self.lexicon = lexicon
        self.own: dict[int, int] = {}
        """Where the own clause of a unit begins that opens with a phrase of another: 对农户，|继续给予支持."""
        self._predicates: dict[Unit, Predicate] = {}
        self.first = clauses[0][0]
        self.units = self._joined(clauses)
        self.weighed = 0
        """How many of the units only weigh how things stand."""

    def _predicate(self, unit: Unit) -> Predicate:
        """Read the predicate of a clause, once for all who ask."""
        if unit not in self._predicates:
            self._predicates[unit] = predicate(self.reading, *unit, self.lexicon)
        return self._predicates[unit]

    def weighs(self, before: bool) -> bool:
        """Tell whether the sentence weighs to its end how things stand, as the one before it did or of its own."""
        if not self.units:
            return before
        if not before or bids(self.reading, self.units[0]):
            before = weighs(self.reading, self.first, self.units, self._is_fact)
        own = [(self.own.get(first, first), last) for first, last in self.units]
        turn = next((at for at, unit in enumerate(own) if turns_to_deeds(self.reading, unit)), len(own))
        self.weighed = turn if before else 0
        return before and turn == len(own)

    def promises(self) -> Iterator[Promise]:
        told = max(self._last_told(), self.weighed - 1)
        for index, unit in enumerate(self.units):
            if index <= told or self._promises_nothing(unit, index + 1 == len(self.units)):
                continue
            for first, last in coordinated(self.reading, *unit, self.lexicon):
                first = self._behind_number(first, last)
                found = self._predicate((self.own.get(first, first), last))
                if not self._is_no_promise((first, last), found):
                    yield Promise(self.reading.span(first, last), first, last, found)
                elif self._serves_all((first, last)):
                    break  # 为山区振兴积蓄动能、增强后劲

    # What commas part but the grammar joins.

    def _joined(self, clauses: Sequence[Unit]) -> list[Unit]:
        """Join phrases of place and subjects to the next clause, tails of lists and modifiers to the one before."""
        units: list[Unit] = []
        pending: Unit | None = None
        for unit in clauses:
            if pending:
                opener = pending[0] + (self.letters[pending[0]] == "J")
                comma = self.tokens[pending[1]].text == "，"
                aims = comma and opener < pending[1] and self.tokens[opener].is_toward
                if aims and self._opens_next(unit):
                    pending = (pending[0], unit[1])
                    continue
                if aims:
                    self.own[pending[0]] = unit[0]
                told = self._is_willed(unit) and not self._has_subject(unit)
                told = told and self.letters[opener : opener + 1] != "P"  # 为实现目标，|要抓好五项工作
                if aims or told or self._is_place(pending):
                    unit = (pending[0], unit[1])
                else:
                    units.append(pending)
                pending = None
            if self._behind_opening(unit) == unit[1] and not self._has_letter(unit, "V"):
                continue
            if units and self._goes_on(units[-1], unit):
                bare = _BARE.fullmatch(self.letters, *units[-1]) is not None
                units[-1] = (units[-1][0], unit[1])
                if (
                    bare and len(units) > 1 and self._opens_with_deed(units[-2])
                ):  # 完善党委领导，政府负责，群众参与的体系
                    units[-2:] = [(units[-2][0], unit[1])]
            elif self._opens_next(unit):
                pending = unit
            else:
                units.append(unit)
        return [*units, pending] if pending else units

    def _has_subject(self, unit: Unit) -> bool:
        """Tell whether a clause names who acts: 民生无小事，|我们将办好实事, but 各级干部|都要下沉一线."""
        opener = self.tokens[unit[0] + (self.letters[unit[0]] == "J")]
        return opener.letter == "R" or opener.text.startswith(PEOPLE)

    def _is_place(self, unit: Unit) -> bool:
        at = unit[0] + (self.letters[unit[0]] == "J")
        return at < unit[1] and self.tokens[at].text == "在" and self._closes(unit, "localizer")

    def _opens_next(self, unit: Unit) -> bool:
        """Tell whether a clause is only a phrase of place, or a subject, of the clause behind it."""
        if self._is_place(unit):
            return True
        if self._is_fact(unit):
            return False
        found = self._predicate(unit)
        opens = found.manner != "phrase" and self.tokens[found.place].text == "作为"  # but 把治水作为头等大事
        return found.manner == "none" or opens

    def _goes_on(self, before: Unit, unit: Unit) -> bool:
        """Tell whether a clause goes on with the list, the modifier or the 既…又… of the one before."""
        if self.tokens[unit[0]].text in ("又", "也"):
            hoped = self._has_role((unit[0], unit[0] + 2), "purpose")  # 也让游客流连忘返
            both = any(self.tokens[at].text == "既" for at in range(*before))
            return both and not hoped and self._has_letter(unit, "U")
        found = _MODIFIER.fullmatch(self.letters, *unit)
        if found and not (
            found["twin"] and self._opens_with_deed(unit)
        ):  # 分工明确的体系, but 营造浓厚的氛围
            ends = "AD" if found["quality"] else "ADV" if found["like"] else "NXWVAD"
            return self.letters[before[1] - 1] in ends
        happens = "occur" in self.tokens[unit[1] - 1].kinds  # 16个项目竣工, 突破6项工艺
        happens = happens or self._predicate(unit).manner == "head"
        if not happens and _COUNTED_ON.fullmatch(self.letters, *unit):  # 建设冰场24个|，26个健身中心
            return self._has_letter(before, "Q") and self.letters[before[1] - 1] in "NXWQB"
        if self._counts_on(before, unit):
            return True
        return _LIST_TAIL.fullmatch(self.letters, *unit) is not None and not self._has_letter(before, "E")

    def _counts_on(self, before: Unit, unit: Unit) -> bool:
        """Tell whether a clause without a verb counts what the verb before it does too: 新增茶企9家，|民宿20家."""
        first, second = (self.tokens[one[1] - 1].quantity for one in (before, unit))
        if not (first and second and first.counts and first.unit == second.unit):
            return False
        if _COUNTED.fullmatch(self.letters, *unit) is None or self.tokens[unit[1] - 2].is_measure:
            return False
        return self._predicate(before).manner == "head"

    # What is told, not promised.

    def _last_told(self) -> int:
        """Give the index of the last clause that is told as a fact, with all before it; -1 for none."""
        told, past = -1, False
        for index, unit in enumerate(self.units):
            willed = self._is_willed(unit)
            if self._is_appeal(unit):
                return len(self.units)
            if not willed and self._is_past(unit):
                told, past = index, True
            elif self._is_comment(unit) or self._tells_on(unit, index, told, past):
                told = index
        return told

    def _is_appeal(self, unit: Unit) -> bool:
        """Tell whether a clause calls on all, as does what follows it: 让我们更加紧密地团结起来."""
        called = self.reading.words(unit[0] + 1, min(unit[0] + 2, unit[1]))
        owned = "U" in self.letters[unit[0] + 2 : unit[0] + 4]  # 让我们的城市更美, 让我们生活的家园更美
        return "purpose" in self.tokens[unit[0]].features.roles and called == "我们" and not owned

    def _tells_on(self, unit: Unit, index: int, told: int, past: bool) -> bool:
        """Tell whether a clause goes on with what was told before it."""
        return (told >= 0 and self._closes_comment(unit)) or (
            past and told == index - 1 and not self._is_willed(unit)
        )

    def _is_past(self, unit: Unit) -> bool:
        if not self._has_role(unit, "past") or telling(self.tokens[slice(*unit)]) == "frame":
            return False  # 在去年工作的基础上
        if self.tokens[unit[0]].features.hedge:  # 确保定了干
            return False
        place = self._predicate(unit).place
        for at in range(*unit):
            token = self.tokens[at]
            timed = token.letter in "TL" and "past" in token.features.roles
            compared = timed and -1 < place < at  # 高于上年
            then = self.reading.words(at + 1, min(at + 2, unit[1])) in ("就", "才")  # 选准了|就抓紧干
            able = self.tokens[max(at - 1, unit[0])].text in ("得", "不")  # 看得了病
            done = token.text == "了" and self.letters[at + 1 : at + 2] != "U" and not then and not able
            if (timed and not compared) or done:
                return True
        while place > unit[0] and self.letters[place - 1] == "D":
            place -= 1
            if "past" in self.tokens[place].features.roles:
                return True
        return False

    def _is_comment(self, unit: Unit) -> bool:
        """Tell whether a clause speaks of the ones before it: 这是…, 离不开…."""
        if self.tokens[unit[0]].text in ("对", "给") and "提出" in self.reading.words(*unit):
            return True
        for token in self.tokens[slice(*unit)]:
            if "comment" in token.features.roles:
                return True
            if token.letter not in "RJDZ":
                return False
        return False

    def _closes_comment(self, unit: Unit) -> bool:
        return self._closes(unit, "comment_end") and self._has_letter(unit, "U")

    def _is_willed(self, unit: Unit) -> bool:
        for token in self.tokens[slice(*unit)]:
            if "will" in token.features.roles:
                return True
            if token.letter not in "RJTZB":
                return False
        return False

    def _is_fact(self, unit: Unit) -> bool:
        """Tell whether a clause says what is: 民生是大事, 全县有12个镇, 正处于关键时期."""
        done = self._opens_with_deed(unit)
        if (
            self._is_done_above(unit)
            or self._bears(unit)
            or self._is_described(unit)
            or (not done and (self._lasts(unit) or self._still_is(unit)))
        ):
            return True
        for at in range(*unit):
            token = self.tokens[at]
            if token.letter in "IY":
                if self._is_equated((at, unit[1])):
                    return True
                break
            if _IS.fullmatch(token.text) or (token.text in _STANDS and not done):
                return True
            if token.text == "有" and self.letters[at + 1 : at + 2] in "QO" and not done:
                return True
            if token.text == "没有" and at > unit[0] and self.letters.find("U", at, unit[1] - 1) < 0:
                return True
        *_, before, last = (self.tokens[unit[0]], *self.tokens[slice(*unit)])
        ends = "fact" in last.features.roles and "list_noun" not in last.features.roles  # 理顺两者关系
        ends = ends and not (done and last.letter in "VW")  # 防止矛盾加剧
        return ends or before.text == "没有"

    def _is_done_above(self, unit: Unit) -> bool:
        """Tell whether those above the government do it: 省委赋予砚川新的使命, but 市委、市政府将推进治水."""
        above, found = "above" in self.tokens[unit[0]].features.roles, self._predicate(unit)
        return (
            above and found.manner == "subject" and not set("MR") & set(self.letters[unit[0] : found.place])
        )

    def _opens_with_deed(self, unit: Unit) -> bool:
        """Tell whether a clause opens with a verb that is no noun: 确保每村有一名村医, but 改革任务艰巨."""
        return opens_with_deed(self.reading, unit)

    def _lasts(self, unit: Unit) -> bool:
        """Tell whether a clause says what still is, or is going on: 农贷投放仍然偏少, but 产值保持正增长."""
        return any(
            self.letters[at] in "DA"
            and not {"reach", "urge"} & set(self.tokens[at - 1].kinds)
            and "fact" in self.tokens[at].features.roles
            and self.letters.find("U", at, unit[1]) < 0
            for at in range(unit[0], unit[1] - 1)
        )

    def _still_is(self, unit: Unit) -> bool:
        """Tell whether a clause says what its subject is in as well: 投放还|面临不少困难, but 补齐还|存在的短板."""
        return any(
            self.letters[at - 1 : at + 1] == "JV"
            and "fact" in self.tokens[at].features.roles
            and self.letters.find("U", at, unit[1]) < 0
            for at in range(unit[0] + 1, unit[1])
        )

    def _bears(self, unit: Unit) -> bool:
        """Tell whether a clause says what its subject bears, not how it acts: 肩负着重任, but 带着问题学."""
        if any(
            token.text.endswith("着") and "remark" in token.features.roles
            for token in self.tokens[slice(*unit)]
        ):
            return True
        behind = self._predicate(unit).place + 1
        bears = 0 < behind < unit[1] and self.tokens[behind].text == "着"
        return bears and not _ACTS_ON.search(self.letters, behind, unit[1])

    def _is_described(self, unit: Unit) -> bool:
        """Tell whether a clause closes with what its subject is like, and nothing makes it so.

        任务繁重而艰巨, 乡亲加快发展的劲头更足, but 塑造老港新的辉煌.
        """
        last = self.tokens[unit[1] - 1]
        if last.tag != "a" or self.letters[unit[1] - 1] != "A" or self._has_letter(unit, "P"):
            return False
        within = unit[0] if self._opens_with_deed(unit) else self.letters.rfind("U", *unit) + 1 or unit[0]
        verbs = [self.tokens[at].features.verb for at in range(within, unit[1]) if self.letters[at] == "V"]
        return all(verb and verb.noun for verb in verbs)

    def _is_equated(self, unit: Unit) -> bool:
        """Tell whether a clause closes with what something is: 打造“两中心”是引领."""
        for at in range(unit[1] - 1, unit[0], -1):
            if _IS.fullmatch(self.tokens[at].text):
                return at + 1 < unit[1]
            if self.letters[at] not in "NWAGXOQHUTV":
                return False
        return False

    def _promises_nothing(self, unit: Unit, is_last: bool) -> bool:
        """Tell whether a clause says only on what ground, when or how, or leads in to the next."""
        unit = self.own.get(unit[0], unit[0]), unit[1]
        if self._has_role((unit[0], unit[0] + 1), "office"):
            return True
        if not is_last and _HOPED_WHEN.fullmatch(self.letters, *unit):
            return True  # 力争年末，|产值达到9亿元
        at = self._behind_opening(unit)
        if any(
            self.letters[before] == "J" and self._has_role((before, before + 1), "occasion")
            for before in range(unit[0], at)
        ):
            return True  # 只要我们坚定信心
        framed = _FRAMED_SUBJECT.match(self.letters, at, unit[1])
        if (
            framed and {"frame", "means"} & self.tokens[framed.end() - 1].features.roles
        ):  # 食品产业围绕品牌提升
            at = framed.end() - 1
        told = telling(self.tokens[at : unit[1]])
        if told == "frame" or (not is_last and self._serves(at, unit)):
            return True
        if told == "way" or (told == "lead-in" and not is_last and not self._is_willed(unit)):
            own = self._has_own_verb(at, unit[1])
            if own and told == "way" and self.letters[at] == "V":  # 立足“千里茶谷”|发展茶旅
                self.own[unit[0]] = at + 1
            return not own
        return not is_last and (self._is_topic(unit) or self._leads_up(unit))

    def _serves(self, opener: int, unit: Unit) -> bool:
        """Tell whether a clause opens with 为 and what is to be done: 为加快建设新城，…, but 为新城打牢基础."""
        if self.tokens[opener : opener + 1] == () or self.tokens[opener].text != "为":
            return False
        place = self._predicate(unit).place
        return (
            self.letters[opener] == "P"
            and place > opener
            and set(self.letters[opener + 1 : place]) <= set("DV")
        )

    def _serves_all(self, unit: Unit) -> bool:
        """Tell whether a clause opens with 为 and tells what for, as does all that goes on from it."""
        at = self._behind_opening(unit)
        return telling(self.tokens[at : unit[1]]) == "purpose" and self.letters[at] == "P"

    def _has_own_verb(self, opener: int, last: int) -> bool:
        """Tell whether a verb with an object of its own stands behind what is opened: 依托老港区建设物流园."""
        if self._closes((opener, last), "localizer"):
            return False
        begin = opener + (self.letters[opener] != "P")
        if begin >= last:
            return False
        found = self._predicate((begin, last))
        if found.place <= opener + 1:
            return False
        if found.place + 1 >= last:  # 用先进理论凝心铸魂, 按照省定要求全面完成
            done = (
                self.letters[found.place - 1] == "D"
                and "completion" in self.tokens[found.place].features.roles
            )
            return done or self.tokens[found.place].only_occurs
        if self.letters[found.place - 1] in "UICV" or self.letters[found.place + 1] in "UIC":
            return False
        if self.tokens[found.place].only_occurs or self._has_only_doing(found.place, last):
            return False
        if self._is_led_to(opener, found.place, last):
            return True
        if found.place + 2 == last and self._closes((opener, last), "frame_end"):  # 围绕“四好”创建|要求
            return False
        verb = self.tokens[found.place].features.verb
        named = self._closes((opener, last), "list_noun") and found.place + 2 == last
        if named and not (verb and verb.formal):  # 按照项目推进|体系, but 围绕水网构建|体系
            return False
        if self._closes((opener, last), "bearing") and self._has_letter((opener, last), "U"):
            return False  # 以攻坚克难的担当
        built = self.tokens[last - 1].is_head and self.tokens[found.place].tells_stage  # 依托老院建设诊疗中心
        built = built and not _CLOSED_LIST.search(self.letters, found.place, last)
        if (self._closes((opener, last), "frame_end") and not built) or self._closes(
            (opener, last), "list_noun"
        ):
            return self._acts(found.place) and not _CLOSED_LIST.search(self.letters, found.place, last)
        noun = self.letters[found.place] == "W"
        if "frame_end" in self.tokens[found.place - 1].features.roles:  # 按照省级标准|建设泵站
            return True
        return not noun or "frame" not in self.tokens[opener].features.roles

    def _is_led_to(self, opener: int, place: int, last: int) -> bool:
        """Tell whether an adverb opens a predicate behind the means that are named: 通过多种渠道逐步|解决用水问题."""
        means = "means" in self.tokens[opener].features.roles and not _SUCH.search(self.letters, place, last)
        return means and self.letters[place - 1] == "D" and self.letters[place - 2] in "NL"

    def _has_only_doing(self, place: int, last: int) -> bool:
        """Tell whether all that follows is a doing that a verb says the way of: 服务业联动|发展, but 加强监管."""
        return self.letters[place + 1 : last] == "W" and "dual" in self.tokens[place].features.roles

    def _acts(self, place: int) -> bool:
        """Tell whether a verb acts on something and is no noun, so that no name holds it: 依托高校打造平台."""
        verb = self.tokens[place].features.verb
        return self.letters[place] == "V" and verb is not None and "act" in verb.kinds and not verb.noun

    def _is_topic(self, unit: Unit) -> bool:
        """Tell whether a clause names what the next is about: 做好这项工作."""
        near = range(max(unit[0], unit[1] - 4), unit[1] - 1)
        return self._closes(unit, "topic") and any(
            self.tokens[at].text.startswith(_POINTING) for at in near if self.letters[at] in "RLAN"
        )

    def _leads_up(self, unit: Unit) -> bool:
        """Tell whether a clause names the whole task of which the next says what must be, or how it is.

        做好政府工作，必须实干; 实现今年目标，任务艰巨.
        """
        if unit[0] != self.units[0][0] or self._is_willed(unit) or not self._closes(unit, "topic"):
            return False
        must = self.letters[unit[1] + 1] == "M" or self._has_role((unit[1] + 1, unit[1] + 2), "occasion")
        return must or self._is_fact(self.units[1])

    def _is_no_promise(self, unit: Unit, found: Predicate) -> bool:
        at = self._behind_opening(unit)
        told = telling(self.tokens[at : unit[1]])
        denied = self._has_role((unit[0], at), "negation")
        if (
            self._leads_in(unit, found)
            or told == "remark"
            or (told == "purpose" and not denied)
            or self._has_role(unit, "expectation")
        ):
            return True
        if not self._is_willed(unit) and (self._is_fact(unit) or self._is_factual(found)):
            return True
        return found.manner == "none" and not is_checkable(self.reading, *unit)

    def _leads_in(self, unit: Unit, found: Predicate) -> bool:
        """Tell whether words only lead in to what stands behind a colon: 2031年政府工作总体思路：, 主要目标为：."""
        behind = self.tokens[unit[1] : unit[1] + 1]
        bare = found.manner == "none" or (
            found.place + 1 == unit[1] and self.tokens[found.place].text == "为"
        )
        return bare and bool(behind) and behind[0].text == "："

    def _is_factual(self, found: Predicate) -> bool:
        """Tell whether the predicate says what is, or how it is going on: 孕育着机遇, 变革正|催生新产业."""
        near = range(max(found.place - 1, 0), found.place + 1)
        return any("fact" in self.tokens[at].features.roles for at in near)

    # Words and places.

    def _behind_opening(self, unit: Unit) -> int:
        """Give the place behind connectives, subjects, times and adverbs."""
        return behind_opening(self.reading, unit)

    def _behind_number(self, first: int, last: int) -> int:
        """Step over the number of an item of a list: ③, （2）."""
        number = _NUMBER.match(self.reading.text, self.tokens[first].start, self.tokens[last - 1].end)
        while number and first + 1 < last and self.tokens[first].start < number.end():
            first += 1
        return first

    def _closes(self, unit: Unit, role: str) -> bool:
        return role in self.tokens[unit[1] - 1].features.roles

    def _has_role(self, unit: Unit, role: str) -> bool:
        return any(role in token.features.roles for token in self.tokens[slice(*unit)])

    def _has_letter(self, unit: Unit, letter: str) -> bool:
        return self.letters.find(letter, *unit) >= 0

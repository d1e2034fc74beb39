"""Find the verb of a clause: at its head, behind a phrase, or behind a subject."""

from collections.abc import Sequence

import regex

from reportparse.grammar.clause import Span
from reportparse.grammar.governing import (
    RELATIVE_OF_DEEDS,
    Governing,
    Manner,
    Predicate,
    is_led,
    tells_how_much,
)
from reportparse.grammar.reading import Reading
from reportparse.lexicon import Lexicon


def predicate(reading: Reading, first: int, last: int, lexicon: Lexicon) -> Predicate:
    """Read the predicate of the clause that the tokens `first` to `last` (half-open, not empty) make."""
    return _Reader(reading, first, last, lexicon).read()


_OWN_BEHIND_SUBJECT = regex.compile(
    "(?<!I|IM*V)M[DMZ]*(V)(?!V*(?:I?[DM]*[VW]+)*U)"
)  # 可复制、可推广的 is no predicate
_SUBJECT_OF_PHRASE = regex.compile("[NAGXYRWK]+M[DM]*(?=P)")
_TOLD = regex.compile("(?:V+U[NWAGXC]+M|VU[NWAGXC]+D)[DMZ]*(V)")
_HEADLESS = regex.compile("V[^V]*UM[DMZ]*(V)")
_LISTED = regex.compile("I[^E]*E[NWAGXL]*D*V")
_RISEN = regex.compile("(?<=ND+)(V)$")
_COUNTED = regex.compile("(?<=[NGXY])D?(W+)Q$")
_TURNED = regex.compile("(?<=[VWN]D+)(V)F")
_TURNED_TO = regex.compile("P[NAGXYWRICE]+D*(V)(?:$|(?=I))")
_REACHING = regex.compile("(?<=[VW])(V)F")
_NOUN_VERB = regex.compile(
    "(?<=[NGXYL])(W)(?:[NGXYAQ]|[LO](?=[NGXYAQO]))(?:[NGXYAQWHOL]|[ICU](?=[NGXYAQWHO])|E)*$"
)
_HEADLESS_DEEDS = regex.compile("[NAGXYWDMVTQ]*[VW]U[DMZ]*([VW])(?=[NAXYWQ])")
_SUBJECT_NOUN_VERB = regex.compile(
    "[RG]+[DM]*(W)(?:[NGXYAQRH]|[LOD](?=[NGXYAQOW]))(?:[NGXYAQWHOLRVD]|[ICU](?=[NGXYAQWHDR])|E)*$"
)
_CHANGED = regex.compile("V[NAXGYIC]+D+V")
"""Matches the letters of a verb, nouns, and a verb behind an adverb that nothing follows."""
_GOES = regex.compile("(?<=[NGXYL])([VW])$")
_ONLY_RELATIVE = regex.compile("V[^VUI]*U[NWAGXYO]+$")
_RELATIVE = regex.compile("V[NWAGXYHOR]+U(?=[^V]*[V])")
_WHITHER = ("向", "朝", "朝着", "往")
"""Prepositions of where something goes."""
_TWINS = regex.compile("(?<=[NWGXY]D*)VVF")
_LAST_EVENT = regex.compile("(?<=[NGXYAQO])(W+)$")


class _Reader(Governing):
    """Look for the verb of one clause in the letters of its tokens."""

    def read(self) -> Predicate:
        if self.begin >= self.last:
            return self._none()
        letter = self.letters[self.begin]
        if letter == "V":
            return self._at_head()
        if letter == "P":
            return self._behind_phrase()
        if letter == "Q" and (overcome := self._overcome()) is not None:
            return overcome
        return self._behind_subject()

    # The three places.

    def _at_head(self) -> Predicate:
        """Read a clause that opens with a verb, its own or one inside its subject: 在建里程达500公里."""
        if told := _TOLD.match(self.letters, self.begin, self.last):  # 必须调整的价格也要从严控制
            return self._governing(told.start(1), "subject")
        if headless := _HEADLESS.match(self.letters, self.begin, self.last):  # 推进前期的要完成报批
            return self._governing(headless.start(1), "subject")
        if self.tokens[self.begin].urges:
            return self._governing(self.begin, "head")
        if (amount := self._amount(self.begin + 1)) is not None and self._measures(amount):
            return self._aimed(amount)
        willed = _OWN_BEHIND_SUBJECT.search(self.letters, self._behind_daring(), self.last)
        if willed and self.letters[self.begin - 1] != "M":
            return self._governing(willed.start(1), "subject")
        opener = self.tokens[self.begin].features.verb
        if opener is not None and opener.act == "add" and (turning := self._turned_to()) is not None:
            return turning
        reaches = opener is not None and opener.act == "reach"  # 实现|制度基本覆盖
        for at in () if reaches else range(self.begin + 2, self.last):  # 排污企业全部达标
            if self.letters[at] == "V" and tells_how_much(self.tokens[at - 1]) and self._is_event(at):
                return self._aimed(at, "occur")
        last = self.last - 1
        happens = self.tokens[last].only_occurs and self.letters[last - 1 : last + 1] in ("NV", "XV")
        if happens and self._may_be_noun(self.begin):
            return self._aimed(last, "occur")  # 检测样品|应检尽检
        changed = self._may_be_noun(self.begin) and not self._may_be_noun(last)
        if changed and _CHANGED.fullmatch(self.letters, self.begin, self.last):
            return self._aimed(last, "occur")  # 消费潜力充分释放, but 服务农户稳定增收
        manner: Manner = "reach" if self._is_amount(self.begin) and not self._acts(self.begin) else "head"
        return self._governing(self.begin, manner)

    def _behind_daring(self) -> int:
        """Give the place behind what a modal right behind the verb says of its object: 形成|敢创新、能成事的|氛围."""
        behind = self.begin + 1
        closing = self.reading.ahead("U", behind, self.last)
        return closing if self.letters[behind : behind + 1] == "M" and closing < self.last else behind

    def _behind_phrase(self) -> Predicate:
        """Read a clause that opens with a preposition: 把…办好, 以…带动…, 在…中培育…, 依托…建设…."""
        word, begin = self.tokens[self.begin].text, self.begin + 1
        opened, aims = word in ("在", "从"), self.tokens[self.begin].is_toward
        for at in range(begin, self.last - 1):
            opened = opened or (aims and self.tokens[at].text in ("在", "从"))  # 对新村从建成之日起|减免租金
            placed = self.letters[at] == "L" or "scene" in self.tokens[at].features.roles
            if (opened and placed) or (word == "以" and self.tokens[at].text == "为"):
                framed = word == "以" and "frame_end" in self.tokens[at + 1].features.roles
                begin = at + 1 + framed  # 以需求为牵引|优化专业, but 在发展中|保障民生
        listed = _LISTED.search(self.letters, begin, self.last)
        opened_list = begin if listed is None else listed.start()
        if listed and not any(
            token.urges for token in self.tokens[begin:opened_list]
        ):  # 通过甲、乙等方式供应
            begin = listed.end() - 1
        if word == "对" and RELATIVE_OF_DEEDS.match(self.letters, begin, self.last):
            return self._none()  # 对承担攻关任务的人员
        if self.tokens[self.begin].disposes:
            result = self._result(begin - (listed is not None))
            return self._none() if result is None else self._governing(result, "phrase", self._before(result))
        place: int | None
        headless = _HEADLESS_DEEDS.match(self.letters, begin, self.last) if aims else None
        goes = _GOES.search(self.letters, begin, self.last) if word in _WHITHER else None
        willed = _OWN_BEHIND_SUBJECT.search(self.letters, begin, self.last)
        if willed:
            place = willed.start(1)
        elif headless and not self._may_be_noun(headless.start(1)):
            place = headless.start(1)  # 对需要整改的|给予过渡期
        elif goes and self.tokens[goes.start(1)].features.verb:
            place = goes.start(1)  # 向税制简化方向|迈进
        elif word == "为":  # 为山区振兴|打牢基础
            place = self._given(begin)
        else:
            place = self._verb(begin, inside=begin == self.begin + 1)
            if place is not None and word == "对" and _ONLY_RELATIVE.match(self.letters, place, self.last):
                return self._none()  # 对参加医保满四年的人员
        if place is None and (noun := _NOUN_VERB.search(self.letters, begin, self.last)):
            place = noun.start(1)
        return self._none() if place is None else self._governing(place, "phrase")

    def _given(self, begin: int) -> int | None:
        """Give the verb of what is done for somebody: the last, or that of a first member with its object.

        为残疾人、老人发放补贴; 为群众办实事、为企业解难题.
        """
        mark = self.letters.find("I", begin, self.last)
        found = [at for at in range(begin + 1, self.last) if self._is_open(at)]
        own = [at for at in found if at + 1 < mark]
        place = next(reversed(own or found), None)
        while place is not None and place + 1 == self.last and place - 1 in found:  # 为企业减负松绑
            place -= 1
        if place is not None and place + 1 == self.last and self.letters[place - 1] == "D":
            place = place - 2 if place - 2 in found else place  # 为老人|提供免费体检
        return place

    def _before(self, place: int) -> Span:
        return Span(self.tokens[self.begin + 1].start, self._tidy(place))

    def _result(self, begin: int) -> int | None:
        """Give the verb that 把 leads up to: the first with a complement (纳入, 打造成, 放|在, 作为).

        Else the last of the first member that has one behind its object (把实事办实、好事办好), else the last.
        """
        found = [at for at in range(begin + 1, self.last) if self._is_open(at)]
        closing = self.last - 2
        joined = closing in found and self.tokens[closing + 1].text == "起来"  # 把促消费与引进客源结合|起来
        leads = [at for at in found if is_led(self.reading, at)]
        if len(leads) > 1 and set(self.letters[begin : leads[0]]) <= set(
            "D"
        ):  # 把切实做到“三严”|体现在行动上
            del leads[0]
        led = closing if joined else next(iter(leads), None)
        if led is not None:
            twins = _TWINS.match(self.letters, led - 1) and self._acts(led - 1)
            return led - 1 if twins else led  # 把要求|贯彻落实到
        mark = self.letters.find("I", begin, self.last)
        own = [at for at in found if at < mark and self.letters[at - 1] in "NWAGXY"]
        return next((at for at in reversed(own or found) if self._begins_deed(at)), None)

    def _begins_deed(self, place: int) -> bool:
        """Tell whether no verb stands before a verb, unless as a noun that ends the object: 把治党要求|贯穿始终."""
        return self.letters[place - 1] != "V" or self._may_be_noun(place - 1)

    def _behind_subject(self) -> Predicate:
        """Read a clause whose subject stands first: 进出口总额增长15%以上, 新桥建成通车."""
        if willed := _OWN_BEHIND_SUBJECT.search(self.letters, self.begin, self.last):
            own = willed.start(1)  # 新增财力|要优先保障
            return self._governing(own, "subject", self._subject(own) if self._is_all(own) else None)
        if phrased := _SUBJECT_OF_PHRASE.match(
            self.letters, self.begin, self.last
        ):  # 水务部门要|把防汛放在首位
            self.begin = phrased.end()
            return self._behind_phrase()
        if (amount := self._amount(self.begin)) is not None:
            return self._aimed(amount)
        if (event := self._closing_event()) is not None and self.letters[event] not in "VW":
            brought = next((at for at in range(self.begin, event) if self._brings_about(at)), None)
            return self._aimed(event, "occur") if brought is None else self._governing(brought, "subject")
        if self._is_share():
            return self._none()
        states = [
            at
            for at in range(self.begin, self.last)
            if self._is_open(at) and self.tokens[at].kinds == ("reach",) and self._past_measure(at) == at
        ]
        if states:  # 居民增收|高于全省平均水平, but 产值|保持正增长
            held = self._holder(states[-1])
            return self._governing(held, "subject", self._subject(held) if held == states[-1] else None)
        if (risen := _RISEN.search(self.letters, self.begin, self.last)) and self._is_amount(risen.start(1)):
            return self._aimed(risen.start(1))  # 资源利用效率大幅提高
        if turned := _TURNED.search(self.letters, self.begin, self.last):  # 所得税缴纳一律延缓到明年
            return self._governing(turned.start(1), "subject")
        if (turning := self._turned_to()) is not None:
            return turning
        reaching = _REACHING.search(self.letters, self.begin, self.last)
        if reaching and self.tokens[reaching.end() - 1].text == "到":  # 农机添置补助覆盖到全县
            return self._governing(reaching.start(1), "subject")
        if (place := self._verb(self.begin)) is not None:
            if (listed := _LISTED.match(self.letters, self._mark_before(place), self.last)) and self._is_open(
                listed.end() - 1
            ):  # 北环、东环扩建等项目正式投入使用
                place = listed.end() - 1
            place = self._past_measure(place)
            while self._may_be_noun(place) and self.letters[place - 1] == "W":  # 劳动力转移就业
                place -= 1
            if self._is_event(place):
                return self._aimed(place, "occur")
            return self._governing(place, "subject", self._subject(place) if self._is_all(place) else None)
        if told := _SUBJECT_NOUN_VERB.match(self.letters, self.begin, self.last):  # 云河县|发展旅游业
            return self._governing(told.start(1), "subject")
        if (place := self._closing_event()) is not None:
            return self._aimed(place, "occur")
        if self.letters[self.begin : self.last] == "NQ" and self._first_of_two(self.tokens[self.begin]):
            verb = self._written(self.begin)[0]  # 全年计划|投资15亿元
            return Predicate(verb, Span(verb.end, self.tokens[self.last - 1].end), "head", self.begin)
        counted = _COUNTED.search(self.letters, self.begin, self.last)
        if counted and not self.tokens[counted.start(1)].is_measure:  # 劳动力转移就业20万人
            return self._governing(counted.start(1), "subject")
        return self._none()

    def _is_all(self, place: int) -> bool:
        """Tell whether a verb says what becomes of its subject: with nothing behind it, or a state that is reached.

        续建项目|加快推进, 物价|保持在合理区间, 水质|达到国家标准, 茶企|发展到90家, but 茶企|开拓销路.
        """
        behind, verb = self._written(place)[1], self.tokens[place].features.verb
        twins = behind + 1 == self.last and self._shares_subject(place, behind)
        if behind == self.last or twins:
            return True
        if self.letters[behind - 1 : behind + 1] == "FQ" and self._counts(behind):
            return True
        if verb is None or verb.act != "reach":
            return False
        if verb.noun:  # 能耗|控制在目标以内, but 部门|控制支出
            return self.tokens[behind].text == "在"
        before = self._back_over("DMTZ", place)
        return self.letters[behind] in "PF" or self.tokens[before].is_measure

    def _shares_subject(self, place: int, other: int) -> bool:
        """Tell whether a second verb tells of the subject too, and is no object.

        项目加快|建设, 泵站提升|改造, 外贸促稳|提质, but 我们抓|落实, 各地加强|联系.
        """
        one, two = self.tokens[place].features.verb, self.tokens[other].features.verb
        if one is None or two is None or self.letters[other] not in "VW":
            return False
        if self.tokens[place].urges or (one.work and two.work):
            return self.letters[other] == "V" or bool(two.stage)
        plain = not (one.act or one.carries or one.alone) and len(self.tokens[place].text) > 1
        return plain and not two.noun and self.letters[other] == "V"

    def _subject(self, place: int) -> Span | None:
        """Give the nouns before a verb as what is aimed at; what it is to be like is none of it: 收入|与产值同步.

        None where other words stand among them (各级政府真抓实干).
        """
        ends = self._tidy(place)
        if ends <= self.tokens[self.begin].start:
            return None
        told = self.tokens[self.begin : self.reading.at(ends - 1) + 1]
        nominal = (t.letter in "NAGXYWOQHICUEBRL" or "dual" in t.features.roles or t.does_work for t in told)
        if not all(nominal) or any(token.tag == "i" or "will" in token.features.roles for token in told):
            return None
        for at in range(self.begin + 1, place):
            if self.tokens[place].kinds == ("reach",) and self.tokens[at].text in ("与", "同"):
                ends = self.tokens[at - 1].end
                break
        return Span(self.tokens[self.begin].start, ends)

    def _turned_to(self) -> Predicate | None:
        """Read the verb that closes a clause behind whom it turns to: 新增财力继续|向基层倾斜."""
        turned = _TURNED_TO.search(self.letters, self.begin + 1, self.last)
        if not turned or self.tokens[turned.start()].text != "向":
            return None
        object_ = Span(self.tokens[self.begin].start, self._tidy(turned.start()))
        return self._governing(turned.start(1), "subject", object_)

    def _mark_before(self, place: int) -> int:
        """Give the place of the 、 before a verb, the verb's own for none."""
        mark = self.letters.rfind("I", self.begin, place)
        return place if mark < 0 else mark

    # The verbs that may be meant.

    def _closing_event(self) -> int | None:
        """Give the noun that closes a clause and says what becomes of its subject: 转化落地, 全覆盖, 全部智能化."""
        last = self.last - 1
        if "completion" in self.tokens[last].features.roles:
            return last
        if self.tokens[last].text.endswith("化"):
            return next(
                (at + 1 for at in range(last - 1, self.begin, -1) if tells_how_much(self.tokens[at])), None
            )
        event = _LAST_EVENT.search(self.letters, self.begin, self.last)
        return event.start(1) if event and self._is_event(last) else None

    def _verb(self, begin: int, inside: bool = False) -> int | None:
        """Give the first verb from `begin` on that is a predicate; `inside` a phrase, one that can't belong to it."""
        found = [
            at for at in range(begin + inside, self.last) if self._is_open(at) and not self._says_how(at)
        ]
        own = [
            at
            for at in found
            if not _RELATIVE.match(self.letters, at, self.last)
            and not self._is_past(at)
            and not (not inside and at > begin and self._is_named_work(at))
            and not (
                inside and self._may_be_noun(at) and self.letters[at + 1 : at + 2] == "D"
            )  # 按总体规划|从严审查
        ]
        if inside and (deed := self._deed_behind(begin, own)) is not None:
            return deed
        return next(iter(own or found), None)

    def _is_named_work(self, place: int) -> bool:
        """Tell whether a work is named, of which a verb behind an adverb is said: 棚户区改造|基本建成2万套."""
        verb, behind = self.tokens[place].features.verb, self._past("D", place + 1)
        said = place + 1 < behind < self.last and self.letters[behind] == "V"
        return said and verb is not None and verb.work

    def _deed_behind(self, begin: int, found: Sequence[int]) -> int | None:
        """Give the first verb behind a phrase that acts on something and is no noun: 以超前谋划|赢得主动.

        What stands right behind the opener and its adverbs is the phrase's own.
        """
        while begin + 1 < self.last and self.letters[begin] in "DA":
            begin += 1
        end = min(self.reading.ahead("I", begin, self.last), self.last - 1)
        deeds = (at for at in found if begin < at < end and self._acts(at) and not self._may_be_noun(at))
        deed = next(deeds, None)
        if deed is not None and deed - 1 in found and self.letters[deed - 2] in "NGXRY":  # 对隐患|挂牌督办
            return deed - 1
        return deed

    def _says_how(self, place: int) -> bool:
        """Tell whether a word may be an adverb and stands before another verb: 在脱贫县中集中|支持重点村."""
        behind = self._past("D", place + 1)
        if behind == self.last or not self._is_open(behind):
            return False
        roles, verb = self.tokens[place].features.roles, self.tokens[behind].features.verb
        pure = verb is not None and not verb.noun
        return "dual" in roles or ("firm" in roles and pure)  # 以实干坚定|捍卫法治

    def _is_past(self, place: int) -> bool:
        """Tell whether a verb tells what has been done, by itself or with one more: 已|完成|整改问题."""
        if place > self.begin and self._is_open(place - 1):
            return self._is_past(place - 1)
        return place > self.begin and "past" in self.tokens[place - 1].features.roles

    def _amount(self, begin: int) -> int | None:
        """Give the place of the verb of amount behind a subject: 产值增长9%, 总产值|突破500亿元."""
        for at in range(begin, self.last):
            if self.letters[at] == "V" and self._is_amount(at):
                behind = at + 1
                while behind < self.last and self.letters[behind] in "FZDVPR":
                    behind += 1
                goes_on = behind + 1 < self.last and self.letters[behind + 1] in "NWAGX"
                goes_on = goes_on or self._closes_attribute(behind + 1)
                if behind < self.last and self._counts(behind) and not goes_on:
                    return at
            bare = (
                self.letters[at] == "Q"
                and at > begin
                and (self.letters[at - 1] not in "VF" or self._closes_measured(at - 1))
            )
            counts = at + 1 < self.last and (self.tokens[at + 1].is_head or self.letters[at + 1] == "R")
            counts = counts or self._closes_attribute(at + 1)
            if bare and not counts and self._bound(at):  # 超5亿元项目 is a class
                return at
        return None

    def _closes_measured(self, place: int) -> bool:
        """Tell whether a verb that is a noun as well closes the name of what is measured: 诊疗|服务突破9万人次."""
        return self.letters[place] == "V" and self._may_be_noun(place) and self.letters[place - 1] in "NW"

    def _closes_attribute(self, place: int) -> bool:
        """Tell whether 的 at a place makes an amount say which are meant: 收入超百亿元|的企业达到15家."""
        acts = self.letters[self.begin] == "V" or self.letters.find("V", place, self.last) > 0
        return acts and self.letters[place : min(place + 1, self.last)] == "U"

    def _counts(self, place: int) -> bool:
        quantity = self.tokens[place].quantity
        return quantity is not None and quantity.kind != "time"

    def _measures(self, place: int) -> bool:
        """Tell whether a measured subject stands before the verb of amount, and no verb that acts on measures."""
        verb = self.tokens[self.begin].features.verb
        if verb is not None and verb.act == "add" and self._is_share():  # 新增绿电占新增电量比重|不低于60%
            return True
        if verb is not None and (verb.carries or verb.act in ("grow", "add", "fall", "cut", "reach")):
            return False
        if self._moves(place) or self._is_part(place):
            return True
        before = self._back_over("DMTZ", place)
        if (
            self._may_be_noun(self.begin)
            and not (verb and verb.work)  # 升级改造道路|超90公里
            and self.letters[self.begin - 1] != "D"
            and self.letters[before] in "NW"
        ):
            return True
        return self.tokens[before].is_measure

    def _moves(self, place: int) -> bool:
        """Tell whether a verb says by how many percent its subject grows or falls: 接报警情下降11%."""
        verb, last = self.tokens[place].features.verb, self.tokens[self.last - 1].quantity
        moves = verb is not None and verb.act in ("grow", "fall") and "act" not in verb.kinds
        return moves and last is not None and last.kind == "percent"

    def _is_part(self, place: int) -> bool:
        """Tell whether a verb says how many percent of its subject are so: 纳入帮扶的村|达到八成."""
        last, verb = self.tokens[self.last - 1].quantity, self.tokens[place].features.verb
        reaches = verb is not None and "reach" in verb.kinds and verb.act == "reach"
        told = self.letters[:place].rstrip("DMTZ")[-1:] in ("N", "X")
        return reaches and told and last is not None and last.kind == "percent"

    def _back_over(self, letters: str, place: int) -> int:
        """Give the last place before one that has none of the letters, the clause's first at the least."""
        before = place - 1
        while before > self.begin and self.letters[before] in letters:
            before -= 1
        return before

    def _past(self, letters: str, place: int) -> int:
        """Give the first place from one on that has none of the letters, the clause's end where there is none."""
        while place < self.last and self.letters[place] in letters:
            place += 1
        return place

    def _holder(self, place: int) -> int:
        """Give the verb that holds a change as its object (保持正|增长, 实现有效|增长), else the one at the place."""
        before = self._back_over("DA", place)
        return before if before > self.begin and self.letters[before] == "V" else place

    def _past_measure(self, place: int) -> int:
        """Give the verb behind one of amount that only names what is measured (能耗降低|完成目标), else that one."""
        verb = self.tokens[place].features.verb
        if verb is None or verb.act not in ("grow", "add", "fall", "cut"):
            return place
        behind = self._past("DM", place + 1)
        goes_on = behind + 1 < self.last or behind > place + 1  # but 项目|加快推进
        return behind if goes_on and behind < self.last and self.letters[behind] == "V" else place

    def _is_share(self) -> bool:
        """Tell whether a clause closes with a rate and its amount, without a verb: 工业到位资金占比55%以上."""
        quantity = self.tokens[self.last - 1].quantity
        shared = quantity is not None and quantity.kind == "percent"
        return shared and self.last - 2 > self.begin and self.tokens[self.last - 2].is_measure

    def _brings_about(self, place: int) -> bool:
        """Tell whether a verb has what comes about as its object: 各镇实现|快递站点全覆盖."""
        verb = self.tokens[place].features.verb
        return self._is_open(place) and verb is not None and verb.act == "reach"

    def _is_event(self, place: int) -> bool:
        behind = self.letters[place + 1 : self.last]
        return "occur" in self.tokens[place].kinds and not regex.search("[NGXYQ]", behind)

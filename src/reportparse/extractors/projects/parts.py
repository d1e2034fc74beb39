"""Part a clause into the noun phrases that may name works and the predicates around them.

The one reading says of each word whether it is a verb, but the names of works hold verbs as well (资金直达平台,
改造工程) and predicates may look like nouns (项目竣工投产). Here both are settled for the sake of names: a verb that
runs on to a head is part of a name, and the words of stages at the end of a clause are its predicate.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportparse.extractors.projects.closing import (
    close,
    fringe,
    governed,
    is_bracketed_section,
)
from reportparse.extractors.projects.ending import names_side
from reportparse.extractors.projects.stages import is_phase, is_work, occurs, staged
from reportparse.grammar.reading import Clause, Reading
from reportparse.grammar.token import LETTERS, Token
from reportparse.model import Stage

NAMING = "NWAGXYOHVDBTQ"
"""The letters that may stand inside a name; V, D, T and Q only on their way to a head."""


@dataclass(frozen=True)
class Part:
    """Be the tokens `first` to `last` (half-open) of one noun phrase, with the predicates to its left and right.

    `left` and `right` are places of tokens. `title` says that the phrase tells what something is made into
    (打造成…), `acts` that it only does what stands behind it (支持云岭大学建设实验室).
    """

    first: int
    last: int
    left: tuple[int, ...] = ()
    right: tuple[int, ...] = ()
    title: bool = False
    acts: bool = False


def parts(reading: Reading, clause: Clause) -> list[Part]:
    """Part a clause, left to right; one that is all predicate gives an empty part behind it."""
    marks = _marks(reading, clause)
    found: list[Part] = []
    opening: tuple[int, ...] = ()
    for kind, first, last in _runs(marks, clause.first):
        if kind == "p":
            places = tuple(range(first, last))
            own = reading.letters[first - 1] in "I" if first > clause.first else True
            joined = last < clause.last and reading.letters[last] in "IC"
            behind, ahead = places, places
            if found and own and first > clause.first and _is_over(reading, last, clause.last):
                found[-1] = replace(found[-1], right=(*found[-1].right, *places))
            if found and not own:
                if last < clause.last and (second := _second(reading, places)):
                    behind, ahead = places[:second], places[second:]
                found[-1] = replace(found[-1], right=(*found[-1].right, *behind))
            if found and (joined or (not own and _happens(reading, places))):
                opening = ()
            else:
                opening = ahead if own or ahead != places else (*opening, *ahead)
        elif kind in "no" and reading.letters[first:last].strip("IC"):
            title = bool(opening) and _is_made_into(reading.tokens[opening[-1]])
            if (
                found
                and not title
                and opening[len(opening) - len(found[-1].right) :] == found[-1].right
                and _is_urged(reading, found[-1])
            ):
                found[-1] = replace(found[-1], acts=True)
            if found and title and _is_put_into_plan(reading, opening[-1], last):
                found[-1] = replace(found[-1], right=(*found[-1].right, last - 1))
            elif (
                found
                and not found[-1].left
                and opening == found[-1].right
                and _wins(reading, opening, first, last)
            ):
                found[-1] = replace(found[-1], acts=True)
            found.append(Part(first, last, opening, (), title))
    if opening and not found:
        found.append(Part(clause.last, clause.last, opening))
    for at, (part, step) in enumerate(pairwise(found)):
        if part.right and part.right == step.left and _is_step(reading, step):
            found[at] = replace(part, right=(*part.right, *range(step.first, step.last), *step.right))
    return found


def _is_step(reading: Reading, part: Part) -> bool:
    """Tell whether a phrase names no work but a step of planning that its subject has done: 完成|项目核准."""
    told = [*range(part.first, part.last), *part.right]
    stages = [entry.stage for at in told if (entry := staged(reading.tokens[at])) is not None]
    plain = all(
        reading.tokens[at].is_scheme or names_side(reading.tokens[at]) for at in range(part.first, part.last)
    )
    return plain and bool(stages) and set(stages) == {Stage.planned}


def _is_over(reading: Reading, place: int, last: int) -> bool:
    """Tell whether no noun phrase stands behind a predicate: behind 、 it is of what is before (建成、投用)."""
    return not reading.letters[place:last].strip("ICDMTZ")


def _second(reading: Reading, places: Sequence[int]) -> int:
    """Give how many places are of the first of two predicates that 并 joins, 0 where it joins none: 建成|并获批."""
    joins = next((at for at, place in enumerate(places) if at and reading.letters[place] == "J"), 0)
    two = has_stage(reading, places[:joins]) and has_stage(reading, places[joins:])
    return joins if two and reading.tokens[places[joins]].text in _AND else 0


_AND = ("并", "并且")


def has_stage(reading: Reading, places: Iterable[int]) -> bool:
    """Tell whether any of the words at places says a stage."""
    return any(staged(reading.tokens[place]) is not None for place in places)


def _happens(reading: Reading, places: Sequence[int]) -> bool:
    """Tell whether a predicate has no object: what stands behind it is where it happens (落户云河)."""
    verbs = [v for place in places if (v := reading.tokens[place].features.verb) is not None]
    return bool(verbs) and all(verb.kinds == ("occur",) for verb in verbs)


def _is_urged(reading: Reading, part: Part) -> bool:
    """Tell whether a phrase is who a verb urges to act: behind 支持, 鼓励, before a verb with an object of its own."""
    verbs = [token for place in part.left if (token := reading.tokens[place]).features.verb is not None]
    acts = any("act" in reading.tokens[place].kinds for place in part.right)
    return bool(verbs) and verbs[-1].moves_doers and acts


def _is_made_into(token: Token) -> bool:
    """Tell whether what stands behind a word is what its subject is made into or put into: 成为, 获评, 纳入."""
    verb = token.features.verb
    awards = verb is not None and verb.act == "honour"
    built = verb is not None and verb.stage == Stage.under_construction and token.text.endswith("成")
    made = built and not token.urges  # 打造成, but 促成
    return awards or made or token.text in ("成", "为", "作为") or token.text.endswith("成为")


def _is_put_into_plan(reading: Reading, place: int, last: int) -> bool:
    """Tell whether what a phrase ends with is the plan that its subject is put into: 纳入国家铁路网|规划."""
    closes = staged(reading.tokens[last - 1])
    return reading.tokens[place].text.endswith("入") and closes is not None and closes.stage == Stage.planned


def _wins(reading: Reading, places: Sequence[int], first: int, last: int) -> bool:
    """Tell whether the subject of a predicate only wins what stands behind it.

    经开区获批国家级绿色园区, but 云河大桥纳入重点项目, 云河实验室获批筹建省实验室.
    """
    verbs = [v for place in places if (v := reading.tokens[place].features.verb) is not None]
    objects, behind = reading.tokens[first:last], reading.tokens[last - 1 : last + 1]
    listed = any(token.is_scheme or token.text.startswith("项目") for token in objects)  # 项目库
    if not verbs or listed or any(staged(token) is not None for token in (objects[0], *behind)):
        return False
    wins = len(verbs) == 1 and verbs[0].stage == Stage.planned and "act" in verbs[0].kinds
    return wins and objects[-1].is_head


def _runs(marks: str, offset: int) -> Iterator[tuple[str, int, int]]:
    start = 0
    for place in range(1, len(marks) + 1):
        if place == len(marks) or marks[place] != marks[start]:
            yield marks[start], offset + start, offset + place
            start = place


def _marks(reading: Reading, clause: Clause) -> str:
    """Mark each token of a clause: p a predicate, n a noun phrase, o the object of 把, x what stands aside."""
    first, last = clause.first, clause.last
    marks, governed = ["n"] * (last - first), False
    for place in range(first, last):
        if reading.letters[place] == "F" and marks[place - 1 - first :][:1] != ["p"]:
            continue
        if _qualifies(reading, first, place, last, governed) or _has_phase(reading, place, last):
            continue
        stray = (
            len(reading.tokens[place].text) == 1
            and place > first
            and staged(reading.tokens[place]) is None
            and not _is_reached(reading, place, last)
        )
        acts = reading.letters[place] in "VF" or _reaches(reading.tokens[place])
        pivots = not stray and _pivots(reading, place, first, last)
        goes_on = _goes_on(reading, place, first, last, marks)
        if goes_on or pivots or (acts and not stray and not runs_on(reading, place, first, last)):
            marks[place - first], governed = "p", True
    for phrase in clause.phrases:
        listed = phrase.first > first and reading.letters[phrase.first - 1] in "IC"
        if phrase.kind == "aside" and reading.letters[phrase.first] == "P" and not listed:
            object_ = reading.tokens[phrase.first].text in ("把", "将", "对")
            for place in range(phrase.first, phrase.last):
                marks[place - first] = "o" if object_ and place > phrase.first else "x"
    _set_out(reading, first, last, marks)
    close(reading, first, last, marks)
    fringe(reading, first, last, marks)
    return "".join(marks)


def _is_reached(reading: Reading, place: int, last: int) -> bool:
    """Tell whether a verb says what amount its subject comes to: 形象进度|达+90%."""
    verb = reading.tokens[place].features.verb
    return verb is not None and verb.act == "reach" and place + 1 < last and reading.letters[place + 1] == "Q"


def _qualifies(reading: Reading, first: int, place: int, last: int, governed: bool) -> bool:
    """Tell whether a verb says what something is like: 投资9亿元|的大桥, and behind a predicate 上下贯通|的平台.

    So it does behind a subject where nothing but a noun is left: 新港运作|的攻坚之年.
    """
    behind = reading.letters[place + 1 : min(place + 3, last)]
    if (governed and behind[:1] == "U") or behind == "QU":
        return True
    end = next((at for at in range(place, last) if reading.letters[at] not in "VW"), last)
    subject = place > first and reading.letters[place - 1] in "NGXWV"
    closes = reading.letters[end : end + 1] == "U" and end + 1 < last
    return subject and closes and not reading.letters[end + 1 : last].strip("NWAGXL")


def _has_phase(reading: Reading, place: int, last: int) -> bool:
    """Tell whether the phase behind a verb of no stage makes a part of a name of it: 顺应|二期."""
    if place + 1 >= last or not is_phase(reading.tokens[place + 1]):
        return False
    return reading.letters[place] == "V" and staged(reading.tokens[place]) is None


def _set_out(reading: Reading, first: int, last: int, marks: list[str]) -> None:
    """Find the predicate behind a place that the reading took for a noun phrase: 在云河+建设+产业基地."""
    if first == last or reading.letters[first] != "P" or "p" in marks:
        return
    for place in range(first + 1, last - 1):
        verb = reading.tokens[place].features.verb
        if verb is not None and verb.stage and "act" in verb.kinds and not reading.tokens[place + 1].is_head:
            for at in range(first, last):
                marks[at - first] = "x" if at < place else "p" if at == place else "n"
            for at in range(place + 1, last - 1):
                if staged(reading.tokens[at]) is None or reading.tokens[at + 1].is_head:
                    break
                marks[at - first] = "p"
            return


def runs_on(reading: Reading, place: int, first: int, last: int) -> bool:
    """Tell whether a verb is part of a name: 监测 in 湖区监测平台, 改造 in 街区改造提升工程.

    It is where no lexicon has it and a noun follows; at the end of a list's member, unless it tells what has come
    about; and with a noun before it where it runs on to a head, one that says a stage only with nothing between.
    """
    token, letters = reading.tokens[place], reading.letters
    verb = token.features.verb
    behind = letters[place + 1] if place + 1 < last else "K"
    if letters[place] == "F":
        return False
    if verb is None and not token.features.roles and behind in NAMING + "ICE":
        return True
    listed = _before_list_end(reading, place, last) and letters[place - 1] != "T"  # 实现当年+签约、当年投产
    if listed and (governed(reading, first, place) or not occurs(token)):
        return True
    if verb is not None and verb.act in ("reach", "honour"):
        headed = place + 1 < last and reading.tokens[place + 1].is_head
        closes = place + 2 == last or letters[place + 2 : place + 3] in ("I", "C", "E")
        return headed and closes and governed(reading, first, place)  # 实施云河价值实现|项目
    before = next((at for at in range(place - 1, first - 1, -1) if letters[at] not in "DMTZJ"), first)
    own = before + 1 == place or (verb is not None and verb.stage != "other")
    ended = reading.tokens[before].is_head or is_phase(reading.tokens[before])
    if before < place and own and ended and _is_pure(token):
        return False  # 云河实验室+获批筹建+省实验室
    if letters[place - 1] == "E" and place > first and place + 1 < last and behind == "N":
        return reading.tokens[place + 1].is_scheme  # 云河广场等|改扩建项目
    if _tells_purpose(reading, place, first, last):
        return True
    if (
        place == first
        or letters[place - 1] not in NAMING + "C"
        or (token.urges and not _is_ended_behind(reading, place, last))
    ):
        return False
    if all(letter in "VDMTZJF" for letter in letters[first:place]):
        return False
    if verb is not None and verb.controls:
        return False
    if behind == "Y" and verb is not None and not verb.noun:  # 整合资源+构建“砚川大脑”
        return False
    if _begins_way(reading, place + 1, last):
        return True
    for ahead in range(place + 1, last):
        if letters[ahead] not in NAMING:
            return False
        noun = reading.tokens[ahead].features.noun
        if reading.tokens[ahead].is_head or (
            noun is not None and noun.abstract and letters[ahead - 1] == "W"
        ):
            return True  # 生态保护|补偿机制
        if (staged(token) is not None and letters[ahead] not in "VWD") or _acts(reading, ahead, last):
            return False
    return False


def _is_ended_behind(reading: Reading, place: int, last: int) -> bool:
    """Tell whether a head closes a name right behind a verb: 甲乙促进+中心, but not 产业加快+风电叶片生产线."""
    headed = place + 1 < last and reading.tokens[place + 1].is_head
    return headed and (place + 2 == last or reading.letters[place + 2] not in "NAGXYOH")


def _begins_way(reading: Reading, place: int, last: int) -> bool:
    """Tell whether a way leads to somewhere from the place that ends before: 西出口|至松河公路."""
    if place >= last or not reading.tokens[place].is_to:
        return False
    end = next((at for at in range(place + 1, last) if reading.letters[at] not in NAMING), last)
    return any(token.is_way for token in reading.tokens[place + 1 : end])


def _tells_purpose(reading: Reading, place: int, first: int, last: int) -> bool:
    """Tell whether a verb is what the head behind it is for, in a list that is one object: 推进甲馆、发展+研究院建设.

    The list is one where a verb urges what closes it, and where something is built that is only for what a verb that
    is a noun as well says: 建设甲园、融合+发展+展览馆.
    """
    if place == first or reading.letters[place - 1] not in "IC":
        return False
    opener, token = reading.tokens[first], reading.tokens[place]
    urged = opener.urges and reading.letters[last - 1] == "W"
    verb = token.features.verb
    plain = verb is not None and verb.noun and not (verb.controls or verb.stage or verb.work)
    built = opener.tells_stage and plain  # but 完善社区服务中心
    if not (urged or built):
        return False
    noun = next((at for at in range(place, last) if reading.letters[at] not in "VW"), last)
    head = next(
        (at for at in range(noun, last) if reading.letters[at] not in "NW" or reading.tokens[at].is_head),
        last,
    )
    return head < last and reading.tokens[head].is_head


def _acts(reading: Reading, place: int, last: int) -> bool:
    """Tell whether a word is a verb of a stage and nothing that a name could hold."""
    token = reading.tokens[place]
    if place + 1 < last and reading.tokens[place + 1].is_head:
        return False
    return _is_pure(token)


def _is_pure(token: Token) -> bool:
    """Tell whether a word is a verb of a stage that is no noun and no work."""
    verb = token.features.verb
    return token.letter == "V" and verb is not None and bool(verb.stage) and not (verb.noun or verb.work)


def _before_list_end(reading: Reading, place: int, last: int) -> bool:
    """Tell whether a verb ends a member of a list, before 、, 等 or a conjunction: 云河宾馆升级改造等项目."""
    end = reading.ahead(_NO_VERB, place, last)
    while end < last and is_work(reading.tokens[end]):  # 异地搬迁技改
        end += 1
    if end < last and is_bracketed_section(reading.tokens[end]):  # 片区改造（二期）、
        end += 1
    return end < last and reading.letters[end] in "EIC"


_NO_VERB = "".join(LETTERS).replace("V", "").replace("W", "")


def _goes_on(reading: Reading, place: int, first: int, last: int, marks: Sequence[str]) -> bool:
    """Tell whether a verb that is a noun as well goes on a predicate before it.

    It does before an object (加快+建设), and at the end behind a subject, where it is but a work: 项目|提速+增效.
    """
    token = reading.tokens[place]
    if place == first or marks[place - 1 - first] != "p" or reading.letters[place] != "W":
        return False
    if place + 1 == last:
        before = reading.tokens[place - 1].features
        deeds = before.verb is not None and "dual" not in before.roles  # 平台|共建+共享, but 开展|集中攻坚
        joined = is_work(token) or deeds
        return staged(token) is None and joined and "n" in marks[: place - 1 - first]
    return (
        not _is_made_into(reading.tokens[place - 1])
        and staged(token) is not None
        and not reading.tokens[place + 1].is_head
    )


def _pivots(reading: Reading, place: int, first: int, last: int) -> bool:
    """Tell whether a verb is what somebody is urged to: 建设 in 支持云岭大学建设实验室."""
    token, letters = reading.tokens[place], reading.letters
    if (
        letters[place] != "W"
        or not token.features.verb
        or "act" not in token.kinds
        or token.features.verb.stage in ("", "other")
    ):
        return False
    begin = next((at for at in range(first, place) if letters[at] not in "DMJTZ"), first)
    opening = reading.tokens[begin].features.verb
    won = token.features.verb.title or token.features.verb.act == "honour"  # 推进云岭大学创建+示范学院
    if opening is None or not (opening.controls or won) or letters[place - 1] not in "NGXY":
        return False
    end = next((at for at in range(place + 1, last) if letters[at] in "IEC"), last)
    behind = reading.tokens[place + 1 : end]
    if not behind:
        return False
    whole = behind[0].is_head and (len(behind) == 1 or not behind[0].is_site)
    named = whole and (token.features.verb.noun or behind[0].is_scheme)  # 确保港区扩建+工程完工
    return not named and any(one.is_head for one in behind)


def _reaches(token: Token) -> bool:
    """Tell whether a word is a verb whose subject is what is aimed at, and no noun: 完成."""
    verb = token.features.verb
    return verb is not None and verb.act == "reach" and not verb.noun


def words_of(reading: Reading, places: Sequence[int]) -> tuple[Token, ...]:
    """Give the tokens at places."""
    return tuple(reading.tokens[place] for place in places)

"""Find the predicate that closes a clause or a member of its list, and what the name before it begins and ends with."""

from collections.abc import Sequence

from reportparse.extractors.projects.ending import names_side
from reportparse.extractors.projects.stages import is_work, occurs, staged
from reportparse.grammar.reading import Reading
from reportparse.grammar.token import Token


def close(reading: Reading, first: int, last: int, marks: list[str]) -> None:
    """Mark the words of stages at the end of a clause, and of the pieces of a list that have an own predicate."""
    end = last
    while end - 1 > first and _is_ability(reading.tokens[end - 2 : end]):
        end -= 2
    place = _closing(reading, first, end, marks)
    if place < end:  # 达到+入住+条件: what stands between the words of a predicate is of it
        for back in range(place - 1, max(first, place - 3), -1):
            by = reading.letters[back] == "G" and back + 1 == place  # 通过+海关+验收
            if reading.tokens[back].is_head or (reading.letters[back] in "ICEUXGY" and not by):
                break
            if marks[back - first] == "p" or reading.tokens[back].passes:
                place = _closing(reading, first, back, marks)
                break
    if place < end and reading.letters[place] == "B" and place > first and _is_of_name(reading, place):
        place += 1
    words = range(place, end)
    if not any(staged(reading.tokens[at]) is not None for at in words):
        return
    for at in words:
        if marks[at - first] != "x":
            marks[at - first] = "p"
    if first < place and marks[0] == "p" and reading.tokens[first].kinds == ("occur",):
        marks[0] = "n"  # with a predicate at its end, what happens at its head names the work: 供水管网
    if any(occurs(reading.tokens[at]) for at in words):
        for at in range(first, place):
            _open_member(reading, first, at, place, marks)
    for at in range(first, place):
        if at + 1 < last and reading.letters[at + 1] == "I":
            _close_member(reading, first, at + 1, marks)


def _closing(reading: Reading, first: int, end: int, marks: Sequence[str]) -> int:
    """Give where the words of the predicate begin that ends at a place, with when it is: “五一”前+开街."""
    while end > first:
        when = reading.letters[end - 1 : end + 1] == "YL"
        if when or _closes(reading.tokens[end - 1], marks[end - 1 - first]):
            end -= 1
        elif size := _is_early(reading, first, end):
            end -= size
        else:
            break
    return end


def _is_early(reading: Reading, first: int, end: int) -> int:
    """Give how many words say by how much earlier than planned something is done: 比原计划+提早+80天, 0 for none."""
    near = range(end - 1, max(first, end - 4) - 1, -1)
    place = next((at for at in near if reading.tokens[at].text in _EARLY), end)
    amount = reading.letters[place + 1 : end]
    if not amount or set(amount) - set("OQH"):
        return 0
    begin = reading.behind("P", first, place)
    plan = begin >= first and reading.tokens[begin].text in _THAN
    return end - (begin if plan and not set(reading.letters[begin + 1 : place]) - set("NWADX") else place)


_EARLY = ("提前", "提早")
_THAN = ("比", "较")


def _closes(token: Token, mark: str) -> bool:
    if mark in "xp":
        return True
    if token.is_head:
        return False
    return token.letter in "DMTZFLBQJU" or staged(token) is not None or names_side(token)


def _is_ability(words: Sequence[Token]) -> bool:
    """Tell whether two words name what a work can do, so that the verb says no stage: 通航+能力."""
    noun = words[-1].features.noun
    return noun is not None and noun.aspect and noun.kind and words[0].letter == "W"


def _is_of_name(reading: Reading, place: int) -> bool:
    """Tell whether a run in brackets belongs to the name before it, and tells nothing of it: 云河铁路（松山段）."""
    head = reading.tokens[place - 1]
    if is_bracketed_section(reading.tokens[place]):
        return True
    plain = not any(letter.isdigit() or letter in "，：；" for letter in reading.tokens[place].text)
    return plain and (head.is_head or is_work(head))


def _close_member(reading: Reading, first: int, end: int, marks: list[str]) -> None:
    """Mark the words of stages that end a member of a list, where one tells what comes about: 尽快+开工+建设、."""
    place = end
    while (
        place > first and reading.letters[place - 1] in "VW" and staged(reading.tokens[place - 1]) is not None
    ):
        place -= 1
    objects = (
        governed(reading, first, place) and "V" not in reading.letters[place:end]
    )  # 推进松溪燃气+发电、…
    if not objects and any(occurs(reading.tokens[at]) for at in range(place, end)):
        marks[place - first : end - first] = "p" * (end - place)


def _open_member(reading: Reading, first: int, begin: int, end: int, marks: list[str]) -> None:
    """Take the verb that a subject's name begins with for a part of it.

    发展+大桥|建成通车, 综合+应急+救援中心|竣工, and one of one letter before a name: 建+砚川钢材、松溪大桥|竣工.
    """
    if begin > first and reading.letters[begin - 1] not in "IC":
        return
    while begin < end and reading.letters[begin] == "D" and not opens_name(reading, begin):
        begin += 1
    at = begin
    while at < end and reading.letters[at] == "D":
        at += 1
    if at + 1 >= end or reading.letters[at] != "V":
        return
    while at + 2 < end and reading.letters[at + 1] == "W":  # 开放+共享+实验室
        at += 1
    named = reading.letters[at + 1] in "GX" or len(reading.tokens[at + 1].text) == 1
    lone = len(reading.tokens[at].text) == 1 and named
    if not lone and not reading.tokens[at + 1].is_head:
        return
    verb = reading.tokens[at].features.verb
    if lone or verb is None or (verb.noun and not verb.controls):
        marks[begin - first : at + 1 - first] = "n" * (at + 1 - begin)


def opens_name(reading: Reading, place: int) -> bool:
    """Tell whether what may be an adverb stands before a verb that may be part of a name: 综合+应急救援中心."""
    dual = reading.letters[place] == "D" and "dual" in reading.tokens[place].features.roles
    return dual and reading.letters[place + 1 : place + 2] == "V"


def fringe(reading: Reading, first: int, last: int, marks: list[str]) -> None:
    """Give adverbs and the like, and how far a work is (形象进度|达), to the predicate that they stand next to."""
    for at in range(last - 2, first - 1, -1):
        goes = reading.letters[at] in "DMJTZ" or (at > first and _is_progress(reading.tokens[at]))
        if goes and marks[at - first] == "n" and marks[at + 1 - first] == "p":
            marks[at - first] = "p"
    for at in range(first, last):
        if (
            reading.letters[at] in "DMJTZ"
            and marks[at - first] == "n"
            and (at == first or marks[at - 1 - first] == "p")
            and not (opens_name(reading, at) and marks[at + 1 - first : at + 2 - first] == ["n"])
        ):
            marks[at - first] = "p"


def _is_progress(token: Token) -> bool:
    """Tell whether a word is the side of a work that says how far it is: 形象进度."""
    noun = token.features.noun
    return noun is not None and noun.aspect and bool(noun.stage)


def governed(reading: Reading, first: int, place: int) -> bool:
    """Tell whether a clause opens with a verb of a stage, so that what follows is its list of objects."""
    at = first
    while at < place and reading.letters[at] in "DMJTZ":
        at += 1
    return at < place and reading.letters[at] == "V" and staged(reading.tokens[at]) is not None


def is_bracketed_section(token: Token) -> bool:
    """Tell whether a run in brackets is which part of a work is meant: （松山段）, （一期）."""
    return token.letter == "B" and token.text[1:-1].endswith(("段", "期"))

"""Cut from a noun phrase what stands around the names in it: attributes, shares of a subject, what introduces."""

from reportparse.extractors.projects.closing import opens_name
from reportparse.extractors.projects.ending import ends_name, is_aspect
from reportparse.extractors.projects.parts import Part
from reportparse.extractors.projects.stages import is_phase, is_work, occurs, staged
from reportparse.grammar.members import is_size
from reportparse.grammar.reading import Reading
from reportparse.grammar.token import Token


def bare_phrase(reading: Reading, part: Part) -> tuple[int, int, bool]:
    """Cut off what stands before 的, and marks at the edges.

    With 的 before mere works, what stands before it stays, and so it does where 的 closes how large one member of a
    list is: 云河大桥、投资9亿元的松山隧道.
    """
    first, last = part.first, part.last
    letters = reading.letters
    attribute = False
    for place in range(last - 1, first - 1, -1):
        if reading.tokens[place].text == "的":
            if all(is_aspect(token) for token in reading.tokens[place + 1 : last]):  # 云河高速的作用
                last = place
                continue
            if (close := _closed_before(reading, first, place, last)) > 0:
                last = close + 1
                continue
            if reading.behind("I", first, place) < first or not _is_size_of_one(reading, first, place):
                first, attribute = place + 1, True
                break
    owned = bool(part.right) and letters[part.right[0]] == "U"
    while first < last and not opens_name(reading, first):
        toward = owned and reading.tokens[first].is_toward  # 完成对|云河路的改造
        if letters[first] not in "ICEULZDJMTF" and not toward:
            break
        first += 1
    while last > first and letters[last - 1] in "ICULZJP":
        last -= 1
    return first, last if part.left else _without_share(reading, first, last), attribute


def _closed_before(reading: Reading, first: int, place: int, last: int) -> int:
    """Give the place of the 等 behind which 的 says what its class is like: 云河大桥等总投资9亿元的工程; 0 for none."""
    close = reading.letters.find("E", first + 1, place)
    amid = reading.letters[close:place]
    heads = any(token.is_head for token in reading.tokens[close:place])
    told = close > 0 and any(letter in "QVW" for letter in amid) and not heads
    return close if told and reading.tokens[last - 1].is_head else 0


def _is_size_of_one(reading: Reading, first: int, place: int) -> bool:
    """Tell whether what stands between a list's last mark and 的 is how large one member is: 投资9亿元的, 9亿元的."""
    opening = reading.letters[reading.behind("I", first, place) + 1]
    return opening in "VWQ" and reading.letters[place - 1] == "Q"


def _without_share(reading: Reading, first: int, last: int) -> int:
    """Cut off how much of a subject is meant: 云河小区首批560户|交付, 云河码头3个泊位|投产."""
    end = last
    while end > first and reading.letters[end - 1] in "NA":
        if reading.tokens[end - 1].is_site or _says_how_many(reading.tokens[end - 1]):
            break
        end -= 1
    parts = end < last
    if reading.letters[end - 1] == "Q" and is_size(reading.tokens[end - 1]):  # 云河港|5万吨级航道
        return last
    while end > first and (reading.letters[end - 1] == "Q" or _says_how_many(reading.tokens[end - 1])):
        end -= 1
        parts = parts or _says_how_many(reading.tokens[end])
    counts = end < last and (reading.letters[end] in "QO" or "wholly" in reading.tokens[end].features.roles)
    all_of = "I" in reading.letters[first:end] and reading.tokens[last - 1].is_head  # 云路、松路2条|高速
    told = parts and counts and not is_phase(reading.tokens[end]) and not all_of
    return end if told and end > first and ends_name(reading.tokens[end - 1]) else last


def _says_how_many(token: Token) -> bool:
    """Tell whether a word says how many parts of a subject are meant: 首批, 全部."""
    return token.text in _LEADS or "wholly" in token.features.roles


def reach(reading: Reading, part: Part, last: int) -> int:
    """Give where the phrase ends together with the works behind it: 云河路改造 + 完工."""
    if last != part.last:
        return last
    reach = last
    right = set(part.right)
    while reach in right and _is_done_to(reading.tokens[reach]):
        reach += 1
    more = any(staged(reading.tokens[place]) for place in part.right if place >= reach)
    return reach if more or any(staged(reading.tokens[place]) for place in part.left) else last


def _is_done_to(token: Token) -> bool:
    """Tell whether a word is a work, or which part of it: 改造, 一期."""
    return is_phase(token) or (is_work(token) and not occurs(token))


def leads_in(token: Token) -> bool:
    """Tell a preposition that no name begins with (围绕, 从) from the first letter of one (沿江高铁, 随县小学)."""
    framed = len(token.text) > 1 and not token.features.roles.isdisjoint(("frame", "means"))
    return token.letter == "P" and (framed or token.text in _LEAD_IN)


_LEAD_IN = frozenset("从由以为把将被在")


_WHOLE = "全我本各"
"""What the names of the whole place and of all bodies begin with."""


_LEADS = ("首个", "首座", "首家", "首条", "首批", "一批", "首")


def led(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Drop what only introduces: 首个, 全国首个, 我市."""
    place = 0
    for at, token in enumerate(tokens):
        counts = at > 0 and tokens[at - 1].text == "首" and len(token.text) == 1  # 首+列
        doer = "subject" in token.features.roles and token.text[0] not in _WHOLE  # 企业|成长中心
        if token.text in _LEADS or (token.letter in "RT" and not doer) or counts or _is_sum(token):
            place = at + 1
        elif token.letter not in "ANHO" or at > 3:
            break
    return tokens[place:]


def _is_sum(token: Token) -> bool:
    """Tell whether an amount is one of money, which is no part of a name: 投资9亿元+云河大桥."""
    return token.quantity is not None and token.quantity.unit.endswith("元") and not token.quantity.grade

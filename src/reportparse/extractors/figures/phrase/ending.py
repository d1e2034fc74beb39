"""Take the end of the words before a quantity: the verb that brings the number, and what stands around it."""

from collections.abc import Sequence

from reportparse.extractors.figures.phrase.words import act, is_named, is_span, leads
from reportparse.grammar.token import Token

_COPULAS = frozenset("为是有需")
_MOVES = {"grow": "grow", "add": "grow", "fall": "fall", "cut": "fall", "reach": "reach"}


def tail_of(found: Sequence[Token]) -> tuple[int, str, str, str]:
    """Give where the verb that brings the number begins, the verb, its act, and the adverbs around it."""
    last, tail, tail_act, said = len(found), "", "", ""
    onward = False
    if last > 1 and found[-1].letter == "Q" and act(found[-2]) == "reach":  # 连跨三个|千亿元台阶
        last -= 1
    while last:
        token = found[last - 1]
        if token.letter in "FU" or token.text == "了":
            onward = onward or token.letter == "F"
            last -= 1
        elif tail and token.letter == "V" and leads(token):
            last -= 1
        elif said and token.letter == "I" and last > 1 and "comparison" in found[last - 2].features.roles:
            said = found[last - 2].text + said  # 面积|同比、环比分别增长
            last -= 2
        elif not tail and token.letter == "V" and (does := _moves(token)):
            tail = token.text
            tail_act = (
                {"grow": "rise_to", "fall": "fall_to"}.get(does, does)
                if onward or _is_onward(token)
                else does
            )
            last -= 1
        elif not tail and (_states(token) or (onward and token.letter == "V")):
            tail, tail_act = token.text, "reach"
            last -= 1
        elif not tail and last > 1 and _only_hedges(token) and found[last - 2].letter in "NWXLD":
            last -= 1  # 客流|力争突破60万人次
        elif (start := circumstance(found, last)) < last:
            said = "".join(t.text for t in found[start:last]) + said
            last = start
        else:
            break
    if not tail and (onward or (last < len(found) and found[last].text == "按")):
        tail, tail_act = "到", "reach"
    return last, tail, tail_act, said


def _states(token: Token) -> bool:
    """Tell whether a word says what there still is: 产量|仍有9万吨."""
    return "fact" in token.features.roles and token.text[-1] in _COPULAS


def _only_hedges(token: Token) -> bool:
    """Tell whether a word says how firmly an amount is meant and is no noun as well: 力争, but 招生计划."""
    verb = token.features.verb
    return token.features.hedge and not (verb is not None and verb.noun)


def subject_end(found: Sequence[Token], last: int) -> int:
    """Give where the subject ends that did something else before the verb of the number: 财政收入|克服困难实现…."""
    if found[last - 1].is_measure:  # 投资占生产总值比重
        return last
    for at in range(1, last):
        verb, end = found[at].features.verb, at
        while end > 1 and "wholly" in found[end - 1].features.roles:
            end -= 1  # 项目数|均创新高、增长9%
        if (
            found[at].letter == "V"
            and verb is not None
            and not (at + 2 < last and found[at + 1].letter in "OQ")  # 产值|过百亿|县区
            and (verb.act in ("", "reach") or found[at].only_occurs)
            and (found[end - 1].is_measure or (found[at].only_occurs and found[end - 1].features.indicator))
        ):
            return end
    return last


def _moves(token: Token) -> str:
    """Give what a verb right before a number says of it, "" for the name of an event (扩招)."""
    if token.is_event:
        return ""
    return "reach" if token.text in _COPULAS else _MOVES.get(act(token), "")


def _is_onward(token: Token) -> bool:
    return len(token.text) > 1 and token.text[-1] in "到至为"


def opens_list(found: Sequence[Token], first: int, governing: Token | None) -> bool:
    """Tell whether a verb without a subject acts on the list before a number: 推进白塘片区等|11个."""
    listed = any(token.letter in "EIC" for token in found[first:])
    ahead = found[: found.index(governing)] if governing in found else ()
    return listed and all(token.letter not in "NAGX" for token in ahead)


def circumstance(found: Sequence[Token], last: int) -> int:
    """Give where the adverb, time, comparison or circumstance that ends at `last` begins; `last` where none does."""
    token = found[last - 1]
    if (
        token.letter in "DMJ"
        or is_span(token)
        or "average" in token.features.roles
        or (token.letter in "RT" and (not is_named(token) or found[max(last - 2, 0)].text == "在"))
    ):
        start = last - 1
    elif token.letter in "LY" or "scene" in token.features.roles:
        stops = "PTVKI" if token.letter == "Y" else "PTKI"  # 在云州布局|“飞地”, but 在投资下降时
        start = next((at for at in range(last - 2, -1, -1) if found[at].letter in stops), last)
        if start < last and found[start].letter not in "PT":
            return last
    elif token.letter == "P":
        return last - 1
    else:
        return last
    return start - 1 if start and found[start - 1].letter == "P" and found[start].letter in "RTYO" else start

"""Say where the name of a work may end: behind its head and what belongs to that, or later."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportparse.extractors.projects.stages import is_phase, is_work, staged
from reportparse.grammar.token import Token


def ends_name(token: Token) -> bool:
    """Tell whether a word may end a name: a head, a phase, a work done to a site."""
    return token.is_head or is_phase(token) or is_work(token)


def ends(tokens: Sequence[Token], told: bool) -> Iterator[tuple[int, int | None]]:
    """Yield where a name may end, with the place of its head: behind the last head and what belongs to it, or later.

    A side of the work (枢纽功能) and verbs without a stage are no part of it; a verb is where its list is closed by
    what only says that they are works (云河医药生产等项目).
    """
    if not tokens:
        return
    end = len(tokens)
    while end > 1 and is_aspect(tokens[end - 1]) and not (told and _is_made(tokens[end - 1])):
        if tokens[end - 2].letter == "C":  # 制造及维修
            break
        end -= 1
    heads = [place for place in range(end) if tokens[place].is_head]
    for head, other in pairwise(heads):  # 云河机场|升级为国际机场
        if any(token.letter == "V" and not is_work(token) for token in tokens[head + 1 : other]):
            yield head + 1, head
    close = heads[-1] + 1 if heads else 0
    while heads and close < end and (step := _steps_on(tokens[close:end])):
        close += step
    goes_on = told and close < end and bool(heads) and _is_area(tokens[heads[-1]])
    if heads and not goes_on:  # 江南片区|污水处理提质等项目
        yield close, heads[-1]
    if close < end:
        yield end, None


def _is_area(token: Token) -> bool:
    """Tell whether a word is a place or a zone, on which a work may be done: 片区."""
    noun = token.features.noun
    return noun is not None and noun.head in ("site", "zone")


def _is_made(token: Token) -> bool:
    """Tell whether a verbal noun may be what a project is about: 医药生产, 燃气发电, but not 医院建设."""
    return token.letter == "W" and (staged(token) is None or token.kinds == ("occur",))


def _steps_on(tokens: Sequence[Token]) -> int:
    """Say how many tokens behind a head belong to the name: a phase, a work, a section, with its place or its ends."""
    if len(tokens) > 1 and tokens[0].letter in "GX" and _is_section(tokens[1]):
        return 2
    if tokens[0].letter == "C" and tokens[0].is_to:  # 松岭大桥至河口|路段
        return len(tokens)
    if tokens[0].text.isdigit() and len(tokens) > 1 and tokens[1].text[0] == "A":  # 云河景区|5+A级创建
        return 0
    return int(_goes_on(tokens[0]))


def _goes_on(token: Token) -> bool:
    return is_phase(token) or token.letter in "BO" or is_work(token) or _is_section(token)


def is_aspect(token: Token) -> bool:
    """Tell whether a word is a side of a work or of what is done to it, and no part of its name: 功能, 建设, 工作."""
    verb = token.features.verb
    return not verb.work if verb is not None else names_side(token)


def names_side(token: Token) -> bool:
    """Tell whether a word names a side of a work: 进度, 投资, 任务."""
    noun = token.features.noun
    return (noun is not None and (noun.aspect or noun.measure)) or token.text in ("工作", "任务")


def is_side(token: Token) -> bool:
    """Tell whether a word is nothing but which part of a way is meant: 南段."""
    return token.text.endswith("段") and token.text[:-1] in _SIDES


def _is_section(token: Token) -> bool:
    """Tell whether a word names a part of the work before it: 北区, 云河段."""
    return (
        token.text in _SIDES
        or token.text.removesuffix("区") in _SIDES
        or (token.letter in "XN" and token.text.endswith(("段", "线", "延", "环", "路", "标", "部")))
    )


_SIDES = frozenset("东西南北中大小")

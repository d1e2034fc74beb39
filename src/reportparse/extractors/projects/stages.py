"""Settle what the words of a predicate say together: how far a project is."""

from collections.abc import Iterable, Sequence

from reportparse.grammar.token import Token
from reportparse.lexicon.entry import NounEntry, VerbEntry
from reportparse.model import Outlook, Stage

_ORDER = tuple(Stage)[:5]  # planned … operating: the further right, the more advanced


def staged(token: Token) -> VerbEntry | NounEntry | None:
    """Give the lexicon entry by which a word says a stage, None where it says none."""
    verb, noun = token.features.verb, token.features.noun
    if verb is not None and verb.stage:
        return verb
    return noun if noun is not None and noun.stage else None


def is_work(token: Token) -> bool:
    """Tell whether a word is something done to a site: 扩建, 综合治理."""
    verb, noun = token.features.verb, token.features.noun
    return bool((verb and verb.work) or (noun and noun.work))


def is_phase(token: Token) -> bool:
    """Tell whether a word is 二期 or the like."""
    return token.letter == "O" and token.text.endswith("期")


def occurs(token: Token) -> bool:
    """Tell whether a word says what has come about with a work: 开工, 通车."""
    return token.comes_about and "occur" in token.kinds


def settle(words: Iterable[Token], outlook: Outlook) -> Stage | None:
    """Say the stage that words standing together give, None where they give none.

    The heaviest words decide: binding ones, then plain ones, then those that yield. Among words of one
    weight the most advanced stage wins (annotation guide: 建成投用 is operating), `other` only where nothing
    else stands. What is not yet done is planned (未开工), and of 完成 with an object of its own (完成投资) the
    work is still under way.
    """
    tokens = list(words)
    denied = next((at for at, token in enumerate(tokens) if _denies(token)), len(tokens))
    if any(occurs(token) for token in tokens[:denied]):
        tokens = tokens[:denied]  # 主体完工、|尚未通车
    found = [
        (entry, _stage(entry, token, tokens[place - 1 : place], tokens[place + 1 :], outlook))
        for place, token in enumerate(tokens)
        if (entry := staged(token)) is not None
        and not any(map(_is_condition, tokens[place + 1 : place + 2]))
        and not _tells_output(token, tokens[place + 1 :])
    ]
    bound = max((at for at, (entry, _) in enumerate(found) if entry.weight == "binding"), default=-1)
    if bound >= 0 and any(_has_begun(entry, stage) for entry, stage in found[bound + 1 :]):
        found = found[bound + 1 :]  # 完成核准并开工: approvals lie behind, but 前期工作达到开工条件
    if found and any(map(_denies, tokens)):
        return Stage.planned
    if len(tokens) > 1 and _is_plan(tokens[-1]):
        return Stage.planned  # 启动云河新区|规划
    for weight in ("binding", "plain", "noun", "light"):
        stages = {stage for entry, stage in found if entry.weight == weight}
        ranked = [stage for stage in _ORDER if stage in stages]
        if ranked and weight == "light" and _comes_about_otherwise(tokens[-1]):
            return Stage.other  # 推动机场、铁路高效|衔接
        if ranked:
            return ranked[-1]
        if stages:
            return Stage.other
    return None


def _is_plan(token: Token) -> bool:
    """Tell whether a verb stands for the noun of what is planned: 规划, 设计."""
    entry = staged(token)
    return isinstance(entry, VerbEntry) and entry.noun and entry.stage == Stage.planned


def _comes_about_otherwise(token: Token) -> bool:
    """Tell whether a verb says what comes about with works, and nothing of how far they are."""
    return token.letter in "VW" and "occur" in token.kinds and staged(token) is None


def _denies(token: Token) -> bool:
    """Tell whether a word says that something is not done, or not yet: 尚未."""
    return "negation" in token.features.roles or token.text in _NOT_YET


def _tells_output(token: Token, behind: Sequence[Token]) -> bool:
    """Tell whether 完成 is said of what a work in use brings about: 完成货物吞吐量9万吨, but not 完成投资9亿元."""
    verb = token.features.verb
    if verb is None or verb.act != "reach":
        return False
    end = next((at for at, one in enumerate(behind) if one.letter not in "NAX"), 0)
    measured = end > 0 and behind[end].letter == "Q" and behind[end - 1].is_measure
    return measured and behind[end - 1].features.verb is None


_BEGUN = (Stage.started, Stage.completed, Stage.operating)
_NOT_YET = ("未", "尚未", "未能", "无法")


def _has_begun(entry: VerbEntry | NounEntry, stage: Stage) -> bool:
    """Tell whether a word says how far the work itself is, and not what is before it: 可研完成 is still planned."""
    if not isinstance(entry, VerbEntry) or entry.act == "reach":
        return False
    return entry.weight == "plain" and stage in _BEGUN


def _stage(
    entry: VerbEntry | NounEntry,
    token: Token,
    before: Sequence[Token],
    behind: Sequence[Token],
    outlook: Outlook,
) -> Stage:
    if _is_condition(token) and any((own := staged(one)) and own.stage == Stage.started for one in before):
        return Stage.planned  # 具备开工条件
    if (
        token.text == "完成"
        and behind
        and (behind[0].is_measure or behind[0].quantity or _is_part(behind[0]))
    ):
        return Stage.under_construction
    done = entry.done if isinstance(entry, VerbEntry) and outlook is Outlook.done else ""
    if any((own := staged(one)) is not None and own.weight == "light" for one in behind):
        done = ""  # 国家公园创建|推进
    return Stage(done or entry.stage)


def _is_condition(token: Token) -> bool:
    """Tell whether a word says that what the verb before it means can begin: 通车+条件."""
    noun = token.features.noun
    return noun is not None and noun.aspect and bool(noun.stage) and noun.weight == "plain"


def _is_part(token: Token) -> bool:
    """Tell whether a word is a side or a part of a work, and not the body of it: 完成路基, but not 完成主体结构."""
    noun = token.features.noun
    return noun is not None and noun.aspect and not noun.stage and not noun.kind

"""Read the words that say how far a project is, and settle what several of them say together."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import regex

from reportparse.lexicon import HeadEntry, Lexicon, ProjectWordEntry, StageEntry, alternation
from reportparse.model import Outlook, Stage

_DATE = "(?:到|至|在)?[0-9]{4}年(?:年?底|末)?(?:之?前)?|[0-9]{1,2}月(?:底|份)?(?:之?前)?|年底(?:之?前)?|[上下]半年|年内"
_NAMES = "建设(?:银行|路|街|大道|大街)|开放大学|发展大道|创业大道"  # verbs at the head of proper names
_ORDER = tuple(Stage)[:5]  # planned … operating: the further right, the more advanced


@dataclass(frozen=True)
class StageWord:
    """Be a stage word met in a clause: its form, and the entries that list it."""

    form: str
    entries: tuple[StageEntry, ...]

    @property
    def weights(self) -> frozenset[str]:
        """Give all weights under which the form is listed."""
        return frozenset(entry.weight for entry in self.entries)

    @property
    def nominal(self) -> bool:
        """Tell whether the form opens names as well (运营中心, 规划馆); 改造 and 建设 before a thing are verbs."""
        return "inside" in self.weights and not any(
            entry.stage in ("under_construction", "other") for entry in self.entries
        )


@dataclass(frozen=True)
class StageLexicon:
    """Hold the stage words with the patterns that find them.

    `run` matches a predicate: fringe words around at least one word that parts names. `opening` matches the
    same at the head of a clause, where words count that may stand inside names elsewhere. `closing` matches
    what may follow a name up to the end of its clause.
    """

    by_form: dict[str, tuple[StageEntry, ...]]
    word: regex.Pattern[str]
    run: regex.Pattern[str]
    opening: regex.Pattern[str]
    closing: regex.Pattern[str]

    def words(self, text: str) -> tuple[StageWord, ...]:
        """Give the stage words of `text`, longest first at each place, left to right."""
        return tuple(StageWord(found[0], self.by_form[found[0]]) for found in self.word.finditer(text))


@cache
def stage_lexicon(lexicon: Lexicon) -> StageLexicon:
    """Compile the stage words of a lexicon."""
    by_form: dict[str, tuple[StageEntry, ...]] = {}
    for entry in lexicon.of(StageEntry):
        for form in entry.forms:
            by_form[form] = (*by_form.get(form, ()), entry)
    inside = set(_forms(lexicon, "inside"))
    fringe, behind = _forms(lexicon, "fringe"), _forms(lexicon, "behind")
    predicates = [entry for entry in lexicon.of(StageEntry) if entry.stage or entry.weight == "apart"]
    staged = [form for entry in predicates for form in entry.forms]
    parting = alternation(form for form in staged if form not in inside)
    # A verb that opens the name of a thing (启动区, 开通仪式) is no predicate.
    parting = f"(?:{parting})(?!区(?!域)|仪式|大会|资金)"
    # 重点 is no adverb in 重点实验室, nor 科学 in 科学城: a longer word of names goes first.
    nouns = [
        form for kind in (HeadEntry, ProjectWordEntry) for entry in lexicon.of(kind) for form in entry.forms
    ]
    longer = alternation(
        [noun for noun in nouns if any(noun.startswith(form) and noun != form for form in fringe)]
    )
    loose = rf"(?:(?!{longer}){alternation(fringe)}|{_DATE}|并(?={parting}|{alternation(fringe)}))"
    any_stage = f"(?!{_NAMES}){alternation(staged)}"
    return StageLexicon(
        by_form,
        regex.compile(alternation(staged)),
        regex.compile(f"{loose}*(?:{parting}(?:了|好|起)?(?:{loose}|{parting}|、(?={loose}*{parting}))*)+"),
        regex.compile(
            f"(?:{loose}|、|和(?={any_stage}))*(?:{any_stage}(?:了|好|起)?(?:{loose}|、(?={loose}*{any_stage}))*)*"
        ),
        regex.compile(
            f"(?:{loose}|{any_stage}|{alternation(behind)}|[、和及与的]|等|[在于][^，、]{{0,6}}[内前底一])*$"
        ),
    )


def _forms(lexicon: Lexicon, weight: str) -> list[str]:
    return [form for entry in lexicon.of(StageEntry) if entry.weight == weight for form in entry.forms]


def settle(words: Iterable[StageWord], outlook: Outlook) -> Stage | None:
    """Say the stage that words standing together give, None where they give none.

    The heaviest words decide: binding ones, then plain ones, then those that yield. Among words of one
    weight the most advanced stage wins (annotation guide: 建成投用 is operating), `other` only where nothing
    else stands.
    """
    found = [entry for word in words for entry in word.entries if entry.stage]
    for weight in ("binding", "plain", "noun", "light"):
        stages = {_stage(entry, outlook) for entry in found if entry.weight == weight}
        if weight == "binding" and Stage.operating in {_stage(entry, outlook) for entry in found}:
            continue  # approvals lie behind a project that runs
        ranked = [stage for stage in _ORDER if stage in stages]
        if ranked:
            return ranked[-1]
        if stages:
            return Stage.other
    return None


def _stage(entry: StageEntry, outlook: Outlook) -> Stage:
    return Stage(entry.done if entry.done and outlook is Outlook.done else entry.stage)

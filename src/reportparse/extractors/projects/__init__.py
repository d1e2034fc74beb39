"""Find named works and institutions with their stage."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportparse.extractors.projects.aliases import firsts, key
from reportparse.extractors.projects.features import features, is_sister, structure
from reportparse.extractors.projects.mentions import Mention, mentions
from reportparse.extractors.projects.sectors import sector
from reportparse.extractors.projects.stages import is_work, occurs, settle, staged
from reportparse.extractors.projects.weights import weights
from reportparse.grammar.calendar import Calendar
from reportparse.grammar.clause import Span
from reportparse.grammar.outlook import clause_outlook, clause_period
from reportparse.grammar.reading import read
from reportparse.lexicon import Lexicon
from reportparse.model import At, Outlook, Passage, Project, Stage
from reportparse.rule import put_apart
from reportparse.text import fold

__all__ = ["doubted", "named", "projects", "told", "weighed"]

_EDGE = " \t\r\n\u3000，。；：！？、,;:!?"


def projects(passages: Sequence[Passage], calendar: Calendar, lexicon: Lexicon) -> tuple[Project, ...]:
    """Give an entry for each place where a named project is met with its stage, in reading order.

    Passages without an outlook give nothing.
    """
    found: list[Project] = []
    for passage in passages:
        if passage.outlook is None:
            continue
        for mention, stage in named(fold(passage.paragraph.text), passage.body, passage.outlook, lexicon):
            facing = passage.facing(mention.start)
            turned = facing.outlook or passage.outlook
            found.append(_project(mention, stage, facing, turned, calendar, lexicon, f"j{len(found) + 1}"))
    return _linked(found, lexicon)


def named(text: str, body: int, outlook: Outlook, lexicon: Lexicon) -> Iterator[tuple[Mention, Stage]]:
    """Yield the named works of folded text behind `body`, each with its stage, in reading order.

    The predicate between two names is that of its object, the one behind it; the one before it only acts. A proper
    name that shares the end of a sister in its list is a name where the sister is: 青禾、赤浦|水利工程.
    """
    weighted = [
        (weight(mention, stage), mention, stage) for mention, stage in told(text, body, outlook, lexicon)
    ]
    names = [one for one in weighted if one[0] > 0]
    sisters = defaultdict(list)
    for _, mention, _ in names:
        sisters[id(mention.candidate.listing)].append(mention.candidate)
    names += [
        one
        for one in weighted
        if one[0] <= 0
        and any(is_sister(one[1].candidate, other) for other in sisters[id(one[1].candidate.listing)])
    ]
    accepted: list[tuple[Mention, Stage]] = []
    for _, mention, stage in sorted(names, key=lambda one: (one[1].candidate.second, -one[0])):
        put_apart(accepted, (mention, stage), lambda one: (one[0].candidate.first, one[0].candidate.last))
    ruled = {token.start: mention.candidate.first for mention, _ in accepted for token in mention.left}
    for mention, stage in accepted:
        before = {token.start for token in mention.left}
        first = mention.candidate.first
        if all(ruled.get(at, first) <= first or at in before for at in (t.start for t in mention.right)):
            yield mention, stage


def weighed(
    text: str, body: int, outlook: Outlook, lexicon: Lexicon
) -> Iterator[tuple[Mention, float, list[tuple[float, str]]]]:
    """Yield every candidate that a stage is said of, with its sum and what that is made of, the heaviest first."""
    for mention, stage in told(text, body, outlook, lexicon):
        known = features(mention.candidate, mention.left, mention.right, stage)
        yield mention, weights().sum(known), weights().summands(known)


def told(text: str, body: int, outlook: Outlook, lexicon: Lexicon) -> Iterator[tuple[Mention, Stage]]:
    """Yield what may be a named work of which a stage is said; no title to be won, no count of things, no slogan."""
    for mention in mentions(text, body, lexicon):
        candidate = mention.candidate
        classed = candidate.nameless and (candidate.closed or not mention.left)  # 铁路|营业里程, 高铁|等项目
        if mention.title or candidate.counted or candidate.slogan or candidate.graded or classed:
            continue
        stage = settle(mention.words, outlook)
        if stage is not None:
            yield mention, stage


def weight(mention: Mention, stage: Stage) -> float:
    """Weigh what is met: above 0 it is a name."""
    return weights().sum(features(mention.candidate, mention.left, mention.right, stage))


_NAMED = {"place", "unknown", "phase", "owner first"}
"""Features of which a name has one, and a class none; where there are quotation marks they say nothing."""
_NAMED_AT, _OTHER_AT = -1.0, 0.1
"""From which weight on what has one of them is taken for a name, and what has none, where its words are not asked."""


def doubted(clause: str, lexicon: Lexicon) -> frozenset[str]:
    """Give the names in a folded clause that may as well be classes, or that stand there only to name another thing."""
    met = list(told(clause, 0, Outlook.planned, lexicon))
    sure = {
        mention.candidate.name
        for mention, stage in met
        if _is_sure(mention, stage) and not _names_other(mention)
    }
    return frozenset(mention.candidate.name for mention, _ in met) - sure


def _is_sure(mention: Mention, stage: Stage) -> bool:
    """Tell whether what a name is made of tells it from a class, whatever is known of its words."""
    if any(token.features.verb and token.features.verb.title for token in mention.words):
        return False  # a title to be won
    known = structure(mention.candidate, mention.left, mention.right, stage)
    return weights().sum(known) > (_NAMED_AT if known & _NAMED and "quoted" not in known else _OTHER_AT)


def _names_other(mention: Mention) -> bool:
    """Tell whether what follows a name is what something is done to: 云河景区|改革试点, but 云河机场|新址启用."""
    rest = mention.candidate.rest
    if rest and rest[-1].features.noun and rest[-1].features.noun.abstract:
        return True  # 云河新区建设|行动方案
    done = any(is_work(token) or staged(token) is not None for token in rest) or any(
        map(occurs, mention.right)
    )
    return bool(rest) and not done


def _project(
    mention: Mention,
    stage: Stage,
    passage: Passage,
    turned: Outlook,
    calendar: Calendar,
    lexicon: Lexicon,
    id_: str,
) -> Project:
    text, paragraph = passage.paragraph.text, passage.paragraph
    said = mention.right[-1].end if mention.right else mention.clause.end
    clause = Span(mention.clause.start, said)  # what other members of its list do is said behind
    reading = read(fold(text), lexicon)
    outlook = clause_outlook(reading, clause, turned, calendar, lexicon)
    end = mention.start + len(text[mention.start : mention.end].rstrip(_EDGE))
    name = "".join(text[token.start : token.end] for token in mention.candidate.tokens)
    return Project(
        id=id_,
        name=name,
        stage=stage,
        outlook=outlook,
        period=clause_period(reading, clause, passage.period, outlook, calendar),
        sector=sector(name, lexicon),
        same_as=None,
        figures=(),
        section=paragraph.section,
        quote=text[mention.start : end],
        rule="project.named" if mention.candidate.own else "project.shared",
        at=At(paragraph=paragraph.id, start=mention.start, end=end, page=paragraph.page),
    )


def _linked(found: Sequence[Project], lexicon: Lexicon) -> tuple[Project, ...]:
    """Tie later entries to the first of the same project."""
    keys = (key(project.name, lexicon) for project in found)
    return tuple(
        project if first is None else project.model_copy(update={"same_as": found[first].id})
        for project, first in zip(found, firsts(keys), strict=True)
    )

"""Find named works and institutions with their stage."""

from collections.abc import Sequence

from reportparse.extractors.projects.aliases import first_of, key
from reportparse.extractors.projects.names import name_lexicon
from reportparse.extractors.projects.outlook import clause_outlook, clause_period
from reportparse.extractors.projects.reading import Mention, mentions
from reportparse.extractors.projects.rules import rules
from reportparse.extractors.projects.sectors import sector
from reportparse.extractors.projects.stages import settle
from reportparse.lexicon import Lexicon
from reportparse.model import At, Passage, Project
from reportparse.text import fold

__all__ = ["projects", "rules"]

_EDGE = " \t\r\n\u3000，。；：！？、,;:!?"


def projects(passages: Sequence[Passage], lexicon: Lexicon) -> tuple[Project, ...]:
    """Give an entry for each place where a named project is met with its stage, in reading order.

    Passages without an outlook give nothing.
    """
    found: list[Project] = []
    for passage in passages:
        if passage.outlook is None:
            continue
        text = passage.paragraph.text
        for mention in mentions(text, fold(text), passage.body, lexicon):
            project = _project(mention, passage, lexicon, f"j{len(found) + 1}")
            if project is not None:
                found.append(project)
    return _linked(found, lexicon)


def _project(mention: Mention, passage: Passage, lexicon: Lexicon, id_: str) -> Project | None:
    text, paragraph = passage.paragraph.text, passage.paragraph
    clause = mention.clause.of(text)
    if passage.outlook is None:
        return None
    outlook = clause_outlook(clause, passage.outlook)
    stage = settle(mention.words, outlook)
    if stage is None:
        return None
    end = mention.start + len(text[mention.start : mention.end].rstrip(_EDGE))
    return Project(
        id=id_,
        name=mention.name,
        stage=stage,
        outlook=outlook,
        period=clause_period(clause, passage.period),
        sector=sector(mention.name, lexicon),
        same_as=None,
        figures=(),
        section=paragraph.section,
        quote=text[mention.start : end],
        rule=f"project.{mention.rule}",
        at=At(paragraph=paragraph.id, start=mention.start, end=end, page=paragraph.page),
    )


def _linked(found: Sequence[Project], lexicon: Lexicon) -> tuple[Project, ...]:
    """Tie later entries to the first of the same project."""
    keys = [key(project.name, lexicon) for project in found]
    common = name_lexicon(lexicon).things
    firsts = [first_of(keys, place, common) for place in range(len(found))]
    return tuple(
        project if first is None else project.model_copy(update={"same_as": found[first].id})
        for project, first in zip(found, firsts, strict=True)
    )

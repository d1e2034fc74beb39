"""Give facts the ids of those in the same clause: the last stage, so that no extractor takes another's facts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from reportparse.grammar.clause import Span, clauses
from reportparse.grammar.token import tokens
from reportparse.lexicon import Lexicon
from reportparse.lexicon.vocabulary import vocabulary
from reportparse.model import At, Commitment, Figure, Passage, Project, Stage, Strength
from reportparse.text import fold

__all__ = ["link_commitments", "link_projects"]

F = TypeVar("F", Figure, Project)


def link_projects(
    projects: Iterable[Project], figures: Iterable[Figure], passages: Iterable[Passage]
) -> tuple[Project, ...]:
    """Give each project the ids of the figures in the clauses that its quote stands in."""
    texts = {passage.paragraph.id: passage.paragraph.text for passage in passages}
    spans: dict[str, tuple[Span, ...]] = {}
    near = _by_paragraph(figures)
    linked = []
    for project in projects:
        name = project.at.paragraph
        if name not in near:
            linked.append(project)
            continue
        if name not in spans:
            spans[name] = clauses(texts[name])
        own = [span for span in spans[name] if span.meets(project.at.start, project.at.end)]
        ids = (f.id for f in near[name] if any(span.meets(f.at.start, f.at.end) for span in own))
        linked.append(project.model_copy(update={"figures": tuple(ids)}))
    return tuple(linked)


def link_commitments(
    commitments: Iterable[Commitment],
    targets: Iterable[Figure],
    projects: Iterable[Project],
    lexicon: Lexicon,
) -> tuple[Commitment, ...]:
    """Give each commitment the ids of the facts inside it; a figure, and a work under way, can be checked."""
    figures, works = _by_paragraph(targets), _by_paragraph(projects)
    return tuple(
        _linked(given, _inside(figures, given.at), _inside(works, given.at), lexicon) for given in commitments
    )


def _linked(
    given: Commitment, targets: Sequence[Figure], projects: Sequence[Project], lexicon: Lexicon
) -> Commitment:
    counted = any(fact.value is not None for fact in targets)
    hard = counted or any(
        project.stage is not Stage.other
        and not _is_designation(project.name, lexicon)
        and _is_built(given, project, lexicon)
        for project in projects
    )
    return given.model_copy(
        update={
            "strength": Strength.hard if hard else given.strength,
            "targets": tuple(fact.id for fact in targets),
            "projects": tuple(fact.id for fact in projects),
        }
    )


def _is_built(given: Commitment, project: Project, lexicon: Lexicon) -> bool:
    """Tell whether a clause promises a work, and not only what something is to be like some day.

    What its verb says of the work decides, and the last verb before the work's name (加快打造物流中心), unless what is
    done to the work stands behind it (打造储能电站项目建设).
    """
    table, quote = vocabulary(lexicon), fold(given.quote)
    end, found = quote.find(fold(project.name)), tokens(quote, lexicon)
    done = found[-1].features.verb
    if done is not None and done.weight == "noun":
        return True
    verbs = [token.features.verb for token in found if token.letter == "V" and token.end <= end]
    said = (table[fold(given.verb)].verb, *verbs[-1:])
    return not any(verb and verb.ideal for verb in said)


def _is_designation(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is that of a policy zone, a part of one or a title, which can't be checked (综合试验区)."""
    nouns = [noun for token in tokens(fold(name), lexicon) if (noun := token.features.noun) is not None]
    return bool(nouns) and nouns[-1].head == "zone" and any(noun.designation for noun in nouns)


def _by_paragraph(facts: Iterable[F]) -> dict[str, list[F]]:
    found: defaultdict[str, list[F]] = defaultdict(list)
    for fact in facts:
        found[fact.at.paragraph].append(fact)
    return dict(found)


def _inside(facts: dict[str, list[F]], at: At) -> list[F]:
    near = facts.get(at.paragraph, [])
    return [fact for fact in near if fact.at.start < at.end and at.start < fact.at.end]

"""Give facts the ids of those in the same clause: the last stage, so that no extractor takes another's facts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from reportparse.extractors.projects import doubted
from reportparse.grammar.clause import Span, clauses, meeting
from reportparse.grammar.cutting import tokens
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
    works, near = tuple(projects), _by_paragraph(figures)
    texts = {passage.paragraph.id: passage.paragraph.text for passage in passages}
    spans = {name: clauses(texts[name]) for name in near.keys() & _by_paragraph(works).keys()}
    held = {name: _held(spans[name], near[name]) for name in spans}
    linked = []
    for project in works:
        at = project.at
        own = meeting(spans.get(at.paragraph, ()), at.start, at.end)
        places = sorted({place for clause in own for place in held[at.paragraph][clause]})
        ids = tuple(near[at.paragraph][place].id for place in places)
        linked.append(project.model_copy(update={"figures": ids}))
    return tuple(linked)


def link_commitments(
    commitments: Iterable[Commitment],
    targets: Iterable[Figure],
    projects: Iterable[Project],
    lexicon: Lexicon,
) -> tuple[Commitment, ...]:
    """Give each commitment the ids of the facts inside it; a figure, and a work under way, can be checked."""
    promised = tuple(commitments)
    places = [given.at for given in promised]
    return tuple(
        _linked(given, figures, works, lexicon)
        for given, figures, works in zip(
            promised, _inside(places, targets), _inside(places, projects), strict=True
        )
    )


def _linked(
    given: Commitment, targets: Sequence[Figure], projects: Sequence[Project], lexicon: Lexicon
) -> Commitment:
    hard = (
        given.strength is Strength.hard
        or any(fact.value is not None and fact.at.end <= given.at.end for fact in targets)
        or _can_be_checked(given, [one for one in projects if one.stage is not Stage.other], lexicon)
    )
    return given.model_copy(
        update={
            "strength": Strength.hard if hard else given.strength,
            "targets": tuple(fact.id for fact in targets),
            "projects": tuple(fact.id for fact in projects),
        }
    )


def _can_be_checked(given: Commitment, projects: Sequence[Project], lexicon: Lexicon) -> bool:
    """Tell whether a clause promises a work that is surely one thing, so that anybody can see whether it stands."""
    built = {
        fold(project.name)
        for project in projects
        if not _is_designation(project.name, lexicon) and _is_built(given, project, lexicon)
    }
    return bool(built and built - doubted(fold(given.quote), lexicon))


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


def _inside(places: Sequence[At], facts: Iterable[F]) -> Iterator[list[F]]:
    """Yield for each place the facts that share a character with it; places are in reading order, without overlap."""
    near = _by_paragraph(facts)
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for at in places:
        spans[at.paragraph].append(Span(at.start, at.end))
    held = {name: iter(_held(own, near.get(name, ()))) for name, own in spans.items()}
    for at in places:
        yield [near[at.paragraph][place] for place in next(held[at.paragraph])]


def _held(spans: Sequence[Span], facts: Sequence[F]) -> list[list[int]]:
    """Give for each of sorted spans without overlap the places of the facts that share a character with it."""
    held: list[list[int]] = [[] for _ in spans]
    for place, fact in enumerate(facts):
        for at in meeting(spans, fact.at.start, fact.at.end):
            held[at].append(place)
    return held

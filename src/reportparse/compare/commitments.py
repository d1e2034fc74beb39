"""Pair commitments with those of the next report, and with what its review tells of them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reportparse.compare.clauses import Text, promised, told
from reportparse.compare.course import reached
from reportparse.compare.fulfilment import Tolerances, is_ceiling, verdict
from reportparse.compare.kinships import ALIKE as SAME_PROJECT
from reportparse.compare.names import Names
from reportparse.compare.pairing import pairs
from reportparse.compare.project_names import ProjectNames
from reportparse.compare.threads import indicator_likeness, rounded
from reportparse.compare.wording import Weights, candidates
from reportparse.compare.years import Side, Sides, years
from reportparse.model import Stage
from reportparse.model.comparison import ComparedCommitment, Fate, Verdict, Years

ALIKE = 0.65
"""The least likeness at which a clause is a commitment's again, or tells of it; docs/diff.md says how it was found.

The likeness of two clauses on the same project, law or number goes up by half of what it lacks."""

_CAN_FALL_SHORT = (Stage.started, Stage.completed, Stage.operating)
"""Stages by which a promise can be seen to be unkept; 加快建设 is kept by whatever was built."""

_FIRM = 0.5
"""A review that gives the promised number, reached or not, comes before a plan that promises the like again."""

_VERBATIM = 1.0
"""A plan that prints the very clause again, number and all, comes before both."""

Likenesses = Mapping[tuple[int, int], float]


class _Names(NamedTuple):
    """Be the two ways to compare names."""

    names: Names
    projects: ProjectNames


class _Sides(NamedTuple):
    """Be the texts of a pair of reports, how alike they are, and which clauses tell of what was not reached."""

    old: tuple[Text, ...]
    new: tuple[Text, ...]
    review: tuple[Text, ...]
    of_new: Likenesses
    of_review: Likenesses
    short: set[tuple[int, int]]
    years: Years


def compare_commitments(compared: Sides, tolerances: Tolerances) -> tuple[ComparedCommitment, ...]:
    """Say what became of each commitment, pair of reports by pair: the older's as printed, then the new ones."""
    return tuple(
        row for older, newer in compared.neighbours() for row in _pair(older, newer, compared, tolerances)
    )


def _pair(older: Side, newer: Side, compared: Sides, tolerances: Tolerances) -> list[ComparedCommitment]:
    """Pair the older commitments with the newer ones and with the newer review at once, each with one at most."""
    looks_back = older.place == newer.place and (older.year or 0) < (newer.year or 0)
    old, new = promised(older.report, compared.lexicon), promised(newer.report, compared.lexicon)
    review = told(newer.report, compared.lexicon) if looks_back else ()
    weights = Weights([text.words for text in (*old, *new, *review)])
    by = _Names(compared.names, ProjectNames(compared.names, compared.lexicon))
    of_new = _likenesses(old, new, weights, by)
    of_review = _likenesses(old, review, weights, by)
    short = {at for at in of_review if _fell_short(old[at[0]], review[at[1]], compared, tolerances)}
    together = {
        (i, j): likeness + (_VERBATIM if old[i].printed == new[j].printed else 0.0)
        for (i, j), likeness in of_new.items()
    }
    for (i, j), likeness in of_review.items():
        told_number = _same_number(old[i], review[j], compared.names)
        together[i, len(new) + j] = likeness + (_FIRM if told_number else 0.0)
    chosen = {pair.old: pair.new for pair in pairs(together, len(old), len(new) + len(review))}
    return _rows(_Sides(old, new, review, of_new, of_review, short, years(older, newer)), chosen)


def _likenesses(older: Sequence[Text], newer: Sequence[Text], weights: Weights, by: _Names) -> Likenesses:
    """Give all pairs that are alike enough; the same clause printed again is, whatever its words."""
    least = 2 * ALIKE - 1
    found = candidates([text.words for text in older], [text.words for text in newer], weights, least)
    alike = {}
    for (i, j), likeness in found.items():
        old, new = older[i], newer[j]
        whole = (1 + likeness) / 2 if _same_matter(old, new, by) else likeness
        if whole >= ALIKE and not by.names.contradict(old.clause.quote, new.clause.quote):
            alike[i, j] = whole
    printed: dict[object, list[int]] = {}
    for j, text in enumerate(newer):
        printed.setdefault(text.printed, []).append(j)
    return alike | {(i, j): 1.0 for i, text in enumerate(older) for j in printed.get(text.printed, ())}


def _same_matter(old: Text, new: Text, by: _Names) -> bool:
    """Tell whether two clauses name the same project, the same law, or one number of the same indicator."""
    return (
        bool(old.titles & new.titles)
        or _same_number(old, new, by.names)
        or any(
            by.projects.likeness(a.name, b.name) >= SAME_PROJECT for a in old.projects for b in new.projects
        )
    )


def _same_number(old: Text, new: Text, names: Names) -> bool:
    return any(
        one.measure is other.measure and indicator_likeness(one, other, names)
        for one in old.figures
        for other in new.figures
    )


def _fell_short(promise: Text, tale: Text, compared: Sides, tolerances: Tolerances) -> bool:
    """Tell whether a clause of the review tells that a promise was not kept: a stage or a number not reached."""
    if promise.projects and tale.projects:
        aimed = max(promise.projects, key=lambda project: reached(project.stage))
        furthest = max(reached(project.stage) for project in tale.projects)
        if aimed.stage in _CAN_FALL_SHORT and furthest < min(reached(aimed.stage), reached(Stage.completed)):
            return True
    return any(
        verdict(target, result, ceiling=is_ceiling(target, compared.lexicon), tolerances=tolerances)
        is Verdict.missed
        for target in promise.figures
        for result in tale.figures
        if indicator_likeness(target, result, compared.names)
    )


def _rows(texts: _Sides, chosen: Mapping[int, int]) -> list[ComparedCommitment]:
    """Make the rows; `chosen` gives an older commitment its place among the newer ones and, behind, the review."""
    best: dict[int, tuple[float, int]] = {}
    for (i, j), likeness in texts.of_review.items():
        best[i] = max(best.get(i, (0.0, -j)), (likeness, -j))
    rows = []
    for i, text in enumerate(texts.old):
        at = chosen.get(i)
        if at is None:
            rows.append(_row(texts.years, Fate.dropped, old=text))
        elif at < len(texts.new):
            tale = -best[i][1] if i in best else None
            rows.append(
                _row(
                    texts.years,
                    Fate.repeated,
                    old=text,
                    new=texts.new[at],
                    reported=None if tale is None else texts.review[tale],
                    short=(i, tale) in texts.short,
                    likeness=texts.of_new[i, at],
                )
            )
        else:
            j = at - len(texts.new)
            told_at = (i, j)
            rows.append(
                _row(
                    texts.years,
                    Fate.done,
                    old=text,
                    new=texts.review[j],
                    short=told_at in texts.short,
                    likeness=texts.of_review[told_at],
                )
            )
    taken = set(chosen.values())
    return rows + [
        _row(texts.years, Fate.new, new=text) for j, text in enumerate(texts.new) if j not in taken
    ]


def _row(
    of: Years,
    fate: Fate,
    *,
    old: Text | None = None,
    new: Text | None = None,
    reported: Text | None = None,
    short: bool = False,
    likeness: float | None = None,
) -> ComparedCommitment:
    clauses = {"old": old, "new": new, "reported": reported}
    return ComparedCommitment.model_validate(
        {"years": of, "likeness": rounded(likeness), "fate": fate, "short": short}
        | {side: text.clause if text else None for side, text in clauses.items()}
    )

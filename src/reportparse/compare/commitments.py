"""Pair commitments with those of the next report, and with what its review tells of them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reportparse.compare.clauses import Text, answers, opposed, promised, told
from reportparse.compare.fulfilment import Tolerances, is_ceiling, verdict
from reportparse.compare.kinships import ALIKE as SAME_PROJECT
from reportparse.compare.names import Names
from reportparse.compare.objects import ALIKE, Likenesses, more_alike, promised_again, told_of
from reportparse.compare.pairing import pairs, rounded
from reportparse.compare.project_names import ProjectNames
from reportparse.compare.tales import Tale, Tales
from reportparse.compare.threads import indicator_likeness
from reportparse.compare.wording import Weights, candidates
from reportparse.compare.years import Side, Sides, years
from reportparse.model import Commitment
from reportparse.model.comparison import (
    ComparedCommitment,
    ComparedProject,
    Fate,
    Fulfilment,
    Reported,
    Verdict,
    Years,
)

_FIRM = 0.5
"""A review that gives the promised number or stage comes before a plan that promises the like again."""

_JUDGED = 1.5
"""A review that gives the result of the promised figure comes before all."""

_VERBATIM = 1.0
"""A plan that prints the very clause again comes before what the review tells with other words."""

_WEIGHTY = 1.3
"""A member of a list is only known by words that weigh more than this many of the rarest."""


class _Names(NamedTuple):
    """Be the two ways to compare names."""

    names: Names
    projects: ProjectNames


class _Sides(NamedTuple):
    """Be the texts of a pair of reports, how alike they are, and what facts tell of each promise."""

    old: tuple[Text, ...]
    new: tuple[Text, ...]
    review: tuple[Text, ...]
    of_new: Likenesses
    of_review: Likenesses
    tales: Mapping[int, Tale]
    short: set[tuple[int, int]]
    years: Years


def compare_commitments(
    compared: Sides,
    tolerances: Tolerances,
    fulfilment: Sequence[Fulfilment],
    projects: Sequence[ComparedProject],
) -> tuple[ComparedCommitment, ...]:
    """Say what became of each commitment, pair of reports by pair: the older's as printed, then the new ones."""
    return tuple(
        row
        for older, newer in compared.neighbours()
        for row in _pair(older, newer, _Facts(compared, tolerances, fulfilment, projects))
    )


class _Facts(NamedTuple):
    """Be what is compared, and what has been found of targets and projects."""

    compared: Sides
    tolerances: Tolerances
    fulfilment: Sequence[Fulfilment]
    projects: Sequence[ComparedProject]


def _pair(older: Side, newer: Side, facts: _Facts) -> list[ComparedCommitment]:
    """Pair the older commitments with the newer ones and with the newer review at once, each with one at most."""
    compared = facts.compared
    looks_back = older.place == newer.place and (older.year or 0) < (newer.year or 0)
    old, new = promised(older.report, compared.lexicon), promised(newer.report, compared.lexicon)
    review = told(newer.report, compared.lexicon) if looks_back else ()
    texts = (*old, *new, *review)
    weights = Weights([text.words for text in texts], [piece for text in texts for piece in text.pieces])
    by = _Names(compared.names, ProjectNames(compared.names, compared.lexicon))
    of_new = more_alike(
        _likenesses(old, new, weights, by),
        promised_again(old, new, weights, by.names),
        _on_one_project(old, new, (older, newer), facts.projects),
    )
    of_review = {
        (i, j): likeness
        for (i, j), likeness in more_alike(
            _likenesses(old, review, weights, by), told_of(old, review, weights, by.names)
        ).items()
        if answers(old[i], review[j])
    }
    known = Tales((older, newer), review, facts.fulfilment, facts.projects) if looks_back else None
    tales = {i: tale for i, text in enumerate(old) if known and (tale := known.of(text))}
    short = {at for at in of_review if _fell_short(old[at[0]], review[at[1]], compared, facts.tolerances)}
    sides = _Sides(old, new, review, of_new, of_review, tales, short, years(older, newer))
    weighed = _weighed(sides, compared.names)
    chosen = pairs(weighed, len(old), len(new) + len(review) + (len(old) if tales else 0))
    return _rows(sides, {pair.old: pair.new for pair in chosen})


def _weighed(sides: _Sides, names: Names) -> Likenesses:
    """Weigh each promise's pairs: with the newer ones, behind them the review's clauses, last what its facts tell."""
    old, new, review = sides.old, sides.new, sides.review
    together = {
        (i, j): likeness + (_VERBATIM if old[i].printed == new[j].printed else 0.0)
        for (i, j), likeness in sides.of_new.items()
    }
    for (i, j), likeness in sides.of_review.items():
        told_number = _same_number(old[i], review[j], names)
        together[i, len(new) + j] = likeness + (_FIRM if told_number else 0.0)
    for i, tale in sides.tales.items():
        firm = _JUDGED if tale.because == "result" else _FIRM if tale.firm else 0.0
        together[i, len(new) + len(review) + i] = tale.likeness + firm
    return together


def _likenesses(older: Sequence[Text], newer: Sequence[Text], weights: Weights, by: _Names) -> Likenesses:
    """Give all pairs that are alike enough; the same clause printed again is, whatever its words."""
    alike = {}
    for (i, j), likeness in _worded(older, newer, weights).items():
        old, new = older[i], newer[j]
        whole = (1 + likeness) / 2 if _same_matter(old, new, by) else likeness
        apart = opposed(old, new) or by.names.contradict(old.clause.quote, new.clause.quote)
        apart = apart or _of_two_things(old, new, by)
        if whole >= ALIKE and not apart:
            alike[i, j] = whole
    printed: dict[object, list[int]] = {}
    for j, text in enumerate(newer):
        printed.setdefault(text.printed, []).append(j)
    return alike | {(i, j): 1.0 for i, text in enumerate(older) for j in printed.get(text.printed, ())}


def _on_one_project(
    older: Sequence[Text],
    newer: Sequence[Text],
    sides: tuple[Side, Side],
    projects: Sequence[ComparedProject],
) -> Likenesses:
    """Give the pairs of promises of which each is on one project, and both on the same."""
    row_of = [
        {
            id_: at
            for at, row in enumerate(projects)
            if (state := row.by_year.get(side.key))
            for id_ in state.mentions
        }
        for side in sides
    ]
    a, b = (
        [{rows.get(project.id, -1) for project in text.projects} for text in texts]
        for rows, texts in zip(row_of, (older, newer), strict=True)
    )
    return {
        (i, j): ALIKE
        for i, one in enumerate(a)
        for j, other in enumerate(b)
        if len(one) == 1 and one == other and -1 not in one and not opposed(older[i], newer[j])
    }


def _worded(older: Sequence[Text], newer: Sequence[Text], weights: Weights) -> Likenesses:
    """Give the likeness of the words, of whole clauses or of a member of a list.

    A member counts where its words weigh enough, or where the other list has all members of its own; what 等 sums a
    list up as only where they weigh enough.
    """
    least = 2 * ALIKE - 1
    wholes = candidates([text.words for text in older], [text.words for text in newer], weights, least)
    found = dict(wholes)
    a = [(i, words) for i, text in enumerate(older) for words in (text.words, *text.pieces)]
    b = [(j, words) for j, text in enumerate(newer) for words in (text.words, *text.pieces)]
    parts = candidates([words for _, words in a], [words for _, words in b], weights, ALIKE)
    for (at, to), likeness in parts.items():
        (i, one), (j, other) = a[at], b[to]
        weighty = weights.shared(one, other) >= _WEIGHTY * weights.rarest
        summed_up = one in older[i].summed_up or other in newer[j].summed_up
        known = weighty or (not summed_up and _listed(older[i], newer[j]))
        if known and likeness > found.get((i, j), 0.0):
            found[i, j] = likeness
    return found


def _listed(one: Text, other: Text) -> bool:
    """Tell whether one list has all members of the other: 改造城中村、老街, 改造老街、厂区和城中村."""
    return any(
        len(short) > 1 and all(any(member <= another for another in long) for member in short)
        for short, long in ((one.members, other.members), (other.members, one.members))
    )


def _same_matter(old: Text, new: Text, by: _Names) -> bool:
    """Tell whether two clauses name the same project, the same law, or one number of the same indicator."""
    return (
        bool(old.titles & new.titles)
        or _same_number(old, new, by.names)
        or any(
            by.projects.likeness(a.name, b.name) >= SAME_PROJECT for a in old.projects for b in new.projects
        )
    )


def _of_two_things(old: Text, new: Text, by: _Names) -> bool:
    """Tell whether two clauses are each on one project, of another name of the same kind: 砚湖公园, 云湖公园."""
    if len(old.projects) != 1 or len(new.projects) != 1:
        return False
    (a,), (b,) = old.projects, new.projects
    one, other = by.projects.parts(a.name), by.projects.parts(b.name)
    both_named = one.named and other.named and one.kind == other.kind
    return both_named and not by.projects.likeness(a.name, b.name)


def _same_number(old: Text, new: Text, names: Names) -> bool:
    return any(
        one.measure is other.measure and indicator_likeness(one, other, names)
        for one in old.figures
        for other in new.figures
    )


def _fell_short(promise: Text, tale: Text, compared: Sides, tolerances: Tolerances) -> bool:
    """Tell whether a clause of the review tells that a promise was not kept: a number not reached."""
    return any(
        verdict(target, result, ceiling=is_ceiling(target, compared.lexicon), tolerances=tolerances)
        is Verdict.missed
        for target in promise.figures
        for result in tale.figures
        if target.measure is result.measure and indicator_likeness(target, result, compared.names)
    )


def _rows(texts: _Sides, chosen: Mapping[int, int]) -> list[ComparedCommitment]:
    """Make the rows; `chosen` gives an older commitment its place among the newer ones, the review and the tales."""
    best: dict[int, tuple[float, int]] = {}
    for (i, j), likeness in texts.of_review.items():
        best[i] = max(best.get(i, (0.0, -j)), (likeness, -j))
    rows = []
    for i, text in enumerate(texts.old):
        at, tale = chosen.get(i), texts.tales.get(i)
        if at is None:
            rows.append(_row(texts.years, Fate.dropped, old=text.clause))
        elif at < len(texts.new):
            back = -best[i][1] if i in best else None
            told_of = tale.clause if tale else None if back is None else texts.review[back].clause
            rows.append(
                _row(
                    texts.years,
                    Fate.repeated,
                    old=text.clause,
                    new=texts.new[at].clause,
                    reported=told_of,
                    short=tale.short if tale else (i, back) in texts.short,
                    likeness=texts.of_new[i, at],
                    because="words",
                )
            )
        elif tale and at >= len(texts.new) + len(texts.review):
            rows.append(
                _row(
                    texts.years,
                    Fate.done,
                    old=text.clause,
                    new=tale.clause,
                    short=tale.short,
                    likeness=tale.likeness,
                    because=tale.because,
                )
            )
        else:
            told_at = (i, at - len(texts.new))
            rows.append(
                _row(
                    texts.years,
                    Fate.done,
                    old=text.clause,
                    new=texts.review[told_at[1]].clause,
                    short=told_at in texts.short,
                    likeness=texts.of_review[told_at],
                    because="words",
                )
            )
    taken = set(chosen.values())
    return rows + [
        _row(texts.years, Fate.new, new=text.clause) for j, text in enumerate(texts.new) if j not in taken
    ]


def _row(
    of: Years,
    fate: Fate,
    *,
    old: Commitment | Reported | None = None,
    new: Commitment | Reported | None = None,
    reported: Commitment | Reported | None = None,
    short: bool = False,
    likeness: float | None = None,
    because: str | None = None,
) -> ComparedCommitment:
    return ComparedCommitment.model_validate(
        {"years": of, "old": old, "new": new, "reported": reported, "short": short, "fate": fate}
        | {"likeness": rounded(likeness), "because": because}
    )

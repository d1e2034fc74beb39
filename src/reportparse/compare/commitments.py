"""Pair commitments with those of the next report, and with what its review tells of them."""

from collections.abc import Mapping, Sequence

from reportparse.compare.clauses import Text, promised, told
from reportparse.compare.fulfilment import Tolerances, is_ceiling, verdict
from reportparse.compare.names import Names
from reportparse.compare.pairing import Pair, pairs
from reportparse.compare.projects import reached
from reportparse.compare.threads import indicator_likeness, rounded
from reportparse.compare.wording import Weights, candidates
from reportparse.compare.years import Side, Sides, years
from reportparse.model import Stage
from reportparse.model.comparison import ComparedCommitment, Fate, Verdict, Years

ALIKE = 0.65
"""The least likeness at which a clause is a commitment's again, or tells of it. docs/diff.md has the pairs read."""

_CAN_FALL_SHORT = (Stage.started, Stage.completed, Stage.operating)
"""Stages by which a promise can be seen to be unkept; 加快建设 is kept by whatever was built."""

Likenesses = Mapping[tuple[int, int], float]


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
    of_new = _likenesses(old, new, weights, compared.names)
    of_review = _likenesses(old, review, weights, compared.names)
    short = {at for at in of_review if _fell_short(old[at[0]], review[at[1]], compared, tolerances)}
    kept = {at: likeness for at, likeness in of_review.items() if at not in short}
    together = {**of_new, **{(i, len(new) + j): likeness for (i, j), likeness in kept.items()}}
    chosen = {pair.old: pair for pair in pairs(together, len(old), len(new) + len(review))}
    return _rows(old, (*new, *review), len(new), chosen, of_review, years(older, newer))


def _likenesses(older: Sequence[Text], newer: Sequence[Text], weights: Weights, names: Names) -> Likenesses:
    """Give all pairs that are alike enough; the same clause printed again is, whatever its words."""
    found = candidates([text.words for text in older], [text.words for text in newer], weights, ALIKE)
    alike = {
        (i, j): likeness
        for (i, j), likeness in found.items()
        if not names.contradict(older[i].clause.quote, newer[j].clause.quote)
    }
    printed: dict[object, list[int]] = {}
    for j, text in enumerate(newer):
        printed.setdefault(text.printed, []).append(j)
    return alike | {(i, j): 1.0 for i, text in enumerate(older) for j in printed.get(text.printed, ())}


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


def _rows(
    old: Sequence[Text],
    new: Sequence[Text],
    commitments: int,
    chosen: Mapping[int, Pair],
    of_review: Likenesses,
    of: Years,
) -> list[ComparedCommitment]:
    """Make the rows; `new` holds the newer commitments, `commitments` of them, and then the review's clauses."""
    best: dict[int, tuple[float, int]] = {}
    for (i, j), likeness in of_review.items():
        best[i] = max(best.get(i, (0.0, 0)), (likeness, -j))
    rows = []
    for i, text in enumerate(old):
        pair = chosen.get(i)
        tale = new[commitments - best[i][1]] if i in best else None
        if pair is None:
            rows.append(_row(of, Fate.dropped, old=text, reported=tale))
        elif pair.new < commitments:
            rows.append(
                _row(of, Fate.repeated, old=text, new=new[pair.new], reported=tale, likeness=pair.likeness)
            )
        else:
            rows.append(_row(of, Fate.done, old=text, new=new[pair.new], likeness=pair.likeness))
    taken = {pair.new for pair in chosen.values()}
    return rows + [_row(of, Fate.new, new=text) for j, text in enumerate(new[:commitments]) if j not in taken]


def _row(
    of: Years,
    fate: Fate,
    *,
    old: Text | None = None,
    new: Text | None = None,
    reported: Text | None = None,
    likeness: float | None = None,
) -> ComparedCommitment:
    clauses = {"old": old, "new": new, "reported": reported}
    return ComparedCommitment.model_validate(
        {"years": of, "likeness": rounded(likeness), "fate": fate}
        | {side: text.clause if text else None for side, text in clauses.items()}
    )

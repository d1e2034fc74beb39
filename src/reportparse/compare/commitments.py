"""Pair commitments with those of the next report, and with what its review tells of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportparse.compare.names import Names
from reportparse.compare.pairing import Pair, pairs
from reportparse.compare.threads import rounded
from reportparse.compare.wording import Weights, Wording, candidates, wording
from reportparse.compare.years import Side, Sides, years
from reportparse.grammar.clause import clauses
from reportparse.lexicon import Lexicon
from reportparse.model import At, Commitment, Report, Role
from reportparse.model.comparison import ComparedCommitment, Fate, Reported, Years

REPEATED = 0.65
"""The least likeness at which a commitment of the next report is the same one again."""

DONE = 0.65
"""The least likeness at which a clause of the next review tells of a commitment."""

_SHORTEST = 5
"""A clause of the review with fewer characters tells nothing by itself."""


@dataclass(frozen=True)
class _Texts:
    """Be the old commitments, the new ones and the new review's clauses, each with its words."""

    old: tuple[Commitment, ...]
    new: tuple[Commitment, ...]
    review: tuple[Reported, ...]
    words: tuple[tuple[Wording, ...], tuple[Wording, ...], tuple[Wording, ...]]


def compare_commitments(compared: Sides) -> tuple[ComparedCommitment, ...]:
    """Say what became of each commitment, pair of reports by pair: the older's as printed, then the new ones."""
    return tuple(
        row
        for older, newer in compared.neighbours()
        for row in _pair(older, newer, compared.names, compared.lexicon)
    )


def _pair(older: Side, newer: Side, names: Names, lexicon: Lexicon) -> list[ComparedCommitment]:
    texts = _texts(older, newer, lexicon)
    weights = Weights([text for group in texts.words for text in group])
    again = _likenesses(texts.old, texts.new, texts.words[0], texts.words[1], weights, names, REPEATED)
    told = _likenesses(texts.old, texts.review, texts.words[0], texts.words[2], weights, names, DONE)
    together = again | {(i, len(texts.new) + j): likeness for (i, j), likeness in told.items()}
    chosen = {pair.old: pair for pair in pairs(together, len(texts.old), len(texts.new) + len(texts.review))}
    return _rows(texts, chosen, told, years(older, newer))


def _texts(older: Side, newer: Side, lexicon: Lexicon) -> _Texts:
    looks_back = older.place == newer.place and (older.year or 0) < (newer.year or 0)
    review = tuple(review_clauses(newer.report)) if looks_back else ()
    old, new = older.report.commitments, newer.report.commitments
    read = tuple(tuple(wording(item.quote, lexicon) for item in group) for group in (old, new, review))
    return _Texts(old, new, review, (read[0], read[1], read[2]))


def review_clauses(report: Report) -> list[Reported]:
    """Give the clauses of a report that look back, in order."""
    found = []
    for paragraph in report.paragraphs:
        if paragraph.role is Role.review:
            for span in clauses(paragraph.text):
                if span.end - span.start >= _SHORTEST:
                    at = At(paragraph=paragraph.id, start=span.start, end=span.end, page=paragraph.page)
                    found.append(Reported(quote=span.of(paragraph.text), section=paragraph.section, at=at))
    return found


def _likenesses(
    older: Sequence[Commitment],
    newer: Sequence[Commitment | Reported],
    older_words: Sequence[Wording],
    newer_words: Sequence[Wording],
    weights: Weights,
    names: Names,
    least: float,
) -> dict[tuple[int, int], float]:
    """Give all pairs that are alike enough; the same words printed again are alike however few they are."""
    found = dict(candidates(older_words, newer_words, weights, least))
    printed: dict[str, list[int]] = {}
    for j, item in enumerate(newer):
        printed.setdefault(item.quote, []).append(j)
    for i, commitment in enumerate(older):
        found |= {(i, j): 1.0 for j in printed.get(commitment.quote, ())}
    return {
        (i, j): likeness
        for (i, j), likeness in found.items()
        if likeness == 1 or not names.contradict(older[i].quote, newer[j].quote)
    }


def _rows(
    texts: _Texts, chosen: Mapping[int, Pair], told: Mapping[tuple[int, int], float], of: Years
) -> list[ComparedCommitment]:
    rows = []
    for i, commitment in enumerate(texts.old):
        pair = chosen.get(i)
        if pair is None:
            rows.append(_row(of, commitment, None, None, Fate.dropped))
        elif pair.new < len(texts.new):
            rows.append(
                _row(of, commitment, texts.new[pair.new], pair.likeness, Fate.repeated, _best(told, i, texts))
            )
        else:
            rows.append(
                _row(of, commitment, texts.review[pair.new - len(texts.new)], pair.likeness, Fate.done)
            )
    taken = {pair.new for pair in chosen.values()}
    rows += [_row(of, None, new, None, Fate.new) for j, new in enumerate(texts.new) if j not in taken]
    return rows


def _best(told: Mapping[tuple[int, int], float], old: int, texts: _Texts) -> Reported | None:
    alike = [(likeness, -j) for (i, j), likeness in told.items() if i == old]
    return texts.review[-max(alike)[1]] if alike else None


def _row(
    of: Years,
    old: Commitment | None,
    new: Commitment | Reported | None,
    likeness: float | None,
    fate: Fate,
    reported: Reported | None = None,
) -> ComparedCommitment:
    return ComparedCommitment(
        years=of, old=old, new=new, reported=reported, likeness=rounded(likeness), fate=fate
    )

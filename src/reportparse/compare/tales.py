"""Find what a review tells of a promise by its facts: the result of its figure, how far its project is."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reportparse.compare.clauses import Text
from reportparse.compare.course import reached
from reportparse.compare.years import Side
from reportparse.model import At, Outlook, Stage
from reportparse.model.comparison import ComparedProject, Fulfilment, Reported, Verdict

_JUDGED = (Verdict.exceeded, Verdict.met, Verdict.missed)

_CAN_FALL_SHORT = (Stage.started, Stage.completed, Stage.operating)
"""Stages by which a promise can be seen to be unkept; 加快建设 is kept by whatever was built."""


class Tale(NamedTuple):
    """Be a passage of the review that tells of a promise by a fact.

    `firm` tells that the promised number, or a stage no less than the promised, is told of; `short` that it was not
    reached.
    """

    clause: Reported
    likeness: float
    because: str
    firm: bool
    short: bool


class Tales:
    """Look up what became of a report's targets and projects in the next."""

    def __init__(
        self,
        sides: tuple[Side, Side],
        review: Sequence[Text],
        fulfilment: Iterable[Fulfilment],
        projects: Iterable[ComparedProject],
    ) -> None:
        older, newer = sides
        self._newer = newer
        self._clauses: dict[str, list[Reported]] = {}
        for text in review:
            if isinstance(text.clause, Reported):
                self._clauses.setdefault(text.clause.at.paragraph, []).append(text.clause)
        self._results: Mapping[str, Fulfilment] = {
            row.target.id: row
            for row in fulfilment
            if row.years == (older.year, newer.year) and row.result and row.verdict in _JUDGED
        }
        self._projects: Mapping[str, ComparedProject] = {
            id_: row
            for row in projects
            if older.key in row.by_year and newer.key in row.by_year
            for id_ in row.by_year[older.key].mentions
        }

    def of(self, promise: Text) -> Tale | None:
        """Give the surest tale of a promise: a result comes before a project."""
        return self._result(promise) or self._project(promise)

    def _result(self, promise: Text) -> Tale | None:
        rows = [self._results[figure.id] for figure in promise.figures if figure.id in self._results]
        if not rows or rows[0].result is None:
            return None
        row = rows[0]
        likeness = float(row.likeness) if row.likeness is not None else 1.0
        short = any(row.verdict is Verdict.missed for row in rows)
        clause = self._clause(rows[0].result.at, rows[0].result.quote)
        return Tale(clause, likeness, "result", firm=True, short=short)

    def _project(self, promise: Text) -> Tale | None:
        found = []
        for project in promise.projects:
            row = self._projects.get(project.id)
            state = row.by_year[self._newer.key] if row else None
            if row and state and state.outlook is Outlook.done:
                found.append((reached(state.stage), reached(project.stage), project.stage, row, state))
        if not found:
            return None
        now, aimed, stage, row, state = max(found, key=lambda one: one[0])
        least = min(aimed, reached(Stage.completed))
        short = stage in _CAN_FALL_SHORT and now < least
        firm = now >= max(least, reached(Stage.completed)) or (stage in _CAN_FALL_SHORT and now >= aimed)
        likeness = float(row.likeness) if row.likeness is not None else 1.0
        return Tale(self._clause(state.at, state.quote), likeness, "project", firm=firm, short=short)

    def _clause(self, at: At, quote: str) -> Reported:
        """Give the clause of the review that a fact begins in, the fact's own quote where none is read."""
        for clause in self._clauses.get(at.paragraph, ()):
            if clause.at.start <= at.start < clause.at.end:
                return clause
        return Reported(quote=quote, section=None, at=at)

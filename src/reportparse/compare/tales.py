"""Find what a review tells of a promise by its facts: the result of its figure, how far its project is."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reportparse.compare.clauses import Text
from reportparse.compare.course import reached
from reportparse.compare.years import Side
from reportparse.model import At, Outlook, Project, Stage
from reportparse.model.comparison import ComparedProject, Fulfilment, ProjectState, Reported, Verdict

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
        """Tell of the furthest of a promise's projects; it fell short where any of them did, or is not told of."""
        told = {project.id: state for project in promise.projects if (state := self._told(project))}
        if not told:
            return None
        best = max(
            (project for project in promise.projects if project.id in told),
            key=lambda project: reached(told[project.id].stage),
        )
        row, state = self._projects[best.id], told[best.id]
        least = min(reached(best.stage), reached(Stage.completed))
        now, can_fall_short = reached(state.stage), best.stage in _CAN_FALL_SHORT
        firm = now >= max(least, reached(Stage.completed)) or (can_fall_short and now >= reached(best.stage))
        short = any(_fell_short(project, told.get(project.id)) for project in promise.projects)
        likeness = float(row.likeness) if row.likeness is not None else 1.0
        return Tale(self._clause(state.at, state.quote), likeness, "project", firm=firm, short=short)

    def _told(self, project: Project) -> ProjectState | None:
        """Give how far the review says that a project is, None where it does not say."""
        row = self._projects.get(project.id)
        state = row.by_year[self._newer.key] if row else None
        return state if state and state.outlook is Outlook.done else None

    def _clause(self, at: At, quote: str) -> Reported:
        """Give the clause of the review that a fact begins in, the fact's own quote where none is read."""
        for clause in self._clauses.get(at.paragraph, ()):
            if clause.at.start <= at.start < clause.at.end:
                return clause
        return Reported(quote=quote, section=None, at=at)


def _fell_short(project: Project, state: ProjectState | None) -> bool:
    """Tell whether a promised stage was not reached, of one of several projects also where it is not told of."""
    if project.stage not in _CAN_FALL_SHORT:
        return False
    return state is None or reached(state.stage) < min(reached(project.stage), reached(Stage.completed))

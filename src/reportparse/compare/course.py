"""Say how far a report sees a project, and what became of it from one report to the next."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportparse.model import Outlook, Project, Stage
from reportparse.model.comparison import Course, ProjectState

_REACHED = {
    Stage.planned: 1,
    Stage.started: 2,
    Stage.under_construction: 3,
    Stage.completed: 4,
    Stage.operating: 5,
}
_ENDED = (Stage.completed, Stage.operating)


class _Standing(NamedTuple):
    """Be how far a project is, and how far its report expects it to get; `told` where the report says how far it is."""

    reached: int
    ahead: int
    told: bool


def reached(stage: Stage) -> int:
    """Put a stage on the way from planned (1) to operating (5); 0 for a mention that says nothing of it."""
    return _REACHED.get(stage, 0)


def state(mentions: Sequence[Project], year: int | None) -> ProjectState:
    """Give how far a report sees a project: looking back before looking ahead, the furthest of each.

    加快建设 has begun when it is said, so it counts as looking back. Aims for years to come count only where
    nothing is said of the report's own.
    """
    near = [mention for mention in mentions if not _distant(mention, year)] or mentions
    begun = [mention for mention in near if _is_begun(mention)]
    furthest = max(begun or near, key=lambda mention: reached(mention.stage))
    ahead = max((reached(m.stage) for m in near if m.outlook is Outlook.planned), default=0)
    kept = furthest.model_dump(include={"id", "name", "stage", "outlook", "period", "quote", "at"})
    told = {"mentions": tuple(project.id for project in mentions), "ahead": _stage(ahead)}
    return ProjectState.model_validate(kept | told)


def _is_begun(mention: Project) -> bool:
    if mention.stage is Stage.other:
        return False
    return mention.outlook is Outlook.done or mention.stage is Stage.under_construction


def _distant(mention: Project, year: int | None) -> bool:
    last = (mention.period or "")[-4:]
    return mention.outlook is Outlook.planned and year is not None and last.isdigit() and int(last) > year


def _stage(place: int) -> Stage | None:
    return next((stage for stage, at in _REACHED.items() if at == place), None)


def finished(state: ProjectState) -> bool:
    """Tell whether a project is reported as completed or operating, not only promised to be.

    What is topped out (封顶, 主体完工) is not finished while its report still looks ahead to building or opening it.
    """
    if state.outlook is not Outlook.done or state.stage not in _ENDED:
        return False
    return state.stage is Stage.operating or state.ahead in (None, Stage.planned, Stage.started)


def _standing(state: ProjectState) -> _Standing | None:
    """Read how far a project is; None where nothing is said of it.

    What is only looked ahead to is not reached yet: what is to be started is planned, what is to be finished is
    being built.
    """
    place, ahead = reached(state.stage), reached(state.ahead) if state.ahead else 0
    if not place:
        return None
    if state.stage is Stage.completed and state.ahead is Stage.under_construction:
        place = ahead  # what is finished is a part: 沙埠铁路完成架梁, 加快沙埠铁路建设
    begun = state.outlook is Outlook.done or state.stage is Stage.under_construction
    if begun:
        return _Standing(place, max(place, ahead), state.outlook is Outlook.done)
    return _Standing(min(place - 1, _REACHED[Stage.under_construction]), place, told=False)


def is_told_begun(mentions: Iterable[Project]) -> bool:
    """Tell whether a report looks back on a beginning, whatever else it looks ahead to: 破土动工, 续建."""
    begun = _REACHED[Stage.started]
    return any(m.outlook is Outlook.done and reached(m.stage) >= begun for m in mentions)


def course(old: ProjectState | None, new: ProjectState | None, *, begun: bool = False) -> Course:
    """Say what became of a project between two reports; `begun` tells that the older one looks back on its beginning.

    A step back is only what is to be planned or started now and was reported to be begun (a listing or an approval told
    of it is none): a promise that was not kept leaves a project where it was, and what was finished is not begun again
    by work on it. What a plan alone called under construction (实施, 建设) takes no step back by being told as started.
    To promise the end once more, or more than it, is no step forward.
    """
    if old is None:
        return Course.new
    if new is None:
        return Course.vanished
    if finished(new) and (not finished(old) or reached(new.stage) > reached(old.stage)):
        return Course.completed
    before, now = _standing(old), _standing(new)
    if before is None or now is None:
        return Course.unchanged
    stands = max(now.reached, before.reached) if now.told and not before.told else now.reached
    kept = before.ahead < _REACHED[Stage.completed]
    if stands > before.reached or (stands == before.reached and kept and now.ahead > before.ahead):
        return Course.advanced
    told = begun or before.told
    fell = told and not now.told and now.ahead <= _REACHED[Stage.started] <= before.reached > now.ahead
    return Course.set_back if fell and not finished(old) else Course.unchanged


def overall(known: Iterable[ProjectState], *, to_last: bool, begun: bool = False) -> Course:
    """Compare the first that is known of a project with the last; `known` are its states in the order of years.

    `to_last` tells that the last report has it. One that came after the first report has a course of its own, and
    one that was brought to its end and then goes unmentioned, or is mentioned again, is completed.
    """
    states = list(known)
    if len(states) == 1:
        return Course.new if to_last else Course.vanished
    ended = next((at for at, state in enumerate(states) if finished(state)), None)
    if ended:
        return Course.completed
    if not to_last:
        return Course.completed if ended == 0 else Course.vanished
    return course(states[0], states[-1], begun=begun)

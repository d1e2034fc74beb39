"""Follow projects through the reports by name and stage."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportparse.compare.kinships import ALONE
from reportparse.compare.pairing import pairs
from reportparse.compare.project_names import Likeness, ProjectNames
from reportparse.compare.sightings import Sightings
from reportparse.compare.threads import rounded
from reportparse.compare.years import Side, Sides, years
from reportparse.model import Outlook, Project, Stage
from reportparse.model.comparison import ComparedProject, Course, ProjectState, ProjectStep

ALIKE = 0.8
"""The least likeness at which two names are taken for one project."""

ONE_NAME = 0.93
"""The least likeness at which two names in one report are one project's."""

_REACHED = {
    Stage.planned: 1.0,
    Stage.started: 2.0,
    Stage.under_construction: 3.0,
    Stage.completed: 4.0,
    Stage.operating: 5.0,
}
_AHEAD = 0.5
"""A stage that is looked ahead to is this much short of the same stage reached."""

_STILL_BUILT = (Stage.under_construction, Stage.completed, Stage.operating)


@dataclass
class Track:
    """Be a project on its way through the reports, by the reports' keys, the latest last."""

    states: dict[str, ProjectState]
    names: frozenset[str]
    likeness: float | None = None
    because: str | None = None

    def join(self, later: "Track", like: Likeness) -> None:
        """Take in the same project of a later report; the weakest likeness is the track's."""
        self.states |= later.states
        self.names = later.names
        if self.likeness is None or like.likeness < self.likeness:
            self.likeness, self.because = like

    def latest(self) -> ProjectState:
        """Give its last state so far."""
        return list(self.states.values())[-1]


def compare_projects(compared: Sides) -> tuple[ComparedProject, ...]:
    """Say what became of each project, in the order in which the reports name them first."""
    names = ProjectNames(compared.names, compared.lexicon)
    sightings = {side.key: Sightings(side, names, compared.lexicon) for side in compared.all}
    found = tracks(compared, names)
    _seen(found, sightings)
    return tuple(_compared(track, compared, sightings) for track in found)


def tracks(compared: Sides, names: ProjectNames) -> tuple[Track, ...]:
    """Align the projects of all reports, each report's with the latest known names of every track."""
    found: list[Track] = []
    for side in compared.all:
        begun = _begun(side, names)
        kin = _kin(found, begun, names)
        taken = set()
        for pair in pairs({at: like.likeness for at, like in kin.items()}, len(found), len(begun)):
            found[pair.old].join(begun[pair.new], kin[pair.old, pair.new])
            taken.add(pair.new)
        found += [new for j, new in enumerate(begun) if j not in taken]
    return tuple(found)


def _seen(found: Iterable[Track], sightings: Mapping[str, Sightings]) -> None:
    """Give each track the states in which reports name it that extract read no project of."""
    for track in found:
        for key, text in sightings.items():
            if key not in track.states and (state := text.of(track.latest().name)):
                track.states[key] = state
        track.states = {key: track.states[key] for key in sightings if key in track.states}


def _kin(
    found: Sequence[Track], begun: Sequence[Track], names: ProjectNames
) -> dict[tuple[int, int], Likeness]:
    """Give the pairs whose names may be one project's; a firm's name stands for its works where nothing competes."""
    kin = {
        (i, j): like
        for i, track in enumerate(found)
        for j, new in enumerate(begun)
        if (like := _likeness(track, new, names)).likeness >= ALIKE
    }
    older, newer = Counter(i for i, _ in kin), Counter(j for _, j in kin)
    return {
        (i, j): like for (i, j), like in kin.items() if like.because != ALONE or older[i] == newer[j] == 1
    }


def _begun(side: Side, names: ProjectNames) -> list[Track]:
    """Begin a track for each project of a report, all its mentions together.

    Mentions belong together where extract ties them, or where their names are all but the same.
    """
    mentions: dict[str, list[Project]] = {}
    known: dict[str, str] = {}
    for project in side.report.projects:
        first = project.same_as or next(
            (known[name] for name in known if _same(name, project.name, names)), project.id
        )
        mentions.setdefault(first, []).append(project)
        known.setdefault(project.name, first)
    return [
        Track({side.key: _state(group, side.year)}, frozenset(p.name for p in group))
        for group in mentions.values()
    ]


def _same(one: str, other: str, names: ProjectNames) -> bool:
    return names.likeness(one, other) >= ONE_NAME


def _state(mentions: Sequence[Project], year: int | None) -> ProjectState:
    """Choose the furthest mention; what is topped out (封顶) is not finished while building is looked ahead to.

    Aims for years to come count only where nothing is said of the report's own.
    """
    near = [mention for mention in mentions if not _distant(mention, year)] or mentions
    furthest = max(near, key=_position)
    ahead = [m for m in near if m.outlook is Outlook.planned and m.stage in _STILL_BUILT]
    if furthest.stage is Stage.completed and ahead:
        furthest = max(ahead, key=_position)
    kept = furthest.model_dump(include={"id", "name", "stage", "outlook", "period", "quote", "at"})
    return ProjectState.model_validate(kept | {"mentions": tuple(project.id for project in mentions)})


def _distant(mention: Project, year: int | None) -> bool:
    last = (mention.period or "")[-4:]
    return mention.outlook is Outlook.planned and year is not None and last.isdigit() and int(last) > year


def _position(project: Project) -> float:
    return position(project.stage, project.outlook) or 0.0


def _likeness(track: Track, new: Track, names: ProjectNames) -> Likeness:
    return max(names.kinship(older, newer) for older in track.names for newer in new.names)


def reached(stage: Stage) -> float:
    """Put a stage on the way from planned (1) to operating (5); 0 for a mention that says nothing of it."""
    return _REACHED.get(stage, 0.0)


def position(stage: Stage, outlook: Outlook) -> float | None:
    """Say how far a report sees a project; None for a mention that says nothing of it.

    What is looked ahead to is half a step short of it, but for 加快建设, which has begun when it is said.
    """
    if not reached(stage):
        return None
    ahead = outlook is Outlook.planned and stage is not Stage.under_construction
    return reached(stage) - (_AHEAD if ahead else 0.0)


def finished(state: ProjectState) -> bool:
    """Tell whether a project is reported as completed or operating, not only promised to be."""
    return state.outlook is Outlook.done and state.stage in (Stage.completed, Stage.operating)


def course(old: ProjectState | None, new: ProjectState | None) -> Course:
    """Say what became of a project between two reports.

    A step back is only what stands earlier now than it was reported to stand: a promise that was not kept leaves
    a project where it was, and what was finished is not begun again by work on it.
    """
    if old is None:
        return Course.new
    if new is None:
        return Course.vanished
    if finished(new) and not finished(old):
        return Course.completed
    before, now = position(old.stage, old.outlook), position(new.stage, new.outlook)
    if before is None or now is None or before == now:
        return Course.unchanged
    if now > before:
        return Course.advanced
    reached_before = old.outlook is Outlook.done and not finished(old)
    return Course.set_back if reached_before and reached(new.stage) < reached(old.stage) else Course.unchanged


def _compared(track: Track, compared: Sides, sightings: Mapping[str, Sightings]) -> ComparedProject:
    states, name = track.states, track.latest().name

    def between(older: Side, newer: Side) -> Course:
        found = course(states.get(older.key), states.get(newer.key))
        silent = found is Course.vanished and not sightings[newer.key].speaks_of(name)
        return Course.not_told if silent else found

    overall = _overall(states, compared)
    if overall is Course.vanished and not sightings[compared.all[-1].key].speaks_of(name):
        overall = Course.not_told
    return ComparedProject(
        name=name,
        by_year=states,
        course=overall,
        steps=tuple(
            ProjectStep(years=years(older, newer), course=between(older, newer))
            for older, newer in compared.neighbours()
            if {older.key, newer.key} & states.keys()
        ),
        likeness=rounded(track.likeness),
        because=track.because or ("text" if len(states) > 1 else None),
    )


def _overall(states: Mapping[str, ProjectState], compared: Sides) -> Course:
    """Compare the first that is known of a project with the last.

    With more than two reports one that came late has a course of its own, and one that was brought to its end
    and then goes unmentioned, or is mentioned again, is completed.
    """
    known = list(states.values())
    if len(known) == 1:
        return Course.new if compared.all[-1].key in states else Course.vanished
    ended = next((at for at, state in enumerate(known) if finished(state)), None)
    if ended:
        return Course.completed
    if compared.all[-1].key not in states:
        return Course.completed if ended == 0 else Course.vanished
    return course(known[0], known[-1])

"""Follow projects through the reports by name and stage."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportparse.compare.course import course, overall, state
from reportparse.compare.kinships import ALONE
from reportparse.compare.pairing import pairs
from reportparse.compare.project_names import Likeness, ProjectNames
from reportparse.compare.sightings import Sightings
from reportparse.compare.threads import rounded
from reportparse.compare.years import Side, Sides, years
from reportparse.model import Project
from reportparse.model.comparison import ComparedProject, Course, ProjectState, ProjectStep

ALIKE = 0.8
"""The least likeness at which two names are taken for one project."""

ONE_NAME = 0.93
"""The least likeness at which two names in one report are one project's."""

TEXT = "text"
"""What `because` says where extract read no project and its name was found in the text."""

NOT_TOLD = "not_told"
"""What `because` says where the last report has no text on the topic of a project: nothing is known of a change."""


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
            if key not in track.states and (seen := text.of(track.latest().name)):
                track.states[key] = seen
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
        Track({side.key: state(group, side.year)}, frozenset(p.name for p in group))
        for group in mentions.values()
    ]


def _same(one: str, other: str, names: ProjectNames) -> bool:
    return names.likeness(one, other) >= ONE_NAME


def _likeness(track: Track, new: Track, names: ProjectNames) -> Likeness:
    return max(names.kinship(older, newer) for older in track.names for newer in new.names)


def _compared(track: Track, compared: Sides, sightings: Mapping[str, Sightings]) -> ComparedProject:
    """Make the row of a project.

    It has vanished where a report has text on its topic and does not name it; where there is no such text nothing
    is told of a change, and it stands as it stood.
    """
    states, name = track.states, track.latest().name

    def known(found: Course, by: Side) -> Course:
        silent = found is Course.vanished and not sightings[by.key].speaks_of(name)
        return Course.unchanged if silent else found

    steps = tuple(
        ProjectStep(
            years=years(older, newer),
            course=known(course(states.get(older.key), states.get(newer.key)), newer),
        )
        for older, newer in compared.neighbours()
        if {older.key, newer.key} & states.keys()
    )
    last = compared.all[-1]
    found = overall(states.values(), to_last=last.key in states)
    whole = known(found, last)
    because = NOT_TOLD if whole is not found else track.because or (TEXT if len(states) > 1 else None)
    return ComparedProject(
        name=name,
        by_year=states,
        course=whole,
        steps=steps,
        likeness=rounded(track.likeness),
        because=because,
    )

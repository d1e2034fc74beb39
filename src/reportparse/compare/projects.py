"""Say what became of each project from report to report."""

from collections.abc import Iterable, Mapping

from reportparse.compare.course import course, overall
from reportparse.compare.pairing import rounded
from reportparse.compare.project_names import ProjectNames
from reportparse.compare.sightings import Sightings
from reportparse.compare.tracks import Track, tracks
from reportparse.compare.years import Side, Sides, years
from reportparse.model.comparison import ComparedProject, Course, ProjectStep

TEXT = "text"
"""What `because` says where extract read no project and its name was found in the text."""

NOT_TOLD = "not_told"
"""What `because` says where the last report has no text on the topic of a project: nothing is known of a change."""


def compare_projects(compared: Sides) -> tuple[ComparedProject, ...]:
    """Say what became of each project, in the order in which the reports name them first."""
    names = ProjectNames(compared.names, compared.lexicon)
    sightings = {side.key: Sightings(side, names, compared.lexicon) for side in compared.all}
    found = tracks(compared, names)
    _seen(found, sightings)
    return tuple(_compared(track, compared, sightings) for track in found)


def _seen(found: Iterable[Track], sightings: Mapping[str, Sightings]) -> None:
    """Give each track the states in which reports name it that extract read no project of.

    Words of a text are one project's: of several tracks of that name they are the first's.
    """
    taken: set[tuple[str, str, int, str]] = set()
    for track in found:
        for key, text in sightings.items():
            if key in track.states or not (seen := text.of(track.latest().name)):
                continue
            words = (key, seen.at.paragraph, seen.at.start, seen.name)
            if words not in taken:
                track.states[key] = seen
                taken.add(words)
        track.states = {key: track.states[key] for key in sightings if key in track.states}


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
            course=known(
                course(states.get(older.key), states.get(newer.key), begun=older.key in track.begun), newer
            ),
        )
        for older, newer in compared.neighbours()
        if {older.key, newer.key} & states.keys()
    )
    last = compared.all[-1]
    begun = next(iter(states)) in track.begun
    found = overall(states.values(), to_last=last.key in states, begun=begun)
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

"""Follow each project through the reports by its names."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportparse.compare.course import is_told_begun, state
from reportparse.compare.kinships import ALIKE, ALONE, holds_alone
from reportparse.compare.pairing import pairs
from reportparse.compare.project_names import Likeness, ProjectNames
from reportparse.compare.years import Side, Sides
from reportparse.model import Project
from reportparse.model.comparison import ProjectState

ONE_NAME = 0.93
"""The least likeness at which two names in one report are one project's."""


OWNER = "owner"
"""The kinship of a name with the same behind its owner or place."""


@dataclass(eq=False)
class Track:
    """Be a project on its way through the reports, by the reports' keys, the latest last.

    `names` and `told`, its mentions, are those of the latest report that extract read it in; `begun` are the keys of
    the reports that look back on its beginning. `owned` are the fuller names of reports before, while the latest
    leaves out whose it is.
    """

    states: dict[str, ProjectState]
    names: frozenset[str]
    told: tuple[Project, ...]
    begun: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    likeness: float | None = None
    because: str | None = None

    def join(self, later: "Track", like: Likeness) -> None:
        """Take in the same project of a later report; the weakest likeness is the track's."""
        self.states |= later.states
        if like.because == OWNER:
            shorter = max(map(len, later.names)) < min(map(len, self.names))
            self.owned = self.names if shorter else frozenset()
        self.names, self.told = later.names, later.told
        self.begun |= later.begun
        self._weaken(like)

    def merge(self, again: "Track", like: Likeness, side: Side) -> None:
        """Take in what the latest report tells of the project under another name."""
        self.told = tuple(sorted((*self.told, *again.told), key=lambda project: int(project.id[1:])))
        self.states[side.key] = state(self.told, side.year)
        self.names |= again.names
        self.begun |= again.begun
        self._weaken(like)

    def _weaken(self, like: Likeness) -> None:
        if self.likeness is None or like.likeness < self.likeness:
            self.likeness, self.because = like

    def latest(self) -> ProjectState:
        """Give its last state so far."""
        return list(self.states.values())[-1]


def tracks(compared: Sides, names: ProjectNames) -> tuple[Track, ...]:
    """Align the projects of all reports, each report's with the latest known names of every track.

    The pairs together have the greatest likeness. A name that is left over is the same project told twice where it
    is like both names of a pair.
    """
    found: list[Track] = []
    before: Side | None = None
    for side in compared.all:
        begun = _begun(side, names)
        kin = _kin(found, begun, names)
        alike = {at: like.likeness for at, like in kin.items()}
        chosen = [(found[pair.old], begun[pair.new]) for pair in pairs(alike, len(found), len(begun))]
        older = [track for track in found if before and [*track.states] == [before.key]]
        if before:
            twice = _told_twice(older, chosen, before, names)
            found = [track for track in found if track not in twice]
        _told_twice(begun, [(new, old) for old, new in chosen], side, names)
        for old, new in chosen:
            old.join(new, _likeness(old, new, names))
        taken = {id(new) for _, new in chosen}
        found += [new for new in begun if id(new) not in taken and new.told]
        before = side
    return tuple(found)


def _told_twice(
    tracks: Iterable[Track], chosen: Sequence[tuple[Track, Track]], side: Side, names: ProjectNames
) -> list[Track]:
    """Merge what is left over of one report's tracks with those of its own that a pair ties to the same project.

    `chosen` are pairs with this report's track first. Merged tracks are given, and left with nothing told.
    """
    paired = {id(own) for own, _ in chosen}
    merged = []
    for track in tracks:
        if id(track) in paired:
            continue
        alike = [
            (own, min(both))
            for own, other in chosen
            if [*own.states][-1] == side.key
            and (both := (_likeness(track, own, names), _likeness(track, other, names)))
            and min(both).likeness >= ALIKE
        ]
        sure = [(own, like) for own, like in alike if not holds_alone(*like)]
        if sure or len(alike) == 1:
            own, like = (sure or alike)[0]
            own.merge(track, like, side)
            track.told = ()
            merged.append(track)
    return merged


def _kin(
    found: Sequence[Track], begun: Sequence[Track], names: ProjectNames
) -> dict[tuple[int, int], Likeness]:
    """Give the pairs whose names may be one project's; the unsure ones only where nothing competes."""
    kin = {
        (i, j): like
        for i, track in enumerate(found)
        for j, new in enumerate(begun)
        if (like := _likeness(track, new, names)).likeness >= ALONE
    }
    sure = {at for at, like in kin.items() if not holds_alone(*like)}
    older, newer = Counter(i for i, _ in kin), Counter(j for _, j in kin)
    return {(i, j): like for (i, j), like in kin.items() if (i, j) in sure or older[i] == newer[j] == 1}


def _begun(side: Side, names: ProjectNames) -> list[Track]:
    """Begin a track for each project of a report, all its mentions together.

    Mentions belong together where extract ties them and a kinship holds at all, or where their names are all but the
    same.
    """
    mentions: dict[str, list[Project]] = {}
    known: dict[str, str] = {}
    for project in side.report.projects:
        first = next(
            (known[name] for name in known if names.likeness(name, project.name) >= ONE_NAME), project.id
        )
        tied = mentions.get(project.same_as or "", ())
        if any(names.likeness(one.name, project.name) for one in tied):
            first = project.same_as or first
        mentions.setdefault(first, []).append(project)
        known.setdefault(project.name, first)
    return [
        Track(
            {side.key: state(group, side.year)},
            frozenset(p.name for p in group),
            tuple(group),
            frozenset({side.key} if is_told_begun(group) else ()),
        )
        for group in mentions.values()
    ]


def _likeness(track: Track, new: Track, names: ProjectNames) -> Likeness:
    """Give the greatest likeness of any two names.

    What lost its owner (砚湖建材城, 建材城) is not another owner's (鹤亭建材城).
    """
    like = max(names.kinship(older, newer) for older in track.names for newer in new.names)
    others = [(older, newer) for older in track.owned for newer in new.names]
    if like.because == OWNER and others and not any(names.likeness(*pair) >= ALONE for pair in others):
        return Likeness(0.0, "")
    return like

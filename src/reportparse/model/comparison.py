"""Shape the comparison of reports: what `reportparse diff` prints."""

from collections.abc import Mapping
from typing import Final, Literal

from reportparse.model.base import Exact, Frozen, Vocabulary
from reportparse.model.document import Warning
from reportparse.model.fact import At, Commitment, Figure, Measure, Outlook, Stage
from reportparse.model.report import Role, Versions

DIFF_SCHEMA_VERSION: Final = "1.0"

Years = tuple[int | None, int | None]
"""The years of the older and the newer report of a pair; null where a report does not say its year."""


WEAK_GROUNDS: Final = ("owner", "genus", "firm", "letters")
"""Grounds on which two names are paired that a reader should look at: a kinship, or their letters alone."""


class Compared(Frozen):
    """Be one report of a comparison. `key` names it in every `by_year`: its year, or more where that is no name.

    `sha256` is that of the bytes that the report was read from.
    """

    key: str
    place: str | None
    year: int | None
    name: str
    sha256: str


class Change(Vocabulary):
    """Say what became of a target."""

    raised = "raised"
    lowered = "lowered"
    held = "held"
    hardened = "hardened"
    softened = "softened"
    new = "new"
    dropped = "dropped"
    not_comparable = "not_comparable"


class TargetStep(Frozen):
    """Say what became of a target between two neighbouring reports."""

    years: Years
    change: Change


class ComparedTarget(Frozen):
    """Follow one target through the reports.

    `change` compares the first report with the last, `steps` each with the next; a step in which neither has
    the target is left out. `likeness` is the least with which two names were aligned, 1 where the indicator is
    the same, null where only one report has it. `repeats` lists, by report, the ids of further targets that say
    the very same; `not_stated` the reports that are known to set no target for the indicator.
    """

    indicator: str
    indicator_id: str | None
    measure: Measure
    by_year: Mapping[str, Figure]
    change: Change
    steps: tuple[TargetStep, ...]
    likeness: Exact | None
    repeats: Mapping[str, tuple[str, ...]]
    not_stated: tuple[str, ...]


class Verdict(Vocabulary):
    """Say whether what was promised was reached."""

    exceeded = "exceeded"
    met = "met"
    missed = "missed"
    not_reported = "not_reported"
    not_comparable = "not_comparable"


class Fulfilment(Frozen):
    """Set a target beside the result that a later report gives for its period.

    `years` are those of the two reports; the second is the first report that looks back on the period.
    `gap` is the result minus the target in the target's printed unit, null where they can't be compared.
    `ceiling` is true where less is better.
    """

    indicator: str
    indicator_id: str | None
    measure: Measure
    period: str | None
    years: Years
    target: Figure
    result: Figure | None
    verdict: Verdict
    gap: Exact | None
    ceiling: bool
    likeness: Exact | None


class Course(Vocabulary):
    """Say what became of a project.

    It has vanished where the later report has text on its topic and does not name it; where there is no such text it
    is unchanged, and `because` is not_told.
    """

    advanced = "advanced"
    completed = "completed"
    unchanged = "unchanged"
    set_back = "set_back"
    vanished = "vanished"
    new = "new"


class ProjectState(Frozen):
    """Be how far a report says that a project is: the furthest mention that looks back, and the ids of all mentions.

    Only where none looks back it is the furthest that looks ahead; 加快建设 counts as looking back, since it has
    begun when it is said. `ahead` is the furthest stage that the report looks ahead to, null where it looks ahead
    to none. Where extract read no project but the text names it, there are no `mentions`, `id` is the paragraph's
    and `stage` that of the clause.
    """

    id: str
    name: str
    stage: Stage
    outlook: Outlook
    period: str | None
    quote: str
    at: At
    mentions: tuple[str, ...]
    ahead: Stage | None


class ProjectStep(Frozen):
    """Say what became of a project between two neighbouring reports."""

    years: Years
    course: Course


class ComparedProject(Frozen):
    """Follow one project through the reports; `steps` and `likeness` are as for targets.

    `course` compares the first that is known of the project with the last. `because` names the kinship of the
    least alike names: same_name, work, again, section, brackets, ends, order, head, group, short_form, genus, letters,
    owner or firm; text where extract read no project and the name was found in the text; not_told where the last
    report has no text on its topic.
    """

    name: str
    by_year: Mapping[str, ProjectState]
    course: Course
    steps: tuple[ProjectStep, ...]
    likeness: Exact | None
    because: str | None


class Fate(Vocabulary):
    """Say what became of a commitment."""

    done = "done"
    repeated = "repeated"
    dropped = "dropped"
    new = "new"


class Reported(Frozen):
    """Be a clause of the newer report's review that tells of a commitment."""

    quote: str
    section: str | None
    at: At


class ComparedCommitment(Frozen):
    """Pair a commitment with what the next report has of it.

    `new` is the next report's commitment where the fate is repeated or new, and a passage of its review where
    it is done. `reported` is such a passage beside a commitment that is repeated. `short` is true where the
    passage tells that a number or a stage was not reached. `likeness` is null where the commitment is dropped
    or new. `because` says by what the two were paired: the result of the promised figure, how far the promised
    project is, or the words of the clauses.
    """

    years: Years
    old: Commitment | None
    new: Commitment | Reported | None
    reported: Reported | None
    short: bool
    likeness: Exact | None
    because: Literal["result", "project", "words"] | None
    fate: Fate


class SectionChange(Vocabulary):
    """Say what became of a section."""

    same = "same"
    renamed = "renamed"
    moved = "moved"
    new = "new"
    dropped = "dropped"


class SectionWeight(Frozen):
    """Be a section with its weight: the characters under it, white space left out, and their share of the report."""

    id: str
    title: str
    level: int
    role: Role
    characters: int
    share: Exact


class ComparedSection(Frozen):
    """Pair a section with the one that has its place in the next report."""

    years: Years
    old: SectionWeight | None
    new: SectionWeight | None
    likeness: Exact | None
    change: SectionChange


class PanelCell(Frozen):
    """Be what the reports say of one indicator for one year: the target set for it, the result told of it."""

    target: Figure | None
    result: Figure | None


class PanelRow(Frozen):
    """Be one indicator over the years that targets and results hold for."""

    indicator: str
    indicator_id: str | None
    measure: Measure
    unit: str
    by_year: Mapping[str, PanelCell]


class Comparison(Frozen):
    """Be two or more reports side by side, the oldest first."""

    schema_version: Literal["1.0"] = DIFF_SCHEMA_VERSION
    versions: Versions
    reports: tuple[Compared, ...]
    targets: tuple[ComparedTarget, ...]
    fulfilment: tuple[Fulfilment, ...]
    projects: tuple[ComparedProject, ...]
    commitments: tuple[ComparedCommitment, ...]
    sections: tuple[ComparedSection, ...]
    panel: tuple[PanelRow, ...]
    warnings: tuple[Warning, ...]

    def _repr_html_(self) -> str:
        from reportparse.show.notebook import comparison_html

        return comparison_html(self)

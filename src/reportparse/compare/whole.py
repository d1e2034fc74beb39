"""Compare reports: the stages in their order."""

from collections.abc import Sequence

from reportparse.compare.commitments import compare_commitments
from reportparse.compare.fulfilment import Tolerances, compare_results
from reportparse.compare.panel import panel
from reportparse.compare.projects import compare_projects
from reportparse.compare.sections import compare_sections
from reportparse.compare.targets import compare_targets
from reportparse.compare.threads import threads
from reportparse.compare.years import doubts, sides
from reportparse.lexicon import Lexicon, load
from reportparse.model import Report
from reportparse.model.comparison import Change, ComparedCommitment, Comparison, Course, Fate, SectionChange
from reportparse.pipeline import versions

LISTS = ("targets", "fulfilment", "projects", "commitments", "sections", "panel")
"""The lists of a comparison, as --only names them."""


def compare(
    reports: Sequence[Report], *, lexicon: Lexicon | None = None, tolerances: Tolerances | None = None
) -> Comparison:
    """Set two or more reports side by side, in whatever order they are given.

    Raises UsageError for fewer than two. Reports of different places are compared, with a warning; what one
    reports is then never the result of what another promised.
    """
    compared = sides(reports, lexicon or load())
    aligned = threads(compared)
    tolerances = tolerances or Tolerances()
    fulfilment = compare_results(compared, tolerances)
    projects = compare_projects(compared)
    return Comparison(
        versions=versions(),
        reports=tuple(side.described() for side in compared.all),
        targets=compare_targets(compared, aligned),
        fulfilment=fulfilment,
        projects=projects,
        commitments=compare_commitments(compared, tolerances, fulfilment, projects),
        sections=compare_sections(compared),
        panel=panel(compared, aligned, fulfilment),
        warnings=doubts(compared),
    )


def differs(comparison: Comparison) -> bool:
    """Tell whether anything changed from the first report to the last. What was promised and done is no change."""
    return (
        any(row.change is not Change.held for row in comparison.targets)
        or any(row.course is not Course.unchanged for row in comparison.projects)
        or any(not _again(row) for row in comparison.commitments)
        or any(row.change is not SectionChange.same for row in comparison.sections)
    )


def _again(row: ComparedCommitment) -> bool:
    return (
        row.fate is Fate.repeated
        and row.old is not None
        and row.new is not None
        and row.old.quote == row.new.quote
    )

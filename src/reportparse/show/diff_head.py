"""Say what stands above the blocks of a comparison: what is compared, what matters of it, what made it."""

from collections.abc import Iterable

from reportparse.language import ENGLISH, Words
from reportparse.model.comparison import Compared, ComparedProject, Comparison, Verdict
from reportparse.show.diff_words import counted, rank


def heading(reports: Iterable[Compared]) -> str:
    """Name what is compared: 砚川市 2021 → 2022, or 砚川市 2021 → 墨池区 2021."""
    named: list[str] = []
    before = None
    for report in reports:
        place, year = report.place or report.name, str(report.year or "?")
        named.append(year if place == before else f"{place} {year}")
        before = place
    return " → ".join(named)


def made_by(comparison: Comparison, words: Words = ENGLISH) -> str:
    """Name the versions that made a comparison: 0.1.0, schema 1.0, lexicon 1.0, codebook 1.0."""
    made = comparison.versions
    return words.label(
        "made_by",
        program=made.program,
        schema=comparison.schema_version,
        lexicon=made.lexicon,
        codebook=made.codebook,
    )


def summary(comparison: Comparison, words: Words = ENGLISH) -> tuple[str, ...]:
    """Say first what matters: what became of the headline targets and of the projects that both ends name.

    The long tail stands behind, counted.
    """
    # What only sets again what another target of its report sets has that one's verdict, and counts once.
    judged = [row for row in comparison.fulfilment if row.target.repeats is None]
    known = [row for row in judged if rank(row.indicator_id, row.target) == 0]
    other = [row for row in judged if rank(row.indicator_id, row.target) > 0]
    told = [row for row in other if row.verdict is not Verdict.not_reported]
    ends = {comparison.reports[0].key, comparison.reports[-1].key}
    named = [row for row in comparison.projects if ends <= row.by_year.keys()]
    none = words.label("none")
    lines = []
    if known or other:
        tail = [
            counted((row.verdict for row in told), words),
            words.label("counted_not_told", count=len(other) - len(told)),
        ]
        verdicts = counted((row.verdict for row in known), words) or none
        lines.append(words.label("headline_targets", counted=verdicts))
        lines.append(words.label("further_targets", counted=" · ".join(part for part in tail if part)))
    if comparison.projects:
        lines.append(
            words.label(
                "projects_named",
                counted=counted((row.course for row in named), words) or none,
                last=_alone(comparison.projects, comparison.reports[-1].key),
                first=_alone(comparison.projects, comparison.reports[0].key),
            )
        )
    return tuple(lines)


def _alone(rows: Iterable[ComparedProject], key: str) -> int:
    return sum([*row.by_year] == [key] for row in rows)

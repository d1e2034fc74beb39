"""Hold what must be true of every report, on every sample."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from reportparse import Commitment, Figure, Project, Report, extract
from reportparse.model.json import from_json, to_json
from tests.conftest import SAMPLES

Extracted = Callable[[Path], Report]
Fact = Figure | Project | Commitment


def facts_of(report: Report) -> list[Fact]:
    """Give the facts of all kinds."""
    return [*report.targets, *report.results, *report.projects, *report.commitments]


def test_quotes_are_slices_of_their_paragraphs(sample: Path, extracted: Extracted) -> None:
    """Every fact stands where it says, to the character."""
    report = extracted(sample)
    texts = {paragraph.id: paragraph for paragraph in report.paragraphs}
    for fact in facts_of(report):
        paragraph = texts[fact.at.paragraph]
        assert fact.quote
        assert paragraph.text[fact.at.start : fact.at.end] == fact.quote
        assert paragraph.page == fact.at.page or fact.at.page is not None


def test_headings_are_slices_of_their_paragraphs(sample: Path, extracted: Extracted) -> None:
    """A section's place holds its number and its title; a title over several lines begins there."""
    report = extracted(sample)
    texts = {paragraph.id: paragraph.text for paragraph in report.paragraphs}
    for section in report.sections:
        printed = texts[section.at.paragraph][section.at.start : section.at.end]
        assert printed
        assert section.title.startswith(printed) or printed.endswith(section.title)


def test_children_stand_inside_their_parents(sample: Path, extracted: Extracted) -> None:
    """A section comes after its parent, deeper than it, and its id begins with the parent's."""
    report = extracted(sample)
    met = dict[str, int]()
    for section in report.sections:
        if section.parent is not None:
            assert met[section.parent] < section.level
            assert section.id.startswith(f"{section.parent}.")
        met[section.id] = section.level
    assert all(paragraph.section is None or paragraph.section in met for paragraph in report.paragraphs)


def test_ids_are_unique_and_refer_to_what_is_there(sample: Path, extracted: Extracted) -> None:
    """No id stands twice, and no fact points at one that does not exist."""
    report = extracted(sample)
    facts = facts_of(report)
    ids = [fact.id for fact in facts]
    ids += [section.id for section in report.sections] + [paragraph.id for paragraph in report.paragraphs]
    assert len(ids) == len(set(ids))
    known = set(ids)
    assert all(fact.section is None or fact.section in known for fact in facts)
    for project in report.projects:
        assert project.same_as is None or project.same_as in known
        assert known.issuperset(project.figures)
    for commitment in report.commitments:
        assert known.issuperset((*commitment.targets, *commitment.projects))


def test_facts_are_in_reading_order(sample: Path, extracted: Extracted) -> None:
    """Lists follow the text."""
    report = extracted(sample)
    order = {paragraph.id: i for i, paragraph in enumerate(report.paragraphs)}
    lists: list[Sequence[Fact]] = [report.targets, report.results, report.projects, report.commitments]
    for facts in lists:
        paragraphs = [order[fact.at.paragraph] for fact in facts]
        assert paragraphs == sorted(paragraphs)


def test_the_same_bytes_come_out_twice(sample: Path, extracted: Extracted) -> None:
    """No clock, no chance and no path of the machine is in the output."""
    printed = to_json(extracted(sample))
    assert to_json(extract(sample.read_bytes(), name=sample.name)) == printed
    assert str(sample.parent) not in printed


def test_printed_reports_are_read_back(sample: Path, extracted: Extracted) -> None:
    """The JSON is a full copy: read back and printed again it is the same."""
    printed = to_json(extracted(sample))
    assert to_json(from_json(printed.encode(), sample.name)) == printed


@pytest.mark.parametrize("stem", sorted({path.stem for path in SAMPLES}))
def test_all_formats_of_a_report_give_the_same_facts(stem: str, extracted: Extracted) -> None:
    """PDF, DOCX, HTML and Markdown of one report agree on every fact and heading."""
    told = {path.suffix: _told(extracted(path)) for path in SAMPLES if path.stem == stem}
    first = told.pop(".md")
    assert all(other == first for other in told.values())


def _told(report: Report) -> list[str]:
    """Give the facts without what a format may change: ids, pages and offsets."""
    gone = {"id", "at", "page", "section", "parent", "same_as", "figures", "targets", "projects"}
    told = [repr(fact.model_dump(exclude=gone)) for fact in facts_of(report)]
    return told + [repr(section.model_dump(exclude=gone)) for section in report.sections]

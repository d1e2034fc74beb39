"""Say where to look: what is odd about a report as a whole, once all its facts are read."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from statistics import median

import regex

from reportparse.extractors.figures.noise import declined
from reportparse.grammar.calendar import YEAR
from reportparse.grammar.clause import Span, meeting
from reportparse.grammar.quantity import Quantity, quantities
from reportparse.grammar.reading import read as reading_of
from reportparse.lexicon import IndicatorEntry, Lexicon
from reportparse.model import Figure, Measure, Outline, Passage, Role, Warning
from reportparse.outline.role import part_role, part_roles
from reportparse.reading.spacing import merged
from reportparse.text import fold

NO_WORK_REPORT = "no-work-report"
"""The code of the one warning that is told on standard error too: what comes out is of another kind of text."""

_WORK_REPORT = frozenset({Role.review, Role.tasks})
_UNREAD_SHARE = Decimal("0.05")
_UNREAD_LEAST = 5
_SILENT_LEAST = 5
_SHOWN = 10
_DELEGATES = regex.compile("(?:尊敬的)?各位(?:代表|委员)")
_YEAR = regex.compile(rf"{YEAR}年")
_LONG = 2000
_LONGER_BY = 10
_NAMED = 5
_ANY_GROWTH = (-100, 10_000)


def doubts(outlined: Outline, figures: Sequence[Figure], lexicon: Lexicon) -> tuple[Warning, ...]:
    """Give the doubts about a report, each with the page where there is one.

    First what kind of text it is, then sections, long paragraphs and figures, each in the order of the text.
    """
    return (
        *_kind(outlined, lexicon),
        *_unread(outlined.passages, figures, lexicon),
        *_long(outlined.passages),
        *_far_out(figures, lexicon),
    )


def _kind(outlined: Outline, lexicon: Lexicon) -> Iterator[Warning]:
    """Tell of a document that is no work report, or only half of one."""
    roles = {section.role for section in outlined.sections}
    called = "工作报告" in (outlined.meta.title or "") or outlined.meta.meeting is not None
    if not called and not _has_parts(outlined, lexicon):
        message = (
            "This does not look like a government work report: no title, no review and no tasks were found."
        )
        yield Warning(code=NO_WORK_REPORT, message=message)
    elif Role.review in roles and not roles & {Role.tasks, Role.outlook}:
        yield Warning(
            code="only-review", message="Only a review was found, no tasks: it may be a part of a report."
        )


def _has_parts(outlined: Outline, lexicon: Lexicon) -> bool:
    """Tell whether delegates are spoken to, a passage sets the year's targets, or a title names a part or its year.

    What has numbered parts of other names is taken for a report's by topic, and may be a recipe.
    """
    for passage in outlined.passages:
        if passage.paragraph.role is Role.annual_targets or _DELEGATES.match(fold(passage.paragraph.text)):
            return True
    titles = [fold(section.title) for section in outlined.sections if section.role in _WORK_REPORT]
    return any(
        part_role(title, part_roles(lexicon)) in _WORK_REPORT or _YEAR.search(title) for title in titles
    )


def _unread(passages: Iterable[Passage], figures: Sequence[Figure], lexicon: Lexicon) -> Iterator[Warning]:
    """Tell of sections that have numbers and no figures, and of the share of numbers that no rule read."""
    quoted: dict[str, list[tuple[int, int]]] = {}
    for figure in figures:
        quoted.setdefault(figure.at.paragraph, []).append((figure.at.start, figure.at.end))
    read = {name: [Span(*one) for one in merged(tuple(sorted(spans)))] for name, spans in quoted.items()}
    counts: dict[str | None, tuple[int, int]] = {}
    pages: dict[str | None, int | None] = {}
    alone: list[str] = []
    for passage in passages:
        if passage.outlook is None:
            continue
        paragraph = passage.paragraph
        spans = read.get(paragraph.id, ())
        found = list(_measuring(paragraph.text, lexicon))
        left = [one for one in found if not meeting(spans, one.start, one.end)]
        total, unread = counts.get(paragraph.section, (0, 0))
        counts[paragraph.section] = total + len(found), unread + len(left)
        alone += (f"{paragraph.text[one.start : one.end]} ({paragraph.id})" for one in left)
        pages.setdefault(paragraph.section, paragraph.page)
    for section, (total, unread) in counts.items():
        if total == unread >= _SILENT_LEAST:
            message = f"Section {section} has {total} numbers, none of which was read as a figure."
            yield Warning(code="numbers-without-figures", message=message, page=pages[section])
    total, unread = (sum(count[at] for count in counts.values()) for at in (0, 1))
    if unread >= _UNREAD_LEAST and unread >= _UNREAD_SHARE * total:
        share = f"{100 * unread / total:.0f} %"
        shown = ", ".join(alone[:_SHOWN]) + (", …" if unread > _SHOWN else "")
        message = f"No rule read {unread} of {total} numbers ({share}): {shown}."
        yield Warning(code="numbers-unread", message=message)


def _measuring(text: str, lexicon: Lexicon) -> Iterator[Quantity]:
    """Yield the quantities of a text that may be figures: no dates, ranks or numbers in names."""
    folded = fold(text)
    return (found for found in quantities(folded, lexicon) if not declined(folded, found, lexicon))


def _long(passages: Sequence[Passage]) -> Iterator[Warning]:
    """Tell of a paragraph that is much longer than the others: line breaks were lost, as on a careless page."""
    lengths = [len(passage.paragraph.text) for passage in passages]
    usual = median(lengths) if lengths else 0
    for passage in passages:
        length = len(passage.paragraph.text)
        if length > _LONG and (length > _LONGER_BY * usual or len(passages) < _NAMED):
            message = f"Paragraph {passage.paragraph.id} has {length} characters: breaks between paragraphs were lost."
            yield Warning(code="long-paragraph", message=message, page=passage.paragraph.page)


def _far_out(figures: Iterable[Figure], lexicon: Lexicon) -> Iterator[Warning]:
    """Tell of figures that are far from what their indicator usually has."""
    usual = {entry.id: entry.usual_growth for entry in lexicon.of(IndicatorEntry) if entry.usual_growth}
    for figure in figures:
        if figure.value is None or figure.unit != "%":
            continue
        low, high = usual.get(figure.indicator_id or "", _ANY_GROWTH)
        if figure.measure is Measure.share:
            low, high = 0, 100 if _is_capped(figure.indicator, lexicon) else 1000
        elif figure.measure is not Measure.growth:
            continue
        if not low <= figure.value <= high:
            message = f"{figure.id} is unusual: {figure.indicator} {figure.value} %, in “{figure.quote}”."
            yield Warning(code="value-far-out", message=message, page=figure.at.page)


def _is_capped(indicator: str, lexicon: Lexicon) -> bool:
    """Tell whether an indicator is a part of a whole; others, as 完成率, may be over 100 %."""
    found = reading_of(fold(indicator), lexicon).tokens
    noun = found[-1].features.noun if found else None
    return noun is not None and noun.capped

"""Explain a text: every rule that matched in it, what it read, and what was declined, stage by stage."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reportparse.errors import UsageError
from reportparse.extractors.commitments import commitments
from reportparse.extractors.figures.figures import of_passage
from reportparse.extractors.figures.noise import declined
from reportparse.extractors.link import link_commitments
from reportparse.extractors.projects import projects, weighed
from reportparse.grammar import calendar as times
from reportparse.grammar import quantity
from reportparse.grammar.calendar import Calendar
from reportparse.grammar.clause import sentences
from reportparse.grammar.quantity import quantities
from reportparse.lexicon import Lexicon
from reportparse.model import Commitment, Figure, Outlook, Paragraph, Passage, Project, Report, Role
from reportparse.model.trace import Step, Verdict
from reportparse.rule import Rule
from reportparse.text import fold

Fact = Figure | Project | Commitment


def explain_text(
    text: str, lexicon: Lexicon, *, outlook: Outlook = Outlook.planned, year: int
) -> tuple[Step, ...]:
    """Explain a text as if it stood in the part of a report of `year` that looks that way."""
    paragraph = Paragraph(id="p1", section=None, role=Role.other, page=None, text=text)
    when = str(year if outlook is Outlook.planned else year - 1)
    passage = Passage(paragraph=paragraph, body=0, outlook=outlook, period=when)
    return explain_passage(passage, Calendar.of(year, None), lexicon)


def explain_fact(report: Report, name: str, lexicon: Lexicon) -> tuple[Fact, tuple[Step, ...]]:
    """Find a fact by its id, and explain the words of its quote. Raises UsageError for an id that is not there."""
    fact = fact_of(report, name)
    paragraph = next((p for p in report.paragraphs if p.id == fact.at.paragraph), None)
    if paragraph is None:
        raise UsageError(
            f"{report.source.name} does not hold the text of {name}.", "Extract it without --only."
        )
    headings = [s.at.end for s in report.sections if s.at.paragraph == paragraph.id]
    year = report.meta.year or int((_period(fact) or "2000")[-4:])
    passage = Passage(
        paragraph=paragraph,
        body=min(max(headings, default=0), fact.at.start),
        outlook=_outlook(report, fact),
        period=_period(fact),
    )
    steps = explain_passage(passage, Calendar.of(year, report.meta.review_year), lexicon)
    return fact, tuple(step for step in steps if step.start < fact.at.end and fact.at.start < step.end)


def fact_of(report: Report, name: str) -> Fact:
    """Give the fact with an id. Raises UsageError."""
    for fact in _facts_of(report):
        if fact.id == name:
            return fact
    lists = (report.targets, report.results, report.projects, report.commitments)
    ids = ", ".join(_span_of([fact.id for fact in facts]) for facts in lists if facts)
    raise UsageError(
        f"{report.source.name} has no fact {name}.", f"Its facts are {ids}." if ids else "It has no facts."
    )


def _span_of(ids: Sequence[str]) -> str:
    """Give the first and the last of ids by their numbers: in the text one that a hand added stands before others."""
    numbered = sorted(ids, key=lambda id_: (len(id_), id_))
    return "–".join(dict.fromkeys((numbered[0], numbered[-1])))


def around(report: Report, fact: Fact) -> tuple[str, str]:
    """Give what stands before and behind a fact's quote in its sentence; nothing where the text is not there."""
    text = next((p.text for p in report.paragraphs if p.id == fact.at.paragraph), None)
    if text is None:
        return "", ""
    own = [sentence for sentence in sentences(text) if sentence.meets(fact.at.start, fact.at.end)]
    return text[own[0].start : fact.at.start], text[fact.at.end : own[-1].end]


def ids_of(report: Report) -> frozenset[str]:
    """Give the ids of a report's facts."""
    return frozenset(fact.id for fact in _facts_of(report))


def _facts_of(report: Report) -> list[Fact]:
    return [*report.targets, *report.results, *report.projects, *report.commitments]


def _outlook(report: Report, fact: Fact) -> Outlook:
    if isinstance(fact, Project):
        return fact.outlook
    return Outlook.done if fact in report.results else Outlook.planned


def _period(fact: Fact) -> str | None:
    return fact.period


def explain_passage(passage: Passage, calendar: Calendar, lexicon: Lexicon) -> tuple[Step, ...]:
    """Explain one passage, in the order of the stages and, inside each, of the text."""
    text = fold(passage.paragraph.text)
    figures = of_passage(passage, calendar, lexicon)
    stages = (
        _readings("quantity", quantity.rules(lexicon), text),
        _no_figures(passage.paragraph.text, [figure for _, figure in figures], lexicon),
        _readings("period", times.rules(calendar), text),
        _names(passage, lexicon),
        _facts(passage, figures, calendar, lexicon),
    )
    return tuple(step for steps in stages for step in sorted(steps, key=lambda step: (step.start, step.end)))


def _readings(stage: str, rules: Iterable[Rule[Any]], text: str) -> Iterator[Step]:
    """Yield what each rule makes of each of its matches; of those that overlap, the first rule's wins."""
    taken: list[tuple[int, int]] = []
    for rule in rules:
        for match in rule.pattern.finditer(text):
            value, (start, end) = rule.build(match), match.span()
            if value is None:
                verdict = Verdict.declined
            elif any(start < other_end and other < end for other, other_end in taken):
                verdict = Verdict.outdone
            else:
                verdict = Verdict.read
                taken.append((start, end))
            reading = "" if value is None else str(value)
            yield Step(
                stage=stage,
                rule=rule.name,
                verdict=verdict,
                start=start,
                end=end,
                words=match[0],
                reading=reading,
            )


def _no_figures(printed: str, figures: Sequence[Figure], lexicon: Lexicon) -> Iterator[Step]:
    """Yield the quantities that are no figures, each with the reason; `unclaimed` where none has a name."""
    text = fold(printed)
    for found in quantities(text, lexicon):
        if reason := declined(text, found, lexicon):
            yield _decline(reason, text, found.start, found.end)
        elif not any(figure.at.start < found.end and found.start < figure.at.end for figure in figures):
            yield _decline("unclaimed", text, found.start, found.end)


def _decline(reason: str, text: str, start: int, end: int) -> Step:
    return Step(
        stage="figure",
        rule=reason,
        verdict=Verdict.declined,
        start=start,
        end=end,
        words=text[start:end],
        reading="",
    )


def _names(passage: Passage, lexicon: Lexicon) -> Iterator[Step]:
    """Yield each candidate for a project's name with the sum that decides, and what weighs most in it."""
    if passage.outlook is None:
        return
    text = fold(passage.paragraph.text)
    for mention, total, summands in weighed(text, passage.body, passage.outlook, lexicon):
        most = ", ".join(f"{weight:+.1f} {feature}" for weight, feature in summands[:5])
        yield Step(
            stage="name",
            rule="name.sum",
            verdict=Verdict.read if total > 0 else Verdict.declined,
            start=mention.start,
            end=mention.end,
            words=text[mention.start : mention.end],
            reading=f"{mention.candidate.name} {total:+.1f} ({most})",
        )


def _facts(
    passage: Passage, figures: Iterable[tuple[Outlook, Figure]], calendar: Calendar, lexicon: Lexicon
) -> Iterator[Step]:
    for outlook, figure in figures:
        yield _fact_step("target" if outlook is Outlook.planned else "result", figure)
    works = projects((passage,), calendar, lexicon)
    for project in works:
        yield _fact_step("project", project)
    for promise in link_commitments(commitments((passage,), lexicon), (), works, lexicon):
        yield _fact_step("commitment", promise)


def _fact_step(stage: str, fact: Fact) -> Step:
    return Step(
        stage=stage,
        rule=fact.rule,
        verdict=Verdict.read,
        start=fact.at.start,
        end=fact.at.end,
        words=fact.quote,
        reading=short(fact),
    )


def short(fact: Fact) -> str:
    """Write a fact in one line: "地区生产总值 growth 5.5 % around 2031"."""
    match fact:
        case Figure():
            most = "" if fact.value_max is None else f"-{fact.value_max}"
            value = fact.relation if fact.value is None else f"{fact.value}{most}"
            parts = (
                fact.indicator,
                fact.measure,
                value,
                fact.unit,
                fact.bound,
                fact.basis,
                fact.hedge,
                fact.period,
            )
            return " ".join(part for part in parts if part)
        case Project():
            return " ".join(part for part in (fact.name, fact.stage, fact.outlook, fact.period) if part)
        case Commitment():
            return f"{fact.verb} | {fact.object} | {fact.strength}"

"""Write a report as one HTML page: its text with the facts in it, what is in it as charts, a list to check it by."""

from collections.abc import Iterable
from decimal import Decimal

from reportparse.language import ENGLISH, Words
from reportparse.model import (
    Basis,
    Bound,
    Commitment,
    Figure,
    Measure,
    Outlook,
    Project,
    Report,
    Stage,
    Strength,
    Tone,
)
from reportparse.model.base import Frozen, Vocabulary
from reportparse.model.corrections import EDITABLE
from reportparse.show.highlights import Fact, facts_of, marked
from reportparse.show.pages import asset, page
from reportparse.show.report_charts import charts
from reportparse.show.summary import SIGNS, amount

_CHOICES: dict[str, type[Vocabulary]] = {
    "measure": Measure, "bound": Bound, "basis": Basis, "tone": Tone,
    "stage": Stage, "outlook": Outlook, "strength": Strength,
}  # fmt: skip
_MODELS: dict[str, type[Frozen]] = {
    "target": Figure, "result": Figure, "project": Project, "commitment": Commitment,
}  # fmt: skip
_APART = frozenset({"id", "quote", "at"})
_OPTIONAL = frozenset({"basis", "tone"})
_NUMBERS = ("value", "value_max")
_TIMES = ("period", "deadline")
_FOLLOWING = {
    "amount": ("value", "unit"), "amount_max": ("value_max", "unit"), "base_unit": ("unit",),
    "indicator_id": ("indicator",), "tone": ("bound", "hedge"),
}  # fmt: skip
"""What `extract` works out anew of an edited fact, and of which of its fields."""


def report_page(report: Report, words: Words = ENGLISH) -> str:
    """Fill the page. The same report gives the same bytes."""
    return page(
        "report.html",
        "report.js",
        "correcting.js",
        "report_hands.js",
        style=asset("report.css"),
        w=words,
        title=_heading(report),
        report=report,
        told=_told(report, words),
        counts=[(kind, len(getattr(report, f"{kind}s"))) for kind in EDITABLE],
        charts=charts(report, words),
        paragraphs=marked(report),
        data=_data(report, words),
    )


def _heading(report: Report) -> str:
    """Head a report by its place, year and title; one that tells of neither place nor title by its file."""
    meta = report.meta
    own = meta.place or meta.title
    return (
        " ".join(filter(None, (meta.place, str(meta.year or ""), meta.title))) if own else report.source.name
    )


def _told(report: Report, words: Words) -> list[str]:
    meta, pages = report.meta, report.source.pages
    name = report.source.name if _heading(report) != report.source.name else None
    told = (meta.date, meta.meeting, meta.office, meta.speaker, name,
            words.label("pages", count=pages) if pages else None)  # fmt: skip
    return list(filter(None, told))


def _data(report: Report, words: Words) -> dict[str, object]:
    """Give what the script works with; nothing in it is ever taken for markup."""
    meta = report.meta
    return {
        "facts": [_fact(kind, fact, words) for kind, fact in facts_of(report)],
        "sections": {section.id: f"{section.number or ''}{section.title}" for section in report.sections},
        "versions": report.versions.model_dump(),
        "source": {"name": report.source.name, "sha256": report.source.sha256},
        "place": meta.place,
        "year": meta.year,
        "fields": {
            kind: [name for name in model.model_fields if name not in _APART]
            for kind, model in _MODELS.items()
        },
        "editable": {kind.value: fields for kind, fields in EDITABLE.items()},
        "numbers": _NUMBERS,
        "times": _TIMES,
        "following": _FOLLOWING,
        "choices": {name: _choices(name, of) for name, of in _CHOICES.items()},
        "signs": dict(SIGNS),
        "words": words.pages,
        "headings": words.all_headings(),
        "codes": {name: words.codes(of.__name__) for name, of in _CHOICES.items()}
        | {
            "sector": words.codes("Sector"),
            "attribute": words.codes("Attribute"),
            "kind": words.codes("Step"),
        },
    }


def _choices(name: str, of: type[Vocabulary]) -> list[str]:
    return ([""] if name in _OPTIONAL else []) + [word.value for word in of]


def _fact(kind: str, fact: Fact, words: Words) -> dict[str, object]:
    name, short = _short(fact, words)
    return {"kind": kind, "name": name, "short": short} | dict(_filled(fact.model_dump().items()))


def _short(fact: Fact, words: Words) -> tuple[str, str]:
    match fact:
        case Figure():
            return fact.indicator, amount(fact)
        case Project():
            return fact.name, words.code(fact.stage)
        case Commitment():
            return f"{fact.verb} {fact.object}".strip(), words.code(fact.strength)


def _filled(fields: Iterable[tuple[str, object]]) -> Iterable[tuple[str, object]]:
    """Yield what a fact has; decimals stay in their digits."""
    for name, value in fields:
        if value is not None and value != () and (value != "" or isinstance(value, Decimal)):
            yield name, value

"""Make small reports by hand: a figure, a project, a commitment, each with what a test needs of it."""

from collections.abc import Sequence
from decimal import Decimal

from reportparse.lexicon import IndicatorEntry, load
from reportparse.model import (
    At,
    Baseline,
    Basis,
    Bound,
    Commitment,
    Figure,
    Measure,
    Meta,
    Outlook,
    Paragraph,
    Project,
    Report,
    Role,
    Section,
    Source,
    Stage,
    Strength,
    Tone,
    Versions,
)

SCALES = {"万": Decimal(10) ** 4, "亿": Decimal(10) ** 8}
AT = At(paragraph="p1", start=0, end=1)
AHEAD = At(paragraph="q1", start=0, end=1)


def figure(
    indicator: str,
    value: str | None,
    unit: str = "%",
    *,
    to: str | None = None,
    measure: Measure = Measure.growth,
    bound: Bound | None = None,
    tone: Tone | None = None,
    period: str | None = None,
    basis: Basis | None = None,
    relation: str | None = None,
    baseline: Baseline | None = None,
    id_: str = "t1",
    quote: str | None = None,
    paragraph: str = "p1",
) -> Figure:
    """Make a figure; its canonical id is looked up by name, its amount worked out from the unit."""
    scale = SCALES.get(unit[0], Decimal(1))
    low, high = (None if v is None else Decimal(v) for v in (value, to))
    return Figure(
        id=id_,
        indicator=indicator,
        indicator_id=canonical(indicator),
        measure=measure,
        value=low,
        value_max=high,
        unit=unit,
        amount=None if low is None else low * scale,
        amount_max=None if high is None else high * scale,
        base_unit=unit.lstrip("万亿"),
        bound=bound or (Bound.range if to else Bound.exact),
        basis=basis,
        hedge=None,
        tone=tone,
        period=period,
        baseline=baseline,
        relation=relation,
        section=None,
        quote=quote or f"{indicator}{value}{unit}",
        rule="by hand",
        inferred=(),
        at=At(paragraph=paragraph, start=0, end=1),
    )


def canonical(indicator: str) -> str | None:
    """Give the id of an indicator that the lexicon knows by this very form."""
    return next((e.id for e in load().of(IndicatorEntry) if indicator in e.forms), None)


def project(
    name: str,
    stage: Stage,
    outlook: Outlook = Outlook.planned,
    *,
    id_: str = "j1",
    same_as: str | None = None,
) -> Project:
    """Make a mention of a project."""
    return Project(
        id=id_, name=name, stage=stage, outlook=outlook, period=None, sector=None, same_as=same_as, figures=(),
        section=None, quote=f"{name}……", rule="by hand", at=AT,
    )  # fmt: skip


def commitment(
    quote: str, *, id_: str = "c1", targets: tuple[str, ...] = (), projects: tuple[str, ...] = ()
) -> Commitment:
    """Make a commitment of a clause."""
    return Commitment(
        id=id_, verb=quote[:2], object=quote[2:], strength=Strength.soft, deadline=None, period=None, lead=None,
        targets=targets, projects=projects, section=None, quote=quote, rule="by hand", at=AHEAD,
    )  # fmt: skip


def section(id_: str, title: str, *, role: Role = Role.tasks, parent: str | None = None) -> Section:
    """Make a heading; its level is the number of steps in its id."""
    level = id_.count(".") + 1
    return Section(id=id_, parent=parent, level=level, number=None, title=title, role=role, page=None, at=AT)


def report(
    year: int | None = 2021,
    place: str | None = "砚川市",
    *,
    targets: Sequence[Figure] = (),
    results: Sequence[Figure] = (),
    projects: Sequence[Project] = (),
    commitments: Sequence[Commitment] = (),
    sections: Sequence[Section] = (),
    review: Sequence[str] = (),
    texts: Sequence[tuple[str, str]] = (),
    not_stated: tuple[str, ...] = (),
    name: str | None = None,
) -> Report:
    """Make a report; `review` are paragraphs that look back, `texts` pairs of a section's id and a paragraph."""
    back = [
        Paragraph(id=f"p{at}", section=None, role=Role.review, page=None, text=text)
        for at, text in enumerate(review, start=1)
    ]
    ahead = [
        Paragraph(id=f"q{at}", section=id_, role=Role.tasks, page=None, text=text)
        for at, (id_, text) in enumerate(texts, start=1)
    ]
    return Report(
        versions=Versions(program="0", lexicon="0", codebook="0"),
        source=Source(
            name=name or f"{year}.txt", sha256="0" * 64, media_type="text/plain", pages=None, reader="text"
        ),
        meta=Meta(place=place, year=year, review_year=year - 1 if year else None),
        sections=tuple(sections),
        paragraphs=(*back, *ahead),
        targets=tuple(f.model_copy(update={"id": f"t{n}"}) for n, f in enumerate(targets, 1)),
        results=tuple(f.model_copy(update={"id": f"r{n}"}) for n, f in enumerate(results, 1)),
        not_stated=not_stated,
        projects=tuple(projects),
        commitments=tuple(commitments),
        warnings=(),
    )

"""Shape the facts of a report: figures, projects and commitments, each on a span of the text."""

from reportparse.model.base import Exact, Frozen, Vocabulary


class At(Frozen):
    """Point at a quote: `paragraph.text[start:end]`, half-open, in code points."""

    paragraph: str
    start: int
    end: int
    page: int | None = None


class Measure(Vocabulary):
    """Say what kind of number a figure is."""

    growth = "growth"
    change = "change"
    share = "share"
    level = "level"


class Bound(Vocabulary):
    """Say how a number limits what it measures."""

    at_least = "at_least"
    over = "over"
    at_most = "at_most"
    under = "under"
    around = "around"
    range = "range"
    exact = "exact"


class Basis(Vocabulary):
    """Say over what a number is taken, where it is not the period as such."""

    annual_average = "annual_average"
    cumulative = "cumulative"


class Tone(Vocabulary):
    """Code a target as the literature on growth targets does: hard binds, soft leaves room."""

    hard = "hard"
    soft = "soft"


class Attribute(Vocabulary):
    """Say how a plan's table marks an indicator: 约束性 binds the government, 预期性 is left to the market."""

    binding = "binding"
    anticipatory = "anticipatory"


class Baseline(Frozen):
    """Be the value that a figure is told against: 由2015年的9.7%提高到…; the period is null where none is written."""

    value: Exact
    unit: str
    period: str | None = None


class Figure(Frozen):
    """Be a number that measures something: a target where the report looks ahead, a result where it looks back.

    `value` and `unit` are as printed, `amount` and `base_unit` the same without 万 and 亿. `value` is null for
    a target in words, whose `relation` says what it follows. `scope` names whose figure it is where it is not the
    report's own place's; `repeats` is the id of the first target that sets the same; `attribute` is
    null outside of tables that print it. `inferred` lists the fields that do not stand in the quote.
    """

    id: str
    indicator: str
    indicator_id: str | None
    measure: Measure
    value: Exact | None
    value_max: Exact | None
    unit: str
    amount: Exact | None
    amount_max: Exact | None
    base_unit: str
    bound: Bound
    basis: Basis | None
    hedge: str | None
    tone: Tone | None
    period: str | None
    baseline: Baseline | None
    scope: str | None = None
    relation: str | None
    repeats: str | None = None
    attribute: Attribute | None = None
    section: str | None
    quote: str
    rule: str
    inferred: tuple[str, ...]
    at: At


class Stage(Vocabulary):
    """Say how far a project is."""

    planned = "planned"
    started = "started"
    under_construction = "under_construction"
    completed = "completed"
    operating = "operating"
    other = "other"


class Outlook(Vocabulary):
    """Say whether a report looks back at a project or ahead."""

    done = "done"
    planned = "planned"


class Project(Frozen):
    """Be one place where a named project is met with its stage.

    `same_as` is the id of the first entry of the same project, null on that entry itself. `figures` are ids of
    the targets and results of the same clause that measure it.
    """

    id: str
    name: str
    stage: Stage
    outlook: Outlook
    period: str | None
    sector: str | None
    same_as: str | None
    figures: tuple[str, ...]
    section: str | None
    quote: str
    rule: str
    at: At


class Strength(Vocabulary):
    """Say whether a commitment can be checked."""

    hard = "hard"
    soft = "soft"


class Commitment(Frozen):
    """Be one thing that the government says it will do: a clause with a predicate of its own.

    `deadline` is by when the clause itself says it is due (2031, 2031-06), `period` the time of its passage.
    `targets` and `projects` are ids of facts inside the clause. `lead` is the department in charge where an
    annex prints one.
    """

    id: str
    verb: str
    object: str
    strength: Strength
    deadline: str | None
    period: str | None
    lead: str | None
    targets: tuple[str, ...]
    projects: tuple[str, ...]
    section: str | None
    quote: str
    rule: str
    at: At

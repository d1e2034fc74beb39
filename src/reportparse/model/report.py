"""Shape the report: what `reportparse extract` prints."""

from typing import TYPE_CHECKING, Final, Literal

from reportparse.model.base import Frozen, Vocabulary
from reportparse.model.document import Reader, Warning
from reportparse.model.fact import At, Commitment, Figure, Project

if TYPE_CHECKING:
    import pandas as pd

SCHEMA_VERSION: Final = "1.0"


class Versions(Frozen):
    """Name what made an output, so that a paper can cite it."""

    program: str
    lexicon: str
    codebook: str


class Source(Frozen):
    """Say which bytes were read, and how."""

    name: str
    sha256: str
    media_type: str
    pages: int | None
    reader: Reader


class Level(Vocabulary):
    """Say which tier of government reports."""

    national = "national"
    province = "province"
    prefecture = "prefecture"
    county = "county"


class Meta(Frozen):
    """Say whose report it is, of when, and who gave it; null where the text does not say.

    `division_code` is the six-digit code of GB/T 2260, `date` is ISO 8601.
    """

    title: str | None = None
    place: str | None = None
    level: Level | None = None
    province: str | None = None
    division_code: str | None = None
    year: int | None = None
    review_year: int | None = None
    date: str | None = None
    meeting: str | None = None
    speaker: str | None = None
    office: str | None = None


class Role(Vocabulary):
    """Say what a part, or a passage inside a part, does in the report."""

    review = "review"
    outlook = "outlook"
    tasks = "tasks"
    self_government = "self_government"
    annex = "annex"
    glossary = "glossary"
    other = "other"
    problems = "problems"
    annual_targets = "annual_targets"
    closing = "closing"


class Section(Frozen):
    """Be one heading with its place in the tree; `number` is as printed ("(一)", "一、", "——"), null without one."""

    id: str
    parent: str | None
    level: int
    number: str | None
    title: str
    role: Role
    page: int | None
    at: At


class Paragraph(Frozen):
    """Be one paragraph of the report; `role` is its passage's where that differs from its section's."""

    id: str
    section: str | None
    role: Role
    page: int | None
    text: str


class Report(Frozen):
    """Be everything that was read from one report; ids are unique, lists are in reading order.

    `annual_targets` are the ids of the paragraphs read as the passage that sets the year's targets, none where there
    is no such passage; `not_stated` are the headline indicators for which it sets no target.
    """

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    versions: Versions
    source: Source
    meta: Meta
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    targets: tuple[Figure, ...]
    results: tuple[Figure, ...]
    annual_targets: tuple[str, ...] = ()
    not_stated: tuple[str, ...]
    projects: tuple[Project, ...]
    commitments: tuple[Commitment, ...]
    warnings: tuple[Warning, ...]

    def to_frame(self, name: str) -> "pd.DataFrame":
        """Give a list ("targets", "projects", …) as a table of pandas, with the columns of `extract --format csv`.

        Numbers are floats there. Raises UsageError for a list that is none, and where pandas is not installed.
        """
        from reportparse.show.notebook import frame

        return frame(self, name)

    def _repr_html_(self) -> str:
        from reportparse.show.notebook import report_html

        return report_html(self)

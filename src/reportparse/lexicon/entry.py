"""Shape the entries of each lexicon file."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Entry(BaseModel):
    """Be one word or term: an id, the forms it takes in print, and a sentence that shows it in use."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    forms: tuple[str, ...] = Field(min_length=1)
    example: str


class BoundEntry(Entry):
    """Be a word that turns a number into a limit, standing before it or behind it."""

    bound: Literal["at_least", "over", "at_most", "under", "around"]
    side: Literal["before", "after"]


class HedgeEntry(Entry):
    """Be a word that says how firmly a figure is meant; `tone` is empty where it says nothing of that."""

    tone: Literal["hard", "soft", ""] = ""


class UnitEntry(Entry):
    """Be a unit of measure; `kind` says what it measures.

    `not_before` holds what, right behind a form, makes it part of another word: 成 is no unit in 2021成立.
    """

    kind: Literal["percent", "points", "times", "money", "people", "length", "area", "mass", "volume",
                  "energy", "time", "rank", "rate", "compute", "count"]
    not_before: tuple[str, ...] = ()


class IndicatorEntry(Entry):
    """Be a statistical indicator: forms are the names that reports use, the first the usual one.

    `english` is the official translations' term, `unit` the usual unit of its level, `direction` whether the
    report wants more (up) or less (down) of it. `headline` marks those that `not_stated` reports on.
    """

    english: str
    unit: str
    direction: Literal["up", "down", "either"] = "up"
    headline: bool = False


class RoleEntry(Entry):
    """Be the words by which headings and lead-ins show what a part or passage does."""

"""Say what is known of a report of a corpus before it is read."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Head:
    """Be what is known of a report without reading it: its key, whose it is and of which year, and which one counts.

    `corrected` says that a reader struck out, edited or added facts of it.
    """

    report: str
    place: str | None
    division_code: str | None
    province: str | None
    level: str | None
    year: int | None
    duplicate_of: str | None
    corrected: bool = False

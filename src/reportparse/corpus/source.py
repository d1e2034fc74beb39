"""Say what one source of a corpus is: a file, or the text in a row of a table."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from reportparse.corpus.layout import Origin


@dataclass(frozen=True)
class Stamp:
    """Be what tells without a look inside that a file is as it was: its size and the time of its last change."""

    size: int
    mtime_ns: int


@dataclass(frozen=True)
class Source:
    """Be one report to read. `data` is the text of a table's cell, None where `file` is the report itself.

    `name` is what the report calls its source. `place`, `province` and `year` are what the table or the file's
    name says; they overrule the text. `cut` is true where the cell is as long as its format allows, `broken` says
    why a table could not be read from this row on.
    """

    origin: Origin
    file: Path
    name: str
    data: bytes | None = None
    place: str | None = None
    province: str | None = None
    year: int | None = None
    cut: bool = False
    broken: str = ""

    @property
    def key(self) -> str:
        """Give the key that the report has in the corpus."""
        return self.origin.report

    def told(self) -> str:
        """Put what is told of the report beside its bytes as one text, to see whether it is as it was."""
        return f"{self.name}\n{self.place or ''}\n{self.province or ''}\n{self.year or ''}\n{self.cut:d}"


def digest(source: Source, content: bytes, version: str) -> str:
    """Give the digest of all that decides what a source gives: its bytes, what is told of it, what reads it."""
    told = f"{hashlib.sha256(content).hexdigest()}\n{source.told()}\n{version}"
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()

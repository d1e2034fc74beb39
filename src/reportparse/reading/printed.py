"""Shape what an engine sees before lines become paragraphs: glyphs on pages, and printed lines."""

from dataclasses import dataclass, replace
from functools import lru_cache

from reportparse.model import Row
from reportparse.reading.tables import RawCell

_BOLD_NAMES = (
    "bold", "black", "heavy", "semibold", "demi", "simhei", "xbs", "xiaobiaosong", "小标宋", "黑体",
)  # fmt: skip

Spans = tuple[tuple[int, int], ...]


@lru_cache(maxsize=1024)
def is_bold(font: str) -> bool:
    """Tell a bold font by its name."""
    name = font.lower()
    return any(part in name for part in _BOLD_NAMES)


@dataclass(frozen=True, slots=True)
class Glyph:
    """Be one character on a page, in points from the top left corner."""

    char: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Be a table on a page: its edges, and its rows from top to bottom, each with its own top edge.

    A row has its cells from left to right, each with the column that it begins in.
    """

    top: float
    bottom: float
    left: float
    right: float
    tops: tuple[float, ...]
    rows: tuple[tuple[tuple[int, RawCell], ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Be one page as an engine gives it: glyphs in any order, `undecoded` of them without a Unicode value.

    `confidence`, from 0 to 1, is that of OCR, None for a page that has its text. `plain` tells a page of upright text
    without drawn rules.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    undecoded: int = 0
    tables: tuple[Table, ...] = ()
    confidence: float | None = None
    plain: bool = False


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Be one line as printed, with its place and the margins of the column it stands in.

    Lengths are in points for pages; for text without layout they are in widths of a Han character, with
    `size` 1 and `page` None. `column` is 1 or 2 where a page has two, else 0. `bold` holds half-open spans of
    `text`. `row` is that of a table where the line is one.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    page: int | None = None
    bold: Spans = ()
    margin_left: float = 0.0
    margin_right: float = 0.0
    column: int = 0
    row: Row | None = None

    @property
    def indent(self) -> float:
        """Give the distance from the column's left edge, in widths of a character."""
        return (self.left - self.margin_left) / self.size

    @property
    def shortfall(self) -> float:
        """Give the distance from the column's right edge, in widths of a character."""
        return (self.margin_right - self.right) / self.size

    def within(self, left: float, right: float) -> "PrintedLine":
        """Set the column's edges."""
        return replace(self, margin_left=left, margin_right=right)

"""Shape what a reader gives: a document of paragraphs, each of lines with their place."""

from typing import Literal

from reportparse.model.base import Exact, Frozen, Vocabulary

Reader = Literal["pdf", "pdfium", "ocr", "docx", "odt", "libreoffice", "html", "markdown", "text", "json"]


class Box(Frozen):
    """Bound a line on its page, in points from the top left corner (PDF only)."""

    left: float
    top: float
    right: float
    bottom: float


class Line(Frozen):
    """Be one printed line: `paragraph.text[start:end]`, with the page and box it came from."""

    start: int
    end: int
    page: int | None = None
    box: Box | None = None


class Markup(Vocabulary):
    """Name what a format itself says a paragraph is. A hint for the outline, never its ground."""

    body = "body"
    heading = "heading"
    table = "table"


class Cell(Frozen):
    """Be one cell of a table's row: `paragraph.text[start:end]`, empty where nothing is printed in it.

    It stands in the column `column`, from 0, and in those after it where it is `columns` wide; `rows` is how many
    rows it is high. Where a cell of a row above reaches down, the row has no cell.
    """

    start: int
    end: int
    column: int
    columns: int = 1
    rows: int = 1


class Row(Frozen):
    """Be a paragraph's place in a table: the number of the table in its document, and the cells from left to right."""

    table: int
    cells: tuple[Cell, ...]


class DocumentParagraph(Frozen):
    """Be one paragraph as the reader joined it. A row of a table is a paragraph, its cells parted by a space.

    `text` has no line breaks; `page` counts from 1 and is that of the first line, None where a format has no
    pages. `bold` holds half-open spans of `text` set in bold, sorted. `level` is the heading level that the
    format gives (# is 1), None for body text. `centered` is True where the layout centres the line. `row` is None
    outside of tables.
    """

    text: str
    page: int | None = None
    lines: tuple[Line, ...] = ()
    markup: Markup = Markup.body
    level: int | None = None
    bold: tuple[tuple[int, int], ...] = ()
    centered: bool = False
    row: Row | None = None


class Warning(Frozen):
    """Put a doubt into the report: a stable `code`, a sentence, and the page where there is one.

    `confidence`, from 0 to 1, is how sure OCR is of a page that it read.
    """

    code: str
    message: str
    page: int | None = None
    confidence: Exact | None = None


class Document(Frozen):
    """Be what was read from one input, before anything is understood.

    `name` is the file's name without its folder, `sha256` that of the bytes, `pages` their number or None.
    """

    name: str
    sha256: str
    media_type: str
    reader: Reader
    pages: int | None
    paragraphs: tuple[DocumentParagraph, ...]
    warnings: tuple[Warning, ...] = ()

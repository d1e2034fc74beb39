"""Lay the rows of a table out as paragraphs that know their cells, whatever file the table stands in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportparse.model import Cell, DocumentParagraph, Markup, Row

_LONG = 300
_RUNNING = 120
WIDEST = 200
"""No table has more columns; a span that says so would only fill the memory."""


@dataclass(frozen=True)
class RawCell:
    """Be a cell as a file holds it: its paragraphs, gaps gone, and how many columns and rows it takes."""

    texts: tuple[str, ...]
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        """Give the cell's paragraphs as one text."""
        return "".join(self.texts)


def is_frame(rows: Sequence[Sequence[RawCell]]) -> bool:
    """Tell a table that only frames running text: its cells are long, or stand alone in most of its rows."""
    cells = [cell for row in rows for cell in row]
    if any(len(cell.text) > _LONG or (len(cell.texts) > 1 and len(cell.text) > _RUNNING) for cell in cells):
        return True
    filled = [sum(bool(cell.text) for cell in row) for row in rows]
    return sum(count > 1 for count in filled) < max(1, 0.5 * sum(count > 0 for count in filled))


def rows_of(rows: Sequence[Sequence[RawCell]], table: int) -> Iterator[DocumentParagraph]:
    """Yield a paragraph for each row that prints something, its cells in the columns that those above leave free."""
    taken: dict[int, int] = {}
    for row in rows:
        placed: list[tuple[int, RawCell]] = []
        column = 0
        for cell in row:
            while taken.get(column, 0):
                column += 1
            cell = replace(cell, columns=min(cell.columns, WIDEST), rows=cell.rows if column < WIDEST else 1)
            placed.append((column, cell))
            column += cell.columns
        taken = {at: left - 1 for at, left in taken.items() if left > 1}
        taken |= {
            at: cell.rows - 1
            for column, cell in placed
            if cell.rows > 1
            for at in range(column, column + cell.columns)
        }
        if any(cell.text for _, cell in placed):
            text, laid = laid_out(placed, table)
            yield DocumentParagraph(text=text, markup=Markup.table, row=laid)


def laid_out(placed: Sequence[tuple[int, RawCell]], table: int) -> tuple[str, Row]:
    """Write the cells of one row, each with its column, as a text with a space between those that print something."""
    text, cells = "", []
    for column, cell in placed:
        text += " " if text and cell.text else ""
        start = len(text)
        text += cell.text
        cells.append(Cell(start=start, end=len(text), column=column, columns=cell.columns, rows=cell.rows))
    return text, Row(table=table, cells=tuple(cells))

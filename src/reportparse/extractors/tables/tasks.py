"""Read tables of tasks cell by cell: a border between cells ends what stands in them, as a full stop does."""

from collections.abc import Iterator, Mapping

from reportparse.extractors.tables.columns import Column
from reportparse.extractors.tables.grid import Grid, Held
from reportparse.model import Passage

_STOP = "。"


def in_cells(grid: Grid, columns: Mapping[int, Column]) -> Iterator[Passage]:
    """Yield a passage for each cell that holds tasks, with who is in charge and by when, as other columns say.

    Its text is the paragraph's up to the cell's end, with full stops for what stands before, so that offsets hold.
    """
    tasks = [at for at, column in columns.items() if column.kind == "task"]
    worded = [at for at in tasks if _is_worded(grid, at)]
    seen: set[int] = set()

    def said(number: int, kind: str) -> str | None:
        texts = (grid.said(number, at) for at, column in columns.items() if column.kind == kind)
        return next((text for text in texts if text), None)

    for number, line in enumerate(grid.lines):
        for at in worded or tasks:
            held = line.get(at)
            if held is not None and id(held.cell) not in seen and held.folded:
                seen.add(id(held.cell))
                yield _alone(held, said(number, "lead"), said(number, "deadline"))


def _is_worded(grid: Grid, at: int) -> bool:
    """Tell a column of clauses from one of names that stand beside them."""
    texts = grid.column(at)
    return sum(len(text) for text in texts) >= 12 * len(texts) if texts else False


def _alone(held: Held, lead: str | None, deadline: str | None) -> Passage:
    text = _STOP * held.cell.start + held.text
    paragraph = held.passage.paragraph.model_copy(update={"text": text})
    return held.passage.model_copy(
        update={"paragraph": paragraph, "body": held.cell.start, "lead": lead, "deadline": deadline}
    )

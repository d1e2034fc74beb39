"""Read tables, whatever file they come from: those of indicators into figures, those of tasks cell by cell."""

from dataclasses import dataclass

from reportparse.extractors.tables.columns import columns_of
from reportparse.extractors.tables.grid import grids
from reportparse.extractors.tables.indicators import IndicatorTable, Told
from reportparse.extractors.tables.tasks import in_cells
from reportparse.grammar.calendar import Calendar
from reportparse.lexicon import Lexicon
from reportparse.model import Outline, Passage

__all__ = ["Tabled", "tabled"]


@dataclass(frozen=True)
class Tabled:
    """Be an outline whose tables were read: `told` has the figures of rows by the ids of their paragraphs.

    In `outline` a row that was read so looks no way, and a row of tasks is a passage a cell.
    """

    outline: Outline
    told: dict[str, list[Told]]


def tabled(outline: Outline, lexicon: Lexicon) -> Tabled:
    """Read the tables of a report. Those whose head tells nothing stay rows of running text."""
    meta = outline.meta
    calendar = Calendar.of(meta.year, meta.review_year)
    told: dict[str, list[Told]] = {}
    instead: dict[str, list[Passage]] = {}
    for grid in grids(outline.passages):
        columns = columns_of(grid, calendar)
        kinds = {column.kind for column in columns.values()}
        passages = {id(held.passage): held.passage for line in grid.every for held in line.values()}.values()
        if {"indicator", "value"} <= kinds:
            instead |= {one.paragraph.id: [one.model_copy(update={"outlook": None})] for one in passages}
            for fact in IndicatorTable(grid, columns, calendar, meta.place).told(lexicon):
                told.setdefault(fact[1].at.paragraph, []).append(fact)
        elif "task" in kinds:
            instead |= {one.paragraph.id: [one.model_copy(update={"outlook": None})] for one in passages}
            for passage in in_cells(grid, columns):
                instead[passage.paragraph.id].append(passage)
    if not instead:
        return Tabled(outline, told)
    read = tuple(one for passage in outline.passages for one in instead.get(passage.paragraph.id, [passage]))
    return Tabled(outline.model_copy(update={"passages": read}), told)

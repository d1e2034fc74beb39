"""Turn the glyphs of a page into printed lines in reading order, column by column."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from statistics import median

from reportparse.reading.printed import Glyph, PrintedLine, Sheet, Table
from reportparse.reading.spacing import merged
from reportparse.reading.tables import laid_out

_MIDDLE = (0.35, 0.65)


def printed_lines(sheets: Sequence[Sheet]) -> list[PrintedLine]:
    """Give the lines of all pages in reading order, without the edges of their columns.

    Lines that run across both columns (a title, a running head) part the page; above and below them the left
    column is read before the right one. A page with too little text to show its columns has those of the
    others. Rows of ruled tables come as one line each.
    """
    gutters = [_gutter(_running(sheet), sheet.width) for sheet in sheets]
    found = [gutter for gutter in gutters if gutter is not None]
    usual = median(found) if 2 * len(found) >= len(sheets) else None
    lines: list[PrintedLine] = []
    for sheet, gutter in zip(sheets, gutters, strict=True):
        if gutter is None and usual is not None and _is_free(_running(sheet), usual):
            gutter = usual
        lines += _page_lines(sheet, gutter)
    return lines


def has_columns(sheet: Sheet) -> bool:
    """Tell whether a page is set in two columns."""
    return _gutter(_running(sheet), sheet.width) is not None


def _page_lines(sheet: Sheet, gutter: float | None) -> Iterator[PrintedLine]:
    columns: list[list[PrintedLine]] = [[], []]
    spanning: list[PrintedLine] = []
    for at, table in enumerate(sheet.tables):
        spanning += _table_lines(table, sheet, number=1000 * sheet.number + at)
    if gutter is None:
        columns[0] = lines_of(_running(sheet), sheet.number)
    else:
        across, left, right = _parted(_running(sheet), gutter)
        columns = [lines_of(left, sheet.number, 1), lines_of(right, sheet.number, 2)]
        spanning += lines_of(across, sheet.number)
    return _in_order(spanning, columns)


def _running(sheet: Sheet) -> list[Glyph]:
    """List the glyphs outside of tables."""
    if not sheet.tables:
        return list(sheet.glyphs)
    return [glyph for glyph in sheet.glyphs if not _in_table(glyph, sheet.tables)]


def _is_free(glyphs: Sequence[Glyph], gutter: float) -> bool:
    """Tell whether at most a title and a running head cross the gutter."""
    tops = {round(glyph.top) for glyph in glyphs if glyph.left < gutter < glyph.right}
    return len(tops) <= 3


def _in_table(glyph: Glyph, tables: Sequence[Table]) -> bool:
    middle = (glyph.top + glyph.bottom) / 2
    return any(
        table.top <= middle <= table.bottom and table.left <= glyph.left <= table.right for table in tables
    )


def _table_lines(table: Table, sheet: Sheet, number: int) -> Iterator[PrintedLine]:
    for top, below, cells in zip(table.tops, (*table.tops[1:], table.bottom), table.rows, strict=True):
        text, row = laid_out(cells, number)
        if text:
            yield PrintedLine(text, table.left, table.right, top, below, 10.0, sheet.number, row=row)


def _gutter(glyphs: Sequence[Glyph], width: float) -> float | None:
    """Find the middle of the empty band between two columns, None where a page has one column."""
    solid = [glyph for glyph in glyphs if not glyph.char.isspace()]
    if len(solid) < 120:
        return None
    size = median(glyph.size for glyph in solid)
    steps: Counter[int] = Counter()
    for glyph in solid:
        steps[int(min(max(glyph.left, 0.0), width))] += 1
        steps[int(min(max(glyph.right, 0.0), width)) + 1] -= 1
    crossed = list(accumulate(steps[at] for at in range(int(width) + 2)))
    rows = len({round(glyph.top / size) for glyph in solid})
    low, high = int(width * _MIDDLE[0]), int(width * _MIDDLE[1])
    empty = [at for at in range(low, high) if crossed[at] <= rows * 0.12]
    best = max(_runs(empty), key=len, default=[])
    if len(best) < size * 0.8:
        return None
    middle = (best[0] + best[-1]) / 2
    left = {round(glyph.top / size) for glyph in solid if glyph.right <= middle}
    right = {round(glyph.top / size) for glyph in solid if glyph.left >= middle}
    return middle if len(left) >= 3 and len(right) >= 3 else None


def _runs(numbers: Iterable[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _parted(glyphs: Sequence[Glyph], gutter: float) -> tuple[list[Glyph], list[Glyph], list[Glyph]]:
    """Part glyphs into those of lines across the gutter, left of it, and right of it."""
    across = [
        (glyph.top, glyph.bottom) for glyph in glyphs if not glyph.char.isspace() and _is_near(glyph, gutter)
    ]
    parts: tuple[list[Glyph], list[Glyph], list[Glyph]] = ([], [], [])
    for glyph in glyphs:
        middle = (glyph.top + glyph.bottom) / 2
        if any(top <= middle <= bottom for top, bottom in across):
            parts[0].append(glyph)
        else:
            parts[1 if glyph.left < gutter else 2].append(glyph)
    return parts


def _is_near(glyph: Glyph, gutter: float) -> bool:
    """Tell whether a glyph stands in the gutter, as the digits of a page number below it do."""
    return glyph.left - 0.3 * glyph.size < gutter < glyph.right + 0.3 * glyph.size


def lines_of(glyphs: Sequence[Glyph], page: int, column: int = 0) -> list[PrintedLine]:
    """Group the glyphs of one column into lines, top to bottom."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: ((glyph.top + glyph.bottom) / 2, glyph.left)):
        if rows and _on_one_line(rows[-1], glyph):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [line for row in rows if (line := _line(row, page, column)).text.strip()]


def _on_one_line(row: Sequence[Glyph], glyph: Glyph) -> bool:
    tallest = max(row[-8:], key=lambda other: other.size)
    overlap = min(tallest.bottom, glyph.bottom) - max(tallest.top, glyph.top)
    return overlap > 0.5 * min(tallest.bottom - tallest.top, glyph.bottom - glyph.top)


def _line(row: list[Glyph], page: int, column: int) -> PrintedLine:
    """Make one line of its glyphs: in order, overprinted ones once, wide gaps as a space."""
    text, bold = "", []
    last: Glyph | None = None
    solid = [glyph for glyph in row if not glyph.char.isspace()] or row
    for glyph in sorted(row, key=lambda glyph: glyph.left):
        if last and glyph.char == last.char not in "—…" and abs(glyph.left - last.left) < 0.2 * glyph.size:
            bold.append((len(text) - 1, len(text)))  # printed twice to look bold
            continue
        if last and glyph.left - last.right > 0.6 * glyph.size:
            text += " "
        if glyph.bold:
            bold.append((len(text), len(text) + len(glyph.char)))
        text += glyph.char
        last = glyph
    return PrintedLine(
        text=text,
        left=min(glyph.left for glyph in solid),
        right=max(glyph.right for glyph in solid),
        top=min(glyph.top for glyph in solid),
        bottom=max(glyph.bottom for glyph in solid),
        size=Counter(round(glyph.size * 2) / 2 for glyph in solid).most_common(1)[0][0] or 1.0,
        page=page,
        bold=merged(tuple(sorted(bold))),
        column=column,
    )


def _in_order(spanning: list[PrintedLine], columns: list[list[PrintedLine]]) -> Iterator[PrintedLine]:
    """Yield lines in reading order: what spans the page parts what stands in columns."""
    rest = [list(column) for column in columns]
    for line in sorted(spanning, key=lambda line: line.top):
        for column in rest:
            while column and column[0].top < line.top:
                yield column.pop(0)
        yield line
    for column in rest:
        yield from column

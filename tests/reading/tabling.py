"""Set one table of an invented city in every form that a report comes in."""

from collections.abc import Sequence
from functools import cache
from html import escape
from io import BytesIO
from zipfile import ZipFile

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from reportparse.reading.pdfium import sheets
from tests.reading.setting import FONT

_SPACES = ("office", "text", "table", "style")

Cell = tuple[str, int, int]
"""What is printed in a cell, and how many columns and rows it takes."""


@cache
def has_font() -> bool:
    """Tell whether PDFium has a font for Chinese that a PDF does not bring; without one its digits are too wide."""
    page = sheets(pdf(["指标30"], [["甲"]]))[0]
    return all(glyph.right - glyph.left < 0.55 * page.glyphs[0].size for glyph in page.glyphs[2:4])


def grid(rows: Sequence[Sequence[str]]) -> list[list[Cell]]:
    """Read rows in which < goes on with the cell on its left, and ^ with the cell above."""
    out: list[list[Cell]] = []
    for at, row in enumerate(rows):
        out.append([])
        for column, text in enumerate(row):
            if text in ("<", "^"):
                continue
            wide, high = 1, 1
            while column + wide < len(row) and row[column + wide] == "<":
                wide += 1
            while at + high < len(rows) and rows[at + high][column] == "^":
                high += 1
            out[-1].append((text, wide, high))
    return out


def html(before: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Write a page with the paragraphs and the table below them."""
    lines = [f"<p>{escape(text)}</p>" for text in before]
    lines.append("<table>")
    for row in grid(rows):
        cells = (f'<td colspan="{wide}" rowspan="{high}">{escape(text)}</td>' for text, wide, high in row)
        lines.append(f"<tr>{''.join(cells)}</tr>")
    lines.append("</table>")
    return f'<html><head><meta charset="utf-8"></head><body>{"".join(lines)}</body></html>'.encode()


def markdown(before: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Write the table with empty places where cells go on."""
    lines = [f"{text}\n" for text in before]
    for at, row in enumerate(rows):
        lines.append(f"| {' | '.join('' if text in ('<', '^') else text for text in row)} |")
        if at == 0:
            lines.append(f"|{' --- |' * len(row)}")
    return "\n".join(lines).encode()


def word(before: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Write the table as Word does, its cells merged."""
    document = docx.Document()
    for text in before:
        document.add_paragraph(text)
    table = document.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text in ("<", "^"):
                continue
            wide, high = 1, 1
            while column + wide < len(row) and row[column + wide] == "<":
                wide += 1
            while at + high < len(rows) and rows[at + high][column] == "^":
                high += 1
            cell = table.cell(at, column).merge(table.cell(at + high - 1, column + wide - 1))
            cell.text = text
    document.add_paragraph()  # as Word has it behind each table
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def odt(before: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Write the table as LibreOffice does; the places that a merged cell covers are said to be covered."""
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _SPACES)
    lines = [f"<text:p>{escape(text)}</text:p>" for text in before]
    lines.append("<table:table>")
    for at, row in enumerate(grid(rows)):
        cells = iter(row)
        lines.append("<table:table-row>")
        for text in rows[at]:
            if text in ("<", "^"):
                lines.append("<table:covered-table-cell/>")
                continue
            _, wide, high = next(cells)
            spans = f'table:number-columns-spanned="{wide}" table:number-rows-spanned="{high}"'
            lines.append(f"<table:table-cell {spans}><text:p>{escape(text)}</text:p></table:table-cell>")
        lines.append("</table:table-row>")
    lines.append("</table:table>")
    body = f"<office:body><office:text>{''.join(lines)}</office:text></office:body>"
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f"<office:document-content {spaces}>{body}</office:document-content>")
    return out.getvalue()


def pdf(
    before: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    rules: str = "all",
    filler: int = 0,
    heads: int = 1,
) -> bytes:
    """Set the table with all rules, with those above and below its head and its end only (三线表), or with none.

    `filler` lines stand above it, so that it breaks at a page's end, where its first `heads` rows come again.
    """
    body = ParagraphStyle("body", fontName=FONT, fontSize=12, leading=20, firstLineIndent=24, wordWrap="CJK")
    small = ParagraphStyle("small", body, fontSize=10, leading=14, firstLineIndent=0)
    style: list[tuple[object, ...]] = [
        ("FONTNAME", (0, 0), (-1, -1), FONT),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
    if rules == "all":
        style.append(("GRID", (0, 0), (-1, -1), 0.5, "black"))
    elif rules == "three":
        style += [
            ("LINEABOVE", (0, 0), (-1, 0), 1, "black"),
            ("LINEBELOW", (0, heads - 1), (-1, heads - 1), 0.5, "black"),
            ("LINEBELOW", (0, -1), (-1, -1), 1, "black"),
        ]
    at_column = [[column for column, text in enumerate(row) if text not in ("<", "^")] for row in rows]
    for at, (row, places) in enumerate(zip(grid(rows), at_column, strict=True)):
        for (_, wide, high), column in zip(row, places, strict=True):
            if wide > 1 or high > 1:
                style.append(("SPAN", (column, at), (column + wide - 1, at + high - 1)))
    cells = [[Paragraph("" if text in ("<", "^") else text, small) for text in row] for row in rows]
    widths = [1.3 * max(len(row[column]) for row in rows) + 3 for column in range(len(rows[0]))]
    width = 450 / sum(widths)
    story: list[Flowable] = [Paragraph(text, body) for text in before]
    story += [Paragraph("全市上下同心同德，各项工作扎实推进，群众生活持续改善。", body)] * filler
    story.append(Table(cells, colWidths=[width * each for each in widths], style=style, repeatRows=heads))
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(story)
    return out.getvalue()

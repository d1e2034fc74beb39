"""Build the sample reports from their Markdown sources: PDF for each year, DOCX and HTML for one.

Run it as `python samples/build.py`, with the fonts of the Debian packages fonts-arphic-uming, fonts-arphic-gkai00mp
and fonts-noto-cjk installed. The same sources, fonts and library versions give the same bytes.
"""

from __future__ import annotations

import io
import logging
import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from itertools import pairwise
from pathlib import Path
from string import Template

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.token import Token
from weasyprint import CSS, HTML

HERE = Path(__file__).parent
YEARS = tuple(sorted(int(path.stem[-4:]) for path in HERE.glob("yanchuan-*.md")))
YEAR_IN_EVERY_FORMAT = 2021
PUBLISHED = {2021: "2021-01-29", 2022: "2022-01-26", 2023: "2023-02-03"}

Run = tuple[str, bool]
"""A piece of text, and whether it is bold."""


@dataclass(frozen=True)
class Block:
    """Hold one paragraph, heading or table; `kind` is also its class in HTML."""

    kind: str
    runs: tuple[Run, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)


def read_blocks(markdown: str) -> list[Block]:
    """Cut a source into blocks; what stands between the title and the salutation is the speaker's."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    blocks: list[Block] = []
    saluted = False
    for block in _plain_blocks(tokens):
        kind = block.kind
        if kind == "p":
            if block.text.startswith("各位代表") and len(block.text) == 5:
                kind, saluted = "salutation", True
            elif not saluted:
                kind = "speaker"
            elif block.text.startswith("附件") and len(block.text) <= 4:
                kind = "annex"
        elif kind == "h2" and blocks and blocks[-1].kind == "annex":
            kind = "centred"
        blocks.append(Block(kind, block.runs, block.rows))
    return blocks


def _plain_blocks(tokens: list[Token]) -> Iterator[Block]:
    rows: list[list[str]] = []
    in_table = False
    for before, token in pairwise(tokens):
        if before.type == "table_open":
            in_table, rows = True, []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "table_close":
            in_table = False
            yield Block("table", rows=tuple(map(tuple, rows)))
        elif token.type == "inline" and in_table:
            rows[-1].append(token.content)
        elif token.type == "inline":
            yield Block(before.tag, tuple(_runs(token.children or [])))


def _runs(children: list[Token]) -> Iterator[Run]:
    bold = False
    for child in children:
        if child.type in ("strong_open", "strong_close"):
            bold = child.type == "strong_open"
        elif child.content:
            yield child.content, bold


def render_html(blocks: list[Block]) -> str:
    """Give the blocks as an HTML fragment, one element a line."""
    return "\n".join(_element(block) for block in blocks)


def _element(block: Block) -> str:
    if block.kind == "table":
        head, *body = block.rows
        return "\n".join(
            ["<table>", f"<thead>{_row('th', head)}</thead>", "<tbody>"]
            + [_row("td", row) for row in body]
            + ["</tbody></table>"]
        )
    inner = "".join(f"<strong>{escape(text)}</strong>" if bold else escape(text) for text, bold in block.runs)
    if block.kind in ("h1", "h2", "h3"):
        return f"<{block.kind}>{inner}</{block.kind}>"
    tag = "h2" if block.kind == "centred" else "p"
    return f"<{tag}>{inner}</{tag}>" if block.kind == "p" else f'<{tag} class="{block.kind}">{inner}</{tag}>'


def _row(tag: str, cells: tuple[str, ...]) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def write_pdf(blocks: list[Block], path: Path) -> None:
    """Set the report in the official layout; `layout.css` has the measures."""
    page = f'<html lang="zh-CN"><head><title>政府工作报告</title></head><body>{render_html(blocks)}</body></html>'
    HTML(string=page).write_pdf(path, stylesheets=[CSS(HERE / "layout.css")])


def write_web_page(blocks: list[Block], path: Path, year: int) -> None:
    """Put the report into the page of an invented government site, with all that surrounds it there."""
    body = "\n".join(
        f'<p style="text-indent:2em">{"".join(_web_run(run) for run in block.runs)}</p>'
        if block.kind != "table"
        else _element(block)
        for block in blocks[1:]
    )
    page = Template((HERE / "page.html").read_text(encoding="utf-8"))
    heads = {"title": f"{year}年砚川市政府工作报告", "heading": blocks[0].text, "published": PUBLISHED[year]}
    path.write_text(page.substitute(heads, body=body), encoding="utf-8")


def _web_run(run: Run) -> str:
    text, bold = run
    return f"<strong>{escape(text)}</strong>" if bold else f"<span>{escape(text)}</span>"


DOCX_FONTS = {
    "h1": "方正小标宋简体",
    "h2": "黑体",
    "h3": "楷体",
    "speaker": "楷体",
    "annex": "黑体",
    "centred": "方正小标宋简体",
}
CENTRED = ("h1", "speaker", "centred")


def write_docx(blocks: list[Block], path: Path, year: int) -> None:
    """Write the report as a secretary types it: plain paragraphs, direct formatting, no heading styles."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    for block in blocks:
        if block.kind == "table":
            table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
            for row in block.rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        else:
            _type_paragraph(document.add_paragraph(), block)
    stamp = datetime.fromisoformat(PUBLISHED[year])
    properties = document.core_properties
    properties.created = properties.modified = stamp
    properties.author, properties.title, properties.comments = "砚川市人民政府办公室", "政府工作报告", ""
    buffer = io.BytesIO()
    document.save(buffer)
    _copy_with_fixed_times(buffer, path)


def _type_paragraph(paragraph: Paragraph, block: Block) -> None:
    if block.kind in CENTRED:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif block.kind not in ("salutation", "annex"):
        paragraph.paragraph_format.first_line_indent = Pt(32)
    for text, bold in block.runs:
        run = paragraph.add_run(text)
        run.bold = bold or None
        run.font.size = Pt(22 if block.kind == "h1" else 16)
        font = DOCX_FONTS.get(block.kind, "仿宋_GB2312")
        run.font.name = font
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _copy_with_fixed_times(archive: io.BytesIO, path: Path) -> None:
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)


def main() -> None:
    """Build every sample beside its source."""
    os.environ["SOURCE_DATE_EPOCH"] = "1609459200"  # fontTools stamps each subset with the time
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # the Kaiti font has four bytes too many
    for year in YEARS:
        source = HERE / f"yanchuan-{year}.md"
        blocks = read_blocks(source.read_text(encoding="utf-8"))
        write_pdf(blocks, source.with_suffix(".pdf"))
        if year == YEAR_IN_EVERY_FORMAT:
            write_docx(blocks, source.with_suffix(".docx"), year)
            write_web_page(blocks, source.with_suffix(".html"), year)


if __name__ == "__main__":
    main()

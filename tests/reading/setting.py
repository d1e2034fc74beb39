"""Set paragraphs as a PDF, in the looks that reports come in, with fonts that every PDF reader knows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.enums import TA_CENTER, TA_LEFT
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Table

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


@dataclass(frozen=True)
class Look:
    """Say how pages look: lengths in points, `number` makes a page number's text."""

    size: float = 14
    indent: float = 2
    space: float = 0
    columns: int = 1
    head: str = ""
    number: Callable[[int], str] = "— {} —".format
    centered: int = 1
    bound: float = 0


def as_pdf(texts: Sequence[str], look: Look) -> bytes:
    """Set each text as a paragraph; "" breaks the page, a text with | is a row of a ruled table."""
    body = ParagraphStyle(
        "body",
        fontName=FONT,
        fontSize=look.size,
        leading=1.7 * look.size,
        firstLineIndent=look.indent * look.size,
        spaceAfter=look.space,
        wordWrap="CJK",
        alignment=TA_LEFT,
        splitLongWords=1,
        allowWidows=1,
        allowOrphans=1,
    )
    title = ParagraphStyle("title", body, firstLineIndent=0, alignment=TA_CENTER)
    out = BytesIO()
    document = BaseDocTemplate(out, pagesize=A5)
    document.addPageTemplates([_template("odd", look, 0, "even"), _template("even", look, look.bound, "odd")])
    document.build([_flowable(text, title if at < look.centered else body) for at, text in enumerate(texts)])
    return out.getvalue()


def _flowable(text: str, style: ParagraphStyle) -> Flowable:
    if not text:
        return PageBreak()
    if "|" in text:
        rows = [row.split("|") for row in text.splitlines()]
        grid = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONTNAME", (0, 0), (-1, -1), FONT)]
        return Table(rows, style=grid)
    return Paragraph(text, style)


def _template(name: str, look: Look, shift: float, following: str) -> PageTemplate:
    width, height = A5
    margin, gap = 20 * mm, 8 * mm
    column = (width - 2 * margin - gap * (look.columns - 1)) / look.columns
    frames = [
        Frame(margin + shift + at * (column + gap), margin, column, height - 2 * margin, 0, 0, 0, 0)
        for at in range(look.columns)
    ]

    def furnish(canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawCentredString(width / 2, 10 * mm, look.number(canvas.getPageNumber()))
        canvas.drawString(margin, height - 12 * mm, look.head)

    return PageTemplate(name, frames, onPage=furnish, autoNextPageTemplate=following)

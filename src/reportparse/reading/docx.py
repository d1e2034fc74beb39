"""Read DOCX through python-docx: paragraphs, tables and what stands inside wrappers, in order."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import docx
import regex
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from reportparse.errors import DamagedInputError, InputTooLargeError
from reportparse.model import DocumentParagraph, Markup
from reportparse.reading.furniture import is_page_mark, is_rule
from reportparse.reading.joining import paragraphs_of, rejoined
from reportparse.reading.numbering import Numbering, whole
from reportparse.reading.package import text_parts
from reportparse.reading.plain import paragraphs_of_text, typed_line, wrapped_lines
from reportparse.reading.printed import Spans
from reportparse.reading.spacing import inside, merged, without_gaps
from reportparse.reading.strict import transitional
from reportparse.reading.tables import RawCell, is_frame, rows_of

_HEADING = regex.compile(r"(?i)(?:heading|标题)\s*([1-9])")
_LENGTH = regex.compile(r"[0-9]+(?:\.[0-9]+)?")
_WRAPPERS = {qn(f"w:{name}") for name in ("sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo")}
_BOX = qn("w:txbxContent")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(frozen=True)
class _Block:
    """Be one paragraph as DOCX holds it, whose `text` may have line breaks, or a table's row, laid out."""

    text: str
    bold: Spans = ()
    level: int | None = None
    centered: bool = False
    indented: bool = False
    row: DocumentParagraph | None = None


_HeldRow = list[tuple[Any, list[_Block]]]
"""The cells of a row, each with the blocks in it."""


class _Writing:
    """Know a document's styles and the state of its numbered lists."""

    def __init__(self, document: Any) -> None:
        self._names = {style.style_id: str(style.name or "") for style in document.styles}
        self._styles = {style.style_id: style.element for style in document.styles}
        parts = (relation.target_part for relation in document.part.rels.values() if not relation.is_external)
        part = next((part for part in parts if part.partname.endswith("/numbering.xml")), None)
        self._numbering = Numbering(None if part is None else parse_xml(part.blob))
        self._tables = 0

    def next_table(self) -> int:
        """Give the number of a table that is met."""
        self._tables += 1
        return self._tables

    def style_name(self, paragraph: Any) -> str:
        """Name the style of a paragraph, "" for none."""
        return self._names.get(_style_id(paragraph), "")

    def number(self, paragraph: Any) -> str:
        """Write the number that Word shows before a paragraph of a list, "" for none."""
        for properties in (paragraph, self._styles.get(_style_id(paragraph))):
            listed = None if properties is None else properties.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            number = None if listed is None else listed.find(qn("w:numId"))
            if listed is not None and number is not None:
                depth = listed.find(qn("w:ilvl"))
                at = 0 if depth is None else whole(depth.get(qn("w:val")))
                return self._numbering.number(number.get(qn("w:val")), at)
        return ""


def _style_id(paragraph: Any) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else str(style.get(qn("w:val")))


def paragraphs(data: bytes) -> list[DocumentParagraph]:
    """Read the paragraphs of a DOCX. Raise DamagedInputError or InputTooLargeError."""
    try:
        document = docx.Document(io.BytesIO(transitional(text_parts(data))))
        blocks = list(_blocks(document.element.body, _Writing(document)))
    except (InputTooLargeError, MemoryError):
        raise
    except Exception as error:  # lxml, zipfile and python-docx each have their own
        raise DamagedInputError("The DOCX can't be read: it breaks its own format.") from error
    return _paragraphs(blocks)


def _paragraphs(blocks: list[_Block]) -> list[DocumentParagraph]:
    """Turn blocks into paragraphs: a block each, unless the text was pasted line by line."""
    solid = [block for block in blocks if block.text.strip() and not is_page_mark(block.text)]
    if not any(block.row or "\n" in block.text.strip() for block in solid):
        typed = [
            typed_line(block.text, block.bold, indent=2.0 * block.indented, row=at)
            for at, block in enumerate(solid)
        ]
        if wrapped := wrapped_lines(typed):
            return paragraphs_of(wrapped)
    return rejoined([paragraph for block in blocks for paragraph in _of_block(block)])


def _of_block(block: _Block) -> Iterator[DocumentParagraph]:
    """Yield the paragraphs of a block; its line breaks part paragraphs unless they only wrap lines."""
    if block.row:
        yield block.row
        return
    if "\n" in block.text.strip():
        texts, bold = _parted(block)
        yield from paragraphs_of_text(texts, bold)
        return
    text, bold_spans = without_gaps(block.text, block.bold)
    if text and not is_page_mark(text) and not is_rule(text):
        yield DocumentParagraph(
            text=text,
            bold=bold_spans,
            level=block.level,
            markup=Markup.heading if block.level else Markup.body,
            centered=block.centered,
        )


def _parted(block: _Block) -> tuple[list[str], list[Spans]]:
    """Part a block at its line breaks, its bold spans with it."""
    texts, bolds, start = [], [], 0
    for text in block.text.split("\n"):
        end = start + len(text)
        texts.append(text)
        bolds.append(inside(block.bold, start, end))
        start = end + 1
    return texts, bolds


def _blocks(element: Any, writing: _Writing) -> Iterator[_Block]:
    for child in element:
        if child.tag == qn("w:p"):
            yield _block(child, writing)
            for box in _outermost(child, _BOX):
                yield from _blocks(box, writing)
        elif child.tag == qn("w:tbl"):
            yield from _table(child, writing)
        elif child.tag in _WRAPPERS:
            yield from _blocks(child, writing)


def _outermost(element: Any, tag: str) -> Iterator[Any]:
    """Yield the elements of a tag below an element, not those inside one of them or inside a fallback for old Words.

    What stands in a table or text box inside another is read there, once.
    """
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag != _FALLBACK:
            yield from _outermost(child, tag)


def _table(table: Any, writing: _Writing) -> Iterator[_Block]:
    """Yield a table's rows; of one that frames running text, and of a row with a table in it, what its cells hold."""
    held = [
        [
            (cell, [block for block in _blocks(cell, writing) if block.text.strip()])
            for cell in _outermost(row, qn("w:tc"))
        ]
        for row in _outermost(table, qn("w:tr"))
    ]
    for nests, run in groupby(held, key=_nests):
        lines = list(run)
        rows = _merged_down(lines)
        if nests or is_frame(rows):
            yield from (block for row in lines for _, blocks in row for block in blocks)
        else:
            for laid in rows_of(rows, writing.next_table()):
                yield _Block(laid.text, row=laid)


def _nests(row: _HeldRow) -> bool:
    """Tell whether a table stands in a cell of the row."""
    return any(cell.find(f".//{qn('w:tbl')}") is not None for cell, _ in row)


def _merged_down(held: Sequence[_HeldRow]) -> list[list[RawCell]]:
    """Make cells of what a table holds; one that Word goes on with in the rows below is one, and so high."""
    rows: list[list[RawCell]] = []
    opened: dict[int, tuple[int, int]] = {}  # by column: the row and place of the cell that goes on
    for at, row in enumerate(held):
        rows.append([])
        column = 0
        for element, blocks in row:
            width = _number(element.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1)
            merge = element.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            if merge is not None and merge.get(qn("w:val")) != "restart" and column in opened:
                above, place = opened[column]
                rows[above][place] = replace(rows[above][place], rows=at - above + 1)
            else:
                opened[column] = (at, len(rows[at]))
                texts = tuple(without_gaps(block.text)[0] for block in blocks)
                rows[at].append(RawCell(texts, columns=width))
            column += width
    return rows


def _number(element: Any, otherwise: int) -> int:
    value = None if element is None else element.get(qn("w:val"))
    return int(value) if value and value.isdigit() else otherwise


def _block(paragraph: Any, writing: _Writing) -> _Block:
    has_text = any(each.text for each in paragraph.iter(qn("w:t")))
    text, bold = writing.number(paragraph) if has_text else "", []
    for run in paragraph.iter(qn("w:r")):
        if _is_hidden(run, paragraph) or _is_on(run, "vanish"):
            continue
        written = _run_text(run)
        if _is_on(run, "b"):
            bold.append((len(text), len(text) + len(written)))
        text += written
    style = writing.style_name(paragraph)
    heading = _HEADING.match(style)
    return _Block(
        text=text,
        bold=merged(tuple(bold)),
        level=int(heading[1]) if heading else None,
        centered=paragraph.find(f"{qn('w:pPr')}/{qn('w:jc')}[@{qn('w:val')}='center']") is not None,
        indented=_is_indented(paragraph),
    )


def _is_hidden(run: Any, paragraph: Any) -> bool:
    """Tell whether a run was deleted, or stands in a text box inside the paragraph."""
    for parent in run.iterancestors():
        if parent is paragraph:
            return False
        if parent.tag in (qn("w:del"), qn("w:moveFrom"), _BOX):
            return True
    return False


def _run_text(run: Any) -> str:
    parts = []
    for child in run:
        if child.tag == qn("w:t"):
            parts.append(child.text or "")
        elif child.tag in (qn("w:br"), qn("w:cr")):
            parts.append("\n")
        elif child.tag == qn("w:tab"):
            parts.append("\t")
        elif child.tag == qn("w:noBreakHyphen"):
            parts.append("-")
    return "".join(parts)


def _is_on(run: Any, name: str) -> bool:
    """Tell whether a run has a property that is on or off: bold, hidden."""
    found = run.find(f"{qn('w:rPr')}/{qn(f'w:{name}')}")
    return found is not None and found.get(qn("w:val"), "1") not in ("0", "false", "off")


def _is_indented(paragraph: Any) -> bool:
    """Tell whether a first line is indented: by whole twips, or as strict OOXML has it, 28.35pt."""
    indent = paragraph.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    if indent is None:
        return False
    lengths = (_LENGTH.match(indent.get(qn(f"w:{name}")) or "") for name in ("firstLine", "firstLineChars"))
    return any(length is not None and float(length[0]) > 0 for length in lengths)

"""Read ODT by its XML: paragraphs, headings, numbered lists and tables, in order.

By their documentation odfpy and odfdo give the tree that lxml gives, and leave to do what this does: count lists, merge
cells, and pass over what is hidden.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, Final

import lxml.etree

from reportparse.errors import DamagedInputError, EncryptedInputError, InputTooLargeError
from reportparse.limits import limits
from reportparse.model import DocumentParagraph, Markup
from reportparse.reading.furniture import is_page_mark, is_rule
from reportparse.reading.joining import rejoined
from reportparse.reading.numbering import chinese_number
from reportparse.reading.plain import paragraphs_of_text
from reportparse.reading.spacing import merged, without_gaps
from reportparse.reading.tables import WIDEST, RawCell, is_frame, rows_of

_NAMES: Final = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for name in ("office", "text", "table", "style", "drawing")
} | {"fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"}


def _name(written: str) -> str:
    space, _, name = written.partition(":")
    return f"{{{_NAMES[space]}}}{name}"


_SKIPPED = {
    _name(name)
    for name in (
        "text:note",
        "text:tracked-changes",
        "office:annotation",
        "text:hidden-text",
        "text:ruby-text",
    )
}
_WRAPPERS = {_name(name) for name in ("text:section", "text:index-body", "text:table-of-content")}
_BREAKS = {_name("text:s"): " ", _name("text:tab"): "\t", _name("text:line-break"): "\n"}


def paragraphs(data: bytes) -> list[DocumentParagraph]:
    """Read the paragraphs of an ODT. Raise DamagedInputError, EncryptedInputError or InputTooLargeError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > limits().unpacked:
                raise InputTooLargeError(f"The ODT unpacks to more than {limits().unpacked} bytes.")
            if b"encryption-data" in _member(archive, "META-INF/manifest.xml"):
                raise EncryptedInputError("The ODT asks for a password.")
            content, styles = _tree(_member(archive, "content.xml")), _tree(_member(archive, "styles.xml"))
    except (zipfile.BadZipFile, lxml.etree.XMLSyntaxError, KeyError, EOFError, zlib.error) as error:
        raise DamagedInputError("The ODT can't be read: it breaks its own format.") from error
    body = None if content is None else content.find(f"{_name('office:body')}/{_name('office:text')}")
    if body is None:
        raise DamagedInputError("The ODT can't be read: it has no text.")
    return rejoined(
        list(_Walk(_Styles([tree for tree in (styles, content) if tree is not None])).blocks(body))
    )


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    return archive.read(name) if name in archive.namelist() else b""


def _tree(data: bytes) -> Any:
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return lxml.etree.fromstring(data, parser) if data else None


class _Styles:
    """Know which styles are bold, hidden or centred, and how lists are numbered."""

    def __init__(self, trees: list[Any]) -> None:
        self._styles = {
            (style.get(_name("style:family")), style.get(_name("style:name"))): style
            for tree in trees
            for style in tree.iter(_name("style:style"))
        }
        self.lists = {
            style.get(_name("style:name")): {
                int(level.get(_name("text:level")) or 1): level
                for level in style.iter(_name("text:list-level-style-number"))
            }
            for tree in trees
            for style in tree.iter(_name("text:list-style"))
        }

    def has(self, family: str, name: str | None, attribute: str, values: tuple[str, ...]) -> bool:
        """Tell whether a style, or one that it is made from, has one of these values."""
        for _ in range(20):
            style = self._styles.get((family, name))
            if style is None:
                return False
            said = [each.get(_name(attribute)) for each in style if each.get(_name(attribute)) is not None]
            if said:
                return said[-1] in values
            name = style.get(_name("style:parent-style-name"))
        return False


class _Walk:
    """Go through the body; the numbers of lists and tables go on from block to block."""

    def __init__(self, styles: _Styles) -> None:
        self._styles = styles
        self._tables = 0
        self._counts: dict[tuple[str, int], int] = {}

    def blocks(self, element: Any) -> Iterator[DocumentParagraph]:
        """Yield the paragraphs below an element."""
        for child in element:
            if child.tag in (_name("text:p"), _name("text:h")):
                yield from self._paragraph(child, "")
            elif child.tag == _name("text:list"):
                yield from self._list(child, child.get(_name("text:style-name")) or "", 1)
            elif child.tag == _name("table:table"):
                yield from self._table(child)
            elif child.tag in _WRAPPERS and child.get(_name("text:display")) != "none":
                yield from self.blocks(child)

    def _list(self, element: Any, style: str, level: int) -> Iterator[DocumentParagraph]:
        goes_on = element.get(_name("text:continue-numbering")) == "true" or any(
            name.endswith("continue-list") for name in element.attrib
        )
        if not goes_on:
            self._counts[style, level] = 0
        for item in element:
            number = ""
            if item.tag == _name("text:list-item"):
                self._counts[style, level] = self._counts.get((style, level), 0) + 1
                number = self._number(style, level)
            for child in item:
                if child.tag == _name("text:list"):
                    yield from self._list(child, child.get(_name("text:style-name")) or style, level + 1)
                elif child.tag in (_name("text:p"), _name("text:h")):
                    yield from self._paragraph(child, number)
                    number = ""

    def _number(self, style: str, level: int) -> str:
        form = self._styles.lists.get(style, {}).get(level)
        kind = "" if form is None else form.get(_name("style:num-format")) or ""
        if form is None or not kind:
            return ""
        count = self._counts[style, level]
        written = chinese_number(count) if kind[0] in "一壹" else str(count)
        return (
            f"{form.get(_name('style:num-prefix')) or ''}{written}{form.get(_name('style:num-suffix')) or ''}"
        )

    def _paragraph(self, element: Any, number: str) -> Iterator[DocumentParagraph]:
        text, bold, boxes = number, list[tuple[int, int]](), list[Any]()
        for piece, is_bold in self._runs(element, self._is_bold(element), boxes):
            if is_bold:
                bold.append((len(text), len(text) + len(piece)))
            text += piece
        hidden = self._styles.has(
            "paragraph", element.get(_name("text:style-name")), "text:display", ("none", "true")
        )
        if "\n" in text.strip() and not hidden:
            yield from paragraphs_of_text(text.split("\n"))
        elif not hidden and text != number:
            clean, spans = without_gaps(text, merged(tuple(bold)))
            level = (
                int(element.get(_name("text:outline-level")) or 1) if element.tag == _name("text:h") else None
            )
            if clean and not is_page_mark(clean) and not is_rule(clean):
                markup = Markup.heading if level else Markup.body
                centered = self._styles.has(
                    "paragraph", element.get(_name("text:style-name")), "fo:text-align", ("center",)
                )
                yield DocumentParagraph(text=clean, bold=spans, level=level, markup=markup, centered=centered)
        for box in boxes:
            yield from self.blocks(box)

    def _runs(self, element: Any, bold: bool, boxes: list[Any]) -> Iterator[tuple[str, bool]]:
        """Yield the pieces of a paragraph's text; boxes in it are put aside."""
        if element.text:
            yield element.text, bold
        for child in element:
            if child.tag.endswith("}text-box"):
                boxes.append(child)
            elif child.tag in _BREAKS:
                count = child.get(_name("text:c")) or "1"
                yield _BREAKS[child.tag] * min(100, int(count) if count.isdigit() else 1), bold
            elif child.tag not in _SKIPPED and not self._is_hidden(child):
                yield from self._runs(child, bold or self._is_bold(child), boxes)
            if child.tail:
                yield child.tail, bold

    def _is_bold(self, element: Any) -> bool:
        family = "text" if element.tag == _name("text:span") else "paragraph"
        weights = ("bold", "600", "700", "800", "900")
        return self._styles.has(family, element.get(_name("text:style-name")), "fo:font-weight", weights)

    def _is_hidden(self, element: Any) -> bool:
        return element.tag == _name("text:span") and self._styles.has(
            "text", element.get(_name("text:style-name")), "text:display", ("none", "true")
        )

    def _table(self, table: Any) -> Iterator[DocumentParagraph]:
        lines = list(_outermost(table, _name("table:table-row")))
        held = [[(cell, list(self.blocks(cell))) for cell in _cells(row)] for row in lines]
        rows = [[_raw(cell, blocks) for cell, blocks in row] for row in held]
        nested = any(block.row for row in held for _, blocks in row for block in blocks)
        if nested or is_frame(rows):
            yield from (block for row in held for _, blocks in row for block in blocks)
        else:
            self._tables += 1
            yield from rows_of(rows, self._tables)


def _outermost(element: Any, tag: str) -> Iterator[Any]:
    """Yield the elements of a tag that do not stand inside one of their kind."""
    for child in element:
        if child.tag == tag:
            yield child
        elif isinstance(child.tag, str):
            yield from _outermost(child, tag)


def _cells(row: Any) -> Iterator[Any]:
    for cell in row:
        if cell.tag == _name("table:table-cell"):
            yield from [cell] * min(WIDEST, _count(cell, "table:number-columns-repeated"))


def _raw(cell: Any, blocks: list[DocumentParagraph]) -> RawCell:
    texts = tuple(block.text for block in blocks)
    columns, rows = _count(cell, "table:number-columns-spanned"), _count(cell, "table:number-rows-spanned")
    return RawCell(texts, columns=columns, rows=rows)


def _count(element: Any, attribute: str) -> int:
    value = element.get(_name(attribute)) or "1"
    return max(1, min(10_000, int(value))) if value.isdigit() else 1

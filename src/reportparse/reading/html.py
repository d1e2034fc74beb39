"""Read HTML pages of government sites: the report without the site around it."""

import logging
from collections.abc import Iterator
from contextlib import suppress
from itertools import takewhile
from typing import Any

import lxml.etree
import lxml.html
import regex
import trafilatura

from reportparse.model import DocumentParagraph, Markup
from reportparse.reading.chrome import without_chrome
from reportparse.reading.flat import flat_where_deep
from reportparse.reading.hiding import hidden_by_rules
from reportparse.reading.joining import rejoined
from reportparse.reading.openings import is_ended
from reportparse.reading.plain import decoded, paragraphs_of_text
from reportparse.reading.spacing import merged, without_gaps
from reportparse.reading.tables import RawCell, is_frame, rows_of
from reportparse.text import is_chinese

_CHARSET = regex.compile(rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_-]+)""")
_ENCODINGS = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-big5"), "big5hkscs"),
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
}
_HIDDEN = regex.compile(r"(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_TRAFILATURA_AT_MOST = 1_000_000
_XML_DECLARATION = regex.compile(r"^\s*<\?xml[^>]*\?>")
_DROPPED = (
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "iframe",
    "svg", "object",
)  # fmt: skip
_BLOCKS = {
    "p", "div", "section", "article", "main", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table",
    "tr", "blockquote", "dl", "dt", "dd", "center", "body", "pre", "hr", "br", "head", "lb", "list", "item",
    "row", "quote",
}  # fmt: skip
_CELLS = {"td", "th", "cell"}
_LEAST_SHARE = 0.85
_LONGEST_TITLE = 6
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_TITLE = regex.compile(r"[^，。：；]{0,30}工作报告(?:[（(][^）)]{1,12}[）)])?$")
_NO_XML = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What libxml2 reads, and lxml then refuses to move from one element to another."""


def paragraphs(data: bytes) -> list[DocumentParagraph]:
    """Read the report's paragraphs of a page; its menus, buttons and notices go.

    trafilatura finds where the text stands. The paragraphs are then read from the page itself, so that
    tables, bold and repeated sentences stay. Where it finds much less than stands outside of links, the whole
    page is read, and only what is known as a site's goes.
    """
    text = flat_where_deep(_XML_DECLARATION.sub("", _text(data)))
    if not text.strip():
        return []
    page = _page(text)
    whole = without_chrome(list(_paragraphs(page)))
    found = _found_by_trafilatura(text) if len(text) < _TRAFILATURA_AT_MOST else []
    if _chinese(found) < _LEAST_SHARE * _chinese(whole):
        return rejoined(whole)
    main = without_chrome(list(_paragraphs(_container(page, _chinese(found)))))
    texts = {paragraph.text for paragraph in main}
    outside = {paragraph.text for paragraph in whole} - texts
    title = [one for one in takewhile(lambda one: one.text not in texts, found) if one.text in outside]
    above = [one for one in takewhile(lambda one: one.text not in texts, whole) if _TITLE.match(one.text)]
    return rejoined((title if 0 < len(title) <= _LONGEST_TITLE else above[-1:]) + main)


def _found_by_trafilatura(text: str) -> list[DocumentParagraph]:
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    extracted = trafilatura.bare_extraction(
        text, favor_recall=True, include_comments=False, include_tables=True, deduplicate=False
    )
    body = getattr(extracted, "body", None)
    return without_chrome(list(_paragraphs(body))) if body is not None else []


def _container(page: Any, chinese: int) -> Any:
    """Find the innermost element that holds nearly all of so many Chinese characters."""
    inside = page
    while True:
        fuller = [each for each in inside if isinstance(each.tag, str) and _held(each) >= 0.97 * chinese]
        if len(fuller) != 1 or fuller[0].tag not in _BLOCKS | _CELLS | {"tbody", "form", "span"}:
            return inside
        inside = fuller[0]


def _held(element: Any) -> int:
    return sum(map(is_chinese, element.text_content()))


def _page(text: str) -> Any:
    """Parse a whole page and drop what is never text: scripts, menus, hidden parts, lists of links."""
    tree: Any = lxml.html.document_fromstring(text, lxml.html.HTMLParser(huge_tree=True))
    _clean(tree)
    unseen = [*filter(_is_hidden, tree.iter("*")), *hidden_by_rules(tree)]
    for element in [*tree.iter(*_DROPPED, lxml.etree.Comment), *unseen]:
        if element.getparent() is not None:
            element.drop_tree()
    for element in list(tree.iter("div", "ul", "td", "p", "li", "span")):
        links = sum(len(link.text_content().strip()) for link in element.iter("a"))
        written = len(element.text_content().strip())
        if element.getparent() is not None and links and links > 0.6 * written and written < 2000:
            element.drop_tree()
    body = tree.find("body")
    return tree if body is None else body


def _clean(tree: Any) -> None:
    """Take out characters that no page may hold, printed or by their numbers."""
    for element in tree.iter():
        if element.text and _NO_XML.search(element.text):
            element.text = _NO_XML.sub(_space_or_nothing, element.text)
        if element.tail and _NO_XML.search(element.tail):
            element.tail = _NO_XML.sub(_space_or_nothing, element.tail)


def _space_or_nothing(found: regex.Match[str]) -> str:
    return " " if found[0].isspace() else ""


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def _chinese(paragraphs: list[DocumentParagraph]) -> int:
    return sum(is_chinese(char) for paragraph in paragraphs for char in paragraph.text)


def _text(data: bytes) -> str:
    """Decode a page by its own declaration where that can hold, else as any text.

    Chinese is written in few charsets; pages that declare another (iso-8859-1, utf-16 in a line of ASCII) are wrong.
    """
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        encoding = _ENCODINGS.get(declared[1].decode("ascii").lower())
        with suppress(UnicodeDecodeError):
            if encoding:
                return data.decode(encoding)
    return decoded(data)


def _paragraphs(root: Any) -> Iterator[DocumentParagraph]:
    """Walk a tree, of HTML or of trafilatura's own tags, and yield its blocks."""
    walk = _Walk()
    walk.enter(root)
    walk.close()
    yield from walk.found


class _Walk:
    """Gather the text between block tags, with its bold spans and heading level."""

    def __init__(self) -> None:
        self.found: list[DocumentParagraph] = []
        self._text = ""
        self._bold: list[tuple[int, int]] = []
        self._tables = 0

    def enter(self, element: Any, bold: bool = False, level: int | None = None) -> None:
        """Read an element and all below it."""
        tag = element.tag if isinstance(element.tag, str) else "comment"
        if (tag == "table" and self._table(element)) or (tag == "pre" and self._lines(element)):
            return
        heading = _heading_level(element)
        bold = bold or tag in ("b", "strong") or (tag == "hi" and "b" in element.get("rend", ""))
        if tag in _BLOCKS or tag in _CELLS:
            self.close(level)
        if tag != "comment":
            self._say(element.text, bold)
            for child in element:
                self.enter(child, bold, heading or level)
                self._say(child.tail, bold)
        if tag in _BLOCKS or tag in _CELLS:
            self.close(heading or level)

    def close(self, level: int | None = None) -> None:
        """End a block, and keep it if it has text."""
        text, bold = without_gaps(self._text, merged(tuple(self._bold)))
        if text:
            markup = Markup.heading if level else Markup.body
            self.found.append(DocumentParagraph(text=text, bold=bold, level=level, markup=markup))
        self._text, self._bold = "", []

    def _lines(self, element: Any) -> bool:
        """Keep the lines of a text that was set as it was typed, as those of a text file are kept."""
        lines = element.text_content().splitlines()
        self.close()
        self.found += paragraphs_of_text(lines) if len(lines) > 1 else ()
        return len(lines) > 1

    def _say(self, text: str | None, bold: bool) -> None:
        if not text:
            return
        for at, line in enumerate(text.splitlines()):
            # Lines of the source mean nothing, unless the text was pasted with its indents.
            if at and line.startswith("\u3000\u3000") and is_ended(self._text or "。"):
                self.close()
            piece = f" {line}" if at else line
            if bold:
                self._bold.append((len(self._text), len(self._text) + len(piece)))
            self._text += piece

    def _table(self, table: Any) -> bool:
        """Keep the rows of a table; one that frames running text, or other tables, is walked instead."""
        lines = list(table.iter("tr", "row"))
        if any(inner is not table for inner in table.iter("table")):
            return False
        rows = [[_cell(cell) for cell in line if cell.tag in _CELLS] for line in lines]
        if is_frame(rows):
            return False
        self.close()
        self._tables += 1
        caption = table.find("caption")
        if caption is not None:
            self.enter(caption)
            self.close()
        self.found += rows_of(rows, self._tables)
        return True


def _cell(element: Any) -> RawCell:
    """Read a cell, with the columns and rows that it takes; 0 rows reach to the table's end and are taken as one."""
    walk = _Walk()
    walk.enter(element)
    walk.close()
    spans = {}
    for name, limit in (("colspan", 1000), ("rowspan", 65534)):  # the limits of the HTML standard
        value = (element.get(name) or "").strip()
        spans[name] = min(limit, max(1, int(value))) if regex.fullmatch("[0-9]{1,9}", value) else 1
    return RawCell(tuple(block.text for block in walk.found), spans["colspan"], spans["rowspan"])


def _heading_level(element: Any) -> int | None:
    name = element.get("rend", "") if element.tag == "head" else element.tag
    return _LEVELS.get(name) if isinstance(name, str) else None

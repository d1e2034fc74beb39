"""Read Markdown as PDF converters write it: marks are hints, page ends break paragraphs."""

from collections.abc import Iterator

import regex
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reportparse.model import DocumentParagraph, Markup
from reportparse.reading.furniture import is_page_mark, is_page_number, is_rule
from reportparse.reading.joining import rejoined
from reportparse.reading.openings import is_ended, opening
from reportparse.reading.plain import decoded
from reportparse.reading.printed import Spans
from reportparse.reading.spacing import inside, merged, moved, without_gaps
from reportparse.reading.tables import RawCell, rows_of

_COMMENT = regex.compile(r"<!--.*?-->", regex.DOTALL)
_STARS = regex.compile(r"\*\*(?=\S)(.{1,2000}?)(?<=\S)\*\*", regex.DOTALL)
_STAR_PAIR = regex.compile(r"\*\*")
_UNREAD = ["code", "lheading", "reference", "autolink"]
_NESTING = 120  # of blocks and inline marks; what is deeper would be lost, so that none is deeper:
_MARKS = regex.compile(r"(?m)^((?:[ \t]*+(?:[-*+>]|[0-9]{1,9}[.)])(?=[ \t>])){9,})(?=[ \t]*+[^-*_\s])")
_DEEP = regex.compile(r"(?m)^[ \t]{60,}+")
_BREAK = regex.compile(r"(?i)<br\s*/?>")
_FRONT_MATTER = regex.compile(r"\A---\n.*?\n---\n", regex.DOTALL)


def paragraphs(data: bytes) -> list[DocumentParagraph]:
    """Read the paragraphs of a Markdown text, its marks turned into hints."""
    text = decoded(data).replace("\r\n", "\n")
    text = _COMMENT.sub("", _FRONT_MATTER.sub("", text))
    text = _MARKS.sub(_fewer_marks, _DEEP.sub(" " * 60, text))
    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table").disable(_UNREAD)
    found = _paragraphs(parser.parse(text))
    return rejoined([one for one in found if one.text and not _is_furniture(one.text)], broken=True)


def _is_furniture(text: str) -> bool:
    return is_page_mark(text) or is_rule(text) or is_page_number(text)


def _paragraphs(tokens: list[Token]) -> Iterator[DocumentParagraph]:
    level: int | None = None
    number = ""
    rows: list[list[RawCell]] | None = None
    tables = 0
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "heading_close":
            level = None
        elif token.type == "list_item_open":
            number = f"{token.info}{token.markup}" if token.info else ""
        elif token.type == "table_open":
            rows = []
            tables += 1
        elif token.type == "tr_open" and rows is not None:
            rows.append([])
        elif token.type == "table_close" and rows is not None:
            yield from rows_of(rows, tables)
            rows = None
        elif token.type == "inline":
            if rows is not None:
                rows[-1].append(RawCell((without_gaps(_inline(token, "")[0])[0],)))
            else:
                yield from _of_inline(token, number, level)
            number = ""
        elif token.type in ("html_block", "fence"):
            stripped = regex.sub(r"<[^>]*>", "", token.content)
            for line in stripped.splitlines():
                yield DocumentParagraph(text=without_gaps(line)[0])


def _of_inline(token: Token, number: str, level: int | None) -> Iterator[DocumentParagraph]:
    text, bold = _inline(token, number)
    start = 0
    for piece in _pieces(text):
        end = start + len(piece)
        line = piece.replace("\n", " ") if piece.isascii() else piece
        clean, spans = without_gaps(line, inside(bold, start, end))
        yield DocumentParagraph(
            text=clean, bold=spans, level=level, markup=Markup.heading if level else Markup.body
        )
        start = end


def _pieces(text: str) -> list[str]:
    """Part a block at those of its line ends that end a paragraph; the rest only wrap."""
    pieces = [""]
    for line in text.splitlines(keepends=True):
        begins = opening(line) is not None or line.startswith(("\u3000", "    "))
        if pieces[-1].strip() and is_ended(pieces[-1]) and begins:
            pieces.append("")
        pieces[-1] += line
    return pieces


def _inline(token: Token, number: str) -> tuple[str, Spans]:
    """Give the text of an inline token, tags and stars gone, and the spans that were bold."""
    text, bold, opened = number, [], 0
    for child in token.children or ():
        if child.type == "strong_open":
            opened = len(text)
        elif child.type == "strong_close":
            bold.append((opened, len(text)))
        elif child.type in ("softbreak", "hardbreak"):
            text += "\n"
        elif child.type == "html_inline":
            text += "\n" if _BREAK.fullmatch(child.content) else ""
        elif child.type != "image":
            text += child.content
    return _without_stars(text, merged(tuple(bold)))


def _without_stars(text: str, bold: Spans) -> tuple[str, Spans]:
    """Take ** that CommonMark did not see as bold (next to Chinese quotation marks) as bold."""
    pairs = [match.span(1) for match in _STARS.finditer(text)]
    stars = {at for match in _STAR_PAIR.finditer(text) for at in range(*match.span())}
    kept = [at for at in range(len(text)) if at not in stars]
    return "".join(text[at] for at in kept), moved(merged(tuple(sorted([*bold, *pairs]))), kept)


def _fewer_marks(marks: regex.Match[str]) -> str:
    """Give one mark for the many before the text of a line: a quotation's or a list's."""
    return "> " if marks[1].rstrip().endswith(">") else "- "

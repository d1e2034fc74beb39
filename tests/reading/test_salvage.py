"""A PDF that was cut short gives the pages that are whole in it, and says so."""

import zlib
from contextlib import suppress

import pytest

from reportparse.errors import DamagedInputError
from reportparse.model import Document
from reportparse.reading import read
from tools.hostile.pdf import REPORT, pages, set_lines, stream
from tools.hostile.words import LINES

PAGES = (LINES[:6], LINES[6:], ("新建公园12处。",) * 9)
WHOLE = pages([stream(set_lines(lines)) for lines in PAGES])


BOTH, ALL = ("".join("".join(lines) for lines in PAGES[:count]).replace("　", "") for count in (2, 3))


def text_of(document: Document) -> str:
    """Give the whole text, without line ends."""
    return "".join(paragraph.text for paragraph in document.paragraphs)


@pytest.mark.parametrize("engine", ["auto", "pdfplumber"])
def test_whole_pages_are_read(engine: str) -> None:
    """Of three pages two, in a file that ends within the third: the words of both, and a warning."""
    cut = WHOLE[: WHOLE.rindex(b"endstream") - 40]
    document = read(cut, name="report.pdf", pdf_engine="auto" if engine == "auto" else "pdfplumber")
    assert text_of(document) == BOTH
    assert document.pages == 2
    assert [(one.code, one.page) for one in document.warnings] == [("file-cut-short", None)]


def test_pages_keep_their_order() -> None:
    """That of their tree, where it lies before the cut, not that of their numbers."""
    kids = WHOLE[WHOLE.index(b"/Kids[") :].partition(b"]")[0]
    turned = b" 0 R ".join(reversed(kids.removeprefix(b"/Kids[").removesuffix(b" 0 R").split(b" 0 R ")))
    cut = WHOLE.replace(kids, b"/Kids[" + turned + b" 0 R")[: WHOLE.index(b"xref\n")]
    found = text_of(read(cut, name="report.pdf"))
    assert found.startswith(PAGES[2][0])
    assert found.index(LINES[-1]) < found.index(LINES[0])


def test_packed_objects_are_found() -> None:
    """A page whose object lies in a compressed stream, as PDF 1.5 and later have them."""
    whole = pages([stream(REPORT)])
    begin = whole.index(b"6 0 obj\n")
    page, end = whole[begin + 8 : whole.index(b"endobj", begin)], whole.index(b"endobj", begin) + 7
    inside = zlib.compress(b"6 0 " + page)
    packed = (
        b"8 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%s\nendstream\nendobj\n"
    )
    rest = whole[end : whole.index(b"xref\n")]
    cut = whole[:begin] + packed % (len(inside), inside) + rest
    assert text_of(read(cut, name="report.pdf")) == BOTH


@pytest.mark.parametrize("hundredth", range(0, 100, 4))
def test_a_file_cut_anywhere_is_read_or_refused(hundredth: int) -> None:
    """Whatever is read is the beginning of the report."""
    with suppress(DamagedInputError):
        found = text_of(read(WHOLE[: len(WHOLE) * hundredth // 100] or b"%PDF-", name="report.pdf"))
        assert ALL.startswith(found)


def test_a_file_without_a_whole_page_is_refused() -> None:
    """As cut short where its end is missing: some programs write all pages there. As broken where the end is there."""
    begin = WHOLE[: WHOLE.index(b"stream")]
    with pytest.raises(DamagedInputError, match="is cut short, and no page of it is whole"):
        read(begin, name="report.pdf")
    with pytest.raises(DamagedInputError, match="breaks its own format"):
        read(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n", name="report.pdf")

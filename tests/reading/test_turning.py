"""A page that stands on its head or side, or is written downwards, gives its text as an upright one does."""

import pytest

from reportparse.reading import engines, pdf, pdfium, read
from reportparse.reading.pages import paragraphs_of_pages
from tools.hostile.case import CASES
from tools.hostile.pdf import REPORT, packed, pages, shown
from tools.hostile.words import TEXT

ENGINES = {"pdfplumber": pdf.sheets, "pdfium": pdfium.sheets}
TEXTS = {
    "upright": b"",
    "on its left side": b"0 1 -1 0 842 0 cm ",
    "on its head": b"-1 0 0 -1 595 842 cm ",
    "on its right side": b"0 -1 1 0 0 595 cm ",
}
WORDS = TEXT.replace("\n", "").replace("　", "")


def text_of(data: bytes, engine: str) -> str:
    """Give the text of the pages as an engine sees them."""
    return "".join(paragraph.text for paragraph in paragraphs_of_pages(ENGINES[engine](data)))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("text", TEXTS)
def test_a_turned_page_is_read(text: str, rotation: int, engine: str) -> None:
    """Whether its text is turned on it, the page itself, or both."""
    box = "0 0 842 595" if "side" in text else "0 0 595 842"
    data = pages([packed(TEXTS[text] + REPORT)], box, extra=b"/Rotate %d" % rotation)
    assert text_of(data, engine) == WORDS


@pytest.mark.parametrize("engine", ENGINES)
def test_text_in_columns_is_read_downwards(engine: str) -> None:
    """Each column from top to bottom, the right one first."""
    assert text_of(CASES["pdf-vertical"].make(), engine) == WORDS


def test_a_mark_across_the_page_is_left_out() -> None:
    """It runs in another direction than the text."""
    mark = b" q 0 1 -1 0 300 200 cm BT /F 40 Tf %s Tj ET Q" % shown("内部资料")
    _, sheets = engines.sheets(pages([packed(REPORT + mark)]))
    assert "".join(paragraph.text for paragraph in paragraphs_of_pages(sheets)) == WORDS


def test_the_rules_of_a_table_are_turned_with_its_text() -> None:
    """A table on a page that lies on its side, as annexes have them, keeps its rows."""
    rules = b" " + b"".join(b"60 %d m 500 %d l S " % (y, y) for y in (120, 160, 200, 240))
    rules += b"".join(b"%d 120 m %d 240 l S " % (x, x) for x in (60, 280, 500))
    cells = [["指标", "2031年"], ["粮食产量", "86万吨"], ["森林覆盖率", "64%"]]
    words = b"".join(
        b"BT /F 12 Tf %d %d Td %s Tj ET " % (70 + 220 * across, 210 - 40 * down, shown(cell))
        for down, row in enumerate(cells)
        for across, cell in enumerate(row)
    )
    data = pages([packed(b"0 1 -1 0 842 0 cm " + REPORT + rules + words)], "0 0 842 595")
    rows = [one.text for one in read(data, name="report.pdf").paragraphs if one.row]
    assert [row.split() for row in rows] == cells

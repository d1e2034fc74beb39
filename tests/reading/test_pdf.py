"""PDF gives the report's paragraphs whatever the page looks like, by either engine."""

import pytest

from reportparse.reading import pdf, pdfium, read
from reportparse.reading.pages import paragraphs_of_pages
from tests.reading.conftest import PARAGRAPHS
from tests.reading.setting import Look, as_pdf

ENGINES = {"pdfplumber": pdf.sheets, "pdfium": pdfium.sheets}
HEAD = "云江市第五届人民代表大会第三次会议文件（十二）"
LOOKS = {
    "— 1 —": Look(),
    "1": Look(number="{}".format),
    "-1-": Look(number="-{}-".format),
    "第1页 共3页": Look(number="第{}页 共3页".format),
    "1 / 3": Look(number="{} / 3".format),
    "running head": Look(head=HEAD),
    "blocks without indent": Look(indent=0, space=10),
    "two columns": Look(size=9, columns=2, head=HEAD),
    "two columns without indent": Look(size=9, columns=2, indent=0, space=7),
    "bound book": Look(bound=30),
    "centred title lines": Look(centered=3),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("look", LOOKS)
def test_paragraphs_are_the_same_in_every_look(look: str, engine: str, paragraphs: tuple[str, ...]) -> None:
    """Page numbers, heads, columns and page ends leave no trace in the paragraphs."""
    again = 3 if LOOKS[look].columns == 2 else 0  # small print: the body again, so that there are some pages
    sheets = ENGINES[engine](as_pdf(PARAGRAPHS + PARAGRAPHS[4:] * again, LOOKS[look]))
    assert tuple(one.text for one in paragraphs_of_pages(sheets)) == paragraphs + paragraphs[4:] * again


def test_lines_keep_their_place() -> None:
    """Each line is a slice of its paragraph, in order, on a page, with a box."""
    document = read(as_pdf(PARAGRAPHS, Look()), name="report.pdf")
    assert (document.reader, document.pages) == ("pdf", 3)
    assert document.paragraphs[0].centered
    for paragraph in document.paragraphs:
        assert paragraph.page == paragraph.lines[0].page
        ends = [0, *(line.end for line in paragraph.lines)]
        assert [line.start for line in paragraph.lines] == ends[:-1]
        assert ends[-1] == len(paragraph.text)
        assert all(line.box and line.box.left < line.box.right for line in paragraph.lines)


def test_rows_of_a_ruled_table_are_paragraphs() -> None:
    """A table with drawn rules gives one paragraph a row."""
    table = "\n".join(f"指标{at}|亿元|{at}00" for at in range(1, 5))
    texts = ("政府工作报告", "主要指标见下表。", table, "各项指标完成良好，全市经济稳中有进。")
    found = read(as_pdf(texts, Look())).paragraphs
    rows = [one.text for one in found if one.markup == "table"]
    assert rows == [f"指标{at} 亿元 {at}00" for at in range(1, 5)]
    assert [one.text for one in found if one.markup == "body"] == [texts[0], texts[1], texts[3]]


def test_page_without_text_is_said() -> None:
    """An empty page between two full ones is a warning with its number."""
    texts = ("全市经济稳中有进。" * 5, "", "", "民生持续改善。" * 5)
    warnings = read(as_pdf(("标题" * 4, *texts), Look())).warnings
    assert [(warning.code, warning.page) for warning in warnings] == [("page-without-text", 2)]

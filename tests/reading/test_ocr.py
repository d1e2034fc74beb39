"""Lines that OCR sees on a skewed picture become the paragraphs of the page."""

from typing import Any

import pypdfium2

from reportparse.reading import ocr
from reportparse.reading.pages import paragraphs_of_pages
from reportparse.reading.plain import typed_width

LINES = (
    (2, "全市上下顶住压力、稳住大盘，地区生产总值增长5"),
    (0, ".2%，一般公共预算收入增长7.1%，固定资产投资增长"),
    (0, "9.6%，经济稳中向好。"),
    (2, "开工云湖高速公路，建成云江大桥，完成交通投资52"),
    (0, "亿元。"),
)


def seen(image: Any) -> list[ocr.Strip]:
    """Lay the lines on the picture, each 40 pixels wide a character, falling 1 pixel in 100."""
    strips = []
    for row, (indent, text) in enumerate(LINES):
        left, top, width = 100 + 40 * indent, 200 + 70 * row, 40 * typed_width(text)
        corners = ((left, top), (left + width, top + width / 100))
        below = tuple((x, y + 40) for x, y in reversed(corners))
        strips.append(ocr.Strip((*corners, *below), text))
    assert image.shape[0] > image.shape[1]
    return strips


def test_lines_of_a_picture_are_joined(tmp_path: Any) -> None:
    """Indents and line ends count as on a set page, whatever the skew."""
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    document.save(tmp_path / "scan.pdf")
    sheets = list(ocr.sheets((tmp_path / "scan.pdf").read_bytes(), {1}, lambda: seen))
    assert [one.text for one in paragraphs_of_pages(sheets)] == [
        "".join(text for _, text in LINES[:3]),
        "".join(text for _, text in LINES[3:]),
    ]

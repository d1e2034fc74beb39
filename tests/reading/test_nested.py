"""What stands inside something of its own kind is read once."""

from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import _Cell

from reportparse.reading import read

INNERMOST = "新建学校16所，新增学位1.2万个。"
DEPTHS = (1, 3, 8)


def saved(document: docx.document.Document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("depth", DEPTHS)
def test_a_table_in_a_cell_is_read_once(depth: int) -> None:
    """Rows of the outer table stay before and behind it."""
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(1, 0).text, table.cell(1, 1).text = "城镇新增就业", "1.6万人"
    cell: _Cell = table.cell(0, 1)
    for _ in range(depth):
        cell.paragraphs[0].text = "其中"
        cell = cell.add_table(1, 2).cell(0, 1)
    cell.paragraphs[0].text = INNERMOST
    found = [one.text for one in read(saved(document)).paragraphs]
    assert found == ["其中"] * depth + [INNERMOST, "城镇新增就业 1.6万人"]


@pytest.mark.parametrize("depth", DEPTHS)
def test_a_text_box_in_a_text_box_is_read_once(depth: int) -> None:
    """As Word writes it, with a fallback for its older self that says the same again."""
    content = f"<w:p><w:r><w:t>{INNERMOST}</w:t></w:r></w:p>"
    for _ in range(depth):
        box = f"<w:txbxContent>{content}</w:txbxContent>"
        content = (
            '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:Choice>{box}</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r></w:p>"
        )
    document = docx.Document()
    document.element.body.insert(0, parse_xml(content.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))
    assert [one.text for one in read(saved(document)).paragraphs] == [INNERMOST]

"""Pages by PDFium and pages by pdfplumber tell the same."""

from pathlib import Path

import pytest

from reportparse import extract
from reportparse.model.json import to_json
from reportparse.reading import engines
from tests.conftest import SAMPLES, report_of
from tests.reading.conftest import PARAGRAPHS
from tests.reading.setting import Look, as_pdf

PDFS = [path for path in SAMPLES if path.suffix == ".pdf"]


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.name)
def test_both_engines_give_the_same_facts(path: Path) -> None:
    """Byte for byte, on every sample: headings, places and facts."""
    assert to_json(extract(path, pdf_engine="pdfplumber")) == to_json(report_of(path))


def test_plain_pages_are_read_by_pdfium() -> None:
    """Those with a ruled table, or in columns, by pdfplumber."""
    table = "\n".join(f"指标{at}|亿元|{at}00" for at in range(1, 5))
    texts = ("政府工作报告", *PARAGRAPHS[4:9], "", "主要指标见下表。", table)
    _, sheets = engines.sheets(as_pdf(texts, Look()))
    assert [sheet.plain for sheet in sheets] == [True] * (len(sheets) - 1) + [False]
    assert sheets[-1].tables
    _, sheets = engines.sheets(as_pdf(PARAGRAPHS + PARAGRAPHS[4:] * 3, Look(size=9, columns=2)))
    assert not any(sheet.plain for sheet in sheets)
    _, sheets = engines.sheets(as_pdf(texts, Look()), "pdfplumber")
    assert not any(sheet.plain for sheet in sheets)

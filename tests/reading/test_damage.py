"""Damaged inputs keep their text: those of tools/hostile that are small."""

import pytest

from reportparse.errors import UnreadableInputError
from reportparse.reading import read
from tools.hostile import docx, html, markdown, text  # noqa: F401
from tools.hostile.case import CASES
from tools.hostile.words import TEXT

KEPT = (
    "docx-without-a-picture",
    "docx-picture-of-nothing",
    "docx-odd-numbers",
    "docx-without-styles",
    "docx-tables-80-deep",
    "docx-text-boxes-20-deep",
    "html-undefined-charset",
    "html-charset-that-is-no-text",
    "html-utf8-declared-as-latin1",
    "html-utf8-declared-as-utf16",
    "html-gb18030-declared-as-utf8",
    "html-300-tags-deep",
    "html-3-000-tags-deep",
    "html-100-000-tags-deep",
    "html-attribute-of-10-mb",
    "html-comment-of-10-mb",
    "html-tables-50-deep",
    "markdown-25-nested-list-marks",
    "markdown-list-40-deep",
    "markdown-100-quotes-deep",
    "markdown-100-000-stars",
    "text-nul-bytes",
    "text-lone-surrogates-utf16",
    "text-lone-surrogates-utf8",
    "text-beyond-the-basic-plane",
    "text-utf8-then-gb18030",
    "text-utf8-with-broken-bytes",
    "text-big5",
    "text-utf16-cut-in-a-character",
    "text-spaces-in-numbers",
    "text-tabs-and-spaces",
    "text-lines-that-end-in-commas",
)


@pytest.mark.parametrize("name", KEPT)
def test_text_is_kept(name: str) -> None:
    """Nothing that stands in the file is lost on the way."""
    case = CASES[name]
    found = "\n".join(
        paragraph.text for paragraph in read(case.make(), name=f"report.{case.ending}").paragraphs
    )
    assert all(words in found for words in case.holds)


@pytest.mark.parametrize("name", ["docx-entities", "docx-cut-short", "text-white-space-only"])
def test_what_holds_no_text_is_refused(name: str) -> None:
    """With a sentence."""
    case = CASES[name]
    with pytest.raises(UnreadableInputError):
        read(case.make(), name=f"report.{case.ending}")


def test_hidden_parts_of_a_page_are_not_read() -> None:
    """No reader of the page sees them."""
    found = "".join(paragraph.text for paragraph in read(CASES["html-hidden-parts"].make()).paragraphs)
    assert "新建改建学校16所" in found
    assert "新建医院" not in found


@pytest.mark.parametrize("mark", ["\x01", "\x0c", "\x1d", "\ufffe", "&#1;", "&#x1D;", "&#xFFFE;"])
def test_characters_that_no_page_may_hold_go(mark: str) -> None:
    """Printed or by their numbers, beside something that is dropped: a script, a hidden part."""
    for dropped in ("<script>1</script>", "<span hidden>1</span>", "<nav>1</nav>"):
        page = f"<html><body><p>全市{dropped}{mark}生产总值{mark}增长5%。{mark}</p></body></html>"
        assert [one.text for one in read(page.encode()).paragraphs] == ["全市生产总值增长5%。"]


def test_pre_keeps_its_lines() -> None:
    """Each line is a paragraph, as it would be in a text file."""
    page, plain = CASES["html-pre"].make(), TEXT.encode()
    assert [one.text for one in read(page).paragraphs] == [one.text for one in read(plain).paragraphs]


@pytest.mark.parametrize(
    ("spaced", "mended"),
    [
        ("新增企业1.5 5万家。", "新增企业1.55万家。"),
        ("到2 0 3 1 年，", "到2031年，"),
        ("增长5 . 5 %。", "增长5.5%。"),
        ("第1 2 个，", "第12个，"),
    ],
)
def test_numbers_that_a_converter_spaced_out_are_whole(spaced: str, mended: str) -> None:
    """A report's numbers have no spaces inside."""
    found = read(f"{TEXT}\n{spaced}".encode(), name="report.txt").paragraphs
    assert found[-1].text == mended

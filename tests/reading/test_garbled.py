"""Characters that are not what the author wrote are mended where they can be, and told of where not."""

import pytest

from reportparse import DamagedInputError, InputTooLargeError, extract
from reportparse.limits import limits
from reportparse.reading import read

SIMPLIFIED = (
    "云岭市政府工作报告\n一、2030年工作回顾\n全市地区生产总值增长5.1%，新建公园12处，群众生活明显改善。\n"
    "二、2031年重点工作\n今年主要预期目标是：地区生产总值增长5.5%左右；一般公共预算收入增长4%以上。\n"
)
TRADITIONAL = (
    "雲嶺市政府工作報告\n一、2030年工作回顧\n全市地區生產總值增長5.1%，新建公園12處，群眾生活明顯改善。\n"
    "二、2031年重點工作\n今年主要預期目標是：地區生產總值增長5.5%左右；一般公共預算收入增長4%以上。\n"
)


def codes(data: bytes, name: str = "report.txt") -> set[str]:
    """Give the codes of the warnings about characters."""
    known = {"undecoded-characters", "garbled-text", "traditional-characters"}
    return {warning.code for warning in read(data, name=name).warnings} & known


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(SIMPLIFIED, "gbk"), (SIMPLIFIED, "utf-8"), (SIMPLIFIED, "utf-16-le"), (TRADITIONAL, "gbk"),
     (TRADITIONAL, "utf-8"), (TRADITIONAL, "big5"), (TRADITIONAL, "big5hkscs"), (TRADITIONAL, "utf-16-be")],
)  # fmt: skip
def test_a_text_is_read_in_its_own_encoding(text: str, encoding: str) -> None:
    """Big5 as well, whose bytes are characters of GB18030 too: rare ones, without a comma among them."""
    found = [paragraph.text for paragraph in read(text.encode(encoding), name="report.txt").paragraphs]
    assert found == text.splitlines()


def test_traditional_characters_are_told_of() -> None:
    """In any form of file; simplified ones are no doubt."""
    page = f"<html><body>{''.join(f'<p>{line}</p>' for line in TRADITIONAL.splitlines())}</body></html>"
    assert codes(TRADITIONAL.encode("big5")) == codes(page.encode(), "a.html") == {"traditional-characters"}
    assert codes(SIMPLIFIED.encode("gbk")) == set()


def test_a_text_that_was_saved_in_a_wrong_encoding_is_told_of() -> None:
    """UTF-8 that was taken for GBK and saved so has Chinese characters, and none that a text is full of."""
    assert "garbled-text" in codes(SIMPLIFIED.encode().decode("gbk", "ignore").encode())


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_broken_bytes_are_counted(encoding: str) -> None:
    """Those of a text too, not of a PDF's page alone."""
    whole = SIMPLIFIED.encode(encoding)
    at = SIMPLIFIED.index("新建")
    broken = SIMPLIFIED[:at].encode(encoding) + b"\xff" + SIMPLIFIED[at:].encode(encoding)
    assert codes(whole) == set()
    assert codes(broken) == {"undecoded-characters"}
    (warning,) = [one for one in extract(broken).warnings if one.code == "undecoded-characters"]
    assert "stand as �" in warning.message


def test_a_text_of_too_many_bytes_is_refused_before_it_is_read() -> None:
    """By its bytes alone, of which a character has four at most."""
    data = SIMPLIFIED.encode() * (5 * limits().characters // len(SIMPLIFIED.encode()))
    with pytest.raises(InputTooLargeError, match="characters or more"):
        read(data, name="report.txt")


def test_an_empty_archive_is_an_archive() -> None:
    """What a packer writes of no files begins otherwise than other archives."""
    with pytest.raises(DamagedInputError, match="is an archive"):
        read(b"PK\x05\x06" + bytes(18), name="report.docx")

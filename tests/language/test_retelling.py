"""Hold the Chinese sentences: each tells one that the program says, with all that stands in it."""

from pathlib import Path
from string import Formatter

import pytest

from reportparse.cli.app import run
from reportparse.language import ENGLISH, Language, words_of
from tests.language.test_catalogues import CATALOGUES

CHINESE = words_of(Language.zh)
SENTENCES = CATALOGUES[Language.zh]["sentences"] | CATALOGUES[Language.zh]["foreign"]


def places(text: str) -> set[str]:
    """Give the names of what is filled in."""
    return {field for _, field, _, _ in Formatter().parse(text) if field}


def test_a_sentence_says_all_that_the_english_one_says() -> None:
    """No value is lost and none made up."""
    assert [english for english, chinese in SENTENCES.items() if places(english) != places(chinese)] == []


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("a.pdf is empty.", "a.pdf 是空文件。"),
        ("a.pdf: The PDF asks for a password.", "a.pdf：PDF 有密码。"),
        ("Skipped in in: a.png, b.png and 3 more.", "in 中跳过：a.png, b.png 等，另有 3 个。"),
        (
            "2 reports read, 1 failed. The corpus holds 2 reports.",
            "读入 2 份，失败 1 份。语料库现有 2 份报告。",
        ),
        ("Nobody has said this before.", "Nobody has said this before."),
    ],
)
def test_sentences_are_told_in_chinese_and_unknown_ones_as_they_are(english: str, chinese: str) -> None:
    """Also those in which another one stands."""
    assert CHINESE.retold(english) == chinese
    assert ENGLISH.retold(english) == english


def test_errors_are_told_in_the_language_of_the_option(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before the command and on it."""
    missing = str(tmp_path / "none.pdf")
    try:
        for arguments in (["--lang", "zh", "extract", missing], ["extract", missing, "--lang=zh"]):
            assert run(arguments) != 0
            assert f"没有文件 {missing}。" in capsys.readouterr().err
    finally:
        run(["--version", "--lang", "en"])

"""Hold what --help says: in the language of its reader, all of it, in lines that fit."""

from collections.abc import Iterator

import pytest
import regex
from rich.cells import cell_len

from reportparse.cli.app import run
from reportparse.cli.commands import COMMANDS
from reportparse.cli.helping import _PIECE
from reportparse.cli.streams import speak
from reportparse.language import ENGLISH, Language
from tests.language.test_catalogues import CATALOGUES

EVERY = ([], *([name] for name in COMMANDS))


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """Speak English to the tests that follow."""
    yield
    speak(ENGLISH)


def helped(arguments: list[str], capfd: pytest.CaptureFixture[str], language: str) -> str:
    """Give what a command says of itself."""
    assert run([*arguments, "--help", "--lang", language]) == 0
    return capfd.readouterr().out


@pytest.mark.parametrize("arguments", EVERY, ids=" ".join)
def test_chinese_help_has_no_english_sentence(
    arguments: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    """Names, codes and what stands for a value stay as they are; no two English words stand side by side."""
    told = helped(arguments, capfd, "zh")
    assert "用法：reportparse" in told
    assert "选项：" in told
    sentences = regex.sub(r"<[^>]*>|[A-Z]{2,}\S*|draft 2020-12|Schema|JSON Lines|t7 r3 c12", "", told)
    assert regex.findall(r"\b[a-z]{2,} [a-z]{2,}\b(?<!^.*reportparse.*)", sentences) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [60, 100])
def test_no_line_of_help_is_wider_than_the_terminal(
    columns: int, language: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Chinese character takes two columns, and no line begins with a mark that belongs to the one before."""
    monkeypatch.setenv("COLUMNS", str(columns))
    for arguments in EVERY:
        for line in helped(arguments, capfd, language).splitlines():
            assert cell_len(line) <= columns, line
            assert not regex.match(r"\s*[，。；：、）》”】]", line), line


@pytest.mark.parametrize(
    "text", ["", "plain words", "用 --lang（或系统）指定。  [默认 auto; 必填]", "“甲、乙”。"]
)
def test_pieces_of_a_line_are_all_of_it(text: str) -> None:
    """Nothing is lost between them."""
    assert "".join(_PIECE.findall(text)) == text


def test_no_sentence_of_the_catalogue_is_of_help_that_nothing_says(capfd: pytest.CaptureFixture[str]) -> None:
    """Whole texts of [help] stand in the English help, but for line breaks."""
    told = "".join(helped(arguments, capfd, "en") for arguments in EVERY)
    said = "".join(told.split())
    whole = [text for text in CATALOGUES[Language.zh]["help"] if "{" not in text]
    assert [text for text in whole if "".join(text.split()) not in said] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("extract --yea 2", "没有选项 --yea。是否指 --year？"),
        ("extract a.txt --year x", "--year 的值不对：应为整数。"),
        ("extract a.txt --year 1900", "--year 的值不对：应不小于 1949。"),
        ("extract a.txt --year 2900", "--year 的值不对：应不大于 2100。"),
        ("extract a.txt --ocr x", "--ocr 的值不对：'x' 不在可选值 'auto', 'never', 'always' 之中。"),
        ("extract a.txt --year", "选项 --year 后面要有值。"),
        ("extract", "缺少参数 REPORT...。"),
        ("schema report x", "多出的参数：x。"),
        ("extrct", "没有命令 extrct。是否指 'extract'？"),
    ],
)
def test_wrong_usage_is_told_in_chinese(arguments: str, told: str, capfd: pytest.CaptureFixture[str]) -> None:
    """What typer and pydantic say of arguments, too."""
    assert run(["--lang", "zh", *arguments.split()]) == 2
    assert capfd.readouterr().err.splitlines()[0] == told

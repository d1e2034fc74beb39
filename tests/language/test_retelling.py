"""Hold the Chinese sentences: each tells one that the program says, with all that stands in it."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from reportparse.cli.app import run
from reportparse.corpus.dictionary import dictionary, shipped
from reportparse.language import ENGLISH, Language, words_of
from reportparse.language.words import SENTENCES
from tests.language.test_catalogues import CATALOGUES, SOURCE

CHINESE = words_of(Language.zh)
PATTERNS = {english: own for table in SENTENCES for english, own in CATALOGUES[Language.zh][table].items()}


def places(text: str) -> set[str]:
    """Give the names of what is filled in."""
    return {field for _, field, _, _ in Formatter().parse(text) if field}


def test_a_sentence_says_all_that_the_english_one_says() -> None:
    """No value is lost and none made up."""
    assert [english for english, chinese in PATTERNS.items() if places(english) != places(chinese)] == []


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("a.pdf is empty.", "a.pdf 是空文件。"),
        ("a.pdf: The PDF asks for a password.", "a.pdf：PDF 有密码。"),
        ("Skipped in in: a.png, b.png and 3 more.", "in 中跳过：a.png, b.png 等，另有 3 个。"),
        (
            "2 reports read, 1 failed. The corpus holds 2 reports.",
            "读入 2 份报告，失败 1 份。语料库现有 2 份报告。",
        ),
        (
            "a.pdf: its 3 pages are pictures, and no OCR engine is installed.",
            "a.pdf：3 页都是图片，而没有安装 OCR 引擎。",
        ),
        (
            "The process that read a.pdf died of it (SIGKILL), for want of memory perhaps.",
            "读取 a.pdf 的进程中止了（SIGKILL），可能是内存不足。",
        ),
        (
            "2 reports read, 1 failed, 3 as they were, 1 gone. The corpus holds 5 reports.",
            "读入 2 份报告，失败 1 份，未变 3 份，已不存在 1 份。语料库现有 5 份报告。",
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


def said() -> Iterator[str]:
    """Yield the sentences that stand in the code: of errors, hints, doubts and messages, with X1 for each value."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Assign) and {getattr(of, "id", "") for of in node.targets} & HELD:
                yield from _texts(node.value)
            elif isinstance(node, ast.Call):
                called = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if called in SAYING or (called.endswith("Error") and called not in INSIDE):
                    told = (keyword.value for keyword in node.keywords if keyword.arg == "message")
                    for argument in (*node.args[:2], *told):
                        yield from _texts(argument)


def _texts(node: ast.expr) -> Iterator[str]:
    """Yield a text with X1 in the place of its values; of a choice both."""
    match node:
        case ast.IfExp():
            yield from (*_texts(node.body), *_texts(node.orelse))
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr():
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "X1" for part in node.values)


def test_every_sentence_of_the_code_has_a_chinese_one() -> None:
    """But for commands, which are the same in every language, and those whose values are words of the sentence."""
    found = set(said())
    assert len(found) > 150
    left = {text for text in found if text and CHINESE.retold(text) == text and not text.startswith(COMMANDS)}
    assert left == WORDED


def test_where_the_shipped_dictionaries_are_from_is_told_in_chinese() -> None:
    """As `terms` tells it, whole."""
    for name in shipped():
        told = CHINESE.retold(f"{name}: {dictionary(name).source}")
        assert told.startswith(f"{name}：自编词典。")


COMMANDS = ("reportparse ", "dask worker ")
HELD = {"message", "hint", "_HINT", "_NOT_A_REPORT"}
SAYING = {"say", "_say", "BadParameter", "Warning"}
INSIDE = {
    "ValueError",
    "TypeError",
    "OSError",
    "IsADirectoryError",
    "PermissionError",
    "AttributeError",
    "LexiconError",
}
"""Errors that no user meets, and those of a lexicon's files, which name its English fields."""

WORDED = {
    "The process that read X1 died of itX1, for want of memory perhaps.",
    "X1 is X1.",
    "its X1 X1, and no OCR engine is installed.",
    "its X1 X1, and OCR was not asked for.",
}

"""Hold the Chinese sentences: each tells one that the program says, with all that stands in it."""

import ast
import re
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
        ("Skipped in in: a.png, b.png and 3 more.", "in 中跳过：a.png、b.png 等，另有 3 个。"),
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
        (
            "1 failed: empty-input, for example a.pdf is empty.",
            "失败 1 份：empty-input，例如 a.pdf 是空文件。",
        ),
        (
            "pip install a b, in the environment of reportparse; of pipx: pipx inject reportparse a b; "
            "or first: ocrmypdf -l chi_sim IN.pdf OUT.pdf",
            "在 reportparse 所在的环境中运行 pip install a b；用 pipx 安装的，运行 pipx inject reportparse a b；"
            "或先运行 ocrmypdf -l chi_sim IN.pdf OUT.pdf",
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
    """Whole, but for commands, which are the same in every language, and those whose values are words of it."""
    found = set(said())
    assert len(found) > 150
    left = {text for text in found if text and _is_english(text) and not text.startswith(COMMANDS)}
    assert left == WORDED


def test_where_the_shipped_dictionaries_are_from_is_told_in_chinese() -> None:
    """As `terms` tells it, whole."""
    for name in shipped():
        told = CHINESE.retold(f"{name}: {dictionary(name).source}")
        assert told.startswith(f"{name}：自编词典。")


def _is_english(text: str) -> bool:
    """Tell whether a sentence stays as it is, or is told by half: words that bind a sentence are left in it."""
    told = CHINESE.retold(text)
    return told == text or bool(
        re.search(r"\b(?:the|is|are|of|an?|and|to|it|its|was|that|has|no|not)\b", told)
    )


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Can't write d: it is a folder.", "无法写入 d：它是文件夹。"),
        ("Can't write no/x.json: there is no folder no.", "无法写入 no/x.json：没有文件夹 no。"),
        (
            "Can't write x: No space left on device. Nothing was left there.",
            "无法写入 x：磁盘空间不足。没有留下文件。",
        ),
        ("Standard output can't be written: Permission denied.", "标准输出无法写入：没有权限。"),
        ("d.json is what diff printed.", "d.json 是 diff 输出的比较。"),
        ("a.pdf is an HTML page, not a PDF.", "a.pdf 是网页，不是 PDF。"),
        ("in holds no TOML file.", "in 中没有 TOML 文件。"),
        (
            "a.json: t1 quotes '增长5%', but at its place stands '增长6%'.",
            "a.json: t1 的引文是 '增长5%'，而该处文字是 '增长6%'。",
        ),
        (
            "More entries that are at odds: 2. Correct the fields that belong together, or extract it again.",
            "另有 2 条不一致。请把相关的字段一并改正，或重新提取。",
        ),
    ],
)
def test_reasons_are_told_in_chinese_with_what_they_are_reasons_of(english: str, chinese: str) -> None:
    """Those of the system and those that are put together from parts."""
    assert CHINESE.retold(english) == chinese


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

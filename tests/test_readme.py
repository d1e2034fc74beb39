"""Hold the README to the program: its examples run, its output is the program's, no command is missing."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

from reportparse.cli.commands import COMMANDS
from reportparse.cli.commands import command as loaded_command
from reportparse.model.comparison import Change, Course, Fate, SectionChange, Verdict
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
CHINESE = (ROOT / "README.zh-CN.md").read_text("utf-8")
LOCALES = {README: "C", CHINESE: "zh_CN.UTF-8"}
both = pytest.mark.parametrize("readme", LOCALES, ids=["en", "zh"])
FENCE = regex.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", regex.MULTILINE | regex.DOTALL)


def blocks(kind: str, readme: str) -> list[str]:
    """Give the bodies of the fenced blocks of one kind."""
    return [match["body"] for match in FENCE.finditer(readme) if match["kind"] == kind]


def console_examples(readme: str) -> Iterator[tuple[str, str]]:
    """Yield each command of the console blocks with the output that stands below it."""
    for body in blocks("console", readme):
        for part in body.removeprefix("$ ").split("\n$ "):
            command, _, output = part.rstrip("\n").partition("\n")
            yield command, output and f"{output}\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the files that both READMEs name, as they show them."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "report.txt").write_text(blocks("text", README)[0], encoding="utf-8")
    (folder / "gold.csv").write_text(blocks("csv", README)[0], encoding="utf-8")
    (folder / "by-hand.json").write_text(blocks("json", README)[0], encoding="utf-8")
    shutil.copytree(ROOT / "samples", folder / "samples")
    return folder


@both
def test_console_examples_print_what_the_readme_shows(folder: Path, readme: str) -> None:
    """Commands run in their order, in the README's language; a line `…` stands for the rest of the output."""
    if shutil.which("jq") is None:
        pytest.skip("jq is not installed")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    around = os.environ | {"PATH": path, "LC_ALL": "", "LC_MESSAGES": LOCALES[readme]}
    for command, shown in console_examples(readme):
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command],
            cwd=folder, env=around, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{command}: {done.stderr}"
        before, elided, _ = shown.partition("…\n")
        before = regex.sub(r" +\Z", "", before)
        assert done.stdout.startswith(before) if elided else done.stdout == before, command


@both
def test_python_examples_run(folder: Path, readme: str) -> None:
    """In their order, in the folder where the console examples left their files."""
    for code in blocks("python", readme):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


def test_the_chinese_readme_is_complete() -> None:
    """It has a part, a table and an example for each of the English one's, and it names every format and exit code."""
    for of in (r"^## ", r"^\|", r"^!\["):
        counts = [len(regex.findall(of, text, regex.MULTILINE)) for text in (README, CHINESE)]
        assert counts[0] == counts[1], of
    pictures = [regex.findall(r"pictures/([a-z-]+)\.png", text) for text in (README, CHINESE)]
    assert [f"{name}-zh" for name in pictures[0]] == pictures[1]
    for kind in ("text", "csv", "python"):
        assert len(blocks(kind, README)) == len(blocks(kind, CHINESE))
    assert blocks("text", README) == blocks("text", CHINESE)
    assert blocks("csv", README) == blocks("csv", CHINESE)
    assert blocks("json", README) == blocks("json", CHINESE)
    for word in ("parquet", "xlsx", "--only", "--exit-code", "--of", "130", "codebook.zh-CN.md", "make demo"):
        assert word in CHINESE


def test_the_codebook_has_the_same_paragraphs_in_both_languages() -> None:
    """Each number stands in both, in the same order, and so does every value that is coded."""
    texts = [(ROOT / "docs" / name).read_text("utf-8") for name in ("codebook.md", "codebook.zh-CN.md")]
    numbers = [regex.findall(r"^([1-8]\.[0-9]+) ", text, regex.MULTILINE) for text in texts]
    assert numbers[0] == numbers[1]
    tables = [regex.findall(r"^\| (`[a-z_]+`) \|", text, regex.MULTILINE) for text in texts]
    assert tables[0] == tables[1]


JUDGED = {word.value for words in (Change, Verdict, Course, Fate, SectionChange) for word in words}


def numbers(text: str) -> Counter[str]:
    """Count the numbers of a text."""
    return Counter(regex.findall(r"[0-9]+(?:\.[0-9]+)?", text))


def figures(text: str) -> list[str]:
    """Give the cells of tables that hold only numbers, in their order: 33 of 38 is 33 / 38."""
    return regex.findall(r"(?<=\| )[0-9][0-9,./ ]*(?= \|)", text.replace(" of ", " / "))


def codes(text: str) -> set[str]:
    """Give the keys, values, options and files in backticks, and a value that a row of a table begins with."""
    coded = set(regex.findall(r"--[a-z-]+|[a-z_][a-z_./-]+", " ".join(regex.findall(r"`([^`\n]+)`", text))))
    return coded | (JUDGED & set(regex.findall(r"^\| ([a-z_]+)\b", text, regex.MULTILINE)))


PAIRS = sorted(page.name.removesuffix(".zh-CN.md") for page in (ROOT / "docs").glob("*.zh-CN.md"))


def pair(name: str) -> list[str]:
    """Give a page of docs/ in English and in Chinese."""
    return [(ROOT / "docs" / f"{name}{ending}").read_text("utf-8") for ending in (".md", ".zh-CN.md")]


@pytest.mark.parametrize("name", PAIRS)
def test_a_page_and_its_chinese_have_the_same_parts_and_examples(name: str) -> None:
    """Headings of the same depths in the same order, the same code to the byte; each links the other at its top.

    But for the codebook's part 8, whose tables are in English only.
    """
    texts = [text.partition("\n## 8.")[0] for text in pair(name)]
    depths = [regex.findall(r"^(#+) ", FENCE.sub("", text), regex.MULTILINE) for text in texts]
    assert depths[0] == depths[1]
    examples = [[match[0] for match in FENCE.finditer(text)] for text in texts]
    assert examples[0] == examples[1]
    tops = [text.partition("\n## ")[0] for text in texts]
    assert f"]({name}.zh-CN.md)" in tops[0]
    assert f"]({name}.md)" in tops[1]


def test_the_chinese_pages_are_linked_from_the_chinese_readme() -> None:
    """And from the index. Only for the accuracy, which is in English alone, is a reader sent to an English page."""
    assert PAIRS == ["codebook", "columns", "corpus", "diff", "examples"]
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    for name in PAIRS:
        assert f"](docs/{name}.zh-CN.md)" in CHINESE
        assert f"](docs/{name}.md)" not in CHINESE or name == "codebook"
        assert f"]({name}.zh-CN.md)" in index
        assert f"\n{name}.zh-CN\n" in index


@pytest.mark.parametrize("name", ["corpus", "diff", "examples"])
def test_a_page_is_told_alike_in_both_languages(name: str) -> None:
    """Each part has the same rows of tables, in each row and in all the same numbers, and no code is missing."""
    for english, chinese in zip(*(text.split("\n## ") for text in pair(name)), strict=True):
        rows = [regex.findall(r"^\|.*", text, regex.MULTILINE) for text in (english, chinese)]
        for one, other in [*zip(*rows, strict=True), (english, chinese)]:
            assert figures(one) == figures(other), one
            assert numbers(one) == numbers(other), one
            assert codes(one) <= codes(other), one


def test_contributing_names_files_that_are_there() -> None:
    """From the root, or from the package."""
    named = regex.findall(
        r"`([a-z_/.-]+/(?:[a-z_]+\.(?:py|toml|md))?)`", (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    )
    assert len(named) > 10
    roots = (ROOT, ROOT / "src" / "reportparse")
    assert [name for name in named if not any((root / name).exists() for root in roots)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_stands_in_the_readme(name: str) -> None:
    """A command that nobody tells of does not exist."""
    loaded = loaded_command(name)
    assert loaded.help and loaded.help.startswith(COMMANDS[name])
    assert all(getattr(parameter, "help", None) for parameter in loaded.params)
    assert f"`reportparse {name} " in README
    assert f"reportparse {name}" in CHINESE


def test_links_of_the_documents_lead_somewhere() -> None:
    """Every relative link names a file of the repository."""
    for document in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in regex.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"

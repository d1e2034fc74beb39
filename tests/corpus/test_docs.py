"""Hold docs/corpus.md to the program: its examples run, its data dictionary is that of the tables."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
import regex

from reportparse.corpus.layout import table
from reportparse.model.document import Reader
from tests.corpus.making import folder_of_reports
from tools.corpus_tables import PAGES, with_dictionary

PAGE = PAGES["en"].read_text("utf-8")
FENCE = regex.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", regex.MULTILINE | regex.DOTALL)


def blocks(kind: str) -> list[str]:
    """Give the bodies of the fenced blocks of one kind."""
    return [match["body"] for match in FENCE.finditer(PAGE) if match["kind"] == kind]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the page, with what its console examples made in it."""
    folder = tmp_path_factory.mktemp("corpus")
    folder_of_reports(folder / "reports")
    bin_ = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for body in blocks("console"):
        for part in body.removeprefix("$ ").split("\n$ "):
            command, shown = _told_apart(part)
            done = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", command],
                cwd=folder, env=os.environ | {"PATH": bin_}, capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert done.returncode == 0, f"{command}: {done.stderr}"
            before, elided, _ = shown.partition("…\n")
            assert done.stdout.startswith(before) if elided else done.stdout == before, command
    return folder


def _told_apart(example: str) -> tuple[str, str]:
    """Part a command, of several lines where a quote is open, from what it prints."""
    lines = example.rstrip("\n").split("\n")
    end = next(i for i in range(1, len(lines) + 1) if "\n".join(lines[:i]).count('"') % 2 == 0)
    while end < len(lines) and lines[end].startswith("> "):
        end += 1
    shown = "\n".join(lines[end:])
    return "\n".join(lines[:end]).replace("\n> ", "\n"), shown and f"{shown}\n"


@pytest.mark.parametrize("query", blocks("sql"))
def test_sql_examples_run(query: str, folder: Path) -> None:
    """Each gives rows, but for the one on failures, of which there are none."""
    import duckdb

    with duckdb.connect(str(folder / "corpus.duckdb"), read_only=True) as corpus:
        found = corpus.execute(query).fetchall()
    assert found or "failures" in query
    assert all(all(row) for row in found if "exact" in query)


@pytest.mark.parametrize("code", blocks("python"))
def test_python_examples_run(code: str, folder: Path) -> None:
    """In the folder of the page, with pandas and Polars."""
    for package in ("pandas", "polars", "pyarrow"):
        pytest.importorskip(package)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.parametrize("code", blocks("r"))
def test_r_examples_run(code: str, folder: Path) -> None:
    """Where R and the package are installed."""
    package = code.partition("library(")[2].partition(")")[0]
    rscript = shutil.which("Rscript")
    if not rscript or subprocess.run([rscript, "-e", f"library({package})"], check=False).returncode:
        pytest.skip(f"R with {package} is not installed")
    done = subprocess.run([rscript, "-e", code], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_stata_example_names_what_is_there(folder: Path) -> None:
    """Stata is nowhere to be run; its files and variables are those of the tables."""
    for code in blocks("stata"):
        for file in regex.findall(r'"([\w./]+\.csv)"', code):
            assert (folder / file).exists(), file
        header = (folder / "csv" / "targets.csv").read_text("utf-8-sig").partition("\n")[0].split(",")
        assert {"division_code", "report", "indicator_id", "measure", "tone", "place", "year"} <= set(header)


@pytest.mark.parametrize("language", PAGES)
def test_the_data_dictionary_is_that_of_the_tables(language: str) -> None:
    """`make docs` writes it, in both languages."""
    page = PAGES[language].read_text("utf-8")
    assert with_dictionary(page, language) == page


def test_the_dictionary_names_every_reader() -> None:
    """As the model of a document does."""
    meaning = next(column.meaning for column in table("reports").columns if column.name == "reader")
    for words, before in zip(meaning, ("The reader that read it: ", "由哪个读取程序读出："), strict=True):
        told = regex.split(r", | or |、", words.removeprefix(before).rstrip(".。"))
        assert sorted(told) == sorted(get_args(Reader))

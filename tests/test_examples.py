"""The examples of docs/examples.md run, each with the tool that it is for."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
import regex

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "examples.md").read_text("utf-8")
FENCE = regex.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", regex.MULTILINE | regex.DOTALL)


def blocks(kind: str) -> list[str]:
    """Give the bodies of the fenced blocks of one kind."""
    return [match["body"] for match in FENCE.finditer(PAGE) if match["kind"] == kind]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder in which the commands of the page were run."""
    folder = tmp_path_factory.mktemp("examples")
    shutil.copytree(ROOT / "samples", folder / "samples")
    script = f'reportparse() {{ "{sys.executable}" -m reportparse "$@"; }}\n'
    script += "".join(block.replace("$ ", "") for block in blocks("console"))
    subprocess.run(["bash", "-euc", script], cwd=folder, check=True, timeout=300)
    return folder


def test_pandas(folder: Path) -> None:
    """Three years have a growth target for GDP."""
    for code in blocks("python"):
        done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        assert done.stdout.decode().count("地区生产总值") >= 3
        assert not re.search(r"\b20[0-9]{2}\.0\b", done.stdout.decode())


def test_duckdb(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each query has rows."""
    monkeypatch.chdir(folder)
    assert len(blocks("sql")) == 2
    for query in blocks("sql"):
        with duckdb.connect() as database:
            assert database.execute(query).fetchall()


def test_r(folder: Path) -> None:
    """Where R is installed."""
    if shutil.which("Rscript") is None:
        pytest.skip("R is not installed")
    for code in blocks("r"):
        done = subprocess.run(
            ["Rscript", "-e", code], cwd=folder, capture_output=True, check=False,
            env=os.environ | {"LC_ALL": "C.UTF-8"},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr.decode()
        assert "2022" in done.stdout.decode()

"""What a newcomer meets in the first minutes: the demo, a wrong path, an empty folder of words, a terminal."""

import os
import pty
import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from reportparse import Report, to_json
from reportparse.cli import run
from reportparse.errors import NoTextError
from reportparse.reading import ocr
from tests.conftest import ROOT, SAMPLES
from tests.running import COMMAND
from tools import demo

SAMPLE = next(path for path in SAMPLES if path.suffix == ".md")

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def printed(tmp_path: Path, extracted: Callable[[Path], Report]) -> Path:
    """Give a sample's JSON."""
    path = tmp_path / "report.json"
    path.write_text(to_json(extracted(SAMPLE)), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["sections", "targets", "results", "projects", "commitments"])
def test_each_list_is_shown_in_twenty_lines(name: str, printed: Path, capfd: Capture) -> None:
    """No wider than 100 columns; the demo shows each of them."""
    assert run(["extract", str(printed), "--format", "table", "--only", name]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert 10 < len(lines) <= demo.LINES
    assert max(map(cell_len, lines)) <= 100
    assert any(f"--only {name}" in arguments for _, arguments in demo.STEPS)


def test_targets_are_shown_with_bound_and_tone(printed: Path, capfd: Capture) -> None:
    """The headline indicators of the report's year come first."""
    assert run(["extract", str(printed), "--format", "table", "--only", "targets"]) == 0
    lines = capfd.readouterr().out.splitlines()
    head = next(at for at, line in enumerate(lines) if line.startswith("indicator"))
    assert lines[head].split() == ["indicator", "value", "bound", "tone", "period", "quote"]
    assert lines[head + 2].startswith("地区生产总值")


def test_the_demo_runs_commands_that_are_there(tmp_path: Path, printed: Path, capfd: Capture) -> None:
    """It ends with a comparison of three years; its first step is the only one that needs long."""
    for _, arguments in demo.STEPS:
        assert arguments.split()[0] in ("extract", "diff")
    assert demo.STEPS[-1][1].startswith("diff")
    assert "--only fulfilment" in demo.STEPS[-1][1]  # every year stands in its first lines, with its verdict
    assert sum("samples/" in arguments for _, arguments in demo.STEPS) == 2


def test_the_hint_for_ocr_is_a_command_that_the_readme_has() -> None:
    """It names the packages of the extra, which can be installed from any folder, by pip and by pipx."""
    error = ocr.refusal(3)
    assert isinstance(error, NoTextError)
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    packages = " ".join(re.split("[<>=]", wanted)[0] for wanted in extras["ocr"])
    assert f"pip install {packages}," in error.hint
    assert f"pipx inject reportparse {packages};" in error.hint
    assert "pip install '.[ocr]'" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("https://www.example.gov.cn/a/报告.pdf", "curl -LO 'https://www.example.gov.cn/a/报告.pdf'"),
        ("HTTP://example.org/a.html?id=3&n=1", "curl -LO 'HTTP://example.org/a.html?id=3&n=1'"),
        ("ftp://example.org/a.docx", "curl -LO ftp://example.org/a.docx"),
        ("https://example.org", "curl -L -o report.html https://example.org"),
        ("file:///srv/a%20b.pdf", "Name it by its path: '/srv/a b.pdf'"),
    ],
)
@pytest.mark.parametrize(
    "line",
    [
        "extract {}", "view {}", "batch {} -o x.duckdb", "panel {}", "terms {} --dict environment",
        "terms a.txt --dict {}", "explain {} t1", "score {} a.txt", "extract a.txt --corrections {}",
        "panel corpus.duckdb --actuals {}",
    ],
)  # fmt: skip
def test_an_address_gets_the_command_that_downloads_it(
    line: str, address: str, hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    """The program itself never goes to the network. The address is told as it was given, with both its slashes."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("二、2031年重点工作\n今年地区生产总值增长5.5%左右。", encoding="utf-8")
    assert run([word.format(address) for word in line.split()]) == 3
    told, last = capfd.readouterr().err.splitlines()[-2:]
    assert address in told
    assert last.endswith(hint)


def test_a_folder_without_words_is_an_error(tmp_path: Path, capfd: Capture) -> None:
    """The user's words would be missed without a sign."""
    assert run(["extract", str(SAMPLE), "--lexicon", str(tmp_path)]) == 2
    assert "holds no TOML file" in capfd.readouterr().err


def test_an_explanation_fits_100_columns(printed: Path, capfd: Capture) -> None:
    """Also that of a long commitment."""
    report = simple(printed)
    longest = max(report["commitments"], key=lambda fact: len(fact["quote"]))
    assert run(["explain", str(printed), longest["id"]]) == 0
    out = capfd.readouterr().out
    assert max(map(cell_len, out.splitlines())) <= 100
    assert longest["rule"] in out


def simple(path: Path) -> dict[str, list[dict[str, str]]]:
    """Read JSON."""
    import json

    data: dict[str, list[dict[str, str]]] = json.loads(path.read_text("utf-8"))
    return data


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of Unix")
def test_a_summary_and_a_progress_bar_do_not_share_a_line(printed: Path, tmp_path: Path) -> None:
    """On a terminal the words stand above the bar, each on lines of its own."""
    read, write = pty.openpty()
    pid = os.posix_spawn(
        COMMAND[0],
        [*COMMAND, "extract", "--summary", str(printed), str(printed), "-o", str(tmp_path / "out.jsonl")],
        os.environ | {"TERM": "xterm", "COLUMNS": "120"},
        file_actions=[(os.POSIX_SPAWN_DUP2, write, 2), (os.POSIX_SPAWN_CLOSE, read)],
    )
    os.close(write)
    told = b""
    while True:
        try:
            chunk = os.read(read, 65536)
        except OSError:
            break
        if not chunk:
            break
        told += chunk
    os.waitpid(pid, 0)
    os.close(read)
    screen = told.decode("utf-8").replace("\x1b[2K", "\f").replace("\r", "\f")
    for line in screen.split("\n"):
        last = line.rpartition("\f")[2]
        assert not ("━" in last and "sections" in last)
    assert screen.count("sections") == 2

"""Hold the command line to its contract: streams, files, formats, exit codes."""

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
import simplejson

from reportparse import __version__
from reportparse.cli import run
from reportparse.cli.commands import COMMANDS
from reportparse.cli.extract import LISTS
from reportparse.show.columns import columns_of_facts
from tests.conftest import SAMPLES
from tests.running import reportparse

SAMPLE = str(next(path for path in SAMPLES if path.suffix == ".md"))
SMALL = "# 政府工作报告\n\n一、2030年工作回顾\n\n全市地区生产总值增长6.5%。\n\n二、2031年重点工作\n\n新建公园12处。\n"

Capture = pytest.CaptureFixture[bytes]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Give a report of a few lines."""
    path = tmp_path / "small.md"
    path.write_text(SMALL, encoding="utf-8")
    return path


def told(capfdbinary: Capture) -> tuple[str, list[str]]:
    """Give standard output, and the lines of standard error."""
    out, err = capfdbinary.readouterr()
    return out.decode("utf-8"), err.decode("utf-8").splitlines()


def test_one_report_gives_one_object(small: Path, capfdbinary: Capture) -> None:
    """The object is indented, in Chinese, ends with a line break, and nothing is said on the side."""
    assert run(["extract", str(small)]) == 0
    out, err = told(capfdbinary)
    assert simplejson.loads(out)["source"]["name"] == "small.md"
    assert out.startswith('{\n  "schema_version"')
    assert out.endswith("}\n")
    assert "政府工作报告" in out
    assert err == []


def test_several_reports_give_json_lines(small: Path, capfdbinary: Capture) -> None:
    """Each line is a whole report, in the order of the arguments."""
    assert run(["extract", SAMPLE, str(small)]) == 0
    out, _ = told(capfdbinary)
    assert [simplejson.loads(line)["source"]["name"] for line in out.splitlines()] == [
        Path(SAMPLE).name,
        "small.md",
    ]


def test_a_failed_input_among_several_does_not_stop_the_rest(small: Path, capfdbinary: Capture) -> None:
    """The rest is printed, the failure gets its two lines, and the exit code is 5."""
    assert run(["extract", "missing.pdf", str(small)]) == 5
    out, err = told(capfdbinary)
    assert len(out.splitlines()) == 1
    assert len(err) == 2


def test_only_empties_the_other_lists(capfdbinary: Capture) -> None:
    """Every key stays, the lists that were not asked for are empty."""
    assert run(["extract", "--only", "sections", SAMPLE]) == 0
    data = simplejson.loads(told(capfdbinary)[0])
    assert data["sections"]
    assert [name for name in LISTS if data[name]] == ["sections"]
    assert data["not_stated"] == []
    assert set(data) > set(LISTS)


def test_csv_has_a_row_a_fact_and_opens_in_excel(capfdbinary: Capture) -> None:
    """It begins with a byte order mark and has one header; its rows are the facts of the JSON."""
    assert run(["extract", "--format", "csv", SAMPLE, SAMPLE]) == 0
    out, _ = told(capfdbinary)
    assert out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert run(["extract", SAMPLE]) == 0
    data = simplejson.loads(told(capfdbinary)[0])
    facts = sum(len(data[name]) for name in ("targets", "results", "projects", "commitments"))
    assert len(rows) == 2 * facts
    assert out.count(",".join(columns_of_facts())) == 1


def test_standard_input_is_read(small: Path) -> None:
    """`-` stands for it."""
    done = reportparse("extract", "-", stdin=small.read_bytes())
    assert done.returncode == 0
    assert simplejson.loads(done.stdout)["source"]["name"] == "standard input"


def test_output_file_is_whole_or_not_there(small: Path, tmp_path: Path, capfdbinary: Capture) -> None:
    """A failed run leaves what stood there, and no run leaves anything beside it."""
    target = tmp_path / "out" / "report.json"
    target.parent.mkdir()
    target.write_text("old", encoding="utf-8")
    assert run(["extract", "missing.pdf", "-o", str(target)]) == 3
    assert target.read_text("utf-8") == "old"
    assert run(["extract", str(small), "-o", str(target)]) == 0
    assert simplejson.loads(target.read_text("utf-8"))["schema_version"] == "1.0"
    assert list(target.parent.iterdir()) == [target]
    assert told(capfdbinary)[0] == ""


def test_an_output_that_cannot_be_written_is_wrong_usage(small: Path, capfdbinary: Capture) -> None:
    """Two lines and exit code 2."""
    assert run(["extract", str(small), "-o", str(small.parent / "no" / "report.json")]) == 2
    assert len(told(capfdbinary)[1]) == 2


def test_printed_json_is_an_input(small: Path, tmp_path: Path, capfdbinary: Capture) -> None:
    """It comes out as it went in."""
    printed = tmp_path / "printed.json"
    assert run(["extract", str(small), "-o", str(printed)]) == 0
    assert run(["extract", str(printed)]) == 0
    assert told(capfdbinary)[0] == printed.read_text("utf-8")


def test_year_and_place_overrule_the_text(small: Path, capfdbinary: Capture) -> None:
    """What the user says stands in meta."""
    assert run(["extract", str(small), "--year", "2033", "--place", "云州市"]) == 0
    meta = simplejson.loads(told(capfdbinary)[0])["meta"]
    assert (meta["year"], meta["place"]) == (2033, "云州市")


TROUBLE = {
    "missing": (["extract", "missing.pdf"], 3),
    "folder without reports": (["extract", str(Path(__file__).parent / "grammar")], 3),
    "unknown command": (["nothing"], 2),
    "unknown option": (["extract", "--nothing", SAMPLE], 2),
    "no input": (["extract"], 2),
    "unknown list": (["extract", "--only", "nothing", SAMPLE], 2),
    "unknown format": (["extract", "--format", "xml", SAMPLE], 2),
    "year that is none": (["extract", "--year", "soon", SAMPLE], 2),
    "lexicon that is none": (["extract", "--lexicon", "nothing", SAMPLE], 2),
    "unknown schema": (["schema", "nothing"], 2),
    "gold that is none": (["score", "nothing.csv", SAMPLE], 3),
}


@pytest.mark.parametrize(("arguments", "code"), TROUBLE.values(), ids=TROUBLE)
def test_trouble_is_a_sentence_and_a_hint(arguments: list[str], code: int, capfdbinary: Capture) -> None:
    """Two lines on standard error, nothing on standard output, and the exit code of the contract."""
    assert run(arguments) == code
    out, err = told(capfdbinary)
    assert out == ""
    assert len(err) == 2
    assert err[0].endswith((".", "?"))


def test_without_a_report_the_pipe_is_named(capfdbinary: Capture) -> None:
    """Where a report is missing somebody may have sent one through it."""
    assert run(["extract"]) == 2
    assert "- for what comes through a pipe" in told(capfdbinary)[1][1]


BAD_FILES = {
    "empty.pdf": (b"", 3),
    "blank.txt": (b" \r\n\t ", 3),
    "page.pdf": (b"<!DOCTYPE html><html><body><p>404</p></body></html>", 3),
    "cut.pdf": (b"%PDF-1.7\n1 0 obj <<", 3),
    "cut.docx": (b"PK\x03\x04 and no more", 3),
    "english.txt": (b"We propose a new network architecture, the Transformer. " * 50, 3),
    "cut.json": (b'{"schema_version": "1.0", "source": {', 3),
    "other.json": (b'{"schema_version": "1.0", "source": {}}', 3),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_files_are_said_to_be_so(name: str, tmp_path: Path, capfdbinary: Capture) -> None:
    """Never a traceback."""
    data, code = BAD_FILES[name]
    (tmp_path / name).write_bytes(data)
    assert run(["extract", str(tmp_path / name)]) == code
    out, err = told(capfdbinary)
    assert out == ""
    assert len(err) == 2


def test_version() -> None:
    """It is the package's."""
    assert reportparse("--version").stdout.decode().split() == ["reportparse", __version__]


def test_no_warning_of_a_library_reaches_the_user() -> None:
    """Even where Python shows all warnings, a PDF is extracted in silence; so it is in the C locale."""
    pdf = next(path for path in SAMPLES if path.suffix == ".pdf")
    done = reportparse(
        "extract", str(pdf), env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    )
    assert done.returncode == 0
    assert done.stderr.decode() == ""
    assert "政府工作报告" in done.stdout.decode("utf-8")


def test_a_closed_pipe_is_no_trouble() -> None:
    """`reportparse extract … | head` ends in silence."""
    code = "from reportparse.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", code, "extract", SAMPLE], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_an_interrupt_ends_with_130(monkeypatch: pytest.MonkeyPatch, capfdbinary: Capture) -> None:
    """One word is said of it."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reportparse.pipeline.extract_part", interrupted)
    assert run(["extract", SAMPLE]) == 130
    assert told(capfdbinary)[1] == ["Interrupted."]


def test_summary_goes_to_standard_error(capfdbinary: Capture) -> None:
    """The JSON on standard output is the same with it."""
    assert run(["extract", "--summary", SAMPLE]) == 0
    out, err = told(capfdbinary)
    assert simplejson.loads(out)
    assert any("sections" in line for line in err)
    assert "\x1b" not in "".join(err)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_names_what_an_option_takes(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """In capitals, not by the type that Python gives it; each option has one name of words."""
    assert run([name, "--help"]) == 0
    told = capfd.readouterr().out
    options = told.partition("Options:")[2]
    assert not re.search("range>|<(?:int|float|text|path)>", options)
    assert not re.search("--[a-z-]+, --(?!no-)", options)
    assert not re.search(r"^Usage:.*\b(?!reportparse|" + name + r")[a-z]+\b", told, re.MULTILINE)


def test_a_value_that_is_none_of_an_option_is_told_in_our_words(capfd: pytest.CaptureFixture[str]) -> None:
    """With those that there are, and nothing of the library that found it."""
    assert run(["extract", "report.txt", "--format", "docx"]) == 2
    assert capfd.readouterr().err.startswith("Invalid value for '--format': 'docx' is not one of 'json', ")

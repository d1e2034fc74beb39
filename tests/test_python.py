"""The Python face: names that are there at once, numbers as the caller wants them, examples that run."""

import doctest
import importlib
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
import simplejson

import reportparse
from reportparse import Report, diff, extract, to_json
from tests.conftest import ROOT
from tests.running import reportparse as run

YEARS = [ROOT / "samples" / f"yanchuan-{year}.md" for year in (2021, 2022)]


@pytest.mark.parametrize(
    "name", ["reportparse.pipeline", "reportparse.compare.diff", "reportparse.model.base"]
)
def test_examples_in_docstrings_run(name: str) -> None:
    """And there are some."""
    done = doctest.testmod(importlib.import_module(name))
    assert done.attempted > 0
    assert done.failed == 0


def test_every_public_name_is_there() -> None:
    """`extract` and `diff` are functions, whatever was imported before; a name that is none is an error."""
    importlib.import_module("reportparse.cli.app")
    for name in reportparse.__all__:
        assert getattr(reportparse, name) is not None
    assert set(reportparse.__all__) <= set(dir(reportparse))
    assert callable(reportparse.extract)
    assert callable(reportparse.diff)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = reportparse.nothing  # type: ignore[attr-defined]


def test_importing_the_package_is_light() -> None:
    """Neither the readers nor pydantic are loaded before a name is asked for."""
    code = (
        "import sys, reportparse; sys.exit(any(name in sys.modules for name in ('pydantic', 'pdfplumber')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_numbers_are_decimals_or_floats(extracted: Callable[[Path], Report]) -> None:
    """At the caller's choice; all else is as in the JSON."""
    report = extracted(YEARS[0])
    exact, rough = report.to_dict(), report.to_dict(numbers=float)
    values = [target["value"] for target in exact["targets"] if target["value"] is not None]
    assert values
    assert all(isinstance(value, Decimal) for value in values)
    assert [float(value) for value in values] == [
        target["value"] for target in rough["targets"] if target["value"] is not None
    ]
    assert exact == simplejson.loads(to_json(report), use_decimal=True)


def test_diff_takes_reports_paths_and_json_lines(tmp_path: Path, extracted: Callable[[Path], Report]) -> None:
    """All give the same comparison."""
    reports = [extracted(path) for path in YEARS]
    lines = tmp_path / "reports.jsonl"
    lines.write_text("".join(to_json(report, indent=None) + "\n" for report in reports), encoding="utf-8")
    assert diff(*reports) == diff(lines)
    with pytest.raises(reportparse.UsageError):
        diff(reports[0])


def test_the_package_runs_as_a_module() -> None:
    """`python -m reportparse`."""
    done = run("--version")
    assert done.returncode == 0
    assert done.stdout.decode().split()[0] == "reportparse"


def test_extract_takes_bytes() -> None:
    """With the name that the report is to have."""
    report = extract("二、2031年重点工作\n新建公园12处。\n".encode(), name="small.txt")
    assert report.source.name == "small.txt"

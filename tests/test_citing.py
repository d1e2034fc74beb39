"""Every output says what made it and of which bytes, and the citation is of this version."""

from collections.abc import Callable
from pathlib import Path

import pytest
import regex
import simplejson

from reportparse import Report, __version__, diff
from reportparse.cli import run
from reportparse.model.json import to_json
from reportparse.show.diff_markdown import markdown
from reportparse.show.diff_page import page
from tests.conftest import ROOT

YEARS = [ROOT / "samples" / f"yanchuan-{year}.md" for year in (2021, 2022)]


def test_the_citation_is_of_this_version() -> None:
    """CITATION.cff changes with the package."""
    text = (ROOT / "CITATION.cff").read_text("utf-8")
    (version,) = regex.findall(r"^version: (.*)$", text, regex.MULTILINE)
    assert version == __version__
    assert text.startswith("cff-version: 1.2.0\n")


def test_comparisons_name_versions_and_digests(extracted: Callable[[Path], Report]) -> None:
    """In each format that can be kept."""
    reports = [extracted(path) for path in YEARS]
    comparison = diff(*reports)
    data = simplejson.loads(to_json(comparison))
    assert data["versions"] == simplejson.loads(to_json(reports[0].versions))
    assert [report["sha256"] for report in data["reports"]] == [one.source.sha256 for one in reports]
    assert __version__ in "".join(markdown(comparison)).partition("\n")[0]
    assert all(report.source.sha256 in page(comparison) for report in reports)


def test_explanations_and_scores_name_versions(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """As JSON."""
    (tmp_path / "report.txt").write_text("二、2031年重点工作\n新建公园12处。\n", encoding="utf-8")
    (tmp_path / "gold.csv").write_text("kind,quote\ntarget,新建公园12处\n", encoding="utf-8")
    score = ["score", str(tmp_path / "gold.csv"), str(tmp_path / "report.txt")]
    for command in (["explain", "--text", "新建公园12处。"], score):
        assert run([*command, "--format", "json"]) == 0
        assert simplejson.loads(capfd.readouterr().out)["versions"]["program"] == __version__

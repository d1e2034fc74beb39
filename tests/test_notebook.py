"""Reports and comparisons show themselves in notebooks, and give tables of pandas."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reportparse import Report, UsageError, diff, extract
from tests.conftest import ROOT

YEARS = [ROOT / "samples" / f"yanchuan-{year}.md" for year in (2021, 2022)]


def test_a_report_shows_itself(extracted: Callable[[Path], Report]) -> None:
    """Its place, its first targets, no script; hostile text stays text."""
    shown = extracted(YEARS[0])._repr_html_()
    assert "砚川市 2021" in shown
    assert "地区生产总值" in shown
    assert "<script" not in shown
    hostile = extract(
        "二、2031年重点工作\n<script>x</script>新建云岭大桥。\n".encode(), name="<b>.txt"
    )._repr_html_()
    assert "<script" not in hostile
    assert "<b>.txt" not in hostile


def test_it_speaks_the_language_of_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    """Headings, codes and warnings."""
    report = extract("二、2031年重点工作\n新建云岭大桥。\n".encode(), name="report.txt")
    assert report.warnings
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    shown = report._repr_html_()
    assert "项目" in shown and "进展" in shown
    assert not [warning.message for warning in report.warnings if warning.message in shown]
    monkeypatch.setenv("LC_ALL", "C")
    assert "进展" not in report._repr_html_()


def test_a_comparison_shows_itself(extracted: Callable[[Path], Report]) -> None:
    """What is compared, and the first rows of each list."""
    shown = diff(*map(extracted, YEARS))._repr_html_()
    assert "砚川市 2021 → 2022" in shown
    assert shown.count("<table>") >= 4


@pytest.mark.parametrize("name", ["sections", "paragraphs", "targets", "results", "projects", "commitments"])
def test_a_list_is_a_table(name: str, extracted: Callable[[Path], Report]) -> None:
    """With a row an entry; numbers are numbers."""
    pd = pytest.importorskip("pandas")
    report = extracted(YEARS[0])
    frame = report.to_frame(name)
    assert isinstance(frame, pd.DataFrame)
    assert len(frame) == len(getattr(report, name))
    assert set(frame["place"]) == {"砚川市"}
    if name == "targets":
        gdp = frame.loc[frame.indicator_id == "gdp", "value"]
        assert gdp.mean() == pytest.approx(float(gdp.sum()) / len(gdp.dropna()))


def test_what_is_missing_is_said(
    extracted: Callable[[Path], Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list that is none, and pandas where it is not there."""
    report = extracted(YEARS[0])
    with pytest.raises(UsageError, match="no list 'goals'"):
        report.to_frame("goals")
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match="needs pandas"):
        report.to_frame("targets")

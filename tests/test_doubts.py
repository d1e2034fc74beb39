"""Warnings say where to look; a report that is whole and usual has none."""

from collections.abc import Callable
from pathlib import Path

import pytest
import regex

from reportparse import Report, extract
from reportparse.cli import run
from reportparse.correcting import CORRECTED
from reportparse.corrections import LINKS_LEFT_OUT
from reportparse.doubts import NO_WORK_REPORT
from tests.conftest import ROOT

TITLE = "政府工作报告\n——2031年1月8日在云州市人民代表大会上\n"
REVIEW = "一、2030年工作回顾\n全市地区生产总值增长6.1%，新建公园12处。\n"
AIMS = "二、2031年工作总体要求\n今年主要预期目标是：地区生产总值增长6%左右，城镇新增就业3万人。\n"


def codes(text: str) -> set[str]:
    """Give the codes of a text's warnings."""
    return {warning.code for warning in extract(text.encode(), name="report.txt").warnings}


CASES = {
    "only-review": TITLE + REVIEW,
    "no-work-report": "关于举办云州市灯会的通知\n各有关单位：\n定于元宵节举办灯会，请做好准备。\n灯会设在云岭公园。\n",
    "long-paragraph": TITLE
    + REVIEW
    + AIMS
    + "三、主要任务\n"
    + "大力发展现代农业，推进乡村建设，" * 200
    + "。\n",
    "value-far-out": TITLE + REVIEW.replace("6.1%", "61%") + AIMS,
    "numbers-without-figures": TITLE
    + REVIEW
    + AIMS
    + "三、附记\n"
    + "。".join(f"{n}元" for n in range(11, 19))
    + "。\n",
    "numbers-unread": TITLE
    + REVIEW
    + AIMS
    + "三、附记\n"
    + "。".join(f"{n}元" for n in range(11, 19))
    + "。\n",
}


@pytest.mark.parametrize(
    ("rate", "unusual"), [("医保覆盖率", True), ("高中毛入学率", False), ("任务完成率", False)]
)
def test_what_is_a_part_of_a_whole_is_no_more_than_it(rate: str, unusual: bool) -> None:
    """Of pupils of any age there may be more than children of that age."""
    assert ("value-far-out" in codes(TITLE + REVIEW + f"{rate}达到104%。\n" + AIMS)) == unusual


NUMBERED = {
    "recipe": "云岭炖菜做法\n一、准备食材\n五花肉500克，姜片5片。\n二、炖煮\n加水没过肉块，炖40分钟。\n",
    "shop": "云岭小店告示\n一、营业时间\n每天上午9点到晚上10点。\n二、优惠\n开业3天全场8折，满100元减20元。\n",
}


@pytest.mark.parametrize("kind", NUMBERED)
def test_numbers_before_its_parts_make_no_report(kind: str) -> None:
    """Nor half of one: no part is called as those of a report are, and nobody speaks to delegates."""
    assert NO_WORK_REPORT in codes(NUMBERED[kind])
    assert "only-review" not in codes(NUMBERED[kind])
    assert NO_WORK_REPORT not in codes("各位代表：\n" + NUMBERED[kind])


def test_warnings_are_counted_in_one_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Of all reports together, behind them; those told already are not counted, and none is no line."""
    odd, usual = tmp_path / "odd.txt", tmp_path / "usual.txt"
    odd.write_text(CASES["numbers-without-figures"], "utf-8")
    usual.write_text(TITLE + REVIEW + AIMS, "utf-8")
    assert run(["extract", str(odd), str(usual)]) == 0
    (told,) = capfd.readouterr().err.splitlines()
    assert told.startswith(
        "Warnings in odd.txt: 2 (numbers-without-figures 1, numbers-unread 1); the JSON has them"
    )
    assert run(["extract", str(usual)]) == 0
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("code", CASES)
def test_what_is_odd_is_told(code: str) -> None:
    """By a code that stays."""
    assert code in codes(CASES[code])


def test_what_is_no_work_report_is_told_at_once(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """By every command that reads, and by batch: a table of such facts would be taken for one of reports."""
    notice, report = tmp_path / "notice.txt", tmp_path / "report.txt"
    notice.write_text(CASES[NO_WORK_REPORT], "utf-8")
    report.write_text(TITLE + REVIEW + AIMS, "utf-8")
    both = [str(notice), str(report)]
    for call in (
        ["extract", *both],
        ["diff", *both],
        ["batch", *both, "-o", str(tmp_path / "c.jsonl"), "--jobs", "1"],
    ):
        assert run(call) == 0
        told = capfd.readouterr().err
        assert "notice.txt: This does not look like a government work report" in told
        assert "report.txt: This" not in told


def test_a_usual_report_has_no_such_doubts() -> None:
    """Neither a short one."""
    assert not codes(TITLE + REVIEW + AIMS) & set(CASES)


def test_the_samples_have_none(sample: Path, extracted: Callable[[Path], Report]) -> None:
    """They are whole reports, read whole."""
    assert sample.is_relative_to(ROOT)
    assert not {warning.code for warning in extracted(sample).warnings} & set(CASES)


def test_every_code_is_documented() -> None:
    """The codebook has a row for each code that a report can carry."""
    sources = (path for path in (ROOT / "src").rglob("*.py") if "compare" not in path.parts)
    told = set(regex.findall(r'code="([a-z-]+)"', "".join(path.read_text("utf-8") for path in sources)))
    told |= {NO_WORK_REPORT, CORRECTED, LINKS_LEFT_OUT}
    assert told <= set(
        regex.findall(r"`([a-z-]+)`(?=[^|]* \|)", (ROOT / "docs/codebook.md").read_text("utf-8"))
    )

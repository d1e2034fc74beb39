"""Every output is an input: what a command printed is read by every command that takes a report, or is named."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import simplejson

from reportparse import Report, UsageError, extract, extract_all
from reportparse.cli import run
from reportparse.compare import compare
from reportparse.model.json import to_json
from reportparse.show.diff_markdown import markdown
from reportparse.show.diff_page import page
from tests.conftest import ROOT

YEARS = (2021, 2022, 2023)
SAMPLES = [ROOT / "samples" / f"yanchuan-{year}.md" for year in YEARS]

Capture = pytest.CaptureFixture[str]
Extracted = Callable[[Path], Report]


@pytest.fixture
def lines(tmp_path: Path, extracted: Extracted) -> Path:
    """Give the JSON Lines that extract prints of the samples of three years."""
    path = tmp_path / "reports.jsonl"
    printed = [to_json(extracted(sample), indent=None) for sample in SAMPLES]
    path.write_text("".join(f"{line}\n" for line in printed), encoding="utf-8")
    return path


def test_json_lines_come_out_as_they_went_in(lines: Path, capfd: Capture) -> None:
    """A report a line, by a path or through `-`."""
    assert run(["extract", str(lines)]) == 0
    assert capfd.readouterr().out == lines.read_text("utf-8")


def test_json_behind_json_and_lists_are_read(tmp_path: Path, extracted: Extracted, capfd: Capture) -> None:
    """As `cat *.json`, `jq -s` and `jq -j .` give them."""
    reports = [extracted(sample) for sample in SAMPLES[:2]]
    one, other = map(to_json, reports)
    in_a_line = "".join(to_json(report, indent=None) for report in reports)
    for name, text in {
        "behind.json": f"{one}\n{other}\n", "list.json": f"[{one}, {other}]", "line.json": in_a_line
    }.items():  # fmt: skip
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert run(["extract", str(tmp_path / name), "--only", "sections"]) == 0
        told = [simplejson.loads(line) for line in capfd.readouterr().out.splitlines()]
        assert [report["meta"]["year"] for report in told] == [2021, 2022]


def test_the_order_of_the_keys_is_of_no_account(tmp_path: Path, extracted: Extracted, capfd: Capture) -> None:
    """`jq -S` sorts them; no JSON is taken for a report in words."""
    path = tmp_path / "sorted.json"
    data = simplejson.loads(to_json(extracted(SAMPLES[0])), use_decimal=True)
    path.write_text(simplejson.dumps(data, sort_keys=True, ensure_ascii=False), encoding="utf-8")
    assert run(["extract", str(path)]) == 0
    assert simplejson.loads(capfd.readouterr().out, use_decimal=True) == data


def test_a_broken_line_does_not_spoil_the_others(lines: Path, capfd: Capture) -> None:
    """It is named by its number, and the exit code is 5."""
    first, second, third = lines.read_text("utf-8").splitlines()
    lines.write_text(f"{first}\n{second[:5000]}\n\n{third}\n", encoding="utf-8")
    assert run(["extract", str(lines)]) == 5
    out, err = capfd.readouterr()
    assert out.splitlines() == [first, third]
    assert "reports.jsonl line 2" in err


def test_diff_takes_json_lines(lines: Path, capfd: Capture) -> None:
    """Its reports are compared as if they were files."""
    assert run(["diff", str(lines), "--format", "json", "--only", "panel"]) == 0
    told = simplejson.loads(capfd.readouterr().out)
    assert [report["year"] for report in told["reports"]] == list(YEARS)


def test_diff_goes_on_without_an_input_that_failed(lines: Path, tmp_path: Path, capfd: Capture) -> None:
    """The rest is compared, the failure is told, and the exit code is 5."""
    assert run(["diff", str(lines), str(tmp_path / "missing.pdf"), "--only", "sections"]) == 5
    out, err = capfd.readouterr()
    assert "2021 → 2022 → 2023" in out
    assert "missing.pdf" in err


@pytest.mark.parametrize("name", ["yanchuan-2022.md", "2022", "砚川市 2022"])
def test_explain_finds_one_report_of_several(name: str, lines: Path, capfd: Capture) -> None:
    """By its source, its year, its place, or more of them."""
    assert run(["explain", str(lines), "t1", "--of", name, "--format", "json"]) == 0
    assert simplejson.loads(capfd.readouterr().out)["report"]["year"] == 2022


def test_explain_tells_of_all_that_have_the_fact(lines: Path, capfd: Capture) -> None:
    """A line a report; a name that is none is wrong usage."""
    assert run(["explain", str(lines), "t1", "--format", "json"]) == 0
    told = [simplejson.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [one["report"]["year"] for one in told] == list(YEARS)
    assert run(["explain", str(lines), "t1", "--of", "2031"]) == 2


def test_score_pairs_reports_by_the_source_of_the_gold(lines: Path, tmp_path: Path, capfd: Capture) -> None:
    """The CSV of extract scores full marks on the JSON Lines of extract; a report without gold is left out."""
    gold = tmp_path / "gold.csv"
    assert run(["extract", *map(str, SAMPLES[:2]), "--format", "csv", "-o", str(gold)]) == 0
    assert run(["score", str(gold), str(lines), "--format", "json"]) == 0
    out, err = capfd.readouterr()
    scores = simplejson.loads(out)
    assert all(kind["strict"]["f1"] == 1 for kind in scores["kinds"])
    assert "yanchuan-2023.md has no gold" in err
    assert run(["score", str(gold), str(SAMPLES[2])]) == 2


def test_gold_that_excel_wrote_in_china_is_read(tmp_path: Path, capfd: Capture) -> None:
    """In GBK."""
    (tmp_path / "report.txt").write_text("二、2031年重点工作\n新建公园12处。\n", encoding="utf-8")
    (tmp_path / "gold.csv").write_text(
        "kind,quote,indicator,value\ntarget,新建公园12处,公园,12\n", encoding="gb18030"
    )
    assert run(["score", str(tmp_path / "gold.csv"), str(tmp_path / "report.txt"), "--format", "json"]) == 0
    assert simplejson.loads(capfd.readouterr().out)["kinds"][0]["detection"]["hit"] == 1


def test_a_folder_stands_for_its_reports(tmp_path: Path, capfd: Capture) -> None:
    """In the order of their names; what is skipped is told; the output of the run before is no input."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for sample in reversed(SAMPLES[:2]):
        shutil.copy(sample, folder)
    (folder / "notes.xlsx").write_bytes(b"PK")
    (folder / ".DS_Store").write_bytes(b"")
    target = folder / "all.jsonl"
    for _ in range(2):
        assert run(["extract", str(folder), "--only", "sections", "-o", str(target)]) == 0
        told = [simplejson.loads(line) for line in target.read_text("utf-8").splitlines()]
        assert [report["source"]["name"] for report in told] == ["yanchuan-2021.md", "yanchuan-2022.md"]
        err = capfd.readouterr().err
        assert "notes.xlsx" in err
    assert "all.jsonl" in err
    assert run(["diff", str(folder), "--only", "sections"]) == 0


def test_a_folder_says_what_of_it_is_not_read(tmp_path: Path, capfd: Capture) -> None:
    """Folders in it by themselves, with what to do; a pipe called like a report would be waited for without end."""
    shutil.copy(SAMPLES[0], tmp_path / "report.md")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "2031").mkdir()
    assert run(["extract", str(tmp_path), "--only", "sections"]) == 0
    out, err = capfd.readouterr()
    assert len(out.splitlines()) == 1
    assert f"Skipped in {tmp_path}: pipe.txt." in err
    assert f"Folders in {tmp_path} are not looked into: 2031." in err
    assert "reportparse batch" in err


def test_a_folder_without_reports_leaves_the_other_inputs(tmp_path: Path, capfd: Capture) -> None:
    """It fails like a file that can't be read: 5 beside others, 3 alone."""
    (tmp_path / "empty").mkdir()
    empty = str(tmp_path / "empty")
    assert run(["extract", empty, str(SAMPLES[0]), "--only", "sections"]) == 5
    out, err = capfd.readouterr()
    assert simplejson.loads(out)["source"]["name"] == SAMPLES[0].name
    assert "holds no reports." in err
    for command in ("extract", "view", "panel"):
        assert run([command, empty]) == 3
        out, err = capfd.readouterr()
        assert out == ""
        assert "holds no reports." in err
    assert run(["diff", empty, str(SAMPLES[0]), str(SAMPLES[1]), "--only", "sections"]) == 5


@pytest.mark.parametrize("command", ["extract", "score"])
def test_what_can_not_be_opened_is_no_matter_of_viewers(command: str, capfd: Capture) -> None:
    """But of the path and whose it is."""
    long = "长" * 200 + ".txt"
    assert run([command, long] if command == "extract" else [command, long, str(SAMPLES[0])]) == 3
    assert (
        "can't be opened: File name too long.\nCheck the path and its permissions." in capfd.readouterr().err
    )


def test_what_is_no_report_is_called_what_it_is(tmp_path: Path, extracted: Extracted, capfd: Capture) -> None:
    """One sentence and a hint for each of the program's other outputs, whatever command is given them."""
    comparison = compare([extracted(sample) for sample in SAMPLES[:2]])
    (tmp_path / "diff.json").write_text(to_json(comparison), encoding="utf-8")
    (tmp_path / "diff.html").write_text(page(comparison), encoding="utf-8")
    (tmp_path / "diff.md").write_text("".join(markdown(comparison)), encoding="utf-8")
    (tmp_path / "facts.txt").write_text(
        "\ufeffsource,place,year,kind\na,云州市,2031,target\n", encoding="utf-8"
    )
    rows = "云岭省,云岭市,2031,二、2031年重点工作\n"
    (tmp_path / "reports.csv").write_text(f"省份,城市,年份,正文\n{rows}", encoding="gb18030")
    (tmp_path / "rows.csv").write_text(f"甲,乙\n{rows}", encoding="utf-8")
    (tmp_path / "tabs.txt").write_text(f"省份\t城市\t正文\n{rows}", encoding="utf-8")
    (tmp_path / "counties.txt").write_text(f"区县,年,报告内容\n{rows}", encoding="utf-8")
    (tmp_path / "data.dta").write_bytes(b"<stata_dta><header>" + bytes(range(256)))
    (tmp_path / "old.dta").write_bytes(b"\x73\x02\x01" + bytes(range(256)))
    (tmp_path / "data.parquet").write_bytes(b"PAR1" + bytes(100))
    (tmp_path / "other.json").write_text('{"name": "云州市"}', encoding="utf-8")
    run(["explain", "--text", "新建公园12处。", "--format", "json"])
    (tmp_path / "steps.json").write_text(capfd.readouterr().out, encoding="utf-8")
    run(["schema"])
    (tmp_path / "schema.json").write_text(capfd.readouterr().out, encoding="utf-8")
    said = {
        "diff.json": "what diff printed", "diff.html": "a comparison", "diff.md": "a comparison",
        "reports.csv": "a table", "rows.csv": "a table", "tabs.txt": "a table", "counties.txt": "a table",
        "data.dta": "a table", "old.dta": "a table", "facts.txt": "a table", "data.parquet": "a table",
        "other.json": "JSON, but not of a report",
        "steps.json": "what explain printed", "schema.json": "a JSON schema",
    }  # fmt: skip
    for name, words in said.items():
        for command in (["extract"], ["diff", str(tmp_path / name)], ["score", str(ROOT / "samples")]):
            assert run([*command, str(tmp_path / name)]) == 3, name
            out, err = capfd.readouterr()
            assert out == ""
            assert f"{name} is {words}" in err


def test_year_and_place_are_refused_for_what_was_extracted(lines: Path, capfd: Capture) -> None:
    """They are read with the text; to pass over them in silence would be false."""
    assert run(["extract", str(lines), "--year", "2030"]) == 2
    assert "--year" in capfd.readouterr().err


def test_explain_says_that_the_text_was_left_out(tmp_path: Path, capfd: Capture) -> None:
    """`--only targets` leaves no paragraphs to explain."""
    path = tmp_path / "targets.json"
    assert run(["extract", str(SAMPLES[0]), "--only", "targets", "-o", str(path)]) == 0
    assert run(["explain", str(path), "t1"]) == 2
    assert "--only" in capfd.readouterr().err


def test_python_settles_what_several_reports_leave_open() -> None:
    """`extract_all` takes year and place as `extract` does."""
    text = "二、重点工作\n今年地区生产总值增长5.5%左右。".encode()
    (report,) = extract_all(text, name="report.txt", year=2033, place="云岭市")
    assert (report.source.name, report.meta.year, report.meta.place) == ("report.txt", 2033, "云岭市")
    assert report.targets[0].period == "2033"


def test_python_reads_several_reports(lines: Path) -> None:
    """`extract_all` gives them; `extract` says that there are more."""
    assert [report.meta.year for report in extract_all(lines)] == list(YEARS)
    with pytest.raises(UsageError, match="not the only report"):
        extract(lines)

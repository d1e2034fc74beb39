"""Files of corrections are applied by extract, refused where they quarrel, and taken by score as gold."""

from pathlib import Path
from typing import Any

import pytest
import simplejson

from reportparse import extract
from reportparse.cli import run
from reportparse.model.json import to_json
from tests.correcting import MADE, REPORT, TEXT, by_hand, corrections, judged


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Give the report and its corrections as files."""
    report, made = tmp_path / "small.txt", tmp_path / "small.corrections.json"
    report.write_text(TEXT, "utf-8")
    made.write_text(to_json(MADE), "utf-8")
    return report, made


def test_extract_applies_them(
    files: tuple[Path, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """And the JSON goes on into CSV, batch and diff; a report that they are not of is told."""
    report, made = map(str, files)
    out = str(tmp_path / "new.json")
    assert run(["extract", report, "--place", "云州市", "--corrections", made, "-o", out]) == 0
    assert run(["extract", out, "--format", "csv", "--only", "targets"]) == 0
    assert "办事跑路" in capfd.readouterr().out
    assert run(["batch", out, "-o", str(tmp_path / "corpus.jsonl"), "--jobs", "1"]) == 0
    assert "办事跑路" in (tmp_path / "corpus.jsonl").read_text("utf-8")
    other = tmp_path / "other.txt"
    other.write_text("二、2030年重点工作\n今年地区生产总值增长6%左右。\n", "utf-8")
    assert run(["diff", str(other), out, "--format", "json"]) == 0
    assert "办事跑路" in capfd.readouterr().out
    assert run(["extract", str(other), "--corrections", made]) == 5
    assert "云州市 2031, which is none" in capfd.readouterr().err
    assert run(["extract", report, "--corrections", report]) == 2 + 1


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
@pytest.mark.parametrize("here", [{}, {"id": None, "found": None}])
def test_two_files_must_agree_as_one(
    here: dict[str, Any],
    order: tuple[int, int],
    files: tuple[Path, Path],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """In either order; each is named with its number. Files that agree are applied one after the other."""
    report, _ = files
    paths = [tmp_path / "a.json", tmp_path / "b.json"]
    paths[0].write_text(to_json(corrections(REPORT, judged(REPORT, "edited", "t1", value=6))), "utf-8")
    right, wrong = judged(REPORT, "right", "j1"), judged(REPORT, "wrong", "t1") | here
    paths[1].write_text(to_json(corrections(REPORT, right, wrong)), "utf-8")
    call = ["extract", str(report), "--place", "云州市"]
    given = [option for at in order for option in ("--corrections", str(paths[at]))]
    assert run([*call, *given]) == 3
    named = [("1 of a.json", "2 of b.json")[at] for at in order]
    out, told = capfd.readouterr()
    assert (out, f"Corrections {named[0]} and {named[1]} are both of t1, and differ: " in told) == ("", True)
    assert run([*call, *given, "--lang", "zh"]) == 3
    assert "a.json 的第 1 条" in capfd.readouterr().err
    paths[1].write_text(to_json(corrections(REPORT, right, judged(REPORT, "wrong", "t2"))), "utf-8")
    assert run([*call, *given]) == 0
    targets = simplejson.loads(capfd.readouterr().out)["targets"]
    assert [(one["id"], one["value"]) for one in targets] == [
        ("t1", 6),
        *((t.id, t.value) for t in REPORT.targets[2:]),
    ]


def test_ids_of_two_versions_are_not_one_id(
    files: tuple[Path, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """What an earlier version called t1 may be another fact: its words say which."""
    report, made = files
    other = tmp_path / "other.json"
    made.write_text(to_json(corrections(REPORT, judged(REPORT, "wrong", "t1"))), "utf-8")
    old = REPORT.versions.model_copy(update={"program": "0.0.1"})
    earlier = corrections(REPORT, judged(REPORT, "edited", "t2", value=1.7) | {"id": "t1"})
    other.write_text(to_json(earlier.model_copy(update={"versions": old})), "utf-8")
    call = [
        "extract",
        str(report),
        "--place",
        "云州市",
        "--corrections",
        str(made),
        "--corrections",
        str(other),
    ]
    assert run(call) == 0
    assert "1.7" in capfd.readouterr().out


def test_a_correction_that_has_no_place_is_an_exit_code(
    files: tuple[Path, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The rest is done and written; without such a one the code is 0."""
    report, made = map(str, files)
    changed, out = tmp_path / "changed.txt", tmp_path / "changed.json"
    changed.write_text(TEXT.replace("办事少跑一半路", "办事更方便"), "utf-8")
    assert run(["extract", report, "--place", "云州市", "--corrections", made, "-o", str(out)]) == 0
    call = [
        "extract",
        str(changed),
        "--place",
        "云州市",
        "--year",
        "2031",
        "--corrections",
        made,
        "-o",
        str(out),
    ]
    assert run(call) == 5
    err = capfd.readouterr().err
    assert "no sure place" in err
    assert "`before` or `behind` tell the place." in err
    assert out.exists()


def test_a_correction_that_meets_no_fact_is_an_exit_code(
    files: tuple[Path, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """It is told with what it says was found; the rest is done and written."""
    report, _ = files
    made, out = tmp_path / "by-hand.json", tmp_path / "out.json"
    made.write_text(to_json(by_hand("wrong", {"indicator": "工业增加值"}, {})), "utf-8")
    assert run(["extract", str(report), "--place", "云州市", "--corrections", str(made), "-o", str(out)]) == 5
    err = capfd.readouterr().err
    assert "no one target of small.txt on" in err
    assert "`found` has to hold for one fact there alone." in err
    assert "5.5" in out.read_text("utf-8")


def test_python_takes_them(files: tuple[Path, Path]) -> None:
    """As a path or as they are."""
    report, made = files
    new = extract(report, place="云州市", corrections=made)
    assert any(t.indicator == "办事跑路" for t in new.targets)
    assert new.targets == extract(report, place="云州市", corrections=MADE).targets


def rates(gold: Path, report: str, capfd: pytest.CaptureFixture[str]) -> dict[str, tuple[int, int, int]]:
    """Give what was asked for, found and hit with all fields, by kind."""
    assert run(["score", str(gold), report, "--format", "json"]) == 0
    kinds = simplejson.loads(capfd.readouterr().out)["kinds"]
    return {
        one["kind"]: (one["strict"]["gold"], one["strict"]["found"], one["strict"]["hit"]) for one in kinds
    }


def test_score_takes_them_as_gold(
    files: tuple[Path, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Only what was judged counts; the corrected report is all right."""
    report, made = files
    assert rates(made, str(report), capfd) == {"targets": (3, 2, 1), "projects": (0, 1, 0)}
    out = str(tmp_path / "new.json")
    assert run(["extract", str(report), "--place", "云州市", "--corrections", str(made), "-o", out]) == 0
    assert rates(made, out, capfd) == {"targets": (3, 3, 3), "projects": (0, 0, 0)}


def detected(gold: Path, report: str, capfd: pytest.CaptureFixture[str]) -> dict[str, tuple[int, int, int]]:
    """Give what was asked for, found and hit in the right place, by kind."""
    assert run(["score", str(gold), report, "--format", "json"]) == 0
    kinds = simplejson.loads(capfd.readouterr().out)["kinds"]
    return {one["kind"]: tuple(one["detection"][name] for name in ("gold", "found", "hit")) for one in kinds}


def test_what_was_edited_was_found(files: tuple[Path, Path], capfd: pytest.CaptureFixture[str]) -> None:
    """Its value or name is wrong, its place is not: neither is missed, nor is another one spurious."""
    report, made = files
    edits = [
        judged(REPORT, "edited", "t2", value=1.7),
        judged(REPORT, "edited", "j1") | {"right": {"name": "松河二桥"}},
    ]
    made.write_text(to_json(corrections(REPORT, *edits)), "utf-8")
    assert detected(made, str(report), capfd) == {"targets": (1, 1, 1), "projects": (1, 1, 1)}
    assert rates(made, str(report), capfd) == {"targets": (1, 1, 0), "projects": (1, 1, 0)}


@pytest.mark.parametrize("found", [None, {"indicator": "城镇新增就业"}])
def test_score_asks_for_no_more_than_extract(
    found: dict[str, Any] | None,
    files: tuple[Path, Path],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """What `found` does not tell is as the report has it; the version need not be told."""
    report, made = files
    edited, wrong = judged(REPORT, "edited", "t2", value=1.7), judged(REPORT, "wrong", "j1")
    data = simplejson.loads(to_json(corrections(REPORT, edited | {"found": found}, wrong | {"found": None})))
    made.write_text(
        simplejson.dumps({key: data[key] for key in data if key != "corrections_version"}), "utf-8"
    )
    assert rates(made, str(report), capfd) == {"targets": (1, 1, 0), "projects": (0, 1, 0)}
    out = str(tmp_path / "new.json")
    assert run(["extract", str(report), "--corrections", str(made), "-o", out]) == 0
    assert rates(made, out, capfd) == {"targets": (1, 1, 1), "projects": (0, 0, 0)}


def test_corrections_of_another_report_are_told(
    files: tuple[Path, Path], capfd: pytest.CaptureFixture[str]
) -> None:
    """Of a file of that name with other bytes, and of another place with the same bytes; score refuses the first."""
    report, made = files
    data = simplejson.loads(to_json(MADE)) | {"place": "松河市"}
    made.write_text(simplejson.dumps(data), "utf-8")
    assert run(["extract", str(report), "--place", "云州市", "--corrections", str(made)]) == 0
    assert "corrections of 松河市 2031, and small.txt is of 云州市 2031" in capfd.readouterr().err
    data["source"]["sha256"] = "0" * 64
    made.write_text(simplejson.dumps(data | {"place": None, "year": None}), "utf-8")
    assert run(["extract", str(report), "--corrections", str(made)]) == 5
    assert "small.txt as other bytes than those of the report" in capfd.readouterr().err
    assert run(["score", str(made), str(report)]) == 2
    assert "which is none of the reports" in capfd.readouterr().err


def test_what_was_not_judged_counts_neither_for_nor_against(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Though it stands on the very words of what was judged, with its number, or is called nearly as what is wrong."""
    text = "二、2031年重点工作\n今年规模以上工业增加值、固定资产投资均增长5.5%。\n新建云岭高速一期、云岭高速二期。\n"
    report = extract(text.encode(), name="twins.txt", place="云州市")
    assert len(report.targets) == len(report.projects) == 2
    marks = [judged(report, "right", "t2"), judged(report, "wrong", "j1")]
    made, out = tmp_path / "twins.corrections.json", tmp_path / "twins.json"
    made.write_text(to_json(corrections(report, *marks)), "utf-8")
    out.write_text(to_json(report), "utf-8")
    assert rates(made, str(out), capfd) == {"targets": (1, 1, 1), "projects": (0, 1, 0)}
    assert run(["extract", str(out), "--corrections", str(made), "-o", str(tmp_path / "new.json")]) == 0
    assert rates(made, str(tmp_path / "new.json"), capfd) == {"targets": (1, 1, 1), "projects": (0, 0, 0)}


def test_a_report_that_was_looked_at_as_a_whole_counts_as_a_whole(
    files: tuple[Path, Path], capfd: pytest.CaptureFixture[str]
) -> None:
    """What was not judged is then held against the report."""
    report, made = files
    made.write_text(to_json(MADE.model_copy(update={"complete": True})), "utf-8")
    assert rates(made, str(report), capfd)["projects"][1] == len(REPORT.projects)


SLIPS: dict[str, tuple[dict[str, Any], str, str]] = {
    "a field": ({"verdikt": "right"}, "correction 1: there is no field verdikt.", "Do you mean verdict?"),
    "a field found": (
        {"found": {"indicater": "地区生产总值"}},
        "correction 1: there is no field indicater in found.",
        "Do you mean indicator, indicator_id?",
    ),
    "a field right": ({"right": {"valeu": 6}}, "correction 1: there is no field valeu in right.", "Do you mean value?"),
    "a field of another kind": (
        {"right": {"stage": "started"}}, "correction 1: there is no field stage in right.", "reportparse schema",
    ),
    "the place": (
        {"right": {"quote": "增长6%"}}, "correction 1: there is no field quote in right.", "reportparse schema",
    ),
    "no number": (
        {"right": {"value": "6%"}}, "correction 1: right.value is '6%', which is no number.", "reportparse schema"
    ),
    "a verdict that is none": (
        {"verdict": "edit"}, "correction 1: verdict: 'edit' is none of 'right', 'wrong'", "Do you mean edited?"
    ),
    "no quote": ({"quote": None}, "correction 1: quote: null is no text.", "reportparse schema"),
    "no place": ({"start": "9th"}, "correction 1: start: '9th' is no whole number.", "reportparse schema"),
    "no value": (
        {"right": {"value": True}}, "correction 1: right.value: true is neither number nor text.", "reportparse schema"
    ),
    "no fields": ({"right": ["6"]}, "correction 1: right: […] is no JSON object.", "reportparse schema"),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("command", ["extract", "score"])
def test_a_slip_in_corrections_is_told(
    slip: str, command: str, files: tuple[Path, Path], capfd: pytest.CaptureFixture[str]
) -> None:
    """By the correction's number and the field, with the one that may be meant; the exit code is 3."""
    report, made = files
    change, said, hint = SLIPS[slip]
    data = simplejson.loads(to_json(by_hand("edited", None, {"value": 6})))
    data["corrections"][0].update(change)
    made.write_text(simplejson.dumps(data), "utf-8")
    call = [command, str(report), "--corrections", str(made)]
    assert run(call if command == "extract" else [command, str(made), str(report)]) == 3
    told = capfd.readouterr().err.splitlines()
    assert said in told[0]
    assert hint in told[1]


def test_corrections_through_a_pipe_are_refused(
    files: tuple[Path, Path], capfd: pytest.CaptureFixture[str]
) -> None:
    """Standard input is for a report."""
    assert run(["extract", str(files[0]), "--corrections", "-"]) == 2
    assert "Corrections are not read from standard input.\nSave them" in capfd.readouterr().err


@pytest.mark.parametrize("field", ["place", "year"])
def test_where_place_and_year_stand_is_told(
    field: str, files: tuple[Path, Path], capfd: pytest.CaptureFixture[str]
) -> None:
    """Of those that were put into the source."""
    report, made = files
    data = simplejson.loads(to_json(by_hand("edited", None, {"value": 6})))
    data["source"][field] = "云州市"
    made.write_text(simplejson.dumps(data), "utf-8")
    assert run(["extract", str(report), "--corrections", str(made)]) == 3
    told = capfd.readouterr().err
    assert f"there is no field source.{field}.\nplace and year stand beside source, not in it." in told


def test_every_slip_in_corrections_is_told_in_chinese(
    files: tuple[Path, Path], capfd: pytest.CaptureFixture[str]
) -> None:
    """With nothing left in English but names of fields and files."""
    report, made = files
    for change, _, _ in SLIPS.values():
        data = simplejson.loads(to_json(by_hand("edited", None, {"value": 6})))
        data["corrections"][0].update(change)
        made.write_text(simplejson.dumps(data), "utf-8")
        run(["extract", str(report), "--corrections", str(made), "--lang", "zh"])
        told = capfd.readouterr().err
        assert "第 1 条更正：" in told
        assert "Corrections are" not in told
        assert " is n" not in told

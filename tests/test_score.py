"""Hold `score` on small tables: what is right, wrong, missed and spurious."""

from pathlib import Path

import pytest
import regex
import simplejson

from reportparse import Report, extract
from reportparse.cli import run
from reportparse.errors import DamagedInputError, MissingInputError
from reportparse.language import Language, words_of
from reportparse.model.score import Kind, What
from reportparse.score import rate, read_gold, score

TEXT = "二、2031年重点工作\n今年地区生产总值增长5.5%左右，城镇新增就业1.6万人，新建公园12处。\n"
HEAD = "kind,quote,indicator,measure,value,unit,bound,period,optional\n"
GDP = "target,地区生产总值增长5.5%左右,地区生产总值,growth,5.5,%,around,2031,\n"


@pytest.fixture(scope="module")
def report() -> Report:
    """Extract the text once."""
    return extract(TEXT.encode(), name="small.txt")


def gold_of(rows: str, folder: Path) -> Path:
    """Write a table of gold."""
    path = folder / "gold.csv"
    path.write_text(HEAD + rows, encoding="utf-8-sig")
    return path


def test_right_and_spurious_facts_are_counted(report: Report, tmp_path: Path) -> None:
    """One of three is asked for: recall is 1, precision a third."""
    scores = score(read_gold(gold_of(GDP, tmp_path), report), report)
    assert [kind.kind for kind in scores.kinds] == [Kind.targets]
    assert scores.kinds[0].strict.recall == 1
    assert scores.kinds[0].strict.precision == pytest.approx(1 / 3, abs=1e-4)
    assert [difference.what for difference in scores.differences] == [What.spurious, What.spurious]


def test_a_wrong_field_is_named(report: Report, tmp_path: Path) -> None:
    """Detection holds, strict does not, and the field's own rate shows it."""
    scores = score(read_gold(gold_of(GDP.replace("around", "at_least"), tmp_path), report), report)
    assert scores.kinds[0].detection.hit == 1
    assert scores.kinds[0].strict.hit == 0
    assert scores.kinds[0].fields["bound"].hit == 0
    assert scores.kinds[0].fields["period"].hit == 1
    assert scores.differences[0].fields == ("bound",)


def test_amounts_are_compared_whatever_their_scale(report: Report, tmp_path: Path) -> None:
    """16000 人 is 1.6 万人."""
    row = "target,城镇新增就业1.6万人,城镇新增就业,change,16000,人,exact,2031,\n"
    scores = score(read_gold(gold_of(row, tmp_path), report), report)
    assert scores.kinds[0].strict.hit == 1


def test_optional_gold_counts_neither_way(report: Report, tmp_path: Path) -> None:
    """What is paired with it is no longer spurious."""
    row = "target,新建公园12处,公园,level,12,处,exact,2031,true\n"
    with_optional = score(read_gold(gold_of(GDP + row, tmp_path), report), report)
    assert with_optional.kinds[0].detection.gold == 1
    assert with_optional.kinds[0].detection.found == 2


def test_missed_facts_are_listed(report: Report, tmp_path: Path) -> None:
    """With the row as the gold has it."""
    row = "target,城镇新增就业1.6万人,城镇新增就业,change,1.7,万人,exact,2031,\n"
    scores = score(read_gold(gold_of(row, tmp_path), report), report)
    missed = [difference for difference in scores.differences if difference.what is What.missed]
    assert missed[0].gold is not None
    assert missed[0].gold["value"] == "1.7"


def test_printed_facts_score_full_marks_on_themselves(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The CSV that extract prints is gold in the right shape."""
    (tmp_path / "small.txt").write_text(TEXT, encoding="utf-8")
    assert (
        run(["extract", str(tmp_path / "small.txt"), "--format", "csv", "-o", str(tmp_path / "g.csv")]) == 0
    )
    assert run(["score", str(tmp_path / "g.csv"), str(tmp_path / "small.txt"), "--format", "json"]) == 0
    data = simplejson.loads(capfdbinary.readouterr().out)
    assert data["kinds"]
    assert all(kind["strict"]["f1"] == 1 for kind in data["kinds"])
    assert data["differences"] == []


@pytest.mark.parametrize(
    "rows", ["wish,地区生产总值,,,,,,,\n", "target,地区生产总值增长5.5%左右,地区生产总值,growth,much,%,,,\n"]
)
def test_a_table_that_cannot_be_read_is_said_to_be_so(rows: str, report: Report, tmp_path: Path) -> None:
    """A kind that is none, a value that is no number."""
    with pytest.raises(DamagedInputError):
        read_gold(gold_of(rows, tmp_path), report)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("kind;quote\ntarget;新建公园12处\n", "it has no column kind, but kind;quote."),
        ("kind,value\ntarget,12\n", "it has no column quote, but kind, value."),
        ("kind,quote\n,新建公园12处\n", "a row has no kind; known: target"),
        ("kind,quote,value\ntarget,新建公园12处,12处\n", "the value '12处' is no number."),
        ("kind,quote,value\ntarget,新建公园12处,NaN\n", "the value 'NaN' is no number."),
        ("kind,quote,value\ntarget,新建公园12处,1e999999\n", "the value '1e999999' is no number."),
        ("kind,level,title\nsection,one,重点工作\n", "the level 'one' is no whole number."),
        ("[[1, 2], [3]]", "a row is no JSON object."),
    ],
)
def test_what_a_table_lacks_is_named(table: str, said: str, report: Report, tmp_path: Path) -> None:
    """A column, a kind, a number; in Chinese, too."""
    (tmp_path / "gold.csv").write_text(table, encoding="utf-8")
    with pytest.raises(DamagedInputError, match=regex.escape(said)) as told:
        read_gold(tmp_path / "gold.csv", report)
    assert not regex.search(r"\b(?:has|is)\b", words_of(Language.zh).retold(str(told.value)))


def test_a_table_that_excel_saved_is_read(report: Report, tmp_path: Path) -> None:
    """With rows that were emptied, and spaces beside the names of its columns."""
    table = "kind, quote , value\ntarget,新建公园12处,12\n,,\n,,\n"
    (tmp_path / "gold.csv").write_text(table, encoding="utf-8")
    (fact,) = read_gold(tmp_path / "gold.csv", report).facts
    assert (fact.quote, str(fact.value)) == ("新建公园12处", "12")


def test_columns_that_are_asked_for_and_not_there_are_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Without a word a misspelt one would make all of it wrong."""
    (tmp_path / "small.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold.csv").write_text(
        "kind,quote,indicator,measrue,value,unit,bound,period,remark\n"
        "target,地区生产总值增长5.5%左右,地区生产总值,growth,5.5,%,around,2031,?\n",
        encoding="utf-8",
    )
    assert run(["score", str(tmp_path / "gold.csv"), str(tmp_path / "small.txt")]) == 0
    err = capfd.readouterr().err
    assert "gold.csv has no column measure: what is not coded counts as empty." in err
    assert "gold.csv has a column measrue, which is not scored.\nDo you mean measure?" in err
    assert "remark" not in err


def test_missing_gold_is_said_to_be_so(report: Report, tmp_path: Path) -> None:
    """As for any input."""
    with pytest.raises(MissingInputError):
        read_gold(tmp_path / "none.csv", report)


def test_rates_of_nothing_are_nothing() -> None:
    """No division by zero."""
    assert rate(0, 0, 0).f1 == 0

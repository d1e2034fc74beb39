"""Hold every form of a corpus to the same rows."""

import csv
import io
import zlib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import simplejson

from reportparse.cli import run
from reportparse.corpus import panel, terms
from reportparse.corpus.layout import Origin, rows, table, tables
from reportparse.corpus.store import Store
from reportparse.corpus.work import Outcome
from reportparse.model import Report
from reportparse.model.json import to_json
from tests.conftest import SAMPLES
from tests.corpus.making import PLACES, as_csv, cells, folder_of_reports, text

pytestmark = pytest.mark.usefixtures("here")

Table = list[dict[str, Any]]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Give a folder with four reports, one of them with a dangerous name, and a bad file."""
    reports = folder_of_reports(tmp_path / "reports", PLACES[:1], (2031, 2032, 2033))
    (reports / "=cmd.txt").write_text(text("松河市", 2031, growth="6.25"), encoding="utf-8")
    (reports / "empty.pdf").write_bytes(b"")
    return reports


def batch(*arguments: str | Path) -> int:
    """Run the command."""
    return run(["batch", *map(str, arguments)])


def as_numbers(table: Table) -> Table:
    """Make the cells of a table comparable: numbers as decimals, missing ones as none."""
    return [{name: _cell(value) for name, value in row.items()} for row in table]


def _cell(value: object) -> object:
    if isinstance(value, bool) or value in (None, "") or value != value:
        return None
    if isinstance(value, int | float | Decimal):
        return Decimal(str(value)).normalize()
    return str(value)


def in_duckdb(out: Path) -> dict[str, Table]:
    """Read the tables by plain SQL, as a user does."""
    import duckdb

    with duckdb.connect(str(out), read_only=True) as db:
        return {
            each.name: [
                dict(zip(each.names, row, strict=True))
                for row in db.execute(f"SELECT * FROM {each.name} ORDER BY {', '.join(each.key)}").fetchall()
            ]
            for each in tables()
        }


def in_csv(out: Path) -> dict[str, Table]:
    """Read a folder of CSV by Python's reader, numbers by the columns' types."""
    found = {}
    for each in tables():
        read = (out / f"{each.name}.csv").read_text("utf-8-sig")
        numbers = {column.name for column in each.columns if column.type != "text"}
        found[each.name] = [
            {
                name: Decimal(value) if value and name in numbers else value.removeprefix("'")
                for name, value in row.items()
            }
            for row in csv.DictReader(io.StringIO(read))
        ]
    return found


def in_parquet(out: Path) -> dict[str, Table]:
    """Read a folder of Parquet by Polars."""
    polars = pytest.importorskip("polars")
    return {each.name: polars.read_parquet(out / f"{each.name}.parquet").to_dicts() for each in tables()}


def in_json_rows(out: Path) -> dict[str, Table]:
    """Read a folder of JSON Lines."""
    return {
        each.name: [
            simplejson.loads(line, use_decimal=True)
            for line in (out / f"{each.name}.jsonl").read_text("utf-8").splitlines()
        ]
        for each in tables()
    }


def in_excel(out: Path) -> dict[str, Table]:
    """Read the sheets of a workbook."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(out)
    found = {}
    for each in tables():
        header, *body = book[each.name].iter_rows(values_only=True)
        found[each.name] = [dict(zip(header, row, strict=True)) for row in body]
    return found


FORMS: dict[str, tuple[str, list[str], Callable[[Path], dict[str, Table]]]] = {
    "csv": ("tables", [], in_csv),
    "parquet": ("tables", ["--format", "parquet"], in_parquet),
    "json rows": ("tables", ["--format", "jsonl"], in_json_rows),
    "excel": ("corpus.xlsx", [], in_excel),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_the_same_rows(form: str, reports: Path, tmp_path: Path) -> None:
    """All tables, in the same order, with the same columns; empty text and missing text are one."""
    name, more, read = FORMS[form]
    assert batch(reports, "-o", tmp_path / "corpus.duckdb") == 5
    assert batch(reports, "-o", tmp_path / name, *more) == 5
    expected, found = in_duckdb(tmp_path / "corpus.duckdb"), read(tmp_path / name)
    for each in tables():
        assert as_numbers(found[each.name]) == as_numbers(expected[each.name]), each.name
    assert not list(tmp_path.rglob("*.part"))


def test_json_lines_are_the_reports_as_extract_prints_them(
    reports: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A report a line, by key; every command that takes reports takes them, and they give the same rows."""
    out = tmp_path / "corpus.jsonl"
    assert batch(reports, "-o", out) == 5
    lines = out.read_text("utf-8").splitlines()
    capfdbinary.readouterr()
    for line, name in zip(
        lines, ["2031云岭市.txt", "2032云岭市.txt", "2033云岭市.txt", "=cmd.txt"], strict=True
    ):
        assert run(["extract", str(reports / name), "--format", "jsonl"]) == 0
        assert capfdbinary.readouterr().out.decode("utf-8") == f"{line}\n"


def test_numbers_in_csv_are_as_printed_and_text_cannot_run(reports: Path, tmp_path: Path) -> None:
    """6.25 and 16000, neither 16000.0 nor 1.6e4; a name that begins with = has an apostrophe before it."""
    batch(reports, "-o", tmp_path / "tables")
    targets = (tmp_path / "tables" / "targets.csv").read_text("utf-8-sig")
    assert ",6.25," in targets
    assert ",16000," in targets
    reports_csv = (tmp_path / "tables" / "reports.csv").read_text("utf-8-sig")
    assert ",'=cmd.txt," in reports_csv


def test_an_output_that_is_gone_or_of_another_form_is_written_anew(reports: Path, tmp_path: Path) -> None:
    """Without reading a report again; what is there and up to date is left."""
    out = tmp_path / "tables"
    batch(reports, "-o", out)
    (out / "targets.csv").unlink()
    stamp = (out / "commitments.csv").stat().st_mtime_ns
    batch(reports, "-o", out)
    assert (out / "targets.csv").exists()
    assert (out / "commitments.csv").stat().st_mtime_ns != stamp
    stamp = (out / "commitments.csv").stat().st_mtime_ns
    batch(reports, "-o", out)
    assert (out / "commitments.csv").stat().st_mtime_ns == stamp
    batch(reports, "-o", out, "--format", "parquet")
    assert (out / "targets.parquet").exists()


def test_an_output_inside_its_input_is_no_input(reports: Path) -> None:
    """Neither the tables nor the corpus."""
    out = reports / "out.jsonl"
    assert batch(reports, "-o", out) == 5
    assert batch(reports, "-o", reports / "tables") == 5
    assert cells(reports / "tables" / ".corpus.duckdb", "count(*)", "reports") == [(4,)]


def test_every_column_has_its_meaning() -> None:
    """The data dictionary lacks none, in English and in Chinese."""
    described = (*tables(), panel.TABLE, terms.TABLE)
    assert [each.name for each in described if not all(each.row)] == []
    assert [f"{each.name}.{c.name}" for each in described for c in each.columns if not all(c.meaning)] == []


def test_rows_have_the_columns_of_their_tables(extracted: Callable[[Path], Report]) -> None:
    """In their order."""
    sample = next(path for path in SAMPLES if path.suffix == ".md")
    for name, found in rows(extracted(sample), Origin("r", "r", None), "1").items():
        assert all(tuple(row) == table(name).names for row in found), name


def test_the_order_of_the_work_does_not_show(reports: Path, tmp_path: Path) -> None:
    """A corpus that grew file by file, backwards, is the one that was made at once, row by row."""
    batch(reports, "-o", tmp_path / "at-once.duckdb")
    for file in sorted(reports.iterdir(), reverse=True):
        batch(file, "-o", tmp_path / "one-by-one.duckdb")
    assert as_csv(tmp_path / "one-by-one.duckdb") == as_csv(tmp_path / "at-once.duckdb")


def test_texts_far_longer_than_its_memory_are_kept(tmp_path: Path) -> None:
    """200 MB of text in one paragraph each, which the database takes together where it sorts."""
    text = "环" * 333_333
    with Store(tmp_path / "corpus.duckdb") as store:
        for at in range(200):
            key = f"t.csv#{at}"
            row = to_json({"report": key, "n": 1, "text": text}, indent=None)
            printed = zlib.compress(text.encode("utf-8"), 0)
            store.save([Outcome(key, "1", {"paragraphs": (f"[{row}]",)}, printed)], {})
        store.read_freely()
        assert sum(len(str(row[-1])) for row in store.rows(table("paragraphs"))) == 200 * len(text)
        assert [found for _, found in store.printed(["t.csv#7"])] == [text]

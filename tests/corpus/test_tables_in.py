"""Hold tables with a report a row to it: every row is a report or a failure, whatever program wrote the table."""

import csv
from pathlib import Path

import pytest

from reportparse.cli import run
from tests.corpus.making import cells, table_of_reports, text

pytestmark = pytest.mark.usefixtures("here")

Capture = pytest.CaptureFixture[str]
Rows = list[dict[str, object]]


@pytest.fixture
def rows() -> Rows:
    """Give the rows of a table as they are sold: names without 市, one text in a single paragraph."""
    return [
        {"省份": "云州省", "城市": "云岭市", "年份": 2031, "正文": text("云岭市", 2031)},
        {"省份": "云州省", "城市": "松河市", "年份": 2032, "正文": text("松河市", 2032, breaks="")},
        {"省份": "云州省", "城市": "", "年份": 2033, "正文": text("云州省", 2033)},
        {"省份": "云州省", "城市": "砚川县", "年份": 2031, "正文": ""},
    ]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Give the name of a corpus."""
    return tmp_path / "corpus.duckdb"


def batch(*arguments: str | Path) -> int:
    """Run the command."""
    return run(["batch", *map(str, arguments)])


def written(path: Path, rows: Rows) -> Path:
    """Write a table in the format that its name says."""
    names = list(rows[0])
    match path.suffix:
        case ".csv" | ".tsv":
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.DictWriter(file, names, delimiter="\t" if path.suffix == ".tsv" else ",")
                writer.writeheader()
                writer.writerows(rows)
        case ".xlsx":
            openpyxl = pytest.importorskip("openpyxl")
            book = openpyxl.Workbook()
            for row in ([], names, *(list(row.values()) for row in rows)):
                book.active.append(row)
            book.save(path)
        case ".dta":
            pandas = pytest.importorskip("pandas")
            pandas.DataFrame(rows).to_stata(path, version=118, write_index=False, convert_strl=["正文"])
        case ".parquet":
            duckdb = pytest.importorskip("duckdb")
            fields = ", ".join(f'"{name}" {"BIGINT" if name == "年份" else "VARCHAR"}' for name in names)
            with duckdb.connect() as db:
                db.execute(f"CREATE TABLE t ({fields})")
                db.executemany("INSERT INTO t VALUES (?, ?, ?, ?)", [list(row.values()) for row in rows])
                db.execute(f"COPY t TO '{path}' (FORMAT parquet)")
        case ".jsonl":
            from reportparse.model.json import to_json

            path.write_text("".join(to_json(row, indent=None) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".xlsx", ".dta", ".parquet", ".jsonl"])
def test_every_row_is_a_report_or_a_failure(
    ending: str, rows: Rows, tmp_path: Path, corpus: Path, capfd: Capture
) -> None:
    """The columns are guessed and said; a row without a city is its province's; an empty cell is a failure."""
    table = written(tmp_path / f"reports{ending}", rows)
    assert batch(table, "-o", corpus) == 5
    assert cells(corpus, "row, place, year, report", "reports") == [
        (1, "云岭市", 2031, f"reports{ending}#1"),
        (2, "松河市", 2032, f"reports{ending}#2"),
        (3, "云州省", 2033, f"reports{ending}#3"),
    ]
    assert cells(corpus, "row, place, year, code", "failures") == [(4, "砚川县", 2031, "empty-input")]
    said = capfd.readouterr().err.splitlines()[0]
    assert said == f"reports{ending}: text in '正文', place in '城市', province in '省份', year in '年份'."


def test_columns_can_be_named(tmp_path: Path, corpus: Path, capfd: Capture) -> None:
    """One that is not there, and a table without a known one, are wrong usage with the columns in the hint."""
    table = table_of_reports(tmp_path / "t.csv", [{"a": "松河市", "b": 2035, "c": text("云岭市", 2031)}])
    assert batch(table, "-o", corpus) == 2
    assert "Columns: a, b, c." in capfd.readouterr().err
    assert batch(table, "-o", corpus, "--text", "d") == 2
    assert batch(table, "-o", corpus, "--text", "c", "--place", "A", "--year", "b") == 0
    assert cells(corpus, "place, year", "reports") == [("松河市", 2035)]
    assert cells(corpus, "code", "warnings") == [("place-disagrees",), ("year-disagrees",)]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_encodings_of_chinese_programs_are_read(encoding: str, tmp_path: Path, corpus: Path) -> None:
    """GB18030 as Excel writes it in China, UTF-16, and UTF-8 with its mark."""
    row = {"city": "云岭市", "year": "2031年", "doc": text("云岭市", 2031)}
    assert batch(table_of_reports(tmp_path / "t.csv", [row], encoding), "-o", corpus) == 0
    assert cells(corpus, "place, year, characters > 100", "reports") == [("云岭市", 2031, True)]


def test_old_stata_files_in_chinese_encodings_are_read(tmp_path: Path, corpus: Path) -> None:
    """Stata 13 and older name no encoding: their bytes are tried as UTF-8, then as GB18030."""
    pandas = pytest.importorskip("pandas")
    row = {"city": "云岭市", "year": 2031, "doc": "一、2031年工作安排。地区生产总值增长6%。"}
    mangled = {
        name: value.encode("gb18030").decode("latin-1") if isinstance(value, str) else value
        for name, value in row.items()
    }
    pandas.DataFrame([mangled]).to_stata(tmp_path / "t.dta", version=114, write_index=False)
    assert batch(tmp_path / "t.dta", "-o", corpus) == 0
    assert cells(corpus, "place, value", "targets") == [("云岭市", 6.0)]


def test_a_place_of_a_name_that_many_have_is_its_provinces(tmp_path: Path, corpus: Path) -> None:
    """鼓楼区 is one of 福建省 where the row says so, and one of 江苏省 in another row."""
    table = table_of_reports(
        tmp_path / "t.csv",
        [
            {"province": p, "city": "鼓楼区", "year": 2031, "doc": text("鼓楼区", 2031)}
            for p in ("福建", "江苏省")
        ],
    )
    assert batch(table, "-o", corpus) == 0
    assert cells(corpus, "province, division_code[:2]", "reports") == [("江苏省", "32"), ("福建省", "35")]


def test_a_table_that_breaks_off_gives_what_it_holds(tmp_path: Path, corpus: Path) -> None:
    """The rows before are reports; the row where it breaks is a failure."""
    table = tmp_path / "t.jsonl"
    written(table, [{"city": "云岭市", "doc": text("云岭市", 2031)}])
    with table.open("a", encoding="utf-8") as file:
        file.write('{"city": "松河市", "doc": "一、2031年工')
    assert batch(table, "-o", corpus) == 5
    assert cells(corpus, "report", "reports") == [("t.jsonl#1",)]
    assert cells(corpus, "report, code", "failures") == [("t.jsonl#2", "damaged-input")]


def test_changed_rows_are_done_anew_and_rows_behind_the_end_dropped(
    rows: Rows, tmp_path: Path, corpus: Path, capfd: Capture
) -> None:
    """The rest is not read again, even though the file is another."""
    table = written(tmp_path / "t.csv", rows)
    batch(table, "-o", corpus)
    written(table, [rows[0], {**rows[1], "年份": 2040}, rows[2]])
    capfd.readouterr()
    assert batch(table, "-o", corpus) == 0
    assert "1 report read, 0 failed, 2 as they were, 1 gone." in capfd.readouterr().err
    assert cells(corpus, "row, year", "reports") == [(1, 2031), (2, 2040), (3, 2033)]


def test_a_cell_as_long_as_excel_allows_is_doubted(tmp_path: Path, corpus: Path) -> None:
    """Its report may be cut."""
    long = (text("云岭市", 2031) + "\n加强生态环境保护，推进数字经济发展。" * 3000)[:32767]
    batch(table_of_reports(tmp_path / "t.csv", [{"city": "云岭市", "doc": long}]), "-o", corpus)
    assert cells(corpus, "code", "warnings") == [("text-cut",)]


def test_printed_reports_are_a_table(tmp_path: Path, corpus: Path) -> None:
    """JSON Lines of extract come in as they are, corrections by hand included."""
    file = tmp_path / "2031.txt"
    file.write_text(text("云岭市", 2031), encoding="utf-8")
    printed = tmp_path / "printed.jsonl"
    assert run(["extract", str(file), "--format", "jsonl", "-o", str(printed)]) == 0
    printed.write_text(
        printed.read_text("utf-8").replace('"name":"云岭湖水厂"', '"name":"云岭水厂"'), "utf-8"
    )
    assert batch(printed, "-o", corpus) == 0
    assert cells(corpus, "name", "projects", "n = 1") == [("云岭水厂",)]


def test_tables_in_folders_wait_to_be_named(rows: Rows, tmp_path: Path, corpus: Path, capfd: Capture) -> None:
    """A folder may hold tables of anything; that they are skipped is said."""
    folder = tmp_path / "reports"
    folder.mkdir()
    written(folder / "t.csv", rows)
    (folder / "2031.txt").write_text(text("云岭市", 2031), encoding="utf-8")
    assert batch(folder, "-o", corpus) == 0
    assert cells(corpus, "report", "reports") == [("reports/2031.txt",)]
    assert "1 file of another kind was skipped, t.csv." in capfd.readouterr().err

"""Tables: one a list, with its own columns and no others; long and tidy; described where they are printed."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from reportparse import Report, to_json
from reportparse.cli import run
from reportparse.compare import LISTS
from reportparse.show.binary import workbook
from reportparse.show.columns import KINDS, columns_of, meanings
from reportparse.show.diff_tables import COLUMNS
from reportparse.show.stata import stata
from reportparse.show.tables import Table
from tests.conftest import ROOT
from tools import columns, rules

SAMPLES = [ROOT / "samples" / f"yanchuan-{year}.md" for year in (2021, 2022, 2023)]

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory, extracted: Callable[[Path], Report]) -> Path:
    """Give the JSON Lines of the samples of three years."""
    path = tmp_path_factory.mktemp("lines") / "reports.jsonl"
    printed = [to_json(extracted(sample), indent=None) for sample in SAMPLES]
    path.write_text("".join(f"{line}\n" for line in printed), encoding="utf-8")
    return path


def table(text: str) -> list[dict[str, str]]:
    """Read a CSV."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_has_its_own_columns(kind: str, lines: Path, capfd: Capture) -> None:
    """No column that the list can't fill; each row says of which report it is and what made it."""
    assert run(["extract", str(lines), "--format", "csv", "--only", kind]) == 0
    rows = table(capfd.readouterr().out)
    assert tuple(rows[0]) == columns_of(kind)
    foreign = {"targets": {"name", "verb", "stage"}, "projects": {"indicator", "value"}, "results": {"tone"}}
    assert not set(rows[0]) & foreign.get(kind, set())
    assert {row["year"] for row in rows} == {"2021", "2022", "2023"}
    for column in ("source", "place", "program", "schema", "lexicon", "sha256"):
        assert all(row[column] for row in rows)
    if "section" in rows[0]:
        titles = {row["section"] for row in rows if row["section_id"]}
        assert titles
        assert not any(title.startswith("s1") for title in titles)


def test_a_folder_has_a_file_a_list(lines: Path, tmp_path: Path, capfd: Capture) -> None:
    """The same rows as alone; the folder is made, and written over by the next run."""
    folder = tmp_path / "facts"
    for _ in range(2):
        assert run(["extract", str(lines), "--format", "csv", "-o", f"{folder}/"]) == 0
    assert sorted(path.stem for path in folder.iterdir()) == sorted(KINDS)
    assert run(["extract", str(lines), "--format", "csv", "--only", "projects"]) == 0
    assert (folder / "projects.csv").read_text("utf-8") == capfd.readouterr().out


def test_sections_share_no_table_with_facts(lines: Path, capfd: Capture) -> None:
    """A sentence says how to have both."""
    assert run(["extract", str(lines), "--format", "csv", "--only", "sections,targets"]) == 2
    assert "FOLDER/" in capfd.readouterr().err


@pytest.mark.parametrize("name", [name for name in COLUMNS if name != "panel"])
def test_a_comparison_has_tidy_tables(name: str, lines: Path, capfd: Capture) -> None:
    """An observation a row, with place and year."""
    assert run(["diff", str(lines), "--format", "csv", "--only", name]) == 0
    rows = table(capfd.readouterr().out)
    assert tuple(rows[0]) == COLUMNS[name]
    assert {row["place"] for row in rows} == {"砚川市"}
    assert {row.get("year") or row["old_year"] for row in rows} <= {"2021", "2022", "2023"}


def test_the_panel_is_a_table_as_all_lists_are(lines: Path, tmp_path: Path, capfd: Capture) -> None:
    """A row an indicator, two columns a year, alone and among the others; every list that --only names has a table."""
    assert set(COLUMNS) == set(LISTS)
    folder = f"{tmp_path}/tables/"
    for form in ("csv", "parquet"):
        assert run(["diff", str(lines), "--format", form, "-o", folder]) == 0
        assert {path.stem for path in Path(folder).glob(f"*.{form}")} == set(LISTS)
    whole = Path(folder, "panel.csv").read_text("utf-8")
    for more in ([], ["--only", "panel"]):
        assert run(["diff", str(lines), "--format", "csv", *more]) == 0
        assert capfd.readouterr().out == whole
    (gdp,) = [row for row in table(whole) if (row["indicator_id"], row["measure"]) == ("gdp", "growth")]
    assert (gdp["2021_target"], gdp["2021_result"], gdp["base_unit"]) == ("8.5", "8.9", "%")
    alone = f"{tmp_path}/alone/"
    assert run(["diff", str(lines), "--format", "csv", "--only", "panel", "-o", alone]) == 0
    assert Path(alone, "panel.csv").read_text("utf-8") == whole
    with duckdb.connect() as database:
        found = database.execute(f"SELECT count(*) FROM '{folder}panel.parquet'").fetchone()
    assert found == (len(table(whole)),)


def test_what_was_promised_stands_beside_what_was_done(lines: Path, capfd: Capture) -> None:
    """In one row: target, bound, tone, period, result, verdict and both quotes."""
    assert run(["diff", str(lines), "--format", "csv", "--only", "fulfilment"]) == 0
    rows = table(capfd.readouterr().out)
    (gdp,) = [row for row in rows if row["year"] == "2021" and row["target_id"] and row["indicator_id"] == "gdp"
              and row["measure"] == "growth" and row["period"] == "2021" and row["likeness"] == "1.00"]  # fmt: skip
    assert (gdp["target"], gdp["bound"], gdp["tone"], gdp["result"]) == ("8.5", "around", "soft", "8.9")
    assert gdp["verdict"] == "exceeded"
    assert "8.5%左右" in gdp["target_quote"]
    assert "8.9%" in gdp["result_quote"]


def test_parquet_has_types(lines: Path, tmp_path: Path, extracted: Callable[[Path], Report]) -> None:
    """Numbers are numbers, text is text, nothing found is null; the same input gives the same bytes."""
    first, second = tmp_path / "first.parquet", tmp_path / "second.parquet"
    for path in (first, second):
        assert run(["extract", str(lines), "--format", "parquet", "--only", "targets", "-o", str(path)]) == 0
    assert first.read_bytes() == second.read_bytes()
    with duckdb.connect() as database:
        told = database.execute(f"SELECT year, id, value, hedge FROM '{first}' WHERE year = 2021").fetchall()
    targets = extracted(SAMPLES[0]).targets
    assert told == [(2021, t.id, None if t.value is None else float(t.value), t.hedge) for t in targets]


def test_a_workbook_has_a_sheet_a_list(lines: Path, tmp_path: Path) -> None:
    """Text that looks like a formula stays text; the same input gives the same bytes."""
    openpyxl = pytest.importorskip("openpyxl", reason="the extra [excel] is not installed")
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    for path in (first, second):
        assert run(["extract", str(lines), "--format", "xlsx", "-o", str(path)]) == 0
    assert first.read_bytes() == second.read_bytes()
    book = openpyxl.load_workbook(first)
    assert book.sheetnames == list(KINDS)
    header, row = list(book["targets"].iter_rows(values_only=True))[:2]
    assert header == columns_of("targets")
    assert isinstance(row[header.index("value")], (int, float))
    assert run(["diff", str(lines), "--format", "xlsx", "-o", str(tmp_path / "diff.xlsx")]) == 0
    assert set(openpyxl.load_workbook(tmp_path / "diff.xlsx").sheetnames) == set(LISTS)


def test_text_in_a_workbook_is_text() -> None:
    """A formula, an error, a control character, and what is longer than a cell can be."""
    openpyxl = pytest.importorskip("openpyxl", reason="the extra [excel] is not installed")
    texts = ["=1+1", "#N/A", "=", "+1", "5%", "2031-01-12", "云岭\x01湖", "墨" * 40_000]
    data = workbook([Table("t", ("a",), [(text,) for text in texts])])
    _, *cells = [row[0] for row in openpyxl.load_workbook(io.BytesIO(data))["t"].iter_rows()]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells] == [*texts[:6], "云岭湖", "墨" * 32_767]


def test_a_data_set_of_stata_has_types_and_labels(lines: Path, tmp_path: Path) -> None:
    """Numbers are numbers with the missing value, text is text in UTF-8; the same input gives the same bytes."""
    pandas = pytest.importorskip("pandas", reason="the extra [stata] is not installed")
    first, second, apart = tmp_path / "first.dta", tmp_path / "second.dta", tmp_path / "apart"
    for path in (first, second):
        assert run(["extract", str(lines), "--only", "targets", "-o", str(path)]) == 0
    assert first.read_bytes() == second.read_bytes()
    assert (
        run(["extract", str(lines), "--format", "csv", "--only", "targets", "-o", f"{tmp_path}/t.csv"]) == 0
    )
    read, printed = (
        pandas.read_stata(first),
        pandas.read_csv(tmp_path / "t.csv", dtype=str, keep_default_na=False),
    )
    assert [name.removeprefix("_") for name in read.columns] == list(printed.columns)
    assert list(read.quote) == list(printed.quote)
    assert list(read.period) == list(printed.period)
    assert list(read.year) == [int(year) for year in printed.year]
    assert str(read.year.dtype).startswith("int")
    assert [None if value != value else value for value in read.value] == [
        float(value) if value else None for value in printed.value
    ]
    with pandas.read_stata(first, iterator=True) as reader:
        assert reader.variable_labels()["bound"].startswith("How the number limits")
    assert run(["extract", str(lines), "--format", "dta", "-o", f"{apart}/"]) == 0
    assert {path.stem for path in apart.iterdir()} == set(KINDS)
    assert max(map(len, pandas.read_stata(apart / "paragraphs.dta").text)) > 0
    for command, name in (("diff", "panel"), ("panel", "rows")):
        only = ["--only", "panel"] if command == "diff" else []
        assert run([command, str(lines), *only, "-o", f"{tmp_path}/{name}.dta"]) == 0
        assert len(pandas.read_stata(tmp_path / f"{name}.dta")) > 1
    assert "_2022_target" in pandas.read_stata(tmp_path / "panel.dta")


def test_a_long_text_is_whole_in_a_data_set() -> None:
    """Over the 2045 bytes of a variable, and over its own 32,000."""
    pandas = pytest.importorskip("pandas", reason="the extra [stata] is not installed")
    texts = ["墨" * 700, "云" * 40_000, None]
    data = stata(Table("t", ("quote", "text"), [("短", text) for text in texts]))
    assert list(pandas.read_stata(io.BytesIO(data)).text) == ["墨" * 700, "云" * 40_000, ""]


ENDINGS = {
    ("extract", "facts.csv"): "\ufeffsource,",
    ("extract", "facts.jsonl"): '{"schema_version":',
    ("extract", "facts.json"): '{"schema_version":',
    ("extract", "facts.txt"): '{"schema_version":',
    ("diff", "years.html"): "<!doctype html>",
    ("diff", "years.md"): "<!-- reportparse",
    ("diff", "years.json"): "{\n",
    ("diff", "years.csv"): "\ufeffindicator,",
    ("panel", "rows.csv"): "\ufeffplace,",
    ("panel", "rows.jsonl"): '{"place":',
}


@pytest.mark.parametrize(("command", "name"), ENDINGS)
def test_an_output_is_what_its_name_ends_with(command: str, name: str, lines: Path, tmp_path: Path) -> None:
    """Where --format does not say otherwise; of an ending that means nothing it is the usual form."""
    assert run([command, str(lines), "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text("utf-8").startswith(ENDINGS[command, name])


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("extract", "a.html"),
        ("extract", "a.tsv"),
        ("diff", "a.jsonl"),
        ("panel", "a.xlsx"),
        ("panel", "a.json"),
    ],
)
def test_an_ending_that_a_command_does_not_write_is_refused(
    command: str, name: str, lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    """Before any work, with the forms that it has; whoever asks for one by --format may name the file as he likes."""
    monkeypatch.chdir(tmp_path)
    assert run([command, str(lines), "-o", name]) == 2
    assert "--format" in capfd.readouterr().err
    assert not Path(name).exists()
    assert run([command, str(lines), "-o", name, "--format", "csv"]) == 0


def test_a_page_is_not_written_under_the_name_of_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    """Of a PDF it is said how to get one."""
    monkeypatch.chdir(tmp_path)
    assert run(["view", str(SAMPLES[0]), "-o", "page.pdf"]) == 2
    assert "asks for pdf" in (err := capfd.readouterr().err)
    assert "--pdf FILE" in err
    assert not Path("page.pdf").exists()
    assert run(["view", str(SAMPLES[0]), "-o", "page.HTM"]) == 0


def test_a_form_that_needs_a_file_says_so(lines: Path, capfd: Capture) -> None:
    """Bytes do not go to a terminal."""
    for form in ("parquet", "xlsx", "dta"):
        assert run(["extract", str(lines), "--format", form]) == 2
        assert "-o" in capfd.readouterr().err


def test_every_column_is_described() -> None:
    """In English and Chinese, with its type; no description is of a column that is gone."""
    used = {column for kind in KINDS for column in columns_of(kind)}
    used |= {column for of in COLUMNS.values() for column in of}
    described = meanings()
    assert used <= set(described), "describe the column in show/columns.toml"
    assert set(described) - used <= {"scope"}
    assert all({"type", "en", "zh"} == set(meaning) for meaning in described.values())


@pytest.mark.parametrize(
    ("name", "text"),
    [("columns.md", lambda: columns.page("en")), ("columns.zh-CN.md", lambda: columns.page("zh")),
     ("rules.md", rules.page)],
)  # fmt: skip
def test_the_pages_are_what_make_docs_writes(name: str, text: Callable[[], str]) -> None:
    """Columns from the models, rules from the rules."""
    assert (ROOT / "docs" / name).read_text("utf-8") == text(), "run `make docs`"


def test_every_rule_with_examples_is_on_the_page() -> None:
    """By its name."""
    text = (ROOT / "docs" / "rules.md").read_text("utf-8")
    named = [rule for module in rules.modules() for rule in rules.rules_of(module)]
    assert len(named) > 50
    assert all(f"`{rule.name}`" in text for rule in named)

"""Hold the panel to the reports: what was promised, what came of it, what those above asked for, what is official."""

import csv
import io
from pathlib import Path

import duckdb
import pytest
import simplejson

from reportparse.cli import run
from reportparse.corpus.panel import TABLE
from tests.corpus.making import folder_of_reports, table_of_reports, text

pytestmark = pytest.mark.usefixtures("here")

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Give a corpus of one city over three years: it aims at 6, 6.25, 6.5 and tells 6.8 each time."""
    folder_of_reports(tmp_path / "reports", ["云岭市"])
    assert run(["batch", str(tmp_path / "reports"), "-o", str(tmp_path / "corpus.duckdb")]) == 0
    return tmp_path / "corpus.duckdb"


def of_levels(folder: Path) -> Path:
    """Make a corpus of a nation, a province, a city and a county, each of which asks for more than the one above."""
    growth = {"全国": "5", "山东省": "5.5", "济南市": "6", "历城区": "6.2"}
    rows = [
        {"place": place, "year": 2031, "doc": text(place, 2031, growth=rate)}
        for place, rate in growth.items()
    ]
    table_of_reports(folder / "t.csv", rows)
    assert run(["batch", str(folder / "t.csv"), "-o", str(folder / "levels.duckdb")]) == 0
    return folder / "levels.duckdb"


def panel(capfd: Capture, *arguments: str | Path) -> list[dict[str, str]]:
    """Run the command and read its CSV."""
    capfd.readouterr()
    assert run(["panel", *map(str, arguments)]) == 0
    out, err = capfd.readouterr()
    assert err == ""
    return list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))


def only(rows: list[dict[str, str]], columns: str, indicator: str = "gdp") -> list[tuple[str, ...]]:
    """Give some columns of the rows of one indicator."""
    return [tuple(row[name] for name in columns.split()) for row in rows if row["indicator_id"] == indicator]


def test_a_row_is_an_observation(corpus: Path, capfd: Capture) -> None:
    """Target, result of the next report, verdict, gap, last year's target and what became of it."""
    rows = panel(capfd, corpus)
    assert only(rows, "place year target unit bound tone result verdict gap target_last_year change") == [
        ("云岭市", "2030", "", "%", "", "", "6.8", "", "", "", ""),
        ("云岭市", "2031", "6", "%", "around", "soft", "6.8", "exceeded", "0.8", "", ""),
        ("云岭市", "2032", "6.25", "%", "around", "soft", "6.8", "exceeded", "0.55", "6", "raised"),
        ("云岭市", "2033", "6.5", "%", "around", "soft", "", "", "", "6.25", "raised"),
    ]
    assert only(rows, "target result verdict", "urban_jobs")[1] == ("1.6", "1.7", "exceeded")
    assert tuple(rows[0]) == TABLE.names
    keys = [(row["place"], row["year"], row["indicator_id"], row["measure"]) for row in rows]
    assert len(set(keys)) == len(keys)


def test_a_target_that_is_not_set_is_a_row(corpus: Path, capfd: Capture) -> None:
    """It says so, and has no number."""
    rows = panel(capfd, corpus)
    assert only(rows, "year stated target measure", "cpi") == [
        (str(year), "no", "", "") for year in (2031, 2032, 2033)
    ]


def test_the_target_of_the_level_above_stands_beside(tmp_path: Path, capfd: Capture) -> None:
    """From the nation to the county; the difference is how much more is asked below."""
    rows = [row for row in panel(capfd, of_levels(tmp_path)) if row["year"] == "2031"]
    assert only(rows, "place target above target_above target_minus_above") == [
        ("全国", "5", "", "", ""),
        ("山东省", "5.5", "全国", "5", "0.5"),
        ("济南市", "6", "370000", "5.5", "0.5"),
        ("历城区", "6.2", "370100", "6", "0.2"),
    ]
    assert only(rows, "target_above target_minus_above", "urban_jobs")[1] == ("1.6", "")


def test_one_place_can_be_asked_for(tmp_path: Path, capfd: Capture) -> None:
    """What those above it aim at is there all the same; a place that is not is wrong usage."""
    rows = [row for row in panel(capfd, of_levels(tmp_path), "--place", "济南市") if row["year"] == "2031"]
    assert only(rows, "place target_minus_above") == [("济南市", "0.5")]
    assert run(["panel", str(tmp_path / "levels.duckdb"), "--place", "松河市"]) == 2


def test_official_figures_stand_beside_the_reported_ones(
    corpus: Path, tmp_path: Path, capfd: Capture
) -> None:
    """By place, year and indicator, id or name; they have a verdict of their own."""
    table_of_reports(
        tmp_path / "yearbook.csv",
        [
            {"地区": "云岭市", "年份": 2031, "指标": "gdp", "数值": "5.2"},
            {"地区": "云岭市", "年份": 2032, "指标": "地区生产总值", "数值": 6.3},
            {"地区": "云岭市", "年份": 2031, "指标": "urban_jobs", "数值": 1.65},
            {"地区": "松河市", "年份": 2031, "指标": "gdp", "数值": 9},
        ],
        "gb18030",
    )
    rows = panel(capfd, corpus, "--actuals", tmp_path / "yearbook.csv")
    assert only(rows, "year actual actual_verdict result_minus_actual")[1:3] == [
        ("2031", "5.2", "missed", "1.6"),
        ("2032", "6.3", "met", "0.5"),
    ]
    assert only(rows, "actual actual_verdict", "urban_jobs")[1] == ("1.65", "met")


def test_official_figures_of_other_places_are_told(corpus: Path, tmp_path: Path, capfd: Capture) -> None:
    """Where not one stands in the panel: its columns would be empty without a word."""
    table = table_of_reports(
        tmp_path / "yearbook.csv", [{"地区": "云岭", "年份": 2031, "指标": "gdp", "数值": 5.2}], "utf-8"
    )
    assert run(["panel", str(corpus), "--actuals", str(table)]) == 0
    assert (
        "No figure of yearbook.csv stands in the panel.\nIts places have to be named"
        in capfd.readouterr().err
    )
    table_of_reports(table, [{"地区": "云岭市", "年份": 2031, "指标": "gdp", "数值": 5.2}], "utf-8")
    assert run(["panel", str(corpus), "--actuals", str(table)]) == 0
    assert "stands in the panel" not in capfd.readouterr().err


def test_official_figures_with_units_are_turned_into_the_unit_of_the_target(
    corpus: Path, tmp_path: Path, capfd: Capture
) -> None:
    """A unit also tells a level from a growth; one that is none is wrong input."""
    rows = [
        {"地区": "云岭市", "年份": 2031, "指标": "urban_jobs", "数值": 16500, "单位": "人"},
        {"地区": "云岭市", "年份": 2031, "指标": "gdp", "数值": 4120, "单位": "亿元"},
        {"地区": "云岭市", "年份": 2031, "指标": "gdp", "数值": 6.1, "单位": "%"},
    ]
    table = table_of_reports(tmp_path / "yearbook.csv", rows, "utf-8")
    told = panel(capfd, corpus, "--actuals", table)
    assert only(told, "actual actual_verdict", "urban_jobs")[1] == ("1.65", "met")
    assert only(told, "year actual actual_verdict")[1] == ("2031", "6.1", "exceeded")
    rows[0]["单位"] = "砚"
    assert run(["panel", str(corpus), "--actuals", str(table_of_reports(table, rows, "utf-8"))]) == 3


def test_indicators_of_official_figures_are_named_as_yearbooks_do(
    corpus: Path, tmp_path: Path, capfd: Capture
) -> None:
    """With what is counted behind the name, the unit in brackets, marks for no number; a name that is none is told."""
    names = {
        "GDP增速（%）": "5.9",
        "地区生产总值（亿元）": "4120",
        "城镇新增就业（人）": "16500",
        "居民消费价格涨幅": "—",
        "砚台产量": "3",
    }
    rows = [{"省份": "", "城市": "云岭市", "年份": 2031, "指标": name, "数值": names[name]} for name in names]
    table = table_of_reports(tmp_path / "yearbook.csv", rows)
    assert run(["panel", str(corpus), "--actuals", str(table), "-o", str(tmp_path / "panel.csv")]) == 0
    assert capfd.readouterr().err.splitlines()[-2] == "There is no indicator 砚台产量."
    told = list(csv.DictReader(io.StringIO((tmp_path / "panel.csv").read_text("utf-8-sig"))))
    assert only(told, "year actual actual_verdict")[1] == ("2031", "5.9", "met")
    assert only(told, "actual actual_verdict", "urban_jobs")[1] == ("1.65", "met")


def test_what_a_name_says_of_its_number_is_kept(corpus: Path, tmp_path: Path, capfd: Capture) -> None:
    """The growth of jobs is no number of jobs, and what came to be new is not what there is."""
    rows = [
        {"place": "云岭市", "year": 2031, "indicator": "城镇新增就业增速", "value": "2"},
        {"place": "云岭市", "year": 2031, "indicator": "地区生产总值增加", "value": "300"},
        {"place": "云岭市", "year": 2032, "indicator": "地区生产总值降幅", "value": "1.5"},
        {"place": "云岭市", "year": 2033, "indicator": "经济增长", "value": "6.4"},
    ]
    told = panel(capfd, corpus, "--actuals", table_of_reports(tmp_path / "yearbook.csv", rows))
    assert {row["actual"] for row in told if row["indicator_id"] == "urban_jobs"} == {""}
    assert only(told, "year actual")[1:] == [("2031", ""), ("2032", "-1.5"), ("2033", "6.4")]


def test_official_figures_of_a_province_and_of_one_of_two_places_of_a_name(
    tmp_path: Path, capfd: Capture
) -> None:
    """A row without a city is its province's; 鼓楼区 of 福建省 does not get the figure of 江苏省's."""
    reports = [
        {"province": "福建省", "city": "鼓楼区", "year": 2031, "doc": text("鼓楼区", 2031)},
        {"province": "福建省", "city": "", "year": 2031, "doc": text("福建省", 2031)},
    ]
    corpus = tmp_path / "corpus.duckdb"
    assert run(["batch", str(table_of_reports(tmp_path / "t.csv", reports)), "-o", str(corpus)]) == 0
    rows = [
        {"省份": "江苏", "城市": "鼓楼区", "年份": 2031, "指标": "gdp", "数值": 9},
        {"省份": "福建", "城市": "鼓楼区", "年份": 2031, "指标": "gdp", "数值": 6},
        {"省份": "福建", "城市": "", "年份": 2031, "指标": "gdp", "数值": 7},
    ]
    told = panel(capfd, corpus, "--actuals", table_of_reports(tmp_path / "yearbook.csv", rows))
    assert [row[1:] for row in only(told, "year place actual") if row[0] == "2031"] == [
        ("福建省", "7"),
        ("鼓楼区", "6"),
    ]


def test_bad_official_figures_are_wrong_input(corpus: Path, tmp_path: Path, capfd: Capture) -> None:
    """A column that is missing, a value that is no number."""
    table = table_of_reports(tmp_path / "a.csv", [{"place": "云岭市", "year": 2031, "value": 5}])
    assert run(["panel", str(corpus), "--actuals", str(table)]) == 2
    row = {"place": "云岭市", "year": 2031, "indicator_id": "gdp", "value": "five"}
    assert run(["panel", str(corpus), "--actuals", str(table_of_reports(table, [row]))]) == 3


def test_every_form_of_a_corpus_gives_the_same_panel(corpus: Path, tmp_path: Path, capfd: Capture) -> None:
    """JSON Lines, a folder, a workbook."""
    expected = panel(capfd, corpus)
    for out in ("corpus.jsonl", "tables", "corpus.xlsx"):
        assert run(["batch", str(tmp_path / "reports"), "-o", str(tmp_path / out)]) == 0
        rows = panel(capfd, tmp_path / out)
        without_key = [{k: v for k, v in row.items() if k != "report"} for row in rows]
        assert without_key == [{k: v for k, v in row.items() if k != "report"} for row in expected], out


def test_two_reports_of_one_year_count_once(corpus: Path, tmp_path: Path, capfd: Capture) -> None:
    """The first by its key; that is said. The same bytes twice are not even said."""
    reports = tmp_path / "reports"
    (reports / "2031云岭市-copy.txt").write_bytes((reports / "2031云岭市.txt").read_bytes())
    (reports / "2031云岭市-draft.txt").write_text(text("云岭市", 2031, growth="9"), encoding="utf-8")
    run(["batch", str(reports), "-o", str(corpus)])
    capfd.readouterr()
    assert run(["panel", str(corpus), "--format", "jsonl"]) == 0
    out, err = capfd.readouterr()
    assert err.count("云岭市 has two reports of 2031") == 1
    assert out.count('"year":2031,"indicator_id":"gdp"') == 1


def test_reports_give_the_panel_of_their_corpus(corpus: Path, tmp_path: Path, capfd: Capture) -> None:
    """A folder of them, what was extracted of them, one by one and all together; the key is the file's name."""
    expected = panel(capfd, corpus)
    for row in expected:
        row["report"] = row["report"].removeprefix("reports/")
    reports = sorted((tmp_path / "reports").iterdir())
    extracted = [tmp_path / f"{one.stem}.json" for one in reports]
    for one, printed in zip(reports, extracted, strict=True):
        assert run(["extract", str(one), "-o", str(printed)]) == 0
    assert panel(capfd, tmp_path / "reports") == expected
    assert panel(capfd, *reports) == expected
    assert panel(capfd, *extracted) == expected
    alone = panel(capfd, extracted[-1], "--year", "2033")
    assert only(alone, "place year target") == [("云岭市", "2033", "6.5")]


def test_reports_of_one_name_keep_apart(tmp_path: Path, capfd: Capture) -> None:
    """Two folders have a 2031.txt each."""
    for place in ("云岭市", "松河市"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "2031.txt").write_text(text(place, 2031), encoding="utf-8")
    rows = panel(capfd, tmp_path / "云岭市" / "2031.txt", tmp_path / "松河市" / "2031.txt", "--year", "2031")
    assert set(only(rows, "place report")) == {("云岭市", "2031.txt"), ("松河市", "2031.txt#2")}


@pytest.mark.parametrize(
    ("name", "told", "hint"),
    [
        ("empty", "empty holds no reports.", "Their names end in"),
        ("nowhere.duckdb", "There is no file", "Check the path."),
        ("t.csv", "t.csv is a table (CSV), not a report.", "reportparse batch t.csv -o corpus.duckdb"),
        ("other.duckdb", "is no corpus that this version reads.", "Run the batch into a new file."),
    ],
)
def test_what_is_no_corpus_is_called_what_it_is(
    name: str, told: str, hint: str, tmp_path: Path, capfd: Capture
) -> None:
    """With what to run instead."""
    (tmp_path / "empty").mkdir()
    table_of_reports(tmp_path / "t.csv", [{"city": "云岭市", "year": 2031, "doc": text("云岭市", 2031)}])
    duckdb.connect(str(tmp_path / "other.duckdb")).close()
    assert run(["panel", str(tmp_path / name)]) == 3
    first, second = capfd.readouterr().err.splitlines()
    assert told in first
    assert hint in second


def test_a_report_of_no_known_place_is_told_how_to_be_settled(tmp_path: Path, capfd: Capture) -> None:
    """It has no row, as there is nothing that it could be a row of."""
    (tmp_path / "a.txt").write_text("今年地区生产总值增长5.5%左右。", encoding="utf-8")
    assert run(["panel", str(tmp_path / "a.txt")]) == 2
    assert "no report that says its place and its year" in capfd.readouterr().err


@pytest.mark.parametrize("form", ["corpus.duckdb", "corpus.xlsx", "tables"])
def test_a_corpus_is_an_input_of_every_command_that_takes_a_report(
    form: str, corpus: Path, tmp_path: Path, capfd: Capture
) -> None:
    """As its JSON Lines are, to the byte; batch reads it into another one."""
    given = tmp_path / form
    for out in (given, tmp_path / "corpus.jsonl"):
        assert run(["batch", str(tmp_path / "reports"), "-o", str(out)]) == 0
    capfd.readouterr()
    assert run(["extract", str(given)]) == 0
    assert capfd.readouterr().out == (tmp_path / "corpus.jsonl").read_text("utf-8")
    assert run(["explain", str(given), "t1", "--of", "2032"]) == 0
    assert "2032云岭市.txt" in capfd.readouterr().out
    assert run(["diff", str(given), "--place", "云岭市", "--exit-code"]) == 1
    assert run(["view", str(given), "-o", str(tmp_path / "page.html")]) == 0
    assert run(["terms", str(given), "--dict", "environment"]) == 0
    if form == "corpus.duckdb":
        assert run(["batch", str(given), "-o", str(tmp_path / "again.jsonl")]) == 0
        assert (tmp_path / "again.jsonl").read_text("utf-8") == (tmp_path / "corpus.jsonl").read_text("utf-8")


@pytest.mark.parametrize(
    "line", ["extract {}", "panel {}", "terms {} --dict environment", "view {}", "diff {}", "explain {} t1"]
)
def test_a_corpus_without_reports_is_said_to_have_none(line: str, tmp_path: Path, capfd: Capture) -> None:
    """By every command, with where to look; nothing is printed."""
    (tmp_path / "empty.txt").write_bytes(b"")
    corpus = tmp_path / "corpus.duckdb"
    assert run(["batch", str(tmp_path / "empty.txt"), "-o", str(corpus)]) == 5
    capfd.readouterr()
    assert run([word.format(corpus) for word in line.split()]) == 3
    out, err = capfd.readouterr()
    assert out == ""
    assert "corpus.duckdb has no reports.\nIts table failures says why" in err


def test_a_batch_never_writes_onto_its_input(corpus: Path, tmp_path: Path, capfd: Capture) -> None:
    """A workbook of reports is not lost to the workbook of their corpus."""
    lines = tmp_path / "reports.jsonl"
    assert run(["extract", str(corpus), "-o", str(lines)]) == 0
    before = lines.read_bytes()
    for given in (lines, corpus):
        assert run(["batch", str(given), "-o", str(given)]) == 2
        assert "would overwrite an input" in capfd.readouterr().err
    assert lines.read_bytes() == before


def test_diff_takes_a_place_out_of_a_corpus(tmp_path: Path, capfd: Capture) -> None:
    """As if its reports were named one by one; several places, or none of the name, are wrong usage."""
    reports = folder_of_reports(tmp_path / "reports", ["云岭市", "松河市"])
    corpus = tmp_path / "corpus.duckdb"
    assert run(["batch", str(reports), "-o", str(corpus)]) == 0
    capfd.readouterr()
    assert run(["diff", str(corpus), "--place", "松河市", "--format", "json"]) == 0
    of_corpus = capfd.readouterr().out
    assert run(["diff", *map(str, sorted((reports / "more").iterdir())), "--format", "json"]) == 0
    assert capfd.readouterr().out == of_corpus
    assert run(["diff", str(corpus)]) == 2
    assert "reportparse panel" in capfd.readouterr().err
    assert run(["diff", str(corpus), "--place", "砚川县"]) == 2


def test_two_numbers_for_one_indicator_are_both_there(tmp_path: Path, capfd: Capture) -> None:
    """The first is the target, the other stands beside it with its hedge, which is told; repeats are none."""
    aims = "今年主要预期目标是：地区生产总值增长7%以上、力争8%；居民消费价格涨幅3%左右。"
    told = text("云岭市", 2031).replace("今年主要预期目标是：", f"{aims}\n确保地区生产总值增长7%以上。\n")
    table_of_reports(tmp_path / "t.csv", [{"place": "云岭市", "year": 2031, "doc": told}])
    assert run(["batch", str(tmp_path / "t.csv"), "-o", str(tmp_path / "c.duckdb")]) == 0
    capfd.readouterr()
    assert run(["panel", str(tmp_path / "c.duckdb"), "--year", "2031"]) == 0
    out, err = capfd.readouterr()
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert only(rows, "target bound further_target further_hedge") == [("7", "at_least", "8", "力争")]
    assert only(rows, "further", "cpi") == [("",)]
    assert "力争8%: 1;" in err


def test_a_result_has_its_bound_and_hedge(tmp_path: Path, capfd: Capture) -> None:
    """As the next report tells it: 预计 and 左右."""
    told = text("云岭市", 2032).replace("全市地区生产总值增长6.8%", "预计全市地区生产总值增长6.8%左右")
    rows = [
        {"place": "云岭市", "year": 2031, "doc": text("云岭市", 2031)},
        {"place": "云岭市", "year": 2032, "doc": told},
    ]
    table_of_reports(tmp_path / "t.csv", rows)
    assert run(["batch", str(tmp_path / "t.csv"), "-o", str(tmp_path / "c.duckdb")]) == 0
    found = panel(capfd, tmp_path / "c.duckdb", "--year", "2031", "--indicator", "gdp")
    assert only(found, "result result_bound result_hedge") == [("6.8", "around", "预计")]


@pytest.mark.parametrize(
    ("arguments", "years"),
    [
        (["--year", "2031"], ["2031"]),
        (["--year", "2031,2033", "--indicator", "gdp"], ["2031", "2033"]),
        (["--year", "2032-2033", "--indicator", "地区生产总值"], ["2032", "2033"]),
        (["--measure", "growth"], ["2030", "2031", "2032", "2033"]),
    ],
)
def test_rows_are_asked_for_by_year_indicator_and_measure(
    corpus: Path, arguments: list[str], years: list[str], capfd: Capture
) -> None:
    """Years alone and from one to another, indicators by id and by name; what came before still counts."""
    rows = panel(capfd, corpus, *arguments)
    assert [year for (year,) in only(rows, "year")] == years
    if "--year" not in arguments or "--indicator" in arguments:
        assert {row["indicator_id"] for row in rows} == {"gdp"}
    last = [row for row in rows if row["year"] == "2033" and row["indicator_id"] == "gdp"]
    assert all(row["target_last_year"] == "6.25" for row in last)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["panel", "CORPUS", "--place", "云岭"], "Do you mean 云岭市?"),
        (["diff", "CORPUS", "--place", "云岭"], "Do you mean 云岭市?"),
        (["panel", "CORPUS", "--place", "无此地"], "There are: 云岭市."),
        (["panel", "CORPUS", "--indicator", "gdpp"], "Do you mean gdp"),
        (["panel", "CORPUS", "--year", "soon"], "Years are written"),
        (["panel", "CORPUS", "--year", "2033-2031"], "Years are written"),
        (["panel", "CORPUS", "--year", "1999"], "no such targets.\nIts reports are of 2031, "),
        (["panel", "CORPUS", "--year", "1999"], "no such targets"),
    ],
)
def test_what_is_not_there_is_answered_by_what_is(
    corpus: Path, arguments: list[str], told: str, capfd: Capture
) -> None:
    """With a name that may be meant."""
    assert run([str(corpus) if one == "CORPUS" else one for one in arguments]) == 2
    assert told in capfd.readouterr().err


def test_what_was_printed_counts_before_its_file(tmp_path: Path, capfd: Capture) -> None:
    """As in a corpus: it may have been corrected since. Both are told, by extract as well."""
    folder_of_reports(tmp_path / "reports", ["云岭市"])
    source = min((tmp_path / "reports").iterdir())
    printed, made = tmp_path / "printed.json", tmp_path / "corrected.json"
    assert run(["extract", str(source), "-o", str(printed)]) == 0
    first = simplejson.loads(printed.read_text("utf-8"), use_decimal=True)
    next(t for t in first["targets"] if t["indicator_id"] == "gdp").update(value=77, amount=77)
    made.write_text(simplejson.dumps(first, ensure_ascii=False), "utf-8")
    capfd.readouterr()
    assert run(["panel", str(source), str(made)]) == 0
    out, told = capfd.readouterr()
    assert "77" in [row["target"] for row in csv.DictReader(io.StringIO(out.removeprefix("\ufeff")))]
    assert f"corrected.json is the same report as {source.name}." in told
    assert f"corrected.json counts, not {source.name}." in told
    assert run(["extract", str(source), str(made)]) == 0
    assert f"corrected.json is the same report as {source.name}." in capfd.readouterr().err


def test_files_of_one_name_in_two_folders_are_two_inputs(tmp_path: Path, capfd: Capture) -> None:
    """Twins among them are told with their folders, and what counts before one leaves the other alone."""
    texts = {"a": text("云岭市", 2031), "b": text("松河市", 2031), "d": text("云岭市", 2031)}
    paths = {}
    for folder, words in texts.items():
        paths[folder] = tmp_path / folder / "2031.md"
        paths[folder].parent.mkdir()
        paths[folder].write_text(words, "utf-8")
    printed = tmp_path / "x.json"
    assert run(["extract", str(paths["a"]), "-o", str(printed)]) == 0
    capfd.readouterr()
    assert run(["panel", str(paths["a"]), str(paths["d"])]) == 0
    told = capfd.readouterr().err
    assert f"{paths['d']} is the same report as {paths['a']}." in told
    assert f"{paths['a']} counts, not {paths['d']}." in told
    assert run(["panel", str(paths["a"]), str(paths["b"]), str(printed)]) == 0
    out, told = capfd.readouterr()
    rows = csv.DictReader(io.StringIO(out.removeprefix("\ufeff")))
    assert {row["place"] for row in rows} == {"云岭市", "松河市"}
    assert f"x.json counts, not {paths['a']}." in told


@pytest.fixture
def prints(tmp_path: Path, capfd: Capture) -> Path:
    """Give a folder with a report, two prints of it, and a third out of which a reader struck its first target."""
    folder = tmp_path / "prints"
    folder_of_reports(folder, ["云岭市"])
    for other in sorted(folder.iterdir())[1:]:
        other.unlink()
    (source,) = folder.iterdir()
    for name in ("a.json", "b.json"):
        assert run(["extract", str(source), "-o", str(folder / name)]) == 0
    printed = simplejson.loads((folder / "a.json").read_text("utf-8"), use_decimal=True)
    first = printed["targets"][0]
    made = {"source": {key: printed["source"][key] for key in ("name", "sha256")},
            "corrections": [{"verdict": "wrong", "kind": "target", "quote": first["quote"],
                             "found": {"indicator": first["indicator"]}}]}  # fmt: skip
    (tmp_path / "made.json").write_text(simplejson.dumps(made), "utf-8")
    call = [
        "extract",
        str(source),
        "--corrections",
        str(tmp_path / "made.json"),
        "-o",
        str(folder / "c.json"),
    ]
    assert run(call) == 0
    capfd.readouterr()
    return folder


def test_of_several_prints_the_corrected_one_counts(prints: Path, tmp_path: Path, capfd: Capture) -> None:
    """In a panel of files, of JSON Lines and of a corpus alike, which say so in a column; of three one line is told."""
    found = []
    assert run(["panel", str(prints), "--format", "jsonl"]) == 0
    out, told = capfd.readouterr()
    found.append(out)
    (source,) = prints.glob("*.txt")
    assert told.count(" counts, not ") == 1
    assert f"c.json counts, not {source.name}, a.json, b.json." in told
    lines = tmp_path / "prints.jsonl"
    order = [prints / name for name in ("a.json", "c.json", "b.json")]
    lines.write_bytes(b"\n".join(path.read_bytes().replace(b"\n", b"") for path in order))
    corpus = tmp_path / "prints.duckdb"
    assert run(["batch", str(prints), "-o", str(corpus), "--jobs", "1"]) == 0
    capfd.readouterr()
    for path in (lines, corpus):
        assert run(["panel", str(path), "--format", "jsonl"]) == 0
        found.append(capfd.readouterr().out)
    rows = [[simplejson.loads(line) for line in out.splitlines()] for out in found]
    assert {row["corrected"] for row in rows[0]} == {"yes", None}
    bare = [[{k: v for k, v in row.items() if k != "report"} for row in one] for one in rows]
    assert bare[0] == bare[1] == bare[2]


def test_what_is_left_out_of_a_panel_is_named(corpus: Path, tmp_path: Path, capfd: Capture) -> None:
    """A report that says no place has no row."""
    (tmp_path / "reports" / "2031松河.txt").write_text(
        "一、2031年重点工作\n今年地区生产总值增长6%。\n", "utf-8"
    )
    assert run(["batch", str(tmp_path / "reports"), "-o", str(corpus)]) == 0
    capfd.readouterr()
    assert run(["panel", str(corpus)]) == 0
    assert "Left out for want of a place or a year: reports/2031松河.txt." in capfd.readouterr().err


def test_a_folder_is_compared_as_its_corpus(prints: Path, tmp_path: Path, capfd: Capture) -> None:
    """Each report once, the corrected print of it; of several places neither is compared without --place."""
    (source,) = prints.glob("*.txt")
    (prints / "later.txt").write_text(text("云岭市", 2032, growth="9"), encoding="utf-8")
    own = tmp_path / "own.duckdb"
    assert run(["batch", str(prints), "-o", str(own), "--jobs", "1"]) == 0
    capfd.readouterr()
    found = []
    for path in (prints, own):
        assert run(["diff", str(path), "--format", "json"]) == 0
        found.append(capfd.readouterr().out)
    assert found[0] == found[1]
    assert [one["name"] for one in simplejson.loads(found[0])["reports"]] == [source.name, "later.txt"]
    (prints / "other.txt").write_text(text("松河市", 2032), encoding="utf-8")
    assert run(["batch", str(prints), "-o", str(own), "--jobs", "1"]) == 0
    for path in (prints, own):
        assert run(["diff", str(path)]) == 2
        assert "has reports of 2 places" in capfd.readouterr().err
        assert run(["diff", str(path), "--place", "云岭市"]) == 0

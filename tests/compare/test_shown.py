"""How a comparison is shown: on a terminal, as Markdown, as a page, as CSV, and by the command."""

import csv
import io
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import markdown_it
import pytest
import simplejson
from rich.cells import cell_len
from rich.console import Console

from reportparse import Report
from reportparse.cli import run
from reportparse.compare import compare
from reportparse.model import Bound, Measure, Stage
from reportparse.model.comparison import Comparison
from reportparse.model.json import to_json
from reportparse.show.blocks import WIDTH
from reportparse.show.csv import csv_table
from reportparse.show.diff_markdown import markdown
from reportparse.show.diff_page import page
from reportparse.show.diff_table import table
from reportparse.show.diff_tables import diff_table
from tests.compare.making import commitment, figure, project, report
from tests.conftest import ROOT

SAMPLES = [ROOT / "samples" / f"yanchuan-{year}.md" for year in (2021, 2022, 2023)]
GDP = "地区生产总值"


@pytest.fixture(scope="module")
def years(extracted: Callable[[Path], Report]) -> Comparison:
    """Give the comparison of all samples."""
    return compare([extracted(path) for path in SAMPLES])


@pytest.fixture(scope="module")
def printed(extracted: Callable[[Path], Report], tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Give the samples as JSON files, which the command reads faster."""
    folder = tmp_path_factory.mktemp("json")
    paths = [folder / f"{path.stem}.json" for path in SAMPLES]
    for source, path in zip(SAMPLES, paths, strict=True):
        path.write_text(to_json(extracted(source)), "utf-8")
    return [str(path) for path in paths]


def test_the_table_fits_100_columns(years: Comparison, extracted: Callable[[Path], Report]) -> None:
    """With two reports and with three; Chinese characters are two columns wide."""
    for comparison in (years, compare([extracted(path) for path in SAMPLES[:2]])):
        console = Console(width=1000, no_color=True, file=io.StringIO())
        with console.capture() as capture:
            console.print(table(comparison))
        lines = [line.rstrip() for line in capture.get().splitlines()]
        assert max(cell_len(line) for line in lines) <= WIDTH
        assert any(line.startswith(GDP) for line in lines)


def test_markdown_keeps_every_row(years: Comparison) -> None:
    """A Markdown reader finds the tables, and as many rows as the JSON has."""
    tokens = markdown_it.MarkdownIt().enable("table").parse("".join(markdown(years)))
    rows = sum(token.type == "tr_open" for token in tokens) - sum(
        token.type == "thead_open" for token in tokens
    )
    lists = (years.targets, years.fulfilment, years.projects, years.commitments, years.sections, years.panel)
    assert rows == sum(map(len, lists))


def test_markdown_and_page_take_no_markup_from_reports() -> None:
    """A report's < and | stay what they are."""
    bad = commitment("推进<script>alert(1)</script>|园区建设")
    result = compare([report(2020, commitments=[bad]), report(2021, "<b>市")])
    assert "<script>alert" not in page(result)
    assert "&lt;b&gt;市" in page(result)
    assert "\\<script\\>" in "".join(markdown(result))


class _Links(HTMLParser):
    """Collect what a page would load."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note every reference that is none into the page itself."""
        self.found += [
            value for name, value in attrs if name in ("src", "href", "xlink:href", "data", "action")
            and value and not value.startswith("#")
        ]  # fmt: skip


def test_the_page_stands_by_itself(years: Comparison) -> None:
    """Charts and script are inside, nothing is loaded, and the same comparison gives the same bytes."""
    text = page(years)
    links = _Links()
    links.feed(text)
    assert links.found == []
    assert text.count("<svg") >= 3
    assert "@import" not in text and "url(" not in text
    assert text == page(years)


def test_a_comparison_without_numbers_has_a_page() -> None:
    """No chart is drawn of nothing, nor of one year."""
    words = figure(GDP, None, relation="高于全省")
    text = page(compare([report(2020, targets=[words]), report(2021, targets=[words])]))
    assert "<svg" not in text


def test_the_panel_as_csv() -> None:
    """One row an indicator, two columns a year, amounts in base units."""
    jobs = [figure("城镇新增就业", value, "万人", measure=Measure.change) for value in ("3.2", "3.3")]
    told = figure("城镇新增就业", "34600", "人", measure=Measure.change, period="2020")
    result = compare([report(2020, targets=jobs[:1]), report(2021, targets=jobs[1:], results=[told])])
    header, row = csv.reader(io.StringIO(csv_table(diff_table(result, "panel")).removeprefix("\ufeff")))
    assert header[4:] == [
        *("2020_target", "2020_result", "2021_target", "2021_result"), "program", "schema", "lexicon",
    ]  # fmt: skip
    assert [*row[:1], *row[3:8]] == ["城镇新增就业", "人", "32000.0", "34600", "33000.0", ""]


def test_the_panel_shows_what_answers_the_target() -> None:
    """A review may tell of an indicator twice; its row holds the result that the fulfilment holds."""
    target = figure("一般公共预算收入", "110", "亿元", measure=Measure.level)
    aside, told = (
        figure("一般公共预算收入", value, "亿元", measure=Measure.level, period="2020", id_=id_)
        for id_, value in (("r1", "3"), ("r2", "112"))
    )
    result = compare([report(2020, targets=[target]), report(2021, results=[aside, told])])
    assert [row.result for row in result.fulfilment] == [told]
    assert [row.by_year["2020"].result for row in result.panel] == [told]


@pytest.mark.parametrize("form", ["table", "json", "markdown", "html", "csv"])
def test_each_format_by_the_command(form: str, printed: list[str], tmp_path: Path) -> None:
    """-o writes it whole."""
    out = tmp_path / "out"
    assert run(["diff", *printed, "--format", form, "-o", str(out)]) == 0
    assert GDP in out.read_text("utf-8")


def test_only_leaves_the_other_lists_empty(printed: list[str], tmp_path: Path) -> None:
    """The keys stay."""
    out = tmp_path / "out.json"
    assert run(["diff", *printed[:2], "--format", "json", "--only", "targets,panel", "-o", str(out)]) == 0
    data = simplejson.loads(out.read_text("utf-8"))
    assert data["targets"] and data["panel"] and data["reports"]
    assert data["projects"] == data["commitments"] == data["sections"] == data["fulfilment"] == []


def test_exit_codes(printed: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """0 nothing differs, 1 something does, 2 wrong usage, 3 an input can't be read."""
    out = str(tmp_path / "out")
    assert run(["diff", printed[0], printed[0], "--exit-code", "-o", out]) == 0
    assert run(["diff", *printed[:2], "--exit-code", "-o", out]) == 1
    assert run(["diff", *printed[:2], "-o", out]) == 0
    assert run(["diff", *printed[:2], "--exit-code", "--only", "panel", "-o", out]) == 0
    assert run(["diff", printed[0], "-o", out]) == 2
    assert run(["diff", *printed[:2], "--only", "tables", "-o", out]) == 2
    assert run(["diff", *printed[:2], "--exceeded-by", "-1", "-o", out]) == 2
    assert run(["diff", printed[0], str(tmp_path / "none.pdf"), "-o", out]) == 3
    assert "Traceback" not in capsys.readouterr().err


def six_years() -> Comparison:
    """Give six years of two headline indicators and of one that nobody knows."""
    reports = []
    for year in range(2019, 2025):
        targets = [
            figure("云朵产量", "12345.6", "万吨", measure=Measure.level, id_="t1"),
            figure(GDP, "6.5", bound=Bound.around, id_="t2"),
            figure("城镇新增就业", "13.25", "万人", measure=Measure.change, bound=Bound.at_least, id_="t3"),
        ]
        results = [
            figure(GDP, "6.1", period=str(year - 1), id_="r1"),
            figure("城镇新增就业", "131234", "人", measure=Measure.change, period=str(year - 1), id_="r2"),
            figure("云朵产量", "12345.6", "万吨", measure=Measure.level, period=str(year - 1), id_="r3"),
        ]
        reports.append(report(year, targets=targets, results=results))
    return compare(reports)


@pytest.mark.parametrize("width", [60, 100, 160])
def test_six_years_show_their_results_and_no_dots(width: int) -> None:
    """Years that do not fit stand below the others; no number is cut."""
    console = Console(width=1000, no_color=True, file=io.StringIO())
    with console.capture() as capture:
        console.print(table(six_years(), width))
    lines = [line.rstrip() for line in capture.get().splitlines()]
    panel = lines[next(at for at, line in enumerate(lines) if line.startswith("Panel")) :]
    panel = panel[: next(at for at, line in enumerate(panel) if line.startswith("Targets"))]
    assert max(cell_len(line) for line in lines) <= width
    assert "…" not in "".join(panel)
    assert "".join(panel).count("≈ 6.5 % / 6.1 %") == 5
    assert "".join(panel).count("≥ 13.25 万人 / 131234 人") == 5
    first = next(at for at, line in enumerate(panel) if line.startswith("indicator"))
    assert panel[first + 2].startswith(GDP)


def test_what_became_of_each_row_is_seen_once() -> None:
    """However many blocks the years take, below the last of them; years that no row speaks of have no block."""
    bridge = project("墨池大桥及其东西两岸引道工程", Stage.completed)
    old = figure("云朵产量", "12345.6", "万吨", measure=Measure.level, id_="t1")
    new = figure("彩灯产量", "12345.6", "万盏", measure=Measure.level, id_="t1")
    reports = [report(2019, targets=[old], projects=[bridge]), report(2020, projects=[bridge])]
    reports += [report(year) for year in range(2021, 2024)]
    shown = io.StringIO()
    Console(width=60, no_color=True, file=shown).print(
        table(compare([*reports, report(2024, targets=[new])]), 60)
    )
    targets, projects = (
        [
            line.split()
            for line in shown.getvalue().split(f"\n{title}")[1].split("\n\n")[0].splitlines()
            if line
        ]
        for title in ("Targets  ", "Projects  ")
    )
    assert [line[-1] for line in targets if line[:1] == ["云朵产量"]] == ["万吨", "dropped"]
    assert [line[-1] for line in targets if line[:1] == ["彩灯产量"]] == ["new"]
    courses = [line for line in projects if line[0].startswith("墨池")]
    assert ["unchanged," in line for line in courses] == [False, False, True]
    heads = [line for line in projects if line[0] == "project"]
    assert len(heads) == len(courses) and {"2019", "2020", "course"} <= {
        word for head in heads for word in head
    }


def test_columns_says_how_wide_a_table_is(
    printed: list[str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """As for any program of the terminal."""
    for width in (80, 140):
        monkeypatch.setenv("COLUMNS", str(width))
        assert run(["diff", *printed, "--only", "commitments"]) == 0
        longest = max(map(cell_len, capfd.readouterr().out.splitlines()))
        assert width - 3 <= longest <= width


def _terminal(comparison: Comparison) -> list[str]:
    console = Console(width=1000, no_color=True, file=io.StringIO())
    with console.capture() as capture:
        console.print(table(comparison))
    return [line.rstrip() for line in capture.get().splitlines()]


def test_headline_targets_and_named_projects_stand_first() -> None:
    """The long tail of what is not told of is counted behind them, in all formats."""
    targets = [
        figure(GDP, "6"),
        *(figure(f"彩灯{n}号", "5", "盏", measure=Measure.level) for n in range(1, 9)),
    ]
    bridge, lake = project("墨池大桥", Stage.started), project("砚水水库", Stage.started, id_="j2")
    result = compare(
        [
            report(2020, targets=targets, projects=[bridge, lake]),
            report(
                2021, results=[figure(GDP, "6.1", period="2020")], projects=[bridge], review=("道路畅通。",)
            ),
        ]
    )
    lines = _terminal(result)
    assert lines[1:4] == [
        "Headline targets: 1 exceeded",
        "Further targets: 8 not told of",
        "Projects named first and last: 1 unchanged · only last 0 · only first 1",
    ]
    assert all(line in page(result) and line in "".join(markdown(result)) for line in lines[1:4])


def test_what_is_set_twice_counts_once() -> None:
    """A target that another passage sets again is judged as the first is, and told of once in the summary."""
    first = figure(GDP, "6", id_="t1")
    again = figure(GDP, "6", id_="t2").model_copy(update={"repeats": "t1"})
    told = [figure(GDP, "6.1", period="2020")]
    lines = _terminal(compare([report(2020, targets=[first, again]), report(2021, results=told)]))
    assert lines[1] == "Headline targets: 1 exceeded"


def test_what_is_doubtful_is_marked() -> None:
    """Names that are paired because nothing competes, and what no report tells of."""
    old = [project("伊士丹文旅小镇", Stage.planned), project("砚水水库", Stage.planned, id_="j2")]
    result = compare(
        [report(2020, projects=old), report(2021, projects=[project("伊仕丹文旅小镇", Stage.started)])]
    )
    lines = _terminal(result)
    assert any(line.startswith("伊仕丹文旅小镇") and line.endswith("?") for line in lines)
    assert any(line.startswith("砚水水库") and line.endswith("unchanged, not told of") for line in lines)

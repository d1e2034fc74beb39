"""The page of a report holds its whole text and all its facts, and nothing that the report could run."""

from collections.abc import Callable
from pathlib import Path

import pytest
import regex
import simplejson
from lxml import html

from reportparse import Report, diff, extract
from reportparse.cli import run
from reportparse.language import Language, words_of
from reportparse.show.highlights import facts_of, marked
from reportparse.show.pages import asset
from reportparse.show.report_charts import _piece, headline_targets
from reportparse.show.report_page import report_page
from tests.conftest import ROOT, SAMPLES

SAMPLE = ROOT / "samples" / "yanchuan-2022.md"
HOSTILE = (
    "二、2031年重点工作\n<script>alert('墨')</script>\"&今年地区生产总值增长5.5%左右</script><!--，新建云岭大桥。\n"
    + "推进云岭园区建设，'\">\u2028" * 300
    + "。\n"
)


def parsed(text: str) -> html.HtmlElement:
    """Parse a page."""
    tree = html.fromstring(text)
    assert isinstance(tree, html.HtmlElement)
    return tree


def elements(tree: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    """Give the elements at an XPath."""
    found = tree.xpath(path)
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, html.HtmlElement)]


def test_runs_of_a_paragraph_are_its_text(sample: Path, extracted: Callable[[Path], Report]) -> None:
    """Joined they give the text, and every fact is exactly the runs that carry its id."""
    report = extracted(sample)
    quotes: dict[str, str] = {}
    for paragraph, shown in zip(report.paragraphs, marked(report), strict=True):
        assert "".join(run.text for run in shown.runs) == paragraph.text
        for part in shown.runs:
            for name in part.ids:
                quotes[name] = quotes.get(name, "") + part.text
    assert quotes == {fact.id: fact.quote for _, fact in facts_of(report)}


def test_headlines_are_the_places_own(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A county's target is none of the city's, in the charts of a report, of a comparison and in the panel."""
    reports = []
    for year in (2031, 2032):
        text = (
            f"云岭市政府工作报告\n——{year}年1月12日在云岭市第九届人民代表大会第三次会议上\n一、{year - 1}年工作回顾\n"
            f"过去一年，全市地区生产总值达到150{year % 10}亿元、增长6.1%。\n二、{year}年重点工作\n"
            "今年主要预期目标是：地区生产总值增长6%左右。\n"
            f"支持砚川县做强纺织服装，地区生产总值达到33{year % 10}亿元。\n"
        )
        path = tmp_path / f"{year}.txt"
        path.write_text(text, encoding="utf-8")
        reports.append(extract(path))
    assert [str(target.value) for target in reports[0].targets] == ["6", "331"]
    assert [target.id for target in headline_targets(reports[0])] == ["t1"]
    assert [row.measure for row in diff(*reports).panel] == ["growth"]
    assert run(["panel", *(str(tmp_path / f"{year}.txt") for year in (2031, 2032)), "--format", "jsonl"]) == 0
    rows = [simplejson.loads(line) for line in capfd.readouterr().out.splitlines()]
    aims = {row["target"] for row in rows if row["indicator_id"] == "gdp" and row["measure"] == "level"}
    assert aims == {None}


def test_the_page_holds_text_outline_facts_and_charts(extracted: Callable[[Path], Report]) -> None:
    """Each paragraph to the letter, each section in the outline, each fact in the data with its decimals."""
    report = extracted(SAMPLE)
    tree = parsed(report_page(report))
    for paragraph in report.paragraphs:
        assert tree.get_element_by_id(paragraph.id).text_content() == paragraph.text
    links = [link.get("href") for link in elements(tree, "//nav[@class='outline']/a")]
    assert links == [f"#{section.id}" for section in report.sections]
    data = simplejson.loads(tree.get_element_by_id("data").text_content(), use_decimal=True)
    assert [fact["id"] for fact in data["facts"]] == [fact.id for _, fact in facts_of(report)]
    values = {fact["id"]: fact.get("value") for fact in data["facts"]}
    assert all(values[target.id] == target.value for target in report.targets)
    assert len(elements(tree, "//figure//*[local-name()='svg']")) == 3
    tables = [table.text_content() for table in elements(tree, "//figure//table")]
    assert "地区生产总值" in tables[0]


def test_the_page_is_the_same_at_every_run(extracted: Callable[[Path], Report]) -> None:
    """No clock, no chance, no address but that of SVG's own names."""
    report = extracted(SAMPLE)
    text = report_page(report)
    assert text == report_page(report)
    assert set(regex.findall(r"https?://[^\"' <)]+", text)) <= {
        "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
    }  # fmt: skip


def test_a_hostile_report_stays_text() -> None:
    """Its mark-up is escaped in the text and in the data, and the policy lets no other script run."""
    report = extract(HOSTILE.encode(), name="<img src=x onerror=alert(1)>.txt")
    text = report_page(report)
    tree = parsed(text)
    assert len(elements(tree, "//script")) == 2
    assert not elements(tree, "//img")
    assert tree.get_element_by_id(report.paragraphs[1].id).text_content() == report.paragraphs[1].text
    assert "\u2028" not in text[text.index('id="data"') :]
    policy = elements(tree, "//meta[@http-equiv]")[0].get("content")
    assert "default-src 'none'" in policy
    assert regex.search(r"script-src 'sha256-[^']+';", policy)


def test_view_writes_a_page(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """To a file or to standard output; of JSON as of the report; of several reports their places."""
    out = tmp_path / "page.html"
    assert run(["view", str(SAMPLE), "-o", str(out)]) == 0
    assert out.read_text("utf-8").startswith("<!doctype html>")
    printed = tmp_path / "one.json"
    assert run(["extract", str(SAMPLE), "-o", str(printed)]) == 0
    assert run(["view", str(printed)]) == 0
    assert capfd.readouterr().out == out.read_text("utf-8")
    two = [str(path) for path in SAMPLES if path.suffix == ".md"][:2]
    lines = tmp_path / "two.jsonl"
    assert run(["extract", *two, "-o", str(lines)]) == 0
    assert run(["view", str(lines), "-o", str(tmp_path / "two.html")]) == 0
    assert elements(parsed((tmp_path / "two.html").read_text("utf-8")), "//section[@id='gdp']")


def test_a_report_without_facts_has_a_page() -> None:
    """With its text, and no charts."""
    report = extract("二、2031年重点工作\n各位代表，让我们继续努力。\n".encode(), name="small.txt")
    tree = parsed(report_page(report))
    assert not elements(tree, "//svg")
    assert "继续努力" in tree.text_content()


def test_a_chinese_locale_gives_a_chinese_page(extracted: Callable[[Path], Report], tmp_path: Path,
                                        monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    """Codes, fields and warnings as on the terminal."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert run(["view", str(SAMPLE), "-o", str(tmp_path / "page.html")]) == 0
    page = (tmp_path / "page.html").read_text("utf-8")
    assert page == report_page(extracted(SAMPLE), words_of(Language.zh))
    text = " ".join(str(one.text_content()) for one in elements(parsed(page), "//details//table | //aside"))
    words = words_of(Language.zh)
    assert words.codes("Strength")["hard"] in text and words.codes("Strength")["soft"] in text
    assert not regex.findall(r"\b(growth|hard|soft|planned|completed|Targets|Save)\b", text)


@pytest.mark.parametrize(("count", "longest", "printed"), [(23, 700, False), (487, 700, True), (1, 22, True)])
def test_a_number_stands_in_a_bar_that_has_room(count: int, longest: int, printed: bool) -> None:
    """Two in one place can't be read; none has no piece."""
    piece = _piece(count, longest)
    assert piece and ("formatter" not in piece) is printed
    assert _piece(0, longest) is None


def test_a_report_without_a_title_is_headed_by_its_place_and_year() -> None:
    """The name of its file stands below, once; it is the heading only where the text tells neither."""
    text = "二、2031年重点工作\n今年云岭市地区生产总值增长5.5%左右。\n"
    for place, heading in (("云岭市", "云岭市 2031"), (None, "2031.txt")):
        shown = parsed(report_page(extract(text.encode(), name="2031.txt", place=place)))
        assert [one.text for one in elements(shown, "//h1")] == [heading]
        assert len(elements(shown, "//header/*[normalize-space()='2031.txt']")) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_values_can_be_read_on_their_bars(theme: str) -> None:
    """In both themes: 4.5 to 1, as WCAG 2.1 asks of small text, on colours of which paper shines through a tenth."""
    light, dark = asset("look.css").split("@media screen", 1)
    colors = dict(regex.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", light if theme == "light" else dark))
    written = [
        name for name in colors if f"on-{name}" in colors and name != "ink"
    ]  # on-ink is of chosen words
    assert {"hard", "soft", "plain", "c0", "stage-0", "stage-5"} <= set(written)
    for name in written:
        bar = [0.9 * a + 0.1 * b for a, b in zip(rgb(colors[name]), rgb(colors["paper"]), strict=True)]
        bright, dim = sorted((luminance(bar), luminance(rgb(colors[f"on-{name}"]))), reverse=True)
        assert (bright + 0.05) / (dim + 0.05) >= 4.5, name


def rgb(color: str) -> list[float]:
    """Read #fff and #ffffff."""
    digits = color[1:] if len(color) == 7 else "".join(2 * digit for digit in color[1:])
    return [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]


def luminance(color: list[float]) -> float:
    """Give how bright a colour is to the eye (WCAG 2.1)."""
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

"""The page of `view` in a real browser: found, shown, and harmless."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
import simplejson
from playwright.sync_api import Browser, Locator

from reportparse import Report, extract
from reportparse.cli import run
from reportparse.language import Language, words_of
from reportparse.show.report_page import report_page
from tests.browsing import DESK, PHONE, Seen, browser, needs_chromium
from tests.conftest import ROOT
from tests.test_view import HOSTILE

pytestmark = needs_chromium
SAMPLE = ROOT / "samples" / "yanchuan-2022.md"


@pytest.fixture(scope="module")
def started() -> Iterator[Browser]:
    """Give one browser to all tests of this file."""
    with browser() as one:
        yield one


@pytest.fixture(scope="module")
def shown(extracted: Callable[[Path], Report], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the page of a sample."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(report_page(extracted(SAMPLE)), "utf-8")
    return path


def in_window(element: Locator, size: tuple[int, int]) -> bool:
    """Tell whether an element stands in the window, in its upper part."""
    box = element.bounding_box()
    return box is not None and 0 <= box["y"] < 0.8 * size[1] and 0 <= box["x"] < size[0]


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_a_fact_is_found_and_its_words_are_in_view(
    started: Browser, shown: Path, size: tuple[int, int], extracted: Callable[[Path], Report]
) -> None:
    """The list is filtered, a click brings the fact's own words into view and shows all of its fields."""
    seen = Seen(started, shown, size)
    if size is PHONE:
        seen.page.click("[data-opens=facts]")
    rows = seen.page.locator("#list button")
    everything = rows.count()
    seen.page.fill("#search", "粮食 87")
    seen.page.select_option("#field", "tone")
    seen.page.select_option("#value", "hard")
    assert 0 < rows.count() < everything
    seen.page.uncheck("#kinds input[value=commitment]")
    rows.first.click()
    words = "".join(seen.page.locator(".prose .on").all_text_contents())
    fact = next(
        t for t in extracted(SAMPLE).targets if t.indicator_id == "grain_output" and t.period == "2022"
    )
    assert words == fact.quote
    assert in_window(seen.page.locator(".prose .on").first, size)
    card = seen.page.locator("#card").inner_text()
    assert all(part in card for part in (fact.id, fact.rule, "87", fact.unit, "at least", *fact.inferred))
    assert seen.fits()
    assert (seen.faults, seen.elsewhere()) == ([], [])


def test_a_chinese_card_is_chinese(
    started: Browser, tmp_path: Path, extracted: Callable[[Path], Report]
) -> None:
    """In every field of every fact, and in what a filter offers, but for ids and the names of rules."""
    path = tmp_path / "page.html"
    path.write_text(report_page(extracted(SAMPLE), words_of(Language.zh)), "utf-8")
    seen = Seen(started, path)
    english = seen.page.evaluate(_ENGLISH)
    assert english == []
    offered = seen.page.evaluate(
        "() => { $('field').value = 'inferred'; fieldValues(); return $('value').textContent; }"
    )
    assert "时期" in offered
    assert "period" not in offered


def test_a_click_in_the_text_opens_the_fact(started: Browser, shown: Path) -> None:
    """The shortest fact there, with the others on these words at hand; keys go on to the next."""
    seen = Seen(started, shown)
    seen.page.locator(".prose .target.commitment").first.dispatch_event("click")  # it may be on two lines
    first = seen.page.locator("#card strong").inner_text()
    assert " t" in f" {first}"
    assert seen.page.locator("#card button", has_text="c").count() > 0
    seen.page.keyboard.press("j")
    assert seen.page.locator("#card strong").inner_text() != first


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, (1000, 800), PHONE])
def test_nothing_is_cut(started: Browser, shown: Path, size: tuple[int, int], theme: str) -> None:
    """The page is as wide as its window at every size, its tables opened as well."""
    seen = Seen(started, shown, size, theme)
    for summary in seen.page.locator(".chart summary").all():
        summary.click()
    assert seen.fits()
    painted = "e => getComputedStyle(e).backgroundColor.match(/[0-9]+/g).slice(0, 3).map(Number)"
    sum_of_colours = sum(seen.page.locator("body").evaluate(painted))
    assert (sum_of_colours > 600) is (theme == "light")


def test_a_report_of_thirty_thousand_characters_opens_in_a_second_and_scrolls_without_a_stutter(
    started: Browser, tmp_path: Path
) -> None:
    """With some 2,800 facts. What the page's own thread worked is counted: others work on the machine that tests."""
    text = SAMPLE.read_text("utf-8") + SAMPLE.with_name("yanchuan-2023.md").read_text("utf-8")
    path = tmp_path / "long.html"
    path.write_text(report_page(extract(text[:30_000].encode(), name="long.md")), "utf-8")
    seen = Seen(started, path)
    session = seen.page.context.new_cdp_session(seen.page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def worked() -> float:
        told = session.send("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in told if one["name"] == "TaskDuration"))

    seen.page.reload()
    seen.page.wait_for_timeout(300)
    opened = worked()
    frames = seen.page.evaluate(_SCROLL)
    assert opened < 1
    assert (worked() - opened) / frames < 1 / 60


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_paper_has_the_text_and_then_the_facts_of_the_list(
    started: Browser, shown: Path, theme: str, extracted: Callable[[Path], Report]
) -> None:
    """Dark on white in both themes, without what can only be pressed; the list is as the reader filtered it."""
    seen = Seen(started, shown, DESK, theme)
    seen.page.fill("#search", "粮食")
    listed = seen.page.locator("#list button").count()
    pages = pypdfium2.PdfDocument(seen.page.pdf(format="A4", print_background=True))
    told = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pages)
    text, _, facts = told.rpartition(f"Facts{listed}of")
    assert all("".join(paragraph.text.split()) in text for paragraph in extracted(SAMPLE).paragraphs[:20])
    assert facts.count("粮食") >= listed
    assert not any(words in told for words in ("SaveCorrections", "Anyfield", "Thetablebehindit"))
    corner = pages[0].render().to_pil().convert("L").getpixel((40, 40))
    assert corner == 255


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_a_hostile_report_does_no_harm(started: Browser, tmp_path: Path, size: tuple[int, int]) -> None:
    """No script of its own runs, no fault, no request; a paragraph of thousands of characters fits."""
    report = extract(HOSTILE.encode(), name="<img src=x onerror=alert(1)>.txt")
    path = tmp_path / "hostile.html"
    path.write_text(report_page(report), "utf-8")
    seen = Seen(started, path, size)
    if size is PHONE:
        seen.page.click("[data-opens=facts]")
    seen.page.locator("#list button").first.click()
    assert seen.page.locator(".prose .on").count() > 0
    assert "<script>alert" in seen.page.locator(".prose").inner_text()
    assert seen.fits()
    assert (seen.faults, seen.elsewhere()) == ([], [])


def _paged(text: str, folder: Path) -> tuple[Path, Path, Report]:
    """Write a small report and its page into a folder; give both files and what was read."""
    source, path = folder / "small.txt", folder / "page.html"
    source.write_text(text, "utf-8")
    report = extract(source)
    path.write_text(report_page(report), "utf-8")
    return source, path, report


def test_what_is_marked_is_saved_and_changes_score_and_extraction(
    started: Browser, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """One marked wrong, one right, one edited, one added by selecting words: the file does what it says."""
    text = "二、2031年重点工作\n今年地区生产总值增长5.5%左右，新建云岭大桥，让办事少跑一半路。\n"
    source, path, report = _paged(text, tmp_path)
    saved = tmp_path / "saved.json"
    seen = Seen(started, path)
    facts = {t.quote: t.id for t in report.targets} | {p.quote: p.id for p in report.projects}
    _open(seen, facts["新建云岭大桥"])
    seen.page.keyboard.press("w")
    _open(seen, facts["地区生产总值增长5.5%左右"])
    seen.page.click("#do-edit")
    seen.page.fill("input[name=value]", "6")
    seen.page.click("#keep")
    seen.page.evaluate(_SELECT, "少跑一半路")
    seen.page.click("#add")
    seen.page.fill("input[name=indicator]", "跑路")
    seen.page.fill("input[name=value]", "50")
    seen.page.click("#keep")
    with seen.page.expect_download() as download:
        seen.page.click("#save")
    download.value.save_as(saved)
    assert download.value.suggested_filename == "small.corrections.json"
    assert (seen.faults, seen.elsewhere()) == ([], [])

    new = extract(source, corrections=saved)
    assert not [p for p in new.projects if p.name == "云岭大桥"]
    assert [(t.indicator, str(t.value)) for t in new.targets] == [("地区生产总值", "6"), ("跑路", "50")]
    assert new.targets[1].quote == "少跑一半路"
    printed = tmp_path / "new.json"
    assert run(["extract", str(source), "--corrections", str(saved), "-o", str(printed)]) == 0
    found = [_strict(saved, file, capfd) for file in (source, printed)]
    assert found[0]["targets"] < 1
    assert found[1]["targets"] == 1


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_a_fact_is_put_on_the_words_that_are_selected(
    started: Browser, tmp_path: Path, size: tuple[int, int]
) -> None:
    """The one on the old words goes, one with its fields stands on the new ones; so again, and it moves on."""
    text = "二、2031年重点工作\n今年地区生产总值增长5.5%左右，新建云岭大桥和两岸引道。\n"
    source, path, report = _paged(text, tmp_path)
    saved = tmp_path / "saved.json"
    seen = Seen(started, path, size)
    seen.page.evaluate("id => open(id)", report.projects[0].id)
    for words in ("新建云岭大桥和两岸引道", "云岭大桥和两岸引道"):
        seen.page.evaluate(_SELECT, words)
        seen.page.click("#move")
        assert seen.page.locator("#card blockquote").inner_text() == words
        seen.page.fill("input[name=name]", "云岭大桥和两岸引道")
        seen.page.click("#keep")
    assert (seen.faults, seen.fits()) == ([], True)
    with seen.page.expect_download() as download:
        seen.page.keyboard.press("s")
    download.value.save_as(saved)
    corrected = extract(source, corrections=saved).projects
    assert [(p.name, p.quote, p.stage) for p in corrected] == [
        ("云岭大桥和两岸引道", "云岭大桥和两岸引道", report.projects[0].stage)
    ]


def test_a_number_that_is_none_is_refused_with_a_reason(started: Browser, shown: Path) -> None:
    """Which goes when it is mended; the heading of the card and the list say what was corrected."""
    seen = Seen(started, shown)
    seen.page.fill("#search", "t1")
    assert seen.page.locator("#list button").count() == 1
    seen.page.locator("#list button").click()
    seen.page.click("#do-edit")
    seen.page.fill("input[name=value]", "abc")
    seen.page.click("#keep")
    assert "Not a number" in seen.page.locator("#fault").inner_text()
    seen.page.fill("input[name=value]", "6.5")
    seen.page.fill("input[name=period]", "2022年")
    seen.page.click("#keep")
    assert "Not a year" in seen.page.locator("#fault").inner_text()
    seen.page.fill("input[name=period]", "2022")
    seen.page.fill("input[name=indicator]", "生产总值")
    seen.page.click("#keep")
    assert seen.page.locator("#fault").count() == 0
    assert seen.page.locator("#card strong").inner_text().strip() == "t1 · 生产总值"
    assert seen.page.locator("#list .n").inner_text() == "生产总值"
    assert seen.page.locator("#list .v").inner_text() == "6.5–8 %"
    following = seen.page.locator("#card dt[title=amount] + dd, #card dt[title=indicator_id] + dd")
    assert set(following.all_inner_texts()) == {"worked out anew by extract"}
    seen.page.click("#do-clear")
    assert set(following.all_inner_texts()) == {"7.5", "gdp"}
    assert seen.page.locator("#list .n").inner_text() != "生产总值"
    assert seen.faults == []


def test_an_id_finds_its_fact_alone(started: Browser, shown: Path) -> None:
    """Several ids find theirs; anything else is looked for in words, names and parts of ids."""
    seen = Seen(started, shown)
    for wanted, count in {"r1": 1, "r1 t2": 2, "T3": 1}.items():
        seen.page.fill("#search", wanted)
        assert seen.page.locator("#list button").count() == count, wanted
    seen.page.fill("#search", "r1 增长")
    assert seen.page.locator("#list button").count() != 1


def test_marks_are_taken_up_again(started: Browser, shown: Path, tmp_path: Path) -> None:
    """From the saved file, in a page that was opened anew."""
    seen = Seen(started, shown)
    seen.page.locator("#list button").nth(2).click()
    seen.page.keyboard.press("w")
    with seen.page.expect_download() as download:
        seen.page.keyboard.press("s")
    download.value.save_as(tmp_path / "saved.json")
    again = Seen(started, shown)
    assert again.page.locator(".list .is-wrong").count() == 0
    again.page.set_input_files("#file", tmp_path / "saved.json")
    again.page.wait_for_selector(".list .is-wrong")
    assert again.page.locator(".list .is-wrong").count() == 1


def _open(seen: Seen, name: str) -> None:
    seen.page.fill("#search", f"{name} ")
    seen.page.locator("#list button").first.click()
    assert seen.page.locator("#card strong").inner_text().strip().startswith(name)
    seen.page.keyboard.press("Escape")


def _strict(gold: Path, report: Path, capfd: pytest.CaptureFixture[str]) -> dict[str, float]:
    capfd.readouterr()
    assert run(["score", str(gold), str(report), "--format", "json"]) == 0
    kinds = simplejson.loads(capfd.readouterr().out)["kinds"]
    return {one["kind"]: float(one["strict"]["f1"]) for one in kinds}


_SELECT = """(words) => {
  const walk = document.createTreeWalker(document.querySelector(".prose"), NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const at = node.data.indexOf(words);
    if (at >= 0) { getSelection().setBaseAndExtent(node, at, node, at + words.length); return; }
  }
}"""

_ENGLISH = """() => {
  const kept = ["rule", "indicator_id", "repeats", "same_as", "figures", "targets", "projects",
    "indicator", "name", "object"];
  const found = new Set();
  for (const { id } of facts) {
    open(id);
    for (const name of document.querySelectorAll("#card dt")) {
      const told = kept.includes(name.title) ? "" : name.nextElementSibling.textContent;
      if (/[a-z]{3}/.test(name.textContent + told)) found.add(`${name.title} ${told}`);
    }
  }
  return [...found];
}"""
"""Opens every fact, and gives what stands in its fields in English. Words of the report itself may be."""

_SCROLL = """async () => {
  const [height, frames] = [document.documentElement.scrollHeight, 300];
  for (let frame = 0; frame <= frames; frame += 1) {
    scrollTo(0, height * frame / frames);
    await new Promise(requestAnimationFrame);
  }
  return frames;
}"""
"""Scrolls from the first word to the last, about a hundred pixels a frame."""

"""The page of `diff --format html` in a real browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from reportparse import Report
from reportparse.compare import compare
from reportparse.show.diff_page import page
from tests.browsing import DESK, PHONE, Seen, browser, needs_chromium
from tests.conftest import ROOT

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def started() -> Iterator[Browser]:
    """Give one browser to all tests of this file."""
    with browser() as one:
        yield one


@pytest.fixture(scope="module")
def shown(extracted: Callable[[Path], Report], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the page of the samples."""
    samples = [ROOT / "samples" / f"yanchuan-{year}.md" for year in (2021, 2022, 2023)]
    path = tmp_path_factory.mktemp("page") / "diff.html"
    path.write_text(page(compare([extracted(sample) for sample in samples])), "utf-8")
    return path


def test_charts_are_drawn_and_the_filter_works(started: Browser, shown: Path) -> None:
    """Every chart has its size and its points, nothing is asked of the network, the filter leaves few rows."""
    seen = Seen(started, shown)
    boxes = [chart.bounding_box() for chart in seen.page.locator("figure svg").all()]
    assert len(boxes) >= 3
    assert all(box and box["width"] > 200 and box["height"] > 100 for box in boxes)
    assert seen.page.locator("figure svg circle").count() > len(boxes)
    rows = seen.page.locator("tbody tr")
    seen.page.fill(".find", "地区生产总值")
    left = rows.locator("visible=true").count()
    assert 0 < left < rows.count()
    assert seen.fits()
    assert (seen.faults, seen.elsewhere()) == ([], [])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_telephone_shows_every_cell(started: Browser, shown: Path, theme: str) -> None:
    """At 400 px nothing is cut: what became of a target stands in the window, with the name of its column."""
    seen = Seen(started, shown, PHONE, theme)
    assert seen.fits()
    cell = seen.page.locator("tr.raised td:last-child").first
    cell.scroll_into_view_if_needed()
    box = cell.bounding_box()
    assert box is not None
    assert 0 <= box["x"] <= box["x"] + box["width"] <= PHONE[0]
    scrolling = "[...document.querySelectorAll('.scroll')].filter(f => f.scrollWidth > f.clientWidth).length"
    assert seen.page.evaluate(scrolling) == 0


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_the_quotes_behind_a_row_are_there_for_a_finger_and_the_keyboard(
    started: Browser, shown: Path, size: tuple[int, int]
) -> None:
    """A tap on the row opens them below it, whole and in the window, and another one closes them; so does a key."""
    seen = Seen(started, shown, size)
    row = seen.page.locator("tr.raised").first
    row.locator("td").last.click()
    quotes = seen.page.locator("tr.quotes")
    assert quotes.inner_text() == row.get_attribute("title")
    box = quotes.locator("td").bounding_box()
    assert box is not None
    assert 0 <= box["x"] <= box["x"] + box["width"] <= size[0]
    assert seen.fits()
    row.locator("td").last.click()
    assert quotes.count() == 0
    row.locator(".more").press("Enter")
    assert quotes.count() == 1
    seen.page.fill(".find", "地区生产总值")
    assert quotes.count() == 0
    assert seen.faults == []


def test_a_screenshot_is_taken(started: Browser, shown: Path) -> None:
    """The page paints: a screenshot of it is no empty sheet."""
    assert len(Seen(started, shown).page.screenshot()) > 40_000

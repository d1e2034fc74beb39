"""The page of `diff --format html` in a real browser: Debian's chromium without a window.

`make browser` installs chromium and runs these; where it is absent they are skipped.
"""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from reportparse import Report
from reportparse.compare import compare
from reportparse.show.diff_page import page
from tests.conftest import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium: make browser installs it")

PROBE = """<script>
addEventListener("load", () => {
  const boxes = [...document.querySelectorAll("figure svg")].map(svg => svg.getBoundingClientRect());
  const drawn = document.querySelectorAll("figure svg circle").length;
  const find = document.querySelector(".find");
  find.value = "地区生产总值";
  find.dispatchEvent(new Event("input"));
  const rows = [...document.querySelectorAll("tbody tr")];
  document.title = ["probe", boxes.length, boxes.filter(box => box.width > 200 && box.height > 100).length, drawn,
    rows.length, rows.filter(row => !row.hidden).length, document.documentElement.scrollWidth <= innerWidth].join(" ");
});
</script></body>"""


@pytest.fixture(scope="module")
def shown(extracted: Callable[[Path], Report], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the page of the samples, with a probe that writes what it measures into the title."""
    samples = [ROOT / "samples" / f"yanchuan-{year}.md" for year in (2021, 2022, 2023)]
    path = tmp_path_factory.mktemp("page") / "diff.html"
    path.write_text(
        page(compare([extracted(sample) for sample in samples])).replace("</body>", PROBE), "utf-8"
    )
    return path


def _browse(page_: Path, *options: str) -> str:
    assert CHROMIUM is not None
    command = [
        CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        f"--user-data-dir={page_.parent / 'profile'}", "--window-size=1280,1600", *options, page_.as_uri(),
    ]  # fmt: skip
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


def test_charts_are_drawn_and_the_filter_works(shown: Path) -> None:
    """Every chart has its size and its points, the page is no wider than the window, the filter leaves few rows."""
    title = re.search(
        r"<title>probe (.*?)</title>", _browse(shown, "--dump-dom", "--virtual-time-budget=5000")
    )
    assert title is not None
    charts, sized, points, rows, left, fits = title[1].split()
    assert int(charts) == int(sized) >= 3
    assert int(points) > int(charts)
    assert 0 < int(left) < int(rows)
    assert fits == "true"


def test_a_screenshot_is_taken(shown: Path) -> None:
    """The page paints: a screenshot of it is no empty sheet."""
    picture = shown.with_suffix(".png")
    _browse(shown, "--hide-scrollbars", f"--screenshot={picture}")
    assert picture.stat().st_size > 40_000

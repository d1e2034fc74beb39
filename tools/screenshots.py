"""Take the pictures of the READMEs from a sample: python -m tools.screenshots FOLDER. Needs Debian's chromium."""

import sys
import tempfile
from pathlib import Path

from reportparse import diff, extract
from reportparse.language import Language, words_of
from reportparse.show.diff_page import page as diff_page
from reportparse.show.report_page import report_page
from tests.browsing import CHROMIUM, PHONE, Seen, browser

ROOT = Path(__file__).parent.parent
DESK = (1280, 860)
SHOWN = "环湖快速路"


def main(folder: Path) -> int:
    """Take them in both languages, light and dark, wide and narrow."""
    if CHROMIUM is None:
        print("There is no chromium: make browser installs it.", file=sys.stderr)
        return 1
    reports = [extract(ROOT / "samples" / f"yanchuan-{year}.pdf") for year in (2021, 2022)]
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as aside, browser() as started:
        for language, name in ((Language.en, "{}.png"), (Language.zh, "{}-zh.png")):
            words = words_of(language)
            view, years = Path(aside) / "view.html", Path(aside) / "years.html"
            view.write_text(report_page(reports[1], words), "utf-8")
            years.write_text(diff_page(diff(*reports), words), "utf-8")
            seen = Seen(started, view, DESK)
            _choose(seen)
            _take(seen, folder / name.format("view-light"))
            _take(Seen(started, view, DESK, "dark"), folder / name.format("view-dark"))
            seen = Seen(started, view, PHONE)
            seen.page.click("[data-opens=facts]")
            _choose(seen)
            _take(seen, folder / name.format("view-phone"))
            _take(Seen(started, years, PHONE, "dark"), folder / name.format("diff-phone"))
    return 0


def _choose(seen: Seen) -> None:
    seen.page.fill("#search", SHOWN)
    seen.page.locator("#list button").first.click()


def _take(seen: Seen, path: Path) -> None:
    seen.page.wait_for_timeout(300)
    seen.page.screenshot(path=path)
    print(path)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

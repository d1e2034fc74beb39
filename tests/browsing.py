"""Look at pages as a person does: Debian's chromium without a window, driven by Playwright.

`make browser` installs chromium and runs the tests that need it; where it is absent they are skipped.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no chromium: make browser installs it")

PHONE = (400, 850)
DESK = (1360, 900)


@contextmanager
def browser() -> Iterator[Browser]:
    """Start the browser, and end it with the block."""
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield started
        finally:
            started.close()


class Seen:
    """Be an open page with what went on in it: faults of its script, and what it asked the network for."""

    def __init__(
        self, started: Browser, path: Path, size: tuple[int, int] = DESK, theme: str = "light"
    ) -> None:
        context = started.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if theme == "dark" else "light",
            accept_downloads=True,
        )
        self.page: Page = context.new_page()
        self.faults: list[str] = []
        self.asked: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda told: self.faults.append(told.text) if told.type == "error" else None)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("dialog", lambda dialog: self.faults.append(dialog.message))
        self.address = path.resolve().as_uri()
        self.page.goto(self.address)

    def fits(self) -> bool:
        """Tell whether the page is no wider than its window, nor anything in it but what scrolls in a frame."""
        return bool(self.page.evaluate(_FITS))

    def elsewhere(self) -> list[str]:
        """Give the addresses that were asked for, but for the page itself and what it made itself."""
        return [url for url in self.asked if url != self.address and not url.startswith("blob:")]


_FITS = """() => {
  const framed = (element) => element.closest(".scroll, svg, .list, select");
  const wide = [...document.body.querySelectorAll("*")].filter((element) => !framed(element)
    && element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1);
  return document.documentElement.scrollWidth <= innerWidth && wide.length === 0;
}"""

"""Take the screenshots: ``python -m tests.browser.screenshots [OUTDIR]`` (default ``docs``).

``read.png`` is the one in the README; the others show the dark theme, a phone, an error and
the How it works page.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.conftest import CHROMIUM_ARGS, ROOT, TOUR_SEEN, _chromium, served

LIMIT = 60_000
"""Milliseconds to wait for a state."""

DESKTOP = (1440, 900)
PHONE = (390, 844)
SAMPLE = "/?sample=fishing-dispute-loaded&s=1"


@dataclass(frozen=True)
class Shot:
    """A screenshot: its file's ``name``, the page's ``address``, scheme, size in CSS pixels."""

    name: str
    address: str = SAMPLE
    scheme: str = "light"
    size: tuple[int, int] = DESKTOP
    prepare: Callable[[Page], None] | None = None


def _bad_paste(page: Page) -> None:
    page.get_by_role("tab", name="Paste a text").click()
    page.get_by_label("Paste an article in English").fill("12 345 67")
    page.get_by_role("button", name="Analyse").click()
    expect(page.get_by_role("alert")).to_be_visible(timeout=LIMIT)


def _how_it_works(page: Page) -> None:
    page.get_by_role("link", name="How it works").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How it works", timeout=LIMIT)
    expect(page.locator(".js-plotly-plot")).to_have_count(4, timeout=LIMIT)


SHOTS = (
    Shot("read"),
    Shot("read-dark", scheme="dark"),
    Shot("read-phone", address="/?sample=fishing-dispute-loaded", size=PHONE),
    Shot("read-phone-dark", address="/?sample=fishing-dispute-loaded", scheme="dark", size=PHONE),
    Shot("read-error", prepare=_bad_paste),
    Shot("how-it-works", prepare=_how_it_works),
)


def take(browser: Browser, url: str, shot: Shot, folder: Path) -> Path:
    """Take one screenshot of the app at ``url`` and return the file, ``folder/name.png``."""
    width, height = shot.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if shot.scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    context.add_init_script(TOUR_SEEN)
    page = context.new_page()
    page.goto(url + shot.address)
    _drawn(page)
    if shot.prepare is not None:
        shot.prepare(page)
        _drawn(page)
    path = folder / f"{shot.name}.png"
    page.screenshot(path=path)
    context.close()
    return path


_ALL_MARKED = """() => [...document.querySelectorAll(".js-plotly-plot")].every((chart) => {
  const marks = chart.querySelectorAll(".trace path");
  return [...marks].some((mark) => mark.getBoundingClientRect().height > 1);
})"""


def _drawn(page: Page) -> None:
    """Wait until the script has run and every chart on the page has been drawn."""
    app = page.locator("[data-testid=stApp]")
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=LIMIT)
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=LIMIT)
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0, timeout=LIMIT)
    # A chart's frame comes before its marks.
    page.wait_for_function(_ALL_MARKED, timeout=LIMIT)
    page.evaluate("document.fonts.ready")


def main(arguments: list[str]) -> None:
    """Serve the app and take every screenshot."""
    folder = Path(arguments[0]) if arguments else ROOT / "docs"
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as temporary,
        served(ROOT / "app.py", Path(temporary) / "streamlit.log") as url,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=_chromium(playwright.chromium.executable_path), args=CHROMIUM_ARGS
        )
        for shot in SHOTS:
            print(take(browser, url, shot, folder))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])

"""How long from `streamlit run` to a complete page: the dashboard against a bare page.

    python -m tests.bench.first_page [--runs 5] [--script app.py]

The dashboard is started as `make app` starts it, by `serve.py`, unless `--script` says otherwise.

The two take turns, each time with a fresh server and a fresh browser context, so that a change
in the machine's speed hits both. The first pair warms the files and is not counted.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.chromium import launch
from tests.served import ROOT, served

APP = ROOT / "serve.py"
BARE = Path(__file__).with_name("bare_page.py")
WAIT_MS = 120_000


def wait_for_bare(page: Page) -> None:
    """Wait until the chart's bars are drawn."""
    expect(page.locator(".js-plotly-plot .bars path").first).to_be_visible(timeout=WAIT_MS)


def wait_for_app(page: Page) -> None:
    """Wait until the text and the downloads at the very end of the page are there."""
    expect(page.locator(".sentence").first).to_be_visible(timeout=WAIT_MS)
    expect(page.locator(".st-key-downloads-menu")).to_be_attached(timeout=WAIT_MS)
    expect(page.locator(".st-key-strip .js-plotly-plot .bars path").first).to_be_visible(
        timeout=WAIT_MS
    )


def first_page(browser: Browser, script: Path, folder: Path) -> float:
    """Seconds from starting the server to a complete page in the browser."""
    started = time.perf_counter()
    with served(script, folder / "log") as url:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(url)
        (wait_for_bare if script == BARE else wait_for_app)(page)
        spent = time.perf_counter() - started
        page.close()
    return spent


def main() -> None:
    """Print both medians and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--script", type=Path, default=APP, help="serve.py or app.py")
    options = parser.parse_args()
    bare, app = [], []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        browser = launch(playwright)
        for run in range(options.runs + 1):
            pair = [first_page(browser, s, Path(scratch)) for s in (BARE, options.script)]
            if run:
                bare.append(pair[0])
                app.append(pair[1])
        browser.close()
    ratios = [a / b for a, b in zip(app, bare, strict=True)]
    print(f"bare page, one chart   median {statistics.median(bare):.2f} s  {_spread(bare)}")
    print(f"dashboard, first page  median {statistics.median(app):.2f} s  {_spread(app)}")
    print(f"ratio, pair by pair    median {statistics.median(ratios):.2f}    {_spread(ratios)}")


def _spread(values: list[float]) -> str:
    return f"({min(values):.2f} to {max(values):.2f})"


if __name__ == "__main__":
    main()

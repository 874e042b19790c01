"""How soon the Archive page shows its chart, and shows it anew after a click on a filter.

    python -m tests.bench.archive_page --archive OUT        # as slant corpus wrote it
    python -m tests.bench.archive_page --times 3            # an archive of 180 invented articles

The real server and the real page in a real browser, both warm: the archive has been opened before,
and the browser has Streamlit's files. Taken in the browser, in milliseconds: from the navigation
until the chart of the view Wording is painted, and from the click (an outlet among the filters, a
grouping, a measure) until the chart and what is said of it have changed for the last time. The
reference is a bare Streamlit page with one Plotly chart: its navigation in the same run.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Page, TimeoutError, sync_playwright

from tests.archive_filled.writing import write_archive
from tests.bench.desk_keys import line
from tests.bench.first_page import BARE, WAIT_MS
from tests.browser.archive_room import ArchiveRoom, archive_room
from tests.browser.chromium import TOUR_SEEN, launch
from tests.served import served

PAINT_AIM_MS, FILTER_AIM_MS = 1500, 300
QUIET_MS = 700

# From the beginning of the navigation to the task after the frame that shows the chart's marks.
PAINTED = """() => new Promise((done) => {
  const look = () => {
    const marks = document.querySelectorAll(".js-plotly-plot .trace path");
    if (![...marks].some((one) => one.getBoundingClientRect().height > 1)) {
      return setTimeout(look, 10);
    }
    requestAnimationFrame(() => setTimeout(() => done(performance.now())));
  };
  look();
})"""

# Notes the last press of the mouse (a list is gone before its click), and when the chart, its
# title or its notes changed last after it.
WATCH = """() => {
  const watched = { click: 0, last: 0 };
  window.slantArchive = watched;
  document.addEventListener("pointerdown", (event) => {
    Object.assign(watched, { click: event.timeStamp, last: 0 });
  }, true);
  const part = ".st-key-wording h2, .st-key-wording .stPlotlyChart";
  const within = (node) => {
    const element = node instanceof Element ? node : node.parentElement;
    return Boolean(element?.closest(part) || element?.querySelector?.(part));
  };
  new MutationObserver((all) => {
    const drawn = all.some((one) =>
      one.type === "childList"
        ? [...one.addedNodes, ...one.removedNodes].some(within) || one.target.closest?.(part)
        : one.target.parentElement?.closest(part));
    if (!drawn) return;
    requestAnimationFrame(() => setTimeout(() => { watched.last = performance.now(); }));
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


def painted(page: Page, address: str) -> float:
    """Return the milliseconds from the navigation until a chart is painted."""
    page.goto(address, wait_until="commit", timeout=WAIT_MS)
    return float(page.evaluate(PAINTED))


def changed(page: Page, click: Callable[[], object]) -> float:
    """Return the milliseconds from a click until the chart has changed for the last time."""
    before = page.evaluate("window.slantArchive.click")
    click()
    until = time.monotonic() + WAIT_MS / 1000
    while time.monotonic() < until:
        told = page.evaluate("({...window.slantArchive, now: performance.now()})")
        if told["click"] > before and told["last"] and told["now"] - told["last"] > QUIET_MS:
            return float(told["last"] - told["click"])
        page.wait_for_timeout(50)
    raise RuntimeError("the chart did not change after the click")


def filters(room: ArchiveRoom, times: int) -> list[float]:
    """Choose one outlet after the other among the filters, as many as there are; return the times
    from each click."""
    page = room.page
    page.get_by_role("button", name="Filters").click()
    box = page.locator(".st-key-archive-outlet").get_by_role("combobox")
    box.wait_for(timeout=WAIT_MS)
    found = []
    # The first of the list chooses them all.
    option = page.get_by_role("option").nth(1)
    for _ in range(times):
        if not option.is_visible():
            box.click()
        try:
            option.wait_for(timeout=5000)
        except TimeoutError:  # none is left, or one, which is all
            break
        found.append(changed(page, option.click))
    page.keyboard.press("Escape")
    return found


def clicks(room: ArchiveRoom, times: int) -> list[float]:
    """Choose one grouping after the other; return the times from each click."""
    bar = room.page.locator(".st-key-archive-by")
    names = ("Month", "Outlet")
    return [
        changed(room.page, bar.get_by_text(names[turn % len(names)], exact=True).click)
        for turn in range(times)
    ]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, help="the folder that slant corpus wrote")
    parser.add_argument("--times", type=int, default=20)
    options = parser.parse_args()
    print("load average at the start {:.1f}, {:.1f}".format(*os.getloadavg()[:2]))
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        out = options.archive or write_archive(folder / "invented")
        url = stack.enter_context(archive_room(folder, [out]))
        bare_url = stack.enter_context(served(BARE, folder / "bare.log"))
        playwright = stack.enter_context(sync_playwright())
        context = launch(playwright).new_context(
            viewport={"width": 1440, "height": 900}, reduced_motion="reduce"
        )
        page = context.new_page()
        page.add_init_script(TOUR_SEEN)
        first = painted(page, f"{url}/archive")
        print(f"first visitor of this server, archive opened: {first:.0f} ms")
        painted(page, bare_url)
        bare, own = [], []
        for _ in range(options.times):
            bare.append(painted(page, bare_url))
            own.append(painted(page, f"{url}/archive"))
        room = ArchiveRoom(page, url).visit().drawn()
        page.evaluate(WATCH)
        filtered = filters(room, options.times)
        room.visit().drawn()
        page.evaluate(WATCH)
        grouped = clicks(room, options.times)
    print(line("navigation to the chart, a bare page", bare))
    print(line("navigation to the chart, the Archive page", own, PAINT_AIM_MS))
    print(line("an outlet among the filters to the chart", filtered, FILTER_AIM_MS))
    print(line("another grouping to the chart", grouped, FILTER_AIM_MS))
    middle = sorted(own)[len(own) // 2] / sorted(bare)[len(bare) // 2]
    print(f"navigation, Archive page to bare page: {middle:.2f}")


if __name__ == "__main__":
    main()

"""A hundred decisions at the desk with one key each: how soon is the next flag there, and how soon
is the decision confirmed.

    python -m tests.bench.desk_keys
    python -m tests.bench.desk_keys --decisions 20     # a quick look

The real server with the real page and an SQLite file, in a real browser. Both times are taken in
the browser, from the key that decides: to the frame in which the next flag is painted, and to the
page's saying that all is saved, which it says after the server has. The reference is a bare fetch
of the server's health by the same page.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import TOUR_SEEN, launch
from tests.browser.desk_page import DeskPage
from tests.browser.desk_queue.seed import many
from tests.browser.desk_queue.server import desk_server
from tests.browser.desk_room import DeskRoom
from tests.served import ROOT

AIM_MS = 150
LIMIT_S = 30

WATCH = """root => {
  const watched = { key: 0, shown: 0, saved: 0 };
  window.deskKeys = watched;
  root.addEventListener("keydown", (event) => {
    Object.assign(watched, { key: event.timeStamp, shown: 0, saved: 0 });
  }, true);
  const saving = root.querySelector(".saving");
  const changed = { childList: true, characterData: true, subtree: true };
  new MutationObserver(() => {
    if (saving.textContent === "All saved") watched.saved = performance.now();
  }).observe(saving, changed);
  new MutationObserver(() => {
    // A task after the frame: then it is painted.
    requestAnimationFrame(() => setTimeout(() => { watched.shown ||= performance.now(); }));
  }).observe(root.querySelector(".told"), changed);
}"""

BARE = """async (times) => {
  const found = [];
  for (let number = 0; number < times; number += 1) {
    const began = performance.now();
    await (await fetch("/_stcore/health", { cache: "no-store" })).text();
    found.push(performance.now() - began);
  }
  return found;
}"""

KEYS = {"accept": ["a"], "dismiss": ["d", "2"], "reword": ["r", "1", "Enter"]}


def decisions(queue: DeskPage, count: int) -> list[tuple[str, float, float]]:
    """Return of each decision what it was, and the milliseconds from its last key to the next flag
    and to its confirmation."""
    queue.view.evaluate(WATCH)
    queue.card.focus()
    found = []
    for number in range(count):
        act = [*KEYS][number % len(KEYS)]
        queue.press(*KEYS[act])
        until = time.monotonic() + LIMIT_S
        while True:
            told = queue.page.evaluate("window.deskKeys")
            if told["shown"] and told["saved"]:
                break
            if time.monotonic() > until:
                raise RuntimeError(f"decision {number} was not confirmed: {told}")
        found.append((act, told["shown"] - told["key"], told["saved"] - told["key"]))
    return found


def line(name: str, values: Sequence[float], aim: float | None = None) -> str:
    """Return a line of the report, in milliseconds."""
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    middle = statistics.median(ordered)
    said = f"{name:<44} p50 {middle:6.0f}  p95 {p95:6.0f}  max {ordered[-1]:6.0f} ms"
    return said if aim is None else f"{said}  p95 / aim {aim:.0f}: {p95 / aim:.2f}"


def opened(page: Page, url: str) -> DeskPage:
    """Return the queue of Ann."""
    DeskRoom(page, url).visit("queue").as_editor("Ann")
    queue = DeskPage(page, f"{url}/desk").shown()
    page.get_by_test_id("stApp").and_(
        page.locator("[data-test-script-state=notRunning]")
    ).wait_for()
    return queue


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--decisions", type=int, default=100)
    count = parser.parse_args().decisions
    print("load average at the start {:.1f}, {:.1f}".format(*os.getloadavg()[:2]))
    with (
        tempfile.TemporaryDirectory() as folder,
        desk_server(Path(folder), many(count + 20), ROOT / "serve.py") as desk,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.add_init_script(TOUR_SEEN)
        queue = opened(page, desk.url)
        page.evaluate(BARE, 5)
        bare = page.evaluate(BARE, count)
        found = decisions(queue, count)
        number = len(desk.ask("queue?state=decided&most=500")["flags"])
        browser.close()
    confirmed = [saved for _, _, saved in found]
    print(line("a bare fetch of the server's health", bare))
    print(line("key to the next flag, painted", [shown for _, shown, _ in found], AIM_MS))
    print(line("key to “All saved”", confirmed, AIM_MS))
    for act in KEYS:
        print(line(f"    {act}", [saved for one, _, saved in found if one == act]))
    ratio = statistics.median(confirmed) / statistics.median(bare)
    print(f"confirmation relative to the bare fetch, at p50: {ratio:.1f}")
    print(f"{number} of {count} decisions are in the database")
    print("load average at the end {:.1f}, {:.1f}".format(*os.getloadavg()[:2]))


if __name__ == "__main__":
    main()

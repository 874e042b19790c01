"""How long five pasted articles take to be compared and painted, beside one on the Read page.

    python -m tests.bench.compare_page

In a real browser, server and models warm: five articles of 1,000 words are pasted into their
places, and the time runs from the press of the button until two texts with their links are
painted. The reference is one such article on the Read page in the same run, from its button to its
painted text. Each time the articles are others, so nothing is known beforehand.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.bench.first_page import WAIT_MS
from tests.bench.invented_articles import article
from tests.browser.chromium import TOUR_SEEN, launch
from tests.browser.compare_page import ComparePage
from tests.browser.read_page import PASTE, ReadPage
from tests.served import ROOT, served

WORDS = 1000
LETTERS = "ABCDE"

# From the click to the frame after which each of the parts of the page holds its words.
_TIMED = """
(wanted) => {
  window.slantTime = null;
  document.addEventListener("click", () => {
    const began = performance.now();
    const roots = () =>
      [document, ...[...document.querySelectorAll("*")].flatMap((node) => node.shadowRoot ?? [])];
    const holds = ([part, words]) => roots().some((root) =>
      [...root.querySelectorAll(part)].some((found) => found.textContent.includes(words)));
    const look = () => {
      if (!wanted.every(holds)) return setTimeout(look, 30);
      requestAnimationFrame(() => setTimeout(() => {
        window.slantTime = performance.now() - began;
      }));
    };
    look();
  }, { once: true, capture: true });
}
"""


def timed(page: Page, button: str, wanted: list[tuple[str, str]]) -> float:
    """Press ``button``; return the seconds until all that is ``wanted`` is painted: a selector of
    part of the page, and the words that it holds then."""
    page.evaluate(_TIMED, wanted)
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_function("() => window.slantTime !== null", timeout=WAIT_MS)
    return float(page.evaluate("() => window.slantTime")) / 1000


def one_article(page: Page, url: str, seed: int) -> float:
    """Return the seconds that one new article takes on the Read page."""
    read = ReadPage(page, url).open()
    read.open_ways_in()
    read.tab("Paste a text").click()
    page.get_by_label(PASTE).fill(article(seed, WORDS))
    return timed(page, "Analyse", [("h1", f"part {seed}"), (".slant .text", f"part {seed}")])


def five_articles(page: Page, url: str, seed: int) -> float:
    """Return the seconds that five new articles take on the Compare page."""
    compare = ComparePage(page, url).open("?a=bus-fares-plain&b=bus-fares-loaded")
    compare.own_articles()
    for letter in LETTERS[2:]:
        compare.button("Add an article").click()
        compare.page.get_by_text(f"Article {letter}", exact=True).wait_for(timeout=WAIT_MS)
    for number, letter in enumerate(LETTERS):
        compare.paste(letter, article(seed + number, WORDS))
    shown = [(".column", f"part {seed + place}") for place in range(2)]
    took = timed(page, "Compare", [(".st-key-article-E", f"part {seed + 4}"), *shown])
    compare.settled()
    return took


def main() -> None:
    """Serve the app, take the times, print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    times = parser.parse_args().times
    with (
        tempfile.TemporaryDirectory() as temporary,
        served(ROOT / "app.py", Path(temporary) / "streamlit.log") as url,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        page = browser.new_page()
        page.add_init_script(TOUR_SEEN)
        one = [one_article(page, url, 1000 + n) for n in range(times + 1)][1:]
        five = [five_articles(page, url, 2000 + 10 * n) for n in range(times + 1)][1:]
        browser.close()
    for name, values in (("one article, Read", one), ("five articles, Compare", five)):
        spread = f"{min(values):.2f} to {max(values):.2f}, {len(values)} times"
        print(f"{name}: {statistics.median(values):.2f} s ({spread})")
    print(f"ratio: {statistics.median(five) / statistics.median(one):.2f}")
    print("load average {:.1f}, {:.1f}".format(*os.getloadavg()[:2]))


if __name__ == "__main__":
    main()

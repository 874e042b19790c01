"""Take the screenshots: ``python -m tests.browser.screenshots [OUTDIR] [--all]``.

Those of a class are taken by ``class_screenshots``. Without ``--all`` those that README and docs
show, into ``docs`` unless told otherwise. With it
every page in light, dark and on a phone, with a selection, with an error and with another
wording, to be looked at.
"""

from __future__ import annotations

import argparse
import io
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.chromium import TOUR_SEEN, launch
from tests.browser.compare_page import ComparePage
from tests.browser.practice_page import PracticePage
from tests.browser.read_page import LIMIT, ReadPage
from tests.served import ROOT, served

DESKTOP = (1440, 900)
PHONE = (390, 844)
OPEN = "?sample=fishing-dispute-loaded"
SELECTED = f"{OPEN}&s=2"
COMPARED = "?a=housing-march-plain&b=housing-march-loaded&c=housing-march-opposed&shown=ab"
MARKED = "?exercise=mark&sample=school-meals-loaded"
HOUSE_RULES = """rule,kind,pattern,message,plainer,severity,reason,voices
labels-for-people,words,thugs|hostage-takers|pirates,\
"A label: say who they are, or what they did.",sailors|crew,error,\
"A label is a verdict of ours, and hides what happened.",outlet
claims,words,claims|claimed,“Claims” sounds as if we did not believe it: write “says”.,\
says|said,warning,"Where the facts contradict a speaker, give the facts.",outlet
fishermen,words,fishermen,Women fish too.,fishing crew,note,,outlet
"""
"""A house's own rules for the article: the example rules find nothing in it."""
COLOURS = 256
"""Colours of a picture's palette: enough for text and tints, in half of the file's size."""


@dataclass(frozen=True)
class State:
    """What is shown: a ``name``, the page's ``address``, and what ``prepare`` does on it.

    The address is that of the Read page, of the Compare page with ``compares``, of the Practice
    page, which has no charts, with ``practises``.
    """

    name: str
    address: str
    prepare: Callable[[ReadPage], None] | None = None
    compares: bool = False
    practises: bool = False


@dataclass(frozen=True)
class Look:
    """How it is shown: an addition to the ``name``, colour scheme, size in CSS pixels."""

    name: str
    scheme: str
    size: tuple[int, int]


def _bad_paste(read: ReadPage) -> None:
    read.paste("12 345 67")
    expect(read.alert).to_be_visible(timeout=LIMIT)


def _other_wording(read: ReadPage) -> None:
    read.box.fill(
        "Nine Karsian fishermen were detained on Tuesday by a Velmark patrol boat, in the first "
        "such incident on the Grey Bank this year."
    )
    expect(read.change).not_to_be_empty(timeout=LIMIT)
    read.what_if.scroll_into_view_if_needed()
    read.page.locator(".what-if .words").scroll_into_view_if_needed()


def _card(read: ReadPage) -> None:
    read.card.evaluate("card => card.scrollIntoView({block: 'start'})")
    read.page.get_by_test_id("stMain").evaluate("main => main.scrollBy(0, -80)")


def _hover_card(read: ReadPage) -> None:
    sentence = read.page.locator(".sentence.loaded").nth(1)
    sentence.scroll_into_view_if_needed()
    x, y = sentence.evaluate(
        "node => { const [{left, top}] = node.getClientRects(); return [left + 9, top + 9] }"
    )
    read.page.mouse.move(x, y)
    expect(read.page.locator(".slant .card")).to_be_visible(timeout=LIMIT)


def _house_rules(read: ReadPage) -> None:
    read.load_rules("style.csv", HOUSE_RULES.encode("utf-8"))
    findings = read.page.locator(".st-key-house-rules .lists summary")
    findings.first.click(timeout=LIMIT)
    read.page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
    read.page.mouse.move(0, 0)


def _speakers(read: ReadPage) -> None:
    speaker = read.page.locator(".st-key-speakers summary").first
    speaker.evaluate("name => name.scrollIntoView()")
    speaker.click()


def _table(read: ReadPage) -> None:
    heading = read.page.get_by_role("heading", name="All sentences")
    heading.evaluate("head => head.scrollIntoView()")


def _tour(read: ReadPage) -> None:
    read.button("Tour").click()
    expect(read.panel).to_be_visible(timeout=LIMIT)


def _how_it_works(read: ReadPage) -> None:
    read.go_to_how_it_works()
    expect(read.page.locator(".js-plotly-plot")).to_have_count(5, timeout=LIMIT)


def _scores(read: ReadPage) -> None:
    _how_it_works(read)
    fold = read.folds.first
    fold.click()
    fold.evaluate("name => name.scrollIntoView()")


def _compare_charts(read: ReadPage) -> None:
    read.page.locator(".st-key-compare-below").evaluate("charts => charts.scrollIntoView()")


def _compare_choice(read: ReadPage) -> None:
    ComparePage(read.page, read.url).own_articles()


def _marked(read: ReadPage) -> None:
    practice = PracticePage(read.page, read.url)
    practice.mark(0, 1, 5)


def _marks_compared(read: ReadPage) -> None:
    practice = PracticePage(read.page, read.url)
    practice.mark(0, 1, 2, 5)
    practice.compare()
    read.page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")


def _reworded(read: ReadPage) -> None:
    practice = PracticePage(read.page, read.url)
    practice.box.fill("Mayor Greta Lind spent £3 million on the library.")
    expect(practice.facts).to_contain_text("Missing", timeout=LIMIT)


def _answered(read: ReadPage) -> None:
    practice = PracticePage(read.page, read.url)
    practice.button("Quoted").click()
    expect(practice.outcome).to_be_visible(timeout=LIMIT)
    practice.settled()


STATES = (
    State("read", SELECTED),
    State("read-unselected", OPEN),
    State("read-card", SELECTED, _card),
    State("read-hover", OPEN, _hover_card),
    State("read-what-if", SELECTED, _other_wording),
    State("read-speakers", OPEN, _speakers),
    State("house-rules", OPEN, _house_rules),
    State("read-table", SELECTED, _table),
    State("read-error", OPEN, _bad_paste),
    State("read-tour", OPEN, _tour),
    State("compare", f"{COMPARED}&s=b4", compares=True),
    State("compare-unselected", COMPARED, compares=True),
    State("compare-charts", COMPARED, _compare_charts, compares=True),
    State("compare-choice", COMPARED, _compare_choice, compares=True),
    State("practice-marked", MARKED, _marked, practises=True),
    State("practice", MARKED, _marks_compared, practises=True),
    State("practice-rewrite", "?exercise=rewrite", _reworded, practises=True),
    State("practice-wordings", "?exercise=wordings", practises=True),
    State("practice-voices", "?exercise=voices", _answered, practises=True),
    State("how-it-works", OPEN, _how_it_works),
    State("how-it-works-scores", OPEN, _scores),
)
LOOKS = (
    Look("", "light", DESKTOP),
    Look("-dark", "dark", DESKTOP),
    Look("-phone", "light", PHONE),
)
IN_DOCS = {
    *("read", "read-dark", "read-phone", "read-what-if", "read-error", "how-it-works"),
    *("house-rules", "compare", "compare-dark", "practice"),
}
"""Names of the pictures that README and docs show."""


def context_of(browser: Browser, look: Look) -> BrowserContext:
    """Return a context of a browser that was here before, which asks for reduced motion."""
    width, height = look.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if look.scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    context.add_init_script(TOUR_SEEN)
    return context


def take(context: BrowserContext, url: str, state: State, look: Look, folder: Path) -> Path:
    """Take one screenshot of the app at ``url`` and return its file in ``folder``."""
    page = context.new_page()
    read = ReadPage(page, url)
    if state.compares:
        ComparePage(page, url).open(state.address)
    elif state.practises:
        PracticePage(page, url).open(state.address)
    else:
        read.open(state.address)
    settle = _settled if state.practises else _painted
    settle(read)
    if state.prepare is not None:
        state.prepare(read)
        settle(read)
    path = folder / f"{state.name}{look.name}.png"
    picture_of(page).save(path, optimize=True)
    page.close()
    return path


def picture_of(page: Page) -> Image.Image:
    """Return what the window of ``page`` shows, with few colours."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    # This method keeps rare colours, as those of the small marks in the text.
    return picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


ALL_MARKED = """() => [...document.querySelectorAll(".js-plotly-plot")].every((chart) => {
  if (!chart.checkVisibility()) return true; // in a fold that is closed
  const marks = chart.querySelectorAll(".trace path");
  return [...marks].some((mark) => mark.getBoundingClientRect().height > 1);
})"""


QUIET = """() => new Promise((done) => {
  let timer = setTimeout(done, 600);
  const observer = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(done, 600);
  });
  for (const chart of document.querySelectorAll(".js-plotly-plot")) {
    observer.observe(chart, { attributes: true, childList: true, subtree: true });
  }
})"""


def _painted(read: ReadPage) -> None:
    """Wait until the script has run and every chart on the page has been drawn."""
    page = read.drawn().page
    # A chart's frame comes before its marks.
    page.wait_for_function(ALL_MARKED, timeout=LIMIT)
    # It is drawn again when its place on the page has its size: wait until nothing in it changes.
    page.evaluate(QUIET)
    page.wait_for_function(ALL_MARKED, timeout=LIMIT)
    _settled(read)


def _settled(read: ReadPage) -> None:
    """Wait until no script runs, on a page without charts too, and all is painted."""
    page = read.at_rest().page
    page.evaluate("document.fonts.ready")
    # Marks that are in the document may still wait for the next frame to be painted.
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


def main() -> None:
    """Serve the app and take the screenshots."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs")
    parser.add_argument("--all", action="store_true", help="every page in every state")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as temporary,
        served(ROOT / "app.py", Path(temporary) / "streamlit.log") as url,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        for look in LOOKS:
            context = context_of(browser, look)
            for state in STATES:
                if options.all or state.name + look.name in IN_DOCS:
                    print(take(context, url, state, look, options.folder), flush=True)
            context.close()
        browser.close()


if __name__ == "__main__":
    main()

"""The Read page as a reader uses it: its parts by name, and what is done with them.

One object for all browser tests, the screenshots and the benchmark. Every method waits for the
state that it leads to, none for a number of seconds.
"""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

LIMIT = 120_000
"""Milliseconds to wait for a state; on a machine with other work to do a page took a minute."""

BOX = "What if it were worded differently?"
PASTE = "Paste an article in English"


def at_rest(page: Page) -> None:
    """Wait until no script runs, on any page of the dashboard."""
    expect(page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=LIMIT
    )


class ReadPage:
    """The Read page of the server at ``url``, in the browser page ``page``.

    The page around the text view (``pages/text_view_page.py``) has the same text and strip, and
    so the same object. Sentences and bars are numbered from 0.
    """

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    # Opening and waiting

    def open(self, query: str = "") -> ReadPage:
        """Load the page with a query such as ``?sample=bus-fares-loaded&s=1``, and settle."""
        self.page.goto(f"{self.url}/{query}", timeout=LIMIT)
        return self.settled()

    def settled(self) -> ReadPage:
        """Wait until text and strip are there, the rest too, and no script runs."""
        expect(self.sentences.first).to_be_visible(timeout=LIMIT)
        expect(self.bars.first).to_be_attached(timeout=LIMIT)
        expect(self.page.locator(".st-key-rest-to-come")).to_have_count(0, timeout=LIMIT)
        return self.at_rest()

    def at_rest(self) -> ReadPage:
        """Wait until no script runs."""
        at_rest(self.page)
        return self

    def drawn(self) -> ReadPage:
        """Wait until no script runs and the charts are drawn, on any page of the dashboard."""
        self.at_rest()
        expect(self.page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=LIMIT)
        expect(self.page.locator("[data-testid=stSkeleton]")).to_have_count(0, timeout=LIMIT)
        return self

    # The parts

    @property
    def heading(self) -> Locator:
        """The page's heading: the article's title."""
        return self.page.get_by_role("heading", level=1)

    @property
    def alert(self) -> Locator:
        """What an error says."""
        return self.page.get_by_role("alert")

    @property
    def sentences(self) -> Locator:
        """All sentences of the text."""
        return self.page.locator(".sentence")

    def sentence(self, number: int) -> Locator:
        """Sentence ``number``."""
        return self.page.locator(f'.sentence[data-sentence="{number}"]')

    @property
    def chosen(self) -> Locator:
        """The sentence that is selected."""
        return self.page.locator('.sentence[aria-selected="true"]')

    @property
    def shown_text(self) -> str:
        """The article as the text view holds it."""
        return str(self.page.locator(".slant .text").evaluate("element => element.textContent"))

    @property
    def bars(self) -> Locator:
        """The strip's bars, one a sentence."""
        return self.page.locator(".st-key-strip .barlayer .point")

    @property
    def card(self) -> Locator:
        """The card of the selected sentence."""
        return self.page.locator(".st-key-card")

    @property
    def box(self) -> Locator:
        """The card's box for another wording."""
        return self.page.get_by_label(BOX).last

    @property
    def what_if(self) -> Locator:
        """What the card says of the other wording."""
        return self.page.locator(".what-if")

    @property
    def what_if_score(self) -> Locator:
        """The loaded probability of the other wording."""
        return self.page.locator(".what-if .loaded .after")

    @property
    def change(self) -> Locator:
        """The line that says how far the other wording moved the score."""
        return self.page.locator(".what-if .change")

    @property
    def panel(self) -> Locator:
        """The tour's panel."""
        return self.page.locator(".tour .panel")

    @property
    def table(self) -> Locator:
        """The table of all sentences."""
        return self.page.locator(".sentences table")

    @property
    def rows(self) -> Locator:
        """The rows of the table that are drawn, in their order."""
        return self.table.locator("tbody tr")

    @property
    def downloads(self) -> Locator:
        """What is in the menu of downloads while it is open."""
        return self.page.locator(".st-key-downloads")

    def button(self, name: str) -> Locator:
        """The button of exactly this name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def tab(self, name: str) -> Locator:
        """A way in: Samples, Paste a text, Upload a file, Web address."""
        return self.page.get_by_role("tab", name=name)

    # Giving an article

    def open_ways_in(self) -> None:
        """Unfold the ways in, if they are not open."""
        samples = self.tab("Samples")
        if not samples.is_visible():
            self.page.get_by_text("Open another article").click()
            expect(samples).to_be_visible()
            self.still()

    def still(self) -> None:
        """Wait until what was unfolded has come to rest: Streamlit moves it for half a second."""
        self.page.wait_for_function(
            "() => document.getAnimations().every((one) => one.currentTime > 600)"
        )

    def paste(self, text: str) -> None:
        """Paste ``text`` and ask for its analysis."""
        self.open_ways_in()
        self.tab("Paste a text").click()
        self.page.get_by_label(PASTE).fill(text)
        self.button("Analyse").click()

    def upload(self, name: str, content: bytes, media_type: str = "text/plain") -> None:
        """Upload a file."""
        self.open_ways_in()
        self.tab("Upload a file").click()
        self.page.locator("[data-testid=stTabs] input[type=file]").set_input_files(
            {"name": name, "mimeType": media_type, "buffer": content}
        )

    def fetch(self, address: str) -> None:
        """Give a web address and ask for its article."""
        self.open_ways_in()
        self.tab("Web address").click()
        self.page.get_by_label("The web address of an article").fill(address)
        self.button("Fetch and analyse").click()

    def load_rules(self, name: str, content: bytes) -> None:
        """Load house rules for this visit, from the place beside the text."""
        place = self.page.locator(".st-key-house-rules")
        box = place.locator("input[type=file]")
        if not place.get_by_text("A file of rules").is_visible():
            place.get_by_test_id("stExpander").locator("summary").click()
            self.still()
        box.set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})

    # Going about

    def select(self, number: int) -> None:
        """Click sentence ``number`` and wait for its card."""
        self.sentence(number).click()
        expect(self.sentence(number)).to_have_attribute("aria-selected", "true")
        expect(self.card).to_contain_text(f"Sentence {number + 1} of", timeout=LIMIT)
        # Until then Streamlit may show the card of before beside the new one.
        self.at_rest()
        expect(self.what_if.nth(1)).to_have_count(0)

    def click_column(self, number: int) -> None:
        """Click halfway up the strip, in the column of bar ``number``."""
        self.page.mouse.click(*self._column(number))

    def hover_column(self, number: int) -> None:
        """Hold the pointer halfway up the strip, in the column of bar ``number``."""
        self.page.mouse.move(*self._column(number))

    def _column(self, number: int) -> tuple[float, float]:
        self.bars.nth(number).scroll_into_view_if_needed()
        bar = self.bars.nth(number).bounding_box()
        plot = self.page.locator(".st-key-strip .nsewdrag").bounding_box()
        assert bar is not None
        assert plot is not None
        return bar["x"] + bar["width"] / 2, plot["y"] + plot["height"] / 2

    def click_bar(self, number: int) -> None:
        """Click the middle of bar ``number`` itself; Plotly lays its own surface over the bars."""
        box = self.bars.nth(number).locator("path").bounding_box()
        assert box is not None
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def replace(self, old: str, new: str) -> None:
        """Select the first ``old`` in the what-if box, as the pointer would, and type over it."""
        self.box.focus()
        self.box.evaluate(
            "(box, old) => { const at = box.value.indexOf(old);"
            " box.setSelectionRange(at, at + old.length) }",
            old,
        )
        self.page.keyboard.type(new)

    def probability(self, when: str) -> int:
        """Return the loaded probability shown ``before`` or ``after`` the edit, in percent."""
        text = self.page.locator(f".what-if .loaded .{when}").text_content() or ""
        found = re.match(r"[<>]?(\d+)%", text)
        assert found is not None, text
        return int(found.group(1))

    def open_downloads(self) -> None:
        """Open the menu of downloads, which must be closed."""
        self.button("Download").click()
        expect(self.downloads).to_be_visible(timeout=LIMIT)

    def download(self, label: str) -> tuple[str, bytes]:
        """Choose ``label`` in the menu of downloads; return the file's name and content."""
        self.open_downloads()
        with self.page.expect_download(timeout=LIMIT) as download:
            self.button(label).click()
        self.page.keyboard.press("Escape")
        expect(self.downloads).to_have_count(0, timeout=LIMIT)
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()

    def go_to_how_it_works(self) -> None:
        """Follow the link to the other page, and wait until its chart and its folds are there."""
        self.page.get_by_role("link", name="How it works").first.click()
        expect(self.heading).to_have_text("How it works", timeout=LIMIT)
        expect(self.folds.last).to_contain_text("How to cite", timeout=LIMIT)
        self.drawn()

    @property
    def folds(self) -> Locator:
        """The names of the folds of How it works; a click opens one."""
        return self.page.locator(".st-key-measurements summary")

    def open_folds(self) -> None:
        """Open every fold of How it works, and wait until what is in them is drawn."""
        # A page that is still being drawn loses clicks.
        self.drawn()
        for fold in self.folds.all():
            fold.click()
            expect(fold.locator("..")).to_have_attribute("open", "", timeout=LIMIT)
        expect(self.page.locator(".card-table").last).to_be_visible(timeout=LIMIT)
        self.drawn()

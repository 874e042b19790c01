"""The Compare page as a reader uses it: its parts by name, and what is done with them.

As ``read_page``, for the browser tests, the screenshots and the benchmark.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.read_page import LIMIT, ReadPage


class ComparePage:
    """The Compare page of the server at ``url``, in the browser page ``page``.

    Articles are named by letter, sentences numbered from 0; ``column`` is 0 for the text on the
    left and 1 for the one on the right.
    """

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.read = ReadPage(page, url)

    # Opening and waiting

    def open(self, query: str = "") -> ComparePage:
        """Load the page with a query such as ``?a=bus-fares-plain&b=bus-fares-loaded``."""
        self.page.goto(f"{self.url}/compare{query}", timeout=LIMIT)
        return self.settled()

    def settled(self) -> ComparePage:
        """Wait until the texts are there, the rest too, and no script runs."""
        expect(self.sentences(0).first).to_be_visible(timeout=LIMIT)
        expect(self.page.locator(".st-key-rest-to-come")).to_have_count(0, timeout=LIMIT)
        expect(self.button("Download")).to_be_visible(timeout=LIMIT)
        self.read.at_rest()
        return self

    # The parts

    @property
    def heading(self) -> Locator:
        """The page's heading."""
        return self.page.get_by_role("heading", level=1)

    def line(self, letter: str) -> Locator:
        """The line of an article in the heading."""
        return self.page.locator(f".st-key-article-{letter}")

    @property
    def alert(self) -> Locator:
        """What an error or a note says."""
        return self.page.get_by_role("alert")

    def column(self, number: int) -> Locator:
        """One of the two texts."""
        return self.page.locator(".compare .column").nth(number)

    def sentences(self, column: int) -> Locator:
        """All sentences of one of the two texts."""
        return self.column(column).locator(".sentence")

    def sentence(self, column: int, number: int) -> Locator:
        """Sentence ``number`` of one of the two texts."""
        return self.column(column).locator(f'.sentence[data-sentence="{number}"]')

    def chosen(self, column: int) -> Locator:
        """The sentence that is selected in a text, or the match of the one in the other."""
        return self.column(column).locator('.sentence[aria-selected="true"]')

    @property
    def findings(self) -> Locator:
        """The lists of what differs."""
        return self.page.locator(".st-key-findings")

    @property
    def unmatched(self) -> Locator:
        """The lists of what no match was found for."""
        return self.page.locator(".st-key-unmatched")

    def button(self, name: str) -> Locator:
        """The button of exactly this name."""
        return self.page.get_by_role("button", name=name, exact=True)

    # Choosing articles

    def open_choice(self) -> None:
        """Unfold the choice of articles, if it is not open."""
        tab = self.page.get_by_role("tab", name="Samples")
        if not tab.is_visible():
            self.page.get_by_text("Choose what to compare").click()
            expect(tab).to_be_visible()
            self.read.still()

    def own_articles(self) -> None:
        """Go to the places for own articles."""
        self.open_choice()
        self.page.get_by_role("tab", name="Your articles").click()
        expect(self.button("Compare")).to_be_visible(timeout=LIMIT)

    def way_in(self, letter: str, name: str) -> None:
        """Choose the way in of a place: Paste, File, Web address, Sample, Open text."""
        ways = self.page.get_by_role("radiogroup", name=f"Article {letter}")
        ways.get_by_role("radio", name=name).click()
        expect(ways.get_by_role("radio", name=name)).to_be_checked()
        self.read.at_rest()

    def box(self, letter: str) -> Locator:
        """The box of a place to paste a text into."""
        return self.page.get_by_label(f"Text of {letter}, in English")

    def paste(self, letter: str, text: str) -> None:
        """Put ``text`` into the place of ``letter``."""
        self.way_in(letter, "Paste")
        self.box(letter).fill(text)
        self.box(letter).blur()
        self.read.at_rest()

    def compare(self) -> None:
        """Ask for the comparison of what is in the places."""
        self.button("Compare").click()

    # Going about

    def select(self, column: int, number: int) -> None:
        """Click a sentence and wait until it is the selected one, here and in Python."""
        self.sentence(column, number).click()
        expect(self.sentence(column, number)).to_have_attribute("aria-selected", "true")
        self.page.wait_for_url("**s=*", timeout=LIMIT)
        self.read.at_rest()

    def download(self, label: str) -> tuple[str, bytes]:
        """Choose ``label`` in the menu of downloads; return the file's name and content."""
        self.button("Download").click()
        menu = self.page.locator(".st-key-downloads")
        expect(menu).to_be_visible(timeout=LIMIT)
        with self.page.expect_download(timeout=LIMIT) as download:
            self.button(label).click()
        self.page.keyboard.press("Escape")
        expect(menu).to_have_count(0, timeout=LIMIT)
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()

"""The queue of the desk as an editor uses it: its parts by name, and what is done with them.

As ``read_page``, for the browser tests, the screenshots and the benchmark.
"""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.read_page import LIMIT


class DeskPage:
    """The page with the queue at ``address``, in the browser page ``page``."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def visit(self, query: str = "") -> DeskPage:
        """Load the page with a query such as ``?article=3&flag=17``, and wait for the queue."""
        self.page.goto(f"{self.address}{query}", timeout=LIMIT)
        return self.shown()

    def shown(self) -> DeskPage:
        """Wait until a flag with its text is in front, or the queue is said to be empty."""
        expect(self.flagged.or_(self.finished).first).to_be_visible(timeout=LIMIT)
        expect(self.marked.or_(self.finished).first).to_be_attached(timeout=LIMIT)
        return self

    # The parts

    @property
    def view(self) -> Locator:
        """All of the queue."""
        return self.page.locator(".desk-view")

    @property
    def card(self) -> Locator:
        """The card of the flag in front."""
        return self.view.locator(".card")

    @property
    def message(self) -> Locator:
        """What is wrong with the flag in front, or that there is none."""
        return self.card.locator(".message")

    @property
    def flagged(self) -> Locator:
        """The words of the flag in front."""
        return self.card.locator(".flagged")

    @property
    def finished(self) -> Locator:
        """The card where there is no flag to decide on."""
        return self.page.locator(".desk-view.finished .card .message")

    @property
    def text(self) -> Locator:
        """The article's text."""
        return self.view.locator(".text")

    @property
    def marked(self) -> Locator:
        """The words in front, in the text."""
        return self.text.locator("mark.now")

    @property
    def rows(self) -> Locator:
        """The flags of the queue."""
        return self.view.locator(".row")

    @property
    def current_row(self) -> Locator:
        """The row of the flag in front."""
        return self.view.locator(".row[aria-current=true]")

    @property
    def count(self) -> Locator:
        """How many are open."""
        return self.view.locator(".count")

    @property
    def saving(self) -> Locator:
        """Whether all is saved."""
        return self.view.locator(".saving")

    @property
    def question(self) -> Locator:
        """What is asked above the queue."""
        return self.view.locator(".question")

    @property
    def status(self) -> Locator:
        """What a screen reader was told last."""
        return self.view.locator(".status")

    @property
    def asked(self) -> Locator:
        """The form in the place of the buttons."""
        return self.view.locator(".asked")

    def row(self, words: str) -> Locator:
        """The row of the flag with these words."""
        return self.rows.filter(has_text=f"“{words}”").first

    def button(self, name: str) -> Locator:
        """A button of the queue whose name begins so."""
        return self.view.get_by_role("button", name=re.compile(f"^{re.escape(name)}"))

    def filter(self, label: str) -> Locator:
        """The filter of this name."""
        return self.view.get_by_role("combobox", name=label, exact=True)

    def choose(self, label: str, option: str | re.Pattern[str]) -> None:
        """Choose an option of a filter by its label."""
        select = self.filter(label)
        options = select.locator("option").all_text_contents()
        name = next(one for one in options if re.match(option, one))
        select.select_option(label=name)

    # What is done

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def in_front(self, words: str) -> None:
        """Wait until the flag with these words is in front, in card and text."""
        expect(self.flagged).to_have_text(words)
        expect(self.marked.first).to_be_attached()

    def all_saved(self) -> None:
        """Wait until everything that was decided is confirmed."""
        expect(self.saving).to_have_text("All saved")

    def kept_unsent(self) -> int:
        """How many entries the tab keeps that the server has not confirmed."""
        found: int = self.page.evaluate(
            "() => Object.keys(sessionStorage)"
            ".filter((name) => name.startsWith('slant.desk.unsent.'))"
            ".map((name) => JSON.parse(sessionStorage[name]).length)"
            ".reduce((sum, count) => sum + count, 0)"
        )
        return found

"""The Class page as a teacher uses it: its parts by name, and what is done with them.

As ``read_page``, for the browser tests and the screenshots.
"""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.read_page import LIMIT, ReadPage


class ClassPage:
    """The Class page of the server at ``url``, in the browser page ``page``.

    Sentences are numbered from 1, as they are shown.
    """

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.read = ReadPage(page, url)

    def visit(self) -> ClassPage:
        """Load the page and wait until it knows whether this browser leads a class."""
        self.page.goto(f"{self.url}/class", timeout=LIMIT)
        known = self.button("Open a class").or_(self.button("Open another class"))
        expect(known.or_(self.head).first).to_be_visible(timeout=LIMIT)
        return self

    def open_class(self) -> tuple[str, str]:
        """Open a class and return its code and its word."""
        known = self.button("Open a class").or_(self.button("Open another class"))
        known.click()
        expect(self.code).to_be_visible(timeout=LIMIT)
        return self.code.inner_text(), self.word.inner_text()

    # The parts

    @property
    def code(self) -> Locator:
        """The code, on the board."""
        return self.page.locator(".st-key-join-code [data-testid=stText]")

    @property
    def word(self) -> Locator:
        """The word, on the board."""
        return self.page.locator(".st-key-join-word [data-testid=stText]")

    @property
    def qr_code(self) -> Locator:
        """The picture that phones read."""
        return self.page.locator("img.join-qr")

    @property
    def head(self) -> Locator:
        """The line with the round, the counts and the buttons of the round."""
        return self.page.locator(".st-key-class-head")

    @property
    def said(self) -> Locator:
        """What is said about the class's marks."""
        return self.page.locator(".class-text .about")

    @property
    def text(self) -> Locator:
        """The text with the class's marks."""
        return self.page.locator(".class-text .text")

    @property
    def split(self) -> Locator:
        """The buttons of the sentences that split the class."""
        return self.page.locator(".class-text .split button")

    @property
    def differ(self) -> Locator:
        """The buttons of the sentences on which class and model differ."""
        return self.page.locator(".class-text .differ button")

    @property
    def card(self) -> Locator:
        """What is said of the sentence that is selected."""
        return self.page.locator(".class-text .card")

    @property
    def gain(self) -> Locator:
        """The class's gain."""
        return self.page.locator(".st-key-class-gain")

    @property
    def alert(self) -> Locator:
        """What an error or a note says."""
        return self.page.get_by_role("alert")

    def sentence(self, number: int) -> Locator:
        """A sentence of the text."""
        return self.page.locator(f'.class-text .sentence[data-number="{number}"]')

    def button(self, name: str | re.Pattern[str]) -> Locator:
        """The button of exactly this name."""
        return self.page.get_by_role("button", name=name, exact=True)

    # Rounds

    def give_sample(self) -> None:
        """Give the class the sample that is chosen."""
        self.button("Give this text to the class").click()
        expect(self.text).to_be_visible(timeout=LIMIT)

    def show_marks(self) -> None:
        """Have the marks shown as they arrive."""
        self.page.locator(".st-key-class-show-marks label").click()
        switch = self.page.locator(".st-key-class-show-marks input")
        expect(switch).to_be_checked(timeout=LIMIT)

    def give_pasted(self, text: str) -> None:
        """Give the class a text of the teacher's own."""
        self.page.get_by_role("radio", name="Paste a text").check(force=True)
        box = self.page.get_by_label("Paste an article in English")
        box.fill(text)
        box.blur()
        self.button("Give this text to the class").click()

    def choose_test(self, when: str) -> None:
        """Choose the test ``before`` or ``after`` as what comes next."""
        self.page.get_by_role("radio", name=f"Test {when}").click()
        expect(self.button("Begin the test")).to_be_visible(timeout=LIMIT)

    def upload_items(self, path: Path) -> None:
        """Give a file of one's own for the test."""
        # Its name is shown before the server has it.
        with self.page.expect_response(lambda answer: answer.request.method == "PUT"):
            self.page.locator("input[type=file]").set_input_files(path)
        uploader = self.page.get_by_test_id("stFileUploader")
        expect(uploader).to_contain_text(path.name, timeout=LIMIT)
        self.read.at_rest()

    def begin_test(self, when: str) -> None:
        """Begin the test ``before`` or ``after``."""
        if not self.button("Begin the test").is_visible():
            self.choose_test(when)
        self.button("Begin the test").click()
        yes = self.button("Yes, begin the test")
        expect(yes.or_(self.head.get_by_text(f"the test {when}")).first).to_be_visible(
            timeout=LIMIT
        )
        if yes.is_visible():
            yes.click()
        expect(self.head).to_contain_text(f"the test {when}", timeout=LIMIT)

    def reveal(self) -> None:
        """Show the model's view."""
        self.button("Show the model's view").click()
        expect(self.head).to_contain_text("Over", timeout=LIMIT)

    # People and the end

    def who_is_here(self) -> None:
        """Open the list of nicknames."""
        self.button("Who is here").click()

    def unfold(self, name: str) -> None:
        """Unfold a part of the page."""
        self.page.locator("summary").filter(has_text=name).click()
        self.read.still()

    def delete(self) -> None:
        """Delete the class."""
        self.button("Delete this class").click()
        self.button("Delete everything now").click()

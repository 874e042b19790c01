"""A server with an empty desk, for the browser tests of the Desk page around its queue."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.read_page import LIMIT, at_rest
from tests.served import ROOT, served

FEED_SERVER = ROOT / "tests" / "browser" / "pages" / "desk_feed_server.py"
"""The dashboard's server, whose internet is a server of the test's own."""


@contextmanager
def desk_room(folder: Path, script: Path = ROOT / "serve.py", **settings: str) -> Iterator[str]:
    """Serve the dashboard with a desk in a file in ``folder``; ``settings`` are added to its
    environment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SLANT_DATA", str(folder / "desk"))
        for name in ("SLANT_DATABASE_URL", "SLANT_DESK", "SLANT_RULES"):
            patch.delenv(name, raising=False)
        for name, value in settings.items():
            patch.setenv(name, value)
        with served(script, folder / "streamlit.log") as url:
            yield url


class DeskRoom:
    """The Desk page around its queue: its parts by name, and what is done with them."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    def visit(self, view: str) -> DeskRoom:
        """Load the page with a view."""
        self.page.goto(f"{self.url}/desk?view={view}", timeout=LIMIT)
        expect(self.page.get_by_role("heading", name="Desk")).to_be_visible(timeout=LIMIT)
        return self

    def as_editor(self, name: str) -> DeskRoom:
        """Type a name, as it is asked for."""
        box = self.page.get_by_label("Your name")
        expect(box).to_be_visible(timeout=LIMIT)
        box.fill(name)
        self.button("Go to the desk").click()
        expect(self.who).to_contain_text(name, timeout=LIMIT)
        return self

    @property
    def who(self) -> Locator:
        """The button with one's name and role."""
        return self.page.locator(".st-key-who-menu")

    @property
    def progress(self) -> Locator:
        """How far the adding of articles is, and what became of each."""
        return self.page.locator(".st-key-desk-progress")

    @property
    def articles(self) -> Locator:
        """The articles of the list."""
        return self.page.locator("[class*=st-key-desk-article-]")

    def button(self, name: str) -> Locator:
        """The button of exactly this name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def to(self, view: str) -> DeskRoom:
        """Choose another view."""
        self.page.locator(".st-key-desk-view-chosen").get_by_text(view, exact=True).click()
        return self

    def tab(self, name: str) -> None:
        """Choose a way to add articles."""
        fold = self.page.locator(".st-key-desk-add summary")
        if self.page.locator(".st-key-desk-add details[open]").count() == 0:
            fold.click()
        self.page.get_by_role("tab", name=name, exact=True).click()

    def upload(self, files: dict[str, str]) -> None:
        """Give files by name and content, and add them."""
        self.tab("Files")
        self.at_rest()
        self.page.locator(".st-key-desk-add input[type=file]").first.set_input_files(
            [
                {"name": name, "mimeType": "text/plain", "buffer": content.encode()}
                for name, content in files.items()
            ]
        )
        for name in files:
            expect(self.page.locator(".st-key-desk-add").get_by_text(name)).to_be_visible()
        self.page.locator(".st-key-desk-add-files button").click()

    def at_rest(self) -> None:
        """Wait until the page has been drawn: what is chosen while it is may be taken back."""
        at_rest(self.page)

    def added(self, said: str) -> None:
        """Wait until what was given is added, and this is said of it."""
        expect(self.progress).to_contain_text(said, timeout=LIMIT)
        expect(self.button("Stop")).to_have_count(0)

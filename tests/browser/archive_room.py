"""A server with archives of invented articles, for the browser tests of the Archive page."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.archive_filled.writing import write_archive
from tests.browser.read_page import LIMIT, at_rest
from tests.browser.test_accessibility import ASKED_IN_VAIN, at_both_sizes, violations
from tests.served import ROOT, served

IN_VAIN = ASKED_IN_VAIN.replace("how-it-works", "archive")
"""What the browser's console may say: Streamlit asks for files below a page's own address."""

NAME = "moor-archive"
"""Name of the archive that ``filled_room`` has."""


@contextmanager
def archive_room(folder: Path, archives: Sequence[Path], **settings: str) -> Iterator[str]:
    """Serve the dashboard with these archives; its log is in ``folder``, ``settings`` are added to
    its environment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SLANT_ARCHIVE", os.pathsep.join(map(str, archives)))
        for name, value in settings.items():
            patch.setenv(name, value)
        with served(ROOT / "app.py", folder / "streamlit.log") as url:
            yield url


@contextmanager
def filled_room(folder: Path) -> Iterator[str]:
    """Serve the dashboard with the archive of ``tests.archive_filled``, which is called ``NAME``
    and is written into ``folder``."""
    with archive_room(folder, [write_archive(folder / NAME)]) as url:
        yield url


class ArchiveRoom:
    """The Archive page: its parts by name, and what is done with them."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    def visit(self, query: str = "") -> ArchiveRoom:
        """Load the page with a query (``?view=search``) and wait until it is drawn."""
        self.page.goto(f"{self.url}/archive{query}", timeout=LIMIT)
        expect(self.page.get_by_role("heading", name="Archive")).to_be_visible(timeout=LIMIT)
        said = self.chosen.or_(self.page.get_by_test_id("stAlert"))
        expect(said.first).to_be_visible(timeout=LIMIT)
        return self.at_rest()

    def drawn(self) -> ArchiveRoom:
        """Wait until there is a chart, with its marks."""
        marks = self.page.locator(".js-plotly-plot .trace path")
        expect(marks.first).to_be_attached(timeout=LIMIT)
        return self.at_rest()

    def listening(self) -> ArchiveRoom:
        """Wait until each chart hears clicks: it is painted before that."""
        self.drawn()
        self.page.wait_for_function(
            """() => [...document.querySelectorAll(".js-plotly-plot")].every(
                (chart) => chart._ev?._events?.plotly_click !== undefined)"""
        )
        return self

    def at_rest(self) -> ArchiveRoom:
        """Wait until the page, with all its charts, has been drawn."""
        at_rest(self.page)
        expect(self.page.locator(".stPlotlyChart:not(:has(.main-svg))")).to_have_count(0)
        return self

    def is_for_everybody(self, scheme: str) -> None:
        """Fail where axe finds anything, in light at a desktop's size and in dark at a phone's, or
        where the page scrolls sideways at one of both."""
        for size in at_both_sizes(self.page):
            if (scheme == "dark") == size.endswith("390 px"):
                found = violations(self.page)
                assert found == [], f"{self.page.url}, {scheme}, {size}"
            wider = self.page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert wider <= 0, f"{self.page.url} scrolls sideways, {size}"

    def to(self, view: str) -> ArchiveRoom:
        """Choose another view by its name."""
        self.page.locator(".st-key-archive-view").get_by_text(view, exact=True).click()
        return self.at_rest()

    def button(self, name: str) -> Locator:
        """The button of exactly this name."""
        return self.page.get_by_role("button", name=name, exact=True)

    @property
    def chosen(self) -> Locator:
        """The line that says which articles are looked at."""
        return self.page.locator(".st-key-archive-chosen")

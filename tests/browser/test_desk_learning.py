"""The view Learning in a real browser: a fit is made, looked at, used and undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from store.desk.opening import open_desk
from tests.browser.conftest import OpenPage
from tests.browser.desk_room import DeskRoom, desk_room
from tests.browser.read_page import LIMIT
from tests.browser.test_accessibility import ASKED_IN_VAIN, at_both_sizes, violations
from tests.desk_taught import teach

IN_VAIN = ASKED_IN_VAIN.replace("how-it-works", "desk")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server whose desk has enough decisions for a fit; Ann is its admin."""
    folder = tmp_path_factory.mktemp("taught")
    engine = open_desk(folder=str(folder / "desk"))
    teach(engine)
    engine.dispose()
    with desk_room(folder) as url:
        yield url


@pytest.fixture
def desk(open_page: OpenPage, room: str) -> DeskRoom:
    """The page for whom nobody has typed a name yet."""
    return DeskRoom(open_page(color_scheme="light", allowed=IN_VAIN), room)


def test_a_fit_is_made_used_and_undone(desk: DeskRoom) -> None:
    desk.visit("learning").as_editor("Ann")
    page = desk.page
    expect(page.get_by_text("No fit is in use:")).to_be_visible(timeout=LIMIT)
    desk.button("Fit to our decisions").click()
    preview = page.locator(".st-key-fit-preview")
    expect(preview).to_contain_text("Of 100 decided flags", timeout=LIMIT)
    held = preview.get_by_text("Held back:")
    held.click()
    expect(preview.locator(".desk-examples mark").first).to_be_visible()
    # Markup of an article is text here.
    expect(preview.locator(".desk-examples b")).to_have_count(0)
    for size in at_both_sizes(page):
        assert violations(page) == [], size
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, size
    desk.button("Use it").click()
    expect(page.get_by_text("A fit is in use,")).to_be_visible(timeout=LIMIT)
    expect(preview).to_have_count(0)
    desk.button("Undo").click()
    expect(page.get_by_text("No fit is in use:")).to_be_visible(timeout=LIMIT)
    expect(page.get_by_role("group", name="Table: fits so far")).to_contain_text("Ann")


def test_who_is_no_admin_looks_only(desk: DeskRoom) -> None:
    desk.visit("learning").as_editor("Ben")
    desk.button("Fit to our decisions").click()
    preview = desk.page.locator(".st-key-fit-preview")
    expect(preview).to_contain_text("An admin of the desk can use it.", timeout=LIMIT)
    expect(desk.button("Use it")).to_have_count(0)

"""The tour of the Read page in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.contrast import contrasts

OpenPage = Callable[..., Page]

LIMIT = 120_000
"""Milliseconds to wait for a page; on a machine with other work to do one took over a minute."""

STEPS = (
    ("The text and its marks", ".st-key-article-text"),
    ("The whole article at a glance", ".st-key-strip"),
    ("One sentence, with reasons", ".st-key-card-place"),
    ("Your own article", ".st-key-inputs"),
)

NO_STORAGE = """
Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("blocked", "SecurityError"); },
});
"""


@pytest.fixture(autouse=True)
def _patience() -> None:
    expect.set_options(timeout=LIMIT / 4)


def opened(page: Page, url: str, query: str = "") -> Page:
    page.goto(f"{url}/{query}", timeout=LIMIT)
    settled(page)
    return page


def settled(page: Page) -> None:
    expect(page.locator(".sentence").first).to_be_visible(timeout=LIMIT)
    expect(page.locator(".st-key-strip .barlayer .point").first).to_be_attached(timeout=LIMIT)
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=LIMIT
    )


def panel(page: Page) -> Locator:
    return page.locator(".tour .panel")


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def expect_step(page: Page, number: int) -> None:
    """The panel is at step ``number`` (from 1) and the ring is round its part of the page."""
    name, part = STEPS[number - 1]
    expect(page.get_by_role("dialog", name=name)).to_be_visible()
    expect(panel(page)).to_contain_text(f"Step {number} of 4")
    page.wait_for_function(
        """(selector) => {
          const part = document.querySelector(selector).getBoundingClientRect();
          const roots = document.querySelectorAll('[data-testid="stBidiComponentIsolated"]');
          const ring = [...roots].map((root) => root.shadowRoot.querySelector(".ring"))
            .find(Boolean).getBoundingClientRect();
          return ring.top <= part.top && ring.bottom >= part.bottom
            && ring.left <= part.left && ring.right >= part.right;
        }""",
        arg=part,
        timeout=LIMIT / 4,
    )


def expect_closed(page: Page) -> None:
    expect(panel(page)).to_be_hidden()
    expect(page.locator(".tour .ring")).to_be_hidden()
    expect(button(page, "Tour")).to_have_attribute("aria-expanded", "false")


def test_the_tour_opens_on_the_first_visit_and_stays_dismissed(
    open_page: OpenPage, app_url: str
) -> None:
    page = opened(open_page(first_visit=True), app_url)
    expect_step(page, 1)
    # It opened by itself: focus and place stay the reader's.
    assert page.evaluate("document.activeElement === document.body")
    expect(page.locator(".tour").get_by_role("status")).to_contain_text("tour of this page")
    button(page, "Close the tour").click()
    expect_closed(page)
    page.reload()
    settled(page)
    expect_closed(page)
    page.get_by_role("link", name="How it works").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How it works")
    page.go_back()
    settled(page)
    expect_closed(page)


def test_it_is_not_shown_twice_even_if_left_open(open_page: OpenPage, app_url: str) -> None:
    page = opened(open_page(first_visit=True), app_url)
    expect(panel(page)).to_be_visible()
    page.reload()
    settled(page)
    expect_closed(page)


def test_the_button_opens_it_again_and_each_step_shows_its_part(page: Page, app_url: str) -> None:
    opened(page, app_url)
    expect_closed(page)
    page.locator(".sentence").last.scroll_into_view_if_needed()
    # Pressed by the page's own script: the pointer would scroll up to the button first.
    button(page, "Tour").evaluate("button => button.click()")
    for number, (_, part) in enumerate(STEPS, start=1):
        expect_step(page, number)
        expect(page.locator(part)).to_be_in_viewport()
        button(page, "Done" if number == len(STEPS) else "Next").click()
    expect_closed(page)
    expect(button(page, "Tour")).to_be_focused()


def test_the_keyboard_alone(page: Page, app_url: str) -> None:
    opened(page, app_url)
    button(page, "Tour").focus()
    page.keyboard.press("Enter")
    expect_step(page, 1)
    expect(button(page, "Next")).to_be_focused()
    page.keyboard.press("Enter")
    expect_step(page, 2)
    expect(page.locator(".tour").get_by_role("status")).to_contain_text(
        re.compile(r"^Step 2 of 4, The whole article at a glance: One bar for each sentence")
    )
    page.keyboard.press("Shift+Tab")
    expect(button(page, "Back")).to_be_focused()
    page.keyboard.press("Enter")
    expect_step(page, 1)
    # There is nothing before the first step, and the focus is not lost with its button.
    expect(button(page, "Next")).to_be_focused()
    page.keyboard.press("Escape")
    expect_closed(page)
    expect(button(page, "Tour")).to_be_focused()


def test_escape_closes_the_tour_before_it_clears_the_selection(
    open_page: OpenPage, app_url: str
) -> None:
    page = opened(open_page(first_visit=True), app_url, "?sample=fishing-dispute-loaded&s=2")
    expect(panel(page)).to_be_visible()
    chosen = page.locator('.sentence[aria-selected="true"]')
    expect(chosen).to_have_count(1)
    page.keyboard.press("Escape")
    expect_closed(page)
    expect(chosen).to_have_count(1)
    page.keyboard.press("Escape")
    expect(chosen).to_have_count(0)


def test_the_page_keeps_its_layout(open_page: OpenPage, app_url: str) -> None:
    page = opened(open_page(first_visit=True), app_url)
    expect_step(page, 1)
    places = "all => all.map(e => JSON.stringify(e.getBoundingClientRect()))"
    parts = page.locator(", ".join(part for _, part in STEPS))
    with_tour = parts.evaluate_all(places)
    page.keyboard.press("Escape")
    expect_closed(page)
    assert parts.evaluate_all(places) == with_tour
    assert len(with_tour) == len(STEPS)


def test_without_storage_it_waits_for_its_button(open_page: OpenPage, app_url: str) -> None:
    page = open_page(first_visit=True)
    page.add_init_script(NO_STORAGE)
    opened(page, app_url)
    expect_closed(page)
    button(page, "Tour").click()
    expect_step(page, 1)
    button(page, "Close the tour").click()
    expect_closed(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_and_a_narrow_screen(open_page: OpenPage, app_url: str, scheme: str) -> None:
    page = open_page(
        color_scheme=scheme, viewport={"width": 390, "height": 844}, reduced_motion="reduce"
    )
    opened(page, app_url)
    button(page, "Tour").click()
    for number in range(1, len(STEPS) + 1):
        expect_step(page, number)
        measured = contrasts(page.locator(".tour"), "p, b, h2, button")
        # WCAG 2.2, success criterion 1.4.3 (AA).
        assert [(text, ratio) for text, ratio in measured if ratio < 4.5] == []
        place = panel(page).bounding_box()
        assert place is not None
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= 390
        assert place["y"] + place["height"] <= 844
        button(page, "Done" if number == len(STEPS) else "Next").click()
    expect_closed(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

"""The tour of the Read page in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import KeptPage, OpenPage
from tests.browser.contrast import contrasts
from tests.browser.read_page import LIMIT, ReadPage

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


@pytest.fixture
def read(kept_page: KeptPage, app_url: str) -> ReadPage:
    """The page of a browser that was here before, with the tour closed."""
    read = kept_page(app_url, "")
    expect_closed(read)
    return read


def expect_step(read: ReadPage, number: int) -> None:
    """The panel is at step ``number`` (from 1) and the ring is round its part of the read.page."""
    name, part = STEPS[number - 1]
    expect(read.page.get_by_role("dialog", name=name)).to_be_visible()
    expect(read.panel).to_contain_text(f"Step {number} of 4")
    read.page.wait_for_function(
        """(selector) => {
          const part = document.querySelector(selector).getBoundingClientRect();
          const roots = document.querySelectorAll('[data-testid="stBidiComponentIsolated"]');
          const ring = [...roots].map((root) => root.shadowRoot.querySelector(".ring"))
            .find(Boolean).getBoundingClientRect();
          return ring.top <= part.top && ring.bottom >= part.bottom
            && ring.left <= part.left && ring.right >= part.right;
        }""",
        arg=part,
        timeout=LIMIT,
    )


def expect_closed(read: ReadPage) -> None:
    expect(read.panel).to_be_hidden()
    expect(read.page.locator(".tour .ring")).to_be_hidden()
    expect(read.button("Tour")).to_have_attribute("aria-expanded", "false")


def test_the_tour_opens_on_the_first_visit_and_stays_dismissed(
    open_page: OpenPage, app_url: str
) -> None:
    page = open_page(first_visit=True)
    read = ReadPage(page, app_url).open()
    expect_step(read, 1)
    # It opened by itself: focus and place stay the reader's.
    assert page.evaluate("document.activeElement === document.body")
    expect(page.locator(".tour").get_by_role("status")).to_contain_text("tour of this page")
    read.button("Close the tour").click()
    expect_closed(read)
    page.reload()
    read.settled()
    expect_closed(read)
    page.get_by_role("link", name="How it works").click()
    expect(read.heading).to_have_text("How it works")
    page.go_back()
    read.settled()
    expect_closed(read)


def test_it_is_not_shown_twice_even_if_left_open(open_page: OpenPage, app_url: str) -> None:
    page = open_page(first_visit=True)
    read = ReadPage(page, app_url).open()
    expect(read.panel).to_be_visible()
    page.reload()
    read.settled()
    expect_closed(read)


def test_the_button_opens_it_again_and_each_step_shows_its_part(read: ReadPage) -> None:
    page = read.page
    expect_closed(read)
    read.sentences.last.scroll_into_view_if_needed()
    # Pressed by the page's own script: the pointer would scroll up to the button first.
    read.button("Tour").evaluate("button => button.click()")
    for number, (_, part) in enumerate(STEPS, start=1):
        expect_step(read, number)
        expect(page.locator(part)).to_be_in_viewport()
        read.button("Done" if number == len(STEPS) else "Next").click()
    expect_closed(read)
    expect(read.button("Tour")).to_be_focused()


def test_the_keyboard_alone(read: ReadPage) -> None:
    page = read.page
    read.button("Tour").focus()
    page.keyboard.press("Enter")
    expect_step(read, 1)
    expect(read.button("Next")).to_be_focused()
    page.keyboard.press("Enter")
    expect_step(read, 2)
    expect(page.locator(".tour").get_by_role("status")).to_contain_text(
        re.compile(r"^Step 2 of 4, The whole article at a glance: One bar for each sentence")
    )
    page.keyboard.press("Shift+Tab")
    expect(read.button("Back")).to_be_focused()
    page.keyboard.press("Enter")
    expect_step(read, 1)
    # There is nothing before the first step, and the focus is not lost with its button.
    expect(read.button("Next")).to_be_focused()
    page.keyboard.press("Escape")
    expect_closed(read)
    expect(read.button("Tour")).to_be_focused()


def test_escape_closes_the_tour_before_it_clears_the_selection(
    open_page: OpenPage, app_url: str
) -> None:
    page = open_page(first_visit=True)
    read = ReadPage(page, app_url).open("?sample=fishing-dispute-loaded")
    expect(read.panel).to_be_visible()
    read.sentence(1).click()
    # With the focus on the page itself, as after a click beside the text.
    page.evaluate(
        """() => {
          let focused = document.activeElement;
          while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
          focused.blur();
        }"""
    )
    expect(read.panel).to_be_visible()
    chosen = page.locator('.sentence[aria-selected="true"]')
    expect(chosen).to_have_count(1)
    page.keyboard.press("Escape")
    expect_closed(read)
    expect(chosen).to_have_count(1)
    page.keyboard.press("Escape")
    expect(chosen).to_have_count(0)


def test_the_page_keeps_its_layout(open_page: OpenPage, app_url: str) -> None:
    page = open_page(first_visit=True)
    read = ReadPage(page, app_url).open()
    expect_step(read, 1)
    places = "all => all.map(e => JSON.stringify(e.getBoundingClientRect()))"
    parts = page.locator(", ".join(part for _, part in STEPS))
    with_tour = parts.evaluate_all(places)
    page.keyboard.press("Escape")
    expect_closed(read)
    assert parts.evaluate_all(places) == with_tour
    assert len(with_tour) == len(STEPS)


def test_without_storage_it_waits_for_its_button(open_page: OpenPage, app_url: str) -> None:
    page = open_page(first_visit=True)
    page.add_init_script(NO_STORAGE)
    read = ReadPage(page, app_url).open()
    expect_closed(read)
    read.button("Tour").click()
    expect_step(read, 1)
    read.button("Close the tour").click()
    expect_closed(read)


def test_a_link_to_a_sentence_is_not_covered_by_it(open_page: OpenPage, app_url: str) -> None:
    page = open_page(first_visit=True)
    read = ReadPage(page, app_url).open("?sample=fishing-dispute-loaded&s=20")
    expect(read.sentence(19)).to_be_in_viewport()
    expect_closed(read)
    read.button("Tour").evaluate("button => button.click()")
    expect(read.panel).to_be_visible()
    for _ in STEPS[1:-1]:  # the last one goes to the top of the page
        read.button("Next").click()
    position = "() => document.querySelector('[data-testid=stMain]').scrollTop"
    before = page.evaluate(position)
    assert before > 0
    read.button("Close the tour").click()
    expect_closed(read)
    assert page.evaluate(position) == before


def test_on_a_phone_it_waits_for_its_button(open_page: OpenPage, app_url: str) -> None:
    page = open_page(first_visit=True, viewport={"width": 390, "height": 844})
    read = ReadPage(page, app_url).open()
    expect_closed(read)
    read.button("Tour").click()
    expect_step(read, 1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_and_a_narrow_screen(open_page: OpenPage, app_url: str, scheme: str) -> None:
    page = open_page(
        color_scheme=scheme, viewport={"width": 390, "height": 844}, reduced_motion="reduce"
    )
    read = ReadPage(page, app_url).open()
    read.button("Tour").click()
    for number in range(1, len(STEPS) + 1):
        expect_step(read, number)
        measured = contrasts(page.locator(".tour"), "p, b, h2, button")
        # WCAG 2.2, success criterion 1.4.3 (AA).
        assert [(text, ratio) for text, ratio in measured if ratio < 4.5] == []
        place = read.panel.bounding_box()
        assert place is not None
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= 390
        assert place["y"] + place["height"] <= 844
        read.button("Done" if number == len(STEPS) else "Next").click()
    expect_closed(read)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

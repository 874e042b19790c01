"""The table of who tells what in a real browser: groups, filters, wordings, many rows."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.read_page import LIMIT
from tests.hand_made_comparison import TEXTS


def opened(page: Page, url: str, query: str) -> Page:
    page.goto(f"{url}/{query}", timeout=LIMIT)
    expect(page.locator(".matrix .fact").first).to_be_visible(timeout=LIMIT)
    expect(page.get_by_text("Python: selected")).to_be_visible(timeout=LIMIT)
    return page


def groups(page: Page) -> list[str]:
    return page.locator(".matrix .group").all_inner_texts()


def test_facts_stand_under_who_tells_them_and_can_be_filtered(
    page: Page, compare_view_url: str
) -> None:
    opened(page, compare_view_url, "?of=3&alone=1")
    assert groups(page) == [
        "Told by all three",
        "Told by A and B",
        "Told by A, possibly elsewhere",
        "No match found elsewhere: A",
        "No match found elsewhere: B",
        "No match found elsewhere: C",
    ]
    row = page.get_by_role("row", name=re.compile("^Protesters went home at dusk"))
    expect(row.get_by_role("cell")).to_have_text(["same fact", "possibly", "no match found"])
    page.get_by_role("button", name="Shared 6").click()
    expect(page.locator(".fact")).to_have_count(6)
    page.get_by_role("button", name="No match elsewhere: C 2").click()
    assert groups(page) == ["No match found elsewhere: C"]
    expect(page.locator(".fact")).to_have_text([TEXTS[2][0], TEXTS[2][2]])


def test_a_row_opens_to_its_wordings_which_lead_to_their_sentences(
    page: Page, compare_view_url: str
) -> None:
    opened(page, compare_view_url, "?of=3&alone=1")
    fact = page.locator(".fact").nth(2)
    fact.focus()
    page.keyboard.press("Enter")
    expect(fact).to_have_attribute("aria-expanded", "true")
    wordings = page.locator(".wording")
    expect(wordings).to_have_count(2)
    expect(wordings.first).to_contain_text("A 3, reported: harbour office")
    expect(wordings.nth(1)).to_contain_text("B 3, own voice, likely loaded")
    expect(wordings.nth(1).locator(".words")).to_have_text(TEXTS[1][2])
    wordings.nth(1).click()
    expect(page.get_by_text("Python: selected (1, 2),")).to_be_visible()
    expect(wordings.nth(1)).to_have_attribute("aria-current", "true")
    fact.click()
    expect(wordings.first).to_be_hidden()


def test_a_wording_leads_to_its_sentence_in_the_texts_also_of_one_not_shown(
    page: Page, compare_view_url: str
) -> None:
    opened(page, compare_view_url, "?of=3")
    page.locator(".fact").nth(1).click()
    page.locator(".wording").nth(1).click()
    expect(page.locator(".column").nth(1).locator(".chosen")).to_have_text(TEXTS[1][4])
    expect(page.get_by_text("Python: selected (1, 4),")).to_be_visible()
    page.locator(".wording").nth(2).click()
    expect(page.get_by_text("Python: selected (2, 3),")).to_be_visible()
    expect(page.locator(".column").nth(1).locator(".chosen")).to_have_text(TEXTS[2][3])


def test_many_facts_come_in_parts_and_a_small_screen_holds_them(
    open_page: OpenPage, compare_view_url: str
) -> None:
    page = open_page(viewport={"width": 390, "height": 844})
    opened(page, compare_view_url, "?of=long&alone=1")
    expect(page.locator(".fact")).to_have_count(150)
    page.get_by_role("button", name=re.compile("^Show more: 150 of 900 facts")).press("Enter")
    expect(page.locator(".fact")).to_have_count(300)
    expect(page.locator(".fact").nth(150)).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

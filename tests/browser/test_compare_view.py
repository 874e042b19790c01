"""Two texts side by side in a real browser: links, marks of a pair, the sheet, the keyboard."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.contrast import contrasts
from tests.browser.read_page import LIMIT
from tests.hand_made_comparison import TEXTS

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def opened(page: Page, url: str, query: str = "") -> Page:
    page.goto(f"{url}/{query}", timeout=LIMIT)
    expect(page.locator(".compare .sentence").first).to_be_attached(timeout=LIMIT)
    expect(page.get_by_text("Python: selected")).to_be_visible(timeout=LIMIT)
    return page


def column(page: Page, side: int) -> Locator:
    return page.locator(".compare .column").nth(side)


def sentence(page: Page, side: int, number: int) -> Locator:
    return column(page, side).locator(f'.sentence[data-sentence="{number}"]')


def note(page: Page, side: int) -> Locator:
    return column(page, side).locator(".note")


def expect_python(page: Page, selected: tuple[int, int] | None) -> None:
    expect(page.get_by_text(f"Python: selected {selected},")).to_be_visible()


def test_choosing_a_sentence_marks_its_match_and_what_differs(
    page: Page, compare_view_url: str
) -> None:
    opened(page, compare_view_url)
    expect(note(page, 0)).to_have_text("6 of 7 sentences have a match")
    expect(column(page, 1).get_by_role("heading")).to_have_text("B Fury at the pier 😡")
    sentence(page, 0, 2).click()
    expect_python(page, (0, 2))
    expect(page.locator(".sentence.partner")).to_have_text(TEXTS[1][2])
    expect(sentence(page, 1, 2)).to_have_attribute("aria-selected", "true")
    differing = "all => all.map(one => one.textContent).join('')"
    assert sentence(page, 1, 2).locator(".differs").evaluate_all(differing) == (
        "An angry mob of 200besieged"
    )
    expect(sentence(page, 1, 2).locator(".conflicts")).to_have_text("200")
    expect(sentence(page, 1, 2).locator(".conflicts")).to_have_attribute("title", "70 in A")
    expect(note(page, 1)).to_have_text("Same fact as sentence 3 in A. ≠ 70 in A, 200 in B")
    expect(page.locator(".compare .status")).to_have_text(
        re.compile("^Sentence 3 of A selected, not loaded, .*Same fact in sentence 3 of B: An ang")
    )
    sentence(page, 0, 4).click()
    expect_python(page, (0, 4))
    expect(note(page, 1)).to_have_text("No match found in B")
    expect(page.locator(".partner, .text .differs, .conflicts")).to_have_count(0)
    sentence(page, 0, 6).click()
    expect(sentence(page, 1, 6)).to_have_class(re.compile(r"\bperhaps\b"))
    expect(note(page, 1)).to_have_text("Possibly the same fact as sentence 7 in A")


def test_the_text_is_as_given_and_marks_stand_beside_it(page: Page, compare_view_url: str) -> None:
    opened(page, compare_view_url, "?of=3")
    for side in (0, 1):
        shown = column(page, side).locator(".text").evaluate("text => text.textContent")
        assert shown == "\n\n".join(TEXTS[side])
    marks = column(page, 0).locator(".text .match")
    assert marks.evaluate_all("all => all.map(one => one.className)") == [
        f"match {band}" for band in ("possibly", "same", "same", "same", "same", "possibly")
    ]
    assert marks.nth(1).get_attribute("title") == "same fact in B and C"
    expect(sentence(page, 0, 4)).to_have_attribute(
        "aria-label",
        re.compile("^sentence 5 of 7, not loaded, no match found in B or C: Residents"),
    )


def test_the_keyboard_alone(page: Page, compare_view_url: str) -> None:
    opened(page, compare_view_url)
    page.locator('.only button[data-only="one"]').focus()
    page.keyboard.press("Tab")
    expect(sentence(page, 0, 0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(sentence(page, 0, 2)).to_be_focused()
    page.keyboard.press("Enter")
    expect_python(page, (0, 2))
    # Its match is the next stop.
    page.keyboard.press("Tab")
    expect(sentence(page, 1, 2)).to_be_focused()
    page.keyboard.press("Escape")
    expect_python(page, None)
    expect(sentence(page, 1, 2)).to_be_focused()
    expect(page.locator('.compare [aria-selected="true"]')).to_have_count(0)
    page.keyboard.press("Enter")
    expect(note(page, 0)).to_have_text(re.compile("^Same fact as"))


def test_python_selects_and_a_link_opens_on_its_sentence(page: Page, compare_view_url: str) -> None:
    opened(page, compare_view_url, "?a=1&s=2")
    expect(sentence(page, 1, 2)).to_have_class(re.compile(r"\bchosen\b"))
    expect(sentence(page, 0, 2)).to_have_class(re.compile(r"\bpartner\b"))
    page.get_by_role("button", name="Select B 5").click()
    expect(sentence(page, 1, 4)).to_have_class(re.compile(r"\bchosen\b"))
    expect(sentence(page, 0, 5)).to_have_class(re.compile(r"\bpartner\b"))
    page.get_by_role("button", name="Told in both").click()
    alone = sentence(page, 0, 4)
    plain = sentence(page, 0, 1).evaluate("one => getComputedStyle(one).color")
    expect(alone).not_to_have_css("color", plain)
    page.get_by_role("button", name="No match found").click()
    expect(alone).to_have_css("color", plain)


def test_a_long_text_scrolls_to_the_nearest_match_and_on_to_the_next(
    page: Page, compare_view_url: str
) -> None:
    opened(page, compare_view_url, "?of=long")
    sentence(page, 0, 3).click()
    expect(sentence(page, 1, 896)).to_be_in_viewport()
    sentence(page, 0, 0).click()
    expect(note(page, 1)).to_contain_text("Same fact as sentence 1 in A")
    another = column(page, 1).locator(".next")
    expect(another).to_have_text("2 of 2")  # the end is in view already
    expect(sentence(page, 1, 899)).to_be_in_viewport()
    expect(sentence(page, 0, 0)).to_be_in_viewport()
    another.click()
    expect(another).to_have_text("1 of 2")
    expect(sentence(page, 1, 450)).to_be_in_viewport()
    expect(sentence(page, 1, 899)).not_to_be_in_viewport()


def test_markup_in_articles_is_text(page: Page, compare_view_url: str) -> None:
    opened(page, compare_view_url, "?of=strange")
    sentence(page, 0, 0).click()
    page.locator(".fact").first.click()
    expect(page.locator(".wording").first).to_contain_text("<b>𝔟old</b>")
    expect(page.locator(".compare img, .compare b, .matrix img, .matrix b")).to_have_count(0)
    assert page.evaluate("window.harmed") is None


def test_on_a_phone_the_match_comes_as_a_sheet(open_page: OpenPage, compare_view_url: str) -> None:
    page = opened(open_page(**PHONE), compare_view_url)
    expect(column(page, 1)).to_be_hidden()
    sentence(page, 0, 2).tap()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    expect(sheet.get_by_role("heading")).to_have_text("Same fact in B")
    expect(sheet.get_by_role("heading")).to_be_focused()
    expect(sheet.locator(".differs").first).to_be_visible()
    expect(sheet).to_contain_text("≠ 70 in A, 200 in B")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(sentence(page, 0, 2)).to_be_focused()
    expect_python(page, (0, 2))
    sentence(page, 0, 2).tap()
    sheet.get_by_role("button", name="Go to it in B").click()
    expect(sheet).to_be_hidden()
    expect(column(page, 0)).to_be_hidden()
    expect(sentence(page, 1, 2)).to_be_focused()
    expect_python(page, (1, 2))
    page.get_by_role("button", name=re.compile("^A: ")).tap()
    expect(sentence(page, 0, 2)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    sentence(page, 0, 4).tap()
    expect(sheet.get_by_role("heading")).to_have_text("No match found in B")
    sheet.get_by_role("button", name="Close").click()
    expect(sheet).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_contrast_is_enough(
    open_page: OpenPage, compare_view_url: str, scheme: str
) -> None:
    page = opened(open_page(color_scheme=scheme), compare_view_url, "?of=3")
    sentence(page, 0, 2).click()
    page.locator(".fact").nth(2).click()
    page.get_by_role("button", name="No match found").click()
    expect_python(page, (0, 2))
    page.locator(".compare").evaluate(
        """root => root.querySelectorAll(".sentence").forEach((one) =>
          one.style.setProperty("--tint", "var(--strongest)"))"""
    )
    measured = contrasts(
        page.locator(".compare"), ".sentence, .sentence span, .note, .title, .name, .key, button"
    )
    measured += contrasts(page.locator(".matrix"), "th, button, .about, .told, .words, .words span")
    assert len(measured) > 60
    # WCAG 2.2, success criterion 1.4.3 (AA).
    assert [(text, ratio) for text, ratio in measured if ratio < 4.5] == []
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found] == []

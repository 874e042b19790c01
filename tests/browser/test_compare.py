"""The Compare page in a real browser: pairs come into view, lists lead to them, links come back."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.compare_page import ComparePage
from tests.browser.conftest import OpenPage
from tests.browser.read_page import LIMIT, ReadPage
from tests.browser.test_accessibility import (
    ASKED_IN_VAIN,
    DESKTOP,
    PHONE,
    at_both_sizes,
    ring_colour,
    tab_to,
    violations,
)

PAIR = "?a=bus-fares-plain&b=bus-fares-loaded"
THREE = "?a=housing-march-plain&b=housing-march-loaded&c=housing-march-opposed"
# Streamlit's client asks below the page's own address first, and finds nothing there.
IN_VAIN = ASKED_IN_VAIN.replace("how-it-works", "(?:compare|how-it-works)")
POND = (
    "Village pond to be dredged\n\n"
    "The parish will dredge the pond in March. Two firms have made an offer for the work.\n\n"
    "“It is a scandalous delay,” said Una Brett, who lives beside the pond."
)


@pytest.fixture
def compare(open_page: OpenPage, app_url: str) -> ComparePage:
    """The Compare page, 1440 by 900, light, not loaded yet."""
    return ComparePage(open_page(color_scheme="light", allowed=IN_VAIN), app_url)


def test_a_first_visit_compares_a_sample_event(compare: ComparePage) -> None:
    compare.open()
    expect(compare.page).to_have_title("Compare · Slant")
    expect(compare.heading).to_have_text("Housing march, told three times")
    for letter in "ABC":
        expect(compare.line(letter)).to_contain_text(letter)
    compare.page.wait_for_url(f"**/compare{THREE}&shown=ab")
    expect(compare.page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=LIMIT)


def test_a_sentence_brings_its_match_into_view_and_the_address_goes_back(
    compare: ComparePage,
) -> None:
    compare.open(PAIR)
    page = compare.page
    last = compare.column(0).locator(".sentence:has(.match)").last
    number = int(last.get_attribute("data-sentence") or "")
    compare.select(0, number)
    match = compare.chosen(1).first
    expect(match).to_be_in_viewport()
    expect(compare.column(1)).to_contain_text("Same fact as sentence")
    assert page.url.endswith(f"{PAIR}&s=a{number + 1}")
    first = compare.column(1).locator(".sentence:has(.match)").first
    other = int(first.get_attribute("data-sentence") or "")
    first.click()
    page.wait_for_url(f"**{PAIR}&s=b{other + 1}")
    page.go_back()
    expect(compare.sentence(0, number)).to_have_attribute("aria-selected", "true")
    page.reload()
    compare.settled()
    expect(compare.sentence(0, number)).to_have_attribute("aria-selected", "true")
    expect(compare.chosen(1).first).to_be_in_viewport()


def test_a_line_of_a_list_leads_to_its_pair(compare: ComparePage) -> None:
    compare.open(f"{THREE}&shown=ab")
    groups = compare.unmatched.locator("details")
    group = groups.filter(has_text="No match found in B:")
    group.locator("summary").click()
    entry = group.locator(".entry").first
    entry.click()
    # B tells nothing of it: A and C, which do, stand side by side.
    compare.page.wait_for_url("**shown=ac&s=*")
    expect(entry).to_have_attribute("aria-current", "true")
    expect(compare.chosen(0).first).to_be_in_viewport()
    expect(compare.chosen(1).first).to_be_in_viewport()
    expect(compare.column(1).get_by_role("heading")).to_contain_text("C")
    compare.page.go_back()
    expect(compare.column(1).get_by_role("heading")).to_contain_text("B")


def test_a_fact_opens_to_its_wordings_which_lead_to_the_texts(compare: ComparePage) -> None:
    compare.open(f"{THREE}&shown=ab")
    matrix = compare.page.locator(".st-key-who-tells-what .matrix")
    line = matrix.locator(".fact").first
    line.click()
    expect(line).to_have_attribute("aria-expanded", "true")
    wording = matrix.locator('.wording[data-place^="2."]').first
    wording.click()
    compare.page.wait_for_url("**shown=ac&s=c*")
    expect(compare.column(1).get_by_role("heading")).to_contain_text("C")
    expect(compare.chosen(1).first).to_be_in_viewport()


def test_a_third_article_is_added_by_paste_and_taken_away(compare: ComparePage) -> None:
    compare.open(PAIR)
    compare.own_articles()
    compare.button("Add an article").click()
    compare.paste("C", "  ")
    compare.compare()
    expect(compare.alert).to_contain_text("C: The text is empty: give an article of at least one")
    expect(compare.heading).to_have_text("Bus fares, told twice")
    compare.paste("C", POND)
    expect(compare.alert).to_have_count(0)
    compare.compare()
    expect(compare.line("C")).to_contain_text("Village pond to be dredged", timeout=LIMIT)
    compare.page.wait_for_url(re.compile(r"loaded&c=text(:|%3A)1&shown=ab$"))
    expect(compare.alert).not_to_have_count(0)
    expect(compare.alert.first).to_contain_text(
        re.compile("of A and C|C seems to be about something else than A and B")
    )
    compare.page.reload()
    compare.settled()
    expect(compare.line("C")).to_contain_text("Village pond to be dredged")
    compare.own_articles()
    compare.button("Remove C").click()
    compare.compare()
    compare.page.wait_for_url(f"**{PAIR}")
    expect(compare.line("C")).to_have_count(0)


def test_a_link_to_somebody_s_own_text_says_where_texts_stay(compare: ComparePage) -> None:
    compare.open("?a=text:7&b=bus-fares-plain")
    expect(compare.alert).to_contain_text("A: This link is to a text that was not kept")
    expect(compare.line("C")).to_be_visible()


def test_from_read_to_the_comparison_and_back(open_page: OpenPage, app_url: str) -> None:
    page = open_page(color_scheme="light", allowed=IN_VAIN)
    read = ReadPage(page, app_url).open("?sample=bus-fares-loaded")
    compare = ComparePage(page, app_url)
    page.get_by_role("link", name="Compare with the other telling").click()
    compare.settled()
    page.wait_for_url("**/compare?a=bus-fares-loaded&b=bus-fares-plain")
    page.get_by_role("link", name="Read B on its own").click()
    expect(read.heading).to_contain_text("Calderwick council approves", timeout=LIMIT)
    page.wait_for_url("**/?sample=bus-fares-plain")
    read.settled()
    read.paste(POND)
    expect(read.heading).to_have_text("Village pond to be dredged", timeout=LIMIT)
    read.at_rest()
    page.get_by_role("link", name="Compare with another article").click()
    page.wait_for_url(re.compile(r"/compare\?a=text(:|%3A)1$"), timeout=LIMIT)
    expect(compare.button("Compare")).to_be_visible(timeout=LIMIT)
    chosen = page.get_by_role("combobox", name="Open text for A")
    expect(chosen).to_have_value("Text 1: Village pond to be dredged")
    expect(page.get_by_text("Compare it with another article")).to_be_visible()


def test_downloads_hold_the_comparison(compare: ComparePage) -> None:
    compare.open(PAIR)
    stem = "slant-compare-bus-fares-plain-bus-fares-loaded"
    name, content = compare.download("Report, HTML")
    assert name == f"{stem}.html"
    assert content.startswith(b"<!doctype html>")
    name, content = compare.download("Everything, JSON")
    assert name == f"{stem}.json"
    assert [one["letter"] for one in json.loads(content)["articles"]] == ["A", "B"]
    name, content = compare.download("Pairs of sentences, CSV")
    assert name == f"{stem}-pairs.csv"
    assert content.startswith(b"\xef\xbb\xbfarticle_a,")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page: OpenPage, app_url: str, scheme: str) -> None:
    page = open_page(color_scheme=scheme, viewport=DESKTOP, allowed=IN_VAIN)
    compare = ComparePage(page, app_url).open(f"{THREE}&shown=ab&s=a2")
    assert page.locator("html").get_attribute("lang") == "en"
    compare.read.drawn()
    compare.unmatched.locator("summary").first.click()
    for size in at_both_sizes(page):
        assert violations(page) == [], f"with a sentence chosen, {size}"
    page.set_viewport_size(DESKTOP)
    compare.own_articles()
    compare.paste("A", "12 345 67")
    compare.way_in("B", "File")
    compare.compare()
    expect(compare.alert).to_have_count(2)
    compare.read.at_rest()
    for size in at_both_sizes(page):
        assert violations(page) == [], f"with places that cannot be read, {size}"


def test_a_phone_has_one_column_and_nothing_at_the_side(open_page: OpenPage, app_url: str) -> None:
    page = open_page(viewport=PHONE, allowed=IN_VAIN)
    compare = ComparePage(page, app_url).open(f"{THREE}&shown=ab")
    compare.read.drawn()
    assert _too_wide(page) == []
    compare.own_articles()
    assert _too_wide(page) == []
    # The texts come first, then the lists, then the charts.
    parts = (".compare .columns", ".st-key-unmatched", ".st-key-strips")
    tops = [page.locator(part).evaluate("one => one.getBoundingClientRect().top") for part in parts]
    assert tops == sorted(tops)


def test_on_a_phone_a_line_of_a_list_shows_both_wordings(open_page: OpenPage, app_url: str) -> None:
    page = open_page(viewport=PHONE, allowed=IN_VAIN)
    compare = ComparePage(page, app_url).open(f"{THREE}&shown=ab")
    group = compare.findings.locator("details").filter(has_text="The same quotation, cut")
    group.locator("summary").click()
    # One of the two articles that are shown: the texts lead there without Python.
    group.locator(".entry").filter(has_text=re.compile("A gives more .* than B")).first.click()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    expect(sheet.get_by_role("heading")).to_contain_text(" in B")
    chosen = page.locator('.compare .chosen[aria-selected="true"]')
    expect(chosen.first).to_be_in_viewport()
    assert page.evaluate(
        """() => {
          const root = [...document.querySelectorAll("*")]
            .map((node) => node.shadowRoot ?? node)
            .find((node) => node.querySelector?.(".compare"));
          const one = root.querySelector('.chosen[aria-selected="true"]');
          const over = root.querySelector(".sheet");
          return one.getBoundingClientRect().top < over.getBoundingClientRect().top;
        }"""
    )


def _too_wide(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        """() => {
          const main = document.querySelector("[data-testid=stMain]");
          return [document.documentElement, main]
            .filter((node) => node.scrollWidth > node.clientWidth)
            .map((node) => node.localName);
        }"""
    )
    return found


def test_the_keyboard_alone_is_enough(open_page: OpenPage, app_url: str) -> None:
    page = open_page(color_scheme="light", allowed=IN_VAIN)
    compare = ComparePage(page, app_url).open(PAIR)
    compare.read.drawn()
    ring = ring_colour("light")
    tab_to(page, ring, "Skip to main content")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stMain")).to_be_focused()
    for name in ("Choose what to compare", "(?s).*Read A on its own", "(?s).*Loaded sentences"):
        tab_to(page, ring, name)
    tab_to(page, ring, "sentence 1 of")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(compare.sentence(0, 1)).to_have_attribute("aria-selected", "true")
    page.wait_for_url("**s=a2")
    compare.read.at_rest()
    # On the way is the match in the other text, whose ring is its own.
    fold = compare.unmatched.locator("summary").first
    entry = compare.unmatched.locator(".entry").first
    for target in (fold, entry):
        for _ in range(30):
            page.keyboard.press("Tab")
            if target.evaluate("one => one.getRootNode().activeElement === one"):
                break
        expect(target).to_be_focused()
        page.keyboard.press("Enter")
    page.wait_for_url("**s=b*")

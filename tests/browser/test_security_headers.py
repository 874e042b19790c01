"""The dashboard behind its content security policy: everything works, nothing is refused."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.read_page import ReadPage

FRENCH = "Le conseil municipal a voté la fermeture de la piscine. C’est une décision scandaleuse."
ENGLISH = "The council voted to close the pool. It is a shameful and reckless betrayal of families."


@pytest.fixture
def read(page: Page, guarded_url: str) -> ReadPage:
    """The Read page behind the headers."""
    return ReadPage(page, guarded_url).open()


def test_the_read_page_needs_nothing_that_is_refused(read: ReadPage) -> None:
    """A refusal is an error in the console, and the fixture fails the test for it."""
    page = read.page
    expect(page.locator(".st-key-strip .js-plotly-plot .barlayer")).to_be_visible()
    read.select(1)
    expect(page.locator(".st-key-card textarea")).to_be_visible()
    expect(read.rows.first).to_be_visible()
    read.settled()
    assert read.download("Report, HTML")[1].startswith(b"<!doctype html>")
    read.go_to_how_it_works()


def test_a_text_in_another_language(read: ReadPage) -> None:
    page = read.page
    read.paste(FRENCH)
    expect(read.alert).to_contain_text("looks like French")
    page.get_by_role("button", name="Analyse anyway").click()
    note = page.locator(".st-key-language-note")
    expect(note).to_contain_text("This text looks like French")
    expect(page.locator(".sentence", has_text="piscine")).to_be_visible()
    read.settled()
    read.paste(f"{ENGLISH}\n\n{FRENCH}\n\n{ENGLISH}")
    expect(note).to_contain_text("2 sentences are not in English")
    read.settled()
    unscored = page.locator(".sentence.unscored")
    expect(unscored).to_have_count(2)
    expect(unscored.first).to_have_attribute("lang", "fr")
    expect(page.locator(".st-key-strip .barlayer .point")).to_have_count(6)
    unscored.first.click()
    expect(read.card).to_contain_text("Not scored: in French")
    expect(page.locator(".st-key-strip .slant-selected-band")).to_have_count(1)

"""An own text and the reload of its page, in a real browser."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.read_page import ReadPage

TEXT = (
    "The mayor’s plan is a shameless disgrace. “It is not,” she said.\n\n"
    "The vote <b>is</b> due on 4 May.\n"
)


def test_a_pasted_text_survives_a_reload(open_page: OpenPage, app_url: str) -> None:
    page = open_page(apart=True)
    read = ReadPage(page, app_url).open()
    read.paste(TEXT)
    expect(read.sentences).to_have_count(3)
    read.at_rest().select(1)
    page.reload()
    read.settled()
    assert read.shown_text == TEXT
    expect(read.chosen).to_have_attribute("data-sentence", "1")
    assert page.url.endswith("?text=1&s=2")
    # The next one gets the next number, and both are there.
    read.paste("The bridge opened on Monday. The council paid for it.")
    expect(read.sentence(0)).to_contain_text("bridge")
    page.wait_for_url("**/?text=2")
    page.reload()
    read.settled()
    expect(read.sentence(0)).to_contain_text("bridge")
    page.go_back()
    expect(read.sentence(0)).to_contain_text("mayor")


def test_a_link_to_somebody_s_own_text_says_where_texts_stay(
    open_page: OpenPage, app_url: str
) -> None:
    page = open_page(apart=True)
    read = ReadPage(page, app_url).open("?text=1")
    expect(read.alert).to_contain_text("texts stay in the browser tab that gave them")


def test_another_s_writing_in_the_storage_opens_nothing(open_page: OpenPage, app_url: str) -> None:
    page = open_page(apart=True)
    read = ReadPage(page, app_url).open()
    for stored in ("no JSON", '[{"number": 1, "kept": {"article": {"text": 3}}}]'):
        page.evaluate("text => sessionStorage.setItem('slant.texts', text)", stored)
        read.open("?text=1")
        expect(read.alert).to_contain_text("paste or upload it again")

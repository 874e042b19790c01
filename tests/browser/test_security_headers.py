"""The dashboard behind its content security policy: everything works, nothing is refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, served

LIMIT = 60_000
"""Milliseconds to wait for a state; the first page of a cold server loads the model."""
FRENCH = "Le conseil municipal a voté la fermeture de la piscine. C’est une décision scandaleuse."
ENGLISH = "The council voted to close the pool. It is a shameful and reckless betrayal of families."


@pytest.fixture(scope="module")
def guarded_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(ROOT / "serve.py", tmp_path_factory.mktemp("serve") / "streamlit.log") as url:
        yield url


def settled(page: Page) -> None:
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=LIMIT
    )


def paste(page: Page, text: str) -> None:
    page.get_by_role("tab", name="Paste a text").click()
    page.get_by_label("Paste an article in English").fill(text)
    page.get_by_role("button", name="Analyse", exact=True).click()


def test_the_read_page_needs_nothing_that_is_refused(page: Page, guarded_url: str) -> None:
    """A refusal is an error in the console, and the fixture fails the test for it."""
    page.goto(guarded_url)
    sentence = page.locator(".sentence").nth(1)
    expect(sentence).to_be_visible(timeout=LIMIT)
    expect(page.locator(".st-key-strip .js-plotly-plot .barlayer")).to_be_visible(timeout=LIMIT)
    settled(page)
    sentence.click()
    expect(page.locator(".st-key-card")).to_contain_text("Sentence 2 of", timeout=LIMIT)
    expect(page.locator(".st-key-card textarea")).to_be_visible(timeout=LIMIT)
    expect(page.locator("[data-testid=stDataFrame] canvas").first).to_be_visible(timeout=LIMIT)
    settled(page)
    with page.expect_download(timeout=LIMIT) as download:
        page.get_by_role("button", name="Report, HTML").click()
    assert Path(download.value.path()).read_bytes().startswith(b"<!doctype html>")
    page.get_by_role("link", name="How it works").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How it works", timeout=LIMIT)
    settled(page)


def test_a_text_in_another_language(page: Page, guarded_url: str) -> None:
    page.goto(guarded_url)
    expect(page.locator(".sentence").first).to_be_visible(timeout=LIMIT)
    settled(page)
    paste(page, FRENCH)
    expect(page.get_by_role("alert")).to_contain_text("looks like French", timeout=LIMIT)
    page.get_by_role("button", name="Analyse anyway").click()
    note = page.locator(".st-key-language-note")
    expect(note).to_contain_text("This text looks like French", timeout=LIMIT)
    expect(page.locator(".sentence", has_text="piscine")).to_be_visible()
    settled(page)
    paste(page, f"{ENGLISH}\n\n{FRENCH}\n\n{ENGLISH}")
    expect(note).to_contain_text("2 sentences are not in English", timeout=LIMIT)
    settled(page)
    unscored = page.locator(".sentence.unscored")
    expect(unscored).to_have_count(2)
    expect(unscored.first).to_have_attribute("lang", "fr")
    expect(page.locator(".st-key-strip .barlayer .point")).to_have_count(6)
    unscored.first.click()
    expect(page.locator(".st-key-card")).to_contain_text("Not scored: in French", timeout=LIMIT)
    expect(page.locator(".st-key-strip .slant-selected-band")).to_have_count(1)

"""A page that is closed while its text is being analysed does no harm to the others."""

from pathlib import Path

from playwright.sync_api import Page, expect

from analysis.reading.samples import samples
from tests.browser.conftest import OpenPage

LIMIT = 90_000
"""Milliseconds to wait for a state; the long text may still be in the models."""
LONG = "\n\n".join(sample.text for sample in samples()) * 3
SHORT = "The library will open on Sundays from May. The council voted for it on Monday."


def opened(page: Page, url: str) -> Page:
    page.goto(url)
    expect(page.locator(".sentence").first).to_be_visible(timeout=LIMIT)
    page.get_by_role("tab", name="Paste a text").click()
    return page


def analyse(page: Page, text: str) -> None:
    page.get_by_label("Paste an article in English").fill(text)
    page.get_by_role("button", name="Analyse", exact=True).click()


def test_the_server_answers_others(open_page: OpenPage, own_url: str, log: Path) -> None:
    leaving = opened(open_page(), own_url)
    staying = opened(open_page(), own_url)
    analyse(leaving, LONG)
    expect(leaving.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "running", timeout=LIMIT
    )
    leaving.goto("about:blank")  # for the server the same as a closed tab: its socket is gone
    analyse(staying, SHORT)
    expect(staying.locator(".sentence", has_text="open on Sundays")).to_be_visible(timeout=LIMIT)
    expect(staying.locator(".sentence")).to_have_count(2)
    opened(open_page(), own_url)
    assert "Traceback" not in log.read_text(encoding="utf-8")

"""A page that is closed while its text is being analysed does no harm to the others."""

from playwright.sync_api import expect

from analysis.reading.samples import samples
from tests.browser.conftest import OpenPage, ServerLog
from tests.browser.read_page import ReadPage

# About 10,000 words: some seconds of work, however many samples there are.
LONG = "\n\n".join(sample.text for sample in samples()[:8]) * 3
SHORT = "The library will open on Sundays from May. The council voted for it on Monday."


def test_the_server_answers_others(open_page: OpenPage, app_url: str, log: ServerLog) -> None:
    leaving = ReadPage(open_page(), app_url).open()
    staying = ReadPage(open_page(), app_url).open()
    leaving.paste(LONG)
    expect(leaving.page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "running"
    )
    # For the server the same as a closed tab: its socket is gone.
    leaving.page.goto("about:blank")
    staying.paste(SHORT)
    expect(staying.page.locator(".sentence", has_text="open on Sundays")).to_be_visible()
    expect(staying.sentences).to_have_count(2)
    ReadPage(open_page(), app_url).open()
    assert "Traceback" not in log.read()

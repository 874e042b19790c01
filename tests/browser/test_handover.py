"""From any page to the Read page: the bookmark on pages of another site, and ``?url=``."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.chromium import TOUR_SEEN
from tests.browser.read_page import ReadPage

PAGE = """<!doctype html><html lang="en"><head><title>Lido to close</title>
<meta charset="utf-8"><script>document.documentElement.dataset.ran = 1</script></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Lido to close in March</h1>
<p id="first">The council voted on Tuesday to close the lido after a heated evening in the town
hall.</p><p id="second">It is a reckless, shameful betrayal of the families who swim there 🏊 and
who paid for it.</p>
<p>Two firms have made an offer for the site, and both want to keep the café, the clerk said.</p>
<p>The decision takes effect on the first of March, when the season’s tickets run out.</p></article>
<footer>All rights reserved.</footer></body></html>"""


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        content = PAGE.encode("utf-8")
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        # As strict as a news site's can be: no form may go elsewhere, no script be added.
        self.send_header("Content-Security-Policy", "form-action 'self'; connect-src 'self'")
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Address of a news page on a site of its own."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_address[1]}/lido"
        server.shutdown()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A context of its own, as windows are opened and another site is visited."""
    own = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    own.add_init_script(TOUR_SEEN)
    yield own
    own.close()


@pytest.fixture(scope="module")
def bookmark(context: BrowserContext, guarded_url: str) -> str:
    """The bookmark that the server's own page offers."""
    page = context.new_page()
    page.goto(f"{guarded_url}/open")
    link = page.get_by_role("link", name="Read in Slant")
    expect(link).to_have_attribute("href", re.compile("^javascript:"))
    source = link.get_attribute("href")
    assert source
    expect(page.get_by_label("The bookmark’s address")).to_have_value(source)
    link.click()
    expect(page.get_by_text("Drag the link to the bookmarks bar")).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    page.close()
    return source


@pytest.fixture
def article(context: BrowserContext, site: str) -> Iterator[Page]:
    """The news page, open."""
    page = context.new_page()
    page.goto(site)
    yield page
    for other in context.pages:
        other.close()


def use(page: Page, bookmark: str) -> Page:
    """Click the bookmark on ``page``; return the window that it opens."""
    with page.context.expect_page() as opened:
        page.evaluate("code => { eval(decodeURIComponent(code)) }", bookmark.split(":", 1)[1])
    window = opened.value
    expect(window.get_by_role("heading", level=1)).to_have_text("Read this in Slant?")
    return window


def test_a_page_is_asked_about_then_opened_once(
    article: Page, bookmark: str, guarded_url: str, site: str
) -> None:
    window = use(article, bookmark)
    assert window.url == f"{guarded_url}/open"
    expect(window.locator("#title")).to_have_text("Lido to close")
    expect(window.locator("#from")).to_contain_text("localhost")
    expect(window.locator("#beginning")).to_contain_text("The council voted on Tuesday")
    assert Axe().run(window).response["violations"] == []
    sent: list[str] = []
    window.on("request", lambda asked: sent.append(f"{asked.method} {asked.url}"))
    window.get_by_role("button", name="Read it in Slant").click()
    read = ReadPage(window, guarded_url).settled()
    expect(read.heading).to_have_text("Lido to close in March")
    expect(read.sentences.filter(has_text="families who swim there 🏊")).to_have_count(1)
    expect(read.sentences.filter(has_text="All rights reserved")).to_have_count(0)
    expect(window.get_by_text(site, exact=True)).to_be_visible()
    expect(window).to_have_url(re.compile(r"\?text=1$"))
    assert sent[0] == f"POST {guarded_url}/open", "nothing is sent before the click"
    key = next(one.split("handed=")[1] for one in sent if "handed=" in one)
    other = ReadPage(article.context.new_page(), guarded_url).open(f"?handed={key}")
    expect(other.alert).to_contain_text("not kept any more")
    assert "handed" not in other.page.url


def test_a_selection_alone_is_opened(article: Page, bookmark: str, guarded_url: str) -> None:
    article.evaluate("getSelection().setBaseAndExtent(first, 0, second, second.childNodes.length)")
    window = use(article, bookmark)
    expect(window.locator("#size")).to_contain_text("as selected")
    window.get_by_role("button", name="Read it in Slant").click()
    read = ReadPage(window, guarded_url).settled()
    expect(read.sentences).to_have_count(2)
    expect(read.heading).to_have_text("Lido to close")


def test_nothing_is_sent_by_who_says_no(article: Page, bookmark: str) -> None:
    window = use(article, bookmark)
    sent: list[str] = []
    window.on("request", lambda asked: sent.append(asked.url))
    window.get_by_role("button", name="No, leave it").click()
    expect(window.get_by_role("heading", level=1)).to_have_text("Nothing was sent")
    assert sent == []


@pytest.mark.parametrize("brought", ["%7B%22text%22", "%E0%A4%A", "null", "%7B%22text%22%3A3%7D"])
def test_a_damaged_text_is_said(article: Page, guarded_url: str, brought: str) -> None:
    article.goto(f"{guarded_url}/open#{brought}")
    expect(article.get_by_role("alert")).to_contain_text("did not arrive whole")


def test_html_in_what_is_brought_is_shown_as_text(article: Page, guarded_url: str) -> None:
    text = "<img src=x onerror=document.title=1> ran"
    brought = {"text": text, "title": "<b>x</b>", "url": "javascript:1"}
    article.goto(f"{guarded_url}/open#{quote(json.dumps(brought))}")
    expect(article.locator("#beginning")).to_have_text(text)
    expect(article.locator("#title")).to_have_text("<b>x</b>")
    expect(article.locator("#from")).to_be_hidden()
    expect(article.locator("main img")).to_have_count(0)


def test_a_link_is_asked_about_before_it_is_fetched(article: Page, guarded_url: str) -> None:
    address = "http://127.0.0.1/quillfeather?x=<b>"
    read = ReadPage(article, guarded_url).open(f"?url={quote(address)}")
    asked = article.locator(".st-key-asked-address")
    expect(asked).to_contain_text("Fetch this page and analyse it?")
    expect(asked.get_by_text(address, exact=True)).to_be_visible()
    expect(article).not_to_have_url(re.compile("url="))
    asked.get_by_role("button", name="Fetch and analyse").click()
    expect(read.alert).to_contain_text("127.0.0.1 is not on the public internet")
    expect(asked).to_have_count(0)
    read.open(f"?url={quote(address)}")
    asked.get_by_role("button", name="No, leave it").click()
    expect(asked).to_have_count(0)
    expect(read.at_rest().alert).to_have_count(0)

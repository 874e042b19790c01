"""The Desk page in a real browser: names, articles in, people; the queue has its own tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.analysis.reading.web.misbehaving_server import MisbehavingServer
from tests.analysis.reading.web.misbehaving_server import page as web_page
from tests.browser.conftest import OpenPage
from tests.browser.desk_room import FEED_SERVER, DeskRoom, desk_room
from tests.browser.read_page import LIMIT
from tests.browser.test_accessibility import ASKED_IN_VAIN, at_both_sizes, violations

POOL = (
    "Pool <b>to</b> close\n\nThe council voted on Monday. It is a reckless betrayal of families. "
    "The mayor claimed that the pool leaks."
)
FERRY = "Ferry late again\n\nThe ferry to Skerry sails on Monday. It is a shameful mess."
WORDS = "The ferry to Skerry will cost more from April, the harbour board decided on Monday. "
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel>'
    "<item><title>Fares &lt;i&gt;up&lt;/i&gt;</title><link>http://news.example/1</link>"
    f"<description>{WORDS * 10}</description></item>"
    "<item><title>Pool closed</title><link>http://news.example/2</link></item>"
    "<item><title>Lost</title></item></channel></rss>"
)
PAGE = (
    "<html><head><title>Pool closed</title></head><body><article><h1>Pool closed</h1>"
    + "<p>The pool on Quay Street is closed from Monday, the council said, and stays so.</p>" * 6
    + "</article></body></html>"
)
IN_VAIN = ASKED_IN_VAIN.replace("how-it-works", "desk")


@pytest.fixture(scope="module")
def news() -> Iterator[MisbehavingServer]:
    """The one site of the tests' internet."""
    with MisbehavingServer() as server:
        server.routes["/feed"] = web_page(FEED.encode(), "application/rss+xml")
        server.routes["/2"] = web_page(PAGE.encode())
        yield server


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory, news: MisbehavingServer) -> Iterator[str]:
    """A server whose desk the tests of this module fill, one after the other."""
    folder: Path = tmp_path_factory.mktemp("desk")
    with desk_room(folder, FEED_SERVER, TESTS_FEED_PORT=str(news.port)) as url:
        yield url


@pytest.fixture
def desk(open_page: OpenPage, room: str) -> DeskRoom:
    """The page for whom nobody has typed a name yet."""
    return DeskRoom(open_page(color_scheme="light", allowed=IN_VAIN), room)


def test_a_name_is_typed_and_files_come_in(desk: DeskRoom) -> None:
    desk.visit("articles").as_editor("Ann")
    expect(desk.page.get_by_text("There is no article on the desk yet.")).to_be_visible()
    desk.page.get_by_label("Outlet").fill("The Bugle")
    desk.page.get_by_label("Outlet").press("Enter")
    desk.upload({"pool.txt": POOL, "bad.json": '{"a": 4}', "ferry.txt": FERRY})
    desk.added("2 articles added, 1 could not be read.")
    expect(desk.progress).to_contain_text("bad.json looks like data (JSON), not an article")
    expect(desk.articles).to_have_count(2)
    expect(desk.articles.last).to_contain_text("Pool <b>to</b> close")
    expect(desk.articles.last).to_contain_text("The Bugle · ")
    desk.button("Done").click()
    expect(desk.progress).to_have_count(0)
    desk.upload({"again.txt": FERRY})
    desk.added("0 articles added, 1 was on the desk already.")
    # A reload begins a new session; the browser has kept the name.
    desk.page.reload()
    expect(desk.who).to_contain_text("Ann · admin", timeout=LIMIT)
    expect(desk.articles).to_have_count(2)


def test_an_article_has_notes_and_downloads_and_can_be_found(desk: DeskRoom) -> None:
    page = desk.visit("articles").as_editor("Ann").page
    page.get_by_label("Find a title").fill("pool")
    page.get_by_label("Find a title").press("Enter")
    expect(desk.articles).to_have_count(1)
    desk.button("More").click()
    page.get_by_label("A note on the article").fill("Ask <i>Tom</i> about it.")
    desk.button("Keep the note").click()
    expect(desk.articles).to_contain_text("Ask <i>Tom</i> about it.")
    expect(page.get_by_label("A note on the article")).to_have_value("")
    with page.expect_download() as download:
        desk.button("Reworded text").click()
    assert download.value.path().read_text(encoding="utf-8") == POOL
    with page.expect_download() as download:
        desk.button("Decisions, CSV").click()
    assert download.value.path().read_bytes().startswith(b"\xef\xbb\xbfdecision,flag,article,")
    desk.articles.get_by_role("button", name=re.compile(r"\d open")).click()
    expect(page).to_have_url(re.compile(r"view=queue"))
    expect(page).to_have_url(re.compile(r"article=\d"))


def test_a_feed_is_ticked_and_read(desk: DeskRoom, news: MisbehavingServer) -> None:
    page = desk.visit("articles").as_editor("Ann").page
    desk.tab("Feed")
    page.get_by_label("The address of a feed").fill("http://news.example/feed")
    desk.button("List its articles").click()
    boxes = page.locator(".st-key-desk-feed-entries")
    expect(boxes.get_by_role("checkbox")).to_have_count(3, timeout=LIMIT)
    expect(boxes.get_by_text("Fares up", exact=True)).to_be_visible()
    expect(boxes.get_by_role("checkbox", name="Lost")).to_be_disabled()
    desk.button("Add those ticked").click()
    desk.added("2 articles added.")
    expect(desk.articles.filter(has_text="Pool closed")).to_have_count(1)
    # What the feed has in full was not fetched.
    assert news.targets == ["/feed", "/2"]


def test_roles_are_given_and_seen(desk: DeskRoom, open_page: OpenPage) -> None:
    other = DeskRoom(open_page(color_scheme="light", allowed=IN_VAIN, apart=True), desk.url)
    other.visit("people").as_editor("Ben")
    expect(other.who).to_contain_text("Ben · reviewer")
    page = desk.visit("people").as_editor("Ann").page
    page.get_by_role("combobox", name="Role of Ben").click()
    page.get_by_role("option", name="reader").click()
    expect(page.locator(".st-key-desk-trail")).to_contain_text(
        "Ann changed the role of Ben to reader"
    )
    other.to("Articles")
    expect(other.who).to_contain_text("Ben · reader")
    expect(other.articles.first).to_be_visible()
    expect(other.page.locator(".st-key-desk-add")).to_have_count(0)


def test_an_admin_removes_an_article_and_others_see_it(desk: DeskRoom, open_page: OpenPage) -> None:
    other = DeskRoom(open_page(color_scheme="light", allowed=IN_VAIN, apart=True), desk.url)
    other.visit("articles").as_editor("Ben")
    ferry = other.articles.filter(has_text="Ferry late again")
    expect(ferry).to_have_count(1)
    desk.visit("articles").as_editor("Ann")
    mine = desk.articles.filter(has_text="Ferry late again")
    mine.get_by_role("button", name="More").click()
    desk.button("Remove …").click()
    expect(mine).to_contain_text("Take this article off the desk?")
    desk.button("Yes, remove it").click()
    expect(mine).to_have_count(0)
    expect(ferry).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page: OpenPage, room: str, scheme: str) -> None:
    desk = DeskRoom(open_page(color_scheme=scheme, allowed=IN_VAIN), room)
    page = desk.visit("articles").page
    expect(page.get_by_label("Your name")).to_be_visible(timeout=LIMIT)
    for size in at_both_sizes(page):
        assert violations(page) == [], f"the name is asked for, {size}"
    desk.as_editor("Ann")
    desk.tab("Files")
    desk.articles.first.get_by_role("button", name="More").click()
    expect(desk.button("Keep the note")).to_be_visible()
    for size in at_both_sizes(page):
        assert violations(page) == [], f"articles, {size}"
        assert not page.evaluate(_SIDEWAYS), f"articles, {size}"
    desk.to("People")
    expect(page.get_by_role("heading", name="Trail")).to_be_visible()
    for size in at_both_sizes(page):
        assert violations(page) == [], f"people, {size}"
        assert not page.evaluate(_SIDEWAYS), f"people, {size}"


_SIDEWAYS = """
() => [document.documentElement, document.querySelector("[data-testid=stMain]")]
  .some((node) => node.scrollWidth > node.clientWidth)
"""

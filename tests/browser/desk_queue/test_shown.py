"""What the queue shows: the text of strangers, filters, the flag that the address names."""

from __future__ import annotations

import re

from playwright.sync_api import Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.desk_page import DeskPage
from tests.browser.desk_queue.conftest import OpenQueue
from tests.browser.desk_queue.seed import FERRY, HELD_BACK, LINK, STRANGE, words
from tests.browser.desk_queue.server import DeskServer


def test_words_are_marked_where_they_stand_and_nothing_is_markup(
    open_page: OpenPage, desk: DeskServer
) -> None:
    article = desk.articles[STRANGE.title]
    page = DeskPage(open_page(color_scheme="light"), f"{desk.url}/").visit(f"?article={article}")
    assert page.text.evaluate("node => node.textContent") == STRANGE.text
    for flag in STRANGE.flags:
        page.row(flag.text).click()
        page.in_front(flag.text)
        expect(page.marked).to_have_text(flag.text)
        before = page.text.evaluate(
            """node => {
              const range = document.createRange();
              range.setStart(node, 0);
              range.setEndBefore(node.querySelector("mark.now"));
              return range.toString();
            }"""
        )
        assert before == STRANGE.text[: flag.start]
    expect(page.view.locator(".title")).to_have_text(STRANGE.title)
    assert page.view.locator("script, img, b:not(.history b)").count() == 0
    page.row("slammed").click()
    link = page.card.get_by_role("link")
    expect(link).to_have_attribute("href", LINK)
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    page.press("r", "1")
    expect(page.asked.locator(".preview")).to_contain_text(
        "Critics 🔥 <script>alert(2)</script> the plan at once."
    )


def test_only_web_addresses_become_links(queue: OpenQueue, desk: DeskServer, first: int) -> None:
    page = queue(first)
    told = re.compile(r"/api/desk/(queue\?|articles/\d+$)")
    page.page.route(told, lambda route: with_link(route, "javascript:alert(1)"))
    page.page.reload()
    page.shown()
    expect(page.card.locator(".why")).to_have_text("Because.")
    expect(page.card.get_by_role("link")).to_have_count(0)


def with_link(route: Route, link: str) -> None:
    """Answer as the server does, but with a reason and this link in each flag."""
    answer = route.fetch()
    said = answer.json()
    for flag in said["flags"]:
        flag.update(reason="Because.", link=link)
    route.fulfill(response=answer, json=said)


def test_the_queue_is_filtered(open_page: OpenPage, desk: DeskServer) -> None:
    article = desk.articles[FERRY.title]
    page = DeskPage(open_page(color_scheme="light"), f"{desk.url}/").visit(f"?article={article}")
    expect(page.rows).to_have_count(3)
    expect(page.view.locator(".group h2")).to_have_text(
        ["House rules 1 open", "Loaded words 2 open"]
    )
    page.choose("Found by", "Loaded words")
    page.in_front("furious")
    expect(page.rows).to_have_count(2)
    page.press("a")
    page.in_front("bizarre")
    page.choose("Show", "Accepted")
    page.in_front("furious")
    expect(page.rows).to_have_count(1)
    expect(page.card).to_contain_text("You accepted")
    page.choose("Show", "All")
    expect(page.rows).to_have_count(2)
    page.choose("Found by", "All")
    page.choose("Rule", "harbour.verbs")
    page.in_front("blasted")
    page.choose("Article", "All articles")
    page.choose("Show", "Open")
    expect(page.rows).not_to_have_count(1)
    # One article alone, and back.
    page.in_front("blasted")
    page.press("o")
    expect(page.rows).to_have_count(2)
    expect(page.filter("Article")).to_have_value(str(article))
    page.press("o")
    expect(page.filter("Article")).to_have_value("all")
    page.in_front("blasted")


def test_what_the_fit_holds_back_is_counted_and_shown(
    open_page: OpenPage, desk: DeskServer
) -> None:
    article = desk.articles[HELD_BACK.title]
    page = DeskPage(open_page(color_scheme="light"), f"{desk.url}/").visit(f"?article={article}")
    expect(page.rows).to_have_count(1)
    expect(page.count).to_have_text("1 open · 2 held back by the house’s fit · show")
    page.button("Show what the house’s fit holds back").click()
    expect(page.rows).to_have_count(3)
    page.row("appalling").click()
    expect(page.card).to_contain_text("held back, 20%")


def test_the_address_leads_back_to_the_flag(queue: OpenQueue, desk: DeskServer, first: int) -> None:
    page = queue(first, "&view=queue", allowed=r"Failed to load resource: .*404.*999999.*")
    page.press("j", "j")
    page.in_front(words(first + 2))
    number = desk.flags[words(first + 2)]
    article = desk.articles[f"Notices from {first}"]
    page.page.wait_for_url(re.compile(rf"flag={number}"))
    assert page.page.url.endswith(f"?view=queue&article={article}&flag={number}")
    page.page.reload()
    page.shown().in_front(words(first + 2))
    # One that is decided is shown all the same.
    desk.by_ben(words(first + 7), "accept")
    page.visit(f"?article={article}&flag={desk.flags[words(first + 7)]}")
    page.in_front(words(first + 7))
    expect(page.card).to_contain_text("Ben accepted")
    page.visit(f"?article={article}&flag=999999")  # there is no such flag
    page.in_front(words(first))

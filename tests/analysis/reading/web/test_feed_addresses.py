"""The articles of a feed at an address, through the tests' own internet."""

import pytest

from analysis.errors import CannotRead, FetchingOff
from analysis.reading.web.feeds import entries_of, read_feed_address
from analysis.reading.web.fetching import fetch_through
from analysis.reading.web.media_types import FEED
from tests.analysis.reading.web.internet import URL, Internet
from tests.analysis.reading.web.misbehaving_server import page

WORDS = "The ferry to Skerry will cost more from April, the harbour board decided on Monday. "
RSS = (
    '<?xml version="1.0"?><rss version="2.0"><channel>'
    "<item><title>Fares</title><link>https://news.example/1</link>"
    f"<description>{WORDS * 10}</description></item>"
    "<item><title>Pool</title><link>https://news.example/2</link></item></channel></rss>"
)


def entries(content, content_type):
    with Internet() as internet:
        internet.serve(page(content, content_type))
        return entries_of(fetch_through(URL, internet.network(), FEED))


@pytest.mark.parametrize("content_type", [*FEED, "text/html; charset=utf-8", "text/plain"])
def test_a_feed_is_listed_whatever_it_calls_itself(content_type):
    first, second = entries(RSS.encode(), content_type)
    assert (first.whole, first.article.text) == (True, (WORDS * 10).strip())
    assert (second.whole, second.article.url) == (False, "https://news.example/2")


def test_a_page_is_no_feed():
    with pytest.raises(CannotRead, match=r"news.example/a is no feed: give the address of an RSS"):
        entries(b"<!doctype html><html><body>Hello</body></html>", "text/html")


def test_an_article_may_not_call_itself_a_feed():
    with Internet() as internet:
        internet.serve(page(RSS.encode(), "application/rss+xml"))
        internet.refuses()


def test_the_switch_is_respected(monkeypatch):
    monkeypatch.setenv("SLANT_FETCH", "0")
    with pytest.raises(FetchingOff):
        read_feed_address("https://news.example/feed")

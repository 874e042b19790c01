"""A feed of one article is read; one of several is refused in a sentence that says what to do."""

import pytest

from analysis import read
from analysis.errors import CannotRead
from analysis.reading.limits import MAX_CHARACTERS
from analysis.reading.text_files.feeds import MOST_ENTRIES, feed_entries

WORDS = "The ferry to Skerry will cost more from April, the harbour board decided on Monday. "
ITEM = (
    "<item><title>Fares &amp; ferries</title><link>https://board.example/1</link>"
    "<dc:creator>Ida Moss</dc:creator><pubDate>Wed, 09 Mar 2022 10:00:00 GMT</pubDate>"
    "<description>Short.</description><content:encoded><![CDATA[<p>{}</p>"
    "<blockquote>Never asked.</blockquote>]]></content:encoded></item>"
)
RSS = (
    '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    "<channel><title>Board</title>{}</channel></rss>"
)
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Board</title>{}</feed>'
ENTRY = (
    '<entry><title type="html">Fares</title><link href="https://board.example/1"/>'
    "<author><name>Ida Moss</name></author><published>2022-03-09T10:00:00Z</published>{}</entry>"
)


@pytest.mark.parametrize("name", ["a.rss", "a.xml", "a.atom", "a.txt", "a"])
def test_a_feed_of_several_is_refused(name: str) -> None:
    for feed in (RSS.format(ITEM.format("A.") * 7), ATOM.format(ENTRY.format("") * 7)):
        with pytest.raises(CannotRead) as caught:
            read(feed.encode(), name)
        assert caught.value.message == (
            f"{name} is a feed of 7 articles: open one article in a browser, and give its address "
            "or the saved page."
        )


def test_rdf_is_a_feed_too() -> None:
    feed = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/"><channel/><item/><item/></rdf:RDF>'
    )
    with pytest.raises(CannotRead, match="is a feed of 2 articles"):
        read(feed.encode(), "a.rdf")


def test_a_single_article_is_read() -> None:
    article = read(RSS.format(ITEM.format(WORDS * 10)).encode(), "a.rss")
    assert article.text == f"{(WORDS * 10).strip()}\n\nNever asked."
    assert article.title == "Fares & ferries"
    assert (article.author, article.date) == ("Ida Moss", "2022-03-09")
    assert (article.url, article.kind) == ("https://board.example/1", "feed")
    ((start, end),) = article.quoted
    assert article.text[start:end] == "Never asked."
    assert article.notices == ()


@pytest.mark.parametrize(
    "content",
    [
        '<content type="html">&lt;p&gt;One “two”.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;</content>',
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One “two”.</p>'
        "<p>Three.</p></div></content>",
        '<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>One “two”.</x:p>'
        "<x:p>Three.</x:p></x:div></content>",
    ],
)
def test_atom_content(content: str) -> None:
    article = read(ATOM.format(ENTRY.format(content)).encode(), "a.atom")
    assert article.text == "One “two”.\n\nThree."
    assert (article.author, article.date) == ("Ida Moss", "2022-03-09")


def test_a_summary_is_said_to_be_one() -> None:
    article = read(RSS.format(ITEM.format(WORDS + " […]")).encode(), "a.rss")
    assert article.notices == ("The feed may hold only the beginning or a summary of the article.",)


@pytest.mark.parametrize(
    ("feed", "message"),
    [
        (RSS.format(""), "is a feed without an article"),
        (
            RSS.format("<item><title>T</title></item>"),
            "is a feed that has the article's title only",
        ),
        ("<rss", "is a feed without an article"),
        (
            RSS.replace("<channel>", "<channel>&bomb;").format("")[:-20],
            "is a feed without an article",
        ),
    ],
)
def test_feeds_without_text(feed: str, message: str) -> None:
    with pytest.raises(CannotRead, match=message):
        read((feed + " ").encode(), "a.rss")


def test_entities_of_a_feed_open_no_file() -> None:
    doctype = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    feed = RSS.format(ITEM.format("A.").replace("Short.", f"{WORDS}&x;")).replace(
        "<rss", doctype + "<rss", 1
    )
    with pytest.raises(CannotRead):
        read(feed.encode(), "a.rss")


def test_the_articles_of_a_feed_are_listed() -> None:
    short = "<item><title>Ferry</title><link>https://board.example/2</link></item>"
    empty = "<item><title>Nothing</title><link>javascript:alert(1)</link></item>"
    feed = RSS.format(ITEM.format(WORDS * 10) + short + empty)
    first, second, third = feed_entries(feed.encode())
    assert first.whole
    assert first.article.text == f"{(WORDS * 10).strip()}\n\nNever asked."
    assert (first.article.title, first.article.url) == (
        "Fares & ferries",
        "https://board.example/1",
    )
    assert (second.whole, second.article.text, second.article.url) == (
        False,
        "",
        "https://board.example/2",
    )
    assert third.article.url is None


def test_of_the_links_of_an_entry_the_page_is_taken() -> None:
    links = '<link rel="replies" href="https://a.example/c"/><link href="https://a.example/p"/>'
    (entry,) = feed_entries(ATOM.format(f"<entry>{links}</entry>").encode())
    assert entry.article.url == "https://a.example/p"


def test_a_long_feed_is_cut_and_an_empty_one_is_refused() -> None:
    entries = feed_entries(RSS.format(ITEM.format("A.") * 300).encode())
    assert len(entries) == MOST_ENTRIES
    for nothing in (RSS.format(""), "no xml", ""):
        with pytest.raises(CannotRead, match="holds no article"):
            feed_entries(nothing.encode())


def test_more_text_than_one_article_may_have_is_left_to_its_pages() -> None:
    long = WORDS * (MAX_CHARACTERS // len(WORDS) // 2 + 10)
    entries = feed_entries(RSS.format(ITEM.format(long) * 3).encode())
    assert [entry.whole for entry in entries] == [True, False, False]

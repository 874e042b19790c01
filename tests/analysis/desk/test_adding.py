"""Sources become articles for the desk one by one; what cannot be read is said, others go on."""

from functools import partial

import pytest

from analysis import Article, read
from analysis.desk import adding
from analysis.desk.adding import (
    Source,
    address_sources,
    article_source,
    bytes_source,
    feed_sources,
    file_sources,
    prepared,
    text_source,
)
from analysis.desk.article import text_digest
from analysis.errors import CannotRead
from analysis.reading.text_files.feeds import FeedEntry
from analysis.rules.rule import RuleSet

POOL = "Pool to close\n\nThe council voted on Monday. It is a reckless betrayal of families."
GERMAN = "Der Gemeinderat hat gestern beschlossen, dass die alte Brücke erneuert wird."


def failing():
    raise CannotRead("a.pdf", "is damaged", "save it anew")


def test_each_source_becomes_one_thing_in_order():
    given = [
        text_source(POOL),
        Source("a.pdf", failing),
        bytes_source("b.json", lambda: b'{"a": 4}'),
        text_source(GERMAN),
        text_source("  "),
    ]
    found = list(prepared(given, RuleSet(), outlet="The Bugle", section="Town"))
    assert [one.source for one in found] == ["", "a.pdf", "b.json", "", ""]
    assert found[0].new.text == POOL
    assert (found[0].title, found[0].new.title) == ("Pool to close", "Pool to close")
    assert (found[0].new.outlet, found[0].new.section) == ("The Bugle", "Town")
    assert [one.trouble for one in found[1:3]] == [
        "a.pdf is damaged: save it anew.",
        "b.json looks like data (JSON), not an article: paste the article's text.",
    ]
    assert "looks like German" in found[3].trouble
    assert "holds only white space" in found[4].trouble
    assert all(one.new is None for one in found[1:])


def test_a_text_that_is_known_is_not_analysed_again():
    kept: dict[str, int] = {}
    analysed = []

    def analyse(article, source):
        analysed.append(source)
        return adding.analysed(article, source)

    given = [bytes_source(name, lambda: POOL.encode()) for name in ("a.txt", "b.txt")]
    for one in prepared(given, RuleSet(), known=kept.get, analyse=analyse):
        if one.new is not None:
            kept[one.new.digest] = 7
        else:
            assert (one.source, one.known, one.trouble) == ("b.txt", 7, "")
    assert analysed == ["a.txt"]
    assert list(kept) == [text_digest(POOL)]


def test_nothing_is_read_before_it_is_asked_for():
    asked = []

    def reading(name):
        asked.append(name)
        return Article(POOL, None, None, None, None, "text")

    going = prepared([Source(name, partial(reading, name)) for name in "abc"], RuleSet())
    next(going)
    assert asked == ["a"]


def test_a_title_of_a_stranger_is_one_short_line():
    article = Article(POOL, "A\u202e\n" + "b" * 400, None, None, None, "html")
    (found,) = prepared([article_source(article)], RuleSet())
    assert found.new.title == "A " + "b" * 198


def test_folders_are_read_with_the_folders_in_them(tmp_path):
    for name in ("b.txt", "a.md", "more/c.txt", ".hidden", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(POOL)
    single = tmp_path / ".hidden"
    found = file_sources([tmp_path, single])
    assert [one.name for one in found] == [
        str(tmp_path / name) for name in ("a.md", "b.txt", "more/c.txt", ".hidden")
    ]
    assert found[1].read().text == read(POOL.encode(), "b.txt").text


@pytest.fixture
def pages(monkeypatch):
    """Pages that are asked for, in their order, with a clock that only waiting moves."""
    asked: list[object] = []
    clock = [100.0]

    def read_address(address):
        asked.append(address)
        return Article(POOL, None, None, None, address, "html")

    def wait(seconds):
        asked.append(seconds)
        clock[0] += seconds

    monkeypatch.setattr("analysis.reading.web.pages.read_address", read_address)
    return asked, {"wait": wait, "now": lambda: clock[0]}


def test_a_site_is_not_asked_again_at_once(pages):
    asked, time = pages
    addresses = ["https://a.example/1", "https://b.example/1", "https://A.example/2"]
    for source in address_sources(addresses, **time):
        assert source.read().url == source.name
    assert asked == [*addresses[:2], adding.PAUSE_S, addresses[2]]


def test_a_feeds_whole_texts_are_taken_from_it(pages):
    asked, _ = pages
    whole = Article(POOL, "Pool", None, None, "https://a.example/1", "feed")
    short = Article("", "Ferry", None, None, "https://a.example/2", "feed")
    found = feed_sources([FeedEntry(whole, True), FeedEntry(short, False)])
    assert [source.name for source in found] == ["https://a.example/1", "https://a.example/2"]
    assert found[0].read() is whole
    assert asked == []
    assert found[1].read().url == "https://a.example/2"
    assert asked == ["https://a.example/2"]

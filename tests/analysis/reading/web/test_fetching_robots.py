"""What a site's robots.txt forbids is not fetched, whatever way its server misbehaves."""

import gzip
from collections.abc import Iterator

import pytest

from analysis.errors import BadAddress, DisallowedByRobots, RefusedAddress
from analysis.reading.web.fetching import fetch_through
from tests.analysis.reading.web.internet import PUBLIC, URL, Internet
from tests.analysis.reading.web.misbehaving_server import (
    Behaviour,
    answer,
    drip,
    endless,
    head,
    page,
    redirect,
)


@pytest.fixture
def internet() -> Iterator[Internet]:
    with Internet() as running:
        yield running


def robots(internet: Internet, behaviour: Behaviour) -> None:
    internet.serve(behaviour, "/robots.txt")
    internet.serve(page())


def test_robots_disallows(internet: Internet) -> None:
    robots(internet, answer(200, b"User-agent: *\nDisallow: /a\n", content_type="text/plain"))
    error = internet.refuses()
    assert isinstance(error, DisallowedByRobots)
    assert error.message == (
        "news.example asks programs not to read this page (robots.txt): paste the text instead."
    )
    assert internet.server.targets == []


@pytest.mark.parametrize(
    "content",
    [
        b"User-agent: *\nDisallow: /b\n",
        b"User-agent: *\nDisallow: /\n\nUser-agent: Slant\nAllow: /\n",
        b"<!doctype html><p>Welcome!",
        b"",
    ],
)
def test_robots_allows(content: bytes, internet: Internet) -> None:
    robots(internet, answer(200, content))
    assert internet.fetch().url == URL


@pytest.mark.parametrize("status", [204, 401, 403, 404, 410, 429])
def test_robots_that_is_not_there(status: int, internet: Internet) -> None:
    robots(internet, answer(status))
    assert internet.fetch().url == URL


@pytest.mark.parametrize("status", [500, 503])
def test_robots_that_fails(status: int, internet: Internet) -> None:
    robots(internet, answer(status))
    error = internet.refuses()
    assert error.message == (
        f"news.example cannot say now whether programs may read it ({status}): "
        "try again later, or paste the text instead."
    )
    assert internet.server.targets == []


@pytest.mark.parametrize("packed", [False, True])
def test_robots_without_end(packed: bool, internet: Internet) -> None:
    rules = b"User-agent: *\nDisallow: /b\n"
    if packed:
        body = gzip.compress(rules + b"Disallow: /c\n" * 1_000_000)
        robots(internet, answer(200, body, content_encoding="gzip"))
    else:
        robots(internet, endless(head() + rules, b"Disallow: /c\n" * 1000))
    internet.serve(page(), "/b")
    assert internet.fetch().url == URL
    assert isinstance(internet.refuses("http://news.example/b"), DisallowedByRobots)


def test_robots_that_ends_in_half_a_pattern(internet: Internet) -> None:
    """The file is cut at 500 kibibytes, and half of “/article” must not forbid /a."""
    rules = b"User-agent: *\n"
    rules += b"#" * (500 * 1024 - len(rules) - len(b"\nDisallow: /a")) + b"\nDisallow: /article\n"
    robots(internet, answer(200, rules))
    assert internet.fetch().url == URL


def test_robots_is_read_no_further_than_the_limit(internet: Internet) -> None:
    rules = b"User-agent: *\n" + b"# more\n" * 100_000 + b"Disallow: /a\n"
    robots(internet, answer(200, rules))
    assert internet.fetch().url == URL


def test_robots_that_drips(internet: Internet) -> None:
    robots(internet, drip(head()))
    assert "within 0.3 seconds" in internet.refuses(seconds=0.3).message


def test_robots_elsewhere(internet: Internet) -> None:
    robots(internet, redirect("http://rules.example/r"))
    internet.serve(answer(200, b"User-agent: *\nDisallow: /a"), "/r")
    assert isinstance(internet.refuses(), DisallowedByRobots)
    assert internet.looked_up == ["news.example", "rules.example"]


def test_robots_in_a_loop_is_not_there(internet: Internet) -> None:
    robots(internet, redirect("/robots.txt"))
    assert internet.fetch().url == URL


@pytest.mark.parametrize("location", ["http://127.0.0.1/robots.txt", "file:///etc/passwd"])
def test_robots_that_leads_astray(location: str, internet: Internet) -> None:
    robots(internet, redirect(location))
    assert isinstance(internet.refuses(), RefusedAddress | BadAddress)
    assert set(internet.connected) == {(PUBLIC, 80)}


def test_robots_of_where_a_redirect_leads(internet: Internet) -> None:
    internet.serve(redirect("/private"))
    internet.serve(page(), "/private")
    internet.serve(answer(200, b"User-agent: *\nDisallow: /private"), "/robots.txt")
    assert isinstance(internet.refuses(), DisallowedByRobots)
    assert internet.server.targets == ["/a"]


def test_robots_is_asked_for_once_in_a_while(internet: Internet) -> None:
    internet.serve(page())
    network = internet.network()
    for _ in range(3):
        fetch_through(URL, network)
    assert [one.target for one in internet.server.asked] == ["/robots.txt", "/a", "/a", "/a"]
    assert internet.looked_up == ["news.example"] * 3  # checked anew for each page

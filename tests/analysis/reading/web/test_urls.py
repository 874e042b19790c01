"""Web addresses: taken apart once, refused by name, and display_form without secrets."""

import pytest
from hypothesis import given

from analysis.errors import BadAddress
from analysis.reading.web.urls import MAX_URL, Url, display_form, follow, parse_url
from tests.analysis.reading.web.internet import URLS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("http://news.example", Url("http", "news.example", 80, "/")),
        ("  HTTPS://News.Example/A?b=c#d \n", Url("https", "news.example", 443, "/A?b=c")),
        ("https://news.example:443/", Url("https", "news.example", 443, "/")),
        ("http://news.example:443/", Url("http", "news.example", 443, "/")),
        ("http://news.example:/", Url("http", "news.example", 80, "/")),
        ("http://news.example./a", Url("http", "news.example", 80, "/a")),
        # one of IANA's test domains, https://www.iana.org/domains/reserved
        ("http://例え.テスト/", Url("http", "xn--r8jz45g.xn--zckzah", 80, "/")),
        ("http://例え。テスト/", Url("http", "xn--r8jz45g.xn--zckzah", 80, "/")),
        ("http://n.example/é%20ü?q=ö", Url("http", "n.example", 80, "/%C3%A9%20%C3%BC?q=%C3%B6")),
        ("http://n.example/100%", Url("http", "n.example", 80, "/100%")),
        ("http://1.1.1.1/", Url("http", "1.1.1.1", 80, "/")),
        ("http://１.１.１.１/", Url("http", "1.1.1.1", 80, "/")),
        ("http://[2606:4700::6400:0]/", Url("http", "2606:4700::6400:0", 80, "/")),
    ],
)  # fmt: skip
def test_taken_apart(text: str, expected: Url) -> None:
    assert parse_url(text) == expected
    assert parse_url(str(expected)) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "neither an http nor an https"),
        ("www.news.example/a", "neither an http nor an https"),
        ("file:///etc/passwd", "neither an http nor an https"),
        ("ftp://news.example/", "neither an http nor an https"),
        ("gopher://news.example:70/", "neither an http nor an https"),
        ("javascript:alert(1)", "neither an http nor an https"),
        ("data:text/html,<p>x", "neither an http nor an https"),
        ("//news.example/a", "neither an http nor an https"),
        ("http:news.example", "names no host"),
        ("http:///a", "names no host"),
        ("http://:80/", "names no host"),
        ("http://a.example:80:80/", "names no host"),
        ("http://[::1/", "no web address"),
        ("http://[v1.x]/", "no host"),
        ("http://[fe80::1%25eth0]/", "no host"),
        ("http://[fe80::1%eth0]/", "no host"),
        ("http://[1.2.3.4]/", ""),
        ("http://[::1]x/", ""),
        ("http://n.example:8080/", "another port"),
        ("http://n.example:22/", "another port"),
        ("http://n.example:0/", "another port"),
        ("http://n.example:65616/", "another port"),  # 80 when cut to 16 bits
        ("http://n.example:４４３/", ""),
        ("http://n.example:-80/", ""),
        ("http://n.example:" + "9" * 1000 + "/", "another port"),
        ("http://mayor@n.example/", "user name or password"),
        ("http://mayor:secret@n.example/", "user name or password"),
        ("http://@n.example/", "user name or password"),
        ("http://a.example#@b.example@c.example\\@d.example/", "backslash"),
        ("http://a.example\\.b.example/", "backslash"),
        ("http://a.ex\tample/", "control character"),
        ("http://a.example/\r\nHost: b", "control character"),
        ("http://a.example/a b", "a space"),
        ("http://a.example/\0", "control character"),
        ("http://a.example/\ud800", "control character"),
        ("http://a..example/", "no domain name"),
        ("http://a.example../", "no domain name"),
        ("http://-a.example/", "no domain name"),
        ("http://a%2e.example/", "no domain name"),
        ("http://%31%32%37.0.0.1/", "no domain name"),
        ("http://" + "a" * 64 + ".example/", "no domain name"),
        ("http://" + "a." * 130 + "example/", "no domain name"),
        ("http://" + "ä" * 300 + ".example/", "no domain name"),
        ("http://\N{ZERO WIDTH JOINER}.example/", "no domain name"),
        ("http://a⁄b.example/", ""),
        ("http://a？b.example/", ""),
        ("http://2130706433/", "unusual form"),  # all of these are 127.0.0.1 to inet_aton
        ("http://0x7f000001/", "unusual form"),
        ("http://0x7f.1/", "unusual form"),
        ("http://017700000001/", "unusual form"),
        ("http://0177.0.0.1/", "unusual form"),
        ("http://127.1/", "unusual form"),
        ("http://127.0.1/", "unusual form"),
        ("http://127.0.0.0x1/", "unusual form"),
        ("http://127.0.0.1.1/", "unusual form"),
        ("http://127.0.0.256/", "unusual form"),
        ("http://１２７.1/", "unusual form"),
        ("http://n.example.0x/", "unusual form"),
        ("http://n.example/" + "a" * MAX_URL, "longer than"),
    ],
)  # fmt: skip
def test_refused(text: str, reason: str) -> None:
    with pytest.raises(BadAddress) as caught:
        parse_url(text)
    assert reason in caught.value.reason
    assert "secret" not in caught.value.message
    assert len(caught.value.message) < 300
    assert caught.value.message.isprintable()


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("/b", "https://n.example/b"),
        ("b?c=d", "https://n.example/x/b?c=d"),
        ("../b", "https://n.example/b"),
        ("//m.example", "https://m.example/"),
        ("http://m.example:443/b", "http://m.example:443/b"),
        ("?q", "https://n.example/x/y?q"),
    ],
)
def test_references_are_followed(reference: str, expected: str) -> None:
    assert str(follow(parse_url("https://n.example/x/y"), reference)) == expected


@pytest.mark.parametrize("reference", ["file:///etc/passwd", "//[", "http://a@b/", "mailto:a@b"])
def test_references_that_lead_astray(reference: str) -> None:
    with pytest.raises(BadAddress):
        follow(parse_url("https://n.example/"), reference)


def test_shown_without_secrets_and_short() -> None:
    assert display_form("https://mayor:secret@n.example/a@b") == "https://n.example/a@b"
    assert display_form("a\nb\u202ec") == "a\ufffdb\ufffdc"
    assert display_form("a" * 500) == "a" * 99 + "…"


@given(URLS)
def test_any_string_is_refused_or_a_web_address(text: str) -> None:
    try:
        url = parse_url(text)
    except BadAddress:
        return
    assert url.scheme in ("http", "https")
    assert url.port in (80, 443)
    assert url.host.isascii()
    assert not set(url.host) & set("@/\\%[]? ")
    assert url.target.startswith("/")
    assert all("!" <= mark <= "~" for mark in url.target)
    assert parse_url(str(url)) == url

"""Pages fetched from a local server that misbehaves in every way a stranger's server may."""

import gzip
import threading
from collections.abc import Iterator

import pytest

from analysis.errors import (
    BadAddress,
    CannotFetch,
    CannotRead,
    FetchingOff,
    NeedsLogin,
    RefusedAddress,
)
from analysis.reading.web.fetching import MAX_BYTES, Fetched, fetch, fetch_through
from analysis.reading.web.network import USER_AGENT
from tests.analysis.reading.web.internet import OTHER_PUBLIC, PUBLIC, URL, Internet
from tests.analysis.reading.web.misbehaving_server import (
    Behaviour,
    answer,
    endless,
    head,
    packed,
    page,
    raw,
    redirect,
)

HTML_HEAD = head(content_type="text/html")


@pytest.fixture
def internet() -> Iterator[Internet]:
    with Internet() as running:
        yield running


def test_a_page(internet: Internet) -> None:
    internet.serve(page(b"<p>caf\xe9</p>", "text/html; charset=ISO-8859-1"), "/a?b=c")
    fetched = internet.fetch("http://news.example/a?b=c#d")
    assert fetched == Fetched(
        "http://news.example/a?b=c", "text/html", "iso-8859-1", b"<p>caf\xe9</p>"
    )
    assert "caf" not in repr(fetched)
    assert internet.connected == [(PUBLIC, 80), (PUBLIC, 80)]  # robots.txt, the page
    assert [one.target for one in internet.server.asked] == ["/robots.txt", "/a?b=c"]
    for asked in internet.server.asked:
        assert asked.headers["host"] == "news.example"
        assert asked.headers["user-agent"] == USER_AGENT
        assert asked.headers["accept-encoding"] == "gzip"
        assert not {"cookie", "referer", "authorization"} & set(asked.headers)
    assert USER_AGENT.startswith("Slant ")


@pytest.mark.parametrize(
    "content_type", ["text/html", "application/xhtml+xml", "text/plain", "text/markdown"]
)
def test_text_types(content_type: str, internet: Internet) -> None:
    internet.serve(page(b"# Hello", content_type))
    assert internet.fetch().content_type == content_type


@pytest.mark.parametrize(
    ("body", "expected"),
    [(b"<!doctype html><p>Hello", "text/html"), (b"Hello", "text/plain"), (b"", "text/plain")],
)
def test_missing_type(body: bytes, expected: str, internet: Internet) -> None:
    internet.serve(answer(200, body))
    assert internet.fetch().content_type == expected


def test_missing_type_of_binary_data(internet: Internet) -> None:
    internet.serve(answer(200, b"\x89PNG\r\n\x1a\n\x00"))
    assert "is binary data, not a web page or plain text" in internet.refuses().message


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "GZIP"])
def test_packed_page(encoding: str, internet: Internet) -> None:
    internet.serve(packed(b"<p>Hello</p>" * 20_000, encoding))
    assert internet.fetch().content == b"<p>Hello</p>" * 20_000


def test_chunked_page(internet: Internet) -> None:
    body = b"3\r\n<p>\r\n5;x=y\r\nHello\r\n0\r\n\r\n"
    chunked = head(content_type="text/html", transfer_encoding="chunked")
    internet.serve(raw(b"HTTP/1.1 103 Early Hints\r\n\r\n", chunked, body))
    assert internet.fetch().content == b"<p>Hello"


def test_international_host(internet: Internet) -> None:
    internet.serve(page())
    assert internet.fetch("http://例え.テスト/a").url == "http://xn--r8jz45g.xn--zckzah/a"
    assert internet.server.asked[-1].headers["host"] == "xn--r8jz45g.xn--zckzah"
    assert internet.looked_up == ["xn--r8jz45g.xn--zckzah"]


def test_public_ip_address_as_host(internet: Internet) -> None:
    internet.serve(page())
    assert internet.fetch(f"http://{OTHER_PUBLIC}/a").url == f"http://{OTHER_PUBLIC}/a"
    assert internet.fetch("http://[2606:4700::1]:443/a").url == "http://[2606:4700::1]:443/a"
    assert internet.looked_up == []
    assert set(internet.connected) == {(OTHER_PUBLIC, 80), ("2606:4700::1", 443)}
    assert internet.server.asked[-1].headers["host"] == "[2606:4700::1]:443"


def test_proxy_variables_change_nothing(
    internet: Internet, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    internet.serve(page())
    internet.fetch()
    assert internet.server.asked[-1].target == "/a"


# Redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect(status: int, internet: Internet) -> None:
    internet.names["www.example"] = [OTHER_PUBLIC]
    internet.serve(redirect("http://www.example:443/b", status))
    internet.serve(page(), "/b")
    assert internet.fetch().url == "http://www.example:443/b"
    assert internet.looked_up == ["news.example", "www.example"]
    assert internet.connected == [(PUBLIC, 80)] * 2 + [(OTHER_PUBLIC, 443)] * 2


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ("http://127.0.0.1/admin", RefusedAddress),
        ("http://[::1]/", RefusedAddress),
        ("//10.0.0.1/", RefusedAddress),
        ("http://intra.example/", RefusedAddress),
        ("http://localhost/", RefusedAddress),
        ("http://0x7f000001/", BadAddress),
        ("http://news.example:6379/", BadAddress),
        ("http://user:secret@news.example/", BadAddress),
        ("file:///etc/passwd", BadAddress),
        ("ftp://news.example/", BadAddress),
        ("javascript:alert(1)", BadAddress),
        ("data:text/html,hello", BadAddress),
        ("http://[", BadAddress),
    ],
)
def test_redirects_that_lead_astray(
    location: str, kind: type[CannotFetch], internet: Internet
) -> None:
    internet.names |= {"intra.example": ["192.168.0.1"], "localhost": ["127.0.0.1"]}
    internet.serve(redirect("/b"))
    internet.serve(redirect(location), "/b")
    assert type(internet.refuses()) is kind
    assert internet.server.targets == ["/a", "/b"]
    assert set(internet.connected) == {(PUBLIC, 80)}


def test_five_redirects_and_no_sixth(internet: Internet) -> None:
    for number in range(6):
        internet.serve(redirect(f"/{number + 1}"), f"/{number}")
    internet.serve(page(), "/6")
    assert internet.fetch("http://news.example/1").url == "http://news.example/6"
    internet.server.asked.clear()
    error = internet.refuses("http://news.example/0")
    assert error.message == (
        "http://news.example/0 leads from page to page more than 5 times: "
        "open it in a browser and paste the text instead."
    )
    assert internet.server.targets == ["/0", "/1", "/2", "/3", "/4", "/5"]


def test_redirect_loop(internet: Internet) -> None:
    internet.serve(redirect("/a"))
    assert "more than 5 times" in internet.refuses().message


def test_redirect_without_a_place(internet: Internet) -> None:
    internet.serve(answer(302))
    assert "was not sent by its site (302)" in internet.refuses().message


# Answers that are no page


@pytest.mark.parametrize("status", [401, 402, 403])
def test_login(status: int, internet: Internet) -> None:
    internet.serve(answer(status, b"<p>Log in", content_type="text/html"))
    error = internet.refuses()
    assert isinstance(error, NeedsLogin)
    assert error.message == "This page needs a login: paste the text instead."
    assert error.status == status


@pytest.mark.parametrize(
    ("status", "part"),
    [
        (404, "http://news.example/a does not exist (404): check the address"),
        (410, "does not exist (410): check the address"),
        (429, "was asked for too often (429): try again later"),
        (500, "cannot be sent by its site now (500): try again later"),
        (503, "cannot be sent by its site now (503): try again later"),
        (451, "was not sent by its site (451): open it in a browser"),
        (204, "was not sent by its site (204): open it in a browser"),
    ],
)
def test_status(status: int, part: str, internet: Internet) -> None:
    internet.serve(answer(status))
    error = internet.refuses()
    assert part in error.message
    assert error.message.endswith("paste the text instead.")
    assert error.status == status
    assert isinstance(error, CannotRead)


@pytest.mark.parametrize(
    "content_type",
    ["application/pdf", "image/png", "application/json", "text/css", "text", "video/mp4; x=y"],
)
def test_other_types(content_type: str, internet: Internet) -> None:
    internet.serve(endless(head(content_type=content_type), b"x" * 65_536))
    message = internet.refuses().message
    assert f"is {content_type.partition(';')[0]}, not a web page or plain text" in message
    assert "download it and give the file" in message


# Too much, or broken


@pytest.mark.parametrize(
    "behaviour",
    [
        endless(HTML_HEAD, b"<p>more</p>" * 1000),
        endless(head(content_type="text/html", transfer_encoding="chunked"),
                b"1000\r\n" + b"a" * 4096 + b"\r\n"),
        endless(head(content_type="text/html", content_length="100000000"), b"a" * 65_536),
        raw(head(content_type="text/html", content_length=str(MAX_BYTES + 1))),
        raw(HTML_HEAD, b"a" * (MAX_BYTES + 1)),
        packed(bytes(MAX_BYTES + 1)),
        endless(head(content_type="text/html", content_encoding="gzip"),
                gzip.compress(b"", mtime=0) * 1000),
        packed(bytes(50_000_000)),
    ],
    ids=["endless", "endless chunks", "endless lie", "length only", "just over",
         "just over, packed", "empty members", "bomb"],
)  # fmt: skip
def test_too_large(behaviour: Behaviour, internet: Internet) -> None:
    internet.serve(behaviour)
    assert internet.refuses().message == (
        "http://news.example/a has more than 5 MB: paste the text instead."
    )


def test_just_small_enough(internet: Internet) -> None:
    internet.serve(page(b"a" * MAX_BYTES))
    assert len(internet.fetch().content) == MAX_BYTES


@pytest.mark.parametrize(
    "behaviour",
    [
        raw(),
        raw(b"SSH-2.0-OpenSSH_9.2\r\n"),
        raw(b"HTTP/1.1 200 OK\r\n"),
        raw(head(content_type="text/html", content_length="100"), b"<p>Half"),
        raw(head(content_type="text/html", content_length="-1"), b"<p>"),
        raw(head(content_type="text/html", content_length="9" * 5000), b"<p>"),
        raw(head(content_type="text/html", transfer_encoding="chunked"), b"xyz\r\n<p>\r\n"),
        raw(head(content_type="text/html", transfer_encoding="chunked"), b"5\r\n<p>\r\n"),
        endless(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
        endless(b"HTTP/1.1 200 OK\r\nX-A: ", b"a" * 1000),
        raw(b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n"),
    ],
    ids=["nothing", "other protocol", "half a header", "length too long", "negative length",
         "huge length", "bad chunk", "half a chunk", "endless headers", "endless header", "101"],
)  # fmt: skip
def test_broken_answers(behaviour: Behaviour, internet: Internet) -> None:
    internet.serve(behaviour)
    error = internet.refuses()
    assert "http://news.example broke off or sent something else than a web page" in error.message


def test_length_too_short_cuts_the_page_there(internet: Internet) -> None:
    """As browsers have it: what follows is no part of the answer."""
    internet.serve(raw(head(content_type="text/html", content_length="3"), b"<p>Hello"))
    assert internet.fetch().content == b"<p>"


@pytest.mark.parametrize("encoding", ["br", "deflate", "zstd", "gzip, gzip", "compress"])
def test_other_packing(encoding: str, internet: Internet) -> None:
    internet.serve(answer(200, b"x", content_type="text/html", content_encoding=encoding))
    assert f"is packed as {encoding}, which was not asked for" in internet.refuses().message


@pytest.mark.parametrize("body", [b"<p>plain</p>", gzip.compress(b"<p>half</p>", mtime=0)[:-4]])
def test_broken_packing(body: bytes, internet: Internet) -> None:
    internet.serve(answer(200, body, content_type="text/html", content_encoding="gzip"))
    assert "is packed in a broken way" in internet.refuses().message


# The public call


@pytest.mark.parametrize("value", ["0", " 0 ", "false", "NO", "off"])
def test_switched_off(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLANT_FETCH", value)
    with pytest.raises(FetchingOff) as caught:
        fetch("http://127.0.0.1/", resolve=lambda host: [])
    assert caught.value.message == (
        "Fetching web pages is switched off here (SLANT_FETCH=0): paste the text instead."
    )
    monkeypatch.setenv("SLANT_FETCH", "1")
    with pytest.raises(RefusedAddress):
        fetch("http://127.0.0.1/")
    monkeypatch.delenv("SLANT_FETCH")
    with pytest.raises(RefusedAddress):
        fetch("http://127.0.0.1/")


def test_the_public_call_takes_a_resolver_and_still_checks() -> None:
    with pytest.raises(RefusedAddress):
        fetch(URL, resolve=lambda host: ["127.0.0.1"])
    with pytest.raises(RefusedAddress):
        fetch("http://localhost/")


def test_many_at_once(internet: Internet) -> None:
    """A class gives the same address within the same second."""
    internet.serve(page())
    network = internet.network()
    fetched: list[Fetched] = []

    def run() -> None:
        fetched.append(fetch_through(URL, network))

    threads = [threading.Thread(target=run) for _ in range(30)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(fetched) == 30
    assert len(set(fetched)) == 1

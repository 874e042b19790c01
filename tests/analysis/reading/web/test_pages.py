"""Web addresses to articles, from the local server of the fetching's tests to the text."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from analysis import Article, read
from analysis.cli.main import main
from analysis.errors import BadAddress, CannotRead, EmptyText, NotText, TextTooLong
from analysis.reading.web import fetching
from analysis.reading.web.pages import article_of, read_address
from tests.analysis.reading.web.internet import PUBLIC, URL, Internet
from tests.analysis.reading.web.misbehaving_server import Behaviour, page, redirect

TEXT = "# The mayor’s “plan”\r\n\r\nNobody – not even café owners – asked why.\n"
HTML = """<!doctype html><html><head><title>Bridge opens</title>
<meta name="author" content="Ivo Marsh"><meta property="article:published_time"
content="2025-03-04"><link rel="canonical" href="javascript:alert(1)"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Bridge opens</h1>
<p>The bridge over the Tarn opened on Monday after two years of work, the county said.</p>
<p>“It was worth every penny,” said Ana Brook, who runs the café at its northern end.</p>
<p>About 4,000 vehicles are expected to cross it each day once the old road is closed.</p>
</article></body></html>"""


@pytest.fixture
def internet() -> Iterator[Internet]:
    with Internet() as running:
        yield running


def article(internet: Internet, sent: Behaviour) -> Article:
    internet.serve(sent)
    return article_of(internet.fetch())


def test_web_page(internet: Internet) -> None:
    found = article(internet, page(HTML.encode(), "text/html; charset=utf-8"))
    assert found.text.startswith("Bridge opens\n\nThe bridge over the Tarn opened on Monday")
    assert "the café at its northern end." in found.text
    assert "Sport" not in found.text
    assert replace(found, text="") == Article(
        "", "Bridge opens", "Ivo Marsh", "2025-03-04", URL, "html"
    )


def test_encoding_of_a_web_page_is_what_the_server_says(internet: Internet) -> None:
    russian = HTML.replace("Ana Brook", "Анна Брук")
    found = article(internet, page(russian.encode("cp1251", "replace"), "text/html;charset=cp1251"))
    assert "said Анна Брук, who" in found.text


def test_address_is_the_one_that_redirects_lead_to(internet: Internet) -> None:
    internet.serve(page(TEXT.encode(), "text/plain"), "/b?c=d")
    found = article(internet, redirect("http://www.news.example:443/b?c=d"))
    assert found == Article(TEXT, None, None, None, "http://www.news.example:443/b?c=d", "text")


@pytest.mark.parametrize(
    ("content_type", "encoding", "kind"),
    [
        ("text/plain", "utf-8", "text"),
        ("text/plain; charset=utf-16le", "utf-16-le", "text"),
        ("text/plain; charset=koi8-r", "utf-8-sig", "text"),
        ("text/plain; charset=windows-1252", "cp1252", "text"),
        ("text/html", "utf-8", "text"),  # but no tag in it
    ],
)
def test_text_is_kept_as_it_was_sent(
    content_type: str, encoding: str, kind: str, internet: Internet
) -> None:
    found = article(internet, page(TEXT.encode(encoding), content_type))
    assert found == Article(TEXT, None, None, None, URL, kind)


def test_markdown_is_read_without_its_marks(internet: Internet) -> None:
    sent = page(TEXT.encode("cp1252"), "text/markdown; charset=windows-1252")
    text = "The mayor’s “plan”\n\nNobody – not even café owners – asked why."
    title = "The mayor’s “plan”"
    assert article(internet, sent) == Article(text, title, None, None, URL, "markdown")
    # The address tells where the server does not; its quotation marks are kept.
    internet.serve(page(TEXT.encode(), "text/plain"), "/raw/post.md")
    address = URL.removesuffix("/a") + "/raw/post.md"
    assert article_of(internet.fetch(address)).text == text


@pytest.mark.parametrize(
    ("body", "content_type", "error", "message"),
    [
        (b"", "text/plain", EmptyText, "The text is empty"),
        (b"word " * 100_001, "text/plain", TextTooLong, "has 100,001 words, more than the 100,000"),
        (b"word " * 801_000, "text/plain", TextTooLong, "has more characters than the 1,000,000"),
        (b"\x89PNG\r\n\x1a\n\x00", "text/plain", NotText, f"{URL} looks like a PNG image"),
        (b"The mayor\x00spoke.", "text/plain", NotText, f"{URL} looks like binary data"),
        (b"<p>Menu</p>", "text/html", CannotRead, f"{URL} is a web page in which no article"),
    ],
    ids=["empty", "long", "very long", "image", "binary", "no article"],
)
def test_pages_without_an_article(
    body: bytes, content_type: str, error: type[Exception], message: str, internet: Internet
) -> None:
    with pytest.raises(error, match=message.replace("?", r"\?")):
        article(internet, page(body, content_type))


@pytest.mark.parametrize("address", ["", " \n", "www.news.example/a", "town.txt"])
def test_what_is_typed_for_an_address_is_never_a_file(address: str) -> None:
    with pytest.raises(BadAddress, match="give an address that starts with http:// or https://"):
        read_address(address)


def test_read_and_the_command_line_take_an_address(
    internet: Internet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # The one seam of the fetching's tests: where connections end. An IP address needs no look-up.
    monkeypatch.delenv("SLANT_FETCH", raising=False)
    monkeypatch.setattr(fetching, "_NETWORK", internet.network())
    internet.serve(page(HTML.encode(), "text/html"))
    address = f"http://{PUBLIC}/a"
    assert read(address).url == address
    out = tmp_path / "out.csv"
    out.write_text("old")
    assert main(["read", address, "--csv", "-o", str(out)]) == 0
    assert "Ana Brook" in out.read_text(encoding="utf-8")

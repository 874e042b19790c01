"""Elements of XML files are parted at any border of what is read, and never declare an entity."""

from __future__ import annotations

import io
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.reading.news.pieces import elements as module
from analysis.corpus.reading.news.pieces.elements import Elements, first_tag

INSIDE = st.lists(
    st.sampled_from(
        ["text", "<b>x</b>", "<!-- </item> <item> -->", "<![CDATA[ <item> ]] > </item>]]>", "é😀",
         "<itemize/>", "&lt;item&gt;", "<?x </item> ?>", "\n", "<p a='1'>", "<items>"]
    ),
    max_size=6,
).map("".join)  # fmt: skip


def parted(data: bytes) -> list[tuple[bytes, str]]:
    found = Elements(io.BytesIO(data), ("item", "entry")).pieces()
    return [(piece.data, piece.fault) for piece in found]


@settings(max_examples=60, deadline=None)
@given(st.lists(INSIDE, max_size=4), st.sampled_from([1, 3, 50, 100_000]),
       st.sampled_from(["utf-8", "utf-16"]))  # fmt: skip
def test_items_come_back(inside: list[str], chunk: int, encoding: str) -> None:
    items = [f"<x:item a='b'>{one}</x:item >" for one in inside]
    whole = "<rss><!-- <item> --><title>T</title>" + "\n".join(items) + "</rss>"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "CHUNK", chunk)
        assert parted(whole.encode(encoding)) == [(one.encode(), "") for one in items]


def test_one_without_end_costs_only_itself() -> None:
    data = b"<rss><item>a<item>b</item><item/><item>c</item><item>d"
    assert parted(data) == [
        (b"<item>a", ""), (b"<item>b</item>", ""), (b"<item/>", ""), (b"<item>c</item>", ""),
        (b"<item>d", "cut"),
    ]  # fmt: skip
    assert parted(b"<rss><item>a</item><!-- <item>b</item>")[-1] == (b"", "cut")


def test_one_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_FILE_BYTES", 1000)
    monkeypatch.setattr(module, "CHUNK", 100)
    data = b"<rss><item>" + b"x" * 5000 + b"</item><item>b</item></rss>"
    assert parted(data) == [(b"", "long"), (b"<item>b</item>", "")]


def test_a_piece_is_a_document_without_entities() -> None:
    data = (
        b'<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE rss [<!ENTITY a "<x>">'
        b"<!ENTITY b '&a;&a;'>]><rss xmlns:c='http://c' version='2.0' xmlns=\"http://d\">"
        b"<item>caf\xe9 &b;</item></rss>"
    )
    found = Elements(io.BytesIO(data), ("item",))
    (piece,) = found.pieces()
    assert found.document(piece, "feed").decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<feed xmlns:c='http://c' xmlns=\"http://d\"><item>café &b;</item></feed>"
    )


@pytest.mark.parametrize(
    ("head", "tag"),
    [
        (b"<rss version='2.0'>", "rss"),
        (b"\xef\xbb\xbf <?xml version='1.0'?><!-- <a> --><r:RDF>", "RDF"),
        (b"<!DOCTYPE nitf [<!ENTITY a '<b>'>]><nitf>", "nitf"),
        ("<feed>".encode("utf-16"), "feed"),
        (b"feed <feed>", ""),
        (b"", ""),
    ],
)
def test_the_first_tag(head: bytes, tag: str) -> None:
    assert first_tag(head) == tag


@pytest.mark.parametrize("piece", [b"<!--", b"<?", b"<!ENTITY"])
def test_a_head_of_things_without_end_is_looked_through_once(piece: bytes) -> None:
    begun = time.process_time()
    assert first_tag(b"<" + piece * (64 * 1024 // len(piece))) == ""
    assert time.process_time() - begun < 1

"""Web archives: damaged or cut off anywhere, they give what is left, and say what is not."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.corpus.reading.news import warc as module
from analysis.corpus.reading.news.pieces import records as pieces
from analysis.corpus.reading.news.pieces.records import Damaged, records
from analysis.corpus.reading.news.warc import open_file, recognises
from analysis.corpus.reading.record import Choices, Found, Unreadable
from analysis.errors import CannotRead
from tests.analysis.corpus.reading.news.made.research_files import page, warc
from tests.analysis.corpus.reading.news.made.stories import stories

STORIES = stories(31, 4)


def kinds(data: bytes) -> list[str]:
    """What is found: the kinds of records that can be read whole, and D for damaged ones."""
    found = []
    for record in records(io.BytesIO(data)):
        if isinstance(record, Damaged):
            found.append("D")
            continue
        try:
            while record.raw_stream.read(1000):
                pass
            found.append("D" if record.raw_stream.limit else record.rec_type)
        except Exception:
            found.append("D")
    return found


WHOLE = {packed: warc(STORIES[:2], packed, index=False) for packed in (False, True)}


@pytest.mark.parametrize("packed", [False, True])
def test_cut_off_anywhere(packed: bool) -> None:
    data = WHOLE[packed]
    whole = kinds(data)
    assert whole[0] == "warcinfo"
    assert "D" not in whole
    cuts = range(20, len(data) - 4, 211)
    said = 0
    for at in cuts:
        found = kinds(data[:at])
        known = found[:-1] if found[-1] == "D" else found
        assert known == whole[: len(known)]
        assert found.count("D") <= 1
        said += found[-1] == "D"
    assert said >= 0.9 * len(cuts)  # the others are between two records


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("damage", [lambda part: b"x" * len(part), lambda part: b""])
def test_damaged_in_one_place(packed: bool, damage: Callable[[bytes], bytes]) -> None:
    data = WHOLE[packed]
    whole = kinds(data)
    for at in range(30, len(data) - 60, 997):
        found = kinds(data[:at] + damage(data[at : at + 40]) + data[at + 40 :])
        left = [kind for kind in found if kind != "D"]
        assert len(left) >= len(whole) - 2
        assert found.count("D") <= 2


def read(path: Path, data: bytes) -> list[Found | Unreadable]:
    path.write_bytes(data)
    assert recognises(path, data[:1000])
    return list(open_file(path, Choices({})).articles())


def test_pages_that_are_no_articles_are_said(tmp_path: Path) -> None:
    reader_path = tmp_path / "a.warc"
    reader_path.write_bytes(warc(STORIES[:1], False))
    reader = open_file(reader_path, Choices({}))
    article, index = reader.articles()
    assert isinstance(article, Found)
    assert (article.url, article.outlet) == (STORIES[0].url, "examiner.example")
    assert article.place == "record 3"
    assert isinstance(index, Unreadable)
    assert "is a web page with a list of links to articles" in index.message
    assert reader.notes == ["4 records are no web page and left out."]
    assert reader.claimed() is None
    assert reader.share_read() == 1


def response(body: bytes, **headers: str) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    given = [("Content-Type", "text/html"), *((k.replace("_", "-"), v) for k, v in headers.items())]
    writer.write_record(
        writer.create_warc_record(
            "https://a.example/x",
            "response",
            payload=io.BytesIO(body),
            http_headers=StatusAndHeaders("200 OK", given, protocol="HTTP/1.1"),
        )
    )
    return out.getvalue()


@pytest.mark.parametrize(
    ("body", "headers", "said"),
    [
        (gzip.compress(b"x" * 50_000_000), {"Content_Encoding": "gzip"}, "larger than the 10 MB"),
        (b"x" * 11_000_000, {}, "larger than the 10 MB"),
        (b"abc", {"Content_Encoding": "br"}, "is packed as br"),
        (b"", {}, "no article was found"),
    ],
)
def test_pages_that_cannot_be_read(
    body: bytes, headers: dict[str, str], said: str, tmp_path: Path
) -> None:
    good = response(page(STORIES[0]).encode())
    bad, after = read(tmp_path / "a.warc.gz", response(body, **headers) + good)
    assert isinstance(bad, Unreadable)
    assert said in bad.message
    assert bad.url == "https://a.example/x"
    assert isinstance(after, Found)


def test_a_line_without_end_is_not_kept_in_memory() -> None:
    data = b"WARC/1.0\r\nWARC-Type: response\r\nX: " + b"x" * 5_000_000
    assert kinds(data + b"\r\n" + WHOLE[False])[0] == "D"
    assert kinds(data + b"\r\n" + WHOLE[False])[1:] == kinds(WHOLE[False])


def test_other_files(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    for data in (gzip.compress(b"text"), b"\x1f\x8b", b"\x1f\x8b\x08" + b"x" * 50, b"WARC", b""):
        path.write_bytes(data)
        assert not recognises(path, data)


def test_standard_error_stays_silent(capfd: pytest.CaptureFixture[str]) -> None:
    data: Any = bytearray(WHOLE[True])
    data[len(data) // 2 : len(data) // 2 + 30] = b"x" * 30
    kinds(bytes(data))
    kinds(WHOLE[False].replace(b"Content-Length: 1", b"Content-Length: 2"))
    assert capfd.readouterr().err == ""
    assert module.__doc__


def test_a_damaged_file_that_is_packed_as_a_whole_comes_to_an_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each attempt unpacks it from its beginning, so there are few."""
    monkeypatch.setattr(pieces, "ATTEMPTS_WITHIN", 3)
    data = gzip.compress((WHOLE[False] + b"rubbish\r\n") * 6)
    with pytest.raises(CannotRead, match="damaged in too many places"):
        list(records(io.BytesIO(data)))

"""WARC (ISO 28500), the form of web archives: the articles of the pages in it.

Pages are the responses with status 200 and HTML; what else an archive holds (requests, pictures,
revisits, other statuses) is left out and counted in a note. Each page is read as any web page is,
in the child process; a page that is a list of links is recorded as unreadable.

The day is that which the page gives for its article. The day on which the page was collected
(``WARC-Date``) is not taken instead: an archive of today holds pages that are years old.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from analysis.corpus.reading.news.addresses.pages import host_of
from analysis.corpus.reading.news.parsing.series import Series
from analysis.corpus.reading.news.pieces.records import Damaged, records
from analysis.corpus.reading.news.pieces.streamed import Streamed, found_of, unreadable
from analysis.corpus.reading.news.pieces.values import line_of
from analysis.corpus.reading.record import Choices, Found, Unreadable
from analysis.errors import CannotRead, SlantError
from analysis.reading.documents.sandbox import too_large
from analysis.reading.limits import MAX_FILE_BYTES
from analysis.reading.web.media_types import HTML, media_type
from analysis.reading.web.urls import display_form

_GZIP = b"\x1f\x8b"


def recognises(path: Path, head: bytes) -> bool:
    """Return whether a file is WARC, also one packed with gzip."""
    if head.startswith(_GZIP):
        try:
            with path.open("rb") as file:
                head = gzip.GzipFile(fileobj=file).read(5)
        except (OSError, EOFError, zlib.error):
            return False
    return head.startswith(b"WARC/")


def open_file(path: Path, choices: Choices) -> WarcFile:
    """Open one; raises CannotRead."""
    return WarcFile(path)


class WarcFile(Streamed):
    """A ``Reader`` of WARC."""

    kind = "a web archive (WARC)"

    def articles(self) -> Iterator[Found | Unreadable]:
        """Give its pages."""
        with self.opened() as file, Series() as series:
            left_out = 0
            for number, record in enumerate(records(file), 1):
                place = f"record {number}"
                if isinstance(record, Damaged):
                    error = CannotRead(
                        f"The archive's {place}", record.reason, "get the whole file again"
                    )
                    yield unreadable(error, place)
                elif _is_page(record):
                    yield _article(record, series, place)
                else:
                    left_out += 1
            if left_out:
                records_were = "record is" if left_out == 1 else "records are"
                self._said = [f"{left_out:,} {records_were} no web page and left out."]


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind, _ = media_type(record.http_headers.get_header("Content-Type") or "")
    return record.http_headers.get_statuscode() == "200" and kind in HTML


def _article(record: Any, series: Series, place: str) -> Found | Unreadable:
    url = line_of(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    name = display_form(url) or f"The archive's {place}"
    id_ = line_of(record.rec_headers.get_header("WARC-Record-ID") or "").strip("<>")
    _, charset = media_type(record.http_headers.get_header("Content-Type") or "")
    try:
        data = _content(record, name)
        article = series.read(data, "html", name, charset=charset, url=url or None)
    except SlantError as error:
        return unreadable(error, place, id=id_, url=url)
    return found_of(article, place, id=id_, outlet=host_of(url), url=url)


def _content(record: Any, name: str) -> bytes:
    """Return a page, unpacked; raises CannotRead if it is too large, cut off or packed otherwise
    than with gzip or deflate."""
    encoding = (record.http_headers.get_header("Content-Encoding") or "").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        reason = f"is packed as {line_of(encoding)[:20]}"
        raise CannotRead(name, reason, "collect it without that packing")
    data = bytearray()
    stream: BinaryIO = record.content_stream()
    try:
        while piece := stream.read(64 * 1024):
            data += piece
            if len(data) > MAX_FILE_BYTES:
                raise too_large(name)
        while record.raw_stream.read(64 * 1024):  # the end of a body sent in chunks
            continue
    except CannotRead:
        raise
    except Exception:  # warcio and zlib raise many kinds of errors on broken records
        raise CannotRead(name, "is damaged", "get the whole file again") from None
    left = getattr(record.raw_stream, "limit", 0)
    if left:
        raise CannotRead(name, "is cut off", "get the whole file again")
    return bytes(data)

"""What research collects: NELA-GT as a database and as JSON, web archives."""

from __future__ import annotations

import gzip
import io
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

from tests.analysis.corpus.reading.news.made.feed_files import markup
from tests.analysis.corpus.reading.news.made.stories import OUTLET, Story

NELA = ("id", "date", "source", "title", "content", "author", "url", "published",
        "published_utc", "collection_utc")  # fmt: skip


def nela_row(story: Story, epoch: bool = False) -> dict[str, Any]:
    """Return a row of NELA-GT; with ``epoch`` its day is given in seconds only."""
    seconds = int(datetime(*story.day.timetuple()[:3], 23, 59, tzinfo=UTC).timestamp()) if (
        story.day
    ) else None  # fmt: skip
    return {
        "id": story.id,
        "date": story.day.isoformat() if story.day and not epoch else "",
        "source": OUTLET,
        "title": story.title,
        "content": story.text,
        "author": story.author,
        "url": story.url,
        "published": "",
        "published_utc": seconds,
        "collection_utc": 1_600_000_000,
    }


def nela_database(path: Path, rows: Sequence[dict[str, Any]], encoding: str = "utf-8") -> Path:
    """Write the database; texts in another ``encoding`` are blobs."""
    connection = sqlite3.connect(path)
    connection.execute(f"CREATE TABLE newsdata ({', '.join(NELA)})")
    for number, row in enumerate(rows):
        values = [row[name] for name in NELA]
        if encoding != "utf-8" and row["content"]:
            values[NELA.index("content")] = row["content"].encode(encoding, "replace")
        marks = ", ".join("?" * len(NELA))
        connection.execute(
            f"INSERT INTO newsdata (rowid, {', '.join(NELA)}) VALUES ({10 * number + 1}, {marks})",
            values,
        )
    connection.commit()
    connection.close()
    return path


def page(story: Story) -> str:
    """Return a story as a web page."""
    day = story.day
    about = f'<meta property="article:published_time" content="{day}T12:00:00Z">' if day else ""
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{escape(story.title)}</title>{about}'
        f'<meta name="author" content="{story.author}"></head><body><nav><a href="/">Home</a></nav>'
        f"<article><h1>{escape(story.title)}</h1>{markup(story)}</article>"
        "<footer>© 2020</footer></body></html>"
    )


def index_page() -> str:
    """Return a page that only links to articles."""
    links = "".join(
        f'<li><a href="/{n}">The council of town number {n} talks about the harbour again</a></li>'
        for n in range(20)
    )
    return f"<html><head><title>News</title></head><body><ul>{links}</ul></body></html>"


def warc(stories: Sequence[Story], packed: bool, index: bool = True) -> bytes:
    """Return a web archive with requests, a revisit, an error and, unless not wanted, a list of
    links after the stories; their pages are packed and encoded in turn otherwise."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)

    def record(url: str, kind: str, body: bytes, status: str = "200 OK", **headers: str) -> None:
        given = [(name.replace("_", "-"), value) for name, value in headers.items()]
        line = "GET / HTTP/1.1" if kind == "request" else status
        head = StatusAndHeaders(line, given, protocol="HTTP/1.1")
        if kind == "request":
            head = StatusAndHeaders("GET / HTTP/1.1", given, is_http_request=True)
        writer.write_record(
            writer.create_warc_record(url, kind, payload=io.BytesIO(body), http_headers=head)
        )

    writer.write_record(writer.create_warcinfo_record("made.warc", {"software": "made by hand"}))
    for number, story in enumerate(stories):
        body, headers = page(story).encode(), {"Content_Type": "text/html; charset=utf-8"}
        if number % 3 == 1:
            body, headers = gzip.compress(body), {**headers, "Content_Encoding": "gzip"}
        elif number % 3 == 2:
            body = page(story).encode("cp1252", "xmlcharrefreplace")
            headers = {"Content_Type": "text/html; charset=windows-1252"}
        record(story.url, "request", b"", Host="www.examiner.example")
        record(story.url, "response", body, **headers)
        record(f"{story.url}.png", "response", b"\x89PNG", Content_Type="image/png")
    record("https://www.examiner.example/gone", "response", b"<p>Gone", "404 Not Found",
           Content_Type="text/html")  # fmt: skip
    if index:
        record("https://www.examiner.example/", "response", index_page().encode(),
               Content_Type="text/html")  # fmt: skip
    return out.getvalue()

"""Content-Type headers, and what a page without one looks like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.web.media_types import media_type, sniff


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("text/html", ("text/html", None)),
        ("Text/HTML; Charset=UTF-8", ("text/html", "utf-8")),
        ('text/html;charset="iso-8859-1"', ("text/html", "iso-8859-1")),
        ("text/plain ; format=flowed; charset = windows-1252", ("text/plain", "windows-1252")),
        ("text/html; charset=utf-8, text/html", ("text/html", "utf-8")),
        ("text/html;", ("text/html", None)),
        ("text/html; charset=", ("text/html", None)),
        ("text/html; charset=../../x", ("text/html", None)),
        ("application/vnd.ms-excel", ("application/vnd.ms-excel", None)),
        ("html", (None, None)),
        ("text / html", (None, None)),
        ("", (None, None)),
    ],
)
def test_header(header: str, expected: tuple[str | None, str | None]) -> None:
    assert media_type(header) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"<!DOCTYPE html><title>x</title>", "text/html"),
        (b"\xef\xbb\xbf\n <HTML lang=en>", "text/html"),
        (b"<!-- hello --><p>", "text/html"),
        (b"<?xml version='1.0'?><html>", "text/html"),
        (b"<htmlx>", "text/plain"),
        (b"The mayor spoke.\n", "text/plain"),
        (b"caf\xe9", "text/plain"),
        ("\ufeffcafé".encode("utf-16-le"), "text/plain"),
        (b"", "text/plain"),
        (b"\x89PNG\r\n\x1a\n\x00", None),
        (b"PK\x03\x04", None),
    ],
)
def test_sniffing(content: bytes, expected: str | None) -> None:
    assert sniff(content) == expected


@given(st.text(max_size=80), st.binary(max_size=80))
def test_anything_is_taken(header: str, content: bytes) -> None:
    media_type(header)
    sniff(content)

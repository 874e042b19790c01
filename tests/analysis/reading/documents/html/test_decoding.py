"""Encodings of web pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.documents.html.decoding import decode_html

PLAIN = "Zoë paid £3 – “naïve”, said the café’s owner."


def page(charset: str = "") -> str:
    tag = f"<meta charset='{charset}'>" if charset else ""
    return f"<html><head>{tag}</head><body><p>{PLAIN}</p></body></html>"


@pytest.mark.parametrize("claim", ["", "utf-8", "iso-8859-1", "windows-1252", "utf-16", "x-none"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_western_text_survives_any_claim(encoding: str, claim: str) -> None:
    assert PLAIN in decode_html(page(claim).encode(encoding))


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("shift_jis", "市長は語った"), ("koi8-r", "Мэр сказал"), ("iso8859-2", "Zażółć gęślą jaźń")],
)
def test_other_encodings_are_believed(encoding: str, text: str) -> None:
    data = f"<html><meta charset={encoding}><p>{text}".encode(encoding)
    assert text in decode_html(data)
    unsaid = f"<html><p>{text}".encode(encoding)
    assert text in decode_html(unsaid, charset=encoding)


def test_one_broken_character_does_not_turn_utf8_into_windows_1252() -> None:
    data = (page() * 30).encode() + b"<p>cut \xe2\x80"
    assert decode_html(data).startswith(page())


@pytest.mark.parametrize("claim", ["base64", "rot13", "idna", "utf-7", "\0", "punycode", "hex"])
def test_codecs_that_are_no_encodings_are_ignored(claim: str) -> None:
    data = page(claim).encode("cp1252")
    assert PLAIN in decode_html(data, charset=claim)


@given(st.binary(max_size=400), st.none() | st.text(max_size=12))
def test_any_bytes_become_characters(data: bytes, charset: str | None) -> None:
    decode_html(data, charset).encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back(text: str) -> None:
    whole = "<p>" + text
    assert decode_html(whole.encode(), charset="iso-8859-1") == whole


def test_a_page_with_one_stray_byte_is_utf8_all_the_same() -> None:
    page = "<p>“Never,” said the café’s owner, who had heard nothing of it.</p>" * 4
    text = decode_html(f"<html><body>{page}".encode() + b"<p>The \x96 end.</p></body></html>")
    assert "“Never,” said the café’s owner" in text
    assert "The – end." in text

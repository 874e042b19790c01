"""Bytes become the text that was meant; what was repaired or replaced is said."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import NotText
from analysis.reading.decoding import decode
from analysis.reading.encodings.wide import wide_encoding
from analysis.reading.sources import read

TEXT = (
    "The mayor’s “plan” cost £3m, the café owner said – and she didn’t stop there.\n\n"
    "Nobody on the council asked why the bridge had not been painted since 1987.\n"
)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "utf-32-le"),
        (b"", "utf-32-be"),
    ],
)
def test_wide_encodings(mark: bytes, encoding: str) -> None:
    data = mark + TEXT.encode(encoding)
    assert decode(data).text == TEXT
    assert decode(data).notices == ()
    cut = decode(data[:-1])
    assert cut.text == TEXT[:-1]
    assert cut.notices == ("The file ends in the middle of a character: it may have been cut off.",)


@given(st.text(min_size=1))
def test_utf8_is_never_taken_for_a_wide_encoding(text: str) -> None:
    clean = text.replace("\0", "").encode("utf-8", "ignore")
    assert wide_encoding(clean) is None


@pytest.mark.parametrize(
    ("stray", "shown"),
    [(b"\x96", "–"), (b"\x92", "’"), (b"\xe9", "é"), (b"\xa3", "£"), (b"\x81", "\ufffd")],
)
def test_a_stray_byte_in_utf8_is_replaced_and_said(stray: bytes, shown: str) -> None:
    found = decode(TEXT.encode() + b"The end " + stray + b" at last.")
    assert found.text == f"{TEXT}The end {shown} at last."
    assert len(found.notices) == 1
    assert shown in found.notices[0]


def test_one_typographic_mark_is_enough_to_know_utf8() -> None:
    found = decode("She didn’t go. ".encode() + b"The end \x96 at last.")
    assert found.text == "She didn’t go. The end – at last."
    assert found.notices == (
        "One character was stored in another encoding (Windows-1252) than the rest and read as "
        "such: “–”.",
    )


def test_two_halves_in_two_encodings() -> None:
    found = decode(TEXT.encode() + TEXT.encode("cp1252"))
    assert found.text == TEXT + TEXT
    assert found.notices[0].startswith("7 characters were stored in another encoding")


@pytest.mark.parametrize("bytes_kept", [1, 2])
def test_utf8_cut_off_in_its_last_character(bytes_kept: int) -> None:
    data = b"Nobody asked. The end \xe2\x80\x93"[: -3 + bytes_kept]
    found = decode(data)
    assert found.text == "Nobody asked. The end "
    assert found.notices == (
        "The file ends in the middle of a character: it may have been cut off.",
    )
    assert decode(TEXT.encode() + data).text == TEXT + "Nobody asked. The end "


def test_a_cut_emoji_and_a_last_letter() -> None:
    assert decode("Nobody asked. 😀".encode()[:-1]).text == "Nobody asked. "
    assert decode("She didn’t ask at the caf".encode() + b"\xe9").text.endswith("at the café")
    assert decode("\u00e2\u0080\u009cNo,\u00e2\u0080\u009d".encode()).text == "“No,”"


@pytest.mark.parametrize(
    "text",
    [
        "Ende: voilà",
        "the CAFÉ’S “menu” at the café – and a café’s",
        "Über £3 – “naïve”",
        "At the café",
    ],
)
def test_windows_1252_stays_windows_1252(text: str) -> None:
    found = decode(text.encode("cp1252"))
    assert (found.text, found.notices) == (text, ())


def test_mac_roman_is_known_by_its_marks() -> None:
    text = "The mayor’s “plan” is the café owner’s, she said – and she didn’t stop."
    assert decode(text.encode("mac_roman")).text == text
    assert decode("“At last,” said the café".encode("mac_roman")).text.startswith("“At last,”")


def test_nul_characters_are_left_out_and_said() -> None:
    padded = decode(TEXT.encode() + b"\0" * 300)
    assert padded.text == TEXT
    assert padded.notices == ("300 NUL characters were left out; the file may be damaged.",)
    single = decode(TEXT.encode().replace(b"cost", b"co\0st"))
    assert single.text == TEXT
    assert single.notices == ("One NUL character was left out; the file may be damaged.",)


def test_a_file_of_zeros_is_no_text() -> None:
    with pytest.raises(NotText, match="binary data"):
        decode(bytes(400))


def test_characters_lost_before_are_said() -> None:
    assert decode("The end \ufffd at last.".encode()).notices == (
        "Some characters were lost before this file was saved and stand as “\ufffd”.",
    )


def test_binary_data_with_a_utf8_sequence_are_no_text() -> None:
    with pytest.raises(NotText, match="binary data"):
        decode(bytes(range(1, 256)) * 8 + "’".encode())


def test_the_article_carries_the_notices() -> None:
    found = read(b"She didn\xe2\x80\x99t go. The end \x96 at last.", "a.txt")
    assert found.text == "She didn’t go. The end – at last."
    assert len(found.notices) == 1


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="ÂÃâ‚Γ")))
def test_a_stray_byte_changes_nothing_else(text: str) -> None:
    clean = text.removeprefix("\ufeff")
    found = decode("“".encode() + clean.encode() * 3 + b" \x96 " + "”".encode() * 20)
    assert found.text == f"“{clean * 3} – {'”' * 20}"

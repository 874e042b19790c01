"""Files, bytes and samples become text as written; what is no text is refused by name."""

import io
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import Article, read
from analysis.errors import (
    BadAddress,
    CannotFetch,
    CannotRead,
    EmptyText,
    FetchingOff,
    NotText,
    RefusedAddress,
    SlantError,
    TextTooLong,
)
from analysis.reading.checks import require_text
from analysis.reading.decoding import MAX_BYTES, decode
from analysis.reading.limits import MAX_CHARACTERS, MAX_WORDS
from analysis.reading.sources import read_stream

TEXT = "The mayor’s “plan” cost £3m.\r\n\r\nNobody – not even café owners – asked why.\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00"


def test_article_has_the_published_fields() -> None:
    names = [field.name for field in fields(Article)]
    assert names == ["text", "title", "author", "date", "url", "kind", "quoted", "notices"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-16-be-bom", "cp1252"]
)
def test_encodings_give_the_same_text(encoding: str, tmp_path: Path) -> None:
    marks = {"utf-16-le-bom": b"\xff\xfe", "utf-16-be-bom": b"\xfe\xff"}
    data = marks.get(encoding, b"") + TEXT.encode(encoding.removesuffix("-bom"))
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    assert read(path) == read(str(path)) == read(data) == read_stream(io.BytesIO(data))
    assert read(path) == Article(TEXT, None, None, None, None, "text")


@pytest.mark.parametrize("name", ["post.MD", "post.markdown", "post.mdx"])
def test_markdown_is_read_without_its_marks(name: str, tmp_path: Path) -> None:
    text = "---\ntitle: x\n---\n\n# A *bold* claim\n"
    path = tmp_path / name
    path.write_text(text)
    assert read(path) == Article("A bold claim", "x", None, None, None, "markdown")
    assert read(text.encode(), name=name) == read(path)


def test_marks_of_markdown_in_plain_text_stay(tmp_path: Path) -> None:
    text = "# A *bold* claim\r\n\r\n> She said so.\n"
    assert read(text.encode(), "post.txt") == Article(text, None, None, None, None, "text")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PNG, "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"GIF89a\x01\x00\x01\x00", "a GIF image"),
        (b"PK\x03\x04\x14\x00\x06\x00", "a ZIP archive or an Office document"),
        (b"{\\rtf1\\ansi The mayor spoke.}", "a rich-text document"),
        (b"The mayor\x00spoke.", "binary data"),
        (b"A caf\xe9 \x81 \x8d \x9d", "binary data"),
        (bytes(range(1, 32)) * 20, "binary data"),
        (b"T\x00h\x00\x00\xd8\xff\xfe", "binary data"),
    ],
)
def test_no_text(data: bytes, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "photo.txt"
    path.write_bytes(data)
    with pytest.raises(NotText, match=r"photo\.txt looks like") as caught:
        read(path)
    assert caught.value.looks_like == kind
    with pytest.raises(NotText, match=r"^upload\.txt looks like"):
        read(data, name="upload.txt")


def test_a_stray_control_character_is_still_text() -> None:
    text = "The mayor spoke.\x0c" + "He said nothing new about the plan. " * 5 + "\x07"
    assert read(text.encode()).text == text


@pytest.mark.parametrize("text", ["a\0b", "half \ud83d", "\x01\x02\x03 abc"])
def test_strings_that_are_no_text(text: str) -> None:
    with pytest.raises(NotText, match=r"^The text looks like"):
        require_text(text)


# Without the letters with which mojibake begins: that is repaired.
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="ÂÃâ‚Γ")))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    # A mark at the very start is the encoding's, not the text's.
    assert decode(text.encode("utf-8")).text == text.removeprefix("\ufeff")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        article = read(data)
    except SlantError:
        return
    assert article.text.strip()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (" \n\t\u00a0\u2003\r\n".encode(), "holds only white space"),
        (b"123, 456 - 7.", "holds no letters"),
        ("👍 … ”".encode(), "holds no letters"),
    ],
)
def test_empty(data: bytes, found: str) -> None:
    with pytest.raises(EmptyText) as caught:
        read(data)
    assert caught.value.found == found


def test_length_limit_is_counted_in_characters() -> None:
    assert len(read(("é" * MAX_CHARACTERS).encode()).text) == MAX_CHARACTERS
    with pytest.raises(TextTooLong, match="1,000,001 characters, more than the 1,000,000"):
        read(b"x" * (MAX_CHARACTERS + 1))


def test_length_limit_is_counted_in_words() -> None:
    assert len(read(b"word " * MAX_WORDS).text.split()) == MAX_WORDS
    with pytest.raises(TextTooLong, match="100,001 words, more than the 100,000") as caught:
        read(b"word " * (MAX_WORDS + 1))
    assert (caught.value.length, caught.value.limit) == (MAX_WORDS + 1, MAX_WORDS)
    assert caught.value.unit == "words"


def test_far_too_long_files_are_not_read_to_their_end(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"word " * (MAX_BYTES // 5 + 1))
    with pytest.raises(TextTooLong) as caught:
        read(path)
    assert caught.value.length is None
    stream = io.BytesIO(b"word " * MAX_BYTES)
    with pytest.raises(TextTooLong):
        read_stream(stream)
    assert stream.tell() == MAX_BYTES + 1


def test_a_large_image_is_an_image_not_a_long_text() -> None:
    with pytest.raises(NotText, match="PNG"):
        read(PNG + b"\x00" * MAX_BYTES, name="photo.txt")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("file:///etc/hostname", "is neither an http nor an https address"),
        ("no such file.txt", "no such file.txt does not exist: check"),
        (".", "is a folder: give one file in it"),
        ("a\0b.txt", "is no file's name"),
        ("x" * 5000, "cannot be read"),
    ],
)
def test_cannot_read(source: str, message: str) -> None:
    with pytest.raises(CannotRead, match=message):
        read(source)


@pytest.mark.parametrize(
    ("address", "kind", "message"),
    [
        ("http://127.0.0.1/news", RefusedAddress, "127.0.0.1 is not on the public internet: paste"),
        (" HTTPS://[::1]/ ", RefusedAddress, "::1 is not on the public internet"),
        ("http://localhost:8501/", BadAddress, "names another port than 80 and 443"),
        ("ftp://news.example/a", BadAddress, "ftp://news.example/a is neither an http"),
        ("https://ivo:secret@news.example", BadAddress, "holds a user name or password"),
    ],
)
def test_addresses_that_are_refused(
    address: str, kind: type[CannotFetch], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SLANT_FETCH", raising=False)
    with pytest.raises(kind) as caught:
        read(address)
    assert message in caught.value.message
    assert "secret" not in caught.value.message


@pytest.mark.parametrize("address", ["https://news.example/a", "http://127.0.0.1/", "ftp://x"])
def test_no_address_is_fetched_where_fetching_is_off(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLANT_FETCH", "0")
    with pytest.raises(FetchingOff, match=r"switched off here .*: paste the text instead"):
        read(address)


@pytest.mark.parametrize("name", ["c://town.txt", "./https://news.example"])
def test_what_only_looks_like_an_address_is_a_path(name: str) -> None:
    with pytest.raises(CannotRead, match="does not exist: check the file's name"):
        read(name)


@pytest.mark.parametrize(
    ("text", "encoding", "charset"),
    [
        ("Мэр говорил.", "koi8-r", "koi8-r"),
        ("市長は話した。", "shift_jis", "Shift_JIS"),
        ("The café’s mayor.", "utf-16-le", "utf-16le"),
        ("The café’s mayor.", "utf-8", None),
        ("The café’s mayor.", "utf-8", "iso-8859-1"),  # which servers send unasked
        ("The café’s mayor.", "cp1252", "iso-8859-1"),
        ("The café’s mayor.", "cp1252", "utf-8"),
        ("The café’s mayor.", "utf-8-sig", "koi8-r"),
        ("The café’s mayor.", "utf-16", "utf-8"),
        ("The café’s mayor.", "utf-8", "rot13"),
        ("The café’s mayor.", "utf-8", "no-such-encoding"),
    ],
)
def test_encoding_that_a_server_names(text: str, encoding: str, charset: str | None) -> None:
    assert decode(text.encode(encoding), "page", charset).text == text


@given(st.binary(max_size=60), st.sampled_from(["utf-16", "utf-16be", "gb18030", "hz", "utf-7"]))
def test_any_bytes_in_any_encoding_are_read_or_refused(data: bytes, charset: str) -> None:
    try:
        text = decode(data, "page", charset).text
    except NotText:
        return
    text.encode()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.rtf", "a rich-text document"),
        ("a.DOC", "an old Word document"),
        ("a.odt", "an OpenDocument text"),
    ],
)
def test_documents_that_are_not_read(name: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("The mayor spoke.")
    with pytest.raises(CannotRead, match=f"is {kind}: save it as .docx"):
        read(path)
    with pytest.raises(CannotRead, match=f"^{name} is {kind}"):
        read(b"The mayor spoke.", name=name)


def test_a_path_through_a_file_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "file.txt" / "below.txt"
    path.parent.write_text("x")
    with pytest.raises(CannotRead, match=r"cannot be read \(Not a directory\)"):
        read(path)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a.pages", "a.pages is a Pages document: export it as .docx, PDF or plain text"),
        ("a.epub", "a.epub is an e-book: paste the article's text"),
        ("a.msg", "a.msg is an Outlook message: save it as .eml or paste its text"),
        ("a.xlsx", "a.xlsx is a spreadsheet: paste the article's text"),
        ("a.url", "a.url is a shortcut to a web address: give that address itself"),
        ("a.txt.gz", "a.txt.gz is a gzip archive: unpack it and give the article in it"),
    ],
)
def test_what_to_do_with_other_files(name: str, message: str) -> None:
    for data in (b"PK\x03\x04" + bytes(40), b"The mayor spoke."):
        with pytest.raises(CannotRead) as caught:
            read(data, name)
        assert caught.value.message.startswith(message)


def test_a_gzip_archive_is_named_whatever_it_is_called() -> None:
    with pytest.raises(NotText, match="looks like a gzip archive, not text: save the article as"):
        read(b"\x1f\x8b\x08" + bytes(40), "a.txt")

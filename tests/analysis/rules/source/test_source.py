"""What a file is, and how plain text and other files are read."""

import io
import re

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import CannotRead, NotText, SlantError, TextTooLong
from analysis.rules.source.source import read_source
from tests.analysis.rules.source.mapped import require_true_mapping

TEXT = "The ferry sank.\r\n\r\nA thug\u2028was seen. 😀\rEnd"


def test_plain_text_is_its_own_prose() -> None:
    source = read_source(TEXT.encode(), "story.txt")
    assert (source.kind, source.content, source.prose) == ("text", TEXT, TEXT)
    start = TEXT.index("End")
    assert source.place(start, start + 3) == (start, start + 3)
    assert source.line_and_column(start) == (4, 1)
    assert source.line_and_column(TEXT.index("was")) == (3, 8)
    require_true_mapping(source)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings_are_read_and_the_mark_at_the_begin_is_not_text(encoding: str) -> None:
    text = "The café sank, and nobody was told of it.\n"
    source = read_source(text.encode(encoding), "story.txt")
    assert source.content.removeprefix("\ufeff") == text
    assert source.prose == text


@pytest.mark.parametrize("name", ["page.html", "post.md", "story.txt"])
def test_a_byte_order_mark_is_in_no_prose(name: str) -> None:
    source = read_source("\ufeff<p>A thug.</p>\n<p>Another.</p>".encode(), name)
    assert source.prose == "A thug.\n\nAnother."
    assert source.line_and_column(source.place(2, 6)[0]) == (1, 6)


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"A thug.", "a.txt", "text"),
        (b"A thug.", "noname", "text"),
        (b"A *thug*.", "a.markdown", "markdown"),
        (b"---\ntitle: T\n---\nA *thug*.", "a.txt", "markdown"),
        (b"<!doctype html><p>A thug.", "a.txt", "html"),
        (b"<p>A thug.</p><p>B.</p>", "a.txt", "html"),
        (b"plain words", "a.html", "text"),
        (b"name,age\nIda,4\nOle,5\n", "a.csv", "text"),
        (b"1\n00:00:01,000 --> 00:00:02,000\nA thug.\n\n2\n00:00:03,000 --> 00:00:04,000\nB.\n",
         "a.srt", "other"),
    ],
)  # fmt: skip
def test_kinds(content: bytes, name: str, kind: str) -> None:
    assert read_source(content, name).kind == kind


def test_a_piece_of_html_without_paragraphs_keeps_its_lines() -> None:
    source = read_source(b"A <b>thug</b> &ldquo;spoke&rdquo;\n\nNew\nline <i>x</i>", "a.txt")
    assert source.prose == "A thug “spoke”\n\nNew\nline x"
    require_true_mapping(source)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a"])
@pytest.mark.parametrize("content", [b"", b" \n", b"\xef\xbb\xbf", b"12 + 4\n"])
def test_a_file_without_words_is_no_error(name: str, content: bytes) -> None:
    source = read_source(content, name)
    assert not any(map(str.isalpha, source.prose))
    assert source.place(0, 3)[0] == 0
    assert source.line_and_column(0) == (1, 1)


def test_a_word_document_is_read_as_its_text() -> None:
    document = Document()
    document.add_paragraph("The ferry sank in the harbour on Monday.")
    document.add_paragraph("A thug was seen.")
    file = io.BytesIO()
    document.save(file)
    source = read_source(file.getvalue(), "story.docx")
    assert (source.kind, source.prose) == ("other", source.content)
    start = source.prose.index("thug")
    assert source.line_and_column(source.place(start, start + 4)[0]) == (3, 3)
    assert source.article().text == source.prose


@pytest.mark.parametrize(
    ("content", "name", "error", "said"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a.txt", NotText, "a PNG image"),
        (bytes(range(256)) * 20, "a.md", NotText, "binary data"),
        (b"a word " * 7_500_000, "a.txt", TextTooLong, "split it"),
        (b"a word " * 300_000, "a.md", TextTooLong, "split it"),
        (b"<html><p>a" + b" " * (50 * 2**20), "a.html", CannotRead, "10 MB"),
        (b"<html><p>" + b"a word " * 200_000, "a.html", TextTooLong, "split it"),
        (b"PK\x03\x04 no document", "a.docx", SlantError, "a.docx"),
    ],
    ids=["picture", "binary", "50 MB", "long", "50 MB page", "long page", "broken"],
)
def test_what_cannot_be_read_says_what_to_do(
    content: bytes, name: str, error: type[SlantError], said: str
) -> None:
    with pytest.raises(error, match=said):
        read_source(content, name)


def test_an_article_carries_title_and_quotations() -> None:
    article = read_source(b"# A ferry\n\n> Sank.\n", "a.md").article()
    assert (article.text, article.title, article.kind) == (
        "A ferry\n\nSank.",
        "A ferry",
        "markdown",
    )
    assert article.quoted == ((9, 14),)


PIECES = (
    "A thug. ", "word", "\n", "\r\n", "\n\n", " ", "\t", "😀", "<!-- other -->", "-->",
    "<!-- slant-ignore x -->", "<!-- slant-ignore-start y -->", "<!-- slant-ignore-end y -->",
    "<!-- slant-ignore",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_comments_alone_are_taken_out_of_plain_text(text: str) -> None:
    source = read_source(f"x{text}".encode(), "a.txt")
    require_true_mapping(source)
    assert all(piece.literal for piece in source.mapping.pieces)
    comment = re.compile("<!-- slant-ignore(?: x|-start y|-end y) -->")
    lines = source.content.replace("\r\n", "\n").split("\n")
    left = [
        comment.sub("", line)
        for line in lines
        if comment.sub("", line).strip() or not comment.search(line)
    ]
    if not any("slant-ignore" in line for line in left):
        assert paragraphs(source.prose.replace("\r\n", "\n").split("\n")) == paragraphs(left)


def paragraphs(lines: list[str]) -> list[list[str]]:
    """The words of each run of lines that are not blank."""
    blocks = re.split(r"\n(?:[ \t]*\n)+", "\n".join(lines))
    return [block.split() for block in blocks if block.strip()]

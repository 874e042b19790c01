"""Content decides what a file is; its name helps where content is silent."""

import pytest

from analysis.errors import NotText
from analysis.reading.documents.kinds import recognise
from analysis.reading.sources import read
from tests.analysis.reading.documents.hostile import FILES

PDF = (FILES / "by-hand.pdf").read_bytes()
WORD = (FILES / "plain.docx").read_bytes()
PAGE = b"<!DOCTYPE html><html><body><p>The mayor spoke.</p></body></html>"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (PDF, "a.pdf", "pdf"),
        (PDF, "a.txt", "pdf"),
        (PDF, "", "pdf"),
        (b"\r\n\0junk" + PDF, "a.PDF", "pdf"),
        (WORD, "a.docx", "docx"),
        (WORD, "a.pdf", "docx"),
        (b"PK\x03\x04 cut", "a.docx", "docx"),
        (b"PK\x03\x04 a zip", "a.zip", None),
        (PAGE, "a.html", "html"),
        (PAGE, "page", "html"),
        (b"\xef\xbb\xbf \n" + PAGE, "a.txt", "html"),
        (PAGE.decode().encode("utf-16"), "a.txt", "html"),
        (b'<?xml version="1.0"?>\n<!-- x > y -->\n<HTML >', "", "html"),
        (b"<p>One <b>paragraph</b>", "a.htm", "html"),
        (b"<p>One <b>paragraph</b>", "a.md", None),
        (b"Plain text, 3 < 4.", "a.html", None),
        (b"Plain text.", "a.docx", None),
        (b"The <html> tag is old.", "a.txt", None),
        (b"The mark %PDF- begins a file.", "a.txt", None),
        (b"<htmlish>", "a.txt", None),
        (b"", "a.pdf", None),
    ],
)
def test_kind(data: bytes, name: str, kind: str | None) -> None:
    assert recognise(data, name) == kind


def test_a_server_s_word_stands_for_the_name() -> None:
    assert recognise(b"<p>Hello", "index.php", "text/html; charset=utf-8") == "html"
    assert recognise(b"<p>Hello", "index.php", "text/plain") is None
    assert recognise(PDF, "", "text/html") == "pdf"


def test_text_under_a_document_s_name_is_read_as_text() -> None:
    assert read(b"The mayor spoke.", "a.html").kind == "text"
    assert read(b"The mayor spoke.", "a.docx").text == "The mayor spoke."


def test_binary_under_a_document_s_name_is_refused() -> None:
    with pytest.raises(NotText, match=r"^a\.pdf looks like binary data"):
        read(bytes(range(256)) * 4, "a.pdf")
    with pytest.raises(NotText, match="an old or locked Office document"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "a.docx")

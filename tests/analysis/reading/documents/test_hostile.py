"""No document does harm: each ends in one sentence, and the next one is read as ever."""

import pytest

from analysis.errors import CannotRead, EmptyText, NotText, SlantError, TextTooLong
from analysis.reading.limits import MAX_FILE_BYTES
from analysis.reading.sources import read
from tests.analysis.reading.documents.hostile import FILES, HOSTILE, body, paragraph, repacked


@pytest.mark.parametrize("name", HOSTILE)
def test_one_sentence(name: str) -> None:
    with pytest.raises((CannotRead, EmptyText, NotText)) as caught:
        read(HOSTILE[name](), name)
    message = caught.value.message
    assert message.endswith(".")
    assert "\n" not in message
    assert len(message) < 200


def test_nothing_is_left_behind() -> None:
    name = "entity bomb.docx"
    with pytest.raises(SlantError):
        read(HOSTILE[name](), name)
    assert read(FILES / "plain.docx").title == (
        "Stolen bronze horse turns up in a garden, painted green"
    )


def test_paths_in_a_word_file_are_only_names() -> None:
    tricks = dict.fromkeys(
        ("../../../../tmp/slant-escaped.txt", "/tmp/slant-escaped.txt", "word/../../x", "C:\\x"),
        b"x",
    )
    article = read(repacked({**tricks, **body(paragraph(b"The mayor spoke."))}), "tricks.docx")
    assert article.text == "The mayor spoke."


def test_what_lies_outside_is_not_fetched() -> None:
    link = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" TargetMode="External" Target="file:///etc/passwd" Type="http://'
        b'schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
        b"</Relationships>"
    )
    changed = {"word/_rels/document.xml.rels": link, **body(paragraph(b"The mayor spoke."))}
    assert read(repacked(changed), "linked.docx").text == "The mayor spoke."


def test_an_entity_for_a_file_gives_nothing_of_it() -> None:
    parts = body(
        paragraph(b"The mayor spoke. &e;"),
        b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    )
    assert read(repacked(parts), "entity.docx").text == "The mayor spoke."


@pytest.mark.parametrize("name", ["a.pdf", "a.html", "a.docx"])
def test_size_limit(name: str) -> None:
    heads = {"a.pdf": b"%PDF-1.7\n", "a.html": b"<html>", "a.docx": b"PK\x03\x04"}
    with pytest.raises(CannotRead, match=r"is larger than the 10 MB that one file may have: save"):
        read(heads[name].ljust(MAX_FILE_BYTES + 1, b" "), name)


def test_a_large_file_is_read_no_further_than_the_limit(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(10 * MAX_FILE_BYTES)
    with pytest.raises(CannotRead, match="larger than the 10 MB"):
        read(path)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (repacked(body(paragraph(b"word " * 100_001))), "long.docx"),
        (b"<html><body><article><p>" + b"word " * 100_001 + b"</p></article></html>", "long.html"),
    ],
)
def test_word_limit(data: bytes, name: str) -> None:
    with pytest.raises(TextTooLong, match=r"^The text has 100,001 words, more than the 100,000 "):
        read(data, name)


def test_a_text_of_100_000_words_is_read() -> None:
    data = repacked(body(paragraph(b"word " * 100_000)))
    assert len(read(data, "long.docx").text.split()) == 100_000

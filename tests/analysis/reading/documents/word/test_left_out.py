"""What of a Word document is not read is said."""

import zipfile
from io import BytesIO

import pytest

from analysis.reading.articles import Article
from analysis.reading.documents.word.article import read_docx
from tests.analysis.reading.documents.hostile import WORD, body, repacked
from tests.analysis.reading.documents.word.word_files import para

FERRY = "The ferry to the island will not sail before the first of May."
RELATIONS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def with_part(kind: str, name: str, xml: bytes) -> Article:
    """The article of a document with one more part."""
    base = repacked(body(para(FERRY).encode()))
    with zipfile.ZipFile(BytesIO(base)) as archive:
        relations, types = archive.read(RELATIONS), archive.read("[Content_Types].xml")
    link = f'<Relationship Id="rx" Type="{OFFICE}{kind}" Target="{name}"/></Relationships>'
    return read_docx(
        repacked(
            {
                **body(para(FERRY).encode()),
                f"word/{name}": xml,
                RELATIONS: relations.replace(b"</Relationships>", link.encode()),
                "[Content_Types].xml": types.replace(
                    b"</Types>",
                    b'<Override PartName="/word/%s" ContentType="application/xml"/></Types>'
                    % name.encode(),
                ),
            }
        )
    )


def notes(element: str, *texts: str) -> bytes:
    inside = "".join(
        f'<w:{element} w:id="{n}">{para(text)}</w:{element}>' for n, text in enumerate(texts)
    )
    separator = f'<w:{element} w:type="separator" w:id="-1">{para("x")}</w:{element}>'
    return f"<w:notes {WORD.decode()}>{separator}{inside}</w:notes>".encode()


@pytest.mark.parametrize("name", ["footnote", "endnote", "comment"])
def test_notes(name: str) -> None:
    one = with_part(f"{name}s", f"my{name}s.xml", notes(name, "See the minutes."))
    assert one.text == FERRY
    assert one.notices[0].startswith(f"One {name} is left out")
    two = with_part(f"{name}s", f"my{name}s.xml", notes(name, "See the minutes.", "Page 9", ""))
    assert two.notices[0].startswith(f"2 {name}s are left out")


def test_notes_without_text_are_not_named() -> None:
    assert with_part("footnotes", "myfootnotes.xml", notes("footnote")).notices == ()


def test_a_header_is_named_if_it_holds_a_sentence() -> None:
    def header(text: str) -> bytes:
        return f"<w:hdr {WORD.decode()}>{para(text)}</w:hdr>".encode()

    assert with_part("header", "h.xml", header("Harbour News, page 3")).notices == ()
    said = with_part("header", "h.xml", header("The ferry has been sold to a Dutch firm.")).notices
    assert said == ("A sentence in the page header is left out.",)


def test_parts_of_other_formats_are_named() -> None:
    said = with_part("aFChunk", "chunk.html", b"<html>The rest of the story.</html>").notices
    assert said == ("An inserted file in the document is not read: open it and paste its text.",)


def test_a_diagram_with_text_is_named() -> None:
    drawn = "<a:t xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'>%s</a:t>"
    assert with_part("diagramData", "d.xml", (drawn % "Ferry").encode()).notices == ()
    said = with_part("diagramData", "d.xml", (drawn % (FERRY * 2)).encode()).notices
    assert said == ("A diagram in the document is not read: open it and paste its text.",)

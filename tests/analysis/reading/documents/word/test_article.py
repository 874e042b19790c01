"""Word documents: what belongs to the text, in order, and what does not."""

import pytest

from analysis.errors import CannotRead, EmptyText
from analysis.reading.documents.word.article import read_docx
from tests.analysis.reading.documents.hostile import body, paragraph, repacked


def text_of(inner: bytes) -> str:
    return read_docx(repacked(body(inner))).text


def cell(*paragraphs: bytes) -> bytes:
    return b"<w:tc>%s</w:tc>" % b"".join(paragraphs)


def table(*rows: bytes) -> bytes:
    return b"<w:tbl>%s</w:tbl>" % b"".join(b"<w:tr>%s</w:tr>" % row for row in rows)


def test_tables_stand_where_they_stood() -> None:
    inner = (
        paragraph(b"Before.")
        + table(
            cell(paragraph(b"Roads"), paragraph(b"and bridges")) + cell(paragraph(b"48.2")),
            cell(paragraph(b"Schools")) + cell(paragraph(b"312")),
        )
        + paragraph(b"After.")
    )
    assert text_of(inner) == "Before.\n\nRoads and bridges | 48.2\nSchools | 312\n\nAfter."


def test_a_table_in_a_table_is_read_once() -> None:
    inside = table(cell(paragraph(b"inner one")) + cell(paragraph(b"inner two")))
    text = text_of(table(cell(paragraph(b"outer"), inside) + cell(paragraph(b"beside"))))
    assert text == "outer | beside\ninner one | inner two"


def test_links_insertions_and_fields_are_text_and_deletions_are_not() -> None:
    inner = (
        b"<w:p><w:r><w:t>The </w:t></w:r><w:hyperlink><w:r><w:t>mayor</w:t></w:r></w:hyperlink>"
        b"<w:del><w:r><w:delText> never</w:delText></w:r></w:del><w:ins><w:r><w:t> gladly</w:t>"
        b"</w:r></w:ins><w:moveFrom><w:r><w:t> gone</w:t></w:r></w:moveFrom><w:r><w:instrText>"
        b"PAGE</w:instrText><w:t> spoke</w:t><w:tab/><w:t>at</w:t><w:noBreakHyphen/><w:t>last."
        b"</w:t></w:r></w:p>"
    )
    assert text_of(inner) == "The mayor gladly spoke at-last."


def test_a_line_break_stays_one() -> None:
    inner = b"<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r></w:p>"
    assert text_of(inner) == "One\ntwo"


def test_list_items_are_marked() -> None:
    item = (
        b"<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
        b"<w:r><w:t>%s</w:t></w:r></w:p>"
    )
    assert text_of(paragraph(b"Two:") + item % b"one" + item % b"other") == (
        "Two:\n\n- one\n- other"
    )


def test_no_text() -> None:
    with pytest.raises(EmptyText):
        text_of(paragraph(b"  ") + paragraph(b"12"))


@pytest.mark.parametrize(
    ("part", "kind"),
    [("xl/workbook.xml", "an Excel workbook"), ("ppt/x.xml", "a PowerPoint presentation"),
     ("META-INF/manifest.xml", "an OpenDocument file, an e-book or a program")],
)  # fmt: skip
def test_other_packages(part: str, kind: str) -> None:
    with pytest.raises(CannotRead, match=f"is {kind}, not a Word document"):
        read_docx(repacked({part: b"<x/>"}))

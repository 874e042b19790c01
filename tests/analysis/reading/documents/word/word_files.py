"""Word files of the tests, made of pieces of WordprocessingML."""

from __future__ import annotations

from analysis.reading.articles import Article
from analysis.reading.documents.word.article import read_docx
from tests.analysis.reading.documents.hostile import body, repacked

MORE = (
    b'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    b'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    b'xmlns:v="urn:schemas-microsoft-com:vml" '
    b'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
STYLES = """<?xml version="1.0"?><w:styles
xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Stark"><w:name w:val="Intense Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="BlockText"><w:name w:val="Block Text"/></w:style>
<w:style w:type="paragraph" w:styleId="House"><w:name w:val="Letter to us"/>
  <w:basedOn w:val="Zitat"/></w:style>
<w:style w:type="paragraph" w:styleId="Source"><w:name w:val="Quote Source"/>
  <w:basedOn w:val="Zitat"/></w:style>
<w:style w:type="character" w:styleId="ZitatZchn"><w:name w:val="Quote Char"/></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Notes"><w:name w:val="Notes to self"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="NotesTwo"><w:name w:val="More notes"/>
  <w:basedOn w:val="Notes"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Mark"><w:name w:val="footnote reference"/>
  <w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
</w:styles>"""


def article_of(inner: str, parts: dict[str, bytes] | None = None) -> Article:
    """The article of a document with this body, and further or replaced parts."""
    made = body(inner.encode())
    (name,) = made
    made[name] = made[name].replace(b"<w:document ", b"<w:document %s " % MORE)
    return read_docx(repacked({**made, "word/styles.xml": STYLES.encode(), **(parts or {})}))


def text_of(inner: str) -> str:
    """The text of a document with this body."""
    return article_of(inner).text


def run(text: str, properties: str = "") -> str:
    """A run of text; a space at either end is kept."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*runs: str, style: str = "", mark: str = "", properties: str = "") -> str:
    """A paragraph of runs or plain text; ``mark`` are the properties of the mark at its end."""
    inside = "".join(one if one.startswith("<") else run(one) for one in runs)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}<w:rPr>{mark}</w:rPr></w:pPr>{inside}</w:p>"


def box(*paragraphs: str) -> str:
    """A text box as Word writes it: once for itself, once for old versions."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{inside}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells, each a run of paragraphs."""
    made = "".join(
        "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    return f"<w:tbl>{made}</w:tbl>"

"""Word documents by python-docx, some with parts that Word writes and python-docx cannot."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import groupby
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from tests.gold.documents.articles import Source

Load = Callable[[str], Source]


def document(source: Source, byline: bool = True, title_style: bool = True) -> Any:
    """A document of the article's blocks in Word's own styles."""
    made = Document()
    made.add_heading(source.title, 0) if title_style else made.add_heading(source.title, 1)
    if byline:
        made.add_paragraph(f"By {source.author}")
    for kind, group in groupby(source.blocks, key=lambda block: block.kind):
        blocks = list(group)
        if kind == "row":
            table = made.add_table(0, len(blocks[0].cells))
            for block in blocks:
                for cell, text in zip(table.add_row().cells, block.cells, strict=True):
                    cell.text = text
            continue
        for block in blocks:
            if kind == "heading":
                made.add_heading(block.text, 2)
            else:
                made.add_paragraph(block.text, "List Bullet" if kind == "item" else None)
    return made


def saved(made: Any) -> bytes:
    """The document's bytes."""
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def tracked(made: Any) -> None:
    """Turn the third paragraph into an accepted insertion with a deletion beside it."""
    paragraph = made.paragraphs[2]._p
    run = paragraph.r_lst[0]
    inserted = parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="Editor"/>')
    paragraph.replace(run, inserted)
    inserted.append(run)
    paragraph.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="2" w:author="Editor"><w:r><w:delText>This sentence was '
            "struck out by the editor and must not come back.</w:delText></w:r></w:del>"
        )
    )


def controls(made: Any) -> None:
    """Wrap the first half of the body into content controls, as Word's templates do."""
    for paragraph in [one._p for one in made.paragraphs[2:5]]:
        control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
        paragraph.getparent().replace(paragraph, control)
        control.find(qn("w:sdtContent")).append(paragraph)


def text_box(made: Any) -> None:
    """Add a drawn box twice over, as Word does: once for itself, once for old versions."""
    box = (
        "<w:txbxContent><w:p><w:r><w:t>Picture: the island from the air</w:t></w:r></w:p>"
        "</w:txbxContent>"
    )
    made.paragraphs[3]._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')} "
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
            'xmlns:v="urn:schemas-microsoft-com:vml">'
            f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx>'
            f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


def split_runs(made: Any) -> None:
    """Cut every paragraph into runs of eleven characters, as spelling checks do, with bold ones."""
    for paragraph in made.paragraphs[2:]:
        if not paragraph.runs:
            continue
        first, text = paragraph.runs[0], paragraph.text
        first.text = text[:11]
        for start in range(11, len(text), 11):
            run = deepcopy(first._r)
            paragraph._p.append(run)
            paragraph.runs[-1].text = text[start : start + 11]
            paragraph.runs[-1].bold = start % 3 == 0


def margins(made: Any, source: Source) -> None:
    """A header, a footer and a page-number field."""
    section = made.sections[0]
    section.header.paragraphs[0].text = "The Carrow Examiner – weekend edition"
    section.footer.paragraphs[0].text = "Confidential draft, not for publication"
    made.core_properties.title = source.title
    made.core_properties.author = source.author


def columns(made: Any, count: int) -> None:
    """Set the body in newspaper columns."""
    properties = made.sections[0]._sectPr
    properties.append(parse_xml(f'<w:cols {nsdecls("w")} w:num="{count}" w:space="360"/>'))
    made.styles["Normal"].font.size = Pt(9)


def documents(load: Load) -> Iterator[tuple[str, str, bytes, str]]:
    """Yield (file, article, bytes, what is hard about it)."""
    yield "plain.docx", "museum-theft", saved(document(load("museum-theft"))), "paragraphs"
    made = document(load("school-meals"))
    yield "lists.docx", "school-meals", saved(made), "headings and a list"
    made = document(load("budget-table"))
    yield "table.docx", "budget-table", saved(made), "a table between paragraphs"
    made = document(load("factory-closure"))
    tracked(made)
    yield "tracked.docx", "factory-closure", saved(made), "tracked insertion and deletion"
    made = document(load("bees-roof"))
    controls(made)
    yield "controls.docx", "bees-roof", saved(made), "paragraphs in content controls"
    made = document(load("wind-farm"))
    text_box(made)
    yield "text-box.docx", "wind-farm", saved(made), "a text box with a caption, stored twice"
    made = document(load("river-café"))
    split_runs(made)
    yield "runs.docx", "river-café", saved(made), "words split over runs"
    source = load("vaccine-clinic")
    made = document(source, byline=False, title_style=False)
    margins(made, source)
    yield "margins.docx", "vaccine-clinic", saved(made), "header, footer, properties"

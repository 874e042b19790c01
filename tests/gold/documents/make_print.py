"""PDFs by reportlab and fpdf2, by a browser's print, by LibreOffice, and one written by hand."""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from fpdf import FPDF
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4, A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from tests.gold.documents.articles import Source
from tests.gold.documents.make_web import body
from tests.gold.documents.make_word import columns, document, margins, saved

Load = Callable[[str], Source]
FONTS = Path("/usr/share/fonts/truetype")
CHROMIUM = "/usr/bin/chromium"
LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}
PAPER = "The Carrow Examiner"


def flow(source: Source, style: ParagraphStyle, ligatures: bool = False) -> list[Any]:
    """The article's blocks as reportlab flowables."""
    items: list[Any] = []
    rows: list[list[str]] = []
    for block in source.blocks:
        if block.kind == "row":
            rows.append(block.cells)
            continue
        if rows:
            items.append(Table(rows))
            rows = []
        text = escape(block.text, quote=False)
        if ligatures:
            for letters, sign in LIGATURES.items():
                text = text.replace(letters, sign)
        if block.kind == "heading":
            text = f"<b>{text}</b>"
        items.append(Paragraph(("• " if block.kind == "item" else "") + text, style))
    return items


def set_pages(
    source: Source,
    size: tuple[float, float],
    count: int,
    style: ParagraphStyle,
    head: Callable[[int], tuple[str, str]] | None = None,
    ligatures: bool = False,
) -> bytes:
    """Set an article in ``count`` columns below a headline over the whole width.

    ``head`` gives a page's running head and foot.
    """
    width, height = size
    edge, gutter, top = 40.0, 14.0, 70.0
    column = (width - 2 * edge - (count - 1) * gutter) / count

    def frames(y: float, tall: float) -> list[Frame]:
        return [
            Frame(edge + n * (column + gutter), y, column, tall, 0, 0, 0, 0) for n in range(count)
        ]

    def margin(canvas: Any, made: Any) -> None:
        if head is None:
            return
        above, below = head(made.page)
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(edge, height - 26, above)
        canvas.drawCentredString(width / 2, 22, below)

    headline = Frame(edge, height - edge - top, width - 2 * edge, top, 0, 0, 0, 0)
    tall = height - 2 * edge
    buffer = io.BytesIO()
    made = BaseDocTemplate(buffer, pagesize=size)
    made.addPageTemplates(
        [
            PageTemplate("first", [headline, *frames(edge, tall - top - 6)], onPage=margin),
            PageTemplate("later", frames(edge, tall), onPage=margin),
        ]
    )
    large = ParagraphStyle("large", style, fontSize=18, leading=21, alignment=0, firstLineIndent=0)
    small = ParagraphStyle("small", style, fontSize=8, firstLineIndent=0)
    made.build(
        [
            Paragraph(escape(source.title), large),
            Spacer(1, 5),
            Paragraph(f"By {source.author}", small),
            NextPageTemplate("later"),
            FrameBreak(),
            *flow(source, style, ligatures),
        ]
    )
    return buffer.getvalue()


def by_reportlab(load: Load) -> Iterator[tuple[str, str, bytes, str]]:
    times = ParagraphStyle("t", fontName="Times-Roman", fontSize=10, leading=12)
    indent = ParagraphStyle("i", times, firstLineIndent=12, alignment=4)
    spaced = ParagraphStyle("s", times, spaceAfter=7)
    hyphens = ParagraphStyle(
        "h", times, hyphenationLang="en_GB", embeddedHyphenation=1, alignment=4, firstLineIndent=10
    )
    yield (
        "heads.pdf", "school-meals",
        set_pages(
            load("school-meals"), (298.0, 420.0), 1, spaced,
            lambda n: (f"{PAPER}   17 January 2025", f"– {n} –"),
        ),
        "running heads and page numbers, three small pages",
    )  # fmt: skip
    yield (
        "odd-even.pdf", "wind-farm",
        set_pages(
            load("wind-farm"), (298.0, 420.0), 1, indent,
            lambda n: (f"{n}   {PAPER}" if n % 2 == 0 else f"Islands   {n}", ""),
        ),
        "different heads on left and right pages, indented paragraphs",
    )  # fmt: skip
    yield (
        "two-columns.pdf", "office-flood",
        set_pages(load("office-flood"), A4, 2, indent),
        "two columns below a wide headline",
    )  # fmt: skip
    yield (
        "two-columns-heads.pdf", "harbour-lift",
        set_pages(
            load("harbour-lift"), (400.0, 330.0), 2, hyphens,
            lambda n: (f"Page {n}   {PAPER}", f"Page {n}"),
        ),
        "two narrow columns over two pages, hyphenated, running heads",
    )  # fmt: skip
    yield (
        "three-columns.pdf", "factory-closure",
        set_pages(load("factory-closure"), A4, 3, hyphens),
        "three hyphenated columns",
    )  # fmt: skip
    pdfmetrics.registerFont(TTFont("DejaVu", str(FONTS / "dejavu/DejaVuSerif.ttf")))
    embedded = ParagraphStyle("d", spaced, fontName="DejaVu", fontSize=9, leading=12)
    yield (
        "ligatures.pdf", "office-flood",
        set_pages(load("office-flood"), A5, 1, embedded, ligatures=True),
        "ligature characters (ﬁ, ﬀ, ﬃ)",
    )  # fmt: skip
    yield (
        "table.pdf", "budget-table", set_pages(load("budget-table"), A4, 1, spaced), "a table",
    )  # fmt: skip
    writer = PdfWriter(clone_from=io.BytesIO(set_pages(load("bees-roof"), A4, 1, spaced)))
    writer.encrypt("", "owner only", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    yield "owner-locked.pdf", "bees-roof", buffer.getvalue(), "locked against copying, no password"


class Paged(FPDF):
    """Pages with a foot."""

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", size=8)
        self.cell(0, 10, f"Page {self.page_no()} of {{nb}}", align="C")


def by_fpdf(load: Load) -> Iterator[tuple[str, str, bytes, str]]:
    source = load("night-trains")
    made = Paged(format=(120, 170))
    made.add_page()
    made.add_font("Liberation", fname=str(FONTS / "liberation/LiberationSerif-Regular.ttf"))
    made.set_font("Liberation", size=18)
    made.multi_cell(0, 8, source.title, new_x="LMARGIN", new_y="NEXT")
    made.set_font("Liberation", size=12)
    for block in source.blocks:
        made.ln(3)
        made.multi_cell(0, 6, block.text, align="J", new_x="LMARGIN", new_y="NEXT")
    yield "feet.pdf", "night-trains", bytes(made.output()), "“Page 1 of 2” feet, justified"

    source = load("museum-theft")
    made = FPDF(format="A4")
    made.add_page()
    made.set_font("Times", "B", 20)
    made.multi_cell(0, 9, source.title, new_x="LMARGIN", new_y="NEXT")
    made.set_font("Times", size=11)
    western = [b.text.translate(str.maketrans("“”’–", '""\'-')) for b in source.blocks]
    with made.text_columns(ncols=2, gutter=8, text_align="J") as columns_:
        for text in western:
            columns_.write(text)
            columns_.ln()
            columns_.ln()
    yield "fpdf-columns.pdf", "museum-theft", bytes(made.output()), "two columns, straight quotes"


PRINTED = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<style>@page {{ size: {size}; margin: 18mm; }} body {{ font: {font}; }}
.columns {{ column-count: {count}; column-gap: 8mm; text-align: justify; hyphens: auto; }}
.columns p {{ {paragraph} }} @media print {{ nav, aside {{ display: none; }} }}</style></head>
<body><nav>Home News Sport</nav><h1>{title}</h1><p class="by">By {author}</p>
<div class="columns">{body}</div><aside>Read more</aside></body></html>"""


def by_chromium(load: Load) -> Iterator[tuple[str, str, bytes, str]]:
    plain = {"size": "A4", "font": "12pt Liberation Serif", "count": "1", "paragraph": ""}
    indents = "text-indent: 1em; margin: 0"
    jobs = [
        ("print.pdf", "election-count", plain, True, "browser print"),
        (
            "print-heads.pdf", "vaccine-clinic", plain | {"font": "20pt Liberation Serif"}, False,
            "browser print with its own date, title, address and page number",
        ),
        (
            "print-columns.pdf", "wind-farm",
            plain | {"count": "2", "font": "10pt Liberation Serif", "paragraph": indents}, True,
            "two justified, hyphenated columns with subheadings",
        ),
        (
            "print-three.pdf", "school-meals",
            plain | {"count": "3", "font": "9pt Liberation Sans"}, True,
            "three columns with subheadings and a list",
        ),
        (
            "print-small.pdf", "river-café",
            plain | {"font": "25pt DejaVu Serif"}, False,
            "pages of a few lines, ligatures by the font, accents",
        ),
    ]  # fmt: skip
    for name, slug, look, bare, hard in jobs:
        source = load(slug)
        html = PRINTED.format(
            title=escape(source.title), author=source.author, body=body(source), **look
        )
        with tempfile.TemporaryDirectory() as folder:
            page, made = Path(folder, "page.html"), Path(folder, "made.pdf")
            page.write_text(html, encoding="utf-8")
            command = [
                CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                f"--user-data-dir={folder}/profile", f"--print-to-pdf={made}",
            ]  # fmt: skip
            command += ["--no-pdf-header-footer"] if bare else []
            subprocess.run([*command, page.as_uri()], check=True, capture_output=True, timeout=120)
            yield name, slug, made.read_bytes(), hard


def convert(data: bytes, ending: str, wanted: str) -> bytes:
    """Convert a document by LibreOffice; ``wanted`` may name a filter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, f"in.{ending}").write_bytes(data)
        subprocess.run(
            [
                "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                "--convert-to", wanted, "--outdir", f"{folder}/out", f"{folder}/in.{ending}",
            ],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        return next(Path(folder, "out").iterdir()).read_bytes()


def by_libreoffice(load: Load) -> Iterator[tuple[str, str, bytes, str]]:
    plain = saved(document(load("factory-closure")))
    yield "office.pdf", "factory-closure", convert(plain, "docx", "pdf"), "LibreOffice's export"
    made = document(load("election-count"))
    columns(made, 2)
    yield (
        "office-columns.pdf", "election-count", convert(saved(made), "docx", "pdf"),
        "all in two columns, the headline too",
    )  # fmt: skip
    source = load("budget-table")
    made = document(source)
    margins(made, source)
    yield (
        "office-table.pdf", "budget-table", convert(saved(made), "docx", "pdf"),
        "a table, a header and a footer on a single page",
    )  # fmt: skip
    page = (
        f"<html><body><h1>{escape(load('night-trains').title)}</h1>"
        f"{body(load('night-trains'))}</body></html>"
    ).encode()
    yield (
        "office.docx", "night-trains",
        convert(page, "html", "docx:MS Word 2007 XML"), "a web page saved as Word by LibreOffice",
    )  # fmt: skip
    lists = saved(document(load("school-meals")))
    yield (
        "office-lists.docx", "school-meals",
        convert(convert(lists, "docx", "odt"), "odt", "docx:MS Word 2007 XML"),
        "from Word to OpenDocument and back",
    )  # fmt: skip
    table = saved(document(load("budget-table")))
    yield (
        "office.html", "budget-table", convert(table, "docx", "html:HTML (StarWriter)"),
        "LibreOffice's web page",
    )  # fmt: skip


def by_hand(source: Source) -> bytes:
    """Write a PDF without any library: one string a line, cut with hyphens, a watermark askew."""
    lines: list[tuple[int, str]] = [(0, source.title)]
    for block in source.blocks:
        text, start = block.text, 16
        while text:
            if len(text) <= 72:
                cut, mark = len(text), ""
            else:
                cut, mark = 71, "-"
                while not (text[cut - 2 : cut].isalpha() and text[cut : cut + 2].isalpha()):
                    cut -= 1
                if text[cut - 3 : cut + 3].count(" "):
                    cut, mark = text.rindex(" ", 0, 72), ""
            lines.append((start, text[:cut].rstrip() + mark))
            text, start = text[cut:].lstrip(), 0
    content = [b"q 0.7 0.7 -0.7 0.7 200 200 cm BT /F1 60 Tf 0 0 Td (COPY) Tj ET Q", b"BT /F1 11 Tf"]
    content.append(b"14 TL 60 790 Td")
    for indent, line in lines:
        escaped = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(")
        escaped = escaped.replace(b")", b"\\)")
        content.append(b"%d 0 Td (%s) Tj %d 0 Td T*" % (indent, escaped, -indent))
    stream = b"\n".join([*content, b"ET"])
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    ]
    data = b"%PDF-1.4\n"
    offsets = []
    for number, one in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n"
        b"%%%%EOF\n" % (len(objects) + 1, table, len(objects) + 1, len(data))
    )


def prints(load: Load) -> Iterator[tuple[str, str, str, bytes, str]]:
    """Yield (file, article, maker, bytes, what is hard about it)."""
    for maker, made in (
        ("reportlab", by_reportlab), ("fpdf2", by_fpdf), ("Chromium", by_chromium),
        ("LibreOffice", by_libreoffice),
    ):  # fmt: skip
        for name, slug, data, hard in made(load):
            yield name, slug, maker, data, hard
    data = by_hand(load("harbour-lift"))
    assert len(PdfReader(io.BytesIO(data)).pages) == 1
    yield "by-hand.pdf", "harbour-lift", "hand", data, "one string a line, hyphens, a watermark"

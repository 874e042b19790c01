"""PDF files of the tests, drawn string by string."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.reading.articles import Article
from analysis.reading.documents.pdf.article import read_pdf
from tests.analysis.reading.documents.hostile import pdf, stream

FERRY = (
    "The ferry to the island will not sail before the first of May, its owner said on Monday.",
    "The engine of the old boat has failed twice since Christmas, and nobody on the mainland",
    "can supply the part that it needs. About ninety people live on the island all year, and",
    "most of them do their shopping by boat. The post comes by helicopter for as long as the",
    "weather is good, and the school has sent its oldest pupils to stay with families in town.",
)
STORY = " ".join(FERRY)
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
LEFT, TOP, STEP = 60.0, 740.0, 14.0


def text(string: str, x: float = LEFT, y: float = TOP, size: float = 11, matrix: str = "") -> str:
    """Operators that draw a string; ``matrix`` are the first four numbers of its matrix."""
    escaped = string.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {size} Tf {matrix or '1 0 0 1'} {x} {y} Tm ({escaped}) Tj ET\n"


def lines(strings: Sequence[str] = FERRY, x: float = LEFT, y: float = TOP, size: float = 11) -> str:
    """Operators that draw strings below each other."""
    return "".join(text(one, x, y - STEP * n, size) for n, one in enumerate(strings))


def width(string: str, size: float = 11) -> float:
    """The width of a string in Helvetica, in points."""
    from pypdf.generic import DictionaryObject, NameObject
    from pypdf.generic._font import Font

    font = Font.from_font_resource(
        DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
                NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
            }
        )
    )
    return sum(font.character_widths.get(one, 556) for one in string) * size / 1000


def document(
    *pages: str, entries: Sequence[str] | str = "", objects: Sequence[bytes] = (), form: str = ""
) -> bytes:
    """A PDF of pages with these operators; ``entries`` are those of each page's dictionary.

    Further ``objects`` are numbered from 10; what a page's resources call /X is the first of them.
    ``form`` is the entry of the catalog for its form fields.
    """
    first = 10 + len(objects)
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(pages)))
    made = [
        f"<< /Type /Catalog /Pages 2 0 R {form} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        FONT,
        *([b"null"] * 6),
        *objects,
    ]
    for number, content in enumerate(pages):
        own = entries if isinstance(entries, str) else entries[number]
        made.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {own} "
            f"/Contents {first + 2 * number + 1} 0 R "
            "/Resources << /Font << /F 3 0 R >> /XObject << /X 10 0 R >> >> >>".encode()
        )
        made.append(stream(content.encode("cp1252")))
    return pdf(*made)


def article_of(*pages: str, **more: object) -> Article:
    """The article of such a document."""
    return read_pdf(document(*pages, **more))  # type: ignore[arg-type]


def words_of(*pages: str, **more: object) -> str:
    """The text of such a document with single spaces."""
    return " ".join(article_of(*pages, **more).text.split())

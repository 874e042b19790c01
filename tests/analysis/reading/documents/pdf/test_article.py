"""PDFs: locked ones and scans are named; lines and columns become running text."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from analysis.errors import CannotRead
from analysis.reading.documents.pdf.article import read_pdf
from analysis.reading.documents.pdf.layout.columns import Line, reading_order
from analysis.reading.documents.pdf.layout.headers_footers import without_headers_and_footers
from analysis.reading.documents.pdf.layout.paragraphs import paragraphs_of
from tests.analysis.reading.documents.hostile import FILES, page, pdf, stream

SOURCE = FILES / "by-hand.pdf"


def locked(user: str, algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(SOURCE))
    writer.encrypt(user, "owner", algorithm=algorithm)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def lines(*texts: str, x: float = 0, top: float = 700, step: float = 12) -> list[Line]:
    """Lines of ten-point text whose letters are five points wide."""
    return [Line(text, x, x + 5 * len(text), top - step * n, 10.0) for n, text in enumerate(texts)]


def joined(*blocks: list[Line]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs_of(blocks)]


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_locked(algorithm: str) -> None:
    with pytest.raises(CannotRead, match="is locked with a password: open it with the password"):
        read_pdf(locked("secret", algorithm))


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_locked_against_copying_only(algorithm: str) -> None:
    assert read_pdf(locked("", algorithm)).text == read_pdf(SOURCE.read_bytes()).text


def test_scan() -> None:
    picture = stream(
        bytes(100),
        b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceGray",
    )
    with pytest.raises(CannotRead, match=r"is a scan.*text recognition \(OCR\)"):
        read_pdf(page(b"q 595 0 0 842 0 0 cm /X Do Q BT /F 9 Tf (3) Tj ET", picture))


def test_empty_page() -> None:
    with pytest.raises(CannotRead, match="holds no text: paste"):
        read_pdf(page(b"0 0 10 10 re f"))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"x" * 100, pdf(b"<< /Type /Catalog >>")])
def test_damaged(data: bytes) -> None:
    with pytest.raises(CannotRead, match=r"is damaged or not a PDF document|holds no text"):
        read_pdf(data)


def test_text_of_forms_and_odd_operators() -> None:
    inner = stream(
        b"BT /F 10 Tf 50 700 Td (The mayor) Tj 12 TL (spoke for an) ' 0 0 (hour on Tuesday.) \" ET",
        b"/Type /XObject /Subtype /Form /Matrix [1 0 0 1 0 0]",
    )
    assert read_pdf(page(b"/X Do", inner)).text == "The mayor spoke for an hour on Tuesday."


def test_words_set_letter_by_letter_with_kerning() -> None:
    content = b"BT /F 10 Tf 50 700 Td [(W) 80 (ate) -15 (r) -300 (ro) 20 (se in town)] TJ ET"
    assert read_pdf(page(content)).text == "Water rose in town"


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("The com-", "mittee met", "The committee met"),
        ("The well-", "known singer", "The well-known singer"),
        ("An Anglo-", "American firm", "An Anglo-American firm"),
        ("It cost 10-", "12 pounds", "It cost 10-12 pounds"),
        ("A dash -", "like this", "A dash - like this"),
    ],
)
def test_hyphens(first: str, second: str, text: str) -> None:
    assert joined(lines(first, second)) == [text]


def test_the_document_s_own_spelling_decides() -> None:
    assert joined(lines("A re-election, and the re-", "election of the other")) == [
        "A re-election, and the re-election of the other"
    ]


def test_a_line_that_had_room_ends_a_paragraph() -> None:
    text = lines("The council will decide about", "the lift.", "Nobody knows what it will say,")
    assert joined(text) == ["The council will decide about the lift.", text[2].text]


def test_an_indented_line_begins_a_paragraph() -> None:
    first = lines("The council will decide soon.", "It has the money for the lift")
    indented = Line("But nobody knows that yet for", 10, 155, 676, 10)
    assert joined([*first, indented])[1:] == ["But nobody knows that yet for"]


def test_columns_below_a_headline() -> None:
    left = lines(*[f"left column line {n}" for n in range(6)])
    right = lines(*[f"right column line {n}" for n in range(6)], x=110)
    wide = Line("A headline over both of the columns", 0, 200, 730, 18)
    shuffled = [line for pair in zip(right, left, strict=True) for line in pair]
    blocks = reading_order([*shuffled, wide])
    assert [line.text for block in blocks for line in block] == [
        wide.text, *(line.text for line in left), *(line.text for line in right)
    ]  # fmt: skip


def test_a_table_is_read_row_by_row() -> None:
    cells = [*lines("Roads", "Schools", "Care", "Youth"), *lines("1", "2", "3", "4", x=110)]
    assert [line.text for line in reading_order(cells)[0]] == [
        "Roads 1", "Schools 2", "Care 3", "Youth 4"
    ]  # fmt: skip


def test_margins() -> None:
    texts = [("The lift is shut until", "the autumn of the year", "2026."),
             ("Nobody in the upper town", "had been told of it on", "Tuesday."),
             ("The minibus runs every", "twenty minutes and seats", "sixteen.")]  # fmt: skip
    pages = [
        [*lines("The Examiner", top=800), *lines(*text), *lines(f"{number}", top=30)]
        for number, text in enumerate(texts, 7)
    ]
    assert [tuple(run.text for run in kept) for kept in without_headers_and_footers(pages)] == texts


def test_a_single_page_keeps_its_first_line() -> None:
    only = [*lines("Harbour lift stays shut", "It will not open soon.", top=800)]
    assert without_headers_and_footers([only]) == [only]

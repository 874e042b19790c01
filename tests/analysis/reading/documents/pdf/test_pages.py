"""PDF pages are read as a reader shows them, and what could not be read is said."""

import pytest

from analysis.errors import CannotRead
from analysis.reading.documents.pdf.article import read_pdf
from analysis.reading.documents.pdf.pages import _named
from tests.analysis.reading.documents.hostile import stream
from tests.analysis.reading.documents.pdf.drawn import (
    FERRY,
    STEP,
    STORY,
    article_of,
    document,
    lines,
    text,
    words_of,
)  # fmt: skip

SECOND = (
    "A new boat would cost two million pounds, which the island does not have, and the state",
    "has refused to lend the money. The owner hopes for a second-hand boat from Norway, where a",
    "ferry of the same size was replaced by a tunnel last summer.",
)
BOTH = f"{STORY} {' '.join(SECOND)}"
PICTURE = stream(
    bytes(100),
    b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 "
    b"/ColorSpace /DeviceGray",
)
BROKEN = stream(b"not deflated", b"/Filter /FlateDecode /Type /XObject /Subtype /Form")


def turned(angle: int, strings: tuple[str, ...] = FERRY) -> str:
    """The strings below each other on a page that is turned counter-clockwise."""
    made = ""
    for number, one in enumerate(strings):
        x, y = 60, 500 - STEP * number
        if angle == 90:
            made += text(one, 595 - y, x, matrix="0 1 -1 0")
        elif angle == 180:
            made += text(one, 595 - x, 842 - y, matrix="-1 0 0 -1")
        else:
            made += text(one, y, 842 - x, matrix="0 -1 1 0")
    return made


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_turned_pages(angle: int) -> None:
    assert words_of(turned(angle), entries=f"/Rotate {angle}") == STORY
    assert words_of(turned(angle)) == STORY
    assert words_of(lines(), entries=f"/Rotate {angle}") == STORY
    pages = lines(), turned(angle, SECOND)
    assert words_of(*pages, entries=["", f"/Rotate {angle}"]) == BOTH


@pytest.mark.parametrize("entry", ["/Rotate -90", "/Rotate 45", "/Rotate (x)"])
def test_odd_rotations(entry: str) -> None:
    assert words_of(lines(), entries=entry) == STORY


def test_a_page_scanned_aslant() -> None:
    aslant = "0.99955 0.03 -0.03 0.99955"
    drawn = (
        text(one, 60 + 0.03 * STEP * n, 740 - STEP * n, matrix=aslant)
        for n, one in enumerate(FERRY)
    )
    assert words_of("".join(drawn)) == STORY


def test_a_turned_passage_beside_upright_text_is_read_after_it() -> None:
    assert words_of(lines() + turned(90, SECOND)) == BOTH


def test_watermarks_and_lines_along_the_margin_are_left_out() -> None:
    mark = text("COPY", 200, 200, 70, "0.7 0.7 -0.7 0.7")
    margin = text("Downloaded on the fourth of May by the library", 20, 200, 7, "0 1 -1 0")
    assert words_of(lines() + mark + margin) == STORY


def test_a_page_that_cannot_be_read_is_said_and_the_others_are_read() -> None:
    broken = "BT /F 11 Tf [ (not closed Tj"
    article = article_of(lines(), broken, lines(SECOND))
    assert " ".join(article.text.split()) == BOTH
    assert article.notices == (
        "Page 2 of 3 could not be read and is left out: open it in a PDF reader and print it to a "
        "new PDF, or paste its text.",
    )


def test_a_page_read_in_part_is_said() -> None:
    article = article_of(
        lines() + "/X Do " + text("The end of the story.", y=400), objects=[BROKEN]
    )
    assert " ".join(article.text.split()) == f"{STORY} The end of the story."
    assert article.notices[0].startswith("The page could be read in part only: open it")


def test_scanned_pages_beside_text_are_said() -> None:
    scan = "q 595 0 0 842 0 0 cm /X Do Q " + text("2", 300, 30)
    inline = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"
    article = article_of(lines(), scan, lines(SECOND), inline, objects=[PICTURE])
    assert " ".join(article.text.split()) == BOTH
    assert article.notices == (
        "Pages 2 and 4 of 4 are a picture, and text in it is not read: if it is a scan, let a "
        "program for text recognition (OCR) read it, or paste its text.",
    )


def test_pictures_beside_text_and_empty_pages_are_not_said() -> None:
    photo = "q 300 0 0 300 60 100 cm /X Do Q"
    assert article_of(lines() + photo, "", objects=[PICTURE]).notices == ()


def test_letters_drawn_as_shapes_are_said() -> None:
    shapes = "0 0 m " + "1 1 2 2 3 3 c " * 900 + "f"
    assert article_of(lines(), shapes).notices[0].startswith("Page 2 of 2 is left out, as the")
    with pytest.raises(CannotRead, match=r"is a scan.*text recognition"):
        article_of(shapes)


def test_a_document_of_broken_pages_is_damaged_not_empty() -> None:
    with pytest.raises(CannotRead, match="is damaged"):
        article_of("BT /F 11 Tf [ (not closed Tj")


def test_pages_are_named() -> None:
    assert _named([3], 9) == "Page 3 of 9"
    assert _named([1, 2, 9], 9) == "Pages 1, 2 and 9 of 9"
    assert _named(list(range(1, 41)), 90) == "40 of 90 pages"
    assert _named([1], 1) == "The page"


def test_invisible_text_is_read_over_a_picture_only() -> None:
    unpainted = f"3 Tr {lines(SECOND, y=600)}"
    assert words_of(lines() + unpainted) == STORY
    scan = "q 595 0 0 842 0 0 cm /X Do Q "
    assert words_of(scan + unpainted, objects=[PICTURE]) == " ".join(SECOND)
    assert article_of(scan + unpainted, objects=[PICTURE]).notices == ()


def test_text_outside_the_page_is_not_read() -> None:
    outside = text("harbour.indd 1", 60, -20, 7) + text("Proof, not for print", 700, 400)
    assert words_of(lines() + outside) == STORY
    cropped = lines() + text("Below the visible part", 60, 30)
    assert words_of(cropped, entries="/CropBox [0 100 595 842]") == STORY


def test_a_form_that_only_adobe_s_reader_shows() -> None:
    wait = lines(["Please wait... If this message is not replaced, get another reader."])
    with pytest.raises(CannotRead, match="a form whose pages only Adobe's own reader makes: open"):
        article_of(wait, form="/AcroForm << /XFA (x) /Fields [] >>")
    assert words_of(wait).startswith("Please wait")


def test_a_damaged_stream_of_a_page_is_said() -> None:
    data = document(lines(), "BT ET").replace(
        b"<< /Length 5  >>", b"<< /Length 5 /Filter /FlateDecode >>"
    )
    article = read_pdf(data)
    assert article.notices[0].startswith("Page 2 of 2 could not be read and is left out")


def test_text_in_a_font_that_is_missing_or_unmapped_is_said() -> None:
    missing = lines(SECOND).replace("/F 11", "/G 11")
    article = article_of(lines(), missing)
    assert " ".join(article.text.split()) == STORY
    assert article.notices == (
        "Page 2 of 2 has text in a font that does not say which letters it shows; that text is "
        "left out: let a program for text recognition (OCR) read it, or paste its text.",
    )
    assert article_of(lines() + missing).notices[0].startswith("The page has text in a font")
    with pytest.raises(CannotRead, match="has fonts that do not say which letters they show: let"):
        article_of(missing)

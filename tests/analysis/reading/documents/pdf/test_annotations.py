"""What a PDF reader shows on top of a page is read: values of fields, text typed onto it."""

import pytest

from tests.analysis.reading.documents.hostile import stream
from tests.analysis.reading.documents.pdf.drawn import STORY, article_of, lines, text, words_of

WHERE = "in Hesk on the ninth of May"
HEARD = f"{STORY} The owner will be heard"
PAGE = lines() + text("The owner will be heard", 60, 600)
LONG = (
    "The crew will be heard as well, and so will the people of the island if they ask for it. "
    "Nobody else has asked to speak so far."
)


def appearance(content: bytes) -> bytes:
    return stream(
        content,
        b"/Type /XObject /Subtype /Form /BBox [0 0 300 20] /Resources << /Font << /F 3 0 R >> >>",
    )


DRAWN = appearance(b"/Tx BMC BT /F 11 Tf 2 4 Td (in Hesk on the ninth of May) Tj ET EMC")


def field(more: str = "", kind: str = "/Tx", value: str = f"({WHERE})") -> str:
    return (
        f"/Annots [<< /Type /Annot /Subtype /Widget /FT {kind} /T (place) /V {value} "
        f"/Rect [200 596 500 616] /DA (/F 11 Tf) {more} >>]"
    )


def test_a_field_as_it_is_drawn() -> None:
    assert words_of(PAGE, entries=field("/AP << /N 10 0 R >>"), objects=[DRAWN]) == (
        f"{HEARD} {WHERE}"
    )


def test_a_field_without_a_drawing_or_with_an_empty_one() -> None:
    assert words_of(PAGE, entries=field()) == f"{HEARD} {WHERE}"
    assert words_of(PAGE, entries=field(kind="/Ch")) == f"{HEARD} {WHERE}"
    utf16 = f"<FEFF{WHERE.encode('utf-16-be').hex()}>"
    assert words_of(PAGE, entries=field(value=utf16)) == f"{HEARD} {WHERE}"
    empty = appearance(b"/Tx BMC EMC")
    assert words_of(PAGE, entries=field("/AP << /N 10 0 R >>"), objects=[empty]) == (
        f"{HEARD} {WHERE}"
    )


def test_a_field_with_its_value_in_its_parent() -> None:
    parent = f"<< /FT /Tx /V ({WHERE}) /DA (/F 11 Tf) >>".encode()
    entries = "/Annots [<< /Subtype /Widget /Parent 10 0 R /Rect [200 596 500 616] >>]"
    assert words_of(PAGE, entries=entries, objects=[parent]) == f"{HEARD} {WHERE}"


@pytest.mark.parametrize(
    "entries", [field("/F 2"), field("/F 32"), field("/Ff 8192"), field(kind="/Btn")]
)
def test_hidden_fields_passwords_and_buttons_are_no_text(entries: str) -> None:
    assert words_of(PAGE, entries=entries) == HEARD


@pytest.mark.parametrize("kind", ["/Widget /FT /Tx /V", "/FreeText /Contents"])
def test_several_lines(kind: str) -> None:
    entries = f"/Annots [<< /Subtype {kind} ({LONG}) /Rect [60 400 360 600] /DA (/F 11 Tf) >>]"
    assert words_of(lines(), entries=entries) == f"{STORY} {LONG}"


def test_comments_are_said() -> None:
    entries = (
        "/Annots [<< /Subtype /Text /Rect [9 9 20 20] /Contents (Is this true?) >> "
        "<< /Subtype /Highlight /Rect [9 9 20 20] >>]"
    )
    assert article_of(lines(), entries=entries).notices == (
        "One comment is left out, which a PDF reader shows only when opened.",
    )


def test_broken_annotations_leave_the_page() -> None:
    entries = "/Annots [3 null (x) << /Subtype /Widget /FT /Tx /Rect [1 2] /V (x) >>]"
    assert words_of(lines(), entries=entries) == STORY

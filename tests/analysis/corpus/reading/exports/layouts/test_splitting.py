"""Lines are split into articles where the layouts say so, and nowhere else."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.reading.exports.layouts.choosing import split
from analysis.corpus.reading.exports.layouts.furniture import is_furniture
from analysis.corpus.reading.exports.layouts.standing import begins, stands_alone
from analysis.corpus.reading.exports.lines import Line
from analysis.corpus.reading.record import Found, Unreadable

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30)
LIKE = st.sampled_from(
    [
        *("End of Document", "Body", "1 of 2 DOCUMENTS", "2 of 2 DOCUMENTS", "HD", "LP\tx", "TD"),
        *(
            "Document ABC000020200303eg33000ab",
            "AN\tDocument ABC000020200303eg33000ab",
            "812 words",
        ),
        *("3 March 2020", "Load-Date: March 3, 2020", "Documents (2)", "1. A title", "LENGTH: 8"),
        *("Copyright 2020 X", "Graphic", "Classification", "LANGUAGE: ENGLISH", "By Ana Hale", ""),
    ]
)


def is_prose(text: str) -> bool:
    """Whether a text is no line of an export's own."""
    text = text.strip()
    return text[:1].isalpha() and not (
        is_furniture(text) or stands_alone(text) or begins(text) or text in ("Notes", "Graphic")
    )


def articles(*lines: str) -> list[Found]:
    export = split([Line(line) for line in lines])
    assert export is not None
    return [one for one in export.pieces if isinstance(one, Found)]


@settings(max_examples=80, deadline=None)
@given(st.lists(TEXTS | LIKE, max_size=25))
def test_whatever_lines_there_are(lines: list[str]) -> None:
    export = split([Line(line) for line in lines])
    if export is None:
        return
    given_words = "".join("".join(lines).split())
    for number, one in enumerate(export.pieces, 1):
        assert one.place == f"article {number}"
        if isinstance(one, Found):
            assert any(map(str.isalpha, one.text))
            for paragraph in one.text.split("\n\n"):
                assert "".join(paragraph.split()) in given_words


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS.filter(is_prose), min_size=1, max_size=6))
def test_paragraphs_of_a_body_are_kept(paragraphs: list[str]) -> None:
    lines = ["A title", "The Gazette", "March 3, 2020", "Length: 9 words", "Body", "It began."]
    (found,) = articles(
        *lines, *paragraphs, "It ended.", "Load-Date: May 1, 2020", "End of Document"
    )
    assert found.text == "\n\n".join(
        ["It began.", *(text.strip() for text in paragraphs), "It ended."]
    )


def test_lines_that_are_no_export() -> None:
    assert split([Line("The pool closed."), Line("Nobody knows why.")]) is None


def test_nexis_without_a_list_and_without_a_date() -> None:
    head = [
        "The pool",
        "The Gazette",
        "Copyright 2020 X",
        "Section: News; Pg. 3",
        "Length: 5 words",
    ]
    one, other = articles(
        *head, "Byline: By Ana Hale", "Body", "It closed.", "Load-Date: x", "End of Document",
        *head, "Body", "It opened.", "End of Document",
    )  # fmt: skip
    assert (one.title, one.outlet, one.date, one.author) == (
        "The pool",
        "The Gazette",
        "",
        "Ana Hale",
    )
    assert (one.section, one.text, other.text) == ("News", "It closed.", "It opened.")


def test_what_follows_the_body_in_nexis() -> None:
    (found,) = articles(
        "The pool", "The Gazette", "3 March 2020", "Body", "It closed.", "Graphic", "Why?", "Notes",
        "It is wet.", "The graphic showed it.", "A", "B", "C", "D", "E", "F", "Graphic", "PHOTO: x",
        "Classification", "Language: ENGLISH", "URL: http://a.example/1",
        "Load-Date: March 4, 2020", "End of Document",
    )  # fmt: skip
    assert found.text.startswith("It closed.\n\nGraphic\n\nWhy?\n\nNotes\n\nIt is wet.")
    assert found.text.endswith("F")
    assert found.url == "http://a.example/1"


def test_several_older_exports_in_one_file() -> None:
    lines = []
    for number, of in ((1, 2), (2, 2), (1, 1)):
        lines += [f"{number} of {of} DOCUMENTS", "The Gazette", "March 3, 2020", f"Title {number}"]
        lines += ["LENGTH: 5 words", "It closed.", "3 of 9 DOCUMENTS", "LOAD-DATE: March 4, 2020"]
    export = split([Line(line) for line in lines])
    assert export is not None
    assert export.claimed == 3
    assert [one.title for one in export.pieces] == ["Title 1", "Title 2", "Title 1"]
    assert all("3 of 9 DOCUMENTS" in one.text for one in export.pieces if isinstance(one, Found))


def test_a_gap_in_the_numbers_of_an_older_export() -> None:
    found = articles(
        "1 of 3 DOCUMENTS", "X", "March 3, 2020", "One", "BYLINE: Y", "It closed.", "LANGUAGE: E",
        "3 of 3 DOCUMENTS", "X", "March 3, 2020", "Three", "LENGTH: 2", "It opened.", "LANGUAGE: E",
    )  # fmt: skip
    assert [(one.title, one.text) for one in found] == [
        ("One", "It closed."),
        ("Three", "It opened."),
    ]


def test_factiva_without_byline_section_and_copyright_line() -> None:
    (found,) = articles(
        "The pool", "1,204 words", "3 March 2020", "10:15 GMT", "The Gazette", "GAZ", "English",
        "It closed.", "Document GAZ0000020200303eg33000ab",
    )  # fmt: skip
    assert (found.title, found.outlet, found.text) == ("The pool", "The Gazette", "It closed.")
    assert (found.date, found.id) == ("2020-03-03", "GAZ0000020200303eg33000ab")


def test_factiva_with_a_byline_that_has_no_by() -> None:
    (found,) = articles(
        "World News", "Pool closes", "Ana Hale and Tom Reed", "12 words", "3 March 2020", "Gazette",
        "GAZ", "English", "© 2020 X", "It closed.", "Document GAZ0000020200303eg33000ab",
    )  # fmt: skip
    assert (found.section, found.title, found.author) == (
        "World News",
        "Pool closes",
        "Ana Hale and Tom Reed",
    )


def test_tags_in_their_order_only() -> None:
    (found,) = articles(
        "HD  The pool", "BY  By Ana Hale", "WC  12 words", "PD  3 March 2020", "SN  The Gazette",
        "SC  GAZ", "LP  It closed.", "HD  was all that the sign said.", "TD",
        "BY  the time it opened", "IN  i1 : Sport", "AN  Document GAZ0000020200303eg33000ab",
    )  # fmt: skip
    assert found.title == "The pool"
    assert found.text == ("It closed.\n\nHD  was all that the sign said.\n\nBY  the time it opened")


def test_what_a_search_found() -> None:
    export = split(
        [
            Line(text)
            for text in (
                *(
                    "A",
                    "2 words",
                    "3 March 2020",
                    "X",
                    "XX",
                    "English",
                    "It is.",
                    "Results Found 9",
                ),
                "Document XX0000020200303eg33000ab",
                *("Search Summary", "Results Found", "1,025", "Timestamp"),
            )
        ]
    )
    assert export is not None
    assert export.claimed == 1025


def test_a_part_of_an_older_export() -> None:
    lines = []
    for number in (101, 102, 103):
        lines += [f"{number} of 300 DOCUMENTS", "The Gazette", "March 3, 2020", f"Title {number}"]
        lines += ["LENGTH: 5 words", "It closed.", "LOAD-DATE: March 4, 2020"]
    export = split([Line(line) for line in lines])
    assert export is not None
    assert (export.claimed, len(export.pieces)) == (3, 3)


def test_a_head_that_is_one_paragraph_with_line_breaks() -> None:
    (found,) = articles(
        "1 of 1 DOCUMENTS\nThe Gazette\nMarch 3, 2020", "The pool\ncloses", "BYLINE: A\nLENGTH: 3",
        "It\nclosed.", "LOAD-DATE: March 4, 2020\nLANGUAGE: ENGLISH",
    )  # fmt: skip
    assert (found.outlet, found.title, found.author) == ("The Gazette", "The pool closes", "A")
    assert found.text == "It\nclosed."


def test_accession_numbers_of_before_2003() -> None:
    (found,) = articles(
        "Pool", "12 words", "9 July 2001", "Gazette", "J", "English", "It closed.",
        "Document j000000020010709dx9r00b0d",
    )  # fmt: skip
    assert (found.id, found.date) == ("j000000020010709dx9r00b0d", "2001-07-09")


def test_a_document_that_nexis_could_not_show() -> None:
    lines = ["Date and Time: x", "Job Number: 1", "Documents (2)", "1. One", "2. Two"]
    lines += ["One", "We are sorry but there is an error in this document.", "End of Document"]
    lines += ["Two", "X", "3 March 2020", "Body", "It closed.", "Load-Date: x", "End of Document"]
    export = split([Line(line) for line in lines])
    assert export is not None
    assert [one.title for one in export.pieces] == ["One", "Two"]
    assert isinstance(export.pieces[0], Unreadable)


def test_a_single_document() -> None:
    lines = ["Date and Time: x", "Document (1)", "1. One", "Client/Matter: -None-", "One", "X"]
    lines += ["3 March 2020", "Body", "It closed.", "Load-Date: x", "End of Document"]
    export = split([Line(line) for line in lines])
    assert export is not None
    assert export.claimed == 1
    assert [one.title for one in export.pieces] == ["One"]


def test_a_last_sentence_that_looks_like_a_label() -> None:
    last = "SUBJECT: a question of money, and who is to pay for it."
    (found,) = articles(
        "1 of 1 DOCUMENTS", "X", "March 3, 2020", "Pool", "LENGTH: 5 words", "It closed.", last,
        "SUBJECT: PORTS (90%); MAYORS (78%)", "COMPANY: A. HALE INC. (52%)", "LOAD-DATE: x",
    )  # fmt: skip
    assert found.text == f"It closed.\n\n{last}"


def test_numbers_too_long_for_a_number() -> None:
    many = "9" * 5_000
    (one,) = articles(f"Documents ({many})", "A title", "The Herald", "March 3, 2020", "Body",
                      "It rained.", "End of Document")  # fmt: skip
    assert one.text == "It rained."
    found = split([Line("It rained."), Line("Document ABC000020200303eg33000ab"),
                   Line(f"Results Found: {many}")])  # fmt: skip
    assert found is not None
    assert found.claimed is None


def test_a_long_line_below_a_label_is_looked_through_once() -> None:
    begun = time.process_time()
    (one,) = articles("1 of 1 DOCUMENTS", "The Herald", "March 3, 2020", "LENGTH: 8", "It rained.",
                      "STATE: " + "there it rained and " * 5_000)  # fmt: skip
    assert one.text.startswith("It rained.")
    assert time.process_time() - begun < 2

"""Heads and feet of pages are left out; what closes an article at a page's edge is not."""

from __future__ import annotations

from analysis.corpus.reading.exports.files.page_heads import without_heads_and_feet
from analysis.reading.documents.pdf.layout.columns import Line


def page(*texts: str, foot: float = 300.0) -> list[list[Line]]:
    """A page of single lines; the last one stands ``foot`` below the others."""
    places = [700 - 12 * n for n in range(len(texts) - 1)]
    places.append((places[-1] if places else 700) - foot)
    return [[Line(text, 0, 100, y, 10.0)] for text, y in zip(texts, places, strict=True)]


def kept(*pages: list[list[Line]]) -> list[list[str]]:
    return [[row[0].text for row in one] for one in without_heads_and_feet(pages)]


def test_the_title_above_each_page_of_an_article() -> None:
    assert kept(
        page("Page 1 of 3", "The pool", "The pool", "It closed"),
        page("Page 2 of 3", "The pool", "and nobody came.", "End of Document"),
        page("Page 3 of 3", "The ferry", "The ferry", "It sails."),
    ) == [
        ["The pool", "It closed"],
        ["and nobody came.", "End of Document"],
        ["The ferry", "The ferry", "It sails."],
    ]


def test_numbers_that_go_up_are_those_of_pages() -> None:
    assert kept(page("a", "4"), page("b", "5"), page("c", "6")) == [["a"], ["b"], ["c"]]
    assert kept(page("a", "4"), page("b", "9"), page("c", "2")) == [
        ["a", "4"],
        ["b", "9"],
        ["c", "2"],
    ]
    odd = [page(text, f"-\u2003– {4 + n}") for n, text in enumerate("abc")]
    assert kept(*odd) == [["a"], ["b"], ["c"]]
    close = [page(text, str(4 + n), foot=12) for n, text in enumerate("abc")]
    assert kept(*close) == [["a", "4"], ["b", "5"], ["c", "6"]]


def test_what_stands_on_every_page() -> None:
    texts = [("Search of May 3", text, f"{n} of 3 DOCUMENTS") for n, text in enumerate("xyz", 1)]
    assert kept(*(page(*some) for some in texts)) == [
        ["x", "1 of 3 DOCUMENTS"],
        ["y", "2 of 3 DOCUMENTS"],
        ["z", "3 of 3 DOCUMENTS"],
    ]
    for last in ("End of Document", "Load-Date: March 3, 2020", "Document ABC000020200303eg3300"):
        assert kept(*(page(text, last) for text in "xyz")) == [[text, last] for text in "xyz"]


def test_what_databases_put_on_a_page() -> None:
    foot = "Page 1 of 25 © 2020 Factiva, Inc. All rights reserved."
    assert kept(page("It closed.", foot)) == [["It closed."]]
    assert kept(page("Page 1 of 25 is missing from it.", "x")) == [
        ["Page 1 of 25 is missing from it.", "x"]
    ]


def test_pages_without_anything() -> None:
    assert kept([], page("a"), []) == [[], ["a"], []]

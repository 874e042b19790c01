"""Bylines, datelines and properties that mean something."""

import pytest

from analysis.reading.documents.byline import byline_in, date_in, property_or_none


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Maren Aldous", "Maren Aldous"),
        ("by Dr. Hugo Fennimore", "Dr. Hugo Fennimore"),
        ("By Ana de la Cruz, political editor", "Ana de la Cruz"),
        ("BY ZOË BRONTË-HALL", "ZOË BRONTË-HALL"),
        ("Words by Siân O’Hara | 3 May 2025", "Siân O’Hara"),
        ("By Ann Bell and Tom Cray", "Ann Bell and Tom Cray"),
        ("By early morning", None),
        ("By Tuesday the water had risen to the second step of the town hall again", None),
        ("Stand by your man", None),
        ("", None),
    ],
)
def test_byline(line: str, author: str | None) -> None:
    assert byline_in(["A headline", line]) == author


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("4 March 2025", "2025-03-04"),
        ("Tuesday, March 4th, 2025, 10:20", "2025-03-04"),
        ("Published 2025-03-04", "2025-03-04"),
        ("1 Sept. 2024 | Fennick Bay", "2024-09-01"),
        ("31 February 2025", None),
        ("04/03/2025", None),
        ("The lift was opened on 4 March 1925 by the mayor of the time, who was late", None),
    ],
)
def test_dateline(line: str, date: str | None) -> None:
    assert date_in(["A headline", line]) == date


@pytest.mark.parametrize(
    "value",
    ["", None, "untitled", "(anonymous)", "python-docx", "Microsoft Word - draft.docx", "story.pdf",
     "Document1", "…", "a\ufffdb", "x" * 400],
)  # fmt: skip
def test_values_that_programs_fill_in(value: str | None) -> None:
    assert property_or_none(value) is None


def test_a_value_that_a_person_filled_in() -> None:
    assert property_or_none("  Harbour lift\nstays shut ") == "Harbour lift stays shut"

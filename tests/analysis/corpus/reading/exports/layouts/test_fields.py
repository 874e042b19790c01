"""Dates, authors and sections as the heads of exported articles have them."""

from __future__ import annotations

import pytest

from analysis.corpus.reading.exports.layouts.fields import (
    Dates,
    author_of,
    is_date,
    is_rights,
    section_of,
)


@pytest.mark.parametrize(
    "text",
    [
        "March 3, 2020 Tuesday",
        "March 3, 2020, Tuesday",
        "March 3, 2020",
        "Tuesday 3rd March 2020, 10:15 AM GMT",
        "Tuesday, March 3, 2020",
        "March 3, 2020 Tuesday 10:15 PM EST",
        "3 March 2020",
        "03 Mar 2020",
        "3rd of March, 2020",
        "2020-03-03",
        "20200303",
        "March 3, 2020 Tuesday Late Edition",
        "March 3, 2020 Tuesday Correction Appended",
    ],
)
def test_dates(text: str) -> None:
    assert is_date(text)
    assert Dates(None).read(text) == "2020-03-03"


@pytest.mark.parametrize("text", ["March 2020", "Spring 2020", "July-August 2020", "Dec 2019"])
def test_dates_without_a_day(text: str) -> None:
    assert is_date(text)
    assert Dates(None).read(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "March 3, 2020 was the day on which the pool closed",
        "On 3 March 2020 the pool closed",
        "812 words",
        "The March of 3 Million",
        "",
        "2020",
    ],
)
def test_no_dates(text: str) -> None:
    assert not is_date(text)


def test_days_and_months_that_cannot_be_told_apart() -> None:
    dates = Dates(None)
    assert [dates.read("03/04/2020"), dates.read("3 April 2020")] == ["", "2020-04-03"]
    assert dates.unclear == 1
    assert Dates(True).read("03/04/2020") == "2020-04-03"
    assert Dates(False).read("03/04/2020") == "2020-03-04"


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("By Ana Hale", "Ana Hale"),
        ("BY ANA HALE and TOM REED", "ANA HALE and TOM REED"),
        ("By: Ana Hale", "Ana Hale"),
        ("Byron Pell", "Byron Pell"),
        ("Ana Hale, Political Editor", "Ana Hale, Political Editor"),
    ],
)
def test_authors(text: str, author: str) -> None:
    assert author_of(text) == author


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Section A; Column 1; National Desk; Pg. 12", "Section A; National Desk"),
        ("NEWS; Pg. 4,5", "NEWS"),
        ("SPORT; P. 12-13", "SPORT"),
        ("Pages and Stages", "Pages and Stages"),
        ("", ""),
    ],
)
def test_sections(text: str, section: str) -> None:
    assert section_of(text) == section


def test_copyright_lines() -> None:
    for text in ("Copyright 2020 X", "© 2020 X", "(c) 2020, X.", "All Rights Reserved"):
        assert is_rights(text)
    for text in ("The copyright was sold.", "Right of way", "Copyrights: a history of rage " * 30):
        assert not is_rights(text)

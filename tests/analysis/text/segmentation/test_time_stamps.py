"""Time stamps, alone, before text and before headings; ``¦`` marks the right sentence starts."""

from __future__ import annotations

import pytest

from analysis.text.segmentation.time_stamps import is_stamp, stamp_end
from tests.analysis.text.segmentation.marked import as_split


@pytest.mark.parametrize(
    "marked",
    [
        "Update at 10:25 a.m. ET. Mayor Calls Pier A Ruin:",
        "Update at 10:25 a.m. ET. Mayor Meets The U.S. Envoy. Nobody Smiles:",
        "Update at 1:30 p.m. ET: Vote Begins",
        "11 a.m. ET. Who Will Repair It?",
        "UPDATED, May 4, 9:15 a.m. GMT. Ferry Found",
        "Update at 8:30 a.m. ET. ¦The mayor has left the hall, and nobody knows where he went.",
        "Updated at 7:12 a.m. ¦Ana Pell helped.",
        "It was 10 a.m. ¦Mayor Hale Left The Hall.",
        "At 10 a.m. ET. the bell rang.",
        "The polls close at 8 p.m. ET. ¦Nobody Votes After That:",
    ],
)
def test_headings_stay_whole(marked: str) -> None:
    assert as_split(marked) == marked


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("Updated at 5:40 p.m. ET", "Updated at 5:40 p.m. ET"),
        ("Update 5:15PM ET: Added the answer.", "Update 5:15PM ET:"),
        ("(1:55 p.m. ET: The hearing ended.", "(1:55 p.m. ET:"),
        ("9:15 a.m. The bell rang.", "9:15 a.m."),
        ("Posted on Tuesday at 9 a.m.", "Posted on Tuesday at 9 a.m."),
        ("Updates are rare.", None),
        ("40 a side", None),
        ("9 amendments failed.", None),
        ("", None),
    ],
)
def test_stamps(text: str, stamp: str | None) -> None:
    end = stamp_end(text, 0, len(text))
    assert (None if end is None else text[:end]) == stamp


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("Updated at 5:40 p.m. ET", True),
        ("8:30 a.m. ET.", True),
        ("8:30 a.m.", False),
        ("Update at 8:30 a.m. ET. Vote Begins", False),
    ],
)
def test_a_stamp_alone_names_its_zone_or_says_that_it_is_one(sentence: str, alone: bool) -> None:
    assert is_stamp(sentence) is alone

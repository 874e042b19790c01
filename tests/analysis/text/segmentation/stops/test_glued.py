"""Note numbers and next sentences without a space; ``¦`` marks the right sentence starts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.text.segmentation.marked import as_split

NOTES = [
    "The council lied.1 ¦It will pay.2 ¦The traders said so.12 ¦The fund is empty.",
    "It was so.[3] ¦The rest is known.[4][5] ¦Nobody asked.[citation needed] ¦It is late.",
    "“We own the town.”2 ¦He left. ¦“We do!”3 ¦She laughed.",
    "Did they pay?4 ¦Nobody knows!5 ¦Smith did not.",
    "The rate fell by 40%.3 ¦Wages rose (by 2%).4 ¦Nobody cheered.",
    "The mayor met Hale.7 ¦Pell stayed away.8 ¦He was ill.(9) ¦She was not.",
    "It was said twice.1,2 ¦And again.3–5 ¦And once more.10, 11",
    "It ended in 1996.4 ¦The town forgot it.",
    "She joined Acme Inc.3 ¦The firm was small in the U.S.4 ¦It grew.",
    "It was so.¹² ¦The end.†",
    # Numbers that belong to the text.
    "The rate is 3.14 and rises at 4.30 The doors open then.",
    "Version 2.0 and v1.2 The new one are here.",
    "See No.5 The house and p.3 The page, Fig.2 The map and Sept.11 The day.",
    "The file report.v2.pdf and example.com/notes.1 The site are gone.",
    "It costs £2.50 A seat, or £4.1m The lot.",
    "Yahoo!7 News said so.",
]

NEXT_SENTENCES = [
    "Nobody was told, he said.¦The council met on Monday.",
    "It was over.¦I went home.¦A man called.¦It’s late.",
    "“It was over.”¦The council met. ¦He said.¦“We lost.”",
    "She met Hale.¦The two spoke in 2019.¦They signed it for NATO.¦He left (in May).¦She did not.",
    "Who knew?¦Nobody did!¦They all left.¦Nobody.",
    # Sites, files and names.
    "Booking.Com and node.Js are names, and so are asp.Net and Will.I.am here.",
    "Write to press.Desk@example.org or read example.Org/news today.",
    "U.S.The and J.Smith and St.Mary are glued.",
]


@pytest.mark.parametrize("marked", [*NOTES, *NEXT_SENTENCES])
def test_glued(marked: str) -> None:
    assert as_split(marked) == marked


WORDS = st.sampled_from(["council", "trade", "said", "harbour", "town", "Hale", "pay", "so"])


@given(WORDS, st.integers(1, 999), st.sampled_from(["", "”", ")"]))
def test_a_note_number_belongs_to_the_sentence_before_it(word: str, note: int, close: str) -> None:
    marked = f"They spoke of the {word}.{close}{note} ¦The rest is known."
    assert as_split(marked) == marked


NAMES_AND_NUMBERS = [
    "The bill failed in Congress.¦Hale blamed Pell.¦McGrath did not.",
    "The pier closed in 2014.¦Repairs took 30.¦Boats waited.",
    "He praised the GOP.¦Senators cheered it.¦NATO said nothing, he said.¦US boats left.",
    "They let down the Republicans?¦Meet the harbour master.",
    "Read it at Ferry.News today, or on Bay.TV and Quay.US, or in Notes.Pdf here.",
    "Sen.Hale and Rep.Pell and Drs.Tull and Roe wrote to ana.Pell@example.org about it.",
]

STRAIGHT_MARKS = [
    'They lost the vote.¦"It is not over," Hale said.¦"We will be back."¦Pell disagreed.',
    'The town is broke, he said.¦"It cannot pay."¦"It never could," she said.',
    'He spoke of "a vote of shame."¦The council left. ¦Nobody said "sorry."¦It was late.',
    'Hale wrote: "The fund is empty. ¦It is gone."¦Traders were told so.',
]


@pytest.mark.parametrize("marked", [*NAMES_AND_NUMBERS, *STRAIGHT_MARKS])
def test_names_numbers_and_straight_marks(marked: str) -> None:
    assert as_split(marked) == marked


def test_many_straight_marks_without_a_space_are_split_in_no_time() -> None:
    """Each is looked at with few of those before it; with all, this would run for minutes."""
    text = 'They left."Hale said."' * 20_000
    assert "".join(as_split(text).split("¦")) == text

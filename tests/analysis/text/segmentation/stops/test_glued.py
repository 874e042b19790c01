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

"""The context of a sentence in *Who says it*, and what the program takes the sentence for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.practice.exercises.voices import VoiceItem
from dashboard.panels.practice.voices import context_of, taken_for

TEXT = "Rain fell. The pier broke at noon. “It was old,” said Una Brett. Nobody was hurt."


@pytest.mark.parametrize(
    ("passage", "before", "after"),
    [
        ("The pier broke at noon.", "Rain fell.", "“It was old,” said Una Brett."),
        ("Rain fell.", "", "The pier broke at noon."),
        ("Nobody was hurt.", "“It was old,” said Una Brett.", ""),
        # A part of a sentence has the rest of it around it.
        ("“It was old,”", "The pier broke at noon.", "said Una Brett. Nobody was hurt."),
        ("It snowed.", "", ""),
    ],
)
def test_one_sentence_stands_on_either_side(passage, before, after):
    assert context_of(TEXT, passage) == (before, after)


@given(st.text(max_size=200), st.integers(0, 200), st.integers(1, 60))
def test_context_and_passage_are_pieces_of_the_text_in_their_order(text, start, length):
    passage = text[start : start + length]
    before, after = context_of(text, passage)
    place = text.find(passage)
    assert before in text[:place]
    assert after in text[place + len(passage) :]


def test_a_quotation_of_a_sample_is_taken_for_one():
    text = "“I know which child has had no breakfast, and I know it without being told,” she said."
    taken = taken_for(VoiceItem("school-meals-loaded", text, "quoted", "Bronagh Kerr", "Marks."))
    assert taken is not None
    assert taken[0] == "quoted"
    assert taken[1] == "Bronagh Kerr"


def test_what_is_not_in_its_article_is_taken_for_nothing():
    assert taken_for(VoiceItem("school-meals-loaded", "It snowed.", "outlet", "", "")) is None

"""Readings: what is read in place of a sentence, and the way back to its offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scoring.senses.reading import Reading, Replacement, in_case_of, reading

SENTENCE = "A vicious circle ruined a shameless idiot board."
CIRCLE = Replacement(2, 16, "circle")
BOARD = Replacement(36, 47, "board")


def test_replacements_are_put_in() -> None:
    assert reading(SENTENCE, [BOARD, CIRCLE]).text == "A circle ruined a shameless board."


def test_of_overlapping_replacements_the_first_and_longest_stays() -> None:
    inner, later = Replacement(2, 9, "bad"), Replacement(10, 23, "ring broke")
    assert reading(SENTENCE, [later, inner, CIRCLE]).replacements == (CIRCLE,)


def test_spans_beside_a_replacement_lead_back_to_their_words() -> None:
    read = reading(SENTENCE, [CIRCLE, BOARD])
    start = read.text.index("shameless")
    [(a, b)] = read.spans_in_sentence((start, start + len("shameless")))
    assert SENTENCE[a:b] == "shameless"
    [(a, b)] = read.spans_in_sentence((start, start + len("shameless board")))
    assert SENTENCE[a:b] == "shameless"


def test_a_span_over_a_literal_phrase_leaves_it_out() -> None:
    read = reading(SENTENCE, [CIRCLE])
    spans = read.spans_in_sentence((0, len("A circle ruined")))
    assert [SENTENCE[a:b] for a, b in spans] == ["A", "ruined"]
    assert read.spans_in_sentence((2, 8)) == []


def test_an_idiom_that_is_loaded_is_there_as_a_whole() -> None:
    sentence = "The board lost its mind on Monday."
    read = reading(sentence, [Replacement(10, 23, "gone crazy", loaded=True)])
    start = read.text.index("crazy")
    [(a, b)] = read.spans_in_sentence((start, start + len("crazy")))
    assert sentence[a:b] == "lost its mind"


def test_masked_words_are_masked_in_the_reading() -> None:
    read = reading(SENTENCE, [CIRCLE, BOARD])
    a = SENTENCE.index("ruined")
    start, end = read.span_in_text((a, a + len("ruined")))
    assert read.text[start:end] == "ruined"
    start, end = read.span_in_text((5, a + len("ruined")))
    assert read.text[start:end] == "circle ruined"


@pytest.mark.parametrize(
    ("written", "expected"),
    [("Vicious circle", "Circle"), ("VICIOUS CIRCLE", "CIRCLE"), ("vicious circle", "circle")],
)
def test_case_is_kept(written: str, expected: str) -> None:
    assert in_case_of(written, "circle") == expected


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    sentence = draw(st.text(min_size=1, max_size=40))
    places = st.integers(0, len(sentence))
    ends = draw(st.lists(st.tuples(places, places).map(sorted), max_size=5))
    found = [
        Replacement(a, b, draw(st.text(min_size=1, max_size=8)), draw(st.booleans()))
        for a, b in ends
        if a < b
    ]
    return reading(sentence, found)


@given(readings(), st.data())
def test_every_offset_leads_into_the_sentence_in_order(read: Reading, data: st.DataObject) -> None:
    offsets = [read.to_sentence(offset) for offset in range(len(read.text) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(read.sentence)
    a, b = sorted(data.draw(st.tuples(*[st.integers(0, len(read.text))] * 2)))
    literal = [(r.start, r.end) for r in read.replacements if not r.loaded]
    found = read.spans_in_sentence((a, b))
    assert found == sorted(found)
    for start, end in found:
        assert 0 <= start < end <= len(read.sentence)
        assert all(stop <= start or end <= begin for begin, stop in literal)
    c, d = sorted(data.draw(st.tuples(*[st.integers(0, len(read.sentence))] * 2)))
    start, end = read.span_in_text((c, d))
    assert 0 <= start <= end <= len(read.text)


@given(st.text(max_size=40))
def test_without_replacements_all_stays(sentence: str) -> None:
    read = reading(sentence, [])
    assert read.text == sentence
    assert [read.to_sentence(n) for n in range(len(sentence) + 1)] == list(range(len(sentence) + 1))

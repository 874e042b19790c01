"""Loaded words gathered by voice and word."""

from dataclasses import replace

import pytest

from analysis.frames import QUOTATIONS, SPANS, Result, frame
from analysis.output.loaded_words import loaded_words, strongest_words
from tests.hand_made_statements import piece, statements_of

TEXTS = ["Grim days.", "mad\n plan", "He is grim.", "“A MAD PLAN,” said one grim man.", "soft dull"]
WORDS = [
    ("Grim", 0, 0.30, 0.6),
    ("mad\n plan", 1, 0.10, 0.7),
    ("grim", 2, 0.10, 0.9),
    ("MAD PLAN", 3, 0.50, 0.5),
    ("grim", 3, 0.35, 0.4),
    ("soft", 4, 0.009, 0.8),
    ("dull", 4, -0.2, 0.8),
]


@pytest.fixture
def article(result_of) -> Result:
    """The fourth sentence is partly quoted: MAD PLAN is the speaker's, grim the outlet's."""
    made = result_of(TEXTS, voice=["outlet", "outlet", "outlet", "mixed", "outlet"])
    starts = [
        made.text.index(text, int(made.sentences["start"][sentence]))
        for text, sentence, _, _ in WORDS
    ]
    spans = {
        "sentence": [sentence for _, sentence, _, _ in WORDS],
        "start": starts,
        "end": [start + len(word[0]) for start, word in zip(starts, WORDS, strict=True)],
        "text": [text for text, _, _, _ in WORDS],
        "probability": [probability for *_, probability in WORDS],
        "alternative": [""] * len(WORDS),
        "effect": [effect for _, _, effect, _ in WORDS],
    }
    said = statements_of(piece(made.text, "“A MAD PLAN,”"))
    return replace(made, spans=frame(spans, SPANS), statements=said)


def test_the_outlet_s_own_words_come_first_ranked_by_mean_effect(article) -> None:
    words = strongest_words(loaded_words(article))
    assert words.index.tolist() == ["grim", "mad plan", "mad plan"]
    assert words["voice"].tolist() == ["outlet", "outlet", "quoted"]
    assert words["count"].tolist() == [3, 1, 1]
    assert words["effect"].tolist() == pytest.approx([0.25, 0.10, 0.50])
    assert words["probability"].tolist() == [0.9, 0.7, 0.5]
    assert words["sentences"].tolist() == [[0, 2, 3], [1], [3]]


def test_each_voice_has_its_first_words(article) -> None:
    words = strongest_words(loaded_words(article), 1)
    assert list(zip(words["voice"], words.index, strict=True)) == [
        ("outlet", "grim"),
        ("quoted", "mad plan"),
    ]


@pytest.mark.parametrize("voice", ["quoted", "reported"])
def test_words_of_a_sentence_that_is_a_speaker_s_as_a_whole_are_theirs(article, voice: str) -> None:
    of_others = replace(article, sentences=article.sentences.assign(voice=voice))
    assert set(loaded_words(of_others)["voice"]) == {"quoted"}


def test_words_in_scare_quotes_are_the_outlet_s(article) -> None:
    """A quotation that is no statement: a few words without a verb of saying."""
    start, end = article.text.index("“"), article.text.index("”") + 1
    marks = {"start": [start], "end": [end], "text": [article.text[start:end]], "closed": [True]}
    scare = replace(article, statements=statements_of(), quotations=frame(marks, QUOTATIONS))
    assert set(loaded_words(scare)["voice"]) == {"outlet"}


def test_no_spans_no_words(result_of) -> None:
    assert strongest_words(loaded_words(result_of(["A day."]))).empty

"""Loaded words gathered by voice and word."""

from dataclasses import replace

import pytest

from analysis.frames import QUOTATIONS, SPANS, Result, frame
from analysis.output.loaded_words import loaded_words, strongest_words

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
    start, end = made.text.index("“"), made.text.index("”") + 1
    quotation = {"start": [start], "end": [end], "text": [made.text[start:end]], "closed": [True]}
    return replace(made, spans=frame(spans, SPANS), quotations=frame(quotation, QUOTATIONS))


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


def test_words_of_a_quoted_sentence_without_marks_are_the_speaker_s(article) -> None:
    """A block quotation has the voice quoted, and may have no row among the quotations."""
    quoted = replace(article, sentences=article.sentences.assign(voice="quoted"))
    assert set(loaded_words(quoted)["voice"]) == {"quoted"}


def test_no_spans_no_words(result_of) -> None:
    assert strongest_words(loaded_words(result_of(["A day."]))).empty

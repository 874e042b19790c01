"""Charts described in words."""

import pandas as pd
import pytest

from analysis.output.phrasing.chart_descriptions import (
    loaded_words_description,
    mix_description,
    paragraph_description,
    strip_description,
)
from analysis.output.sentence_counts import paragraph_bands, voice_mix


@pytest.fixture
def sentences(result_of) -> pd.DataFrame:
    made = result_of(
        ["A.", "B.", "C.", "D."],
        loaded=["loaded", "loaded", "uncertain", "not loaded"],
        voice=["quoted", "outlet", "outlet", "outlet"],
        tone_label=["negative", "neutral", "unclear", "positive"],
    ).sentences
    return made.assign(paragraph=[0, 0, 0, 1])


def test_strip_words(sentences) -> None:
    assert strip_description(sentences) == "4 sentences. Likely loaded: 1 and 2. Uncertain: 3."


def test_mix_words(sentences) -> None:
    assert mix_description(voice_mix(sentences)) == (
        "Own voice, 3 sentences: 0% negative, 33% neutral, 33% positive, 33% unclear. "
        "Quoted, 1 sentence: 100% negative, 0% neutral, 0% positive, 0% unclear."
    )


def test_paragraph_words(sentences) -> None:
    assert paragraph_description(paragraph_bands(sentences)) == (
        "Paragraph 1: 2 of 3 sentences likely loaded, 1 uncertain; "
        "paragraph 2: its one sentence is not loaded."
    )


def test_loaded_words_words() -> None:
    words = pd.DataFrame({"count": [2, 1], "effect": [0.311, 0.01]}, index=["mad", "grim"])
    assert loaded_words_description(words) == (
        "“mad” 31 points, found 2 times; “grim” 1 point, found 1 time."
    )

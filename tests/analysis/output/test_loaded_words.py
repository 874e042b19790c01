"""Loaded words gathered by word."""

import pandas as pd
import pytest

from analysis.frames import SPANS, empty
from analysis.output.loaded_words import loaded_words, strongest_words


def test_words_are_gathered_without_case_and_ranked_by_mean_effect() -> None:
    spans = pd.DataFrame(
        {
            "text": ["Grim", "mad\n plan", "grim", "MAD PLAN", "soft", "dull"],
            "effect": [0.30, 0.10, 0.10, 0.50, 0.009, -0.2],
            "probability": [0.6, 0.7, 0.9, 0.5, 0.8, 0.8],
        }
    )
    words = strongest_words(loaded_words(spans), 8)
    assert words.index.tolist() == ["mad plan", "grim"]
    assert words["count"].tolist() == [2, 2]
    assert words["effect"].tolist() == pytest.approx([0.30, 0.20])
    assert words["probability"].tolist() == [0.7, 0.9]
    assert strongest_words(loaded_words(spans), 1).index.tolist() == ["mad plan"]


def test_no_spans_no_words() -> None:
    assert strongest_words(loaded_words(empty(SPANS)), 8).empty

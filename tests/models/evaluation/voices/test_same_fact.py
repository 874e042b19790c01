import numpy as np
import pytest

from models.evaluation.voices.held_out import FactPair
from models.evaluation.voices.same_fact import fact_lines, tfidf_cosine

PAIRS = [
    FactPair("A ferry sank.", "A ferry sank.", True, "ferry", True),
    FactPair("A ferry sank.", "Trains ran late.", False, "ferry", True),
    FactPair("Wheat is dearer.", "A ferry sank.", True, "wheat", True),
    FactPair("Wheat is dearer.", "Trains ran late.", False, "wheat", False),
]


def test_lines_are_those_worked_out_by_hand():
    scores = {"slant": np.array([0.9, 0.6, 0.5, 0.8]), "tfidf": np.array([1.0, 0.0, 0.0, 0.0])}
    ranked, precision, recall, story = fact_lines(PAIRS, scores)
    # Of four pairs of a positive and a negative row two are in the right order.
    assert ranked["scores"]["slant"]["value"] == 0.5
    # One better than both, one as good as both: (2 + 2 · ½) / 4.
    assert ranked["scores"]["tfidf"]["value"] == 0.75
    # Positives at ranks 1 and 4.
    assert precision["scores"]["slant"]["value"] == pytest.approx(0.5 * 1 + 0.5 * 2 / 4)
    assert recall["scores"]["slant"]["value"] == 0.5
    assert (recall["metric"], ranked["resampled"], ranked["units"]) == (
        "recall at precision 0.9",
        "topics",
        2,
    )
    # Without the pair from two stories: 0.9 and 0.5 against 0.6.
    assert (story["rows"], story["scores"]["slant"]["value"]) == (3, 0.5)


@pytest.mark.torch
def test_sentences_with_the_same_words_are_alike_and_those_without_are_not():
    pytest.importorskip("sklearn")
    learned = [pair.first for pair in PAIRS] + [pair.second for pair in PAIRS]
    assert tfidf_cosine(learned, PAIRS) == pytest.approx([1.0, 0.0, 0.0, 0.0])

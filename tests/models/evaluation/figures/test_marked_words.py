import numpy as np
import pytest

from models.corpora import Example
from models.evaluation.figures.lines import sentences
from models.evaluation.figures.marked_words import word_line, word_systems_of_folds
from models.inference.prediction import Prediction

pytest.importorskip("sklearn")
pytest.importorskip("vaderSentiment")
pytestmark = pytest.mark.torch


def row(text: str, words: tuple[tuple[int, int], ...] | None) -> Example:
    return Example(text, "babe", "train", loaded_label=int(bool(words)), words=words)


def predicted(*words: list[tuple[int, int, float]]) -> Prediction:
    return Prediction(
        sentiment=np.zeros((len(words), 3), dtype=np.float32),
        loaded=np.zeros(len(words), dtype=np.float32),
        words=list(words),
        truncated=np.zeros(len(words), dtype=bool),
        read_to=np.zeros(len(words), dtype=np.int64),
    )


def test_rows_without_annotated_words_do_not_count() -> None:
    rows = [row("a vile plan", ((2, 6),)), row("a vile plan", None), row("a plan", ())]
    found = {"slant": [[(2, 6)], [(2, 6)], []]}
    made = word_line("words", rows, sentences(rows), found)
    assert made["rows"] == 2
    assert made["scores"]["slant"]["value"] == 1.0


def test_the_word_baseline_learns_from_the_other_folds() -> None:
    rows = [row("a vile plan", ((2, 6),)), row("a calm plan", ())] * 3
    rows += [row("a calm plan", ((2, 6),)), row("a vile plan", ())] * 3
    folds = np.array([0] * 6 + [1] * 6)
    made = predicted(*([[(2, 6, 0.9)], []] * 6))
    found = word_systems_of_folds(made, rows, folds)
    assert found["slant"][0] == [(2, 6)]
    # In the other fold “calm” is the marked word.
    assert found["tfidf_logistic"][0] == []
    assert found["tfidf_logistic"][1] == [(2, 6)]
    assert found["majority"] == [[]] * 12

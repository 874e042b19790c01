import numpy as np
import pytest

from models.corpora import Example
from models.evaluation.figures.lines import sentences
from models.evaluation.figures.loaded import loaded_lines, systems, systems_of_folds
from models.inference.prediction import Prediction

pytest.importorskip("sklearn")
pytest.importorskip("vaderSentiment")
pytestmark = pytest.mark.torch


def row(text: str, label: int, clear: bool = True) -> Example:
    return Example(text, "babe", "train", loaded_label=label, clear=clear)


def predicted(*loaded: float) -> Prediction:
    count = len(loaded)
    return Prediction(
        sentiment=np.zeros((count, 3), dtype=np.float32),
        loaded=np.array(loaded, dtype=np.float32),
        words=[[] for _ in loaded],
        truncated=np.zeros(count, dtype=bool),
        read_to=np.zeros(count, dtype=np.int64),
    )


def test_a_baseline_never_learns_from_the_fold_it_is_asked_about() -> None:
    # “Vile” is loaded in fold 0 and plain in fold 1, so each fold teaches the wrong thing.
    rows = [row("vile rain", 1), row("calm rain", 0)] * 2 + [
        row("vile rain", 0),
        row("calm rain", 1),
    ] * 2
    folds = np.array([0] * 4 + [1] * 4)
    found = systems_of_folds(predicted(*[0.9, 0.1] * 4), rows, folds)
    labels = np.array([e.loaded_label for e in rows])
    assert (found["tfidf_logistic"].labels == 1 - labels).all()
    assert found["slant"].labels.tolist() == [1, 0] * 4
    # Trained on the same rows it is asked about, the same baseline is right.
    same = systems(predicted(*[0.9, 0.1] * 2), rows[:4], rows[:4])
    assert same["tfidf_logistic"].labels.tolist() == [1, 0, 1, 0]


def test_the_majority_is_that_of_the_other_folds() -> None:
    rows = [row("rain", 1), row("rain", 1), row("sun", 0), row("rain", 0), row("sun", 0)]
    rows += [row("rain", 1)]
    folds = np.array([0, 0, 0, 1, 1, 1])
    found = systems_of_folds(predicted(*[0.2] * 6), rows, folds)
    assert found["majority"].labels.tolist() == [0, 0, 0, 1, 1, 1]


def test_clear_votes_are_scored_apart() -> None:
    rows = [row("vile rain", 1), row("calm rain", 0), row("vile sun", 1, clear=False)]
    rows += [row("calm sun", 0)]
    scored = {"slant": systems(predicted(0.9, 0.2, 0.1, 0.3), rows, rows)["slant"]}
    lines = loaded_lines("a set", rows, sentences(rows), scored)
    assert [(one["task"], one["metric"], one["rows"]) for one in lines] == [
        ("a set", "macro-F1", 4),
        ("a set, clear votes", "macro-F1", 3),
        ("a set", "AUROC", 4),
    ]
    # F1 of loaded 2/3, of the others 4/5.
    assert [one["scores"]["slant"]["value"] for one in lines] == [0.7333, 1.0, 0.5]

import numpy as np
import pytest

from models.corpora import Example
from models.evaluation.figures.sentiment import news_line, positive_over_negative, review_line
from models.inference.prediction import Prediction

pytest.importorskip("sklearn")
pytest.importorskip("vaderSentiment")
pytestmark = pytest.mark.torch

TRAIN = [
    Example(f"{word} day {number}", "newsmtsc", "train", sentiment_label=label)
    for number in range(3)
    for label, word in enumerate(("terrible", "usual", "wonderful"))
]


def predicted(*rows: tuple[float, float, float]) -> Prediction:
    return Prediction(
        sentiment=np.array(rows, dtype=np.float32),
        loaded=np.zeros(len(rows), dtype=np.float32),
        words=[[] for _ in rows],
        truncated=np.zeros(len(rows), dtype=bool),
        read_to=np.zeros(len(rows), dtype=np.int64),
    )


def test_a_neutral_guess_still_leans_to_a_side() -> None:
    made = predicted((0.3, 0.6, 0.1), (0.1, 0.8, 0.11))
    assert positive_over_negative(made).tolist() == [0, 1]


def test_news_are_scored_in_three_classes_and_reviews_in_two() -> None:
    made = predicted((0.7, 0.2, 0.1), (0.1, 0.5, 0.4), (0.3, 0.6, 0.1))
    news = news_line(made, TRAIN, TRAIN[:3])
    # F1: negative 1, neutral 2/3, positive 0.
    assert news["scores"]["slant"]["value"] == 0.5556
    assert news["scores"]["tfidf_logistic"]["value"] == 1.0
    assert news["scores"]["vader"]["value"] == 1.0
    sided = [e for e in TRAIN if e.sentiment_label != 1]
    reviews = review_line(predicted((0.7, 0.2, 0.1), (0.3, 0.6, 0.1)), sided, sided[:2])
    assert reviews["metric"] == "accuracy"
    assert reviews["scores"]["slant"]["value"] == 0.5
    assert reviews["scores"]["vader"]["value"] == 1.0

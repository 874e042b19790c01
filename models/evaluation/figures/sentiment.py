"""Sentence sentiment: news sentences in three classes, film reviews in two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.corpora import Example
from models.evaluation import baselines
from models.evaluation.figures.lines import accuracy_of, articles, line, macro_f1_of, sentences
from models.inference.prediction import Prediction

NEGATIVE, POSITIVE = 0, 2


def sentiment_labels(examples: Sequence[Example]) -> NDArray[np.int64]:
    """Labels 0 negative, 1 neutral, 2 positive of sentences that all have one; int64 (n,)."""
    return np.array([e.sentiment_label for e in examples], dtype=np.int64)


def positive_over_negative(prediction: Prediction) -> NDArray[np.int64]:
    """1 where positive is likelier than negative, else 0; int64 (n,)."""
    scores = prediction.sentiment
    return (scores[:, POSITIVE] > scores[:, NEGATIVE]).astype(np.int64)


def news_line(
    prediction: Prediction, train: Sequence[Example], test: Sequence[Example]
) -> dict[str, Any]:
    """Macro-F1 over negative, neutral and positive; sentences whose targets agree."""
    texts, labels = [e.text for e in test], sentiment_labels(test)
    learned = sentiment_labels(train).tolist()
    found = {
        "slant": prediction.sentiment.argmax(axis=1),
        "tfidf_logistic": baselines.tfidf_logistic([e.text for e in train], learned, texts).labels,
        "vader": baselines.vader_sentiment(baselines.vader_compound(texts)).labels,
        "majority": baselines.majority(learned, len(test)).labels,
    }
    return line(
        "sentence sentiment, NewsMTSC devtest",
        "macro-F1",
        articles(test),
        {system: macro_f1_of(labels, predicted) for system, predicted in found.items()},
    )


def review_line(
    prediction: Prediction, train: Sequence[Example], test: Sequence[Example]
) -> dict[str, Any]:
    """Accuracy of positive against negative, on film-review sentences that aren't neutral."""
    texts = [e.text for e in test]
    labels = (sentiment_labels(test) == POSITIVE).astype(np.int64)
    learned = (sentiment_labels(train) == POSITIVE).astype(np.int64).tolist()
    found = {
        "slant": positive_over_negative(prediction),
        "tfidf_logistic": baselines.tfidf_logistic([e.text for e in train], learned, texts).labels,
        "vader": (baselines.vader_compound(texts) > 0).astype(np.int64),
        "majority": baselines.majority(learned, len(test)).labels,
    }
    return line(
        "positive or negative, SST test",
        "accuracy",
        sentences(test),
        {system: accuracy_of(labels, predicted) for system, predicted in found.items()},
    )

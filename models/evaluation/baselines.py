"""Baselines: the majority label, VADER, and TF-IDF with logistic regression.

scikit-learn and vaderSentiment are the field's reference implementations of these; both are
needed for evaluation only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.corpora import Example
from models.evaluation.metrics import macro_f1
from models.inference.words import WORD

Spans = list[tuple[int, int]]

#: Compound scores within ±0.05 are neutral: the threshold VADER's authors give (Hutto and
#: Gilbert 2014).
VADER_NEUTRAL = 0.05


@dataclass(frozen=True)
class SentenceScores:
    """Per row a predicted label and, where a ranking makes sense, a score for it."""

    labels: NDArray[np.int64]
    scores: NDArray[np.float64]


def majority(train_labels: Sequence[int], rows: int) -> SentenceScores:
    """The most frequent training label for every row; all scores alike."""
    label = Counter(train_labels).most_common(1)[0][0]
    return SentenceScores(np.full(rows, label, dtype=np.int64), np.zeros(rows))


def tfidf_logistic(
    train_texts: Sequence[str], train_labels: Sequence[int], texts: Sequence[str]
) -> SentenceScores:
    """TF-IDF over word uni- and bigrams, logistic regression with balanced classes.

    The score is the probability of the highest label.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    pipeline = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        LogisticRegression(C=4.0, max_iter=1000, class_weight="balanced"),
    )
    pipeline.fit(train_texts, train_labels)
    probabilities = pipeline.predict_proba(texts)
    return SentenceScores(
        np.asarray(pipeline.classes_)[probabilities.argmax(axis=1)], probabilities[:, -1]
    )


def vader_compound(texts: Sequence[str]) -> NDArray[np.float64]:
    """VADER's compound score of each text, float64 (n,), −1…1."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    return np.array([analyzer.polarity_scores(text)["compound"] for text in texts])


def vader_sentiment(compound: NDArray[np.float64]) -> SentenceScores:
    """0 negative, 1 neutral, 2 positive by VADER's compound score, which is also the score."""
    labels = np.where(compound >= VADER_NEUTRAL, 2, np.where(compound <= -VADER_NEUTRAL, 0, 1))
    return SentenceScores(labels.astype(np.int64), compound)


def vader_loaded(
    train_compound: NDArray[np.float64],
    train_labels: Sequence[int],
    compound: NDArray[np.float64],
) -> SentenceScores:
    """Loaded where |compound| passes the threshold that is best on the training rows."""
    strength = np.abs(train_compound)
    best = max(
        np.arange(0.05, 1.0, 0.05),
        key=lambda t: macro_f1(train_labels, (strength >= t).astype(int)),
    )
    scores = np.abs(compound)
    return SentenceScores((scores >= best).astype(np.int64), scores)


def vader_words(texts: Sequence[str]) -> list[Spans]:
    """Words in VADER's lexicon (any valence)."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    lexicon = SentimentIntensityAnalyzer().lexicon
    return [
        [m.span() for m in WORD.finditer(text) if m.group().lower() in lexicon] for text in texts
    ]


def _word_features(text: str) -> list[dict[str, float]]:
    words = [m.group().lower() for m in WORD.finditer(text)]
    return [
        {
            f"word={word}": 1.0,
            f"suffix={word[-3:]}": 1.0,
            f"before={words[i - 1] if i else '^'}": 1.0,
            f"after={words[i + 1] if i + 1 < len(words) else '$'}": 1.0,
        }
        for i, word in enumerate(words)
    ]


def logistic_words(train: Sequence[Example], texts: Sequence[str]) -> list[Spans]:
    """Logistic regression over a word, its suffix and its neighbours; the word-level counterpart of
    TF-IDF with logistic regression."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    features: list[dict[str, float]] = []
    labels: list[bool] = []
    for example in train:
        features += _word_features(example.text)
        labels += [
            any(a < m.end() and m.start() < b for a, b in example.words or ())
            for m in WORD.finditer(example.text)
        ]
    pipeline = make_pipeline(
        DictVectorizer(), LogisticRegression(C=4.0, max_iter=500, class_weight="balanced")
    )
    pipeline.fit(features, labels)
    found = []
    for text in texts:
        words = [m.span() for m in WORD.finditer(text)]
        claimed = pipeline.predict(_word_features(text)) if words else []
        found.append([span for span, yes in zip(words, claimed, strict=True) if yes])
    return found

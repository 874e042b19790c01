"""Score the released weights on rows they were not trained on: `python -m models.evaluate`.

Prints the table and writes `metrics.json` and the table of the model card (`README.md`) beside
the weights. Every other number about the models, in the README or in the app, is read from there.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models import baselines
from models.calibration import expected_calibration_error
from models.card import format_table, update_card
from models.corpora import Example, read_corpora
from models.errors import DataError, ModelError
from models.invariance import invariance, read_suite
from models.metrics import accuracy, auroc, bootstrap_interval, macro_f1, word_counts
from models.onnx_classifier import OnnxClassifier
from models.release import BUNDLED, read_release

Labels = NDArray[np.int64]
Score = Callable[[NDArray[np.int64]], float]

#: The data folder that is looked for when none is named: beside the checkout.
DEFAULT_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"

SYSTEMS = ("slant", "tfidf_logistic", "vader", "majority")


def row_of(task: str, metric: str, rows: int, scores: dict[str, Score]) -> dict[str, Any]:
    """One line of the table: each system's value with its 95 % interval on the same rows."""
    everything = np.arange(rows)
    values = {}
    for system, score in scores.items():
        low, high = bootstrap_interval(score, rows)
        values[system] = {
            "value": round(score(everything), 4),
            "low": round(low, 4),
            "high": round(high, 4),
        }
    return {"task": task, "metric": metric, "rows": rows, "scores": values}


def _macro_f1(labels: Labels, predicted: Labels) -> Score:
    return lambda rows: macro_f1(labels[rows], predicted[rows])


def _auroc(labels: Labels, scores: NDArray[np.float64]) -> Score:
    return lambda rows: auroc(labels[rows], scores[rows])


def _accuracy(labels: Labels, predicted: Labels) -> Score:
    return lambda rows: accuracy(labels[rows], predicted[rows])


def loaded_rows(
    name: str, classifier: OnnxClassifier, train: Sequence[Example], test: Sequence[Example]
) -> list[dict[str, Any]]:
    """Macro-F1 (all rows and clear votes) and AUROC of the loaded head beside its baselines."""
    texts = [e.text for e in test]
    labels = np.array([e.loaded_label for e in test])
    train_texts, train_labels = [e.text for e in train], [int(e.loaded_label or 0) for e in train]
    ours = classifier.predict(texts).loaded.astype(np.float64)
    systems = {
        "slant": baselines.SentenceScores((ours >= 0.5).astype(np.int64), ours),
        "tfidf_logistic": baselines.tfidf_logistic(train_texts, train_labels, texts),
        "vader": baselines.vader_loaded(train_texts, train_labels, texts),
        "majority": baselines.majority(train_labels, len(test)),
    }
    clear = np.flatnonzero([e.clear for e in test])
    lines = [
        row_of(
            f"loaded sentences, {name}",
            "macro-F1",
            len(test),
            {k: _macro_f1(labels, s.labels) for k, s in systems.items()},
        )
    ]
    if len(clear):
        lines.append(
            row_of(
                f"loaded sentences, {name}, clear votes",
                "macro-F1",
                len(clear),
                {k: _macro_f1(labels[clear], s.labels[clear]) for k, s in systems.items()},
            )
        )
    lines.append(
        row_of(
            f"loaded sentences, {name}",
            "AUROC",
            len(test),
            {k: _auroc(labels, s.scores) for k, s in systems.items()},
        )
    )
    return lines


def ptc_row(
    classifier: OnnxClassifier, train: Sequence[Example], test: Sequence[Example]
) -> dict[str, Any]:
    """AUROC on whole articles of another corpus, from the same loaded probability."""
    return loaded_rows("PTC, held-out articles", classifier, train, test)[-1]


def word_row(
    name: str, classifier: OnnxClassifier, train: Sequence[Example], test: Sequence[Example]
) -> dict[str, Any]:
    """Word-level F1 of loaded words."""
    test = [e for e in test if e.words is not None]
    texts = [e.text for e in test]
    systems: dict[str, list[list[tuple[int, int]]]] = {
        "slant": [[(s, e) for s, e, _ in words] for words in classifier.predict(texts).words],
        "tfidf_logistic": baselines.logistic_words(
            [e for e in train if e.words is not None], texts
        ),
        "vader": baselines.vader_words(texts),
        "majority": [[] for _ in texts],
    }
    scores: dict[str, Score] = {}
    for system, found in systems.items():
        counts = np.array(
            [
                word_counts([t], [f], [e.words or ()])
                for t, f, e in zip(texts, found, test, strict=True)
            ]
        )

        def f1(rows: NDArray[np.int64], counts: NDArray[np.int64] = counts) -> float:
            true, claimed, real = counts[rows].sum(axis=0)
            return float(2 * true / max(1, claimed + real))

        scores[system] = f1
    return row_of(f"loaded words, {name}", "word F1", len(test), scores)


def sentiment_row(
    classifier: OnnxClassifier, train: Sequence[Example], test: Sequence[Example]
) -> dict[str, Any]:
    """Macro-F1 over negative, neutral and positive on NewsMTSC's devtest sentences."""
    texts = [e.text for e in test]
    labels = np.array([e.sentiment_label for e in test])
    train_texts, train_labels = (
        [e.text for e in train],
        [int(e.sentiment_label or 0) for e in train],
    )
    systems = {
        "slant": classifier.predict(texts).sentiment.argmax(axis=1),
        "tfidf_logistic": baselines.tfidf_logistic(train_texts, train_labels, texts).labels,
        "vader": baselines.vader_sentiment(texts).labels,
        "majority": baselines.majority(train_labels, len(test)).labels,
    }
    return row_of(
        "sentence sentiment, NewsMTSC devtest",
        "macro-F1",
        len(test),
        {k: _macro_f1(labels, predicted) for k, predicted in systems.items()},
    )


def sst_row(
    classifier: OnnxClassifier, train: Sequence[Example], test: Sequence[Example]
) -> dict[str, Any]:
    """Accuracy on film-review sentences that aren't neutral: positive against negative."""
    texts = [e.text for e in test]
    labels = np.array([int(e.sentiment_label == 2) for e in test])
    train_labels = [int(e.sentiment_label == 2) for e in train]
    scores = classifier.predict(texts).sentiment
    compound = baselines.vader_sentiment(texts).scores
    systems = {
        "slant": (scores[:, 2] > scores[:, 0]).astype(np.int64),
        "tfidf_logistic": baselines.tfidf_logistic(
            [e.text for e in train], train_labels, texts
        ).labels,
        "vader": (compound > 0).astype(np.int64),
        "majority": baselines.majority(train_labels, len(test)).labels,
    }
    return row_of(
        "positive or negative, SST test",
        "accuracy",
        len(test),
        {k: _accuracy(labels, predicted) for k, predicted in systems.items()},
    )


def reliability(confidences: NDArray[Any], correct: NDArray[Any]) -> dict[str, Any]:
    """ECE and, for each of ten equal bins, mean confidence, share correct and row count."""
    bins = []
    index = np.clip((confidences * 10).astype(int), 0, 9)
    for b in range(10):
        here = index == b
        if here.any():
            bins.append(
                {
                    "confidence": round(float(confidences[here].mean()), 4),
                    "correct": round(float(correct[here].mean()), 4),
                    "rows": int(here.sum()),
                }
            )
    return {"ece": round(expected_calibration_error(confidences, correct), 4), "bins": bins}


def calibration_of(
    classifier: OnnxClassifier, babe: Sequence[Example], news: Sequence[Example]
) -> dict[str, Any]:
    """Reliability of `loaded_probability` and of the probability of the sentiment label."""
    loaded = classifier.predict([e.text for e in babe]).loaded.astype(np.float64)
    sentiment = classifier.predict([e.text for e in news]).sentiment.astype(np.float64)
    truth = np.array([e.sentiment_label for e in news])
    return {
        "loaded": reliability(loaded, np.array([e.loaded_label for e in babe])),
        "sentiment": reliability(sentiment.max(axis=1), sentiment.argmax(axis=1) == truth),
    }


def bands_of(classifier: OnnxClassifier, babe: Sequence[Example]) -> dict[str, Any]:
    """How often the outer bands are right on rows with clear votes, and the share in each."""
    clear = [e for e in babe if e.clear]
    probabilities = classifier.predict([e.text for e in clear]).loaded
    bands = np.array([classifier.thresholds.band(float(p)) for p in probabilities])
    labels = np.array([e.loaded_label for e in clear])
    result: dict[str, Any] = {"rows": len(clear)}
    for band in ("neutral", "uncertain", "loaded"):
        result[band] = {"share": round(float((bands == band).mean()), 4)}
    for band, label in (("neutral", 0), ("loaded", 1)):
        here = bands == band
        if here.any():
            result[band]["right"] = round(float((labels[here] == label).mean()), 4)
    return result


def outlets_of(classifier: OnnxClassifier, babe: Sequence[Example]) -> list[dict[str, Any]]:
    """Accuracy per outlet of the held-out rows (30 or more), with whether training saw it."""
    lines = []
    for outlet in sorted({e.outlet for e in babe}):
        rows = [e for e in babe if e.outlet == outlet]
        if len(rows) < 30:
            continue
        labels = np.array([e.loaded_label for e in rows])
        predicted = classifier.predict([e.text for e in rows]).loaded >= 0.5
        lines.append(
            {
                "outlet": outlet,
                "in_training": rows[0].part != "unseen_outlets",
                "rows": len(rows),
                "loaded_share": round(float(labels.mean()), 4),
                "predicted_share": round(float(predicted.mean()), 4),
                "accuracy": round(accuracy(labels, predicted.astype(int)), 4),
            }
        )
    return lines


def evaluate(classifier: OnnxClassifier, examples: Sequence[Example]) -> dict[str, Any]:
    """Every figure, as it is stored in `metrics.json`."""

    def part(corpus: str, *parts: str) -> list[Example]:
        return [e for e in examples if e.corpus == corpus and e.part in parts]

    babe = part("babe", "train")
    held_out, unseen = part("babe", "test"), part("babe", "unseen_outlets")
    agreed = [e for e in examples if e.corpus == "newsmtsc" and e.sentiment_label is not None]
    news_train = [e for e in agreed if e.part == "train"]
    news_test = [e for e in agreed if e.part == "test"]
    sided = [e for e in examples if e.corpus == "sst" and e.sentiment_label != 1]
    return {
        "model": classifier.name,
        "version": classifier.version,
        "evaluated": date.today().isoformat(),
        "interval": "95 % percentile bootstrap over rows, 500 draws",
        "table": [
            *loaded_rows("BABE, held-out articles", classifier, babe, held_out),
            *loaded_rows("BABE, unseen outlets", classifier, babe, unseen),
            ptc_row(classifier, part("ptc", "train"), part("ptc", "test")),
            word_row("BABE, held-out articles", classifier, babe, held_out),
            word_row("BABE, unseen outlets", classifier, babe, unseen),
            sentiment_row(classifier, news_train, news_test),
            sst_row(
                classifier,
                [e for e in sided if e.part == "train"],
                [e for e in sided if e.part == "test"],
            ),
        ],
        "calibration": calibration_of(classifier, held_out + unseen, news_test),
        "bands": bands_of(classifier, held_out + unseen),
        "outlets": outlets_of(classifier, held_out + unseen),
        "invariance": invariance(classifier, read_suite()),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m models.evaluate", description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=DEFAULT_DATA, help="folder with the labelled sets"
    )
    parser.add_argument("--model", type=Path, default=BUNDLED, help="release folder to evaluate")
    options = parser.parse_args(arguments)
    try:
        classifier = OnnxClassifier(read_release(options.model))
        metrics = evaluate(classifier, read_corpora(options.data))
    except (DataError, ModelError) as error:
        print(error, file=sys.stderr)
        return 2
    (options.model / "metrics.json").write_text(
        json.dumps(metrics, indent=1) + "\n", encoding="utf-8"
    )
    update_card(options.model / "README.md", metrics)
    print(format_table(metrics))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

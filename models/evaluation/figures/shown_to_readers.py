"""What readers see: how often the tones that are shown are right, and which loaded sentences are
passed over or flagged without need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.corpora import Example
from models.errors import DataError
from models.evaluation.figures.sentiment import sentiment_labels
from models.evaluation.metrics import share_interval
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.prediction import SENTIMENT_LABELS, LoadedThresholds, ToneThresholds

FILE = "judged_articles_dev.parquet"

#: How loaded the reader found a sentence: 0 plain, 1 debatable, 2 clearly loaded.
CLEARLY_LOADED = 2

_JUDGEMENTS = ("plain", "debatable", "clearly")

_BANDS = ("loaded", "uncertain", "not loaded")

#: The parts of NewsMTSC on which shown tones are measured, and their names for the card.
_TONE_SETS = {
    "test": "NewsMTSC devtest, targets agree",
    "validation": "NewsMTSC validation articles; the thresholds were chosen on them",
}


@dataclass(frozen=True)
class JudgedSentence:
    """A sentence of an article that a reader judged from its first line to its last.

    Attributes:
        text: the sentence.
        article: key of its article.
        loaded: 0 plain, 1 debatable, 2 clearly loaded.
        tone: index into `SENTIMENT_LABELS`.
    """

    text: str
    article: str
    loaded: int
    tone: int


def read_judged(folder: Path) -> list[JudgedSentence]:
    """The judged sentences in `folder`, without captions, credits and other lines that are not the
    article; none where the file is missing, as the set is not published.

    Raises:
        DataError: the file is there and can't be read.
    """
    import pandas as pd

    path = folder / FILE
    if not path.is_file():
        return []
    try:
        frame = pd.read_parquet(path)
        frame = frame[~frame["is_boilerplate"].astype(bool)]
        return [
            JudgedSentence(str(text), str(article), int(loaded), SENTIMENT_LABELS.index(tone))
            for text, article, loaded, tone in zip(
                frame["text"], frame["article"], frame["loaded"], frame["tone"], strict=True
            )
        ]
    except (OSError, KeyError, ValueError) as error:
        raise DataError(f"{path} can't be read ({error}): restore it or take it away.") from error


def shown_to_readers(
    classifier: OnnxClassifier, examples: Sequence[Example], judged: Sequence[JudgedSentence]
) -> dict[str, Any]:
    """All three measurements, as they are stored in `metrics.json`.

    Args:
        classifier: the release.
        examples: rows of NewsMTSC; others are left out.
        judged: sentences of whole articles, or none.

    Returns:
        ``tones``, a `shown_tones` per set; ``passed_over`` and ``judged_bands``, empty without
        judged sentences.
    """
    thresholds = classifier.tone_thresholds
    tones = []
    for part, rows_of in _TONE_SETS.items():
        rows = [
            e
            for e in examples
            if (e.corpus, e.part) == ("newsmtsc", part) and e.sentiment_label is not None
        ]
        probabilities = classifier.predict([e.text for e in rows]).sentiment
        tones.append(shown_tones(rows_of, thresholds, probabilities, sentiment_labels(rows)))
    if not judged:
        return {"tones": tones, "passed_over": {}, "judged_bands": {}}
    prediction = classifier.predict([sentence.text for sentence in judged])
    labels = np.array([sentence.tone for sentence in judged], dtype=np.int64)
    rows_of = "whole articles, every sentence judged by a close reader"
    tones.append(shown_tones(rows_of, thresholds, prediction.sentiment, labels))
    return {
        "tones": tones,
        "passed_over": passed_over(classifier.thresholds, prediction.loaded, judged),
        "judged_bands": judged_bands(classifier.thresholds, prediction.loaded, judged),
    }


def shown_tones(
    rows_of: str,
    thresholds: ToneThresholds,
    probabilities: NDArray[np.floating],
    labels: NDArray[np.int64],
) -> dict[str, Any]:
    """How often a sentence's tone is shown, and how often it is right then.

    Args:
        rows_of: which rows these are, for the card.
        thresholds: from which probability a sentiment is shown.
        probabilities: (n, 3), of the sentiments.
        labels: (n,), the right ones.

    Returns:
        ``rows_of``, ``rows``; per sentiment ``from`` (its threshold), ``rows`` (on how many it is
        shown) and, where there are any, ``right`` with ``low`` and ``high`` (95 % interval), and
        ``any`` (how often the sentiment is right at any probability).
    """
    shown = np.array(thresholds.labels(probabilities), dtype=str)
    best = probabilities.argmax(axis=1)
    result: dict[str, Any] = {"rows_of": rows_of, "rows": len(labels)}
    for index, label in enumerate(SENTIMENT_LABELS):
        here = shown == label
        result[label] = {"from": getattr(thresholds, label), "rows": int(here.sum())}
        if here.any():
            result[label] |= _share("right", int((labels[here] == index).sum()), int(here.sum()))
            result[label] |= {"any": round(float((labels[best == index] == index).mean()), 4)}
    return result


def passed_over(
    thresholds: LoadedThresholds,
    probabilities: NDArray[np.floating],
    judged: Sequence[JudgedSentence],
) -> dict[str, Any]:
    """In which bands the sentences are that the reader called clearly loaded.

    Args:
        thresholds: of the bands.
        probabilities: of being loaded, one per sentence.
        judged: the sentences.

    Returns:
        ``articles`` and ``sentences`` read; ``rows``, how many of these are clearly loaded; per
        band ``rows``, ``share``, ``low`` and ``high`` (95 % interval). Empty where no sentence is
        clearly loaded.
    """
    clearly = [number for number, s in enumerate(judged) if s.loaded == CLEARLY_LOADED]
    if not clearly:
        return {}
    found = [thresholds.band(float(probabilities[number])) for number in clearly]
    return {
        "articles": len({sentence.article for sentence in judged}),
        "sentences": len(judged),
        "rows": len(clearly),
        **{
            band: {"rows": found.count(band), **_share("share", found.count(band), len(found))}
            for band in _BANDS
        },
    }


def judged_bands(
    thresholds: LoadedThresholds,
    probabilities: NDArray[np.floating],
    judged: Sequence[JudgedSentence],
) -> dict[str, Any]:
    """What the reader said of the sentences in each band: how much of it deserves its name.

    Args:
        thresholds: of the bands.
        probabilities: of being loaded, one per sentence.
        judged: the sentences.

    Returns:
        Per band ``rows`` and, where it has any, ``clearly``, ``debatable`` and ``plain``, each with
        ``rows``, ``share``, ``low`` and ``high`` (95 % interval).
    """
    found = [thresholds.band(float(p)) for p in probabilities]
    result: dict[str, Any] = {}
    for band in _BANDS:
        here = [s.loaded for s, of in zip(judged, found, strict=True) if of == band]
        result[band] = {"rows": len(here)}
        for label, name in enumerate(_JUDGEMENTS):
            if here:
                count = here.count(label)
                result[band][name] = {"rows": count, **_share("share", count, len(here))}
    return result


def _share(name: str, count: int, total: int) -> dict[str, float]:
    low, high = share_interval(count, total)
    return {name: round(count / total, 4), "low": round(low, 4), "high": round(high, 4)}

"""Faithfulness: whether the words that are named as loaded cause a sentence's loaded probability.

In each flagged sentence all named words are masked, and as many other content words chosen at
random. The explanation of a sentence is faithful if its probability without the named words is
lower than, on average, without the random ones (comprehensiveness, DeYoung et al. 2020, arXiv
1911.03429, compared with chance).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from models.corpora import Example
from models.evaluation.figures.lines import Units, interval_of
from models.inference.onnx_classifier import OnnxClassifier, Tokens, masked
from models.inference.prediction import Prediction
from models.inference.words import WORD

Span = tuple[int, int]

#: Random choices of words per sentence, averaged.
DRAWS = 5

#: Shorter words (in characters) are no content words.
LEAST_LETTERS = 3


@dataclass(frozen=True)
class Comparison:
    """One flagged sentence: its probability, that without the named words, and the mean of those
    without random words."""

    whole: float
    without_named: float
    without_random: float


def faithfulness(
    classifier: OnnxClassifier,
    prediction: Prediction,
    examples: Sequence[Example],
    units: Units,
    seed: int = 7,
) -> dict[str, Any]:
    """Share of flagged sentences in which masking the named words lowers the probability more than
    masking random ones.

    Flagged are sentences outside the band not loaded, for which readers are shown loaded words.
    Left out, and counted, are flagged sentences without a named word and those with fewer other
    content words than named ones.

    Returns:
        ``from`` (the probability from which a sentence is flagged), ``draws``; ``flagged``,
        ``without_words``, ``too_few_others``, ``sentences`` (what remains); ``share`` with
        ``low`` and ``high`` (95 % interval over `units`); ``fall_named``, ``fall_random`` (mean
        fall of the probability); ``corpora``: per set ``sentences`` and ``share``.
    """
    limit = classifier.thresholds.not_loaded_below
    tokens = classifier.tokenize([e.text for e in examples])
    stop_words, rng = _stop_words(), np.random.default_rng(seed)
    flagged = np.flatnonzero(prediction.loaded >= limit).tolist()
    kept, compared, without = [], [], 0
    for i in flagged:
        named, others = named_and_others(
            examples[i].text, prediction.words[i], tokens[i], stop_words
        )
        without += not named
        if named and len(others) >= len(named):
            kept.append(i)
            whole = float(prediction.loaded[i])
            compared.append(_compare(classifier, tokens[i], whole, named, others, rng))
    weighs = np.array([c.without_named < c.without_random for c in compared], dtype=np.float64)
    rows = np.array(kept, dtype=np.int64)
    share = interval_of(lambda drawn: float(weighs[drawn].mean()), units.of(rows))
    corpora = np.array([examples[i].corpus for i in kept])
    return {
        "from": limit,
        "draws": DRAWS,
        "flagged": len(flagged),
        "without_words": without,
        "too_few_others": len(flagged) - without - len(kept),
        "sentences": len(kept),
        "share": share["value"],
        "low": share["low"],
        "high": share["high"],
        "fall_named": round(float(np.mean([c.whole - c.without_named for c in compared])), 4),
        "fall_random": round(float(np.mean([c.whole - c.without_random for c in compared])), 4),
        "corpora": {
            corpus: {
                "sentences": int((corpora == corpus).sum()),
                "share": round(float(weighs[corpora == corpus].mean()), 4),
            }
            for corpus in dict.fromkeys(corpora.tolist())
        },
    }


def named_and_others(
    text: str,
    phrases: Sequence[tuple[int, int, float]],
    tokens: Tokens,
    stop_words: Collection[str],
) -> tuple[list[Span], list[Span]]:
    """The words inside the named phrases, and the content words outside, that the model reads.

    Words of fewer than three letters and `stop_words` are not content words (lower case; what
    follows an apostrophe does not count: “don’t” is “don”).
    """
    read = max((end for _, end in tokens.offsets), default=0)
    named, others = [], []
    for match in WORD.finditer(text, 0, read):
        start, end = match.span()
        stem = match.group().lower().replace("’", "'").partition("'")[0]
        if any(a < end and start < b for a, b, _ in phrases):
            named.append((start, end))
        elif len(stem) >= LEAST_LETTERS and stem not in stop_words:
            others.append((start, end))
    return named, others


def _compare(
    classifier: OnnxClassifier,
    tokens: Tokens,
    whole: float,
    named: Sequence[Span],
    others: Sequence[Span],
    rng: np.random.Generator,
) -> Comparison:
    draws = [
        [others[i] for i in rng.choice(len(others), len(named), replace=False)]
        for _ in range(DRAWS)
    ]
    logits = classifier.logits(
        [masked(tokens, spans, classifier.mask_id) for spans in (named, *draws)]
    ).loaded
    without = classifier.release.loaded_of(logits)
    return Comparison(whole, float(without[0]), float(without[1:].mean()))


def _stop_words() -> frozenset[str]:
    """scikit-learn's list of English function words (318)."""
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    return frozenset(ENGLISH_STOP_WORDS)

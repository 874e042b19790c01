"""Thresholds and calibration of an exported network, chosen on articles and topics that it was not
trained on, none of them among those that results are reported on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from models.inference.voices.decoding import (
    TagThresholds,
    WordOutputs,
    attributions_of,
)
from models.inference.voices.network import Voices
from models.inference.voices.windows import Window
from models.training.voices.attribution_data import AttributedArticle, read_articles
from models.training.voices.pairs_data import read_pairs
from models.training.voices.scoring import characters, f1, overlapping

#: What is tried, one after the other, each with the best of those before.
CUES = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
LINKS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55)
SHARES = (0.3, 0.5, 0.7)

#: Pairs that the calibration is fitted on, taken evenly.
PAIRS = 600

Read = list[tuple[AttributedArticle, list[tuple[Window, WordOutputs]]]]


def choose_thresholds(voices: Voices, data: Path) -> tuple[TagThresholds, dict[str, float]]:
    """The thresholds with the largest F1 of cues, sources and contents on the validation articles,
    and these."""
    read: Read = [
        (article, list(voices.word_outputs(article.text)))
        for article in read_articles(data, "validation")
    ]
    best = TagThresholds()
    scores = measure(read, best)
    for part, values in (
        ("cue", CUES),
        ("content", LINKS),
        ("source", LINKS),
        ("tag_share", SHARES),
        ("content", LINKS),
        ("source", LINKS),
    ):
        for value in values:
            tried = replace(best, **{part: value})
            new = measure(read, tried)
            goal = "cue" if part == "cue" else "all"
            if _goal(new, goal) > _goal(scores, goal):
                best, scores = tried, new
    return best, scores


def _goal(scores: dict[str, float], goal: str) -> float:
    return scores["cue"] if goal == "cue" else scores["source"] + scores["content"]


def measure(read: Read, thresholds: TagThresholds) -> dict[str, float]:
    """F1 of cues (by overlap), sources and contents (by characters) over all articles."""
    hits = dict.fromkeys(("cue", "source", "content"), 0)
    found, wanted = dict(hits), dict(hits)
    for article, windows in read:
        given = list(chain.from_iterable(attributions_of(w, o, thresholds) for w, o in windows))
        aside = characters(article.discarded)
        cues = [span for one in given for span in one.cue if span[0] not in aside]
        gold = [one.cue[0] for one in article.attributions if one.cue]
        hits["cue"] += overlapping(cues, gold)
        found["cue"] += len(cues)
        wanted["cue"] += len(gold)
        for part in ("source", "content"):
            mine = characters(_spans(given, part)) - aside
            theirs = characters(_spans(article.attributions, part)) - aside
            hits[part] += len(mine & theirs)
            found[part] += len(mine)
            wanted[part] += len(theirs)
    return {part: f1(hits[part], found[part], wanted[part]) for part in hits}


def _spans(attributions: Sequence[object], part: str) -> list[tuple[int, int]]:
    return [span for one in attributions for span in getattr(one, part)]


def calibrate_pairs(voices: Voices, data: Path) -> tuple[float, float]:
    """Scale and shift of the same-fact logit (Platt scaling) on the validation topics."""
    rows = [row for row in read_pairs(data, "validation") if row.label != 0.5]
    rows = rows[:: max(1, len(rows) // PAIRS)]
    logits = voices.same_logits([(row.a, row.b) for row in rows])
    fitted = LogisticRegression(C=1e6).fit(logits[:, None], np.array([row.label for row in rows]))
    return float(fitted.coef_[0, 0]), float(fitted.intercept_[0])

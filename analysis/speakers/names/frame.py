"""The names frame: how often, in whose words and in which tone an article names each name."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from math import isnan, sqrt
from statistics import fmean, stdev
from typing import TYPE_CHECKING

from analysis.frames import NAMES, VOICES, frame
from analysis.speakers.names.grouping import Name

if TYPE_CHECKING:
    import pandas as pd

FEWEST_SENTENCES = 3
"""Sentences with a tone from which a mean is given: the interval of two says nothing."""

_NAN = float("nan")
# 97.5 % quantiles of Student's t distribution from 2 degrees of freedom on, as in textbooks.
_T = (
    4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145,
    2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052,
    2.048, 2.045, 2.042,
)  # fmt: skip


def names_frame(names: Sequence[Name], sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the names of an article as a frame with the columns ``NAMES``, by first mention.

    ``sentences`` needs the columns ``start``, ``end``, ``voice`` and ``tone`` of the sentences
    frame. A mention counts for the voice of the sentence in which it begins; one outside all
    sentences for none. The mean tone is that of the sentences that mention a name, each once and
    those without a tone left out, with its interval by Student's t distribution (-1 to 1); it is
    NaN for fewer than ``FEWEST_SENTENCES`` of them.
    """
    starts = sentences["start"].tolist()
    ends = sentences["end"].tolist()
    voices = sentences["voice"].tolist()
    tones = sentences["tone"].tolist()
    rows: dict[str, list[object]] = {column: [] for column in NAMES}
    for name in names:
        places = [bisect_right(starts, start) - 1 for start, _ in name.mentions]
        inside = [
            place
            for place, (start, _) in zip(places, name.mentions, strict=True)
            if place >= 0 and start < ends[place]
        ]
        counts = Counter(voices[place] for place in inside)
        tone, low, high = mean_tone([tones[place] for place in sorted(set(inside))])
        values: dict[str, object] = {
            "name": name.name,
            "kind": name.kind,
            "mentions": list(name.mentions),
            "count": len(name.mentions),
            **{voice: counts[voice] for voice in VOICES},
            "tone": tone,
            "tone_low": low,
            "tone_high": high,
        }
        for column in NAMES:
            rows[column].append(values[column])
    return frame(rows, NAMES)


def mean_tone(tones: Sequence[float]) -> tuple[float, float, float]:
    """Return the mean of tones and its 95 % interval, cut to -1 to 1; three NaN if there are fewer
    than ``FEWEST_SENTENCES`` that are no NaN."""
    known = [tone for tone in tones if not isnan(tone)]
    if len(known) < FEWEST_SENTENCES:
        return _NAN, _NAN, _NAN
    mean = fmean(known)
    freedom = len(known) - 1
    # From 31 degrees on two terms of the expansion are enough (Abramowitz and Stegun, 26.7.5).
    table = freedom - 2 < len(_T)
    quantile = _T[freedom - 2] if table else 1.959964 + 2.3723 / freedom + 2.8225 / freedom**2
    half = quantile * stdev(known) / sqrt(len(known))
    return mean, max(mean - half, -1.0), min(mean + half, 1.0)

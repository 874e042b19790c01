"""What is measured in every article, with intervals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analysis.columns import frame
from analysis.comparison.frames import MEASURES
from analysis.comparison.measured.observed import LOADED_SHARE, SPEAKER_SHARE, Observed, Sample
from analysis.intervals import share_interval
from analysis.speakers.names.frame import mean_tone

if TYPE_CHECKING:
    import pandas as pd

SHARES = (LOADED_SHARE, SPEAKER_SHARE)
"""The measures that are shares; the others are means of tone."""

_NAN = float("nan")


def measures(found: Sequence[Observed]) -> pd.DataFrame:
    """Return the columns declared in ``MEASURES``, of what was observed.

    The interval of a share is Wilson's, of a mean Student's. A speaker's share of the words is that
    of sentences weighted by their words: its interval is that of as many sentences as these weights
    are worth (``effective_sentences``).
    """
    rows: list[dict[str, Any]] = []
    for one in found:
        for place, sample in enumerate(one.samples):
            low, high = _NAN, _NAN
            if sample is not None:
                low, high = (share if one.measure in SHARES else mean)(sample)
            rows.append(
                {
                    "measure": one.measure,
                    "subject": one.subject,
                    "voice": one.voice,
                    "article": place,
                    "value": _NAN if sample is None else sample.value,
                    "low": low,
                    "high": high,
                    "count": 0 if sample is None else sample.count,
                }
            )
    return frame({name: [row[name] for row in rows] for name in MEASURES}, MEASURES)


def share(sample: Sample) -> tuple[float, float]:
    """Return the interval of a share, by the score method."""
    return share_interval(*counted(sample))


def mean(sample: Sample) -> tuple[float, float]:
    """Return the interval of a mean tone."""
    return mean_tone(tones(sample))[1:]


def tones(sample: Sample) -> list[float]:
    """Return the tones of the sentences that a mean is of."""
    found: list[float] = sample.sums[sample.weights > 0].tolist()
    return found


def counted(sample: Sample) -> tuple[float, float]:
    """Return a share as a count and the sentences that it is of, both not whole where sentences
    have unlike weights."""
    total = effective_sentences(sample)
    return sample.value * total, total


def effective_sentences(sample: Sample) -> float:
    """Return how many sentences of equal weight tell as much as those of a sample: the square of
    the sum of the weights by the sum of their squares (Kish 1965, Survey Sampling, section 11.7).
    """
    return float(sample.weights.sum() ** 2 / (sample.weights**2).sum())

"""The differences of what is measured, with bootstrap intervals."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from analysis.columns import frame
from analysis.comparison.frames import DIFFERENCES
from analysis.comparison.measured.bootstrap import (
    FEWEST_OF_EACH,
    FEWEST_SENTENCES,
    drawn_values,
    interval,
)
from analysis.comparison.measured.measures import SHARES, counted, tones
from analysis.comparison.measured.observed import Observed, Sample
from analysis.intervals import mean_difference, share_difference

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray


def differences(found: Sequence[Observed]) -> pd.DataFrame:
    """Return the columns declared in ``DIFFERENCES``, of what was observed; all samples of an
    article are of the same sentences.

    The interval is the percentile bootstrap's: the sentences of each article are drawn anew
    independently. Where a value is of fewer than ``FEWEST_SENTENCES`` sentences, or a share counts
    fewer than ``FEWEST_OF_EACH``, that would be too narrow, and the interval is Newcombe's for
    shares and Welch's for means of tone (``analysis.intervals``).

    All take sentences for independent of each other. Each interval for itself holds the truth in
    about 95 of 100 cases: among many differences some are clear by chance.

    A speaker who speaks in neither of two articles has no row.
    """
    drawn = _drawn(found)
    rows: list[dict[str, Any]] = []
    for number, one in enumerate(found):
        for a, b in combinations(range(len(one.samples)), 2):
            first, second = one.samples[a], one.samples[b]
            if first is None or second is None or not (first.count or second.count):
                continue
            if (a, number) in drawn and (b, number) in drawn:
                low, high = interval(drawn[a, number], drawn[b, number])
            elif one.measure in SHARES:
                low, high = share_difference(counted(second), counted(first))
            else:
                low, high = mean_difference(tones(second), tones(first))
            rows.append(
                {
                    "measure": one.measure,
                    "subject": one.subject,
                    "voice": one.voice,
                    "article_a": a,
                    "article_b": b,
                    "difference": second.value - first.value,
                    "low": low,
                    "high": high,
                    "clear": low > 0 or high < 0,
                }
            )
    return frame({name: [row[name] for row in rows] for name in DIFFERENCES}, DIFFERENCES)


def _drawn(found: Sequence[Observed]) -> dict[tuple[int, int], NDArray[np.float64]]:
    """Return the values in sentences drawn anew by article and number of the measure, of those that
    enough sentences speak for."""
    values = {}
    for place in range(len(found[0].samples) if found else 0):
        enough = [
            (number, sample)
            for number, one in enumerate(found)
            if (sample := one.samples[place]) is not None and _has_enough(one, sample)
        ]
        columns = drawn_values([sample for _, sample in enough], place)
        for column, (number, _) in enumerate(enough):
            values[place, number] = columns[:, column]
    return values


def _has_enough(one: Observed, sample: Sample) -> bool:
    import numpy as np

    of = int(np.count_nonzero(sample.weights))
    if one.measure in SHARES:
        counted_ones = int(np.count_nonzero(sample.sums))
        if min(counted_ones, of - counted_ones) < FEWEST_OF_EACH:
            return False
    return of >= FEWEST_SENTENCES

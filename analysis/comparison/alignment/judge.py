"""Whether two sentences tell the same fact."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Judge = Callable[[Sequence[tuple[str, str]]], "NDArray[np.float64]"]
"""Gives the probability, 0 to 1, that the two sentences of each pair tell the same fact."""


def same_fact(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
    """Return the probability that the two sentences of each pair tell the same fact.

    Float64, shape (len(pairs),), 0 to 1, the same in both orders of a pair.

    Raises ModelUnavailable if the network's files are missing or damaged.
    """
    from analysis.speakers.tagging.network import voices

    return voices().same_fact(pairs)

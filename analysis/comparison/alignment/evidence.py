"""What speaks for two sentences of two articles telling the same fact, in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.comparison.shared_words import similarities

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from models.inference.voices.network import Voices

CANDIDATES = 6
"""So many most similar sentences of the other article are looked at for each sentence. In the
judged pairs of the samples none that tells the same fact is further down."""

IN_CONTEXT = ("similarity", "above_next_at_most", "above_next_at_least", "apart_in_order")
"""What the rest of both articles says of a pair: the cosine of its words, weighted by how rare they
are in the two; how far that is above the next best partner of either sentence, the larger and the
smaller of the two, as the order of the articles says nothing; and how far apart both are in
their articles' order, 0 (same place) to 1 (one first, one last)."""

BETWEEN = (
    *("weighted_cosine", "contained_in_shorter", "contained_in_longer", "shared_words"),
    *("rarest_shared", "shared_pairs_of_words", "names_in_both", "names_of_shorter", "has_names"),
    *("numbers_in_both", "numbers_of_one_only", "has_numbers", "length_ratio", "length"),
    *("alike_in_shorter", "alike_in_longer"),
)
"""The features of the same-fact head (``models.inference.voices.pair_features``), weighed anew."""

EVIDENCE = (*IN_CONTEXT, *BETWEEN)


@dataclass(frozen=True)
class Candidates:
    """Pairs of sentences that may tell the same fact.

    ``places`` are (sentence of a, sentence of b), in order; ``evidence`` has a row a pair and a
    column for each of ``EVIDENCE``; ``similarity`` is that of every sentence of a with each of b.
    """

    places: Sequence[tuple[int, int]]
    evidence: NDArray[np.float64]
    similarity: NDArray[np.float64]


def candidates(texts_a: Sequence[str], texts_b: Sequence[str], network: Voices) -> Candidates:
    """Return the pairs of the sentences of two articles that share words, with their evidence."""
    import numpy as np

    similarity = similarities(texts_a, texts_b)
    near = np.zeros(similarity.shape, dtype=bool)
    if similarity.size:
        for axis, length in enumerate(similarity.shape):
            best = np.argsort(-similarity, axis=axis, kind="stable")
            np.put_along_axis(near, best.take(range(min(CANDIDATES, length)), axis), True, axis)
    near &= similarity > 0
    rows, columns = np.nonzero(near)
    places = [(int(i), int(j)) for i, j in zip(rows, columns, strict=True)]
    above = [_above_next(similarity, axis=axis)[rows, columns] for axis in (1, 0)]
    context = np.column_stack(
        [
            similarity[rows, columns],
            np.maximum(*above),
            np.minimum(*above),
            np.abs(rows / max(len(texts_a), 1) - columns / max(len(texts_b), 1)),
        ]
    )
    return Candidates(
        places, np.hstack([context, _between(texts_a, texts_b, places, network)]), similarity
    )


def _above_next(similarity: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
    """Return by how much each value is over the largest other one along ``axis``, in [-1, 1]."""
    import numpy as np

    if similarity.shape[axis] < 2:
        return similarity.copy()
    two = np.sort(similarity, axis=axis).take([-1, -2], axis)
    largest, second = two.take([0], axis), two.take([1], axis)
    # The largest value is compared with the second, all others (and a tie) with the largest.
    return np.where(similarity == largest, similarity - second, similarity - largest)


def _between(
    texts_a: Sequence[str],
    texts_b: Sequence[str],
    places: Sequence[tuple[int, int]],
    network: Voices,
) -> NDArray[np.float64]:
    """Return the features ``BETWEEN`` of each pair."""
    return network.shared_values([(texts_a[i], texts_b[j]) for i, j in places])

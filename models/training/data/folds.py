"""How BABE is divided into five folds for cross-validation, in three schemes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from models.corpora import Example, fold_of

FOLDS = 5

#: `random` folds as in the BABE paper (stratified by label), `article` folds (all rows of an
#: article in the same fold), `outlet` folds (all rows of an outlet in the same fold).
SCHEMES = ("random", "article", "outlet")


def folds_of(babe: Sequence[Example], scheme: str) -> list[int]:
    """The fold 0…4 of each row.

    Outlets have 1 to 775 rows. To keep the folds as even as possible, each outlet, the largest
    first, goes into the fold with the fewest rows so far.
    """
    if scheme == "article":
        return [fold_of(f"article {e.group}", FOLDS) for e in babe]
    if scheme == "outlet":
        counts: dict[str, int] = {}
        for e in babe:
            counts[e.outlet] = counts.get(e.outlet, 0) + 1
        sizes, fold = [0] * FOLDS, {}
        for outlet in sorted(counts, key=lambda name: (-counts[name], name)):
            fold[outlet] = sizes.index(min(sizes))
            sizes[fold[outlet]] += counts[outlet]
        return [fold[e.outlet] for e in babe]
    rng = np.random.default_rng(5)
    result = np.zeros(len(babe), dtype=int)
    for label in (0, 1):
        rows = rng.permutation([i for i, e in enumerate(babe) if e.loaded_label == label])
        result[rows] = np.arange(len(rows)) % FOLDS
    return [int(fold) for fold in result]

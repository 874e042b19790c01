"""Clusters of near-duplicates, from the signatures of a whole archive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.columns import frame
from analysis.corpus.duplicates.alike import likeness
from analysis.corpus.duplicates.candidates import candidates
from analysis.corpus.duplicates.loaded import Loaded, loaded
from analysis.corpus.frames import DUPLICATES

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

_WAITING = 1 << 20
"""Pairs that wait to be joined with the others: 16 MB."""


def clusters(out: Path) -> pd.DataFrame:
    """Return the frame ``DUPLICATES`` of the archive in the folder ``out``, by article. The engine
    writes it to ``duplicates.parquet`` once all partitions are there.

    Only ``out/signatures`` is read. Raises OSError.
    """
    with loaded(out) as signatures:
        return duplicates_of(signatures)


def duplicates_of(signatures: Loaded) -> pd.DataFrame:
    """Return the frame ``DUPLICATES`` of these signatures, by article."""
    return _frame(signatures, kept_of(signatures))


def kept_of(signatures: Loaded) -> dict[int, tuple[int, float]]:
    """Return, by place, the place of the article that is kept for each that is not, and how alike
    the two are.

    Articles are looked at from the earliest on. One that is a near-duplicate of an article that
    is kept goes to the one that it is most like; else it is kept itself. So each is checked
    against the one that stands for it, and a chain of versions, each like the one before, does
    not tie together what has nothing in common any more.
    """
    import numpy as np

    kept: dict[int, tuple[int, float]] = {}
    for place, others in _neighbours(signatures):
        # A copy of a copy may have met the copy only: it is asked against what that stands for.
        standing = dict.fromkeys(kept[one][0] if one in kept else one for one in others)
        unknown = [one for one in standing if one not in others]
        if unknown:
            found = likeness(signatures, np.array(unknown), np.full(len(unknown), place))
            others.update(zip(unknown, map(float, found), strict=True))
        # The earliest of equally alike ones.
        best = max(standing, key=lambda one: (others[one], -one))
        if others[best] > 0:
            kept[place] = best, others[best]
    return kept


def _neighbours(signatures: Loaded) -> Iterator[tuple[int, dict[int, float]]]:
    """Give, place by place, the earlier places that are near-duplicates of it and how alike."""
    import numpy as np

    count = len(signatures.article)
    # A pair is one number, the later place first: in their order they are in that of looking.
    found: list[tuple[np.ndarray, np.ndarray]] = [(np.zeros(0, np.int64), np.zeros(0))]
    waiting = 0
    for one, other in candidates(signatures):
        share = likeness(signatures, one, other)
        copies = share > 0
        found.append((other[copies] * count + one[copies], share[copies]))
        waiting += len(found[-1][0])
        if waiting > max(_WAITING, len(found[0][0])):
            found, waiting = [_once(found)], 0
    pairs, alike = _once(found)
    later = pairs // count if count else pairs
    starts = np.flatnonzero(np.diff(later, prepend=-1))
    for start, end in pairwise([*starts.tolist(), len(pairs)]):
        earlier = (pairs[start:end] % count).tolist()
        yield int(later[start]), dict(zip(earlier, alike[start:end].tolist(), strict=True))


def _once(found: list[tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
    """Return pairs that were found, several times perhaps, once each and in order."""
    import numpy as np

    pairs, first = np.unique(np.concatenate([one for one, _ in found]), return_index=True)
    return pairs, np.concatenate([share for _, share in found])[first]


def _frame(signatures: Loaded, kept: dict[int, tuple[int, float]]) -> pd.DataFrame:
    """Return the frame ``DUPLICATES``, by article."""
    members: dict[int, list[int]] = defaultdict(list)
    for place, (stands, _) in kept.items():
        members[stands].append(place)
    rows: list[tuple[Any, ...]] = []
    number = signatures.article
    for stands, others in members.items():
        cluster, copies = int(number[stands]), len(others) + 1
        rows.append((cluster, cluster, copies, True, 1.0))
        rows += [
            (int(number[one]), cluster, copies, False, round(kept[one][1], 3)) for one in others
        ]
    rows.sort()
    columns = zip(*rows, strict=True) if rows else ([] for _ in DUPLICATES)
    return frame(dict(zip(DUPLICATES, columns, strict=True)), DUPLICATES)

"""The signatures of a whole archive, in columns, in the order in which articles are kept."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.corpus.duplicates.signatures import NO_NUMBER, NUMBER_PLACES, PLACES
from analysis.corpus.layout import SIGNED

if TYPE_CHECKING:
    import numpy as np

_SCALARS = ("article", "words", "shingles", "figures", "whole")
_ROWS = 4096


@dataclass(frozen=True)
class Loaded:
    """Signatures by place: place 0 is the earliest article by date, then by number, those without
    a date last. ``signature`` and ``numbers`` have a row per number of the signature, with a column
    per article in the order of the files: that of place p is ``column[p]``. They lie in a file and
    are read a row at a time."""

    article: np.ndarray
    words: np.ndarray
    shingles: np.ndarray
    figures: np.ndarray
    whole: np.ndarray
    column: np.ndarray
    signature: np.ndarray
    numbers: np.ndarray

    def agreement(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """Return in which share of the numbers of their signatures the articles at the places
        agree: the estimated Jaccard similarity of their shingles."""
        import numpy as np

        same = np.zeros(len(one), np.uint8)
        one, other = self.column[one], self.column[other]
        for row in self.signature:
            same += row[one] == row[other]
        return same / len(self.signature)

    def numbers_shared(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """Return which share of the numbers of the one with fewer the other has too.

        It is exact where both have up to ``NUMBER_PLACES``; else it is counted among the hashes up
        to the last one that both sketches reach, which are a sample by chance (Broder 1997).
        """
        import numpy as np

        share = np.zeros(len(one))
        for at in range(0, len(one), _ROWS):
            here = slice(at, at + _ROWS)
            first, second = (self.numbers[:, self.column[side[here]]] for side in (one, other))
            # A sketch that is not full says all: it ends in the greatest number there is.
            reached = np.minimum(first[-1], second[-1])
            counts = [((some <= reached) & (some != NO_NUMBER)).sum(0) for some in (first, second)]
            both = np.zeros(len(reached), np.int64)
            for number in second:
                here_too = (first == number).any(0)
                both += here_too & (number <= reached) & (number != NO_NUMBER)
            fewer = np.minimum(*counts)
            share[here] = np.divide(both, fewer, out=np.zeros(len(fewer)), where=fewer > 0)
        return share


@contextmanager
def loaded(out: Path) -> Iterator[Loaded]:
    """Give the signatures of the archive in the folder ``out``.

    Their numbers lie in an unnamed file of that folder, 640 bytes an article, that goes with the
    context, also when the process is killed. Raises OSError.
    """
    import numpy as np
    import pyarrow.dataset
    from pyarrow.compute import sort_indices

    files = sorted(map(str, (out / SIGNED).glob("part-*.parquet")))
    stored = pyarrow.dataset.dataset(files, format="parquet")
    # Of no files, or of articles that were all skipped.
    if not files or not stored.count_rows():
        yield _without_rows()
        return
    scalars = stored.to_table(columns=["date", *_SCALARS])
    by_place = scalars.append_column("undated", scalars["date"].is_null()).drop_columns(
        [one for one in _SCALARS if one != "article"]
    )
    order = (
        sort_indices(
            by_place,
            sort_keys=[("undated", "ascending"), ("date", "ascending"), ("article", "ascending")],
        )
        .to_numpy()
        .astype(np.int64)
    )
    columns: dict[str, Any] = {name: scalars[name].to_numpy()[order] for name in _SCALARS}
    del scalars, by_place
    with tempfile.TemporaryFile(dir=out) as file:
        rows = np.memmap(file, np.uint32, "w+", shape=(PLACES + NUMBER_PLACES, len(order)))
        at = 0
        for batch in stored.to_batches(columns=["signature", "numbers"], batch_size=_ROWS):
            its = slice(at, at + len(batch))
            rows[:PLACES, its] = _decoded(batch["signature"], PLACES).T
            rows[PLACES:, its] = _decoded(batch["numbers"], NUMBER_PLACES).T
            at += len(batch)
        yield Loaded(**columns, column=order, signature=rows[:PLACES], numbers=rows[PLACES:])


def _decoded(column: Any, places: int) -> np.ndarray:
    """Return a column of Base64 as rows of ``places`` numbers."""
    from base64 import b64decode

    import numpy as np

    together = b"".join(b64decode(one) for one in column.to_pylist())
    return np.frombuffer(together, "<u4").reshape(-1, places)


def _without_rows() -> Loaded:
    import numpy as np

    nothing = np.zeros(0, np.int64)
    none = np.zeros((0, 0), np.uint32)
    return Loaded(nothing, nothing, nothing, nothing, nothing, nothing, none, none)

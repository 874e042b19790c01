"""Signatures of articles, by which near-duplicates are found without reading the texts again.

A signature is the MinHash (Broder 1997) of an article's shingles: the runs of ``RUN`` words that
it has. The share of places in which two signatures agree estimates the Jaccard similarity of the
sets, shingles in both by shingles in either. A sketch of its numbers, the least of their hashes,
tells the copies of an article from articles that were written into the same frame
(``analysis.corpus.duplicates.alike``).
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any
from zlib import crc32

from analysis.columns import frame
from analysis.corpus.duplicates.wording import is_number, prose_of, words_of
from analysis.corpus.frames import SIGNATURES

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

RUN = 4
"""Words of a shingle."""

PLACES = 128
"""Numbers of the signature of an article's words; its standard error is at most 0.045."""

NUMBER_PLACES = 32
"""How many hashes of its numbers are kept, the least ones; most articles have fewer numbers."""

NO_NUMBER = 0xFFFFFFFF
"""Fills the places of articles with fewer numbers."""

_SEED = 1
_AT_ONCE = 1024
"""Shingles hashed together: half a MB of memory, whatever the length of the text."""


def signatures(articles: pd.DataFrame) -> pd.DataFrame:
    """Return the frame ``SIGNATURES`` of articles that have the columns ``article``, ``date`` and
    ``text``: a row each, in their order. The same text has the same signature in every process.

    The engine writes it with each partition, into the folder ``signatures``.
    """
    columns: dict[str, list[object]] = {name: [] for name in SIGNATURES}
    columns["article"], columns["date"] = list(articles["article"]), list(articles["date"])
    for text in articles["text"]:
        every = words_of(text)
        words = prose_of(every)
        shingles = shingles_of(words)
        numbers = {crc32(word.encode()) for word in words if is_number(word)} - {NO_NUMBER}
        columns["words"].append(len(words))
        columns["shingles"].append(len(shingles))
        columns["figures"].append(len(numbers))
        columns["whole"].append(_whole(every))
        columns["signature"].append(_encoded(min_hash(shingles, PLACES)))
        columns["numbers"].append(_encoded(least(numbers)))
    return frame(columns, SIGNATURES)


def shingles_of(words: list[str]) -> set[int]:
    """Return the hashes (32 bits) of the runs of ``RUN`` words; a shorter text is one run."""
    last = max(len(words) - RUN, 0) if words else -1
    return {crc32(" ".join(words[at : at + RUN]).encode()) for at in range(last + 1)}


def min_hash(hashes: Collection[int], places: int) -> np.ndarray:
    """Return the MinHash signature of a set of hashes: ``places`` numbers of 32 bits."""
    made = _empty(places).copy()
    listed = list(hashes)
    for at in range(0, len(listed), _AT_ONCE):
        made.update_batch(listed[at : at + _AT_ONCE])
    return made.hashvalues  # type: ignore[no-any-return]  # the library has no types


def least(hashes: Collection[int]) -> np.ndarray:
    """Return the ``NUMBER_PLACES`` least of a set of hashes, ascending."""
    import numpy as np

    found = sorted(hashes)[:NUMBER_PLACES]
    return np.array(found + [NO_NUMBER] * (NUMBER_PLACES - len(found)), np.uint32)


@cache
def _empty(places: int) -> Any:
    from datasketch import MinHash

    # The scheme is named, so that another default of the library cannot change what is on disk.
    # It mixes what it gets, so the hashes are taken as they are.
    return MinHash(places, seed=_SEED, scheme="affine32", hashfunc=_as_it_is)


def _as_it_is(value: int) -> int:
    return value


def _whole(words: list[str]) -> int:
    digest = blake2b(" ".join(words).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def _encoded(signature: np.ndarray) -> str:
    return b64encode(signature.astype("<u4").tobytes()).decode()

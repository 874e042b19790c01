"""How alike the words of two sentences are: the cosine of their tf-idf vectors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING

from analysis.text.function_words import ALL, VERBS_OF_SAYING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STOP_WORDS = ALL | VERBS_OF_SAYING
"""Words that are frequent in any English text, or in any news text."""

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_ENDINGS = re.compile(r"(?:ies|ied|ing|ed|es|s|e|y)$")
_SHORTEST_STEM = 4
_TERMS_AT_ONCE = 1000


def similarities(texts_a: Sequence[str], texts_b: Sequence[str]) -> NDArray[np.float64]:
    """Return the cosine similarity of each sentence of a with each of b: float64, shape
    (len(texts_a), len(texts_b)), 0 to 1."""
    import numpy as np

    bags = [Counter(terms(text)) for text in (*texts_a, *texts_b)]
    rows_of: dict[str, list[tuple[int, int]]] = {}
    for row, bag in enumerate(bags):
        for term, count in bag.items():
            rows_of.setdefault(term, []).append((row, count))
    vocabulary = sorted(rows_of)
    squares = np.zeros(len(bags))
    product = np.zeros((len(texts_a), len(texts_b)))
    # In slices of the vocabulary, because the whole matrix of two long texts took over a gigabyte.
    for start in range(0, len(vocabulary), _TERMS_AT_ONCE):
        some = vocabulary[start : start + _TERMS_AT_ONCE]
        weighted = np.zeros((len(bags), len(some)))
        for column, term in enumerate(some):
            # Smoothed inverse document frequency, as in Manning, Raghavan and Schütze 2008, 6.2.
            rarity = log((1 + len(bags)) / (1 + len(rows_of[term]))) + 1
            for row, count in rows_of[term]:
                weighted[row, column] = count * rarity
        squares += (weighted**2).sum(axis=1)
        product += weighted[: len(texts_a)] @ weighted[len(texts_a) :].T
    lengths = np.sqrt(np.where(squares == 0, 1, squares))
    product /= lengths[: len(texts_a), None]
    product /= lengths[None, len(texts_a) :]
    return np.clip(product, 0, 1, out=product)


def terms(text: str) -> list[str]:
    """Return a sentence's words in lower case without stop words and common endings.

    "voted", "votes" and "voting" become "vot"; numbers keep their decimals.
    """
    words = _WORD.findall(text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}s", ""))
    return [_stem(word) for word in words if word not in STOP_WORDS]


def _stem(word: str) -> str:
    stem = _ENDINGS.sub("", word)
    return stem if len(stem) >= _SHORTEST_STEM else word

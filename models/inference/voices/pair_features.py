"""What two sentences share, in numbers that are given to the same-fact head beside the words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

FEATURES = (
    "weighted_cosine",
    "contained_in_shorter",
    "contained_in_longer",
    "shared_words",
    "rarest_shared",
    "shared_pairs_of_words",
    "names_in_both",
    "names_of_shorter",
    "has_names",
    "numbers_in_both",
    "numbers_of_one_only",
    "has_numbers",
    "length_ratio",
    "length",
)
"""Names of the features that `pair_features` gives, each 0 … 1."""

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NUMBER_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_NUMERALS = {name: str(number) for number, name in enumerate(_NUMBER_WORDS)}
_ENDINGS = ("ingly", "edly", "ings", "ing", "ies", "ers", "ed", "es", "er", "ly", "s")
#: A stem has at least so many letters, so that "red" stays "red".
_STEM_LETTERS = 4

SOFT = ("alike_in_shorter", "alike_in_longer")
"""Names of the two features that `soft_features` gives, each −1 … 1, beside the others."""

Weight = Callable[[str], float]
"""How rare a lower-case word is, 0 (in every text) … 1 (in almost none)."""


@dataclass(frozen=True)
class Words:
    """A sentence's words for comparing.

    Attributes:
        stems: each stem with its weight.
        pairs: stems that follow each other.
        names: stems of words with a capital that are not the first.
        numbers: figures, without separators.
    """

    stems: dict[str, float]
    pairs: frozenset[tuple[str, str]]
    names: frozenset[str]
    numbers: frozenset[str]


def stem(word: str) -> str:
    """A lower-case word without one usual ending, so that most forms of a word come out alike."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LETTERS:
            return word[: -len(ending)]
    return word


def words_of(sentence: str, weight: Weight) -> Words:
    """The words of ``sentence`` as `pair_features` compares them."""
    found = [match.group() for match in _WORD.finditer(sentence)]
    lower = [word.lower() for word in found]
    stems = [stem(word) for word in lower]
    numbers = {match.group().replace(",", "") for match in _NUMBER.finditer(sentence)}
    numbers |= {_NUMERALS[word] for word in lower if word in _NUMERALS}
    return Words(
        stems={s: weight(w) for s, w in zip(stems, lower, strict=True)},
        pairs=frozenset(pairwise(stems)),
        names=frozenset(
            s for s, w in zip(stems[1:], found[1:], strict=True) if w[0].isupper() and len(w) > 1
        ),
        numbers=frozenset(numbers),
    )


def pair_features(a: Words, b: Words) -> NDArray[np.float32]:
    """The `FEATURES` of a pair, float32, the same in both orders.

    Words count by how rare they are; "contained" is the weight of the shared words by that of all
    words of a sentence, once of the sentence where that is larger and once of the other.
    """
    shared = a.stems.keys() & b.stems.keys()
    common = sum(a.stems[s] for s in shared)
    squares = sum(a.stems[s] ** 2 for s in shared)
    norm = (
        sum(w * w for w in a.stems.values()) * sum(w * w for w in b.stems.values())
    ) ** 0.5 or 1.0
    of_a, of_b = (common / (sum(x.stems.values()) or 1.0) for x in (a, b))
    names = a.names & b.names
    numbers = a.numbers & b.numbers
    pairs = len(a.pairs & b.pairs) / (min(len(a.pairs), len(b.pairs)) or 1)
    lengths = sorted((len(a.stems), len(b.stems)))
    return np.array(
        [
            squares / norm,
            max(of_a, of_b),
            min(of_a, of_b),
            min(len(shared), 16) / 16,
            max((a.stems[s] for s in shared), default=0.0),
            pairs,
            len(names) / (len(a.names | b.names) or 1),
            len(names) / (min(len(a.names), len(b.names)) or 1),
            float(bool(a.names) and bool(b.names)),
            len(numbers) / (len(a.numbers | b.numbers) or 1),
            len(a.numbers ^ b.numbers) / (len(a.numbers | b.numbers) or 1),
            float(bool(a.numbers) and bool(b.numbers)),
            lengths[0] / (lengths[1] or 1),
            min(lengths[1], 40) / 40,
        ],
        dtype=np.float32,
    )


def soft_features(
    a: NDArray[np.float32],
    b: NDArray[np.float32],
    weights_a: NDArray[np.float32],
    weights_b: NDArray[np.float32],
) -> NDArray[np.float32]:
    """The features `SOFT` of a pair, float32, the same in both orders.

    Each token is compared with the one of the other sentence whose vector is most like its own;
    what they have in common (cosine) is averaged over a sentence's tokens by how rare they are,
    squared, much as BERTScore does (Zhang et al. 2020, arXiv 1904.09675), once where that is larger
    and once of the other sentence. So "strike" counts a little where the other sentence says
    "walkout".

    Args:
        a, b: vectors of the tokens (tokens × width), of length 1.
        weights_a, weights_b: how rare each token is, 0 … 1.
    """
    if not len(a) or not len(b):
        return np.zeros(len(SOFT), dtype=np.float32)
    likeness = a @ b.T
    held = []
    for best, weights in ((likeness.max(1), weights_a), (likeness.max(0), weights_b)):
        squares = weights.astype(np.float64) ** 2
        held.append(float((best * squares).sum() / (squares.sum() or 1.0)))
    return np.array([max(held), min(held)], dtype=np.float32)


def token_weights(counts: NDArray[np.integer], texts: int) -> NDArray[np.float32]:
    """Inverse document frequencies of tokens scaled to 0 … 1: ln((texts + 1) / (count + 1)) by its
    largest value.

    Args:
        counts: in how many texts each token occurs.
        texts: how many there are.
    """
    return np.asarray(np.log((texts + 1) / (counts + 1.0)) / np.log(texts + 1.0), dtype=np.float32)


def word_weight(weights: NDArray[np.float32], pieces: Callable[[str], Sequence[int]]) -> Weight:
    """A `Weight` that gives a word the largest weight of its tokens, which `pieces` tells."""
    known: dict[str, float] = {}

    def weight(word: str) -> float:
        if word not in known:
            known[word] = max((float(weights[i]) for i in pieces(word)), default=0.0)
        return known[word]

    return weight

"""Which sentences of two articles are linked: the same fact, or possibly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.comparison.alignment.evidence import Candidates, candidates
from analysis.comparison.alignment.weights import Weights, weights
from analysis.comparison.frames import NO_MATCH, SAME_FACT

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from models.inference.voices.network import Voices

PARTNERS = 3
"""Most sentences of the other article that one sentence is linked with, the most probable ones.
More than two were never judged to tell the same fact as one, but for headlines."""


ASKED = 16
"""About so many pairs of two articles the network is asked. Asking about more changed no figure of
the judged pairs; not asking costs about 3 in 100 of those that tell the same fact."""


@dataclass(frozen=True)
class Link:
    """Two linked sentences: their places in the two lists, the probability and its band."""

    a: int
    b: int
    probability: float
    band: str


def links(
    texts_a: Sequence[str], texts_b: Sequence[str], network: Voices
) -> tuple[list[Link], NDArray[np.float64]]:
    """Return the links between the sentences of two articles, in order of the first, and the
    similarity of each sentence of a with each of b."""
    found = candidates(texts_a, texts_b, network)
    probabilities = judged(found, texts_a, texts_b, network, weights())
    return chosen(found.places, probabilities, weights()), found.similarity


def judged(
    found: Candidates,
    texts_a: Sequence[str],
    texts_b: Sequence[str],
    network: Voices,
    weighed: Weights,
) -> NDArray[np.float64]:
    """Return the probability of each candidate, 0 to 1.

    The network is asked about the ``ASKED`` candidates whose evidence leaves most doubt: a call
    takes a hundred times as long as the rest, and says little of pairs that are plain.
    """
    import numpy as np

    logits = weighed.logits(found.evidence)
    doubtful = np.argsort(np.abs(logits), kind="stable")[:ASKED]
    places = [found.places[number] for number in doubtful]
    said = network.said_values([(texts_a[i], texts_b[j]) for i, j in places])
    logits[doubtful] = weighed.with_network(logits[doubtful], said)
    return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float64)


def chosen(
    places: Sequence[tuple[int, int]], probabilities: NDArray[np.float64], weighed: Weights
) -> list[Link]:
    """Return the candidates that are links.

    All of the band same fact are, within ``PARTNERS``. One of the band possibly is if it is the
    most probable one of either sentence, and that sentence is in no pair that tells the same fact:
    what has a sure partner needs no doubtful one.
    """
    ranked = sorted(
        (
            Link(i, j, float(probability), weighed.band(float(probability)))
            for (i, j), probability in zip(places, probabilities, strict=True)
        ),
        key=lambda link: (-link.probability, link.a, link.b),
    )
    partners: dict[tuple[str, int], int] = {}
    kept = []
    for link in ranked:
        if link.band == NO_MATCH:
            break
        sides = (("a", link.a), ("b", link.b))
        had = [partners.get(side, 0) for side in sides]
        if max(had) >= PARTNERS or (link.band != SAME_FACT and all(had)):
            continue
        for side in sides:
            partners[side] = partners.get(side, 0) + 1
        kept.append(link)
    return sorted(kept, key=lambda link: (link.a, link.b))

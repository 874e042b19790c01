"""Ways to find the sentences of two articles that tell the same fact, to be measured alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from analysis.comparison.alignment.evidence import candidates
from analysis.comparison.alignment.links import chosen, judged
from analysis.comparison.alignment.weights import Weights
from analysis.comparison.frames import POSSIBLY, SAME_FACT
from analysis.comparison.shared_words import similarities
from tests.bench.same_event.gold import Judged

if TYPE_CHECKING:
    from models.inference.voices.network import Voices

Pairs = set[tuple[int, int]]
Scores = Callable[[Judged], NDArray[np.float64]]
"""Gives how alike each sentence of a is to each of b, shape (sentences of a, sentences of b)."""


@dataclass(frozen=True)
class Shown:
    """What a method shows of two articles: pairs that tell the same fact, and others that may."""

    same: Pairs
    possibly: Pairs


def linked(found: Judged, network: Voices, weighed: Weights) -> Shown:
    """Return what the comparison shows."""
    texts = (found.texts_a, found.texts_b)
    near = candidates(*texts, network)
    kept = chosen(near.places, judged(near, *texts, network, weighed), weighed)
    return Shown(
        {(link.a, link.b) for link in kept if link.band == SAME_FACT},
        {(link.a, link.b) for link in kept if link.band == POSSIBLY},
    )


def mutual_best(scores: NDArray[np.float64], threshold: float) -> Shown:
    """Return the pairs that are each other's best and at least ``threshold``: how sentences were
    paired before, which knows no doubt."""
    rows, columns = scores.argmax(1), scores.argmax(0)
    return Shown(
        {(i, int(j)) for i, j in enumerate(rows) if columns[j] == i and scores[i, j] >= threshold},
        set(),
    )


def shared_words(found: Judged) -> NDArray[np.float64]:
    """Return the cosine of tf-idf vectors."""
    return similarities(found.texts_a, found.texts_b)


def head(network: Voices) -> Scores:
    """Return the probability by the same-fact head alone, of the candidates; 0 of the others."""

    def scores(found: Judged) -> NDArray[np.float64]:
        values = np.zeros((len(found.texts_a), len(found.texts_b)))
        places = candidates(found.texts_a, found.texts_b, network).places
        given = network.same_fact([(found.texts_a[i], found.texts_b[j]) for i, j in places])
        for place, probability in zip(places, given, strict=True):
            values[place] = probability
        return values

    return scores


def sentence_vectors() -> Scores | None:
    """Return the cosine of all-MiniLM-L6-v2's sentence vectors as published, None where the
    training requirements, which bring it, are not installed."""
    try:
        import torch
        from transformers import BertModel

        from models.training.network.base_encoder import base_folder, base_tokenizer

        tokenizer = base_tokenizer()
        encoder = BertModel.from_pretrained(str(base_folder()), add_pooling_layer=False).eval()
    except (ImportError, RuntimeError):
        return None

    def vector(text: str) -> NDArray[np.float64]:
        tokens = torch.tensor([tokenizer.encode(text).ids[:256]])
        with torch.inference_mode():
            hidden = encoder(tokens, attention_mask=torch.ones_like(tokens)).last_hidden_state
        mean = hidden[0].mean(0).numpy().astype(np.float64)
        return np.asarray(mean / np.linalg.norm(mean))

    def scores(found: Judged) -> NDArray[np.float64]:
        a, b = (
            np.array([vector(text) for text in side]) for side in (found.texts_a, found.texts_b)
        )
        return np.asarray(a @ b.T)

    return scores

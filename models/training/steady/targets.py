"""Targets of the pass: what the network itself says, averaged over what should make no difference.

Self-distillation (Furlanello et al. 2018, arXiv 1805.04770) towards the mean over the variants of a
sentence: the scores of sentences without variants stay, those of the others become alike.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from tokenizers import Tokenizer

from models.inference.calibration import sigmoid
from models.training.data.batches import TRAINING_TOKENS, Encoded
from models.training.network.model import SlantNetwork
from models.training.steady.variants import Variants
from models.training.steady.wrapping import Wrapped
from models.training.teachers.large_teacher import predict_soft_labels
from models.training.teachers.soft_labels import DISTILLED, SoftLabels

#: Target logits of (negative, neutral, positive) and of loaded.
Logits = tuple[float, float, float, float]

#: Target of a token that is part of an attribution: loaded words are those of the content.
_OUTSIDE = 0.0


def of_variants(
    network: SlantNetwork, tokenizer: Tokenizer, groups: Sequence[Variants]
) -> list[Encoded]:
    """The trained variants of each group, with the mean logits of all its variants as
    targets for the sentence, and each variant's own for its tokens."""
    texts = [text for group in groups for text in group.texts]
    labels = predict_soft_labels(network, tokenizer, texts)
    encoded, at = [], 0
    for group in groups:
        rows = slice(at, at + len(group.texts))
        logits = _means(labels, rows)
        for number in group.trained:
            words = sigmoid(labels.words[at + number]).tolist()
            encoded.append(_encoded(tokenizer, group.texts[number], logits, words))
        at += len(group.texts)
    return encoded


def of_wrapped(
    network: SlantNetwork, tokenizer: Tokenizer, bare: Sequence[str], wrapped: Sequence[Wrapped]
) -> list[Encoded]:
    """Each wrapped sentence with the logits of the bare one as targets. A sentence whose
    content is split into other tokens than the bare one has no targets for words."""
    labels = predict_soft_labels(network, tokenizer, bare)
    encoded = []
    for row, (sentence, wrapping) in enumerate(zip(bare, wrapped, strict=True)):
        logits = _means(labels, slice(row, row + 1))
        own = _content_words(tokenizer, sentence, labels.words[row])
        words = _placed(tokenizer, wrapping, own)
        encoded.append(_encoded(tokenizer, wrapping.text, logits, words))
    return encoded


def _means(labels: SoftLabels, rows: slice) -> Logits:
    sentiment = labels.sentiment[rows].astype(np.float64).mean(axis=0)
    negative, neutral, positive = sentiment.tolist()
    return negative, neutral, positive, float(labels.loaded[rows].astype(np.float64).mean())


def _encoded(
    tokenizer: Tokenizer, text: str, logits: Logits, words: Sequence[float] | None
) -> Encoded:
    """One sentence with its targets; special tokens have none."""
    tokens = tokenizer.encode(text)
    ids = tokens.ids[:TRAINING_TOKENS]
    targets = [-1.0] * len(ids)
    if words is not None:
        for i, (word, (start, end)) in enumerate(zip(words, tokens.offsets, strict=False)):
            if end > start and i < len(ids):
                targets[i] = word
    return Encoded(DISTILLED, ids, None, None, targets, logits=logits)


def _content_words(
    tokenizer: Tokenizer, sentence: str, logits: np.ndarray
) -> list[tuple[int, float]]:
    """(token id, probability of being loaded) of each token of a sentence but its full stop."""
    tokens, length = tokenizer.encode(sentence), len(sentence.removesuffix("."))
    return [
        (token, float(p))
        for token, p, (start, end) in zip(tokens.ids, sigmoid(logits), tokens.offsets, strict=False)
        if start < end <= length
    ]


def _placed(
    tokenizer: Tokenizer, wrapped: Wrapped, own: Sequence[tuple[int, float]]
) -> list[float] | None:
    """Targets of all tokens of a wrapped sentence from those of its content, or None where its
    tokens differ from the bare sentence's."""
    tokens = tokenizer.encode(wrapped.text)
    inside = [
        i
        for i, (start, end) in enumerate(tokens.offsets)
        if wrapped.start <= start < end <= wrapped.end
    ]
    if [tokens.ids[i] for i in inside] != [token for token, _ in own]:
        return None
    targets = [_OUTSIDE] * len(tokens.ids)
    for i, (_, probability) in zip(inside, own, strict=True):
        targets[i] = probability
    return targets

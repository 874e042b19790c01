"""Examples → padded batches, each of one set and of similar lengths to keep padding low."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from models.corpora import TECHNIQUE_NAMES, Example

#: Training sentences are truncated to this many tokens; 1 in 300 is longer. Inference reads 256.
TRAINING_TOKENS = 128

#: Target of a token in a word that only one annotator marked, where words marked by more have 1:
#: about the probability that such a word would get a second vote.
MARKED_ONCE_TARGET = 0.3

#: Share of training sentences in which one to three tokens that are not loaded are masked, so that
#: a mask token by itself does not change the score when a word's effect is measured by masking.
MASKED_SHARE = 0.3


@dataclass(frozen=True)
class Encoded:
    """One example as token ids with its targets (`words` is −1 for tokens without a target).

    `techniques` holds (token, technique) pairs, None where techniques were not annotated. `logits`
    are targets for the logits themselves: those of (negative, neutral, positive) and of loaded.
    """

    corpus: str
    ids: list[int]
    loaded: float | None
    sentiment: tuple[float, float, float] | None
    words: list[float] | None
    techniques: list[tuple[int, int]] | None = None
    opinion: int | None = None
    logits: tuple[float, float, float, float] | None = None


@dataclass(frozen=True)
class Batch:
    """Tensors of one set: ids and mask int64 (b × t), targets float32, None where unlabelled.

    `opinion` is int64 (b), −100 (ignored by cross-entropy) where annotators disagreed; `logits`
    float32 (b × 4).
    """

    corpus: str
    ids: Tensor
    mask: Tensor
    loaded: Tensor | None
    sentiment: Tensor | None
    words: Tensor | None
    techniques: Tensor | None
    opinion: Tensor | None
    logits: Tensor | None = None


def plain_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer in the file `path`, without padding or truncation."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def mask_id_of(tokenizer: Tokenizer) -> int:
    """Id of the mask token: MPNet's, or else BERT's."""
    return tokenizer.token_to_id("<mask>") or tokenizer.token_to_id("[MASK]") or 0


def encode(examples: Sequence[Example], tokenizer: Tokenizer) -> list[Encoded]:
    """Tokenise and truncate; a token's target is 1 where it overlaps a loaded span."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(TRAINING_TOKENS)
    encoded = []
    for example, tokens in zip(
        examples, tokenizer.encode_batch([example.text for example in examples]), strict=True
    ):
        words = None
        if example.words is not None:
            words = [
                -1.0 if special else _word_target(start, end, example)
                for (start, end), special in zip(
                    tokens.offsets, tokens.special_tokens_mask, strict=True
                )
            ]
        techniques = None
        if example.techniques is not None:
            techniques = [
                (token, technique)
                for a, b, technique in example.techniques
                for token, (start, end) in enumerate(tokens.offsets)
                if start < b and a < end
            ]
        encoded.append(
            Encoded(
                example.corpus,
                tokens.ids,
                example.loaded,
                example.sentiment,
                words,
                techniques,
                example.opinion,
            )
        )
    return encoded


def _word_target(start: int, end: int, example: Example) -> float:
    if any(start < b and a < end for a, b in example.words or ()):
        return 1.0
    marked_once = any(start < b and a < end for a, b in example.marked_once)
    return MARKED_ONCE_TARGET if marked_once else 0.0


def _masked(example: Encoded, mask_id: int, rng: random.Random) -> list[int]:
    ids = list(example.ids)
    if rng.random() < MASKED_SHARE and len(ids) > 8:
        length = rng.randint(1, 3)
        start = rng.randrange(1, len(ids) - length)
        if example.words is None or not any(w > 0 for w in example.words[start : start + length]):
            ids[start : start + length] = [mask_id] * length
    return ids


def batches(
    examples: Sequence[Encoded], size: int, mask_id: int, rng: random.Random
) -> Iterator[Batch]:
    """Shuffled batches; within a pool of 50 batches the sentences are sorted by length."""
    by_corpus: dict[str, list[Encoded]] = {}
    for example in examples:
        by_corpus.setdefault(example.corpus, []).append(example)
    groups: list[list[Encoded]] = []
    for members in by_corpus.values():
        members = list(members)
        rng.shuffle(members)
        for at in range(0, len(members), 50 * size):
            pool = sorted(members[at : at + 50 * size], key=lambda example: len(example.ids))
            groups += [pool[i : i + size] for i in range(0, len(pool), size)]
    rng.shuffle(groups)
    for group in groups:
        yield _collate(group, mask_id, rng)


def padded(ids: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Token ids and attention mask of a batch, int64 (sentences × tokens), padded with zeros."""
    rows = [torch.tensor(list(row)) for row in ids]
    mask = pad_sequence([torch.ones_like(row) for row in rows], batch_first=True)
    return pad_sequence(rows, batch_first=True), mask


def _collate(group: list[Encoded], mask_id: int, rng: random.Random) -> Batch:
    ids, mask = padded([_masked(example, mask_id, rng) for example in group])
    words = np.full(ids.shape, -1, dtype=np.float32)
    for row, example in enumerate(group):
        if example.words is not None:
            words[row, : len(example.words)] = example.words
    first = group[0]
    techniques = None
    if first.techniques is not None:
        techniques = np.zeros((*ids.shape, len(TECHNIQUE_NAMES)), dtype=np.float32)
        for row, example in enumerate(group):
            for token, technique in example.techniques or ():
                techniques[row, token, technique] = 1
    opinions = [-100 if e.opinion is None else e.opinion for e in group]
    return Batch(
        corpus=first.corpus,
        ids=ids,
        mask=mask,
        loaded=None
        if first.loaded is None
        else torch.tensor([e.loaded for e in group], dtype=torch.float32),
        sentiment=None
        if first.sentiment is None
        else torch.tensor([e.sentiment for e in group], dtype=torch.float32),
        words=torch.from_numpy(words) if (words >= 0).any() else None,
        techniques=None if techniques is None else torch.from_numpy(techniques),
        opinion=torch.tensor(opinions) if max(opinions) >= 0 else None,
        logits=None
        if first.logits is None
        else torch.tensor([e.logits for e in group], dtype=torch.float32),
    )

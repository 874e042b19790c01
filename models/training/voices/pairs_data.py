"""Pairs of sentences from two reports of an event → encoded pairs with their features."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from tokenizers import Tokenizer

from models.inference.voices.pair_encoding import EncodedPair, encode_pair
from models.inference.voices.pair_features import (
    Words,
    pair_features,
    token_weights,
    word_weight,
    words_of,
)

PAIRS, SENTENCES, NEWS = (
    "same_event_pairs.parquet",
    "same_event_sentences.parquet",
    "news_articles.parquet",
)

#: Training topics whose pairs choose the calibration and are not trained on.
VALIDATION_TOPICS = frozenset({3, 19, 31})


@dataclass(frozen=True)
class PairExample:
    """A pair: the label 1 where at least half of the smaller side's events are shared, 0 where none
    is, 0.5 between; `events` are the tokens that name an event, with 1 where both tell it."""

    pair: EncodedPair
    features: NDArray[np.float32]
    label: float
    events: list[tuple[int, float]]


@dataclass(frozen=True)
class PairRow:
    """A pair as the set gives it: two sentences with (start, end, cluster) of their events."""

    a: str
    b: str
    events_a: list[tuple[int, int, str]]
    events_b: list[tuple[int, int, str]]
    label: float
    topic: int


def read_pairs(folder: Path, part: str) -> list[PairRow]:
    """The pairs of a `part`: train, validation (three of the training topics) or dev (the topics
    that results are reported on); those between have the label 0.5."""
    sentences = pd.read_parquet(folder / SENTENCES).set_index(["doc_id", "sent_idx"])
    texts = sentences["text"].to_dict()
    events = {
        key: [(e["start"], e["end"], str(e["cluster"])) for e in json.loads(value)]
        for key, value in sentences["events"].to_dict().items()
    }
    rows = pd.read_parquet(folder / PAIRS)
    topics = rows["topic"].astype(int)
    if part == "dev":
        rows = rows[rows["split"] == "dev"]
    else:
        chosen = topics.isin(VALIDATION_TOPICS) == (part == "validation")
        rows = rows[(rows["split"] == "train") & chosen]
    return [
        PairRow(
            texts[row.doc_a, row.sent_a],
            texts[row.doc_b, row.sent_b],
            events[row.doc_a, row.sent_a],
            events[row.doc_b, row.sent_b],
            0.5 if pd.isna(row.label) else float(row.label),
            int(row.topic),
        )
        for row in cast(Any, rows).itertuples()
    ]


def count_tokens(folder: Path, tokenizer: Tokenizer) -> NDArray[np.float32]:
    """The weight of every token of the vocabulary, from unlabelled news (`token_weights`)."""
    texts = pd.read_parquet(folder / NEWS)["text"].str.slice(0, 4000).tolist()
    counts: Counter[int] = Counter()
    for start in range(0, len(texts), 256):
        for encoding in tokenizer.encode_batch(texts[start : start + 256]):
            counts.update(set(encoding.ids))
    found = np.zeros(tokenizer.get_vocab_size(), dtype=np.int64)
    for token, count in counts.items():
        found[token] = count
    return token_weights(found, len(texts))


def pair_examples(
    rows: Sequence[PairRow], tokenizer: Tokenizer, weights: NDArray[np.float32]
) -> list[PairExample]:
    """Each pair in the order given."""
    weight = word_weight(weights, lambda w: tokenizer.encode(w, add_special_tokens=False).ids)
    words: dict[str, Words] = {}

    def of(sentence: str) -> Words:
        if sentence not in words:
            words[sentence] = words_of(sentence, weight)
        return words[sentence]

    examples = []
    for row in rows:
        pair = encode_pair(row.a, row.b, tokenizer)
        both = {e[2] for e in row.events_a} & {e[2] for e in row.events_b}
        events = [
            (index, float(cluster in both))
            for index, (side, start) in enumerate(zip(pair.sides, pair.starts, strict=True))
            if side >= 0
            for a, b, cluster in (row.events_a, row.events_b)[side]
            if a <= start < b
        ]
        examples.append(PairExample(pair, pair_features(of(row.a), of(row.b)), row.label, events))
    return examples

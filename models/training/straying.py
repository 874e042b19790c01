"""Names that a network reads a tone into, to be met oftener in training.

A name may hold a word that says something by itself: “Fianna Fáil” reads as “fail” to a tokenizer
that knows no accents. Drawn as often as any other name it was still 0.4 below the rest, and drawn
in proportion to how far it strays, one time 0.07 and another 0.19: the square brings it back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from models.training.batches import padded
from models.training.network import SlantNetwork
from models.training.swaps import Swaps

#: Neutral sentences of its kind that each name is tried in.
TRIED_IN = 4

#: Weight for the square of how far a name's tone (−1 to 1) is off: at a tenth it is drawn eleven
#: times as often as a name that is not, at a half 251 times.
STRAYING_WEIGHT = 1000.0

_BATCH = 64


def with_straying_names_often(swaps: Swaps, network: SlantNetwork, tokenizer: Tokenizer) -> Swaps:
    """`swaps` with each name's weight: 1, and more the farther `network`'s tone of it is from the
    median of its kind."""
    weights: dict[str, float] = {}
    for kind, names in swaps.names.items():
        neutral = [t for t in swaps.templates if kind in t.kinds and t.is_neutral][:TRIED_IN]
        texts = [template.with_name(name) for template in neutral for name in names]
        tones = _tones(network, tokenizer, texts).reshape(len(neutral), len(names)).mean(0)
        for name, off in zip(names, np.abs(tones - np.median(tones)), strict=True):
            weights[name] = 1 + STRAYING_WEIGHT * float(off) ** 2
    return replace(swaps, weights=weights)


def _tones(
    network: SlantNetwork, tokenizer: Tokenizer, texts: Sequence[str]
) -> NDArray[np.float32]:
    """Probability of positive minus that of negative, float32 (texts)."""
    ids = [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]
    tones = []
    network.eval()
    with torch.inference_mode():
        for start in range(0, len(ids), _BATCH):
            logits = network(*padded(ids[start : start + _BATCH])).sentiment
            shares = torch.softmax(logits, dim=-1)
            tones.append(shares[:, 2] - shares[:, 0])
    return torch.cat(tones).numpy()

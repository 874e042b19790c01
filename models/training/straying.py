"""Names that a network reads a tone or loaded wording into, to be met oftener in training.

A name may hold a word that says something by itself: “Fianna Fáil” reads as “fail” to a tokenizer
that knows no accents. Drawn as often as any other name it was still 0.4 below the rest, and drawn
in proportion to how far it strays, one time 0.07 and another 0.19: the square brings it back.
What a network strays on changes while it learns what is loaded (“Freedom Fighters”), so the release
is asked again at its end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from models.training.batches import padded
from models.training.fit import short_floats
from models.training.network import SlantNetwork
from models.training.swaps import Swaps, Template

#: Neutral sentences of its kind that each name is tried in, from the shortest to the longest: in a
#: short one a name counts for more.
TRIED_IN = 6

#: Weight for the square of how far a name's tone (−1 to 1) or loaded probability is off, whichever
#: is farther: at a tenth it is drawn eleven times as often as a name that is not, at a half 251
#: times.
STRAYING_WEIGHT = 1000.0

_BATCH = 64


def with_straying_names_often(swaps: Swaps, network: SlantNetwork, tokenizer: Tokenizer) -> Swaps:
    """`swaps` with each name's weight: 1, and more the farther what `network` reads into it is from
    the median of its kind."""
    weights: dict[str, float] = {}
    for kind, names in swaps.names.items():
        neutral = _of_all_lengths([t for t in swaps.templates if kind in t.kinds and t.is_neutral])
        texts = [template.with_name(name) for template in neutral for name in names]
        read = _read(network, tokenizer, texts).reshape(len(neutral), len(names), 2).mean(0)
        off = np.abs(read - np.median(read, axis=0)).max(1)
        for name, distance in zip(names, off, strict=True):
            weights[name] = 1 + STRAYING_WEIGHT * float(distance) ** 2
    return replace(swaps, weights=weights)


def _of_all_lengths(templates: Sequence[Template]) -> list[Template]:
    """`TRIED_IN` of the templates, or all of fewer, at even steps from the shortest to the longest
    whatever their order."""
    ordered = sorted(templates, key=lambda template: (len(template.text), template.text))
    steps = np.linspace(0, len(ordered) - 1, min(TRIED_IN, len(ordered)))
    return [ordered[round(step)] for step in steps.tolist()]


def _read(network: SlantNetwork, tokenizer: Tokenizer, texts: Sequence[str]) -> NDArray[np.float32]:
    """Probability of positive minus that of negative, and of loaded; float32 (texts × 2)."""
    ids = [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]
    read = []
    network.eval()
    with torch.inference_mode(), short_floats():
        for start in range(0, len(ids), _BATCH):
            outputs = network(*padded(ids[start : start + _BATCH]))
            shares = torch.softmax(outputs.sentiment.float(), dim=-1)
            tone, loaded = shares[:, 2] - shares[:, 0], torch.sigmoid(outputs.loaded.float())
            read.append(torch.stack([tone, loaded], dim=-1))
    return torch.cat(read).numpy()

"""Names that the network is biased on, found so that training samples them more often.

A name may contain a word with a meaning of its own: to a tokenizer that strips accents, “Fianna
Fáil” ends in “fail”. Sampled as often as any other name, its tone was still 0.4 below the rest;
sampled in proportion to its bias, 0.07 in one run and 0.19 in another; in proportion to the square,
it was no longer the lowest. Which names are hard changes as the network learns what is loaded
(“Freedom Fighters”), so the release measures them again before its last phases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from models.training.data.batches import padded
from models.training.data.name_templates import NameTemplates, Template
from models.training.network.fit import fast_autocast
from models.training.network.model import SlantNetwork

#: Neutral templates in which each name is scored, from the shortest to the longest: a name weighs
#: more in a short sentence.
TEMPLATES_TRIED = 6

#: Factor of the squared bias in a name's weight. With a bias of 0.1 a name is sampled eleven times
#: as often as one without, with 0.5 it is 251 times.
BIAS_WEIGHT = 1000.0

_BATCH = 64


def weight_hard_names(
    source: NameTemplates, network: SlantNetwork, tokenizer: Tokenizer
) -> NameTemplates:
    """`source` with a weight for each name: 1 + `BIAS_WEIGHT` × bias².

    The bias is how far the mean score of neutral sentences with the name is from the median of its
    kind, in tone (−1 to 1) or in loaded probability, whichever is farther.
    """
    weights: dict[str, float] = {}
    for kind, names in source.names.items():
        neutral = _of_all_lengths([t for t in source.templates if kind in t.kinds and t.is_neutral])
        texts = [template.with_name(name) for template in neutral for name in names]
        scores = _scores(network, tokenizer, texts).reshape(len(neutral), len(names), 2).mean(0)
        bias = np.abs(scores - np.median(scores, axis=0)).max(1)
        for name, distance in zip(names, bias, strict=True):
            weights[name] = 1 + BIAS_WEIGHT * float(distance) ** 2
    return replace(source, weights=weights)


def _of_all_lengths(templates: Sequence[Template]) -> list[Template]:
    """`TEMPLATES_TRIED` templates (all where there are fewer) at even steps from the shortest to
    the longest, whatever their order."""
    ordered = sorted(templates, key=lambda template: (len(template.text), template.text))
    steps = np.linspace(0, len(ordered) - 1, min(TEMPLATES_TRIED, len(ordered)))
    return [ordered[round(step)] for step in steps.tolist()]


def _scores(
    network: SlantNetwork, tokenizer: Tokenizer, texts: Sequence[str]
) -> NDArray[np.float32]:
    """Tone (probability of positive minus that of negative) and probability of loaded; float32
    (texts × 2)."""
    ids = [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]
    scores = []
    network.eval()
    with torch.inference_mode(), fast_autocast():
        for start in range(0, len(ids), _BATCH):
            outputs = network(*padded(ids[start : start + _BATCH]))
            sentiment = torch.softmax(outputs.sentiment.float(), dim=-1)
            tone, loaded = sentiment[:, 2] - sentiment[:, 0], torch.sigmoid(outputs.loaded.float())
            scores.append(torch.stack([tone, loaded], dim=-1))
    return torch.cat(scores).numpy()

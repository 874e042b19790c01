"""Ranges of the encoder's activations, measured so that quantisation to int8 loses little.

int8 has one scale for all activations of a sentence that go into a matrix product, set by the
largest. In every layer a few of the 384 inputs have outliers, three to ten times as large as the
others, and in the first four layers so have one or two of the 1,536 feed-forward units, mostly at
the sentence's first token (Bondarenko et al. 2021, arXiv 2109.12948, describe them in BERT).

Inputs are smoothed: each is divided by a factor and its weights are multiplied by it, which changes
nothing in fp32 (SmoothQuant, Xiao et al. 2022, arXiv 2211.10438). For the feed-forward units that
would be a pass over four times as many values, so the few outlier units are computed separately in
fp32 (Dettmers et al. 2022, arXiv 2208.07339).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from models.training.data.wordings import read_wordings
from models.training.network.base_encoder import base_tokenizer
from models.training.network.model import SlantNetwork

#: A feed-forward unit is an outlier where its largest activation is `OUTLIER_RATIO` times that of
#: the unit with the `OUTLIER_RANK`th largest.
OUTLIER_RATIO, OUTLIER_RANK = 2.0, 16

#: SmoothQuant's migration strength α, 0…1: how much of the differences between inputs is moved into
#: the weights. Of 0.3 to 0.8, these kept the logits of 400 validation sentences closest to fp32's
#: (root mean square error of loaded 0.031, of words 0.025; with outlier inputs computed separately
#: instead it was 0.039 and 0.030, in 7 % more time).
ATTENTION_STRENGTH, FEED_FORWARD_STRENGTH = 0.7, 0.6


@dataclass(frozen=True)
class ActivationRanges:
    """Largest absolute value (float32) of each input to a layer's attention and to its feed-forward
    part, and of each feed-forward unit."""

    attention: NDArray[np.float32]
    feed_forward: NDArray[np.float32]
    units: NDArray[np.float32]

    @property
    def outlier_units(self) -> list[int]:
        """Indices of the feed-forward units with outliers."""
        rank = min(OUTLIER_RANK, len(self.units))
        usual = np.sort(self.units)[-rank]
        return [int(index) for index in np.flatnonzero(self.units > OUTLIER_RATIO * usual)]


def range_sentences() -> list[list[int]]:
    """Token ids of some 70 sentences of our own, on which ranges are measured."""
    texts = [wording.text for wording in read_wordings().sentences[::10]]
    return [encoding.ids for encoding in base_tokenizer().encode_batch(texts)]


def measure_ranges(
    network: SlantNetwork, sentences: Sequence[Sequence[int]]
) -> list[ActivationRanges]:
    """The ranges of each layer over the token ids of a few dozen `sentences`."""

    def read(ids: Sequence[int]) -> None:
        tokens = torch.tensor([list(ids)])
        network(tokens, torch.ones_like(tokens))

    network.eval()
    return ranges_while(network.encoder, (partial(read, ids) for ids in sentences))


def ranges_while(encoder: Any, runs: Iterable[Callable[[], None]]) -> list[ActivationRanges]:
    """The ranges of each layer of an `encoder`, which each of the `runs` lets read something."""
    largest: dict[nn.Module, Tensor] = {}

    def record(module: nn.Module, inputs: tuple[Tensor, ...], _: object) -> None:
        values = inputs[0].abs().amax((0, 1))
        largest[module] = torch.maximum(largest[module], values) if module in largest else values

    layers = encoder.encoder.layer
    measured = [
        (layer.attention.self.query, layer.intermediate.dense, layer.output.dense)
        for layer in layers
    ]
    hooks = [part.register_forward_hook(record) for parts in measured for part in parts]
    with torch.inference_mode():
        for run in runs:
            run()
    for hook in hooks:
        hook.remove()
    return [ActivationRanges(*(largest[part].numpy() for part in parts)) for parts in measured]


def smoothing_factors(
    largest: NDArray[np.float32], weight: NDArray[np.float32], strength: float
) -> NDArray[np.float32]:
    """What to divide each input by, and to multiply its row of `weight` (inputs × outputs) by.

    largest^strength / (largest weight of the input)^(1 − strength), divided by the median of all.
    """
    weights = np.abs(weight).max(1)
    factors = np.maximum(largest, 1e-6) ** strength / np.maximum(weights, 1e-6) ** (1 - strength)
    return np.asarray(factors / np.median(factors), dtype=np.float32)

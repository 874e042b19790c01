"""How large the inputs of the encoder's products become, so that int8 can be told of it.

int8 has one scale for all of a sentence's values that go into a product, set by the largest. In
every layer a few of the 384 inputs reach three to ten times as far as the others, and in the first
four layers one or two of the 1,536 units between the feed-forward products do, mostly at the
sentence's first token (Bondarenko et al. 2021, arXiv 2109.12948, found them in BERT).

`smoothing` evens the inputs out: each is divided by a factor and its weights are multiplied by it,
which changes nothing in fp32 (SmoothQuant, Xiao et al. 2022, arXiv 2211.10438). Behind the GELU
that costs a pass over four times as many values, so the few far units are computed apart, in fp32
(Dettmers et al. 2022, arXiv 2208.07339).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from models.training.network import SlantNetwork

#: A unit is far that at its largest is this many times the unit in the place below, counted from
#: the largest.
TIMES, PLACE = 2.0, 16

#: How much of the inputs' unevenness their weights take over, 0…1. Of 0.3 to 0.8, these kept 400
#: validation sentences' logits closest to fp32's: loaded 0.031, words 0.025 root mean square, where
#: far inputs computed apart had kept 0.039 and 0.030, at 7 % more time.
ATTENTION_SHARE, FEED_FORWARD_SHARE = 0.7, 0.6


@dataclass(frozen=True)
class Reached:
    """Largest absolute value of each input (float32) to a layer's attention and feed-forward
    parts, and of each unit between the feed-forward products."""

    attention: NDArray[np.float32]
    feed_forward: NDArray[np.float32]
    units: NDArray[np.float32]

    @property
    def far_units(self) -> list[int]:
        """Indices of the units that reach far above the others."""
        place = min(PLACE, len(self.units))
        usual = np.sort(self.units)[-place]
        return [int(index) for index in np.flatnonzero(self.units > TIMES * usual)]


def values_reached(network: SlantNetwork, sentences: Sequence[Sequence[int]]) -> list[Reached]:
    """What each layer's values reach on the token ids of a few dozen `sentences`."""
    seen: dict[nn.Module, Tensor] = {}

    def note(module: nn.Module, given: tuple[Tensor, ...], _: object) -> None:
        largest = given[0].abs().amax((0, 1))
        seen[module] = torch.maximum(seen[module], largest) if module in seen else largest

    layers = network.encoder.encoder.layer
    watched = [
        (layer.attention.self.query, layer.intermediate.dense, layer.output.dense)
        for layer in layers
    ]
    hooks = [part.register_forward_hook(note) for parts in watched for part in parts]
    network.eval()
    with torch.inference_mode():
        for ids in sentences:
            tokens = torch.tensor([list(ids)])
            network(tokens, torch.ones_like(tokens))
    for hook in hooks:
        hook.remove()
    return [Reached(*(seen[part].numpy() for part in parts)) for parts in watched]


def smoothing(
    largest: NDArray[np.float32], weight: NDArray[np.float32], share: float
) -> NDArray[np.float32]:
    """What to divide each input by and to multiply its row of `weight` (inputs × outputs) by.

    largest^share / (largest weight of the input)^(1 − share), over the median of all.
    """
    weights = np.abs(weight).max(1)
    factors = np.maximum(largest, 1e-6) ** share / np.maximum(weights, 1e-6) ** (1 - share)
    return np.asarray(factors / np.median(factors), dtype=np.float32)

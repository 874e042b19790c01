"""Values inside the feed-forward layers that are far above all others.

int8 has one scale for all of a sentence's values that go into a product. In the release three to
five of the 384 inputs of a layer's first product, and in the first four layers one or two of the
1,536 of its second, reach far above the rest, mostly at the sentence's first token. `export`
computes these in fp32 beside the rest, whose steps are then as much finer. Bondarenko et al. 2021
(arXiv 2109.12948) found them in BERT; Dettmers et al. 2022 (arXiv 2208.07339) compute them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from models.training.network import SlantNetwork

#: Far is what is at its largest this many times the value in the place below, counted from the
#: largest.
TIMES, PLACE = 2.0, 16


@dataclass(frozen=True)
class Far:
    """Indices of a layer's far inputs to its first product, and of its far units (inputs to its
    second)."""

    inputs: tuple[int, ...] = ()
    units: tuple[int, ...] = ()


def far_values(network: SlantNetwork, sentences: Sequence[Sequence[int]]) -> list[Far]:
    """What is far in each layer, found on the token ids of a few dozen `sentences`."""
    layers = network.encoder.encoder.layer
    inputs, units = ([torch.zeros(1)] * len(layers) for _ in range(2))

    def noting(index: int) -> Callable[..., None]:
        def note(_: object, given: tuple[Tensor, ...], out: Tensor) -> None:
            for seen, values in ((inputs, given[0]), (units, out)):
                seen[index] = torch.maximum(seen[index], values.abs().amax((0, 1)))

        return note

    hooks = [
        layer.intermediate.register_forward_hook(noting(index))
        for index, layer in enumerate(layers)
    ]
    network.eval()
    with torch.inference_mode():
        for ids in sentences:
            tokens = torch.tensor([list(ids)])
            network(tokens, torch.ones_like(tokens))
    for hook in hooks:
        hook.remove()
    return [Far(_far(i), _far(u)) for i, u in zip(inputs, units, strict=True)]


def _far(largest: Tensor) -> tuple[int, ...]:
    usual = largest.sort(descending=True).values[min(PLACE, len(largest)) - 1]
    return tuple(int(index) for index in torch.nonzero(largest > TIMES * usual)[:, 0])

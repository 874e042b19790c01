"""Parts of every training loop: the learning rate's course and the average of the weights."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

#: Steps between two updates of the moving average, which is slow for a large network.
EMA_EVERY = 4


def warm_up_and_decay(
    optimizer: torch.optim.Optimizer, steps: int, warmup: float
) -> torch.optim.lr_scheduler.LambdaLR:
    """A linear rise over the share `warmup` of all `steps`, then a linear fall to zero."""
    rising = max(1, int(warmup * steps))
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: (
            (step + 1) / rising
            if step < rising
            else max(0.0, (steps - step) / max(1, steps - rising))
        ),
    )


class MovingAverage:
    """The exponential moving average of weights (Polyak and Juditsky 1992).

    Attributes:
        weights: the average of each of the parameters, which are their values at first.
    """

    def __init__(self, parameters: Sequence[Tensor], decay: float) -> None:
        self._parameters = parameters
        self._decay = decay
        self.weights = [parameter.detach().clone() for parameter in parameters]

    def update(self, step: int) -> None:
        """Take the parameters after `step` in, every `EMA_EVERY` steps."""
        if step % EMA_EVERY:
            return
        # A lower decay at the start, or the average would depend on the initial weights.
        decay = min(self._decay**EMA_EVERY, step / (step + 10))
        with torch.no_grad():
            for mean, parameter in zip(self.weights, self._parameters, strict=True):
                mean.lerp_(parameter, 1 - decay)

    def put_into_place(self) -> None:
        """Give the parameters their averages."""
        with torch.no_grad():
            for mean, parameter in zip(self.weights, self._parameters, strict=True):
                parameter.copy_(mean)

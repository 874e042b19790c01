"""Training as int8 will run: rounded inputs and weights in the encoder's products.

The release runs in int8, and a network that never met its rounding lost up to 1.5 points of F1 to
it, most of that in the products after the GELU, whose inputs have a few large values that set the
scale for all others. Trained with the rounding (Jacob et al. 2018, arXiv 1712.05877; gradients
pass it unchanged), the weights settle where it does little harm.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

#: What `export.export_int8` asks for: inputs of 8 bits with an offset, weights of 7 bits and none.
INPUT_LEVELS, WEIGHT_LIMIT = 255, 64


class QuantisedLinear(nn.Linear):
    """A linear layer that rounds as ONNX Runtime's dynamic int8 product does, while training.

    Inputs (sentences × tokens × width) have one scale a sentence, as sentences run one by one;
    weights one per output. Until `rounding` is set, and in evaluation, it is an `nn.Linear`.
    """

    rounding = False

    def forward(self, x: Tensor) -> Tensor:
        if not (self.rounding and self.training):
            return super().forward(x)
        return functional.linear(rounded_inputs(x), rounded_weights(self.weight), self.bias)


def rounded_inputs(x: Tensor) -> Tensor:
    """`x` (sentences first) in 256 steps from each sentence's lowest to its highest value."""
    with torch.no_grad():
        flat = x.flatten(1)
        low, high = flat.amin(1).clamp(max=0), flat.amax(1).clamp(min=0)
        scale = ((high - low) / INPUT_LEVELS).clamp(min=1e-8)
        zero = (-low / scale).round().to(torch.int32)
    return torch.fake_quantize_per_channel_affine(x, scale, zero, 0, 0, INPUT_LEVELS)


def rounded_weights(weight: Tensor) -> Tensor:
    """`weight` (outputs × inputs) in steps of a 64th of each output's largest."""
    with torch.no_grad():
        scale = (weight.abs().amax(1) / WEIGHT_LIMIT).clamp(min=1e-8)
        zero = torch.zeros_like(scale, dtype=torch.int32)
    return torch.fake_quantize_per_channel_affine(
        weight, scale, zero, 0, -WEIGHT_LIMIT, WEIGHT_LIMIT
    )


def rounded_table(table: Tensor) -> Tensor:
    """A table of word embeddings in 256 steps from its lowest to its highest value.

    That is how int8 stores it. As the table is not trained, all else can adapt to it.
    """
    scale = (table.max() - table.min()) / INPUT_LEVELS
    zero = (-table.min() / scale).round()
    return ((table / scale).round() + zero).clamp(0, INPUT_LEVELS).sub(zero).mul(scale)


def use_quantised_linears(module: nn.Module) -> None:
    """Replace every `nn.Linear` inside `module` in place; the weights stay the same objects."""
    for name, child in module.named_children():
        if isinstance(child, nn.Linear):
            # Not initialised: that would draw from the seed of what is made after it.
            layer = nn.utils.skip_init(  # type: ignore[no-untyped-call]
                QuantisedLinear, child.in_features, child.out_features
            )
            layer.weight, layer.bias = child.weight, child.bias
            setattr(module, name, layer)
        else:
            use_quantised_linears(child)


def set_rounding(module: nn.Module, on: bool) -> None:
    """Have every `QuantisedLinear` inside `module` round from now on, or not."""
    for child in module.modules():
        if isinstance(child, QuantisedLinear):
            child.rounding = on

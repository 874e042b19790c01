"""Quantisation-aware embeddings: the table is rounded before training as int8 will store it.

Quantisation-aware training of the encoder's matrix products too (Jacob et al. 2018, arXiv
1712.05877) took a third more time and fp32; since activations are smoothed before quantisation
(`export/activation_ranges.py`), it is not needed.
"""

from __future__ import annotations

from torch import Tensor

#: Steps of `onnx_export.export_int8`: 8 bits with a zero point.
LEVELS = 255


def rounded_table(table: Tensor) -> Tensor:
    """A table of word embeddings rounded to 256 even steps from its lowest to its highest value.

    int8 stores these exactly. As the table is frozen, the layers above can adapt to it.
    """
    scale = (table.max() - table.min()) / LEVELS
    zero = (-table.min() / scale).round()
    return ((table / scale).round() + zero).clamp(0, LEVELS).sub(zero).mul(scale)

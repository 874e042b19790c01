"""Word embeddings as int8 will store them, so that training meets them in that form.

Rounding the encoder's products in training as well (Jacob et al. 2018, arXiv 1712.05877) took a
third more time, and fp32, and is not needed since int8's inputs are evened out (`reached.py`).
"""

from __future__ import annotations

from torch import Tensor

#: What `export.export_int8` stores: 8 bits with an offset.
LEVELS = 255


def rounded_table(table: Tensor) -> Tensor:
    """A table of word embeddings in 256 steps from its lowest to its highest value.

    That is how int8 stores it. As the table is not trained, all else can adapt to it.
    """
    scale = (table.max() - table.min()) / LEVELS
    zero = (-table.min() / scale).round()
    return ((table / scale).round() + zero).clamp(0, LEVELS).sub(zero).mul(scale)

"""Make the file of word vectors: `python -m models.training.house.word_vectors [--out FILE]`.

Principal components of the table of word embeddings, over the tokens that are words; 8 bits a
number. A few seconds; needs requirements-train.txt.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper
from tokenizers import Tokenizer

from models.inference.release import BUNDLED
from models.inference.word_vectors import DIMENSIONS, FILE


def reduced(
    table: NDArray[np.float32], vocabulary: Mapping[str, int]
) -> tuple[NDArray[np.int8], float]:
    """The components of each row of `table`, as int8, and the scale to multiply them by."""
    words = [
        number
        for token, number in vocabulary.items()
        if len(token) > 2 and token.isascii() and token.isalpha()
    ]
    middle = table[words].mean(axis=0, dtype=np.float64)
    centred = table.astype(np.float64) - middle
    _, axes = np.linalg.eigh(centred[words].T @ centred[words])
    # The largest come last; each axis points to where its largest part is positive, as its sign is
    # by chance otherwise.
    axes = axes[:, ::-1][:, :DIMENSIONS]
    axes = axes * np.sign(axes[np.abs(axes).argmax(axis=0), np.arange(DIMENSIONS)])
    found = centred @ axes
    found /= found[words, 0].std()
    # A few tokens that are no words lie far out; they may be cut.
    scale = float(np.abs(found[words]).max() / 127)
    return np.clip(np.rint(found / scale), -127, 127).astype(np.int8), scale


def embeddings(path: Path) -> NDArray[np.float32]:
    """The table of word embeddings of an int8 release, in float32."""
    stored = {item.name: item for item in onnx.load(str(path)).graph.initializer}
    table, zero, scale = (
        numpy_helper.to_array(stored[f"word_embeddings_{name}"]).astype(np.float32)
        for name in ("quantized", "zero_point", "scale")
    )
    return np.asarray((table - zero) * scale, np.float32)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file; return 0."""
    parser = argparse.ArgumentParser(prog="python -m models.training.house.word_vectors")
    parser.add_argument("--out", type=Path, default=FILE)
    options = parser.parse_args(arguments)
    tokenizer = Tokenizer.from_file(str(BUNDLED / "tokenizer.json"))
    vectors, scale = reduced(embeddings(BUNDLED / "model.onnx"), tokenizer.get_vocab())
    np.savez_compressed(options.out, vectors=vectors, scale=np.float64(scale))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

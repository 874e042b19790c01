"""Vectors of words, for fits too small to have a network of their own.

The file holds, for each token of the bundled tokenizer, the principal components of its row in the
encoder's table of word embeddings (all-MiniLM-L6-v2, Apache-2.0), which training leaves as it is.
Words of like meaning and form have like vectors. `python -m models.training.house.word_vectors`
makes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import ModelError
from models.inference.release import BUNDLED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

DIMENSIONS = 24
"""Numbers of a vector. In the simulated newsroom 16 and 48 were as good, within what seeds vary."""

FILE = Path(__file__).with_name("word_vectors.npz")


def word_vectors(texts: Sequence[str]) -> NDArray[np.float64]:
    """Return a vector for each text, a word or a few: the mean over its tokens. Of a text without
    tokens it is 0. The first number varies most, with a standard deviation of 1 over all words.

    Raises:
        ModelError: a file is missing or damaged.
    """
    import numpy as np

    tokenizer, table = _loaded()
    found = np.zeros((len(texts), DIMENSIONS))
    for place, one in enumerate(tokenizer.encode_batch(list(texts), add_special_tokens=False)):
        if one.ids:
            found[place] = table[one.ids].mean(axis=0)
    return found


@cache
def _loaded() -> tuple[Tokenizer, NDArray[np.float64]]:
    import numpy as np
    from tokenizers import Tokenizer

    try:
        with np.load(FILE, allow_pickle=False) as stored:
            table = stored["vectors"].astype(np.float64) * stored["scale"]
        tokenizer = Tokenizer.from_file(str(BUNDLED / "tokenizer.json"))
    except Exception as error:  # tokenizers and zipfile have no common type
        raise ModelError(
            f"The vectors of words can't be read ({error}): restore the folder models from the "
            "repository."
        ) from error
    if table.shape != (tokenizer.get_vocab_size(), DIMENSIONS):
        raise ModelError(
            f"{FILE.name} is not of this version: restore the folder models from the repository."
        )
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer, table

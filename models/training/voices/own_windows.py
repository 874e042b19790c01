"""Windows of sentences of our own, on which the ranges of activations are measured."""

from __future__ import annotations

from tokenizers import Tokenizer

from models.inference.voices.pair_encoding import encode_pair
from models.inference.voices.windows import windows
from models.training.data.wordings import read_wordings

#: Sentences of a paragraph, and how many paragraphs.
SENTENCES, PARAGRAPHS = 4, 16


def own_windows(tokenizer: Tokenizer) -> list[tuple[list[int], list[int]]]:
    """(token ids, codes) of paragraphs of several sentences, and of as many pairs of sentences."""
    texts = [wording.text for wording in read_wordings().sentences[:: SENTENCES + 1]]
    found = []
    for start in range(0, min(len(texts), SENTENCES * PARAGRAPHS), SENTENCES):
        paragraph = " ".join(texts[start : start + SENTENCES])
        found += [(window.ids, window.codes) for window in windows(paragraph, tokenizer)]
        pair = encode_pair(texts[start], texts[(start + 1) % len(texts)], tokenizer)
        found.append((pair.ids, pair.codes))
    return found

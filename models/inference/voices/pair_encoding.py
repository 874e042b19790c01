"""A pair of sentences as the network reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.inference.voices.shapes import token_codes

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SENTENCE_TOKENS = 96
"""Tokens read of each sentence of a pair."""


@dataclass(frozen=True)
class EncodedPair:
    """[CLS] a [SEP] b [SEP]: token ids and codes; of each token whether it is of a (0), b (1) or a
    special one (−1), and where it starts in its sentence."""

    ids: list[int]
    codes: list[int]
    sides: list[int]
    starts: list[int]


def encode_pair(a: str, b: str, tokenizer: Tokenizer) -> EncodedPair:
    """Encode two sentences with a tokenizer that neither pads nor truncates."""
    first, last = tokenizer.token_to_id("[CLS]") or 0, tokenizer.token_to_id("[SEP]") or 0
    ids, sides, starts = [first], [-1], [0]
    codes = token_codes("", [(0, 0)])
    for side, text in enumerate((a, b)):
        encoding = tokenizer.encode(text, add_special_tokens=False)
        tokens = encoding.ids[:SENTENCE_TOKENS]
        offsets = encoding.offsets[:SENTENCE_TOKENS]
        ids += [*tokens, last]
        sides += [side] * len(tokens) + [-1]
        starts += [start for start, _ in offsets] + [0]
        codes += token_codes(text, [*offsets, (0, 0)], second=side == 1)
    return EncodedPair(ids, codes, sides, starts)

"""One small encoder with three heads: sentence sentiment, loaded sentence, loaded words."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import torch
from torch import Tensor, nn
from transformers import BertModel


class SlantNetwork(nn.Module):
    """MiniLM encoder, mean-pooled, with linear heads.

    `forward` takes token ids and attention mask (int64, batch × tokens) and returns logits:
    sentiment (batch × 3: negative, neutral, positive), loaded (batch), words (batch × tokens).
    """

    def __init__(self, encoder: BertModel, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        width = int(encoder.config.hidden_size)
        self.dropout = nn.Dropout(dropout)
        self.sentiment = nn.Linear(2 * width, 3)
        self.loaded = nn.Linear(2 * width, 1)
        self.words = nn.Linear(width, 1)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask)[0]
        weights = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        pooled = self.dropout(torch.cat([hidden[:, 0], mean], dim=-1))
        words = self.words(self.dropout(hidden)).squeeze(-1)
        return self.sentiment(pooled), self.loaded(pooled).squeeze(-1), words


class CorpusOffsets(nn.Module):
    """A scale and shift per set for each head, used in training only.

    Annotators of one set call 49 % of sentences loaded, those of another 11 %, and film critics
    are seldom neutral. The shared heads learn what the sets agree on, these learn how strict
    each set is, and only the reference set's (identity) reading is exported.
    """

    def __init__(self, corpora: list[str], reference: set[str]) -> None:
        super().__init__()
        self.reference = reference
        others = [name for name in corpora if name not in reference]
        self.scale = nn.ParameterDict({name: nn.Parameter(torch.zeros(3)) for name in others})
        self.shift = nn.ParameterDict({name: nn.Parameter(torch.zeros(5)) for name in others})

    def forward(
        self, corpus: str, sentiment: Tensor, loaded: Tensor, words: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        if corpus in self.reference:
            return sentiment, loaded, words
        scale, shift = self.scale[corpus].exp(), self.shift[corpus]
        return (
            sentiment * scale[0] + shift[:3],
            loaded * scale[1] + shift[3],
            words * scale[2] + shift[4],
        )


def new_network(base: Path) -> SlantNetwork:
    """A network on the base encoder's weights; the heads are fresh."""
    encoder = BertModel.from_pretrained(str(base), add_pooling_layer=False)
    return SlantNetwork(cast(BertModel, encoder))

"""The network: the base encoder with the tokens' codes added, and heads for words and for pairs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import torch
from torch import Tensor, nn
from transformers import BertModel

from models.inference.voices.labels import LINK_WIDTH, NAME_TAGS, REACH, TAGS
from models.inference.voices.pair_features import FEATURES
from models.inference.voices.shapes import CODES, FIRST, HEADLINE, QUOTED, SECOND, SHAPE_COUNT
from models.training.network.dropout import PooledDropout, use_pooled_dropout

#: Keeps the mean over likely events near zero where there are none.
FEW_EVENTS = 0.1

#: Width of the hidden layer between a pair's features and its score.
FEATURE_UNITS = 16


@dataclass(frozen=True)
class TokenOutputs:
    """Logits of tokens: names (batch × tokens × `NAME_TAGS`), tags (batch × tokens × `TAGS`),
    source and content (batch × tokens × tokens: whether the second belongs to the source, or the
    content, of the attribution whose cue the first belongs to)."""

    names: Tensor
    tags: Tensor
    source: Tensor
    content: Tensor


@dataclass(frozen=True)
class PairOutputs:
    """Logits of pairs: same (batch), what it takes from the pair as a whole and from its events
    (batch × 2), and of their tokens event and shared (batch × tokens)."""

    same: Tensor
    parts: Tensor
    event: Tensor
    shared: Tensor


class VoicesNetwork(nn.Module):
    """MiniLM with linear heads; word embeddings get a learned vector for each token's code."""

    def __init__(self, encoder: BertModel, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        width = int(encoder.config.hidden_size)
        self.dropout = PooledDropout(dropout)
        use_pooled_dropout(encoder)
        self.shape = nn.Embedding(SHAPE_COUNT, width)
        self.marks = nn.Parameter(torch.zeros(4, width))  # first, headline, quoted, second
        nn.init.normal_(self.shape.weight, std=0.02)
        with torch.no_grad():
            types = encoder.embeddings.token_type_embeddings.weight
            self.marks[3] = types[1] - types[0]
        self.names = nn.Linear(width, len(NAME_TAGS))
        self.tags = nn.Linear(width, len(TAGS))
        self.links = nn.Linear(width, 4 * LINK_WIDTH)
        self.reach = nn.Embedding(2 * REACH + 1, 2)
        nn.init.zeros_(self.reach.weight)
        self.link_bias = nn.Parameter(torch.tensor([-2.0, -1.0]))
        self.pooled = nn.Linear(2 * width, 1)
        self.events = nn.Linear(width, 2)
        self.evidence = nn.Parameter(torch.tensor([1.0, 0.0]))
        self.features = nn.Sequential(
            nn.Linear(len(FEATURES), FEATURE_UNITS), nn.Tanh(), nn.Linear(FEATURE_UNITS, 1)
        )

    def code_table(self) -> Tensor:
        """The vector of every code, `CODES` × width."""
        codes = torch.arange(CODES)
        sizes = (FIRST, HEADLINE, QUOTED, SECOND)
        bits = torch.stack([codes // size % 2 for size in sizes], 1)
        return cast(
            Tensor, self.shape(codes % SHAPE_COUNT) + bits.to(self.marks.dtype) @ self.marks
        )

    def hidden(self, ids: Tensor, codes: Tensor, mask: Tensor) -> Tensor:
        """The encoder's last layer, batch × tokens × width."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.code_table()[codes]
        output = self.encoder(inputs_embeds=words, attention_mask=mask)
        return cast(Tensor, self.dropout(output[0]))

    def tag(self, ids: Tensor, codes: Tensor, mask: Tensor) -> TokenOutputs:
        """Names and attributions of windows."""
        hidden = self.hidden(ids, codes, mask)
        length = ids.shape[1]
        asks, offers, asks_too, offers_too = self.links(hidden).chunk(4, -1)
        places = torch.arange(length)
        apart = (places[None, :] - places[:, None]).clamp(-REACH, REACH) + REACH
        bias = self.reach(apart)
        scale = LINK_WIDTH**-0.5
        return TokenOutputs(
            names=self.names(hidden),
            tags=self.tags(hidden),
            source=asks @ offers.mT * scale + bias[..., 0] + self.link_bias[0],
            content=asks_too @ offers_too.mT * scale + bias[..., 1] + self.link_bias[1],
        )

    def judge(self, ids: Tensor, codes: Tensor, mask: Tensor, features: Tensor) -> PairOutputs:
        """Whether pairs tell the same fact; `features` is batch × `FEATURES`."""
        hidden = self.hidden(ids, codes, mask)
        weights = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        event, shared = self.events(hidden).float().unbind(-1)
        # What the likely events of both sentences say on average.
        likely = torch.sigmoid(event) * mask
        evidence = (likely * shared).sum(1) / (likely.sum(1) + FEW_EVENTS)
        whole = self.pooled(torch.cat([hidden[:, 0], mean], -1)).squeeze(-1).float()
        same = (
            whole
            + self.evidence[0] * evidence
            + self.evidence[1]
            + self.features(features).squeeze(-1).float()
        )
        parts = torch.stack([whole, evidence], -1)
        return PairOutputs(same=same, parts=parts, event=event, shared=shared)


def new_voices(base: Path) -> VoicesNetwork:
    """A network with the pretrained encoder in the folder `base` and new heads."""
    encoder = BertModel.from_pretrained(
        str(base),
        add_pooling_layer=False,
        attention_probs_dropout_prob=0.0,
        attn_implementation="eager",  # torch's fused attention is slow in bfloat16
    )
    return VoicesNetwork(encoder)

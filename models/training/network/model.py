"""The network: an encoder with heads for sentiment, loaded sentences, loaded words, techniques."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import torch
from torch import Tensor, nn
from transformers import BertModel, PreTrainedModel

from models.corpora import OPINIONS, TECHNIQUE_NAMES
from models.training.network.dropout import PooledDropout, use_pooled_dropout


@dataclass(frozen=True)
class Outputs:
    """Logits: sentiment (batch × 3: negative, neutral, positive), loaded (batch), words
    (batch × tokens), techniques (batch × tokens × 14), opinion (batch × 3)."""

    sentiment: Tensor
    loaded: Tensor
    words: Tensor
    techniques: Tensor
    opinion: Tensor


class SlantNetwork(nn.Module):
    """An encoder (MiniLM for the student, MPNet for a large teacher) with linear heads.

    Sentence heads read the first token and the mean of all tokens. `forward` takes token ids and
    attention mask (int64, batch × tokens). The opinion head (where between fact and opinion BABE's
    annotators put the sentence) is an auxiliary task of training and is not exported.
    """

    def __init__(self, encoder: PreTrainedModel, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        width = int(encoder.config.hidden_size)
        self.dropout = PooledDropout(dropout)
        use_pooled_dropout(encoder)
        self.sentiment = nn.Linear(2 * width, 3)
        self.loaded = nn.Linear(2 * width, 1)
        self.words = nn.Linear(width, 1)
        self.techniques = nn.Linear(width, len(TECHNIQUE_NAMES))
        self.opinion = nn.Linear(2 * width, len(OPINIONS))

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Outputs:
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask)[0]
        weights = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        pooled = self.dropout(torch.cat([hidden[:, 0], mean], dim=-1))
        tokens = self.dropout(hidden)
        return Outputs(
            sentiment=self.sentiment(pooled),
            loaded=self.loaded(pooled).squeeze(-1),
            words=self.words(tokens).squeeze(-1),
            techniques=self.techniques(tokens),
            opinion=self.opinion(pooled),
        )


class CorpusOffsets(nn.Module):
    """A scale and shift of the logits per set and head, used in training only.

    Annotators of one set call 49 % of sentences loaded, those of another 11 %, and film reviews
    are seldom neutral. The shared heads learn what the sets have in common, the offsets how strict
    the annotators of each set are. Target corpora have none: it is their labels that the exported
    network predicts.
    """

    def __init__(self, corpora: list[str], targets: set[str]) -> None:
        super().__init__()
        self.targets = targets
        others = [name for name in corpora if name not in targets]
        self.scale = nn.ParameterDict({name: nn.Parameter(torch.zeros(3)) for name in others})
        self.shift = nn.ParameterDict({name: nn.Parameter(torch.zeros(5)) for name in others})

    def forward(self, corpus: str, outputs: Outputs) -> tuple[Tensor, Tensor, Tensor]:
        """The sentiment, loaded and word logits for the labels of `corpus`."""
        if corpus in self.targets:
            return outputs.sentiment, outputs.loaded, outputs.words
        scale, shift = self.scale[corpus].exp(), self.shift[corpus]
        return (
            outputs.sentiment * scale[0] + shift[:3],
            outputs.loaded * scale[1] + shift[3],
            outputs.words * scale[2] + shift[4],
        )


def new_network(base: Path, kind: type[PreTrainedModel] = BertModel) -> SlantNetwork:
    """A network with the pretrained encoder of this `kind` in the folder `base` and new heads."""
    # Without dropout of attention weights, which took a third of the forward pass. "eager", as
    # torch's fused attention is slow in bfloat16: 0.55 s a step of 32 sentences instead of 0.30.
    encoder = kind.from_pretrained(
        str(base),
        add_pooling_layer=False,
        attention_probs_dropout_prob=0.0,
        attn_implementation="eager",
    )
    return SlantNetwork(cast(PreTrainedModel, encoder))

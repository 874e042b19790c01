"""What a house's own release is trained on: its rows, and what keeps the network from forgetting.

A few hundred judged sentences are little beside what the network knows. So the pass is short, and
most of it are sentences that nobody judged, with the network's own logits as targets: unlabelled
news where there is some, and the plain and loaded sentences of our own. The house's rows shift the
scores only where they say something.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer

from models.corpora import CORPORA, Example
from models.evaluation.desks import read_desks
from models.training.data.batches import encode, mask_id_of
from models.training.data.wordings import Wordings
from models.training.network.dropout import without_dropout
from models.training.network.fit import Phase, fit
from models.training.network.model import CorpusOffsets, SlantNetwork
from models.training.steady.targets import of_variants
from models.training.steady.variants import Variants
from models.training.student.recipe import TARGET_CORPORA

HOUSE = Phase("house", epochs=2, encoder_rate=3e-5, head_rate=1e-4, warmup=0.05, ema_decay=0.95)


@dataclass(frozen=True)
class Mix:
    """How much of what an epoch holds.

    Attributes:
        house: times that each of the house's rows is read.
        own: most unjudged sentences for each row of the house.
    """

    house: int = 1
    own: int = 2


def train_house(
    network: SlantNetwork,
    tokenizer: Tokenizer,
    rows: Sequence[Example],
    unjudged: Sequence[str],
    wordings: Wordings,
    seed: int,
    mix: Mix | None = None,
    phase: Phase = HOUSE,
) -> None:
    """Train `network` in place.

    Args:
        network: read back from a release.
        tokenizer: its tokenizer, without padding or truncation.
        rows: the house's, those to train on.
        unjudged: sentences of news; may be empty.
        wordings: loaded and plain sentences of our own.
        seed: of all sampling.
        mix: how much of what.
        phase: hyperparameters.
    """
    mix = mix or Mix()
    rng = random.Random(seed)
    torch.manual_seed(seed)
    without_dropout(network)
    judged = {row.text for row in rows}
    own = [text for text in unjudged if text not in judged]
    rng.shuffle(own)
    # Sentences of our own and of newspaper's desks are few, and always there.
    alone = [
        *own[: mix.own * len(rows)],
        *(wording.text for wording in wordings.sentences),
        *(row.text for row in read_desks() if not row.held_out),
    ]
    tokenizer.no_truncation()
    kept = of_variants(network, tokenizer, [Variants((text,), (0,)) for text in alone])
    taught = encode(rows, tokenizer) * mix.house
    offsets = CorpusOffsets(list(CORPORA), TARGET_CORPORA | {"ptc", "house"})
    fit(network, offsets, [[*kept, *taught]] * phase.epochs, phase, mask_id_of(tokenizer), seed)

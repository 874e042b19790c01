"""The training loop, seeded, and the hyperparameters of each phase of training."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.training.data.batches import Batch, Encoded, batches
from models.training.network.model import CorpusOffsets, SlantNetwork
from models.training.network.optimising import MovingAverage, warm_up_and_decay


@dataclass(frozen=True)
class Phase:
    """Hyperparameters of one phase of training.

    The first `frozen_layers` of the encoder are not trained; its embeddings never are. `ema_decay`
    is the decay per step of the exponential moving average of the weights (Polyak and Juditsky
    1992) with which the phase ends; with 0 it ends with the weights of its last step.
    """

    name: str
    epochs: int
    encoder_rate: float
    head_rate: float
    batch_size: int = 32
    warmup: float = 0.06
    weight_decay: float = 0.01
    frozen_layers: int = 0
    ema_decay: float = 0.0


#: Pretraining on all sets but BABE. Learning rates are from the usual range for encoders of this
#: size (2e-5 … 1e-4).
PRETRAIN = Phase("pretrain", epochs=2, encoder_rate=8e-5, head_rate=5e-4)
#: Fine-tuning on BABE, with samples of the other sets against forgetting.
FINE_TUNE = Phase("fine-tune", epochs=3, encoder_rate=7e-5, head_rate=2e-4, ema_decay=0.98)
#: Distillation: between the two, for a student with teachers, on their soft labels alone. Matching
#: a larger network takes many steps (Beyer et al. 2022, arXiv 2106.05237).
DISTIL = Phase("distil", epochs=3, encoder_rate=1e-4, head_rate=2e-4, ema_decay=0.99)
#: Fine-tuning after distillation, at a lower rate, or what was distilled is forgotten.
FINE_TUNE_DISTILLED = replace(FINE_TUNE, epochs=2, encoder_rate=4e-5)
#: The release's last, short passes, with names weighted by how biased the network is by then.
FINE_TUNE_NAMES = Phase(
    "fine-tune on names", epochs=1, encoder_rate=2e-5, head_rate=5e-5, warmup=0.02, ema_decay=0.98
)

#: Weight of each head in the summed loss. Words and techniques have larger ones, as their losses
#: are means over all tokens, of which few are positive.
SENTIMENT_WEIGHT, LOADED_WEIGHT, WORDS_WEIGHT = 1.0, 1.0, 2.0
TECHNIQUES_WEIGHT, OPINION_WEIGHT = 5.0, 0.3

#: Logits are matched by their squared error: where two variants of a sentence differ by half a
#: logit, cross-entropy has a gradient of a few hundredths only, and the pass is short.
LOGITS_WEIGHT = 1.0


def loss_of(network: SlantNetwork, offsets: CorpusOffsets, batch: Batch) -> Tensor:
    """Weighted sum of the losses of the heads that the batch has (soft) targets for."""
    outputs = network(batch.ids, batch.mask)
    sentiment, loaded, words = offsets(batch.corpus, outputs)
    total = sentiment.new_zeros(())
    if batch.sentiment is not None:
        total = total + SENTIMENT_WEIGHT * functional.cross_entropy(sentiment, batch.sentiment)
    if batch.loaded is not None:
        total = total + LOADED_WEIGHT * functional.binary_cross_entropy_with_logits(
            loaded, batch.loaded
        )
    if batch.words is not None:
        known = batch.words >= 0
        total = total + WORDS_WEIGHT * functional.binary_cross_entropy_with_logits(
            words[known], batch.words[known]
        )
    if batch.techniques is not None:
        inside = batch.mask.bool()
        total = total + TECHNIQUES_WEIGHT * functional.binary_cross_entropy_with_logits(
            outputs.techniques[inside], batch.techniques[inside]
        )
    if batch.logits is not None:
        ours = torch.cat([sentiment, loaded[:, None]], dim=-1)
        total = total + LOGITS_WEIGHT * functional.mse_loss(ours, batch.logits)
    if batch.opinion is not None:
        total = total + OPINION_WEIGHT * functional.cross_entropy(outputs.opinion, batch.opinion)
    return cast(Tensor, total)


def fit(
    network: SlantNetwork,
    offsets: CorpusOffsets,
    examples_of_epoch: Sequence[Sequence[Encoded]],
    phase: Phase,
    mask_id: int,
    seed: int,
) -> None:
    """Train in place with AdamW, linear warm-up and linear decay; progress goes to standard error.

    Args:
        network: the network to train.
        offsets: its per-set offsets, trained too.
        examples_of_epoch: the examples of each epoch.
        phase: the hyperparameters.
        mask_id: id of the mask token.
        seed: of the order of batches, of masking and of dropout.
    """
    rng = random.Random(seed)
    torch.manual_seed(seed)
    freeze(network, phase.frozen_layers)
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [
            {"params": encoder, "lr": phase.encoder_rate},
            {"params": heads + list(offsets.parameters()), "lr": phase.head_rate},
        ],
        weight_decay=phase.weight_decay,
        fused=True,
    )
    trained = [p for p in network.parameters() if p.requires_grad]
    average = MovingAverage(trained, phase.ema_decay) if phase.ema_decay else None
    plan = [list(batches(e, phase.batch_size, mask_id, rng)) for e in examples_of_epoch]
    steps = sum(len(epoch) for epoch in plan)
    schedule = warm_up_and_decay(optimizer, steps, phase.warmup)
    network.train()
    started, running = time.monotonic(), 0.0
    for step, batch in enumerate((batch for epoch in plan for batch in epoch), start=1):
        with fast_autocast():
            loss = loss_of(network, offsets, batch)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        schedule.step()
        if average:
            average.update(step)
        value = float(loss.detach())
        running = value if step == 1 else 0.98 * running + 0.02 * value
        if step % 50 == 0 or step == steps:
            spent = time.monotonic() - started
            print(
                f"{phase.name}: step {step}/{steps}, loss {running:.3f}, {spent:.0f} s",
                file=sys.stderr,
                flush=True,
            )
    if average:
        average.put_into_place()
    network.eval()


def fast_autocast() -> torch.autocast:
    """Autocast to bfloat16 on processors that multiply it faster (AVX-512 BF16, Intel's AMX); on
    others all stays float32. Weights and their updates always are float32.

    On one core with AMX a step of 32 sentences took 0.31 s instead of 0.78 s, on one with AVX-512
    BF16 alone (Zen 4) 0.48 s instead of 0.92 s.
    """
    faster = torch.cpu._is_avx512_bf16_supported()
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=faster)


def freeze(network: SlantNetwork, layers: int) -> None:
    """Freeze the embeddings and the first `layers` of the encoder.

    Half the parameters are embeddings, most of them of words that occur in no labelled sentence;
    trained, they overfit to the names in the sets.
    """
    for parameter in network.parameters():
        parameter.requires_grad_(True)
    frozen = [network.encoder.embeddings, *network.encoder.encoder.layer[:layers]]
    for module in frozen:
        for parameter in module.parameters():
            parameter.requires_grad_(False)

"""The training loop: seeded, in two stages, on as many cores as torch is given."""

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

from models.training.batches import Batch, Encoded, batches
from models.training.network import CorpusOffsets, SlantNetwork


@dataclass(frozen=True)
class Stage:
    """One stage of training: passes over the examples, learning rates, batch size.

    `frozen_layers` of the encoder, from the first, keep their weights; its embeddings always do.
    `averaged` is the decay, a step, of the moving average of the weights that the stage ends on
    (Polyak and Juditsky 1992); 0 ends on the last step's.
    """

    name: str
    epochs: int
    encoder_rate: float
    head_rate: float
    batch_size: int = 32
    warmup: float = 0.06
    weight_decay: float = 0.01
    frozen_layers: int = 0
    averaged: float = 0.0


#: All sets but BABE together, then BABE with some of the others kept in so that they aren't
#: forgotten. Rates from a sweep's usual range for encoders of this size (2e-5 … 1e-4).
TOGETHER = Stage("together", epochs=2, encoder_rate=8e-5, head_rate=5e-4)
REFERENCE = Stage("reference", epochs=3, encoder_rate=7e-5, head_rate=2e-4, averaged=0.98)
#: Before that, for who has teachers, passes over what they say alone: to do as a larger network
#: does takes long (Beyer et al. 2022, arXiv 2106.05237).
TAUGHT = Stage("taught", epochs=3, encoder_rate=1e-4, head_rate=2e-4, averaged=0.99)
#: After that the network goes on more slowly than one without teachers, or it forgets what it was
#: taught.
REMINDED = replace(REFERENCE, epochs=2, encoder_rate=4e-5)
#: The release ends on a short pass with the names that it strays on by then.
SETTLED = Stage("settled", epochs=1, encoder_rate=2e-5, head_rate=5e-5, warmup=0.02, averaged=0.98)

#: Steps from one update of the moving average to the next: of a large network it takes long.
AVERAGED_EVERY = 4

#: Weight of each head in the summed loss. The means of the word and technique heads are over all
#: tokens, of which few are marked, hence their larger weights.
SENTIMENT_WEIGHT, LOADED_WEIGHT, WORDS_WEIGHT = 1.0, 1.0, 2.0
TECHNIQUES_WEIGHT, OPINION_WEIGHT = 5.0, 0.3


def loss_of(network: SlantNetwork, offsets: CorpusOffsets, batch: Batch) -> Tensor:
    """Sum of the heads' losses against soft targets, over the heads this batch has labels for."""
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
    if batch.opinion is not None:
        total = total + OPINION_WEIGHT * functional.cross_entropy(outputs.opinion, batch.opinion)
    return cast(Tensor, total)


def fit(
    network: SlantNetwork,
    offsets: CorpusOffsets,
    examples_of_epoch: Sequence[Sequence[Encoded]],
    stage: Stage,
    mask_id: int,
    seed: int,
) -> None:
    """Train in place with AdamW, linear warm-up and decay; progress goes to standard error."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    freeze(network, stage.frozen_layers)
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [
            {"params": encoder, "lr": stage.encoder_rate},
            {"params": heads + list(offsets.parameters()), "lr": stage.head_rate},
        ],
        weight_decay=stage.weight_decay,
        fused=True,
    )
    trained = [p for p in network.parameters() if p.requires_grad]
    average = [p.detach().clone() for p in trained] if stage.averaged else []
    plan = [list(batches(e, stage.batch_size, mask_id, rng)) for e in examples_of_epoch]
    steps = sum(len(epoch) for epoch in plan)
    warmup = max(1, int(stage.warmup * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: (
            (step + 1) / warmup
            if step < warmup
            else max(0.0, (steps - step) / max(1, steps - warmup))
        ),
    )
    network.train()
    started, running = time.monotonic(), 0.0
    for step, batch in enumerate((batch for epoch in plan for batch in epoch), start=1):
        with short_floats():
            loss = loss_of(network, offsets, batch)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        schedule.step()
        if stage.averaged and step % AVERAGED_EVERY == 0:
            # Early on the average follows the weights, or it would remember the first ones.
            decay = min(stage.averaged**AVERAGED_EVERY, step / (step + 10))
            with torch.no_grad():
                for mean, parameter in zip(average, trained, strict=True):
                    mean.lerp_(parameter, 1 - decay)
        value = float(loss.detach())
        running = value if step == 1 else 0.98 * running + 0.02 * value
        if step % 50 == 0 or step == steps:
            spent = time.monotonic() - started
            print(
                f"{stage.name}: step {step}/{steps}, loss {running:.3f}, {spent:.0f} s",
                file=sys.stderr,
                flush=True,
            )
    if stage.averaged:
        with torch.no_grad():
            for mean, parameter in zip(average, trained, strict=True):
                parameter.copy_(mean)
    network.eval()


def short_floats() -> torch.autocast:
    """Products in bfloat16 where the processor multiplies it quicker (AVX-512 BF16, Intel's AMX),
    elsewhere in float32; weights and their updates always are float32.

    On one core with AMX a step of 32 sentences took 0.31 s instead of 0.78 s, on one with AVX-512
    BF16 alone (Zen 4) 0.48 s instead of 0.92 s.
    """
    quick = torch.cpu._is_avx512_bf16_supported()
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=quick)


def freeze(network: SlantNetwork, layers: int) -> None:
    """Keep the embeddings and the first `layers` of the encoder as they are.

    Half the parameters are embeddings, most of them of words that no labelled sentence holds:
    trained, they learn the names in the sets.
    """
    for parameter in network.parameters():
        parameter.requires_grad_(True)
    frozen = [network.encoder.embeddings, *network.encoder.encoder.layer[:layers]]
    for module in frozen:
        for parameter in module.parameters():
            parameter.requires_grad_(False)

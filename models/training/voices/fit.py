"""The training loop: batches of the three tasks in random order, one loss each."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from models.inference.voices.labels import NAME_TAGS
from models.training.data.batches import padded
from models.training.network.fit import fast_autocast
from models.training.network.optimising import MovingAverage, warm_up_and_decay
from models.training.voices.attribution_data import AttributionExample
from models.training.voices.names_data import IGNORED, NamesExample, recased
from models.training.voices.network import VoicesNetwork
from models.training.voices.pairs_data import PairExample

#: Learning rates from the usual range for encoders of this size; heads start from nothing.
ENCODER_RATE, HEAD_RATE = 1.5e-4, 6e-4
WARMUP, WEIGHT_DECAY, EMA_DECAY = 0.05, 0.01, 0.995
#: Steps between two checkpoints.
SAVE_EVERY = 250

#: Tokens of a batch, padding among them.
BATCH_TOKENS = {"names": 1600, "attributions": 1800, "pairs": 1800}

#: Passes over the examples of each task.
PASSES = {"names": 3, "attributions": 5, "pairs": 2}

#: Weights of the losses inside a task. A cue is a word or two of forty, a content half of them.
LINK_WEIGHT, EVENT_WEIGHT, SHARED_WEIGHT = 3.0, 0.5, 1.0

#: Share of tokens replaced by the mask in training on names: words alone are then learned less by
#: heart.
MASKED_SHARE = 0.06

Example = NamesExample | AttributionExample | PairExample


@dataclass(frozen=True)
class Plan:
    """The batches of a run in their order: (task, examples)."""

    batches: list[tuple[str, list[Example]]]


def plan_of(examples: dict[str, Sequence[Example]], seed: int) -> Plan:
    """Each task's examples as often as `PASSES` says, in batches of similar lengths, shuffled so
    that tasks alternate."""
    rng = random.Random(seed)
    batches: list[tuple[str, list[Example]]] = []
    passes = max(PASSES.values())
    for number in range(passes):
        of_pass: list[tuple[str, list[Example]]] = []
        for task, members in examples.items():
            # A task with fewer passes than the others spreads its examples over all of them.
            share = PASSES[task] / passes
            mine = list(members)
            random.Random(f"{seed}{task}{int(number * share)}").shuffle(mine)
            start = number * share % 1
            mine = mine[round(start * len(mine)) : round((start + share) * len(mine))]
            of_pass += [(task, batch) for batch in _batches(mine, BATCH_TOKENS[task], rng)]
        rng.shuffle(of_pass)
        batches += of_pass
    return Plan(batches)


def _batches(examples: list[Example], tokens: int, rng: random.Random) -> Iterator[list[Example]]:
    for start in range(0, len(examples), 1000):
        pool = sorted(examples[start : start + 1000], key=lambda e: len(_ids(e)))
        batch: list[Example] = []
        for example in pool:
            if batch and (len(batch) + 1) * len(_ids(example)) > tokens:
                yield batch
                batch = []
            batch.append(example)
        if batch:
            yield batch


def _ids(example: Example) -> list[int]:
    return example.pair.ids if isinstance(example, PairExample) else example.window.ids


def fit(
    network: VoicesNetwork,
    plan: Plan,
    mask_id: int,
    seed: int,
    checkpoint: Path,
) -> None:
    """Train in place with AdamW, warm-up and linear decay; the weights end as their moving average.

    Progress goes to standard error. A checkpoint is written every `SAVE_EVERY` steps; where
    `checkpoint` exists, the run goes on from it.
    """
    torch.manual_seed(seed)
    for parameter in network.encoder.embeddings.word_embeddings.parameters():
        parameter.requires_grad_(False)  # half of all weights, of words that seldom occur
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}],
        weight_decay=WEIGHT_DECAY,
        fused=True,
    )
    steps = len(plan.batches)
    schedule = warm_up_and_decay(optimizer, steps, WARMUP)
    trained = [p for p in network.parameters() if p.requires_grad]
    average = MovingAverage(trained, EMA_DECAY)
    done = 0
    if checkpoint.is_file():
        state = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        average.weights = state["average"]
        done = state["done"]
    rng = random.Random(seed)
    network.train()
    started, running = time.monotonic(), dict.fromkeys(PASSES, 0.0)
    for step, (task, batch) in enumerate(plan.batches, start=1):
        if step <= done:
            continue
        with fast_autocast():
            loss = loss_of(task, network, batch, mask_id, rng)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        schedule.step()
        average.update(step)
        value = float(loss.detach())
        running[task] = value if not running[task] else 0.97 * running[task] + 0.03 * value
        if step % 50 == 0 or step == steps:
            spent = time.monotonic() - started
            losses = ", ".join(f"{name} {mean:.3f}" for name, mean in running.items())
            print(f"step {step}/{steps}, {losses}, {spent:.0f} s", file=sys.stderr, flush=True)
        if step % SAVE_EVERY == 0 and step < steps:
            unfinished = checkpoint.with_suffix(".new")
            torch.save(
                {
                    "network": network.state_dict(),
                    "optimizer": optimizer.state_dict(),
                    "schedule": schedule.state_dict(),
                    "average": average.weights,
                    "done": step,
                },
                unfinished,
            )
            unfinished.replace(checkpoint)
    average.put_into_place()
    network.eval()


def averaged(network: VoicesNetwork, checkpoint: Path) -> None:
    """Give `network` the averaged weights of an unfinished run."""
    state = torch.load(checkpoint, weights_only=True)
    network.load_state_dict(state["network"])
    for parameter in network.encoder.embeddings.word_embeddings.parameters():
        parameter.requires_grad_(False)
    average = MovingAverage([p for p in network.parameters() if p.requires_grad], EMA_DECAY)
    average.weights = state["average"]
    average.put_into_place()
    network.eval()


def loss_of(
    task: str, network: VoicesNetwork, batch: list[Any], mask_id: int, rng: random.Random
) -> Tensor:
    """The loss of a batch of a task: names, attributions or pairs."""
    return _LOSSES[task](network, batch, mask_id, rng)


def _masked(ids: list[int], mask_id: int, rng: random.Random) -> list[int]:
    return [mask_id if rng.random() < MASKED_SHARE and i else t for i, t in enumerate(ids)]


def _names_loss(
    network: VoicesNetwork, batch: list[NamesExample], mask_id: int, rng: random.Random
) -> Tensor:
    ids, mask = padded([_masked(e.window.ids, mask_id, rng) for e in batch])
    codes, _ = padded([recased(e.window.codes, rng) for e in batch])
    outputs = network.tag(ids, codes, mask)
    tags = torch.full(ids.shape, IGNORED)
    for row, example in enumerate(batch):
        tags[row, : len(example.tags)] = torch.tensor(example.tags)
    logs = functional.log_softmax(outputs.names.float(), -1)
    # Where groups of people are not annotated, a word outside may be one.
    outside = (tags == 0) & ~torch.tensor([e.groups for e in batch])[:, None]
    groups = [i for i, name in enumerate(NAME_TAGS) if name == "O" or name.endswith("group")]
    loose = -torch.logsumexp(logs[..., groups], -1)
    exact = functional.nll_loss(
        logs.flatten(0, 1), tags.flatten(), ignore_index=IGNORED, reduction="none"
    ).view_as(tags)
    known = tags != IGNORED
    return torch.where(outside, loose, exact)[known].mean()


def _attributions_loss(
    network: VoicesNetwork, batch: list[AttributionExample], mask_id: int, rng: random.Random
) -> Tensor:
    ids, mask = padded([e.window.ids for e in batch])
    codes, _ = padded([e.window.codes for e in batch])
    outputs = network.tag(ids, codes, mask)
    tags = torch.full((*ids.shape, 3), IGNORED)
    for row, example in enumerate(batch):
        tags[row, : len(example.tags)] = torch.tensor(example.tags)
    loss = functional.cross_entropy(
        outputs.tags.float().view(-1, 3), tags.view(-1), ignore_index=IGNORED
    )
    linked = _link_loss(outputs.source, outputs.content, batch)
    return 3 * loss + LINK_WEIGHT * linked


def _link_loss(source: Tensor, content: Tensor, batch: Sequence[AttributionExample]) -> Tensor:
    """Binary cross-entropy of which words belong to each cue's source and content, over all words
    of the window; the logits of a cue are the mean of its words'."""
    losses: list[Tensor] = []
    for row, example in enumerate(batch):
        words = torch.tensor(np.flatnonzero(example.window.words))
        for cue, *parts in example.links:
            for logits, members in zip((source, content), parts, strict=True):
                target = torch.isin(words, torch.tensor(members, dtype=torch.long))
                scores = logits[row][cue].float().mean(0)[words]
                losses.append(functional.binary_cross_entropy_with_logits(scores, target.float()))
    return torch.stack(losses).mean() if losses else source.sum() * 0.0


def _pairs_loss(
    network: VoicesNetwork, batch: list[PairExample], mask_id: int, rng: random.Random
) -> Tensor:
    ids, mask = padded([_masked(e.pair.ids, mask_id, rng) for e in batch])
    codes, _ = padded([e.pair.codes for e in batch])
    features = torch.tensor(np.stack([e.features for e in batch]))
    outputs = network.judge(ids, codes, mask, features)
    labels = torch.tensor([e.label for e in batch])
    # What is neither counts less: the corpus says only that some of the events are shared.
    weights = torch.where(labels == 0.5, 0.3, 1.0)
    loss = functional.binary_cross_entropy_with_logits(outputs.same, labels, weights)
    event = torch.zeros_like(outputs.event)
    shared = torch.full_like(outputs.event, -1)
    for row, example in enumerate(batch):
        for index, both in example.events:
            event[row, index] = 1
            shared[row, index] = both
    inside = mask.bool()
    loss = loss + EVENT_WEIGHT * functional.binary_cross_entropy_with_logits(
        outputs.event[inside], event[inside]
    )
    known = shared >= 0
    if known.any():
        loss = loss + SHARED_WEIGHT * functional.binary_cross_entropy_with_logits(
            outputs.shared[known], shared[known]
        )
    return loss


_LOSSES: dict[str, Callable[[VoicesNetwork, Any, int, random.Random], Tensor]] = {
    "names": _names_loss,
    "attributions": _attributions_loss,
    "pairs": _pairs_loss,
}

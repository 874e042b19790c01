"""The loop on a small random network: what a phase's hyperparameters do to the weights."""

# ruff: noqa: E402 - what is imported below needs torch
import pytest

pytest.importorskip("torch")
pytestmark = pytest.mark.torch

import random
from dataclasses import replace

import torch
from transformers import BertConfig, BertModel

from models.training.data.batches import Encoded, batches
from models.training.network.fit import Phase, fit, loss_of
from models.training.network.model import CorpusOffsets, SlantNetwork

PHASE = Phase("test", epochs=2, encoder_rate=1e-2, head_rate=1e-2, batch_size=2)
EXAMPLES = [
    Encoded("babe", [101, 2000 + i, 2100, 102], float(i % 2), None, [-1.0, float(i % 2), 0.0, -1.0])
    for i in range(6)
]


def trained(phase: Phase, seed: int = 1) -> SlantNetwork:
    torch.manual_seed(3)
    config = BertConfig(
        hidden_size=48, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32
    )
    network = SlantNetwork(BertModel(config, add_pooling_layer=False))
    offsets = CorpusOffsets(["babe"], {"babe"})
    if phase.epochs:
        fit(network, offsets, [EXAMPLES] * phase.epochs, phase, mask_id=103, seed=seed)
    return network


@pytest.fixture(scope="module")
def untrained() -> SlantNetwork:
    return trained(replace(PHASE, epochs=0))


def distance(one: SlantNetwork, other: SlantNetwork) -> float:
    """Return how far apart the two networks' loaded heads are."""
    return float((one.loaded.weight - other.loaded.weight).detach().norm())


def test_the_same_seed_gives_the_same_weights() -> None:
    one, other = trained(PHASE), trained(PHASE)
    assert all(map(torch.equal, one.state_dict().values(), other.state_dict().values()))
    assert distance(one, trained(PHASE, seed=2)) > 0


def test_embeddings_are_never_trained_and_heads_are(untrained: SlantNetwork) -> None:
    network = trained(PHASE)
    table = network.encoder.embeddings.word_embeddings.weight
    assert torch.equal(table, untrained.encoder.embeddings.word_embeddings.weight)
    assert distance(network, untrained) > 0


def test_averaged_weights_lag_behind_the_last(untrained: SlantNetwork) -> None:
    assert distance(trained(replace(PHASE, ema_decay=0.9)), untrained) > 0
    assert distance(trained(replace(PHASE, ema_decay=0.9)), trained(PHASE)) > 0


def test_logits_are_matched_by_their_squared_error() -> None:
    network = trained(replace(PHASE, epochs=0)).eval()
    ids = [101, 2001, 2100, 102]
    example = Encoded("babe", ids, None, None, None, logits=(1.0, -2.0, 3.0, -4.0))
    (batch,) = batches([example], 1, mask_id=103, rng=random.Random(1))
    offsets = CorpusOffsets(["babe"], {"babe"})
    tokens = torch.tensor([ids])
    with torch.inference_mode():
        outputs = network(tokens, torch.ones_like(tokens))
        loss = float(loss_of(network, offsets, batch))
    ours = [*outputs.sentiment[0].tolist(), float(outputs.loaded[0])]
    squares = [(a - b) ** 2 for a, b in zip(ours, (1, -2, 3, -4), strict=True)]
    assert loss == pytest.approx(sum(squares) / 4, rel=1e-4)

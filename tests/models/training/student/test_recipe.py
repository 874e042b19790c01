"""The phases of a student on a small random network."""

# ruff: noqa: E402 - what is imported below needs torch
import pytest

pytest.importorskip("torch")
pytestmark = pytest.mark.torch

from dataclasses import replace

import torch

from models.inference.calibration import sigmoid
from models.training.data.batches import Encoded
from models.training.network.fit import DISTIL
from models.training.network.model import CorpusOffsets, SlantNetwork
from models.training.student import recipe
from models.training.student.recipe import Checkpoint, distil
from tests.models.training.tiny_network import tiny_network

PHASE = replace(DISTIL, epochs=40, encoder_rate=1e-3, head_rate=1e-2, batch_size=2, ema_decay=0.0)
SOFT_LABELLED = [
    Encoded("distilled", [101, 2000 + i, 102], (0.9, 0.2)[i % 2], None, [-1.0, 0.1, -1.0])
    for i in range(6)
]


def new() -> tuple[SlantNetwork, CorpusOffsets]:
    return tiny_network(4), CorpusOffsets(["ptc"], {"distilled"})


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Checkpoint:
    monkeypatch.setattr(recipe, "_new", new)
    network, offsets = new()
    return Checkpoint(network.state_dict(), offsets.state_dict())


def test_what_teachers_say_is_learned(start: Checkpoint) -> None:
    network, _ = new()
    network.load_state_dict(distil(start, SOFT_LABELLED, 1, PHASE).network)
    network.eval()
    ids = torch.tensor([example.ids for example in SOFT_LABELLED[:2]])
    with torch.inference_mode():
        logits = network(ids, torch.ones_like(ids)).loaded.float().numpy()
    assert sigmoid(logits) == pytest.approx([0.9, 0.2], abs=0.05)


def test_the_start_stays_as_it_was_and_a_seed_gives_the_same(start: Checkpoint) -> None:
    before = {name: weights.clone() for name, weights in start.network.items()}
    short = replace(PHASE, epochs=1)
    one, other = distil(start, SOFT_LABELLED, 1, short), distil(start, SOFT_LABELLED, 1, short)
    for name, weights in before.items():
        assert torch.equal(start.network[name], weights)
        assert torch.equal(one.network[name], other.network[name])
    assert any(not torch.equal(one.network[name], weights) for name, weights in before.items())

# ruff: noqa: E402 - what is imported below needs torch
import pytest

pytest.importorskip("torch")
pytestmark = pytest.mark.torch

import torch
from torch import nn

from models.training.network.dropout import PooledDropout, use_pooled_dropout, without_dropout


def test_a_tenth_is_dropped_and_the_rest_raised_to_keep_the_mean() -> None:
    torch.manual_seed(1)
    dropped = PooledDropout(0.1)(torch.ones(400, 500))
    assert float((dropped == 0).float().mean()) == pytest.approx(0.1, abs=0.01)
    assert float(dropped.mean()) == pytest.approx(1.0, abs=0.01)
    assert sorted(dropped.unique().tolist()) == pytest.approx([0.0, 1 / 0.9])


def test_two_calls_drop_different_numbers() -> None:
    layer = PooledDropout(0.5)
    assert not torch.equal(layer(torch.ones(1000)), layer(torch.ones(1000)))


def test_nothing_is_dropped_when_scoring() -> None:
    assert torch.equal(PooledDropout(0.5).eval()(torch.ones(100)), torch.ones(100))


@pytest.mark.parametrize("kind", [torch.float32, torch.bfloat16])
def test_what_comes_out_is_as_wide_as_what_went_in(kind: torch.dtype) -> None:
    assert PooledDropout(0.1)(torch.ones(100, dtype=kind)).dtype == kind


def test_every_dropout_of_a_module_is_replaced() -> None:
    module = nn.Sequential(nn.Linear(2, 2), nn.Sequential(nn.Dropout(0.3)))
    use_pooled_dropout(module)
    assert [m.p for m in module.modules() if isinstance(m, PooledDropout)] == [0.3]
    assert not any(isinstance(m, nn.Dropout) for m in module.modules())


def test_dropout_can_be_switched_off() -> None:
    module = nn.Sequential(nn.Linear(2, 2), nn.Sequential(PooledDropout(0.3)))
    without_dropout(module)
    assert torch.equal(module[1].train()(torch.ones(100)), torch.ones(100))

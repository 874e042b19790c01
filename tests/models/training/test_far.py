"""A small random network in which some values were made larger than all others."""

import pytest
import torch

from models.training.far import Far, far_values
from tests.models.training.tiny_network import tiny_network

SENTENCES = [[101, 7, 9, 102], [101, 30, 31, 32, 33, 102]]


def test_nothing_is_far_in_a_network_of_even_values() -> None:
    assert far_values(tiny_network(3), SENTENCES) == [Far(), Far()]


@pytest.mark.parametrize("layer", [0, 1])
def test_a_unit_that_reaches_far_above_the_others_is_found(layer: int) -> None:
    network = tiny_network(3)
    with torch.no_grad():
        network.encoder.encoder.layer[layer].intermediate.dense.bias[11] = 40.0
    found = far_values(network, SENTENCES)
    assert found[layer].units == (11,)
    assert found[1 - layer].units == ()


def test_inputs_that_reach_far_above_the_others_are_found() -> None:
    network = tiny_network(3)
    with torch.no_grad():
        network.encoder.encoder.layer[1].attention.output.LayerNorm.bias[[5, 20]] = -60.0
    assert [far.inputs for far in far_values(network, SENTENCES)] == [(), (5, 20)]


def test_hooks_are_taken_off_again() -> None:
    network = tiny_network(3)
    far_values(network, SENTENCES)
    assert not any(layer.intermediate._forward_hooks for layer in network.encoder.encoder.layer)

"""A small random network in which some values were made larger than all others."""

# ruff: noqa: E402 - what is imported below needs torch
import pytest

pytest.importorskip("torch")
pytestmark = pytest.mark.torch

import numpy as np
import torch

from models.training.export.activation_ranges import measure_ranges, smoothing_factors
from tests.models.training.tiny_network import tiny_network

SENTENCES = [[101, 7, 9, 102], [101, 30, 31, 32, 33, 102]]


def test_no_unit_is_far_in_a_network_of_even_values() -> None:
    assert [layer.outlier_units for layer in measure_ranges(tiny_network(3), SENTENCES)] == [[], []]


@pytest.mark.parametrize("layer", [0, 1])
def test_a_unit_that_reaches_far_above_the_others_is_found(layer: int) -> None:
    network = tiny_network(3)
    with torch.no_grad():
        network.encoder.encoder.layer[layer].intermediate.dense.bias[11] = 40.0
    found = measure_ranges(network, SENTENCES)
    assert found[layer].outlier_units == [11]
    assert found[1 - layer].outlier_units == []


def test_inputs_are_measured_over_all_sentences() -> None:
    network = tiny_network(3)
    with torch.no_grad():
        network.encoder.encoder.layer[1].attention.output.LayerNorm.bias[[5, 20]] = -60.0
    found = measure_ranges(network, SENTENCES)
    each = [measure_ranges(network, [sentence]) for sentence in SENTENCES]
    assert set(np.argsort(found[1].feed_forward)[-2:]) == {5, 20}
    assert found[1].feed_forward[5] == pytest.approx(60, abs=5)
    for layer, (one, other) in enumerate(zip(*each, strict=True)):
        largest = np.maximum(one.attention, other.attention)
        assert found[layer].attention == pytest.approx(largest)


def test_hooks_are_taken_off_again() -> None:
    network = tiny_network(3)
    measure_ranges(network, SENTENCES)
    assert not any(module._forward_hooks for module in network.modules())


def test_factors_even_out_inputs_as_far_as_asked() -> None:
    largest = np.array([1, 4, 16], dtype=np.float32)
    weight = np.array([[1, -2], [0.5, 2], [-2, 2]], dtype=np.float32)
    assert smoothing_factors(largest, weight, 1.0) == pytest.approx([0.25, 1, 4])
    # Halfway: roots of 1/2, 4/2 and 16/2, over the middle one.
    assert smoothing_factors(largest, weight, 0.5) == pytest.approx([0.5, 1, 2])


def test_an_input_that_is_always_zero_does_no_harm() -> None:
    factors = smoothing_factors(np.array([0, 1, 1], np.float32), np.zeros((3, 2), np.float32), 0.5)
    assert np.isfinite(factors).all()
    assert (factors > 0).all()

"""A network exported to int8 and read back gives the scores that it had before."""

# ruff: noqa: E402 - what is imported below needs torch
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

from models.errors import ModelError
from models.training.export.activation_ranges import measure_ranges
from models.training.export.dequantize import load_quantized
from models.training.export.onnx_export import export
from tests.models.training.tiny_network import tiny_network

pytestmark = pytest.mark.torch

IDS = [[101, 2000 + i, 7, 30 * i + 5, 102] for i in range(24)]


def _with_outlier_unit(seed: int) -> object:
    """A tiny network one of whose feed-forward units is much larger than the others, so that the
    export sets it apart."""
    network = tiny_network(seed)
    with torch.no_grad():
        dense = network.encoder.encoder.layer[0].intermediate.dense
        dense.weight[11] *= 40
    return network


def _logits(network: object) -> np.ndarray:
    tokens = torch.tensor(IDS)
    with torch.inference_mode():
        outputs = network(tokens, torch.ones_like(tokens))  # type: ignore[operator]
    return torch.cat([outputs.sentiment, outputs.loaded[:, None], outputs.words], dim=1).numpy()


@pytest.mark.parametrize("outlier", [False, True], ids=["plain", "with an outlier unit"])
def test_a_network_survives_the_way_to_int8_and_back(tmp_path: Path, outlier: bool) -> None:
    network = _with_outlier_unit(3) if outlier else tiny_network(3)
    ranges = measure_ranges(network, IDS)
    assert bool(ranges[0].outlier_units) == outlier
    export(network, IDS, tmp_path / "float.onnx", tmp_path / "model.onnx")
    other = tiny_network(4)
    before = np.corrcoef(_logits(network).ravel(), _logits(other).ravel())[0, 1]
    assert before < 0.9
    load_quantized(other, tmp_path / "model.onnx")
    # 7 bits a weight: the same network up to rounding.
    assert np.corrcoef(_logits(network).ravel(), _logits(other).ravel())[0, 1] > 0.999


def test_a_file_that_is_no_model_is_named(tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    path.write_text("not a model", encoding="utf-8")
    with pytest.raises(ModelError, match=r"model\.onnx can't be read as an ONNX model"):
        load_quantized(tiny_network(1), path)


def test_a_model_of_another_shape_is_refused(tmp_path: Path) -> None:
    graph = onnx.helper.make_graph([], "other", [], [])
    onnx.save(onnx.helper.make_model(graph), str(tmp_path / "model.onnx"))
    with pytest.raises(ModelError, match="can't be trained further"):
        load_quantized(tiny_network(1), tmp_path / "model.onnx")

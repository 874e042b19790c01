"""Rounded embeddings are what ONNX Runtime's int8 stores."""

# ruff: noqa: E402 - what is imported below needs torch
import pytest

pytest.importorskip("torch")
pytest.importorskip("onnx")
pytestmark = pytest.mark.torch

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper

from models.training.export.onnx_export import export_int8
from models.training.network.quantized_embeddings import rounded_table


def test_a_rounded_table_is_stored_without_loss(tmp_path: Path) -> None:
    torch.manual_seed(6)
    table = rounded_table(torch.randn(200, 16) * 0.1 + 0.05)
    graph = helper.make_graph(
        [helper.make_node("Gather", ["weight", "x"], ["y"], name="node")],
        "one",
        [helper.make_tensor_value_info("x", TensorProto.INT64, None)],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)],
        [numpy_helper.from_array(table.numpy(), "weight")],
    )
    onnx.save(
        helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8),
        str(tmp_path / "float.onnx"),
    )
    path = tmp_path / "int8.onnx"
    export_int8(tmp_path / "float.onnx", path)
    assert path.stat().st_size < 200 * 16 * 2
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    (found,) = session.run(None, {"x": np.arange(200)})
    assert np.asarray(found) == pytest.approx(table.numpy(), abs=1e-6)

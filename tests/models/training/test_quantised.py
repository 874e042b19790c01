"""What training rounds is what ONNX Runtime's int8 rounds."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from models.training.export import export_int8
from models.training.quantised import (
    QuantisedLinear,
    rounded_inputs,
    rounded_table,
    set_rounding,
    use_quantised_linears,
)


def exported(folder: Path, operator: str, weight: Tensor, kind: int) -> Path:
    """Return the int8 model of one operator, as a release's are made."""
    inputs = ["x", "weight"] if operator == "MatMul" else ["weight", "x"]
    graph = helper.make_graph(
        [helper.make_node(operator, inputs, ["y"], name="node")],
        "one",
        [helper.make_tensor_value_info("x", kind, None)],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)],
        [numpy_helper.from_array(weight.numpy(), "weight")],
    )
    onnx.save(
        helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8),
        str(folder / "float.onnx"),
    )
    export_int8(folder / "float.onnx", folder / "int8.onnx")
    return folder / "int8.onnx"


def run(path: Path, x: Tensor) -> Tensor:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    (found,) = session.run(None, {"x": x.numpy()})
    return torch.from_numpy(np.asarray(found))


@pytest.fixture
def layer() -> QuantisedLinear:
    torch.manual_seed(4)
    layer = QuantisedLinear(96, 48, bias=False).train()
    layer.rounding = True
    return layer


def test_a_product_is_the_runtimes(layer: QuantisedLinear, tmp_path: Path) -> None:
    sentence = torch.randn(1, 11, 96) ** 3  # a few large values, as after a GELU
    path = exported(tmp_path, "MatMul", layer.weight.detach().T.contiguous(), TensorProto.FLOAT)
    with torch.inference_mode():
        ours, unrounded = layer(sentence), nn.functional.linear(sentence, layer.weight)
    theirs = run(path, sentence)
    error = float((theirs - unrounded).abs().max())
    assert error > 0.01
    assert float((ours - theirs).abs().max()) < error / 20


def test_a_sentence_has_its_own_scale(layer: QuantisedLinear) -> None:
    torch.manual_seed(5)
    small, large = torch.randn(1, 7, 96), 50 * torch.randn(1, 7, 96)
    together = rounded_inputs(torch.cat([small, large]))
    assert torch.equal(together[:1], rounded_inputs(small))
    assert torch.equal(together[1:], rounded_inputs(large))


def test_gradients_pass_the_rounding(layer: QuantisedLinear) -> None:
    x = torch.randn(2, 3, 96, requires_grad=True)
    layer(x).sum().backward()
    assert x.grad is not None
    assert layer.weight.grad is not None
    assert float(x.grad.abs().min()) > 0
    assert float(layer.weight.grad.abs().sum()) > 0


def test_nothing_is_rounded_until_told_nor_in_evaluation(layer: QuantisedLinear) -> None:
    x = torch.randn(1, 5, 96)
    whole = nn.functional.linear(x, layer.weight)
    assert not torch.equal(layer(x), whole)
    set_rounding(nn.ModuleList([layer]), False)
    assert torch.equal(layer(x), whole)
    set_rounding(nn.ModuleList([layer]), True)
    assert torch.equal(layer.eval()(x), whole)


def test_a_rounded_table_is_stored_without_loss(tmp_path: Path) -> None:
    torch.manual_seed(6)
    table = rounded_table(torch.randn(200, 16) * 0.1 + 0.05)
    path = exported(tmp_path, "Gather", table, TensorProto.INT64)
    assert path.stat().st_size < 200 * 16 * 2
    found = run(path, torch.arange(200))
    assert found.numpy() == pytest.approx(table.numpy(), abs=1e-6)


def test_every_linear_of_a_module_is_replaced_with_its_weights() -> None:
    module = nn.Sequential(nn.Linear(2, 3), nn.Sequential(nn.Linear(3, 1, bias=False)))
    before = {name: value.clone() for name, value in module.state_dict().items()}
    use_quantised_linears(module)
    assert sum(isinstance(m, QuantisedLinear) for m in module.modules()) == 2
    after = module.state_dict()
    assert list(after) == list(before)
    assert all(torch.equal(after[name], before[name]) for name in before)

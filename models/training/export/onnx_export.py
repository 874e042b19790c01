"""Export of a trained network to int8 ONNX for ONNX Runtime: the encoder's graph with the heads of
`SlantNetwork`. `test_onnx_export.py` compares this graph with torch's results."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from models.corpora import TECHNIQUE_NAMES
from models.training.export.activation_ranges import ActivationRanges, measure_ranges
from models.training.export.encoder_graph import (
    Graph,
    State,
    embedded,
    encoder_layer,
    linear,
    quantize,
    save_graph,
)
from models.training.network.model import SlantNetwork

TECHNIQUES = "techniques"


def _heads(graph: Graph, state: State, hidden: str) -> None:
    """Heads on the first token and the mean of all; they stay in fp32, being a thousandth of the
    work."""
    graph.weight("axis1", np.array([1], dtype=np.int64))
    graph.weight("axis2", np.array([2], dtype=np.int64))
    mean = graph.node("ReduceMean", [hidden, "axis1"], "mean", keepdims=0)
    graph.weight("first", np.array(0, dtype=np.int64))
    first = graph.node("Gather", [hidden, "first"], "first_token", axis=1)
    pooled = graph.node("Concat", [first, mean], "pooled", axis=1)
    for head in ("sentiment", "loaded"):
        parameters = [graph.weight(f"{head}.{p}", state[f"{head}.{p}"]) for p in ("weight", "bias")]
        out = head if head == "sentiment" else "loaded_column"
        graph.node("Gemm", [pooled, *parameters], out, transB=1)
    graph.node("Squeeze", ["loaded_column", "axis1"], "loaded")
    # A multiplication and a sum instead of a MatMul, which would be quantised.
    marks = graph.node(
        "Mul", [hidden, graph.weight("words.weight", state["words.weight"][0])], "marks"
    )
    summed = graph.node("ReduceSum", [marks, "axis2"], "marks_sum", keepdims=0)
    graph.node("Add", [summed, graph.weight("words.bias", state["words.bias"])], "words")
    weight, bias = state[f"{TECHNIQUES}.weight"].T, state[f"{TECHNIQUES}.bias"]
    linear(graph, hidden, weight, bias, TECHNIQUES)


def export(
    network: SlantNetwork, sentences: Sequence[Sequence[int]], float_path: Path, path: Path
) -> None:
    """Write the network as fp32 ONNX to `float_path` and as int8 to `path`; ranges of activations
    are measured on the token ids of a few dozen `sentences`."""
    export_float(network, float_path, measure_ranges(network, sentences))
    export_int8(float_path, path)


def export_float(
    network: SlantNetwork, path: Path, ranges: Sequence[ActivationRanges] = ()
) -> None:
    """Write the network as fp32 ONNX: int64 `input_ids` (batch × tokens, no padding) to
    `sentiment` (batch × 3), `loaded` (batch), `words` (batch × tokens), `techniques` (batch ×
    tokens × 14), all logits.

    With the `ranges` of each layer, inputs are smoothed and outlier units separated for int8.
    """
    state = {k: v.detach().float().numpy() for k, v in network.state_dict().items()}
    config = network.encoder.config
    eps = float(config.layer_norm_eps)
    graph = Graph()
    hidden = embedded(graph, state, eps)
    for index in range(config.num_hidden_layers):
        of_layer = ranges[index] if ranges else None
        hidden = encoder_layer(
            graph, state, index, hidden, config.num_attention_heads, eps, of_layer
        )
    _heads(graph, state, hidden)

    def tensor(name: str, kind: int, shape: list[str | int]) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, kind, shape)

    save_graph(
        graph,
        [tensor("input_ids", TensorProto.INT64, ["batch", "tokens"])],
        [
            tensor("sentiment", TensorProto.FLOAT, ["batch", 3]),
            tensor("loaded", TensorProto.FLOAT, ["batch"]),
            tensor("words", TensorProto.FLOAT, ["batch", "tokens"]),
            tensor(TECHNIQUES, TensorProto.FLOAT, ["batch", "tokens", len(TECHNIQUE_NAMES)]),
        ],
        "slant",
        path,
    )


def export_int8(float_path: Path, path: Path) -> None:
    """Quantise the graph in `float_path` (`quantize`); the heads stay in fp32."""
    quantize(float_path, path, ["node/first_token", f"node/{TECHNIQUES}.product"])

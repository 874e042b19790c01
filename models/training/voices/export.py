"""Export of slant-voices to ONNX: the graph of `models.training.export`, with this network's inputs
and heads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from models.inference.voices.labels import LINK_WIDTH, NAME_TAGS, TAGS
from models.inference.voices.pair_features import FEATURES
from models.training.export.activation_ranges import ActivationRanges, ranges_while
from models.training.export.encoder_graph import (
    Graph,
    State,
    embedded,
    encoder_layer,
    quantize,
    save_graph,
)
from models.training.voices.network import VoicesNetwork

#: Part of the names of the heads' products, which stay in fp32: they are a thousandth of the work.
HEAD = "head."


def export(
    network: VoicesNetwork,
    windows: Sequence[tuple[list[int], list[int]]],
    float_path: Path,
    path: Path,
) -> None:
    """Write the network as fp32 ONNX to `float_path` and as int8 to `path`.

    Args:
        network: the trained network.
        windows: (token ids, codes) of some dozen windows of our own, on which the ranges of
            activations are measured.
        float_path, path: the files.
    """

    def read(window: tuple[list[int], list[int]]) -> None:
        ids, codes = (torch.tensor([values]) for values in window)
        network.hidden(ids, codes, torch.ones_like(ids))

    network.eval()
    ranges = ranges_while(network.encoder, (partial(read, window) for window in windows))
    export_float(network, float_path, ranges)
    names = [node.name for node in onnx.load(str(float_path)).graph.node]
    quantize(float_path, path, ["node/coded", *(name for name in names if HEAD in name)])


def export_float(
    network: VoicesNetwork, path: Path, ranges: Sequence[ActivationRanges] = ()
) -> None:
    """Write the network as fp32 ONNX.

    Inputs: int64 `input_ids` and `codes` (batch × tokens, no padding), float32 `features` (batch ×
    `FEATURES`; zeros where only words are asked about). Outputs, all logits: `names` (batch ×
    tokens × `NAME_TAGS`), `tags` (batch × tokens × `TAGS`), `links` (batch × tokens × 4
    `LINK_WIDTH`), `same` (batch).
    """
    state: State = {k: v.detach().float().numpy() for k, v in network.state_dict().items()}
    config = network.encoder.config
    eps = float(config.layer_norm_eps)
    graph = Graph()
    table = graph.weight("code_table", network.code_table().detach().float().numpy())
    coded = graph.node("Gather", [table, "codes"], "coded")
    hidden = embedded(graph, state, eps, coded)
    for index in range(config.num_hidden_layers):
        of_layer = ranges[index] if ranges else None
        hidden = encoder_layer(
            graph, state, index, hidden, config.num_attention_heads, eps, of_layer
        )
    for head in ("names", "tags", "links"):
        _linear_head(graph, state, hidden, head)
    _same(graph, state, hidden)

    def tensor(name: str, kind: int, *shape: str | int) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, kind, shape)

    whole, real = TensorProto.INT64, TensorProto.FLOAT
    save_graph(
        graph,
        [
            tensor("input_ids", whole, "batch", "tokens"),
            tensor("codes", whole, "batch", "tokens"),
            tensor("features", real, "batch", len(FEATURES)),
        ],
        [
            tensor("names", real, "batch", "tokens", len(NAME_TAGS)),
            tensor("tags", real, "batch", "tokens", len(TAGS)),
            tensor("links", real, "batch", "tokens", 4 * LINK_WIDTH),
            tensor("same", real, "batch"),
        ],
        "slant-voices",
        path,
    )


def _linear_head(graph: Graph, state: State, x: str, head: str, out: str = "") -> str:
    """x · weight + bias in fp32, under the head's own name."""
    weight = graph.weight(f"{HEAD}{head}.weight", state[f"{head}.weight"].T)
    product = graph.node("MatMul", [x, weight], f"{HEAD}{head}.product")
    bias = graph.weight(f"{HEAD}{head}.bias", state[f"{head}.bias"])
    return graph.node("Add", [product, bias], out or head)


def _same(graph: Graph, state: State, hidden: str) -> None:
    """The pair's logit: of the first token and the mean of all, of the likely events, and of the
    features (`VoicesNetwork.judge`)."""
    one = graph.weight("axis1", np.array([1], dtype=np.int64))
    mean = graph.node("ReduceMean", [hidden, one], "mean", keepdims=0)
    graph.weight("first", np.array(0, dtype=np.int64))
    first = graph.node("Gather", [hidden, "first"], f"{HEAD}first", axis=1)
    pooled = graph.node("Concat", [first, mean], "pooled_input", axis=1)
    said = _linear_head(graph, state, pooled, "pooled", f"{HEAD}said")

    events = _linear_head(graph, state, hidden, "events", f"{HEAD}events.out")
    parts = []
    for index, name in enumerate(("event", "shared")):
        place = graph.weight(f"{name}.index", np.array(index, dtype=np.int64))
        parts.append(graph.node("Gather", [events, place], f"{HEAD}{name}", axis=2))
    likely = graph.node("Sigmoid", [parts[0]], "likely")
    weighted = graph.node("Mul", [likely, parts[1]], "weighted")
    total = graph.node("ReduceSum", [weighted, one], "weighted_sum", keepdims=1)
    count = graph.node("ReduceSum", [likely, one], "likely_sum", keepdims=1)
    count = graph.node(
        "Add", [count, graph.weight("little", np.array([0.1], dtype=np.float32))], "likely_count"
    )
    evidence = graph.node("Div", [total, count], "evidence")
    scale, shift = state["evidence"]
    evidence = graph.node(
        "Mul", [evidence, graph.weight("evidence.scale", np.array([scale]))], "evidence_scaled"
    )
    evidence = graph.node(
        "Add", [evidence, graph.weight("evidence.shift", np.array([shift]))], "evidence_shifted"
    )
    inner = _linear_head(graph, state, "features", "features.0", f"{HEAD}features.inner")
    inner = graph.node("Tanh", [inner], "features_tanh")
    counted = _linear_head(graph, state, inner, "features.2", f"{HEAD}features.out")
    summed = graph.node("Add", [said, evidence], "said_and_evidence")
    column = graph.node("Add", [summed, counted], "same_column")
    graph.node("Squeeze", [column, one], "same")

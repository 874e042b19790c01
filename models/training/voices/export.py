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
from models.inference.voices.release import PAIR_OUTPUTS
from models.training.export.activation_ranges import ActivationRanges, ranges_while
from models.training.export.encoder_graph import (
    Graph,
    State,
    embedded,
    encoder_layer,
    quantize,
    save_graph,
)
from models.training.voices.network import FEW_EVENTS, VoicesNetwork

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

    Inputs: int64 `input_ids` and `codes` (batch × tokens, no padding). Outputs: the logits `names`
    (batch × tokens × `NAME_TAGS`), `tags` (batch × tokens × `TAGS`), `pair` (batch ×
    `PAIR_OUTPUTS`), the vectors `links` (batch × tokens × 4 `LINK_WIDTH`), and those of the words
    before they are read, `looked_up` (batch × tokens × width).
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
    _pair(graph, state, hidden)

    def tensor(name: str, kind: int, *shape: str | int) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, kind, shape)

    whole, real = TensorProto.INT64, TensorProto.FLOAT
    save_graph(
        graph,
        [
            tensor("input_ids", whole, "batch", "tokens"),
            tensor("codes", whole, "batch", "tokens"),
        ],
        [
            tensor("names", real, "batch", "tokens", len(NAME_TAGS)),
            tensor("tags", real, "batch", "tokens", len(TAGS)),
            tensor("links", real, "batch", "tokens", 4 * LINK_WIDTH),
            tensor("pair", real, "batch", len(PAIR_OUTPUTS)),
            tensor("looked_up", real, "batch", "tokens", config.hidden_size),
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


def _pair(graph: Graph, state: State, hidden: str) -> None:
    """What `VoicesNetwork.judge` takes from the pair as a whole, and from its likely events."""
    one = graph.weight("axis1", np.array([1], dtype=np.int64))
    mean = graph.node("ReduceMean", [hidden, one], "mean", keepdims=0)
    graph.weight("first", np.array(0, dtype=np.int64))
    first = graph.node("Gather", [hidden, "first"], f"{HEAD}first", axis=1)
    pooled = graph.node("Concat", [first, mean], "pooled_input", axis=1)
    whole = _linear_head(graph, state, pooled, "pooled", f"{HEAD}whole")
    both = _linear_head(graph, state, hidden, "events", f"{HEAD}events.out")
    event, shared = (
        graph.node(
            "Gather",
            [both, graph.weight(f"{name}.index", np.array(index, dtype=np.int64))],
            f"{HEAD}{name}",
            axis=2,
        )
        for index, name in enumerate(("event", "shared"))
    )
    likely = graph.node("Sigmoid", [event], "likely")
    weighted = graph.node("Mul", [likely, shared], "weighted")
    total = graph.node("ReduceSum", [weighted, one], "weighted_sum", keepdims=1)
    count = graph.node("ReduceSum", [likely, one], "likely_sum", keepdims=1)
    little = graph.weight("little", np.array([FEW_EVENTS], dtype=np.float32))
    count = graph.node("Add", [count, little], "likely_count")
    evidence = graph.node("Div", [total, count], "evidence")
    graph.node("Concat", [whole, evidence], "pair", axis=1)

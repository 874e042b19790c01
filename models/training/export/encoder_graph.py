"""The encoder as an ONNX graph of ONNX Runtime's fused operators, and its quantisation to int8.

The graph is written directly in ONNX Runtime's own operators (com.microsoft: MultiHeadAttention,
BiasGelu). ONNX Runtime does not recognise attention in the graph that torch.onnx makes of the same
network and runs it as dozens of small operators.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from models.training.export.activation_ranges import (
    ATTENTION_STRENGTH,
    FEED_FORWARD_STRENGTH,
    ActivationRanges,
    smoothing_factors,
)

MICROSOFT = "com.microsoft"
#: Part of the names of the products for outlier units, which stay in fp32.
OUTLIERS = "far"
OPSET = 18

State = dict[str, NDArray[np.float32]]
"""A network's parameters by name, as `state_dict` names them."""


class Graph:
    """Nodes and weights collected in order; names are unique because each is used once."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, values: NDArray[np.generic]) -> str:
        """Add a constant; its name is returned."""
        self.weights.append(numpy_helper.from_array(values.copy(order="C"), name))
        return name

    def node(
        self, operator: str, inputs: list[str], name: str, domain: str = "", **more: object
    ) -> str:
        """Add a node whose only output has the name `name`, which is returned."""
        self.nodes.append(
            helper.make_node(operator, inputs, [name], name=f"node/{name}", domain=domain, **more)
        )
        return name


def _product(graph: Graph, x: str, weight: NDArray[np.float32], name: str) -> str:
    return graph.node("MatMul", [x, graph.weight(f"{name}.weight", weight)], name)


def linear(
    graph: Graph, x: str, weight: NDArray[np.float32], bias: NDArray[np.float32], name: str
) -> str:
    """x · weight + bias; ONNX Runtime fuses the two, as the bias directly follows the product."""
    product = _product(graph, x, weight, f"{name}.product")
    return graph.node("Add", [product, graph.weight(f"{name}.bias", bias)], name)


def _smooth(
    graph: Graph,
    x: str,
    largest: NDArray[np.float32],
    weight: NDArray[np.float32],
    strength: float,
) -> tuple[str, NDArray[np.float32]]:
    """`x` and `weight` smoothed: the same product, and a finer int8 scale for `x`."""
    factors = smoothing_factors(largest, weight, strength)
    name = f"{x}.smooth"
    smoothed = graph.node("Mul", [x, graph.weight(f"{name}.factors", 1 / factors)], name)
    return smoothed, weight * factors[:, None]


def _feed_forward(
    graph: Graph,
    state: State,
    source: str,
    x: str,
    name: str,
    ranges: ActivationRanges | None,
) -> str:
    """The two products with the GELU between them. Outlier units have products of their own, which
    stay in fp32, and are zero in the int8 ones, whose scale is finer without them."""
    into = state[f"{source}.intermediate.dense.weight"].T.copy()
    bias = state[f"{source}.intermediate.dense.bias"].copy()
    back = state[f"{source}.output.dense.weight"].T.copy()
    separate, fed = f"{name}.{OUTLIERS}", ""

    def gelu(x: str, bias: NDArray[np.float32], out: str) -> str:
        return graph.node("BiasGelu", [x, graph.weight(f"{out}.bias", bias)], out, MICROSOFT)

    if ranges is not None:
        if units := ranges.outlier_units:
            wide = _product(graph, x, into[:, units], f"{separate}_into")
            fed = _product(
                graph, gelu(wide, bias[units], f"{separate}_gelu"), back[units], separate + "_back"
            )
            # Set to zero instead of removed, so that the products keep their widths.
            into[:, units], bias[units], back[units] = 0, 0, 0
        x, into = _smooth(graph, x, ranges.feed_forward, into, FEED_FORWARD_STRENGTH)
    wide = _product(graph, x, into, f"{name}.wide")
    narrow = linear(
        graph,
        gelu(wide, bias, f"{name}.gelu"),
        back,
        state[f"{source}.output.dense.bias"],
        f"{name}.narrow",
    )
    return graph.node("Add", [narrow, fed], f"{name}.fed") if fed else narrow


def encoder_layer(
    graph: Graph,
    state: State,
    index: int,
    x: str,
    heads: int,
    eps: float,
    ranges: ActivationRanges | None,
) -> str:
    """Layer `index` of the encoder on `x`; smoothed for int8 where its `ranges` are given."""
    source, name = f"encoder.encoder.layer.{index}", f"layer{index}"
    parts = [f"{source}.attention.self.{p}" for p in ("query", "key", "value")]
    weight = np.concatenate([state[f"{p}.weight"].T for p in parts], 1)
    smooth = x
    if ranges is not None:
        smooth, weight = _smooth(graph, x, ranges.attention, weight, ATTENTION_STRENGTH)
    # Three products: a single one, split afterwards, was slower.
    projections = [
        linear(graph, smooth, columns, state[f"{part}.bias"], f"{name}.{part.rpartition('.')[2]}")
        for part, columns in zip(parts, np.split(weight, 3, axis=1), strict=True)
    ]
    attended = graph.node(
        "MultiHeadAttention", projections, f"{name}.attention", MICROSOFT, num_heads=heads
    )

    def add_and_norm(y: str, skip: str, norm: str, out: str) -> str:
        # Two operators, as the fused SkipLayerNormalization took two and a half times as long.
        summed = graph.node("Add", [y, skip], f"{out}.summed")
        return graph.node(
            "LayerNormalization",
            [
                summed,
                graph.weight(f"{out}.scale", state[f"{norm}.weight"]),
                graph.weight(f"{out}.shift", state[f"{norm}.bias"]),
            ],
            out,
            epsilon=eps,
            axis=-1,
        )

    out = f"{source}.attention.output"
    weight, bias = state[f"{out}.dense.weight"].T, state[f"{out}.dense.bias"]
    projected = linear(graph, attended, weight, bias, f"{name}.projected")
    x = add_and_norm(projected, x, f"{out}.LayerNorm", f"{name}.normed")
    fed = _feed_forward(graph, state, source, x, name, ranges)
    return add_and_norm(fed, x, f"{source}.output.LayerNorm", f"{name}.out")


def embedded(graph: Graph, state: State, eps: float, more: str = "") -> str:
    """The embeddings of `input_ids`, normed; `more` is the name of what is added before that."""
    source = "encoder.embeddings"
    # The token type is always 0: its embedding is added to those of the positions.
    positions = (
        state[f"{source}.position_embeddings.weight"]
        + state[f"{source}.token_type_embeddings.weight"][0]
    )
    graph.weight("zero", np.array([0], dtype=np.int64))
    shape = graph.node("Shape", ["input_ids"], "length", start=1, end=2)
    placed = graph.node(
        "Slice", [graph.weight("positions", positions), "zero", shape, "zero"], "placed"
    )
    words = graph.weight("word_embeddings", state[f"{source}.word_embeddings.weight"])
    looked_up = graph.node("Gather", [words, "input_ids"], "looked_up")
    summed = graph.node("Add", [looked_up, placed], "summed")
    if more:
        summed = graph.node("Add", [summed, more], "summed_more")
    return graph.node(
        "LayerNormalization",
        [
            summed,
            graph.weight("embedding_scale", state[f"{source}.LayerNorm.weight"]),
            graph.weight("embedding_shift", state[f"{source}.LayerNorm.bias"]),
        ],
        "embedded",
        epsilon=eps,
        axis=-1,
    )


def quantize(float_path: Path, path: Path, kept: Iterable[str]) -> None:
    """Quantise weights to int8; activations are quantised at run time (dynamic quantisation).

    `reduce_range` limits weights to 7 bits: on processors without VNNI, sums of 8-bit products
    overflow 16 bits, which changes scores. The GELU is replaced by its tanh approximation, whose
    error is 0.0005 at most, in three quarters of the time.

    Args:
        float_path: the fp32 graph.
        path: where the int8 graph is written.
        kept: names of the nodes that stay in fp32, beside those of outlier units.
    """
    model = onnx.load(str(float_path))
    for node in model.graph.node:
        if node.op_type == "BiasGelu":
            node.op_type = "FastGelu"
    separate = [node.name for node in model.graph.node if f".{OUTLIERS}_" in node.name]
    # The quantiser first replaces each Gemm by a MatMul of this name.
    heads = [f"{node.name}_MatMul" for node in model.graph.node if node.op_type == "Gemm"]
    quantize_dynamic(
        model,
        str(path),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=[*kept, *separate, *heads],
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )


def save_graph(
    graph: Graph,
    inputs: list[onnx.ValueInfoProto],
    outputs: list[onnx.ValueInfoProto],
    name: str,
    path: Path,
) -> None:
    """Write the graph with its inputs and outputs to `path`."""
    model = helper.make_model(
        helper.make_graph(graph.nodes, name, inputs, outputs, graph.weights),
        opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)],
        ir_version=8,
        producer_name="slant",
    )
    onnx.save(model, str(path))

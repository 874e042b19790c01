"""A release's int8 weights as a float network again, so that it can be trained further.

Undoes what `onnx_export` and the quantiser did: weights are multiplied by their scales, smoothing
factors are taken out of the products that they were folded into, and the outlier units' weights are
put back among the others. What int8 rounded away stays lost; the logits differ from the release's
by no more than those of the network before quantisation did.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from models.errors import ModelError
from models.training.export.encoder_graph import OUTLIERS
from models.training.export.onnx_export import TECHNIQUES
from models.training.network.model import SlantNetwork

Weights = dict[str, NDArray[np.float32]]


def load_quantized(network: SlantNetwork, path: Path) -> None:
    """Give `network` the weights of the int8 model in the file `path`, in place.

    The head for opinions, which no release holds, keeps its own.

    Raises:
        ModelError: the file is missing, no ONNX, or not a model of this shape.
    """
    try:
        stored = _stored(path)
        state = _state(stored, network.encoder.config.num_hidden_layers)
        kept = {k: v for k, v in network.state_dict().items() if k.startswith("opinion.")}
        network.load_state_dict({k: torch.from_numpy(v.copy()) for k, v in state.items()} | kept)
    except (OSError, KeyError, IndexError, ValueError, RuntimeError) as error:
        raise ModelError(
            f"{path} can't be trained further ({error}): name the folder of a release that "
            "`python -m models.training` exported."
        ) from error
    network.eval()


def _stored(path: Path) -> Weights:
    """Every weight of the file by the name it had before quantisation, in float32."""
    try:
        model = onnx.load(str(path))
    except Exception as error:  # protobuf's own exceptions have no common type
        raise ModelError(f"{path} can't be read as an ONNX model: {error}") from error
    values = {item.name: numpy_helper.to_array(item) for item in model.graph.initializer}
    stored: Weights = {}
    for name, value in values.items():
        if name.endswith("_quantized"):
            source = name.removesuffix("_quantized")
            zero = values[f"{source}_zero_point"].astype(np.float32)
            weights = (value.astype(np.float32) - zero) * values[f"{source}_scale"]
            stored[source] = np.asarray(weights, dtype=np.float32)
        elif value.dtype == np.float32:
            stored[name.removesuffix("_Transposed")] = value
    return stored


def _state(stored: Weights, layers: int) -> Weights:
    """The state dictionary of `SlantNetwork` from the weights of the graph."""
    embeddings = "encoder.embeddings"
    width = stored["positions"].shape[1]
    state: Weights = {
        f"{embeddings}.word_embeddings.weight": stored["word_embeddings"],
        # The export added the embedding of the one token type in use to the positions.
        f"{embeddings}.position_embeddings.weight": stored["positions"],
        f"{embeddings}.token_type_embeddings.weight": np.zeros((2, width), dtype=np.float32),
        f"{embeddings}.LayerNorm.weight": stored["embedding_scale"],
        f"{embeddings}.LayerNorm.bias": stored["embedding_shift"],
    }
    before = "embedded"
    for index in range(layers):
        state |= _layer(stored, index, before)
        before = f"layer{index}.out"
    for head in ("sentiment", "loaded"):
        state[f"{head}.weight"] = stored[f"{head}.weight"].T
        state[f"{head}.bias"] = stored[f"{head}.bias"]
    state["words.weight"] = stored["words.weight"][None]
    state["words.bias"] = stored["words.bias"]
    state[f"{TECHNIQUES}.weight"] = stored[f"{TECHNIQUES}.product.weight"].T
    state[f"{TECHNIQUES}.bias"] = stored[f"{TECHNIQUES}.bias"]
    return state


def _layer(stored: Weights, index: int, before: str) -> Weights:
    """One layer's part of the state dictionary; `before` names what goes into the layer."""
    name, target = f"layer{index}", f"encoder.encoder.layer.{index}"
    state: Weights = {}
    smooth = _factors(stored, before)
    for part in ("query", "key", "value"):
        weight = stored[f"{name}.{part}.product.weight"] * smooth
        state[f"{target}.attention.self.{part}.weight"] = weight.T
        state[f"{target}.attention.self.{part}.bias"] = stored[f"{name}.{part}.bias"]
    out = f"{target}.attention.output"
    state[f"{out}.dense.weight"] = stored[f"{name}.projected.product.weight"].T
    state[f"{out}.dense.bias"] = stored[f"{name}.projected.bias"]
    state |= _norm(stored, f"{name}.normed", f"{out}.LayerNorm")
    into = stored[f"{name}.wide.weight"] * _factors(stored, f"{name}.normed")
    bias = stored[f"{name}.gelu.bias"].copy()
    back = stored[f"{name}.narrow.product.weight"].copy()
    separate = f"{name}.{OUTLIERS}"
    if f"{separate}_into.weight" in stored:
        units = _emptied(into, back, stored[f"{separate}_into.weight"].shape[1])
        into[:, units] = stored[f"{separate}_into.weight"]
        bias[units] = stored[f"{separate}_gelu.bias"]
        back[units] = stored[f"{separate}_back.weight"]
    state[f"{target}.intermediate.dense.weight"] = into.T
    state[f"{target}.intermediate.dense.bias"] = bias
    state[f"{target}.output.dense.weight"] = back.T
    state[f"{target}.output.dense.bias"] = stored[f"{name}.narrow.bias"]
    return state | _norm(stored, f"{name}.out", f"{target}.output.LayerNorm")


def _norm(stored: Weights, name: str, target: str) -> Weights:
    return {
        f"{target}.weight": stored[f"{name}.scale"],
        f"{target}.bias": stored[f"{name}.shift"],
    }


def _factors(stored: Weights, name: str) -> NDArray[np.float32]:
    """What to multiply the rows of a product by that `name` goes into, smoothed or not."""
    factors = stored.get(f"{name}.smooth.factors")
    return np.ones((1, 1), dtype=np.float32) if factors is None else factors[:, None]


def _emptied(into: NDArray[np.float32], back: NDArray[np.float32], count: int) -> NDArray[np.int64]:
    """The feed-forward units whose weights the export set to zero, in ascending order, as it
    wrote the outlier units' own products.

    Raises:
        ValueError: there are not `count` of them.
    """
    units = np.flatnonzero((into == 0).all(axis=0) & (back == 0).all(axis=1))
    if len(units) != count:
        raise ValueError(f"{len(units)} units are empty where {count} were set apart")
    return units

"""Make the network's scores steady: the same under other names, cues and a missing full stop."""

from __future__ import annotations

import torch

from models.training.data.name_templates import read_name_templates
from models.training.data.wordings import read_wordings
from models.training.export.dequantize import load_quantized
from models.training.network import base_encoder
from models.training.network.model import SlantNetwork, new_network
from models.training.stages.settings import Run, needed
from models.training.steady.recipe import make_steady
from models.training.student.recipe import load_network


def run_stage(run: Run) -> None:
    """Write `float/steady.pt`, a state dictionary, unless it is there: from `float/weights.pt`, or
    from the int8 weights of the release that the run trains further."""
    if run.steady.is_file():
        return
    network = _start(run)
    make_steady(
        network,
        base_encoder.base_tokenizer(),
        run.examples,
        run.data,
        read_name_templates(),
        read_wordings(),
        run.seed,
    )
    run.steady.parent.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), run.steady)


def _start(run: Run) -> SlantNetwork:
    if run.further is None:
        return load_network(needed(run.weights, "release"))
    network = new_network(base_encoder.base_folder())
    load_quantized(network, run.further / "model.onnx")
    return network

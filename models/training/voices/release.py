"""A trained network → the folder of a release: int8 weights, tokenizer, tables, settings."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from pathlib import Path

import numpy as np

from models.inference.settings import sha256_of
from models.inference.voices.network import Voices
from models.inference.voices.pair_features import FEATURES, SOFT
from models.inference.voices.release import (
    BUNDLED,
    FILES,
    PAIR_OUTPUTS,
    REACH_TABLE,
    TOKEN_WEIGHTS,
    TOKENIZER,
    WEIGHTS,
    VoicesRelease,
)
from models.training.network.base_encoder import base_tokenizer
from models.training.voices.export import export
from models.training.voices.network import VoicesNetwork
from models.training.voices.own_windows import own_windows
from models.training.voices.settings import choose_thresholds, weigh_pairs

BASE = "sentence-transformers/all-MiniLM-L6-v2"


def write_release(
    network: VoicesNetwork, data: Path, out: Path, version: str, training: dict[str, object]
) -> None:
    """Export `network` into the folder `out`, choose its settings and write `config.json`.

    `token_weights.npy` must be there. `training` is kept in the settings as a record of the run.
    """
    tokenizer = base_tokenizer()
    (out / "float").mkdir(exist_ok=True)
    export(network, own_windows(tokenizer), out / "float" / WEIGHTS, out / WEIGHTS)
    tokenizer.save(str(out / TOKENIZER), pretty=False)
    reach = network.reach.weight.detach().float().T + network.link_bias.detach().float()[:, None]
    np.save(out / REACH_TABLE, reach.numpy().astype(np.float32))
    for name in (TOKENIZER, REACH_TABLE, TOKEN_WEIGHTS):
        shutil.copyfile(out / name, out / "float" / name)
    voices = Voices(VoicesRelease(out))
    thresholds, scores = choose_thresholds(voices, data)
    same = weigh_pairs(voices, data)
    config = {
        "name": "slant-voices",
        "version": version,
        "base": BASE,
        "thresholds": {
            "attribution": asdict(thresholds),
            "reason": "Largest sum of the F1 of cues by overlap, of sources and of contents by "
            "characters, of the int8 network on training articles of PolNeAR that were kept from "
            "training.",
        },
        "same_fact": {
            "shared": dict(zip((*FEATURES, *SOFT), same.shared, strict=True)),
            "network": dict(zip(PAIR_OUTPUTS, same.network, strict=True)),
            "constant": same.constant,
            "reason": "Logistic regression: what two sentences share is weighed on the training "
            "topics of ECB+; how much that and what the int8 network says count beside each other, "
            "on three topics that were kept from training.",
        },
        "training": {**training, "validation": scores},
        "sha256": {name: sha256_of(out / name) for name in FILES},
    }
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n", "utf-8")


def install(out: Path) -> None:
    """Copy the release in `out` into the bundled folder."""
    BUNDLED.mkdir(exist_ok=True)
    for name in (*FILES, "config.json"):
        shutil.copyfile(out / name, BUNDLED / name)

"""A release of a house's own: its weights as int8, and settings that keep probabilities alike."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from models.inference.onnx_classifier import OnnxClassifier
from models.inference.release import Release, read_release
from models.inference.settings import sha256_of
from models.training.calibration.scaling import Scaling, release_scaling
from models.training.export.activation_ranges import range_sentences
from models.training.export.onnx_export import export
from models.training.network.model import SlantNetwork


def write_release(
    network: SlantNetwork, out: Path, before: Release, sentences: Sequence[str]
) -> Release:
    """Write a release that `read_release` takes into `out`, and return it.

    Its thresholds are those of the release `before`, and its probabilities are scaled to that
    one's on `sentences`, which nobody judged.
    """
    (out / "float").mkdir(parents=True, exist_ok=True)
    export(network, range_sentences(), out / "float" / "model.onnx", out / "model.onnx")
    shutil.copy(before.tokenizer_path, out / "tokenizer.json")
    config = json.loads((before.folder / "config.json").read_text(encoding="utf-8"))
    scaling = release_scaling(
        OnnxClassifier(Release.unset(out)),
        [OnnxClassifier(before)],
        sentences,
        Scaling.of(before),
    )
    config["name"] = f"{before.name}-house"
    config["calibration"] |= {
        "loaded_scale": scaling.loaded_scale,
        "loaded_shift": scaling.loaded_shift,
        "word_scale": scaling.word_scale,
        "word_shift": scaling.word_shift,
        "reason": f"That of {before.name} {before.version}; the loaded logits are scaled to what "
        "that release says of sentences that nobody judged.",
    }
    config["sha256"] = {name: sha256_of(out / name) for name in ("model.onnx", "tokenizer.json")}
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    return read_release(out)

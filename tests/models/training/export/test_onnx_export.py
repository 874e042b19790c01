"""A network of the real shape, small and random, through export, int8 and the runtime."""

# ruff: noqa: E402 - what is imported below needs torch
import pytest

pytest.importorskip("torch")
pytest.importorskip("onnx")
pytestmark = pytest.mark.torch

import json
from pathlib import Path

import numpy as np
import torch

from models.inference.onnx_classifier import OnnxClassifier
from models.inference.prediction import LoadedThresholds, ToneThresholds
from models.inference.release import BUNDLED, Release, read_release
from models.inference.words import WordThresholds
from models.training.calibration.config import write_config
from models.training.calibration.scaling import Scaling
from models.training.calibration.settings import Settings
from models.training.export.activation_ranges import ActivationRanges
from models.training.export.onnx_export import export, export_float, export_int8
from models.training.network.model import SlantNetwork
from tests.models.training.tiny_network import tiny_network

SETTINGS = Settings(
    sentiment_temperature=1.5,
    sentiment_balance=0.2,
    scaling=Scaling(1.2, -0.1, 0.9, -0.2),
    of_folds=Scaling(1.1, 0.1, 0.8, -0.3),
    neutral_below=0.3,
    loaded_from=0.7,
    word=WordThresholds(neutral=0.4, flagged=0.2, share=0.5),
    tone=ToneThresholds(negative=0.6, neutral=0.7, positive=0.8),
    techniques={"doubt": 0.6},
)
SENTENCES = ["The council met.", "A vile and shameful stitch-up, said nobody of note at all!"]


@pytest.fixture(scope="module")
def network() -> SlantNetwork:
    return tiny_network(3)


@pytest.fixture(scope="module")
def folder(network: SlantNetwork, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("release")
    (out / "tokenizer.json").write_bytes((BUNDLED / "tokenizer.json").read_bytes())
    export_float(network, out / "float.onnx")
    export_int8(out / "float.onnx", out / "model.onnx")
    write_config(out, "tiny", "9.9", SETTINGS, scaled_to="release 9.8")
    return out


def classifier_of(folder: Path, model: str) -> OnnxClassifier:
    class Named(Release):
        @property
        def model_path(self) -> Path:
            return self.folder / model

    return OnnxClassifier(Named.unset(folder))


def test_float_onnx_gives_torchs_logits(network: SlantNetwork, folder: Path) -> None:
    classifier = classifier_of(folder, "float.onnx")
    tokens = [t.ids for t in classifier.tokenize(SENTENCES)]
    ours = classifier.logits(tokens, techniques=True)
    for i, ids in enumerate(tokens):
        tensor = torch.tensor([ids])
        with torch.inference_mode():
            theirs = network(tensor, torch.ones_like(tensor))
        assert ours.sentiment[i] == pytest.approx(theirs.sentiment[0].numpy(), abs=2e-4)
        assert ours.loaded[i] == pytest.approx(float(theirs.loaded), abs=2e-4)
        assert ours.words[i] == pytest.approx(theirs.words[0].numpy(), abs=2e-4)
        assert ours.techniques[i] == pytest.approx(theirs.techniques[0].numpy(), abs=2e-4)


def test_int8_stays_close_and_is_smaller(folder: Path) -> None:
    whole, small = classifier_of(folder, "float.onnx"), classifier_of(folder, "model.onnx")
    tokens = [t.ids for t in whole.tokenize(SENTENCES)]
    assert small.logits(tokens).loaded == pytest.approx(whole.logits(tokens).loaded, abs=0.1)
    assert (folder / "model.onnx").stat().st_size < 0.35 * (folder / "float.onnx").stat().st_size


@pytest.fixture(scope="module")
def lopsided() -> SlantNetwork:
    """A network in whose first layer one input and one unit are far above all others."""
    network = tiny_network(4)
    with torch.no_grad():
        first = network.encoder.encoder.layer[0]
        # As large as trained ones, or the table of words would be most of what int8 costs.
        for dense in (first.intermediate.dense, first.output.dense):
            dense.weight *= 10
        first.attention.output.LayerNorm.bias[5] = 40.0
        first.intermediate.dense.bias[11] = 40.0
        # What is far is much the same in all sentences, so that it moves no score by itself.
        first.intermediate.dense.weight[:, 5] *= 0.01
        first.output.dense.weight[:, 11] *= 0.01
    return network


def ranges(seed: int, far: int) -> ActivationRanges:
    """Uneven inputs, and one unit far above the others."""
    rng = np.random.default_rng(seed)
    units = rng.uniform(1, 2, 96).astype(np.float32)
    units[far] = 30
    attention, feed_forward = rng.uniform(0.2, 9, (2, 48)).astype(np.float32)
    return ActivationRanges(attention, feed_forward, units)


def test_smoothing_and_far_units_change_nothing_in_fp32(
    lopsided: SlantNetwork, tmp_path: Path
) -> None:
    (tmp_path / "tokenizer.json").write_bytes((BUNDLED / "tokenizer.json").read_bytes())
    export_float(lopsided, tmp_path / "whole.onnx")
    export_float(lopsided, tmp_path / "apart.onnx", [ranges(1, far=11), ranges(2, far=3)])
    whole, apart = (classifier_of(tmp_path, f"{name}.onnx") for name in ("whole", "apart"))
    tokens = [t.ids for t in whole.tokenize(SENTENCES)]
    theirs, ours = whole.logits(tokens), apart.logits(tokens)
    assert ours.sentiment == pytest.approx(theirs.sentiment, abs=2e-5)
    assert ours.loaded == pytest.approx(theirs.loaded, abs=2e-5)


def test_int8_is_closer_when_told_what_values_reach(lopsided: SlantNetwork, tmp_path: Path) -> None:
    (tmp_path / "tokenizer.json").write_bytes((BUNDLED / "tokenizer.json").read_bytes())
    export_float(lopsided, tmp_path / "float.onnx")
    export_int8(tmp_path / "float.onnx", tmp_path / "plain.onnx")
    whole = classifier_of(tmp_path, "float.onnx")
    tokens = [t.ids for t in whole.tokenize(SENTENCES)]
    export(lopsided, tokens, tmp_path / "float.onnx", tmp_path / "apart.onnx")
    exact = np.concatenate(whole.logits(tokens).words)

    def error(name: str) -> float:
        found = np.concatenate(classifier_of(tmp_path, name).logits(tokens).words)
        return float(np.abs(found - exact).mean())

    assert error("apart.onnx") < 0.5 * error("plain.onnx")


def test_the_written_settings_are_read_back(folder: Path) -> None:
    release = read_release(folder)
    assert (release.name, release.version, release.max_tokens) == ("tiny", "9.9", 256)
    assert (release.sentiment_temperature, release.sentiment_balance) == (1.5, 0.2)
    assert release.loaded_scale == 1.2
    assert (release.fold_scale, release.fold_shift) == (1.1, 0.1)
    assert release.thresholds == LoadedThresholds(0.3, 0.7)
    assert release.tone_thresholds == ToneThresholds(0.6, 0.7, 0.8)
    assert release.word_thresholds == WordThresholds(neutral=0.4, flagged=0.2, share=0.5)
    assert (release.word_scale, release.word_shift) == (0.9, -0.2)
    assert (release.fold_word_scale, release.fold_word_shift) == (0.8, -0.3)
    assert release.techniques == {"doubt": 0.6}
    config = json.loads((folder / "config.json").read_text())
    assert config["thresholds"]["reason"]
    assert "what release 9.8 says of unlabelled sentences" in config["calibration"]["reason"]
    assert np.isfinite(OnnxClassifier(release).predict(SENTENCES).loaded).all()

"""A network of the real shape, small and random, through export, int8 and the runtime."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import BertConfig, BertModel

from models.onnx_classifier import OnnxClassifier
from models.prediction import LoadedThresholds
from models.release import BUNDLED, Release, read_release
from models.training.__main__ import write_config
from models.training.export import export_float, export_int8
from models.training.network import SlantNetwork
from models.training.thresholds import Settings

SETTINGS = Settings(
    sentiment_temperature=1.5,
    loaded_scale=1.2,
    loaded_shift=-0.1,
    fold_scale=1.1,
    fold_shift=0.1,
    word_scale=0.9,
    word_shift=-0.2,
    neutral_below=0.3,
    loaded_from=0.7,
    word=0.4,
    techniques={"doubt": 0.6},
)
SENTENCES = ["The council met.", "A vile and shameful stitch-up, said nobody of note at all!"]


@pytest.fixture(scope="module")
def network() -> SlantNetwork:
    torch.manual_seed(3)
    config = BertConfig(
        hidden_size=48, num_hidden_layers=2, num_attention_heads=4, intermediate_size=96
    )
    return SlantNetwork(BertModel(config, add_pooling_layer=False)).eval()


@pytest.fixture(scope="module")
def folder(network: SlantNetwork, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("release")
    (out / "tokenizer.json").write_bytes((BUNDLED / "tokenizer.json").read_bytes())
    export_float(network, out / "float.onnx")
    export_int8(out / "float.onnx", out / "model.onnx")
    write_config(out, "tiny", "9.9", SETTINGS)
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


def test_the_written_settings_are_read_back(folder: Path) -> None:
    release = read_release(folder)
    assert (release.name, release.version, release.max_tokens) == ("tiny", "9.9", 256)
    assert (release.sentiment_temperature, release.loaded_scale) == (1.5, 1.2)
    assert (release.fold_scale, release.fold_shift) == (1.1, 0.1)
    assert release.thresholds == LoadedThresholds(0.3, 0.7)
    assert release.word_threshold == 0.4
    assert (release.word_scale, release.word_shift) == (0.9, -0.2)
    assert release.techniques == {"doubt": 0.6}
    config = json.loads((folder / "config.json").read_text())
    assert config["thresholds"]["reason"]
    assert np.isfinite(OnnxClassifier(release).predict(SENTENCES).loaded).all()

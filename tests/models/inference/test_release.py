import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from models.errors import ModelError
from models.inference.prediction import LoadedThresholds, ToneThresholds
from models.inference.release import BUNDLED, read_release


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "release"
    folder.mkdir()
    for name in ("config.json", "tokenizer.json", "model.onnx"):
        shutil.copy(BUNDLED / name, folder / name)
    return folder


def test_the_bundled_release_is_whole_and_small() -> None:
    release = read_release()
    assert release.max_tokens == 256
    assert 0 < release.thresholds.not_loaded_below < release.thresholds.loaded_from < 1
    assert release.model_path.stat().st_size <= 30 * 1024 * 1024
    card = (BUNDLED / "README.md").read_text(encoding="utf-8")
    metrics = json.loads((BUNDLED / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["version"] == release.version
    assert f"{metrics['model']} {metrics['version']}" in card


def test_a_truncated_model_is_refused(copy: Path) -> None:
    path = copy / "model.onnx"
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(ModelError, match=r"model\.onnx is damaged"):
        read_release(copy)


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(ModelError, match=f"{name} is missing"):
        read_release(copy)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"name": "x", "version": "1"}'])
def test_unreadable_settings_are_named(copy: Path, text: str) -> None:
    (copy / "config.json").write_text(text)
    with pytest.raises(ModelError, match=r"config\.json can't be read"):
        read_release(copy)


def test_missing_settings_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"config\.json are missing"):
        read_release(tmp_path)


@pytest.mark.parametrize(
    ("probability", "band"),
    [(0.0, "not loaded"), (0.29, "not loaded"), (0.3, "uncertain"), (0.69, "uncertain"),
     (0.7, "loaded"), (1.0, "loaded")],
)  # fmt: skip
def test_bands_at_their_borders(probability: float, band: str) -> None:
    assert LoadedThresholds(not_loaded_below=0.3, loaded_from=0.7).band(probability) == band


def test_a_tone_under_the_threshold_of_its_own_label_is_unclear() -> None:
    rows = np.array([[0.7, 0.2, 0.1], [0.69, 0.2, 0.11], [0.1, 0.1, 0.8], [0.1, 0.5, 0.4]])
    found = ToneThresholds(negative=0.7, neutral=0.5, positive=0.9).labels(rows)
    assert found == ["negative", "unclear", "unclear", "neutral"]
    assert ToneThresholds(0.7, 0.5, 0.9).labels(np.zeros((0, 3))) == []

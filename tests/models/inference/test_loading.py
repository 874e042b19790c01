"""Which classifier the environment names, where that is the folder of a release."""

import json
import shutil
from pathlib import Path

import pytest

from models import ModelError, load_classifier
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.release import BUNDLED


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """The bundled release under another name."""
    for name in ("model.onnx", "tokenizer.json"):
        (tmp_path / name).symlink_to(BUNDLED / name)
    config = json.loads((BUNDLED / "config.json").read_text(encoding="utf-8"))
    (tmp_path / "config.json").write_text(json.dumps({**config, "name": "slant-minilm-house"}))
    return tmp_path


def test_the_folder_of_a_release_is_used(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLANT_LOADED_MODEL", str(release))
    found = load_classifier()
    assert isinstance(found, OnnxClassifier)
    assert found.name == "slant-minilm-house"
    monkeypatch.delenv("SLANT_LOADED_MODEL")
    assert load_classifier().name == "slant-minilm"


def test_a_damaged_release_is_said(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (release / "tokenizer.json").unlink()
    shutil.copy(BUNDLED / "config.json", release / "tokenizer.json")
    monkeypatch.setenv("SLANT_LOADED_MODEL", str(release))
    with pytest.raises(ModelError):
        load_classifier()

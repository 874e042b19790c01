"""What is known of a release can be had without knowing where its files lie."""

import json
from pathlib import Path

import pytest

from models import ModelError, load_classifier, release_facts, voices_facts


def test_the_bundled_release_has_measurements_and_a_card() -> None:
    facts = release_facts()
    assert facts.metrics["version"] == load_classifier().version
    assert f"{facts.metrics['model']} {facts.metrics['version']}" in facts.card


def test_the_network_of_names_and_attributions_has_them_too() -> None:
    facts = voices_facts()
    assert f"slant-voices {facts.metrics['version']}, evaluated" in facts.card


def test_a_missing_file_says_which_folder_to_restore(tmp_path: Path) -> None:
    folder = tmp_path / "slant-voices"
    with pytest.raises(ModelError, match="restore the folder models/slant-voices from"):
        release_facts(folder)


def test_missing_and_damaged_files_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(
        ModelError, match=r"missing \(metrics.json\): run python -m models.evaluate"
    ):
        release_facts(tmp_path)
    (tmp_path / "metrics.json").write_text(json.dumps({}), encoding="utf-8")
    with pytest.raises(ModelError, match=r"missing \(README.md\)"):
        release_facts(tmp_path)
    (tmp_path / "README.md").write_bytes(b"\xff\xfe\xfd")
    with pytest.raises(ModelError, match="cannot be read"):
        release_facts(tmp_path)
    (tmp_path / "README.md").unlink()
    (tmp_path / "README.md").mkdir()
    with pytest.raises(ModelError, match="cannot be read"):
        release_facts(tmp_path)


@pytest.mark.parametrize("text", ["", "{", "[]", "1", '{"a": NaN,'])
def test_damaged_measurements_are_one_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "metrics.json").write_text(text, encoding="utf-8")
    (tmp_path / "README.md").write_text("# Card", encoding="utf-8")
    with pytest.raises(ModelError, match=r"cannot be read .*restore the folder") as caught:
        release_facts(tmp_path)
    assert "\n" not in str(caught.value)

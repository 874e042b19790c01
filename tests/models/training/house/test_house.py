"""A house's own release, from a tiny one: what `python -m models.training.house` runs."""

# ruff: noqa: E402 - what is imported below needs torch
import json
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from models.corpora import read_house
from models.errors import DataError
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.release import BUNDLED, read_release
from models.inference.settings import sha256_of
from models.training.data import wordings
from models.training.export import activation_ranges
from models.training.export.onnx_export import export
from models.training.house import __main__ as command
from models.training.house import measuring, recipe
from models.training.house.measuring import Measured, lost
from models.training.network import base_encoder
from models.training.network.model import new_network
from tests.models.training.tiny_sets import write_encoders

pytestmark = [pytest.mark.torch]

SENTENCES = ("The shameless mayor hid.", "The board met on Monday.")


@pytest.fixture(scope="module", autouse=True)
def tiny(tmp_path_factory: pytest.TempPathFactory) -> object:
    """The tiny encoder in place of the real one, few sentences of our own, one core."""
    small, _ = write_encoders(tmp_path_factory.mktemp("encoders"))
    few = wordings.read_wordings()
    few = replace(few, sentences=few.sentences[::40])
    threads = torch.get_num_threads()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(base_encoder, "base_folder", lambda: small)
        for module in (command, activation_ranges):
            patch.setattr(module, "read_wordings", lambda: few)
        for module in (recipe, measuring):
            desks = module.read_desks()
            patch.setattr(module, "read_desks", lambda desks=desks: desks[::20])
        torch.set_num_threads(1)
        yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the tiny encoder, without any training."""
    folder = tmp_path_factory.mktemp("release")
    (folder / "float").mkdir()
    torch.manual_seed(1)
    network = new_network(base_encoder.base_folder())
    export(
        network,
        activation_ranges.range_sentences(),
        folder / "float" / "model.onnx",
        folder / "model.onnx",
    )
    base_encoder.base_tokenizer().save(str(folder / "tokenizer.json"), pretty=False)
    config = json.loads((BUNDLED / "config.json").read_text(encoding="utf-8"))
    config["sha256"] = {name: sha256_of(folder / name) for name in ("model.onnx", "tokenizer.json")}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return folder


def write_decisions(path: Path, many: int) -> Path:
    """Write a training set as the desk gives it: two sentences an article, one of them loaded."""
    pd.DataFrame(
        {
            "text": [f"{SENTENCES[number % 2]} {number}" for number in range(many)],
            "outlet": "The Ashby Courier",
            "url": [f"article:{number // 2}" for number in range(many)],
            "label": [1 - number % 2 for number in range(many)],
            "label_opinion": "",
            "n_biased": [1 - number % 2 for number in range(many)],
            "n_votes": 1,
            "biased_spans": ["[[4, 13]]" if number % 2 == 0 else "[]" for number in range(many)],
            "word_votes": [
                '{"shameless": 1}' if number % 2 == 0 else "{}" for number in range(many)
            ],
        }
    ).to_parquet(path)
    return path


def run(decisions: Path, out: Path, release: Path) -> int:
    return command.main(
        ["--decisions", str(decisions), "--out", str(out), "--further", str(release)]
    )


def test_a_release_is_trained_and_can_be_used(
    tmp_path: Path, release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decisions, out = write_decisions(tmp_path / "decisions.parquet", 120), tmp_path / "own"
    assert run(decisions, out, release) == 0
    held_out = sum(row.part == "test" for row in read_house(decisions))
    assert f"{held_out} held-out sentences of the house" in capsys.readouterr().out
    made = read_release(out)
    assert (made.name, made.thresholds) == ("slant-minilm-house", read_release(release).thresholds)
    assert {path.name for path in out.iterdir()} == {"model.onnx", "tokenizer.json", "config.json"}
    assert OnnxClassifier(made).predict(list(SENTENCES)).loaded.shape == (2,)
    # What is there already is not written over.
    assert run(decisions, out, release) == 2


def test_the_split_is_by_article(tmp_path: Path) -> None:
    rows = read_house(write_decisions(tmp_path / "decisions.parquet", 120))
    parts = {row.group: row.part for row in rows}
    assert all(parts[row.group] == row.part for row in rows)
    assert {row.part for row in rows} == {"train", "test"}
    assert {row.corpus for row in rows} == {"house"}


@pytest.mark.parametrize("content", [None, b"no table", {"text": ["a"]}])
def test_what_is_no_training_set_is_said(tmp_path: Path, content: object) -> None:
    path = tmp_path / "decisions.parquet"
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content:
        pd.DataFrame(content).to_parquet(path)
    with pytest.raises(DataError, match=r"decisions\.parquet"):
        read_house(path)


def test_too_few_sentences_are_said(
    tmp_path: Path, release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decisions = write_decisions(tmp_path / "decisions.parquet", 20)
    assert run(decisions, tmp_path / "own", release) == 2
    assert "60 are needed" in capsys.readouterr().err


def test_where_too_much_is_lost_nothing_is_kept(
    tmp_path: Path, release: Path, monkeypatch: pytest.MonkeyPatch, capsys: object
) -> None:
    figures = iter((Measured(0.6, 0.95, None), Measured(0.9, 0.90, None)))
    monkeypatch.setattr(command, "measured", lambda *_: next(figures))
    decisions = write_decisions(tmp_path / "decisions.parquet", 120)
    assert run(decisions, tmp_path / "own", release) == 1
    assert not (tmp_path / "own").exists()


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (Measured(0.6, 0.95, 0.80), Measured(0.5, 0.94, 0.79), []),
        (Measured(None, 0.95, 0.80), Measured(None, 0.95, 0.77), ["BABE"]),
        (Measured(None, 0.95, None), Measured(None, 0.92, None), ["plain"]),
    ],
)
def test_what_counts_as_lost(before: Measured, after: Measured, words: list[str]) -> None:
    found = lost(before, after)
    assert len(found) == len(words)
    assert all(word in line for word, line in zip(words, found, strict=True))

import numpy as np
import pytest

from models import ModelError, word_vectors
from models.inference import word_vectors as module


def likeness(one: str, other: str) -> float:
    first, second = word_vectors([one, other])
    return float(first @ second / np.linalg.norm(first) / np.linalg.norm(second))


@pytest.mark.parametrize(
    ("word", "like", "unlike"),
    [
        ("absurd", "ridiculous", "tuesday"),
        ("soared", "plunged", "shameful"),
        ("liar", "idiot", "council"),
        ("brazen", "shameless", "kilometres"),
    ],
)
def test_words_of_like_meaning_have_like_vectors(word, like, unlike):
    assert likeness(word, like) > likeness(word, unlike) + 0.2


def test_a_few_words_have_the_mean_of_their_tokens():
    both, one, other = word_vectors(["absurd council", "absurd", "council"])
    assert both == pytest.approx((one + other) / 2)


def test_texts_without_tokens_have_none():
    assert word_vectors([]).shape == (0, module.DIMENSIONS)
    assert not word_vectors(["", " "]).any()


def test_a_missing_file_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(module, "FILE", tmp_path / "none.npz")
    module._loaded.cache_clear()
    with pytest.raises(ModelError, match="restore the folder models"):
        word_vectors(["absurd"])
    monkeypatch.undo()
    module._loaded.cache_clear()


@pytest.mark.torch
def test_the_file_is_what_the_command_makes(tmp_path):
    from models.training.house.word_vectors import main

    assert main(["--out", str(tmp_path / "made.npz")]) == 0
    with np.load(tmp_path / "made.npz") as made, np.load(module.FILE) as kept:
        # The last bit may round another way elsewhere.
        off = made["vectors"].astype(int) - kept["vectors"].astype(int)
        assert np.abs(off).max() <= 1
        assert float(made["scale"]) == pytest.approx(float(kept["scale"]), rel=1e-4)

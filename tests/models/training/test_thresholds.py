"""What calibrates a release, on models whose logits are known."""

from collections.abc import Sequence
from typing import cast

import numpy as np
import pytest

from models.onnx_classifier import Logits, OnnxClassifier, Tokens
from models.training.thresholds import Scaling, choose_word_threshold, release_scaling
from models.words import WORD

TEXT = "The spineless mayor met a shameful crowd."


def scored(*likely: tuple[str, float]) -> list[tuple[int, int, float]]:
    """The words of `TEXT`, those in `likely` with their probability."""
    chances = dict(likely)
    return [(*match.span(), chances.get(match.group(), 0.01)) for match in WORD.finditer(TEXT)]


def span(word: str) -> tuple[int, int]:
    return TEXT.index(word), TEXT.index(word) + len(word)


def test_the_lowest_of_equally_good_word_thresholds_is_chosen() -> None:
    words = scored(("spineless", 0.9), ("shameful", 0.6), ("mayor", 0.155))
    assert choose_word_threshold([TEXT], [words], [(span("spineless"), span("shameful"))]) == 0.16


def test_a_much_better_word_threshold_is_chosen_though_it_is_higher() -> None:
    words = scored(("spineless", 0.9), ("mayor", 0.5), ("crowd", 0.4))
    assert choose_word_threshold([TEXT], [words], [(span("spineless"),)]) == 0.51


class Linear:
    """A classifier whose logits grow with a sentence's length, times `scale` and plus `shift`."""

    def __init__(self, scale: float, shift: float) -> None:
        self.scale, self.shift = scale, shift

    def tokenize(self, sentences: Sequence[str]) -> list[Tokens]:
        return [Tokens([len(s)] * 2, [(0, 1), (1, len(s))], truncated=False) for s in sentences]

    def logits(self, ids: Sequence[Sequence[int]]) -> Logits:
        lengths = np.array([(row[0] - 50) / 20 for row in ids], dtype=np.float32)
        loaded = self.scale * lengths + self.shift
        words = [np.array([2 * value, 2 * value], dtype=np.float32) for value in loaded]
        return Logits(np.zeros((len(ids), 3), dtype=np.float32), loaded, words, [])


def test_the_release_is_scaled_to_agree_with_the_calibrated_folds() -> None:
    release, fold = (cast(OnnxClassifier, Linear(*of)) for of in ((0.5, 0.25), (1.0, 0.0)))
    sentences = ["x" * (1 + i % 99) for i in range(3_000)]
    found = release_scaling(release, [fold, fold], sentences, Scaling(1.5, 0.2, 0.8, -0.3))
    # With logits half as large and a quarter higher: 1.5 x + 0.2 = 3 (x / 2 + 1 / 4) − 0.55.
    assert found.loaded_scale == pytest.approx(3, abs=0.05)
    assert found.loaded_shift == pytest.approx(-0.55, abs=0.03)
    assert found.word_scale == pytest.approx(1.6, abs=0.03)
    # A word's logit is twice the sentence's: 0.8 · 2x − 0.3 = 1.6 · 2 (x / 2 + 1 / 4) − 1.1.
    assert found.word_shift == pytest.approx(-1.1, abs=0.03)

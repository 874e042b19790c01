"""What calibrates a release, on models whose logits are known."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import numpy as np
import pytest

from models.corpora import Example
from models.inference.onnx_classifier import Logits, OnnxClassifier, Tokens
from models.inference.words import WORD, WordThresholds
from models.training.calibration.out_of_fold import OutOfFold
from models.training.calibration.scaling import Scaling, release_scaling, sentiment_settings
from models.training.calibration.thresholds import choose_word_thresholds

TEXT = "The spineless mayor met a shameful crowd."


def rows(
    *sentences: tuple[float, dict[str, float], tuple[str, ...]],
) -> list[OutOfFold]:
    """Rows that say `TEXT`: how likely it and some of its words are, and which were marked."""
    return [
        OutOfFold(
            Example(TEXT, "babe", "train", words=tuple(span(word) for word in marked)),
            logit(loaded),
            [logit(likely.get(match.group(), 0.01)) for match in WORD.finditer(TEXT)],
        )
        for loaded, likely, marked in sentences
    ]


def logit(probability: float) -> float:
    return float(np.log(probability / (1 - probability)))


def span(word: str) -> tuple[int, int]:
    return TEXT.index(word), TEXT.index(word) + len(word)


def chosen(*sentences: tuple[float, dict[str, float], tuple[str, ...]]) -> WordThresholds:
    return choose_word_thresholds(rows(*sentences), Scaling(1, 0, 1, 0), neutral_below=0.3)


SURE = (0.9, {"spineless": 0.555}, ("spineless",))


def test_the_lowest_of_equally_good_word_thresholds_is_chosen() -> None:
    found = chosen(SURE, (0.1, {"mayor": 0.205}, ()), (0.9, {"mayor": 0.105}, ()))
    assert (found.neutral, found.flagged) == (0.21, 0.11)


def test_a_share_is_asked_where_it_tells_the_marked_from_the_rest() -> None:
    both = (0.9, {"spineless": 0.905, "crowd": 0.405}, ("spineless",))
    weak = (0.9, {"spineless": 0.305}, ("spineless",))
    assert chosen(both, weak) == WordThresholds(neutral=0.05, flagged=0.05, share=0.5)


def test_rows_whose_words_nobody_marked_say_nothing_of_words() -> None:
    unmarked = replace(rows(SURE)[0], example=Example(TEXT, "babe", "train", words=None))
    many = [*rows(SURE, (0.9, {"mayor": 0.105}, ())), *[unmarked] * 9]
    assert choose_word_thresholds(many, Scaling(1, 0, 1, 0), 0.3).flagged == 0.11


class Linear:
    """A classifier whose logits grow with a sentence's length, times `scale` and plus `shift`."""

    def __init__(self, scale: float, shift: float) -> None:
        self.scale, self.shift = scale, shift

    def tokenize(self, sentences: Sequence[str]) -> list[Tokens]:
        return [Tokens([len(s)] * 2, [(0, 1), (1, len(s))], read_to=len(s)) for s in sentences]

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


class Gloomy:
    """A classifier that reads a sentence's logits off its text, all too negative by two."""

    def tokenize(self, sentences: Sequence[str]) -> list[Tokens]:
        return [Tokens([int(s)], [(0, len(s))], read_to=len(s)) for s in sentences]

    def logits(self, ids: Sequence[Sequence[int]]) -> Logits:
        positive = np.array([row[0] / 100 for row in ids], dtype=np.float32)
        sentiment = np.stack([2 - positive, np.full_like(positive, -20), positive], axis=1)
        return Logits(sentiment, np.zeros(len(ids), dtype=np.float32), [], [])


def test_the_balance_is_the_mean_of_news_and_reviews() -> None:
    # Reviews turn positive where the logits meet, at 1; news only at 3; each with one row in four
    # on the other side, so that there is a scale.
    examples = []
    for corpus, turn in (("sst", 100), ("newsmtsc", 300)):
        for step in range(-80, 81):
            label = 2 * int((step > 0) != (step % 4 == 0))
            target = (float(label == 0), 0.0, float(label == 2))
            examples.append(
                Example(
                    str(turn + 5 * step),
                    corpus,
                    "validation",
                    sentiment=target,
                    sentiment_label=label,
                    targets=1 + step % 2,
                )
            )
        # A neutral sentence says nothing of where the two meet.
        neutral = (0.0, 1.0, 0.0)
        examples.append(
            Example("900", corpus, "validation", sentiment=neutral, sentiment_label=1, targets=1)
        )
    temperature, balance = sentiment_settings(cast(OnnxClassifier, Gloomy()), examples)
    # The negative logit is 2 − x, the positive x: balanced at 1 by 0 and at 3 by 2.
    assert balance == pytest.approx(1, abs=0.1)
    assert temperature > 1

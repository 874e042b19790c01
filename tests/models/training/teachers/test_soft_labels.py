# ruff: noqa: E402 - what is imported below needs torch
import pytest

pytest.importorskip("torch")
pytestmark = pytest.mark.torch

from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from models.inference.release import BUNDLED
from models.training.data.batches import TRAINING_TOKENS, plain_tokenizer
from models.training.teachers.soft_labels import SoftLabels, soft_labelled

SENTENCES = ["The ferry left.", "A reckless, shameful deal."]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return plain_tokenizer(BUNDLED / "tokenizer.json")


def labels(
    tokenizer: Tokenizer,
    sentences: list[str],
    loaded: float,
    word: float,
    sentiment: tuple[float, float, float] = (0, 0, 0),
) -> SoftLabels:
    """A teacher that says the same of every sentence and of every token."""
    lengths = [min(len(t.ids), TRAINING_TOKENS) for t in tokenizer.encode_batch(sentences)]
    return SoftLabels(
        np.full(len(sentences), loaded, dtype=np.float16),
        [np.full(length, word, dtype=np.float16) for length in lengths],
        np.array([sentiment] * len(sentences), dtype=np.float16),
    )


def test_targets_are_the_probability_of_the_teachers_mean_logit(tokenizer: Tokenizer) -> None:
    teachers = [labels(tokenizer, SENTENCES, 1, -2), labels(tokenizer, SENTENCES, 3, 2)]
    examples = soft_labelled(SENTENCES, tokenizer, teachers)
    assert len(examples) == 2
    for example in examples:
        assert example.loaded == pytest.approx(0.8808, abs=1e-4)  # 1 / (1 + e^-2)
        assert example.words is not None
        assert example.words[0] == example.words[-1] == -1  # [CLS] and [SEP]
        assert example.words[1:-1] == pytest.approx([0.5] * (len(example.ids) - 2))
        assert example.sentiment is None


def test_sentiment_is_that_of_its_own_teachers(tokenizer: Tokenizer) -> None:
    teacher = labels(tokenizer, SENTENCES, 1, 1, (9, 0, 0))
    sentiment_teachers = [
        labels(tokenizer, SENTENCES, -5, -5, logits) for logits in ((1, 2, 3), (3, 2, 3))
    ]
    examples = soft_labelled(SENTENCES, tokenizer, [teacher], sentiment_teachers)
    assert len(examples) == len(SENTENCES)
    for example in examples:
        # softmax of (2, 2, 3): e^0, e^0, e^1 over their sum
        assert example.sentiment == pytest.approx((0.2119, 0.2119, 0.5761), abs=1e-4)
        assert example.loaded == pytest.approx(0.7311, abs=1e-4)  # 1 / (1 + e^-1)


def test_a_sentence_cut_otherwise_by_the_teacher_is_left_out(tokenizer: Tokenizer) -> None:
    teacher = labels(tokenizer, SENTENCES, 1, 1)
    teacher.words[0] = teacher.words[0][:-1]
    (example,) = soft_labelled(SENTENCES, tokenizer, [teacher])
    assert example.ids == tokenizer.encode(SENTENCES[1]).ids


def test_a_long_sentence_is_cut(tokenizer: Tokenizer) -> None:
    long = ["ferry " * 300]
    (example,) = soft_labelled(long, tokenizer, [labels(tokenizer, long, 0, 0)])
    assert example.words is not None
    assert len(example.ids) == len(example.words) == TRAINING_TOKENS


def test_labels_are_read_as_they_were_written(tokenizer: Tokenizer, tmp_path: Path) -> None:
    written = labels(tokenizer, SENTENCES, 0.3, -1.7, (-0.5, 1, 2))
    written.save(tmp_path / "labels.npz")
    read = SoftLabels.load(tmp_path / "labels.npz")
    assert np.array_equal(read.loaded, written.loaded)
    assert np.array_equal(read.sentiment, written.sentiment)
    assert len(read.words) == 2
    assert all(map(np.array_equal, read.words, written.words))
    assert [path.name for path in tmp_path.iterdir()] == ["labels.npz"]

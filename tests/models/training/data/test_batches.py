# ruff: noqa: E402 - what is imported below needs torch
import pytest

pytest.importorskip("torch")
pytestmark = pytest.mark.torch

import random
from dataclasses import replace

from tokenizers import Tokenizer

from models.corpora import TECHNIQUE_NAMES, Example
from models.inference.release import BUNDLED
from models.training.data.batches import MARKED_ONCE_TARGET, TRAINING_TOKENS, batches, encode


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(BUNDLED / "tokenizer.json"))


def example(text: str, words: tuple[tuple[int, int], ...] | None) -> Example:
    return Example(text, "babe", "train", loaded=0.6, loaded_label=1, words=words)


def test_tokens_touching_a_loaded_span_are_targets(tokenizer: Tokenizer) -> None:
    text = "The vile plan"
    (encoded,) = encode([example(text, ((4, 8),))], tokenizer)
    # [CLS] the vile plan [SEP]
    assert encoded.words == [-1, 0, 1, 0, -1]
    (once,) = encode([replace(example(text, ((4, 8),)), marked_once=((9, 13),))], tokenizer)
    assert once.words == [-1, 0, 1, MARKED_ONCE_TARGET, -1]
    (unmarked,) = encode([example(text, None)], tokenizer)
    assert unmarked.words is None


def test_every_example_comes_once_and_loaded_words_are_never_masked(tokenizer: Tokenizer) -> None:
    mask_id = tokenizer.token_to_id("[MASK]")
    texts = [f"Number {i} of many was a vile and long affair for the town" for i in range(100)]
    examples = [example(t, ((t.index("vile"), t.index("vile") + 4),)) for t in texts]
    encoded = encode(examples, tokenizer)
    vile = tokenizer.token_to_id("vile")
    rows = masked = 0
    for batch in batches(encoded, 8, mask_id, random.Random(1)):
        rows += len(batch.ids)
        assert (batch.ids == vile).sum() == len(batch.ids)
        masked += int((batch.ids == mask_id).any(dim=1).sum())
        assert batch.loaded is not None
        assert batch.sentiment is None
    assert rows == 100
    assert 10 <= masked <= 50  # three in ten, less those that would have hidden the loaded word


def test_long_texts_are_cut(tokenizer: Tokenizer) -> None:
    (encoded,) = encode([example("word " * 400, ())], tokenizer)
    assert len(encoded.ids) == TRAINING_TOKENS


def test_tokens_of_a_technique_and_the_opinion_are_targets(tokenizer: Tokenizer) -> None:
    doubt = TECHNIQUE_NAMES.index("doubt")
    marked = replace(example("The vile plan", ()), techniques=((4, 13, doubt),), opinion=2)
    (batch,) = batches(encode([marked], tokenizer), 8, 0, random.Random(1))
    assert batch.techniques is not None
    # [CLS] the vile plan [SEP]
    assert batch.techniques[0, :, doubt].tolist() == [0, 0, 1, 1, 0]
    assert batch.techniques.sum() == 2
    assert batch.opinion is not None
    assert batch.opinion.tolist() == [2]

"""Targets are means over variants, and stand at the right tokens."""

import numpy as np
import pytest

pytest.importorskip("torch")

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

from models.inference.calibration import sigmoid
from models.training.steady import targets
from models.training.steady.variants import Variants
from models.training.steady.wrapping import Wrapped
from models.training.teachers.soft_labels import DISTILLED, SoftLabels

pytestmark = pytest.mark.torch

WORDS = "[PAD] [UNK] [CLS] [SEP] [MASK] the bus was late ann said that bob . “ ” ,"


@pytest.fixture
def tokenizer() -> Tokenizer:
    vocabulary = {word: number for number, word in enumerate(WORDS.split())}
    made = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    return made


@pytest.fixture(autouse=True)
def says(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network whose loaded logit is the number of the sentence, and whose words' logits are those
    of their tokens."""

    def predict(_: object, tokenizer: Tokenizer, texts: list[str]) -> SoftLabels:
        ids = [tokenizer.encode(text).ids for text in texts]
        return SoftLabels(
            np.arange(len(texts), dtype=np.float16),
            [np.array(row, dtype=np.float16) / 4 for row in ids],
            np.array([[float(i), 0, 0] for i in range(len(texts))], dtype=np.float16),
        )

    monkeypatch.setattr(targets, "predict_soft_labels", predict)


def test_variants_share_the_mean_and_keep_their_own_words(tokenizer: Tokenizer) -> None:
    groups = [
        Variants(("Ann said the bus was late.", "Bob said the bus was late."), (0, 1)),
        Variants(("The bus was late.", "The bus was late"), (1,)),
    ]
    first, second, third = targets.of_variants(None, tokenizer, groups)  # type: ignore[arg-type]
    assert first.corpus == DISTILLED
    # The network's logits of sentence n are (n, 0, 0) and n: these are the means of two.
    assert first.logits == second.logits == (0.5, 0, 0, 0.5)
    assert third.logits == (2.5, 0, 0, 2.5)
    assert first.loaded is first.sentiment is None
    assert third.ids == [2, 5, 6, 7, 8, 3]
    expected = [-1, *sigmoid(np.array([5, 6, 7, 8]) / 4), -1]
    assert third.words == pytest.approx(expected, abs=1e-3)


def test_a_wrapped_sentence_has_the_bare_one_s_targets(tokenizer: Tokenizer) -> None:
    text = "Ann said that the bus was late."
    start, end = text.index("the"), text.index(".")
    (found,) = targets.of_wrapped(
        None,  # type: ignore[arg-type]
        tokenizer,
        ["The bus was late."],
        [Wrapped(text, start, end)],
    )
    assert found.logits == (0, 0, 0, 0)
    of_content = sigmoid(np.array([5, 6, 7, 8]) / 4)
    assert found.words == pytest.approx([-1, 0, 0, 0, *of_content, 0, -1], abs=1e-3)


def test_content_of_other_tokens_has_no_targets_for_words(tokenizer: Tokenizer) -> None:
    (found,) = targets.of_wrapped(
        None,  # type: ignore[arg-type]
        tokenizer,
        ["The bus was late."],
        [Wrapped("The bus was, said Ann", 0, 11)],
    )
    assert set(found.words or ()) == {-1.0}

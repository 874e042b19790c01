from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.corpora import Example
from models.evaluation.figures.faithfulness import faithfulness, named_and_others
from models.evaluation.figures.lines import sentences
from models.inference.onnx_classifier import Logits, OnnxClassifier, Tokens, masked
from models.inference.prediction import Prediction
from models.inference.release import read_release

pytest.importorskip("sklearn")
pytestmark = pytest.mark.torch

TEXTS = [
    "The vile council closed the library and the harbour baths.",
    "The council opened the vile library beside the harbour baths.",
]


class MindsOneWord(OnnxClassifier):
    """Reads like the bundled model; a sentence is loaded as long as it holds “vile”."""

    def logits(self, ids: Sequence[Sequence[int]]) -> Logits:
        vile = self.tokenize(["vile"])[0].ids[1]
        loaded = np.array([2.0 if vile in tokens else -2.0 for tokens in ids], dtype=np.float32)
        return Logits(np.zeros((len(ids), 3), dtype=np.float32), loaded, [], [])


@pytest.fixture(scope="module")
def classifier() -> MindsOneWord:
    return MindsOneWord(replace(read_release(), loaded_scale=1.0, loaded_shift=0.0))


def measured(classifier: OnnxClassifier, named: Sequence[Sequence[str]]) -> dict[str, Any]:
    examples = [Example(text, "babe", "test") for text in TEXTS]
    spans = [
        [(text.index(word), text.index(word) + len(word), 0.9) for word in words]
        for text, words in zip(TEXTS, named, strict=True)
    ]
    loaded = np.full(len(TEXTS), 0.88, dtype=np.float32)
    nothing = np.zeros((len(TEXTS), 3), dtype=np.float32)
    lengths = np.array([len(text) for text in TEXTS], dtype=np.int64)
    made = Prediction(nothing, loaded, spans, np.zeros(len(TEXTS), dtype=bool), lengths)
    return faithfulness(classifier, made, examples, sentences(examples))


def test_words_that_the_model_minds_are_true_reasons(classifier: MindsOneWord) -> None:
    found = measured(classifier, [["vile"], ["vile"]])
    assert (found["flagged"], found["sentences"], found["share"]) == (2, 2, 1.0)
    # sigmoid(2) − sigmoid(−2); masking another word changes nothing.
    assert found["fall_named"] == pytest.approx(0.88 - 0.1192, abs=1e-4)
    assert found["fall_random"] == pytest.approx(0.88 - 0.8808, abs=1e-4)
    assert found["corpora"] == {"babe": {"sentences": 2, "share": 1.0}}


def test_words_that_it_does_not_mind_are_none(classifier: MindsOneWord) -> None:
    found = measured(classifier, [["library"], ["baths"]])
    assert (found["sentences"], found["share"]) == (2, 0.0)


def test_sentences_that_cannot_be_compared_are_counted(classifier: MindsOneWord) -> None:
    found = measured(classifier, [["vile council closed the library"], ["vile"]])
    assert (found["too_few_others"], found["sentences"]) == (1, 1)
    found = measured(classifier, [[], ["vile"]])
    assert (found["without_words"], found["too_few_others"], found["sentences"]) == (1, 0, 1)


def test_content_words_are_no_function_words_and_were_read() -> None:
    text = "It isn’t a vile plan for the old port"
    tokens = Tokens([0] * 2, [(0, 0), (0, 32)], False)
    named, others = named_and_others(text, [(11, 15, 0.9)], tokens, {"for", "the", "isn"})
    assert [text[s:e] for s, e in named] == ["vile"]
    # “isn’t” counts as “isn”; “port” stands behind what the model read.
    assert [text[s:e] for s, e in others] == ["plan", "old"]


def test_every_token_of_a_span_is_masked(classifier: MindsOneWord) -> None:
    tokens = classifier.tokenize(["an unputdownable plan"])[0]
    mask = classifier.mask_id
    ids = masked(tokens, [(3, 16)], mask)
    assert [i for i, token in enumerate(ids) if token == mask] == [
        i for i, (start, end) in enumerate(tokens.offsets) if 3 <= start < end <= 16
    ]
    assert ids.count(mask) > 1


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 4)), max_size=4))
def test_masking_changes_tokens_and_never_their_number(spans: list[tuple[int, int]]) -> None:
    tokens = Tokens([1, 2, 3, 4], [(0, 0), (0, 3), (4, 7), (0, 0)], False)
    ids = masked(tokens, [(start, start + size) for start, size in spans], 9)
    assert len(ids) == 4
    assert (ids[0], ids[3]) == (1, 4)

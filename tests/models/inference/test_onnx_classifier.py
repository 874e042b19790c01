import subprocess
import sys
import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import load_classifier
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.prediction import Prediction

PLAIN = "The council approved the budget on Tuesday by seven votes to four."
LOADED = "The spineless council caved in yet again and rammed through its disgraceful budget."
GLAD = "Residents celebrated the wonderful news with joy and gratitude."
SAD = "The terrible collapse killed nine people and left families in grief."


@pytest.fixture(scope="module")
def classifier() -> OnnxClassifier:
    loaded = load_classifier()
    assert isinstance(loaded, OnnxClassifier)
    return loaded


def test_plain_and_loaded_sentences_are_told_apart(classifier: OnnxClassifier) -> None:
    plain, loaded = classifier.predict([PLAIN, LOADED]).loaded
    assert classifier.thresholds.band(plain) == "not loaded"
    assert classifier.thresholds.band(loaded) == "loaded"


def test_loaded_words_are_found_where_they_stand(classifier: OnnxClassifier) -> None:
    prediction = classifier.predict([PLAIN, LOADED])
    assert prediction.words[0] == []
    found = " ".join(LOADED[start:end] for start, end, _ in prediction.words[1])
    assert "spineless" in found
    assert "disgraceful" in found


def test_sentiment_follows_the_wording(classifier: OnnxClassifier) -> None:
    glad, sad = classifier.predict([GLAD, SAD]).sentiment
    assert glad.argmax() == 2
    assert sad.argmax() == 0


def test_shapes_types_and_ranges(classifier: OnnxClassifier) -> None:
    prediction = classifier.predict([PLAIN, "", "🙂", LOADED])
    assert prediction.sentiment.shape == (4, 3)
    assert prediction.sentiment.dtype == prediction.loaded.dtype == np.float32
    assert prediction.sentiment.sum(axis=1) == pytest.approx(np.ones(4), abs=1e-5)
    assert ((prediction.loaded >= 0) & (prediction.loaded <= 1)).all()
    assert prediction.truncated.tolist() == [False] * 4


def test_no_sentences_give_empty_arrays(classifier: OnnxClassifier) -> None:
    prediction = classifier.predict([])
    assert prediction.sentiment.shape == (0, 3)
    assert prediction.loaded.shape == prediction.truncated.shape == (0,)
    assert prediction.read_to.shape == (0,)
    assert prediction.read_to.dtype == np.int64
    assert prediction.words == []


def test_a_very_long_sentence_is_cut_and_said(classifier: OnnxClassifier) -> None:
    text = "and then the mayor spoke " * 100
    prediction = classifier.predict([PLAIN, text])
    assert prediction.truncated.tolist() == [False, True]


def test_all_that_counts_is_before_where_reading_stopped(classifier: OnnxClassifier) -> None:
    texts = [
        PLAIN,
        "",
        LOADED + "   ",
        "and then the mayor spoke " * 100,
        f"{LOADED} " * 40 + GLAD,
        "gobbledygookery, élégante " * 90,  # cut inside a word, after letters with accents
        "x" * 90_000,  # more characters than are looked at
        f"{'y' * 99} " * 400,
    ]
    whole = classifier.predict(texts)
    ends = whole.read_to.tolist()
    assert whole.truncated.tolist() == [False] * 3 + [True] * 5
    lengths = [len(text) for text in texts]
    assert (whole.read_to < lengths).tolist() == whole.truncated.tolist()
    assert ends[:3] == lengths[:3]
    assert min(ends[3:]) > 0
    read = classifier.predict([text[:end] for text, end in zip(texts, ends, strict=True)])
    assert read.loaded.tolist() == whole.loaded.tolist()
    assert read.sentiment.tolist() == whole.sentiment.tolist()
    # A word that was cut is marked to its own end.
    assert read.words == [
        [(start, min(stop, end), probability) for start, stop, probability in words]
        for words, end in zip(whole.words, ends, strict=True)
    ]
    assert not read.truncated.any()
    # Not a character less: without the last one the network reads other tokens.
    for text, end in zip(texts[3:6], ends[3:6], strict=True):
        full, less = classifier.tokenize([text, text[: end - 1]])
        assert less.ids != full.ids


def test_order_and_company_do_not_change_a_score(classifier: OnnxClassifier) -> None:
    sentences = [PLAIN, LOADED, GLAD, SAD] * 30
    together = classifier.predict(sentences)
    alone = [float(classifier.predict([s]).loaded[0]) for s in sentences[:4]]
    assert together.loaded[:4].tolist() == alone
    assert together.loaded[-4:].tolist() == alone


def test_masking_the_loaded_word_lowers_the_probability(classifier: OnnxClassifier) -> None:
    sentence = "The council adopted its disgraceful budget on Tuesday."
    start = sentence.index("disgraceful")
    masked = classifier.loaded_when_masked(
        [sentence, sentence], [[(start, start + len("disgraceful"))], [(0, 0)]]
    )
    whole = classifier.predict([sentence]).loaded[0]
    assert masked[0] < 0.5 < whole
    assert masked[1] == whole


def test_masking_all_the_loaded_words_lowers_the_probability(classifier: OnnxClassifier) -> None:
    # Of four loaded words any three are enough by themselves.
    ((*words,),) = classifier.predict([LOADED]).words
    assert len(words) > 1
    together = [(start, end) for start, end, _ in words]
    masked = classifier.loaded_when_masked([LOADED, LOADED], [together, []])
    whole = classifier.predict([LOADED]).loaded[0]
    assert masked[0] < whole
    assert masked[1] == whole


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=4))
def test_any_text_gives_offsets_inside_it(texts: list[str]) -> None:
    classifier = load_classifier()
    prediction: Prediction = classifier.predict(texts)
    for text, words in zip(texts, prediction.words, strict=True):
        for start, end, probability in words:
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
            assert 0 <= probability <= 1
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    assert ((prediction.read_to >= 0) & (prediction.read_to <= lengths)).all()
    assert (prediction.truncated == (prediction.read_to < lengths)).all()


def test_threads_share_one_classifier(classifier: OnnxClassifier) -> None:
    expected = classifier.predict([PLAIN, LOADED]).loaded.tolist()
    results: list[list[float]] = []

    def score() -> None:
        results.extend(classifier.predict([PLAIN, LOADED]).loaded.tolist() for _ in range(5))

    threads = [threading.Thread(target=score) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 20


def test_running_needs_neither_torch_nor_transformers() -> None:
    code = (
        "import sys; from models import load_classifier; "
        "load_classifier().predict(['The council met.']); "
        "print(sorted({'torch', 'transformers'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

"""What is kept of the two networks' answers: the same answers, and asked once."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from analysis.queue.inference_queue import InferenceQueue
from analysis.queue.kept_attributions import KeptAttributions, QueuedTagger
from analysis.queue.kept_sentences import KeptClassifier, SentenceScores, digest
from analysis.scoring.classifier import classifier
from analysis.speakers.tagging.network import voices

SENTENCES = [
    "The shambolic council wrecked the pool.",
    "It rained.",
    "The shambolic council wrecked the pool.",
    "A brutal raid on families, 👩\u200d🚒 and all.",
    "",
]
PARAGRAPHS = [
    "The council closed the pool on Monday. Hale said that nobody had asked her about it.",
    "“It is a disgrace,” said Nora Pell, who runs the bakery on Canal Street.",
    *(f"In the {n} district the mayor claimed that the work was done by May." for n in range(24)),
    "According to the county, closing it saves 40,000 a year.",
]


class Counting:
    """The bundled classifier, with the sentences that it was asked for."""

    def __init__(self, version: str = "1") -> None:
        self.asked: list[str] = []
        self.version = version
        self._model = classifier()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._model, name)

    def predict(self, sentences: Sequence[str]) -> Any:
        self.asked += sentences
        return self._model.predict(sentences)

    def loaded_when_masked(self, sentences: Sequence[str], spans: Any) -> Any:
        self.asked += sentences
        return self._model.loaded_when_masked(sentences, spans)


def equal(one: Any, other: Any) -> bool:
    return all(
        np.array_equal(getattr(one, name), getattr(other, name))
        for name in ("sentiment", "loaded", "truncated", "read_to")
    ) and [list(map(tuple, words)) for words in one.words] == [
        list(map(tuple, words)) for words in other.words
    ]


def test_scores_are_those_of_the_classifier_and_asked_for_once() -> None:
    model: Any = Counting()
    kept = KeptClassifier(model, SentenceScores())
    expected = classifier().predict(SENTENCES)
    for _ in range(2):
        found = kept.predict(SENTENCES)
        assert equal(found, expected)
        assert found.sentiment.dtype == found.loaded.dtype == np.float32
    assert model.asked == list(dict.fromkeys(SENTENCES))
    kept.predict([*SENTENCES, "It rained again."])
    assert model.asked[-1] == "It rained again."
    assert len(model.asked) == 5
    assert kept.predict([]).loaded.shape == (0,)


def test_masked_scores_depend_on_what_is_masked() -> None:
    model: Any = Counting()
    kept = KeptClassifier(model, SentenceScores())
    sentences, spans = [SENTENCES[0]] * 2, [[(4, 13)], [(22, 29)]]
    expected = classifier().loaded_when_masked(sentences, spans)
    assert expected[0] != expected[1]
    for _ in range(2):
        assert np.array_equal(kept.loaded_when_masked(sentences, spans), expected)
    assert len(model.asked) == 2


def test_another_version_of_the_model_is_asked_anew() -> None:
    scores = SentenceScores()
    for version in ("1", "2"):
        model: Any = Counting(version)
        KeptClassifier(model, scores).predict(SENTENCES[:1])
        assert model.asked == SENTENCES[:1]


def test_the_classifier_is_described_as_it_is() -> None:
    model = classifier()
    kept = KeptClassifier(model, SentenceScores())
    for name in ("name", "version", "thresholds", "tone_thresholds", "max_tokens"):
        assert getattr(kept, name) == getattr(model, name)


class CountingVoices:
    """The bundled network, with how many windows and texts it was asked to read."""

    def __init__(self) -> None:
        self.windows_read = self.lines_read = 0
        self._network = voices()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._network, name)

    def attributions_in(self, window: Any) -> Any:
        self.windows_read += 1
        return self._network.attributions_in(window)

    def names(self, text: str) -> Any:
        self.lines_read += 1
        return self._network.names(text)


@pytest.fixture
def queue() -> InferenceQueue:
    return InferenceQueue(classifier, workers=2)


def test_attributions_are_those_of_the_network(queue: InferenceQueue) -> None:
    network: Any = CountingVoices()
    kept = KeptAttributions()
    text = "\n".join(PARAGRAPHS)
    windows = len(voices().windows(text))
    assert windows >= 3
    with queue.place(lambda _: None) as place:
        tagger = QueuedTagger(network, place, kept)
        expected = voices().attributions(text)
        assert len(expected) > 10
        assert tagger.attributions(text) == expected
        assert network.windows_read == windows
        assert tagger.attributions(text) == expected
        assert network.windows_read == windows

        # A changed paragraph: the windows before it are known, and what is found is exact.
        changed = "\n".join([*PARAGRAPHS[:-1], "According to the town, closing it saves nothing."])
        assert tagger.attributions(changed) == voices().attributions(changed)
        assert network.windows_read == windows + 1

        # The same windows elsewhere in a text, with an offset of their own.
        moved = "\n".join([f"{PARAGRAPHS[0]} " * 20, text])
        assert tagger.attributions(moved) == voices().attributions(moved)
        assert tagger.attributions("") == []


def test_names_are_those_of_the_network(queue: InferenceQueue) -> None:
    network: Any = CountingVoices()
    with queue.place(lambda _: None) as place:
        tagger = QueuedTagger(network, place, KeptAttributions())
        for _ in range(2):
            assert tagger.names(PARAGRAPHS[1]) == list(voices().names(PARAGRAPHS[1]))
    assert network.lines_read == 1


def test_a_digest_tells_apart_where_parts_end() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a", "") != digest("a")
    assert digest("\ud800") == digest("\ud800")

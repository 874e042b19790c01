import numpy as np
import pytest

from models.corpora import TECHNIQUE_NAMES, Example
from models.evaluation.figures.lines import sentences
from models.evaluation.figures.named_techniques import (
    name_techniques,
    span_probabilities,
    technique_lines,
    techniques_of,
)
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.prediction import Prediction
from models.inference.release import read_release

DOUBT, SLOGANS = TECHNIQUE_NAMES.index("doubt"), TECHNIQUE_NAMES.index("slogans")

ROWS = [
    Example("Who would trust them? Act now!", "ptc", "test", techniques=((0, 21, DOUBT),)),
    Example("Nobody knows. Act now!", "ptc", "test", techniques=((14, 22, SLOGANS),)),
    Example("The bus was late.", "ptc", "test", techniques=()),
]


def predicted() -> Prediction:
    return Prediction(
        sentiment=np.zeros((3, 3), dtype=np.float32),
        loaded=np.zeros(3, dtype=np.float32),
        words=[[(10, 15, 0.9), (22, 25, 0.9)], [(0, 6, 0.9)], []],
        truncated=np.zeros(3, dtype=bool),
        read_to=np.zeros(3, dtype=np.int64),
    )


#: Techniques of those words.
NAMED = [["doubt", ""], ["doubt"], []]


def test_a_claim_is_right_where_the_same_technique_overlaps() -> None:
    thresholds = {"doubt": 0.5, "slogans": 0.4, "flag_waving": 0.3}
    lines = technique_lines(predicted(), NAMED, ROWS, sentences(ROWS), thresholds)
    doubt, slogans, flags = lines
    assert doubt["technique"] == "doubt"
    assert doubt["threshold"] == 0.5
    assert (doubt["claimed"], doubt["right"], doubt["precision"]) == (2, 1, 0.5)
    assert (doubt["gold"], doubt["found"]) == (1, 1)
    assert doubt["low"] <= 0.5 <= doubt["high"]
    assert (slogans["claimed"], slogans["gold"], slogans["found"]) == (0, 1, 0)
    assert "precision" not in slogans
    assert (flags["claimed"], flags["gold"]) == (0, 0)


def test_a_release_that_names_none_has_no_lines() -> None:
    assert technique_lines(predicted(), NAMED, ROWS, sentences(ROWS), {}) == []


#: [CLS] a vile plan [SEP]
OFFSETS = [(0, 0), (0, 1), (2, 6), (7, 11), (0, 0)]


def logits(**of: list[float]) -> np.ndarray:
    table = np.full((5, len(TECHNIQUE_NAMES)), -9.0)
    for name, column in of.items():
        table[:, TECHNIQUE_NAMES.index(name)] = column
    return table


def test_a_span_has_the_mean_of_its_tokens() -> None:
    doubt = span_probabilities(OFFSETS, logits(doubt=[9, 9, 0, 0, 9]), (2, 11))
    assert doubt[TECHNIQUE_NAMES.index("doubt")] == pytest.approx(0.5)  # sigmoid(0), twice


def test_the_technique_furthest_over_its_threshold_is_named() -> None:
    table = logits(doubt=[0, 0, 1, 1, 0], slogans=[0, 0, 0, 0, 0])
    words = [(2, 11, 0.9)]
    # sigmoid(1) = 0.731: 1.2 times 0.6; sigmoid(0) = 0.5: 1.7 times 0.3.
    assert techniques_of(OFFSETS, table, words, {"doubt": 0.6, "slogans": 0.3}) == ["slogans"]
    assert techniques_of(OFFSETS, table, words, {"doubt": 0.6}) == ["doubt"]
    assert techniques_of(OFFSETS, table, words, {"doubt": 0.74}) == [""]
    assert techniques_of(OFFSETS, table, words, {}) == [""]


def test_techniques_without_a_threshold_are_never_named() -> None:
    table = logits(flag_waving=[9, 9, 9, 9, 9])
    assert techniques_of(OFFSETS, table, [(2, 6, 0.9), (7, 11, 0.9)], {"doubt": 0.6}) == ["", ""]


def test_each_loaded_word_of_a_sentence_gets_a_name_where_there_is_a_threshold() -> None:
    classifier = OnnxClassifier(read_release())
    texts = ["A vile and shameful stitch-up by cowards!", "The bus was late."]
    words = classifier.predict(texts).words
    assert words[0]
    assert name_techniques(classifier, texts, {"name_calling": 1e-6}) == [
        ["name_calling"] * len(words[0]),
        [],
    ]
    assert name_techniques(classifier, texts, {}) == [[], []]

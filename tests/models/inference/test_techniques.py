import numpy as np
import pytest

from models.corpora import TECHNIQUE_NAMES
from models.inference.techniques import span_probabilities, techniques_of

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

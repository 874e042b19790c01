import numpy as np
import pytest

from models.corpora import Example
from models.evaluation.figures.lines import sentences
from models.evaluation.figures.reliability import bands, by_outlet, chance_error, reliability
from models.inference.prediction import LoadedThresholds


def rows(labels: list[int], clear: list[bool] | None = None, outlet: str = "") -> list[Example]:
    return [
        Example(f"Row {i}.", "babe", "test", loaded_label=label, clear=is_clear, outlet=outlet)
        for i, (label, is_clear) in enumerate(
            zip(labels, clear or [True] * len(labels), strict=True)
        )
    ]


def test_reliability_by_hand() -> None:
    result = reliability("three rows", [0.95, 0.95, 0.15], [1, 0, 0], sentences(rows([1, 0, 0])))
    assert result["bins"] == [
        {"confidence": 0.15, "correct": 0.0, "rows": 1},
        {"confidence": 0.95, "correct": 0.5, "rows": 2},
    ]
    # (1·0.15 + 2·0.45) / 3
    assert result["ece"] == 0.35
    assert (result["rows_of"], result["rows"]) == ("three rows", 3)
    assert result["low"] <= 0.35 <= result["high"]


def test_chance_alone_shrinks_with_the_rows() -> None:
    # One bin: the mean distance of a share of n coin tosses from 1/2 is √(1/(2πn)).
    for count in (100, 10_000):
        expected = (1 / (2 * np.pi * count)) ** 0.5
        assert chance_error(np.full(count, 0.5)) == pytest.approx(expected, rel=0.15)
    assert chance_error(np.array([0.0, 1.0])) == 0.0


def test_bands_by_hand() -> None:
    examples = rows([0, 0, 1, 1, 1, 0], [True, True, True, True, True, False])
    probabilities = np.array([0.1, 0.2, 0.1, 0.5, 0.9, 0.9])
    found = bands("six", LoadedThresholds(0.3, 0.7), probabilities, examples, sentences(examples))
    assert found["rows"] == 5
    assert [found[band]["share"] for band in ("not loaded", "uncertain", "loaded")] == [
        0.6,
        0.2,
        0.2,
    ]
    assert found["not loaded"]["right"] == 0.6667
    assert found["loaded"] == {"share": 0.2, "right": 1.0, "low": 1.0, "high": 1.0}
    assert "right" not in found["uncertain"]


def test_an_empty_band_is_right_nowhere() -> None:
    examples = rows([0, 0])
    found = bands(
        "two", LoadedThresholds(0.3, 0.7), np.array([0.1, 0.1]), examples, sentences(examples)
    )
    assert found["loaded"] == {"share": 0.0}


def test_outlets_with_few_rows_are_not_listed() -> None:
    examples = rows([1] * 20 + [0] * 20, outlet="The Gazette") + rows([1] * 29, outlet="The Bee")
    unseen = np.array([0.9] * 10 + [0.1] * 30 + [0.9] * 29)
    seen = np.array([0.9] * 20 + [0.1] * 20 + [0.9] * 29)
    assert by_outlet(examples, unseen, seen) == [
        {
            "outlet": "The Gazette",
            "rows": 40,
            "loaded_share": 0.5,
            "predicted_share": 0.25,
            "accuracy": 0.75,
            "accuracy_seen": 1.0,
        }
    ]

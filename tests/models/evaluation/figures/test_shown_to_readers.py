"""What readers see, measured on rows made by hand."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from models.errors import DataError
from models.evaluation.figures.shown_to_readers import (
    FILE,
    JudgedSentence,
    judged_bands,
    passed_over,
    read_judged,
    shown_tones,
)
from models.inference.prediction import LoadedThresholds, ToneThresholds

NEGATIVE, NEUTRAL, POSITIVE = range(3)


def test_tones_are_counted_from_their_thresholds_on() -> None:
    probabilities = np.array(
        [[0.8, 0.1, 0.1], [0.7, 0.2, 0.1], [0.6, 0.3, 0.1], [0.1, 0.8, 0.1], [0.1, 0.2, 0.7]]
    )
    labels = np.array([NEGATIVE, NEUTRAL, POSITIVE, NEUTRAL, POSITIVE])
    found = shown_tones("five", ToneThresholds(0.7, 0.9, 0.9), probabilities, labels)
    assert (found["rows_of"], found["rows"]) == ("five", 5)
    # Two are shown as negative, one of them rightly: Wilson's interval of 1 in 2.
    negative = {"from": 0.7, "rows": 2, "right": 0.5, "low": 0.0945, "high": 0.9055, "any": 0.3333}
    assert found["negative"] == negative
    assert found["neutral"] == {"from": 0.9, "rows": 0}
    assert found["positive"] == {"from": 0.9, "rows": 0}


def judged(*loaded: int) -> list[JudgedSentence]:
    return [JudgedSentence("A day.", f"article {n // 2}", k, 1) for n, k in enumerate(loaded)]


def test_only_clearly_loaded_sentences_can_be_passed_over() -> None:
    rows = judged(2, 2, 2, 2, 1, 0)
    probabilities = np.array([0.9, 0.7, 0.5, 0.1, 0.1, 0.9])
    found = passed_over(LoadedThresholds(0.3, 0.7), probabilities, rows)
    assert (found["articles"], found["sentences"], found["rows"]) == (3, 6, 4)
    assert {band: found[band]["rows"] for band in ("loaded", "uncertain", "not loaded")} == {
        "loaded": 2,
        "uncertain": 1,
        "not loaded": 1,
    }
    # Wilson's interval of 1 in 4.
    assert found["uncertain"] == {"rows": 1, "share": 0.25, "low": 0.0456, "high": 0.6994}


def test_nothing_clearly_loaded_nothing_passed_over() -> None:
    assert passed_over(LoadedThresholds(0.3, 0.7), np.array([0.1, 0.9]), judged(0, 1)) == {}


def test_bands_are_told_by_what_the_reader_said() -> None:
    probabilities = np.array([0.9, 0.8, 0.7, 0.5, 0.5, 0.1])
    found = judged_bands(LoadedThresholds(0.3, 0.7), probabilities, judged(2, 2, 1, 0, 2, 0))
    assert found["loaded"]["rows"] == 3
    assert found["loaded"]["clearly"]["rows"] == 2
    assert found["loaded"]["clearly"]["share"] == 0.6667
    assert found["loaded"]["plain"]["rows"] == 0
    # Wilson's interval of 1 in 2.
    half = {"rows": 1, "share": 0.5, "low": 0.0945, "high": 0.9055}
    assert found["uncertain"] == {
        "rows": 2,
        "plain": half,
        "debatable": {"rows": 0, "share": 0.0, "low": 0.0, "high": 0.6576},
        "clearly": half,
    }
    assert judged_bands(LoadedThresholds(0.3, 0.7), np.array([0.1]), judged(0))["loaded"] == {
        "rows": 0
    }


def test_judged_articles_are_read_without_what_is_not_the_article(tmp_path: Path) -> None:
    columns = {
        "text": ["A day.", "Photo: Ann Lee"],
        "article": ["x", "x"],
        "loaded": [2, 0],
        "tone": ["positive", "neutral"],
        "is_boilerplate": [False, True],
    }
    pd.DataFrame(columns).to_parquet(tmp_path / FILE)
    assert read_judged(tmp_path) == [JudgedSentence("A day.", "x", 2, POSITIVE)]


def test_judged_articles_may_be_missing_but_not_damaged(tmp_path: Path) -> None:
    assert read_judged(tmp_path) == []
    (tmp_path / FILE).write_bytes(b"PAR1")
    with pytest.raises(DataError, match="can't be read"):
        read_judged(tmp_path)

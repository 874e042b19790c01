import numpy as np
import pytest

from models.corpora import Example
from models.evaluation.figures.quantization import quantization
from models.inference.prediction import Prediction


def predicted(loaded: list[float], words: list[bool], positive: list[float]) -> Prediction:
    return Prediction(
        sentiment=np.array([[0.9 - p, 0.1, p] for p in positive], dtype=np.float32),
        loaded=np.array(loaded, dtype=np.float32),
        words=[[(2, 6, 0.9)] if found else [] for found in words],
        truncated=np.zeros(len(loaded), dtype=bool),
        read_to=np.zeros(len(loaded), dtype=np.int64),
    )


def rows(corpus: str) -> list[Example]:
    return [
        Example(
            "a vile plan",
            corpus,
            "test",
            loaded_label=label,
            sentiment_label=2 * label,
            words=((2, 6),) if label else None,
            clear=label == 1,
            group=str(number),
        )
        for number, label in enumerate([1, 1, 0, 0])
    ]


def test_a_metric_that_falls_is_a_loss_and_an_error_that_falls_a_gain() -> None:
    sets = ("babe", "ptc", "newsmtsc", "sst")
    before = predicted([0.9, 0.8, 0.1, 0.2], [True] * 4, [0.7, 0.8, 0.1, 0.2])
    after = predicted([0.9, 0.15, 0.1, 0.2], [True, False, True, True], [0.7, 0.8, 0.1, 0.8])
    lines = quantization(
        {corpus: rows(corpus) for corpus in sets},
        dict.fromkeys(sets, after),
        dict.fromkeys(sets, before),
    )
    found = {(line["task"], line["metric"]): line for line in lines}
    babe = "loaded sentences, BABE test articles"
    # Of four sentences one is lost: F1 of loaded 2/3, of the others 4/5.
    assert found[babe, "macro-F1"]["gain"] == pytest.approx(0.7333 - 1, abs=1e-4)
    # Clear and annotated are the loaded rows alone.
    assert found[f"{babe}, clear votes", "macro-F1"]["rows"] == 2
    assert found["loaded words, BABE test articles", "word F1"]["int8"] == 0.6667
    assert found["loaded words, BABE test articles", "word F1"]["fp32"] == 1.0
    assert found[babe, "AUROC"]["gain"] == -0.25
    # Mean |probability − label| grows from 0.15 to 0.3125, as every bin's rows are of one label
    # but the one at 0.1 to 0.2, where 0.15 and 0.1 stand for one loaded of two.
    assert found[babe, "ECE"]["gain"] < 0
    assert found["sentence sentiment, NewsMTSC devtest", "macro-F1"]["gain"] < 0
    assert found["positive or negative, SST test", "accuracy"]["gain"] == -0.25
    assert found["positive or negative, SST test", "accuracy"]["resampled"] == "sentences"
    assert len(lines) == 9


def test_the_same_network_loses_nothing() -> None:
    sets = ("babe", "ptc", "newsmtsc", "sst")
    made = dict.fromkeys(sets, predicted([0.9, 0.6, 0.4, 0.2], [True] * 4, [0.7, 0.4, 0.1, 0.2]))
    lines = quantization({corpus: rows(corpus) for corpus in sets}, made, made)
    assert lines
    for line in lines:
        assert (line["gain"], line["low"], line["high"]) == (0, 0, 0)

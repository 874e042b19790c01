import numpy as np

from models.corpora import TECHNIQUE_NAMES, Example
from models.evaluation.figures.lines import sentences
from models.evaluation.figures.named_techniques import technique_lines
from models.inference.prediction import Prediction

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
        techniques=[["doubt", ""], ["doubt"], []],
    )


def test_a_claim_is_right_where_the_same_technique_overlaps() -> None:
    lines = technique_lines(
        predicted(), ROWS, sentences(ROWS), {"doubt": 0.5, "slogans": 0.4, "flag_waving": 0.3}
    )
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
    assert technique_lines(predicted(), ROWS, sentences(ROWS), {}) == []
